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

# The end of a call without a talk. The last sentence names nine eight eight.
goodbye =
    Gracias por llamar. Aquí tiene su lugar siempre que la línea esté abierta. [pause]
    A cualquier hora puede llamar al nueve ocho ocho, opción dos para español, o mandarle por
    texto la palabra ayuda.
