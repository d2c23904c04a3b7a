"""The page about the states of a call, which is made from the program."""

from __future__ import annotations

from warmline.domain.call import NEXT, Event, State
from warmline.domain.drawing import page


def rows(beginning: str) -> list[list[str]]:
    """The rows of the table whose head begins so, head and ruler too, as cells."""
    lines = page().splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith(beginning))
    table = [line for line in lines[at : at + 2 + max(len(Event), len(State))] if line]
    return [line.strip("|").split("|") for line in table if line.startswith("|")]


def test_every_state_is_told_in_a_sentence() -> None:
    told = {name.strip(" `"): said.strip() for name, said in rows("| state ")[2:]}
    assert set(told) == set(State)
    assert all(said.endswith(".") for said in told.values())


def test_the_table_has_a_column_for_each_state_and_says_where_each_event_leads() -> None:
    head, ruler, *events = rows("| event ")
    assert [len(head), len(ruler)] == [len(State) + 1] * 2
    states = [State(cell.strip(" `")) for cell in head[1:]]
    found = {
        (state, Event(name.strip(" `"))): cell.strip(" `")
        for name, *cells in events
        for state, cell in zip(states, cells, strict=True)
        if cell.strip()
    }
    assert found == {pair: after.value for pair, after in NEXT.items()}


def test_the_picture_leaves_out_that_callers_may_always_hang_up() -> None:
    arrows = [line.strip() for line in page().splitlines() if " --> " in line]
    drawn = {f"{a} --> {b}: {e}" for (a, e), b in NEXT.items() if a != b and e is not Event.LEFT}
    assert set(arrows) == {f"[*] --> {State.MENUS}", *drawn}
