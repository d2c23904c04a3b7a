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

# From here on to the coordinator, when something is wrong: what it is, and what to do. They may
# show on a locked screen, so they name nothing, no caller, and no minute of a call. This one is
# what a coordinator or operator gets who tries out whether alarms arrive.
text-alarm-test = This is a test: alarms of the phone line reach you here.

# After text-nobody-on: somebody is on duty again, or the line has closed for now.
text-nobody-on-over =
    Somebody who can be rung is on duty again, or the line is closed for now. Thank you.

# By the plan nobody is on in the next two hours. $when is "this evening at eight", or the like.
text-gap-soon =
    Soon the line is open and no one is on. It begins { $when }. Please find someone.

# The same for the next twenty-four hours.
text-gap-ahead =
    The line will be open and no one is on. It begins { $when }. Please find someone.

# The plan has somebody again, after one of these two.
text-gap-over = The plan is complete again for now. Thank you.

# So many calls in a minute that they are most likely made by machines.
text-flood =
    Very many calls are coming in, most likely from machines. People still get in, with a wait.
    Please tell your phone provider.

# After text-flood.
text-flood-over = The very many calls have ended.

# The line calls itself at night to see whether everything works.
text-selftest =
    The test call that the line makes every night did not get through.
    Please tell whoever runs it.

# Programs that ring phones do not run.
text-workers = No phone can be rung: the workers of the line have stopped. Please start them again.

# After text-workers.
text-workers-over = The workers of the line run again.

# Programs that ring phones run, and do not keep up.
text-queue = Phones ring late: the workers do not keep up. Please look at the machine.

# After text-queue.
text-queue-over = The workers keep up again.

# The program that looks at deadlines does not run.
text-clock = The clock of the line has stopped: phones ring late. Please start it again.

# After text-clock.
text-clock-over = The clock of the line runs again.

# The telephone company refuses what we ask for.
text-provider =
    The phone provider refuses our calls. Please look at the account and its status page.

# After text-provider.
text-provider-over = The phone provider takes our calls again.

# Records of calls at the telephone company that it has not deleted.
text-deletions =
    For more than a day the phone provider has kept records that it should delete.
    Please look at the account and the log.

# After text-deletions.
text-deletions-over = The phone provider has now deleted all that it should.

# The program in which live calls are kept does not answer. Callers are told that something is not
# working.
text-store = The line is not working: its store (Redis) does not answer. Please look at it now.

# After text-store.
text-store-over = The store (Redis) of the line answers again.

# The database does not answer. Calls go on.
text-database = The database of the line does not answer. Calls go on for now. Please look at it.

# After text-database.
text-database-over = The database of the line answers again.

# To the coordinator, once: one number of somebody on the list cannot be rung; the others can.
# { $alias } is whose number it is.
text-number-refused =
    { $alias }'s number can't be rung: the phone company refuses it. Others are rung instead.
    Please correct the number.

# To a caller who asked for the number of a place: the number alone, in $digits as it is typed. No
# name, no word of this line; others may read it.
text-place = Here's the number you asked for: { $digits }.

# To the coordinator, in the daytime: a number that matters most is overdue, or a change of one
# waits for a second person.
text-directory =
    Something in the directory of numbers needs you soon. The list of what is due says what.

# To the coordinator, once a month: numbers of other places are to be looked at again.
text-directory-due =
    It's time to look at some numbers in the directory again. The list of what is due says which.

# The answer to a supporter's HELP. After it comes one sentence for each word.
text-help = These words work here.

# In the answer to HELP. It begins with the word itself.
text-help-help = HELP names these words.

# The answer to a supporter's text that begins with no word that we know.
text-unknown-word = I don't know that word. To see the words that work here, text HELP.

# In the answer to HELP. It begins with the word itself; what stands after it may be left out.
text-help-on = ON, ON 3H or ON 17:00 puts you on duty.

# In the answer to HELP. It begins with the word itself; what stands after it may be left out.
text-help-off = OFF, OFF 2H or OFF 17:00 takes you off.

# In the answer to HELP. It begins with the word itself; what stands after it may be left out.
text-help-break = BREAK or BREAK 30 gives you a break.

# In the answer to HELP. It begins with the word itself.
text-help-status = STATUS tells how things are.

# In the answer to HELP. It begins with the word itself.
text-help-next = NEXT names your next shift.

# To a supporter who asks to be on duty in their quiet hours, after duty-quiet.
text-on-anyway = To be on anyway, text ON ANYWAY.

# To a supporter, after a time that we don't understand, or that is too far off.
text-time-unclear =
    I'm not sure about that time, so nothing has changed. For instance, text OFF 2H or BREAK 30.

# To a supporter: what they have asked for may not have been kept.
text-not-now = That didn't work just now. Please text again in a minute.

# To somebody whom we don't know and who has texted the line. It says nothing of what the line is.
text-stranger =
    Nobody reads texts here. You're welcome to call this number. At any hour, you can call or text
    988.

# In the answer to HELP. It begins with the word itself.
text-help-debrief = DEBRIEF gets you a call with a peer supervisor.

# In the answer to HELP. It begins with the word itself.
text-help-crisis = CRISIS during a talk asks your caller whether 988 may join.

# To a supporter who would like to talk after a call; it may show on a locked screen.
text-debrief =
    I'm asking a peer supervisor now. When one is there, this number calls you. You can also call
    or text 988 at any hour.

# The same when no supervisor is on by the rota.
text-debrief-nobody =
    No peer supervisor is on right now. If one comes on in the next two hours, this number calls
    you. You can call or text 988 at any hour.

# Right after either of the two. $minutes is for how long they are left in peace.
text-debrief-rest = You can rest: for { $minutes } minutes no other call comes.

# To a supporter in a talk: nothing happens before the caller agrees.
text-crisis = I'm asking your caller whether 988 may join you.

# The same when no talk is going on, or 988 is in it already.
text-crisis-no-talk =
    I see no talk of yours that 988 could join right now. You can call or text 988 yourself at any
    hour.

# In the answer to HELP. It begins with the word itself.
text-help-flag = FLAG marks your last call as one that hurt.

# In the answer to HELP. It begins with the word itself.
text-help-unflag = UNFLAG takes that back.

# After flag-noted, in a text.
text-unflag = If that wasn't you, or you'd like to take it back, text UNFLAG.

# After UNFLAG.
text-unflagged = All right, that flag is taken back.

# To a supporter who has put the phone down after a hard call; it names nothing.
text-after-hard =
    Thank you for being there. To talk with a peer supervisor, text DEBRIEF. For a longer break,
    text BREAK.

# In the answer to HELP. It begins with the word itself; after it stands what is looked for.
text-help-res = RES and a word, such as RES VETERANS, finds other places to call.

# After RES and a word, to a supporter: one other place. $digits is what is called or texted, as it
# is typed.
text-res-place = { $name }: { $digits }.

# Right after, when there are more.
text-res-more = There are more; another word finds fewer.

# No place fits. 988 fits always.
text-res-none = I found no place with that word. At any hour, people can call or text 988.

# After RES alone.
text-res-how = After RES, add what you look for. For instance, text RES VETERANS.
