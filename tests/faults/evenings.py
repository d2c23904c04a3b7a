"""Evenings that hypothesis makes up: how many, and of what."""

from __future__ import annotations

import os
from typing import Final

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from tests.faults.actions import ALIASES, HABITS, Action, Becomes, actions
from tests.faults.scenes import Scene, scenes

WISHED: Final = os.environ.get("WARMLINE_FAULT_EXAMPLES", "")
EXAMPLES: Final = int(WISHED or 100)
"""Of both kinds together."""

Plot = tuple[Scene, list[Action]]

evenings = settings(
    max_examples=max(1, EXAMPLES // 2),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    print_blob=True,
    # The usual run is the same each time; a hunt is not.
    derandomize=not WISHED,
    # To find the shortest story that still fails takes minutes: that is for the hunt.
    phases=[phase for phase in Phase if WISHED or phase in {Phase.explicit, Phase.generate}],
)


@st.composite
def plots(draw: st.DrawFn, *, misfortune: bool) -> Plot:
    """A line, how each supporter answers, and what happens."""
    scene, callers = draw(scenes()), draw(st.integers(1, 4))
    aliases = ALIASES[: scene.supporters]
    habits: list[Action] = [
        Becomes(alias, draw(st.sampled_from(sorted(HABITS)))) for alias in aliases
    ]
    some = actions(callers, scene.supporters, misfortune=misfortune)
    return scene, habits + draw(st.lists(some, min_size=6, max_size=20))
