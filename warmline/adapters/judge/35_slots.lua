-- The provider's calls per second ---------------------------------------------------------------

-- All workers of all machines share one bucket. `next` is when the call after the last one is due;
-- a burst of one second's worth may go before that. Nothing in the store: a full bucket.

local SLOTS = P .. 'slots'
local WANTED = P .. 'slots:wanted'
local PROVIDER = P .. 'provider'
local ROUNDING = 0.001 -- seconds: Redis keeps ten thousandths of them
local LATE = 0.25 -- seconds by which a worker may be late for a slot without losing a part of it
local HELD = 0.5 -- seconds for which a slot waits for whoever stands first
local SOON = 0.25 -- seconds after which it is looked again whether they came for it
local LONGEST_PAUSE = 60 -- seconds; whatever the provider or a clock says
local SLOTS_TTL = 120
-- Who goes first: a phone for a live caller, then callbacks, then everything else. Among callers,
-- who has no phone ringing yet goes before who has one, and who waits longest before the others.
local STEP_OF_ONE_PHONE = 1e10
local RANK = { callback = 1e12, other = 2e12 }

local function unwant(who)
  redis.call('ZREM', WANTED, who)
  redis.call('HDEL', SLOTS, 'held:' .. who)
end

-- Who stands first, of those who have asked and still come back.
local function first_in_line(now)
  while true do
    local row = redis.call('ZRANGE', WANTED, 0, 0, 'WITHSCORES')
    if not row[1] then return nil end
    local held = redis.call('HGET', SLOTS, 'held:' .. row[1])
    if held and tonumber(held) >= now and tonumber(held) <= now + LONGEST_PAUSE + HELD then
      return row[1], tonumber(row[2])
    end
    unwant(row[1])
  end
end

-- Takes a slot that is free now: nil. Otherwise when to ask again; until then it is remembered
-- who asked. Nothing is given for later: whoever has a slot uses it at once.
local function take_slot(who, rank, rate, now)
  if not rate or rate <= 0 then return nil end
  local known = redis.call('HMGET', SLOTS, 'next', 'closed_until')
  local burst = math.max(1, rate)
  local next_one = tonumber(known[1] or '0')
  if next_one > now + burst / rate + ROUNDING then
    -- A clock was set back: nobody waits for longer than an empty bucket takes to fill.
    next_one = now + burst / rate
    redis.call('HSET', SLOTS, 'next', next_one)
  end
  local free_at = next_one - (burst - 1) / rate
  local closed_until = tonumber(known[2] or '0')
  if closed_until <= now + LONGEST_PAUSE then free_at = math.max(free_at, closed_until) end
  local first, first_rank = first_in_line(now)
  local free = free_at <= now + ROUNDING
  if free and (not first or first == who or rank <= first_rank) then
    unwant(who)
    local since = next_one < now - LATE and now or next_one
    redis.call('HSET', SLOTS, 'next', since + 1 / rate)
    redis.call('EXPIRE', SLOTS, SLOTS_TTL)
    return nil
  end
  local again = free and now + SOON or free_at
  redis.call('ZADD', WANTED, rank, who)
  redis.call('EXPIRE', WANTED, SLOTS_TTL)
  redis.call('HSET', SLOTS, 'held:' .. who, again + HELD)
  redis.call('EXPIRE', SLOTS, SLOTS_TTL)
  return again
end
