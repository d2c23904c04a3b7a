### What the line says, in English.
###
### One voice speaks to someone who may be having a bad night: warm, plain, short and honest.
### Whole sentences. First what a key is for, then the key. A pause between two choices.
### "Wait" or "stay on". Peers, not staff. "If you'd like". Words never said: see forbidden.py.
###
### [pause] is 0.4 s of silence and [long pause] is 1 s; a line must not begin with one.
### "9" is said "nine" by the voice, but write nine eight eight and nine one one in words.
### The comment above each message says when it is heard and what must not be lost.

# The language and country of the voice. Never said.
-locale = en-US

# The language's own name, for screens and lists.
language-name = English
