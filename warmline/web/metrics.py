"""How busy the line is, as Prometheus reads it, worked out anew at every scrape.

Nothing is counted in a process, so it does not matter which of them is asked. Labels are names of
lines, queues and states, never of people; the counts say how many, never who.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Final

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4 as CONTENT_TYPE
from prometheus_client.registry import Collector

from warmline.domain.errors import StoreTrouble
from warmline.services.watch import Load, Watch

__all__ = ["CONTENT_TYPE", "written"]

Rows = list[tuple[tuple[str, ...], float]]
"""The values of the labels, in order, and the number."""

LABELS: Final = ("line", "doing", "queue", "part")
"""Every label that there is."""


def written(watch: Watch) -> bytes:
    """All metrics, in Prometheus' text format."""
    registry = CollectorRegistry()
    registry.register(_Looking(watch))
    return generate_latest(registry)


class _Looking(Collector):
    """Looks once for each scrape."""

    def __init__(self, watch: Watch) -> None:
        self._watch = watch

    def collect(self) -> Iterator[Metric]:
        """Every metric; only those about readiness while the live state is away."""
        parts: Rows = [((part,), holds) for part, holds in asdict(self._watch.readiness()).items()]
        yield _gauge("ready", "Whether a part that is needed to serve is there.", ("part",), parts)
        try:
            load = self._watch.load()
        except StoreTrouble:
            return
        yield from _lines(load)
        yield from _machinery(load)


def _lines(load: Load) -> Iterator[Metric]:
    lines = load.lines
    line = ("line",)
    yield _gauge("open", "Whether the line is open.", line, [((x.line,), x.open) for x in lines])
    yield _gauge(
        "callers_waiting",
        "Callers who wait for a peer.",
        line,
        [((x.line,), x.waiting) for x in lines],
    )
    yield _gauge(
        "longest_wait_seconds",
        "How long the first of them has waited, in whole ten seconds.",
        line,
        [((x.line,), x.longest_wait) for x in lines],
    )
    yield _gauge(
        "phones_ringing",
        "Supporters' phones that ring for callers who wait.",
        line,
        [((x.line,), x.ringing) for x in lines],
    )
    yield _gauge(
        "supporters_on_duty",
        "Supporters on duty, by what they are doing.",
        ("line", "doing"),
        [((x.line, doing.name.lower()), n) for x in lines for doing, n in x.on_duty.items()],
    )


def _machinery(load: Load) -> Iterator[Metric]:
    queue = ("queue",)
    yield _gauge(
        "jobs_waiting", "Jobs that wait.", queue, [((name,), n) for name, n in load.jobs.items()]
    )
    yield _gauge(
        "workers",
        "Workers that have signed on.",
        queue,
        [((name,), n) for name, n in load.workers.items()],
    )
    yield _gauge("clock_ticks", "Whether a clock runs.", (), [((), load.clock_ticks)])
    yield _gauge(
        "deadlines_overdue", "Deadlines passed by more than a second.", (), [((), load.overdue)]
    )
    yield _gauge(
        "provider_deletions_waiting",
        "Ended calls and texts that the provider has yet to delete.",
        (),
        [((), load.to_forget)],
    )


def _gauge(name: str, words: str, labels: tuple[str, ...], rows: Rows) -> Metric:
    family = GaugeMetricFamily(f"warmline_{name}", words, labels=labels)
    for values, number in rows:
        family.add_metric(values, number)
    return family
