/* trace.h: the event log. One function pointer, a context and a mask; with no observer an event costs one branch.
 *
 * A record is a run of 32-bit words in the machine's byte order (little-endian everywhere we run):
 *   word 0       kind | total words << 8
 *   words 1, 2   time, f64
 *   then each field of events.def in order: ID and NUM one word; REAL two words (f64, not aligned);
 *   TEXT one word with the length in bytes, then the bytes, padded with zeros to whole words.
 * A TEXT longer than TRACE_TEXT_MAX bytes is cut at a character boundary, so that a record always fits the ring.
 */
#ifndef LOOPSCOPE_TRACE_H
#define LOOPSCOPE_TRACE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define TRACE_TEXT_MAX 65536u
#define TRACE_RING_WORDS (256u * 1024u)

enum trace_group {
    TRACE_RUN = 1 << 0,
    TRACE_LOOP = 1 << 1,
    TRACE_HANDLE = 1 << 2,
    TRACE_TIMER = 1 << 3,
    TRACE_FUTURE = 1 << 4,
    TRACE_TASK = 1 << 5,
    TRACE_WORKER = 1 << 6,
    TRACE_LINE = 1 << 7,
    TRACE_OUTPUT = 1 << 8,
    TRACE_ALL = (1 << 9) - 1,
};

enum trace_kind {
#define EVENT(NAME, GROUP, MEANING, FIELDS) TRACE_KIND_##NAME,
#include "../../trace/events.def"
#undef EVENT
    TRACE_KIND_COUNT
};

/* Takes a run of whole records. Called when the ring is full and by trace_flush. Must not call the engine. */
typedef void (*TraceObserver)(void *context, const uint32_t *words, size_t count);

typedef struct Trace {
    uint32_t mask;          /* groups that are wanted; 0: nobody listens */
    uint32_t next_id;       /* the last id given out; ids are given whether anybody listens or not */
    uint32_t current;       /* the task or worker that runs now, 0 for none: the `by` of what it does */
    uint32_t line;          /* the line of the learner's file that runs now, 0 for none; kept while LINE is on */
    TraceObserver observer; /* NULL: nobody listens */
    void *context;          /* the observer's */
    double (*now)(void *);  /* the clock for `time` */
    void *clock;            /* handed to now */
    double origin;          /* now() when the run began: `time` counts from here */
    uint32_t *ring;         /* TRACE_RING_WORDS words, owned; allocated by trace_open */
    uint32_t used;          /* words filled */
    uint64_t stop_kinds;    /* bit per enum trace_kind: emitting one of these sets stop_hit (for stepping) */
    bool stop_hit;          /* whoever steps clears it */
} Trace;

/* A silent trace that gives out ids. Never fails. */
void trace_init(Trace *trace);
/* Starts observing the groups in mask. False when memory ran out (the trace stays silent). */
bool trace_open(Trace *trace, uint32_t mask, TraceObserver observer, void *context, double (*now)(void *), void *clock);
/* Hands what is buffered to the observer. */
void trace_flush(Trace *trace);
/* Flushes, frees the ring and falls silent. */
void trace_close(Trace *trace);

static inline bool trace_wants(const Trace *trace, enum trace_group group) {
    return (trace->mask & (uint32_t)group) != 0;
}
static inline uint32_t trace_new_id(Trace *trace) {
    return ++trace->next_id;
}

/* A time of the observed clock as events tell it. */
static inline double trace_moment(const Trace *trace, double clock_time) {
    return clock_time - trace->origin;
}

/* Emits a record if its group is wanted. Arguments follow events.def: ID, NUM as unsigned int (uint32_t), REAL as
 * double, TEXT as const char * and size_t. Use TRACE(trace, GROUP, KIND, ...) so that a silent trace costs one branch.
 */
void trace_emit(Trace *trace, enum trace_kind kind, ...);
#define TRACE(trace, GROUP, KIND, ...)                                                                                 \
    do {                                                                                                               \
        if (trace_wants((trace), TRACE_##GROUP)) trace_emit((trace), TRACE_KIND_##KIND, __VA_ARGS__);                  \
    } while (0)

/* The kind's name as events.def has it ("TASK_MADE"), its group and its meaning, for dumps and docs. */
const char *trace_kind_name(enum trace_kind kind);
enum trace_group trace_kind_group(enum trace_kind kind);
/* One letter per field: i ID, n NUM, r REAL, t TEXT. */
const char *trace_kind_fields(enum trace_kind kind);

#endif
