-- Supporters ------------------------------------------------------------------------------------

-- What they have carried stands apart from what they do now: being rung does not keep it alive.
local function carried_key(sup) return key('sup', sup .. ':carried') end

-- Every change of what is true of a supporter has a number, so that a worker who knew them all
-- asks only for those who changed since. A store that begins anew counts under another mark, and
-- each run of a server under its own: a replica that was promoted, or a file that was put back, may
-- be some changes behind what a worker has seen, and count on past them.
local CHANGES, CHANGED = P .. 'changes', P .. 'changed'
local server -- this run of the server, once it was asked for; the library is read anew by the next

local function this_server()
  if not server then
    local said = redis.pcall('INFO', 'server')
    server = type(said) == 'string' and string.match(said, 'run_id:(%x+)') or ''
  end
  return server
end

local function changed(sup)
  local n = redis.call('HINCRBY', CHANGES, 'last', 1)
  if n == 1 then redis.call('HSET', CHANGES, 'mark', asker) end
  redis.call('ZADD', CHANGED, n, sup)
  live_for_days(CHANGES, 2 * DAY)
  live_for_days(CHANGED, 2 * DAY)
end

local function serve(sup, ...)
  redis.call('HSET', key('sup', sup), ...)
  live(key('sup', sup), DAY)
  changed(sup)
end

local function let_go(leg, now)
  local k = key('sup', leg.sup)
  if redis.call('HGET', k, 'busy') ~= leg.id then return end
  redis.call('HSET', k, 'busy', '')
  changed(leg.sup)
  -- They still hear how the call went on without them; their phone would be engaged.
  if leg.up == '1' and leg.gone ~= '1' then
    serve(leg.sup, 'not_before', now + (leg.bridged == '1' and AFTERWARDS or GOODBYE))
  end
end

-- Their phone has ended: from now on it may ring again, and can accept no more.
local function phone_gone(leg, now)
  leg.gone = '1'
  redis.call('HSET', key('leg', leg.id), 'gone', '1')
  undue('hush', leg.id)
  local k = key('sup', leg.sup)
  if leg.up == '1' and (redis.call('HGET', k, 'busy') or '') == '' then
    redis.call('HDEL', k, 'not_before')
    changed(leg.sup)
    due('step', leg.line, now)
  end
end

-- Whoever was rung very often in a flood is left in peace as if they rested.
local function rests_until(sup)
  local rest = redis.call('HGET', carried_key(sup), 'rest_until')
  local spared = redis.call('HGET', key('sup', sup), 'spared_until')
  return math.max(tonumber(rest or '0'), tonumber(spared or '0'))
end

local function rest(sup, now, seconds)
  redis.call('HSET', carried_key(sup), 'rest_until', now + seconds)
  changed(sup)
  due('rest', sup, now + seconds)
end

-- What they have carried on each day of this week, for the limits of day and week: whole minutes,
-- so that no talk can be told by its length. Days are dates in the line's zone, as the asker writes
-- them; what was before this week, which began on `week`, goes.
local WEEK_TTL = 8 * DAY
local function days_key(sup) return key('days', sup) end

local function carried_today(leg, talked)
  if (leg.day or '') == '' then return end
  local k = days_key(leg.sup)
  for _, name in ipairs(redis.call('HKEYS', k)) do
    if string.match(name, ':(.*)$') < leg.week then redis.call('HDEL', k, name) end
  end
  redis.call('HINCRBY', k, 'calls:' .. leg.day, leg.rest_left and 0 or 1)
  redis.call('HINCRBY', k, 'minutes:' .. leg.day, math.ceil(talked / 60))
  live_for_days(k, WEEK_TTL)
end

-- Adds a talk to what this supporter has carried in the shift, and lets them rest. A phone is let
-- go by its call once, so nothing is counted twice. Whoever comes back to their caller (their phone
-- was lost, say) goes on with the same call: what they gave up of their rest for it comes, and is
-- paid, after the last talk.
local function carried(leg, talked, now)
  local k = carried_key(leg.sup)
  if redis.call('HGET', k, 'shift') ~= leg.shift then
    redis.call('HSET', k, 'shift', leg.shift, 'calls', 0, 'talk_seconds', 0)
  end
  carried_today(leg, talked)
  redis.call('HINCRBY', k, 'calls', leg.rest_left and 0 or 1)
  redis.call('HINCRBYFLOAT', k, 'talk_seconds', talked)
  redis.call('HSET', k, 'last_help', now)
  live(k, DAY)
  local whole = talked + tonumber(leg.earlier_talk or '0')
  local long = whole >= tonumber(leg.long_after) or leg.hard == '1'
  local wrap = tonumber(long and leg.long_wrap or leg.wrap)
  local left = tonumber(leg.rest_left or '0')
  local more = math.max(0, wrap - left)
  -- For pay, like the minutes talked.
  if (leg.day or '') ~= '' then
    redis.call('HINCRBY', days_key(leg.sup), 'wrap:' .. leg.day, math.ceil(more / 60))
  end
  rest(leg.sup, now, left + more)
  add_up(leg.call, 'wrap', more)
  if talked < SHORT then add_up(leg.call, 'short') end
end

local function presence(sup)
  local h = hash(key('sup', sup))
  for name, value in pairs(hash(carried_key(sup))) do h[name] = value end
  for name, value in pairs(hash(days_key(sup))) do h[name] = value end
  h.sup = sup
  return h
end

-- Who has changed since number `after` of the count that is known by `mark`; if that count is
-- another one by now, everybody of whom anything is known at all. At most `most` in one answer.
local function changes_since(a)
  local known = redis.call('HMGET', CHANGES, 'mark', 'last')
  local last = tonumber(known[2] or '0')
  local mark = known[1] and known[1] .. this_server() or ''
  local whole = mark ~= a.mark or last < a.after
  local after = whole and 0 or a.after
  local found = redis.call('ZRANGE', CHANGED, '(' .. after, '+inf', 'BYSCORE', 'LIMIT', 0, a.most,
    'WITHSCORES')
  local rows, upto = {}, last
  for i = 1, #found, 2 do
    rows[#rows + 1] = presence(found[i])
    upto = tonumber(found[i + 1])
  end
  local more = #rows == a.most
  return { mark = mark, upto = more and upto or last, whole = whole, more = more, rows = rows }
end
