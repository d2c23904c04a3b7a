"""Where something of a number could be left, and how an evening comes to its end."""

from __future__ import annotations

from pathlib import Path

from tests.leaks.search import everything_in, files_in, text
from warmline.demo.stage import METRICS_TOKEN, Stage

CALLERS = ("+16505550150", "+16505550151", "+16505550152")
SUPPORTERS = ("+16505550111", "+16505550112", "+16505550113")


def what_is_left(stage: Stage, folder: Path, logs: str) -> dict[str, bytes]:
    """Everything that a curious person with every right could read."""
    emulator = stage.emulator
    return {
        "redis": everything_in(stage.connection),
        "logs": logs.encode(),
        "addresses of our pages": text([request.url for request in emulator.requests]),
        "addresses at the provider": text([request.path for request in emulator.rest_log]),
        "what the provider still keeps": text(emulator.provider_holds()),
        "failed jobs": text(stage.failed_jobs()),
        "metrics": metrics(stage),
        **files_in(folder),
    }


def metrics(stage: Stage) -> bytes:
    """The page that Prometheus reads."""
    shown = {"Authorization": f"Bearer {METRICS_TOKEN}"}
    page = stage.app.test_client().get("/metrics", headers=shown)
    assert page.status_code == 200
    return page.text.encode()


def end_everything(stage: Stage) -> None:
    """Everybody hangs up, and the nightly work is done."""
    for handset in stage.emulator.handsets():
        if handset.calls and handset.calls[-1].state != "ended":
            handset.calls[-1].hang_up()
    stage.wait(5 * 60)
