-- A talk is flagged, within two hours, by whoever was in it; blocks are lifted, and counted.

function STEP.flag_keys(a)
  local rows = {}
  for _, p in ipairs(a.periods) do
    local sealed = redis.call('HGET', key('flagkey', p), 'secret')
    if sealed then rows[#rows + 1] = { period = p, sealed = sealed } end
  end
  return { keys = rows }
end

function STEP.make_flag_key(a)
  local k = key('flagkey', a.period)
  if redis.call('HSETNX', k, 'secret', a.sealed) == 1 then live(k, math.max(1, a.lasts)) end
  return { sealed = redis.call('HGET', k, 'secret') }
end

-- Whoever talks just now can be flagged.
function STEP.flaggable(a)
  local call = read_call(a.id)
  if not call or (call.leg or '') == '' then return {} end
  local k = key('flag', call.leg)
  if redis.call('EXISTS', k) == 0 then
    redis.call('HSET', k, 'phone', a.phone, 'line', call.line, 'sup', call.sup)
    live(k)
  end
  return {}
end

local function talk_to_flag(leg, window, now)
  local h = hash(key('flag', leg))
  if not h.phone then return nil end
  if h.ended and tonumber(h.ended) + window < now then return nil end
  return h
end

function STEP.flaggable_talk(a)
  local leg = a.leg ~= '' and a.leg or redis.call('GET', key('last', a.sup))
  local h = leg and talk_to_flag(leg, a.window, a.now)
  if not h then return { gone = true } end
  return { leg = leg, line = h.line, sup = h.sup, phone = h.phone }
end

-- Who has flagged a number: for each mark until when it is blocked by that flag alone, and until
-- when by that flag beside another supporter's. Written ` mark:alone:beside`, one after the other.
local function flaggers(block)
  local all = {}
  local by = redis.call('HGET', block, 'by') or ''
  for mark, alone, beside in string.gmatch(by, '(%x+):(%d+):(%d+)') do
    all[mark] = { tonumber(alone), tonumber(beside) }
  end
  return all
end

local function another_has(all, own)
  for mark in pairs(all) do
    if mark ~= own then return true end
  end
  return false
end

-- Until when a number is blocked by all these flags: each flagger's block is their own, and the
-- flags of two make it longer.
local function block_lasts(all)
  local alone, beside, marks = 0, 0, 0
  for _, one in pairs(all) do
    alone, beside, marks = math.max(alone, one[1]), math.max(beside, one[2]), marks + 1
  end
  return marks > 1 and beside or alone
end

local function keep_flaggers(block, all)
  local by = {}
  for mark, one in pairs(all) do
    by[#by + 1] = string.format(' %s:%d:%d', mark, one[1], one[2])
  end
  table.sort(by)
  redis.call('HSET', block, 'by', table.concat(by), 'until', block_lasts(all))
end

function STEP.flag(a)
  local h = talk_to_flag(a.leg, a.window, a.now)
  if not h then return { said = 'late' } end
  local k = key('flag', a.leg)
  if h.flagged == '1' then return { said = 'already' } end
  redis.call('HSET', k, 'flagged', '1')
  redis.call('INCR', key('flags', a.line .. ':' .. a.week))
  live_for_days(key('flags', a.line .. ':' .. a.week), a.counted)
  local token, own = a.tokens[1], a.marks[1]
  if not token then return { said = 'open' } end
  local b = key('block', a.line .. ':' .. token)
  local all = flaggers(b)
  local was = all[own]
  local before = a.tokens[2] and key('block', a.line .. ':' .. a.tokens[2])
  local before_too = before and another_has(flaggers(before), a.marks[2])
  local longer = before_too or another_has(all, own)
  -- To the full hour after it: until when it lasts must not tell to the second when they talked.
  local function over(seconds) return math.ceil((a.now + seconds) / HOUR) * HOUR end
  all[own] = { over(before_too and a.longer or a.soft), over(a.longer) }
  keep_flaggers(b, all)
  live(b, math.max(1, a.lasts))
  redis.call('ZADD', key('blocks', a.line), block_lasts(all), token)
  live_for_days(key('blocks', a.line), a.longest)
  redis.call('HSET', k, 'token', token, 'mark', own, 'was', was and cjson.encode(was) or '')
  -- What that number was promised would lead to a peer.
  if a.same ~= '' then take_back(a.same, a.line, a.now) end
  return { said = longer and 'longer' or 'noted' }
end

-- Whoever has flagged their last talk takes it back: what others have flagged stays blocked.
function STEP.unflag(a)
  local leg = redis.call('GET', key('last', a.sup))
  local h = leg and hash(key('flag', leg)) or {}
  if h.flagged ~= '1' then return { done = false } end
  redis.call('HDEL', key('flag', leg), 'flagged', 'token', 'mark', 'was')
  if not h.token then return { done = true } end
  local b = key('block', h.line .. ':' .. h.token)
  if redis.call('EXISTS', b) == 0 then return { done = true } end
  local all = flaggers(b)
  all[h.mark] = h.was ~= '' and cjson.decode(h.was) or nil
  if next(all) == nil then
    redis.call('DEL', b)
    redis.call('ZREM', key('blocks', h.line), h.token)
  else
    keep_flaggers(b, all)
    redis.call('ZADD', key('blocks', h.line), block_lasts(all), h.token)
  end
  return { done = true }
end

function STEP.lift_blocks(a)
  local k = key('blocks', a.line)
  local any = redis.call('ZCOUNT', k, a.now, '+inf') > 0
  for _, token in ipairs(redis.call('ZRANGE', k, 0, -1)) do
    redis.call('DEL', key('block', a.line .. ':' .. token))
  end
  redis.call('DEL', k)
  return { any = any }
end

function STEP.flags_of(a)
  local counts = {}
  for _, week in ipairs(a.weeks) do
    counts[#counts + 1] = tonumber(redis.call('GET', key('flags', a.line .. ':' .. week)) or '0')
  end
  return { counts = counts, blocked = redis.call('ZCOUNT', key('blocks', a.line), a.now, '+inf') > 0 }
end
