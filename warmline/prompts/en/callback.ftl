## Being called back

# After the choices while waiting, when there is a number that can be called back.
callback-offer = To be called back instead, press 2.

# The same outside the hours. The call comes once the line is open, and a peer is free.
closed-callback = To be called back by a peer once it's open, press 1.

# After that key. $last are the last two digits of the caller's number, one by one. Nobody else is
# told any of them. $then is what staying on means: wait or closed.
callback-ask =
    I can call you back at the number that ends in { $last }. [pause]
    If you'd like that, press 1. [pause]
    { $then ->
        [closed] If not, just stay on for the other choices.
       *[wait] If not, just stay on, and I'll keep looking.
    }

# The same key, but we see no number, or one that can't be called from here.
callback-no-number =
    I can't see a number that I could call, so I can't call you back. I'm sorry. [pause]
    You can stay on, or call again at any time. [pause]
    For other places to call, press 4.

# The same key, but the line isn't open long enough within the next twelve hours.
callback-not-in-time =
    The line isn't open soon enough for me to call you back. I'm sorry. [pause]
    You're welcome to call again once it's open. [pause]
    For other places to call, press 4.

# After yes, when very many calls back are promised already. Back to where they were.
callback-too-many =
    Very many calls back are promised already, so I can't promise it now. I'm sorry. [pause]
    You're welcome to stay on, or to call again at any time.

# After yes. The essential first: many hang up now. It may take hours: no promise of a time,
# and none that somebody will be free.
callback-promised =
    All right. I'll call you once a peer is free, and you can hang up now. [pause]
    It may take a few hours, and I can't be sure a peer will be free.

# Right after, for who stays on: what will happen, in order. Anybody may pick up that phone, so the
# call begins with nothing that tells.
callback-how =
    I'll ask a peer first, while the line is open. [pause]
    When you pick up, you'll hear: this is the call you asked for. [pause]
    I won't say who is calling before somebody agrees by pressing a key.

# Right after. Every fact must stay: two tries, no message, the number kept locked until the caller
# is reached, twelve hours at most.
callback-forgotten =
    I'll try twice, and I never leave a message. [pause]
    Your number stays locked away, and it's gone once I reach you, or after twelve hours.

# Right after. The caller may hang up. $then is wait while the line is open, or closed. The last
# sentence names nine eight eight.
callback-goodbye =
    You can hang up, or call again at any time. [pause]
    { $then ->
        [closed] {""}
       *[wait] To look for a peer now after all, press 0. [pause]
    } For other places to call, press 4. [pause]
    At any hour, you can call or text nine eight eight.

# To somebody who has been promised a call back and is still on the phone, instead of offering it.
callback-standing = You asked me to call you back, and that still stands.

# The end of this call. The last sentence names nine eight eight.
callback-last =
    Thank you for calling. I'll call you back once a peer is free. [pause]
    At any hour, you can call or text nine eight eight.

# The first words when the phone is picked up. Anybody may hear it, or a voicemail: it must not tell
# who is calling, or why.
callback-opening =
    This is the call you asked for. [pause]
    To be connected, press 1.

# The same once more, after a moment without a key. It must reveal nothing either.
callback-opening-again = To be connected, press 1.

# After key 1, before it is said which peer is here. Now the line may be named.
callback-line = This is the peer line, calling you back as you asked.

# After key 1, when the peer's phone has left meanwhile. The first place in line is the caller's.
callback-peer-left =
    The peer who was here has just left, and I'm sorry. [pause]
    I'm looking for a peer for you now. You're first in line.
