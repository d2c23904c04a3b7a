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

# The line was closed by hand while the caller waited. Say it honestly; choices follow.
waiting-shut =
    The line has had to close for now, so I can't ring anybody. I'm sorry. [pause]
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

# Back from another menu. The place in line was kept. What is happening now is said next.
waiting-back = You're back, and your place was kept.

# A fault was mended and the wait goes on. No talk of machines.
waiting-line-moved = I'm still here, and I'm looking for a peer for you.

# To a supporter who waits for a peer supervisor after a call of theirs.
debrief-ringing = I'm looking for a peer supervisor now. You don't have to do anything.

# The same when none is on by their rota.
debrief-nobody-on =
    No peer supervisor is on just now, and I'm sorry about that. [pause]
    You still have choices.
