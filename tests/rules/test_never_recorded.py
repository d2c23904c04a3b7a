"""P10: nothing records, transcribes, streams or listens in, and no code for it exists.

Comments and docstrings may say so; code may not do so.
"""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator

import pytest

from tests.rules import tree

VERBS = re.compile(r"<\s*/?\s*(Record|Recording|Stream|Siprec|Transcription)\b")
BROWSER = re.compile(r"MediaRecorder|getUserMedia|captureStream")
# What twilio-python calls them: arguments of verbs and of REST calls, methods of VoiceResponse.
ARGUMENTS = re.compile(r"record|recording_\w+|transcri(be|ption)\w*|stream_\w+")
METHODS = {"stream", "siprec", "recordings", "transcriptions", "streams"}


# A conference's way of listening in. The emulator knows it, to say of everybody that nobody does.
LISTENING_IN = re.compile(r"coach\w*")
EMULATOR = "warmline/emulator/"
# What the library that reads coordinators' sound files calls a microphone.
MICROPHONES = {"CaptureDevice", "DuplexStream", "Devices"}


def offences(name: str, code: str) -> Iterator[str]:
    if name.startswith(EMULATOR):
        # The provider names every part that a call could have, also those that are always empty.
        code = code.replace('"Transcriptions"', '""')
    found = python_offences(code) if name.endswith(".py") else text_offences(code)
    yield from (f"{name}:{line} {what}" for line, what in found)
    if name.endswith(".py") and not name.startswith(EMULATOR):
        yield from (f"{name}:{line} {what}" for line, what in listening_in(code))


def text_offences(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.splitlines(), 1):
        for pattern in (VERBS, BROWSER):
            if found := pattern.search(line):
                yield number, found.group()


def python_offences(code: str) -> Iterator[tuple[int, str]]:
    parsed = ast.parse(code)
    for node in ast.walk(parsed):
        if isinstance(node, ast.keyword) and ARGUMENTS.fullmatch(node.arg or ""):
            yield node.lineno, f"{node.arg}="
        if isinstance(node, ast.Attribute) and node.attr in METHODS | MICROPHONES:
            yield node.lineno, f".{node.attr}"
    yield from text_offences(without_words(code, parsed))
    for number, line in enumerate(without_words(code, parsed).splitlines(), 1):
        # A story prints a transcript of what the emulator heard; nothing makes one of a talk.
        if re.search(r"transcri(?!pts?\b)", line, re.IGNORECASE):
            yield number, line.strip()


def listening_in(code: str) -> Iterator[tuple[int, str]]:
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.keyword) and LISTENING_IN.fullmatch(node.arg or ""):
            yield node.lineno, f"{node.arg}="


def without_words(code: str, parsed: ast.Module) -> str:
    """The code with its docstrings and comments blanked out, line for line."""
    lines = code.splitlines()
    for node in ast.walk(parsed):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            for number in range(node.lineno, (node.end_lineno or node.lineno) + 1):
                lines[number - 1] = ""
    for token in tokenize.generate_tokens(io.StringIO(code).readline):
        if token.type == tokenize.COMMENT and lines[token.start[0] - 1]:
            row, column = token.start
            lines[row - 1] = lines[row - 1][:column]
    return "\n".join(lines)


def test_no_code_records_or_listens_in() -> None:
    ours = [(n, t) for n, t in tree.texts() if n.startswith(tree.SOURCE) and not n.endswith(".md")]
    assert [offence for name, text in ours for offence in offences(name, text)] == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("call_flows/talk.py", "xml = '<Record timeout=\"3\"/>'"),
        ("call_flows/talk.py", "xml = f'''<Response>\n<Stream url=\"{u}\"/></Response>'''"),
        ("call_flows/talk.py", "dial = Dial(record='record-from-answer')"),
        ("call_flows/talk.py", "talk(room, recording_status_callback='/x')"),
        ("call_flows/talk.py", "start.stream(url=u)"),
        ("call_flows/talk.py", "client.recordings('RE1')"),
        ("call_flows/talk.py", "join(transcribe=True)"),
        ("call_flows/talk.py", "Transcriber = 1"),
        ("call_flows/talk.py", "conference(coach=sid)"),
        ("warmline/adapters/sound_files.py", "miniaudio.CaptureDevice()"),
        ("warmline/web/static/phone.js", "new MediaRecorder(s)"),
        ("warmline/web/static/bin.xml", "<Response><Record/></Response>"),
    ],
)
def test_the_rule_can_fail(name: str, text: str) -> None:
    assert list(offences(name, text))


@pytest.mark.parametrize(
    "code",
    [
        '"""It is never recorded; no <Record> stands here."""',
        "outcomes.record(row)  # not a <Record>",
        "socket.SOCK_STREAM",
    ],
)
def test_the_rule_lets_words_about_it_pass(code: str) -> None:
    assert list(offences("warmline/services/desk.py", code)) == []
