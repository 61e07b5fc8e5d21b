"""Rules about cookies and the like: Article 5(3) of the ePrivacy Directive."""
