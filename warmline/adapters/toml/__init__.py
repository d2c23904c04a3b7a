"""Reading TOML that people wrote by hand, and telling them kindly and exactly what is amiss."""
