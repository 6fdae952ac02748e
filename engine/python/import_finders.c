/* import_finders.c: which imports are not the engine's own affair but that of finders and loaders, which the library
 * module _importer has: modules in files of the run, and whatever a program puts into sys.meta_path or sys.path_hooks.
 * Programs that have neither load nothing of it. */
#include "../include/loopscope/vm.h"
#include "frame.h"
#include "library.h"
#include "types_private.h"

#include <stdio.h>
#include <stdlib.h>

/* Modules of the library that CPython has in C, of its own program, so that no file is shown for them. */
static const char in_c[] = " _abc _bisect _collections _functools _heapq _io _native _operator _random _signal _socket "
                           "_thread _weakref array atexit "
                           "binascii cmath errno gc itertools marshal math select sys time unicodedata zlib ";
/* Those that CPython keeps frozen. */
static const char frozen[] =
    " _collections_abc abc codecs genericpath importlib.machinery importlib.util io ntpath os os.path "
    "posixpath runpy site stat zipimport ";

bool module_is_c(const char *name) {
    return name_is_among(in_c, name, strlen(name));
}

bool module_is_frozen(const char *name) {
    return name_is_among(frozen, name, strlen(name));
}

/* ---- files beside the program */

static bool is_file_of(Vm *vm, Str *filename, const char *name, size_t length) {
    size_t size;
    const char *text = str_utf8(vm, filename, &size);
    if (text == NULL || size <= length || strncmp(text, name, length) != 0) return false;
    return strcmp(text + length, ".py") == 0;
}

static bool has_beside(const struct Host *host, const char *path) {
    char *text = NULL;
    long length = host->read_beside(host->context, path, &text);
    free(text);
    return length >= 0;
}

/* Whether a file or a folder beside the program is the module that name begins with. */
static bool is_beside(const Vm *vm, const char *name) {
    char path[128];
    int length = (int)strcspn(name, ".");
    if (vm->host->read_beside == NULL || length > 100) return false;
    snprintf(path, sizeof path, "%.*s.py", length, name);
    if (has_beside(vm->host, path)) return true;
    snprintf(path, sizeof path, "%.*s/", length, name);
    return has_beside(vm->host, path);
}

/* ---- who imports */

static bool is_loaded(Vm *vm, Str *name) {
    Value module = dict_get_str(vm, vm->modules, name);
    return module != VALUE_NULL && module != VALUE_NONE;
}

/* Something else in sys.modules stands for a module, and has a folder where submodules may be. */
static bool is_like_package(Vm *vm, Value module) {
    bool failed;
    Value path = object_getattr_opt(vm, module, NAME(vm, __path__), &failed);
    if (failed) error_clear(vm);
    value_release(vm, path);
    return path != VALUE_NULL;
}

/* Whether all that is imported from a module is there already. */
static bool has_all(Vm *vm, Value module, Value fromlist) {
    if (!is_tuple(fromlist)) return true;
    if (!is_exact(vm, module, T_module)) return !is_like_package(vm, module);
    if (AS(Module, module)->dict == NULL) return true;
    const Dict *dict = AS(Module, module)->dict;
    if (dict_get_str(vm, dict, NAME(vm, __path__)) == VALUE_NULL) return true;
    const Tuple *names = AS(Tuple, fromlist);
    for (uint32_t i = 0; i < names->length; i++)
        if (!is_str(names->items[i]) || dict_get_str(vm, dict, AS(Str, names->items[i])) == VALUE_NULL) return false;
    return true;
}

/* Whether a module is not whole yet: another thread may be loading it. */
static bool is_being_loaded(Vm *vm, Value module) {
    if (!vm_has_threads(vm) || !is_exact(vm, module, T_module)) return false;
    Value spec = module_spec(vm, AS(Module, module));
    Str *name = spec == VALUE_NULL ? NULL : str_intern_c(vm, "_initializing");
    bool failed = false;
    Value loading = name == NULL ? VALUE_NULL : object_getattr_opt(vm, spec, name, &failed);
    obj_release(vm, name);
    value_release(vm, loading);
    error_clear(vm);
    return loading == VALUE_TRUE;
}

bool import_asks_finders(Vm *vm, Str *name, Value fromlist) {
    bool loaded = is_loaded(vm, name);
    if (vm->state->importer != VALUE_NULL) {
        Value module = dict_get_str(vm, vm->modules, name);
        return !loaded || !has_all(vm, module, fromlist) || is_being_loaded(vm, module);
    }
    const char *text = loaded ? NULL : str_utf8(vm, name, NULL);
    return text != NULL && is_beside(vm, text);
}

bool import_missed(Vm *vm, Str *name) {
    const char *text = str_utf8(vm, name, NULL);
    if (text == NULL || !error_matches(vm, T_ModuleNotFoundError)) return false;
    Value files = dict_get_c(vm, vm->modules, "_files");
    if (files == VALUE_NULL && !is_file_of(vm, vm->state->program_name, text, strcspn(text, "."))) return false;
    error_clear(vm);
    return true;
}

Value module_spec(Vm *vm, const Module *module) {
    if (vm->state->importer == VALUE_NULL || module->dict == NULL) return VALUE_NULL;
    Value spec = dict_get_str(vm, module->dict, NAME(vm, __spec__));
    return spec == VALUE_NONE ? VALUE_NULL : spec;
}

Value importer_call(Vm *vm, const char *function, const Value *args, uint32_t nargs) {
    return module_call_c(vm, "_importer", function, args, nargs, NULL);
}

Value import_by_finders(Vm *vm, Str *name, Value fromlist, bool inner, bool last) {
    if (vm->state->importer == VALUE_NULL) {
        Str *own = str_intern_c(vm, "_importer");
        Value module = own == NULL ? VALUE_NULL : module_import(vm, own);
        obj_release(vm, own);
        value_release(vm, module);
        if (module == VALUE_NULL) return VALUE_NULL;
    }
    Value args[] = {obj_value(name), inner ? fromlist : VALUE_NONE, value_bool(last)};
    return call_tail(vm, vm->state->importer, args, 3, NULL);
}
