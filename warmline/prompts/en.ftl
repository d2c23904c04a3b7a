### What the line says, in English.
###
### One voice speaks to someone who may be having a bad night: warm, plain, short and honest.
### Whole sentences. First what a key is for, then the key. A pause between two choices.
### "Wait" or "stay on". Peers, not staff. "If you'd like". Words never said: see forbidden.py.
###
### [pause] is 0.4 s of silence and [long pause] is 1 s; a line must not begin with one.
### "9" is said "nine" by the voice, but write nine eight eight and nine one one in words.
### The comment above each message says when it is heard and what must not be lost.

# The language and country of the voice. Never said.
-locale = en-US

# The language's own name, for screens and lists.
language-name = English


## Welcome

# The first words of every call. One sentence: whom the line is for. It names no employer and no
# county.
greeting = You've reached the peer line: people who do peer and family support, like you.

# Right after the greeting. Both numbers and key 9 must stay. We never dial nine one one, so the
# caller is told to hang up and dial.
greeting-crisis =
    If someone's life is in danger, hang up and dial nine one one. [pause]
    To reach the nine eight eight crisis line from here, press 9 at any time.

# Heard by callers who are hearing another language: this language offers itself, in its own words.
language-offer = For English, press two.

# In the welcome. Two promises: no recording, and the number is not kept.
greeting-privacy =
    This call isn't recorded, and we don't keep your number. [pause]
    For more, press 7.

# The one menu. Staying on reaches a peer. People who do other work are welcome and have a key too.
# From the greeting to its end no more than 35 seconds: a caller who stays on waits for all of it.
main-menu =
    To talk with a peer, press 1, or just stay on the line. [pause]
    If you do other work, press 4 for other lines.

# The one menu on a line with two supporters or more: one may choose whom to talk with. The same 35
# seconds hold, so every word counts.
main-menu-choosing =
    For a peer, press 1, or just stay on the line. [pause]
    To choose who, press 3. [pause]
    If you do other work, press 4.

# The second time, after a key that means nothing: shorter, same keys.
main-menu-again =
    To talk with a peer, press 1, or just stay on the line. [pause]
    For other places to call, press 4.

# The second time on such a line: shorter, same keys.
main-menu-again-choosing =
    To talk with a peer, press 1, or just stay on the line. [pause]
    To choose whom to talk with, press 3. [pause]
    For other places to call, press 4.

# After silence, or two keys that mean nothing. Phones ring while it is said. Doing nothing reaches
# a person; nobody is hurried off the line.
main-silence =
    I'm finding a peer for you now. [pause]
    If you didn't mean to call, you can simply hang up.

# After a key that means nothing here, in any of a caller's menus; the menu is said again after it,
# so no key is named here. Heard once. Nobody did anything wrong.
main-wrong-key = That key doesn't do anything here, and that's all right. [pause]

# Only on lines that have switched this question on. It asks about work, not about the person.
peer-question =
    Do you do peer or family support work? [pause]
    If you do, press 1, or just stay on the line. [pause]
    If you don't, press 2.

# After key 8: this call's waiting times are now twice as long.
more-time = Take all the time you need. From here on, I'll wait longer for you.

# After key 7. Every fact must stay: no recording, number not kept, calls counted and not people,
# peers see the line's number, peers keep it private except where a law requires a report,
# and two things that we cannot change. No more than 20 seconds.
privacy =
    We don't record calls or keep your number. We count calls, not people. [pause]
    Peers see our number, not yours. They keep what you say private, unless the law requires
    a report. [pause]
    What we can't change: your own phone bill, and the billing records of phone companies.

# After key 2, in the language that was chosen.
language-changed = All right, in English from here on.


## Choosing whom to talk with: key 3

# After key 3, only on lines that have both. A family peer knows this work as family. No answer is
# fine.
choose-kind =
    For a peer, press 1. [pause]
    For a family peer, press 2. [pause]
    If you'd be glad of either, just stay on.

# The next question, only where supporters have named their agency: the caller may leave out people
# whom they know from work. The agencies follow. Nobody is asked where they work.
choose-agency-intro =
    You can leave out people from an agency. If there's none to leave out, just stay on.

# One agency. $agency is its name as the line's file has it, $key the key that leaves it out.
choose-agency = To leave out peers from { $agency }, press { $key }.

# A peer who could be rung now. $alias is the name that the peer chose.
choose-peer = { $alias }, a peer.

# The same for a family peer.
choose-family-peer = { $alias }, a family peer.

# Right after, if the peer wishes something to be known. $tags is in their own words, like "nights,
# parents".
choose-tags = In their own words: { $tags }.

# Right after. Staying on means yes. A peer who isn't wanted never learns of it.
choose-name =
    To talk with { $alias }, press 1, or just stay on. [pause]
    For someone else, press 2.

# After five names in a row. Staying on reaches a person.
choose-more =
    To hear more names, press 1. [pause]
    For any peer who's free, press 0, or just stay on. [pause]
    For nine eight eight, press 9.

# Nobody who fits is free, and no name was read out yet. Staying on waits for any peer.
choose-nobody =
    I can't name anyone who's free right now, and I'm sorry. [pause]
    To talk with any peer as soon as one is free, press 1, or just stay on. [pause]
    For nine eight eight, press 9.

# There is no other name. Nobody who was named before is rung.
choose-no-more =
    Those are all the names I have right now. [pause]
    To talk with any other peer, press 1, or just stay on. [pause]
    For nine eight eight, press 9.

# The caller said yes to $alias, whose phone is rung now, and no other.
choose-ringing = All right. I'll ring { $alias } for you.

# The caller would like any peer. Whoever they did not want is not rung.
choose-any = All right. I'll find you any peer who's free.

# $alias, whom the caller chose, passed, did not pick up or was just taken. Blames nobody; the
# caller is not to feel turned away. The question of the next message follows.
choose-passed =
    { $alias } can't come to the phone just now. That happens, and it isn't about you.

# Who else may be rung? Nobody is, until the caller has answered or stayed on.
choose-wider =
    To talk with any peer who's free, press 1, or just stay on. [pause]
    To hear another name, press 2. [pause]
    For nine eight eight, press 9.


## Waiting for a peer

# Phones are ringing. $phones is how many. True to the number; nothing is asked of the caller.
waiting-ringing =
    { $phones ->
        [0] I'm looking for a peer now.
        [one] I'm ringing one peer now. You don't have to do anything.
        [2] I'm ringing two peers now. You don't have to do anything.
        [3] I'm ringing three peers now. You don't have to do anything.
       *[other] I'm ringing { $phones } peers now. You don't have to do anything.
    }

# Every 20 seconds or so while $phones phones ring. A voice, so that the line is not silent.
waiting-still-ringing =
    { $phones ->
        [0] I'm still here, and I'm still looking for a peer.
        [one] I'm still here, and one peer's phone is ringing.
        [2] I'm still here, and two peers' phones are ringing.
        [3] I'm still here, and three peers' phones are ringing.
       *[other] I'm still here, and { $phones } peers' phones are ringing.
    }

# The first phones were not picked up; others, or the same once more, are rung now. Blames nobody.
waiting-trying-next = Nobody could pick up just yet. I'm still trying.

# Every peer is in a talk or resting. $ahead is how many callers come first; 0 means none.
waiting-all-busy =
    Every peer is with someone or resting right now. [pause]
    { $ahead ->
        [0] You're next.
        [one] One caller is ahead of you.
        [2] Two callers are ahead of you.
        [3] Three callers are ahead of you.
       *[other] There are { $ahead } callers ahead of you.
    } I'll keep looking.

# The same once more, shorter: heard every 20 seconds or so, so it tells only what may have changed.
# $ahead is how many callers come first; 0 means none.
waiting-still-busy =
    { $ahead ->
        [0] I'm still here, and you're next.
        [one] I'm still here. One caller is ahead of you.
        [2] I'm still here. Two callers are ahead of you.
        [3] I'm still here. Three callers are ahead of you.
       *[other] I'm still here. There are { $ahead } callers ahead of you.
    }

# Every other time instead of the sentence before: how to hear the choices, whatever the reason is.
waiting-still-here =
    I'm still here. [pause]
    To hear your choices, press star.

# Nobody is left to ring, which the caller has heard already. What is true now: whoever comes on
# is rung.
waiting-nobody-yet = I'm still here. If a peer comes on the line, I'll ring them at once.

# Everybody who could be rung was rung, and nobody answered. Say it honestly; choices follow.
waiting-nobody-answered =
    I've rung everyone I can, and nobody could answer just now. I'm sorry. [pause]
    You still have choices.

# The line is open but no peer is on. Say it honestly; choices follow.
waiting-nobody-on =
    No peer is on the line just now, and I'm sorry about that. [pause]
    You still have choices.

# The same when somebody may be on whom the caller did not want, or when it is the caller who is on:
# true in each case, and no name is asked for again. Choices follow.
waiting-nobody-else =
    There's nobody else I can ring for you right now, and I'm sorry. [pause]
    You still have choices.

# The choices, heard for the first time, right after the caller was told why they wait.
waiting-choices-first =
    If you'd like to wait for a peer, press 1, or just stay on. [pause]
    For other places to call, press 4. [pause]
    For nine eight eight, press 9.

# The choices again after $minutes minutes of waiting. Staying on means waiting on. Perhaps nobody
# is rung at this moment, so it isn't said that we look.
waiting-choices =
    { $minutes ->
        [one] You've waited about a minute.
        [2] You've waited about two minutes.
        [3] You've waited about three minutes.
       *[other] You've waited about { $minutes } minutes.
    } [pause]
    To keep waiting, press 1, or just stay on. [pause]
    To hear other places to call, press 4. [pause]
    For nine eight eight, press 9.

# After four minutes. From here, staying on leads to the other places; key 1 keeps waiting.
waiting-alternatives =
    I haven't found a peer who can talk yet, and I'm sorry. [pause]
    If you stay on, I'll tell you other places to call. [pause]
    To keep waiting instead, press 1. [pause]
    For nine eight eight, press 9.

# After star while waiting: the keys that work now. The place in line stays.
waiting-help =
    I'm still here, and your place is kept. [pause]
    To turn the sound off or on, press 5. [pause]
    For other places to call, press 4. [pause]
    For nine eight eight, press 9. [pause]
    To hear this again, press star.

# After key 5. It will be quiet, so say that the line is still there.
waiting-sound-off =
    The sound is off. I'm still here, and I'll tell you what's happening. [pause]
    To turn it on again, press 5.

# After key 5 once more.
waiting-sound-on = The sound is on again.

# Back from another menu. The place in line was kept.
waiting-back = You're back, and your place was kept. I'm still looking for a peer for you.

# A fault was mended and the wait goes on. No talk of machines.
waiting-line-moved = I'm still here, and I'm looking for a peer for you.


## Meeting a peer

# A peer has said yes. $alias is the name that the peer chose.
meet-peer = { $alias } is here.

# The same for a family peer: someone who knows this work as family.
meet-family-peer = { $alias }, a family peer, is here.

# Right after. A short moment to choose; silence joins the two.
meet-peer-choice = For someone else, press 2.

# The last words before both hear each other.
joining = I'm connecting you now.

# The connection to $alias ended; perhaps they finished, perhaps it was lost. Right for both.
peer-lost =
    The line to { $alias } has ended. [pause]
    If you were finished, you can hang up. Thank you for calling. [pause]
    At any hour, you can call or text nine eight eight. [pause]
    If you stay on, I'll ring { $alias } again, or find you another peer.

# The caller stayed. The first place in line is theirs.
peer-lost-ringing = I'm ringing now. You're first in line.

# After star during a talk. The peer waits and hears nothing of this.
talk-menu =
    To go back to your peer, press 1, or just stay on. [pause]
    For someone else, press 2. [pause]
    For other places to call, press 4. [pause]
    For nine eight eight, press 9.

# Back to the same peer.
talk-back = Taking you back now.

# The caller would like another peer. No reason is asked for, and none is given to the peer.
talk-someone-else = Of course. I'll find someone else for you now.

# The peer has left and the caller is still there.
talk-over =
    Your conversation has ended, and you're still on the peer line. [pause]
    To talk with a peer again, press 1, or just stay on. [pause]
    For other places to call, press 4. [pause]
    For nine eight eight, press 9.

# The end of a call without a talk. The last sentence names nine eight eight.
goodbye =
    Thank you for calling. You're welcome here any time the line is open. [pause]
    At any hour, you can call or text nine eight eight.


## Crisis: key 9

# The first words after key 9, before any choice. All three facts must stay; none may be softened.
crisis-door =
    I'm here. So that you know: we never call nine one one for you. [pause]
    Nine eight eight will see our number, not yours. [pause]
    Some crisis lines may send help if they believe a life is at risk.

# The choices after key 9. Dialing nine eight eight oneself is always named.
crisis-menu =
    To be connected to nine eight eight from here, press 1. [pause]
    For other crisis lines, first the ones that don't involve police, press 2. [pause]
    To go back to where you were, press star. [pause]
    You can also hang up, and call or text nine eight eight yourself.

# After key 1: it may ring for up to 45 seconds. Where nine eight eight asks for a key to reach
# this language, say which.
crisis-connecting =
    I'm connecting you to nine eight eight now. It may ring for a little while. [pause]
    If nobody answers, I'm still here.

# Nobody answered at nine eight eight. The number is read out, digit by digit.
crisis-no-answer =
    Nine eight eight didn't answer just now, and I'm still here. [pause]
    You can also hang up and dial it yourself: [pause] nine, [pause] eight, [pause] eight.

# The talk with nine eight eight has ended, or nobody answered there, and the caller is still here.
# Choices follow.
crisis-ended = You're back on the peer line. Take your time.

# Right after, while the line is open.
crisis-over =
    To talk with a peer, press 1, or just stay on. [pause]
    For other crisis lines, press 2. [pause]
    For other places to call, press 4. [pause]
    For nine eight eight again, press 9.

# The same outside the hours: no peer is there.
crisis-over-closed =
    For other places to call, press 4, or just stay on. [pause]
    For other crisis lines, press 2. [pause]
    For nine eight eight again, press 9.

# Silence in the crisis menu, or star, for a caller who was waiting: their place was kept.
crisis-place-kept = Your place was kept. I'm taking you back to where you were.

# Before the other crisis lines. What they say about police is their own word, not our promise.
crisis-lines-intro =
    Here are other crisis lines, first the ones that tell us they don't involve police. [pause]
    I'll say each number twice.

# One crisis line. $police is what the line itself says: no, may, or unknown. Be exact.
# $number comes as single digits; it is said twice, and last, so that it can be remembered.
crisis-line =
    { $name }. [pause]
    { $police ->
        [no] They tell us they don't send police unless you agree.
        [may] They may send help, and that can include police, if they believe a life is at risk.
       *[unknown] We don't know if they ever send police. You can ask them first.
    } [pause]
    The number is { $number }. [pause]
    Again, { $number }.

# A crisis line that is reached by text. $text is what to send and where: HOME to 7 4 1 7 4 1.
crisis-line-text =
    You can text { $name }. [pause]
    Send { $text }. [pause]
    Again, send { $text }.

# After the last crisis line.
crisis-lines-end =
    Those are the crisis lines I know of. [pause]
    To be connected to nine eight eight from here, press 1. [pause]
    To hear these lines again, press 2. [pause]
    To go back to where you were, press star.


## Other places to call

# Before the other places, for peer workers, and for whoever calls outside the hours.
places-intro = Here are other places you can call. I'll say each number twice.

# Before the other places, for callers who do other work. They are welcome; nobody is turned away.
places-public-intro =
    I'm glad you called. This line is for people who do peer work, and there are lines for you
    too. [pause]
    I'll say each number twice.

# One place. $number comes as single digits. $whom is one of the sentences below. $hours is always,
# some or unknown: whoever calls at night learns whether somebody may answer.
place-line =
    { $name }. { $whom } [pause]
    { $hours ->
        [always] It's open at every hour.
        [some] It isn't open at every hour.
       *[unknown] I don't know its hours.
    } [pause]
    The number is { $number }. [pause]
    Again, { $number }.

# Whom a place serves. $audience is what the line's own file says; "anyone" has its own words.
place-for =
    { $audience ->
        [anyone] It's for anyone.
       *[other] It's for { $audience }.
    }

# Whom the national places serve that come with the program.
place-for-nami = It's for families, and for those who would like to know more about mental health.
# Alcohol and drugs.
place-for-samhsa = It's for anyone who'd like help with alcohol or drugs.
# Physicians.
place-for-psl = It's for doctors and medical students.
# Police and sheriff's officers.
place-for-copline = It's for police and the people close to them.

# After the first place. $then is where key 0 leads: peer, wait (the caller waits for one), talk (a
# peer waits for them) or closed.
place-again =
    For the next place, press 1, or just stay on. [pause]
    To hear that again, press star. [pause]
    { $then ->
        [talk] To go back to your peer, press 0.
        [wait] To go on waiting for a peer, press 0.
        [closed] To hear when the peer line opens, press 0.
       *[peer] To talk with a peer, press 0.
    } [pause]
    For nine eight eight, press 9.

# After each later place: shorter, the other keys go on working.
place-next =
    For the next place, press 1, or just stay on. [pause]
    To hear that again, press star.

# After the last place. $then as above.
places-end =
    Those are the places I know of. [pause]
    To hear them again, press star. [pause]
    { $then ->
        [talk] To go back to your peer, press 0, or just stay on.
        [wait] To go on waiting for a peer, press 0, or just stay on.
        [closed] To hear when the peer line opens, press 0.
       *[peer] To talk with a peer, press 0, or just stay on.
    } [pause]
    For nine eight eight, press 9.

# No place is open, or none is known. Never a dead end: nine eight eight is always open.
places-none =
    I don't know of another place that's open right now, and I'm sorry. [pause]
    Nine eight eight is open at every hour. For nine eight eight, press 9.


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


## When something isn't working

# The number that was dialed belongs to no line. The last sentence names nine eight eight.
line-unknown =
    I'm sorry. This number isn't set up yet, so I can't find you a peer from here. [pause]
    If you'd like to talk with someone now, you can call or text nine eight eight.

# A fault on our side while the caller is on. Honest, and a next step at once.
trouble =
    Something isn't working on our side, and I'm sorry. [pause]
    If you stay on, I'll keep trying. [pause]
    You can also hang up, and call or text nine eight eight.

# A fault that we cannot mend within this call. The last sentence names nine eight eight.
trouble-goodbye =
    I'm sorry. Something isn't working on our side, and I can't find you a peer right now. [pause]
    Please try again in a few minutes. You can call or text nine eight eight at any hour.

# The whole line is down. These four are heard from a document on another host: nobody listens for
# keys there, so none is named. First the fault, and nine eight eight at once.
fallback-trouble =
    I'm sorry. The peer line isn't working right now. [pause]
    You can call or text nine eight eight at any hour.

# Before up to three other lines, each with its number. Nothing can be asked: keep it short.
fallback-places = You can also call these lines.

# One of them. $whom is a sentence of its own, see place-for. $number comes as single digits and is
# said twice.
fallback-place =
    { $name }. { $whom } [pause]
    The number is { $number }. [pause]
    Again, { $number }.

# After them. The last sentence names nine eight eight.
fallback-again =
    Please try this line again in a few minutes. [pause]
    At any hour, you can call or text nine eight eight.


## On a supporter's phone

# Whoever picks up hears this, perhaps a child or a voicemail. It must reveal nothing but the name
# $alias: no line, no caller, no kind of work. Without key 1 nobody is connected.
offer =
    A call for { $alias }. [pause]
    To take it, press 1. [pause]
    To pass, press 2. [pause]
    To pass and be off for now, press 0.

# The phone of $alias has left a call, by accident or not, and that caller has stayed on. Reveals
# nothing.
offer-again =
    A call for { $alias } again, the same as just now. [pause]
    To take it again, press 1. [pause]
    To pass, press 2. [pause]
    To pass and be off for now, press 0.

# $alias is on as a backup, and the others could not pick up. Reveals nothing.
offer-backup =
    A call for { $alias }, as backup. [pause]
    To take it, press 1. [pause]
    To pass, press 2. [pause]
    To pass and be off for now, press 0.

# After key 1.
offer-connecting = Thank you. One moment.

# The phone rang or the offer was being said when somebody else took the call. A child or a
# voicemail may hear it: reveals nothing.
offer-gone = This call has gone on to someone else. Thank you.

# After key 1, a moment too late.
offer-taken = Another peer has taken this call, thank you.

# The caller hung up before the two were joined.
offer-caller-left = The caller has left. Thank you for being there.

# The caller chose other places, the crisis line or someone else. It sounds like nobody's fault.
offer-caller-elsewhere = The caller has chosen something else for now. Thank you for being there.

# After key 2. Passing is always fine.
offer-passed = That's fine. Thank you.

# After key 0.
offer-off-duty = That's fine. You're off for now. Take good care.

# No key came. A voicemail may hear this: it must reveal nothing.
offer-missed = No key was pressed, and that's fine. Goodbye.

# The supporter is on and the caller is on the way, or in the star menu for longer.
offer-waiting = One moment more. Please stay on.

# A key that means nothing here; said instead of the offer. A stranger may have pressed it: reveals
# nothing.
offer-wrong-key =
    That key doesn't do anything here. [pause]
    To take the call, press 1. [pause]
    To pass, press 2. [pause]
    To pass and be off for now, press 0.

# The caller pressed star during the talk; the supporter hears this and waits.
talk-caller-star = The caller is choosing something. Please stay; it may take a moment.

# After a talk. $minutes is the rest before another call can come; 0 means none.
after-talk =
    The caller has left. Thank you for being there. [pause]
    { $minutes ->
        [0] Take good care.
        [one] You have a minute to rest now.
       *[other] You have { $minutes } minutes to rest now.
    }


## Texts to supporters (read, not heard; they may show on a locked screen and name nothing)

# Two offers in a row had no key. Kind, no blame: a phone may have been out of reach.
text-off-after-misses =
    Hi. Two calls in a row couldn't reach you, so I've set you off duty. That's all right.
    You're back on with your next shift. Thank you for being there.

# To the coordinator, by the plan and not because somebody called: nobody is on who can be rung.
text-nobody-on = The line is open and nobody is on duty who can be rung.

# To the coordinator, at the next quarter of an hour: everybody was rung in vain. No blame.
text-nobody-answered =
    Everyone on duty was rung a while ago and nobody could answer. One more may be needed.

