/* posix.c: the host of native programs.
 *
 * A process has one standard output and one set of signals, so what this host keeps is per process, whatever number of
 * Host structs refer to it. Output goes through stdio and is flushed before each wait, so that a person sees it in
 * time.
 */
#define _POSIX_C_SOURCE 200809L
#define _GNU_SOURCE
#include "../include/loopscope/host.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

/* A signal handler has no context: what it sets has to stand here. */
static volatile sig_atomic_t interrupt_pending;
/* Set once, by the first host_posix_init. */
static double process_origin;

enum { LONGEST_WAIT_SECONDS = 86400 };

static double clock_seconds(clockid_t clock) {
    struct timespec now;
    clock_gettime(clock, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

static double posix_now(void *context) {
    (void)context;
    return clock_seconds(CLOCK_MONOTONIC) - process_origin;
}

static double posix_wall(void *context) {
    (void)context;
    return clock_seconds(CLOCK_REALTIME);
}

static struct timespec duration(double seconds) {
    if (!(seconds < LONGEST_WAIT_SECONDS)) seconds = LONGEST_WAIT_SECONDS;
    time_t whole = (time_t)seconds;
    long rest = (long)((seconds - (double)whole) * 1e9) + 1; /* rounded up: never early */
    if (rest > 999999999) rest = 999999999;
    return (struct timespec){.tv_sec = whole, .tv_nsec = rest};
}

/* The signal is held back between the look at the flag and the sleep, or it could come in between and be slept over. */
static enum host_wake posix_wait(void *context, double deadline) {
    fflush(stdout);
    double seconds = deadline - posix_now(context);
    if (seconds <= 0) return HOST_WAKE_DEADLINE;
    sigset_t blocked, before;
    sigemptyset(&blocked);
    sigaddset(&blocked, SIGINT);
    sigprocmask(SIG_BLOCK, &blocked, &before);
    if (!interrupt_pending) {
        struct timespec limit = duration(seconds);
        ppoll(NULL, 0, &limit, &before);
    }
    sigprocmask(SIG_SETMASK, &before, NULL);
    return posix_now(context) >= deadline ? HOST_WAKE_DEADLINE : HOST_WAKE_EARLY;
}

static void posix_write(void *context, int stream, const char *bytes, size_t length) {
    (void)context;
    if (stream == 2) fflush(stdout);
    fwrite(bytes, 1, length, stream == 2 ? stderr : stdout);
}

static void posix_flush(void *context) {
    (void)context;
    fflush(stdout);
}

/* Blocks, as input() does. */
static long posix_read_line(void *context, char **line) {
    (void)context;
    fflush(stdout);
    size_t capacity = 0;
    *line = NULL;
    ssize_t length = getline(line, &capacity, stdin);
    if (length > 0) return (long)length;
    free(*line);
    *line = NULL;
    return 0;
}

static void entropy_from_clock(unsigned char *bytes, size_t length) {
    uint64_t state = (uint64_t)(clock_seconds(CLOCK_REALTIME) * 1e9) ^ (uint64_t)getpid() << 40;
    for (size_t i = 0; i < length; i++) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        bytes[i] = (unsigned char)(state >> 56);
    }
}

static void posix_entropy(void *context, void *buffer, size_t length) {
    (void)context;
    unsigned char *bytes = buffer;
    size_t filled = 0;
    int file = open("/dev/urandom", O_RDONLY | O_CLOEXEC);
    while (file >= 0 && filled < length) {
        ssize_t got = read(file, bytes + filled, length - filled);
        if (got <= 0) break;
        filled += (size_t)got;
    }
    if (file >= 0) close(file);
    if (filled < length) entropy_from_clock(bytes + filled, length - filled);
}

static int posix_take_signal(void *context) {
    (void)context;
    if (!interrupt_pending) return 0;
    interrupt_pending = 0;
    return SIGINT;
}

static void on_interrupt(int number) {
    (void)number;
    interrupt_pending = 1;
}

static void catch_interrupt(void) {
    struct sigaction action = {.sa_handler = on_interrupt, .sa_flags = SA_RESTART};
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, NULL);
}

long host_posix_read(FILE *file, char **text) {
    size_t length = 0, room = 0, got = 1;
    char *bytes = NULL;
    bool ok = true;
    while (ok && got > 0) {
        if (length == room) {
            char *more = realloc(bytes, room = room * 2 + 65536);
            ok = more != NULL;
            if (ok) bytes = more;
        }
        got = ok ? fread(bytes + length, 1, room - length, file) : 0;
        length += got;
    }
    ok = ok && !ferror(file);
    if (!ok) free(bytes);
    *text = ok ? bytes : NULL;
    return ok ? (long)length : -1;
}

void host_posix_init(Host *host) {
    if (process_origin == 0) process_origin = clock_seconds(CLOCK_MONOTONIC);
    catch_interrupt();
    *host = (Host){
        .now = posix_now,
        .wall = posix_wall,
        .wait = posix_wait,
        .write = posix_write,
        .flush = posix_flush,
        .read_line = posix_read_line,
        .entropy = posix_entropy,
        .take_signal = posix_take_signal,
    };
}
