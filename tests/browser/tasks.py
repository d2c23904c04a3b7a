"""All that there is to do in the console, task by task, with a keyboard."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Final

import pytest

from tests.browser.keys import Hands
from tests.sounds import spoken, wav
from tests.web.console import PASSWORD, Member
from warmline.domain.accounts import Grant, Role
from warmline.web import _fresh
from warmline.web.words import say

ANOTHER: Final = "three other garden words"
IN_A_WEEK: Final = timedelta(days=7)


def today(hands: Hands) -> date:
    """The line's own day."""
    zone = hands.console.book().line.zone
    return datetime.fromtimestamp(hands.console.clock.now(), UTC).astimezone(zone).date()


def looks_around(hands: Hands) -> None:
    """The board, who would ring, the plan in each of its pictures, health, the log."""
    hands.opens("/console")
    hands.follows("Now")
    assert "The line is open" in hands.reads()
    hands.opens("who")
    hands.chooses("The caller speaks", "Espa")
    hands.chooses("and asks for", "a family peer")
    hands.presses("Show")
    hands.opens("on-call")
    hands.follows("The week after")
    for page in ("Day", "Month", "Hour by hour"):
        hands.follows(page)
    hands.presses("Show")
    hands.opens("lately")
    hands.opens("plan")
    hands.types("Calls an hour that want a peer", "4")
    hands.presses("Show")
    hands.opens("/console/health")
    hands.presses("Send a test")
    hands.presses("Look at everything")
    hands.opens("/console/log")
    hands.takes("All of it as a file for a spreadsheet")
    hands.opens("now")
    hands.takes("The settings as a file")
    hands.opens("/how-we-work")


def reads_a_report(hands: Hands) -> None:
    """On the page, on paper, as a table."""
    hands.opens("reports")
    hands.follows(hands.page.get_by_role("main").get_by_role("link").first.inner_text())
    hands.takes("As PDF")
    hands.takes("For a spreadsheet (CSV)")


def looks_after_supporters(hands: Hands) -> None:
    """Somebody comes, confirms, serves, pauses and goes."""
    hands.opens("supporters")
    hands.follows("Add somebody")
    hands.types("The name that callers hear; it need not be theirs", "Wren")
    hands.types("Their own phone", "650 555 0133")
    hands.picks("a family peer")
    hands.ticks("Español")
    hands.unfolds("What they carry at most")
    hands.presses("Add them")
    hands.opens("supporters")
    hands.follows("Wren")
    hands.types("Whom they work for, as a short code", "valley")
    hands.presses("Keep it")
    hands.presses("Pause them")
    hands.presses("End the pause")
    hands.follows("Number and first steps")
    hands.presses("Ask by a call: Wren")
    hands.presses("I have talked with them at this number: Wren")
    hands.presses("Done: Wren")
    hands.presses("Not done after all: Wren")
    hands.opens("ask-for-help")
    hands.presses("Ask them")
    hands.opens("supporters")
    hands.follows("Wren")
    hands.follows("They serve no more: see first what is erased")
    hands.types("Type “Wren”, to show that you mean it", "Wren")
    hands.presses("Erase it, for good")
    assert "serves no more" in hands.reads()


def makes_the_plan(hands: Hands) -> None:
    """A shift is added, changed, moved, copied and ended; days off; shifts from a file."""
    day = today(hands) + IN_A_WEEK
    day -= timedelta(days=day.weekday())
    hands.opens("on-call")
    hands.follows("Add a shift")
    hands.chooses("Who", "Sage")
    hands.types_day("The day, or the first of them", day)
    hands.types_time("From", "0900AM")
    hands.types_time("to", "0100PM")
    hands.chooses("How often", "every week")
    hands.ticks(f"{day:%A}")
    hands.presses("Add it")
    hands.follows("09:00–13:00 Sage")
    hands.picks("of this day and all later ones")
    hands.types("Order; empty: whoever has rested most rings first", "2")
    hands.presses("Keep it")
    hands.follows("09:00–13:00 Sage")
    hands.types_day("To which day", day + timedelta(days=1))
    hands.presses("Move it")
    hands.opens(f"on-call?day={day}")
    hands.follows("09:00–13:00 Sage")
    hands.types_day("On which day", day + timedelta(days=2))
    hands.presses("Copy it")
    hands.opens(f"on-call?day={day}")
    hands.follows("09:00–13:00 Sage")
    hands.presses("End the shift")
    hands.opens("on-call")
    hands.follows("Days off and swaps")
    hands.chooses("Who is away", "Sage")
    hands.types_day("The first day", day)
    hands.types_day("The last day", day)
    hands.presses("They are away")
    hands.presses("Not after all: Sage")
    hands.follows("From a file")
    table = f"who,day,from,to\nRiver,{day},18:00,22:00\n".encode()
    hands.sends("A file, CSV or ICS", "plan.csv", "text/csv", table)
    hands.presses("Look at it")
    hands.presses("Keep these 1")
    assert "1 shifts are new." in hands.reads()


def says_it_otherwise(hands: Hands) -> None:
    """A sentence in the line's own words, by somebody's own voice, and as it came."""
    hands.opens("words")
    hands.chooses("About", "Waiting for a peer")
    hands.presses("Show")
    hands.opens("words/greeting")
    words = "The sentence; [pause] is a short silence, and what stands in { } is filled in"
    hands.types(words, "You have reached the peer line of our valley.")
    hands.presses("Say it so")
    file = "A sound file that says just this sentence: WAV, MP3, FLAC or Ogg"
    hands.sends(file, "greeting.wav", "audio/wav", wav(spoken(3)))
    hands.presses("Let it be heard")
    assert "It was recorded by somebody." in hands.reads()
    with hands.page.expect_response(lambda got: "/sound" in got.url):
        hands.desk.tab_to(hands.page.locator("audio"))
        hands.page.keyboard.press("Space")
    hands.presses("Back to the original words and voice")


def chooses_voices_and_tags(hands: Hands) -> None:
    """Who says what nobody has recorded, and how a tag is said."""
    hands.opens("words")
    hands.follows("Voices")
    hands.chooses("How fast it speaks", "90%")
    hands.presses("Keep it")
    hands.follows("Tags and agencies")
    hands.types("The tag, as you write it for a supporter", "parent")
    hands.presses("Keep it")
    hands.chooses("The tag", "parent")
    hands.presses("Drop it")


def brings_places_in_a_file(hands: Hands) -> None:
    """The directory as a table, looked at and taken in."""
    hands.opens("places")
    hands.takes("The directory as a table (CSV)")
    hands.follows("From a file")
    table = b"key,kind,name,dial\nown_hill,peer,Hill help,+16505550141\n"
    hands.sends("A file, CSV", "places.csv", "text/csv", table)
    hands.presses("Look at it")
    hands.presses("Take it in")
    assert any(one.key == "own_hill" for one in hands.console.book().places)


def looks_after_places(hands: Hands) -> None:
    """A place of their own, and two people about a crisis row."""
    hands.opens("places")
    hands.presses("Add a place")
    hands.types("Name", "Valley help")
    hands.chooses("Kind", "peer line")
    hands.types("Number to call", "(650) 555-0140")
    hands.presses("Add it")
    hands.types("How you made sure", "called")
    hands.types_day("Until when that holds", today(hands) + 10 * IN_A_WEEK)
    hands.presses("I have made sure")
    hands.presses("Name it to callers")
    hands.presses("Name it to callers no longer")
    hands.types("For whom it is", "Whoever lives in the valley")
    hands.ticks("Callers may be connected to it from here")
    hands.presses("Keep it")
    hands.presses("Take it out of the list")
    hands.opens("places/row/988")
    hands.presses("Propose to take it out")
    hands.presses("Drop it: 988")
    finch = hands.console.member("finch", Grant(Role.COORDINATOR, "county"))
    row = "/console/county/places/row/988"
    seen = finch.browser.opens(row).text.partition('name="seen" value="')[2].partition('"')[0]
    finch.browser.sends(row, want="off", seen=seen)
    hands.opens("places")
    hands.presses("I have looked at it, too: approve: 988")
    assert not hands.console.book().proposals


def says_what_the_line_is(hands: Hands) -> None:
    """Its hours and exceptions, what it says of itself; its first hour; and another line."""
    hands.opens("opening-hours")
    hands.types("Monday", "00:00-12:00, 13:00-24:00")
    hands.types_day("Day", today(hands) + IN_A_WEEK)
    hands.types("Its name", "A day of rest")
    hands.presses("Keep these hours")
    hands.opens("the-line")
    hands.types("The line's name", "Valley peer line")
    hands.presses("Keep it")
    hands.opens("first-hour")
    hands.follows("Places of your own")
    hands.types("Or why there is none", "The county has none of its own.")
    hands.presses("Keep them")
    hands.opens("first-hour?last=yes")
    hands.presses("Have the line call itself")
    hands.opens("/console")
    hands.presses("Make another line")
    hands.types("The line's name", "Hill peer line")
    hands.types("The number that callers dial", "(650) 555-0109")
    hands.presses("Make the line")
    assert hands.heading() == "First hour"


def in_an_emergency(hands: Hands) -> None:
    """The line is closed, and its calls sent to one number; each is undone."""
    hands.opens("emergency")
    with pytest.MonkeyPatch.context() as long_ago:
        long_ago.setattr(_fresh, "FRESH", timedelta(microseconds=1))
        hands.chooses("For how long", "1 hour")
        hands.presses("Close the line")
        assert hands.heading() == "Your password once more"
        hands.types("Your password", PASSWORD)
        hands.presses("Go on")
    hands.presses("Yes, now")
    hands.presses("Undo it now")
    hands.types("The number", "650 555 0144")
    hands.types("The name that callers hear", "Fern")
    hands.presses("Send every call there")
    hands.presses("Yes, now")
    hands.presses("Undo it now")
    assert "No switch is on" in hands.reads()


def lets_people_in(hands: Hands) -> None:
    """Somebody is invited, kept out, let in and invited again."""
    hands.opens("/console/people")
    hands.types("The name they sign in with", "linnet")
    hands.chooses("On", "every line")
    hands.ticks("coordinator")
    hands.presses("Invite")
    assert "This link is for linnet" in hands.reads()
    hands.presses("Lock linnet out")
    hands.presses("Let linnet in again")
    hands.unfolds("Password or phone lost?: linnet")
    hands.presses("Invite linnet again")


def looks_after_their_account(hands: Hands) -> None:
    """Their language, codes on paper, password, phone, and every sign-in."""
    hands.opens("/console/account")
    hands.chooses("Pages speak", "Espa")
    hands.presses("Change it")
    spanish = say("es")
    hands.chooses(spanish("Pages speak"), "English")
    hands.presses(spanish("Change it"))
    hands.follows("Make recovery codes")
    hands.presses("Make new codes")
    code = hands.page.locator(".codes code").first.inner_text()
    hands.follows("I have put them away")
    gets_another_phone(hands)
    hands.opens("/console/account")
    hands.follows("Change your password")
    hands.types("Your old password", PASSWORD)
    hands.types("The new one", ANOTHER)
    hands.types("The new one again", ANOTHER)
    hands.presses("Change it")
    elsewhere = Member(hands.console, "robin", hands.console.browser(), hands.member.key)
    elsewhere.gives_password(ANOTHER)
    elsewhere.browser.sends("/console/recovery", code=code)
    hands.opens("/console/account")
    hands.presses("Sign out the one since")
    assert not elsewhere.browser.is_signed_in()
    hands.opens("/console/account")
    hands.presses("Sign out everywhere")
    comes_back(hands)


def gets_another_phone(hands: Hands) -> None:
    """Long after they gave their password, so that it is asked for once more."""
    hands.opens("/console/account")
    with pytest.MonkeyPatch.context() as long_ago:
        long_ago.setitem(hands.console.app.config, "SECURITY_FRESHNESS", timedelta(microseconds=1))
        hands.follows("Use another phone for your codes")
        assert hands.heading() == "Your password once more"
    hands.types("Your password", PASSWORD)
    hands.presses("Go on")
    hands.presses("I have an app")
    hands.member.key = hands.page.locator("code").first.inner_text().replace("-", "")
    hands.gives_code("Go on")


def comes_back(hands: Hands) -> None:
    """By password and the code of their app; and out again."""
    hands.opens("/console/sign-in")
    hands.types("Your sign-in name", "robin")
    hands.types("Your password", ANOTHER)
    hands.presses("Go on")
    hands.member.forget_used_codes()
    hands.gives_code()
    assert hands.heading() == "Lines"
    hands.presses("Sign out")
    hands.opens("/console")
    assert hands.heading() == "Sign in"


TASKS: Final[tuple[Callable[[Hands], None], ...]] = (
    looks_around,
    reads_a_report,
    looks_after_supporters,
    makes_the_plan,
    says_it_otherwise,
    chooses_voices_and_tags,
    looks_after_places,
    brings_places_in_a_file,
    says_what_the_line_is,
    in_an_emergency,
    lets_people_in,
    looks_after_their_account,
)
