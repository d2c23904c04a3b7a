"""The phones page: a caller's phone and the supporters' phones, in a browser."""
