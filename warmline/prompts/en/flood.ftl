## When very many call at once

# Right after the greeting and the crisis sentence, or when a peer was asked for: there is no room.
# Honest, and no blame: calls, not people, because most of them may be a machine's. Choices follow.
flood-sorry =
    So many calls are coming in just now that I can't take you to a peer yet. [pause]
    I'm sorry. You're still welcome here.

# The choices. Staying on asks again by itself; nobody has to hang up and dial anew.
flood-menu =
    To try again, press 1, or just stay on the line. [pause]
    For other places to call, press 4. [pause]
    For nine eight eight, press 9.

# Each time there is still no room.
flood-still = There's still no room, and I'm still trying for you.

# After about five minutes without room, or when nobody seems to be there. The last sentence names
# nine eight eight.
flood-goodbye =
    I'm sorry. So many calls are coming in that I can't find you a peer right now. [pause]
    Please call again in a while. You can call or text nine eight eight at any hour.
