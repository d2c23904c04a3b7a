-- Calls -----------------------------------------------------------------------------------------

local WITH_PEER = {
  calling = true, joining = true, talking = true, aside = true, beside = true, asked = true,
  handing = true,
}
local IN_THE_ROOM = { talking = true, handing = true }
local BREATH = 5 -- seconds in which whose talk is over may hang up before anybody is rung for them
local HANDING = 90 -- seconds in which another peer must have said yes, or all stays as it is

-- Kept of a call, and in what was read of it: fields and values, all of them strings.
local function put_down(call, ...)
  redis.call('HSET', key('call', call.id), ...)
  local given = { ... }
  for n = 1, #given, 2 do call[given[n]] = given[n + 1] end
end

-- What a caller wishes is not kept of a call that has ended.
local function keep_wish(call, sealed)
  if sealed and sealed ~= '' and call.state ~= 'ended' then put_down(call, 'sealed', sealed) end
end

local function stop_talk_clock(call, now)
  local since = tonumber(call.talk_from or '0')
  if since <= 0 then return 0 end
  local stretch = math.max(0, now - since)
  redis.call('HSET', key('call', call.id), 'talk_from', 0)
  redis.call('HINCRBYFLOAT', key('call', call.id), 'talked', stretch)
  if (call.leg or '') ~= '' then
    redis.call('HINCRBYFLOAT', key('leg', call.leg), 'talked', stretch)
  end
end

-- The caller's phone is to be where their call is. Who comes there by themselves before the
-- deadline is not fetched.
local function lead(call, now, after)
  redis.call('HSET', key('call', call.id), 'led_at', now)
  due('fetch', call.id, now + after)
end

-- 988 is to come into the talk, which goes on meanwhile; see 66_guest_steps.lua.
local function invite_guest(call, now)
  redis.call('HSET', key('call', call.id), 'guest', 'wanted', 'guest_room', call.leg or '',
    'guest_dials', 0)
  redis.call('HDEL', key('call', call.id), 'guest_sid', 'guest_until')
  if (call.leg or '') ~= '' then redis.call('HSET', key('leg', call.leg), 'hard', '1') end
  due('guest', call.id, now)
end

local function dismiss_guest(call, now)
  if (call.guest or '') == '' then return end
  redis.call('HSET', key('call', call.id), 'guest', 'dismissed')
  due('guest', call.id, now)
end

-- Should whoever has talked with this caller come back to them, it is one call. A hard talk is as
-- a long one.
local function note_talk(leg)
  local talk = tonumber(leg.talked or '0') + tonumber(leg.earlier_talk or '0')
  if leg.hard == '1' then talk = math.max(talk, tonumber(leg.long_after)) end
  redis.call('HSET', key('call', leg.call), 'last_peer', leg.sup, 'last_talk', talk)
end

-- The supporter's phone no longer belongs to the call.
local function part(call, event, now)
  stop_talk_clock(call, now)
  local leg = read_leg(call.leg)
  redis.call('HSET', key('call', call.id), 'leg', '', 'sup', '', 'again', '')
  if not leg then return nil end
  redis.call('HSET', key('leg', leg.id), 'state', 'over', 'why', event)
  let_go(leg, now)
  if event == 'to_crisis' and not call.to_a_place then leg.hard = '1' end
  if leg.bridged == '1' then
    carried(leg, tonumber(leg.talked or '0'), now)
    note_talk(leg)
    flag_window(leg, now)
  end
  if event == 'peer_left' and call.state == 'waiting' then
    -- They were handing the caller over: other phones ring already, and theirs does not.
    lead(call, now, FETCH_AFTER)
  elseif event == 'left_with_crisis' then
    redis.call('HSET', key('asked', call.id), leg.sup, 'dropped')
    due('guest', call.id, now)
  elseif event == 'peer_left' then
    redis.call('HSET', key('call', call.id), 'again', leg.sup, 'first', '1')
    redis.call('HDEL', key('asked', call.id), leg.sup)
    lead(call, now, FETCH_AFTER)
  else
    if leg.sid and leg.sid ~= '' then due('hush', leg.id, now + HUSH_AFTER) end
    -- Only whom the caller did not want, or who has handed them over, is left in peace for the
    -- rest of this call.
    if event ~= 'declined' and event ~= 'accepted' then
      redis.call('HSET', key('asked', call.id), leg.sup, 'dropped')
    end
  end
  due('step', leg.line, now)
  return leg
end

-- The lost peer, while their phone rings once more.
local function rung_once_more(c)
  for _, id in ipairs(redis.call('SMEMBERS', key('offers', c))) do
    local leg = read_leg(id)
    if leg and leg.again == '1' then return leg.sup end
  end
end

-- Whoever was cut off has a peer again, or waits for one; not whose peer had said goodbye.
local function cut_off(call)
  if tonumber(call.first_bridge or '0') > 0 then add_up(call.id, 'lost') end
end

local function start_waiting(call, now, from)
  local k = key('call', call.id)
  if tonumber(call.wanted_at or '0') <= 0 then
    redis.call('HSET', k, 'wanted_at', now)
    call.wanted_at = tostring(now)
  end
  redis.call('HSET', k, 'ring_since', from or now)
  -- Whoever wants a peer is a caller like any other, and nothing ties the two together.
  redis.call('DEL', key('door', call.id))
  redis.call('HDEL', k, 'door')
  local place = redis.call('HGET', k, 'first') == '1' and 1 or tonumber(call.wanted_at)
  redis.call('ZADD', key('waiting', call.line), place, call.id)
  due('step', call.line, now)
end

local function stop_waiting(call)
  redis.call('ZREM', key('waiting', call.line), call.id)
  if call.origin then redis.call('ZREM', key('promised', call.line), call.id) end
  unwant(call.id)
end

-- Should we never hear of its end, it is deleted there all the same, once it must be over.
local function forget_in_the_end(sid, now)
  redis.call('ZADD', P .. 'forget', 'NX', now + LIVE_TTL, sid)
end

-- Everything the provider keeps of this call is to be deleted there.
local function forget_at_provider(call, now)
  if call.sid ~= '' then redis.call('ZADD', P .. 'forget', now, call.sid) end
  for _, sid in ipairs(redis.call('SMEMBERS', key('sids', call.id))) do
    redis.call('ZADD', P .. 'forget', now, sid)
  end
end

local function finish(call, now, keep)
  redis.call('HSET', key('call', call.id), 'ended', now)
  redis.call('HDEL', key('call', call.id), 'sealed', 'bound', 'texted', 'last_peer', 'last_talk')
  redis.call('DEL', key('door', call.id))
  stop_waiting(call)
  stop_asking(call)
  release(call, now)
  if call.origin then erase(call.id, call.line) end
  undue('join', call.id)
  undue('gone', call.id)
  undue('fetch', call.id)
  undue('handing', call.id)
  due('row', call.id, now)
  forget_at_provider(call, now)
  for _, kind in ipairs({ 'call', 'asked', 'sids', 'offers' }) do live(key(kind, call.id), keep) end
  if call.sid ~= '' then live(key('sid', call.sid), keep) end
end

-- One step of a call. Gives nil and the state when the event comes too late.
local function move(call, event, now, keep)
  local before = call.state
  local to = NEXT[before .. ' ' .. event]
  if not to then return nil end
  local out = { before = before, dropped = {} }
  if event == 'wants_peer' and no_room(call, now) then
    out.full = true
    return out
  end
  redis.call('HSET', key('call', call.id), 'state', to)
  call.state = to
  if (before == 'parted' or before == 'alone') and to == 'waiting' then cut_off(call) end
  local handed_on = (before == 'handing' or before == 'alone') and to == 'waiting'
  if RINGS[before] and to ~= before and not handed_on then
    local lost = to == 'parted' and rung_once_more(call.id)
    out.dropped = silence(call.id, now, '')
    stop_waiting(call)
    if lost then
      -- Should they want a peer after all, it is this one first.
      redis.call('HSET', key('call', call.id), 'again', lost)
      redis.call('HDEL', key('asked', call.id), lost)
    end
  end
  if before == 'joining' then undue('join', call.id) end
  if before == 'handing' and to ~= before then undue('handing', call.id) end
  if to ~= 'talking' and to ~= 'aside' and event ~= 'left_with_crisis' then
    dismiss_guest(call, now)
  end
  -- While somebody is called back, the supporter may have left before they pick up.
  if WITH_PEER[before] and not WITH_PEER[to] and (call.leg or '') ~= '' then
    out.peer = part(call, event, now)
  elseif event == 'peer_left' then
    -- The phone of whoever is called back rings on: they hear of it when they press 1.
    part(call, event, now)
  elseif IN_THE_ROOM[before] and not IN_THE_ROOM[to] then
    stop_talk_clock(call, now)
  end
  if to == 'handing' and before ~= to then
    redis.call('HSET', key('call', call.id), 'first', '1')
    due('handing', call.id, now + HANDING)
  end
  if to == 'alone' then
    -- Most often the two have said goodbye, and the caller hangs up. Who had no talk yet has not.
    start_waiting(call, now, now + (tonumber(call.first_bridge or '0') > 0 and BREATH or 0))
  elseif (to == 'waiting' or to == 'handing') and before ~= to then
    start_waiting(call, now)
    make_way(call.line, now, out.dropped)
  -- Whom to ring was chosen anew: two phones first, not as many as after a long wait.
  elseif event == 'wants_peer' then redis.call('HSET', key('call', call.id), 'ring_since', now) end
  if IN_THE_ROOM[to] and not IN_THE_ROOM[before] then
    redis.call('HSET', key('call', call.id), 'talk_from', now)
    redis.call('HSETNX', key('call', call.id), 'first_bridge', now)
    if call.leg and call.leg ~= '' then redis.call('HSET', key('leg', call.leg), 'bridged', '1') end
    due('gone', call.id, now + MET)
    withdraw(call, now)
  end
  if event == 'brings_crisis' then invite_guest(call, now) end
  if to == 'ended' then finish(call, now, keep) end
  return out
end

local DOOR_TTL = 900

-- Who is behind #. Who was there lately stays.
local function at_door(c)
  live(key('door', c), DOOR_TTL)
  return hash(key('door', c))
end

local function answer(out, c)
  out.call = read_call(c)
  return out
end

local STEP = {}
