## After a talk

# The peer has left, the caller is still there. Only where the line has these questions.
survey-offer =
    Kung gusto ninyong sumagot ng ilang maikling tanong tungkol sa usapang ito,
    pindutin ang 5.

# After key 5. What becomes of the answers, before the first is asked.
survey-intro =
    Salamat. Itatago ang mga sagot ninyo kasama ang buwan at wika lang,
    at wala nang iba tungkol sa inyo.
    Puwede ninyong laktawan ang alinmang tanong: maghintay lang sandali.

# The first of three questions. 1 to 5; silence leaves it out.
survey-question-1 =
    Nakatulong ba sa inyo ang usapang ito? [pause]
    Para sa hindi talaga, pindutin ang 1. [pause]
    Para sa malaking tulong, pindutin ang 5. [pause]
    O pumili ng numero sa pagitan.

# The second.
survey-question-2 =
    Gaano ninyo kayang bumalik sa trabaho ninyo ngayon? [pause]
    Para sa hindi kaya, pindutin ang 1. [pause]
    Para sa kayang-kaya, pindutin ang 5. [pause]
    O pumili ng numero sa pagitan.

# The third.
survey-question-3 =
    Gaano kalamang na nasa gawaing peer pa rin kayo pagkalipas ng isang taon? [pause]
    Para sa malabong mangyari, pindutin ang 1. [pause]
    Para sa malamang na malamang, pindutin ang 5. [pause]
    O pumili ng numero sa pagitan.

# Only where a study is on. A code has six digits, from 1 to 7. Whoever has none just waits.
survey-code =
    Kung kasali kayo sa pag-aaral, ilagay ngayon ang anim na numero ninyo. [pause]
    Kung hindi, maghintay lang sandali.

# What was keyed cannot be a code.
survey-code-again = Mukhang hindi iyan code ng pag-aaral. Puwede ninyo itong ilagay ulit ngayon.

# The last word of the questions; "you're still on the peer line" follows.
survey-thanks = Salamat. Nakatutulong ito para nandito ang linya para sa iba.
