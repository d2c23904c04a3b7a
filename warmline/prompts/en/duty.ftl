## A supporter's own word about their duty: as a text, or behind key # of the main menu

# The answer to what is true of a supporter now; sent as a text, or said. It may show on a locked
# screen. $when is "this evening at eight", or the like.
duty-free = You're on, and calls can reach you. That ends { $when }.

# The same for somebody who is rung when the others can't pick up.
duty-free-backup = You're on as a backup, and calls can reach you. That ends { $when }.

# The same, and right after it comes why no call comes.
duty-on-but = You're on, and that ends { $when }. For now, no call comes.

# The same for somebody who is not on duty.
duty-off = You're off duty.

# The same for somebody who has said so, or has just said so.
duty-off-until = You're off, and that's fine. It ends { $when }.

# After they have asked for a break.
duty-break-until = You're on a break that ends { $when }. Enjoy it.

# Hours of the day at which they have asked not to be rung, on duty or not.
duty-quiet = It's your quiet hours, and no call comes. They end { $when }.

# They rest after a call.
duty-resting = You can rest now. That ends { $when }.

# Between two shifts there are some hours of rest.
duty-between-shifts = You rest between shifts. That ends { $when }.

# Their phone is taken up by a call.
duty-busy = You're on a call, or your phone is ringing.

# They are trying out how a call goes, with nobody real in it.
duty-practising = You're in a practice call.

# They have taken as many calls, or talked as long, as they are to in a shift.
duty-enough-shift = You've carried enough in this shift. Thank you.

# The same for a day.
duty-enough-day = You've carried enough for today. Thank you.

# The same for a week.
duty-enough-week = You've carried enough for this week. Thank you.

# The coordinator has set that they are not rung.
duty-paused = Your coordinator has paused your calls for now.

# The phone company doesn't ring their number.
duty-refused = The phone company doesn't ring your number. Please tell your coordinator.

# They have not said yet that their number may be rung.
duty-unconfirmed = Your number isn't confirmed yet, so no call comes.

# What they have carried in this shift: $calls of at most $most calls, $minutes of $within minutes
# of talk.
duty-carried = In this shift: { $calls } of { $most } calls, { $minutes } of { $within } minutes.

# $when and $end are times like "tomorrow at eight in the morning".
duty-next = Your next shift begins { $when }. It ends { $end }.

# The same for a shift in which they are rung when the others can't pick up.
duty-next-backup = Your next shift is as a backup. It begins { $when }. It ends { $end }.

# They have no shift in the plan.
duty-next-none = No shift is planned for you in the coming week.

# The same while a shift of theirs runs, and perhaps a break in it.
duty-next-runs = Your shift is running now. No other one is planned in the coming week.

# Behind key # of the main menu, from a phone that isn't a supporter's own. Callers may come here
# by accident: they are led back. The number is one that supporters have been given.
duty-number =
    This part is for those who answer calls here. [pause]
    If that's you, please enter your number, four digits. [pause]
    To go back, press star.

# The same from a supporter's own phone.
duty-pin =
    This part is for those who answer calls here. [pause]
    If that's you, please enter your PIN, six digits. [pause]
    To go back, press star.

# After the number. The same words whether somebody has that number or not.
duty-now-pin = Thank you. Now your PIN, six digits.

# After a number and a PIN that don't belong together, or too few digits. It doesn't tell which.
duty-not-matched =
    That didn't match, and that's all right. Please try once more. [pause]
    To go back, press star.

# After several tries that didn't match. $minutes is how long it stays closed.
duty-later =
    Let's leave this for now. It can be tried again in { $minutes ->
        [one] a minute
       *[other] { $minutes } minutes
    }. [pause]
    A text from your own phone works at any time.

# Back to the main menu, for whoever came here by accident or has changed their mind.
duty-back = All right, back to the beginning.

# They were signed in, and it is too long ago.
duty-once-more = It's been a while, so I'll ask you once more.

# Right after the PIN.
duty-hello = Hello, { $alias }.

# In the supporters' menu.
duty-menu-on = To be on duty, press 1. [pause]

# In the supporters' menu.
duty-menu-off = To be off duty, press 2. [pause]

# In the supporters' menu.
duty-menu-break = For a break, press 3. [pause]

# In the supporters' menu.
duty-menu-next = For your next shift, press 4. [pause]

# In the supporters' menu behind #: a debrief after a call.
duty-menu-debrief = To talk with a peer supervisor, press 5.

# In the supporters' menu.
duty-menu-pin = To change your PIN, press 6. [pause]

# After key 2.
duty-how-long-off =
    To be off until your shift ends, press 1. [pause]
    To be off for two hours, press 2.

# After key 3.
duty-how-long-break =
    For fifteen minutes, press 1. [pause]
    For half an hour, press 2. [pause]
    For an hour, press 3.

# After duty-quiet, when they have asked to be on duty.
duty-on-anyway =
    To be on duty anyway, press 1. [pause]
    To leave it as it is, press 2.

# After key 6.
duty-new-pin =
    Please enter a new PIN, six digits. [pause]
    To leave it as it is, press star.

# After the new PIN.
duty-new-pin-again = Thank you. Please enter it once more.

# A new PIN such as 123456.
duty-pin-weak = Others could guess that one. Please choose another.

# The second time it was not the same.
duty-pin-differs = Those two weren't the same. Let's begin again.

# After both times it was the same.
duty-pin-kept = Your new PIN is set.

# No key was pressed for a while. The last sentence names nine eight eight.
duty-goodbye =
    I'll hang up now. Take good care. [pause]
    At any hour, you can call or text nine eight eight.
