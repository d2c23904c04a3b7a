"""P2, for rotary and voice-only telephones too: from every menu, silence alone reaches a person."""

from __future__ import annotations

import itertools

import pytest
from lxml import etree

from call_flows._menu import MENUS
from tests.call_flows.provider import Provider
from tests.call_flows.test_menus import STATES_OF, in_state, line, stage
from warmline.demo.stage import PUBLIC_URL, Stage
from warmline.domain.call import State

__all__ = ["line", "stage"]

MOST_STEPS = 150
"""Pages: whoever says nothing hears every other place before the way back to a peer."""
AS_THEY_ASKED = {"callback/promised"}
"""They have asked to be called back and were told so: the call is over, and its end names 988."""
SID = "CA" + "6" * 32


def reached(document: etree._Element) -> bool:
    """Whether the caller waits for a peer, or is in a room with one."""
    if document.xpath("//Enqueue | //Leave | //Dial/Conference"):
        return True
    actions = document.xpath("//Gather/@action")
    return any("/waiting/key" in str(action) for action in actions)


def next_page(document: etree._Element) -> str:
    """Where silence leads."""
    found = document.xpath("//Gather/@action | /Response/Redirect/text()")
    assert found, etree.tostring(document)
    return str(found[0]).removeprefix(PUBLIC_URL)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("page", sorted(set(MENUS) - AS_THEY_ASKED))
def test_saying_nothing_reaches_a_person_from(stage: Stage, page: str, language: str) -> None:
    provider = Provider.of(stage)
    state = STATES_OF.get(page, (State.MENUS,))[0]
    call_id = in_state(stage, provider, state, SID)
    where, heard = f"/call/{language}/{call_id}/{page}", []
    for _ in itertools.repeat(None, MOST_STEPS):
        document = etree.fromstring(provider.posts(where, CallSid=SID).data)
        heard.append(where)
        if reached(document):
            return
        assert not document.xpath("//Hangup"), f"silence ends the call: {heard}"
        where = next_page(document)
    raise AssertionError(f"silence goes round: {heard[-5:]}")
