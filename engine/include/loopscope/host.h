/* host.h: what the engine needs from the place it runs in: clocks, a wait, output, input.
 *
 * Three hosts exist: posix (native), wasm (Asyncify and the page's setTimeout) and virtual, which wraps another host
 * and replaces its clock: waiting jumps the clock to the deadline. A host never calls back into the engine.
 */
#ifndef LOOPSCOPE_HOST_H
#define LOOPSCOPE_HOST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

typedef struct Host Host;

/* Why a wait ended. */
enum host_wake {
    HOST_WAKE_DEADLINE, /* the deadline has passed */
    HOST_WAKE_EARLY,    /* something else: a signal, input, stop; look at the flags */
};

struct Host {
    void *context; /* the host's own; handed to every function below */

    /* Monotonic seconds since the host was made: the loop's time() and time.monotonic(). */
    double (*now)(void *context);
    /* Seconds of the outside world, by which slices are measured. NULL: now() is. */
    double (*steady)(void *context);
    /* Seconds since 1970: time.time(). */
    double (*wall)(void *context);
    /* Blocks until now() >= deadline (INFINITY: until woken). May return early; callers look again.
     * On wasm this is the one function that Asyncify suspends: call it only from the outermost run. */
    enum host_wake (*wait)(void *context, double deadline);
    /* The same with C code on the stack, which cannot be suspended: false when the wait could not be made (for ever, on
     * wasm). NULL: wait does. */
    bool (*block)(void *context, double deadline);
    /* Lets the host breathe between two slices of a program that does not wait: paints, input, Stop. May suspend as
     * wait does, under the same rule. NULL: nothing to do. */
    void (*yield)(void *context);
    /* Writes length bytes of UTF-8 to stream 1 (output) or 2 (error). */
    void (*write)(void *context, int stream, const char *bytes, size_t length);
    /* Hands on at once what write may have kept back. NULL: write keeps nothing back. */
    void (*flush)(void *context);
    /* Reads one line with its newline into *line (malloc'd, the caller frees with free). Returns its length, 0 at the
     * end of input, -1 when no line is there yet (wait, then ask again). NULL: no input at all. */
    long (*read_line)(void *context, char **line);
    /* Reads what lies beside the program under a path that begins in its folder into *text (malloc'd, the caller frees
     * with free; or NULL). "x.py": a module's text. "x/": nothing, there is such a folder. "": the paths, each with a
     * newline, of the files that the run was given, which a program sees from the start. Returns its length, -1: there
     * is no such thing. NULL: there is nothing at all. */
    long (*read_beside)(void *context, const char *path, char **text);
    /* Fills buffer with bytes good enough to seed random(). */
    void (*entropy)(void *context, void *buffer, size_t length);
    /* The lowest pending signal number, which it clears; 0 when there is none. */
    int (*take_signal)(void *context);

    bool is_virtual; /* waiting costs no time */
};

/* posix.c. Never fails. */
void host_posix_init(Host *host);
/* Reads what is left of a file into *text (malloc'd, the caller frees with free) and returns its length; -1 with *text
 * NULL: it can't be read. */
long host_posix_read(FILE *file, char **text);
/* posix_beside.c. From now on the modules in this folder lie beside the program (read_beside), or, with `all`, every
 * file in it and below but hidden ones, what is in node_modules or __pycache__, and those after the first 10,000. The
 * text must outlive the host. */
void host_posix_beside(Host *host, const char *folder, bool all);
/* wasm.c. Never fails. */
void host_wasm_init(Host *host);

/* virtual.c: a clock that starts at 0.0 (wall 1_700_000_000.0) and moves only by waiting. Output, input, entropy
 * (a fixed seed) and signals go to `under`, which must outlive it. wait(INFINITY) asks `under` to wait. */
typedef struct HostVirtual {
    Host *under;
    double now;
    uint64_t entropy; /* how far the fixed stream of entropy was read */
} HostVirtual;
void host_virtual_init(Host *host, HostVirtual *state, Host *under);

#endif
