"""Turning a webhook's answer into TwiML verbs, with Twilio's error codes for what is wrong."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Mapping
from dataclasses import dataclass, field

from .exchange import WebAnswer
from .schema import ELEMENTS, SSML, Element, acceptable
from .speech import Speech, render, speech_seconds

MAX_DOCUMENT = 64 * 1024
_XML_TYPES = {"text/xml", "application/xml", "text/html", "application/xhtml+xml"}


class TwimlFailure(Exception):
    """A document could not be retrieved or executed; `code` is Twilio's."""

    def __init__(self, code: int, message: str, url: str = "") -> None:
        """`url` is that of the document, as the fallback's ErrorUrl repeats it."""
        super().__init__(message)
        self.code = code
        self.message = message
        self.url = url
        self.noted = False
        """Whether the provider's debugger has it already."""


@dataclass(frozen=True, slots=True)
class Verb:
    """One TwiML element; attributes that break the schema are left out already."""

    name: str
    attrs: Mapping[str, str] = field(default_factory=dict)
    text: str = ""
    children: tuple[Verb, ...] = ()
    speech: Speech | None = None

    def flag(self, name: str, default: bool) -> bool:
        """Return a boolean attribute."""
        return self.attrs[name] == "true" if name in self.attrs else default

    def number(self, name: str, default: int) -> int:
        """Return a numeric attribute."""
        return int(self.attrs[name]) if name in self.attrs else default


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed document; `url` is "" for TwiML that came in a REST parameter."""

    verbs: tuple[Verb, ...]
    url: str
    method: str = "POST"
    warnings: tuple[str, ...] = ()


def read_answer(
    answer: WebAnswer, method: str, schema: Mapping[str, Element] = ELEMENTS
) -> Document:
    """Return the document in a webhook's answer. Raise TwimlFailure when it is none.

    Audio is played and plain text is read aloud; then the document is over.
    """
    if not answer.ok:
        raise TwimlFailure(answer.error_code or 11200, answer.error, answer.url)
    if len(answer.body) > MAX_DOCUMENT and not answer.content_type.startswith("audio/"):
        raise TwimlFailure(11750, "the response body is larger than 64 kB", answer.url)
    kind = answer.content_type
    if kind.startswith("audio/"):
        return Document((Verb("Play", text=answer.url),), answer.url, method)
    text = answer.text()
    if not text.strip():
        raise TwimlFailure(11770, "the response body is empty", answer.url)
    if kind == "text/plain":
        if text.lstrip().startswith("<"):
            try:
                return parse(text, answer.url, method, schema)
            except TwimlFailure:
                pass  # not TwiML after all: it is read aloud
        return _spoken(text, answer.url, method)
    if kind not in _XML_TYPES:
        raise TwimlFailure(12300, f"content type {kind or '(none)'} is not supported", answer.url)
    return parse(text, answer.url, method, schema)


def _spoken(text: str, url: str, method: str) -> Document:
    plain = " ".join(text.split())
    say = Verb("Say", text=plain, speech=Speech(plain, speech_seconds(plain)))
    return Document((say,), url, method)


def parse(
    text: str, url: str, method: str = "POST", schema: Mapping[str, Element] = ELEMENTS
) -> Document:
    """Return the document in `text`. Raise TwimlFailure 11770, 12100 or 12102."""
    if not text.strip():
        raise TwimlFailure(11770, "the response body is empty", url)
    try:
        root = ET.fromstring(text.strip().encode())  # noqa: S314 - our own application's TwiML
    except ET.ParseError as error:
        raise TwimlFailure(12100, f"the document cannot be parsed: {error}", url) from error
    if root.tag != "Response":
        raise TwimlFailure(12102, f"the root element is <{root.tag}>, not <Response>", url)
    warnings: list[str] = []
    _attributes(root, schema, warnings)
    verbs = tuple(_children(root, schema, warnings))
    return Document(verbs, url, method, tuple(warnings))


def _children(parent: ET.Element, schema: Mapping[str, Element], warnings: list[str]) -> list[Verb]:
    verbs = []
    for child in parent:
        if child.tag not in schema[parent.tag].children:
            warnings.append(f"<{child.tag}> is not allowed in <{parent.tag}>: skipped")
        else:
            verbs.append(_verb(child, schema, warnings))
    return verbs


def _attributes(
    element: ET.Element, schema: Mapping[str, Element], warnings: list[str]
) -> dict[str, str]:
    """Return the attributes that follow the schema; the others are warnings and have no effect."""
    rules = schema[element.tag].attributes
    attrs = {}
    for name, value in element.attrib.items():
        if name.startswith("{"):
            continue  # another namespace is no business of TwiML's
        if name not in rules:
            # `record="do-not-record"` asks for what happens anyway.
            if (name, value) != ("record", "do-not-record"):
                warnings.append(f"attribute {name} of <{element.tag}> is not supported: ignored")
        elif not acceptable(rules[name], value):
            warnings.append(f"{name}={value!r} of <{element.tag}> is not valid: ignored")
        else:
            attrs[name] = value
    return attrs


def _verb(element: ET.Element, schema: Mapping[str, Element], warnings: list[str]) -> Verb:
    attrs = _attributes(element, schema, warnings)
    if element.tag == "Say":
        inside = [child.tag for child in element.iter() if child is not element]
        warnings += [f"<{tag}> in <Say> is not spoken" for tag in inside if tag not in SSML]
        speech = render(element)
        return Verb("Say", attrs, speech.text, speech=speech)
    children = tuple(_children(element, schema, warnings))
    return Verb(element.tag, attrs, (element.text or "").strip(), children)
