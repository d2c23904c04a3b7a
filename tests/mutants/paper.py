"""`docs/mutants.md`: what was tried, what survived, and why that is right."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from tests.mutants import trial
from tests.mutants.mutant import Mutant, Name

QUICK_ONLY = "quick tests only"
"""The tests of the step itself do not notice it; whether those of whole calls do is not known."""
EXPLAINED = Path("tests/mutants/explained.toml")
HEAD = """# Mutants

Drawn by `make mutants`; reasons stand in `tests/mutants/explained.toml`.

A mutant is the code with one small thing wrong: a comparison turned round, a line left out, a
number one too large. The tests are run on it. If one fails, somebody would have noticed; if none
does, the line could be wrong without anybody knowing, and it needs a test or a reason.
"""


def reasons(path: Path = EXPLAINED) -> dict[tuple[str, str, str], str]:
    """Why a mutant may live, by file, words before and words after."""
    rows = tomllib.loads(path.read_text()).get("mutant", [])
    return {(row["file"], row["was"], row["becomes"]): row["reason"] for row in rows}


def drawn(mutants: Iterable[Mutant], results: Mapping[Name, str], commit: str) -> tuple[str, int]:
    """The page, and how many mutants survived that nobody has explained."""
    known = reasons()
    counts: dict[str, Counter[str]] = {}
    explained: list[str] = []
    open_: list[str] = []
    quick: list[str] = []
    for one in mutants:
        result = results.get(one.name, "not run")
        if result in {trial.SURVIVED, QUICK_ONLY}:
            told = _line(one)
            if reason := known.get((one.file, one.was, one.becomes)):
                result = "explained"
                explained.append(f"{told}  \n  {reason}")
            else:
                (quick if result == QUICK_ONLY else open_).append(told)
        counts.setdefault(one.file, Counter())[result] += 1
    total = sum(counts.values(), Counter())
    lines = [
        HEAD,
        f"{_told(total)} Tried last on commit `{commit}`.",
        "",
        "## By file",
        "",
    ]
    lines += [
        "| file | mutants | killed | explained | survived | quick tests only | not run |",
        "|---|---|---|---|---|---|---|",
    ]
    lines += [_row(file, count) for file, count in sorted(counts.items())]
    lines += ["", "## Explained", "", *sorted(explained)]
    lines += ["", "## Survived, and not explained yet", "", *(sorted(open_) or ["None."]), ""]
    lines += ["## Passed by the quick tests, not tried on calls yet", "", *(quick or ["None."]), ""]
    return "\n".join(lines), len(open_)


def _line(one: Mutant) -> str:
    return f"- `{Path(one.file).name}`: `{one.was}` → `{one.becomes or '(left out)'}`"


def killed(count: Counter[str]) -> int:
    """Those that a test noticed; to run for ever, or not to load, is noticed too."""
    return count[trial.KILLED] + count[trial.TIMED_OUT] + count[trial.BROKEN]


def _told(count: Counter[str]) -> str:
    return (
        f"{count.total()} mutants: {killed(count)} killed, {count['explained']} explained, "
        f"{count[trial.SURVIVED]} survived, "
        f"{count[QUICK_ONLY]} passed by the quick tests and not tried on calls yet, "
        f"{count['not run']} not run yet."
    )


def _row(file: str, count: Counter[str]) -> str:
    numbers = (
        killed(count),
        count["explained"],
        count[trial.SURVIVED],
        count[QUICK_ONLY],
        count["not run"],
    )
    return f"| `{file}` | {count.total()} | " + " | ".join(map(str, numbers)) + " |"
