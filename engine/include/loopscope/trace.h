/* trace.h: the event log. One function pointer, a context and a mask; with no observer an event costs one branch.
 *
 * A record is a run of 32-bit words in the machine's byte order (little-endian everywhere we run):
 *   word 0       kind | total words << 8
 *   words 1, 2   time, f64
 *   then each field of events.def in order: ID and NUM one word; REAL two words (f64, not aligned);
 *   TEXT one word with the length in bytes, then the bytes, padded with zeros to whole words.
 * A LINE at the time and by the task of the LINE before it, in the same run of records, is one word: TRACE_LINE_AGAIN |
 * line.
 * A TEXT longer than TRACE_TEXT_MAX bytes is cut at a character boundary, so that a record always fits the ring.
 */
#ifndef LOOPSCOPE_TRACE_H
#define LOOPSCOPE_TRACE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define TRACE_TEXT_MAX 65536u
#define TRACE_RING_WORDS (64u * 1024u) /* little enough to stay in a cache */
#define TRACE_CLOCK_EVERY 512u         /* words */
#define TRACE_LINES_EVERY 128u         /* of one word each: then the clock is read as well */
#define TRACE_LINE_AGAIN 0x80000000u
/* A line as records tell it has above so many bits the number of its file (FILE_TOLD). */
#define TRACE_LINE_BITS 20u
#define TRACE_FILES 2047u /* as many numbers are left */
#define TRACE_HEADER_WORDS 3u
#define TRACE_RECORD_WORDS 16u /* no record with only ID and NUM fields is longer */

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
    TRACE_NET = 1 << 9,
    TRACE_SYNC = 1 << 10,
    TRACE_ALL = (1 << 11) - 1, /* all but those below, which are asked for by name */
    TRACE_VALUES = 1 << 11,    /* with LINE alone */
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
    uint32_t mask;    /* groups that are wanted; 0: nobody listens */
    uint32_t next_id; /* the last id given out; ids are given whether anybody listens or not */
    uint32_t current; /* the task or worker that runs now, 0 for none: the `by` of what it does; trace_set_current */
    uint32_t line;    /* the line of the learner's file that runs now, 0 for none; kept while LINE is on */
    TraceObserver observer; /* NULL: nobody listens */
    void *context;          /* the observer's */
    double (*now)(void *);  /* the clock for `time` */
    void *clock;            /* handed to now */
    double origin;          /* now() when the run began: `time` counts from here */
    double time;            /* what records carry: the clock as last read (see trace_refresh), less origin */
    uint32_t *ring;         /* TRACE_RING_WORDS words, owned; allocated by trace_open */
    uint32_t used;          /* words filled */
    uint32_t limit;         /* used up to here, a record of words may be written without asking trace_record further */
    uint32_t line_limit;    /* the same for trace_line; 0 where a line needs more than its record */
    uint32_t again_limit; /* the same for a LINE of one word; 0 where the last LINE was at another time or by another */
    uint64_t stop_kinds;  /* bit per enum trace_kind: emitting one of these sets stop_hit; set by trace_stop_at */
    bool stop_hit;        /* whoever steps clears it */
} Trace;

/* A silent trace that gives out ids. Never fails. */
void trace_init(Trace *trace);
/* Starts observing the groups in mask. False when memory ran out (the trace stays silent). */
bool trace_open(Trace *trace, uint32_t mask, TraceObserver observer, void *context, double (*now)(void *), void *clock);
/* Hands what is buffered to the observer. */
void trace_flush(Trace *trace);
/* Flushes, frees the ring and falls silent. */
void trace_close(Trace *trace);

/* Reads the clock for the records that follow. trace_emit does; the quicker ways to emit do only every
 * TRACE_CLOCK_EVERY words, since a reading costs more than a record: whoever knows that time has passed (a step that
 * ends) calls this. */
static inline void trace_refresh(Trace *trace) {
    trace->time = trace->now(trace->clock) - trace->origin;
    uint32_t end = TRACE_RING_WORDS - TRACE_RECORD_WORDS, limit = trace->used + TRACE_CLOCK_EVERY;
    trace->limit = trace->stop_kinds != 0 ? 0 : limit < end ? limit : end;
    trace->line_limit = (trace->mask & (TRACE_LINE | TRACE_VALUES)) == TRACE_LINE ? trace->limit : 0;
    trace->again_limit = 0;
}
/* From now on `id` runs: a task or worker, 0 for none. */
static inline void trace_set_current(Trace *trace, uint32_t id) {
    trace->current = id;
    trace->again_limit = 0;
}
/* For stepping: emitting one of these kinds (a bit for each of the first 64 of enum trace_kind; 0: none) sets stop_hit.
 */
static inline void trace_stop_at(Trace *trace, uint64_t kinds) {
    trace->stop_kinds = kinds;
    trace->limit = trace->line_limit = trace->again_limit = 0;
}

static inline bool trace_wants(const Trace *trace, enum trace_group group) {
    return (trace->mask & (uint32_t)group) != 0;
}
static inline uint32_t trace_new_id(Trace *trace) {
    return ++trace->next_id;
}

/* A line as records tell it; `file`: 0: the program's. */
static inline uint32_t trace_place(uint32_t file, uint32_t line) {
    const uint32_t most = (1u << TRACE_LINE_BITS) - 1;
    return file << TRACE_LINE_BITS | (line < most ? line : most);
}

/* A time of the observed clock as events tell it. */
static inline double trace_moment(const Trace *trace, double clock_time) {
    return clock_time - trace->origin;
}

/* Emits a record. Arguments follow events.def: ID, NUM as unsigned int (uint32_t), REAL as double, TEXT as const char *
 * and size_t. Only for whoever has asked trace_wants. */
void trace_emit(Trace *trace, enum trace_kind kind, ...);

/* Room for a record of so many words with its header written, and where its fields go: the way for all records. NULL
 * when the log is not open. */
uint32_t *trace_record(Trace *trace, enum trace_kind kind, uint32_t words);

/* trace_record while `used` is below `limit`, of at most TRACE_RECORD_WORDS words. */
static inline uint32_t *trace_record_short(Trace *trace, enum trace_kind kind, uint32_t words) {
    uint32_t *at = trace->ring + trace->used;
    trace->used += words;
    at[0] = (uint32_t)kind | words << 8;
    memcpy(at + 1, &trace->time, sizeof trace->time);
    return at + TRACE_HEADER_WORDS;
}

/* trace_emit for a kind that has only ID and NUM fields: `count` words, all of them. */
static inline void trace_emit_words(Trace *trace, enum trace_kind kind, const uint32_t *words, uint32_t count) {
    uint32_t *at;
    if (trace->used < trace->limit) {
        at = trace_record_short(trace, kind, TRACE_HEADER_WORDS + count);
    } else {
        at = trace_record(trace, kind, TRACE_HEADER_WORDS + count);
        if (at == NULL) return;
    }
    for (uint32_t i = 0; i < count; i++) at[i] = words[i];
}

/* A LINE record, for the bytecode that says a line. False: not done, trace_line_whole would flush, read the clock or
 * stop. */
static inline bool trace_line(Trace *trace, uint32_t line) {
    if (trace->used < trace->again_limit) {
        trace->ring[trace->used++] = TRACE_LINE_AGAIN | line;
        return true;
    }
    if (trace->again_limit != 0 || trace->used >= trace->line_limit) return false;
    uint32_t *at = trace_record_short(trace, TRACE_KIND_LINE, TRACE_HEADER_WORDS + 2);
    at[0] = line;
    at[1] = trace->current;
    uint32_t limit = trace->used + TRACE_LINES_EVERY;
    trace->again_limit = limit < trace->line_limit ? limit : trace->line_limit;
    return true;
}
/* The same in every other case; only for whoever has asked trace_wants. */
void trace_line_whole(Trace *trace, uint32_t line);

/* trace_emit for ID and NUM fields and one TEXT behind them; length is at most TRACE_TEXT_MAX. */
void trace_emit_text(Trace *trace, enum trace_kind kind, const uint32_t *words, uint32_t count, const char *text,
                     size_t length);
/* The same with two TEXTs. */
void trace_emit_texts(Trace *trace, enum trace_kind kind, const uint32_t *words, uint32_t count, const char *first,
                      size_t first_length, const char *second, size_t second_length);

/* A record if its group is wanted, so that a silent trace costs one branch: TRACE for any fields, TRACE_WORDS, which is
 * quicker, for kinds with only ID and NUM fields. */
#define TRACE(trace, GROUP, KIND, ...)                                                                                 \
    do {                                                                                                               \
        if (trace_wants((trace), TRACE_##GROUP)) trace_emit((trace), TRACE_KIND_##KIND, __VA_ARGS__);                  \
    } while (0)
#define TRACE_WORDS(trace, GROUP, KIND, ...)                                                                           \
    do {                                                                                                               \
        if (trace_wants((trace), TRACE_##GROUP)) {                                                                     \
            const uint32_t trace_words_[] = {__VA_ARGS__};                                                             \
            trace_emit_words((trace), TRACE_KIND_##KIND, trace_words_, sizeof trace_words_ / sizeof *trace_words_);    \
        }                                                                                                              \
    } while (0)

/* The kind's name as events.def has it ("TASK_MADE"), its group and its meaning, for dumps and docs. */
const char *trace_kind_name(enum trace_kind kind);
enum trace_group trace_kind_group(enum trace_kind kind);
/* One letter per field: i ID, n NUM, r REAL, t TEXT. */
const char *trace_kind_fields(enum trace_kind kind);

#endif
