## When something isn't working

# The number that was dialed belongs to no line. The last sentence names nine eight eight.
line-unknown =
    Pasensya na. Hindi pa handa ang number na ito, kaya hindi ko kayo maihahanap ng peer mula
    rito. [pause]
    Kung gusto ninyong may makausap ngayon, puwede kayong tumawag o mag-text sa nine eight eight.

# The first words of a fault: most are over in a second or two, and then the caller goes on.
trouble-moment = Sandali lang po.

# The fault lasts. A fault on our side while the caller is on. Honest, and a next step at once.
trouble =
    May hindi gumagana sa panig namin, at pasensya na. [pause]
    Kung mananatili kayo, patuloy akong susubok. [pause]
    Puwede rin kayong magbaba, at tumawag o mag-text sa nine eight eight.

# A fault that we cannot mend within this call. The last sentence names nine eight eight.
trouble-goodbye =
    Pasensya na. May hindi gumagana sa panig namin, at hindi ko kayo maihanap ng peer
    ngayon. [pause]
    Pakisubukan ulit makalipas ang ilang minuto. Anumang oras, puwede kayong tumawag o mag-text sa
    nine eight eight.

# The whole line is down. These five are heard from a document on another host: nobody listens for
# keys there, so none is named. First the fault, and nine eight eight at once.
fallback-trouble =
    Pasensya na. Hindi gumagana ang peer line sa ngayon. [pause]
    Anumang oras, puwede kayong tumawag o mag-text sa nine eight eight.

# Only where somebody takes calls while all is down: then it rings, for half a minute at most. It
# may be anybody: promise no peer. The next ones follow if nobody answers, and after a talk.
fallback-ringing =
    Tinatawagan ko ngayon ang taong makakatulong sa inyo na mahanap ang daan.

# Before up to three other lines, each with its number. Nothing can be asked: keep it short.
fallback-places = Puwede rin ninyong tawagan ang mga linyang ito.

# One of them. $whom is a sentence of its own, see place-for. $number comes as single digits and is
# said twice.
fallback-place =
    { $name }. { $whom } [pause]
    Ang number ay { $number }. [pause]
    Ulitin ko, { $number }.

# After them. The last sentence names nine eight eight.
fallback-again =
    Pakisubukan ulit ang linyang ito makalipas ang ilang minuto. [pause]
    Anumang oras, puwede kayong tumawag o mag-text sa nine eight eight.
