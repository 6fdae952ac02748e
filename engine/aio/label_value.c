/* label_value.c: short texts of values for the event log. Nothing of the program runs for them: what has no text that
 * the engine knows is told by its type. They have at most LABEL_ITEMS items on LABEL_LEVELS levels, and fit the buffer.
 */
#include "../python/exceptions.h"
#include "../python/set.h"
#include "../python/shape.h"
#include "../python/utf8.h"
#include "aio.h"

enum { LABEL_ITEMS = 4, LABEL_LEVELS = 2, LABEL_CHARS = 32 };

typedef struct Label {
    Vm *vm;
    char *buffer;
    size_t used, size;
} Label;

static void put(Label *label, const char *text, size_t length) {
    if (length > label->size - label->used) length = 0; /* whole or not at all: characters stay whole */
    memcpy(label->buffer + label->used, text, length);
    label->used += length;
}

static void put_c(Label *label, const char *text) {
    put(label, text, strlen(text));
}

static void put_char(Label *label, uint32_t c, char quote) {
    char text[8];
    const char *escaped = c == '\n' ? "\\n" : c == '\t' ? "\\t" : c == '\r' ? "\\r" : c == '\\' ? "\\\\" : NULL;
    if (quote != 0 && escaped != NULL) {
        put_c(label, escaped);
    } else if (c < 0x20 || c == 0x7f || (c >= 0xd800 && c < 0xe000)) {
        put_c(label, "?");
    } else {
        put(label, text, utf8_encode(c, text));
    }
}

/* A Str's characters, the first ones when it is long. */
static void put_text(Label *label, const Str *s, uint32_t most, char quote) {
    uint32_t shown = s->length > most ? most - 1 : s->length;
    for (uint32_t i = 0; i < shown; i++) put_char(label, str_at(s, i), quote);
    if (shown < s->length) put_c(label, "\xE2\x80\xA6"); /* an ellipsis */
}

static void put_string(Label *label, const Str *s) {
    char quote = '\'';
    for (uint32_t i = 0; i < s->length && i < LABEL_CHARS; i++)
        if (str_at(s, i) == '\'') quote = '"';
    put(label, &quote, 1);
    put_text(label, s, LABEL_CHARS, quote);
    put(label, &quote, 1);
}

static void put_bytes(Label *label, const Bytes *bytes) {
    put_c(label, "b'");
    for (uint32_t i = 0; i < bytes->length && i < LABEL_CHARS; i++) {
        uint32_t c = bytes->data[i];
        put_char(label, c < 0x80 ? c : '?', '\'');
    }
    put_c(label, bytes->length > LABEL_CHARS ? "\xE2\x80\xA6'" : "'");
}

static void put_last_name(Label *label, const char *name) {
    const char *dot = strrchr(name, '.');
    put_c(label, dot != NULL ? dot + 1 : name);
}

static void put_integer(Label *label, int64_t i) {
    char text[LABEL_DIGITS];
    if (label->size - label->used >= LABEL_DIGITS) {
        label->used += label_integer(i, label->buffer + label->used, LABEL_DIGITS);
    } else {
        put(label, text, label_integer(i, text, sizeof text));
    }
}

static void put_number(Label *label, Value v) {
    char text[64];
    if (value_is_int(v))
        put_integer(label, value_as_small(v));
    else
        put(label, text, float_repr(float_value(v), text));
}

static void put_value(Label *label, Value v, int level);

static void put_items(Label *label, const Value *items, uint32_t count, int level) {
    for (uint32_t i = 0; i < count && i < LABEL_ITEMS; i++) {
        if (i > 0) put_c(label, ", ");
        put_value(label, items[i], level);
    }
    if (count > LABEL_ITEMS) put_c(label, ", \xE2\x80\xA6");
}

static void put_dict(Label *label, const Dict *dict, int level) {
    uint32_t position = 0, shown = 0;
    Value key, value;
    put_c(label, "{");
    while (shown < LABEL_ITEMS && dict_next(dict, &position, &key, &value)) {
        if (shown++ > 0) put_c(label, ", ");
        put_value(label, key, level);
        put_c(label, ": ");
        put_value(label, value, level);
    }
    put_c(label, dict_length(dict) > LABEL_ITEMS ? ", \xE2\x80\xA6}" : "}");
}

static void put_set(Label *label, Value v, int level) {
    uint32_t position = 0, shown = 0;
    SetEntry entry;
    put_c(label, "{");
    while (shown < LABEL_ITEMS && set_next_entry(AS(Set, v), &position, &entry)) {
        if (shown++ > 0) put_c(label, ", ");
        put_value(label, entry.key, level);
    }
    put_c(label, set_length(v) > LABEL_ITEMS ? ", \xE2\x80\xA6}" : "}");
}

/* False: it is no container. */
static bool put_container(Label *label, Value v, int level) {
    Vm *vm = label->vm;
    bool list = is_exact(vm, v, T_list), tuple = is_exact(vm, v, T_tuple), dict = is_exact(vm, v, T_dict);
    bool set = is_exact(vm, v, T_set) || is_exact(vm, v, T_frozenset);
    if (!list && !tuple && !dict && !set) return false;
    if (level == 0) {
        put_c(label, list ? "[\xE2\x80\xA6]" : tuple ? "(\xE2\x80\xA6)" : "{\xE2\x80\xA6}");
    } else if (list) {
        put_c(label, "[");
        put_items(label, AS(List, v)->items, AS(List, v)->length, level - 1);
        put_c(label, "]");
    } else if (tuple) {
        put_c(label, "(");
        put_items(label, AS(Tuple, v)->items, AS(Tuple, v)->length, level - 1);
        put_c(label, AS(Tuple, v)->length == 1 ? ",)" : ")");
    } else if (dict) {
        put_dict(label, AS(Dict, v), level - 1);
    } else {
        put_set(label, v, level - 1);
    }
    return true;
}

static bool is_of_program(Vm *vm, Value v) {
    Value module = type_lookup(vm, value_obj(v)->type, NAME(vm, __module__));
    return module != VALUE_NULL && is_str(module) && str_equals_c(AS(Str, module), "__main__");
}

/* The attributes of an instance of a program's class, without asking the class. */
static void put_attributes(Label *label, Value v, int level) {
    const Attrs *attrs = value_is_obj(v) && is_of_program(label->vm, v) ? attrs_of(value_obj(v)) : NULL;
    uint32_t position = 0, shown = 0;
    Value key, value;
    while (attrs != NULL && shown < LABEL_ITEMS && attrs_next(attrs, &position, &key, &value)) {
        put_c(label, " ");
        if (is_str(key)) put_text(label, AS(Str, key), LABEL_CHARS, 0);
        put_c(label, "=");
        put_value(label, value, level - 1);
        shown++;
    }
    if (attrs != NULL && attrs_count(attrs) > LABEL_ITEMS) put_c(label, " \xE2\x80\xA6");
}

/* What the engine knows of it without running anything: a coroutine's or class's name, an instance's attributes. */
static void put_object(Label *label, Value v, int level) {
    Vm *vm = label->vm;
    put_c(label, "<");
    if (is_type(v)) {
        put_c(label, "class ");
        put_last_name(label, type_name(AS(Type, v)));
    } else {
        put_last_name(label, value_type_name(vm, v));
        if (is_exact(vm, v, T_coroutine) || is_exact(vm, v, T_generator) || is_exact(vm, v, T_async_generator)) {
            put_c(label, " ");
            put_text(label, AS(Gen, v)->name, LABEL_CHARS, 0);
        } else if (level > 0) {
            put_attributes(label, v, level);
        }
    }
    put_c(label, ">");
}

static void put_error(Label *label, Value v, int level) {
    Value args = AS(Exception, v)->args;
    put_last_name(label, value_type_name(label->vm, v));
    put_c(label, "(");
    if (level > 0 && is_tuple(args)) put_items(label, AS(Tuple, args)->items, AS(Tuple, args)->length, level - 1);
    put_c(label, level > 0 ? ")" : "\xE2\x80\xA6)");
}

static void put_callable(Label *label, Value v) {
    label->used += label_callable(label->vm, v, label->buffer + label->used, label->size - label->used);
}

static void put_value(Label *label, Value v, int level) {
    Vm *vm = label->vm;
    if (v == VALUE_NONE) return put_c(label, "None");
    if (value_is_bool(v)) return put_c(label, v == VALUE_TRUE ? "True" : "False");
    if (value_is_int(v) || value_is_flonum(v) || is_exact(vm, v, T_float)) return put_number(label, v);
    if (is_exact(vm, v, T_str)) return put_string(label, AS(Str, v));
    if (is_exact(vm, v, T_bytes)) return put_bytes(label, AS(Bytes, v));
    if (put_container(label, v, level)) return;
    bool callable =
        is_exact(vm, v, T_function) || is_exact(vm, v, T_method) || is_exact(vm, v, T_builtin_function_or_method);
    if (callable) return put_callable(label, v);
    if (value_is_a(v, aio_of(vm)->task)) {
        label->used += label_task_name(vm, AS(TaskObj, v), label->buffer + label->used, label->size - label->used);
        return;
    }
    if (is_exception(v)) return put_error(label, v, level);
    put_object(label, v, level);
}

size_t label_value(Vm *vm, Value v, char *buffer, size_t size) {
    Label label = {.vm = vm, .buffer = buffer, .size = size};
    put_value(&label, v, LABEL_LEVELS);
    return label.used;
}

size_t label_str(Vm *vm, const Str *s, char *buffer, size_t size) {
    Label label = {.vm = vm, .buffer = buffer, .size = size};
    put_text(&label, s, LABEL_CHARS * 2, 0);
    return label.used;
}

size_t label_message(Vm *vm, Value v, char *buffer, size_t size) {
    Label label = {.vm = vm, .buffer = buffer, .size = size};
    if (is_exact(vm, v, T_str))
        put_text(&label, AS(Str, v), LABEL_CHARS * 2, 0);
    else if (v != VALUE_NONE)
        put_value(&label, v, LABEL_LEVELS);
    return label.used;
}

size_t label_error_type(Vm *vm, Value error, char *buffer, size_t size) {
    Label label = {.vm = vm, .buffer = buffer, .size = size};
    const char *name = value_type_name(vm, error), *dot = strrchr(name, '.');
    put_c(&label, dot != NULL ? dot + 1 : name);
    return label.used;
}

/* Its only argument, which is what most exceptions say. */
size_t label_error_text(Vm *vm, Value error, char *buffer, size_t size) {
    if (exception_is_group(vm, error)) return label_message(vm, AS(GroupObj, error)->message, buffer, size);
    Value args = is_exception(error) ? AS(Exception, error)->args : VALUE_NULL;
    if (!is_tuple(args) || AS(Tuple, args)->length != 1) return 0;
    return label_message(vm, AS(Tuple, args)->items[0], buffer, size);
}
