## Texts to supporters (read, not heard; they may show on a locked screen and name nothing)

# Two offers in a row had no key. Kind, no blame: a phone may have been out of reach.
text-off-after-misses =
    Kumusta. May dalawang magkasunod na tawag na hindi kayo naabutan, kaya wala muna kayong
    matatanggap. Ayos lang iyon. Babalik ito sa susunod ninyong shift. Salamat at nandiyan kayo.

# To the coordinator, by the plan and not because somebody called: nobody is on who can be rung.
text-nobody-on = Bukas na at walang naka-duty na puwedeng tawagan.

# To the coordinator, at the next quarter of an hour: everybody was rung in vain. No blame.
text-nobody-answered =
    Kanina, tinawagan ang lahat ng naka-duty at walang nakasagot. Baka kailangan ng isa pa.

# From here on to the coordinator, when something is wrong: what it is, and what to do. They may
# show on a locked screen, so they name nothing, no caller, and no minute of a call. This one is
# what a coordinator or operator gets who tries out whether alarms arrive.
text-alarm-test = Pagsubok ito: dito ninyo matatanggap ang mga alarma ng linya ng telepono.

# After text-nobody-on: somebody is on duty again, or the line has closed for now.
text-nobody-on-over =
    May naka-duty na ulit na puwedeng tawagan, o sarado muna ang linya. Salamat.

# By the plan nobody is on in the next two hours. $when is "this evening at eight", or the like.
text-gap-soon =
    Malapit nang bukas ang linya nang walang naka-duty. Magsisimula iyon { $when }. Pakihanap ng
    puwede.

# The same for the next twenty-four hours.
text-gap-ahead =
    Bukas ang linya at walang naka-duty. Magsisimula iyon { $when }. Pakihanap ng puwede.

# The plan has somebody again, after one of these two.
text-gap-over = Kumpleto na ulit ang plano sa ngayon. Salamat.

# So many calls in a minute that they are most likely made by machines.
text-flood =
    Napakaraming tawag ang pumapasok, malamang galing sa mga makina. Nakakapasok pa rin ang mga tao,
    matapos maghintay. Pakisabihan ang kompanya ng telepono.

# After text-flood.
text-flood-over = Tapos na ang napakaraming tawag.

# The line calls itself at night to see whether everything works.
text-selftest =
    Hindi natuloy ang tawag na pagsubok ng linya gabi-gabi. Pakisabihan ang nagpapatakbo nito.

# Programs that ring phones do not run.
text-workers =
    Walang teleponong matatawagan: huminto ang mga worker ng linya. Pakisimulan ulit sila.

# After text-workers.
text-workers-over = Tumatakbo na ulit ang mga worker ng linya.

# Programs that ring phones run, and do not keep up.
text-queue =
    Huli ang pag-ring ng mga telepono: hindi nakakahabol ang mga worker. Pakitingnan ang makina.

# After text-queue.
text-queue-over = Nakakahabol na ulit ang mga worker.

# The program that looks at deadlines does not run.
text-clock = Huminto ang orasan ng linya: huli ang pag-ring ng mga telepono. Pakisimulan ulit ito.

# After text-clock.
text-clock-over = Tumatakbo na ulit ang orasan ng linya.

# The telephone company refuses what we ask for.
text-provider =
    Tinatanggihan ng kompanya ng telepono ang mga tawag namin. Pakitingnan ang account at ang status
    page nito.

# After text-provider.
text-provider-over = Tinatanggap na ulit ng kompanya ng telepono ang mga tawag namin.

# Records of calls at the telephone company that it has not deleted.
text-deletions =
    Mahigit isang araw nang itinatago ng kompanya ng telepono ang mga talang buburahin na sana nito.
    Pakitingnan ang account at ang log.

# After text-deletions.
text-deletions-over = Nabura na ng kompanya ng telepono ang lahat ng buburahin nito.

# The program in which live calls are kept does not answer. Callers are told that something is not
# working.
text-store =
    Hindi gumagana ang linya: hindi sumasagot ang store nito (Redis). Pakitingnan ito ngayon.

# After text-store.
text-store-over = Sumasagot na ulit ang store (Redis) ng linya.

# The database does not answer. Calls go on.
text-database =
    Hindi sumasagot ang database ng linya. Tuloy pa ang mga tawag sa ngayon. Pakitingnan ito.

# After text-database.
text-database-over = Sumasagot na ulit ang database ng linya.

# To the coordinator, once: one number of somebody on the list cannot be rung; the others can.
# { $alias } is whose number it is.
text-number-refused =
    Hindi matawagan ang number ni { $alias }: tinatanggihan ito ng kompanya ng telepono. Iba muna
    ang tinatawagan. Pakitama ang number.

# To a caller who asked for the number of a place: the number alone, in $digits as it is typed. No
# name, no word of this line; others may read it.
text-place = Narito ang number na hiningi ninyo: { $digits }.

# To the coordinator, in the daytime: a number that matters most is overdue, or a change of one
# waits for a second person.
text-directory =
    May bagay sa listahan ng mga number na malapit nang asikasuhin. Nasa talaan ng mga gagawin kung
    ano iyon.

# To the coordinator, once a month: numbers of other places are to be looked at again.
text-directory-due =
    Oras na para tingnan ulit ang ilang number sa listahan. Nasa talaan ng mga gagawin kung alin.

# The answer to a supporter's HELP. After it comes one sentence for each word.
text-help = Gumagana rito ang mga salitang ito.

# In the answer to HELP. It begins with the word itself.
text-help-help = Sinasabi ng TULONG ang mga salitang ito.

# The answer to a supporter's text that begins with no word that we know.
text-unknown-word =
    Hindi ko alam ang salitang iyan. Para makita ang mga gumagana rito, i-text ang TULONG.

# In the answer to HELP. It begins with the word itself; what stands after it may be left out.
text-help-on = PASOK, PASOK 3H o PASOK 17:00 para mag-duty.

# In the answer to HELP. It begins with the word itself; what stands after it may be left out.
text-help-off = LABAS, LABAS 2H o LABAS 17:00 para mag-off.

# In the answer to HELP. It begins with the word itself; what stands after it may be left out.
text-help-break = PAHINGA o PAHINGA 30 para magpahinga.

# In the answer to HELP. It begins with the word itself.
text-help-status = STATUS para malaman ang lagay ninyo.

# In the answer to HELP. It begins with the word itself.
text-help-next = SUSUNOD para sa susunod na shift ninyo.

# To a supporter who asks to be on duty in their quiet hours, after duty-quiet.
text-on-anyway = Para mag-duty pa rin, i-text ang PASOK PA RIN.

# To a supporter, after a time that we don't understand, or that is too far off.
text-time-unclear =
    Hindi ko nakuha ang oras na iyon, kaya walang nabago. Halimbawa, i-text ang LABAS 2H o PAHINGA
    30.

# To a supporter: what they have asked for may not have been kept.
text-not-now = Hindi iyon gumana ngayon. Paki-text ulit pagkalipas ng isang minuto.

# To somebody whom we don't know and who has texted the line. It says nothing of what the line is.
text-stranger =
    Walang nagbabasa ng text dito. Maaari kayong tumawag sa number na ito. Anumang oras, maaari
    kayong tumawag o mag-text sa 988.

# In the answer to HELP. It begins with the word itself.
text-help-debrief = USAP: tatawagan kayo ng isang superbisor.

# In the answer to HELP. It begins with the word itself.
text-help-crisis = KRISIS habang may kausap: itatanong kung puwedeng sumali ang 988.

# To a supporter who would like to talk after a call; it may show on a locked screen.
text-debrief =
    Nagtatanong na ako sa isang superbisor. Kapag mayroon na, tatawagan kayo ng numerong ito.
    Puwede rin kayong tumawag o mag-text sa 988 anumang oras.

# The same when no supervisor is on by the rota.
text-debrief-nobody =
    Walang superbisor na naka-duty ngayon. Kung may dumating sa susunod na dalawang oras, tatawagan
    kayo ng numerong ito. Puwede kayong tumawag o mag-text sa 988 anumang oras.

# Right after either of the two. $minutes is for how long they are left in peace.
text-debrief-rest = Makapagpapahinga kayo: walang ibang tatawag sa loob ng { $minutes } minuto.

# To a supporter in a talk: nothing happens before the caller agrees.
text-crisis = Tinatanong ko ang tumawag kung puwedeng sumali ang 988.

# The same when no talk is going on, or 988 is in it already.
text-crisis-no-talk =
    Wala akong nakikitang usapan ninyo na masasalihan ng 988 ngayon. Puwede kayong tumawag o mag-
    text sa 988 anumang oras.

# In the answer to HELP. It begins with the word itself.
text-help-flag = MARKA: ang huling tawag ay nakasakit.

# In the answer to HELP. It begins with the word itself.
text-help-unflag = BAWIIN: binabawi iyon.

# After flag-noted, in a text.
text-unflag = Kung hindi kayo iyon, o gusto ninyong bawiin, i-text ang BAWIIN.

# After UNFLAG.
text-unflagged = Sige, nabawi na ang marka.

# To a supporter who has put the phone down after a hard call; it names nothing.
text-after-hard =
    Salamat sa inyong pagsama. Para makausap ang isang superbisor, i-text ang USAP. Para sa mas
    mahabang pahinga, i-text ang PAHINGA.

# In the answer to HELP. It begins with the word itself; after it stands what is looked for.
text-help-res = RES at isang salita, tulad ng RES VETERANS, ay nagbibigay ng mga number ng iba.

# After RES and a word, to a supporter: one other place. $digits is what is called or texted, as it
# is typed.
text-res-place = { $name }: { $digits }.

# Right after, when there are more.
text-res-more = Mayroon pang iba; kaunti ang lalabas sa ibang salita.

# No place fits. 988 fits always.
text-res-none = Wala akong nakitang lugar sa salitang iyon. Anumang oras, puwedeng tumawag sa 988.

# After RES alone.
text-res-how = Pagkatapos ng RES, idagdag ang hinahanap ninyo. Halimbawa, i-text ang RES VETERANS.
