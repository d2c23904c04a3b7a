"""A supporter's own page: for the screen of their phone, in forms and links, without a script."""
