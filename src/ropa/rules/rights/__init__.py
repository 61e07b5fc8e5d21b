"""Rules about the rights of data subjects: Articles 7(3), 12 to 22 and 77."""
