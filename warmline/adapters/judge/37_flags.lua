-- Flags and blocks ---------------------------------------------------------------------------------
--
-- flag:<leg> holds the sealed number of a talk, until two hours after it; block:<line>:<token> keeps
-- a number from the peers of a line, the token being a short hash that only a key of the period
-- makes. No number and no call stands beside it.

local FLAG_TTL = 2 * 3600

-- Until when one of these tokens is blocked; nil if none is.
local function blocked_until(line, tokens, now)
  local until_ = 0
  for _, token in ipairs(tokens or {}) do
    local at = tonumber(redis.call('HGET', key('block', line .. ':' .. token), 'until') or '0')
    until_ = math.max(until_, at)
  end
  return until_ > now and until_ or nil
end

-- The talk of this phone is over: from now on it can be flagged for two hours.
local function flag_window(leg, now)
  local k = key('flag', leg.id)
  if redis.call('EXISTS', k) == 0 then return end
  redis.call('HSET', k, 'ended', now)
  live(k, FLAG_TTL)
  redis.call('SET', key('last', leg.sup), leg.id, 'EX', FLAG_TTL)
end
