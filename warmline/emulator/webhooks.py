"""Making one webhook request as Twilio does: signed, retried, redirected, timed, recorded."""

from __future__ import annotations

import base64
import gzip
import zlib
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlencode, urljoin, urlsplit, urlunsplit

from .exchange import WebAnswer, Webhook
from .overrides import Overrides, split_overrides
from .record import WebRequest
from .signature import sign, signing_url
from .transport import HttpRequest, HttpResponse, TransportError

if TYPE_CHECKING:
    from .emulator import Emulator

MAX_HTTP_REDIRECTS = 10


class Web:
    """Performs webhooks for an emulator; `perform` may be called from any thread."""

    def __init__(self, emu: Emulator) -> None:
        """Keep the emulator: its transport, clock, auth token and records are used."""
        self._emu = emu

    def perform(self, hook: Webhook) -> WebAnswer:
        """Make the request, following up to 10 HTTP redirects, and return its outcome."""
        token = self._emu.new_token()
        url, overrides = split_overrides(hook.url)
        if urlsplit(url).scheme not in {"http", "https"} or not urlsplit(url).hostname:
            return self._record(hook, WebAnswer(url=hook.url, error_code=11100, error="bad URL"))
        method, params, spent, hops = hook.method, hook.params, 0.0, 0
        while True:
            answer = self._attempts(hook, method, url, params, token, overrides, spent)
            spent += answer.seconds
            answer.seconds = spent
            self._record(hook, answer, method, params)
            if not 300 <= answer.status < 400 or answer.status == 304:
                return answer
            location = answer.headers.get("location", "")
            if not location:
                answer.error_code, answer.error = 11216, "redirect without a Location"
                return answer
            hops += 1
            if hops > MAX_HTTP_REDIRECTS:
                answer.error_code, answer.error = 11215, "too many HTTP redirects"
                return answer
            # A redirected POST becomes a bare GET: Digits and everything else are lost.
            url, method, params = urljoin(url, location), "GET", {}

    def _attempts(
        self,
        hook: Webhook,
        method: str,
        url: str,
        params: dict[str, str],
        token: str,
        overrides: Overrides,
        spent: float,
    ) -> WebAnswer:
        request = self._request(hook, method, url, params, token, overrides)
        answer, failure = self._once(request, overrides.total - spent)
        for _retry in range(overrides.retries):
            elapsed = answer.seconds
            over = spent + elapsed >= overrides.total
            if not failure or over or not overrides.retries_on(failure):
                break
            answer, failure = self._once(request, overrides.total - spent - elapsed)
            answer.seconds += elapsed
        answer.url = url
        if answer.status:
            self._keep_cookies(hook, url, answer)
        return answer

    def _once(self, request: HttpRequest, budget: float) -> tuple[WebAnswer, str]:
        """Send once; return the answer and what kind of failure it is ("" for none)."""
        emu = self._emu
        began = emu.now
        try:
            response = emu.transport.send(request)
            response = self._authorised(request, response)
        except TransportError as error:
            seconds = min(max(error.seconds, emu.now - began), max(budget, 0.0))
            return WebAnswer(seconds=seconds, error_code=error.code, error=str(error)), error.retry
        # The latency of a thread-less test is declared, that of a real request is measured.
        seconds = emu.latency(request.url) if emu.latency else 0.0
        seconds = max(seconds, emu.now - began)
        if not emu.engine.threaded and seconds > min(request.read, budget):
            late = min(request.read, max(budget, 0.0))
            return WebAnswer(seconds=late, error_code=11203, error="no response in time"), "rt"
        headers = {name.lower(): value for name, value in response.headers}
        answer = WebAnswer(response.status, headers, _decoded(response), seconds)
        cookies = [value for name, value in response.headers if name.lower() == "set-cookie"]
        if cookies:
            answer.headers["set-cookie"] = "\n".join(cookies)
        if response.status >= 400:
            answer.error_code, answer.error = 11217, f"HTTP {response.status}"
            return answer, f"{response.status // 100}xx"
        return answer, ""

    def _authorised(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Repeat a request with the URL's credentials when it was refused without them."""
        parts = urlsplit(request.url)
        if response.status != 401 or parts.username is None:
            return response
        pair = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
        headers = dict(request.headers)
        headers["Authorization"] = "Basic " + base64.b64encode(pair.encode()).decode()
        return self._emu.transport.send(
            HttpRequest(request.method, request.url, headers, request.body)
        )

    def _request(
        self,
        hook: Webhook,
        method: str,
        url: str,
        params: dict[str, str],
        token: str,
        overrides: Overrides,
    ) -> HttpRequest:
        body = b""
        headers = {
            "User-Agent": "TwilioProxy/1.1",
            "Accept": "*/*",
            "Accept-Encoding": "gzip",
            "X-Home-Region": "us1",
            "I-Twilio-Idempotency-Token": token,
        }
        if method == "GET":
            url = _with_query(url, params)
        else:
            body = urlencode(params).encode()
            headers["Content-Type"] = "application/x-www-form-urlencoded; charset=UTF-8"
        if hook.signed:
            signed_url = signing_url(url, hook.channel)
            headers["X-Twilio-Signature"] = sign(
                self._emu.auth_token, signed_url, params if body else {}
            )
        cookie = hook.cookies.header(urlsplit(url).netloc) if hook.cookies else ""
        if cookie:
            headers["Cookie"] = cookie
        return HttpRequest(
            method, url, headers, body, overrides.connect, overrides.read, overrides.total
        )

    def _keep_cookies(self, hook: Webhook, url: str, answer: WebAnswer) -> None:
        if hook.cookies is not None:
            hook.cookies.used = self._emu.now
            for line in answer.headers.get("set-cookie", "").split("\n"):
                if line:
                    hook.cookies.store(urlsplit(url).netloc, line)

    def _record(
        self,
        hook: Webhook,
        answer: WebAnswer,
        method: str | None = None,
        params: dict[str, str] | None = None,
    ) -> WebAnswer:
        emu = self._emu
        with emu.engine.lock:
            emu.requests.append(
                WebRequest(
                    emu.now,
                    method or hook.method,
                    answer.url,
                    dict(hook.params if params is None else params),
                    answer.status,
                    answer.seconds,
                    hook.kind,
                    hook.sid,
                    answer.error_code,
                    dict(answer.headers),
                    answer.body,
                )
            )
        return answer


def _with_query(url: str, params: dict[str, str]) -> str:
    if not params:
        return url
    parts = urlsplit(url)
    query = "&".join(filter(None, (parts.query, urlencode(params))))
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, ""))


def _decoded(response: HttpResponse) -> bytes:
    for name, value in response.headers:
        if name.lower() == "content-encoding" and value.strip().lower() == "gzip":
            try:
                return gzip.decompress(response.body)
            except (OSError, EOFError, zlib.error):
                return response.body
    return response.body
