## Welcome

# The first words of every call. One sentence: whom the line is for. It names no employer and no
# county.
greeting = You've reached the peer line: people who do peer and family support, like you.

# Right after the greeting. Both numbers and key 9 must stay. We never dial nine one one, so the
# caller is told to hang up and dial.
greeting-crisis =
    If someone's life is in danger, hang up and dial nine one one. [pause]
    To reach the nine eight eight crisis line from here, press 9 at any time.

# Heard by callers who are hearing another language: this language offers itself, in its own words.
language-offer = For English, press two.

# Only on lines with three languages or more, after key 2: this language offers itself, in its own
# words, to callers who are hearing another one. $key is its key.
language-choice = For English, press { $key }.

# In the welcome. Two promises: no recording, and the number is not kept.
greeting-privacy =
    This call isn't recorded, and we don't keep your number. [pause]
    For more, press 7.

# The one menu. Staying on reaches a peer. People who do other work are welcome and have a key too.
# From the greeting to its end no more than 35 seconds: a caller who stays on waits for all of it.
main-menu =
    To talk with a peer, press 1, or just stay on the line. [pause]
    If you do other work, press 4 for other lines.

# The one menu on a line with two supporters or more: one may choose whom to talk with. The same 35
# seconds hold, so every word counts.
main-menu-choosing =
    For a peer, press 1, or just stay on the line. [pause]
    To choose who, press 3. [pause]
    If you do other work, press 4.

# The second time, after a key that means nothing: shorter, same keys.
main-menu-again =
    To talk with a peer, press 1, or just stay on the line. [pause]
    For other places to call, press 4.

# The second time on such a line: shorter, same keys.
main-menu-again-choosing =
    To talk with a peer, press 1, or just stay on the line. [pause]
    To choose whom to talk with, press 3. [pause]
    For other places to call, press 4.

# After silence, or two keys that mean nothing. Phones ring while it is said. Doing nothing reaches
# a person; nobody is hurried off the line.
main-silence =
    I'm looking for a peer for you now. [pause]
    If you didn't mean to call, you can simply hang up.

# After a key that means nothing here, in any of a caller's menus; the menu is said again after it,
# so no key is named here. Heard once. Nobody did anything wrong.
main-wrong-key = That key doesn't do anything here, and that's all right. [pause]

# Only on lines that have switched this question on. It asks about work, not about the person.
peer-question =
    Do you do peer or family support work? [pause]
    If you do, press 1, or just stay on the line. [pause]
    If you don't, press 2.

# After key 8: this call's waiting times are now twice as long.
more-time = Take all the time you need. From here on, I'll wait longer for you.

# After key 7. Every fact must stay: no recording, number not kept, calls counted and not people,
# peers see the line's number, peers keep it private except where a law requires a report,
# and two things that we cannot change. No more than 20 seconds.
privacy =
    We don't record calls or keep your number. We count calls, not people. [pause]
    Peers see our number, not yours. They keep what you say private, unless the law requires
    a report. [pause]
    What we can't change: your own phone bill, and the billing records of phone companies.

# After key 2, in the language that was chosen.
language-changed = All right, in English from here on.
