# The engine's unit tests: one program per file, so that one that crashes takes no other with it.
function(unit_test name)
  add_executable(${name} ${CMAKE_CURRENT_SOURCE_DIR}/tests/unit/${name}.c)
  target_link_libraries(${name} PRIVATE ${ARGN} cmocka m)
  add_test(NAME ${name} COMMAND ${name})
endfunction()

foreach(name test_alloc test_heap test_loop test_timers test_futures test_tasks test_gather test_sync test_network test_trace test_host_virtual)
  unit_test(${name} loopscope_loop loopscope_host)
endforeach()

unit_test(test_frozen loopscope_freeze)

# The C examples print what stands beside them.
foreach(example timers tasks producer_consumer timeouts echo)
  file(READ ${CMAKE_CURRENT_SOURCE_DIR}/examples/c/${example}.out text)
  string(REGEX REPLACE "([][+.*()^$?|\\])" "\\\\\\1" text "${text}")
  add_test(NAME example_${example} COMMAND example_${example})
  set_tests_properties(example_${example} PROPERTIES PASS_REGULAR_EXPRESSION "^${text}$")
endforeach()

# Programs that a driver runs by the thousand: tests/fuzz.
foreach(name alloc programs)
  add_executable(fuzz_${name} ${CMAKE_CURRENT_SOURCE_DIR}/tests/fuzz/${name}.c)
  target_link_libraries(fuzz_${name} PRIVATE loopscope_library loopscope_aio loopscope_host m)
endforeach()
