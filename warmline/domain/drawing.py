"""The state table as a page to read: `docs/call-states.md` is made from it."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from itertools import pairwise

from warmline.domain import call
from warmline.domain.call import NEXT, Event, State


def page() -> str:
    """The whole page in Markdown, with a diagram that GitHub draws."""
    return "\n".join([*_page(), ""])


def _page() -> Iterator[str]:
    yield "# The life of a call"
    yield ""
    yield "Made from `warmline/domain/call.py` by `make docs`; do not edit it here."
    yield ""
    yield "| state | what is true |"
    yield "|---|---|"
    said = _sayings()
    for state in State:
        yield f"| `{state}` | {said[state.name]} |"
    yield ""
    yield "```mermaid"
    yield "stateDiagram-v2"
    yield f"  [*] --> {State.MENUS}"
    for (before, event), after in NEXT.items():
        if before is not after and event is not Event.LEFT:
            yield f"  {before} --> {after}: {event}"
    yield "```"
    yield ""
    yield "From every state the caller may hang up (`left`), which leads to `ended`. Whatever is"
    yield "not in this table is too late, and whoever did it hears a sentence that says so."
    yield ""
    yield "| " + " | ".join(["event", *(f"`{state}`" for state in State)]) + " |"
    yield "|" + "---|" * (len(State) + 1)
    for event in Event:
        cells = [f"`{NEXT[state, event]}`" if (state, event) in NEXT else "" for state in State]
        yield "| " + " | ".join([f"`{event}`", *cells]) + " |"


def _sayings() -> dict[str, str]:
    """The sentence under each state in the source."""
    tree = ast.parse(inspect.getsource(call))
    body = next(n.body for n in tree.body if isinstance(n, ast.ClassDef) and n.name == "State")
    sayings = {}
    for node, after in pairwise(body):
        if isinstance(node, ast.Assign) and isinstance(after, ast.Expr):
            name = node.targets[0]
            if isinstance(name, ast.Name) and isinstance(after.value, ast.Constant):
                sayings[name.id] = " ".join(str(after.value.value).split())
    return sayings


if __name__ == "__main__":
    print(page(), end="")  # noqa: T201  # this is what `make docs` writes to the file
