"""What supporters text to the line's number, and what the line answers."""

from __future__ import annotations

import re

import pytest

from tests.call_flows.provider import Provider
from tests.stories.conftest import SetStage
from warmline.demo.stage import LINE, Stage
from warmline.demo.stories._story import PHONES, line_toml
from warmline.prompts import load
from warmline.services.supporters.texts import CARRIERS_START, CARRIERS_STOP, meant
from warmline.wiring import text_words

RIVER = PHONES["River"]
STRANGER = "+16505550150"


@pytest.fixture
def stage(set_stage: SetStage) -> Stage:
    """River is on from eight to six; it is ten on a Tuesday morning."""
    quiet = {"River": 'quiet = "23:00-07:00"'}
    return set_stage(line_toml("River", "Sage", shift="08:00-18:00", about=quiet))


def texts(stage: Stage, *bodies: str, sender: str = RIVER) -> list[str]:
    """What comes back to a phone that sends these, each after the other."""
    phone = stage.emulator.handset(sender)
    known = len(phone.messages)
    for body in bodies:
        phone.send_sms(LINE, body)
        stage.wait(3)
    return [one.body for one in phone.messages[known:]]


def test_off_for_two_hours_and_on_again(stage: Stage) -> None:
    (off,) = texts(stage, "off 2h")
    assert off.startswith("You're off, and that's fine. It ends today at noon")
    assert stage.off_duty("River")
    (on,) = texts(stage, "On")
    assert on.startswith("You're on, and calls can reach you. That ends this evening at six.")
    assert not stage.off_duty("River")
    (twice,) = texts(stage, "STATUS")
    assert twice == on
    stage.wait(90)
    assert stage.provider_calls() == []
    assert stage.twilio.messages.list() == [], "neither question nor answer stays there"


def test_a_break_has_an_end_and_a_time_that_nobody_understands_changes_nothing(
    stage: Stage,
) -> None:
    (pause,) = texts(stage, "Break")
    assert "that ends this morning at ten thirty" in pause
    for unclear in ("OFF soon", "BREAK 9000", "OFF 25:00", "ON 13H"):
        (kindly,) = texts(stage, unclear)
        assert kindly.startswith("I'm not sure about that time")
    (still,) = texts(stage, "status")
    assert still.startswith("You're off, and that's fine. It ends this morning at ten thirty")


def test_in_spanish_with_or_without_accents(set_stage: SetStage) -> None:
    spoken = {"River": 'languages = ["es", "en"]'}
    stage = set_stage(line_toml("River", shift="08:00-18:00", about=spoken))
    (off,) = texts(stage, "¡Salgo 2h!")
    assert off.startswith("Está fuera de turno hasta hoy al mediodía")
    (status,) = texts(stage, "éstado")
    assert status.startswith("Está fuera de turno hasta hoy al mediodía")
    (which,) = texts(stage, "hola")
    assert "AYUDA" in which


def test_help_names_every_word_in_the_language_in_which_it_is_understood(stage: Stage) -> None:
    words, said = text_words(stage.world), load()
    for language in (*said.languages, *said.drafts):
        spoken = said if language in said.languages else said.draft(language)
        for word in words:
            named = spoken.text(word.help, language).plain
            found = meant(words, re.split(r"[ ,:]", named)[0])
            assert found is not None, (language, named)
            assert found[0].help == word.help
    answers = texts(stage, "HELP")
    (ours,) = [one for one in answers if "NEXT" in one]
    assert all(said.text(word.help, "en").plain in ours for word in words)


def test_no_word_of_ours_is_one_that_carriers_answer(stage: Stage) -> None:
    names = {name for word in text_words(stage.world) for name in word.names}
    assert not names & (CARRIERS_STOP | CARRIERS_START)


@pytest.mark.parametrize("word", ["STOP", "cancel", "End"])
def test_stop_is_respected_and_changes_no_duty(stage: Stage, word: str) -> None:
    assert texts(stage, "OFF 2H")
    assert len(texts(stage, word)) == 1, "the provider says that it has stopped; we say nothing"
    book = stage.roster.book("county")
    assert book is not None
    assert len(book.no_texts) == 1
    assert stage.off_duty("River"), "they are as they were"
    assert not stage.workshop.texting.text(
        stage.supporter("River").supporter.id, "county", "text-off-after-misses"
    )
    assert texts(stage, "ON") == [], "it is done all the same"
    assert not stage.off_duty("River")
    assert stage.emulator.alerts == [], "the provider was not asked for what it would refuse"
    assert len(texts(stage, "Start")) == 1
    assert texts(stage, "ON")
    assert stage.roster.book("county").no_texts == frozenset()  # type: ignore[union-attr]  # there is one


def test_a_word_by_which_the_provider_was_told_to_stop_is_a_stop(stage: Stage) -> None:
    """Its account may know other words, in other languages."""
    asked = {"From": RIVER, "To": LINE, "Body": "ALTO", "OptOutType": "STOP"}
    answer = Provider.of(stage).posts("/message", MessageSid="SM" + "3" * 32, **asked)
    assert "<Message" not in answer.text
    book = stage.roster.book("county")
    assert book is not None
    assert len(book.no_texts) == 1


def test_a_late_job_does_not_take_off_who_has_come_on_again(stage: Stage) -> None:
    """Key 0 in an offer is kept by a job, which may come after the next word of theirs."""
    river = stage.supporter("River").supporter.id
    stage.calls.set_off(river, stage.emulator.clock.now() + 3600)
    texts(stage, "ON")
    stage.workshop.duty.off_for_this_shift(river, "county")
    (status,) = texts(stage, "STATUS")
    assert "calls can reach you" in status


def test_who_wrote_stop_while_we_were_away_is_known_at_the_next_text(stage: Stage) -> None:
    river = stage.supporter("River").supporter
    stage.emulator.owned(LINE).settings["sms_url"] = ""  # type: ignore[union-attr]  # it is owned
    assert len(texts(stage, "STOP")) == 1
    assert not stage.workshop.texting.text(river.id, "county", "text-off-after-misses")
    book = stage.roster.book("county")
    assert book is not None
    assert book.no_texts == {river.id}


def test_a_stranger_gets_one_neutral_answer_a_day_and_is_not_known_afterwards(
    stage: Stage,
) -> None:
    said = texts(stage, "I am not well", "please", "ON", sender=STRANGER)
    assert len(said) == 1
    assert "988" in said[0]
    assert "peer" not in said[0].lower()
    assert texts(stage, "hello", sender="+16505550151") != []
    everything = b"".join(stage.connection.dump(key) or b"" for key in stage.connection.scan_iter())
    assert b"5550150" not in everything
    stage.wait(14 * 3600 + 60)
    assert len(texts(stage, "hello again", sender=STRANGER)) == 1, "another day"


def test_the_same_text_twice_is_answered_once(stage: Stage) -> None:
    """Replayed by somebody who has recorded it, or sent again by the provider."""
    provider = Provider.of(stage)
    asked = {"From": RIVER, "To": LINE, "Body": "OFF 2H", "MessageSid": "SM" + "1" * 32}
    first = provider.posts("/message", **asked)
    assert "<Message" in first.text
    assert texts(stage, "ON")
    replayed = provider.posts("/message", **asked)
    assert "<Message" not in replayed.text
    assert not stage.off_duty("River")


def test_what_a_supporter_texted_cannot_be_sent_again_by_others_a_month_later(
    stage: Stage,
) -> None:
    """The provider's signature has no time in it. The mark ends at a midnight and tells no hour."""
    Provider.of(stage).posts("/message", From=RIVER, To=LINE, Body="OFF", MessageSid="SM1")
    Provider.of(stage).posts("/message", From=STRANGER, To=LINE, Body="OFF", MessageSid="SM2")
    lasts = stage.connection.ttl("wl:texted:SM1")
    assert 30 * 24 * 3600 <= lasts <= 31 * 24 * 3600
    assert stage.connection.expiretime("wl:texted:SM1") % (24 * 3600) == 0
    assert stage.connection.ttl("wl:texted:SM2") <= 24 * 3600


def test_a_forged_text_is_refused(stage: Stage) -> None:
    provider = Provider.of(stage)
    forged = {"From": RIVER, "To": LINE, "Body": "OFF", "MessageSid": "SM" + "2" * 32}
    assert provider.raw("/message", data=forged).status_code == 403
    assert not stage.off_duty("River")


def test_nobody_is_told_that_something_worked_when_it_was_not_kept(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    from warmline.domain.errors import StoreTrouble

    def away(*_: object, **__: object) -> None:
        raise StoreTrouble("away")

    monkeypatch.setattr(stage.roster, "wish_duty", away)
    (said,) = texts(stage, "OFF 2H")
    assert said.startswith("That didn't work just now")
    assert "5550111" not in "".join(capfd.readouterr())


def test_whoever_forges_a_supporters_number_cannot_fill_their_phone(
    stage: Stage, capfd: pytest.CaptureFixture[str]
) -> None:
    stage.working = False
    provider = Provider.of(stage)

    def answered(n: int, sender: str) -> bool:
        given = provider.posts(
            "/message", MessageSid=f"SM{n:032}", From=sender, To=LINE, Body="NEXT"
        )
        return "<Message" in given.text

    assert [answered(n, RIVER) for n in range(40)] == [True] * 30 + [False] * 10
    assert answered(40, PHONES["Sage"]), "others' texts are answered"
    told = "".join(capfd.readouterr())
    assert told.count("texts_of_one_supporter_many") == 1
    assert RIVER[-7:] not in told
    stage.wait(3600)
    assert answered(41, RIVER)
