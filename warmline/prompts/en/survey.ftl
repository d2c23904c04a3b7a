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
    Press a number from 1 to 5. [pause]
    1 is not at all, 5 is very much.

# The second.
survey-question-2 =
    How able do you feel to go back to your work? [pause]
    Press a number from 1 to 5. [pause]
    1 is not at all, 5 is fully able.

# The third.
survey-question-3 =
    How likely is it that you'll still be in peer work a year from now? [pause]
    Press a number from 1 to 5. [pause]
    1 is not at all likely, 5 is very likely.

# Only where a study is on. A code has six digits, from 1 to 7. Whoever has none just waits.
survey-code =
    If you take part in the study, please key your six digits now. [pause]
    If you don't, just wait a moment.

# What was keyed cannot be a code.
survey-code-again = That doesn't look like one of the study's codes. You can key it once more now.

# The last word of the questions; "you're still on the peer line" follows.
survey-thanks = Thank you. This helps the line to be there for others.
