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

# A crisis line that is a branch of nine eight eight: dial $number, then press $branch there.
crisis-line-branch =
    { $name }. [pause]
    Dial { $number }, and when they answer, key { $branch }. [pause]
    Again, { $number }, and then { $branch }.

# After the first crisis line.
crisis-next-first =
    For the next line, press 2, or just stay on. [pause]
    For nine eight eight from here, press 1. [pause]
    To go back to where you were, press star.

# After each later crisis line: shorter, the other keys go on working.
crisis-next = For the next line, press 2, or just stay on.

# After the last crisis line, where the directory has it confirmed.
crisis-by-text = You can also text nine eight eight.

# The same in a language that has its own word for it. $word is what to send.
crisis-by-text-word = You can also text the word { $word } to nine eight eight.

# Then. A relay operator speaks for somebody who is deaf, or for whom speaking is hard; nobody here
# sees or asks who calls that way.
crisis-by-relay = With a relay service, seven one one reaches us, and nine eight eight too.

# Then, where the directory has it confirmed.
crisis-by-videophone = On a videophone, nine eight eight can also talk with you in A S L.

# After the last crisis line.
crisis-lines-end =
    Those are the crisis lines I know of. [pause]
    To be connected to nine eight eight from here, press 1. [pause]
    To hear these lines again, press 2. [pause]
    To go back to where you were, press star.
