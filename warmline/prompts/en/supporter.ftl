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

# $alias is asked to call somebody back. Their phone rings only after key 1. Reveals nothing.
offer-back =
    A call to make, for { $alias }. [pause]
    To take it, press 1. [pause]
    To pass, press 2. [pause]
    To pass and be off for now, press 0.

# After key 1 on a call back: now the phone of whoever asked for it rings.
offer-calling-back = Thank you. I'm calling them now. Please stay on.

# Nobody could be reached there, or it wasn't them. Nobody's fault, and the supporter is free again.
offer-not-reached = I couldn't reach them just now. Thank you for being there.

# The phone was picked up just as the call back had to wait. A child or a voicemail may hear it:
# reveals nothing.
offer-can-wait = This call can wait a little. Thank you.

# After key 1.
offer-connecting = Thank you. One moment.

# Right after, if the caller would rather talk in another language than this supporter's own first
# one, and the supporter speaks it. Only who has pressed 1 hears it.
offer-wished-language =
    { $wanted ->
        [en] The caller would like to talk in English.
        [es] The caller would like to talk in Spanish.
       *[other] The caller would like to talk in another language that you speak.
    }

# The same when the supporter doesn't speak it. The caller was told, and said that it's fine.
offer-agreed-language =
    { $wanted ->
        [en] The caller chose English, and your language is fine.
        [es] The caller chose Spanish, and your language is fine.
       *[other] The caller chose another language, and yours is fine.
    }

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

# No key came, or none that means anything. A voicemail may hear this: it must reveal nothing.
offer-missed = Nothing was chosen, and that's fine. Goodbye.

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

# After star during a talk, on the supporter's phone. The caller waits meanwhile: keep it short.
star-menu =
    Your caller is waiting. To go back, press 1, or just stay on. [pause]
    To bring in nine eight eight, press 9. [pause]
    For another peer to take over, press 2. [pause]
    For a debrief afterwards, press 3.

# A key that means nothing in that menu; the menu follows.
star-wrong-key = That key doesn't do anything here.

# The same while nine eight eight is in the talk: caller and nine eight eight talk meanwhile.
star-988-menu =
    Your caller and nine eight eight are talking. To go back, press 1, or just stay on. [pause]
    To leave them together, press 2. [pause]
    To go on without nine eight eight, press 3.

# After key 3 there: nobody may have spoken at nine eight eight.
star-988-gone = Nine eight eight is leaving. I'm taking you back.

# The same while nine eight eight is being rung; they go straight back.
star-988-rings = Nine eight eight is being rung. I'm taking you back.

# After key 3: a debrief is offered when the talk is over.
star-debrief-noted = It's noted. You can talk with a peer supervisor afterwards.

# The caller is being asked about it.
star-asking = I'm asking your caller. Please stay on.

# The caller agreed to nine eight eight, which is being rung; they go back together.
star-988-agreed = They agreed. I'm ringing nine eight eight, and you're together meanwhile.

# The supporter wanted to hand the caller over, who agreed, and nobody could be rung.
star-nobody = No other peer is free just now. I'm taking you back to your caller.

# The caller agreed to another peer, and phones ring; they go back together. They may leave as
# soon as somebody has taken over; then they are told.
star-handing = They agreed. I'm ringing other peers, and you're together until one is there.

# The caller pressed 2, or nothing: true of both. They go back together; nobody's fault.
star-declined = They didn't say yes, so nothing changes. I'm taking you back together.

# Somebody else has taken over the talk. $minutes as after a talk.
after-handing =
    Another peer has taken over. Thank you for being there. [pause]
    { $minutes ->
        [0] Take good care.
        [one] You have a minute to rest now.
       *[other] You have { $minutes } minutes to rest now.
    }

# They have left the caller with nine eight eight. $minutes as after a talk.
after-988 =
    Nine eight eight is with them. Thank you for being there. [pause]
    { $minutes ->
        [0] Take good care.
        [one] You have a minute to rest now.
       *[other] You have { $minutes } minutes to rest now.
    }

# After key 1, before the two meet: another peer has asked for it. Nothing is told of why.
offer-handed = Another peer is handing this call over to you.

# After key 1, when whoever would like to talk is a peer of this line, after a call of theirs.
offer-debrief = It's a peer of this line who would like to talk after a call.

# After a talk, after the words about rest. Silence is fine.
after-menu =
    If you're fine, press 1, or just hang up. [pause]
    For a longer break, press 2. [pause]
    To talk with a peer supervisor now, press 3. [pause]
    To flag this call, press 4.

# The same after a debrief, on a supervisor's phone.
after-menu-debrief =
    If you're fine, press 1, or just hang up. [pause]
    For a longer break, press 2. [pause]
    To talk with another peer supervisor now, press 3.

# After key 1, or silence.
after-fine = Thank you. Take good care.

# After key 2. $minutes is the rest before another call can come.
after-longer = Take your time. You have { $minutes } minutes to rest now.

# After key 3. They wait for a supervisor on this phone from now on. Right after it comes that one
# is looked for, or is not on.
after-debrief = It's good that you ask. Please stay on.

# After key 4: what a flag does, before it is done.
after-flag =
    A flag is for calls that hurt you. For a day, that number reaches no peer here; it still reaches
    crisis lines and other places. [pause]
    To flag this call, press 4. [pause]
    If not, just wait.

# No second 4.
after-no-flag = All right. Nothing is flagged.

# Said, and sent as a text, after a flag.
flag-noted =
    It's flagged. For a day, that number reaches no peer here. I'm sorry that happened, and thank
    you.

# The same when another supporter had flagged that number before.
flag-longer =
    It's flagged. For a week, that number reaches no peer here. I'm sorry that happened, and thank
    you.

# The same call was flagged before.
flag-already = This call is flagged already. Thank you.

# The flag is counted, but nothing can be blocked: many people share that number, or none was
# shown.
flag-open =
    I've noted a flag. Nothing could be blocked this time, as many people may share that number.
    I'm sorry that happened.

# No talk of theirs in the last two hours.
flag-late =
    I see no call of yours in the last two hours, so nothing is flagged. If you'd like to talk
    about it, you can ask for a peer supervisor.
