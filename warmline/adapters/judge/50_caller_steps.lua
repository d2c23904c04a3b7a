-- What callers do, and what is true of them.

-- A call has reached us. The same provider's id always gets the same call.
function STEP.open(a)
  local known = redis.call('GET', key('sid', a.sid))
  if known and read_call(known) then return answer({ new = false }, known) end
  redis.call('SET', key('sid', a.sid), a.id, 'EX', LIVE_TTL)
  forget_in_the_end(a.sid, a.now)
  local k = key('call', a.id)
  redis.call('HSET', k, 'state', 'menus', 'sid', a.sid, 'line', a.line, 'lang', a.lang,
    'number', a.number, 'open', a.open, 'received', a.now, 'seen', a.now, 'row', a.row,
    'round', 1, 'offers', 0, 'sealed', a.sealed, 'caps', a.caps, 'through', a.through)
  live(k)
  -- Flagged by supporters: no peer for now. The crisis door and other places are as open as ever.
  local blocked = blocked_until(a.line, a.tokens, a.now)
  if blocked then redis.call('HSET', k, 'open', '0', 'blocked', blocked) end
  arrive({ id = a.id, line = a.line, caps = a.caps, through = a.through,
    open = blocked and '0' or a.open }, a.now)
  due('gone', a.id, a.now + a.patience)
  sooner('reconcile', 'all', a.now + COMPARED)
  return answer({ new = true }, a.id)
end

-- The caller was heard of.
local function is_there(call, now, patience)
  put_down(call, 'seen', string.format('%.17g', now))
  if call.state ~= 'ended' and call.state ~= 'talking' then
    due('gone', call.id, now + patience)
  end
  -- A waiting caller is reason enough to look at the line again, even if every job was lost.
  if call.state == 'waiting' then
    redis.call('ZADD', P .. 'due', 'NX', now, 'step|' .. call.line)
  end
end

-- What is true of a call, for whoever has to say it. Marks that the caller is there.
function STEP.look(a)
  local call = read_call(a.id)
  if not call then return { gone = true } end
  if a.set and #a.set > 0 then put_down(call, unpack(a.set)) end
  keep_wish(call, a.sealed)
  if a.told and a.told ~= '' then
    local told = call.told or ''
    if not string.find(' ' .. told .. ' ', ' ' .. a.told .. ' ', 1, true) then
      put_down(call, 'told', told .. ' ' .. a.told)
    end
  end
  if a.met and call.state == 'joining' then due('join', a.id, a.now + MEETING) end
  if a.heard and a.heard ~= '' then put_down(call, 'place:' .. a.heard, '1') end
  if a.there then is_there(call, a.now, a.patience) end
  local rank = redis.call('ZRANK', key('waiting', call.line), a.id)
  return {
    call = call,
    ringing = redis.call('SCARD', key('offers', a.id)),
    asked = hash(key('asked', a.id)),
    ahead = rank or 0,
    door = a.door and at_door(a.id) or nil,
    changes = a.changes and changes_since(a.changes) or nil,
  }
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
  -- A step of a supporter's, whose phone has no part in the call any more.
  if a.leg and call.leg ~= a.leg then return answer({ late = true }, a.id) end
  local set = {}
  for n = 1, #(a.set or {}), 2 do set[a.set[n]] = a.set[n + 1] end
  -- A key is there whatever becomes of the step: in a flood it says that somebody is.
  if set.keyed and call.keyed ~= set.keyed then
    redis.call('HSET', key('call', a.id), 'keyed', set.keyed)
    call.keyed = set.keyed
  end
  -- A page of the caller's that is a step only where they come from certain states.
  if a.only then
    is_there(call, a.now, a.patience)
    local from = a.only[call.state]
    if from == nil or (from == 'open' and call.open ~= '1') then
      return answer({ before = call.state, dropped = {} }, a.id)
    end
  end
  -- Connected with a place that is no crisis line: no hard talk for whoever was with them.
  call.to_a_place = set.bound ~= nil and set.crisis_bridge == nil
  local out = move(call, a.event, a.now, a.keep)
  if not out then return answer({ late = true }, a.id) end
  if a.set and #a.set > 0 then redis.call('HSET', key('call', a.id), unpack(a.set)) end
  keep_wish(call, a.sealed)
  -- Their phone is on its way into the room.
  if a.event == 'bridged' then redis.call('HSET', key('call', a.id), 'seen', a.now) end
  -- It was not the caller's own step: their phone is taken along.
  if a.lead then lead(call, a.now, FETCH_AFTER) end
  return answer(out, a.id)
end
