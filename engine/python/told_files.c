/* told_files.c: the numbers under which the event log tells of the files beside the program. */
#include "code.h"
#include "boot.h"
#include "dict.h"
#include "vm_state.h"

#include <stdlib.h>
#include <string.h>

static const char home[] = "/home/loopscope/";

/* The path of a file that lies beside the program, from there; NULL: it does not. */
static const char *path_beside(Vm *vm, Str *filename, size_t *length) {
    const char *path = str_utf8(vm, filename, length);
    if (path == NULL || vm->host->read_beside == NULL || strncmp(path, home, sizeof home - 1) != 0) return NULL;
    path += sizeof home - 1;
    *length -= sizeof home - 1;
    char *text = NULL;
    long size = vm->host->read_beside(vm->host->context, path, &text);
    free(text);
    return size < 0 ? NULL : path;
}

uint32_t told_file_number(Vm *vm, Str *filename) {
    if (vm->state->told_files == NULL) return 0;
    Value number = dict_get_str(vm, vm->state->told_files, filename);
    return number == VALUE_NULL ? 0 : (uint32_t)value_as_small(number);
}

uint32_t told_file(Vm *vm, Str *filename) {
    struct VmState *state = vm->state;
    uint32_t number = told_file_number(vm, filename);
    if (number != 0) return number;
    size_t length;
    const char *path = path_beside(vm, filename, &length);
    if (path == NULL) return 0;
    if (state->told_files == NULL) state->told_files = dict_new(vm);
    bool ok = state->told_files != NULL && state->told_files->used < TRACE_FILES;
    number = ok ? state->told_files->used + 1 : 0;
    if (!ok || !dict_set_str(vm, state->told_files, filename, value_small(number))) {
        error_clear(vm); /* its lines are not told, that is all */
        return 0;
    }
    TRACE(vm->trace, LINE, FILE_TOLD, number, path, length);
    return number;
}
