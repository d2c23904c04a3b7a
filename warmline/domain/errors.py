"""Ways in which the warmline says no. Each carries what to do next in its name."""

from __future__ import annotations


class TooLate(Exception):
    """The call has moved on; the event no longer means anything in its state."""


class CallGone(Exception):
    """The provider no longer has this call live: whoever was on it has hung up."""


class NumberRefused(Exception):
    """The provider will never ring this number: ring somebody else and tell the coordinator."""


class ProviderTrouble(Exception):
    """The provider could not do it now; the same request may succeed later."""


class StoreTrouble(Exception):
    """The live state cannot be reached now; the caller must be told something all the same."""
