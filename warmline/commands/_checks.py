"""The parts of `warmline check`: each looks at one thing outside and changes nothing."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from warmline import wiring
from warmline.adapters.apprise_channels import kind, unknown
from warmline.adapters.clock import SystemClock
from warmline.adapters.sql.engine import open_engine
from warmline.adapters.sql.migrations import is_current
from warmline.adapters.sql.roster import SqlRoster
from warmline.adapters.twilio_numbers import Plan, TwilioNumbers
from warmline.adapters.web_probe import NoAnswer, post
from warmline.commands._installation import pulse_of, signature, twilio_of
from warmline.commands.fallback import document_of
from warmline.domain.errors import ProviderTrouble, StoreTrouble
from warmline.domain.line import LineBook
from warmline.domain.links import Links
from warmline.domain.wording import Sentence
from warmline.services.checking import Finding, fine, machinery, note, wrong
from warmline.settings import Settings, SettingsError
from warmline.settings.data_folder import KEY_FILE

SQLITE = "sqlite:///"
FALLBACK = "voice_fallback_url"
OTHERS = stat.S_IRWXG | stat.S_IRWXO
PROVISION = Sentence("See what would change, then add --yes: warmline twilio provision")
AGAIN = Sentence("Then check again.")
UPGRADE = Sentence("Run: warmline db upgrade")
XML = frozenset({"text/xml", "application/xml"})


def settings_are_complete(settings: Settings) -> Iterator[Finding]:
    """What callers need is set."""
    missing = settings.missing_to_serve()
    if not missing:
        yield fine(Sentence("The settings are complete."))
    for problem in missing:
        yield wrong(problem, Sentence("Set it in the environment of every process."))


def ways_out(settings: Settings) -> Iterator[Finding]:
    """Alarms that do not go through the telephone provider."""
    wrong_ones = unknown(settings.alarm_urls)
    yield from (wrong(problem, AGAIN) for problem in wrong_ones)
    if not settings.alarm_urls:
        yield note(
            Sentence(
                "Alarms go out by text only: nobody is told when the telephone provider refuses."
            ),
            Sentence(
                "Set WARMLINE_ALARM_URLS to a mail, chat or push address, then: "
                "warmline alarm test."
            ),
        )
    elif not wrong_ones:
        yield fine(
            Sentence(
                "Alarms also go out by %(kinds)s. To see them arrive: warmline alarm test.",
                kinds=tuple(kind(url) for url in settings.alarm_urls),
            )
        )


def data_folder(settings: Settings) -> Iterator[Finding]:
    """Nobody else may look into the folder. It is not made here, nor mended."""
    folder = settings.data
    if not folder.is_dir():
        yield wrong(
            Sentence("There is no data folder %(folder)s.", folder=str(folder)),
            Sentence("warmline db upgrade makes it."),
        )
    elif folder.stat().st_mode & OTHERS:
        yield wrong(
            Sentence("Others may look into %(folder)s.", folder=str(folder)),
            Sentence("Run: chmod 700 %(folder)s", folder=str(folder)),
        )
    else:
        yield fine(Sentence("The data folder is for us alone."))


def database(settings: Settings, found: list[LineBook]) -> Iterator[Finding]:
    """The database and what stands in it: the lines are put into `found`."""
    file = settings.database_url.removeprefix(SQLITE)
    if settings.database_url.startswith(SQLITE) and not Path(file).is_file():
        yield wrong(Sentence("There is no database yet."), UPGRADE)
        return
    engine = open_engine(settings.database_url)
    try:
        if not is_current(engine):
            yield wrong(Sentence("The database is not set up for this version."), UPGRADE)
            return
        yield fine(Sentence("The database answers and is set up for this version."))
        if not settings.secret_key and not (settings.data / KEY_FILE).exists():
            yield wrong(
                Sentence("There is no secret key."),
                Sentence(
                    "Restore it from a backup; a new installation gets one with: warmline apply."
                ),
            )
            return
        roster = SqlRoster(engine, wiring.sealer(settings), SystemClock())
        found += roster.books()
    except StoreTrouble as trouble:
        yield wrong(str(trouble), Sentence("Look at DATABASE_URL and at its server."))
    except SettingsError as error:
        yield from (wrong(problem, AGAIN) for problem in error.problems)
    else:
        if not found:
            yield wrong(
                Sentence("There is no line yet."),
                Sentence("Write one down and run: warmline apply line.toml"),
            )
    finally:
        engine.dispose()


def live_state(settings: Settings) -> Iterator[Finding]:
    """The store, the workers and the clock."""
    try:
        findings = list(machinery(pulse_of(settings)))
    except StoreTrouble:
        yield wrong(
            Sentence("The live state does not answer."),
            Sentence("Start the warmline: warmline serve")
            if settings.embedded
            else Sentence("Look at REDIS_URL and at its server."),
        )
        return
    yield fine(Sentence("The live state answers."))
    yield from findings


def numbers(settings: Settings, books: Sequence[LineBook]) -> Iterator[Finding]:
    """What the provider does with our numbers, compared with what provisioning would set."""
    client, links = twilio_of(settings)
    mine = {number: document_of(book) for book in books for number in book.line.numbers}
    try:
        test = settings.selftest_number or ""
        asked = TwilioNumbers(client, links, test_number=test)
        plan = asked.plan([*mine, *([test] if test else [])])
    except ProviderTrouble as trouble:
        yield wrong(str(trouble), AGAIN)
        return
    for number in plan.unknown:
        yield wrong(
            Sentence("%(number)s is not a number of this Twilio account.", number=number),
            Sentence("Buy it or move it there, or correct it in the line's file."),
        )
    for number, document in mine.items():
        if number not in plan.unknown:
            yield from _number(number, plan, links, document)
    if test and test not in plan.unknown:
        if differ := [one.name for one in plan.changes if one.number == test]:
            differs = Sentence(
                "%(number)s is not set up for test calls: %(settings)s.",
                number=test,
                settings=tuple(differ),
            )
            yield wrong(differs, PROVISION)
        else:
            yield fine(Sentence("%(number)s plays a supporter in test calls.", number=test))


def _number(number: str, plan: Plan, links: Links, document: str) -> Iterator[Finding]:
    differ = [one.name for one in plan.changes if one.number == number and one.name != FALLBACK]
    set_up = [one.now for one in plan.changes if one.number == number and one.name == FALLBACK]
    fallback = set_up[0] if set_up else links.fallback
    keep = f" --fallback-url {fallback}" if fallback.startswith("https://") and set_up else ""
    if differ:
        yield wrong(
            Sentence(
                "%(number)s is not set up as it should be at Twilio: %(settings)s.",
                number=number,
                settings=tuple(differ),
            ),
            Sentence("%(do)s%(options)s", do=PROVISION, options=keep),
        )
    else:
        yield fine(Sentence("%(number)s asks our pages.", number=number))
    yield _fallback(number, fallback, links, document)


def _fallback(number: str, url: str, links: Links, document: str) -> Finding:
    mend = Sentence("Write one with warmline fallback and put it where docs/operating.md says.")
    if not url:
        silent = Sentence("%(number)s: nothing speaks when our pages fail.", number=number)
        return wrong(silent, PROVISION)
    host = urlsplit(url).hostname
    where = {"number": number, "host": host}
    if host == urlsplit(links.public_url).hostname:
        alone = Sentence("%(number)s: nothing speaks when this whole host is down.", number=number)
        return note(alone, mend)
    try:
        answer = post(url, {})
    except NoAnswer as why:
        gone = Sentence(
            "%(number)s: the fallback document at %(host)s cannot be had (%(why)s).",
            **where,
            why=str(why),
        )
        return wrong(gone, mend)
    if answer.status != 200 or answer.kind not in XML or "<Response" not in answer.body:
        other = Sentence(
            "%(number)s: %(host)s answers a POST with %(status)s and %(kind)s, and not "
            "with the fallback document as text/xml.",
            **where,
            status=answer.status,
            kind=answer.kind,
        )
        return wrong(other, mend)
    if _essence(answer.body) != _essence(document):
        old = Sentence(
            "%(number)s: %(host)s speaks when we are down, but not as warmline fallback writes "
            "today.",
            **where,
        )
        return note(
            old,
            Sentence("Languages, backup_phone or the directory have changed since. Write it anew."),
        )
    return fine(Sentence("%(number)s: %(host)s speaks when we are down.", **where))


def _essence(document: str) -> str:
    """A document less what a host may change of it without a difference to be heard."""
    return re.sub(r"<\?xml.*?\?>|\s+", "", document)


def public_address(settings: Settings) -> Iterator[Finding]:
    """The web app as the provider meets it: strangers refused, its own requests taken."""
    links = Links(str(settings.public_url))
    try:
        stranger = post(links.arrival, {}).status
        # A report that a call goes on: it is read, and nothing is done about it.
        report = {"CallStatus": "in-progress"}
        signed = {"X-Twilio-Signature": signature(settings, links.ended, report)}
        provider = post(links.ended, report, signed).status
    except NoAnswer as why:
        yield wrong(
            Sentence(
                "%(address)s cannot be reached from here: %(why)s.",
                address=links.public_url,
                why=str(why),
            ),
            Sentence(
                "Look at PUBLIC_URL, the name's address, the certificate and the proxy. Some "
                "networks do not let a machine reach itself from outside: then check from another "
                "one."
            ),
        )
        return
    if stranger != 403:
        yield wrong(
            Sentence(
                "%(address)s answers %(status)s to a request that nobody signed, and not 403.",
                address=links.arrival,
                status=stranger,
            ),
            Sentence(
                "Something else answers there: point PUBLIC_URL and the proxy at the web app."
            ),
        )
    else:
        yield fine(Sentence("The public address is ours, and strangers are refused."))
        if provider == 204:
            yield fine(Sentence("A request that is signed as Twilio signs is taken."))
        else:
            yield wrong(
                Sentence(
                    "A request that is signed as Twilio signs is answered %(status)s.",
                    status=provider,
                ),
                Sentence(
                    "The web app must have the same PUBLIC_URL and TWILIO_AUTH_TOKEN as this "
                    "command, and the proxy must leave path and query as they are."
                ),
            )
