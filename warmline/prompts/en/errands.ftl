## Calls to a supporter about themselves: a question, a code, practice

# Whoever picks up hears this, perhaps a child or a voicemail: the name $alias, and nothing else.
errand-hello =
    A call for { $alias }. [pause]
    If that's you, press 1.

# The call is over, or was for another phone. It names nothing.
errand-gone = This call has ended. Thank you.

# Only who has pressed 1 hears it: whether $alias would like this phone to be rung. $line is the
# line's name.
confirm-question =
    This is { $line }. Here you'd be called { $alias }. [pause]
    If this is your own phone, and you'd like it to ring when a peer calls, press 1. [pause]
    If not, press 2.

# After key 1.
confirm-thanks =
    Thank you. From now on this phone can ring for you. You can go off duty at any time.

# After key 2. No blame, and no reason is asked for.
confirm-declined = That's all right. This phone won't be rung. Thank you.

# The code for a supporter's own page, asked for by them. $code comes as single digits, and is
# said twice.
code-is = Your code is: { $code }. [long pause] Once more: { $code }.

# Right after, at the end of the call.
code-goodbye = It works for ten minutes, and nobody of ours will ever ask you for it. Goodbye.

# The beginning of a practice call that $alias has asked for. It sounds like an offer, and says
# what it is: nobody waits. A child or a voicemail may hear it.
practice-offer =
    A practice call for { $alias }. [pause]
    To take it, press 1. [pause]
    To pass, press 2. [pause]
    To pass and be off for now, press 0.

# No key came. A voicemail may hear it: it reveals nothing.
practice-missed = Without a key, nobody is ever connected. To try once more, press 1.

# After key 2.
practice-passed =
    That passes a call on: another peer is rung, and nobody asks you why. [pause]
    To take this one, press 1.

# After key 0. In practice it changes nothing.
practice-off =
    That passes a call on and sets you off duty for this shift. Now it changed nothing. [pause]
    To take this one, press 1.

# After key 1: from here another voice plays a caller.
practice-talk =
    You're connected. Nobody is really here: this is the voice of the line. A caller might begin
    like this.

# Another voice, as a caller who is tired. A peer worker, in plain words.
practice-caller =
    Hi. I do peer support, too, and it's been a long week. [pause] I don't want to take it home
    with me. Could you just listen for a bit?

# The line's own voice again. Silence opens the menu, too.
practice-star = In a talk, star opens a short menu that only you hear. To open it, press star.

# The menu of a supporter during a talk, for practice: each key only tells what it would do.
practice-star-menu =
    To go back to the caller, press 1. [pause]
    To hand the caller to another peer, press 2. [pause]
    To bring in nine eight eight, press 9. [pause]
    To ask for a debrief afterwards, press 3.

# After key 2 there. Which keys work then is said anew by the menu, if nothing is pressed.
practice-hand =
    The caller would be asked first, and would keep the first place in line while I ring another
    peer. To go back to the caller, press 1.

# After key 9 there. Nothing is dialed.
practice-bring =
    The caller would be asked first, and only with their own key would nine eight eight join you
    both. Now nobody was called. To go back to the caller, press 1.

# After key 3 there.
practice-ask =
    After the talk, a peer supervisor would be rung for you. What you say there is kept nowhere.
    To go back to the caller, press 1.

# The other voice once more, before it hangs up.
practice-caller-again = Thank you for being there. That helped. Take care.

# The caller has hung up. The keys after a talk, for practice.
practice-over =
    The caller has left. Afterwards there's a rest before another call can come. [pause]
    If you're fine, press 1. [pause]
    For a longer break, press 2. [pause]
    For a debrief, press 3. [pause]
    To flag the call, press 4.

# The same keys once more.
practice-after =
    If you're fine, press 1. [pause]
    For a longer break, press 2. [pause]
    For a debrief, press 3. [pause]
    To flag the call, press 4.

# After key 2 there.
practice-longer =
    That gives you a longer rest before your phone rings again, and nobody asks why. To finish,
    press 1.

# After key 3 there.
practice-debrief = That rings a peer supervisor for you, right away. To finish, press 1.

# After key 4 there.
practice-flag =
    That's for calls that hurt or frighten. That number then reaches no peer for a day, and nobody
    learns whose it is. To finish, press 1.

# After key 1 there, or silence.
practice-fine = Good. Then your rest begins, and your phone stays quiet for it.

# The last words of a practice call.
practice-goodbye =
    That was practice: nothing of it is counted or kept. [pause]
    Thank you, { $alias }. And when it's you who could use someone, this line is for you, too. At
    any hour, you can call or text nine eight eight.

# Somebody is calling for whom nobody else's phone rings: practice ends early, and the call is over.
practice-stops =
    A peer is calling just now, so practice ends here. [pause]
    Your phone may ring for it in a moment. Thank you.

## Texts to a supporter about themselves (read, not heard)

# The code for a supporter's own page, asked for on that page. It may show on a locked screen and
# names nothing.
text-code =
    Your code is { $code }. It works for ten minutes. Nobody will ever ask you for it. If you
    didn't ask for a code, you can leave this be.

# To a new supporter, or one with a new number, before it is ever rung. $alias is the name that
# callers would hear, $line the line's name, $code six digits.
text-confirm =
    { $line }: you'd be { $alias } here. If this is your own phone, and you'd like it to ring when
    a peer calls, text back: CONFIRM { $code }. If not, you can leave this be.

# The answer to CONFIRM with the right code.
text-confirmed = Thank you. From now on this phone can ring for you.

# The answer to CONFIRM with another code, an old one most likely.
text-confirm-other = That code doesn't fit. Your coordinator can send you a new one.

# In the answer to HELP. It begins with the word itself.
text-help-confirm = CONFIRM with the code that you were sent lets this phone ring.

# To supporters who are off duty and rested, asked for by a coordinator because several callers
# wait. A question, no order. It may show on a locked screen and names nothing.
text-surge =
    Several peers are calling just now. If you can, and only then, reply ON. If not, that's fine,
    and nobody asks why.

# The answer to PRACTICE.
text-practice = Your phone rings in a moment for practice, unless you're on a call.

# The answer to PRACTICE after very many of them.
text-practice-enough = That was a lot of practice. Please try again in an hour.

# In the answer to HELP. It begins with the word itself.
text-help-practice = PRACTICE rings your phone for a call without anybody in it.
