-- One run: the step that was asked for, once.

local function run(_, args)
  asker = args[3]
  local once = asker ~= '' and key('once', asker)
  local said = once and redis.call('GET', once)
  if said then return said end
  said = cjson.encode(STEP[args[1]](cjson.decode(args[2])))
  if once then redis.call('SET', once, said, 'EX', ONCE) end
  return said
end
