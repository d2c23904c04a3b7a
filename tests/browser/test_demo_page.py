"""The phones page in a real browser: a call is made on it, in every way that people have."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.desk import Desk

PHONES = ("caller", "river", "sage", "juniper")


def test_a_call_with_the_mouse(desk: Desk) -> None:
    expect(desk.words("caller")).to_have_text("Ready to dial")
    desk.button("caller", "Dial").click()
    desk.until("caller", "in-progress")
    first = desk.captions("caller").filter(has_text="You've reached the peer line")
    expect(first).to_contain_text("English")
    expect(first.locator(".said")).to_have_attribute("lang", "en")

    desk.button("caller", "1").click()
    desk.until("river", "ringing")
    expect(desk.words("river")).to_have_text("Ringing: shows +1 650 555 0100")
    desk.button("river", "Answer").click()
    expect(desk.captions("river").first).to_contain_text("A call for River.")
    desk.button("river", "1").click()

    expect(desk.phone("caller")).to_contain_text("You and River hear each other.")
    expect(desk.phone("river")).to_contain_text("You and the caller hear each other.")
    expect(desk.words("caller")).to_have_text("Talking with River")
    happened = desk.page.locator("#happened li")
    expect(happened.filter(has_text="The caller and River hear each other.")).to_have_count(1)
    expect(happened.first).to_have_text(re.compile(r"0:00\s*The caller dials the line\."))

    desk.button("caller", "Hang up").click()
    expect(desk.captions("river").last).to_contain_text("The caller has left.")
    desk.button("river", "Hang up").click()
    expect(desk.words("river")).to_have_text("Resting after a call")


def test_a_call_with_the_keyboard_alone(desk: Desk) -> None:
    keyboard = desk.page.keyboard
    desk.tab_to(desk.button("caller", "Dial"))
    keyboard.press("Enter")
    desk.until("caller", "in-progress")
    # The button is gone; whoever used it is on the phone and can press its keys.
    expect(desk.phone("caller")).to_be_focused()
    keyboard.press("1")
    desk.until("river", "ringing")
    desk.tab_to(desk.button("river", "Answer"))
    keyboard.press("Space")
    desk.until("river", "in-progress")
    desk.tab_to(desk.button("river", "1"))
    keyboard.press("ArrowRight")
    expect(desk.button("river", "2")).to_be_focused()
    keyboard.press("ArrowLeft")
    keyboard.press("Enter")
    desk.until("caller", "talking")
    desk.tab_to(desk.button("river", "Hang up"))
    keyboard.press("Enter")
    desk.until("river", "idle")


def test_nobody_is_shut_out_while_phones_ring(desk: Desk) -> None:
    desk.dial_and_ring()
    with desk.standing_still():
        assert desk.barriers() == []


def test_nobody_is_shut_out_of_a_talk(desk: Desk) -> None:
    desk.talk()
    with desk.standing_still():
        assert desk.barriers() == []


def test_every_window(desk: Desk) -> None:
    for width, height in ((320, 640), (360, 780), (800, 600), (1280, 860), (1920, 1080)):
        desk.page.set_viewport_size({"width": width, "height": height})
        assert desk.sticks_out() == 0, width
        places = [desk.phone(key).bounding_box() for key in PHONES]
        corners = [(box["y"], box["x"]) for box in places if box]
        assert len(corners) == len(PHONES)
        assert corners == sorted(corners), "the caller's phone comes first"
        if width < 600:
            assert len({x for _y, x in corners}) == 1, "phones stand one under the other"
        assert desk.smallest_control() >= 24, width


def test_a_phone_that_rings_out_of_sight_calls_attention(desk: Desk) -> None:
    desk.page.set_viewport_size({"width": 360, "height": 640})
    desk.dial_and_ring()
    nudge = desk.page.locator("#nudge")
    expect(nudge).to_have_text("River’s phone is ringing")
    nudge.click()
    expect(desk.phone("river")).to_be_in_viewport()
    expect(desk.phone("river")).to_be_focused()


def test_another_language(desk: Desk) -> None:
    desk.button("caller", "Dial").click()
    desk.until("caller", "in-progress")
    desk.button("caller", "2").click()
    spanish = desk.captions("caller").filter(has_text="Español").first
    expect(spanish.locator(".said")).to_have_attribute("lang", "es")


def test_a_second_caller(desk: Desk) -> None:
    desk.talk()
    if desk.page.locator("#add-caller").is_visible():
        desk.page.locator("#add-caller").click()
    for key in ("sage", "juniper"):
        desk.phone(key).get_by_role("combobox").select_option("Switched off")
    desk.button("second-caller", "Dial").click()
    desk.until("second-caller", "in-progress")
    desk.button("second-caller", "1").click()
    told = desk.captions("second-caller").filter(has_text="Every peer is with someone or resting")
    expect(told.first).to_be_visible(timeout=15_000)


def test_the_crisis_line_is_there_when_it_rings(desk: Desk) -> None:
    expect(desk.page.locator("#elsewhere")).to_be_hidden()
    desk.button("caller", "Dial").click()
    desk.until("caller", "in-progress")
    desk.button("caller", "9").click()
    expect(desk.captions("caller").last).to_contain_text("we never call nine one one for you")
    desk.button("caller", "1").click()
    desk.until("crisis", "ringing")
    expect(desk.page.locator("#elsewhere")).to_contain_text("simulated: nobody is called")
    expect(desk.phone("caller")).to_contain_text("You and 988 hear each other.", timeout=15_000)


def test_an_idea_prepares_itself(desk: Desk) -> None:
    choice = desk.phone("river").get_by_role("combobox", name="When River’s phone rings")
    expect(choice).to_have_value("manual")
    desk.page.get_by_role("button", name="Set River’s phone to voicemail").click()
    expect(choice).to_have_value("voicemail")
    expect(desk.page.locator("#idea-done")).to_contain_text("Done.")


def test_what_rings_moves_only_where_that_is_welcome(desk: Desk) -> None:
    moving = "document.getAnimations().length"
    desk.dial_and_ring()
    assert desk.page.evaluate(moving) == 0
    desk.page.emulate_media(reduced_motion="no-preference")
    assert desk.page.evaluate(moving) > 0


# -- sound --------------------------------------------------------------------------------------

SPEECH = """
window.spoken = [];
window.hushed = 0;
const voice = (lang, localService) => ({ lang, localService, name: lang, voiceURI: lang });
class Utterance { constructor(text) { this.text = text; } }
Object.defineProperty(window, "SpeechSynthesisUtterance", { value: Utterance });
Object.defineProperty(window, "speechSynthesis", { value: {
  getVoices: () => [voice("en-US", false), voice("en_US", true), voice("es-MX", true)],
  speak: (speech) => window.spoken.push([speech.lang, speech.voice.lang, speech.text]),
  cancel: () => { window.hushed += 1; },
} });
"""


@pytest.fixture
def spoken(desk: Desk) -> Any:
    """What the browser was asked to say, instead of its voice."""
    desk.page.add_init_script(SPEECH)
    desk.open()
    return lambda: desk.page.evaluate("window.spoken")


def test_the_callers_phone_is_read_aloud_by_voices_of_this_machine(desk: Desk, spoken: Any) -> None:
    desk.button("caller", "Dial").click()
    desk.until("caller", "in-progress")
    desk.button("caller", "2").click()
    expect(desk.captions("caller").filter(has_text="Español").first).to_be_visible()
    said = spoken()
    assert said[0][:2] == ["en-US", "en_US"]
    assert said[0][2].startswith("You've reached the peer line")
    assert said[-1][:2] == ["es-US", "es-MX"]
    assert desk.page.evaluate("window.hushed") >= 1, "a key stops the voice"


def test_sound_can_be_switched_off_and_stays_off(desk: Desk, spoken: Any) -> None:
    switch = desk.page.get_by_role("switch", name="Sound")
    expect(switch).to_be_checked()
    switch.click()
    expect(switch).not_to_be_checked()
    desk.open()
    expect(switch).not_to_be_checked()
    desk.button("caller", "Dial").click()
    desk.until("caller", "in-progress")
    expect(desk.captions("caller").last).to_be_visible()
    assert spoken() == []
    switch.click()
    expect(switch).to_be_checked()
    desk.button("caller", "1").click()
    expect(desk.captions("caller").filter(has_text="looking for a peer").first).to_be_visible()
    assert any("looking for a peer" in one[2] for one in spoken())
