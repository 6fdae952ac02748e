/* exception_types.c: the exception classes with attributes of their own. */
#include "bytes.h"
#include "exceptions.h"
#include "types_private.h"

/* Every field below is read the same way (None when absent) and may be set to anything. */
#define FIELD(name, type, place)                                                                                       \
    static Value get_##name(Vm *vm, Value self) {                                                                      \
        (void)vm;                                                                                                      \
        Value v = AS(type, self)->place;                                                                               \
        return v == VALUE_NULL ? VALUE_NONE : value_retain(v);                                                         \
    }                                                                                                                  \
    static bool set_##name(Vm *vm, Value self, Value value) {                                                          \
        value_set(vm, &AS(type, self)->place, value == VALUE_NULL ? VALUE_NULL : value_retain(value));                 \
        return true;                                                                                                   \
    }

FIELD(extra, Exception, extra)
FIELD(extra2, Exception, extra2)
FIELD(extra3, Exception, extra3)

static void keep(Vm *vm, Value *place, Value v) {
    value_set(vm, place, v == VALUE_NULL ? VALUE_NULL : value_retain(v));
}

/* ---- StopIteration, SystemExit */

static int stop_init(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    if (exception_slot_init(vm, self, args, nargs, kwnames) < 0) return -1;
    keep(vm, &AS(Exception, self)->extra, nargs > 0 ? args[0] : VALUE_NONE);
    return 0;
}

static const GetSetDef stop_getset[] = {{"value", get_extra, set_extra, "generator return value"}, {0}};

const TypeDef type_StopIteration_def = {
    .flags = TYPE_BASE,
    .doc = "Signal the end from iterator.__next__().",
    .slots = {.init = stop_init},
    .getset = stop_getset,
};

static int exit_init(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    if (exception_slot_init(vm, self, args, nargs, kwnames) < 0) return -1;
    Value code = nargs == 1 ? args[0] : nargs > 1 ? AS(Exception, self)->args : VALUE_NONE;
    keep(vm, &AS(Exception, self)->extra, code);
    return 0;
}

static const GetSetDef exit_getset[] = {{"code", get_extra, set_extra, "exception code"}, {0}};

const TypeDef type_SystemExit_def = {
    .flags = TYPE_BASE,
    .doc = "Request to exit from the interpreter.",
    .slots = {.init = exit_init},
    .getset = exit_getset,
};

/* ---- KeyError */

static Value key_str(Vm *vm, Value self) {
    const Tuple *args = AS(Tuple, AS(Exception, self)->args);
    if (args->length != 1) return exception_plain_str(vm, self);
    Value key = value_retain(args->items[0]);
    Value text = object_repr(vm, key);
    value_release(vm, key);
    return text;
}

const TypeDef type_KeyError_def = {
    .flags = TYPE_BASE,
    .doc = "Mapping key not found.",
    .slots = {.str = key_str},
};

/* ---- NameError, AttributeError, ImportError: fields by keyword */

static int named_init(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames, const char *function,
                      const char *const *names, uint32_t count) {
    Value out[4];
    if (!exception_keywords(vm, function, args + nargs, kwnames, names, out)) return -1;
    if (exception_slot_init(vm, self, args, nargs, NULL) < 0) return -1;
    Value *places[] = {&AS(Exception, self)->extra, &AS(Exception, self)->extra2, &AS(Exception, self)->extra3};
    for (uint32_t i = 0; i < count; i++) keep(vm, places[i], out[i]);
    return 0;
}

static int name_init(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    static const char *const names[] = {"name", NULL};
    return named_init(vm, self, args, nargs, kwnames, "NameError", names, 1);
}

static const GetSetDef name_getset[] = {{"name", get_extra, set_extra, "name"}, {0}};

const TypeDef type_NameError_def = {
    .flags = TYPE_BASE,
    .doc = "Name not found globally.",
    .slots = {.init = name_init},
    .getset = name_getset,
};

/* The state of a copy: the attributes, and a field that has a value. Takes nothing over; NULL: error. */
static Dict *state_with(Vm *vm, Value self, const char *const *names, const Value *fields, uint32_t count) {
    const Attrs *attrs = attrs_of(value_obj(self));
    Value own = attrs == NULL || attrs_count(attrs) == 0 ? VALUE_NONE : attrs_as_dict(vm, self);
    Dict *state = own == VALUE_NULL ? NULL : own == VALUE_NONE ? dict_new(vm) : dict_copy(vm, AS(Dict, own));
    value_release(vm, own);
    for (uint32_t i = 0; state != NULL && i < count; i++) {
        if (fields[i] == VALUE_NULL) continue;
        Str *name = str_intern_c(vm, names[i]);
        bool ok = name != NULL && dict_set_str(vm, state, name, fields[i]);
        obj_release(vm, name);
        if (ok) continue;
        obj_release(vm, state);
        return NULL;
    }
    return state;
}

static Value reduce_with(Vm *vm, Value self, Dict *state) { /* takes state over; NULL: error */
    if (state == NULL) return VALUE_NULL;
    Tuple *parts = tuple_pack(vm, 3, obj_value(type_of(vm, self)), AS(Exception, self)->args, obj_value(state));
    obj_release(vm, state);
    return parts == NULL ? VALUE_NULL : obj_value(parts);
}

static Dict *attribute_state(Vm *vm, Value self) {
    static const char *const names[] = {"name", "args"}; /* obj may be anything, and is left behind */
    const Value fields[] = {AS(Exception, self)->extra, AS(Exception, self)->args};
    return state_with(vm, self, names, fields, 2);
}

static Value attribute_getstate(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    Dict *state = attribute_state(vm, self);
    return state == NULL ? VALUE_NULL : obj_value(state);
}

static Value attribute_reduce(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    return reduce_with(vm, self, attribute_state(vm, self));
}

static const MethodDef attribute_methods[] = {
    {"__getstate__", attribute_getstate, 0, 0, false, METHOD_PLAIN, NULL},
    {"__reduce__", attribute_reduce, 0, 0, false, METHOD_PLAIN, NULL},
    {0},
};

static int attribute_init(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    static const char *const names[] = {"name", "obj", NULL};
    return named_init(vm, self, args, nargs, kwnames, "AttributeError", names, 2);
}

static const GetSetDef attribute_getset[] = {
    {"name", get_extra, set_extra, "attribute name"}, {"obj", get_extra2, set_extra2, "object"}, {0}};

const TypeDef type_AttributeError_def = {
    .flags = TYPE_BASE,
    .doc = "Attribute not found.",
    .slots = {.init = attribute_init},
    .methods = attribute_methods,
    .getset = attribute_getset,
};

typedef struct ImportErrorObj {
    Exception base;
    Value msg; /* VALUE_NULL: the one argument */
} ImportErrorObj;

static int import_init(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    static const char *const names[] = {"name", "path", "name_from", NULL};
    if (named_init(vm, self, args, nargs, kwnames, "ImportError", names, 3) < 0) return -1;
    keep(vm, &AS(ImportErrorObj, self)->msg, nargs == 1 ? args[0] : VALUE_NONE);
    return 0;
}

static Value get_import_msg(Vm *vm, Value self) {
    (void)vm;
    const Tuple *args = AS(Tuple, AS(Exception, self)->args);
    Value msg = AS(ImportErrorObj, self)->msg;
    if (msg == VALUE_NULL) msg = args->length == 1 ? args->items[0] : VALUE_NONE;
    return value_retain(msg);
}

static bool set_import_msg(Vm *vm, Value self, Value value) {
    value_set(vm, &AS(ImportErrorObj, self)->msg, value == VALUE_NULL ? VALUE_NONE : value_retain(value));
    return true;
}

static Value import_str(Vm *vm, Value self) {
    Value msg = AS(ImportErrorObj, self)->msg;
    if (msg != VALUE_NULL && is_exact(vm, msg, T_str)) return value_retain(msg);
    return exception_plain_str(vm, self);
}

static void import_dealloc(Vm *vm, Obj *self) {
    value_clear(vm, &((ImportErrorObj *)self)->msg);
    exception_dealloc(vm, self);
}

static void import_traverse(Obj *self, VisitFn visit, void *context) {
    exception_traverse(self, visit, context);
    visit(context, ((ImportErrorObj *)self)->msg);
}

static Value import_reduce(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    static const char *const names[] = {"name", "path", "name_from"};
    const Exception *e = AS(Exception, self);
    const Value fields[] = {e->extra, e->extra2, e->extra3};
    if (e->extra == VALUE_NULL && e->extra2 == VALUE_NULL && e->extra3 == VALUE_NULL)
        return exception_reduce(vm, self, e->args);
    return reduce_with(vm, self, state_with(vm, self, names, fields, 3));
}

static const MethodDef import_methods[] = {
    {"__reduce__", import_reduce, 0, 0, false, METHOD_PLAIN, NULL},
    {0},
};

static const GetSetDef import_getset[] = {
    {"msg", get_import_msg, set_import_msg, "exception message"},
    {"name", get_extra, set_extra, "module name"},
    {"path", get_extra2, set_extra2, "module path"},
    {"name_from", get_extra3, set_extra3, "name imported from module"},
    {0},
};

const TypeDef type_ImportError_def = {
    .size = sizeof(ImportErrorObj),
    .flags = TYPE_BASE,
    .doc = "Import can't find module, or can't find name in module.",
    .slots = {.dealloc = import_dealloc, .traverse = import_traverse, .str = import_str, .init = import_init},
    .methods = import_methods,
    .getset = import_getset,
};

/* ---- OSError */

typedef struct ErrnoClass {
    uint8_t number;
    uint8_t type;
} ErrnoClass;

static const ErrnoClass errno_classes[] = {
    {1, T_PermissionError},          {2, T_FileNotFoundError},  {3, T_ProcessLookupError},
    {4, T_InterruptedError},         {10, T_ChildProcessError}, {11, T_BlockingIOError},
    {13, T_PermissionError},         {17, T_FileExistsError},   {20, T_NotADirectoryError},
    {21, T_IsADirectoryError},       {32, T_BrokenPipeError},   {103, T_ConnectionAbortedError},
    {104, T_ConnectionResetError},   {108, T_BrokenPipeError},  {110, T_TimeoutError},
    {111, T_ConnectionRefusedError}, {114, T_BlockingIOError},  {115, T_BlockingIOError},
};

static Type *errno_type(Vm *vm, Value number) {
    for (uint32_t i = 0; i < sizeof errno_classes / sizeof errno_classes[0]; i++) {
        if (number == value_small(errno_classes[i].number)) return vm->types[errno_classes[i].type];
    }
    return TYPE(vm, OSError);
}

static Value get_written(Vm *vm, Value self) {
    int64_t written = AS(OSErrorObj, self)->written;
    return written != 0 ? int_from_int64(vm, written - 1) : raise_error(vm, T_AttributeError, "characters_written");
}

static bool set_written(Vm *vm, Value self, Value value) {
    int64_t written = -1;
    if (value == VALUE_NULL && AS(OSErrorObj, self)->written == 0) return get_written(vm, self) != VALUE_NULL;
    if (value != VALUE_NULL && !object_as_index(vm, value, &written, INDEX_CLIPPED)) return false;
    AS(OSErrorObj, self)->written = written == INT64_MAX ? written : written + 1;
    return true;
}

static bool os_fill(Vm *vm, Value self, const Value *args, uint32_t nargs) {
    OSErrorObj *e = AS(OSErrorObj, self);
    uint32_t shown = nargs;
    if (nargs >= 2 && nargs <= 5) {
        keep(vm, &e->fields[OS_ERRNO], args[0]);
        keep(vm, &e->fields[OS_STRERROR], args[1]);
        bool counts = nargs >= 3 && type_of(vm, self) == TYPE(vm, BlockingIOError) && object_is_number(vm, args[2]);
        if (counts && !set_written(vm, self, args[2])) return false;
        if (nargs >= 3 && args[2] != VALUE_NONE && !counts) {
            keep(vm, &e->fields[OS_FILENAME], args[2]);
            if (nargs == 5 && args[4] != VALUE_NONE) keep(vm, &e->fields[OS_FILENAME2], args[4]);
            shown = 2;
        }
    }
    return exception_slot_init(vm, self, args, shown, NULL) == 0;
}

static int os_init(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames);
static Value os_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames);

/* A class with an __init__ of its own says there what the fields are; all others have them from __new__ on
 * (oserror_use_init). */
static bool fields_from_init(const Type *type) {
    return type->slots.init != os_init && type->slots.new == os_new;
}

static Value os_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    if (type == TYPE(vm, OSError) && kwnames != NULL && kwnames->length > 0) {
        return raise_error(vm, T_TypeError, "%N() takes no keyword arguments", type);
    }
    if (type == TYPE(vm, OSError) && nargs >= 2 && nargs <= 5) type = errno_type(vm, args[0]);
    Value self = exception_slot_new(vm, type, args, nargs, NULL);
    if (self != VALUE_NULL && !fields_from_init(type) && !os_fill(vm, self, args, nargs)) value_clear(vm, &self);
    return self;
}

static int os_init(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    if (kwnames != NULL && kwnames->length > 0) {
        raise_error(vm, T_TypeError, "%T() takes no keyword arguments", self);
        return -1;
    }
    return !fields_from_init(type_of(vm, self)) || os_fill(vm, self, args, nargs) ? 0 : -1;
}

static Value os_str(Vm *vm, Value self) {
    const Value *f = AS(OSErrorObj, self)->fields;
    if (f[OS_ERRNO] == VALUE_NULL || f[OS_STRERROR] == VALUE_NULL) return exception_plain_str(vm, self);
    if (f[OS_FILENAME] == VALUE_NULL) return obj_value(str_format(vm, "[Errno %V] %V", f[OS_ERRNO], f[OS_STRERROR]));
    if (f[OS_FILENAME2] == VALUE_NULL) {
        return obj_value(str_format(vm, "[Errno %V] %V: %R", f[OS_ERRNO], f[OS_STRERROR], f[OS_FILENAME]));
    }
    return obj_value(
        str_format(vm, "[Errno %V] %V: %R -> %R", f[OS_ERRNO], f[OS_STRERROR], f[OS_FILENAME], f[OS_FILENAME2]));
}

static void release_fields(Vm *vm, Value *fields, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) value_clear(vm, &fields[i]);
}

static void os_dealloc(Vm *vm, Obj *self) {
    release_fields(vm, ((OSErrorObj *)self)->fields, OS_FIELDS);
    exception_dealloc(vm, self);
}

static void os_traverse(Obj *self, VisitFn visit, void *context) {
    exception_traverse(self, visit, context);
    for (uint32_t i = 0; i < OS_FIELDS; i++) visit(context, ((OSErrorObj *)self)->fields[i]);
}

FIELD(errno, OSErrorObj, fields[OS_ERRNO])
FIELD(strerror, OSErrorObj, fields[OS_STRERROR])
FIELD(filename, OSErrorObj, fields[OS_FILENAME])
FIELD(filename2, OSErrorObj, fields[OS_FILENAME2])

static const GetSetDef os_getset[] = {
    {"errno", get_errno, set_errno, "POSIX exception code"},
    {"strerror", get_strerror, set_strerror, "exception strerror"},
    {"filename", get_filename, set_filename, "exception filename"},
    {"filename2", get_filename2, set_filename2, "second exception filename"},
    {"characters_written", get_written, set_written, NULL},
    {0},
};

/* The names of files are no part of args, but of a copy. */
static Value os_reduce(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    const OSErrorObj *e = AS(OSErrorObj, self);
    Value shown = AS(Exception, self)->args, one = e->fields[OS_FILENAME], two = e->fields[OS_FILENAME2];
    const Tuple *t = AS(Tuple, shown);
    if (t->length != 2 || one == VALUE_NULL) return exception_reduce(vm, self, shown);
    Tuple *all = two == VALUE_NULL ? tuple_pack(vm, 3, t->items[0], t->items[1], one)
                                   : tuple_pack(vm, 5, t->items[0], t->items[1], one, VALUE_NONE, two);
    if (all == NULL) return VALUE_NULL;
    Value made = exception_reduce(vm, self, obj_value(all));
    obj_release(vm, all);
    return made;
}

static const MethodDef os_methods[] = {
    {"__reduce__", os_reduce, 0, 0, false, METHOD_PLAIN, NULL},
    {0},
};

const TypeDef type_OSError_def = {
    .size = sizeof(OSErrorObj),
    .flags = TYPE_BASE,
    .doc = "Base class for I/O related errors.",
    .slots = {.dealloc = os_dealloc, .traverse = os_traverse, .str = os_str, .new = os_new, .init = os_init},
    .methods = os_methods,
    .getset = os_getset,
};

/* ---- SyntaxError */

static bool syntax_details(Vm *vm, SyntaxErrorObj *e, Value info) {
    Value tuple = tuple_from_iterable(vm, info);
    if (tuple == VALUE_NULL) return false;
    const Tuple *t = AS(Tuple, tuple);
    bool ok = t->length >= 4 && t->length <= 7;
    if (!ok) {
        raise_error(vm, T_TypeError, "function takes %s argument%s (%u given)",
                    t->length < 4 ? "at least 4" : "at most 7", "s", t->length);
    } else if (t->length == 5) {
        raise_error(vm, T_TypeError, "end_offset must be provided when end_lineno is provided");
        ok = false;
    } else {
        static const uint8_t order[] = {SYNTAX_FILENAME, SYNTAX_LINENO,     SYNTAX_OFFSET,
                                        SYNTAX_TEXT,     SYNTAX_END_LINENO, SYNTAX_END_OFFSET};
        for (uint32_t i = 0; i < sizeof order; i++) {
            keep(vm, &e->fields[order[i]], i < t->length && t->items[i] != VALUE_NONE ? t->items[i] : VALUE_NULL);
        }
    }
    value_release(vm, tuple);
    return ok;
}

static int syntax_init(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    if (exception_slot_init(vm, self, args, nargs, kwnames) < 0) return -1;
    SyntaxErrorObj *e = AS(SyntaxErrorObj, self);
    if (nargs >= 1) keep(vm, &e->fields[SYNTAX_MSG], args[0]);
    if (nargs == 2 && !syntax_details(vm, e, args[1])) return -1;
    return 0;
}

static Str *base_name(Vm *vm, Str *path) {
    uint32_t start = path->length;
    while (start > 0 && str_at(path, start - 1) != '/') start--;
    return str_slice(vm, path, start, path->length);
}

static Value syntax_str(Vm *vm, Value self) {
    const Value *f = AS(SyntaxErrorObj, self)->fields;
    Value message = f[SYNTAX_MSG] == VALUE_NULL ? VALUE_NONE : f[SYNTAX_MSG];
    bool file = f[SYNTAX_FILENAME] != VALUE_NULL && is_str(f[SYNTAX_FILENAME]);
    bool line = f[SYNTAX_LINENO] != VALUE_NULL && value_is_int(f[SYNTAX_LINENO]);
    if (!file && !line) return object_str(vm, message);
    if (!file) return obj_value(str_format(vm, "%V (line %V)", message, f[SYNTAX_LINENO]));
    Str *name = base_name(vm, AS(Str, f[SYNTAX_FILENAME]));
    if (name == NULL) return VALUE_NULL;
    Str *text = line ? str_format(vm, "%V (%S, line %V)", message, name, f[SYNTAX_LINENO])
                     : str_format(vm, "%V (%S)", message, name);
    obj_release(vm, name);
    return obj_value(text);
}

static void syntax_dealloc(Vm *vm, Obj *self) {
    release_fields(vm, ((SyntaxErrorObj *)self)->fields, SYNTAX_FIELDS);
    exception_dealloc(vm, self);
}

static void syntax_traverse(Obj *self, VisitFn visit, void *context) {
    exception_traverse(self, visit, context);
    for (uint32_t i = 0; i < SYNTAX_FIELDS; i++) visit(context, ((SyntaxErrorObj *)self)->fields[i]);
}

FIELD(syntax_msg, SyntaxErrorObj, fields[SYNTAX_MSG])
FIELD(syntax_filename, SyntaxErrorObj, fields[SYNTAX_FILENAME])
FIELD(syntax_lineno, SyntaxErrorObj, fields[SYNTAX_LINENO])
FIELD(syntax_offset, SyntaxErrorObj, fields[SYNTAX_OFFSET])
FIELD(syntax_text, SyntaxErrorObj, fields[SYNTAX_TEXT])
FIELD(syntax_end_lineno, SyntaxErrorObj, fields[SYNTAX_END_LINENO])
FIELD(syntax_end_offset, SyntaxErrorObj, fields[SYNTAX_END_OFFSET])
FIELD(syntax_print, SyntaxErrorObj, fields[SYNTAX_PRINT_FILE_AND_LINE])

static const GetSetDef syntax_getset[] = {
    {"msg", get_syntax_msg, set_syntax_msg, "exception msg"},
    {"filename", get_syntax_filename, set_syntax_filename, "exception filename"},
    {"lineno", get_syntax_lineno, set_syntax_lineno, "exception lineno"},
    {"offset", get_syntax_offset, set_syntax_offset, "exception offset"},
    {"text", get_syntax_text, set_syntax_text, "exception text"},
    {"end_lineno", get_syntax_end_lineno, set_syntax_end_lineno, "exception end lineno"},
    {"end_offset", get_syntax_end_offset, set_syntax_end_offset, "exception end offset"},
    {"print_file_and_line", get_syntax_print, set_syntax_print, "exception print_file_and_line"},
    {0},
};

const TypeDef type_SyntaxError_def = {
    .size = sizeof(SyntaxErrorObj),
    .flags = TYPE_BASE,
    .doc = "Invalid syntax.",
    .slots = {.dealloc = syntax_dealloc, .traverse = syntax_traverse, .str = syntax_str, .init = syntax_init},
    .getset = syntax_getset,
};

/* ---- Unicode errors */

/* The fields are text, places and text; the object is bytes where they cannot be decoded. */
static bool check_unicode_field(Vm *vm, Value self, uint32_t field, Value value, uint32_t place) {
    int64_t number;
    BytesView view;
    if (field == UNICODE_START || field == UNICODE_END) return object_as_int64(vm, value, &number);
    bool bytes = field == UNICODE_OBJECT && type_is_subtype(type_of(vm, self), TYPE(vm, UnicodeDecodeError));
    if (bytes) return bytes_like_or_raise(vm, value, &view);
    if (!is_str(value)) raise_error(vm, T_TypeError, "argument %u must be str, not %B", place, value);
    return is_str(value);
}

static int unicode_fill(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames, bool encoding) {
    uint32_t wanted = encoding ? 5 : 4;
    if (exception_slot_init(vm, self, args, nargs, kwnames) < 0) return -1;
    if (nargs != wanted) {
        raise_error(vm, T_TypeError, "function takes exactly %u arguments (%u given)", wanted, nargs);
        return -1;
    }
    uint32_t first = encoding ? 0 : 1;
    for (uint32_t i = 0; i < wanted; i++)
        if (!check_unicode_field(vm, self, i + first, args[i], i + 1)) return -1;
    Value *fields = AS(UnicodeErrorObj, self)->fields;
    for (uint32_t i = 0; i < wanted; i++) keep(vm, &fields[i + first], args[i]);
    BytesView view;
    if (has_flag(fields[UNICODE_OBJECT], TYPE_IS_BYTES) || !bytes_like(vm, fields[UNICODE_OBJECT], &view)) return 0;
    Bytes *copy = bytes_new(vm, view.data, view.length); /* what may change is kept as it is now */
    if (copy == NULL) return -1;
    value_set(vm, &fields[UNICODE_OBJECT], obj_value(copy));
    return 0;
}

static int decode_init(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    return unicode_fill(vm, self, args, nargs, kwnames, true);
}

static int translate_init(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    return unicode_fill(vm, self, args, nargs, kwnames, false);
}

typedef struct Span {
    int64_t start, end;
} Span;

static bool unicode_span(const Value *fields, Span *span) {
    return fields[UNICODE_OBJECT] != VALUE_NULL && is_int(fields[UNICODE_START]) && is_int(fields[UNICODE_END]) &&
           int_as_int64(fields[UNICODE_START], &span->start) && int_as_int64(fields[UNICODE_END], &span->end);
}

static Value empty_text(Vm *vm) {
    obj_retain(vm->empty_str);
    return obj_value(vm->empty_str);
}

static Value decode_str(Vm *vm, Value self) {
    const Value *f = AS(UnicodeErrorObj, self)->fields;
    Span span;
    if (!unicode_span(f, &span)) return empty_text(vm);
    const Bytes *bytes = has_flag(f[UNICODE_OBJECT], TYPE_IS_BYTES) ? AS(Bytes, f[UNICODE_OBJECT]) : NULL;
    if (span.end == span.start + 1 && bytes != NULL && span.start >= 0 && span.start < bytes->length) {
        return obj_value(str_format(vm, "'%V' codec can't decode byte 0x%02x in position %lld: %V", f[UNICODE_ENCODING],
                                    (unsigned)bytes->data[span.start], (long long)span.start, f[UNICODE_REASON]));
    }
    return obj_value(str_format(vm, "'%V' codec can't decode bytes in position %lld-%lld: %V", f[UNICODE_ENCODING],
                                (long long)span.start, (long long)span.end - 1, f[UNICODE_REASON]));
}

/* "character '\xe9'" or "characters" and the position, after a beginning that the caller made (taken over). */
static Value character_str(Vm *vm, Str *front, const Value *f) {
    Span span;
    if (front == NULL) return VALUE_NULL;
    Str *text = NULL;
    if (!unicode_span(f, &span) || !is_str(f[UNICODE_OBJECT])) {
        text = vm->empty_str;
        obj_retain(text);
    } else if (span.end == span.start + 1 && span.start >= 0 && span.start < AS(Str, f[UNICODE_OBJECT])->length) {
        uint32_t code = str_at(AS(Str, f[UNICODE_OBJECT]), (uint32_t)span.start);
        const char *format = code < 0x100     ? "%S character '\\x%02x' in position %lld: %V"
                             : code < 0x10000 ? "%S character '\\u%04x' in position %lld: %V"
                                              : "%S character '\\U%08x' in position %lld: %V";
        text = str_format(vm, format, front, (unsigned)code, (long long)span.start, f[UNICODE_REASON]);
    } else {
        text = str_format(vm, "%S characters in position %lld-%lld: %V", front, (long long)span.start,
                          (long long)span.end - 1, f[UNICODE_REASON]);
    }
    obj_release(vm, front);
    return obj_value(text);
}

static Value encode_str(Vm *vm, Value self) {
    const Value *f = AS(UnicodeErrorObj, self)->fields;
    if (f[UNICODE_OBJECT] == VALUE_NULL) return empty_text(vm);
    return character_str(vm, str_format(vm, "'%V' codec can't encode", f[UNICODE_ENCODING]), f);
}

static Value translate_str(Vm *vm, Value self) {
    return character_str(vm, str_format(vm, "can't translate"), AS(UnicodeErrorObj, self)->fields);
}

static void unicode_dealloc(Vm *vm, Obj *self) {
    release_fields(vm, ((UnicodeErrorObj *)self)->fields, UNICODE_FIELDS);
    exception_dealloc(vm, self);
}

static void unicode_traverse(Obj *self, VisitFn visit, void *context) {
    exception_traverse(self, visit, context);
    for (uint32_t i = 0; i < UNICODE_FIELDS; i++) visit(context, ((UnicodeErrorObj *)self)->fields[i]);
}

FIELD(u_encoding, UnicodeErrorObj, fields[UNICODE_ENCODING])
FIELD(u_object, UnicodeErrorObj, fields[UNICODE_OBJECT])
FIELD(u_start, UnicodeErrorObj, fields[UNICODE_START])
FIELD(u_end, UnicodeErrorObj, fields[UNICODE_END])
FIELD(u_reason, UnicodeErrorObj, fields[UNICODE_REASON])

static const GetSetDef unicode_getset[] = {
    {"encoding", get_u_encoding, set_u_encoding, "exception encoding"},
    {"object", get_u_object, set_u_object, "exception object"},
    {"start", get_u_start, set_u_start, "exception start"},
    {"end", get_u_end, set_u_end, "exception end"},
    {"reason", get_u_reason, set_u_reason, "exception reason"},
    {0},
};

#define UNICODE_TYPE(init_fn, str_fn, text)                                                                            \
    {                                                                                                                  \
        .size = sizeof(UnicodeErrorObj), .flags = TYPE_BASE, .doc = text,                                              \
        .slots = {.dealloc = unicode_dealloc, .traverse = unicode_traverse, .str = str_fn, .init = init_fn},           \
        .getset = unicode_getset,                                                                                      \
    }

const TypeDef type_UnicodeDecodeError_def = UNICODE_TYPE(decode_init, decode_str, "Unicode decoding error.");
const TypeDef type_UnicodeEncodeError_def = UNICODE_TYPE(decode_init, encode_str, "Unicode encoding error.");
const TypeDef type_UnicodeTranslateError_def =
    UNICODE_TYPE(translate_init, translate_str, "Unicode translation error.");
