## After a talk

# The peer has left, the caller is still there. Only where the line has these questions.
survey-offer = If you'd like to answer a few short questions about this talk, press 5.

# After key 5. What becomes of the answers, before the first is asked.
survey-intro =
    Thank you. Your answers are kept with the month and the language, and with nothing else of you.
    You can leave out any question: just wait a moment.

# The first of three questions. 1 to 5; silence leaves it out.
survey-question-1 =
    Did this talk help you? [pause]
    For not at all, press 1. [pause]
    For very much, press 5. [pause]
    Or choose a number in between.

# The second.
survey-question-2 =
    How able do you feel to go back to your work? [pause]
    For not at all, press 1. [pause]
    For fully able, press 5. [pause]
    Or choose a number in between.

# The third.
survey-question-3 =
    How likely is it that you'll still be in peer work a year from now? [pause]
    For not at all likely, press 1. [pause]
    For very likely, press 5. [pause]
    Or choose a number in between.

# Only where a study is on. A code has six digits, from 1 to 7. Whoever has none just waits.
survey-code =
    If you take part in the study, please key your six digits now. [pause]
    If you don't, just wait a moment.

# What was keyed cannot be a code.
survey-code-again = That doesn't look like one of the study's codes. You can key it once more now.

# The last word of the questions; "you're still on the peer line" follows.
survey-thanks = Thank you. This helps the line to be there for others.
