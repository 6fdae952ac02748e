/* module_sys_info.c: the constants of sys: versions, flags, limits. */
#include "exceptions.h"
#include "module_sys.h"
#include "struct_sequence.h"
#include "vm_state.h"
#include <float.h>
#include <stdarg.h>

#define FIELDS(...)                                                                                                    \
    (const char *const[]) {                                                                                            \
        __VA_ARGS__, NULL                                                                                              \
    }

static const StructDef version_def = {STRUCT_TYPE("sys.version_info", NULL, TYPE_NO_NEW),
                                      FIELDS("major", "minor", "micro", "releaselevel", "serial"), 5};
static const StructDef flags_def = {STRUCT_TYPE("sys.flags", NULL, TYPE_NO_NEW),
                                    FIELDS("debug", "inspect", "interactive", "optimize", "dont_write_bytecode",
                                           "no_user_site", "no_site", "ignore_environment", "verbose", "bytes_warning",
                                           "quiet", "hash_randomization", "isolated", "dev_mode", "utf8_mode",
                                           "warn_default_encoding", "safe_path", "int_max_str_digits", "gil",
                                           "thread_inherit_context", "context_aware_warnings"),
                                    18};
static const StructDef float_def = {STRUCT_TYPE("sys.float_info", struct_from_sequence, 0),
                                    FIELDS("max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp", "dig",
                                           "mant_dig", "epsilon", "radix", "rounds"),
                                    11};
static const StructDef int_def = {
    STRUCT_TYPE("sys.int_info", struct_from_sequence, 0),
    FIELDS("bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold"), 4};
static const StructDef hash_def = {
    STRUCT_TYPE("sys.hash_info", struct_from_sequence, 0),
    FIELDS("width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits", "cutoff"), 9};
static const StructDef hooks_def = {STRUCT_TYPE("sys.asyncgen_hooks", struct_from_sequence, 0),
                                    FIELDS("firstiter", "finalizer"), 2};
static const StructDef unraisable_def = {STRUCT_TYPE("UnraisableHookArgs", struct_from_sequence, 0),
                                         FIELDS("exc_type", "exc_value", "exc_traceback", "err_msg", "object"), 5};

static Value make(Vm *vm, const StructDef *def, const Value *values, uint32_t n) {
    Type *type = struct_type_make(vm, def);
    if (type != NULL) return struct_new(vm, type, values);
    for (uint32_t i = 0; i < n; i++) value_release(vm, values[i]);
    return VALUE_NULL;
}

static Value text(Vm *vm, const char *s) {
    return obj_value(str_new(vm, s));
}

static Value version_info(Vm *vm) {
    Value v[] = {value_small(3), value_small(14), value_small(0), text(vm, "final"), value_small(0)};
    return make(vm, &version_def, v, 5);
}

static Value flags(Vm *vm) {
    Value v[21];
    for (int i = 0; i < 21; i++) v[i] = value_small(0);
    v[11] = value_small(1);
    v[13] = v[16] = VALUE_FALSE;
    v[14] = value_small(1);
    v[17] = value_small(vm->state->max_str_digits);
    v[18] = value_small(1);
    return make(vm, &flags_def, v, 21);
}

static Value float_info(Vm *vm) {
    Value v[] = {float_new(vm, DBL_MAX),
                 value_small(DBL_MAX_EXP),
                 value_small(DBL_MAX_10_EXP),
                 float_new(vm, DBL_MIN),
                 value_small(DBL_MIN_EXP),
                 value_small(DBL_MIN_10_EXP),
                 value_small(DBL_DIG),
                 value_small(DBL_MANT_DIG),
                 float_new(vm, DBL_EPSILON),
                 value_small(FLT_RADIX),
                 value_small(1)};
    return make(vm, &float_def, v, 11);
}

static Value int_info(Vm *vm) {
    Value v[] = {value_small(30), value_small(4), value_small(4300), value_small(640)};
    return make(vm, &int_def, v, 4);
}

static Value hash_info(Vm *vm) {
    Value v[] = {value_small(64),      value_small(((int64_t)1 << 61) - 1),
                 value_small(314159),  value_small(0),
                 value_small(1000003), text(vm, "siphash13"),
                 value_small(64),      value_small(128),
                 value_small(0)};
    return make(vm, &hash_def, v, 9);
}

Value sys_asyncgen_hooks(Vm *vm, Value firstiter, Value finalizer) {
    Value v[] = {firstiter, finalizer};
    return make(vm, &hooks_def, v, 2);
}

Value sys_unraisable_args(Vm *vm, Value exception, Value message, Value object) {
    Value traceback = exception_traceback(vm, exception);
    Value v[] = {value_retain(obj_value(type_of(vm, exception))), value_retain(exception),
                 traceback == VALUE_NULL ? VALUE_NONE : value_retain(traceback), value_retain(message),
                 value_retain(object)};
    return make(vm, &unraisable_def, v, 5);
}

/* SimpleNamespace(name=..., ...) */
static Value implementation(Vm *vm, Value version) {
    Value names[] = {text(vm, "name"), text(vm, "cache_tag"), text(vm, "version"), text(vm, "hexversion")};
    Tuple *kwnames = tuple_new(vm, 4);
    Value r = VALUE_NULL, name = text(vm, "loopscope");
    bool ok = kwnames != NULL && name != VALUE_NULL && version != VALUE_NULL;
    for (int i = 0; i < 4; i++) {
        ok = ok && names[i] != VALUE_NULL;
        if (kwnames != NULL) {
            kwnames->items[i] = names[i];
        } else {
            value_release(vm, names[i]);
        }
    }
    if (ok) {
        Value values[] = {name, VALUE_NONE, version, value_small(0x030E00F0)};
        r = call_value(vm, obj_value(TYPE(vm, simple_namespace)), values, 0, kwnames);
    }
    value_release(vm, name);
    obj_release(vm, kwnames);
    return r;
}

static bool add_texts(Vm *vm, Module *m) {
    static const char *const rows[][2] = {
        {"version", "3.14.0 (Loopscope)"},
        {"platform", "linux"},
        {"byteorder", "little"},
        {"executable", ""},
        {"prefix", ""},
        {"exec_prefix", ""},
        {"base_prefix", ""},
        {"copyright", "Copyright (c) the authors of Loopscope"},
        {"platlibdir", "lib"},
        {"float_repr_style", "short"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (!module_add(vm, m, rows[i][0], text(vm, rows[i][1]))) return false;
    return true;
}

/* Where modules are looked for: beside the program first. */
static Value search_path(Vm *vm) {
    static const char *const folders[] = {"/home/loopscope", "/usr/lib/python314.zip", "/usr/lib/python3.14",
                                          "/usr/lib/python3.14/lib-dynload"};
    List *list = list_new(vm, 4);
    for (size_t i = 0; list != NULL && i < sizeof folders / sizeof *folders; i++) {
        Value folder = text(vm, folders[i]);
        if (folder == VALUE_NULL || !list_append(vm, list, folder)) {
            obj_release(vm, list);
            list = NULL;
        }
        value_release(vm, folder);
    }
    return obj_value(list);
}

bool sys_add_info(Vm *vm, Module *m) {
    Value version = version_info(vm);
    bool ok =
        version != VALUE_NULL && add_texts(vm, m) && module_add(vm, m, "implementation", implementation(vm, version)) &&
        module_add(vm, m, "version_info", value_retain(version)) &&
        module_add(vm, m, "hexversion", value_small(0x030E00F0)) &&
        module_add(vm, m, "api_version", value_small(1013)) &&
        module_add(vm, m, "maxsize", int_from_int64(vm, INT64_MAX)) &&
        module_add(vm, m, "maxunicode", value_small(0x10FFFF)) && module_add(vm, m, "flags", flags(vm)) &&
        module_add(vm, m, "float_info", float_info(vm)) && module_add(vm, m, "int_info", int_info(vm)) &&
        module_add(vm, m, "hash_info", hash_info(vm)) && module_add(vm, m, "path", search_path(vm)) &&
        module_add(vm, m, "warnoptions", obj_value(list_new(vm, 0))) &&
        module_add(vm, m, "_xoptions", obj_value(dict_new(vm))) && module_add(vm, m, "dont_write_bytecode", VALUE_TRUE);
    value_release(vm, version);
    return ok;
}
