## Welcome

# The first words of every call. One sentence: whom the line is for. It names no employer and no
# county.
greeting = Peer line ito, para sa mga nasa peer at family support.

# Right after the greeting. Both numbers and key 9 must stay. We never dial nine one one, so the
# caller is told to hang up and dial.
greeting-crisis =
    Kung may nanganganib ang buhay, ibaba ito at tumawag sa nine one one. [pause]
    Para sa nine eight eight crisis line, pindutin ang 9 anumang oras.

# Heard by callers who are hearing another language: this language offers itself, in its own words.
language-offer = Para sa Tagalog, pindutin ang dalawa.

# Only on lines with three languages or more, after key 2: this language offers itself, in its own
# words, to callers who are hearing another one. $key is its key.
language-choice = Para sa Tagalog, pindutin ang { $key }.

# In the welcome. Two promises: no recording, and the number is not kept.
greeting-privacy =
    Hindi nire-record ang tawag, ni itinatabi ang number ninyo. [pause]
    Para sa detalye, pindutin ang 7.

# The one menu. Staying on reaches a peer. People who do other work are welcome and have a key too.
# From the greeting to its end no more than 35 seconds: a caller who stays on waits for all of it.
main-menu =
    Para makausap ang isang peer, pindutin ang 1, o manatili lang sa linya. [pause]
    Kung iba ang trabaho ninyo, pindutin ang 4.

# The one menu on a line with two supporters or more: one may choose whom to talk with. The same 35
# seconds hold, so every word counts.
main-menu-choosing =
    Para sa peer, pindutin ang 1, o manatili lang sa linya. [pause]
    Para pumili kung sino, pindutin ang 3. [pause]
    Kung ibang trabaho, pindutin ang 4.

# The second time, after a key that means nothing: shorter, same keys.
main-menu-again =
    Para makausap ang isang peer, pindutin ang 1, o manatili lang sa linya. [pause]
    Para sa ibang linyang matatawagan, pindutin ang 4.

# The second time on such a line: shorter, same keys.
main-menu-again-choosing =
    Para makausap ang isang peer, pindutin ang 1, o manatili lang sa linya. [pause]
    Para pumili kung sino ang kakausapin, pindutin ang 3. [pause]
    Para sa ibang linyang matatawagan, pindutin ang 4.

# After silence, or two keys that mean nothing. Phones ring while it is said. Doing nothing reaches
# a person; nobody is hurried off the line.
main-silence =
    Inihahanap ko na kayo ng peer. [pause]
    Kung hindi ninyo sinadyang tumawag, puwede lang kayong magbaba.

# After a key that means nothing here, in any of a caller's menus; the menu is said again after it,
# so no key is named here. Heard once. Nobody did anything wrong.
main-wrong-key = Walang ginagawa rito ang pinindot na iyon, at ayos lang. [pause]

# Only on lines that have switched this question on. It asks about work, not about the person.
peer-question =
    Gumagawa ba kayo ng peer o family support? [pause]
    Kung oo, pindutin ang 1, o manatili lang sa linya. [pause]
    Kung hindi, pindutin ang 2.

# After key 8: this call's waiting times are now twice as long.
more-time = Huwag kayong magmadali. Mula rito, mas matagal akong maghihintay sa inyo.

# After key 7. Every fact must stay: no recording, number not kept, calls counted and not people,
# peers see the line's number, peers keep it private except where a law requires a report,
# and two things that we cannot change. No more than 20 seconds.
privacy =
    Hindi nire-record ang tawag, ni itinatabi ang number ninyo. Tawag ang binibilang namin, hindi
    mga tao. [pause]
    Number namin ang nakikita ng peer. Hindi nila ikinukuwento ang sinabi ninyo, maliban kung
    iniuutos ng batas. [pause]
    Hindi namin mababago ang phone bill ninyo at ang tala ng mga kompanya.

# After key 2, in the language that was chosen.
language-changed = Sige po, sa Tagalog na tayo mula rito.
