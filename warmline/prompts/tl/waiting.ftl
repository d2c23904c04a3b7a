## Waiting for a peer

# Phones are ringing. $phones is how many. True to the number; nothing is asked of the caller.
waiting-ringing =
    { $phones ->
        [0] Naghahanap na ako ng peer.
        [1] Tinatawagan ko na ang isang peer. Wala kayong kailangang gawin.
        [2] Tinatawagan ko na ang dalawang peer. Wala kayong kailangang gawin.
        [3] Tinatawagan ko na ang tatlong peer. Wala kayong kailangang gawin.
       *[other] Tinatawagan ko na ang { $phones } na peer. Wala kayong kailangang gawin.
    }

# Every 20 seconds or so while $phones phones ring. A voice, so that the line is not silent.
waiting-still-ringing =
    { $phones ->
        [0] Nandito pa rin ako, at naghahanap pa ng peer.
        [1] Nandito pa rin ako, at nagri-ring ang telepono ng isang peer.
        [2] Nandito pa rin ako, at nagri-ring ang telepono ng dalawang peer.
        [3] Nandito pa rin ako, at nagri-ring ang telepono ng tatlong peer.
       *[other] Nandito pa rin ako, at nagri-ring ang telepono ng { $phones } na peer.
    }

# The first phones were not picked up; others, or the same once more, are rung now. Blames nobody.
waiting-trying-next = Wala pang nakasasagot. Sumusubok pa rin ako.

# Every peer is in a talk or resting. $ahead is how many callers come first; 0 means none.
waiting-all-busy =
    May kausap o nagpapahinga ang lahat ng peer sa ngayon. [pause]
    { $ahead ->
        [0] Kayo na ang susunod.
        [1] May isang tumawag na nauuna sa inyo.
        [2] May dalawang tumawag na nauuna sa inyo.
        [3] May tatlong tumawag na nauuna sa inyo.
       *[other] May { $ahead } tumawag na nauuna sa inyo.
    } Patuloy akong naghahanap.

# The same once more, shorter: heard every 20 seconds or so, so it tells only what may have changed.
# $ahead is how many callers come first; 0 means none.
waiting-still-busy =
    { $ahead ->
        [0] Nandito pa rin ako, at kayo na ang susunod.
        [1] Nandito pa rin ako. May isang tumawag na nauuna sa inyo.
        [2] Nandito pa rin ako. May dalawang tumawag na nauuna sa inyo.
        [3] Nandito pa rin ako. May tatlong tumawag na nauuna sa inyo.
       *[other] Nandito pa rin ako. May { $ahead } tumawag na nauuna sa inyo.
    }

# Every other time instead of the sentence before: how to hear the choices, whatever the reason is.
waiting-still-here =
    Nandito pa rin ako. [pause]
    Para marinig ang mapagpipilian, pindutin ang star.

# Nobody is left to ring, which the caller has heard already. What is true now: whoever comes on
# is rung.
waiting-nobody-yet =
    Nandito pa rin ako. Kung may peer na papasok sa linya, tatawagan ko agad.

# Everybody who could be rung was rung, and nobody answered. Say it honestly; choices follow.
waiting-nobody-answered =
    Tinawagan ko na ang lahat ng kaya kong tawagan, at walang nakasagot sa ngayon. Pasensya
    na. [pause]
    May mapagpipilian pa kayo.

# The line is open but no peer is on. Say it honestly; choices follow.
waiting-nobody-on =
    Walang peer sa linya sa ngayon, at pasensya na. [pause]
    May mapagpipilian pa kayo.

# The same when somebody may be on whom the caller did not want, or when it is the caller who is on:
# true in each case, and no name is asked for again. Choices follow.
waiting-nobody-else =
    Wala na akong ibang matatawagan para sa inyo sa ngayon, at pasensya na. [pause]
    May mapagpipilian pa kayo.

# The line was closed by hand while the caller waited. Say it honestly; choices follow.
waiting-shut =
    Kinailangang magsara muna ang linya, kaya wala akong matatawagan. Pasensya na. [pause]
    May mapagpipilian pa kayo.

# The choices, heard for the first time, right after the caller was told why they wait.
waiting-choices-first =
    Kung gusto ninyong maghintay ng peer, pindutin ang 1, o manatili lang sa linya. [pause]
    Para sa ibang linyang matatawagan, pindutin ang 4. [pause]
    Para sa nine eight eight, pindutin ang 9.

# The choices again after $minutes minutes of waiting. Staying on means waiting on. Perhaps nobody
# is rung at this moment, so it isn't said that we look.
waiting-choices =
    { $minutes ->
        [1] Mga isang minuto na kayong naghihintay.
        [2] Mga dalawang minuto na kayong naghihintay.
        [3] Mga tatlong minuto na kayong naghihintay.
       *[other] Mga { $minutes } minuto na kayong naghihintay.
    } [pause]
    Para patuloy na maghintay, pindutin ang 1, o manatili lang sa linya. [pause]
    Para sa ibang linyang matatawagan, pindutin ang 4. [pause]
    Para sa nine eight eight, pindutin ang 9.

# After four minutes. From here, staying on leads to the other places; key 1 keeps waiting.
waiting-alternatives =
    Wala pa akong nakikitang peer na puwedeng makipag-usap, at pasensya na. [pause]
    Kung mananatili kayo, sasabihin ko ang ibang linyang matatawagan. [pause]
    Para patuloy na maghintay, pindutin ang 1. [pause]
    Para sa nine eight eight, pindutin ang 9.

# After star while waiting: the keys that work now. The place in line stays.
waiting-help =
    Nandito pa rin ako, at nakatabi ang lugar ninyo. [pause]
    Para patayin o buksan ang tunog, pindutin ang 5. [pause]
    Para sa ibang linyang matatawagan, pindutin ang 4. [pause]
    Para sa nine eight eight, pindutin ang 9. [pause]
    Para marinig ulit ito, pindutin ang star.

# After key 5. It will be quiet, so say that the line is still there.
waiting-sound-off =
    Patay na ang tunog. Nandito pa rin ako, at sasabihin ko ang nangyayari. [pause]
    Para buksan ulit ito, pindutin ang 5.

# After key 5 once more.
waiting-sound-on = Bukas na ulit ang tunog.

# Back from another menu. The place in line was kept. What is happening now is said next.
waiting-back = Nakabalik na kayo, at nakatabi ang lugar ninyo.

# A fault was mended and the wait goes on. No talk of machines.
waiting-line-moved = Nandito pa rin ako, at naghahanap ng peer para sa inyo.

# To a supporter who waits for a peer supervisor after a call of theirs.
debrief-ringing = Naghahanap ako ngayon ng superbisor. Wala kayong kailangang gawin.

# The same when none is on by their rota.
debrief-nobody-on =
    Walang superbisor na naka-duty ngayon, at paumanhin po. [pause]
    May mapagpipilian pa kayo.
