## Privacy: key 7, and key 7 again. The first part stands with the welcome.

# After the first part, before the menu is said again.
privacy-further =
    To hear who runs this line and what the law asks of peers, press 7. [pause]
    To go on, press star, or just stay on.

# The second part, after what the line's own people say of themselves and of the law. Nothing here
# may promise more than the program does.
privacy-deleted =
    After your call, we ask our phone company to delete its record of it.

# The same while a court or another authority has ordered that nothing is deleted: the record of the
# phone company stays until that is over. It must not sound like a threat; it is the truth.
privacy-held =
    For now, a legal order keeps our phone company's records of calls from being deleted. [pause]
    We still keep no number of yours ourselves.

# Then this: $within is the most hours that a number waits for a callback, encrypted.
privacy-kept =
    If you ask to be called back, we keep your number locked away. It's gone within { $within }
    hours.

# And this: after a talk the number stays encrypted for $within hours, so that the peer can report
# harassment. Nobody sees it. It must not sound like a warning.
privacy-flag =
    After a talk it stays locked away for { $within } hours. A peer who was harassed can then
    ask for a break from that number. They never see it.
