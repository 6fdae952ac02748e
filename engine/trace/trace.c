/* trace.c: packs events into records and hands them on in runs.
 *
 * The layout of each record follows from events.def alone. The ring comes from the C library and not from the engine's
 * allocator: a program that is watched must not reach its memory limit sooner than one that is not.
 */
#include "../include/loopscope/trace.h"

#include <stdarg.h>
#include <stdlib.h>

#define NOINLINE __attribute__((noinline))

typedef struct EventShape {
    const char *name;
    const char *fields; /* one letter each */
    enum trace_group group;
} EventShape;

#define ID(x) "i"
#define NUM(x) "n"
#define REAL(x) "r"
#define TEXT(x) "t"
static const EventShape event_shapes[TRACE_KIND_COUNT] = {
#define EVENT(NAME, GROUP, MEANING, FIELDS) {#NAME, FIELDS, TRACE_##GROUP},
#include "events.def"
#undef EVENT
};
#undef ID
#undef NUM
#undef REAL
#undef TEXT

void trace_init(Trace *trace) {
    *trace = (Trace){0};
}

bool trace_open(Trace *trace, uint32_t mask, TraceObserver observer, void *context, double (*now)(void *),
                void *clock) {
    if (!trace->ring) trace->ring = malloc(TRACE_RING_WORDS * sizeof(uint32_t));
    if (!trace->ring) return false;
    trace->mask = mask;
    trace->observer = observer;
    trace->context = context;
    trace->now = now;
    trace->clock = clock;
    trace->origin = now(clock);
    trace->used = 0;
    trace_refresh(trace);
    return true;
}

void trace_flush(Trace *trace) {
    uint32_t used = trace->used;
    if (used == 0) return;
    trace->used = trace->limit = trace->line_limit = trace->again_limit = 0;
    trace->observer(trace->context, trace->ring, used);
}

void trace_close(Trace *trace) {
    trace_flush(trace);
    free(trace->ring);
    trace->ring = NULL;
    trace->observer = NULL;
    trace->mask = 0;
}

_Static_assert(2 * (TRACE_TEXT_MAX / 4 + 1) + TRACE_RECORD_WORDS <= TRACE_RING_WORDS, "two texts of any length fit");
_Static_assert(TRACE_KIND_LINE < 64 && TRACE_KIND_TASK_STEP_BEGINS < 64 && TRACE_KIND_BATCH_BEGINS < 64,
               "stop_kinds has a bit for what a step may end at");

/* The length of a text as it is kept: cut in front of a character that would not fit whole. */
static size_t text_length(const char *text, size_t length) {
    if (length <= TRACE_TEXT_MAX) return length;
    length = TRACE_TEXT_MAX;
    while (length > 0 && ((unsigned char)text[length] & 0xC0) == 0x80) length--;
    return length;
}

static uint32_t text_words(size_t length) {
    return (uint32_t)(1 + (length + 3) / 4);
}

static uint32_t record_words(const char *fields, va_list arguments) {
    uint32_t words = TRACE_HEADER_WORDS;
    for (; *fields; fields++) {
        if (*fields == 'r') {
            (void)va_arg(arguments, double);
            words += 2;
        } else if (*fields == 't') {
            const char *text = va_arg(arguments, const char *);
            words += text_words(text_length(text, va_arg(arguments, size_t)));
        } else {
            (void)va_arg(arguments, unsigned int);
            words++;
        }
    }
    return words;
}

static uint32_t *put_real(uint32_t *at, double value) {
    memcpy(at, &value, sizeof value);
    return at + 2;
}

static uint32_t *put_text(uint32_t *at, const char *text, size_t length) {
    length = text_length(text, length);
    uint32_t words = text_words(length);
    at[words - 1] = 0; /* the padding; overwritten where the text reaches */
    at[0] = (uint32_t)length;
    if (length > 0) memcpy(at + 1, text, length);
    return at + words;
}

static void put_fields(uint32_t *at, const char *fields, va_list arguments) {
    for (; *fields; fields++) {
        if (*fields == 'r') {
            at = put_real(at, va_arg(arguments, double));
        } else if (*fields == 't') {
            const char *text = va_arg(arguments, const char *);
            at = put_text(at, text, va_arg(arguments, size_t));
        } else {
            *at++ = va_arg(arguments, unsigned int);
        }
    }
}

uint32_t *trace_record(Trace *trace, enum trace_kind kind, uint32_t words) {
    if (!trace->ring) return NULL;
    if (trace->used + words > TRACE_RING_WORDS) trace_flush(trace);
    if (trace->used >= trace->limit) trace_refresh(trace);
    if (kind < 64 && (trace->stop_kinds >> kind & 1) != 0) trace->stop_hit = true;
    uint32_t *at = trace->ring + trace->used;
    trace->used += words;
    at[0] = (uint32_t)kind | words << 8;
    return put_real(at + 1, trace->time);
}

void trace_emit(Trace *trace, enum trace_kind kind, ...) {
    const EventShape *shape = &event_shapes[kind];
    va_list arguments, again;
    va_start(arguments, kind);
    va_copy(again, arguments);
    uint32_t words = record_words(shape->fields, again);
    va_end(again);
    if (trace->ring) trace_refresh(trace);
    uint32_t *at = trace_record(trace, kind, words);
    if (at != NULL) put_fields(at, shape->fields, arguments);
    va_end(arguments);
}

/* Most texts are a few characters: a call of memcpy costs more than they do. Gives where the next field goes. */
static uint32_t *put_short_text(uint32_t *at, const char *text, size_t length) {
    uint32_t rest = 0;
    *at++ = (uint32_t)length;
    for (; length >= sizeof *at; length -= sizeof *at, text += sizeof *at) memcpy(at++, text, sizeof *at);
    if (length == 0) return at;
    char *bytes = (char *)&rest;
    bytes[0] = text[0];
    if (length > 1) bytes[1] = text[1];
    if (length > 2) bytes[2] = text[2];
    *at++ = rest;
    return at;
}

/* The record's place behind its `count` words, when it may be written at once; NULL otherwise. */
static uint32_t *short_record(Trace *trace, enum trace_kind kind, const uint32_t *words, uint32_t count,
                              uint32_t total) {
    if (total > TRACE_RECORD_WORDS || trace->used >= trace->limit) return NULL;
    uint32_t *at = trace_record_short(trace, kind, total);
    for (uint32_t i = 0; i < count; i++) at[i] = words[i];
    return at + count;
}

/* The same in every other case; NULL: nobody listens. */
static NOINLINE uint32_t *long_record(Trace *trace, enum trace_kind kind, const uint32_t *words, uint32_t count,
                                      uint32_t total) {
    uint32_t *at = trace_record(trace, kind, total);
    if (at == NULL) return NULL;
    memcpy(at, words, count * sizeof *words);
    return at + count;
}

void trace_emit_text(Trace *trace, enum trace_kind kind, const uint32_t *words, uint32_t count, const char *text,
                     size_t length) {
    uint32_t total = TRACE_HEADER_WORDS + count + text_words(length);
    uint32_t *at = short_record(trace, kind, words, count, total);
    if (at != NULL) {
        put_short_text(at, text, length);
    } else if ((at = long_record(trace, kind, words, count, total)) != NULL) {
        put_text(at, text, length);
    }
}

void trace_emit_texts(Trace *trace, enum trace_kind kind, const uint32_t *words, uint32_t count, const char *first,
                      size_t first_length, const char *second, size_t second_length) {
    uint32_t total = TRACE_HEADER_WORDS + count + text_words(first_length) + text_words(second_length);
    uint32_t *at = short_record(trace, kind, words, count, total);
    if (at != NULL) {
        put_short_text(put_short_text(at, first, first_length), second, second_length);
    } else if ((at = long_record(trace, kind, words, count, total)) != NULL) {
        put_text(put_text(at, first, first_length), second, second_length);
    }
}

void trace_line_whole(Trace *trace, uint32_t line) {
    const uint32_t fields[] = {line, trace->current};
    if (trace->again_limit != 0) trace_refresh(trace);
    trace_emit_words(trace, TRACE_KIND_LINE, fields, sizeof fields / sizeof *fields);
}

const char *trace_kind_name(enum trace_kind kind) {
    return event_shapes[kind].name;
}

enum trace_group trace_kind_group(enum trace_kind kind) {
    return event_shapes[kind].group;
}

const char *trace_kind_fields(enum trace_kind kind) {
    return event_shapes[kind].fields;
}
