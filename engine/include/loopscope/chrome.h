/* chrome.h: the event log as Chrome trace-event JSON, which Perfetto and chrome://tracing open.
 *
 * One track per task and worker (its slices: ready, running, waiting), one for the loop (waits, callbacks).
 * Format: "Trace Event Format", JSON array form inside {"traceEvents": [...]}.
 */
#ifndef LOOPSCOPE_CHROME_H
#define LOOPSCOPE_CHROME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Takes JSON text in pieces. The bytes are valid during the call only. */
typedef void (*ChromeWrite)(void *context, const char *bytes, size_t length);

typedef struct ChromeTrace {
    ChromeWrite write;
    void *context; /* write's */
    bool first;    /* no event written yet */
    size_t used;
    char buffer[8192];
} ChromeTrace;

/* Starts the file. Never fails; whatever write does with the bytes is its own affair. */
void chrome_begin(ChromeTrace *chrome, ChromeWrite write, void *context);
/* A TraceObserver whose context is the ChromeTrace. */
void chrome_observe(void *chrome, const uint32_t *words, size_t count);
/* Ends the file and hands over what is left. */
void chrome_end(ChromeTrace *chrome);

#endif
