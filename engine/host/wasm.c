/* wasm.c: the host inside a page or Node. Everything it needs is imported from JavaScript, one function per need.
 *
 * loopscope_host_wait and loopscope_host_yield are the only imports that Asyncify suspends; nothing on the way to them
 * but host_wait's callers may be instrumented.
 */
#include "../include/loopscope/host.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define IMPORT(name) __attribute__((import_module("env"), import_name(#name)))

/* Suspends for so many milliseconds (Infinity: until woken). May come back early: after a signal, input, stop or a
 * change of speed. Zero or less is never asked for. */
IMPORT(loopscope_host_wait) extern void loopscope_host_wait(double milliseconds);
/* Suspends until the browser had its turn: paint, input, messages. */
IMPORT(loopscope_host_yield) extern void loopscope_host_yield(void);
/* Monotonic seconds since the run began; stands still while the run is paused. */
IMPORT(loopscope_host_now) extern double loopscope_host_now(void);
/* Seconds of a clock that goes on also then. */
IMPORT(loopscope_host_steady) extern double loopscope_host_steady(void);
/* Seconds since 1970. */
IMPORT(loopscope_host_wall) extern double loopscope_host_wall(void);
/* Takes UTF-8 for stream 1 (output) or 2 (error); may be cut inside a character. The bytes are valid during the call
 * only. */
IMPORT(loopscope_host_write) extern void loopscope_host_write(int stream, const char *bytes, int length);
/* Length in bytes of the next line of input with its newline; 0 at the end of input; -1 when none is there yet (the
 * page is told to ask for one). */
IMPORT(loopscope_host_line_length) extern int loopscope_host_line_length(void);
/* Copies that line to the buffer, which has room for `length` bytes, and goes on to the next. */
IMPORT(loopscope_host_read_line) extern void loopscope_host_read_line(char *buffer, int length);
/* Length of what lies beside the program under that path (host.h, read_beside), which the next call below copies; -1:
 * nothing. */
IMPORT(loopscope_host_beside_length) extern int loopscope_host_beside_length(const char *path, int length);
IMPORT(loopscope_host_read_beside) extern void loopscope_host_read_beside(char *buffer, int length);
/* Fills the buffer with random bytes. */
IMPORT(loopscope_host_entropy) extern void loopscope_host_entropy(void *buffer, int length);
/* The lowest pending signal's number, which it clears; 0: none. */
IMPORT(loopscope_host_take_signal) extern int loopscope_host_take_signal(void);

static double wasm_now(void *context) {
    (void)context;
    return loopscope_host_now();
}

/* Slices are measured by this: a run that is paused while it is at one must come to its end. */
static double wasm_steady(void *context) {
    (void)context;
    return loopscope_host_steady();
}

static double wasm_wall(void *context) {
    (void)context;
    return loopscope_host_wall();
}

static enum host_wake wasm_wait(void *context, double deadline) {
    double seconds = deadline - wasm_now(context);
    if (seconds <= 0) return HOST_WAKE_DEADLINE;
    loopscope_host_wait(seconds * 1000);
    return wasm_now(context) >= deadline ? HOST_WAKE_DEADLINE : HOST_WAKE_EARLY;
}

#define STANDS_STILL 0.05 /* seconds without a change of the clock: the run is paused */

/* Nothing can be suspended here: the page stands still until the time has come. */
static bool wasm_block(void *context, double deadline) {
    if (isinf(deadline)) return false;
    double now = wasm_now(context), changed = wasm_steady(context), last = now;
    while (now < deadline && wasm_steady(context) - changed < STANDS_STILL) {
        now = wasm_now(context);
        if (now != last) changed = wasm_steady(context);
        last = now;
    }
    return true;
}

static void wasm_yield(void *context) {
    (void)context;
    loopscope_host_yield();
}

static void wasm_write(void *context, int stream, const char *bytes, size_t length) {
    (void)context;
    loopscope_host_write(stream, bytes, (int)length);
}

static long wasm_read_line(void *context, char **line) {
    (void)context;
    *line = NULL;
    int length = loopscope_host_line_length();
    if (length <= 0) return length;
    *line = malloc((size_t)length);
    if (!*line) return 0;
    loopscope_host_read_line(*line, length);
    return length;
}

static long wasm_read_beside(void *context, const char *path, char **text) {
    (void)context;
    *text = NULL;
    int length = loopscope_host_beside_length(path, (int)strlen(path));
    if (length <= 0) return length;
    *text = malloc((size_t)length);
    if (*text == NULL) return -1;
    loopscope_host_read_beside(*text, length);
    return length;
}

static void wasm_entropy(void *context, void *buffer, size_t length) {
    (void)context;
    loopscope_host_entropy(buffer, (int)length);
}

static int wasm_take_signal(void *context) {
    (void)context;
    return loopscope_host_take_signal();
}

void host_wasm_init(Host *host) {
    *host = (Host){
        .now = wasm_now,
        .steady = wasm_steady,
        .wall = wasm_wall,
        .wait = wasm_wait,
        .block = wasm_block,
        .yield = wasm_yield,
        .write = wasm_write,
        .read_line = wasm_read_line,
        .read_beside = wasm_read_beside,
        .entropy = wasm_entropy,
        .take_signal = wasm_take_signal,
    };
}
