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
