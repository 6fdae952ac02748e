/* module_traceback.c: the module _traceback: what the guest module traceback cannot find out by itself. */
#include "builtins.h"
#include "modules.h"
#include "vm_state.h"

#define NO_COLUMN 65535u

static Value column(uint32_t col) {
    return col == NO_COLUMN ? VALUE_NONE : value_small(col);
}

/* position(traceback) -> (line, last line, column, end column, whether it is the library's) */
static NATIVE(traceback_position) {
    UNUSED_ARGS;
    if (!is_exact(vm, args[0], T_traceback))
        return raise_error(vm, T_TypeError, "a traceback is needed, not %T", args[0]);
    const Traceback *entry = AS(Traceback, args[0]);
    Position p = code_position(traceback_code(entry), entry->instr);
    return obj_value(tuple_pack(vm, 5, value_small(p.line), value_small(p.end_line < p.line ? p.line : p.end_line),
                                column(p.col), column(p.end_col),
                                value_bool((traceback_code(entry)->flags & CODE_LIBRARY) != 0)));
}

static bool number_argument(Vm *vm, Value v, uint32_t otherwise, uint32_t *n) {
    int64_t i = otherwise;
    if (v != VALUE_NONE && !object_as_int64(vm, v, &i)) return false;
    *n = i < 0 || i > INT32_MAX ? 0 : (uint32_t)i;
    return true;
}

/* source(filename, line, last line, column, end column): the lines with their markers. */
static NATIVE(traceback_source_text) {
    UNUSED_ARGS;
    uint32_t n[4];
    if (!is_str(args[0])) return obj_value(str_new(vm, ""));
    for (uint32_t i = 0; i < 4; i++)
        if (!number_argument(vm, args[1 + i], i < 2 ? 0 : NO_COLUMN, &n[i])) return VALUE_NULL;
    Position p = {.line = n[0], .end_line = n[1]};
    p.col = (uint16_t)n[2];
    p.end_col = (uint16_t)n[3];
    return obj_value(traceback_source(vm, AS(Str, args[0]), &p));
}

static NATIVE(traceback_line) {
    UNUSED_ARGS;
    uint32_t line;
    if (!number_argument(vm, args[1], 0, &line)) return VALUE_NULL;
    Str *text = is_str(args[0]) ? source_line_anywhere(vm, AS(Str, args[0]), line) : NULL;
    return text == NULL ? VALUE_NONE : obj_value(text);
}

/* The names that advice is taken from are those of the traceback that is given. */
static NATIVE(traceback_last_lines) {
    UNUSED_ARGS;
    if (!is_exception(args[0])) return raise_error(vm, T_TypeError, "an exception is needed, not %T", args[0]);
    Value own = value_retain(exception_traceback(vm, args[0]));
    exception_set_traceback(vm, args[0], is_exact(vm, args[1], T_traceback) ? value_retain(args[1]) : VALUE_NULL);
    Str *lines = exception_last_lines(vm, args[0]);
    exception_set_traceback(vm, args[0], own);
    return obj_value(lines);
}

/* Whether a frame is the library's. */
static NATIVE(traceback_is_library) {
    UNUSED_ARGS;
    return value_bool(is_exact(vm, args[0], T_code) && (AS(Code, args[0])->flags & CODE_LIBRARY) != 0);
}

static const MethodDef traceback_functions[] = {
    {"position", traceback_position, 1, 1, false, METHOD_PLAIN, NULL},
    {"source", traceback_source_text, 5, 5, false, METHOD_PLAIN, NULL},
    {"line", traceback_line, 2, 2, false, METHOD_PLAIN, NULL},
    {"last_lines", traceback_last_lines, 2, 2, false, METHOD_PLAIN, NULL},
    {"is_library", traceback_is_library, 1, 1, false, METHOD_PLAIN, NULL},
    {0},
};

Value module_init__traceback(Vm *vm) {
    Module *m = module_new(vm, "_traceback");
    if (m != NULL && module_add_functions(vm, m, traceback_functions)) return obj_value(m);
    obj_release(vm, m);
    return VALUE_NULL;
}
