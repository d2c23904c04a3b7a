"""What the evenings found, and what was found by thinking: each is a phone call."""

from __future__ import annotations

from fnmatch import fnmatch

import pytest
import redis

from tests.call_flows.provider import Provider
from tests.faults.evening import leg_of, plain
from tests.stories.conftest import SetStage
from warmline.demo.stage import PUBLIC_URL, Stage
from warmline.demo.stories._story import line_toml
from warmline.demo.stories.callback import asks_while_busy, picks_up, takes_it
from warmline.domain.live import Accepted
from warmline.emulator import Faults, behaviours
from warmline.emulator.transport import HttpRequest, HttpResponse, ProtocolViolation
from warmline.services.care import Care


def care(stage: Stage) -> Care:
    """The supporter's side, to be asked out of order."""
    world = stage.world
    return Care(world.calls, world.roster, world.jobs, world.clock)


def ids(stage: Stage, kind: str) -> list[str]:
    """Every id of a kind that Redis knows."""
    return [plain(key).rpartition(":")[2] for key in stage.connection.scan_iter(f"wl:{kind}:*")]


def jobs_are_lost(stage: Stage) -> None:
    """Whatever the queues hold goes down with its worker."""
    stage.connection.delete("rq:queue:ring", "rq:queue:other")


def all_is_well(stage: Stage) -> None:
    assert stage.failed_jobs() == []
    assert stage.emulator.alerts == []
    assert stage.emulator.warnings == []


def test_a_phone_that_could_not_be_silenced_is_silenced_when_the_provider_listens_again(
    set_stage: SetStage,
) -> None:
    """River takes the call. The provider refuses to stop Sage's phone, twice."""
    stage = set_stage(line_toml("River", "Sage"))
    caller, (river, sage) = stage.caller().reaches_waiting(), stage.supporters("River", "Sage")
    sage.rings()
    river.answers()
    stage.emulator.fail_next_rest(500, times=2, path_contains=sage.call.sid)
    river.presses("1")
    sage.stops_ringing(within=3)
    caller.is_connected_to(river)
    all_is_well(stage)


def test_a_supporter_whom_the_caller_left_hears_so_when_the_provider_listens_again(
    set_stage: SetStage,
) -> None:
    """The caller hangs up in the talk; River must not sit alone in an empty room for ever."""
    stage = set_stage()
    caller, river = stage.caller().reaches_waiting(), stage.supporter("River")
    river.takes_the_call()
    caller.is_connected_to(river)
    stage.emulator.fail_next_rest(503, times=3, path_contains=river.call.sid)
    caller.hangs_up()
    river.hears("after-talk", within=6, minutes=10)
    river.call_ends()
    all_is_well(stage)


def test_phones_fall_silent_though_the_job_that_would_silence_them_is_lost(
    set_stage: SetStage,
) -> None:
    """A worker dies between River's 1 and Sage's silence; the clock sees what is due (P7)."""
    stage = set_stage(line_toml("River", "Sage"))
    stage.caller().reaches_waiting()
    river, sage = stage.supporters("River", "Sage")
    sage.rings()
    river.answers()
    stage.working = False
    river.presses("1")
    jobs_are_lost(stage)
    stage.working = True
    sage.stops_ringing(within=1)


def test_a_phone_that_no_worker_came_to_dial_is_dialed_later(set_stage: SetStage) -> None:
    """River's phone was reserved, and the job that would ring it is lost. River has not failed."""
    stage = set_stage()
    caller = stage.caller().dials()
    caller.hears("greeting")
    stage.working = False
    caller.presses("1")
    stage.workshop.ringing.step("county")
    jobs_are_lost(stage)
    stage.wait(5)
    stage.working = True
    stage.supporter("River").takes_the_call(within=8)
    caller.is_connected_to(stage.supporter("River"))


def test_a_key_that_arrives_after_the_phone_was_put_down_takes_no_call(
    set_stage: SetStage,
) -> None:
    """River presses 1 and hangs up; we hear of the hang-up first. Nobody waits for River."""
    stage = set_stage(line_toml("River", "Sage"))
    caller, (river, sage) = stage.caller().reaches_waiting(), stage.supporters("River", "Sage")
    sage.rings()
    river.answers()
    leg = leg_of(river.call)
    river.hangs_up()
    assert care(stage).take(leg)[0].outcome is not Accepted.JOINED
    sage.answers()
    sage.presses("1")
    caller.is_connected_to(sage)


@pytest.mark.parametrize("keys", ["", "1", "9", "4"])
def test_a_caller_whose_end_nobody_reports_is_not_kept_for_ever(
    set_stage: SetStage, keys: str
) -> None:
    """The report of the hang-up is lost, wherever in the call the caller was."""
    stage = set_stage()
    stage.emulator.faults = Faults(lose=1.0)
    caller = stage.caller().dials()
    caller.hears("greeting")
    if keys:
        caller.presses(keys)
    stage.wait(3)
    caller.hangs_up()
    stage.wait(240)
    assert len(stage.rows()) == 1
    assert not stage.supporter("River").is_ringing
    assert caller.call.sid not in stage.provider_calls()


def test_a_supporter_who_leaves_on_the_way_into_the_room_unreported(set_stage: SetStage) -> None:
    """The caller must not wait in the room for somebody whose phone is gone."""
    stage = set_stage()
    stage.emulator.faults = Faults(lose=1.0)
    caller, river = stage.caller().reaches_waiting(), stage.supporter("River")
    river.takes_the_call()
    river.call.hang_up()
    caller.hears("peer-lost", within=30, alias="River")


def test_a_caller_in_the_star_menu_whose_peer_leaves_unreported(set_stage: SetStage) -> None:
    """Back from the star menu there is nobody; the caller hears so."""
    stage = set_stage()
    caller, river = stage.caller().reaches_waiting(), stage.supporter("River")
    river.takes_the_call()
    caller.is_connected_to(river)
    caller.presses("*")
    caller.hears("talk-menu")
    river.hears("talk-caller-star")
    stage.emulator.faults = Faults(lose=1.0)
    river.hangs_up()
    caller.presses("1")
    caller.hears("talk-back")
    caller.hears("peer-lost", within=30, alias="River")


def test_the_crisis_door_while_hearing_who_is_here_does_not_cost_the_peer(
    set_stage: SetStage,
) -> None:
    """The caller presses 9 as River comes, then comes back: River can be rung again."""
    stage = set_stage()
    caller, river = stage.caller().reaches_waiting(), stage.supporter("River")
    river.takes_the_call()
    caller.hears("meet-peer", alias="River")
    caller.presses("9")
    caller.hears("crisis-door")
    river.hears("offer-caller-elsewhere")
    river.call_ends()
    caller.presses("*")
    caller.hears("crisis-place-kept")
    river.takes_the_call(within=8)
    caller.is_connected_to(river)


def test_nobody_takes_a_caller_out_of_the_crisis_door(set_stage: SetStage) -> None:
    """River's 1 and the caller's 9 meet: whatever is done late, the caller stays at the door."""
    stage = set_stage()
    caller, river = stage.caller().reaches_waiting(), stage.supporter("River")
    river.rings()
    river.answers()
    river.hears("offer", alias="River")
    caller.presses("9")
    caller.hears("crisis-door")
    (call_id,) = ids(stage, "call")
    call = stage.calls.peek(call_id)
    assert call is not None
    # The provider carries out late what a worker asked for before the 9.
    stage.world.phones.move_caller(call, "meet")
    caller.hears("crisis-door", within=3)
    caller.presses("1")
    caller.hears("crisis-connecting")


def test_a_supporter_who_still_hears_a_goodbye_is_not_rung_in_vain(set_stage: SetStage) -> None:
    """The first caller leaves as River picks up; the second waits, and gets River."""
    stage = set_stage()
    first, second = stage.caller(), stage.caller("+16505550151", "Second caller")
    river = stage.supporter("River")
    first.reaches_waiting()
    river.rings()
    second.reaches_waiting()
    river.answers()
    first.hangs_up()
    river.hears("offer-caller-left")
    river.call_ends()
    river.takes_the_call(within=5)
    second.is_connected_to(river)
    assert not [r for r in stage.emulator.requests if r.params.get("CallStatus") == "busy"]


def test_a_caller_in_the_queue_when_redis_is_emptied_hears_more_than_one_sentence(
    set_stage: SetStage,
) -> None:
    """They are taken up again where they are: in the queue, with choices, and 9 works."""
    stage = set_stage()
    stage.supporter("River").handset.behaviour = behaviours.Busy()
    caller = stage.caller().reaches_waiting()
    stage.wait(3)
    stage.connection.flushdb()
    caller.hears("waiting-line-moved")
    stage.wait(60)
    said = [h.text for h in caller.call.heard if h.kind == "say"][-4:]
    assert len(set(said)) > 1
    caller.presses("9")
    caller.hears("crisis-door")
    stage.crisis_line.behaviour = behaviours.Answers(3.0)
    caller.presses("1")
    caller.hears("crisis-connecting")
    stage.until(lambda: bool(caller.call.talking_with), 15, "the caller talks with 988")
    caller.hangs_up()
    all_is_well(stage)


def test_a_phone_that_is_rung_though_the_provider_did_not_answer_is_answered_like_any_other(
    set_stage: SetStage,
) -> None:
    """The request took effect, its answer was lost; nothing of either call is kept."""
    stage = set_stage()
    stage.emulator.fail_next_rest(0, method="POST", path_contains="Calls.json", executed=True)
    caller, river = stage.caller().reaches_waiting(), stage.supporter("River")
    river.takes_the_call(within=8)
    caller.is_connected_to(river)
    assert len(river.handset.calls) == 1, "they were rung once"
    caller.hangs_up()
    stage.wait(200)
    assert stage.provider_calls() == []
    assert not stage.busy("River")
    all_is_well(stage)


def test_a_repeated_report_and_a_repeated_job_change_nothing(set_stage: SetStage) -> None:
    """Everything the workers did for this call is done once more in the middle of the talk."""
    stage = set_stage(line_toml("River", "Sage"))
    stage.emulator.faults = Faults(repeat=1.0, delay=(0.0, 3.0), shuffle=True)
    caller, (river, sage) = stage.caller().reaches_waiting(), stage.supporters("River", "Sage")
    sage.rings()
    river.takes_the_call()
    caller.is_connected_to(river)
    work = stage.workshop.ringing
    (call_id,) = ids(stage, "call")
    for leg in ids(stage, "leg"):
        stage.workshop.dialing.dial(leg)
        work.hush(leg)
    work.step("county")
    work.join(call_id)
    work.fetch(call_id)
    work.ask_after(call_id)
    stage.workshop.reporting.write_row(call_id)
    stage.wait(30)
    caller.is_connected_to(river, within=0)
    assert not sage.is_ringing
    assert stage.rows() == []
    caller.hangs_up()
    stage.wait(30)
    work.join(call_id)
    work.ask_after(call_id)
    stage.workshop.reporting.write_row(call_id)
    stage.wait(2)
    assert len(stage.rows()) == 1
    all_is_well(stage)


def test_a_supporter_is_not_put_into_an_empty_room_by_a_job_that_comes_late(
    set_stage: SetStage,
) -> None:
    """The caller comes back from the star menu and hangs up; then the job for the room is done."""
    stage = set_stage()
    caller, river = stage.caller().reaches_waiting(), stage.supporter("River")
    river.takes_the_call()
    caller.is_connected_to(river)
    caller.presses("*")
    river.hears("talk-caller-star")
    stage.working = False
    caller.hears("talk-menu")
    caller.presses("1")
    caller.hangs_up()
    stage.working = True
    river.call_ends(within=60)  # they are told, and asked whether they are fine
    assert not stage.busy("River")
    all_is_well(stage)


def test_a_caller_who_hung_up_with_988_while_our_store_was_away_is_not_taken_up_again(
    set_stage: SetStage,
) -> None:
    """The key 9 works without a store; whoever then hangs up has left, and no phone rings."""
    stage = set_stage()
    stage.crisis_line.behaviour = behaviours.Answers(3.0)
    run = stage.calls._judge

    def refused(*asked: object) -> None:
        raise redis.ConnectionError

    stage.working = False
    stage.calls._judge = refused  # type: ignore[assignment]  # a store that is away
    caller = stage.caller().dials()
    caller.hears("trouble-moment", within=4)
    caller.hears("trouble", within=8)
    caller.presses("9")
    stage.until(lambda: bool(caller.call.talking_with), 20, "the caller talks with 988")
    stage.calls._judge = run
    stage.connection.flushdb()
    stage.working = True
    stage.emulator.faults = Faults(lose=1.0)
    caller.hangs_up()
    stage.supporter("River").stays_silent(30)
    all_is_well(stage)


def test_who_went_to_988_while_our_store_was_away_is_not_fetched_from_there_by_a_peer(
    set_stage: SetStage,
) -> None:
    """The store comes back and knows of somebody who waits: by then they talk with 988."""
    stage = set_stage()
    river = stage.supporter("River")
    stage.crisis_line.behaviour = behaviours.Answers(3.0)
    stage.working = False
    caller = stage.caller().reaches_waiting()
    run = stage.calls._judge

    def refused(*asked: object) -> None:
        raise redis.ConnectionError

    stage.calls._judge = refused  # type: ignore[assignment]  # a store that is away
    caller.presses("*")
    caller.hears("trouble-moment", within=4)
    caller.hears("trouble", within=8)
    caller.presses("9")
    caller.hears("trouble", within=4)  # from a queue nobody can be connected
    caller.presses("9")
    caller.hears("crisis-connecting", within=2)
    stage.calls._judge = run
    stage.working = True
    stage.until(lambda: bool(caller.call.talking_with), 20, "the caller talks with 988")
    river.stays_silent(30)
    stage.crisis_line.calls[-1].hang_up()
    caller.hears("crisis-ended", within=4)
    caller.presses("1")
    river.takes_the_call()
    caller.is_connected_to(river)
    # The provider's reports come late, and twice: by now it is not true any more.
    report = next(one for one in stage.emulator.requests if "/progress/crisis" in one.url)
    path = report.url.removeprefix(PUBLIC_URL)
    Provider.of(stage).posts(path, CallSid="CA" + "9" * 32, ParentCallSid=caller.call.sid)
    stage.wait(5)
    caller.is_connected_to(river)


def test_a_9_from_the_queue_while_our_store_was_away_leads_to_the_crisis_door_when_it_is_back(
    set_stage: SetStage,
) -> None:
    """The store is back in the moment in which they leave the queue."""
    stage = set_stage()
    stage.working = False
    caller = stage.caller().reaches_waiting()
    run = stage.calls._judge

    def refused(*asked: object) -> None:
        raise redis.ConnectionError

    stage.calls._judge = refused  # type: ignore[assignment]  # a store that is away
    caller.presses("*")
    caller.hears("trouble-moment", within=4)
    stage.calls._judge = run
    stage.working = True
    caller.presses("9")
    caller.hears("crisis-door", within=4)


def test_an_accepted_caller_comes_out_of_the_queue_though_no_worker_fetches_them(
    set_stage: SetStage,
) -> None:
    """River has pressed 1 and every worker is gone: at their next poll the two meet."""
    stage = set_stage()
    caller, river = stage.caller().reaches_waiting(), stage.supporter("River")
    river.rings()
    river.answers()
    stage.working = False
    river.presses("1")
    caller.hears("meet-peer", within=30, alias="River")
    caller.is_connected_to(river)
    caller.hangs_up()
    all_is_well(stage)


def test_a_caller_whose_peer_left_before_anybody_fetched_them_waits_again(
    set_stage: SetStage,
) -> None:
    """River pressed 1 and left while every worker is gone; the caller hears so and is rung for."""
    stage = set_stage()
    caller, river = stage.caller().reaches_waiting(), stage.supporter("River")
    river.rings()
    river.answers()
    stage.working = False
    river.presses("1")
    river.hangs_up()
    caller.hears("peer-lost", within=30, alias="River")
    caller.presses("1")
    caller.hears("peer-lost-ringing")
    stage.working = True
    river.rings(within=8)
    river.answers()
    river.presses("1")
    caller.is_connected_to(river)
    all_is_well(stage)


def test_a_supporter_whose_caller_was_forgotten_does_not_wait_alone_for_ever(
    set_stage: SetStage,
) -> None:
    """River presses 1; before the caller is taken to River, Redis is emptied."""
    stage = set_stage()
    caller, river = stage.caller().reaches_waiting(), stage.supporter("River")
    river.rings()
    river.answers()
    stage.working = False
    river.presses("1")
    river.hears("offer-connecting", within=3)
    stage.connection.flushdb()
    stage.working = True
    river.hears("offer-gone", within=45)
    river.call_ends()
    caller.hangs_up()
    another = stage.caller("+16505550151").reaches_waiting()
    river.takes_the_call()
    another.is_connected_to(river)
    all_is_well(stage)


def next_answer_is_lost(stage: Stage, page: str, *, done: bool) -> None:
    """The machine that has the next request for a page dies, with it or just after it is done."""
    send = stage.emulator.transport.send

    def once(request: HttpRequest) -> HttpResponse:
        if not fnmatch(request.url.partition("?")[0], f"*{page}"):
            return send(request)
        stage.emulator.transport.send = send  # type: ignore[method-assign]
        if done:
            send(request)
        raise ProtocolViolation("the connection was closed")

    stage.emulator.transport.send = once  # type: ignore[method-assign]


def test_a_machine_dies_with_the_1_of_a_supporter_who_is_asked_once_more(
    set_stage: SetStage,
) -> None:
    """River never hears the provider's error, and is not rung a second time."""
    stage = set_stage()
    caller, river = stage.caller().reaches_waiting(), stage.supporter("River")
    river.rings()
    river.answers()
    next_answer_is_lost(stage, "/answered", done=False)
    river.presses("1")
    river.starts_anew()
    river.hears("offer", within=3, alias="River")
    river.presses("1")
    caller.is_connected_to(river)
    assert len(stage.emulator.alerts) == 1


def test_a_machine_dies_with_the_thanks_to_a_supporter_who_has_taken_the_call(
    set_stage: SetStage,
) -> None:
    """Their 1 has counted: they come into the room without another."""
    stage = set_stage()
    caller, river = stage.caller().reaches_waiting(), stage.supporter("River")
    river.rings()
    river.answers()
    next_answer_is_lost(stage, "/answered", done=True)
    river.presses("1")
    caller.is_connected_to(river)
    caller.hangs_up()
    river.hears("after-talk", within=6, minutes=10)
    assert len(stage.emulator.alerts) == 1


def test_a_machine_dies_as_the_caller_presses_star_and_the_supporter_stays(
    set_stage: SetStage,
) -> None:
    """The page that would tell River that the caller is choosing is lost."""
    stage = set_stage()
    caller, river = stage.caller().reaches_waiting(), stage.supporter("River")
    river.takes_the_call()
    caller.is_connected_to(river)
    next_answer_is_lost(stage, "/offer/*/aside", done=False)
    caller.presses("*")
    river.hears("talk-caller-star", within=6)
    caller.hears("talk-menu", within=6)
    caller.presses("1")
    caller.is_connected_to(river)
    assert len(stage.emulator.alerts) == 1


@pytest.mark.parametrize("done", [False, True])
def test_a_machine_dies_with_the_1_of_who_is_called_back_and_they_are_asked_once_more(
    set_stage: SetStage, done: bool
) -> None:
    """Whether their 1 has counted or not. What they hear again would tell a stranger nothing."""
    stage = set_stage()
    river = stage.supporter("River")
    caller = asks_while_busy(stage, river)
    takes_it(river)
    picks_up(caller)
    next_answer_is_lost(stage, "/back/key", done=done)
    caller.presses("1")
    caller.starts_anew()
    caller.hears("callback-opening", within=3)
    caller.presses("1")
    caller.is_connected_to(river)
    assert len(stage.emulator.alerts) == 1


def test_a_machine_dies_while_who_was_called_back_chooses_and_they_hear_so_and_go_on(
    set_stage: SetStage,
) -> None:
    """They have pressed 1 long ago: they are told what the matter is, and go on."""
    stage = set_stage()
    river = stage.supporter("River")
    caller = asks_while_busy(stage, river)
    takes_it(river)
    picks_up(caller)
    caller.presses("1")
    caller.is_connected_to(river)
    next_answer_is_lost(stage, "/call/*/aside", done=False)
    caller.presses("*")
    caller.hears("trouble-moment", within=6)
    caller.hears("talk-menu", within=12)
    caller.presses("1")
    caller.is_connected_to(river)
    assert len(stage.emulator.alerts) == 1
