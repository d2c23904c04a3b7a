-- What is true of supporters.

function STEP.off(a)
  serve(a.sup, 'off_until', a.until_, 'misses', 0)
  return {}
end

function STEP.in_flood(a) return { on = flood_on(a.line, a.now) } end

local function presence(sup)
  local h = hash(key('sup', sup))
  for name, value in pairs(hash(carried_key(sup))) do h[name] = value end
  for name, value in pairs(hash(days_key(sup))) do h[name] = value end
  h.sup = sup
  return h
end

function STEP.presences(a)
  local rows = {}
  for _, sup in ipairs(a.sups) do rows[#rows + 1] = presence(sup) end
  return { rows = rows }
end

-- Who has changed since number `after` of the count that is known by `mark`; if that count is
-- another one by now, everybody of whom anything is known at all. At most `most` in one answer.
function STEP.changes(a)
  local known = redis.call('HMGET', CHANGES, 'mark', 'last')
  local mark, last = known[1] or '', tonumber(known[2] or '0')
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
