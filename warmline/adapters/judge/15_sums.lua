-- What a call will add to the sums of its quarter, once its row is written. See domain/exact.py.

local SHORT = 20 -- seconds: a talk with one peer that was over sooner was not one

-- A report that comes when the call is forgotten must not begin a new memory, one without an end.
local function add_up(c, name, by)
  local k = key('call', c)
  if redis.call('EXISTS', k) == 0 then return end
  redis.call('HINCRBYFLOAT', k, 'sum:' .. name, by or 1)
end

local CAME_OF = { busy = 'missed', trouble = 'failed', dropped = 'withdrawn' }

-- What came of a phone that was rung and led to no talk. Picked up without a key: most often a
-- voicemail.
local function came_of(leg, said)
  if said == 'missed' and leg.up == '1' then return 'caught' end
  return CAME_OF[said] or said
end

-- The row is written: nothing here says any more what it was made of.
local function summed_up(c)
  local k = key('call', c)
  redis.call('HDEL', k, 'said')
  for _, name in ipairs(redis.call('HKEYS', k)) do
    if string.sub(name, 1, 4) == 'sum:' then redis.call('HDEL', k, name) end
  end
end
