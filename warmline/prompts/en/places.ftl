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
