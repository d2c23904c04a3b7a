"""Pure rules of the warmline: no I/O, standard library and phonenumbers only."""
