# What tests/tools/without.mjs runs: fast, so of every native build.
add_executable(surface_without ${CMAKE_CURRENT_SOURCE_DIR}/tests/surface/without.c)
target_include_directories(surface_without PRIVATE engine engine/python)
target_link_libraries(surface_without PRIVATE loopscope_library loopscope_aio loopscope_host m)
