## Shifts: reminders, and swaps between supporters

# A text, the day before a shift. It may show on a locked screen. $when is "tomorrow at five".
text-shift-tomorrow =
    Magsisimula ang susunod na shift ninyo { $when } at magtatapos { $end }. Salamat sa inyo.

# A text, some minutes before a shift. ON is the word to text back.
text-shift-soon = Magsisimula ang shift ninyo { $when }. Kung naroon kayo, sumagot ng ON.

# A text to a backup: whose shift it is has not answered. No blame, no name.
text-shift-backup =
    Baka walang tao sa shift na magsisimula { $when }. Kung kaya ninyo hanggang matapos ito,
    { $end }, sumagot ng ON.

# To the coordinator: nobody has answered, neither whose shift it is nor a backup.
text-shift-alone =
    May magsisimulang shift at wala pang sumasagot. Tinanong na ang backup, kung mayroon.
    Pakitingnan kung sino ang naka-duty.

# After ON as the answer to one of these, and after key 1.
duty-confirmed = Salamat. Magsisimula ang shift ninyo { $when } at magtatapos { $end }.

# A call, minutes before a shift, when the text had no answer. Who hears it has pressed 1.
remind-question =
    Malapit nang magsimula ang shift ninyo. [pause]
    Kung naroon kayo, pindutin ang 1.

# After key 1.
remind-thanks = Salamat sa inyo.

# In the answer to HELP. SWAP stands first, as it is typed.
text-help-swap = SWAP: ipatanong sa iba kung kukunin nila ang susunod na shift ninyo.

# The same of TAKE, with the code that came in a text.
text-help-take = TAKE at ang code: kunin ang shift na inaalok.

# After SWAP. The shift stays theirs until somebody takes it.
swap-offered =
    Tinanong ko na ang iba tungkol sa shift ninyo na magsisimula { $when }. Sa inyo pa rin ito
    hangga't walang kumukuha.

# After SWAP, when nobody else could take the shift and still have their rest.
swap-nobody =
    Walang ibang makakakuha ng shift na magsisimula { $when } at makakapagpahinga pa, kaya sa inyo
    pa rin ito. Makakatulong ang coordinator.

# After SWAP, when there is no shift that could be meant.
swap-none = Wala akong nakitang shift ninyo sa mga darating na linggo na maipapalit.

# A text to the others: $alias would like somebody to take a shift. No reason is told.
text-swap-asked =
    Naghahanap si { $alias } ng kukuha ng shift. Magsisimula ito { $when } at magtatapos { $end }.
    Para kunin, sumagot ng TAKE { $code }.

# After TAKE: the shift is theirs now.
swap-taken = Salamat. Sa inyo na ang shift: magsisimula ito { $when } at magtatapos { $end }.

# A text to whose shift it was.
text-swap-done =
    Kinuha na ni { $alias } ang shift ninyo na magsisimula { $when }. Libre na kayo noon.

# After TAKE, when somebody else was first, or with a code that means nothing.
swap-gone = May kumuha na ng shift na iyon, o hindi na ito inaalok. Salamat.

# After TAKE, when they have a shift then, or would have too little rest, or it is in their quiet
# hours.
swap-no-rest =
    May shift kayong malapit doon, o humingi kayo ng katahimikan sa oras na iyon, kaya mananatili
    ito. Salamat.

# After SWAP with something else behind it than a day or a time.
text-swap-unclear =
    Hindi ko naintindihan kung aling shift iyon. SWAP lang para sa susunod ninyo. Puwede rin ang
    SWAP FRI o SWAP FRI 5 PM. Sa SWAP NO, sa inyo pa rin ang shift.

# After SWAP NO, or its key: nobody has taken the shift that they offered, and it isn't offered any
# more.
swap-kept = Sa inyo pa rin ang shift na magsisimula { $when }.

# The same when they offer no shift.
swap-none-kept = Wala kayong inaalok na shift. Ang sa inyo ay sa inyo pa rin.

# In the supporters' menu behind #.
duty-menu-shifts = Para magpalit ng shift, o magsanay, pindutin ang 7. [pause]

# After key 7.
shifts-menu =
    Para marinig ang mga shift na inaalok ng iba, pindutin ang 1. [pause]
    Para ialok sa iba ang susunod na shift ninyo, pindutin ang 2. [pause]

# The same, only while a shift of theirs is on offer.
shifts-menu-keep = Para manatili sa inyo ang shift na inaalok ninyo, pindutin ang 3. [pause]

# The last of the same.
shifts-menu-practice = Para sa practice call, pindutin ang 4.

# After key 1: nobody offers a shift that they could take.
shifts-none = Walang nag-aalok ng shift na makukuha ninyo at makakapagpahinga pa kayo.

# After key 1: one shift after the other. $alias is who offers it.
shifts-open = Nag-aalok si { $alias } ng shift. Magsisimula ito { $when } at magtatapos { $end }.

# After that.
shifts-open-keys =
    Para kunin ito, pindutin ang 1. [pause]
    Para marinig ang susunod, pindutin ang 2.

# After the last of them.
shifts-no-more = Iyon na ang huli.
