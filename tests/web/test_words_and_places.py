"""Words, hours, places, the line itself and its first hour, as coordinators use them."""

from __future__ import annotations

import html
import io
import re

import pytest

from tests.sounds import spoken, wav
from tests.stories.conftest import SetStage
from tests.web.console import Console, Member, console_of
from tests.web.test_pages import plain
from warmline.demo.stories._story import line_toml
from warmline.domain.accounts import Deed, Grant, Role
from warmline.domain.line import LineBook, PlanKeeper

HERE = "/console/county"


@pytest.fixture
def console(set_stage: SetStage, sqlite_url: str) -> Console:
    return console_of(set_stage(), sqlite_url)


@pytest.fixture
def robin(console: Console) -> Member:
    return console.member("robin", Grant(Role.COORDINATOR, "county"))


def said(member: Member, page: str, **fields: object) -> str:
    """What comes of a form that was filled in as it was shown, but for these fields."""
    shown = member.browser.opens(f"{HERE}/{page}").text
    seen = re.findall(r'name="(seen\w*)" value="([^"]*)"', shown)
    fields = {**dict(reversed(seen)), **fields}
    given = member.browser.sends(f"{HERE}/{page}", **fields)  # type: ignore[arg-type]  # files, too
    if given.status_code == 303:
        given = member.browser.opens(given.headers["Location"])
    return html.unescape(plain(given.text))


def as_shown(member: Member, page: str, which: int = 0) -> dict[str, str]:
    """The text fields of a page as they stand there."""
    text = member.browser.opens(f"{HERE}/{page}").text
    found = re.findall(r'<input type="(?:text|tel)"[^>]* name="([^"]+)" value="([^"]*)"', text)
    return {name: html.unescape(value) for name, value in found[which:]}


def edits(console: Console) -> list[str]:
    """What the audit log tells of changes in the console."""
    return [one.told for one in console.accounts.entries(50) if one.what == Deed.EDITED]


def book(console: Console) -> LineBook:
    return console.book()


# --- Words -----------------------------------------------------------------------------------


def test_a_sentence_is_said_in_the_lines_own_words_and_comes_back(
    robin: Member, console: Console
) -> None:
    ours = "You've reached the peer line of our valley."
    page = said(robin, "words/greeting", want="say", text=ours)
    assert "So callers hear it now" in page
    own = html.unescape(robin.browser.opens(f"{HERE}/words?topic=own").text)
    assert ours in own
    assert edits(console)[0] == f"greeting (en) now says: {ours}"
    refused = said(robin, "words/greeting", want="say", text="You have reached the patients' line.")
    assert "The line never says" in refused
    assert "the patients' line" in refused  # what was typed is kept
    late = said(robin, "words/greeting", want="say", text="Another.", seen="forged")
    assert "Somebody changed this while you typed" in late
    assert "Another." in late
    back = said(robin, "words/greeting", want="reset")
    assert ours not in back
    assert console.stage.own_words.own_words().get("county") is None
    refused = said(robin, "words/greeting?lang=es", want="say", text="The patients' line.")
    assert "La línea nunca dice" in refused


def test_a_recording_is_sent_heard_and_explained_when_it_cannot_be_used(
    robin: Member, console: Console
) -> None:
    sound = wav(spoken(3, 0.3, 44_100), 44_100, 1)
    assert len(sound) > 64 * 1024  # more than any other page takes
    page = said(robin, "words/greeting", want="record", sound=(io.BytesIO(sound), "a.wav"))
    assert "It was recorded by somebody" in page
    heard = robin.browser.opens(f"{HERE}/words/greeting/sound?language=en")
    assert (heard.mimetype, heard.data[:4]) == ("audio/wav", b"RIFF")
    assert edits(console)[0] == "greeting (en) is heard as it was recorded."
    film = said(robin, "words/goodbye", want="record", sound=(io.BytesIO(b"a film"), "a.wav"))
    assert "no sound file" in film
    assert "Choose a sound file" in said(robin, "words/goodbye", want="record")
    assert "which a recording cannot" in plain(robin.browser.opens(f"{HERE}/words/offer").text)


def test_a_stranger_sends_no_large_file(robin: Member, console: Console) -> None:
    stranger, large = console.browser(), io.BytesIO(bytes(200_000))
    token = stranger.token("/console/sign-in")
    given = stranger.sends(
        f"{HERE}/words/greeting",
        csrf_token=token,
        sound=(large, "a.wav"),  # type: ignore[arg-type]  # a file
    )
    assert given.status_code == 413


# --- Hours, and the line itself ----------------------------------------------------------------


def test_hours_are_changed_and_what_cannot_be_is_told_beside_the_day(
    robin: Member, console: Console
) -> None:
    week = as_shown(robin, "opening-hours")
    typed = week | {"mon": "08:00-12:00, 14:00-18:00", "sun": ""}
    day = {"date": "2026-12-25", "named": "Christmas", "open": "10:00-12:00"}
    assert "That is kept" in said(robin, "opening-hours", **(typed | day))
    now = book(console).line
    assert now.kept_in is PlanKeeper.CONSOLE
    assert [len(spans) for spans in now.hours.weekly.values()] == [2, 1, 1, 1, 1, 1, 0]
    assert [one.name for one in now.hours.holidays] == ["Christmas"]
    assert any(told.startswith("Hours on mon:") for told in edits(console))
    again = as_shown(robin, "opening-hours")
    for wrong, why in (
        ({"tue": "soon"}, "Write hours like"),
        ({"tue": "08:00-12:00, 11:00-13:00"}, "overlap"),
        ({"tue": "20:00-09:00", "wed": "08:00-22:00"}, "runs past midnight"),
        ({"date": "someday"}, "That is no day"),
    ):
        page = robin.browser.sends(f"{HERE}/opening-hours", **(again | {"seen": "?"} | wrong)).text
        assert why in page
        assert next(iter(wrong.values())) in page
    assert "Somebody changed this" in said(robin, "opening-hours", **(again | {"seen": "old"}))


def test_what_the_line_says_of_itself_is_kept_and_its_number_explained(
    robin: Member, console: Console
) -> None:
    fields = as_shown(robin, "the-line") | {"zone": "America/Denver", "languages": "en"}
    page = said(robin, "the-line", **(fields | {"run_by_en": "The county runs it."}))
    assert "That is kept" in page
    line = book(console).line
    assert (line.zone.key, line.run_by) == ("America/Denver", {"en": "The county runs it."})
    assert line.alert_phone.endswith("19")  # nobody wrote another
    for wrong, why in (
        ({"number": "12"}, "short code"),
        ({"alert_phone": "(900) 555-0100"}, "premium"),
        ({"zone": "The Moon"}, "Choose a time zone"),
        ({"run_by_en": "No full stop"}, "end it like a sentence"),
    ):
        assert why in said(robin, "the-line", **(fields | wrong))
    assert "555-0119" not in robin.browser.opens(f"{HERE}/the-line").text


# --- Other places ------------------------------------------------------------------------------


def test_two_people_change_a_crisis_row_and_one_alone_cannot(
    robin: Member, console: Console
) -> None:
    assert "waits for somebody else" in said(robin, "places/row/988", want="off")
    (waits,) = book(console).proposals
    mine = robin.browser.opens(f"{HERE}/places").text
    assert "You proposed it" in mine
    assert 'value="approve"' not in mine
    alone = said(robin, "places/decide", want="approve", proposal=waits.id)
    assert "somebody else approves it" in alone
    wren = console.member("wren", Grant(Role.COORDINATOR, "county"))
    approve = {"want": "approve", "proposal": waits.id}
    wren.browser.sends(f"{HERE}/places/decide", on=f"{HERE}/places", **approve)
    lifeline = next(one for one in book(console).places if one.key == "988")
    assert lifeline.enabled is False
    assert "988" in plain(wren.browser.opens("/console/log").text)


def test_a_place_of_their_own_is_added_made_sure_of_and_named(
    robin: Member, console: Console
) -> None:
    typed = {"name": "Valley help", "kind": "peer", "dial": "(650) 555-0140", "local": "yes"}
    short = said(robin, "places/new", want="keep", **(typed | {"dial": "0140"}))
    assert "short code" in short
    assert "It is not named to callers" in said(robin, "places/new", want="keep", **typed)
    place = next(one for one in book(console).places if one.name == "Valley help")
    row = f"places/row/{place.key}"
    assert "Say how you made sure" in said(robin, row, want="verify", until="2030-01-01")
    assert "Give a day to come" in said(robin, row, want="verify", method="called", until="soon")
    said(robin, row, want="verify", method="called", until="2030-01-01")
    assert "It is named to callers" in said(robin, row, want="on")
    late = said(robin, row, want="off", seen="forged")
    assert "Somebody changed this while you looked" in late
    named = next(one for one in book(console).places if one.key == place.key)
    assert (named.enabled, named.verified_by) == (True, "robin")
    short = said(robin, "places/new?lang=es", want="keep", **(typed | {"dial": "0140"}))
    assert "Es un código corto o parte de un número" in short


def test_the_places_of_the_first_hour_are_filled_one_by_one(
    robin: Member, console: Console
) -> None:
    page = said(
        robin,
        "first-hour/places",
        name_eap="Help at work",
        dial_eap="12",
        why_therapy="The county has none.",
        name_rights="Rights",
    )
    assert "short code" in page
    assert "Write its number, or say why there is none" in page
    assert "Its name" in page
    waived = next(one for one in book(console).places if one.kind == "therapy")
    assert (waived.waived_by, waived.waived_why) == ("robin", "The county has none.")
    said(robin, "first-hour/places", name_eap="Help at work", dial_eap="(650) 555-0141")
    filled = next(one for one in book(console).places if one.name == "Help at work")
    assert filled.enabled
    assert "Employee assistance" not in plain(robin.browser.opens(f"{HERE}/first-hour/places").text)


def test_a_place_that_the_lines_file_has_is_left_to_it_and_what_was_typed_stays(
    set_stage: SetStage, sqlite_url: str
) -> None:
    of_file = '\n[[place]]\nkey = "LOCAL_EAP"\nenabled = false\nhours = "24/7"\n'
    console = console_of(set_stage(line_toml("River") + of_file), sqlite_url)
    wren = console.member("wren", Grant(Role.COORDINATOR, "county"))
    for typed in (
        {"name_eap": "Help at work", "dial_eap": "(650) 555-0141"},
        {"why_eap": "The county has none."},
    ):
        seen = re.findall(
            r'name="(seen_eap)" value="([^"]*)"',
            wren.browser.opens(f"{HERE}/first-hour/places").text,
        )
        page = wren.browser.sends(f"{HERE}/first-hour/places", **dict(seen), **typed).text
        assert "kept in the line's own file" in html.unescape(page)
        assert all(f'value="{one}"' in page for one in typed.values())


def test_only_who_looks_after_every_line_makes_one(robin: Member, console: Console) -> None:
    assert robin.browser.opens("/console/new-line").status_code == 303
    wren = console.member("wren", Grant(Role.OPERATOR))
    assert "Make another line" in wren.browser.opens("/console").text
    fields = {"name": "Valley", "number": "(650) 555-0100", "languages": "en", "zone": "UTC"}
    page = wren.browser.sends("/console/new-line", **fields).text
    assert "Another line has this number already" in page
    assert 'value="Valley"' in page


# --- Voices, tags, and the directory as a table --------------------------------------------------


def test_a_voice_is_chosen_and_told_to_the_audit_log(robin: Member, console: Console) -> None:
    chosen = {"voice_en": "Polly.Ruth-Neural", "rate_en": "95%"}
    assert "Callers hear it within seconds" in said(robin, "voices", **chosen)
    assert edits(console)[-1] == "Voice for en: none becomes Polly.Ruth-Neural and 95%."
    assert "Choose one of these voices" in said(robin, "voices", voice_en="A parrot")
    late = said(robin, "voices", voice_en="Polly.Joey", seen="forged")
    assert "What stands there now" in late
    assert "Polly.Ruth-Neural, 95%" in late


def test_who_carries_a_tag_is_shown_before_it_is_dropped(robin: Member, console: Console) -> None:
    river = console.book().supporters[0]
    assert "That is kept" in said(
        robin, "tags", new="nights\x00", new_en="the \x08night\u202e shift"
    )
    fields = as_shown(robin, f"supporters/{river.id}") | {"languages": "en", "tags": "nights"}
    assert "That is kept" in said(robin, f"supporters/{river.id}", **fields)
    assert f"Carried by {river.alias}" in plain(robin.browser.opens(f"{HERE}/tags").text)
    assert "the line never says" in said(robin, "tags", tag="nights", tag0_en="for patients")
    asked = robin.browser.sends(f"{HERE}/tags/drop", on=f"{HERE}/tags", tag="nights").text
    assert river.alias in plain(asked)
    assert console.book().line.tag_words == {"nights": {"en": "the night shift"}}
    sure = {"tag": "nights", "want": "sure"}
    others = robin.browser.sends(f"{HERE}/tags/drop", on=f"{HERE}/tags", **sure).text
    assert "Others carry it by now" in others
    robin.browser.sends(f"{HERE}/tags/drop", on=f"{HERE}/tags", who=river.id, **sure)
    assert console.book().line.tag_words == {}
    assert console.book().supporters[0].tags == frozenset()
    assert f"{river.alias}: tags changes from nights to nothing." in edits(console)


def table_sent(member: Member, rows: str) -> str:
    """What is shown of a table that was chosen."""
    sent = (io.BytesIO(f"key,kind,name,dial,method\n{rows}".encode()), "places.csv")
    page = f"{HERE}/places/from-a-file"
    return member.browser.sends(page, file=sent).text  # type: ignore[arg-type]  # a file


def test_a_table_of_places_is_looked_at_and_then_taken_in(robin: Member, console: Console) -> None:
    bad = plain(table_sent(robin, "valley,peer,Valley help,0140,called\n"))
    assert "Row 2: valley, dial:" in bad
    worse = "".join(f"valley{n},peer,Valley help,0140,called\n" for n in range(53))
    assert "And 3 more." in plain(table_sent(robin, worse))
    turned = "valley,peer,Valley help\u202e,\u202a+16505550140\u202c,called\n"
    rows = f"{turned}hope,crisis,Hope,+16505550141,called\n"
    shown = table_sent(robin, rows)
    assert "is taken in" in plain(shown)
    assert "waits for a second person" in plain(shown)
    assert "valley" not in {one.key for one in book(console).places}
    seen, table = (
        html.unescape(re.findall(rf'name="{name}" value="([^"]*)"', shown)[0])
        for name in ("seen", "table")
    )
    keep, page = f"{HERE}/places/from-a-file/keep", f"{HERE}/places/from-a-file"
    late = robin.browser.sends(keep, on=page, table=table, seen="forged").text
    assert "Somebody changed the directory while you looked" in late
    given = robin.browser.sends(keep, on=page, table=table, seen=seen)
    assert given.status_code == 303
    valley = next(one for one in book(console).places if one.key == "valley")
    assert (valley.name, valley.dial) == ("Valley help", "+16505550140")
    assert [one.key for one in book(console).proposals] == ["hope"]
    handed = robin.browser.opens(f"{HERE}/places.csv")
    lines = handed.text.splitlines()
    columns, ours = lines[0], next(one for one in lines if one.startswith("valley,"))
    again = (io.BytesIO(f"{columns}\n{ours}\n".encode()), "places.csv")
    same = robin.browser.sends(page, file=again).text  # type: ignore[arg-type]  # a file
    assert "It changes nothing" in plain(same)
