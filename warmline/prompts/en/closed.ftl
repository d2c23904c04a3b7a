## Closed

# Outside the hours. $when is "tomorrow at eight in the morning", or the like.
closed = The peer line is closed right now. It opens { $when }.

# Outside the hours, and the next opening is not known.
closed-no-date = The peer line is closed right now, and I can't tell you yet when it opens again.

# Right after. Staying on leads to the other places. Not all of them are open at night.
closed-menu =
    For other places to call, press 4, or just stay on. [pause]
    Nine eight eight is open now. To reach it from here, press 9.

# The end of a call outside the hours. The last sentence names nine eight eight.
closed-goodbye =
    Thank you for calling. You're welcome here when the line is open. [pause]
    Until then, at any hour, you can call or text nine eight eight.

# A supporter flagged a call from this number as harassment, so that for some time it reaches no
# peer. Warm, no blame, no reason: somebody else may use this phone.
blocked = I can't connect you with a peer right now. Peers are here for you again { $when }.

# The last words to such a caller.
blocked-goodbye =
    Thank you for calling. You're welcome to call again. [pause]
    Until then, at any hour, you can call or text nine eight eight.

# A time without its part of the day. $hour is 1 to 12, $minute 0 to 59. "Eight thirty".
# It goes into the sentences below as $time, so each language gives it the form that fits there.
when-clock =
    { $hour ->
        [1] one
        [2] two
        [3] three
        [4] four
        [5] five
        [6] six
        [7] seven
        [8] eight
        [9] nine
        [10] ten
        [11] eleven
       *[12] twelve
    }{ $minute ->
        [0] {""}
        [1] {" oh one"}
        [2] {" oh two"}
        [3] {" oh three"}
        [4] {" oh four"}
        [5] {" oh five"}
        [6] {" oh six"}
        [7] {" oh seven"}
        [8] {" oh eight"}
        [9] {" oh nine"}
        [10] {" ten"}
        [15] {" fifteen"}
        [20] {" twenty"}
        [30] {" thirty"}
        [40] {" forty"}
        [45] {" forty-five"}
        [50] {" fifty"}
       *[other] {" "}{ $minute }
    }

# The line opens today. $time comes from when-clock. $part is the part of the day: midnight (at the
# end of today), small-hours (before 6), morning, noon, afternoon (to 5), late-afternoon (5 and
# 6 o'clock), evening (7 and 8), or night (from 9).
when-today =
    { $part ->
        [midnight] tonight at midnight
        [noon] today at noon
        [afternoon] this afternoon at { $time }
        [late-afternoon] this evening at { $time }
        [evening] this evening at { $time }
        [night] tonight at { $time }
       *[morning] this morning at { $time }
    }

# The line opens tomorrow.
when-tomorrow =
    { $part ->
        [midnight] tomorrow night at midnight
        [noon] tomorrow at noon
        [afternoon] tomorrow at { $time } in the afternoon
        [late-afternoon] tomorrow at { $time } in the evening
        [evening] tomorrow at { $time } in the evening
        [night] tomorrow at { $time } at night
       *[morning] tomorrow at { $time } in the morning
    }

# The line opens within a week. $weekday is 0 for Monday to 6 for Sunday.
when-weekday =
    { $weekday ->
        [0] on Monday
        [1] on Tuesday
        [2] on Wednesday
        [3] on Thursday
        [4] on Friday
        [5] on Saturday
       *[6] on Sunday
    } { $part ->
        [midnight] night at midnight
        [noon] at noon
        [afternoon] at { $time } in the afternoon
        [late-afternoon] at { $time } in the evening
        [evening] at { $time } in the evening
        [night] at { $time } at night
       *[morning] at { $time } in the morning
    }

# The line opens in a week or later. $month is 1 to 12, $day 1 to 31.
when-date =
    { $weekday ->
        [0] on Monday,
        [1] on Tuesday,
        [2] on Wednesday,
        [3] on Thursday,
        [4] on Friday,
        [5] on Saturday,
       *[6] on Sunday,
    } { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    } { $day }, { $part ->
        [midnight] late at night, at midnight
        [noon] at noon
        [afternoon] at { $time } in the afternoon
        [late-afternoon] at { $time } in the evening
        [evening] at { $time } in the evening
        [night] at { $time } at night
       *[morning] at { $time } in the morning
    }
