/* exports.c: all that JavaScript calls. One instance of the module runs one program: ls_new, ls_give (file name,
 * arguments, source), ls_run. The engine lives in static storage here because an instance has nothing else in it.
 *
 * Between the suspension of ls_run and its resumption the other functions may be called; they only set flags.
 */
#include "../include/loopscope/aio.h"
#include "../include/loopscope/chrome.h"
#include "../include/loopscope/host.h"
#include "../include/loopscope/trace.h"
#include "../include/loopscope/vm.h"

#include "../base/alloc.h"
#include "../python/library.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_ARGUMENTS = 64 };

/* From GIVE_LIBRARY on: the library's images, from the second on. */
enum give { GIVE_FILENAME, GIVE_ARGUMENT, GIVE_SOURCE, GIVE_ARGV0, GIVE_LIBRARY, GIVE_NAMES, GIVE_SELDOM };

enum step_unit { STEP_NONE, STEP_LINE, STEP_TASK, STEP_ITERATION };

/* The virtual clock that takes its time: a wait lasts as long as the deadline is away, divided by the speed. */
typedef struct Paced {
    HostVirtual virtual_clock;
    Host *outside;
    double speed; /* 0: does not wait at all */
} Paced;

static struct {
    Mem *mem;
    size_t limit; /* of mem, in bytes */
    Host outside, host;
    Paced paced;
    Trace trace;
    ChromeTrace chrome;
    bool observed, traced;
    bool debug, lines;
    double latency, bandwidth;
    char *buffer;
    char *filename, *argv0, *source;
    size_t source_length;
    struct {
        char *bytes; /* in its wrapping; NULL: not given yet */
        size_t length;
    } library[LIBRARY_IMAGES]; /* the first is linked */
    char *arguments[MAX_ARGUMENTS];
    int argument_count;
    Vm *vm;
    char problem[1024];
} engine;

__attribute__((import_module("env"), import_name("loopscope_host_events"))) extern void
loopscope_host_events(const uint32_t *words, int count);

/* Gives a later image with ls_give, if it can be had at once. */
__attribute__((import_module("env"), import_name("loopscope_host_library"))) extern void
loopscope_host_library(int number);

int ls_boot(void);
int ls_new(int max_memory, int clock, double speed, int debug, int trace_mask, int trace_file);
char *ls_buffer(int length);
int ls_give(int kind, int length);
int ls_run(void);
void ls_step(int unit);
int ls_stepped(void);
void ls_attend(void);
void ls_set_speed(double speed);
void ls_set_network(double latency, double bandwidth);
int ls_check(int unused);
int ls_needs_library(void);

static void write_chrome(void *context, const char *bytes, size_t length) {
    Host *outside = context;
    outside->write(outside->context, 3, bytes, length);
}

static void observe(void *context, const uint32_t *words, size_t count) {
    (void)context;
    if (engine.observed) loopscope_host_events(words, (int)count);
    if (engine.traced) chrome_observe(&engine.chrome, words, count);
}

static enum host_wake paced_wait(void *context, double deadline) {
    HostVirtual *state = context;
    Host *outside = engine.paced.outside;
    if (engine.paced.speed > 0 && deadline > state->now && isfinite(deadline)) {
        double begin = outside->now(outside->context);
        enum host_wake wake = outside->wait(outside->context, begin + (deadline - state->now));
        if (wake == HOST_WAKE_EARLY) return wake;
    } else if (!isfinite(deadline)) {
        return outside->wait(outside->context, deadline);
    }
    state->now += deadline > state->now ? deadline - state->now : 0;
    return HOST_WAKE_DEADLINE;
}

static VmOptions options(void) {
    return (VmOptions){
        .filename = engine.filename != NULL ? engine.filename : "main.py",
        .argv0 = engine.argv0 != NULL      ? engine.argv0
                 : engine.filename != NULL ? engine.filename
                                           : "main.py",
        .argc = engine.argument_count,
        .argv = (const char *const *)engine.arguments,
        .lines = engine.lines,
        .debug = engine.debug,
        .latency = engine.latency,
        .bandwidth = engine.bandwidth,
    };
}

static bool make_vm(void) {
    VmOptions given = options();
    engine.mem = mem_new(engine.limit);
    if (engine.mem == NULL) return false;
    engine.vm = vm_new(engine.mem, &engine.host, &engine.trace, &given);
    return engine.vm != NULL && aio_boot(engine.vm);
}

/* A VM that goes by what was given. */
static bool ready_vm(void) {
    if (engine.vm == NULL) return make_vm();
    VmOptions given = options();
    mem_set_limit(engine.mem, engine.limit);
    aio_configure(engine.vm);
    return vm_configure(engine.vm, &given);
}

/* What comes before ls_new, and may come before anybody knows of a program; what it leaves in memory may be kept and
 * given to other instances (web/tools/booted.mjs), for which there is nothing to do then. Calls nothing of JavaScript.
 * False: the instance is of no use. */
int ls_boot(void) {
    if (engine.vm != NULL) return true;
    trace_init(&engine.trace);
    return make_vm() && vm_preload(engine.vm, "asyncio");
}

/* Makes the engine: clock 0 real, 1 virtual; trace_mask: groups of events for JavaScript; trace_file: also as Chrome
 * JSON through stream 3. False when there is no memory. */
int ls_new(int max_memory, int clock, double speed, int debug, int trace_mask, int trace_file) {
    engine.limit = (size_t)max_memory * 1024 * 1024;
    host_wasm_init(&engine.outside);
    engine.host = engine.outside;
    if (clock == 1) {
        host_virtual_init(&engine.host, &engine.paced.virtual_clock, &engine.outside);
        engine.host.wait = paced_wait;
        engine.paced.outside = &engine.outside;
        engine.paced.speed = speed;
    }
    if (engine.vm == NULL) trace_init(&engine.trace);
    engine.debug = debug != 0;
    engine.observed = trace_mask != 0;
    engine.traced = trace_file != 0;
    uint32_t mask = engine.traced ? (uint32_t)TRACE_ALL : (uint32_t)trace_mask;
    engine.lines = (mask & TRACE_LINE) != 0;
    if (mask == 0) return true;
    if (engine.traced) chrome_begin(&engine.chrome, write_chrome, &engine.outside);
    return trace_open(&engine.trace, mask, observe, NULL, engine.host.now, engine.host.context);
}

/* Room for so many bytes, valid until the next call; JavaScript fills it before ls_give. With 0: where it is now. */
char *ls_buffer(int length) {
    if (length == 0 && engine.buffer != NULL) return engine.buffer;
    free(engine.buffer);
    engine.buffer = malloc((size_t)length + 1);
    return engine.buffer;
}

static char *take_buffer(int length) {
    char *taken = engine.buffer;
    if (taken != NULL) taken[length] = '\0';
    engine.buffer = NULL;
    return taken;
}

/* Takes the first `length` bytes of the buffer as enum give says. */
int ls_give(int kind, int length) {
    char *text = take_buffer(length);
    if (text == NULL) return false;
    switch ((enum give)kind) {
    case GIVE_FILENAME: engine.filename = text; return true;
    case GIVE_ARGV0: engine.argv0 = text; return true;
    case GIVE_SOURCE:
        free(engine.source);
        engine.source = text;
        engine.source_length = (size_t)length;
        return true;
    case GIVE_LIBRARY:
    case GIVE_NAMES:
    case GIVE_SELDOM: {
        int number = kind - GIVE_LIBRARY + 1;
        if (engine.library[number].bytes != NULL) break; /* the one that is there is in use */
        engine.library[number].bytes = text;
        engine.library[number].length = (size_t)length;
        return true;
    }
    case GIVE_ARGUMENT:
        if (engine.argument_count == MAX_ARGUMENTS) break;
        engine.arguments[engine.argument_count++] = text;
        return true;
    }
    free(text);
    return false;
}

/* What the program held is not taken apart: nothing of Python runs any more, and the memory goes with the instance,
 * which no second run uses. */
static void close_run(void) {
    engine.vm = NULL;
    trace_close(&engine.trace);
    if (engine.traced) chrome_end(&engine.chrome);
}

/* Runs the program to its end and returns its exit status. Suspends (Asyncify) at every wait. */
int ls_run(void) {
    if (!ready_vm()) return 1;
    int status = vm_run(engine.vm, engine.source, engine.source_length);
    close_run();
    return status;
}

/* From now on the run comes back to host.yield before the next line, task step or iteration (enum step_unit); 0: no
 * more. */
void ls_step(int unit) {
    engine.trace.stop_hit = false;
    switch ((enum step_unit)unit) {
    case STEP_NONE: trace_stop_at(&engine.trace, 0); break;
    case STEP_LINE: trace_stop_at(&engine.trace, (uint64_t)1 << TRACE_KIND_LINE); break;
    case STEP_TASK: trace_stop_at(&engine.trace, (uint64_t)1 << TRACE_KIND_TASK_STEP_BEGINS); break;
    case STEP_ITERATION: trace_stop_at(&engine.trace, (uint64_t)1 << TRACE_KIND_BATCH_BEGINS); break;
    }
}

/* Whether the step that ls_step asked for is done. */
int ls_stepped(void) {
    return engine.trace.stop_hit;
}

/* A signal is there: look at it soon. */
void ls_attend(void) {
    if (engine.vm != NULL) vm_attend(engine.vm);
}

void ls_set_speed(double speed) {
    engine.paced.speed = speed;
}

/* The network inside the run, before it begins: seconds and bytes per second, 0: none, no limit. */
void ls_set_network(double latency, double bandwidth) {
    engine.latency = latency;
    engine.bandwidth = bandwidth;
}

/* The modules of the second and the fourth image, and what tells of them: their names in an import statement, other
 * words anywhere. */
static const struct {
    const char *name, *words;
    uint32_t image;
} later_modules[] = {
#define GUEST(name, file)
#define RARE(name, file)
#define LATER(name, file, words) {name, words, 1},
#define SELDOM(name, file, words) {name, words, 3},
#include "../aio/library/library.def"
#include "../python/library/library.def"
#undef GUEST
#undef RARE
#undef LATER
#undef SELDOM
};

static bool is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/* Whether a list of words with blanks between them has this one; of a name with dots its last part counts. */
static bool has_word(const char *list, const char *word, size_t length) {
    for (const char *at = list; *at != '\0';) {
        const char *end = at;
        while (is_word(*end)) end++;
        if (*end != '.' && (size_t)(end - at) == length && memcmp(at, word, length) == 0) return true;
        at = *end == '\0' ? end : end + 1;
    }
    return false;
}

/* Past a string that begins at a quote, or past a comment; *named: it has a character's name in it. */
static const char *after_text(const char *at, const char *end, bool *named) {
    if (*at == '#') {
        while (at < end && *at != '\n') at++;
        return at;
    }
    char quote = *at;
    bool triple = end - at > 2 && at[1] == quote && at[2] == quote;
    at += triple ? 3 : 1;
    while (at < end && (triple || *at != '\n')) {
        if (*at == quote && (!triple || (end - at > 2 && at[1] == quote && at[2] == quote)))
            return at + (triple ? 3 : 1);
        *named |= end - at > 2 && at[0] == '\\' && at[1] == 'N' && at[2] == '{';
        at += *at == '\\' && end - at > 1 ? 2 : 1;
    }
    return at;
}

static bool is_word_of_import(const char *word, size_t length) {
    return (length == 6 && memcmp(word, "import", 6) == 0) || (length == 4 && memcmp(word, "from", 4) == 0);
}

/* Images by their numbers, as far as the words of a source tell what it will want of them. Modules of the fourth and
 * what looks for a character by its name stand on such of the second. */
enum wants { WANTS_LIBRARY = 1 << 1, WANTS_NAMES = 1 << 2 };

/* Which lengths a word in the lists can have (a bit each, of 32), by its first and last letter: few words of a source
 * need to be looked for. */
typedef struct Lengths {
    uint32_t by_letters[128];
} Lengths;

static unsigned letters_of(const char *word, size_t length) {
    return ((unsigned char)word[0] * 5u + (unsigned char)word[length - 1]) & 127;
}

static void note_lengths(Lengths *lengths, const char *list) {
    for (const char *at = list; *at != '\0';) {
        const char *end = at;
        while (is_word(*end)) end++;
        size_t length = (size_t)(end - at);
        if (length > 0) lengths->by_letters[letters_of(at, length)] |= 1u << (length & 31);
        at = *end == '\0' ? end : end + 1;
    }
}

static Lengths lengths_of_lists(void) {
    Lengths lengths = {{0}};
    for (size_t i = 0; i < sizeof later_modules / sizeof *later_modules; i++) {
        note_lengths(&lengths, later_modules[i].name);
        note_lengths(&lengths, later_modules[i].words);
    }
    return lengths;
}

static unsigned wants_of_word(const Lengths *lengths, const char *word, size_t length, bool imports) {
    unsigned wants = 0;
    if ((lengths->by_letters[letters_of(word, length)] >> (length & 31) & 1) == 0) return 0;
    for (size_t i = 0; i < sizeof later_modules / sizeof *later_modules; i++) {
        if (has_word(later_modules[i].words, word, length) ||
            (imports && has_word(later_modules[i].name, word, length)))
            wants |= WANTS_LIBRARY | 1u << later_modules[i].image;
    }
    return wants;
}

static unsigned wants_of_source(void) {
    const char *at = engine.source, *end = at + engine.source_length;
    const Lengths lengths = lengths_of_lists();
    bool line_begins = true, imports = false, named = false;
    unsigned wants = 0;
    while (at < end) {
        const char *begin = at;
        while (at < end && is_word(*at)) at++;
        size_t length = (size_t)(at - begin);
        if (length > 0) {
            if (line_begins) imports = is_word_of_import(begin, length);
            line_begins = false;
            wants |= wants_of_word(&lengths, begin, length, imports);
        } else if (*at == '\'' || *at == '"' || *at == '#') {
            at = after_text(at, end, &named);
        } else {
            line_begins |= *at == '\n' || *at == ';' || *at == ':';
            if ((unsigned char)*at >= 128) wants |= WANTS_LIBRARY; /* a name that may have to be normalised */
            at++;
        }
    }
    return named ? wants | WANTS_LIBRARY | WANTS_NAMES : wants;
}

/* The number of a later image that is wanted and not there yet; 0: none. */
int ls_needs_library(void) {
    unsigned wants = wants_of_source();
    for (int number = 1; number < LIBRARY_IMAGES; number++)
        if ((wants >> number & 1) != 0 && engine.library[number].bytes == NULL) return number;
    return 0;
}

/* Past the head of the WebAssembly module that wraps it: magic, version, a section's id, its size in five bytes and its
 * name (engine/freeze/main.c). */
const void *library_later_image(uint32_t number, size_t *size) {
    enum { HEAD = 8 + 1 + 5 + 8 };
    if (engine.library[number].bytes == NULL) loopscope_host_library((int)number);
    size_t length = engine.library[number].length;
    *size = length < HEAD ? 0 : length - HEAD;
    return *size == 0 ? NULL : engine.library[number].bytes + HEAD;
}

/* Checks the syntax of the source given: 0, or the length of a JSON text in the buffer: {message, line, column,
 * endLine, endColumn}, from 1. */
int ls_check(int unused) {
    (void)unused;
    if (!ready_vm()) return 0;
    size_t length =
        vm_check_syntax(engine.vm, engine.source, engine.source_length, engine.problem, sizeof engine.problem);
    if (length == 0) return 0;
    char *buffer = ls_buffer((int)length);
    if (buffer == NULL) return 0;
    memcpy(buffer, engine.problem, length);
    return (int)length;
}
