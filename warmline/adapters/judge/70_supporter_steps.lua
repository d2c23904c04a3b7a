-- What is true of supporters.

function STEP.off(a)
  serve(a.sup, 'off_until', a.until_, 'misses', 0)
  return {}
end

function STEP.in_flood(a) return { on = flood_on(a.line, a.now) } end

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
