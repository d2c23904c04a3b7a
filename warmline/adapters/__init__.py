"""The world outside, spoken to in the words of `warmline.ports`."""
