-- 988 comes into a talk as its guest: the caller has pressed 1 for it. `guest` is wanted, asked (of
-- the provider), rung, here, alone (with the caller; the supporter has left), absent (did not come,
-- which nobody has said yet) or dismissed. The talk goes on in every one of them.

local MOST_GUEST_DIALS = 3
local GUEST_COMES = { wanted = true, asked = true, rung = true }

-- What one worker, and only one, is to do about the guest now: ring, find (it is not known whether
-- it rings), absent (say so), stay (the supporter has left them together), dismiss, or nothing.
function STEP.claim_guest(a)
  local call = read_call(a.id)
  local guest = call and call.guest or ''
  if guest == '' or guest == 'here' and call.state ~= 'crisis' or guest == 'alone' then
    undue('guest', a.id)
    return { what = 'nothing' }
  end
  local k = key('call', a.id)
  due('guest', a.id, a.now + a.lease)
  if guest == 'here' then return answer({ what = 'stay' }, a.id) end
  if guest == 'dismissed' or guest == 'absent' then return answer({ what = guest }, a.id) end
  local until_ = tonumber(call.guest_until or '0')
  if until_ > a.now then
    due('guest', a.id, until_)
    return { what = 'nothing' }
  end
  if guest == 'rung' or tonumber(call.guest_dials) >= MOST_GUEST_DIALS then
    redis.call('HSET', k, 'guest', 'absent')
    return answer({ what = 'absent' }, a.id)
  end
  -- It goes before every other phone: somebody in danger waits for it.
  local wait_until = take_slot(a.id, 0, a.rate, a.now)
  if wait_until then
    due('guest', a.id, wait_until)
    return { what = 'nothing' }
  end
  redis.call('HSET', k, 'guest', 'asked', 'guest_until', a.now + a.lease)
  redis.call('HINCRBY', k, 'guest_dials', 1)
  return answer({ what = guest == 'asked' and 'find' or 'ring' }, a.id)
end

-- The provider rings it under this id, or it has picked up. `keep` is false when nobody wants it.
function STEP.guest_rings(a)
  local call = read_call(a.id)
  if not call or call.state == 'ended' then
    redis.call('ZADD', P .. 'forget', a.now, a.sid)
    return { keep = false }
  end
  redis.call('SADD', key('sids', a.id), a.sid)
  live(key('sids', a.id))
  forget_in_the_end(a.sid, a.now)
  if not GUEST_COMES[call.guest] then
    -- A second report, or one that comes late.
    return { keep = call.guest_sid == a.sid and (call.guest == 'here' or call.guest == 'alone') }
  end
  local k = key('call', a.id)
  redis.call('HSET', k, 'guest_sid', a.sid, 'guest', a.up and 'here' or 'rung')
  if a.up then
    undue('guest', a.id)
  else
    redis.call('HSET', k, 'guest_until', a.until_)
    due('guest', a.id, a.until_)
  end
  return { keep = true }
end

-- The provider has surely not rung it: once more in a moment, or it is said that it cannot be.
function STEP.guest_not_rung(a)
  local call = read_call(a.id)
  if call and call.guest == 'asked' then
    redis.call('HSET', key('call', a.id), 'guest', a.again and 'wanted' or 'absent',
      'guest_until', a.again and a.again or 0)
    due('guest', a.id, a.again or a.now)
  end
  return {}
end

-- Its phone has ended. Whoever it has left alone is taken back to where they can choose.
function STEP.guest_gone(a)
  local call = read_call(a.id)
  if not call or (a.sid ~= '' and (call.guest_sid or '') ~= '' and call.guest_sid ~= a.sid) then
    return { gone = true }
  end
  local k = key('call', a.id)
  if GUEST_COMES[call.guest] then
    redis.call('HSET', k, 'guest', 'absent')
    due('guest', a.id, a.now)
  elseif call.guest == 'here' or call.guest == 'alone' then
    redis.call('HSET', k, 'guest', '')
    undue('guest', a.id)
    if call.state == 'crisis' then lead(call, a.now, FETCH_AFTER) end
  else
    return { gone = true }
  end
  return answer({}, a.id)
end

-- The supporter goes on with the caller, without it: it was there and nobody spoke, say. It is let
-- go when they are back in the room, so that the caller is not alone there.
local BACK_AGAIN = 6
function STEP.let_guest_go(a)
  local call = read_call(a.id)
  local there = call and call.guest == 'here' and call.state ~= 'crisis'
  if there then dismiss_guest(call, a.now + BACK_AGAIN) end
  return { gone = there or false }
end

-- What was to be done about it has been done: `what` is stay, absent or dismissed.
function STEP.guest_done(a)
  local call = read_call(a.id)
  if not call then
    undue('guest', a.id)
    return {}
  end
  local now_is = { stay = 'alone', absent = '', dismissed = '' }
  local was = a.what == 'stay' and 'here' or a.what
  if call.guest == was then redis.call('HSET', key('call', a.id), 'guest', now_is[a.what]) end
  undue('guest', a.id)
  return {}
end
