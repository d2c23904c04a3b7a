## Other places to call

# Before the other places, for peer workers, and for whoever calls outside the hours.
places-intro = Here are other places you can call. I'll say each number twice.

# Before the other places, for callers who do other work. They are welcome; nobody is turned away.
places-public-intro =
    I'm glad you called. This line is for people who do peer work, and there are lines for you
    too. [pause]
    I'll say each number twice.

# One place. $number comes as single digits. $whom is one of the sentences below. $hours is always,
# open, closed (then $when says when it opens), unknown, or check: nobody has made sure of it for
# too long. Whoever calls at night learns whether somebody may answer.
place-line =
    { $name }. { $whom } [pause]
    { $hours ->
        [always] It's open at every hour.
        [open] It's open right now.
        [closed] It's closed right now, and opens { $when }.
        [check] I'm not sure this is still right, so please check when you call.
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
    { $then ->
        [talk] To go back to your peer, press 0.
        [wait] To go on waiting for a peer, press 0.
        [closed] To hear when the peer line opens, press 0.
       *[peer] To talk with a peer, press 0.
    } [pause]
    For nine eight eight, press 9.

# After each later place: shorter, the other keys go on working.
place-next = For the next place, press 1, or just stay on.

# After a place that can be rung from here.
place-connect = To be connected from here, press 3.

# After the first place of a list.
place-slow = To hear the number slowly, press 5.

# After the first place of a list, when we see a number. Nobody can tell if it takes texts.
place-text-me = For the number as a text, if this phone can get texts, press 6.

# After key 5. $number comes as single digits with pauses between them, so that it can be written.
place-slowly =
    Slowly: [pause] { $number }. [long pause]
    Once more: [pause] { $number }.

# A place that is reached by text. $word is what to send, $number where, as single digits.
place-by-text =
    You can text { $name }. [pause]
    Send the word { $word } to { $number }. [pause]
    Again, the word { $word } to { $number }.

# The same where any words will do.
place-by-text-any =
    You can text { $name }. [pause]
    The number for texts is { $number }. [pause]
    Again, { $number }.

# After a crisis line or a place to text of which nobody has made sure for too long.
place-check = I'm not sure this is still right, so please check when you call.

# After key 6. One text comes, with the number and nothing else: no name, and no word of this line.
place-text-coming = One text is on its way, with just the number in it. I don't keep yours.

# The same, when they have been promised a call back: then their own number is kept for that.
place-text-while-promised = One text is on its way, with just the number in it.

# After key 6, a second time for the same place.
place-text-already = I've sent you that one. If it doesn't come, I can say it slowly.

# After key 6, when three numbers were sent in this call.
place-text-enough = I've sent you three numbers, and that's all I can send. I can say it slowly.

# After key 6, when very many texts have left this line within the hour.
place-text-later = I can't send texts just now, and I'm sorry. I can say it slowly.

# After key 6, when the caller's number is withheld.
place-text-no-number = I can't see a number for your phone, so I can't text it. I can say it slowly.

# After key 3, when the place cannot be rung from here.
place-no-connect = I can't connect you to that one from here. You can hang up and reach it yourself.

# After key 3, before anything happens. All facts must stay.
connect-place =
    I can connect you to { $name }. [pause]
    It isn't part of this line. It will see our number, not yours.

# Of a crisis line, before it is rung from here. $police is what the line itself says: no, may, or
# unknown. Be exact.
connect-police =
    { $police ->
        [no] They tell us they don't send police unless you agree.
        [may] They may send help, and that can include police, if they believe a life is at risk.
       *[unknown] We don't know if they ever send police. You can ask them first.
    }

# Then, for somebody who waits for a peer.
connect-keeps-place = I'll stop ringing peers while you talk there. Your place here is kept.

# Then, for somebody whose peer waits for them in a talk.
connect-ends-talk = That ends your talk here, and your peer will not wait.

# Then. Nothing happens without the key.
connect-keys =
    To go ahead, press 1. [pause]
    To go back to the list, press star, or just stay on.

# The place is being rung.
connecting-place = I'm putting you through now. If nobody answers, I'm still here.

# The talk with the place has ended, and the caller is still here. Choices follow.
place-ended = You're back on the peer line. Take your time.

# The place did not answer. Choices follow.
place-no-answer = Nobody answered there just now, and I'm still here.

# What there is after a call to another place. $then is as above.
place-over =
    { $then ->
        [wait] To go on waiting for a peer, press 1, or just stay on.
       *[peer] To talk with a peer, press 1, or just stay on.
    } [pause]
    For other places to call, press 4. [pause]
    For nine eight eight, press 9.

# The same outside the hours: no peer is there.
place-over-closed =
    For other places to call, press 4, or just stay on. [pause]
    For nine eight eight, press 9.

# After the last place. $then as above, or promised (the caller is to be called back).
places-end =
    Those are the places I know of. [pause]
    To hear them again, press star. [pause]
    { $then ->
        [talk] To go back to your peer, press 0, or just stay on.
        [wait] To go on waiting for a peer, press 0, or just stay on.
        [promised] To talk with a peer, press 0.
        [blocked] To hear when peers are there for you again, press 0.
        [closed] To hear when the peer line opens, press 0.
       *[peer] To talk with a peer, press 0, or just stay on.
    } [pause]
    For nine eight eight, press 9.

# No place is open, or none is known. Never a dead end: nine eight eight is always open.
places-none =
    I don't know of another place that's open right now, and I'm sorry. [pause]
    Nine eight eight is open at every hour. For nine eight eight, press 9.
