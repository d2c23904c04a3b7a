### What the line says, in Tagalog as it is spoken in the United States.
###
### Written to be spoken, not translated word for word. The listener is "kayo", never "ikaw" or
### "ka"; "po" is said now and then. "Peer", "crisis line", "family peer" stay as people say them.
### Warm, plain, short and honest. First what a key is for, then the key: "pindutin ang 1".
### Words never said: see forbidden.py. Forms for numbers are 0, 1, 2, 3 and other: in Tagalog
### [one] would also be 2, 3 and 5.
###
### [pause] is 0.4 s of silence and [long pause] is 1 s; a line must not begin with one.
### Nine eight eight and nine one one are said in English, as everybody knows them.
### The comment above each message says when it is heard and what must not be lost.

# The language and country of the voice. Never said.
-locale = fil-PH

# Nobody who grew up with the language has reviewed these sentences yet: no line may offer it.
# Take this line out when two peer workers have heard them all on a test line.
-review = needed

# The language's own name, for screens and lists.
language-name = Tagalog
