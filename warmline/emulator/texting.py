"""Rules of texting: segments, and the words that the provider answers by itself."""

from __future__ import annotations

STOP_WORDS = frozenset(
    {"STOP", "UNSUBSCRIBE", "END", "QUIT", "STOPALL", "REVOKE", "OPTOUT", "CANCEL"}
)
START_WORDS = frozenset({"START", "YES", "UNSTOP"})
HELP_WORDS = frozenset({"HELP", "INFO"})
STOP_REPLY = (
    "You have successfully been unsubscribed. You will not receive any more messages from this "
    "number. Reply START to resubscribe."
)
START_REPLY = (
    "You have successfully been re-subscribed to messages from this number. Reply HELP for help. "
    "Reply STOP to unsubscribe. Msg&Data Rates May Apply."
)
HELP_REPLY = "Reply STOP to unsubscribe. Msg&Data Rates May Apply."

_GSM = set(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
    "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_GSM_DOUBLE = set("^{}\\[~]|€\f")


def segments(body: str) -> int:
    """Return how many SMS segments a text needs: one non-GSM character makes it all UCS-2."""
    if all(one in _GSM or one in _GSM_DOUBLE for one in body):
        length = len(body) + sum(one in _GSM_DOUBLE for one in body)
        return 1 if length <= 160 else -(-length // 153)
    length = len(body.encode("utf-16-be")) // 2
    return 1 if length <= 70 else -(-length // 67)
