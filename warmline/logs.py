"""What may stand in a log: an allow-list of fields, and no library's chatter.

A log line is a fact about the installation ("page_failed", "store_unreachable"), never about a
caller. A field that is not on the list is dropped, whoever adds it; its name is kept, so that
somebody can see that it was dropped.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import MutableMapping
from typing import Any, Final

import structlog

FIELDS: Final = frozenset(
    {"event", "level", "timestamp", "error", "page", "reason", "count", "kind", "process"}
)
"""Every field that a log line may have."""

QUIET: Final = ("twilio.http_client", "rq", "rq.worker", "alembic", "werkzeug")
"""Libraries that log addresses, arguments or more than anybody reads."""

SILENT: Final = ("urllib3",)
"""Libraries whose warnings quote whole addresses, too: a supporter's number stands in one when the
provider is asked for their phone, and a password in those of alarms."""


def configure(level: str) -> None:
    """Log lines from `level` on, to the error output, one line each."""
    number = logging.getLevelNamesMapping()[level.upper()]
    logging.basicConfig(
        level=number, stream=sys.stderr, format="%(levelname)s %(name)s: %(message)s"
    )
    for name in QUIET:
        logging.getLogger(name).setLevel(max(number, logging.WARNING))
    for name in SILENT:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            only_allowed,
            structlog.processors.KeyValueRenderer(key_order=["timestamp", "level", "event"]),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(number),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )


def only_allowed(
    _logger: object, _method: str, line: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    """The line without the fields that no log may have."""
    dropped = sorted(set(line) - FIELDS)
    kept = {name: value for name, value in line.items() if name in FIELDS}
    if dropped:
        kept["reason"] = f"{kept.get('reason', '')} (left out: {', '.join(dropped)})".strip()
    return kept
