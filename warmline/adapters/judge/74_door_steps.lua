-- What supporters text, and the # door: each text is answered once, and no PIN is tried for long.

local TEXTED_TTL = 31 * DAY

-- Whether this text is heard for the first time, and not one of very many of one supporter: whoever
-- forges their number cannot fill their phone with answers.
function STEP.first_text(a)
  local texted = key('texted', a.sid)
  if not redis.call('SET', texted, 1, 'NX', 'EX', DAY) then return { first = false } end
  if a.sup == '' then return { first = true } end
  -- The provider's signature has no time in it: what a supporter texted may change something, and
  -- is not heard again for a month.
  live_for_days(texted, TEXTED_TTL)
  local k = key('texting', a.sup .. ':' .. math.floor(a.now / HOUR))
  local count = redis.call('INCR', k)
  live(k, HOUR)
  return { first = count <= a.most, many = count == a.most + 1 }
end

-- Whether a phone that nobody knows is answered: once a day, and so many of a line.
function STEP.stranger(a)
  local k = key('strangers', a.line)
  if redis.call('SCARD', k) >= a.most or redis.call('SADD', k, a.mark) == 0 then
    return { answer = false }
  end
  live(k, math.ceil(a.ends - a.now))
  return { answer = true }
end

-- Somebody begins to say who they are; empty for nobody whom we know.
function STEP.come_to_door(a)
  local call = read_call(a.id)
  if not call then return { gone = true } end
  local k = key('door', a.id)
  redis.call('DEL', k)
  redis.call('HSET', k, 'who', a.who, 'mark', a.mark, 'own', a.own)
  live(k, DOOR_TTL)
  return {}
end

function STEP.at_door(a) return { door = at_door(a.id) } end

-- A PIN is about to be tried: it is counted before anybody knows whether it is right, so that
-- many at once count as many. After some that were not, each wait is twice the last one.
function STEP.try_pin(a)
  local door = hash(key('door', a.id))
  if not door.mark then return { gone = true } end
  local k = key('pin', door.mark)
  local until_ = tonumber(redis.call('HGET', k, 'until') or '0')
  if until_ > a.now then return { wait = until_ - a.now } end
  if door.own ~= '1' then
    local slot = math.floor(a.now / HOUR)
    local all = key('pins', a.line .. ':' .. slot)
    if tonumber(redis.call('GET', all) or '0') >= a.most then
      return { wait = (slot + 1) * HOUR - a.now }
    end
    redis.call('INCR', all)
    live(all, HOUR)
  end
  local tries = redis.call('HINCRBY', k, 'tries', 1)
  if tries >= a.free then
    local wait = math.min(a.longest, a.first * 2 ^ (tries - a.free))
    redis.call('HSET', k, 'until', a.now + wait)
  end
  live(k, DAY)
  return { wait = 0 }
end

-- The PIN was right.
function STEP.signed_in(a)
  local k = key('door', a.id)
  local mark = redis.call('HGET', k, 'mark')
  if not mark then return { gone = true } end
  redis.call('DEL', key('pin', mark))
  redis.call('HSET', k, 'signed', '1')
  live(k, DOOR_TTL)
  if read_call(a.id) then redis.call('HSET', key('call', a.id), 'door', '1') end
  return {}
end

-- The new PIN that they chose, as a hash, until they have said it once more; empty to forget it.
function STEP.fresh_pin(a)
  local k = key('door', a.id)
  if redis.call('HGET', k, 'signed') ~= '1' then return { gone = true } end
  redis.call('HSET', k, 'fresh', a.fresh)
  live(k, DOOR_TTL)
  return {}
end
