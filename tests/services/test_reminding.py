"""Reminders and swaps with a provider that fails, two clocks, and people who say yes or not."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from tests.books import BOOK, JUNIPER, LA, RIVER, SAGE, span
from warmline.domain.errors import ProviderTrouble, StoreTrouble
from warmline.domain.line import DutyWish, LineBook, Swap
from warmline.domain.shifts import Occurrence, one_off_shift
from warmline.ports.rota import Offer
from warmline.prompts import load
from warmline.services.supporters.answers import Asker
from warmline.services.supporters.reminding import Reminding
from warmline.services.supporters.swapping import Swapping, swap_words
from warmline.services.supporters.texts import meant

MONDAY = date(2027, 5, 10)
WILLOW = replace(JUNIPER, id="w1", alias="Willow", paused=False)
MINUTE = timedelta(minutes=1)


def wall(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LA).astimezone(UTC)


SIX = wall("2027-05-10 18:00")


class World:
    """A line in memory: River's evening on Monday, Sage as a backup; Willow is free."""

    def __init__(self, **parts: Any) -> None:
        evening = one_off_shift(RIVER.id, MONDAY, span("18:00-22:00"))
        backup = one_off_shift(SAGE.id, MONDAY, span("18:00-22:00"), backup=True)
        people = (RIVER, replace(SAGE, languages=("en",)), WILLOW)
        whole = replace(BOOK, supporters=people, shifts=(evening, backup), days_off=(), wishes=())
        self.book: LineBook = replace(whole, **parts)
        self.steps: dict[tuple[str, datetime], dict[str, datetime]] = defaultdict(dict)
        self.kept: list[Offer] = []
        self.texts: list[tuple[str, str]] = []
        self.asked: list[str] = []
        self.told = 0
        self.fails = False
        self.store_away = False
        self.at = SIX - timedelta(hours=30)
        words = load()
        anything: Any = self
        self.clocks = [
            Reminding(anything, anything, anything, anything, anything, anything, words, self.tell)
            for _ in range(2)
        ]
        self.swapping = Swapping(anything, anything, anything, anything, anything, words)

    # What the services need, as one thing.

    def now(self) -> float:
        return self.at.timestamp()

    def books(self) -> list[LineBook]:
        return [self.book]

    def refresh(self) -> None:
        taken = tuple(
            Swap(one.supporter, one.day, time.fromisoformat(one.start), one.role, one.taker)
            for one in self.kept
            if one.taker
        )
        self.book = replace(self.book, swaps=taken)

    def said(self, _line: str, _since: datetime) -> Any:
        return self.steps

    def say(self, who: str, start: datetime, step: str, at: datetime) -> bool:
        new = step not in self.steps[who, start]
        self.steps[who, start].setdefault(step, at)
        return new

    def unsay(self, who: str, start: datetime, step: str) -> None:
        del self.steps[who, start][step]

    def text(self, *, to: str, number: str, body: str) -> str:  # as the port has it
        if self.fails:
            raise ProviderTrouble("503")
        self.texts.append(
            (next(one.alias for one in self.book.supporters if one.phone == to), body)
        )
        return "SM1"

    def forget_later(self, _sid: str) -> None:
        pass

    def ask(self, _kind: object, _book: object, person: Any) -> None:
        self.asked.append(person.alias)

    def tell(self, _line: str) -> None:
        if self.store_away:
            raise StoreTrouble("ConnectionError")
        self.told += 1

    def wish_duty(self, who: str, *, on: bool, since: datetime, until: datetime) -> None:
        wish = DutyWish(who, on, since, until)
        self.book = replace(self.book, wishes=(*self.book.wishes, wish))

    def offer(self, one: Occurrence, code: str) -> None:
        start = f"{one.shift.span.start:%H:%M}"
        taker = one.supporter if one.swapped else ""
        self.kept = [offer for offer in self.kept if offer.taker != one.supporter]
        by = (one.shift.supporter, one.day, start, one.shift.role)
        self.kept.append(Offer(*by, code, taker, one.supporter))

    def withdraw(self, who: str, code: str) -> bool:
        mine = [one for one in self.kept if one.code == code and one.giver == who and one.open]
        self.kept = [replace(one, giver="") if one in mine else one for one in self.kept]
        return bool(mine)

    def offers(self, _line: str) -> list[Offer]:
        return self.kept

    def take(self, _line: str, code: str, taker: str) -> bool:
        free = [one for one in self.kept if one.code == code and one.open]
        self.kept = [replace(one, taker=taker) if one in free else one for one in self.kept]
        return bool(free)

    # What happens.

    def until(self, text: str) -> None:
        """Both clocks look each minute until then."""
        while self.at < wall(text):
            self.at += MINUTE
            for clock in self.clocks:
                clock.look()
            self.swapping.look()

    def asker(self, alias: str) -> Asker:
        person = next(one for one in self.book.supporters if one.alias == alias)
        return Asker(self.book, person, self.at)

    def says(self, alias: str, text: str) -> str:
        """The answer to a text, by the message that it is."""
        found = meant(swap_words(self.swapping), text)
        assert found
        return found[0].verb(self.asker(alias), found[1])[0].message


def to(world: World, alias: str) -> list[str]:
    return [body for who, body in world.texts if who == alias]


def test_two_clocks_say_everything_once() -> None:
    world = World()
    world.until("2027-05-10 19:00")
    assert len(to(world, "River")) == 2
    assert world.asked == ["River"]
    assert len([text for text in to(world, "Sage") if "No one may be there" in text]) == 1
    assert world.told == 1


def test_what_the_provider_did_not_take_is_said_again_and_a_yes_ends_it() -> None:
    world = World()
    world.until("2027-05-10 17:44")
    world.fails = True
    world.until("2027-05-10 17:48")
    assert not [text for text in to(world, "River") if "reply ON" in text]
    world.fails = False
    world.until("2027-05-10 17:50")
    assert len([text for text in to(world, "River") if "reply ON" in text]) == 1
    answer = world.clocks[0].confirms(world.asker("River"))
    assert answer
    assert answer[0].message == "duty-confirmed"
    world.until("2027-05-10 19:00")
    assert (world.asked, world.told) == ([], 0)


def test_a_coordinator_who_could_not_be_told_is_told_as_soon_as_the_store_is_back() -> None:
    world = World()
    world.until("2027-05-10 17:59")
    world.store_away = True
    with pytest.raises(StoreTrouble):
        world.until("2027-05-10 18:01")
    world.store_away = False
    world.until("2027-05-10 18:30")
    assert world.told == 1


def test_on_without_a_question_is_no_yes() -> None:
    world = World()
    world.until("2027-05-10 12:00")
    assert world.clocks[0].confirms(world.asker("River")) is None
    world.until("2027-05-10 17:50")
    assert world.clocks[0].confirms(world.asker("Willow")) is None


def test_a_backup_who_says_yes_is_on_until_the_shift_ends_and_nobody_else_is_told() -> None:
    world = World()
    world.until("2027-05-10 17:58")
    answer = world.clocks[0].confirms(world.asker("Sage"))
    assert answer
    (wish,) = world.book.wishes
    assert (wish.supporter, wish.on, wish.until) == (SAGE.id, True, wall("2027-05-10 22:00"))
    world.until("2027-05-10 19:00")
    assert world.told == 0


def test_who_is_off_by_their_own_word_is_left_in_peace() -> None:
    off = DutyWish(RIVER.id, False, SIX - timedelta(hours=28), SIX + timedelta(hours=4))
    world = World(wishes=(off,))
    world.until("2027-05-10 19:00")
    assert to(world, "River")[1:] == []
    assert world.asked == []


def test_who_wants_no_texts_gets_none_and_is_called() -> None:
    world = World(no_texts=frozenset({RIVER.id}))
    world.until("2027-05-10 19:00")
    assert to(world, "River") == []
    assert world.asked == ["River"]


def test_swap_asks_whoever_could_and_the_first_to_take_it_has_it() -> None:
    world = World()
    assert world.says("River", "swap tue") == "swap-none"
    assert world.says("River", "Swap Mon") == "swap-offered"
    world.until("2027-05-09 13:00")
    assert "River would like someone to take a shift" in to(world, "Willow")[0]
    assert not [text for text in to(world, "Sage") if "would like" in text], "she is on then"
    code = world.kept[0].code
    assert code in to(world, "Willow")[0]
    assert world.says("Sage", f"take {code}") == "swap-no-rest"
    assert world.says("Willow", "TAKE XXXX") == "swap-gone"
    assert world.says("Willow", f"tomo {code.lower()}") == "swap-taken"
    assert world.says("Sage", f"take {code}") == "swap-gone"
    assert world.says("Willow", f"take {code}") == "swap-taken", "whoever has it may ask again"
    world.until("2027-05-10 17:50")
    assert [text for text in to(world, "River") if "Willow has taken your shift" in text]
    assert [text for text in to(world, "Willow") if "reply ON" in text], "reminded in their place"
    assert not [text for text in to(world, "River") if "reply ON" in text]
    assert world.says("Willow", "swap now") == "text-swap-unclear"


def test_what_was_taken_is_passed_on_again_and_what_is_offered_can_be_kept() -> None:
    world = World()
    world.says("River", "SWAP")
    assert world.says("River", "SWAP NO") == "swap-kept"
    assert world.says("River", "swap no") == "swap-none-kept"
    world.says("River", "SWAP MAY 10 6PM")
    world.says("Willow", f"TAKE {world.kept[-1].code}")
    assert world.says("Willow", "SWAP") == "swap-offered"
    code = world.kept[-1].code
    world.until("2027-05-09 13:00")
    asked = to(world, "River")[-1]
    assert "Willow would like someone to take a shift" in asked
    assert code in asked
    assert world.says("Willow", f"TAKE {code}") == "swap-no-rest", "it is hers till then"
    assert [one.code for one in world.swapping.open_to(world.asker("River"))] == [code]
    assert world.says("River", f"TAKE {code}") == "swap-taken"
    world.until("2027-05-09 13:10")
    assert "River has taken your shift" in to(world, "Willow")[-1]


def test_a_shift_that_nobody_could_take_stays_where_it_is() -> None:
    world = World(supporters=(RIVER, SAGE))
    assert world.says("River", "SWAP") == "swap-nobody"
    assert world.kept == []
