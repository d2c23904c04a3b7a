## Closed

# Outside the hours. $when is "tomorrow at eight in the morning", or the like.
closed = Sarado ang peer line sa ngayon. Magbubukas ito { $when }.

# Outside the hours, and the next opening is not known.
closed-no-date = Sarado ang peer line sa ngayon, at hindi ko pa masabi kung kailan ito magbubukas.

# Right after. Staying on leads to the other places. Not all of them are open at night.
closed-menu =
    Para sa ibang linyang matatawagan, pindutin ang 4, o manatili lang sa linya. [pause]
    Bukas ngayon ang nine eight eight. Para makatawag doon mula rito, pindutin ang 9.

# The end of a call outside the hours. The last sentence names nine eight eight.
closed-goodbye =
    Salamat sa pagtawag. May lugar kayo rito kapag bukas ang linya. [pause]
    Hanggang sa panahong iyon, anumang oras, puwede kayong tumawag o mag-text sa nine eight eight.

# A supporter flagged a call from this number as harassment, so that for some time it reaches no
# peer. Warm, no blame, no reason: somebody else may use this phone.
blocked = Hindi ko kayo maikonekta sa isang peer ngayon. May mga peer ulit para sa inyo { $when }.

# The last words to such a caller.
blocked-goodbye =
    Salamat sa pagtawag. Puwede kayong tumawag ulit. [pause]
    Hanggang doon, anumang oras, puwede kayong tumawag o mag-text sa nine eight eight.

# A time without its part of the day. $hour is 1 to 12, $minute 0 to 59. "Eight thirty".
# It goes into the sentences below as $time, so each language gives it the form that fits there.
when-clock =
    { $hour ->
        [1] ala-una
        [2] alas-dos
        [3] alas-tres
        [4] alas-kuwatro
        [5] alas-singko
        [6] alas-sais
        [7] alas-siyete
        [8] alas-otso
        [9] alas-nuwebe
        [10] alas-diyes
        [11] alas-onse
       *[12] alas-dose
    }{ $minute ->
        [0] {""}
        [5] {" y singko"}
        [10] {" y diyes"}
        [15] {" y kinse"}
        [20] {" y beynte"}
        [30] {" y medya"}
        [40] {" y kuwarenta"}
        [45] {" y kuwarenta y singko"}
        [50] {" y singkuwenta"}
       *[other] {" at "}{ $minute }{" minuto"}
    }

# The line opens today. $time comes from when-clock. $part is the part of the day: midnight (at the
# end of today), small-hours (before 6), morning, noon, afternoon (to 5), late-afternoon (5 and
# 6 o'clock), evening (7 and 8), or night (from 9).
when-today =
    { $part ->
        [midnight] mamayang hatinggabi
        [small-hours] ngayong { $time } ng madaling-araw
        [noon] ngayong tanghali
        [afternoon] ngayong { $time } ng hapon
        [late-afternoon] ngayong { $time } ng hapon
        [evening] ngayong { $time } ng gabi
        [night] ngayong { $time } ng gabi
       *[morning] ngayong { $time } ng umaga
    }

# The line opens tomorrow.
when-tomorrow =
    { $part ->
        [midnight] bukas ng gabi, sa hatinggabi
        [small-hours] bukas ng { $time } ng madaling-araw
        [noon] bukas ng tanghali
        [afternoon] bukas ng { $time } ng hapon
        [late-afternoon] bukas ng { $time } ng hapon
        [evening] bukas ng { $time } ng gabi
        [night] bukas ng { $time } ng gabi
       *[morning] bukas ng { $time } ng umaga
    }

# The line opens within a week. $weekday is 0 for Monday to 6 for Sunday.
when-weekday =
    { $weekday ->
        [0] sa Lunes
        [1] sa Martes
        [2] sa Miyerkules
        [3] sa Huwebes
        [4] sa Biyernes
        [5] sa Sabado
       *[6] sa Linggo
    } { $part ->
        [midnight] ng gabi, sa hatinggabi
        [small-hours] ng { $time } ng madaling-araw
        [noon] ng tanghali
        [afternoon] ng { $time } ng hapon
        [late-afternoon] ng { $time } ng hapon
        [evening] ng { $time } ng gabi
        [night] ng { $time } ng gabi
       *[morning] ng { $time } ng umaga
    }

# The line opens in a week or later. $month is 1 to 12, $day 1 to 31.
when-date =
    { $weekday ->
        [0] sa Lunes
        [1] sa Martes
        [2] sa Miyerkules
        [3] sa Huwebes
        [4] sa Biyernes
        [5] sa Sabado
       *[6] sa Linggo
    }, ika-{ $day } ng { $month ->
        [1] Enero
        [2] Pebrero
        [3] Marso
        [4] Abril
        [5] Mayo
        [6] Hunyo
        [7] Hulyo
        [8] Agosto
        [9] Setyembre
        [10] Oktubre
        [11] Nobyembre
       *[12] Disyembre
    }, { $part ->
        [midnight] sa hatinggabi
        [small-hours] { $time } ng madaling-araw
        [noon] tanghali
        [afternoon] { $time } ng hapon
        [late-afternoon] { $time } ng hapon
        [evening] { $time } ng gabi
        [night] { $time } ng gabi
       *[morning] { $time } ng umaga
    }
