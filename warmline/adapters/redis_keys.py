"""Every key that the judge keeps, and every field of it. What is not listed here is not stored.

The test of the inventory plays all stories and holds the store against this list, so a field that
is added over there has to be named here, with its class and its end.
"""

from __future__ import annotations

from typing import Final

from warmline.domain.kept import DAY, HOUR, Class, Field, Kept, Reader

LIVE: Final = 5 * HOUR
ENDED: Final = 2 * HOUR
THE_SAME: Final = "2 hours after the end; 5 hours after it began if nobody tells us of the end"

_CALL: Final = (
    Field("state", "where the call is: menus, waiting, talking, ...", Class.LIVE),
    Field("sid", "the provider's id of the caller's call", Class.CALLER),
    Field("line", "the line", Class.SETTING),
    Field("lang", "language code", Class.LIVE),
    Field("number", "the line's own number that was dialed, never the caller's", Class.SETTING),
    Field("open", "whether the line was open", Class.LIVE),
    Field("received", "when it arrived", Class.LIVE),
    Field("seen", "when the caller's phone was last heard of", Class.LIVE),
    Field("row", "the random id of the row that will be kept", Class.LIVE),
    Field("round", "which round of ringing", Class.LIVE),
    Field("offers", "how many phones have rung", Class.LIVE),
    Field(
        "sealed",
        "what the caller wishes, in ids: who is not to be rung (the caller's own phone, whom they "
        "declined or left out), peer or family peer, whom they chose; always there and of one "
        "length; removed at the end of the call",
        Class.CALLER,
        Reader.KEY,
    ),
    Field("wanted_at", "since when a peer is wanted", Class.LIVE),
    Field("ring_since", "since when phones are rung", Class.LIVE),
    Field("first", "keeps the first place in line", Class.LIVE),
    Field("first_bridge", "when the talk began", Class.LIVE),
    Field("talk_from", "since when this stretch of talk runs", Class.LIVE),
    Field("talked", "seconds talked so far", Class.LIVE),
    Field("parted_at", "when the peer was lost", Class.LIVE),
    Field("ended", "when it ended", Class.LIVE),
    Field("leg", "the phone that has accepted, while it is with the caller", Class.PAIRING),
    Field("sup", "the supporter who has accepted, while with the caller", Class.PAIRING),
    Field("again", "the supporter who was lost and is rung once more", Class.PAIRING),
    Field(
        "caps",
        "what the line took in when the call arrived: calls a minute, callers waiting, offers",
        Class.SETTING,
    ),
    Field("through", "taken up again: no flood keeps them out", Class.LIVE),
    Field("keyed", "whether any key was pressed", Class.LIVE),
    Field("flooded", "turned away once, because very many called", Class.LIVE),
    Field("asks", "how often there was no room", Class.LIVE),
    Field("asked_at", "when there was last no room", Class.LIVE),
    Field("crisis_key", "whether key 9 was pressed", Class.LIVE),
    Field("crisis_bridge", "whether the crisis line was rung from here", Class.LIVE),
    Field("sound", "soft sound on or off", Class.LIVE),
    Field("slow", "more time for keys", Class.LIVE),
    Field("choices", "how many timed choices were heard", Class.LIVE),
    Field("queued", "waits in the provider's queue", Class.LIVE),
    Field("bound", "the place outside that they are being connected to, until they are", Class.LIVE),
    Field("texted", "places whose number they had as a text; not once the call is over", Class.LIVE),
    Field("told", "what has been said once", Class.LIVE),
    Field("promised", "a call back was promised in this call", Class.LIVE),
    Field("back", "the random id of that call back, while this call lasts", Class.LIVE),
    Field("origin", "that it is a call back, which we make", Class.LIVE),
    Field("tries", "how often whoever is called back was rung in vain", Class.LIVE),
    Field("dialing", "until when the provider may say whether it rings them", Class.LIVE),
    Field("dials", "how often the provider was asked for that", Class.LIVE),
    Field("until_", "until when they have time for a key", Class.LIVE),
    Field("reached", "they pressed 1", Class.LIVE),
    Field("place:<kind>", "a kind of place that was read out", Class.LIVE),
)

_CALLBACK: Final = (
    Field(
        "phone",
        "the number of whoever asked to be called back; of one length whatever it is",
        Class.CALLER,
        Reader.KEY,
    ),
    Field("sealed", "what they wish, as above", Class.CALLER, Reader.KEY),
    Field("line", "the line", Class.SETTING),
    Field("lang", "language code", Class.LIVE),
    Field("number", "the line's own number that was dialed", Class.SETTING),
    Field("promised_at", "when it was promised", Class.LIVE),
    Field("row", "the random id of the row that will be kept of the call back", Class.LIVE),
    Field("tries", "how often they were rung in vain", Class.LIVE),
)

_LEG: Final = (
    Field("call", "the call it is rung for", Class.PAIRING),
    Field("sup", "whose phone it is", Class.PAIRING),
    Field("line", "the line", Class.SETTING),
    Field("sid", "the provider's id of this phone's call", Class.PAIRING),
    Field("state", "reserved, dialing, ringing, ...", Class.LIVE),
    Field("said", "how the offer ended", Class.SUPPORTER),
    Field("why", "how the talk ended", Class.LIVE),
    Field("up", "somebody picked up", Class.LIVE),
    Field("gone", "the phone was put down", Class.LIVE),
    Field("bridged", "it was in a talk", Class.LIVE),
    Field("counted", "the talk was counted in the shift", Class.OPERATION),
    Field("again", "rung once more for a caller who lost it", Class.LIVE),
    Field("repeated", "rung in a second round", Class.LIVE),
    Field("shift", "when the supporter's shift began", Class.SUPPORTER),
    Field("wrap", "seconds of rest after a talk", Class.SETTING),
    Field("long_wrap", "seconds of rest after a long talk", Class.SETTING),
    Field("long_after", "seconds that make a talk long", Class.SETTING),
)

_SUPPORTER: Final = (
    Field("busy", "the phone call that takes up their phone now", Class.PAIRING),
    Field("last_rung", "when they were last rung", Class.SUPPORTER),
    Field("misses", "offers missed in a row", Class.SUPPORTER),
    Field("not_before", "a few seconds in which they are not rung", Class.SUPPORTER),
    Field("off_until", "until when they are off duty", Class.SUPPORTER),
)

_CARRIED: Final = (
    Field("shift", "when the shift began", Class.SUPPORTER),
    Field("calls", "talks in this shift", Class.SUPPORTER),
    Field("talk_seconds", "seconds talked in this shift", Class.SUPPORTER),
    Field("last_help", "when the last talk ended, to the second", Class.PAIRING),
    Field("rest_until", "until when they rest", Class.SUPPORTER),
)

REDIS_KEYS: Final = (
    Kept(
        "wl:call:<call>",
        "one live call under a random id",
        Class.LIVE,
        Reader.OPERATOR,
        THE_SAME,
        LIVE,
        ENDED,
        "hash",
        fields=_CALL,
    ),
    Kept(
        "wl:sid:<sid>",
        "which call a provider's id means",
        Class.CALLER,
        Reader.OPERATOR,
        THE_SAME,
        LIVE,
        ENDED,
        "string",
    ),
    Kept(
        "wl:callback:<call>",
        "a call back that was promised, under the random id of the call that will be made",
        Class.CALLER,
        Reader.OPERATOR,
        "until they are reached, or were rung twice in vain, or reach a peer by themselves; "
        "12 hours at most",
        12 * HOUR,
        kind="hash",
        fields=_CALLBACK,
    ),
    Kept(
        "wl:promised:<line>",
        "who is to be called back, by random id, and from when on a supporter is asked",
        Class.LIVE,
        Reader.OPERATOR,
        "struck off with the promise",
        kind="zset",
    ),
    Kept(
        "wl:offers:<call>",
        "the phones that ring for a call",
        Class.PAIRING,
        Reader.OPERATOR,
        "while one rings; 5 hours at most",
        LIVE,
        ENDED,
        "set",
    ),
    Kept(
        "wl:asked:<call>",
        "who was asked for a call, and what they said",
        Class.PAIRING,
        Reader.OPERATOR,
        "2 hours after the end; 5 hours after the last was rung if nobody tells us of the end",
        LIVE,
        ENDED,
        "hash",
        fields=(Field("<supporter>", "talked, passed, missed, ...", Class.PAIRING),),
    ),
    Kept(
        "wl:sids:<call>",
        "the provider's ids of the phones rung for a call, to be deleted there",
        Class.PAIRING,
        Reader.OPERATOR,
        "2 hours after the end; 5 hours after the last was rung if nobody tells us of the end",
        LIVE,
        kind="set",
    ),
    Kept(
        "wl:leg:<leg>",
        "one phone that rings, talks, or did",
        Class.PAIRING,
        Reader.OPERATOR,
        "5 hours",
        LIVE,
        kind="hash",
        fields=_LEG,
    ),
    Kept(
        "wl:sup:<supporter>",
        "whether a supporter's phone may ring now",
        Class.SUPPORTER,
        Reader.OPERATOR,
        "24 hours after they were last rung or went off duty",
        DAY,
        kind="hash",
        fields=_SUPPORTER,
    ),
    Kept(
        "wl:sup:<supporter>:carried",
        "what a supporter has carried in this shift",
        Class.SUPPORTER,
        Reader.OPERATOR,
        "24 hours after their last talk",
        DAY,
        kind="hash",
        fields=_CARRIED,
    ),
    Kept(
        "wl:waiting:<line>",
        "who waits, by random id, with the time since when",
        Class.LIVE,
        Reader.OPERATOR,
        "struck off when they no longer wait",
        kind="zset",
    ),
    Kept(
        "wl:due",
        "deadlines: what is to be looked at, and when, by random id",
        Class.LIVE,
        Reader.OPERATOR,
        "struck off when it was looked at",
        kind="zset",
    ),
    Kept(
        "wl:forget",
        "provider's ids of calls and texts that are to be deleted there",
        Class.CALLER,
        Reader.OPERATOR,
        "struck off when the provider has deleted it; tried until then",
        kind="zset",
    ),
    Kept(
        "wl:told:<line>:<message>",
        "when a coordinator was last told that nobody is on, or that nobody could answer; "
        "never the minute of a call",
        Class.OPERATION,
        Reader.OPERATOR,
        "an hour",
        HOUR,
        kind="string",
    ),
    Kept(
        "wl:clock",
        "that a clock lives",
        Class.OPERATION,
        Reader.OPERATOR,
        "30 seconds",
        30,
        kind="string",
    ),
    Kept(
        "wl:once:<mark>",
        "the answer to one step, for a process whose connection was cut before it came",
        Class.PAIRING,
        Reader.OPERATOR,
        "10 seconds",
        10,
        kind="string",
    ),
)
"""All keys of our own."""
