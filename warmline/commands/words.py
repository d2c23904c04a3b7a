"""`warmline words`: what the line says, in its own words or in its own voice."""

from __future__ import annotations

from pathlib import Path
from typing import IO

import click

from warmline.adapters.sound_files import NoSound, read_sound
from warmline.commands._installation import book_of, open_roster, open_words
from warmline.commands._plain import Sentences
from warmline.domain.line import Line
from warmline.domain.loudness import heard
from warmline.prompts import speech_seconds
from warmline.prompts.voices import voice_of
from warmline.services.words import Refused, Shown, Words

line_option = click.option("--line", "line_id", help="Which line; not needed when there is one.")
language_option = click.option("--language", help="Which language. The line's first, if left out.")


@click.group()
def words() -> None:
    """See and change what callers hear, sentence by sentence, and go back to the original.

    Changes are heard within seconds, on every machine of the installation.
    """


@words.command("list")
@line_option
@language_option
@click.option("--own", is_flag=True, help="Only what the line has of its own.")
def list_(line_id: str | None, language: str | None, *, own: bool) -> None:
    """List every sentence with its name and length: * own words, ~ recorded."""
    line = _line(line_id)
    for shown in open_words().every(line):
        mine = shown.own is not None or shown.recording is not None
        if (mine or not own) and language in (None, shown.language):
            click.echo(_row(shown))


@words.command()
@click.argument("sentence")
@line_option
@language_option
def show(sentence: str, line_id: str | None, language: str | None) -> None:
    """Show when SENTENCE is heard, how it is written down, and what callers hear now."""
    line = _line(line_id)
    try:
        shown = open_words().shown(line, sentence, language or line.languages[0])
    except Refused as refused:
        raise Sentences(*refused.reasons) from None
    click.echo(f"{shown.message} ({shown.language})\n{shown.comment.strip()}\n")
    click.echo(f"The original:\n{_indented(shown.original)}")
    if shown.own is not None:
        click.echo(f"In the line's own words:\n{_indented(shown.own.pattern)}")
    if shown.recording is not None:
        rests = "" if shown.now.sound else " It says other words than the sentence now: it rests."
        click.echo(f"There is a recording of {shown.recording.seconds:.1f} s.{rests}")
    click.echo(f"Callers hear ({speech_seconds(shown.now):.0f} s):\n  {shown.now.plain}")


@words.command("set")
@click.argument("sentence")
@click.argument("text", required=False)
@click.option(
    "--file",
    type=click.File(encoding="utf-8"),
    help="Read the words from a file; - is standard input.",
)
@line_option
@language_option
def set_(
    sentence: str,
    text: str | None,
    file: IO[str] | None,
    line_id: str | None,
    language: str | None,
) -> None:
    """Say SENTENCE in other words: TEXT, as `warmline words show` writes it down.

    Keys, facts and { $values } of the original stay in it. [pause] is a short silence.
    """
    if (text is None) == (file is None):
        raise Sentences("Give the words after the sentence's name, or a file with --file.")
    pattern = text if text is not None else str(file.read() if file else "")
    line = _line(line_id)
    try:
        now = open_words().say(line, sentence, language or line.languages[0], pattern)
    except Refused as refused:
        raise Sentences(*refused.reasons, "Nothing has been changed.") from None
    click.echo(f"Callers hear within seconds ({speech_seconds(now):.0f} s):\n  {now.plain}")


@words.command()
@click.argument("sentence")
@click.argument("file", type=click.Path(path_type=Path))
@line_option
@language_option
def record(sentence: str, file: Path, line_id: str | None, language: str | None) -> None:
    """Let SENTENCE be heard as somebody has spoken it into FILE (WAV, MP3, FLAC or Ogg).

    It has to say what the sentence says. It is cut to the words, levelled, and made into what a
    telephone carries. If the sentence is worded anew later, a voice says it until it is recorded.
    """
    line = _line(line_id)
    try:
        samples = read_sound(file.read_bytes())
        made = open_words().record(line, sentence, language or line.languages[0], samples)
    except OSError as error:
        raise Sentences(f"{file} cannot be read: {error.strerror}.") from None
    except NoSound as why:
        raise Sentences(f"{file}: {why}", "Nothing has been changed.") from None
    except Refused as refused:
        raise Sentences(*refused.reasons, "Nothing has been changed.") from None
    click.echo(f"Callers hear the recording within seconds ({made.seconds:.1f} s).")
    click.echo(f"It has to say:\n  {made.said}")


@words.command()
@click.argument("sentence")
@line_option
@language_option
def reset(sentence: str, line_id: str | None, language: str | None) -> None:
    """Go back to the original SENTENCE: own words and recording are forgotten."""
    line = _line(line_id)
    try:
        gone = open_words().reset(line, sentence, language or line.languages[0])
    except Refused as refused:
        raise Sentences(*refused.reasons) from None
    click.echo("The original is heard again." if gone else "It is the original already.")


@words.command()
@click.argument("sentence")
@click.option("--output", type=click.Path(path_type=Path), help="A file for the recording.")
@line_option
@language_option
def play(sentence: str, output: Path | None, line_id: str | None, language: str | None) -> None:
    """Tell how SENTENCE sounds: its voice and words, or the recording as a WAV file."""
    line, service = _line(line_id), open_words()
    try:
        shown = service.shown(line, sentence, language or line.languages[0])
    except Refused as refused:
        raise Sentences(*refused.reasons) from None
    recorded = shown.recording is not None and bool(shown.now.sound)
    voice = "as it was recorded" if recorded else shown.now.voice or voice_of(shown.language)
    rate = f" at {shown.now.rate}" if shown.now.rate and not recorded else ""
    click.echo(f"{voice}{rate}, {speech_seconds(shown.now):.1f} s:\n  {shown.now.plain}")
    if output is not None:
        _write(service, shown, output)


def _write(service: Words, shown: Shown, output: Path) -> None:
    wav = service.sound(shown.recording.sound) if shown.recording else None
    if wav is None:
        raise Sentences("It has no recording: a voice of the telephone company says it.")
    try:
        output.write_bytes(wav)
    except OSError as error:
        raise Sentences(f"{output} cannot be written: {error.strerror}.") from None
    click.echo(f"{output} is written: {heard(read_sound(wav)).seconds:.1f} s.")


def _line(line_id: str | None) -> Line:
    return book_of(open_roster().books(), line_id).line


def _row(shown: Shown) -> str:
    marks = ("*" if shown.own else " ") + ("~" if shown.recording else " ")
    length = speech_seconds(shown.now)
    return f"{marks} {shown.language} {length:4.0f} s  {shown.message:26} {shown.now.plain}"


def _indented(pattern: str) -> str:
    return "\n".join(f"  {line}" for line in pattern.splitlines())
