-- A number that a caller wants as a text: one for each place, a few in a call, so many of a line in
-- an hour, for the phone that a caller shows may be anybody's. What is to be sent
-- stands in text:<id> with the sealed phone for minutes, and goes before it is sent: rather no
-- text than two.

local TEXT_TTL = 180
local HOUR = 3600

local function keep_text(a, at)
  local k = key('text', a.text)
  redis.call('HSET', k, 'line', a.line, 'number', a.number, 'lang', a.lang, 'place', a.place,
    'phone', a.phone, 'tries', a.tries or 0)
  live(k, TEXT_TTL)
  due('text', a.text, at)
end

function STEP.text(a)
  local call = read_call(a.id)
  if not call then return { gone = true } end
  local texted = call.texted or ''
  if string.find(' ' .. texted .. ' ', ' ' .. a.place .. ' ', 1, true) then
    return { said = 'already' }
  end
  local _, count = string.gsub(texted, '%S+', '')
  if count >= a.most then return { said = 'enough' } end
  local sent = key('texts', call.line .. ':' .. math.floor(a.now / HOUR))
  if tonumber(redis.call('GET', sent) or '0') >= a.hourly then return { said = 'later' } end
  redis.call('INCR', sent)
  live(sent, HOUR)
  redis.call('HSET', key('call', a.id), 'texted', texted .. ' ' .. a.place)
  a.line, a.number, a.lang = call.line, call.number, call.lang
  keep_text(a, a.now + a.lease)
  return { said = 'coming' }
end

function STEP.take_text(a)
  local text = hash(key('text', a.text))
  undue('text', a.text)
  if not text.place then return { gone = true } end
  redis.call('DEL', key('text', a.text))
  return { text = text }
end

-- The provider could not do it now: once more in a moment.
function STEP.put_text(a)
  keep_text(a, a.at)
  return {}
end
