/* module_host.c: the module _host: what guest modules ask of the place the program runs in: random bytes, the standard
 * streams as bytes, the program's own text, the number of processors. */
#include "bytes.h"
#include "builtins.h"
#include "frame.h"
#include "modules.h"
#include "text_file.h"
#include "vm_state.h"

#include <stdlib.h>

/* What a program is told when it asks how many processors there are; pools take their sizes from it. */
#define CPUS 4

static NATIVE(host_urandom) {
    UNUSED_ARGS;
    int64_t size;
    if (!object_as_int64(vm, args[0], &size)) return VALUE_NULL;
    if (size < 0) return raise_error(vm, T_ValueError, "negative argument not allowed");
    if (size > INT32_MAX) return raise_no_memory(vm);
    unsigned char *buffer = mem_alloc(vm->mem, (size_t)size + 1);
    if (buffer == NULL) return raise_no_memory(vm);
    vm->host->entropy(vm->host->context, buffer, (size_t)size);
    Value bytes = obj_value(bytes_new(vm, buffer, (uint32_t)size));
    mem_free(vm->mem, buffer, (size_t)size + 1);
    return bytes;
}

/* write(stream, bytes): to standard output (1) or error (2), after what print wrote. */
static NATIVE(host_write) {
    UNUSED_ARGS;
    int64_t stream;
    BytesView view;
    if (!object_as_int64(vm, args[0], &stream) || !bytes_like_or_raise(vm, args[1], &view)) return VALUE_NULL;
    if (stream != 1 && stream != 2) return raise_error(vm, T_ValueError, "no such stream");
    text_write(vm, (int)stream, (const char *)view.data, view.length);
    return int_from_int64(vm, view.length);
}

/* sources(): {file name: text} of the program's own files. */
static NATIVE(host_sources) {
    UNUSED_ARGS;
    Dict *files = dict_new(vm);
    for (const SourceFile *file = vm->state->sources; files != NULL && file != NULL; file = file->next) {
        Bytes *text = bytes_new(vm, (const unsigned char *)file->text, (uint32_t)file->length);
        if (text == NULL || !dict_set_str(vm, files, file->filename, obj_value(text))) {
            obj_release(vm, files);
            files = NULL;
        }
        obj_release(vm, text);
    }
    return obj_value(files);
}

/* leave(status): the program ends before its next instructions, without running any more Python code. */
static NATIVE(host_leave) {
    UNUSED_ARGS;
    int64_t status;
    if (!object_as_int64(vm, args[0], &status)) return VALUE_NULL;
    vm->state->exit_status = (int)(status & 0xFF);
    vm->state->attention |= ATTENTION_STOP;
    vm->state->budget = 0;
    return VALUE_NONE;
}

/* format_exception(error): its traceback as the program's end would show it, the library's frames left out. */
static NATIVE(host_format_exception) {
    UNUSED_ARGS;
    if (!is_exception(args[0])) return raise_error(vm, T_TypeError, "an exception was expected");
    return obj_value(exception_format(vm, args[0]));
}

/* set_source(name, text): what tracebacks show of code that has this file name. */
static NATIVE(host_set_source) {
    UNUSED_ARGS;
    size_t length;
    if (!is_str(args[0]) || !is_str(args[1])) return raise_error(vm, T_TypeError, "two texts were expected");
    const char *text = str_utf8(vm, AS(Str, args[1]), &length);
    return text != NULL && source_register(vm, AS(Str, args[0]), text, length) ? VALUE_NONE : VALUE_NULL;
}

/* memory(reset): bytes in use, and the most there have been; with a true `reset` the most begins anew. */
static NATIVE(host_memory) {
    UNUSED_ARGS;
    Value pair[2] = {value_small((int64_t)mem_used(vm->mem)),
                     value_small((int64_t)mem_peak(vm->mem, args[0] == VALUE_TRUE))};
    return obj_value(tuple_from(vm, pair, 2));
}

/* set_importer(function): what import statements call once modules may be elsewhere than in the engine:
 * import_finders.c. */
static NATIVE(host_set_importer) {
    UNUSED_ARGS;
    value_set(vm, &vm->state->importer, value_retain(args[0]));
    return VALUE_NONE;
}

/* module_place(name): the file in which CPython has a module that the engine has, '' for one in C, None: it has none.
 */
static NATIVE(host_module_place) {
    UNUSED_ARGS;
    return is_str(args[0]) ? module_place(vm, AS(Str, args[0])) : raise_error(vm, T_TypeError, "a name was expected");
}

/* load_module(name): a module of the engine's own, those above it being there, or the error that says why there is
 * none. */
static NATIVE(host_load_module) {
    UNUSED_ARGS;
    return is_str(args[0]) ? module_load(vm, AS(Str, args[0])) : raise_error(vm, T_TypeError, "a name was expected");
}

/* read_beside(path): the bytes of what lies there beside the program (host.h), or None. */
static NATIVE(host_read_beside) {
    UNUSED_ARGS;
    const struct Host *host = vm->host;
    if (!is_str(args[0])) return raise_error(vm, T_TypeError, "a path was expected");
    const char *path = str_utf8(vm, AS(Str, args[0]), NULL);
    char *text = NULL;
    if (path == NULL) return VALUE_NULL;
    long length = host->read_beside == NULL ? -1 : host->read_beside(host->context, path, &text);
    Value bytes = length < 0 ? VALUE_NONE : obj_value(bytes_new(vm, (const unsigned char *)text, (uint32_t)length));
    free(text);
    return bytes;
}

static const MethodDef functions[] = {
    {"urandom", host_urandom, 1, 1, false, METHOD_PLAIN, "Random bytes from the host."},
    {"write", host_write, 2, 2, false, METHOD_PLAIN, "Write bytes to a standard stream."},
    {"memory", host_memory, 1, 1, false, METHOD_PLAIN, "Bytes in use, and the most there were."},
    {"set_source", host_set_source, 2, 2, false, METHOD_PLAIN, "Tell what a file's text is."},
    {"sources", host_sources, 0, 0, false, METHOD_PLAIN, "The texts of the program's files."},
    {"set_importer", host_set_importer, 1, 1, false, METHOD_PLAIN, "What import statements are to call."},
    {"module_place", host_module_place, 1, 1, false, METHOD_PLAIN, "The file of a module of the engine."},
    {"load_module", host_load_module, 1, 1, false, METHOD_PLAIN, "A module of the engine."},
    {"read_beside", host_read_beside, 1, 1, false, METHOD_PLAIN, "What lies beside the program."},
    {"leave", host_leave, 1, 1, false, METHOD_PLAIN, "End the program at once."},
    {"format_exception", host_format_exception, 1, 1, false, METHOD_PLAIN, "An exception with its traceback as text."},
    {0},
};

Value module_init__host(Vm *vm) {
    Module *module = module_new(vm, "_host");
    if (module == NULL) return VALUE_NULL;
    if (module_add_functions(vm, module, functions) && module_add(vm, module, "CPUS", value_small(CPUS)))
        return obj_value(module);
    obj_release(vm, module);
    return VALUE_NULL;
}
