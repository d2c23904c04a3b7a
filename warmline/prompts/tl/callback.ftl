## Being called back

# After the choices while waiting, when there is a number that can be called back.
callback-offer = Para kayo na lang ang tawagan, pindutin ang 2.

# The same outside the hours. The call comes once the line is open, and a peer is free.
closed-callback = Para tawagan kayo ng isang peer kapag bukas na, pindutin ang 1.

# After key 1, before it is said which peer is here. Now the line may be named.
callback-line = Ito ang peer line, tumatawag sa inyo gaya ng hiningi ninyo.
