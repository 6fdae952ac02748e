/* support.h: what the loop's unit tests share: a loop on the virtual clock, and a log that says what ran and when. */
#ifndef LOOPSCOPE_TESTS_UNIT_SUPPORT_H
#define LOOPSCOPE_TESTS_UNIT_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "../../engine/include/loopscope/host.h"
#include "../../engine/include/loopscope/loop.h"
#include "../../engine/include/loopscope/trace.h"
#include "../../engine/base/alloc.h"

enum { LOG_SIZE = 8192 };

typedef struct Fixture {
    Mem *mem;
    Host under;
    Host host;
    HostVirtual clock;
    Trace trace;
    Loop *loop;
    char log[LOG_SIZE];
} Fixture;

/* The host below the virtual clock: nothing may ever wait for it. */
static inline enum host_wake support_wait(void *context, double deadline) {
    (void)context;
    fail_msg("the loop would wait for ever (deadline %f)", deadline);
    return HOST_WAKE_EARLY;
}

static inline void support_open(Fixture *fixture, const LoopOps *ops) {
    memset(fixture, 0, sizeof *fixture);
    fixture->mem = mem_new(0);
    assert_non_null(fixture->mem);
    fixture->under.wait = support_wait;
    host_virtual_init(&fixture->host, &fixture->clock, &fixture->under);
    trace_init(&fixture->trace);
    LoopConfig config = {
        .mem = fixture->mem, .host = &fixture->host, .trace = &fixture->trace, .ops = ops, .context = fixture};
    fixture->loop = loop_new(&config);
    assert_non_null(fixture->loop);
}

/* Closes the loop and asserts that nothing of it is left in memory. */
static inline void support_close(Fixture *fixture) {
    assert_int_equal(loop_close(fixture->loop), LOOP_OK);
    loop_release(fixture->loop);
    assert_int_equal(mem_used(fixture->mem), 0);
    mem_close(fixture->mem);
    trace_close(&fixture->trace);
}

__attribute__((format(printf, 2, 3))) static inline void say(Fixture *fixture, const char *format, ...) {
    size_t used = strlen(fixture->log);
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(fixture->log + used, LOG_SIZE - used, format, arguments);
    va_end(arguments);
}

/* Compares what was said so far, and forgets it. */
static inline void expect_log(Fixture *fixture, const char *expected) {
    assert_string_equal(fixture->log, expected);
    fixture->log[0] = '\0';
}

/* A callback's context: what it says when it runs. */
typedef struct Line {
    Fixture *fixture;
    const char *text;
} Line;

static inline void say_line(Loop *loop, void *context) {
    const Line *line = context;
    say(line->fixture, "%s@%g ", line->text, loop_time(loop));
}

static inline void stop_loop(Loop *loop, void *context) {
    (void)context;
    loop_stop(loop);
}

/* Runs what is ready and due for so many iterations. */
static inline void run_iterations(Loop *loop, int count) {
    for (int i = 0; i < count; i++) {
        loop_stop(loop);
        assert_int_equal(loop_run_forever(loop), LOOP_OK);
    }
}

#endif
