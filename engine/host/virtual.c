/* virtual.c: the clock that costs no time.
 *
 * Waiting adds `deadline - now` to the clock instead of setting it to the deadline: that is what CPython's loop does
 * with its timeout, and the two can differ in the last bit, which a program that prints its time would show.
 */
#include "../include/loopscope/host.h"

#include <math.h>

static const double VIRTUAL_EPOCH = 1700000000.0;
static const uint64_t VIRTUAL_SEED = 0x9E3779B97F4A7C15u;

static double virtual_now(void *context) {
    const HostVirtual *state = context;
    return state->now;
}

/* Of the host below: the virtual clock says nothing about how long a slice takes. */
static double virtual_steady(void *context) {
    const HostVirtual *state = context;
    const Host *under = state->under;
    return under->steady != NULL ? under->steady(under->context) : under->now(under->context);
}

static double virtual_wall(void *context) {
    return VIRTUAL_EPOCH + virtual_now(context);
}

static enum host_wake virtual_wait(void *context, double deadline) {
    HostVirtual *state = context;
    if (isinf(deadline) && deadline > 0) return state->under->wait(state->under->context, deadline);
    double seconds = deadline - state->now;
    if (seconds > 0) state->now += seconds;
    return HOST_WAKE_DEADLINE;
}

static bool virtual_block(void *context, double deadline) {
    const HostVirtual *state = context;
    Host *under = state->under;
    if (isinf(deadline) && under->block != NULL) return under->block(under->context, deadline);
    virtual_wait(context, deadline);
    return true;
}

static void virtual_yield(void *context) {
    const HostVirtual *state = context;
    if (state->under->yield) state->under->yield(state->under->context);
}

static void virtual_write(void *context, int stream, const char *bytes, size_t length) {
    const HostVirtual *state = context;
    state->under->write(state->under->context, stream, bytes, length);
}

static void virtual_flush(void *context) {
    const HostVirtual *state = context;
    if (state->under->flush) state->under->flush(state->under->context);
}

static long virtual_read_line(void *context, char **line) {
    const HostVirtual *state = context;
    if (state->under->read_line) return state->under->read_line(state->under->context, line);
    *line = NULL;
    return 0;
}

static long virtual_read_beside(void *context, const char *path, char **text) {
    const HostVirtual *state = context;
    *text = NULL;
    return state->under->read_beside ? state->under->read_beside(state->under->context, path, text) : -1;
}

/* The same bytes in every run (splitmix64), so that a run can be repeated. */
static void virtual_entropy(void *context, void *buffer, size_t length) {
    HostVirtual *state = context;
    unsigned char *bytes = buffer;
    for (size_t i = 0; i < length; i++) {
        uint64_t at = state->entropy += VIRTUAL_SEED;
        uint64_t mixed = (at ^ at >> 30) * 0xBF58476D1CE4E5B9u;
        mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EBu;
        bytes[i] = (unsigned char)(mixed >> 56);
    }
}

static int virtual_take_signal(void *context) {
    const HostVirtual *state = context;
    return state->under->take_signal ? state->under->take_signal(state->under->context) : 0;
}

void host_virtual_init(Host *host, HostVirtual *state, Host *under) {
    *state = (HostVirtual){.under = under, .now = 0.0, .entropy = VIRTUAL_SEED};
    *host = (Host){
        .context = state,
        .now = virtual_now,
        .steady = virtual_steady,
        .wall = virtual_wall,
        .wait = virtual_wait,
        .block = virtual_block,
        .yield = virtual_yield,
        .write = virtual_write,
        .flush = virtual_flush,
        .read_line = virtual_read_line,
        .read_beside = virtual_read_beside,
        .entropy = virtual_entropy,
        .take_signal = virtual_take_signal,
        .is_virtual = true,
    };
}
