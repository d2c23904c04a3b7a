## When very many call at once

# Right after the greeting and the crisis sentence, or when a peer was asked for: there is no room.
# Honest, and no blame: calls, not people, because most of them may be a machine's. Choices follow.
flood-sorry =
    Napakaraming tawag ngayon kaya hindi ko pa kayo madala sa isang peer. [pause]
    Pasensya na. Malugod pa rin kayong tinatanggap dito.

# The choices. Staying on asks again by itself; nobody has to hang up and dial anew.
flood-menu =
    Para subukan ulit, pindutin ang 1, o manatili lang sa linya. [pause]
    Para sa ibang linyang matatawagan, pindutin ang 4. [pause]
    Para sa nine eight eight, pindutin ang 9.

# Each time there is still no room.
flood-still = Wala pa ring puwang, at patuloy akong sumusubok para sa inyo.

# After about five minutes without room, or when nobody seems to be there. The last sentence names
# nine eight eight.
flood-goodbye =
    Pasensya na. Napakaraming tawag kaya hindi ko kayo maihanap ng peer ngayon. [pause]
    Pakitawag ulit mamaya. Anumang oras, puwede kayong tumawag o mag-text sa nine eight eight.
