"""What supporters say about their own duty, whichever way they say it."""
