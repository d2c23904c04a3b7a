-- Deadlines, and what the provider still keeps.

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
  if a.kind == 'step' then
    if redis.call('ZCARD', key('waiting', a.id)) > 0 then return {} end
    local again = next_promise(a.id, a.now)
    if again then
      due('step', a.id, again)
      return {}
    end
  end
  undue(a.kind, a.id)
  -- Once the row is written nothing here says which row of the database it was.
  if a.kind == 'row' then
    redis.call('HDEL', key('call', a.id), 'row')
    summed_up(a.id)
  end
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

-- Something is to be told, at most once in some seconds: by whom, and for the how manieth time it is
-- tried. Whoever tries has a while for it; if they die, somebody else does.
function STEP.telling(a)
  local last = tonumber(redis.call('GET', key('told', a.what)) or '0')
  if a.now - last < a.seconds then return { say = 'told' } end
  local k = key('told', a.what .. '.try')
  local till, tries = string.match(redis.call('GET', k) or '0 0', '^(%S+) (%S+)$')
  if a.now < tonumber(till) then return { say = 'lent' } end
  tries = tonumber(tries) + 1
  redis.call('SET', k, (a.now + a.lease) .. ' ' .. tries, 'EX', a.forget)
  return { say = 'tell', tries = tries }
end

-- It was told, or nobody can be told.
function STEP.told(a)
  redis.call('SET', key('told', a.what), a.now, 'EX', math.ceil(a.seconds))
  redis.call('DEL', key('told', a.what .. '.try'))
  return {}
end

-- What the provider still keeps of ended calls.
function STEP.to_forget(a)
  local rows = redis.call('ZRANGEBYSCORE', P .. 'forget', '-inf', a.now, 'LIMIT', 0, a.most)
  for _, sid in ipairs(rows) do
    redis.call('ZADD', P .. 'forget', a.now + a.lease, sid)
    redis.call('ZADD', P .. 'unforgotten', 'NX', a.now, sid)
  end
  return { sids = rows }
end

function STEP.forget_later(a)
  redis.call('ZADD', P .. 'forget', a.now, a.sid)
  return {}
end

function STEP.forgotten(a)
  redis.call('ZREM', P .. 'forget', a.sid)
  redis.call('ZREM', P .. 'unforgotten', a.sid)
  return {}
end

-- Since when the provider has kept what it was first asked to delete.
function STEP.oldest_unforgotten(a)
  local first = redis.call('ZRANGE', P .. 'unforgotten', 0, 0, 'WITHSCORES')
  return { since = first[2] or '0' }
end

-- How many wait to be deleted: those that are due, or lent to somebody who tries.
function STEP.backlog(a)
  return { count = redis.call('ZCOUNT', P .. 'forget', '-inf', a.now + a.lease) }
end
