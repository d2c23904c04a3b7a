"""Key 7: twenty seconds for everybody, and the rest for who presses it again."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from lxml import etree

from tests.call_flows.conftest import SetStage
from tests.call_flows.provider import Provider
from warmline.demo.stage import Stage
from warmline.demo.stories._story import line_toml
from warmline.domain.legal_hold import approve, propose
from warmline.prompts import load, speech_seconds
from warmline.services.privacy import facts, further

SAID = 'mandated_reporting = { en = "We report nothing but fires.", es = "Solo los incendios." }\n'


def line_that_says(run_by: str) -> str:
    toml = line_toml("River")
    kept = [one for one in toml.splitlines() if not one.startswith("mandated_reporting")]
    return "\n".join(kept).replace("[line]", f"[line]\n{SAID}{run_by}", 1)


def presses(stage: Stage, *keys: str, language: str = "en") -> str:
    provider, page, text = Provider.of(stage), "menu", ""
    provider.posts("/call", CallSid="CA" + "3" * 32)
    call_id = stage.calls.known("CA" + "3" * 32)
    for key in keys:
        where = f"/call/{language}/{call_id}/{page}/key"
        answer = provider.posts(where, Digits=key, CallSid="CA" + "3" * 32)
        document = etree.fromstring(answer.data)
        text = " ".join("".join(document.itertext()).split())
        gather = document.find("Gather")
        assert gather is not None, answer.text
        page = str(gather.get("action")).split(f"{call_id}/")[1].split("/key")[0]
    return text


def test_seven_tells_what_is_not_kept_and_seven_again_who_runs_the_line(
    set_stage: SetStage,
) -> None:
    stage = set_stage(line_that_says('run_by = { en = "Peers of this county run it." }'))
    assert "We count calls, not people." in presses(stage, "7")
    again = presses(stage, "7", "7")
    assert "Peers of this county run it." in again
    assert "We report nothing but fires." in again
    assert "It's gone within 12 hours." in again
    assert "press 1" in again, "the menu follows"


def test_each_language_hears_its_own_statement(set_stage: SetStage) -> None:
    stage = set_stage(line_that_says('run_by = { en = "Peers of this county run it." }'))
    assert "Solo los incendios." in presses(stage, "7", "7", language="es")


@pytest.mark.parametrize("key", ["*", ""])
def test_who_has_heard_enough_is_back_at_the_menu(set_stage: SetStage, key: str) -> None:
    stage = set_stage()
    assert "To talk with a peer, press 1" in presses(stage, "7", key)


def test_the_first_part_fits_into_25_seconds_in_each_language() -> None:
    for language in load().languages:
        parts = [load().text(one, language) for one in ("privacy", "privacy-further")]
        assert sum(map(speech_seconds, parts)) <= 30
        assert speech_seconds(parts[0]) <= 20


def test_what_is_said_follows_from_what_is_done(set_stage: SetStage) -> None:
    (book,) = set_stage().roster.books()
    known = facts(book)
    assert (known.recorded, known.number_kept, known.rows_kept) == (False, 0.0, 30 * 24)
    said = [one.plain for one in further(known, load(), "en")]
    assert said[0] == "By law, a peer may report harm to a child."
    assert "we ask our phone company to delete its record of it" in said[1]
    assert f"{known.callback_number_kept:.0f} hours" in said[-2]
    assert f"{known.flag_number_kept:.0f} hours" in said[-1]


def test_while_a_legal_hold_is_on_seven_tells_it_and_does_not_promise_deletion(
    set_stage: SetStage,
) -> None:
    stage = set_stage()
    hold(stage)
    told = presses(stage, "7", "7")
    assert "a legal order keeps our phone company's records of calls from being deleted" in told
    assert "to delete its record" not in told
    assert "orden legal" in presses(stage, "7", "7", language="es")


def hold(stage: Stage) -> None:
    """Two people put a legal hold on, and the line learns of it."""
    now = datetime.fromtimestamp(stage.emulator.clock.now(), UTC)
    stage.holds.change(lambda current: propose(current, "h", "Order 12", "Ann", now))
    stage.holds.change(lambda current: approve(current, "Ben", now))
    stage.wait(10)
