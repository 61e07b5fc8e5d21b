"""The sharing graph for other programs: one room per format, and what their readers are told alike."""
