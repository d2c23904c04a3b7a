-- One run: the step that was asked for, once.

local once = ARGV[3] ~= '' and key('once', ARGV[3])
local said = once and redis.call('GET', once)
if said then return said end
said = cjson.encode(STEP[ARGV[1]](cjson.decode(ARGV[2])))
if once then redis.call('SET', once, said, 'EX', ONCE) end
return said
