"""The pages beside the conversations: made when somebody first asks for one.

A caller's request passes one comparison of its address, and nothing else of what is here: no
session, no cookie, none of the libraries that pages need.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from threading import Lock
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

DOORS: Final = ("/console", "/how-we-work", "/me", "/calendar")
OWN: Final = ("/me",)
"""Supporters' own pages, which are an app of their own beside the console."""


class Beside:
    """A WSGI app in front of another: what goes to the doors is for the pages."""

    def __init__(
        self,
        phones: WSGIApplication,
        make: Callable[[], WSGIApplication],
        doors: tuple[str, ...] = DOORS,
    ) -> None:
        self._phones = phones
        self._doors = doors
        self._make = make
        self._made: WSGIApplication | None = None
        self._lock = Lock()

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Hand the request to whom it is for."""
        path: str = environ.get("PATH_INFO", "")
        if any(path == door or path.startswith(f"{door}/") for door in self._doors):
            return self._pages()(environ, start_response)
        return self._phones(environ, start_response)

    def _pages(self) -> WSGIApplication:
        with self._lock:
            if self._made is None:
                self._made = self._make()
        return self._made
