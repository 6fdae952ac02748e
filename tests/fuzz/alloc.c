/* alloc.c: runs a program again and again, each time with another allocation that fails, once or from then on. The run must
 * end, must give back every byte, and must not trip the sanitizers it is built with.
 *
 *     alloc_sweep [--logged | --ahead] PROGRAM.py [FROM [TO [STEP]]]
 *         N is FROM, FROM + STEP, ... (TO 0: as far as the program allocates)
 *         --logged: with all that the event log can tell, locals too
 *         --ahead: the same, asked for when asyncio has been loaded already
 */
#include "../../engine/base/alloc.h"
#include "../../engine/include/loopscope/aio.h"
#include "../../engine/include/loopscope/trace.h"
#include "../../engine/include/loopscope/vm.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "quiet_host.h"

#define SECONDS_MAX 20.0
#define NO_FAILURE ((uint64_t)1 << 62)

typedef struct Program {
    const char *name;
    char *text;
    size_t length;
    bool logged, ahead;
} Program;

static bool program_read(Program *program, const char *name) {
    FILE *file = fopen(name, "rb");
    if (file == NULL) return false;
    *program = (Program){.name = name, .text = malloc(1 << 20)};
    program->length = fread(program->text, 1, 1 << 20, file);
    fclose(file);
    return true;
}

typedef struct Outcome {
    uint64_t allocations; /* how many there were before the failure or the end */
    size_t leaked;
    int status;
    bool over; /* did not come to an end by itself */
} Outcome;

static void drop_events(void *context, const uint32_t *words, size_t count) {
    (void)context, (void)words, (void)count;
}

static void listen(Trace *trace, QuietHost *quiet) {
    if (!trace_open(trace, TRACE_ALL | TRACE_VALUES, drop_events, NULL, quiet->host.now, quiet->host.context)) abort();
}

/* What a host does that has booted before it knew of a program. */
static bool load_ahead(Vm *vm, Trace *trace, QuietHost *quiet, VmOptions *options) {
    if (!vm_preload(vm, "asyncio")) return false;
    listen(trace, quiet);
    aio_configure(vm);
    options->lines = true;
    return vm_configure(vm, options);
}

/* n 0: nothing fails. */
static Outcome run(const Program *program, uint64_t n, bool onwards) {
    QuietHost quiet;
    Trace trace;
    Outcome outcome = {0};
    quiet_host_init(&quiet, SECONDS_MAX);
    trace_init(&trace);
    if (program->logged) listen(&trace, &quiet);
    Mem *mem = mem_new((size_t)64 << 20);
    mem_fail_at(mem, n == 0 ? NO_FAILURE : n, onwards);
    VmOptions options = {.filename = program->name, .argv0 = program->name, .lines = program->logged};
    Vm *vm = vm_new(mem, &quiet.host, &trace, &options);
    if (vm != NULL) {
        quiet.vm = vm;
        bool ready = aio_boot(vm) && (!program->ahead || load_ahead(vm, &trace, &quiet, &options));
        outcome.status = ready ? vm_run(vm, program->text, program->length) : 1;
        aio_close(vm);
        vm_free(vm);
    }
    if (n == 0) outcome.allocations = NO_FAILURE - mem_fail_left(mem);
    outcome.leaked = mem_used(mem);
    outcome.over = quiet.over;
    mem_close(mem);
    trace_close(&trace);
    return outcome;
}

static bool report(const Program *program, uint64_t n, bool onwards, const Outcome *outcome) {
    bool status_ok = outcome->status >= 0 && outcome->status <= 255;
    /* Without any memory a worker cannot say that it is done: then it is enough that Ctrl-C ends the program. */
    bool ended = !outcome->over || onwards;
    if (outcome->leaked == 0 && ended && status_ok) return true;
    printf("FAIL %s%s, allocation %llu%s: status %d, %zu bytes leaked%s\n", program->name, program->logged ? " (logged)" : program->ahead ? " (loaded ahead)" : "",
           (unsigned long long)n, onwards ? " and all after it" : "", outcome->status, outcome->leaked, outcome->over ? ", did not end" : "");
    return false;
}

int main(int argc, char **argv) {
    Program program;
    bool logged = argc > 1 && strcmp(argv[1], "--logged") == 0;
    bool ahead = argc > 1 && strcmp(argv[1], "--ahead") == 0;
    argc -= logged || ahead, argv += logged || ahead;
    if (argc < 2 || !program_read(&program, argv[1])) {
        fputs("usage: alloc_sweep [--logged | --ahead] PROGRAM.py [FROM [TO [STEP]]]\n", stderr);
        return 2;
    }
    program.logged = logged;
    program.ahead = ahead;
    Outcome whole = run(&program, 0, false);
    bool ok = report(&program, 0, false, &whole);
    uint64_t from = argc > 2 ? strtoull(argv[2], NULL, 10) : 1;
    uint64_t to = argc > 3 && strcmp(argv[3], "0") != 0 ? strtoull(argv[3], NULL, 10) : whole.allocations;
    uint64_t step = argc > 4 ? strtoull(argv[4], NULL, 10) : 1;
    uint64_t runs = 0;
    for (uint64_t n = from; n <= to; n += step, runs++) {
        bool onwards = runs % 4 == 3;
        if (getenv("ALLOC_SWEEP_VERBOSE") != NULL) fprintf(stderr, "%llu\n", (unsigned long long)n);
        Outcome outcome = run(&program, n, onwards);
        ok = report(&program, n, onwards, &outcome) && ok;
    }
    printf("%s: %llu allocations, %llu runs\n", program.name, (unsigned long long)whole.allocations,
           (unsigned long long)runs);
    free(program.text);
    return ok ? 0 : 1;
}
