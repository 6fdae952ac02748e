/* chrome.c: writes the event log as Chrome trace-event JSON while it comes in. Keeps no state but a buffer: a task's
 * track always has exactly one open slice from TASK_MADE to its end, so each change closes one and opens the next. */
#include "../include/loopscope/chrome.h"

#include "../include/loopscope/trace.h"

#include <stdio.h>
#include <string.h>

#define LOOP_TRACK 0u

enum { MAX_FIELDS = 7 };

/* A record taken apart: numbers by field, texts as pointer and length. */
typedef struct Record {
    enum trace_kind kind;
    double time;
    uint32_t number[MAX_FIELDS];
    double real[MAX_FIELDS];
    const char *text[MAX_FIELDS];
    uint32_t length[MAX_FIELDS];
} Record;

static void flush(ChromeTrace *chrome) {
    if (chrome->used > 0) chrome->write(chrome->context, chrome->buffer, chrome->used);
    chrome->used = 0;
}

static void put(ChromeTrace *chrome, const char *bytes, size_t length) {
    if (chrome->used + length > sizeof chrome->buffer) flush(chrome);
    if (length > sizeof chrome->buffer) {
        chrome->write(chrome->context, bytes, length);
        return;
    }
    memcpy(chrome->buffer + chrome->used, bytes, length);
    chrome->used += length;
}

static void put_c(ChromeTrace *chrome, const char *text) {
    put(chrome, text, strlen(text));
}

static void put_json(ChromeTrace *chrome, const char *text, uint32_t length) {
    put_c(chrome, "\"");
    for (uint32_t i = 0; i < length; i++) {
        unsigned char c = (unsigned char)text[i];
        char escaped[8];
        if (c == '"' || c == '\\') {
            escaped[0] = '\\';
            escaped[1] = (char)c;
            put(chrome, escaped, 2);
        } else if (c < 0x20) {
            int n = snprintf(escaped, sizeof escaped, "\\u%04x", (unsigned)c);
            put(chrome, escaped, (size_t)n);
        } else {
            put(chrome, (const char *)&text[i], 1);
        }
    }
    put_c(chrome, "\"");
}

/* Opens an event object up to and without its closing brace. Times are microseconds in the file. */
static void event(ChromeTrace *chrome, const char *phase, uint32_t track, double time) {
    char text[96];
    int n = snprintf(text, sizeof text, "%s{\"ph\":\"%s\",\"pid\":1,\"tid\":%u,\"ts\":%.3f", chrome->first ? "" : ",\n",
                     phase, (unsigned)track, time * 1e6);
    chrome->first = false;
    put(chrome, text, (size_t)n);
}

static void named(ChromeTrace *chrome, const char *phase, uint32_t track, double time, const char *name) {
    event(chrome, phase, track, time);
    put_c(chrome, ",\"name\":");
    put_json(chrome, name, (uint32_t)strlen(name));
}

static void close_slice(ChromeTrace *chrome, uint32_t track, double time) {
    event(chrome, "E", track, time);
    put_c(chrome, "}");
}

static void open_slice(ChromeTrace *chrome, uint32_t track, double time, const char *name, uint32_t line) {
    named(chrome, "B", track, time, name);
    if (line != 0) {
        char text[64];
        unsigned file = line >> TRACE_LINE_BITS, number = line & ((1u << TRACE_LINE_BITS) - 1);
        int n = snprintf(text, sizeof text,
                         file == 0 ? ",\"args\":{\"line\":%u}" : ",\"args\":{\"line\":%u,\"file\":%u}", number, file);
        put(chrome, text, (size_t)n);
    }
    put_c(chrome, "}");
}

static void name_track(ChromeTrace *chrome, uint32_t track, const char *name, uint32_t length) {
    event(chrome, "M", track, 0);
    put_c(chrome, ",\"name\":\"thread_name\",\"args\":{\"name\":");
    put_json(chrome, name, length);
    put_c(chrome, "}}");
}

static void complete(ChromeTrace *chrome, double end, double seconds, const char *name) {
    char text[48];
    named(chrome, "X", LOOP_TRACK, end - seconds, name);
    int n = snprintf(text, sizeof text, ",\"dur\":%.3f}", seconds * 1e6);
    put(chrome, text, (size_t)n);
}

static void instant(ChromeTrace *chrome, uint32_t track, double time, const char *name, const char *text,
                    uint32_t length) {
    named(chrome, "i", track, time, name);
    put_c(chrome, ",\"s\":\"t\",\"args\":{\"text\":");
    put_json(chrome, text, length);
    put_c(chrome, "}}");
}

static void step_ends(ChromeTrace *chrome, const Record *r) {
    enum { AWAITS = 0, BARE_YIELD = 4 };
    close_slice(chrome, r->number[0], r->time);
    if (r->number[1] == AWAITS) open_slice(chrome, r->number[0], r->time, "waiting", r->number[3]);
    if (r->number[1] == BARE_YIELD) open_slice(chrome, r->number[0], r->time, "ready", r->number[3]);
}

static void write_record(ChromeTrace *chrome, const Record *r) {
    enum { TASK_STEP = 1 };
    switch (r->kind) {
    case TRACE_KIND_TASK_MADE:
        name_track(chrome, r->number[0], r->text[3], r->length[3]);
        open_slice(chrome, r->number[0], r->time, "ready", r->number[2]);
        break;
    case TRACE_KIND_TASK_RENAMED: name_track(chrome, r->number[0], r->text[1], r->length[1]); break;
    case TRACE_KIND_HANDLE_QUEUED:
        if (r->number[1] != TASK_STEP) break;
        close_slice(chrome, r->number[2], r->time);
        open_slice(chrome, r->number[2], r->time, "ready", 0);
        break;
    case TRACE_KIND_TASK_STEP_BEGINS:
        close_slice(chrome, r->number[0], r->time);
        open_slice(chrome, r->number[0], r->time, "running", r->number[1]);
        break;
    case TRACE_KIND_TASK_STEP_ENDS: step_ends(chrome, r); break;
    case TRACE_KIND_WORKER_BEGINS:
        name_track(chrome, r->number[0], r->text[2], r->length[2]);
        open_slice(chrome, r->number[0], r->time, "running", 0);
        break;
    case TRACE_KIND_WORKER_PARKS:
        close_slice(chrome, r->number[0], r->time);
        open_slice(chrome, r->number[0], r->time, "waiting", 0);
        break;
    case TRACE_KIND_WORKER_RESUMES:
        close_slice(chrome, r->number[0], r->time);
        open_slice(chrome, r->number[0], r->time, "running", 0);
        break;
    case TRACE_KIND_WORKER_ENDS: close_slice(chrome, r->number[0], r->time); break;
    case TRACE_KIND_WAIT_ENDS: complete(chrome, r->time, r->real[1], "wait"); break;
    case TRACE_KIND_HANDLE_ENDS: complete(chrome, r->time, r->real[1], "handle"); break;
    case TRACE_KIND_FILE_TOLD: instant(chrome, LOOP_TRACK, r->time, "file", r->text[1], r->length[1]); break;
    case TRACE_KIND_OUTPUT: instant(chrome, r->number[1], r->time, "output", r->text[3], r->length[3]); break;
    case TRACE_KIND_EXCEPTION: instant(chrome, r->number[0], r->time, "exception", r->text[3], r->length[3]); break;
    default: break;
    }
}

static size_t read_record(const uint32_t *words, Record *r) {
    memset(r, 0, sizeof *r);
    r->kind = (enum trace_kind)(words[0] & 0xff);
    memcpy(&r->time, words + 1, sizeof r->time);
    const uint32_t *at = words + 3;
    const char *fields = trace_kind_fields(r->kind);
    for (unsigned i = 0; i < MAX_FIELDS && fields[i] != 0; i++) {
        if (fields[i] == 'r') {
            memcpy(&r->real[i], at, sizeof(double));
            at += 2;
        } else if (fields[i] == 't') {
            r->length[i] = *at;
            r->text[i] = (const char *)(at + 1);
            at += 1 + (*at + 3) / 4;
        } else {
            r->number[i] = *at++;
        }
    }
    return words[0] >> 8;
}

void chrome_begin(ChromeTrace *chrome, ChromeWrite write, void *context) {
    chrome->write = write;
    chrome->context = context;
    chrome->first = true;
    chrome->used = 0;
    put_c(chrome, "{\"displayTimeUnit\":\"ms\",\"traceEvents\":[\n");
    name_track(chrome, LOOP_TRACK, "event loop", 10);
}

void chrome_observe(void *context, const uint32_t *words, size_t count) {
    ChromeTrace *chrome = context;
    for (size_t at = 0; at < count;) {
        if (words[at] & TRACE_LINE_AGAIN) { /* lines are not shown */
            at++;
            continue;
        }
        Record record;
        at += read_record(words + at, &record);
        write_record(chrome, &record);
    }
}

void chrome_end(ChromeTrace *chrome) {
    put_c(chrome, "\n]}\n");
    flush(chrome);
}
