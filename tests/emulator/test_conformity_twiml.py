"""The emulator's TwiML held against the generated XSD of Twilio's SDKs."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.emulator.lab import shared
from warmline.emulator.document import TwimlFailure, parse
from warmline.emulator.schema import (
    ELEMENTS,
    MESSAGING,
    NUMBER,
    SSML,
    TEXT,
    Element,
    ManyOf,
    Rule,
)

XS = "{http://www.w3.org/2001/XMLSchema}"


@functools.cache
def tree(path: Path) -> Any:
    return etree.parse(path)


def voice() -> Any:
    return tree(shared() / "twiml_voice_generated.xsd")


def messaging() -> Any:
    return tree(shared() / "twiml_messaging_generated.xsd")


@functools.cache
def validator(path: Path) -> Any:
    return etree.XMLSchema(tree(path))


def types(schema: Any) -> dict[str, Any]:
    return {one.get("name")[2:]: one for one in schema.getroot().findall(f"{XS}complexType")}


def enumeration(attribute: Any) -> set[str]:
    return {one.get("value") for one in attribute.iter(f"{XS}enumeration")}


def words(rule: Rule) -> set[str]:
    if isinstance(rule, ManyOf):
        return set(rule.words)
    return set(rule) if isinstance(rule, tuple) else set()


@pytest.mark.parametrize("name", sorted(ELEMENTS))
def test_every_voice_element_is_twilios(name: str) -> None:
    """Every attribute, every enumeration and every nesting that the emulator knows is in the
    published schema."""
    check(name, ELEMENTS[name], types(voice()))


@pytest.mark.parametrize("name", sorted(MESSAGING))
def test_every_messaging_element_is_twilios(name: str) -> None:
    check(name, MESSAGING[name], types(messaging()))


def check(name: str, element: Element, published: dict[str, Any]) -> None:
    declared = {one.get("name"): one for one in published[name].findall(f"{XS}attribute")}
    assert set(element.attributes) <= set(declared)
    nested = {one.get("name") for one in published[name].iter(f"{XS}element")}
    assert element.children <= nested
    for attribute, rule in element.attributes.items():
        allowed = enumeration(declared[attribute])
        if declared[attribute].get("type") == "xs:boolean":
            assert words(rule) == {"true", "false"}
        elif declared[attribute].get("type") == "xs:nonNegativeInteger":
            assert rule == NUMBER
        else:
            assert words(rule) == allowed, attribute


def test_what_is_left_out_is_left_out_on_purpose() -> None:
    """Of the attributes of the verbs that are emulated, these are not: recording and the like
    (the line promises none of it), machine detection, SIP, TaskRouter, partial speech results."""
    missing = {
        f"{name}.{one.get('name')}"
        for name, element in ELEMENTS.items()
        for one in types(voice())[name].findall(f"{XS}attribute")
        if one.get("name") not in element.attributes
    }
    kept_out = ("record", "trim", "machineDetection", "amdStatus", "refer", "partialResult")
    others = {one for one in missing if not one.split(".")[1].startswith(kept_out)}
    assert others == {
        "Conference.eventCallbackUrl",
        "Dial.events",
        "Dial.passports",
        "Enqueue.workflowSid",
        "Number.byoc",
        "Queue.postWorkActivitySid",
        "Queue.reservationSid",
    }


def values(rule: Rule) -> st.SearchStrategy[str]:
    good = st.sampled_from(sorted(words(rule)) or (["7"] if rule == NUMBER else ["x"]))
    return st.one_of(good, good, good, st.sampled_from(["", "7", "true", "nonsense", "-1"]))


@st.composite
def elements(draw: st.DrawFn, name: str, depth: int = 0) -> str:
    rules = ELEMENTS.get(name, Element())
    known = sorted(rules.attributes)
    names = st.sampled_from([*known, "unknown"])
    attributes = draw(st.lists(names, max_size=3, unique=True))
    text = "".join(
        f' {one}="{draw(values(rules.attributes.get(one, TEXT)))}"' for one in attributes
    )
    inner = ""
    if depth < 2 and name != "Say":
        likely = sorted(rules.children) or ["Say"]
        children = st.sampled_from([*likely, *likely, "Say", "Hangup", "Unknown"])
        for child in draw(st.lists(children, max_size=3)):
            inner += draw(elements(child, depth + 1))
    elif name == "Say":
        inner = "hello" + draw(st.sampled_from(["", "<break/>", "<p>x</p>", "<Play>x</Play>"]))
    return f"<{name}{text}>{inner}</{name}>"


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(elements("Response"))
def test_what_the_emulator_takes_without_a_warning_is_valid(document: str) -> None:
    """12200 is a schema violation: no warning means that the document follows the schema."""
    if parse(document, "https://line.test/").warnings:
        return
    schema = validator(shared() / "twiml_voice_generated.xsd")
    assert schema.validate(etree.fromstring(document)), (document, schema.error_log)


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="<>/&;Responseay \"='!-[]", max_size=80))
def test_no_text_breaks_the_parser(text: str) -> None:
    """Whatever an application returns is either a document or a TwimlFailure."""
    code = None
    try:
        parse(text, "https://line.test/")
    except TwimlFailure as failure:
        code = failure.code
    assert code in {None, 11770, 12100, 12102}


def test_ssml_is_what_say_may_hold() -> None:
    nested = {one.get("name") for one in types(voice())["Say"].iter(f"{XS}element")}
    assert nested == SSML
