## A supporter's own word about their duty: as a text, or behind key # of the main menu

# The answer to what is true of a supporter now; sent as a text, or said. It may show on a locked
# screen. $when is "this evening at eight", or the like.
duty-free = Naka-duty kayo hanggang { $when }, at maaari kayong tawagan.

# The same for somebody who is rung when the others can't pick up.
duty-free-backup = Naka-duty kayo bilang backup hanggang { $when }, at maaari kayong tawagan.

# The same, and right after it comes why no call comes.
duty-on-but = Naka-duty kayo hanggang { $when }, at walang tatawag sa ngayon.

# The same for somebody who is not on duty.
duty-off = Hindi kayo naka-duty.

# The same for somebody who has said so, or has just said so.
duty-off-until = Naka-off kayo hanggang { $when }. Ayos lang iyon.

# After they have asked for a break.
duty-break-until = Nakapahinga kayo hanggang { $when }. Namnamin ninyo ito.

# Hours of the day at which they have asked not to be rung, on duty or not.
duty-quiet = Mga tahimik na oras ninyo ito, hanggang { $when }: walang tatawag.

# They rest after a call.
duty-resting = Makapagpapahinga kayo hanggang { $when }.

# Between two shifts there are some hours of rest.
duty-between-shifts = Pagkatapos ng huling shift ninyo, makapagpapahinga kayo hanggang { $when }.

# Their phone is taken up by a call.
duty-busy = May kausap kayo, o tumutunog ang telepono ninyo.

# They are trying out how a call goes, with nobody real in it.
duty-practising = Nasa practice call kayo.

# They have taken as many calls, or talked as long, as they are to in a shift.
duty-enough-shift = Sapat na ang dinala ninyo sa shift na ito. Salamat.

# The same for a day.
duty-enough-day = Sapat na ang dinala ninyo ngayong araw. Salamat.

# The same for a week.
duty-enough-week = Sapat na ang dinala ninyo ngayong linggo. Salamat.

# The coordinator has set that they are not rung.
duty-paused = Ipinahinto muna ng coordinator ninyo ang mga tawag sa inyo.

# The phone company doesn't ring their number.
duty-refused =
    Hindi tinatawagan ng kompanya ng telepono ang number ninyo. Pakisabi sa coordinator ninyo.

# They have not said yet that their number may be rung.
duty-unconfirmed = Hindi pa nakumpirma ang number ninyo, kaya walang tatawag.

# What they have carried in this shift: $calls of at most $most calls, $minutes of $within minutes
# of talk.
duty-carried = Sa shift na ito: { $calls } sa { $most } tawag, { $minutes } sa { $within } minuto.

# $when and $end are times like "tomorrow at eight in the morning".
duty-next = Magsisimula ang susunod na shift ninyo { $when } at magtatapos { $end }.

# The same for a shift in which they are rung when the others can't pick up.
duty-next-backup =
    Magsisimula ang susunod na shift ninyo, bilang backup, { $when } at magtatapos { $end }.

# They have no shift in the plan.
duty-next-none = Walang nakaplanong shift para sa inyo sa susunod na linggo.

# The same while a shift of theirs runs, and perhaps a break in it.
duty-next-runs = Tumatakbo pa ang shift ninyo. Wala nang ibang nakaplano sa darating na linggo.

# Behind key # of the main menu, from a phone that isn't a supporter's own. Callers may come here
# by accident: they are led back. The number is one that supporters have been given.
duty-number =
    Para sa mga sumasagot ng tawag dito ang bahaging ito. [pause]
    Kung kayo iyon, ilagay ang number ninyo, apat na digit. [pause]
    Para bumalik, pindutin ang star.

# The same from a supporter's own phone.
duty-pin =
    Para sa mga sumasagot ng tawag dito ang bahaging ito. [pause]
    Kung kayo iyon, ilagay ang PIN ninyo, anim na digit. [pause]
    Para bumalik, pindutin ang star.

# After the number. The same words whether somebody has that number or not.
duty-now-pin = Salamat. Ngayon ang PIN ninyo, anim na digit.

# After a number and a PIN that don't belong together, or too few digits. It doesn't tell which.
duty-not-matched =
    Hindi tumugma, at ayos lang iyon. Subukan po ulit. [pause]
    Para bumalik, pindutin ang star.

# After several tries that didn't match. $minutes is how long it stays closed.
duty-later =
    Hayaan muna natin ito. Masusubukan ulit ito pagkalipas ng { $minutes ->
        [1] isang minuto
       *[other] { $minutes } minuto
    }. [pause]
    Gumagana anumang oras ang text mula sa sarili ninyong telepono.

# Back to the main menu, for whoever came here by accident or has changed their mind.
duty-back = Sige, balik tayo sa simula.

# They were signed in, and it is too long ago.
duty-once-more = Matagal-tagal na, kaya tatanungin ko kayo ulit.

# Right after the PIN.
duty-hello = Kumusta, { $alias }.

# In the supporters' menu.
duty-menu-on = Para mag-duty, pindutin ang 1. [pause]

# In the supporters' menu.
duty-menu-off = Para mag-off, pindutin ang 2. [pause]

# In the supporters' menu.
duty-menu-break = Para magpahinga sandali, pindutin ang 3. [pause]

# In the supporters' menu.
duty-menu-next = Para sa susunod na shift ninyo, pindutin ang 4. [pause]

# In the supporters' menu behind #: a debrief after a call.
duty-menu-debrief = Para makausap ang isang superbisor, pindutin ang 5.

# In the supporters' menu.
duty-menu-pin = Para palitan ang PIN ninyo, pindutin ang 6. [pause]

# After key 2.
duty-how-long-off =
    Para mag-off hanggang matapos ang shift ninyo, pindutin ang 1. [pause]
    Para mag-off nang dalawang oras, pindutin ang 2.

# After key 3.
duty-how-long-break =
    Para sa labinlimang minuto, pindutin ang 1. [pause]
    Para sa kalahating oras, pindutin ang 2. [pause]
    Para sa isang oras, pindutin ang 3.

# After duty-quiet, when they have asked to be on duty.
duty-on-anyway =
    Para mag-duty pa rin, pindutin ang 1. [pause]
    Para iwan ito nang ganito, pindutin ang 2.

# After key 6.
duty-new-pin =
    Ilagay ang bagong PIN, anim na digit. [pause]
    Para iwan ito nang ganito, pindutin ang star.

# After the new PIN.
duty-new-pin-again = Salamat. Pakilagay ulit.

# A new PIN such as 123456.
duty-pin-weak = Baka mahulaan iyan ng iba. Pumili po kayo ng iba.

# The second time it was not the same.
duty-pin-differs = Hindi magkapareho ang dalawang iyon. Magsimula tayo ulit.

# After both times it was the same.
duty-pin-kept = Nakatakda na ang bagong PIN ninyo.

# No key was pressed for a while. The last sentence names nine eight eight.
duty-goodbye =
    Ibababa ko na ito. Ingat po kayo. [pause]
    Anumang oras, maaari kayong tumawag o mag-text sa nine eight eight.
