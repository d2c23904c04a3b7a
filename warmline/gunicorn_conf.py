"""How gunicorn runs the web app: `gunicorn -c python:warmline.gunicorn_conf wsgi:app`.

Measured: two workers of eight threads on two cores are not held up by a slow request. `warmline
serve` overrides the numbers and the address with the settings.

Nothing that a request says may reach a log: there is no access log, and of what goes wrong the
log tells the kind and the place, not the address that was asked for nor the error's own words.
"""

from __future__ import annotations

import sys
import traceback
from pathlib import Path
from typing import Any

from gunicorn.glogging import Logger

from warmline import leash


class DiscreetLogger(Logger):
    """Gunicorn's own words, less what they quote from requests and errors."""

    def exception(self, msg: object, *args: Any, **kwargs: Any) -> None:  # noqa: ARG002 - left out
        """Tell the kind of the error and where it was raised."""
        kind, _, trace = sys.exc_info()
        frames = traceback.extract_tb(trace)
        place = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else "unknown"
        self.error_log.error("%s at %s", kind.__name__ if kind else "Error", place)

    def warning(self, msg: object, *args: Any, **kwargs: Any) -> None:
        """A request that is no HTTP is quoted in its complaint: tell only that there was one."""
        if str(msg).startswith("Invalid request"):
            self.error_log.warning("A request that is not HTTP was refused.")
        else:
            self.error_log.warning(msg, *args, **kwargs)


# A thread is taken only for a request that has come in whole.
worker_class = "warmline.web_worker.PatientWorker"
workers = 2
threads = 8
# The app is made once, and connects to nothing before it is asked: a worker that takes the place of
# a killed one answers at once, not after seconds of imports that callers would hear as silence.
preload_app = True
# The provider waits 15 s for an answer; a worker that is silent for twice that is stuck.
timeout = 30
graceful_timeout = 5
keepalive = 30
# The workers' sign of life must not wait for a disk.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - no fixed name
accesslog = None
errorlog = "-"
logger_class = DiscreetLogger
# It would let whoever reaches the socket change the running server.
control_socket_disable = True
# Our addresses carry an opaque id or two.
limit_request_line = 2048


def post_worker_init(worker: Any) -> None:
    """A worker is about to answer: whoever replaces an older server may end that one now.

    Only here, after the fork, may a thread begin: the one that notices when the clock has stopped.
    """
    begin = getattr(worker.app.callable, "extensions", {}).get("warmline.vigil")
    if begin is not None:
        begin()
    leash.tell_ready()
