-- The one judge of live calls. Every change of a call, an offer or a supporter's presence is one
-- run of this script, so it is atomic. NEXT (above, written by Python from warmline.domain.call)
-- says what may happen to a call; nothing here decides that a second time.
--
-- ARGV[1] names the step, ARGV[2] its arguments as JSON; the answer is JSON. Times are seconds
-- since the epoch and always come from the asker's clock, so that tests can run them fast.
-- Keys are made here from opaque ids: one server (or one hash slot) holds them all.
--
-- ARGV[3] is the asker's mark of this one run, or empty for a step that only reads. A client whose
-- connection was cut before the answer asks again by itself: it gets the same answer, and nothing
-- happens twice.

local P = 'wl:'
local TROUBLE_PAUSE = 2
local MEETING = 30 -- seconds for hearing who is here, before the caller is fetched once more
local FETCH_AFTER = 2
local HUSH_AFTER = 0.5 -- a phone to silence that no job has silenced by then is due
local GOODBYE = 8 -- seconds for which somebody who let an offer go may still hear a sentence
local MET = 12 -- seconds after which it is asked whether both phones of a new talk are there
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

local function read_call(c)
  local h = hash(key('call', c))
  if not h.state then return nil end
  h.id = c
  return h
end

-- Supporters ------------------------------------------------------------------------------------

-- What they have carried stands apart from what they do now: being rung does not keep it alive.
local function carried_key(sup) return key('sup', sup .. ':carried') end

local function serve(sup, ...)
  redis.call('HSET', key('sup', sup), ...)
  live(key('sup', sup), DAY)
end

local function let_go(leg, now)
  local k = key('sup', leg.sup)
  if redis.call('HGET', k, 'busy') ~= leg.id then return end
  redis.call('HSET', k, 'busy', '')
  -- They still hear how the call went on without them; their phone would be engaged.
  if leg.up == '1' and leg.gone ~= '1' then serve(leg.sup, 'not_before', now + GOODBYE) end
end

-- Their phone has ended: from now on it may ring again, and can accept no more.
local function phone_gone(leg, now)
  leg.gone = '1'
  redis.call('HSET', key('leg', leg.id), 'gone', '1')
  undue('hush', leg.id)
  local k = key('sup', leg.sup)
  if leg.up == '1' and (redis.call('HGET', k, 'busy') or '') == '' then
    redis.call('HDEL', k, 'not_before')
    due('step', leg.line, now)
  end
end

local function rest(sup, now, seconds)
  redis.call('HSET', carried_key(sup), 'rest_until', now + seconds)
  due('rest', sup, now + seconds)
end

-- Adds a stretch of talk to what this supporter has carried in the shift, and lets them rest.
local function carried(leg, talked, now)
  local k = carried_key(leg.sup)
  if redis.call('HGET', k, 'shift') ~= leg.shift then
    redis.call('HSET', k, 'shift', leg.shift, 'calls', 0, 'talk_seconds', 0)
  end
  if leg.counted ~= '1' then
    redis.call('HINCRBY', k, 'calls', 1)
    redis.call('HSET', key('leg', leg.id), 'counted', '1')
  end
  redis.call('HINCRBYFLOAT', k, 'talk_seconds', talked)
  redis.call('HSET', k, 'last_help', now)
  live(k, DAY)
  local long = talked >= tonumber(leg.long_after)
  rest(leg.sup, now, tonumber(long and leg.long_wrap or leg.wrap))
end

-- Offers ----------------------------------------------------------------------------------------

local function read_leg(id)
  if not id or id == '' then return nil end
  local h = hash(key('leg', id))
  if not h.call then return nil end
  h.id = id
  return h
end

-- Ends an offer that has led to no talk. Ending it a second time changes nothing.
local function close(leg, said, now)
  if leg.state == 'closed' or leg.state == 'joined' or leg.state == 'over' then return false end
  leg.state = 'closed'
  redis.call('HSET', key('leg', leg.id), 'state', 'closed', 'said', said)
  redis.call('SREM', key('offers', leg.call), leg.id)
  -- The second round of one caller is the last for them, and not a second miss.
  local once_more = leg.repeated == '1' and (said == 'missed' or said == 'busy')
  -- A report that comes when the call is forgotten must not begin a new memory, one without an end.
  if redis.call('EXISTS', key('asked', leg.call)) == 1 then
    redis.call('HSET', key('asked', leg.call), leg.sup, once_more and 'given_up' or said)
  end
  undue('leg', leg.id)
  let_go(leg, now)
  if said == 'missed' and not once_more then
    redis.call('HINCRBY', key('sup', leg.sup), 'misses', 1)
  elseif said == 'passed' then
    serve(leg.sup, 'misses', 0)
  end
  if said == 'trouble' then
    -- The provider is asked again in a moment, not in a loop.
    serve(leg.sup, 'not_before', now + TROUBLE_PAUSE)
    sooner('step', leg.line, now + TROUBLE_PAUSE)
  else
    due('step', leg.line, now)
  end
  return true
end

-- Silences every phone that rings for a call but one. Gives those legs as they were.
local function silence(c, now, but)
  local legs = {}
  for _, id in ipairs(redis.call('SMEMBERS', key('offers', c))) do
    if id ~= but then
      local leg = read_leg(id)
      if leg then
        local was = leg.state
        close(leg, 'dropped', now)
        leg.state = was
        if leg.sid and leg.sid ~= '' then
          legs[#legs + 1] = leg
          due('hush', id, now + HUSH_AFTER)
        end
      end
      redis.call('SREM', key('offers', c), id)
    end
  end
  return legs
end

-- Calls -----------------------------------------------------------------------------------------

local RINGS = { waiting = true }
local WITH_PEER = { joining = true, talking = true, aside = true }

-- What a caller wishes is not kept of a call that has ended.
local function keep_wish(call, sealed)
  if sealed and sealed ~= '' and call.state ~= 'ended' then
    redis.call('HSET', key('call', call.id), 'sealed', sealed)
  end
end

local function stop_talk_clock(call, now)
  local since = tonumber(call.talk_from or '0')
  if since <= 0 then return 0 end
  local stretch = math.max(0, now - since)
  redis.call('HSET', key('call', call.id), 'talk_from', 0)
  redis.call('HINCRBYFLOAT', key('call', call.id), 'talked', stretch)
  return stretch
end

-- The supporter's phone no longer belongs to the call.
local function part(call, event, now)
  local leg = read_leg(call.leg)
  local stretch = stop_talk_clock(call, now)
  redis.call('HSET', key('call', call.id), 'leg', '', 'sup', '', 'again', '')
  if not leg then return nil end
  redis.call('HSET', key('leg', leg.id), 'state', 'over', 'why', event)
  let_go(leg, now)
  if leg.bridged == '1' then carried(leg, stretch, now) end
  if event == 'peer_left' then
    redis.call('HSET', key('call', call.id), 'again', leg.sup, 'first', '1')
    redis.call('HDEL', key('asked', call.id), leg.sup)
    redis.call('HSET', key('call', call.id), 'parted_at', now)
    due('fetch', call.id, now + FETCH_AFTER)
  else
    if leg.sid and leg.sid ~= '' then due('hush', leg.id, now + HUSH_AFTER) end
    -- Only whom the caller did not want is left in peace for the rest of this call.
    if event ~= 'declined' then redis.call('HSET', key('asked', call.id), leg.sup, 'dropped') end
  end
  due('step', leg.line, now)
  return leg
end

local function start_waiting(call, now)
  local k = key('call', call.id)
  if tonumber(call.wanted_at or '0') <= 0 then
    redis.call('HSET', k, 'wanted_at', now)
    call.wanted_at = tostring(now)
  end
  redis.call('HSET', k, 'ring_since', now)
  local place = redis.call('HGET', k, 'first') == '1' and 1 or tonumber(call.wanted_at)
  redis.call('ZADD', key('waiting', call.line), place, call.id)
  due('step', call.line, now)
end

local function stop_waiting(call) redis.call('ZREM', key('waiting', call.line), call.id) end

-- Should we never hear of its end, it is deleted there all the same, once it must be over.
local function forget_in_the_end(sid, now)
  redis.call('ZADD', P .. 'forget', 'NX', now + LIVE_TTL, sid)
end

-- Everything the provider keeps of this call is to be deleted there.
local function forget_at_provider(call, now)
  redis.call('ZADD', P .. 'forget', now, call.sid)
  for _, sid in ipairs(redis.call('SMEMBERS', key('sids', call.id))) do
    redis.call('ZADD', P .. 'forget', now, sid)
  end
end

local function finish(call, now, keep)
  redis.call('HSET', key('call', call.id), 'ended', now)
  redis.call('HDEL', key('call', call.id), 'sealed')
  stop_waiting(call)
  undue('join', call.id)
  undue('gone', call.id)
  undue('fetch', call.id)
  due('row', call.id, now)
  forget_at_provider(call, now)
  for _, kind in ipairs({ 'call', 'asked', 'sids', 'offers' }) do live(key(kind, call.id), keep) end
  if call.sid then live(key('sid', call.sid), keep) end
end

-- One step of a call. Gives nil and the state when the event comes too late.
local function move(call, event, now, keep)
  local before = call.state
  local to = NEXT[before .. ' ' .. event]
  if not to then return nil end
  local out = { before = before, dropped = {} }
  redis.call('HSET', key('call', call.id), 'state', to)
  call.state = to
  if RINGS[before] and not RINGS[to] then
    out.dropped = silence(call.id, now, '')
    stop_waiting(call)
  end
  if before == 'joining' then undue('join', call.id) end
  if WITH_PEER[before] and not WITH_PEER[to] then
    out.peer = part(call, event, now)
  elseif to == 'aside' then
    stop_talk_clock(call, now)
  end
  if RINGS[to] and not RINGS[before] then start_waiting(call, now)
  -- Whom to ring was chosen anew: two phones first, not as many as after a long wait.
  elseif event == 'wants_peer' then redis.call('HSET', key('call', call.id), 'ring_since', now) end
  if to == 'talking' and before ~= 'talking' then
    redis.call('HSET', key('call', call.id), 'talk_from', now)
    redis.call('HSETNX', key('call', call.id), 'first_bridge', now)
    if call.leg and call.leg ~= '' then redis.call('HSET', key('leg', call.leg), 'bridged', '1') end
    due('gone', call.id, now + MET)
  end
  if to == 'ended' then finish(call, now, keep) end
  return out
end

local function answer(out, c)
  out.call = read_call(c)
  return out
end

local STEP = {}

-- A call has reached us. The same provider's id always gets the same call.
function STEP.open(a)
  local known = redis.call('GET', key('sid', a.sid))
  if known and read_call(known) then return answer({ new = false }, known) end
  redis.call('SET', key('sid', a.sid), a.id, 'EX', LIVE_TTL)
  forget_in_the_end(a.sid, a.now)
  local k = key('call', a.id)
  redis.call('HSET', k, 'state', 'menus', 'sid', a.sid, 'line', a.line, 'lang', a.lang,
    'number', a.number, 'open', a.open, 'received', a.now, 'seen', a.now, 'row', a.row,
    'round', 1, 'offers', 0, 'sealed', a.sealed)
  live(k)
  due('gone', a.id, a.now + a.patience)
  return answer({ new = true }, a.id)
end

-- What is true of a call, for whoever has to say it. Marks that the caller is there.
function STEP.look(a)
  local call = read_call(a.id)
  if not call then return { gone = true } end
  local k = key('call', a.id)
  if a.set and #a.set > 0 then redis.call('HSET', k, unpack(a.set)) end
  keep_wish(call, a.sealed)
  if a.told and a.told ~= '' then
    local told = call.told or ''
    if not string.find(' ' .. told .. ' ', ' ' .. a.told .. ' ', 1, true) then
      redis.call('HSET', k, 'told', told .. ' ' .. a.told)
    end
  end
  if a.met and call.state == 'joining' then due('join', a.id, a.now + MEETING) end
  if a.heard and a.heard ~= '' then redis.call('HSET', k, 'place:' .. a.heard, '1') end
  redis.call('HSET', k, 'seen', a.now)
  if call.state ~= 'ended' and call.state ~= 'talking' then
    due('gone', a.id, a.now + a.patience)
  end
  -- A waiting caller is reason enough to look at the line again, even if every job was lost.
  if call.state == 'waiting' then
    redis.call('ZADD', P .. 'due', 'NX', a.now, 'step|' .. call.line)
  end
  local rank = redis.call('ZRANK', key('waiting', call.line), a.id)
  return answer({
    ringing = redis.call('SCARD', key('offers', a.id)),
    asked = hash(key('asked', a.id)),
    ahead = rank or 0,
  }, a.id)
end

-- The call without a sign of its caller.
function STEP.peek(a)
  if not read_call(a.id) then return { gone = true } end
  return answer({}, a.id)
end

function STEP.known(a) return { id = redis.call('GET', key('sid', a.sid)) or '' } end

function STEP.move(a)
  local call = read_call(a.id)
  if not call then return { gone = true } end
  local out = move(call, a.event, a.now, a.keep)
  if not out then return answer({ late = true }, a.id) end
  if a.set and #a.set > 0 then redis.call('HSET', key('call', a.id), unpack(a.set)) end
  keep_wish(call, a.sealed)
  return answer(out, a.id)
end

-- The callers of a line who wait, longest first, with what routing needs of each.
function STEP.waiting(a)
  local rows = {}
  for n, c in ipairs(redis.call('ZRANGE', key('waiting', a.line), 0, -1)) do
    local call = read_call(c)
    if call then
      rows[#rows + 1] = {
        call = call,
        ringing = redis.call('SCARD', key('offers', c)),
        asked = hash(key('asked', c)),
        ahead = n - 1,
      }
    else
      redis.call('ZREM', key('waiting', a.line), c)
    end
  end
  return { waiting = rows }
end

-- Reserves up to `want` phones (counting those that ring) for a waiting call, in the order given.
function STEP.reserve(a)
  local call = read_call(a.id)
  local made = {}
  if not call or call.state ~= 'waiting' then return { legs = made } end
  local offers = key('offers', a.id)
  for _, x in ipairs(a.candidates) do
    local said = redis.call('HGET', key('asked', a.id), x.sup)
    if redis.call('SCARD', offers) >= a.want then break end
    local k = key('sup', x.sup)
    local p = redis.call('HMGET', k, 'busy', 'off_until', 'not_before')
    local rest_until = redis.call('HGET', carried_key(x.sup), 'rest_until')
    local through = x.sup == call.again
    local free = (not p[1] or p[1] == '')
      and tonumber(p[2] or '0') <= a.now
      and (through or tonumber(rest_until or '0') <= a.now)
      and tonumber(p[3] or '0') <= a.now
    if free then
      serve(x.sup, 'busy', x.leg, 'last_rung', a.now)
      local lk = key('leg', x.leg)
      redis.call('HSET', lk, 'call', a.id, 'line', call.line, 'sup', x.sup, 'state', 'reserved',
        'wrap', x.wrap, 'long_wrap', x.long_wrap, 'long_after', x.long_after, 'shift', x.shift,
        'again', through and '1' or '0',
        'repeated', (said == 'missed' or said == 'busy') and '1' or '0')
      live(lk)
      redis.call('SADD', offers, x.leg)
      live(offers)
      redis.call('HSET', key('asked', a.id), x.sup, 'ringing')
      live(key('asked', a.id))
      redis.call('HINCRBY', key('call', a.id), 'offers', 1)
      if through then redis.call('HSET', key('call', a.id), 'again', '') end
      due('leg', x.leg, a.now + a.lease)
      made[#made + 1] = { id = x.leg, call = a.id, line = call.line, sup = x.sup, state = 'reserved' }
    end
  end
  return { legs = made }
end

-- One worker, and only one, may dial a reserved leg.
function STEP.claim(a)
  local leg = read_leg(a.leg)
  if not leg or leg.state ~= 'reserved' then return { mine = false } end
  redis.call('HSET', key('leg', a.leg), 'state', 'dialing')
  local call = read_call(leg.call)
  if not call then return { mine = false } end
  return answer({ mine = true, leg = leg }, leg.call)
end

-- The provider has taken the request. `keep` is false when nobody wants this phone any more.
function STEP.dialed(a)
  local leg = read_leg(a.leg)
  if not leg then return { keep = false } end
  redis.call('HSET', key('leg', a.leg), 'sid', a.sid)
  local sids = key('sids', leg.call)
  redis.call('SADD', sids, a.sid)
  live(sids)
  if redis.call('HGET', key('call', leg.call), 'state') == 'ended' then
    redis.call('ZADD', P .. 'forget', a.now, a.sid)
  else
    forget_in_the_end(a.sid, a.now)
  end
  if leg.state == 'closed' then
    due('hush', a.leg, a.now + HUSH_AFTER)
    return { keep = false }
  end
  if leg.state == 'dialing' then
    redis.call('HSET', key('leg', a.leg), 'state', 'ringing')
    due('leg', a.leg, a.until_)
  end
  return { keep = true }
end

-- The phone was picked up: from now on there is time for a key.
function STEP.asked(a)
  local leg = read_leg(a.leg)
  if not leg then return { gone = true } end
  redis.call('HSET', key('leg', a.leg), 'up', '1')
  leg.up = '1'
  if leg.state == 'reserved' or leg.state == 'dialing' or leg.state == 'ringing'
    or leg.state == 'asked' then
    redis.call('HSET', key('leg', a.leg), 'state', 'asked')
    due('leg', a.leg, a.until_)
    leg.state = 'asked'
  end
  return answer({ leg = leg }, leg.call)
end

function STEP.close(a)
  local leg = read_leg(a.leg)
  if not leg then return { done = false } end
  local done = close(leg, a.said, a.now)
  local misses = tonumber(redis.call('HGET', key('sup', leg.sup), 'misses') or '0')
  return { done = done, leg = leg, misses = misses }
end

-- A supporter pressed 1. Exactly one of all who do gets the caller.
function STEP.accept(a)
  local leg = read_leg(a.leg)
  if not leg then return { outcome = 'taken' } end
  local call = read_call(leg.call)
  if not call then return { outcome = 'taken' } end
  if leg.state == 'joined' and call.leg == a.leg then
    return answer({ outcome = 'joined', first = false, dropped = {} }, leg.call)
  end
  local busy = redis.call('HGET', key('sup', leg.sup), 'busy')
  local theirs = busy == a.leg or ((not busy or busy == '') and leg.state == 'closed')
  local to = NEXT[call.state .. ' accepted']
  if to and theirs and leg.state ~= 'over' and leg.gone ~= '1' then
    local dropped = silence(leg.call, a.now, a.leg)
    redis.call('SREM', key('offers', leg.call), a.leg)
    redis.call('HSET', key('call', leg.call), 'state', to, 'leg', a.leg, 'sup', leg.sup)
    redis.call('HSET', key('leg', a.leg), 'state', 'joined')
    serve(leg.sup, 'busy', a.leg, 'misses', 0)
    redis.call('HSET', key('asked', leg.call), leg.sup, 'talked')
    stop_waiting(call)
    undue('leg', a.leg)
    due('join', leg.call, a.now + a.lease)
    return answer({ outcome = 'joined', first = true, dropped = dropped }, leg.call)
  end
  close(leg, 'dropped', a.now)
  local outcome = 'taken'
  if call.state == 'ended' then outcome = 'left'
  elseif call.state == 'away' or call.state == 'crisis' or call.state == 'menus' then
    outcome = 'elsewhere'
  end
  return answer({ outcome = outcome, first = true, dropped = {} }, leg.call)
end

-- The supporter's phone has ended, for whatever reason.
function STEP.leg_ended(a)
  local leg = read_leg(a.leg)
  if not leg then return { gone = true } end
  local call = read_call(leg.call)
  phone_gone(leg, a.now)
  if leg.state ~= 'joined' then
    local done = close(leg, a.said, a.now)
    local misses = tonumber(redis.call('HGET', key('sup', leg.sup), 'misses') or '0')
    return { closed = done, leg = leg, misses = misses }
  end
  if not call or call.leg ~= a.leg then
    let_go(leg, a.now)
    return { closed = false, leg = leg }
  end
  local out = move(call, 'peer_left', a.now, a.keep)
  if not out then return { closed = false, leg = leg } end
  return answer(out, leg.call)
end

-- Deadlines that have passed. Each is lent for `lease` seconds: whoever handles it strikes it off,
-- and if they die before that, it is due again.
function STEP.due(a)
  local rows = redis.call('ZRANGEBYSCORE', P .. 'due', '-inf', a.now, 'LIMIT', 0, a.most)
  for _, member in ipairs(rows) do redis.call('ZADD', P .. 'due', a.now + a.lease, member) end
  return { due = rows }
end

-- Strikes a deadline off, unless it has been set anew in the meantime.
function STEP.struck(a)
  local member = a.kind .. '|' .. a.id
  local score = redis.call('ZSCORE', P .. 'due', member)
  if score and math.abs(tonumber(score) - a.lent_until) < 0.001 then
    redis.call('ZREM', P .. 'due', member)
  end
  return {}
end

-- Strikes a deadline off for good. A line is only settled when nobody waits on it.
function STEP.settled(a)
  if a.kind == 'step' and redis.call('ZCARD', key('waiting', a.id)) > 0 then return {} end
  undue(a.kind, a.id)
  -- Once the row is written nothing here says which row of the database it was.
  if a.kind == 'row' then redis.call('HDEL', key('call', a.id), 'row') end
  return {}
end

function STEP.deadline(a)
  if a.sooner then sooner(a.kind, a.id, a.at) else due(a.kind, a.id, a.at) end
  return {}
end

function STEP.first_in(a)
  local k = key('told', a.what)
  local last = tonumber(redis.call('GET', k) or '0')
  if a.now - last < a.seconds then return { first = false } end
  redis.call('SET', k, a.now, 'EX', math.ceil(a.seconds))
  return { first = true }
end

function STEP.off(a)
  serve(a.sup, 'off_until', a.until_, 'misses', 0)
  return {}
end

function STEP.presences(a)
  local rows = {}
  for _, sup in ipairs(a.sups) do
    local h = hash(key('sup', sup))
    for name, value in pairs(hash(carried_key(sup))) do h[name] = value end
    h.sup = sup
    rows[#rows + 1] = h
  end
  return { rows = rows }
end

function STEP.find(a)
  local leg = read_leg(a.leg)
  if not leg then return { gone = true } end
  return answer({ leg = leg }, leg.call)
end

-- What the provider still keeps of ended calls.
function STEP.to_forget(a)
  local rows = redis.call('ZRANGEBYSCORE', P .. 'forget', '-inf', a.now, 'LIMIT', 0, a.most)
  for _, sid in ipairs(rows) do redis.call('ZADD', P .. 'forget', a.now + a.lease, sid) end
  return { sids = rows }
end

function STEP.forget_later(a)
  redis.call('ZADD', P .. 'forget', a.now, a.sid)
  return {}
end

function STEP.forgotten(a)
  redis.call('ZREM', P .. 'forget', a.sid)
  return {}
end

-- How many wait to be deleted: those that are due, or lent to somebody who tries.
function STEP.backlog(a)
  return { count = redis.call('ZCOUNT', P .. 'forget', '-inf', a.now + a.lease) }
end

local once = ARGV[3] ~= '' and key('once', ARGV[3])
local said = once and redis.call('GET', once)
if said then return said end
said = cjson.encode(STEP[ARGV[1]](cjson.decode(ARGV[2])))
if once then redis.call('SET', once, said, 'EX', ONCE) end
return said
