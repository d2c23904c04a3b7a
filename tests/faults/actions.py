"""What may happen on an evening, each thing small and readable, so that a failure is a story."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

from warmline.demo.stage import Stage
from warmline.demo.stories._story import PHONES
from warmline.emulator import Faults, behaviours

ALIASES = tuple(PHONES)
CALLERS = ("+16505550150", "+16505550151", "+16505550152", "+16505550153")
KEYS = "12458900*#379"
WISHES = ("21", "3220", "3333", "33361", "2312", "210", "322", "3136")
"""Who asks for the other language, a kind or a tag, and lets go of it or would rather wait."""


@dataclass(frozen=True)
class Dials:
    """A caller rings the line; whoever is on the phone already does nothing."""

    caller: int
    withheld: bool = False

    def happen(self, stage: Stage) -> None:
        handset = stage.emulator.handset(CALLERS[self.caller])
        if not handset.engaged:
            handset.dial("+16505550100", caller_id="anonymous" if self.withheld else None)


@dataclass(frozen=True)
class DialsAndPresses:
    """A caller rings and presses keys as soon as somebody listens."""

    caller: int
    keys: str = "1"

    def happen(self, stage: Stage) -> None:
        Dials(self.caller).happen(stage)
        stage.wait(1.2)  # keys that are pressed before anybody picks up are heard by nobody
        Presses(self.caller, self.keys).happen(stage)


@dataclass(frozen=True)
class Presses:
    """A caller presses keys, 0.2 s apart."""

    caller: int
    keys: str

    def happen(self, stage: Stage) -> None:
        for call in stage.emulator.handset(CALLERS[self.caller]).calls[-1:]:
            call.press(self.keys)


@dataclass(frozen=True)
class AsksToBeCalledBack:
    """A caller rings, waits for a peer, asks to be called back, and puts the phone down."""

    caller: int

    def happen(self, stage: Stage) -> None:
        handset = stage.emulator.handset(CALLERS[self.caller])
        if handset.engaged:
            return
        Dials(self.caller).happen(stage)
        for key in "121":
            stage.wait(1.5)
            handset.calls[-1].press(key)
        stage.wait(1.5)
        handset.calls[-1].hang_up()


@dataclass(frozen=True)
class CalledBack:
    """How a caller's phone is answered from now on when it is rung: see `AT_HOME`."""

    caller: int
    habit: str

    def happen(self, stage: Stage) -> None:
        stage.emulator.handset(CALLERS[self.caller]).behaviour = AT_HOME[self.habit]


AT_HOME: dict[str, behaviours.Behaviour] = {
    "presses 1": behaviours.Answers(3.0, keys=[(4.0, "1")]),
    "presses 1 twice": behaviours.Answers(1.0, keys=[(1.0, "11")], hang_up_after=40.0),
    "presses 1 late": behaviours.Answers(20.0, keys=[(9.0, "1")]),
    "presses 1 and leaves": behaviours.Answers(2.0, keys=[(2.0, "1")], hang_up_after=2.3),
    "presses 9": behaviours.Answers(2.0, keys=[(3.0, "9")]),
    "stranger": behaviours.Answers(2.0, keys=[(2.0, "5")]),
    "silent": behaviours.Answers(2.0),
    "ignores": behaviours.Ignores(),
    "voicemail": behaviours.Voicemail(after=8.0),
    "busy": behaviours.Busy(),
    "unreachable": behaviours.Unreachable(),
}


@dataclass(frozen=True)
class CallerHangsUp:
    """A caller puts the phone down."""

    caller: int

    def happen(self, stage: Stage) -> None:
        for call in stage.emulator.handset(CALLERS[self.caller]).calls[-1:]:
            call.hang_up()


@dataclass(frozen=True)
class PicksUp:
    """A supporter picks up a phone that rings."""

    alias: str

    def happen(self, stage: Stage) -> None:
        if call := stage.emulator.ringing(PHONES[self.alias]):
            call.answer()


@dataclass(frozen=True)
class Takes:
    """A supporter picks up a phone that rings, and presses 1."""

    alias: str

    def happen(self, stage: Stage) -> None:
        if call := stage.emulator.ringing(PHONES[self.alias]):
            call.answer()
            stage.wait(1.0)
            call.press("1")


@dataclass(frozen=True)
class SupporterPresses:
    """A supporter presses keys."""

    alias: str
    keys: str

    def happen(self, stage: Stage) -> None:
        for call in stage.emulator.handset(PHONES[self.alias]).calls[-1:]:
            call.press(self.keys)


@dataclass(frozen=True)
class SupporterStars:
    """A supporter leaves the talk with star, and then presses one more key or none."""

    alias: str
    key: str

    def happen(self, stage: Stage) -> None:
        SupporterPresses(self.alias, "*").happen(stage)
        stage.wait(2.0)
        if self.key:
            SupporterPresses(self.alias, self.key).happen(stage)


@dataclass(frozen=True)
class Texts:
    """A supporter texts a word to the line."""

    alias: str
    word: str

    def happen(self, stage: Stage) -> None:
        stage.emulator.handset(PHONES[self.alias]).send_sms("+16505550100", self.word)


@dataclass(frozen=True)
class SupporterHangsUp:
    """A supporter puts the phone down, or refuses to pick it up."""

    alias: str

    def happen(self, stage: Stage) -> None:
        for call in stage.emulator.handset(PHONES[self.alias]).calls[-1:]:
            call.hang_up()


@dataclass(frozen=True)
class SupporterDials:
    """A supporter rings the line from their own phone, and waits for a peer."""

    alias: str

    def happen(self, stage: Stage) -> None:
        handset = stage.emulator.handset(PHONES[self.alias])
        if not handset.engaged:
            call = handset.dial("+16505550100")
            stage.wait(1.2)
            call.press("1")


@dataclass(frozen=True)
class Becomes:
    """From now on a supporter's phone is answered so: see `HABITS`."""

    alias: str
    habit: str

    def happen(self, stage: Stage) -> None:
        stage.emulator.handset(PHONES[self.alias]).behaviour = HABITS[self.habit]


HABITS: dict[str, behaviours.Behaviour] = {
    "by hand": behaviours.Manual(),
    "takes it": behaviours.Answers(2.0, keys=[(2.0, "1")]),
    "takes it late": behaviours.Answers(12.0, keys=[(7.5, "1")]),
    "takes it and leaves": behaviours.Answers(2.0, keys=[(2.0, "1")], hang_up_after=12.0),
    "takes it, leaves at once": behaviours.Answers(1.0, keys=[(2.0, "1")], hang_up_after=2.1),
    "takes it twice": behaviours.Answers(1.0, keys=[(2.0, "11")]),
    "passes": behaviours.Answers(3.0, keys=[(2.0, "2")]),
    "goes off duty": behaviours.Answers(3.0, keys=[(2.0, "0")]),
    "child": behaviours.Answers(3.0, keys=[(2.0, "5"), (9.0, "7")]),
    "silent": behaviours.Answers(3.0),
    "ignores": behaviours.Ignores(),
    "voicemail": behaviours.Voicemail(after=10.0),
    "busy": behaviours.Busy(),
    "unreachable": behaviours.Unreachable(),
}


@dataclass(frozen=True)
class Waits:
    """Time passes."""

    seconds: float

    def happen(self, stage: Stage) -> None:
        stage.wait(self.seconds)


@dataclass(frozen=True)
class WorkersDie:
    """No job is done and no deadline looked at for a while."""

    seconds: float

    def happen(self, stage: Stage) -> None:
        stage.working = False
        stage.wait(self.seconds)
        stage.working = True


@dataclass(frozen=True)
class RedisIsEmptied:
    """Everything live is forgotten at once, jobs too."""

    def happen(self, stage: Stage) -> None:
        stage.connection.flushdb()


@dataclass(frozen=True)
class NumberRefused:
    """The provider does not ring a supporter's number any more."""

    alias: str
    code: int

    def happen(self, stage: Stage) -> None:
        stage.emulator.refused[PHONES[self.alias]] = self.code


@dataclass(frozen=True)
class MachinesCall:
    """Ten numbers that nobody knows ring the line at once; some wait for a while."""

    seconds: float

    def happen(self, stage: Stage) -> None:
        handsets = [stage.emulator.handset(f"+1650555017{n}") for n in range(10)]
        for handset in handsets:
            if not handset.engaged:
                handset.dial("+16505550100")
        stage.wait(self.seconds)
        for handset in handsets:
            handset.calls[-1].hang_up()


@dataclass(frozen=True)
class TestsItself:
    """The line calls itself."""

    def happen(self, stage: Stage) -> None:
        if run := stage.workshop.selftest.begin("county"):
            stage.workshop.selftest.go_on(run.id)


@dataclass(frozen=True)
class Weather:
    """How well callbacks and requests travel from now on."""

    lose: float = 0.0
    repeat: float = 0.0
    delay: float = 0.0
    shuffle: bool = False
    rest_failure: float = 0.0

    def happen(self, stage: Stage) -> None:
        stage.emulator.faults = Faults(
            lose=self.lose,
            repeat=self.repeat,
            delay=(0.0, self.delay),
            shuffle=self.shuffle,
            rest_failure=self.rest_failure,
        )


Action = (
    Dials
    | DialsAndPresses
    | Presses
    | CallerHangsUp
    | AsksToBeCalledBack
    | CalledBack
    | PicksUp
    | Takes
    | SupporterPresses
    | SupporterStars
    | Texts
    | SupporterHangsUp
    | SupporterDials
    | Becomes
    | Waits
    | WorkersDie
    | RedisIsEmptied
    | NumberRefused
    | TestsItself
    | MachinesCall
    | Weather
)

SECONDS = (0.1, 0.4, 1.0, 2.2, 5.0, 9.0, 17.0, 31.0, 70.0)


def actions(callers: int, supporters: int, *, misfortune: bool) -> st.SearchStrategy[Action]:
    """Anything that one of so many people may do, and how the world may treat them."""
    caller = st.integers(0, callers - 1)
    alias = st.sampled_from(ALIASES[:supporters])
    keys = st.text(KEYS, min_size=1, max_size=3)
    waits = st.builds(Waits, st.sampled_from(SECONDS))
    wanting = st.builds(
        DialsAndPresses, caller, st.sampled_from(["1", "0", "19", "1*", "11", "31", "321", *WISHES])
    )
    people: list[st.SearchStrategy[Action]] = [
        st.builds(Dials, caller, st.booleans()),
        wanting,
        wanting,
        st.builds(Presses, caller, keys),
        st.builds(Presses, caller, st.sampled_from(["9", "*", "2", "1", "4"])),
        # What a question in a talk, or after it, is answered with.
        st.builds(Presses, caller, st.sampled_from(["1", "3", "5"])),
        st.builds(CallerHangsUp, caller),
        st.builds(AsksToBeCalledBack, caller),
        st.builds(CalledBack, caller, st.sampled_from(sorted(AT_HOME))),
        st.builds(PicksUp, alias),
        st.builds(SupporterPresses, alias, st.sampled_from(["1", "1", "2", "0", "5", "11", "*"])),
        st.builds(SupporterStars, alias, st.sampled_from(["2", "2", "9", "9", "1", ""])),
        st.builds(SupporterStars, alias, st.sampled_from(["2", "9"])),
        st.builds(Texts, alias, st.sampled_from(["BREAK 30", "OFF", "ON", "FLAG", "CRISIS"])),
        st.builds(SupporterHangsUp, alias),
        st.builds(Takes, alias),
        st.builds(Takes, alias),
        st.builds(SupporterDials, alias),
        st.builds(Becomes, alias, st.sampled_from(sorted(HABITS))),
        st.just(TestsItself()),
        st.builds(MachinesCall, st.sampled_from([1.0, 30.0])),
        waits,
        waits,
        waits,
    ]
    world: list[st.SearchStrategy[Action]] = [
        st.builds(WorkersDie, st.sampled_from([0.5, 3.0, 6.0, 20.0, 61.0])),
        st.just(RedisIsEmptied()),
        st.builds(
            Weather,
            lose=st.sampled_from([0.0, 0.0, 0.5, 1.0]),
            repeat=st.sampled_from([0.0, 1.0]),
            delay=st.sampled_from([0.0, 3.0]),
            shuffle=st.booleans(),
            rest_failure=st.sampled_from([0.0, 0.0, 0.3, 0.7, 1.0]),
        ),
        st.just(Weather()),
        st.builds(NumberRefused, alias, st.sampled_from([21211, 21217])),
    ]
    return st.one_of(*people, *people, *(world if misfortune else []))
