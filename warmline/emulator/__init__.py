"""A Twilio of our own: telephone network, voice, queues, conferences, messages and REST API."""

from . import behaviours
from .behaviours import Behaviour
from .clock import ManualClock, RealClock
from .ear import Heard
from .emulator import Emulator
from .faults import Faults
from .phones import Handset, PhoneCall, TextMessage
from .record import DeadAir, Event, Notice, RestRequest, WebRequest
from .rest.app import RestTimedOut
from .sound import wav_seconds
from .speech import speech_seconds
from .transport import HttpTransport, WsgiTransport

__all__ = [
    "Behaviour",
    "DeadAir",
    "Emulator",
    "Event",
    "Faults",
    "Handset",
    "Heard",
    "HttpTransport",
    "ManualClock",
    "Notice",
    "PhoneCall",
    "RealClock",
    "RestRequest",
    "RestTimedOut",
    "TextMessage",
    "WebRequest",
    "WsgiTransport",
    "behaviours",
    "speech_seconds",
    "wav_seconds",
]
