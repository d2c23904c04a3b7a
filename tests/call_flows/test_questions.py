"""What is asked before the names, lists longer than five, and wishes by key."""

from __future__ import annotations

from tests.call_flows.test_choosing import OnTheLine, crowd
from tests.stories.conftest import SetStage
from warmline.demo.stories._story import line_toml
from warmline.domain.call import State
from warmline.domain.choosing import Wish

SPANISH = 'languages = ["es"]'
ALL_THREE = line_toml(
    "River",
    "Sage",
    "Juniper",
    about={
        "River": 'agency = "north"',
        "Sage": f'kind = "family_peer"\n{SPANISH}',
        "Juniper": 'languages = ["en"]',
    },
)


def wish(caller: OnTheLine) -> Wish:
    call = caller.stage.calls.peek(caller.id)
    assert call is not None
    return call.wish


def tagged(many: int) -> str:
    """So many supporters on duty, each with a tag of their own."""
    toml = crowd(many)
    for n in range(many):
        alias = f'alias = "Peer {chr(65 + n // 26)}{chr(97 + n % 26)}"\n'
        toml = toml.replace(alias, f'{alias}tags = ["topic {chr(97 + n)}"]\n', 1)
    return toml


def agencies(many: int) -> str:
    toml = crowd(many)
    for n in range(many):
        alias = f'alias = "Peer {chr(65 + n // 26)}{chr(97 + n % 26)}"\n'
        toml = toml.replace(alias, f'{alias}agency = "house {chr(97 + n)}"\n', 1)
    return toml


def test_where_three_questions_make_sense_two_are_asked_and_the_third_has_a_key(
    set_stage: SetStage,
) -> None:
    caller = OnTheLine(set_stage(ALL_THREE))
    assert "To talk in English, press 1. Para hablar en español, oprima 2." in caller.at(
        "menu", "3"
    )
    assert "peers from north, press 1" in caller.at("choose/language", "6")
    assert "a peer." in (said := caller.at("choose/agency", ""))
    assert "To choose in another way, press 3." in said
    assert "For peers or family peers only, press 1." in caller.at("choose/name", "3")
    assert "For a family peer, press 2." in caller.at("choose/ways", "1")
    assert "Sage, a family peer." in caller.at("choose/kind", "2")


def test_the_language_that_is_wished_is_whose_speakers_are_named(set_stage: SetStage) -> None:
    caller = OnTheLine(set_stage(ALL_THREE))
    caller.at("menu", "3")
    caller.at("choose/language", "2")
    assert "River, a peer." in caller.at("choose/agency", "")
    assert "Sage, a family peer." in caller.at("choose/name", "2")
    assert "all the names" in caller.at("choose/name", "2"), "Juniper does not speak Spanish"


def test_a_language_that_is_not_there_is_no_wish(set_stage: SetStage) -> None:
    caller = OnTheLine(set_stage(ALL_THREE))
    caller.at("menu", "3")
    caller.at("choose/language", "5")
    assert wish(caller).language == ""


def test_where_everybody_speaks_the_callers_language_it_is_not_asked(set_stage: SetStage) -> None:
    said = OnTheLine(set_stage(line_toml("River", "Sage"))).at("menu", "3")
    assert "River, a peer." in said
    assert "another way" not in said, "there is no other way on this line"


def test_seven_agencies_are_read_five_and_two_and_a_key_means_what_was_read(
    set_stage: SetStage,
) -> None:
    caller = OnTheLine(set_stage(line_toml(extra=agencies(7))))
    said = caller.at("menu", "3")
    assert "house e, press 5. To hear more, press 7." in said
    assert "house f" not in said
    said = caller.at("choose/agency", "7")
    assert "house f, press 1." in said
    assert "house g, press 2." in said
    assert "To hear more" not in said
    assert "house f" in caller.at("choose/agency", "*", at=5), "star reads the same five"
    caller.at("choose/agency", "2", at=5)
    out = caller.stage.roster.book("county")
    assert out is not None
    assert [s.agency for s in out.supporters if s.id in wish(caller).avoid] == ["house g"]


def test_after_the_last_agencies_the_first_are_read_again(set_stage: SetStage) -> None:
    caller = OnTheLine(set_stage(line_toml(extra=agencies(7))))
    caller.at("menu", "3")
    assert "house a, press 1." in caller.at("choose/agency", "7", at=5)


def test_tags_are_read_five_at_a_time_and_a_key_keeps_its_meaning(set_stage: SetStage) -> None:
    """Also when somebody goes off duty between the words and the key."""
    stage = set_stage(line_toml(extra=tagged(7)))
    caller = OnTheLine(stage)
    caller.at("menu", "3")
    said = caller.at("choose/ways", "3")
    assert "topic e, press 5. If any of these would be welcome, press 6." in said
    assert "To hear more, press 7." in said
    said = caller.at("choose/tags", "7")
    assert "topic f, press 1." in said
    book = stage.roster.book("county")
    assert book is not None
    stage.calls.set_off(book.supporters[0].id, stage.emulator.clock.now() + 3600)
    caller.at("choose/tags", "2", at=5)
    assert wish(caller).tags == {"topic g"}
    assert caller.state is State.WAITING


def test_any_of_five_tags_is_welcome_by_one_key(set_stage: SetStage) -> None:
    caller = OnTheLine(set_stage(line_toml(extra=tagged(7))))
    caller.at("menu", "3")
    caller.at("choose/ways", "3")
    caller.at("choose/tags", "6")
    assert wish(caller).tags == {f"topic {letter}" for letter in "abcde"}
    assert caller.state is State.WAITING


def test_zero_in_every_page_of_choosing_is_any_peer(set_stage: SetStage) -> None:
    pages = ("kind", "language", "agency", "tags", "ways", "name", "more", "passed", "unmet")
    for page in pages:
        stage = set_stage(ALL_THREE)
        caller = OnTheLine(stage)
        caller.at("menu", "3")
        caller.at("choose/kind", "1")
        caller.at(f"choose/{page}", "0")
        assert caller.state is State.WAITING, page
        assert not wish(caller).narrow, page


def test_a_caller_who_chose_a_kind_and_then_any_peer_waits_for_any_peer(
    set_stage: SetStage,
) -> None:
    caller = OnTheLine(set_stage(ALL_THREE))
    caller.at("choose/kind", "2")
    caller.at("menu", "1")
    assert caller.state is State.WAITING
    assert wish(caller).kind is None


def test_nothing_of_a_wish_is_left_when_the_call_has_ended(set_stage: SetStage) -> None:
    stage = set_stage(line_toml(extra=tagged(3)))
    caller = OnTheLine(stage)
    caller.at("menu", "3")
    caller.at("choose/ways", "3")
    caller.at("choose/tags", "1")
    assert wish(caller).tags
    stage.connection.hset(f"wl:call:{caller.id}", "queued", "0")
    caller.hangs_up()
    assert wish(caller) == Wish()
    assert not stage.connection.hexists(f"wl:call:{caller.id}", "sealed")
