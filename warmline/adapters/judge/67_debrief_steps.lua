-- A supporter has a debrief: after a talk on the same phone, at the supporters' door, or called back.

-- The phone of a talk that is over is now that of a debrief: nobody rings it meanwhile.
function STEP.in_debrief(a)
  local leg = read_leg(a.leg)
  if leg and leg.gone ~= '1' and (redis.call('HGET', key('sup', leg.sup), 'busy') or '') == '' then
    serve(leg.sup, 'busy', a.leg)
  end
  return {}
end

-- Somebody in the menus is a supporter, and waits on the line for debriefs from now on.
function STEP.to_debrief(a)
  local call = read_call(a.id)
  if not call then return { gone = true } end
  if call.state ~= 'menus' then return answer({ late = true }, a.id) end
  stop_asking(call)
  redis.call('HSET', key('call', a.id), 'line', a.line, 'open', '1', 'through', '1',
    'lang', a.lang, 'sealed', a.sealed)
  redis.call('HDEL', key('call', a.id), 'flooded')
  return answer({}, a.id)
end

-- A supporter is to be called back for one. `same` is what their phone was promised already.
function STEP.debrief_back(a)
  if a.same ~= '' and redis.call('EXISTS', key('callback', a.same)) == 1 then
    return { made = false }
  end
  redis.call('HSET', key('callback', a.back), 'line', a.line, 'lang', a.lang, 'number', a.number,
    'promised_at', a.now, 'row', '', 'sealed', a.sealed, 'phone', a.phone, 'tries', 0)
  live(key('callback', a.back), a.lasts)
  redis.call('ZADD', key('promised', a.line), a.now, a.back)
  due('callback', a.back, a.now + a.lasts - BEFORE_THE_END)
  revive(a.back)
  due('step', a.line, a.now)
  return { made = true }
end

local function rest_at_least(sup, now, seconds)
  local until_ = tonumber(redis.call('HGET', carried_key(sup), 'rest_until') or '0')
  if now + seconds > until_ then
    rest(sup, now, seconds)
    live(carried_key(sup), DAY)
  end
end

-- Whoever has talked rests for longer. For pay it is rest like the one before it.
function STEP.rest_longer(a)
  local leg = read_leg(a.leg)
  if not leg or leg.bridged ~= '1' then return {} end
  local was = tonumber(redis.call('HGET', carried_key(leg.sup), 'rest_until') or '0')
  rest_at_least(leg.sup, a.now, a.seconds)
  local more = a.now + a.seconds - math.max(was, a.now)
  if more > 0 and (leg.day or '') ~= '' then
    redis.call('HINCRBY', days_key(leg.sup), 'wrap:' .. leg.day, math.ceil(more / 60))
    live_for_days(days_key(leg.sup), WEEK_TTL)
  end
  return {}
end

-- Whoever has asked for a debrief, or is in one, rests meanwhile: their phone is theirs. It says
-- no more than that they rest.
function STEP.rest_meanwhile(a)
  rest_at_least(a.sup, a.now, a.seconds)
  return {}
end
