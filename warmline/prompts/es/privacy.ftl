## Privacy: key 7, and key 7 again. The first part stands with the welcome.

# After the first part, before the menu is said again.
privacy-further =
    Para saber quién lleva esta línea y qué pide la ley, oprima 7. [pause]
    Para seguir, oprima asterisco, o simplemente quédese en la línea.

# The second part, after what the line's own people say of themselves and of the law. Nothing here
# may promise more than the program does: $within is the most hours that a number waits for a
# callback, encrypted.
privacy-kept =
    Después de su llamada, pedimos a la telefónica que borre su registro de ella. [pause]
    Si pide que le devolvamos la llamada, guardamos su número bajo llave. Se borra antes de
    { $within } horas.
