"""What the numbers of a report are called, and what they mean: the definitions, in sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

Say = Callable[..., str]


def quarter_name(since: date, say: Say) -> str:
    """October to December 2026."""
    named = {
        1: say("January to March %(year)s", year=since.year),
        4: say("April to June %(year)s", year=since.year),
        7: say("July to September %(year)s", year=since.year),
        10: say("October to December %(year)s", year=since.year),
    }
    return named[since.month]


def defined(name: str, say: Say) -> tuple[str, str]:
    """A total or a measure: what it is called, and its definition; of others no definition."""
    known = {**_totals(say), **_rates(say), **_times(say), **_care(say)}
    return known.get(name, (name, ""))


def _totals(say: Say) -> dict[str, tuple[str, str]]:
    return {
        "arrived": (say("Calls that arrived"), say("Every call to the line, open or closed.")),
        "offered": (
            say("Calls that wanted a peer"),
            say("Calls that came while the line was open, and to a peer, chosen or by staying on."),
        ),
        "answered": (
            say("Calls that talked with a peer"),
            say("Those of them in which a peer pressed the key and both heard each other."),
        ),
        "callbacks": (
            say("Calls back that ended"),
            say(
                "Promised calls back that were made, tried, or not possible in twelve hours; "
                "without those who called again and met a peer meanwhile."
            ),
        ),
    }


def _rates(say: Say) -> dict[str, tuple[str, str]]:
    return {
        "answer_rate": (
            say("Answered"),
            say("Calls that talked, of those that wanted a peer and stayed for ten seconds."),
        ),
        "service_level": (
            say("Answered within a minute"),
            say("Answered in less than 60 seconds, of those that stayed for ten seconds."),
        ),
        "coverage": (
            say("Covered"),
            say(
                "Minutes of the open hours in which at least one supporter could be rung. A minute "
                "in which the machine was down counts as not covered."
            ),
        ),
        "abandonment": (
            say("Left before a talk"),
            say("Left after ten seconds and before a talk, wherever they went."),
        ),
        "just_left": (
            say("Just left"),
            say(
                "Of these, those who went neither to a crisis line nor to another place, and "
                "took no call back."
            ),
        ),
        "callback_success": (say("Calls back that reached"), say("Of the calls back that ended.")),
        "occupancy": (
            say("Occupancy"),
            say("Time of talks and of the rest after them, of that and the time spent free."),
        ),
    }


def _times(say: Say) -> dict[str, tuple[str, str]]:
    answer = say("From wanting a peer to the talk, in seconds, of all who talked.")
    human = say("From the first ring to the talk, menus included, in seconds.")
    return {
        "answer_mean": (say("Time to answer, mean"), answer),
        "answer_median": (say("Time to answer, median"), answer),
        "answer_p90": (say("Time to answer, 90th percentile"), answer),
        "human_mean": (say("Time to a person, mean"), human),
        "human_median": (say("Time to a person, median"), human),
        "human_p90": (say("Time to a person, 90th percentile"), human),
        "delay_median": (
            say("Until called back, median"),
            say("From the promise to the key that was pressed, in minutes, of those reached."),
        ),
    }


def _care(say: Say) -> dict[str, tuple[str, str]]:
    return {
        "handling": (
            say("Handling time"),
            say("Talk and the rest after it, in minutes, for each call that talked."),
        ),
        "continuity": (
            say("Talks cut off"),
            say("Talks of less than 20 seconds, and talks whose peer was lost and wanted again."),
        ),
    }


def table_name(name: str, say: Say, names: Mapping[str, str]) -> tuple[str, str]:
    """A table: its title, and what it counts."""
    kind, _, which = name.replace("unmet-", "unmet:").partition(":")
    match kind:
        case "outcome":
            return say("What became of them"), say("Calls that wanted a peer, by how they ended.")
        case "wait":
            return say("How long they waited"), say("Calls that talked, by time to answer.")
        case "language":
            return say("Language"), say("Calls that arrived, by the language that was heard.")
        case "hour":
            return say("Time of day"), say("Calls that arrived, by their hour.")
        case "crisis_key":
            return say("Key 9"), say("Calls that arrived, by whether key 9 was pressed.")
        case "place":
            about = say("Calls that arrived, by whether such places were read out.")
            return say("Other places: %(kind)s", kind=which), about
        case "unmet":
            about = say("Calls that wanted a peer, by whether nobody as wished was free.")
            wish = which.partition("-")[2]
            return say("Wish not met: %(wish)s", wish=names.get(wish, wish)), about
        case "callback":
            return say("Calls back"), say("Calls back that ended, by how.")
        case "rung":
            return say("Phones rung"), say("Of all supporters together, in per cent.")
        case "survey":
            return _question(which, say), say("Answers after a talk, 1 to 5, in per cent.")
    return name, ""


def _question(which: str, say: Say) -> str:
    return {
        "1": say("Did this talk help you?"),
        "2": say("How able do you feel to go back to your work?"),
        "3": say("How likely are you still in peer work a year from now?"),
    }[which]


def cells_of(table: str, say: Say, names: Mapping[str, str]) -> Mapping[str, str]:
    """What the cells of a table are called."""
    yes_no = {"yes": say("yes"), "no": say("no")}
    return {
        "outcome": {
            "talked": say("talked with a peer"),
            "crisis": say("went to a crisis line"),
            "places": say("went to other places"),
            "callback": say("were promised a call back"),
            "short_abandon": say("left within ten seconds"),
            "abandoned": say("left while waiting"),
            "not_talked": say("did not talk with a peer"),
        },
        "wait": {
            "under_20_s": say("under 20 seconds"),
            "under_60_s": say("20 to 60 seconds"),
            "under_2_min": say("1 to 2 minutes"),
            "under_4_min": say("2 to 4 minutes"),
            "over_4_min": say("4 minutes and more"),
            "within_60_s": say("under a minute"),
            "over_60_s": say("a minute and more"),
        },
        "callback": {
            "reached": say("reached"),
            "not_reached": say("rung in vain"),
            "expired": say("nobody could call in twelve hours"),
            "never": say("not reached"),
        },
        "rung": {
            "accepted": say("accepted"),
            "passed": say("passed on"),
            "missed": say("missed"),
            "caught": say("picked up without a key, as a voicemail does"),
            "failed": say("could not be rung"),
            "not_accepted": say("not accepted"),
        },
        "language": names,
    }.get(table, yes_no)
