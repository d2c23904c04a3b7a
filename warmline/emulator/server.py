"""Serving the REST API, and whatever is mounted beside it, over HTTP."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from werkzeug.serving import WSGIRequestHandler, make_server

WsgiApp = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class _QuietHandler(WSGIRequestHandler):
    """Numbers stand in query strings: nothing is logged."""

    def log(self, type: str, message: str, *args: Any) -> None:  # noqa: A002 - werkzeug's name
        """Say nothing."""


class Running:
    """A server on a thread of its own. `url` has no slash at its end."""

    def __init__(self, host: str, port: int, app: WsgiApp) -> None:
        """Listen at once; port 0 picks a free one. Raise OSError when the port is taken."""
        self._server = make_server(host, port, app, threaded=True, request_handler=_QuietHandler)
        self.port = int(self._server.server_port)
        self.url = f"http://{host}:{self.port}"
        # A short poll: `stop` waits for the end of one.
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.05,), daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        """Stop listening and wait for the thread."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(timeout=5)


def dispatcher(default: WsgiApp, mounts: Mapping[str, WsgiApp]) -> WsgiApp:
    """Return an application that hands each path to the longest mounted prefix, else `default`."""

    def app(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        for prefix in sorted(mounts, key=len, reverse=True):
            if path == prefix or path.startswith(prefix.rstrip("/") + "/"):
                inner = dict(environ)
                inner["SCRIPT_NAME"] = environ.get("SCRIPT_NAME", "") + prefix.rstrip("/")
                inner["PATH_INFO"] = path[len(prefix.rstrip("/")) :] or "/"
                return mounts[prefix](inner, start_response)
        return default(environ, start_response)

    return app
