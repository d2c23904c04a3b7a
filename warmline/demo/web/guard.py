"""Who may use the page: a browser on this machine, showing this very page.

The page can make phones do things, so another page open in the same browser may not: it could
neither set our header nor send JSON without asking first, and its origin is another. A name that
somebody points at this machine (DNS rebinding) is not one of ours either.
"""

from __future__ import annotations

from typing import Final

from werkzeug.wrappers import Request, Response

OUR_HEADER: Final = "X-Warmline-Demo"
OUR_NAMES: Final = frozenset({"127.0.0.1", "localhost", "[::1]"})
LARGEST_BODY: Final = 2048

HEADERS: Final = {
    "Content-Security-Policy": (
        "default-src 'self'; base-uri 'none'; form-action 'none';"
        " frame-ancestors 'none'; object-src 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    # What the phones show is of this moment; a new version of the demo is not kept waiting.
    "Cache-Control": "no-store",
}


def is_at_home(request: Request) -> bool:
    """Tell whether the page was asked for by a name of this machine."""
    name = request.host.rpartition(":")[0] if request.host[-1:].isdigit() else request.host
    return (name or request.host) in OUR_NAMES


def is_from_our_page(request: Request) -> bool:
    """Tell whether a request that changes something comes from the page itself."""
    origin = request.headers.get("Origin")
    return (
        OUR_HEADER in request.headers
        and request.mimetype == "application/json"
        and (origin is None or origin == f"http://{request.host}")
        and request.headers.get("Sec-Fetch-Site", "same-origin") == "same-origin"
        and (request.content_length or 0) <= LARGEST_BODY
    )


def close_doors(response: Response) -> Response:
    """Add what tells the browser to load nothing from elsewhere and to be shown nowhere else."""
    response.headers.update(HEADERS)
    return response
