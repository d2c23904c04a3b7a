-- The one judge of live calls. Every change of a call, an offer or a supporter's presence is one
-- run of this function, so it is atomic. NEXT (above, written by Python from warmline.domain.call)
-- says what may happen to a call; nothing here decides that a second time.
--
-- The first argument names the step, the second has its own as JSON; the answer is JSON. Times are
-- seconds since the epoch and always come from the asker's clock, so that tests can run them fast.
-- Keys are made here from opaque ids: one server (or one hash slot) holds them all.
--
-- The third argument is the asker's mark of this one run, or empty for a step that only reads. A
-- client whose connection was cut before the answer asks again by itself: it gets the same answer,
-- and nothing happens twice.

local asker = '' -- the mark of the run that is under way

local P = 'wl:'
local TROUBLE_PAUSE = 2
local MEETING = 30 -- seconds for hearing who is here, before the caller is fetched once more
local FETCH_AFTER = 2
local HUSH_AFTER = 0.5 -- a phone to silence that no job has silenced by then is due
local GOODBYE = 8 -- seconds for which somebody who let an offer go may still hear a sentence
local AFTERWARDS = 60 -- seconds for which somebody who has talked may still choose what comes next
local MET = 12 -- seconds after which it is asked whether both phones of a new talk are there
local COMPARED = 60 -- seconds after which live calls are compared with the provider's
local ONCE = 10 -- seconds for which an answer is kept for an asker who did not get it
local LIVE_TTL = 5 * 3600 -- the provider ends every call after four hours
local DAY = 24 * 3600 -- after which nothing tells any more when somebody helped or was rung

local function key(kind, id) return P .. kind .. ':' .. id end

local function hash(k)
  local flat = redis.call('HGETALL', k)
  local h = {}
  for i = 1, #flat, 2 do h[flat[i]] = flat[i + 1] end
  return h
end

local function due(kind, id, at) redis.call('ZADD', P .. 'due', at, kind .. '|' .. id) end
local function undue(kind, id) redis.call('ZREM', P .. 'due', kind .. '|' .. id) end
local function sooner(kind, id, at) redis.call('ZADD', P .. 'due', 'LT', at, kind .. '|' .. id) end

local function live(k, ttl) redis.call('EXPIRE', k, ttl or LIVE_TTL) end

-- What lives for days ends at a midnight (UTC) before that: else its end would tell to the second
-- when it was last written, and so when a talk ended.
local function live_for_days(k, ttl)
  local now = tonumber(redis.call('TIME')[1])
  redis.call('EXPIREAT', k, math.floor((now + ttl) / DAY) * DAY)
end

local function read_call(c)
  local h = hash(key('call', c))
  if not h.state then return nil end
  h.id = c
  return h
end
