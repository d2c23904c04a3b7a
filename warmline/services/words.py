"""The line's own words, for whoever changes them, by command or page.

What callers hear of them: `services/speaking.py`.
"""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from warmline.domain.errors import ChangedMeanwhile
from warmline.domain.line import Line, LineBook
from warmline.domain.loudness import heard, levelled, trimmed
from warmline.domain.own_words import NO_OWN_WORDS, OwnSentence, OwnWords, Recording
from warmline.domain.wording import Sentence
from warmline.ports import WordEdit, WordStore
from warmline.prompts import Catalogue, Spoken
from warmline.prompts.objections import objections, sampled
from warmline.prompts.wording import may_change
from warmline.services.checking import Finding, wrong

NAME_LENGTH = 32
"""Hex digits of the hash that a recording is served under."""


class Refused(Exception):
    """The words cannot be used. `reasons` are whole sentences."""

    def __init__(self, *reasons: Sentence) -> None:
        self.reasons = reasons
        super().__init__(" ".join(reasons))


@dataclass(frozen=True, slots=True)
class Shown:
    """One sentence as a coordinator sees it."""

    message: str
    language: str
    comment: str
    original: str
    """Our sentence as it is written down, a Fluent pattern."""
    own: OwnSentence | None
    recording: Recording | None
    now: Spoken
    """What callers hear now; values are samples."""

    @property
    def fingerprint(self) -> str:
        """What a form carries of the sentence that it shows."""
        return _fingerprint(self.own, self.recording)


def _fingerprint(own: OwnSentence | None, recording: Recording | None) -> str:
    return hashlib.sha256(repr((own, recording)).encode()).hexdigest()[:16]


class Words:
    """Showing and changing what a line says. Every method may raise StoreTrouble.

    Whoever changes a sentence on a page says what they were `seen` of it, by its fingerprint. It
    is compared where it is written, in one step: of two who press at the same moment one is told.
    Without it, as by command, nobody was shown anything.
    """

    def __init__(
        self,
        store: WordStore,
        words: Catalogue,
        wav_file: Callable[[array[int]], bytes],
    ) -> None:
        self._store = store
        self._words = words
        self._wav_file = wav_file

    @property
    def ours(self) -> Catalogue:
        """The sentences as they came, without any line's own."""
        return self._words

    def shown(self, line: Line, message: str, language: str) -> Shown:
        """One sentence. Raises Refused when there is none of that name."""
        self._known(line, message, language)
        own = self._store.own_words().get(line.id, NO_OWN_WORDS)
        return self._shown(self._words.of_line(own, line.voices), own, message, language)

    def every(self, line: Line) -> Iterator[Shown]:
        """Every sentence that can be changed, in every language of the line."""
        own = self._store.own_words().get(line.id, NO_OWN_WORDS)
        spoken = [one for one in line.languages if one in self._words.languages]
        words = self._words.of_line(own, line.voices)  # once: it says every sentence beforehand
        for message in self._words.ids():
            if may_change(message):
                for language in spoken:
                    yield self._shown(words, own, message, language)

    def say(
        self, line: Line, message: str, language: str, pattern: str, seen: str | None = None
    ) -> Spoken:
        """Say a sentence in the line's own words from now on; what callers hear.

        Raises Refused with every reason against it, or ChangedMeanwhile; then nothing is changed.
        """
        self._known(line, message, language)
        if found := objections(self._words, message, language, pattern):
            raise Refused(*found)
        with self._changing(line, message, language, seen) as edit:
            edit.say(OwnSentence(language, message, pattern.strip()))
        return self.shown(line, message, language).now

    def record(
        self,
        line: Line,
        message: str,
        language: str,
        samples: array[int],
        seen: str | None = None,
    ) -> Recording:
        """Let a sentence be heard as it was spoken. `samples`: 8000 a second, 16 bits.

        The silence around it is cut off, and it becomes as loud as all others. Raises Refused,
        ChangedMeanwhile.
        """
        self._known(line, message, language)
        if self._words.variables(message):
            raise Refused(
                Sentence("It says something different each time, which a recording cannot."),
                Sentence("Only sentences without { $values } can be recorded."),
            )
        words = trimmed(samples)
        if found := heard(words).objections:
            raise Refused(*found)
        wav = self._wav_file(levelled(words))
        name = hashlib.sha256(wav).hexdigest()[:NAME_LENGTH]
        said = self.shown(line, message, language).now.plain
        recording = Recording(language, message, said, name, round(heard(words).seconds, 2))
        with self._changing(line, message, language, seen) as edit:
            edit.play(recording, wav)
        return recording

    def reset(self, line: Line, message: str, language: str, seen: str | None = None) -> bool:
        """Back to the original sentence and voice. Whether there was anything of its own.

        Raises Refused, ChangedMeanwhile.
        """
        self._known(line, message, language)
        with self._changing(line, message, language, seen) as edit:
            edit.reset(message, language)
            kept = (edit.own.sentence(message, language), edit.own.recording(message, language))
        return any(kept)

    @contextmanager
    def _changing(
        self, line: Line, message: str, language: str, seen: str | None
    ) -> Iterator[WordEdit]:
        with self._store.editing(line.id) as edit:
            kept = (edit.own.sentence(message, language), edit.own.recording(message, language))
            if seen is not None and _fingerprint(*kept) != seen:
                raise ChangedMeanwhile
            yield edit

    def spoken_elsewhere(self, line: Line) -> Catalogue:
        """What a line says in its own words and voices, without what only we can serve."""
        own = self._store.own_words().get(line.id, NO_OWN_WORDS)
        return self._words.of_line(OwnWords(own.sentences), line.voices)

    def sound(self, name: str) -> bytes | None:
        """The WAV file of a recording."""
        return self._store.sound(name)

    def findings(self, books: list[LineBook]) -> Iterator[Finding]:
        """What no longer fits, so that callers hear the original: after an upgrade, say."""
        kept = self._store.own_words()
        for book in books:
            own = kept.get(book.line.id, NO_OWN_WORDS)
            yield from self._broken(book.line, own)

    def _broken(self, line: Line, own: OwnWords) -> Iterator[Finding]:
        for one in own.sentences:
            if why := self._why_not(one):
                yield wrong(
                    Sentence(
                        "%(line)s: its own words for %(message)s (%(language)s) do not fit: "
                        "%(why)s Callers may hear the original.",
                        line=line.name,
                        message=one.message,
                        language=one.language,
                        why=why[0],
                    ),
                    Sentence(
                        "Write them anew with warmline words set, or: warmline words reset "
                        "%(message)s --language %(language)s",
                        message=one.message,
                        language=one.language,
                    ),
                )
        now = self._words.of_line(own, line.voices)
        for recording in own.sounds:
            about = {
                "line": line.name,
                "message": recording.message,
                "language": recording.language,
            }
            mend = Sentence(
                "Record it anew, or: warmline words reset %(message)s --language %(language)s",
                **about,
            )
            if not self._heard(now, recording):
                other = Sentence(
                    "%(line)s: the recording of %(message)s (%(language)s) says other words than "
                    "the sentence now. It rests.",
                    **about,
                )
                yield wrong(other, mend)
            elif self._store.sound(recording.sound) is None:
                gone = Sentence(
                    "%(line)s: the recording of %(message)s (%(language)s) is not there. A voice "
                    "says it instead.",
                    **about,
                )
                yield wrong(gone, mend)

    def _why_not(self, one: OwnSentence) -> tuple[Sentence, ...]:
        if one.language not in self._words.languages or one.message not in self._words.ids():
            return (Sentence("there is no such sentence any more."),)
        return objections(self._words, one.message, one.language, one.pattern)

    def _heard(self, now: Catalogue, recording: Recording) -> bool:
        known = recording.message in now.ids() and recording.language in now.languages
        if not known or now.variables(recording.message):
            return False
        return now.text(recording.message, recording.language).sound == recording.sound

    def _known(self, line: Line, message: str, language: str) -> None:
        if message not in self._words.ids() or not may_change(message):
            raise Refused(
                Sentence(
                    'There is no sentence "%(message)s". See them all: warmline words list',
                    message=message,
                )
            )
        if language not in line.languages or language not in self._words.languages:
            raise Refused(
                Sentence(
                    '%(line)s does not speak "%(language)s".', line=line.name, language=language
                )
            )

    def _shown(self, words: Catalogue, own: OwnWords, message: str, language: str) -> Shown:
        return Shown(
            message,
            language,
            self._words.comment(message, language),
            self._words.pattern(message, language),
            own.sentence(message, language),
            own.recording(message, language),
            sampled(words, message, language),
        )
