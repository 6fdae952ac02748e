/* module_json_write.c: writes JSON, whole texts at once. */
#include "builtins.h"
#include "guard.h"
#include "list.h"
#include "module_json.h"
#include "types_private.h"
#include "vm_state.h"

#include <math.h>

/* Containers that are being written, innermost first: a circle is found by walking out. */
typedef struct Mark {
    Value container;
    struct Mark *outer;
} Mark;

typedef struct Writer {
    Vm *vm;
    StrBuilder out;
    Value default_; /* called for what is not known */
    Str *indent;    /* NULL: all in one line */
    Str *key_separator, *item_separator;
    bool check_circular, sort_keys, skip_keys, allow_nan, ascii;
    uint32_t level;
    Mark *marks;
} Writer;

/* ---- strings */

static void write_escape(StrBuilder *b, uint32_t c) {
    static const char letters[] = "btn\0fr", digits[] = "0123456789abcdef";
    builder_char(b, '\\');
    if (c == '"' || c == '\\') {
        builder_char(b, c);
    } else if (c >= '\b' && c <= '\r' && c != '\v') {
        builder_char(b, (unsigned char)letters[c - '\b']);
    } else {
        builder_char(b, 'u');
        for (int shift = 12; shift >= 0; shift -= 4) builder_char(b, (unsigned char)digits[c >> shift & 15]);
    }
}

static void write_code(StrBuilder *b, uint32_t c) {
    if (c < 0x10000) {
        write_escape(b, c);
        return;
    }
    write_escape(b, 0xD800 + ((c - 0x10000) >> 10));
    write_escape(b, 0xDC00 + ((c - 0x10000) & 0x3FF));
}

static void write_string(StrBuilder *b, const Str *s, bool ascii) {
    uint32_t from = 0;
    builder_char(b, '"');
    for (uint32_t i = 0; i < s->length; i++) {
        uint32_t c = str_at(s, i);
        if (c >= ' ' && c != '"' && c != '\\' && (!ascii || c < 0x7F)) continue;
        builder_slice(b, s, from, i);
        from = i + 1;
        write_code(b, c);
    }
    builder_slice(b, s, from, s->length);
    builder_char(b, '"');
}

static Value encode_string(Vm *vm, Value v, bool ascii) {
    if (!is_str(v)) return raise_error(vm, T_TypeError, "first argument must be a string, not %T", v);
    StrBuilder b;
    builder_init(&b, vm);
    write_string(&b, AS(Str, v), ascii);
    return obj_value(builder_finish(&b));
}

Value json_encode_basestring(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    UNUSED_ARGS;
    return encode_string(vm, args[0], false);
}

Value json_encode_basestring_ascii(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    UNUSED_ARGS;
    return encode_string(vm, args[0], true);
}

/* ---- what JSON has */

static bool write_int(Writer *w, Value v) {
    Value text = int_to_str(w->vm, v, 10, false);
    if (text == VALUE_NULL) return false;
    builder_str(&w->out, AS(Str, text));
    value_release(w->vm, text);
    return true;
}

/* The text of a float, or NULL with ValueError. */
static const char *float_text(Writer *w, double d, char *buffer) {
    if (isfinite(d)) {
        buffer[float_repr(d, buffer)] = 0;
        return buffer;
    }
    if (w->allow_nan) return isnan(d) ? "NaN" : d > 0 ? "Infinity" : "-Infinity";
    raise_error(w->vm, T_ValueError, "Out of range float values are not JSON compliant: %s",
                isnan(d) ? "nan"
                : d > 0  ? "inf"
                         : "-inf");
    return NULL;
}

static bool write_float(Writer *w, Value v) {
    char buffer[32];
    const char *text = float_text(w, float_value(v), buffer);
    if (text == NULL) return false;
    builder_c(&w->out, text);
    return true;
}

static const char *constant_text(Value v) {
    return v == VALUE_NONE ? "null" : v == VALUE_TRUE ? "true" : v == VALUE_FALSE ? "false" : NULL;
}

static void write_newline(Writer *w) {
    if (w->indent == NULL) return;
    builder_char(&w->out, '\n');
    for (uint32_t i = 0; i < w->level; i++) builder_str(&w->out, w->indent);
}

/* ---- errors on the way */

/* Tells where it was: exceptions that pass get a note. Takes text over. */
static bool note(Vm *vm, Str *text) {
    if (vm->state->redoing) { /* no error, but the writing is being left */
        obj_release(vm, text);
        return false;
    }
    Value e = error_take(vm);
    Str *name = str_intern_c(vm, "add_note");
    if (text != NULL && name != NULL && e != VALUE_NULL && is_exception(e)) {
        Value line = obj_value(text), done = call_method(vm, e, name, &line, 1);
        value_release(vm, done);
    }
    obj_release(vm, name);
    obj_release(vm, text);
    error_clear(vm);
    error_restore(vm, e);
    return false;
}

static bool enter(Writer *w, Mark *mark, Value container) {
    for (const Mark *m = w->check_circular ? w->marks : NULL; m != NULL; m = m->outer) {
        if (m->container != container) continue;
        raise_error(w->vm, T_ValueError, "Circular reference detected");
        return false;
    }
    if (!guard_enter(w->vm, " while encoding a JSON object")) return false;
    *mark = (Mark){container, w->marks};
    w->marks = mark;
    return true;
}

static void leave(Writer *w) {
    w->marks = w->marks->outer;
    guard_leave(w->vm);
}

/* ---- containers */

static bool write_value(Writer *w, Value v);

/* What is iterated: a list or tuple as it is. */
static Value item_at(Value v, uint32_t i) {
    if (is_list(v)) return i < AS(List, v)->length ? AS(List, v)->items[i] : VALUE_NULL;
    return i < AS(Tuple, v)->length ? AS(Tuple, v)->items[i] : VALUE_NULL;
}

static bool write_items(Writer *w, Value v) {
    Value item;
    for (uint32_t i = 0; (item = item_at(v, i)) != VALUE_NULL; i++) {
        if (i > 0) builder_str(&w->out, w->item_separator);
        write_newline(w);
        value_retain(item);
        bool ok = write_value(w, item);
        value_release(w->vm, item);
        if (!ok) return note(w->vm, str_format(w->vm, "when serializing %T item %u", v, i));
    }
    return true;
}

static bool write_list(Writer *w, Value v) {
    if (item_at(v, 0) == VALUE_NULL) {
        builder_ascii(&w->out, "[]", 2);
        return true;
    }
    Mark mark;
    if (!enter(w, &mark, v)) return false;
    builder_char(&w->out, '[');
    w->level++;
    bool ok = write_items(w, v);
    w->level--;
    leave(w);
    if (!ok) return false;
    write_newline(w);
    builder_char(&w->out, ']');
    return true;
}

/* A key's text, owned; VALUE_NONE: to be left out. */
static Value key_text(Writer *w, Value key) {
    Vm *vm = w->vm;
    char buffer[32];
    if (is_str(key)) return value_retain(key);
    if (is_float(key)) {
        const char *text = float_text(w, float_value(key), buffer);
        return text == NULL ? VALUE_NULL : obj_value(str_new(vm, text));
    }
    const char *constant = constant_text(key);
    if (constant != NULL) return obj_value(str_new(vm, constant));
    if (is_int(key)) return int_to_str(vm, key, 10, false);
    if (w->skip_keys) return VALUE_NONE;
    return raise_error(vm, T_TypeError, "keys must be str, int, float, bool or None, not %T", key);
}

static bool write_pair(Writer *w, Value dict, Value key, Value v, bool *first) {
    Value text = key_text(w, key);
    if (text == VALUE_NULL) return false;
    if (text == VALUE_NONE) return true;
    if (!*first) builder_str(&w->out, w->item_separator);
    *first = false;
    write_newline(w);
    write_string(&w->out, AS(Str, text), w->ascii);
    builder_str(&w->out, w->key_separator);
    bool ok = write_value(w, v) || note(w->vm, str_format(w->vm, "when serializing %T item %R", dict, key));
    value_release(w->vm, text);
    return ok;
}

static bool write_listed(Writer *w, Value dict, Value items, bool *first) {
    for (uint32_t i = 0; i < AS(List, items)->length; i++) {
        Value pair = AS(List, items)->items[i];
        if (!is_tuple(pair) || AS(Tuple, pair)->length != 2) {
            raise_error(w->vm, T_ValueError, "items must return 2-tuples");
            return false;
        }
        value_retain(pair);
        bool ok = write_pair(w, dict, AS(Tuple, pair)->items[0], AS(Tuple, pair)->items[1], first);
        value_release(w->vm, pair);
        if (!ok) return false;
    }
    return true;
}

static bool write_items_method(Writer *w, Value dict, bool *first) {
    Vm *vm = w->vm;
    Value view = call_method(vm, dict, NAME(vm, items), NULL, 0);
    Value items = view == VALUE_NULL ? VALUE_NULL : list_from_iterable(vm, view);
    value_release(vm, view);
    bool ok =
        items != VALUE_NULL && (!w->sort_keys || list_sort(vm, AS(List, items))) && write_listed(w, dict, items, first);
    value_release(vm, items);
    return ok;
}

static bool write_pairs(Writer *w, Value dict, bool *first) {
    if (w->sort_keys || !is_exact(w->vm, dict, T_dict)) return write_items_method(w, dict, first);
    uint32_t position = 0;
    Value key, v;
    while (dict_next(AS(Dict, dict), &position, &key, &v)) {
        value_retain(key);
        value_retain(v);
        bool ok = write_pair(w, dict, key, v, first);
        value_release(w->vm, key);
        value_release(w->vm, v);
        if (!ok) return false;
    }
    return true;
}

static bool write_dict(Writer *w, Value dict) {
    if (dict_length(AS(Dict, dict)) == 0) {
        builder_ascii(&w->out, "{}", 2);
        return true;
    }
    Mark mark;
    bool first = true;
    if (!enter(w, &mark, dict)) return false;
    builder_char(&w->out, '{');
    w->level++;
    bool ok = write_pairs(w, dict, &first);
    w->level--;
    leave(w);
    if (!ok) return false;
    if (!first) write_newline(w);
    builder_char(&w->out, '}');
    return true;
}

static bool write_unknown(Writer *w, Value v) {
    Mark mark;
    if (!enter(w, &mark, v)) return false;
    Value made = call_value(w->vm, w->default_, &v, 1, NULL);
    bool ok = made != VALUE_NULL;
    if (ok && !write_value(w, made)) ok = note(w->vm, str_format(w->vm, "when serializing %T object", v));
    value_release(w->vm, made);
    leave(w);
    return ok;
}

static bool write_value(Writer *w, Value v) {
    const char *constant = constant_text(v);
    if (constant != NULL) {
        builder_c(&w->out, constant);
        return true;
    }
    if (is_str(v)) {
        write_string(&w->out, AS(Str, v), w->ascii);
        return true;
    }
    if (is_int(v)) return write_int(w, v);
    if (is_float(v)) return write_float(w, v);
    if (is_list(v) || is_tuple(v)) return write_list(w, v);
    if (is_dict(v)) return write_dict(w, v);
    return write_unknown(w, v);
}

/* encode(value, default, indent, key_separator, item_separator, check_circular, sort_keys, skipkeys, allow_nan,
 * ensure_ascii): the guest module has seen to the types. */
Value json_encode(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    UNUSED_ARGS;
    if (!is_str(args[3]) || !is_str(args[4]))
        return raise_error(vm, T_TypeError, "make_encoder() argument %d must be str, not %T", is_str(args[3]) ? 6 : 5,
                           is_str(args[3]) ? args[4] : args[3]);
    Writer w = {.vm = vm, .default_ = args[1], .key_separator = AS(Str, args[3]), .item_separator = AS(Str, args[4])};
    bool *const flags[] = {&w.check_circular, &w.sort_keys, &w.skip_keys, &w.allow_nan, &w.ascii};
    for (int i = 0; i < 5; i++) {
        int truth = object_truth(vm, args[5 + i]);
        if (truth < 0) return VALUE_NULL;
        *flags[i] = truth > 0;
    }
    if (is_str(args[2])) w.indent = AS(Str, args[2]);
    builder_init(&w.out, vm);
    if (write_value(&w, args[0])) return obj_value(builder_finish(&w.out));
    builder_drop(&w.out);
    return VALUE_NULL;
}
