"""Flags and blocks over days, in the judge: who is blocked for how long, and what is left of it."""

from __future__ import annotations

import pytest
import redis

from tests.adapters.test_redis_calls import HandClock, rung
from warmline.adapters.redis_calls import RedisCalls
from warmline.adapters.sealing import Sealer
from warmline.domain import flags
from warmline.domain.call import Event
from warmline.domain.choosing import Wish
from warmline.domain.flags import LONGER, LONGEST, SOFT, WINDOW, Flagged
from warmline.domain.kept import DAY, HOUR
from warmline.domain.live import LiveCall
from warmline.domain.matching import Asked
from warmline.services.supporters.flags import FlagKeys

PHONE = "+16505550150"
WEEK = "2026-W48"


class House:
    """A line on which supporters talk with one caller, and flag."""

    def __init__(self, live: redis.Redis) -> None:
        self.live = live
        self.clock = HandClock()
        self.calls = RedisCalls(live, self.clock, Sealer("a secret of thirty-two characters"))
        self.keys = FlagKeys(self.calls, self.clock)
        self.count = 0

    def arrives(self, line: str = "county", number: str = PHONE) -> LiveCall:
        """A call from the caller."""
        self.count += 1
        call, _ = self.calls.open(
            sid=f"CA{self.count}",
            line=line,
            language="en",
            number="+16505550100",
            is_open=True,
            avoid=(),
            tokens=self.keys.tokens(line, number),
        )
        return call

    def talk(self, supporter: str, number: str = PHONE) -> None:
        """A talk of a minute with the caller, whether they are blocked or not."""
        call = self.arrives(number="" if number == PHONE else number)
        self.calls.move(call.id, Event.WANTS_PEER)
        (leg,) = rung(self.calls, call, supporter)
        self.calls.accept(leg)
        self.calls.move(call.id, Event.BRIDGED)
        self.calls.flaggable(call.id, number)
        self.clock.time += 60
        self.calls.move(call.id, Event.LEFT)
        self.calls.leg_ended(leg, Asked.MISSED)

    def flag(self, supporter: str) -> Flagged:
        """They flag their last talk."""
        talk = self.calls.flaggable_talk(supporter=supporter)
        if talk is None:
            return Flagged.TOO_LATE
        tokens, keys = self.keys.for_a_flag(talk.line, talk.number)
        marks = [flags.mark(k, t, supporter) for k, t in zip(keys, tokens, strict=True)]
        now = self.clock.time
        return self.calls.flag(talk, tokens, marks, WEEK, flags.lasts(flags.period(now), now))

    @property
    def blocked_for(self) -> float:
        """Seconds for which a call from this number reaches no peer."""
        call = self.arrives()
        assert bool(call.blocked) is not call.open
        return call.blocked - self.clock.time if call.blocked else 0.0


@pytest.fixture
def house(live: redis.Redis) -> House:
    return House(live)


def test_one_flag_is_for_a_day_and_ends_by_itself(house: House) -> None:
    house.talk("river")
    assert house.blocked_for == 0
    assert house.flag("river") is Flagged.NOTED
    assert SOFT <= house.blocked_for < SOFT + HOUR
    assert house.flag("river") is Flagged.ALREADY
    house.clock.time += house.blocked_for - 1
    assert house.blocked_for == 1
    house.clock.time += 1
    assert house.arrives().open
    assert house.blocked_for == 0


def test_the_same_supporter_again_is_a_day_and_another_one_a_week(house: House) -> None:
    for _ in range(2):
        house.talk("river")
        assert house.flag("river") is Flagged.NOTED
        house.clock.time += SOFT + HOUR
    house.talk("sage")
    assert house.flag("sage") is Flagged.LONGER
    assert LONGER <= house.blocked_for < LONGER + HOUR


def test_a_second_flag_counts_though_the_key_of_the_first_makes_no_more(house: House) -> None:
    house.clock.time = flags.PERIOD * 100 - 3600
    house.talk("river")
    house.flag("river")
    house.clock.time += 2 * SOFT
    house.talk("sage")
    assert house.flag("sage") is Flagged.LONGER
    assert LONGER <= house.blocked_for < LONGER + HOUR


def test_the_same_supporter_again_is_a_day_also_when_the_key_is_another(house: House) -> None:
    house.clock.time = flags.PERIOD * 100 - 3600
    house.talk("river")
    house.flag("river")
    house.clock.time += 2 * SOFT
    house.talk("river")
    assert house.flag("river") is Flagged.NOTED


def test_every_block_has_its_time_and_no_key_lives_longer_than_thirty_days(house: House) -> None:
    for hour in range(0, int(flags.PERIOD), 7 * 3600 + 11):
        which = flags.period(house.clock.time + hour)
        lasts = flags.lasts(which, house.clock.time + hour)
        assert LONGER <= lasts <= LONGEST
    house.talk("river")
    house.flag("river")
    ttl = house.live.ttl(f"wl:flagkey:{flags.period(house.clock.time)}")
    assert 0 < ttl <= LONGEST
    for block in house.live.scan_iter("wl:block:*"):
        assert 0 < house.live.ttl(block) <= ttl + 1, "no token outlives its key"


def test_after_two_hours_or_without_a_talk_a_flag_does_nothing(house: House) -> None:
    assert house.flag("river") is Flagged.TOO_LATE
    house.talk("river")
    house.clock.time += WINDOW + 1
    assert house.flag("river") is Flagged.TOO_LATE
    house.clock.time -= 1
    assert house.calls.flaggable_talk(supporter="river") is not None, "to the last second"
    assert house.blocked_for == 0
    assert house.calls.flags_of("county", [WEEK]) == ([0], False)


def test_who_is_in_no_talk_cannot_be_flagged(house: House) -> None:
    house.calls.flaggable("nobody", PHONE)
    house.calls.flaggable(house.arrives().id, PHONE)
    assert list(house.live.scan_iter("wl:flag:*")) == []


def test_that_a_line_blocks_somebody_is_known_only_while_it_does(house: House) -> None:
    for name in ("river", "sage"):
        house.talk(name)
        house.flag(name)
    house.calls.unflag("sage")
    assert house.calls.flags_of("county", [])[1]
    house.clock.time += SOFT + HOUR
    assert not house.calls.flags_of("county", [])[1]


def test_two_hours_after_a_talk_nothing_is_left_of_its_number(house: House) -> None:
    house.talk("river")
    (flag,) = house.live.scan_iter("wl:flag:*")
    for key in (flag, "wl:last:river"):
        assert WINDOW - 10 < house.live.ttl(key) <= WINDOW


def test_two_lines_share_nothing(house: House) -> None:
    house.talk("river")
    house.flag("river")
    assert house.blocked_for > 0
    assert house.arrives("valley").open
    assert house.arrives(number="+16505550151").open


def test_whoever_takes_a_flag_back_leaves_the_others(house: House) -> None:
    house.talk("river")
    house.talk("sage")
    house.flag("river")
    house.flag("sage")
    assert house.calls.unflag("sage")
    assert SOFT <= house.blocked_for < SOFT + HOUR
    assert house.calls.unflag("river")
    assert not house.calls.unflag("river")
    assert house.blocked_for == 0
    assert house.calls.flags_of("county", []) == ([], False)


def test_a_flag_that_was_taken_back_makes_no_other_one_longer(house: House) -> None:
    for name in ("river", "sage"):
        house.talk(name)
        house.flag(name)
    assert house.calls.unflag("sage")
    house.clock.time += 900  # they have rested
    house.talk("river")
    assert house.flag("river") is Flagged.NOTED


def test_a_flag_that_blocks_nobody_can_be_taken_back_too(house: House) -> None:
    house.talk("river")
    talk = house.calls.flaggable_talk(supporter="river")
    assert talk is not None
    assert house.calls.flag(talk, [], [], WEEK, 600) is Flagged.OPEN
    assert house.blocked_for == 0
    assert house.calls.unflag("river")
    assert house.flag("river") is Flagged.NOTED
    assert house.calls.lift_blocks("county")
    assert house.calls.unflag("river"), "though somebody has lifted the block meanwhile"
    assert house.blocked_for == 0


def test_whoever_flagged_first_takes_it_back_and_the_second_s_block_stays(house: House) -> None:
    """Each flagger's block is their own: for a day, as nobody else has flagged that number now."""
    house.talk("river")
    house.talk("sage")
    house.flag("river")
    assert house.flag("sage") is Flagged.LONGER
    assert house.calls.unflag("river")
    assert SOFT <= house.blocked_for < SOFT + HOUR
    assert house.calls.unflag("sage")
    assert house.blocked_for == 0


def test_of_three_flags_the_others_two_still_block_for_a_week(house: House) -> None:
    for supporter in ("river", "sage", "juniper"):
        house.talk(supporter)
    for supporter in ("river", "sage", "juniper"):
        house.flag(supporter)
    assert house.calls.unflag("sage")
    assert LONGER <= house.blocked_for < LONGER + HOUR


def test_who_takes_a_second_flag_back_keeps_their_first(house: House) -> None:
    house.talk("river")
    house.flag("river")
    house.clock.time += 3 * HOUR
    house.talk("river")
    house.flag("river")
    assert SOFT <= house.blocked_for < SOFT + HOUR
    assert house.calls.unflag("river")
    assert SOFT - 4 * HOUR < house.blocked_for < SOFT - HOUR


def test_a_coordinator_lifts_all_blocks_and_sees_how_many_flags_there_were(house: House) -> None:
    house.talk("river")
    house.flag("river")
    assert house.calls.flags_of("county", [WEEK, "2026-W47"]) == ([1, 0], True)
    assert house.calls.lift_blocks("county")
    assert not house.calls.lift_blocks("county")
    assert house.blocked_for == 0


def test_what_lives_for_days_tells_no_minute_at_which_somebody_talked(house: House) -> None:
    """Neither by what it says nor by when the store will forget it."""
    house.talk("river")
    house.flag("river")
    (block,) = house.live.scan_iter("wl:block:*")
    assert float(house.live.hget(block, "until") or 1) % HOUR == 0
    assert [score % HOUR for _, score in house.live.zscan_iter("wl:blocks:county")] == [0]
    days = {b"wl:flags:county:2026-W48", b"wl:blocks:county", b"wl:changes", b"wl:changed"}
    assert days <= set(house.live.scan_iter("*"))
    ends = {key: house.live.expiretime(key) for key in house.live.scan_iter("*")}
    by_period = (b"wl:block:", b"wl:flagkey:")  # they end with the key of their period
    for key, end in ends.items():
        if house.live.ttl(key) > DAY and not key.startswith(by_period):
            assert end % DAY == 0, key


def test_neither_the_number_nor_a_hash_of_it_without_the_key_is_at_rest(house: House) -> None:
    """Nobody can list an area code against what is kept: the key is not in it."""
    house.talk("river")
    house.flag("river")
    held = ""
    for key in house.live.scan_iter("*"):
        held += key.decode()
        if house.live.type(key) == b"hash":
            fields = house.live.hgetall(key).items()
            held += str([*fields])
    (secret,) = house.calls.flag_keys([flags.period(house.clock.time)]).values()
    assert flags.token(secret, "county", PHONE) in held, "the token itself is there"
    assert secret not in held
    assert PHONE[1:] not in held


def test_what_a_flagged_number_was_promised_leads_to_no_peer(house: House) -> None:
    house.talk("river")
    for number in (PHONE, "+16505550157"):
        call = house.arrives()
        house.calls.move(call.id, Event.WANTS_PEER)
        house.calls.promise(call.id, number, Wish(), 3600)
        house.calls.move(call.id, Event.LEFT)
    house.clock.time += 120
    assert len(house.calls.promised("county")) == 2
    assert house.flag("river") is Flagged.NOTED
    assert len(house.calls.promised("county")) == 1, "the other one's stands"
