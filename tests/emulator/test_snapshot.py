"""The state of the handsets as a page sees it."""

from __future__ import annotations

import json

from tests.emulator.lab import CALLER, LINE, VOLUNTEER, App, dial
from warmline.emulator import Emulator, behaviours


def test_a_snapshot_is_json_and_its_version_grows(emu: Emulator, app: App) -> None:
    emu.handset(VOLUNTEER).label = "second peer"
    app.docs["/voice"] = f'<Say>hello</Say><Dial callerId="{LINE}">{VOLUNTEER}</Dial>'
    before = emu.snapshot()
    assert emu.snapshot()["version"] == before["version"]
    dial(emu, seconds=4)
    after = emu.snapshot()
    assert after["version"] > before["version"]
    json.dumps(after)
    called, caller = after["handsets"]
    assert (called["label"], called["number"]) == ("second peer", VOLUNTEER)
    assert (called["state"], called["call"]["ringing_from"]) == ("ringing", LINE)
    assert caller["state"] == "in-progress"
    assert [one["kind"] for one in caller["call"]["hearing"]] == ["ringback"]
    assert [one["text"] for one in caller["call"]["heard"] if one["kind"] == "say"] == ["hello"]


def test_talking_and_ended(emu: Emulator, app: App) -> None:
    emu.handset(VOLUNTEER).behaviour = behaviours.Answers(1, hang_up_after=5)
    app.docs["/voice"] = f"<Dial>{VOLUNTEER}</Dial>"
    dial(emu, seconds=5)
    talking = {one["number"]: one["call"]["talking_with"] for one in emu.snapshot()["handsets"]}
    assert talking == {CALLER: [VOLUNTEER], VOLUNTEER: [CALLER]}
    emu.run(10)
    shown = emu.snapshot()["handsets"]
    assert [one["state"] for one in shown] == ["idle", "idle"]
    assert shown[0]["call"]["ended_because"]
    json.dumps(emu.provider_holds())


def test_texts_are_shown(emu: Emulator) -> None:
    emu.messages.send("outbound-api", LINE, CALLER, "hello")
    emu.run(3)
    (handset,) = emu.snapshot()["handsets"]
    assert handset["messages"][0]["body"] == "hello"
    assert handset["call"] is None
