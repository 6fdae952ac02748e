/* str_format.c: "...".format(...) and format_map. */
#include "text.h"

typedef struct Formatter {
    Vm *vm;
    const Value *args;
    uint32_t nargs;
    Tuple *kwnames;
    Value mapping;   /* format_map's argument, or VALUE_NULL */
    int64_t counter; /* next automatic number */
    enum { NUMBERS_OPEN, NUMBERS_AUTOMATIC, NUMBERS_MANUAL } numbering;
} Formatter;

/* One replacement field: places in the format string. */
typedef struct Field {
    uint32_t name_start, name_end, spec_start, spec_end, conversion;
    bool nested;
} Field;

static bool fail(Formatter *f, const char *text) {
    raise_error(f->vm, T_ValueError, "%s", text);
    return false;
}

/* ---- names */

/* -1: no number; false: too large. */
static bool name_number(Formatter *f, const Str *s, uint32_t start, uint32_t end, int64_t *out) {
    *out = start == end ? -1 : 0;
    for (uint32_t i = start; i < end; i++) {
        uint32_t c = str_at(s, i);
        if (c < '0' || c > '9') {
            *out = -1;
            return true;
        }
        if (*out > (INT64_MAX - 9) / 10) return fail(f, "Too many decimal digits in format string");
        *out = *out * 10 + (c - '0');
    }
    return true;
}

static bool set_numbering(Formatter *f, bool automatic) {
    if (f->numbering == NUMBERS_OPEN) f->numbering = automatic ? NUMBERS_AUTOMATIC : NUMBERS_MANUAL;
    if (automatic == (f->numbering == NUMBERS_AUTOMATIC)) return true;
    return fail(f, automatic ? "cannot switch from manual field specification to automatic field numbering"
                             : "cannot switch from automatic field numbering to manual field specification");
}

static Value positional(Formatter *f, int64_t index) {
    if (f->mapping != VALUE_NULL) {
        return raise_error(f->vm, T_ValueError, "Format string contains positional fields");
    }
    if (index < f->nargs) return value_retain(f->args[index]);
    return raise_error(f->vm, T_IndexError, "Replacement index %lld out of range for positional args tuple",
                       (long long)index);
}

static Value named(Formatter *f, Str *key) {
    if (f->mapping != VALUE_NULL) return object_getitem(f->vm, f->mapping, obj_value(key));
    for (uint32_t i = 0; f->kwnames != NULL && i < f->kwnames->length; i++) {
        if (str_equal(AS(Str, f->kwnames->items[i]), key)) return value_retain(f->args[f->nargs + i]);
    }
    return raise_key_error(f->vm, obj_value(key));
}

/* The object a field begins with. */
static Value first_object(Formatter *f, Str *s, uint32_t start, uint32_t end) {
    int64_t index;
    if (!name_number(f, s, start, end, &index)) return VALUE_NULL;
    bool automatic = start == end;
    if (automatic || index >= 0) {
        if (!set_numbering(f, automatic)) return VALUE_NULL;
        return positional(f, automatic ? f->counter++ : index);
    }
    Str *key = str_slice(f->vm, s, start, end);
    if (key == NULL) return VALUE_NULL;
    Value v = named(f, key);
    obj_release(f->vm, key);
    return v;
}

static Value take_attribute(Formatter *f, Value v, Str *s, uint32_t start, uint32_t end) { /* takes v over */
    Str *name = str_slice(f->vm, s, start, end);
    Value r = name == NULL ? VALUE_NULL : object_getattr(f->vm, v, name);
    obj_release(f->vm, name);
    value_release(f->vm, v);
    return r;
}

static Value take_item(Formatter *f, Value v, Str *s, uint32_t start, uint32_t end) { /* takes v over */
    int64_t index;
    Value key = VALUE_NULL, r = VALUE_NULL;
    if (name_number(f, s, start, end, &index)) {
        key = index >= 0 ? int_from_int64(f->vm, index) : str_value(str_slice(f->vm, s, start, end));
    }
    if (key != VALUE_NULL) r = object_getitem(f->vm, v, key);
    value_release(f->vm, key);
    value_release(f->vm, v);
    return r;
}

static Value give_up(Formatter *f, Value v, const char *text) { /* takes v over */
    value_release(f->vm, v);
    return raise_error(f->vm, T_ValueError, "%s", text);
}

/* name.attribute[item]... */
static Value field_object(Formatter *f, Str *s, uint32_t at, uint32_t end) {
    uint32_t start = at;
    while (at < end && str_at(s, at) != '.' && str_at(s, at) != '[') at++;
    Value v = first_object(f, s, start, at);
    while (v != VALUE_NULL && at < end) {
        uint32_t c = str_at(s, at++);
        start = at;
        if (c == '.') {
            while (at < end && str_at(s, at) != '.' && str_at(s, at) != '[') at++;
            v = at == start ? give_up(f, v, "Empty attribute in format string") : take_attribute(f, v, s, start, at);
        } else if (c == '[') {
            at = str_next_code(s, ']', at, end);
            if (at == end) return give_up(f, v, "Missing ']' in format string");
            v = at == start ? give_up(f, v, "Empty attribute in format string") : take_item(f, v, s, start, at);
            at++;
        } else {
            return give_up(f, v, "Only '.' or '[' may follow ']' in format field specifier");
        }
    }
    return v;
}

/* ---- fields */

/* *at stands behind '{'; afterwards behind the closing '}'. */
static bool read_name(Formatter *f, const Str *s, uint32_t *at, uint32_t end, Field *field, uint32_t *closer) {
    field->name_start = *at;
    *closer = 0;
    while (*at < end) {
        uint32_t c = str_at(s, (*at)++);
        if (c == '{') return fail(f, "unexpected '{' in field name");
        if (c == '[') *at = str_next_code(s, ']', *at, end);
        if (c == '}' || c == ':' || c == '!') {
            *closer = c;
            break;
        }
    }
    if (*closer == 0) return fail(f, "expected '}' before end of string");
    field->name_end = *at - 1;
    return true;
}

static bool read_spec(Formatter *f, const Str *s, uint32_t *at, uint32_t end, Field *field) {
    field->spec_start = *at;
    for (uint32_t depth = 1; *at < end;) {
        uint32_t c = str_at(s, (*at)++);
        if (c == '{') {
            field->nested = true;
            depth++;
        } else if (c == '}' && --depth == 0) {
            field->spec_end = *at - 1;
            return true;
        }
    }
    return fail(f, "unmatched '{' in format spec");
}

static bool read_field(Formatter *f, const Str *s, uint32_t *at, uint32_t end, Field *field) {
    uint32_t closer;
    if (!read_name(f, s, at, end, field, &closer)) return false;
    if (closer == '}') return true;
    if (closer == '!') {
        if (*at >= end) return fail(f, "end of string while looking for conversion specifier");
        field->conversion = str_at(s, (*at)++);
        if (*at < end) {
            uint32_t c = str_at(s, (*at)++);
            if (c == '}') return true;
            if (c != ':') return fail(f, "expected ':' after conversion specifier");
        }
    }
    return read_spec(f, s, at, end, field);
}

static Str *format_part(Formatter *f, Str *s, uint32_t start, uint32_t end, int depth);

static Value convert(Formatter *f, Value v, uint32_t conversion) { /* takes v over */
    Value r = VALUE_NULL;
    switch (conversion) {
    case 0: return v;
    case 's': r = object_str(f->vm, v); break;
    case 'r': r = object_repr(f->vm, v); break;
    case 'a': r = object_ascii(f->vm, v); break;
    default:
        if (conversion > 32 && conversion < 127) {
            raise_error(f->vm, T_ValueError, "Unknown conversion specifier %c", (int)conversion);
        } else {
            raise_error(f->vm, T_ValueError, "Unknown conversion specifier \\x%x", conversion);
        }
    }
    value_release(f->vm, v);
    return r;
}

static bool put_formatted(Formatter *f, StrBuilder *b, Value v, Str *spec) {
    if (spec->length == 0 && is_exact(f->vm, v, T_str)) {
        builder_str(b, AS(Str, v));
        return true;
    }
    Value text = object_format(f->vm, v, spec);
    if (text == VALUE_NULL) return false;
    builder_str(b, AS(Str, text));
    value_release(f->vm, text);
    return true;
}

static bool put_field(Formatter *f, StrBuilder *b, Str *s, const Field *field, int depth) {
    Value v = field_object(f, s, field->name_start, field->name_end);
    if (v != VALUE_NULL) v = convert(f, v, field->conversion);
    if (v == VALUE_NULL) return false;
    Str *spec = field->nested ? format_part(f, s, field->spec_start, field->spec_end, depth - 1)
                              : str_slice(f->vm, s, field->spec_start, field->spec_end);
    bool done = spec != NULL && put_formatted(f, b, v, spec);
    obj_release(f->vm, spec);
    value_release(f->vm, v);
    return done;
}

/* Literal text up to the next field; *field_follows. */
static bool put_literal(Formatter *f, StrBuilder *b, const Str *s, uint32_t *at, uint32_t end, bool *field_follows) {
    uint32_t start = *at, c = 0;
    *field_follows = false;
    while (*at < end && (c = str_at(s, *at)) != '{' && c != '}') (*at)++;
    builder_slice(b, s, start, *at);
    if (*at >= end) return true;
    bool last = ++*at >= end, doubled = !last && str_at(s, *at) == c;
    if (c == '}' && !doubled) return fail(f, "Single '}' encountered in format string");
    if (last) return fail(f, "Single '{' encountered in format string");
    if (doubled) {
        builder_char(b, c);
        (*at)++;
    }
    *field_follows = !doubled;
    return true;
}

static Str *format_part(Formatter *f, Str *s, uint32_t start, uint32_t end, int depth) {
    if (depth <= 0) {
        fail(f, "Max string recursion exceeded");
        return NULL;
    }
    StrBuilder b;
    builder_init(&b, f->vm);
    for (uint32_t at = start; at < end;) {
        bool field_follows;
        Field field = {0};
        if (!put_literal(f, &b, s, &at, end, &field_follows) ||
            (field_follows && (!read_field(f, s, &at, end, &field) || !put_field(f, &b, s, &field, depth)))) {
            builder_drop(&b);
            return NULL;
        }
    }
    return builder_finish(&b);
}

Value str_format_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    Formatter f = {.vm = vm, .args = args, .nargs = nargs, .kwnames = kwnames};
    return str_value(format_part(&f, AS(Str, self), 0, AS(Str, self)->length, 2));
}

Value str_format_map_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs, (void)kwnames;
    Formatter f = {.vm = vm, .mapping = args[0]};
    return str_value(format_part(&f, AS(Str, self), 0, AS(Str, self)->length, 2));
}
