## Shifts: reminders, and swaps between supporters

# A text, the day before a shift. It may show on a locked screen. $when is "tomorrow at five".
text-shift-tomorrow = Your next shift begins { $when } and ends { $end }. Thank you for being there.

# A text, some minutes before a shift. ON is the word to text back.
text-shift-soon = Your shift begins { $when }. If you'll be there, reply ON.

# A text to a backup: whose shift it is has not answered. No blame, no name.
text-shift-backup =
    No one may be there for the shift that begins { $when }. If you can be on till it ends,
    { $end }, reply ON.

# To the coordinator: nobody has answered, neither whose shift it is nor a backup.
text-shift-alone =
    A shift begins and no one has said yes to it. A backup was asked, if there is one. Please look
    who is on.

# After ON as the answer to one of these, and after key 1.
duty-confirmed = Thank you. You're on { $when }, and the shift ends { $end }.

# A call, minutes before a shift, when the text had no answer. Who hears it has pressed 1.
remind-question =
    Your shift begins soon. [pause]
    If you'll be there, press 1.

# After key 1.
remind-thanks = Thank you for being there.

# In the answer to HELP. SWAP stands first, as it is typed.
text-help-swap = SWAP asks the others to take your next shift.

# The same of TAKE, with the code that came in a text.
text-help-take = TAKE and a code gives you a shift that is offered.

# After SWAP. The shift stays theirs until somebody takes it.
swap-offered =
    I've asked the others about your shift. It begins { $when }. It stays yours till one of them
    takes it.

# After SWAP, when nobody else could take the shift and still have their rest.
swap-nobody =
    Nobody else could take the shift that begins { $when } and still rest, so it stays yours. Your
    coordinator may help.

# After SWAP, when there is no shift that could be meant.
swap-none = I found no shift of yours in the coming weeks that could be swapped.

# A text to the others: $alias would like somebody to take a shift. No reason is told.
text-swap-asked =
    { $alias } would like someone to take a shift. It begins { $when } and ends { $end }. To take
    it, reply TAKE { $code }.

# After TAKE: the shift is theirs now.
swap-taken = Thank you. The shift is yours: it begins { $when } and ends { $end }.

# A text to whose shift it was.
text-swap-done = { $alias } has taken your shift that begins { $when }. You're free then.

# After TAKE, when somebody else was first, or with a code that means nothing.
swap-gone = That shift has been taken already, or isn't offered any more. Thank you.

# After TAKE, when they have a shift then, or would have too little rest, or it is in their quiet
# hours.
swap-no-rest =
    You have a shift close to that one, or asked for quiet then, so it stays where it is. Thank
    you.

# After SWAP with something else behind it than a day or a time.
text-swap-unclear =
    I didn't understand which shift that is. SWAP alone is your next one. SWAP FRI or SWAP FRI 5 PM
    works, too. SWAP NO keeps your shift.

# After SWAP NO, or its key: nobody has taken the shift that they offered, and it isn't offered any
# more.
swap-kept = It stays yours: the shift that begins { $when }.

# The same when they offer no shift.
swap-none-kept = You have no shift on offer. What is yours stays yours.

# In the supporters' menu behind #.
duty-menu-shifts = To change a shift, or to practice, press 7. [pause]

# After key 7.
shifts-menu =
    To hear which shifts others offer, press 1. [pause]
    To offer your next shift to the others, press 2. [pause]

# The same, only while a shift of theirs is on offer.
shifts-menu-keep = To keep the shift that you offer, press 3. [pause]

# The last of the same.
shifts-menu-practice = For a practice call, press 4.

# After key 1: nobody offers a shift that they could take.
shifts-none = Nobody offers a shift that you could take and still rest.

# After key 1: one shift after the other. $alias is who offers it.
shifts-open = { $alias } offers a shift. It begins { $when }. It ends { $end }.

# After that.
shifts-open-keys =
    To take it, press 1. [pause]
    To hear the next one, press 2.

# After the last of them.
shifts-no-more = That was the last one.
