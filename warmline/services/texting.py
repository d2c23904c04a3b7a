"""Short texts to supporters. Nothing of a call stands in them."""

from __future__ import annotations

from warmline.domain.errors import NumberRefused, ProviderTrouble
from warmline.ports import LiveCalls, Phones, Roster
from warmline.prompts import Catalogue

THEY_SAID_STOP = "21610"
"""The provider's code for a phone that has told it to send no texts from this number."""


class Texting:
    """Sends texts from the line's number."""

    def __init__(self, calls: LiveCalls, roster: Roster, phones: Phones, words: Catalogue) -> None:
        """`words` has the texts beside the prompts."""
        self._calls = calls
        self._roster = roster
        self._phones = phones
        self._words = words

    def text(self, supporter_id: str, line_id: str, message: str) -> bool:
        """Text one supporter the words of an id; False when it could not be sent."""
        book = self._roster.book(line_id)
        supporter = book.supporter(supporter_id) if book else None
        if book is None or supporter is None or not book.line.numbers:
            return False
        if supporter_id in book.no_texts:
            return False
        spoken = [lang for lang in supporter.languages if lang in self._words.languages]
        body = self._words.text(message, spoken[0] if spoken else "en", alias=supporter.alias)
        try:
            return self._send(supporter.phone, book.line.numbers[0], body.plain)
        except NumberRefused as refused:
            if str(refused) == THEY_SAID_STOP:  # while none of ours was there to hear it
                self._roster.stop_texts(supporter_id, off=True)
            return False

    def number_refused(self, supporter_id: str, line_id: str) -> bool:
        """Tell the line's coordinator, by alias, whose number the provider does not ring."""
        # First: rather no text than two, for `warmline who` shows it, too.
        self._calls.settled("refused", f"{line_id}|{supporter_id}")
        book = self._roster.book(line_id)
        supporter = book.supporter(supporter_id) if book else None
        if book is None or supporter is None or not book.line.alert_phone or not book.line.numbers:
            return False
        language = book.line.languages[0]
        body = self._words.text("text-number-refused", language, alias=supporter.alias)
        try:
            return self._send(book.line.alert_phone, book.line.numbers[0], body.plain)
        except NumberRefused:
            return False

    def _send(self, to: str, number: str, body: str) -> bool:
        try:
            sid = self._phones.text(to=to, number=number, body=body)
        except ProviderTrouble:
            return False
        self._calls.forget_later(sid)
        return True
