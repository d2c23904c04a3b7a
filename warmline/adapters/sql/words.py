"""The lines' own words in the database. Every method may raise StoreTrouble."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, delete, insert, select

from warmline.adapters.sql import tables as t
from warmline.adapters.sql.engine import reading, writing
from warmline.domain.own_words import NO_OWN_WORDS, OwnSentence, OwnWords, Recording

_S = t.own_sentence.c
_R = t.own_recording.c


class SqlWords:
    """Own sentences and recordings, by line."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def own_words(self) -> dict[str, OwnWords]:
        """What each line has of its own, by its id; the sounds themselves are left out."""
        with reading(self._engine) as connection:
            return _own_words(connection)

    def sound(self, name: str) -> bytes | None:
        """The WAV file of a recording, by its hash; None when there is none."""
        with reading(self._engine) as connection:
            found = connection.scalar(select(_R.wav).where(_R.sound == name).limit(1))
        return bytes(found) if found is not None else None

    @contextmanager
    def editing(self, line_id: str) -> Iterator[Editing]:
        """One transaction in which nobody else edits: all of it is kept, or nothing."""
        with writing(self._engine, alone=True) as connection:
            own = _own_words(connection).get(line_id, NO_OWN_WORDS)
            yield Editing(connection, line_id, own)


class Editing:
    """A line's own words as they are, and the means to change them."""

    def __init__(self, connection: Connection, line_id: str, own: OwnWords) -> None:
        self.own = own
        self._connection = connection
        self._line_id = line_id

    def say(self, sentence: OwnSentence) -> None:
        """Keep an own sentence, instead of one that there may be."""
        key = self._key(sentence.message, sentence.language)
        self._connection.execute(delete(t.own_sentence).filter_by(**key))
        self._connection.execute(insert(t.own_sentence).values(**key, pattern=sentence.pattern))

    def play(self, recording: Recording, wav: bytes) -> None:
        """Keep a recording, instead of one that there may be."""
        key = self._key(recording.message, recording.language)
        rest = {"said": recording.said, "sound": recording.sound, "seconds": recording.seconds}
        self._connection.execute(delete(t.own_recording).filter_by(**key))
        self._connection.execute(insert(t.own_recording).values(**key, **rest, wav=wav))

    def reset(self, message: str, language: str) -> None:
        """Forget what the line has of its own for a sentence."""
        for table in (t.own_sentence, t.own_recording):
            self._connection.execute(delete(table).filter_by(**self._key(message, language)))

    def _key(self, message: str, language: str) -> dict[str, str]:
        return {"line_id": self._line_id, "language": language, "message": message}


def _own_words(connection: Connection) -> dict[str, OwnWords]:
    sentences: dict[str, list[OwnSentence]] = defaultdict(list)
    recordings: dict[str, list[Recording]] = defaultdict(list)
    query = select(_S.line_id, _S.language, _S.message, _S.pattern)
    for line, *own in connection.execute(query.order_by(_S.language, _S.message)):
        sentences[line].append(OwnSentence(*own))
    found = select(_R.line_id, _R.language, _R.message, _R.said, _R.sound, _R.seconds)
    for line, *own in connection.execute(found.order_by(_R.language, _R.message)):
        recordings[line].append(Recording(*own))
    return {
        line: OwnWords(tuple(sentences[line]), tuple(recordings[line]))
        for line in {*sentences, *recordings}
    }
