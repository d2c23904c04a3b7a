## Closed

# Outside the hours. $when is "tomorrow at eight in the morning", or the like.
closed = La línea de apoyo está cerrada en este momento. Abre { $when }.

# Outside the hours, and the next opening is not known.
closed-no-date =
    La línea de apoyo está cerrada en este momento, y todavía no puedo decirle cuándo abre.

# Right after. Staying on leads to the other places. Not all of them are open at night.
closed-menu =
    Para otras líneas a las que puede llamar, oprima 4, o quédese en la línea. [pause]
    El nueve ocho ocho atiende ahora. Para comunicarse desde aquí, oprima 9.

# The end of a call outside the hours. The last sentence names nine eight eight.
closed-goodbye =
    Gracias por llamar. Aquí tiene su lugar cuando la línea esté abierta. [pause]
    Mientras tanto, a cualquier hora puede llamar al nueve ocho ocho, opción dos para español, o
    mandarle por texto la palabra ayuda.

# A supporter flagged a call from this number as harassment, so that for some time it reaches no
# peer. Warm, no blame, no reason: somebody else may use this phone.
blocked =
    Ahora no puedo comunicarle con una persona de apoyo. Vuelve a haber quien le acompañe { $when
    }.

# The last words to such a caller.
blocked-goodbye =
    Gracias por llamar. Puede volver a llamar. [pause]
    Hasta entonces, a cualquier hora, puede llamar o escribir al nueve ocho ocho.

# A time without its part of the day. $hour is 1 to 12, $minute 0 to 59. "Eight thirty".
# It goes into the sentences below as $time, so each language gives it the form that fits there.
when-clock =
    { $hour ->
        [1] la una
        [2] las dos
        [3] las tres
        [4] las cuatro
        [5] las cinco
        [6] las seis
        [7] las siete
        [8] las ocho
        [9] las nueve
        [10] las diez
        [11] las once
       *[12] las doce
    }{ $minute ->
        [0] {""}
        [1] {" y uno"}
        [2] {" y dos"}
        [3] {" y tres"}
        [4] {" y cuatro"}
        [5] {" y cinco"}
        [6] {" y seis"}
        [7] {" y siete"}
        [8] {" y ocho"}
        [9] {" y nueve"}
        [10] {" y diez"}
        [15] {" y cuarto"}
        [20] {" y veinte"}
        [30] {" y media"}
        [40] {" y cuarenta"}
        [45] {" y cuarenta y cinco"}
        [50] {" y cincuenta"}
       *[other] {" y "}{ $minute }
    }

# The line opens today. $time comes from when-clock. $part is the part of the day: midnight (at the
# end of today), small-hours (before 6), morning, noon, afternoon (to 5), late-afternoon (5 and
# 6 o'clock), evening (7 and 8), or night (from 9).
when-today =
    { $part ->
        [midnight] esta noche a medianoche
        [small-hours] hoy a { $time } de la madrugada
        [noon] hoy al mediodía
        [afternoon] hoy a { $time } de la tarde
        [late-afternoon] hoy a { $time } de la tarde
        [evening] hoy a { $time } de la noche
        [night] hoy a { $time } de la noche
       *[morning] hoy a { $time } de la mañana
    }

# The line opens tomorrow.
when-tomorrow =
    { $part ->
        [midnight] mañana por la noche, a medianoche
        [small-hours] mañana a { $time } de la madrugada
        [noon] mañana al mediodía
        [afternoon] mañana a { $time } de la tarde
        [late-afternoon] mañana a { $time } de la tarde
        [evening] mañana a { $time } de la noche
        [night] mañana a { $time } de la noche
       *[morning] mañana a { $time } de la mañana
    }

# The line opens within a week. $weekday is 0 for Monday to 6 for Sunday.
when-weekday =
    { $weekday ->
        [0] el lunes
        [1] el martes
        [2] el miércoles
        [3] el jueves
        [4] el viernes
        [5] el sábado
       *[6] el domingo
    } { $part ->
        [midnight] por la noche, a medianoche
        [small-hours] a { $time } de la madrugada
        [noon] al mediodía
        [afternoon] a { $time } de la tarde
        [late-afternoon] a { $time } de la tarde
        [evening] a { $time } de la noche
        [night] a { $time } de la noche
       *[morning] a { $time } de la mañana
    }

# The line opens in a week or later. $month is 1 to 12, $day 1 to 31.
when-date =
    { $weekday ->
        [0] el lunes
        [1] el martes
        [2] el miércoles
        [3] el jueves
        [4] el viernes
        [5] el sábado
       *[6] el domingo
    } { $day ->
        [1] primero
       *[other] { $day }
    } de { $month ->
        [1] enero
        [2] febrero
        [3] marzo
        [4] abril
        [5] mayo
        [6] junio
        [7] julio
        [8] agosto
        [9] septiembre
        [10] octubre
        [11] noviembre
       *[12] diciembre
    }, { $part ->
        [midnight] por la noche, a medianoche
        [small-hours] a { $time } de la madrugada
        [noon] al mediodía
        [afternoon] a { $time } de la tarde
        [late-afternoon] a { $time } de la tarde
        [evening] a { $time } de la noche
        [night] a { $time } de la noche
       *[morning] a { $time } de la mañana
    }
