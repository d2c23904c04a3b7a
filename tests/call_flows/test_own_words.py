"""What a phone hears of own words, recordings and voices, held to the provider's schema."""

from __future__ import annotations

from lxml import etree

from tests.call_flows.conftest import SetStage
from tests.call_flows.provider import Provider
from tests.sounds import spoken
from warmline.adapters.sound_files import wav_file
from warmline.demo.stage import PUBLIC_URL, Stage
from warmline.demo.stories._story import line_toml
from warmline.prompts import load
from warmline.services.words import Words

GREETING = "Hello from the peer line of this county."
VOICED = """
[voices.en]
name = "Polly.Ruth-Neural"
rate = "90%"
"""


def words(stage: Stage) -> Words:
    return Words(stage.own_words, load(), wav_file)


def arrives(stage: Stage, digit: str = "1") -> etree._Element:
    answer = Provider.of(stage).posts("/call", CallSid="CA" + digit * 32)
    return etree.fromstring(answer.data)


def says(document: etree._Element) -> list[str]:
    return ["".join(say.itertext()) for say in document.iter("Say")]


def test_a_caller_is_greeted_in_the_lines_own_words(set_stage: SetStage) -> None:
    stage = set_stage()
    line = stage.roster.books()[0].line  # type: ignore[index]  # the snapshot is a tuple
    words(stage).say(line, "greeting", "en", GREETING)
    assert says(arrives(stage))[0] == GREETING


def test_a_recording_is_played_where_the_sentence_was_said(set_stage: SetStage) -> None:
    stage = set_stage()
    line = stage.roster.books()[0].line  # type: ignore[index]  # the snapshot is a tuple
    made = words(stage).record(line, "greeting-crisis", "en", spoken(3))
    document = arrives(stage)
    plays = [str(play.text) for play in document.iter("Play")]
    assert plays[0] == f"{PUBLIC_URL}/sound/words/{made.sound}.wav"
    assert not any("nine one one" in said for said in says(document))
    gather = document.find("Gather")
    assert gather is not None
    assert [child.tag for child in gather][:2] == ["Say", "Play"], "in its place, keys work in it"


def test_a_recording_is_served_for_ever_under_its_hash(set_stage: SetStage) -> None:
    stage = set_stage()
    line = stage.roster.books()[0].line  # type: ignore[index]  # the snapshot is a tuple
    made = words(stage).record(line, "joining", "en", spoken(2))
    provider = Provider.of(stage)
    answer = provider.raw(f"/sound/words/{made.sound}.wav", method="GET")
    assert answer.content_type == "audio/wav"
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer.data[:4] == b"RIFF"
    for nobody in ("0" * 32, "..%2fsecret", "1234"):
        assert provider.raw(f"/sound/words/{nobody}.wav", method="GET").status_code == 404


def test_a_call_with_a_recorded_greeting_goes_on_to_a_peer(set_stage: SetStage) -> None:
    """The provider fetches the file and plays it; silence reaches a peer as ever."""
    stage = set_stage()
    line = stage.roster.books()[0].line  # type: ignore[index]  # the snapshot is a tuple
    words(stage).record(line, "greeting", "en", spoken(3))
    caller, river = stage.caller(), stage.supporter("River")
    caller.dials()
    river.takes_the_call(within=90)
    caller.is_connected_to(river)
    assert stage.emulator.alerts == []
    assert stage.emulator.dead_air(kinds=("dead",)) == []


def test_a_lines_voice_and_speed_are_those_of_every_sentence(set_stage: SetStage) -> None:
    stage = set_stage(line_toml("River", extra=VOICED))
    document = arrives(stage)
    english = [say for say in document.iter("Say") if say.get("language") == "en-US"]
    assert {say.get("voice") for say in english} == {"Polly.Ruth-Neural"}
    for say in english:
        assert {one.get("rate") for one in say.iter("prosody")} == {"90%"}
        assert not (say.text or "").strip(), "everything is said at that speed"
    spanish = [say for say in document.iter("Say") if say.get("language") == "es-US"]
    assert {say.get("voice") for say in spanish} == {"Polly.Lupe-Neural"}
