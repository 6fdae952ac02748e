/* warnings.c: warnings that the engine itself issues, with CPython's default filters: once per place, and deprecations
 * only in the program's own module. When the program has imported the module `warnings`, its filters decide.
 */
#include "boot.h"
#include "modules.h"
#include "text_file.h"
#include "types_private.h"

#include <stdarg.h>

typedef struct Place {
    Str *filename; /* owned */
    uint32_t line;
    bool main_module;
} Place;

/* The file of CPython's library whose code would run now, with nothing of the program above it; NULL: none. */
static const char *library_place(Vm *vm, const Frame *user, uint32_t *line) {
    const struct VmState *state = vm->state;
    const Frame *frame = vm->thread == NULL ? NULL : vm->thread->top;
    if (frame != NULL && frame == state->library_caller) {
        *line = state->library_line;
        return state->library_file;
    }
    for (; state->native_place != NULL && frame != user; frame = frame->caller) {
        const char *file = frame->code != NULL ? NULL : state->native_place(frame, line);
        if (file != NULL) return file;
    }
    return NULL;
}

static bool find_place(Vm *vm, Place *place) {
    uint32_t line = 0;
    const Frame *frame = vm->thread == NULL ? NULL : frame_user(vm, &line);
    const char *library = library_place(vm, frame, &line);
    place->line = line;
    place->main_module = false;
    if (library != NULL || frame == NULL) {
        place->filename = str_new(vm, library != NULL ? library : "<sys>");
        return place->filename != NULL;
    }
    place->filename = frame->code->filename;
    obj_retain(place->filename);
    Value name = frame->globals == NULL ? VALUE_NULL : dict_get_str(vm, frame->globals, NAME(vm, __name__));
    place->main_module = name != VALUE_NULL && is_str(name) && str_equals_c(AS(Str, name), "__main__");
    return true;
}

static bool is_ignored(const Vm *vm, const Type *category, const Place *place) {
    if (type_is_subtype(category, TYPE(vm, DeprecationWarning))) return !place->main_module;
    return type_is_subtype(category, TYPE(vm, PendingDeprecationWarning)) ||
           type_is_subtype(category, TYPE(vm, ImportWarning)) || type_is_subtype(category, TYPE(vm, ResourceWarning));
}

/* Whether this very warning was given at this place already; notes it. -1: no memory. */
static int shown_before(Vm *vm, const Type *category, const Str *text, const Place *place) {
    Dict *shown = vm->state->warnings;
    if (shown == NULL) shown = vm->state->warnings = dict_new(vm);
    Str *key = shown == NULL ? NULL : str_format(vm, "%S:%u:%N:%S", place->filename, place->line, category, text);
    if (key == NULL) return -1;
    bool known = dict_get_str(vm, shown, key) != VALUE_NULL;
    bool ok = known || dict_set_str(vm, shown, key, VALUE_NONE);
    obj_release(vm, key);
    return ok ? known : -1;
}

static Str *source_text(Vm *vm, const Place *place) {
    const char *text;
    size_t length;
    if (place->line == 0 || !source_line(vm, place->filename, place->line, &text, &length)) return NULL;
    while (length > 0 && (*text == ' ' || *text == '\t' || *text == '\f')) text++, length--;
    while (length > 0 && (text[length - 1] == ' ' || text[length - 1] == '\t')) length--;
    return length == 0 ? NULL : str_from_utf8(vm, text, length);
}

static void trace_warning(Vm *vm, const Type *category, const Str *text, uint32_t line) {
    size_t length;
    const char *bytes = str_utf8(vm, text, &length);
    const char *name = type_name(category);
    if (bytes != NULL) TRACE(vm->trace, OUTPUT, WARNING, (unsigned)line, name, strlen(name), bytes, length);
}

/* The program is over: CPython then has only its simplest printer left, without the source line. */
static bool show(Vm *vm, const Type *category, const Str *text, const Place *place, bool has_source) {
    StrBuilder b;
    builder_init(&b, vm);
    Str *head = str_format(vm, "%S:%u: %N: %S\n", place->filename, place->line, category, text);
    if (head != NULL) builder_str(&b, head);
    if (!vm->state->dev_finalizing) {
        Str *line = source_text(vm, place);
        Str *below = line == NULL ? NULL : str_format(vm, "  %S\n", line);
        if (below != NULL) builder_str(&b, below);
        obj_release(vm, line);
        obj_release(vm, below);
        Str *hint = has_source
                        ? str_format(vm, "%N: Enable tracemalloc to get the object allocation traceback\n", category)
                        : NULL;
        if (hint != NULL) builder_str(&b, hint);
        obj_release(vm, hint);
    }
    bool ok = head != NULL;
    obj_release(vm, head);
    Str *all = builder_finish(&b);
    bool written = all != NULL && text_write_str(vm, 2, all);
    obj_release(vm, all);
    if (ok) trace_warning(vm, category, text, place->line);
    return ok && written;
}

/* The program's own filters: warnings._engine_warn(text, category, filename, lineno, source). 1 done, 0 there are none,
 * -1 it became an exception. */
static int ask_module(Vm *vm, Type *category, Str *text, const Place *place, Value source) {
    Str *name = str_intern_c(vm, "warnings"), *hook_name = str_intern_c(vm, "_engine_warn");
    Value module =
        name == NULL || hook_name == NULL || vm->modules == NULL ? VALUE_NULL : dict_get_str(vm, vm->modules, name);
    Value hook = module != VALUE_NULL && is_exact(vm, module, T_module)
                     ? dict_get_str(vm, AS(Module, module)->dict, hook_name)
                     : VALUE_NULL;
    int result = 0;
    if (hook != VALUE_NULL) {
        Value args[] = {obj_value(text), obj_value(category), obj_value(place->filename), value_small(place->line),
                        source == VALUE_NULL ? VALUE_NONE : source};
        Value answer = call_value(vm, hook, args, 5, NULL);
        result = answer == VALUE_NULL ? -1 : 1;
        value_release(vm, answer);
    }
    obj_release(vm, name);
    obj_release(vm, hook_name);
    return result;
}

static bool warn_place(Vm *vm, Type *category, Str *text, const Place *place, Value source) {
    int asked = vm->state->dev_finalizing ? 0 : ask_module(vm, category, text, place, source);
    if (asked != 0) return asked > 0;
    if (is_ignored(vm, category, place)) return true;
    int known = shown_before(vm, category, text, place);
    if (known != 0) return known > 0;
    return show(vm, category, text, place, source != VALUE_NULL);
}

/* Warnings may come while an exception is on its way (a coroutine dies with its frame): that one is kept. */
static bool warn_now(Vm *vm, Type *category, Str *text, Value source) {
    Value error = vm->thread == NULL ? VALUE_NULL : error_take(vm);
    Place place;
    bool ok = text != NULL && find_place(vm, &place);
    if (ok) {
        ok = warn_place(vm, category, text, &place, source);
        obj_release(vm, place.filename);
    }
    if (error != VALUE_NULL) {
        if (error_is_set(vm)) error_clear(vm);
        error_restore(vm, error);
    }
    return ok;
}

bool warn(Vm *vm, enum type_id category, const char *format, ...) {
    va_list list;
    va_start(list, format);
    Str *text = str_format_list(vm, format, &list);
    va_end(list);
    bool ok = warn_now(vm, vm->types[category], text, VALUE_NULL);
    obj_release(vm, text);
    return ok;
}

bool warn_about(Vm *vm, enum type_id category, Str *text, Value source) {
    return warn_now(vm, vm->types[category], text, source);
}

bool warn_at(Vm *vm, enum type_id category, Str *text, Str *filename, uint32_t line) {
    Place place = {filename, line, true};
    int asked = ask_module(vm, vm->types[category], text, &place, VALUE_NULL);
    /* Without a registry, as CPython's compiler warns: every time. */
    return asked != 0 ? asked > 0 : show(vm, vm->types[category], text, &place, false);
}

void warnings_close(Vm *vm) {
    Dict *shown = vm->state->warnings;
    vm->state->warnings = NULL;
    obj_release(vm, shown);
}

/* ---- the module _warnings, for warnings.py */

/* source_line(filename, line): the text, or None. */
static Value module_source_line(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self, (void)nargs, (void)kwnames;
    int64_t line;
    if (!is_str(args[0]) || !is_int(args[1]) || !int_as_int64(args[1], &line) || line < 1 || line > UINT32_MAX)
        return VALUE_NONE;
    Place place = {AS(Str, args[0]), (uint32_t)line, true};
    Str *text = source_text(vm, &place);
    return text != NULL ? obj_value(text) : error_is_set(vm) ? VALUE_NULL : VALUE_NONE;
}

/* trace(category, text, line): the event log's entry. */
static Value module_trace(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self, (void)nargs, (void)kwnames;
    int64_t line = 0;
    if (!is_type(args[0]) || !is_str(args[1])) return raise_error(vm, T_TypeError, "a category and a text expected");
    if (is_int(args[2])) (void)int_as_int64(args[2], &line);
    trace_warning(vm, AS(Type, args[0]), AS(Str, args[1]), (uint32_t)line);
    return VALUE_NONE;
}

static const MethodDef functions[] = {
    {"source_line", module_source_line, 2, 2, false, METHOD_PLAIN, NULL},
    {"trace", module_trace, 3, 3, false, METHOD_PLAIN, NULL},
    {0},
};

Value module_init__warnings(Vm *vm) {
    Module *module = module_new(vm, "_warnings");
    if (module != NULL && module_add_functions(vm, module, functions)) return obj_value(module);
    obj_release(vm, module);
    return VALUE_NULL;
}
