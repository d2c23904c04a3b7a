-- Floods: more calls than people mean ------------------------------------------------------------
--
-- Counted are calls of a line in slots of ten seconds, who waits, and how often a supporter is
-- rung; never a number. Who has come to wait once is through: nothing here is asked of them again.

local SLOT = 10 -- seconds that are counted together
local MINUTE = 6 -- slots
local FLOOD_LASTS = 600 -- seconds after the last call that was turned away
local ASKING_LASTS = 60 -- seconds for which a place among those who asked is kept without a word
local WINDOW = 600 -- seconds in which a supporter is rung so often at most

-- What the line takes in, as it stood when the call arrived: calls a minute, waiting, offers.
local function caps_of(call)
  local calls, waiting, offers = string.match(call.caps or '', '^(%d+) (%d+) (%d+)$')
  if not calls then return nil end
  return { calls = tonumber(calls), waiting = tonumber(waiting), offers = tonumber(offers) }
end

-- One more call of a line: how many were there in the last minute?
local function arrivals(line, now)
  local slot = math.floor(now / SLOT)
  redis.call('INCR', key('arrived', line .. ':' .. slot))
  live(key('arrived', line .. ':' .. slot), SLOT * (MINUTE + 1))
  local slots = {}
  for n = slot - MINUTE + 1, slot do slots[#slots + 1] = key('arrived', line .. ':' .. n) end
  local sum = 0
  for _, count in ipairs(redis.call('MGET', unpack(slots))) do
    sum = sum + tonumber(count or '0')
  end
  return sum
end

local function flood_on(line, now)
  return tonumber(redis.call('HGET', key('flood', line), 'until') or '0') > now
end

local function turn_away(call, caps, now)
  redis.call('HSET', key('call', call.id), 'flooded', '1')
  redis.call('HINCRBY', key('call', call.id), 'asks', 1)
  redis.call('HSET', key('flood', call.line), 'until', now + FLOOD_LASTS, 'offers', caps.offers)
  live(key('flood', call.line), FLOOD_LASTS)
end

-- How many of those who were turned away and pressed a key asked before this one, up to `most`.
local function ahead(call, most, now)
  local k = key('asking', call.line)
  local count = 0
  for _, c in ipairs(redis.call('ZRANGE', k, 0, -1)) do
    if c == call.id or count >= most then break end
    local asked = tonumber(redis.call('HGET', key('call', c), 'asked_at') or '0')
    if asked + ASKING_LASTS < now then redis.call('ZREM', k, c) else count = count + 1 end
  end
  return count
end

local function silent_waiting(line)
  local count = 0
  for _, c in ipairs(redis.call('ZRANGE', key('waiting', line), 0, -1)) do
    if redis.call('HGET', key('call', c), 'keyed') ~= '1' then count = count + 1 end
  end
  return count
end

local function stop_asking(call) redis.call('ZREM', key('asking', call.line), call.id) end

local function has_room(call, caps, now)
  local room = caps.waiting - redis.call('ZCARD', key('waiting', call.line))
  if room <= 0 or ahead(call, room, now) >= room then return false end
  if call.keyed == '1' then return true end
  -- Whoever says nothing may be nobody: half of the places are for those who pressed a key.
  return silent_waiting(call.line) < math.ceil(caps.waiting / 2)
end

-- Whether somebody who wants a peer for the first time has to be told that there is no room.
local function no_room(call, now)
  local caps = caps_of(call)
  if not caps or call.through == '1' or tonumber(call.wanted_at or '0') > 0 then return false end
  if has_room(call, caps, now) then
    stop_asking(call)
    return false
  end
  turn_away(call, caps, now)
  redis.call('HSET', key('call', call.id), 'asked_at', now)
  if call.keyed == '1' then
    redis.call('ZADD', key('asking', call.line), 'NX', now, call.id)
    live(key('asking', call.line))
  end
  return true
end

-- A call has arrived. Whoever is taken up again was here before.
local function arrive(call, now)
  local caps = caps_of(call)
  if not caps or call.through == '1' or call.open ~= '1' then return end
  if arrivals(call.line, now) > caps.calls then turn_away(call, caps, now) end
end

-- A phone is reserved: a supporter who was rung so often in a flood is left in peace for a while.
local function spare(sup, line, now)
  local flood = redis.call('HMGET', key('flood', line), 'until', 'offers')
  if tonumber(flood[1] or '0') <= now then return end
  local most = tonumber(flood[2])
  local k = key('rung', sup)
  redis.call('LPUSH', k, now)
  redis.call('LTRIM', k, 0, most - 1)
  live(k, WINDOW)
  local first = tonumber(redis.call('LINDEX', k, most - 1) or '0')
  if first + WINDOW > now then
    redis.call('HSET', key('sup', sup), 'spared_until', first + WINDOW)
    changed(sup)
  end
end

-- The same for slots of the provider: behind every phone for those who pressed a key.
local function behind_in_flood(call, now)
  if call.keyed == '1' or not flood_on(call.line, now) then return 0 end
  return 50 * STEP_OF_ONE_PHONE
end

-- While a flood is on, one phone rings for who has said nothing, not one more every few seconds.
local function phones_in_flood(call, want, now)
  if call.keyed == '1' or not flood_on(call.line, now) then return want end
  return math.min(want, 1)
end

-- While a flood is on, whoever has said nothing comes after those who pressed a key.
local function in_fair_order(rows, line, now)
  if not flood_on(line, now) then return rows end
  local fair = {}
  for _, keyed in ipairs({ true, false }) do
    for _, row in ipairs(rows) do
      if (row.call.keyed == '1') == keyed then fair[#fair + 1] = row end
    end
  end
  return fair
end
