"""The whole warmline on one machine, with the emulator in Twilio's place, to try and to test."""
