"""What is written down as a document is read as it was meant."""

from __future__ import annotations

from xml.etree import ElementTree

from hypothesis import example, given
from hypothesis import strategies as st

from call_flows._xml import element, text

WRITABLE = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")))
ODD = "\"&<>'\r\n\t]]> ñ"


@given(WRITABLE, WRITABLE)
@example(ODD, ODD)
def test_words_and_values_are_read_as_they_were_written(words: str, value: str) -> None:
    written = element("Say", text(words) + element("break", time=value), voice=value)
    read = ElementTree.fromstring(written)  # noqa: S314  # we have just written it
    assert (read.text or "") == words
    assert read.attrib == {"voice": value}
    assert [(one.tag, one.attrib) for one in read] == [("break", {"time": value})]


@given(st.text())
@example("a\x00b\x08c\ufffe\ud800")
def test_whatever_somebody_pasted_the_caller_hears_the_rest(words: str) -> None:
    ElementTree.fromstring(element("Say", text(words), voice=words))  # noqa: S314  # ours


def test_yes_and_no_numbers_and_what_is_left_out() -> None:
    written = element("Gather", actionOnEmptyResult=True, numDigits=1, action=None, hints=False)
    assert written == '<Gather actionOnEmptyResult="true" numDigits="1" hints="false" />'
    assert element("lang", "hello", xml_lang="en-US") == '<lang xml:lang="en-US">hello</lang>'
