"""`docs/mutants.md`: what was tried, what survived, and why that is right."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from tests.mutants import trial
from tests.mutants.mutant import Mutant, Name

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
    for one in mutants:
        result = results.get(one.name, "not run")
        if result == trial.SURVIVED:
            reason = known.get((one.file, one.was, one.becomes))
            result = "explained" if reason else trial.SURVIVED
            told = f"- `{Path(one.file).name}`: `{one.was}` → `{one.becomes or '(left out)'}`"
            (explained if reason else open_).append(f"{told}  \n  {reason}" if reason else told)
        counts.setdefault(one.file, Counter())[result] += 1
    total = sum(counts.values(), Counter())
    lines = [
        HEAD,
        f"{_told(total)} On commit `{commit}` and those before it.",
        "",
        "## By file",
        "",
    ]
    lines += [
        "| file | mutants | killed | explained | survived | not run |",
        "|---|---|---|---|---|---|",
    ]
    lines += [_row(file, count) for file, count in sorted(counts.items())]
    lines += ["", "## Explained", "", *sorted(explained)]
    lines += ["", "## Survived, and not explained yet", "", *(sorted(open_) or ["None."]), ""]
    return "\n".join(lines), len(open_)


def killed(count: Counter[str]) -> int:
    """Those that a test noticed; to run for ever, or not to load, is noticed too."""
    return count[trial.KILLED] + count[trial.TIMED_OUT] + count[trial.BROKEN]


def _told(count: Counter[str]) -> str:
    return (
        f"{count.total()} mutants: {killed(count)} killed, {count['explained']} explained, "
        f"{count[trial.SURVIVED]} survived, {count['not run']} not run yet."
    )


def _row(file: str, count: Counter[str]) -> str:
    numbers = killed(count), count["explained"], count[trial.SURVIVED], count["not run"]
    return f"| `{file}` | {count.total()} | " + " | ".join(map(str, numbers)) + " |"
