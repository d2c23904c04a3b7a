-- What happens to the phones that are rung for them.

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
  return { waiting = in_fair_order(rows, a.line, a.now) }
end

-- The place of a caller among all, of every line, who wait for a slot of the provider.
local function slot_rank(call, now)
  local since = redis.call('ZSCORE', key('waiting', call.line), call.id)
  local ringing = redis.call('SCARD', key('offers', call.id))
  local place = tonumber(since or call.wanted_at or '0')
  if call.state == 'promised' then return RANK.callback + now end
  return ringing * STEP_OF_ONE_PHONE + behind_in_flood(call, now) + place
end

-- Reserves up to `want` phones (counting those that ring) for a waiting call, in the order given,
-- as far as the provider has slots for them now. The line is looked at again when it has one.
function STEP.reserve(a)
  local call = read_call(a.id)
  local made = {}
  if not call or not RINGS[call.state] then return { legs = made } end
  -- Whoever waits on the line comes before everybody who is to be called back.
  if call.state == 'promised' and redis.call('ZCARD', key('waiting', call.line)) > 0 then
    return { legs = made }
  end
  local offers = key('offers', a.id)
  local want = phones_in_flood(call, a.want, a.now)
  for _, x in ipairs(a.candidates) do
    local said = redis.call('HGET', key('asked', a.id), x.sup)
    if redis.call('SCARD', offers) >= want then break end
    local k = key('sup', x.sup)
    local p = redis.call('HMGET', k, 'busy', 'off_until', 'not_before', 'spared_until',
      'practice_until')
    local rest_until = redis.call('HGET', carried_key(x.sup), 'rest_until')
    local through = x.sup == call.again
    local free = (not p[1] or p[1] == '')
      and tonumber(p[2] or '0') <= a.now
      and (through or tonumber(rest_until or '0') <= a.now)
      and (through or tonumber(p[4] or '0') <= a.now)
      and tonumber(p[3] or '0') <= a.now
      and tonumber(p[5] or '0') <= a.now
    -- Only for a moment: then the line is looked at again.
    if tonumber(p[3] or '0') > a.now then sooner('step', call.line, tonumber(p[3])) end
    if free then
      local wait_until = take_slot(a.id, slot_rank(call, a.now), a.rate, a.now)
      if wait_until then
        sooner('step', call.line, wait_until)
        break
      end
      serve(x.sup, 'busy', x.leg, 'last_rung', a.now)
      spare(x.sup, call.line, a.now)
      local lk = key('leg', x.leg)
      redis.call('HSET', lk, 'call', a.id, 'line', call.line, 'sup', x.sup, 'state', 'reserved',
        'wrap', x.wrap, 'long_wrap', x.long_wrap, 'long_after', x.long_after, 'shift', x.shift,
        'day', x.day, 'week', x.week,
        'again', through and '1' or '0',
        'repeated', (said == 'missed' or said == 'busy') and '1' or '0')
      if x.sup == call.last_peer then
        redis.call('HSET', lk, 'earlier_talk', call.last_talk,
          'rest_left', math.max(0, tonumber(rest_until or '0') - a.now))
      end
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
  redis.call('HDEL', PROVIDER, 'refused', 'refused_at', 'code')
  found_again(leg, a.now)
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
  found_again(leg, a.now)
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
  local done = close(leg, a.said, a.now, a.pause)
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
    return answer({ outcome = 'joined', first = false, dropped = {}, leg = leg }, leg.call)
  end
  local busy = redis.call('HGET', key('sup', leg.sup), 'busy')
  local theirs = busy == a.leg or ((not busy or busy == '') and leg.state == 'closed')
  local to = NEXT[call.state .. ' accepted']
  if to and theirs and leg.state ~= 'over' and leg.gone ~= '1' then
    local dropped = silence(leg.call, a.now, a.leg)
    -- Whoever was handing the caller over is let go; they are told, and rest.
    local peer = call.state == 'handing' and part(call, 'accepted', a.now) or nil
    undue('handing', leg.call)
    if call.state == 'alone' then cut_off(call) end
    redis.call('SREM', key('offers', leg.call), a.leg)
    redis.call('HSET', key('call', leg.call), 'state', to, 'leg', a.leg, 'sup', leg.sup)
    redis.call('HSET', key('leg', a.leg), 'state', 'joined')
    add_up(leg.call, 'accepted')
    serve(leg.sup, 'busy', a.leg, 'misses', 0)
    redis.call('HSET', key('asked', leg.call), leg.sup, 'talked')
    stop_waiting(call)
    undue('leg', a.leg)
    due(to == 'calling' and 'call' or 'join', leg.call, a.now + a.lease)
    return answer({ outcome = 'joined', first = true, dropped = dropped, peer = peer, leg = leg },
      leg.call)
  end
  close(leg, 'dropped', a.now)
  local outcome = 'taken'
  if call.state == 'ended' then outcome = 'left'
  elseif call.state == 'away' or call.state == 'crisis' or call.state == 'menus'
    or call.state == 'parted' then
    outcome = 'elsewhere'
  end
  return answer({ outcome = outcome, first = true, dropped = {}, leg = leg }, leg.call)
end

-- The supporter's phone has ended, for whatever reason.
function STEP.leg_ended(a)
  local leg = read_leg(a.leg)
  if not leg then return { gone = true } end
  local call = read_call(leg.call)
  phone_gone(leg, a.now)
  if leg.state ~= 'joined' then
    local done = close(leg, a.said, a.now)
    -- After a talk they may have had a debrief on the same phone.
    if leg.state == 'over' then
      let_go(leg, a.now)
      phone_gone(leg, a.now) -- now nobody has it
    end
    local misses = tonumber(redis.call('HGET', key('sup', leg.sup), 'misses') or '0')
    return { closed = done, leg = leg, misses = misses }
  end
  if not call or call.leg ~= a.leg then
    let_go(leg, a.now)
    return { closed = false, leg = leg }
  end
  local with_988 = call.state == 'talking' and call.guest == 'here'
  local out = move(call, with_988 and 'left_with_crisis' or 'peer_left', a.now, a.keep)
  if not out then return { closed = false, leg = leg } end
  return answer(out, leg.call)
end

-- During the talk they wish for a debrief afterwards.
function STEP.wish_debrief(a)
  if read_leg(a.leg) then redis.call('HSET', key('leg', a.leg), 'debrief', '1') end
  return {}
end

-- The phone, with until when its supporter rests, and its call.
function STEP.find(a)
  local leg = read_leg(a.leg)
  if not leg then return { gone = true } end
  leg.rests_until = rests_until(leg.sup)
  return answer({ leg = leg }, leg.call)
end
