-- Offers ----------------------------------------------------------------------------------------

local RINGS = { waiting = true, promised = true, handing = true, alone = true }

local function read_leg(id)
  if not id or id == '' then return nil end
  local h = hash(key('leg', id))
  if not h.call then return nil end
  h.id = id
  return h
end

-- Ends an offer that has led to no talk. Ending it a second time changes nothing.
local function close(leg, said, now, pause)
  if leg.state == 'closed' or leg.state == 'joined' or leg.state == 'over' then return false end
  leg.state = 'closed'
  redis.call('HSET', key('leg', leg.id), 'state', 'closed', 'said', said)
  redis.call('SREM', key('offers', leg.call), leg.id)
  add_up(leg.call, came_of(leg, said))
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
    changed(leg.sup)
  elseif said == 'passed' then
    serve(leg.sup, 'misses', 0)
  end
  -- The same phone is asked for again in a moment, not in a loop; the next one at once.
  if said == 'trouble' then pause = pause or TROUBLE_PAUSE end
  if pause then serve(leg.sup, 'not_before', now + pause) end
  due('step', leg.line, now)
  return true
end

-- A phone that may be rung rings, or somebody listens on it: it belongs to its call again, if that
-- still wants one. What was asked of the provider in vain and happened all the same is not lost.
local function found_again(leg, now)
  if leg.state ~= 'lost' then return end
  local state = redis.call('HGET', key('call', leg.call), 'state')
  if not RINGS[state or ''] then
    close(leg, 'dropped', now)
    return
  end
  leg.state = 'dialing'
  redis.call('HSET', key('leg', leg.id), 'state', 'dialing')
  redis.call('SADD', key('offers', leg.call), leg.id)
  live(key('offers', leg.call))
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
