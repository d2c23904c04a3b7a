"""Key 3 at lines of every size, and what can be pressed where there is nothing to choose."""

from __future__ import annotations

from lxml import etree

from tests.call_flows.provider import Provider
from tests.stories.conftest import SetStage
from warmline.demo.stage import PUBLIC_URL, Stage
from warmline.demo.stories._story import line_toml
from warmline.domain.call import State

SID = "CA" + "1" * 32
CALLER = "+16505550101"
"""Nobody's of those on duty: who calls from their own phone is not named to themselves."""
EVERY_DAY = '["mon", "tue", "wed", "thu", "fri", "sat", "sun"]'


def crowd(many: int) -> str:
    """So many supporters on duty all day."""
    return "".join(
        f"""
[[supporter]]
alias = "Peer {chr(65 + n // 26)}{chr(97 + n % 26)}"
phone = "+1650555{120 + n:04}"
confirmed = true

[[shift]]
supporter = "Peer {chr(65 + n // 26)}{chr(97 + n % 26)}"
days = {EVERY_DAY}
hours = "00:00-00:00"
"""
        for n in range(many)
    )


class OnTheLine:
    """A caller who has pressed 3."""

    def __init__(self, stage: Stage) -> None:
        stage.working = False
        self.stage, self.provider = stage, Provider.of(stage)
        self.provider.posts("/call", CallSid=SID, From=CALLER)
        self.id = str(stage.calls.known(SID))

    def at(self, page: str, key: str | None = None, at: int = 0) -> str:
        """What is said on a page, or after a key there; redirects are followed.

        `at`: how far a list has been read.
        """
        path = f"/call/en/{self.id}/{page}" + ("" if key is None else "/key")
        path += f"?at={at}" if at else ""
        while True:
            answer = self.provider.posts(path, CallSid=SID, From=CALLER, Digits=key or "")
            assert answer.status_code == 200
            document = etree.fromstring(answer.text.encode())
            onward = document.xpath("/Response/Redirect/text()")
            if not onward:
                return " ".join(" ".join(document.itertext()).split())
            path, key = str(onward[0]).removeprefix(PUBLIC_URL), None

    def hangs_up(self) -> None:
        """The caller puts the phone down while waiting."""
        path = f"/call/en/{self.id}/waited"
        self.provider.posts(path, CallSid=SID, From=CALLER, QueueResult="hangup")

    @property
    def avoided(self) -> int:
        call = self.stage.calls.peek(self.id)
        assert call is not None
        return len(call.wish.avoid)

    @property
    def state(self) -> State:
        call = self.stage.calls.peek(self.id)
        assert call is not None
        return call.state


def test_fifty_are_named_five_at_a_time(set_stage: SetStage) -> None:
    caller = OnTheLine(set_stage(line_toml(extra=crowd(50))))
    said, names = caller.at("menu", "3"), set()
    for n in range(1, 51):
        assert ", a peer." in said
        names.add(said.partition(",")[0])
        said = caller.at("choose/name", "2")
        assert ("To hear more names" in said) == (n % 5 == 0)
        if n % 5 == 0:
            said = caller.at("choose/more", "1")
    assert len(names) == caller.avoided == 50
    assert "all the names" in said
    caller.at("choose/name", "1")
    assert caller.state is State.WAITING


def test_silence_after_five_names_reaches_any_peer(set_stage: SetStage) -> None:
    caller = OnTheLine(set_stage(line_toml(extra=crowd(7))))
    caller.at("choose/more", "")
    assert caller.state is State.WAITING


def test_with_nobody_at_all_the_caller_waits(set_stage: SetStage) -> None:
    caller = OnTheLine(set_stage(line_toml("River", shift="03:00-04:00")))
    assert "I can't name anyone" in caller.at("menu", "3")
    caller.at("choose/name", "")
    assert caller.state is State.WAITING


def test_the_menu_speaks_of_choosing_from_two_supporters_on(set_stage: SetStage) -> None:
    assert "To choose who" not in OnTheLine(set_stage(line_toml("River"))).at("menu")


def test_two_supporters_are_a_choice(set_stage: SetStage) -> None:
    caller = OnTheLine(set_stage(line_toml("River", "Sage")))
    assert "To choose who" in caller.at("menu")
    assert "press 3" in caller.at("menu", "6")


def test_a_key_without_an_agency_is_no_wish(set_stage: SetStage) -> None:
    about = {"River": 'agency = "North"'}
    caller = OnTheLine(set_stage(line_toml("River", "Sage", about=about)))
    assert "leave out peers from North, press 1." in caller.at("menu", "3")
    assert "River, a peer." in caller.at("choose/agency", "4")
    assert caller.avoided == 0
    assert "Sage, a peer." in caller.at("choose/agency", "1")
    assert caller.avoided == 1


def test_choosing_is_too_late_once_a_peer_is_there(set_stage: SetStage) -> None:
    stage = set_stage(line_toml("River", "Sage"))
    caller = OnTheLine(stage)
    stage.connection.hset(f"wl:call:{caller.id}", "state", "parted")
    caller.at("choose/name")
    assert caller.state is State.PARTED
