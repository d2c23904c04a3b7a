## When something isn't working

# The number that was dialed belongs to no line. The last sentence names nine eight eight.
line-unknown =
    I'm sorry. This number isn't set up yet, so I can't find you a peer from here. [pause]
    If you'd like to talk with someone now, you can call or text nine eight eight.

# The first words of a fault: most are over in a second or two, and then the caller goes on.
trouble-moment = One moment, please.

# The fault lasts. A fault on our side while the caller is on. Honest, and a next step at once.
trouble =
    Something isn't working on our side, and I'm sorry. [pause]
    If you stay on, I'll keep trying. [pause]
    You can also hang up, and call or text nine eight eight.

# A fault that we cannot mend within this call. The last sentence names nine eight eight.
trouble-goodbye =
    I'm sorry. Something isn't working on our side, and I can't find you a peer right now. [pause]
    Please try again in a few minutes. You can call or text nine eight eight at any hour.

# The whole line is down. These five are heard from a document on another host: nobody listens for
# keys there, so none is named. First the fault, and nine eight eight at once.
fallback-trouble =
    I'm sorry. The peer line isn't working right now. [pause]
    You can call or text nine eight eight at any hour.

# Only where somebody takes calls while all is down: then it rings, for half a minute at most. It
# may be anybody: promise no peer. The next ones follow if nobody answers, and after a talk.
fallback-ringing =
    I'm ringing someone who can help you find your way.

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
