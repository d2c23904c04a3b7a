### What the line says, in Spanish as it is spoken in the United States.
###
### Written to be spoken, not translated word for word. The listener is "usted", never "tú".
### A peer is "una persona de apoyo"; no word may assume that someone is a man or a woman.
### Warm, plain, short and honest. Whole sentences. First what a key is for, then the key.
### "Espere" or "quédese en la línea", never "en espera". Words never said: see forbidden.py.
###
### [pause] is 0.4 s of silence and [long pause] is 1 s; a line must not begin with one.
### The voice says "nueve" for 9, but write nueve ocho ocho and nueve uno uno in words.
### Nine eight eight answers in Spanish after key 2, and to the text AYUDA: keep that where it is.
### The comment above each message says when it is heard and what must not be lost.

# The language and country of the voice. Never said.
-locale = es-US

# The language's own name, for screens and lists.
language-name = Español
