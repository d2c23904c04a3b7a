"""What a coordinator has made of the line's words: own sentences, recordings, and their voices."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OwnSentence:
    """One sentence in the line's own words: a Fluent pattern, as it would stand after the `=`."""

    language: str
    message: str
    pattern: str


@dataclass(frozen=True, slots=True)
class Recording:
    """A sentence spoken by a person. `said` is its text when it was spoken.

    It is heard only as long as the sentence still says that, so that nobody hears old words.
    `sound` is the hash of the file, under which it is served; `seconds` its length.
    """

    language: str
    message: str
    said: str
    sound: str
    seconds: float


@dataclass(frozen=True, slots=True)
class OwnWords:
    """All own words of one line."""

    sentences: tuple[OwnSentence, ...] = ()
    sounds: tuple[Recording, ...] = ()

    def sentence(self, message: str, language: str) -> OwnSentence | None:
        """The line's own sentence, if it has one."""
        wanted = (
            one for one in self.sentences if (one.message, one.language) == (message, language)
        )
        return next(wanted, None)

    def recording(self, message: str, language: str) -> Recording | None:
        """The line's recording of a sentence, if it has one, whatever it says."""
        wanted = (message, language)
        return next((one for one in self.sounds if (one.message, one.language) == wanted), None)


NO_OWN_WORDS = OwnWords()
