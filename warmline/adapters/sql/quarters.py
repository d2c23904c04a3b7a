"""Quarters in the database: their sums until they have a report, their reports for good."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from datetime import date

from sqlalchemy import Connection, Engine, Table, delete, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from warmline.adapters.sealing import Sealer
from warmline.adapters.sql import sums
from warmline.adapters.sql import tables as t
from warmline.adapters.sql.engine import empty_log, reading, writing
from warmline.adapters.sql.holds import is_held
from warmline.adapters.sql.past import row_of
from warmline.domain.after_talk import QUESTIONS
from warmline.domain.counters import What, after, counted
from warmline.domain.outcome import CallRow
from warmline.domain.release import Answers
from warmline.ports.quarters import Document, Material, Quarter

LAST = "last"
"""The last minute that was seen, among the sums of minutes."""


class SqlQuarters:
    """Implements `warmline.ports.Quarters`. Every method may raise StoreTrouble."""

    def __init__(self, engine: Engine, seals: Sealer) -> None:
        self._engine = engine
        self._seals = seals

    def minute(
        self, quarter: Quarter, minute: int, adds: Callable[[int | None], Mapping[str, int]]
    ) -> None:
        """See the port."""
        line, since = quarter
        with writing(self._engine, alone=True) as connection:
            known = sums.read(connection, self._seals, line, since, sums.MINUTES)
            last = known.pop(LAST, None)
            if (last is not None and last >= minute) or sums.is_frozen(connection, line, since):
                return
            new = known + Counter(adds(last)) + Counter({LAST: minute})
            sums.write(connection, self._seals, line, since, sums.MINUTES, new)
        empty_log(self._engine)

    def answered(
        self, key: str, line: str, month: date, language: str, answers: tuple[int | None, ...]
    ) -> None:
        """See the port."""
        given = {f"answer_{n}": answer for n, answer in enumerate(answers, 1)}
        self._once(t.survey_answer, id=key, line=line, month=month, language=language, **given)

    def answers(self, line: str) -> Answers:
        """See the port."""
        with reading(self._engine) as connection:
            return _answers(connection, line, date.min, date.max)

    def study(self, key: str, line: str, box: str) -> None:
        """See the port."""
        self._once(t.study_answer, id=key, line=line, box=box)

    def boxes(self, line: str) -> list[str]:
        """See the port."""
        c = t.study_answer.c
        with reading(self._engine) as connection:
            found = connection.scalars(select(c.box).where(c.line == line))
            return sorted(found)  # sealed, each begins with a random key: an order by chance

    def end_evaluation(self, line: str) -> int:
        """See the port."""
        with writing(self._engine, alone=True) as connection:
            if is_held(connection):
                return 0
            return sum(
                connection.execute(delete(table).where(table.c.line == line)).rowcount
                for table in (t.survey_answer, t.study_answer)
            )

    def unfrozen(self) -> list[Quarter]:
        """See the port."""
        c = t.quarter_sums.c
        with reading(self._engine) as connection:
            found = connection.execute(select(c.line, c.quarter).distinct().order_by(c.quarter))
            return [Quarter(*one) for one in found.all() if not sums.is_frozen(connection, *one)]

    def freeze(self, quarter: Quarter, make: Callable[[Material], Document]) -> Document:
        """See the port."""
        with writing(self._engine, alone=True) as connection:
            document = self._report(connection, quarter)
            if document is None:
                document = make(self._material(connection, quarter))
                row = {"line": quarter.line, "quarter": quarter.since, "document": document}
                connection.execute(insert(t.quarter_report).values(row))
            if not is_held(connection):
                sums.drop(connection, *quarter)
        empty_log(self._engine)
        return document

    def drop_sums(self) -> None:
        """See the port."""
        c = t.quarter_sums.c
        with writing(self._engine, alone=True) as connection:
            if is_held(connection):
                return
            found = connection.execute(select(c.line, c.quarter).distinct()).all()
            for line, quarter in found:
                if sums.is_frozen(connection, line, quarter):
                    sums.drop(connection, line, quarter)

    def report(self, quarter: Quarter) -> Document | None:
        """See the port."""
        with reading(self._engine) as connection:
            return self._report(connection, quarter)

    def reports(self, line: str) -> list[date]:
        """See the port."""
        c = t.quarter_report.c
        wanted = select(c.quarter).where(c.line == line).order_by(c.quarter.desc())
        with reading(self._engine) as connection:
            return list(connection.scalars(wanted))

    def rows(self, line: str, since: date) -> list[CallRow]:
        """See the port."""
        c = t.call_row.c
        wanted = select(t.call_row).where(c.line == line, c.day >= since)
        with reading(self._engine) as connection:
            return [row_of(dict(one)) for one in connection.execute(wanted).mappings()]

    # -- inside ---------------------------------------------------------------------------------

    def _once(self, table: Table, **row: object) -> None:
        dialect = postgresql if self._engine.dialect.name == "postgresql" else sqlite
        with writing(self._engine) as connection:
            connection.execute(dialect.insert(table).values(row).on_conflict_do_nothing())
        empty_log(self._engine)

    @staticmethod
    def _report(connection: Connection, quarter: Quarter) -> Document | None:
        c = t.quarter_report.c
        wanted = select(c.document).where(c.line == quarter.line, c.quarter == quarter.since)
        found: Document | None = connection.scalar(wanted)
        return found

    def _material(self, connection: Connection, quarter: Quarter) -> Material:
        line, since = quarter
        until = after(since)
        found: Counter[tuple[What, str]] = Counter()
        c = t.counter.c
        wanted = select(t.counter).where(c.line == line, c.since >= since, c.since < until)
        for one in connection.execute(wanted):
            found[What(one.what), one.value] += one.tally
        r = t.call_row.c
        rows = select(t.call_row).where(r.line == line, r.day >= since, r.day < until)
        some = [row_of(dict(one)) for one in connection.execute(rows).mappings()]
        for tally, count in counted(some).items():
            found[tally.what, tally.value] += count
        parts = [
            sums.read(connection, self._seals, line, since, part)
            for part in (sums.CALLS, sums.MINUTES)
        ]
        del parts[1][LAST]
        return Material(found, parts[0] + parts[1], _answers(connection, line, since, until))


def _answers(connection: Connection, line: str, since: date, until: date) -> Answers:
    c = t.survey_answer.c
    wanted = select(t.survey_answer).where(c.line == line, c.month >= since, c.month < until)
    found: dict[int, Counter[int]] = defaultdict(Counter)
    for one in connection.execute(wanted).mappings():
        for question in range(1, QUESTIONS + 1):
            answer = one[f"answer_{question}"]
            if answer is not None:
                found[question][answer] += 1
    return {question: dict(given) for question, given in found.items()}
