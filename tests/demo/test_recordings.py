"""A line's own recordings on the phones page: read, and spoken, like the sentence itself."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from werkzeug.test import Client

from tests.books import BOOK
from tests.demo.test_phones_page import HOME, LINE, RIVER, Board
from tests.emulator.lab import SID, START, TOKEN
from tests.sounds import spoken, wav
from warmline.adapters.sealing import Sealer
from warmline.adapters.sql.engine import open_engine
from warmline.adapters.sql.migrations import upgrade
from warmline.adapters.sql.roster import SqlRoster
from warmline.adapters.sql.words import SqlWords
from warmline.demo.web.app import PhonesPage
from warmline.demo.web.cast import Cast
from warmline.demo.web.recordings import Recordings
from warmline.domain.own_words import Recording
from warmline.emulator import Emulator, ManualClock, WsgiTransport

NAME, GONE = "ab" * 16, "cd" * 16
SAID = Recording("es", "joining", "Ya le comunico.", NAME, 2.0)
SOUND = wav(spoken(2.0))
DOCUMENT = f"""<Response>
<Play>/sound/words/{NAME}.wav</Play><Play>/sound/words/{GONE}.wav</Play><Hangup/>
</Response>"""


def line(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    """A line that plays two recordings, one of which nobody knows any more."""
    sound = environ["PATH_INFO"].endswith(".wav")
    start_response("200 OK", [("Content-Type", "audio/wav" if sound else "text/xml")])
    return [SOUND if sound else DOCUMENT.encode()]


def store(folder: Path) -> SqlWords:
    engine = open_engine(f"sqlite:///{folder / 'words.db'}")
    upgrade(engine)
    clock = ManualClock(START)
    with SqlRoster(engine, Sealer("a secret of this test"), clock).editing() as edit:
        edit.save(BOOK)
    return SqlWords(engine)


def test_a_recording_is_read_on_the_page_as_the_sentence_that_it_says(tmp_path: Path) -> None:
    words = store(tmp_path)
    emulator = Emulator(SID, TOKEN, ManualClock(START), WsgiTransport({"http://line.test": line}))
    emulator.add_number(LINE, voice_url="http://line.test/")
    cast = Cast(emulator, line=LINE, supporters=[("River", RIVER)], crisis="+18002738255")
    page = Client(PhonesPage(emulator, cast, Board(), Recordings(words)))
    # It is recorded while the page is open already.
    with words.editing(BOOK.line.id) as edit:
        edit.play(SAID, SOUND)
    emulator.handset(cast.people[0].number).dial(LINE)
    emulator.run(10)
    phones = json.loads(page.get("/api/phones", base_url=HOME).text)["phones"]
    read = [(one["text"], one["language"], one["kind"]) for one in phones[0]["captions"]]
    assert ("Ya le comunico.", "es", "say") in read
    assert read[-1] == ("A soft sound.", "", "play")
