"""What each line says, kept in memory: its own words over ours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from threading import Lock

import structlog

from warmline.domain.errors import StoreTrouble
from warmline.domain.line import Voice
from warmline.domain.links import Links
from warmline.domain.own_words import NO_OWN_WORDS, OwnWords
from warmline.ports import Clock, Roster, WordStore
from warmline.prompts import Catalogue

log = structlog.get_logger(__name__)


class Speaking:
    """What each line says, from memory: looked up anew after some seconds, by one thread.

    While the store fails, what was known is said on; before anything was ever known, the original
    words are. A recording whose sound is not in memory is spoken by a voice.
    """

    def __init__(
        self,
        store: WordStore,
        roster: Roster,
        words: Catalogue,
        links: Links,
        clock: Clock,
        seconds: float = 5,
    ) -> None:
        self._store = store
        self._roster = roster
        self._words = words
        self._links = links
        self._clock = clock
        self._seconds = seconds
        self._lock = Lock()
        self._looked: float | None = None
        self._own: Mapping[str, OwnWords] = {}
        self._sounds: Mapping[str, bytes] = {}
        self._lines: dict[str, tuple[OwnWords, Mapping[str, Voice], Catalogue]] = {}

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that can be spoken at all."""
        return self._words.languages

    def of(self, line_id: str) -> Catalogue:
        """The words of a line; our own ones for a line that nobody knows."""
        self._look()
        book = self._roster.book(line_id)
        own = self._own.get(line_id, NO_OWN_WORDS)
        voices = book.line.voices if book else {}
        if not voices and own == NO_OWN_WORDS:
            return self._words
        known = self._lines.get(line_id)
        if known is None or known[0] is not own or known[1] != voices:
            known = (own, voices, self._words.of_line(own, voices))
            self._lines[line_id] = known
        return known[2]

    def sound(self, name: str) -> bytes | None:
        """A recording's WAV file, from memory or else from the store; None when there is none."""
        held = self._sounds.get(name)
        return held if held is not None else self._store.sound(name)

    def refresh(self) -> None:
        """Look now, however new what is known is, so that no page has to."""
        with self._lock:
            self._take_up(self._clock.now())

    def _look(self) -> None:
        now = self._clock.now()
        if self._looked is not None and abs(now - self._looked) < self._seconds:
            return
        if self._lock.acquire(blocking=self._looked is None):
            try:
                self._take_up(now)
            finally:
                self._lock.release()

    def _take_up(self, now: float) -> None:
        """The lock is held."""
        try:
            self._take_over()
        except StoreTrouble as trouble:
            log.warning("words.served_from_memory", reason=str(trouble))
        finally:
            self._looked = now

    def _take_over(self) -> None:
        """What the store has now. What has not changed stays the same object."""
        found = self._store.own_words()
        wanted = {one.sound for own in found.values() for one in own.sounds}
        sounds = {name: self._held(name) for name in wanted}
        self._sounds = {name: wav for name, wav in sounds.items() if wav is not None}
        self._own = {line: self._same(line, self._playable(own)) for line, own in found.items()}

    def _held(self, name: str) -> bytes | None:
        held = self._sounds.get(name)
        return held if held is not None else self._store.sound(name)

    def _playable(self, own: OwnWords) -> OwnWords:
        """The same with the addresses of the recordings that can be had."""
        kept = tuple(
            replace(one, sound=self._links.recording(one.sound))
            for one in own.sounds
            if one.sound in self._sounds
        )
        return OwnWords(own.sentences, kept)

    def _same(self, line: str, own: OwnWords) -> OwnWords:
        before = self._own.get(line)
        return before if before == own else own
