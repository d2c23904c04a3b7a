"""The REST API of the emulated account, shaped as Twilio's `/2010-04-01`."""
