-- Calls back ---------------------------------------------------------------------------------------
--
-- What was promised stands in callback:<id>, with the sealed number, for twelve hours; its live
-- record in call:<id>, like that of any call; promised:<line> says from when a supporter is asked.

local RING_BACK_AFTER = 30 -- seconds between putting the phone down and being called back
local HEARS_OUT = 120 -- seconds in which who asks once more has heard all of it and hung up
local LOOK_AGAIN = 60 -- seconds between two looks whether a supporter has come on
local BEFORE_THE_END = 60 -- seconds before the promise is forgotten, in which it is given up
local MOST_DIALS = 3 -- requests for one ring of the caller's phone, should the provider not answer

-- The live record of a call back, made of the promise, which may outlast it.
local function revive(c)
  local h = hash(key('callback', c))
  if not h.line then return nil end
  redis.call('HSET', key('call', c), 'state', 'promised', 'origin', 'callback', 'sid', '',
    'line', h.line, 'lang', h.lang, 'number', h.number, 'open', '1', 'received', h.promised_at,
    'seen', h.promised_at, 'row', h.row, 'round', 1, 'offers', 0, 'sealed', h.sealed,
    'tries', h.tries, 'keyed', '1', 'through', '1', 'caps', '')
  live(key('call', c))
  return read_call(c)
end

-- The promises of a line that stand, those that are being kept just now among them.
local function standing(line)
  local ids = {}
  for _, member in ipairs(redis.call('ZRANGE', P .. 'due', 0, -1)) do
    local c = string.match(member, '^callback|(.+)$')
    if c and redis.call('HGET', key('callback', c), 'line') == line then ids[#ids + 1] = c end
  end
  return ids
end

-- Whether a promise has been made that was not yet there when all were compared with a number.
local function made_since(line, known)
  local was = {}
  for _, c in ipairs(known) do was[c] = true end
  for _, c in ipairs(standing(line)) do
    if not was[c] then return true end
  end
  return false
end

-- The same number has asked once more: what was promised stands, with whoever is not wanted by
-- now, and is not begun before they have put the phone down.
local function asked_again(c, a, line)
  redis.call('HSET', key('callback', c), 'sealed', a.sealed)
  if redis.call('HGET', key('call', c), 'state') == 'promised' then
    redis.call('HSET', key('call', c), 'sealed', a.sealed)
  end
  redis.call('ZADD', key('promised', line), 'XX', 'GT', a.now + HEARS_OUT, c)
end

-- Nothing is left of the number.
local function erase(c, line)
  redis.call('DEL', key('callback', c))
  redis.call('ZREM', key('promised', line), c)
  undue('callback', c)
  undue('call', c)
  unwant(c)
end

-- Nobody is to call them any more. A phone that rings for it just now rings to its end.
local function take_back(c, line, now)
  if redis.call('HGET', key('call', c), 'state') == 'calling' then return end
  silence(c, now, '')
  erase(c, line)
  redis.call('DEL', key('call', c), key('asked', c), key('sids', c), key('offers', c))
end

-- They have reached a peer by themselves, in the call in which they asked for it.
local function withdraw(call, now)
  local c = call.back
  if not c or c == '' then return end
  redis.call('HDEL', key('call', call.id), 'back', 'promised')
  take_back(c, call.line, now)
end

-- They have put the phone down: from now on they can be called back.
local function release(call, now)
  local c = call.back
  if not c or c == '' then return end
  redis.call('HDEL', key('call', call.id), 'back')
  redis.call('ZADD', key('promised', call.line), 'XX', now + RING_BACK_AFTER, c)
  sooner('step', call.line, now + RING_BACK_AFTER)
end

-- Somebody waits on the line now: phones that ring for calls back are needed for them, unless
-- somebody has picked one up already.
local function make_way(line, now, legs)
  for _, c in ipairs(redis.call('ZRANGE', key('promised', line), 0, -1)) do
    local up = ''
    for _, id in ipairs(redis.call('SMEMBERS', key('offers', c))) do
      if redis.call('HGET', key('leg', id), 'up') == '1' then up = id end
    end
    for _, leg in ipairs(silence(c, now, up)) do legs[#legs + 1] = leg end
  end
end

-- When a line on which nobody waits is to be looked at again; nil when nothing is promised there.
local function next_promise(line, now)
  local first = redis.call('ZRANGE', key('promised', line), 0, 0, 'WITHSCORES')
  return first[1] and math.max(tonumber(first[2]), now + LOOK_AGAIN)
end
