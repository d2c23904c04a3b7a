"""Behind #: a supporter from any phone, and everybody else led back."""

from __future__ import annotations

import re

import pytest

from tests.call_flows.provider import Provider
from tests.stories.conftest import SetStage
from warmline.demo.phones import CallerPhone
from warmline.demo.stage import Stage
from warmline.demo.stories._story import PHONES, line_toml
from warmline.services.supporters.pins import hand_out

BORROWED = "+16505550151"


@pytest.fixture
def stage(set_stage: SetStage) -> Stage:
    """River is on from eight to six; it is ten on a Tuesday morning."""
    return set_stage(line_toml("River", shift="08:00-18:00"))


@pytest.fixture
def key(stage: Stage) -> tuple[str, str]:
    """River's short number and PIN."""
    return hand_out(stage.pins, stage.supporter("River").supporter)


def at_the_door(stage: Stage, phone: str) -> CallerPhone:
    caller = stage.caller(phone, "Somebody").dials()
    caller.hears("greeting")
    caller.presses("#")
    return caller


def test_from_their_own_phone_the_pin_is_enough(stage: Stage, key: tuple[str, str]) -> None:
    river = at_the_door(stage, PHONES["River"])
    river.hears("duty-pin")
    river.presses(key[1])
    river.hears("duty-hello", alias="River")
    river.hears("duty-free", when="this evening at six")
    river.presses("2")
    river.presses("2")
    river.hears("duty-off-until", when="today at noon")
    stage.check(stage.off_duty("River"), "River is off")
    river.presses("1")
    river.hears("duty-free", when="this evening at six")
    river.presses("3")
    river.presses("2")
    river.hears("duty-break-until", when="this morning at ten thirty")
    river.presses("4")
    river.hears(
        "duty-next", when="tomorrow at eight in the morning", end="tomorrow at six in the evening"
    )
    river.hears("duty-goodbye", within=60)
    river.call_ends()
    assert stage.rows() == [], "a call about duty is no caller's call"


def test_from_a_borrowed_phone_the_number_comes_first(stage: Stage, key: tuple[str, str]) -> None:
    somebody = at_the_door(stage, BORROWED)
    somebody.hears("duty-number")
    somebody.presses(key[0])
    somebody.hears("duty-now-pin")
    somebody.presses(key[1])
    somebody.hears("duty-hello", alias="River")
    somebody.hangs_up()
    urls = " ".join(request.url for request in stage.emulator.requests)
    assert key[1] not in urls
    assert key[0] not in re.sub(r"[0-9a-f]{24,}", "", urls)


def test_who_came_by_accident_is_led_back_and_then_to_a_peer(stage: Stage) -> None:
    caller = at_the_door(stage, "+16505550150")
    caller.hears_all_of("duty-number")
    caller.hears("duty-back", within=20)
    stage.supporter("River").rings(60)


@pytest.mark.parametrize(
    ("keys", "heard"), [("*", "duty-back"), ("9", "crisis-door"), ("0", "waiting-ringing")]
)
def test_the_keys_that_mean_the_same_everywhere(stage: Stage, keys: str, heard: str) -> None:
    caller = at_the_door(stage, "+16505550150")
    caller.hears("duty-number")
    caller.presses(keys)
    values = {"phones": 0} if heard == "waiting-ringing" else {}
    caller.hears(heard, within=10, **values)


def test_three_that_do_not_match_and_it_is_closed_for_a_while_for_known_and_unknown_alike(
    stage: Stage, key: tuple[str, str], capfd: pytest.CaptureFixture[str]
) -> None:
    stage.working = False
    provider = Provider.of(stage)
    number = key[0]
    nobodys = next(n for n in ("1111", "2222", "3333") if n != number)
    heard: dict[str, list[str]] = {}
    sid = call_id = ""
    for n, who in enumerate((number, nobodys)):
        sid = f"CA{n:032}"
        provider.posts("/call", CallSid=sid, From=BORROWED)
        call_id = stage.calls.known(sid) or ""
        said = heard[who] = []
        for wrong in ("271828", "314159", "161803", key[1]):
            provider.posts(f"/call/en/{call_id}/duty/number", CallSid=sid, Digits=who)
            answer = provider.posts(f"/call/en/{call_id}/duty/pin", CallSid=sid, Digits=wrong)
            said.append(re.sub(f"{call_id}|tries=.", "", answer.text))
    assert heard[number] == heard[nobodys], "word for word the same"
    assert "again in a minute" in heard[number][3], "the right one, too, has to wait"
    stage.wait(61)
    provider.posts(f"/call/en/{call_id}/duty/number", CallSid=sid, Digits=number)
    opened = provider.posts(f"/call/en/{call_id}/duty/pin", CallSid=sid, Digits=key[1])
    assert "Hello, River" in opened.text
    told = "".join(capfd.readouterr())
    assert not any(secret in told for secret in (key[1], "271828", "5550151", number))


def test_who_guesses_from_elsewhere_locks_nobody_out_on_their_own_phone(
    stage: Stage, key: tuple[str, str]
) -> None:
    stage.working = False
    provider = Provider.of(stage)

    def tries(phone: str, number: str, *pins: str) -> str:
        sid = f"CA{phone[1:]:0>32}"
        provider.posts("/call", CallSid=sid, From=phone)
        call_id = stage.calls.known(sid)
        said = ""
        for pin in pins:
            provider.posts(f"/call/en/{call_id}/duty", CallSid=sid, From=phone)
            if number:
                provider.posts(f"/call/en/{call_id}/duty/number", CallSid=sid, Digits=number)
            said = provider.posts(f"/call/en/{call_id}/duty/pin", CallSid=sid, Digits=pin).text
        return said

    guessed = tries(BORROWED, key[0], *["271828"] * 3, key[1])
    assert "again in a minute" in guessed
    assert "Hello, River" in tries(PHONES["River"], "", key[1])
    assert "again in a minute" in tries(BORROWED, key[0], key[1]), "that opens it for nobody else"


def test_each_wait_is_twice_the_last_and_a_line_stops_guessing(
    stage: Stage, key: tuple[str, str]
) -> None:
    stage.working = False
    call, _ = stage.calls.open(
        sid="CA1", line="county", language="en", number="+16505550100", is_open=True, avoid=()
    )
    stage.calls.come_to_door(call.id, "supporter-001", "", own=True)
    waits = []
    for _ in range(7):
        while wait := stage.calls.try_pin(call.id, "county"):
            waits.append(round(wait))
            stage.wait(wait)
    assert waits == [60, 120, 240, 480]
    for n in range(60):
        stage.calls.come_to_door(call.id, "", f"county:{n:04}", own=False)
        if stage.calls.try_pin(call.id, "county"):
            break
    assert n == 30, "whoever tries one number after the other is stopped, too"


def test_they_choose_another_pin_that_nobody_guesses(stage: Stage, key: tuple[str, str]) -> None:
    river = at_the_door(stage, PHONES["River"])
    river.hears("duty-pin")
    river.presses(key[1])
    river.hears("duty-menu-pin", within=60)
    river.presses("6")
    river.hears("duty-new-pin")
    river.presses("123456")
    river.hears("duty-pin-weak")
    river.presses("407183")
    river.hears("duty-new-pin-again")
    river.presses("407184")
    river.hears("duty-pin-differs")
    river.presses("407183")
    river.presses("407183")
    river.hears("duty-pin-kept")
    river.hangs_up()
    person = stage.supporter("River").supporter.id
    assert stage.pins.matches(person, "407183")
    assert not stage.pins.matches(person, key[1])
    kept = b"".join(stage.connection.dump(one) or b"" for one in stage.connection.scan_iter())
    assert b"407183" not in kept


def test_nobody_without_a_pin_comes_in(stage: Stage) -> None:
    river = at_the_door(stage, PHONES["River"])
    river.hears("duty-pin")
    river.presses("000000")
    river.hears("duty-not-matched")


def test_in_quiet_hours_they_are_asked_first(set_stage: SetStage) -> None:
    quiet = {"River": 'quiet = "09:00-12:00"'}
    stage = set_stage(line_toml("River", shift="08:00-18:00", about=quiet))
    _, pin = hand_out(stage.pins, stage.supporter("River").supporter)
    river = at_the_door(stage, PHONES["River"])
    river.presses(pin)
    river.hears("duty-quiet", when="today at noon")
    river.presses("1")
    river.hears("duty-on-anyway")
    river.presses("1")
    river.hears("duty-free", when="this evening at six", within=10)


WILLOW = """
[[supporter]]
alias = "Willow"
phone = "+16505550114"
confirmed = true
languages = ["en"]
"""


def test_a_shift_is_offered_kept_and_taken_behind_the_door_and_a_practice_call_asked_for(
    set_stage: SetStage,
) -> None:
    stage = set_stage(line_toml("River", shift="12:00-18:00", extra=WILLOW))
    mine = hand_out(stage.pins, stage.supporter("River").supporter)
    theirs = hand_out(stage.pins, stage.supporter("Willow").supporter)
    river = at_the_door(stage, PHONES["River"])
    river.presses(mine[1])
    for keys in ("72", "73", "72"):
        for key in keys:
            river.presses(key)
        river.hears("swap-offered" if keys == "72" else "swap-kept", when="today at noon")
    river.hangs_up()
    willow = at_the_door(stage, "+16505550114")
    willow.presses(theirs[1])
    willow.presses("7")
    willow.hears("shifts-menu")
    willow.presses("1")
    willow.hears("shifts-open", alias="River", when="today at noon", end="this evening at six")
    willow.presses("2")
    willow.hears("shifts-no-more")
    for key in "711":
        willow.presses(key)
    willow.hears("swap-taken", when="today at noon", end="this evening at six")
    willow.presses("7")
    willow.presses("4")
    willow.hears("text-practice")
    willow.hears("duty-goodbye")
    willow.call_ends()
    stage.supporter("Willow").rings(within=40)
