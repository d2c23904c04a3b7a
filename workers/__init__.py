"""Jobs: they take opaque ids, look again, and may run twice."""
