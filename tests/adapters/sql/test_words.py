"""A line's own words on both databases: changed by whoever may, heard by callers from memory."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.adapters.sql.test_roster import SetClock, saved
from tests.books import BOOK, COUNTY
from tests.sounds import spoken
from warmline.adapters.sound_files import wav_file
from warmline.adapters.sql.engine import open_engine
from warmline.adapters.sql.words import SqlWords
from warmline.domain.errors import StoreTrouble
from warmline.domain.line import LineBook, Voice
from warmline.domain.links import Links
from warmline.domain.own_words import OwnSentence, OwnWords, Recording
from warmline.prompts import load
from warmline.services.speaking import Speaking
from warmline.services.words import Refused, Words

OURS = load()
JOINING = "Good. You'll hear each other in a moment."
LINKS = Links("https://line.test")


class Line:
    """One line whose words are changed and heard."""

    def __init__(self, url: str, book: LineBook = BOOK) -> None:
        self.roster = saved(url, book)
        self.clock = SetClock()
        self.store = SqlWords(open_engine(url))
        self.words = Words(self.store, OURS, wav_file)
        self.speaking = Speaking(self.store, self.roster, OURS, LINKS, self.clock)
        self.line = book.line

    def hears(self, message: str, language: str = "en", **values: str) -> str:
        return self.speaking.of("county").text(message, language, **values).plain

    def later(self) -> None:
        self.clock.time += 6


@pytest.fixture
def line(database_url: str) -> Line:
    return Line(database_url)


def test_what_the_coordinator_writes_is_heard_within_seconds_and_gone_again(line: Line) -> None:
    assert line.hears("joining") == OURS.text("joining", "en").plain
    line.words.say(line.line, "joining", "en", JOINING)
    assert line.hears("joining") == OURS.text("joining", "en").plain, "from memory, no database"
    line.later()
    assert line.hears("joining") == JOINING
    assert line.hears("joining", "es") == OURS.text("joining", "es").plain
    assert line.words.reset(line.line, "joining", "en")
    line.later()
    assert line.hears("joining") == OURS.text("joining", "en").plain
    assert not line.words.reset(line.line, "joining", "en")


def test_values_are_said_in_own_words_too(line: Line) -> None:
    line.words.say(line.line, "meet-peer", "en", "Good news: { $alias } is on the phone.")
    assert line.hears("meet-peer", alias="River") == "Good news: River is on the phone."


def test_another_line_goes_on_in_our_words(line: Line) -> None:
    line.words.say(line.line, "joining", "en", JOINING)
    assert line.speaking.of("another").text("joining", "en") == OURS.text("joining", "en")


def test_a_recording_is_heard_instead_of_a_voice_and_its_text_stays(line: Line) -> None:
    made = line.words.record(line.line, "joining", "en", spoken(2))
    said = line.speaking.of("county").text("joining", "en")
    assert said.sound == LINKS.recording(made.sound)
    assert (said.plain, said.seconds) == (OURS.text("joining", "en").plain, made.seconds)
    assert line.speaking.sound(made.sound) == line.words.sound(made.sound)


def test_a_recording_rests_while_the_sentence_says_something_else(line: Line) -> None:
    line.words.record(line.line, "joining", "en", spoken(2))
    line.words.say(line.line, "joining", "en", JOINING)
    assert line.speaking.of("county").text("joining", "en").sound == ""
    told = [one.said for one in line.words.findings([BOOK])]
    assert len(told) == 1
    assert "the recording of joining (en) says other words than the sentence now" in told[0]


def test_a_recording_whose_sound_is_lost_is_said_by_a_voice(line: Line) -> None:
    with line.store.editing("county") as edit:
        edit.play(Recording("en", "joining", "Other words.", "0" * 32, 1.0), b"")
    lost = OURS.text("joining", "en").plain
    own = OwnWords((), (Recording("en", "joining", lost, "f" * 32, 1.0),))
    line.store.own_words = lambda: {"county": own}  # type: ignore[method-assign]  # a lost sound
    said = line.speaking.of("county").text("joining", "en")
    assert (said.plain, said.sound) == (lost, "")
    assert "is not there" in next(line.words.findings([BOOK])).said


@pytest.mark.parametrize(
    ("message", "language", "why"),
    [
        ("meet-peer", "en", "something different each time"),
        ("no-such", "en", "no sentence"),
        ("joining", "tl", 'does not speak "tl"'),
        ("trouble", "en", "no sentence"),
    ],
)
def test_what_cannot_be_recorded_is_told(line: Line, message: str, language: str, why: str) -> None:
    with pytest.raises(Refused, match=why):
        line.words.record(line.line, message, language, spoken(2))


def test_what_is_refused_changes_nothing(line: Line) -> None:
    with pytest.raises(Refused, match="never says"):
        line.words.say(line.line, "joining", "en", "Please hold.")
    with pytest.raises(Refused, match="too quiet"):
        line.words.record(line.line, "joining", "en", spoken(2, loud=0.0))
    assert line.store.own_words() == {}


def test_a_sentence_that_fits_no_longer_is_told_and_ours_is_heard(line: Line) -> None:
    with line.store.editing("county") as edit:
        edit.say(OwnSentence("en", "meet-peer", "Here is { $nickname }."))
        edit.say(OwnSentence("en", "gone-by-now", "Hello."))
    assert line.hears("meet-peer", alias="River") == "River is here."
    told = [one.said for one in line.words.findings([BOOK])]
    assert "does not say { $alias }" in told[1]
    assert "no such sentence any more" in told[0]


def test_while_the_database_fails_callers_hear_what_was_known(line: Line) -> None:
    line.words.say(line.line, "joining", "en", JOINING)
    assert line.hears("joining") == JOINING

    def fail() -> dict[str, OwnWords]:
        raise StoreTrouble("gone")

    line.store.own_words = fail  # type: ignore[method-assign]  # the database is away
    line.later()
    assert line.hears("joining") == JOINING
    new = Speaking(line.store, line.roster, OURS, LINKS, line.clock)
    assert new.of("county").text("joining", "en") == OURS.text("joining", "en")


def test_applying_the_file_again_keeps_own_words_and_another_line_has_none(line: Line) -> None:
    line.words.say(line.line, "joining", "en", JOINING)
    with line.roster.editing() as edit:
        edit.save(replace(BOOK, line=replace(COUNTY, name="Valley peer line")))
    assert line.store.own_words()["county"].sentence("joining", "en") is not None
    assert set(line.store.own_words()) == {"county"}


def test_the_voice_of_a_line_speaks_all_its_sentences(database_url: str) -> None:
    voices = {"en": Voice("Polly.Ruth-Neural", "90%")}
    line = Line(database_url, replace(BOOK, line=replace(COUNTY, voices=voices)))
    said = line.speaking.of("county").text("joining", "en")
    assert (said.voice, said.rate) == ("Polly.Ruth-Neural", "90%")
    assert line.speaking.of("county").text("joining", "es").voice == ""
