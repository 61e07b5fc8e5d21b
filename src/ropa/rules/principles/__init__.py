"""Rules about the principles of Article 5 and the legal bases of Article 6."""
