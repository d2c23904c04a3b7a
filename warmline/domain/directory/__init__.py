"""The directory of other places to call, as living data: its rows, hours, changes and cares.

What callers hear of it, and in which order, is in `warmline.domain.places`.
"""
