-- A supporter's practice call: nobody rings them meanwhile. Nothing else is kept of it.

function STEP.practise(a)
  local p = redis.call('HMGET', key('sup', a.sup), 'busy', 'practice_until', 'not_before')
  if (p[1] and p[1] ~= '')
    or tonumber(p[2] or '0') > a.now
    or tonumber(p[3] or '0') > a.now
  then
    return { free = false }
  end
  serve(a.sup, 'practice_until', a.until_)
  -- Looked at again even if nobody tells us of the end; a rest of theirs keeps its own time.
  redis.call('ZADD', P .. 'due', 'NX', a.until_, 'rest|' .. a.sup)
  return { free = true }
end

function STEP.practised(a)
  redis.call('HDEL', key('sup', a.sup), 'practice_until')
  changed(a.sup)
  due('step', a.line, a.now)
  return {}
end
