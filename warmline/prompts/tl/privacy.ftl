## Privacy: key 7, and key 7 again. The first part stands with the welcome.

# After the first part, before the menu is said again.
privacy-further =
    Para malaman kung sino ang namamahala rito at ang hinihingi ng batas, pindutin ang 7. [pause]
    Para magpatuloy, pindutin ang star, o manatili lang.

# The second part, after what the line's own people say of themselves and of the law. Nothing here
# may promise more than the program does.
privacy-deleted =
    Pagkatapos ng tawag, hinihiling namin sa kompanya ng telepono na burahin ang tala nito.

# The same while a court or another authority has ordered that nothing is deleted: the record of the
# phone company stays until that is over. It must not sound like a threat; it is the truth.
privacy-held =
    Sa ngayon, hinihingi ng batas na huwag burahin ng kompanya ng telepono ang tala ng mga
    tawag. [pause] Hindi pa rin namin itinatago ang number ninyo.

# Then this: $within is the most hours that a number waits for a callback, encrypted.
privacy-kept =
    Kung hihiling kayong tawagan, itatabi namin ang number ninyo nang nakakandado. Mabubura ito
    sa loob ng { $within } oras.

# And this: after a talk the number stays encrypted for $within hours, so that the peer can report
# harassment. Nobody sees it. It must not sound like a warning.
privacy-flag =
    Pagkatapos ng usapan, nakakandado pa ito nang { $within } oras. Kung may nang-harass, maaaring
    humingi ng pahinga sa number na iyon ang peer. Hindi niya ito nakikita.
