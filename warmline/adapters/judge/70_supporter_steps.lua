-- What is true of supporters.

function STEP.off(a)
  serve(a.sup, 'off_until', a.until_, 'misses', 0)
  return {}
end

function STEP.in_flood(a) return { on = flood_on(a.line, a.now) } end

function STEP.presences(a)
  local rows = {}
  for _, sup in ipairs(a.sups) do rows[#rows + 1] = presence(sup) end
  return { rows = rows }
end

function STEP.changes(a) return changes_since(a) end
