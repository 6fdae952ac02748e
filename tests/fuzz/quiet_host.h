/* quiet_host.h: a host for programs that run by the thousand: the virtual clock, output dropped, no input, and
 * an end to those that would run for ever. */
#ifndef LOOPSCOPE_TESTS_FUZZ_QUIET_HOST_H
#define LOOPSCOPE_TESTS_FUZZ_QUIET_HOST_H

#include "../../engine/include/loopscope/host.h"
#include "../../engine/include/loopscope/vm.h"

#include <string.h>
#include <time.h>

typedef struct QuietHost {
    Host base;            /* what the virtual clock stands on */
    Host host;            /* what the Vm gets */
    HostVirtual clock;
    double begin, limit;  /* seconds of the outside world */
    double signal_at;     /* when the next one comes */
    bool over;            /* the limit was reached: KeyboardInterrupt from then on */
    Vm *vm;               /* stopped when twice the limit is reached; may be NULL */
} QuietHost;

static inline double quiet_now(void *context) {
    (void)context;
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

static inline void quiet_attend(QuietHost *quiet) {
    double lasted = quiet_now(quiet) - quiet->begin;
    quiet->over = quiet->over || lasted > quiet->limit;
    if (quiet->over && quiet->vm != NULL && lasted > 2 * quiet->limit) vm_stop(quiet->vm);
}

/* Only a wait without an end comes here: nothing will ever happen. */
static inline enum host_wake quiet_wait(void *context, double deadline) {
    QuietHost *quiet = context;
    (void)deadline;
    if (quiet->over && quiet->vm != NULL) vm_stop(quiet->vm);
    quiet->over = true;
    return HOST_WAKE_EARLY;
}

static inline void quiet_write(void *context, int stream, const char *bytes, size_t length) {
    (void)context, (void)stream, (void)bytes, (void)length;
}

static inline void quiet_entropy(void *context, void *buffer, size_t length) {
    (void)context;
    memset(buffer, 1, length);
}

static inline int quiet_take_signal(void *context) {
    QuietHost *quiet = context;
    quiet_attend(quiet);
    if (!quiet->over || quiet_now(quiet) < quiet->signal_at) return 0;
    quiet->signal_at = quiet_now(quiet) + 0.1;
    return 2;
}

static inline void quiet_host_init(QuietHost *quiet, double limit) {
    *quiet = (QuietHost){.begin = quiet_now(NULL), .limit = limit};
    quiet->base = (Host){.context = quiet, .now = quiet_now, .wall = quiet_now, .wait = quiet_wait,
                         .write = quiet_write, .entropy = quiet_entropy, .take_signal = quiet_take_signal};
    host_virtual_init(&quiet->host, &quiet->clock, &quiet->base);
}

#endif
