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
