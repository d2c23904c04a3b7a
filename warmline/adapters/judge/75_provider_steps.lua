-- The provider's limits, and its troubles.

-- A slot for a call that is no phone for a live caller: `kind` is callback or other. `wait_until`
-- is when to ask again; it is missing when the call may be made now.
function STEP.slot(a)
  local asked = redis.call('ZSCORE', WANTED, a.who)
  local rank = asked and tonumber(asked) or RANK[a.kind] + a.now
  return { wait_until = take_slot(a.who, rank, a.rate, a.now) }
end

-- The provider could not, or would not. With `until_` nobody asks it for a call before then.
function STEP.trouble(a)
  redis.call('HINCRBY', PROVIDER, a.kind, 1)
  redis.call('HSET', PROVIDER, a.kind .. '_at', a.now)
  if a.code and a.code ~= '' then redis.call('HSET', PROVIDER, 'code', a.code) end
  redis.call('EXPIRE', PROVIDER, HOUR)
  if a.until_ then
    local known = tonumber(redis.call('HGET', SLOTS, 'closed_until') or '0')
    -- What a clock that was set back has left there counts for nothing.
    if known < a.until_ or known > a.now + LONGEST_PAUSE then
      redis.call('HSET', SLOTS, 'closed_until', a.until_)
    end
    redis.call('EXPIRE', SLOTS, SLOTS_TTL)
  end
  return {}
end

function STEP.troubles(a) return { provider = hash(PROVIDER) } end

-- The answer to the request for this phone was lost: it may be ringing. It is nobody's any more,
-- so the next one is rung; its supporter is not rung again until it is known.
function STEP.lost(a)
  local leg = read_leg(a.leg)
  if not leg or leg.state ~= 'dialing' then return { lost = leg ~= nil and leg.state == 'lost' } end
  redis.call('HSET', key('leg', a.leg), 'state', 'lost')
  redis.call('SREM', key('offers', leg.call), a.leg)
  due('leg', a.leg, a.until_)
  due('step', leg.line, a.now)
  return { lost = true }
end

-- The calls that have not ended: each has a deadline at which it is asked after.
function STEP.believed(a)
  local rows = {}
  for _, member in ipairs(redis.call('ZRANGE', P .. 'due', 0, -1)) do
    local call = string.sub(member, 1, 5) == 'gone|' and read_call(string.sub(member, 6))
    if call and call.state ~= 'ended' then rows[#rows + 1] = call end
  end
  return { calls = rows }
end

-- A store without this mark is new, or was emptied while phones were in use.
function STEP.awake(a)
  if redis.call('SETNX', P .. 'awake', 1) == 1 then due('reconcile', 'all', a.now) end
  return {}
end
