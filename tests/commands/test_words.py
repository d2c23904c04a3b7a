"""`warmline words`, as it is typed."""

from __future__ import annotations

from pathlib import Path

from tests.commands.test_commands import EXAMPLE, installation, ran, refused, run, set_up
from tests.sounds import spoken, wav

__all__ = ["installation"]

OWN = "Good. You'll hear each other in a moment."


def test_a_sentence_is_seen_changed_heard_and_set_back() -> None:
    set_up()
    assert "I'm connecting you now." in ran("words", "show", "joining")
    assert OWN in ran("words", "set", "joining", OWN)
    shown = ran("words", "show", "joining")
    assert "In the line's own words:" in shown
    assert "The last words before both hear each other." in shown
    assert ran("words", "list", "--own").splitlines() == [f"*  en    3 s  {'joining':26} {OWN}"]
    assert "original is heard again" in ran("words", "reset", "joining")
    assert "original already" in ran("words", "reset", "joining")
    assert ran("words", "list", "--own") == ""


def test_longer_words_come_from_a_file(tmp_path: Path) -> None:
    set_up()
    words = tmp_path / "words.txt"
    words.write_text("Para otra persona, oprima 2.\n")
    assert "Para otra persona" in ran(
        "words", "set", "meet-peer-choice", "--file", str(words), "--language", "es"
    )
    assert "Give the words" in refused("words", "set", "joining")


def test_what_may_not_be_said_is_refused_and_nothing_changes() -> None:
    set_up()
    told = refused("words", "set", "crisis-door", "I'm here.")
    assert "our number, not yours" in told
    assert "Nothing has been changed." in told
    assert "It says nothing" in refused("words", "set", "crisis-door", " ")
    assert "no sentence" in refused("words", "show", "croissant")
    assert ran("words", "list", "--own") == ""


def test_a_recording_is_checked_kept_and_written_out_again(tmp_path: Path) -> None:
    set_up()
    file, copy = tmp_path / "joining.wav", tmp_path / "copy.wav"
    file.write_bytes(wav(spoken(2, 0.1, 44100), 44100, 2))
    assert "It has to say:\n  I'm connecting you now." in ran(
        "words", "record", "joining", str(file)
    )
    assert "~ en" in ran("words", "list", "--own")
    played = ran("words", "play", "joining", "--output", str(copy))
    assert "as it was recorded" in played
    assert copy.read_bytes()[:4] == b"RIFF"
    assert "no sound file" in refused("words", "record", "joining", str(EXAMPLE))
    assert "cannot be read" in refused("words", "record", "joining", str(tmp_path / "none.wav"))
    assert "has no recording" in run("words", "play", "goodbye", "--output", str(copy)).stderr


def test_the_voice_that_says_it_is_told() -> None:
    set_up()
    assert ran("words", "play", "joining").startswith("Polly.Joanna-Neural at 95%, ")
    assert ran("words", "play", "joining", "--language", "es").startswith("Polly.Lupe-Neural, ")
