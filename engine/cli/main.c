/* main.c: the native `loopscope`. Reads the command line (the same as web/cli/options.ts), sets up host, trace and VM,
 * runs. */
#include "../include/loopscope/aio.h"
#include "../include/loopscope/chrome.h"
#include "../include/loopscope/host.h"
#include "../include/loopscope/trace.h"
#include "../include/loopscope/vm.h"

#include "../base/alloc.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char usage[] =
    "usage: loopscope [option ...] FILE.py | - | -c CODE [ARG ...]\n"
    "  --clock=real|virtual  wait in real time (default), or jump to the next deadline\n"
    "  --debug               asyncio's debug mode\n"
    "  --trace=FILE          write the event log as Chrome trace-event JSON (Perfetto opens it)\n"
    "  --speed=N             real clock: N program seconds per second\n"
    "  --latency=SECONDS     how long a message takes in the network inside the run (default 0)\n"
    "  --bandwidth=BYTES     how many bytes a second go one way through a connection (default: no limit)\n"
    "  --files               run in the program's folder, whose files are there too; what is written stays in memory\n"
    "  --max-memory=MB       MemoryError beyond this (default 256)\n"
    "  --disasm              print the bytecode instead of running\n"
    "  --version, --help\n";

typedef struct CommandLine {
    bool is_virtual, debug, files, disassemble;
    const char *trace;
    double speed, latency, bandwidth;
    size_t max_memory;
    const char *code; /* of -c, or NULL */
    const char *path; /* of the program, or NULL with -c */
    int rest;         /* index of the first argument of the program in argv */
} CommandLine;

typedef struct Program {
    char *bytes; /* owned */
    size_t length;
} Program;

static int wrong_usage(const char *what) {
    fprintf(stderr, "loopscope: %s\n%s", what, usage);
    return 2;
}

static bool starts(const char *word, const char *option, const char **value) {
    size_t length = strlen(option);
    if (strncmp(word, option, length) != 0) return false;
    *value = word + length;
    return true;
}

static bool positive(const char *text, double most, double *number) {
    char *end;
    *number = strtod(text, &end);
    return *text != '\0' && *end == '\0' && *number > 0 && *number <= most;
}

/* One option. 0 when understood. */
static int parse_option(const char *word, CommandLine *line) {
    const char *value;
    double number;
    if (strcmp(word, "--clock=virtual") == 0) {
        line->is_virtual = true;
    } else if (strcmp(word, "--clock=real") == 0) {
        line->is_virtual = false;
    } else if (strcmp(word, "--debug") == 0) {
        line->debug = true;
    } else if (strcmp(word, "--files") == 0) {
        line->files = true;
    } else if (strcmp(word, "--disasm") == 0) {
        line->disassemble = true;
    } else if (starts(word, "--trace=", &value) && *value != '\0') {
        line->trace = value;
    } else if (starts(word, "--speed=", &value) && positive(value, 1e6, &number)) {
        line->speed = number;
    } else if (starts(word, "--latency=", &value) && positive(value, 1e6, &number)) {
        line->latency = number;
    } else if (starts(word, "--bandwidth=", &value) && positive(value, 1e12, &number)) {
        line->bandwidth = number;
    } else if (starts(word, "--max-memory=", &value) && positive(value, 65536, &number)) {
        line->max_memory = (size_t)(number * 1024 * 1024);
    } else {
        char text[128];
        snprintf(text, sizeof text, "not understood: %.100s", word);
        return wrong_usage(text);
    }
    return 0;
}

/* Exit status when there is nothing to run, -1 otherwise. */
static int parse(int argc, char **argv, CommandLine *line) {
    *line = (CommandLine){.speed = 1, .max_memory = (size_t)256 * 1024 * 1024};
    int at = 1;
    for (; at < argc && argv[at][0] == '-' && argv[at][1] != '\0'; at++) {
        if (strcmp(argv[at], "-c") == 0) {
            if (at + 1 >= argc) return wrong_usage("-c needs a program");
            line->code = argv[at + 1];
            line->rest = at + 2;
            return -1;
        }
        if (strcmp(argv[at], "--help") == 0 || strcmp(argv[at], "-h") == 0) {
            fputs(usage, stdout);
            return 0;
        }
        if (strcmp(argv[at], "--version") == 0 || strcmp(argv[at], "-V") == 0) {
            puts("Loopscope 0.1.0 (Python 3.14)");
            return 0;
        }
        if (strcmp(argv[at], "--") == 0) {
            at++;
            break;
        }
        int status = parse_option(argv[at], line);
        if (status != 0) return status;
    }
    if (at >= argc) return wrong_usage("no program given");
    line->path = argv[at];
    line->rest = at + 1;
    return -1;
}

static bool read_all(FILE *file, Program *program) {
    long length = host_posix_read(file, &program->bytes);
    program->length = length < 0 ? 0 : (size_t)length;
    return length >= 0;
}

static bool read_program(const CommandLine *line, Program *program) {
    *program = (Program){0};
    if (line->code != NULL) {
        program->length = strlen(line->code);
        program->bytes = malloc(program->length + 1);
        if (program->bytes != NULL) memcpy(program->bytes, line->code, program->length);
        return program->bytes != NULL;
    }
    if (strcmp(line->path, "-") == 0) return read_all(stdin, program);
    FILE *file = fopen(line->path, "rb");
    bool ok = file != NULL && read_all(file, program);
    if (!ok) {
        fprintf(stderr, "loopscope: can't open file '%s': [Errno %d] %s\n", line->path, errno, strerror(errno));
    }
    if (file != NULL) fclose(file);
    return ok;
}

static void write_trace(void *context, const char *bytes, size_t length) {
    fwrite(bytes, 1, length, context);
}

/* A host whose clock runs `speed` times as fast as the one below it. */
typedef struct Faster {
    Host *under;
    double speed;
} Faster;

static double faster_now(void *context) {
    const Faster *faster = context;
    return faster->under->now(faster->under->context) * faster->speed;
}

static enum host_wake faster_wait(void *context, double deadline) {
    const Faster *faster = context;
    return faster->under->wait(faster->under->context, deadline / faster->speed);
}

/* The rest is the host below. */
static double faster_wall(void *context) {
    const Faster *faster = context;
    return faster->under->wall(faster->under->context);
}
static void faster_write(void *context, int stream, const char *bytes, size_t length) {
    const Faster *faster = context;
    faster->under->write(faster->under->context, stream, bytes, length);
}
static void faster_flush(void *context) {
    const Faster *faster = context;
    faster->under->flush(faster->under->context);
}
static long faster_read_line(void *context, char **text) {
    const Faster *faster = context;
    return faster->under->read_line(faster->under->context, text);
}
static void faster_entropy(void *context, void *buffer, size_t length) {
    const Faster *faster = context;
    faster->under->entropy(faster->under->context, buffer, length);
}
static long faster_read_beside(void *context, const char *path, char **text) {
    const Faster *faster = context;
    return faster->under->read_beside(faster->under->context, path, text);
}
static int faster_take_signal(void *context) {
    const Faster *faster = context;
    return faster->under->take_signal(faster->under->context);
}

static void host_faster_init(Host *host, Faster *state, Host *under, double speed) {
    *state = (Faster){under, speed};
    *host = (Host){.context = state,
                   .now = faster_now,
                   .wall = faster_wall,
                   .wait = faster_wait,
                   .write = faster_write,
                   .flush = faster_flush,
                   .read_line = faster_read_line,
                   .read_beside = faster_read_beside,
                   .entropy = faster_entropy,
                   .take_signal = faster_take_signal};
}

/* The program's path; without its folder where that is where the program runs. */
static const char *shown_path(const CommandLine *line) {
    const char *slash = line->files ? strrchr(line->path, '/') : NULL;
    return slash == NULL ? line->path : slash + 1;
}

static int run(const CommandLine *line, const Program *program, int argc, char **argv, Mem *mem, Host *host,
               Trace *trace) {
    const char *name = line->code != NULL ? "<string>" : strcmp(line->path, "-") == 0 ? "<stdin>" : shown_path(line);
    const char *first = line->code != NULL ? "-c" : shown_path(line);
    VmOptions options = {
        .filename = name,
        .argv0 = first,
        .argc = argc - line->rest,
        .argv = (const char *const *)argv + line->rest,
        .lines = line->trace != NULL,
        .debug = line->debug,
        .latency = line->latency,
        .bandwidth = line->bandwidth,
    };
    Vm *vm = vm_new(mem, host, trace, &options);
    if (vm == NULL || !aio_boot(vm)) {
        fputs("loopscope: out of memory\n", stderr);
        return 1;
    }
    int status = line->disassemble ? vm_disassemble(vm, program->bytes, program->length)
                                   : vm_run(vm, program->bytes, program->length);
    aio_close(vm);
    vm_free(vm);
    return status;
}

/* The folder that a program of this path is in, malloc'd; "." also for one that is no file. */
static char *folder_of(const char *path) {
    const char *slash = path == NULL ? NULL : strrchr(path, '/');
    char *folder = strdup(slash == NULL ? "." : slash == path ? "/" : path);
    if (folder != NULL && slash != NULL && slash != path) folder[slash - path] = '\0';
    return folder;
}

int main(int argc, char **argv) {
    CommandLine line;
    int status = parse(argc, argv, &line);
    if (status >= 0) return status;
    Program program;
    if (!read_program(&line, &program)) {
        free(program.bytes);
        return 2;
    }
    Host posix, faster, clock;
    Faster faster_state;
    HostVirtual virtual_state;
    host_posix_init(&posix);
    char *folder = folder_of(line.code != NULL ? NULL : line.path);
    if (folder != NULL) host_posix_beside(&posix, folder, line.files);
    Host *host = &posix;
    if (line.is_virtual) {
        host_virtual_init(&clock, &virtual_state, &posix);
        host = &clock;
    } else if (line.speed != 1) {
        host_faster_init(&faster, &faster_state, &posix, line.speed);
        host = &faster;
    }
    Trace trace;
    trace_init(&trace);
    FILE *file = NULL;
    static ChromeTrace chrome;
    if (line.trace != NULL) {
        file = fopen(line.trace, "w");
        if (file == NULL || !trace_open(&trace, TRACE_ALL, chrome_observe, &chrome, host->now, host->context)) {
            fprintf(stderr, "loopscope: can't write '%s': %s\n", line.trace, strerror(errno));
            free(folder);
            free(program.bytes);
            return 2;
        }
        chrome_begin(&chrome, write_trace, file);
    }
    Mem *mem = mem_new(line.max_memory);
    status = mem == NULL ? 1 : run(&line, &program, argc, argv, mem, host, &trace);
    trace_close(&trace);
    if (file != NULL) {
        chrome_end(&chrome);
        if (fclose(file) != 0) status = 2;
    }
    if (mem != NULL) mem_close(mem);
    free(folder);
    free(program.bytes);
    return status;
}
