"""The one judge of live calls: Lua files, put together in the order of their names."""
