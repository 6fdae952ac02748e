# The WebAssembly program: build/wasm/loopscope.mjs and loopscope.wasm.
add_executable(loopscope engine/wasm/exports.c ${LIBRARY_C})
target_link_libraries(loopscope PRIVATE loopscope_aio loopscope_host)
target_include_directories(loopscope PRIVATE engine) # for what freeze wrote
set_target_properties(loopscope PROPERTIES SUFFIX .mjs
  RULE_LAUNCH_LINK "sh ${CMAKE_CURRENT_SOURCE_DIR}/engine/wasm/link.sh"
  LINK_DEPENDS
  "${CMAKE_CURRENT_SOURCE_DIR}/engine/wasm/host.js;${CMAKE_CURRENT_SOURCE_DIR}/engine/wasm/exports.txt;${CMAKE_CURRENT_SOURCE_DIR}/engine/wasm/asyncify.txt")

# One name per line; the export list is what JavaScript calls, the Asyncify list what may be on the C stack at the wait.
file(STRINGS engine/wasm/exports.txt exports)
list(TRANSFORM exports PREPEND "_")
list(JOIN exports "," exports)
file(STRINGS engine/wasm/asyncify.txt instrumented)
list(JOIN instrumented "," instrumented)

target_link_options(loopscope PRIVATE
  -O2
  -sMODULARIZE=1 -sEXPORT_ES6=1 -sENVIRONMENT=web # runs under Node too when it is given the compiled module
  -sEXPORTED_FUNCTIONS=${exports}
  -sEXPORTED_RUNTIME_METHODS=ccall
  -sFILESYSTEM=0 -sMALLOC=emmalloc
  -sALLOW_MEMORY_GROWTH=1 -sINITIAL_MEMORY=4194304 -sMAXIMUM_MEMORY=1073741824
  -sTOTAL_STACK=1048576
  -sINCOMING_MODULE_JS_API=[instantiateWasm,host,printErr]
  -sASYNCIFY=1
  -sASYNCIFY_ONLY=${instrumented}
  -sASYNCIFY_IMPORTS=loopscope_host_wait,loopscope_host_yield
  -sASYNCIFY_STACK_SIZE=4096
  # Inlining a listed function into its only caller would fold its name away and leave it uninstrumented.
  -sBINARYEN_EXTRA_PASSES=--one-caller-inline-max-function-size=0
  --emit-symbol-map # the names of the functions, for the test of the Asyncify list
  -Wl,--print-map # where each constant lies, for web/tools/data.mjs
  -Werror
  --js-library=${CMAKE_CURRENT_SOURCE_DIR}/engine/wasm/host.js)
