# Runs the command that links the engine and keeps what it prints, the linker's map, in a file. (Emscripten refuses the linker's own
# option to write it into one.)
exec "$@" > loopscope.map
