"""The sharing graph as a picture."""
