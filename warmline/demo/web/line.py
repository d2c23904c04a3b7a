"""The example line, changed so that it can be tried at any hour."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, Final

from warmline.adapters.toml.writing import toml_key, toml_value

EXAMPLE: Final = Path(__file__).parents[3] / "examples" / "county.toml"
DAYS: Final = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
ALL_DAY: Final = "00:00-24:00"
PLAN: Final = ("shift", "one_off", "day_off", "holiday")
"""What says when, and would leave the demo without anybody on duty."""
LIMITS: Final = {
    "calls_per_shift": 30,
    "talk_minutes_per_shift": 720,
    "wrap_up_minutes": 1,
    "long_wrap_up_minutes": 1,
}
"""As much as a line may ask of somebody: here nobody gets tired, and the page says so."""

HEAD: Final = """\
# Made by the demo from the example line each time that it starts: changes made here are lost.
# Everybody is on duty all day and rests one minute after a call. The rest is as in the example.
"""


def demo_line(example: str) -> str:
    """The line of the demo, from the example's text."""
    line = {name: part for name, part in tomllib.loads(example).items() if name not in PLAN}
    line["hours"] = {day: [ALL_DAY] for day in DAYS}
    line["limits"] = line.get("limits", {}) | LIMITS
    for supporter in line["supporter"]:
        supporter.pop("limits", None)
        supporter.pop("quiet", None)
    line["shift"] = [
        {"supporter": one["alias"], "days": DAYS, "hours": ALL_DAY} for one in line["supporter"]
    ]
    return HEAD + as_toml(line)


def as_toml(tables: dict[str, Any]) -> str:
    """Tables, and lists of tables, as TOML: as much of it as a line is written in."""
    parts = []
    for name, part in tables.items():
        rows, head = (part, f"[[{name}]]") if isinstance(part, list) else ([part], f"[{name}]")
        for row in rows:
            keys = "".join(f"{toml_key(key)} = {toml_value(value)}\n" for key, value in row.items())
            parts.append(f"\n{head}\n{keys}")
    return "".join(parts)
