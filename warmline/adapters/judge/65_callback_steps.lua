-- Calls back: promised, a supporter asked first, the caller's phone rung, reached or given up.

-- The promises that stand on a line, or on that of a call. Only the asker can compare what is sealed.
function STEP.standing(a)
  local call = a.id and read_call(a.id)
  local line = a.line or (call and call.line)
  local rows = {}
  for _, c in ipairs(line and standing(line) or {}) do
    local h = hash(key('callback', c))
    rows[#rows + 1] = { id = c, phone = h.phone, sealed = h.sealed }
  end
  return { standing = rows }
end

-- The caller of `id` wishes to be called back under the id `back`. Wishing it twice is one promise,
-- in one call, and in two calls from one number: `same` is the promise that this number has. Of
-- `known` they were all compared; with one more the asker has to compare again.
function STEP.promise(a)
  local call = read_call(a.id)
  if not call then return { gone = true } end
  if not NEXT[call.state .. ' promise'] then return answer({ late = true }, a.id) end
  if a.known and made_since(call.line, a.known) then return { again = true } end
  if a.same ~= '' and redis.call('EXISTS', key('callback', a.same)) == 1 then
    if call.back ~= a.same then asked_again(a.same, a, call.line) end
  elseif redis.call('EXISTS', key('callback', call.back or '')) == 0 then
    if #standing(call.line) >= a.most then return { full = true } end
    redis.call('HSET', key('callback', a.back), 'line', call.line, 'lang', call.lang,
      'number', call.number, 'promised_at', a.now, 'row', a.row, 'sealed', a.sealed,
      'phone', a.phone, 'tries', 0)
    live(key('callback', a.back), a.lasts)
    -- Their phone is engaged until they put it down; see `release`.
    redis.call('ZADD', key('promised', call.line), a.now + LIVE_TTL, a.back)
    -- While what is needed to count it is still there.
    due('callback', a.back, a.now + a.lasts - BEFORE_THE_END)
    revive(a.back)
    redis.call('HSET', key('call', a.id), 'back', a.back, 'promised', '1')
    call.back = a.back
  end
  return answer(move(call, 'promise', a.now, a.keep), a.id)
end

-- Whoever dialled again is with a peer: `same` is what their number was promised in another call.
function STEP.met(a)
  local call = read_call(a.id)
  local line = redis.call('HGET', key('callback', a.same), 'line')
  if call and call.state == 'talking' and line == call.line then
    take_back(a.same, line, a.now)
  end
  return {}
end

-- The calls back of a line for which a supporter may be asked now, longest promised first.
function STEP.promised(a)
  local rows = {}
  local k = key('promised', a.line)
  for _, c in ipairs(redis.call('ZRANGEBYSCORE', k, '-inf', a.now)) do
    local call = read_call(c) or revive(c)
    if call then
      live(key('call', c))
      rows[#rows + 1] = {
        call = call,
        ringing = redis.call('SCARD', key('offers', c)),
        asked = hash(key('asked', c)),
        ahead = 0,
      }
    else
      erase(c, a.line)
    end
  end
  return { promised = rows }
end

-- Nobody is asked for this call back before `until_`; whoever missed it may be asked again then.
function STEP.postpone(a)
  local call = read_call(a.id)
  if not call then return {} end
  forget_at_provider(call, a.now)
  redis.call('ZADD', key('promised', call.line), 'XX', a.until_, a.id)
  for sup, said in pairs(hash(key('asked', a.id))) do
    if said == 'missed' or said == 'busy' or said == 'given_up' then
      redis.call('HDEL', key('asked', a.id), sup)
    end
  end
  return {}
end

-- One worker, and only one, may ring the caller's phone. `what` is ring, late (nobody pressed a
-- key in time), trouble (it could not be rung) or nothing.
function STEP.claim_back(a)
  local call = read_call(a.id)
  if not call or call.state ~= 'calling' then
    undue('call', a.id)
    return { what = 'nothing' }
  end
  if call.sid ~= '' then
    local until_ = tonumber(call.until_ or '0')
    if until_ > a.now then
      due('call', a.id, until_)
      return answer({ what = 'nothing' }, a.id)
    end
    return answer({ what = 'late' }, a.id)
  end
  local asked = tonumber(call.dialing or '0')
  if asked > a.now then return answer({ what = 'nothing' }, a.id) end
  -- It is not known whether their phone rings: it is not rung twice. Or nobody would be there.
  if asked > 0 or (call.leg or '') == '' or tonumber(call.dials or '0') >= MOST_DIALS then
    return answer({ what = 'trouble' }, a.id)
  end
  local wait_until = take_slot(a.id, RANK.callback + a.now, a.rate, a.now)
  if wait_until then
    due('call', a.id, wait_until)
    return answer({ what = 'nothing' }, a.id)
  end
  redis.call('HSET', key('call', a.id), 'dialing', a.now + a.lease)
  redis.call('HINCRBY', key('call', a.id), 'dials', 1)
  due('call', a.id, a.now + a.lease)
  local phone = redis.call('HGET', key('callback', a.id), 'phone') or ''
  return answer({ what = 'ring', phone = phone }, a.id)
end

-- The provider has not rung their phone, and says so.
function STEP.not_rung(a)
  local call = read_call(a.id)
  if call and call.state == 'calling' and call.sid == '' then
    redis.call('HDEL', key('call', a.id), 'dialing')
    due('call', a.id, a.again_at)
  end
  return {}
end

-- The phone that rings, or is held, under this id of the provider is the one of this call.
local function adopt(call, sid, now)
  forget_in_the_end(sid, now)
  redis.call('SADD', key('sids', call.id), sid)
  live(key('sids', call.id))
  if call.sid == sid then return end
  redis.call('HSET', key('call', call.id), 'sid', sid)
  redis.call('SET', key('sid', sid), call.id, 'EX', LIVE_TTL)
  call.sid = sid
end

-- The caller's phone rings, or with `up` somebody has picked it up. `keep` is false when nobody
-- wants it to ring any more.
function STEP.rung_back(a)
  redis.call('HDEL', PROVIDER, 'refused', 'refused_at', 'code')
  local call = read_call(a.id)
  if not call or call.state == 'ended' then
    redis.call('ZADD', P .. 'forget', a.now, a.sid)
    return { keep = false }
  end
  if call.state == 'calling' and (call.sid == '' or a.up) then
    adopt(call, a.sid, a.now)
    redis.call('HSET', key('call', a.id), 'until_', a.until_)
    due('call', a.id, a.until_)
  else
    forget_in_the_end(a.sid, a.now)
  end
  return { keep = call.sid == a.sid }
end

-- Somebody pressed 1 on the caller's phone. If the supporter has left meanwhile, they wait for
-- the next one, before everybody else.
function STEP.reached(a)
  local call = read_call(a.id)
  if not call then return { gone = true } end
  local meets = call.state == 'calling' and (call.leg or '') ~= ''
  local event = meets and 'reached' or 'wants_peer'
  if call.state ~= 'calling' and call.state ~= 'promised' then
    return answer({ late = true }, a.id)
  end
  adopt(call, a.sid, a.now)
  redis.call('HSET', key('call', a.id), 'reached', '1', 'wanted_at', a.now, 'first', '1',
    'seen', a.now)
  call.wanted_at = tostring(a.now)
  erase(a.id, call.line)
  live(key('call', a.id))
  if meets then due('join', a.id, a.now + MEETING) end
  due('gone', a.id, a.now + a.patience)
  return answer(move(call, event, a.now, a.keep), a.id)
end

-- This phone was not the one in which 1 was pressed. After the last of `most` tries, or when the
-- number is not there any more, the call back is given up. With `free` it was no try.
function STEP.unreached(a)
  local call = read_call(a.id)
  if not call then return { gone = true } end
  if call.state ~= 'calling' or (a.sid ~= '' and call.sid ~= '' and call.sid ~= a.sid) then
    return answer({ late = true }, a.id)
  end
  local k = key('call', a.id)
  if call.sid ~= '' then
    redis.call('ZADD', P .. 'forget', a.now, call.sid)
    redis.call('DEL', key('sid', call.sid))
  end
  redis.call('HSET', k, 'sid', '')
  redis.call('HDEL', k, 'until_', 'dialing', 'dials')
  call.sid = ''
  undue('call', a.id)
  unwant(a.id)
  local kept = redis.call('EXISTS', key('callback', a.id)) == 1
  if not a.free then
    redis.call('HINCRBY', k, 'tries', 1)
    if kept then redis.call('HINCRBY', key('callback', a.id), 'tries', 1) end
  end
  local over = not kept or tonumber(redis.call('HGET', k, 'tries')) >= a.most
  local out = move(call, over and 'given_up' or 'unreached', a.now, a.keep)
  if not over then
    -- Not only in twelve hours: what rang until now is over.
    forget_at_provider(call, a.now)
    redis.call('HDEL', k, 'first')
    redis.call('HSET', k, 'again', '')
    redis.call('ZADD', key('promised', call.line), a.again_at, a.id)
    sooner('step', call.line, a.again_at)
  end
  return answer(out, a.id)
end

-- Twelve hours have passed. A phone that rings just now rings to its end. On a line that was closed
-- for long the live record may have gone before.
function STEP.expire(a)
  local call = read_call(a.id) or revive(a.id)
  if call and call.state == 'calling' then
    due('callback', a.id, a.now + a.patience)
    return { gone = true }
  end
  if not call or call.state ~= 'promised' then
    undue('callback', a.id)
    return { gone = true }
  end
  return answer(move(call, 'given_up', a.now, a.keep), a.id)
end
