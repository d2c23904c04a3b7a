## Meeting a peer

# A peer has said yes. $alias is the name that the peer chose.
meet-peer = Ya está aquí { $alias }.

# The same for a family peer: someone who knows this work as family.
meet-family-peer = Ya está aquí { $alias }, de apoyo entre familias.

# Right after. A short moment to choose; silence joins the two.
meet-peer-choice = Si prefiere a otra persona, oprima 2.

# The last words before both hear each other.
joining = Ahora les comunico.

# The connection to $alias ended; perhaps they finished, perhaps it was lost. Right for both.
peer-lost =
    La llamada con { $alias } se terminó. [pause]
    Si ya habían terminado de hablar, puede colgar. Gracias por llamar. [pause]
    El nueve ocho ocho está abierto a toda hora. [pause]
    Si se queda en la línea, llamo otra vez a { $alias }, o le busco otra persona de apoyo.

# The caller stayed. The first place in line is theirs. Perhaps nobody can be rung just now, so it
# isn't said that we ring.
peer-lost-ringing = Ya estoy buscando. Usted tiene el primer lugar.

# After star during a talk. The peer waits and hears nothing of this.
talk-menu =
    Para volver a su conversación, oprima 1, o simplemente quédese en la línea. [pause]
    Para hablar con otra persona, oprima 2. [pause]
    Para otras líneas de ayuda, oprima 4. [pause]
    Para el nueve ocho ocho, oprima 9.

# Back to the same peer.
talk-back = Ahora vuelve a su conversación.

# The caller would like another peer. No reason is asked for, and none is given to the peer.
talk-someone-else = Con gusto. Ahora le busco otra persona.

# The peer has left and the caller is still there.
talk-over =
    Su conversación terminó, y usted sigue en la línea de apoyo. [pause]
    Para hablar otra vez con una persona de apoyo, oprima 1, o quédese en la línea. [pause]
    Para otras líneas de ayuda, oprima 4. [pause]
    Para el nueve ocho ocho, oprima 9.

# The peer pressed star and will be right back; the caller hears so, and a soft sound.
talk-peer-star =
    La persona que le acompaña vuelve enseguida. [pause]
    Para el nueve ocho ocho, oprima 9.

# The same once more, when the peer takes longer.
talk-peer-more = La persona que le acompaña sigue ahí. Un momento más.

# The peer would like to bring nine eight eight into this talk. Nothing happens before the
# caller agrees. Short: what it is for and the key that follows come within six seconds.
talk-asks-988 = Podría unirse el nueve ocho ocho. Puede que envíen ayuda.

# Right after; silence is no.
talk-asks-988-keys =
    Si acepta, oprima 1. [pause]
    Para seguir a solas con quien le acompaña, oprima 2, o quédese en la línea.

# After the keys. What nine eight eight may do is said as at the crisis door.
talk-asks-988-more =
    Verán nuestro número, no el suyo, y quien le acompaña puede quedarse con usted. [pause]
    Puede que envíen ayuda si creen que una vida corre peligro.

# The caller agreed. The two are back together while nine eight eight is rung.
talk-988-rings =
    Estoy llamando al nueve ocho ocho. Mientras tanto, quien le acompaña está con usted.

# Both hear this in their talk: nine eight eight was busy, or did not answer. The number is read
# out, digit by digit.
talk-988-absent =
    El nueve ocho ocho no contestó en este momento. Siguen en la misma llamada. [pause]
    También puede marcarlo por su cuenta: [pause] nueve, [pause] ocho, [pause] ocho.

# The peer would like somebody else to take over. Warm: it is nobody's fault. Short, as above.
talk-asks-hand = Otra persona de apoyo podría seguir con usted.

# Right after; silence is no.
talk-asks-hand-keys =
    Si está bien, oprima 1. [pause]
    Para seguir con la misma persona, oprima 2, o quédese en la línea.

# After the keys.
talk-asks-hand-more =
    Quien le acompaña se queda hasta que llegue alguien, y usted va en primer lugar.

# The caller agreed. The two are back together while other peers are rung.
talk-handing = Estoy buscando a otra persona de apoyo. Hasta entonces siguen en la misma llamada.

# Both hear this in their talk: nobody could take over.
talk-stays = Ahora no hay otra persona de apoyo disponible. Siguen en la misma llamada.

# The end of a call without a talk. The last sentence names nine eight eight.
goodbye =
    Gracias por llamar. Aquí tiene su lugar siempre que la línea esté abierta. [pause]
    A cualquier hora puede llamar al nueve ocho ocho, opción dos para español, o mandarle por
    texto la palabra ayuda.
