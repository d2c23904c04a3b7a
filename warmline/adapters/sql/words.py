"""The lines' own words in the database. Every method may raise StoreTrouble."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import Engine, delete, insert, select

from warmline.adapters.sql import tables as t
from warmline.adapters.sql.engine import reading, writing
from warmline.domain.own_words import OwnSentence, OwnWords, Recording

_S = t.own_sentence.c
_R = t.own_recording.c


class SqlWords:
    """Own sentences and recordings, by line."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def own_words(self) -> dict[str, OwnWords]:
        """What each line has of its own, by its id; the sounds themselves are left out."""
        sentences: dict[str, list[OwnSentence]] = defaultdict(list)
        recordings: dict[str, list[Recording]] = defaultdict(list)
        with reading(self._engine) as connection:
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

    def sound(self, name: str) -> bytes | None:
        """The WAV file of a recording, by its hash; None when there is none."""
        with reading(self._engine) as connection:
            found = connection.scalar(select(_R.wav).where(_R.sound == name).limit(1))
        return bytes(found) if found is not None else None

    def say(self, line_id: str, sentence: OwnSentence) -> None:
        """Keep an own sentence, instead of one that there may be."""
        key = {"line_id": line_id, "language": sentence.language, "message": sentence.message}
        with writing(self._engine) as connection:
            connection.execute(delete(t.own_sentence).filter_by(**key))
            connection.execute(insert(t.own_sentence).values(**key, pattern=sentence.pattern))

    def play(self, line_id: str, recording: Recording, wav: bytes) -> None:
        """Keep a recording, instead of one that there may be."""
        key = {"line_id": line_id, "language": recording.language, "message": recording.message}
        rest = {"said": recording.said, "sound": recording.sound, "seconds": recording.seconds}
        with writing(self._engine) as connection:
            connection.execute(delete(t.own_recording).filter_by(**key))
            connection.execute(insert(t.own_recording).values(**key, **rest, wav=wav))

    def reset(self, line_id: str, message: str, language: str) -> bool:
        """Forget what the line has of its own for a sentence. Whether there was anything."""
        key = {"line_id": line_id, "language": language, "message": message}
        with writing(self._engine) as connection:
            gone = [
                connection.execute(delete(table).filter_by(**key)).rowcount
                for table in (t.own_sentence, t.own_recording)
            ]
        return any(gone)
