"""`make mutants`: is there a test for every line that decides something?

One small wrong change after the other is made in a copy of the tree, in an order drawn by lot, and
the tests are run on it. What no test notices is a line that could be wrong without anybody knowing:
it gets a test, or its reason stands in `explained.toml`. `docs/mutants.md` is drawn from both.
"""

from __future__ import annotations

import argparse
import json
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.mutants import lua, python, quick, trial
from tests.mutants.mutant import Mutant, Name
from tests.mutants.paper import QUICK_ONLY, drawn
from tests.mutants.session import named

RESULTS = Path(".mutants/results.jsonl")
ALL = 9
"""More rounds than there are."""
PAPER = Path("docs/mutants.md")
WATCHED = (
    "warmline/adapters/judge/*.lua",
    "warmline/domain/**/*.py",
    "warmline/services/ringing.py",
)


def every(wish: str) -> list[Mutant]:
    """All mutants of the watched files whose name holds `wish`, or one of several: `call,live`."""
    paths = sorted({path for pattern in WATCHED for path in Path().glob(pattern)})
    found: list[Mutant] = []
    for path in paths:
        if any(one in str(path) for one in wish.split(",")):
            make = lua.mutants if path.suffix == ".lua" else python.mutants
            found += make(str(path), path.read_text())
    return found


def known() -> dict[Name, dict[str, object]]:
    """What was found out before, by what is tried."""
    if not RESULTS.exists():
        return {}
    rows = [json.loads(line) for line in RESULTS.read_text().splitlines()]
    return {(*row["name"],): row for row in rows}


def try_them(wish: str, seconds: float, seed: int, most: int, *, again: bool) -> None:
    """Try mutants until the time is over: first the quick tests, then up to so many rounds."""
    sys.dont_write_bytecode = True
    todo, before = every(wish), known()
    if again:
        todo = [m for m in todo if before.get(m.name, {}).get("result") == trial.SURVIVED]
    else:
        todo = [m for m in todo if m.name not in before]
    random.Random(seed).shuffle(todo)
    wishes = wish.split(",")
    todo.sort(key=lambda m: next(n for n, one in enumerate(wishes) if one in m.file))
    RESULTS.parent.mkdir(exist_ok=True)
    results, until, on = RESULTS.absolute(), time.monotonic() + seconds, trial.commit()
    last = time.monotonic()

    def note(mutant: Mutant, result: str, rounds: int = 0) -> None:
        nonlocal last
        row = {"name": mutant.name, "line": mutant.line, "result": result}
        with results.open("a") as file:
            print(json.dumps({**row, "rounds": rounds, "commit": on}), file=file)
        spent, last = time.monotonic() - last, time.monotonic()
        print(f"{spent:5.1f} s {result:9} {named(mutant)}", flush=True)

    with tempfile.TemporaryDirectory(prefix="warmline-mutants-") as name:
        tree = Path(name)
        trial.copied(tree)
        trial.read_libraries(tree)
        quick.try_all(todo, tree, until, note)
        if most:
            after = known()
            left = [m for m in todo if after.get(m.name, {}).get("result") == trial.SURVIVED]
            _slowly(left, tree, until, most, note)


def _slowly(
    todo: list[Mutant],
    tree: Path,
    until: float,
    most: int,
    note: Callable[[Mutant, str, int], None],
) -> None:
    """Whole calls, for what no quick test has noticed."""
    took = {}
    for tests in {tuple(t) for m in todo for t in trial.rounds(m.file, tree, most)}:
        seconds_of_it = trial.baseline(tree, tests)
        if seconds_of_it is None:
            print(f"These fail without any mutant: {' '.join(tests)}", file=sys.stderr)
            return
        took[tests] = seconds_of_it
        print(f"{seconds_of_it:5.1f} s without any mutant: {' '.join(tests)}", flush=True)
    for mutant in todo:
        if time.monotonic() > until:
            return
        note(mutant, trial.tried(mutant, tree, took, most), most)


def found(row: dict[str, object]) -> str:
    """What is known of one mutant."""
    result = str(row["result"])
    quick = result == trial.SURVIVED and int(str(row["rounds"])) < ALL
    return QUICK_ONLY if quick else result


def main() -> int:
    """0 when no mutant survived that nobody has explained."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--file", default="", help="only files whose name holds this")
    parser.add_argument("--seconds", type=float, default=1800, help="for how long")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument(
        "--rounds", type=int, default=ALL, help="of whole calls; 0: only the quick tests"
    )
    parser.add_argument("--again", action="store_true", help="once more those that survived")
    parser.add_argument("--paper", action="store_true", help=f"only draw {PAPER} anew")
    chosen = parser.parse_args()
    # Whoever ends us ends the trial as well.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    asked = chosen.file, chosen.seconds, chosen.seed, chosen.rounds
    if not chosen.paper:
        try_them(*asked, again=chosen.again)
    results = {name: found(row) for name, row in known().items()}
    last = str(list(known().values())[-1]["commit"]) if results else "none"
    paper, unexplained = drawn(every(""), results, last)
    PAPER.write_text(paper)
    print(paper.partition("\n## ")[0])
    return 1 if unexplained else 0


if __name__ == "__main__":
    raise SystemExit(main())
