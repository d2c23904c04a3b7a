"""Pages beside the conversations. Today: whether we live, are ready, and how busy we are."""
