/* without.c: what notices when a public name is not there, or is but does nothing? Runs programs on an engine of which one name was
 * taken away or spoilt (without.py does that), and tells those that print something else then.
 *
 *     surface_without without.py < REQUESTS
 *         REQUESTS: lines of OWNER, NAME, KIND and programs, each behind a tab; KIND idle: spoilt it is no different
 *         answers: lines of what is wrong, "missing" and "spoilt" each with the first program that notices it, or with nothing
 *
 * A program counts when it prints the same with a name more on that owner as without: it notices nothing but the name itself. */
#include "../../engine/python/code.h"
#include "../../engine/python/compile.h"
#include "../../engine/python/frame.h"

#include "../../engine/include/loopscope/aio.h"
#include "../../engine/include/loopscope/trace.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

#include "../fuzz/quiet_host.h"

#define SECONDS_MAX 1.5 /* of a program that a spoilt name sent round and round */
#define MEMORY_MAX ((size_t)128 << 20)
#define FIELDS_MAX 600
#define KNOWN_MAX 4096

typedef struct Text {
    char *bytes; /* owned */
    size_t length, capacity;
} Text;

/* What a program prints while nothing is wrong, by owner: some owners are modules that change what others do by being there. */
typedef struct Known {
    char *program, *owner; /* owned */
    Text printed;
    bool steady;
} Known;

typedef struct Tool {
    Text prelude;
    Known known[KNOWN_MAX];
    size_t count;
} Tool;

static void text_add(Text *text, const char *bytes, size_t length) {
    if (text->length + length > text->capacity) {
        text->capacity = 2 * text->capacity + length + 1024;
        text->bytes = realloc(text->bytes, text->capacity);
        if (text->bytes == NULL) abort();
    }
    memcpy(text->bytes + text->length, bytes, length);
    text->length += length;
}

static bool text_read(Text *text, const char *name) {
    char bytes[65536];
    FILE *file = fopen(name, "rb");
    if (file == NULL) return false;
    for (size_t got; (got = fread(bytes, 1, sizeof bytes, file)) > 0;) text_add(text, bytes, got);
    fclose(file);
    return true;
}

/* Addresses move with every allocation. */
static void text_drop_addresses(Text *text) {
    size_t to = 0;
    for (size_t from = 0; from < text->length;) {
        bool address = from + 2 < text->length && text->bytes[from] == '0' && text->bytes[from + 1] == 'x';
        text->bytes[to++] = text->bytes[from++];
        if (!address) continue;
        for (from++; from < text->length && isxdigit((unsigned char)text->bytes[from]);) from++;
    }
    text->length = to;
}

static bool text_equal(const Text *a, const Text *b) {
    return a->length == b->length && (a->length == 0 || memcmp(a->bytes, b->bytes, a->length) == 0);
}

/* ---- the engine with something wrong */

/* _put(owner, name, value): into the dict of a class, whatever it is a class of, or of a module. Without a value: out of it. */
static Value put(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self, (void)kwnames;
    bool of_class = is_type(args[0]);
    Dict *dict = of_class ? AS(Type, args[0])->dict : AS(Module, args[0])->dict;
    bool ok = nargs > 2 ? dict_set_str(vm, dict, AS(Str, args[1]), args[2]) : dict_delete(vm, dict, args[1]) >= 0;
    if (of_class) type_modified(vm, AS(Type, args[0]));
    return ok ? VALUE_NONE : VALUE_NULL;
}

/* _find(class, name): what it or a base has there, as it stands in the dict. */
static Value find(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self, (void)nargs, (void)kwnames;
    Value found = type_lookup(vm, AS(Type, args[0]), AS(Str, args[1]));
    return found == VALUE_NULL ? raise_error(vm, T_KeyError, "%S", AS(Str, args[1])) : value_retain(found);
}

static const MethodDef functions[] = {
    {"_put", put, 2, 3, false, METHOD_PLAIN, NULL}, {"_find", find, 2, 2, false, METHOD_PLAIN, NULL}, {0}};

/* Runs the prelude in a module of its own. */
static Module *prelude_load(Vm *vm, const Text *prelude) {
    Module *module = module_new(vm, "without");
    Str *filename = str_new(vm, "<without>");
    if (module == NULL || filename == NULL || !module_add_functions(vm, module, functions)) return NULL;
    if (!dict_set_str(vm, module->dict, NAME(vm, __builtins__), obj_value(vm->builtins))) return NULL;
    Code *code = compile_source(vm, prelude->bytes, prelude->length, filename, 0);
    obj_release(vm, filename);
    Value function = code == NULL ? VALUE_NULL : function_new(vm, code, module->dict);
    obj_release(vm, code);
    Value done = function == VALUE_NULL ? VALUE_NULL : call_value(vm, function, NULL, 0, NULL);
    value_release(vm, function);
    value_release(vm, done);
    return done == VALUE_NULL ? NULL : module;
}

/* Calls its change(how, owner, name, kind). */
static bool change(Vm *vm, const Text *prelude, const char *const words[4]) {
    Module *module = prelude_load(vm, prelude);
    Value args[4], done = VALUE_NULL;
    if (module == NULL) return false;
    for (int i = 0; i < 4; i++) args[i] = obj_value(str_intern_c(vm, words[i]));
    Str *name = str_intern_c(vm, "change");
    done = call_value(vm, dict_get_str(vm, module->dict, name), args, 4, NULL);
    obj_release(vm, name);
    for (int i = 0; i < 4; i++) value_release(vm, args[i]);
    value_release(vm, done);
    obj_release(vm, module);
    return done != VALUE_NULL;
}

typedef struct Recorder {
    QuietHost quiet; /* first: the host's functions get it as their context */
    Text printed;
} Recorder;

static void record(void *context, int stream, const char *bytes, size_t length) {
    (void)stream;
    text_add(&((Recorder *)context)->printed, bytes, length);
}

/* Runs a program with what `words` (how, owner, name, kind) say. False: the change itself failed. */
static bool run(const Tool *tool, const char *name, const Text *program, const char *const words[4], Text *printed) {
    Recorder recorder = {0};
    Trace trace;
    trace_init(&trace);
    quiet_host_init(&recorder.quiet, SECONDS_MAX);
    recorder.quiet.base.write = record;
    host_virtual_init(&recorder.quiet.host, &recorder.quiet.clock, &recorder.quiet.base);
    const char *base = strrchr(name, '/');
    const char *shown = base == NULL ? name : base + 1;
    VmOptions options = {.filename = shown, .argv0 = shown};
    Mem *mem = mem_new(MEMORY_MAX);
    Vm *vm = vm_new(mem, &recorder.quiet.host, &trace, &options);
    char status[32];
    bool ok = vm != NULL && aio_boot(vm) && change(vm, &tool->prelude, words);
    if (ok) {
        recorder.quiet.vm = vm;
        int number = vm_run(vm, program->bytes, program->length);
        text_add(&recorder.printed, status, (size_t)snprintf(status, sizeof status, "status %d\n", number));
    } else if (vm != NULL && error_is_set(vm)) {
        error_unraisable(vm, "while a name was spoilt", VALUE_NONE);
        fwrite(recorder.printed.bytes, 1, recorder.printed.length, stderr);
    }
    if (vm != NULL) aio_close(vm), vm_free(vm);
    mem_close(mem);
    text_drop_addresses(&recorder.printed);
    *printed = recorder.printed;
    return ok;
}

/* ---- requests */

static const Known *known_find(Tool *tool, const char *name, const Text *program, const char *owner) {
    for (size_t i = 0; i < tool->count; i++) {
        if (strcmp(tool->known[i].program, name) == 0 && strcmp(tool->known[i].owner, owner) == 0) return &tool->known[i];
    }
    if (tool->count == KNOWN_MAX) abort();
    Known *known = &tool->known[tool->count++];
    *known = (Known){.program = strdup(name), .owner = strdup(owner)};
    const char *const nothing[] = {"nothing", owner, "", ""}, *const more[] = {"more", owner, "", ""};
    Text again = {0};
    known->steady = run(tool, name, program, nothing, &known->printed) && run(tool, name, program, more, &again) &&
                    text_equal(&known->printed, &again);
    free(again.bytes);
    return known;
}

static bool notices(Tool *tool, const char *name, const char *const words[4]) {
    Text program = {0}, printed = {0};
    if (!text_read(&program, name)) {
        fprintf(stderr, "surface_without: there is no %s\n", name);
        exit(2);
    }
    const Known *known = known_find(tool, name, &program, words[1]);
    bool noticed = known->steady && run(tool, name, &program, words, &printed) && !text_equal(&known->printed, &printed);
    free(program.bytes);
    free(printed.bytes);
    return noticed;
}

static const char *first_to_notice(Tool *tool, const char *how, char *const fields[], size_t count) {
    const char *const words[] = {how, fields[0], fields[1], fields[2]};
    for (size_t i = 3; i < count; i++) {
        if (notices(tool, fields[i], words)) return fields[i];
    }
    return "";
}

int main(int argc, char **argv) {
    static Tool tool;
    char *line = NULL;
    size_t size = 0;
    if (argc < 2 || !text_read(&tool.prelude, argv[1])) return 2;
    while (getline(&line, &size, stdin) > 0) {
        char *fields[FIELDS_MAX];
        size_t count = 0;
        for (char *word = strtok(line, "\t\n"); word != NULL && count < FIELDS_MAX; word = strtok(NULL, "\t\n")) fields[count++] = word;
        if (count < 4) return 2;
        const char *missing = first_to_notice(&tool, "missing", fields, count);
        bool idle = strcmp(fields[2], "idle") == 0;
        printf("missing\t%s\n", missing);
        printf("spoilt\t%s\n", idle ? missing : first_to_notice(&tool, "spoilt", fields, count));
        fflush(stdout);
    }
    free(line);
    return 0;
}
