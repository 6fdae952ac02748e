/* str_percent.c: format % args, of text and of bytes: those are Latin-1 text, a byte a character, in between. */
#include "bytes.h"
#include "guard.h"
#include "number.h"
#include "text.h"

typedef struct Percent {
    Vm *vm;
    const Str *format;
    uint32_t at;
    StrBuilder out;
    Value args;         /* as given, borrowed */
    const Tuple *tuple; /* args when it is a tuple */
    uint32_t next;      /* arguments used */
    bool mapping;       /* args can be looked up by key */
    Value keyed;        /* what the last (key) found, owned, or VALUE_NULL */
    bool bytes;         /* the format is bytes */
} Percent;

typedef struct Conversion {
    bool left, plus, space, alternate, zero;
    int64_t width, precision; /* -1: not given */
    uint32_t type;
} Conversion;

/* The next argument, borrowed. */
static Value next_argument(Percent *p) {
    if (p->keyed != VALUE_NULL) {
        p->next = 1; /* behind one with a key none without may stand */
        return p->keyed;
    }
    if (p->tuple != NULL && p->next < p->tuple->length) return p->tuple->items[p->next++];
    if (p->tuple == NULL && p->next == 0) {
        p->next = 1;
        return p->args;
    }
    return raise_error(p->vm, T_TypeError, "not enough arguments for format string");
}

static bool fail(Percent *p, enum type_id type, const char *text) {
    raise_error(p->vm, type, "%s", text);
    return false;
}

static bool more(Percent *p, uint32_t *c) {
    if (p->at >= p->format->length) return fail(p, T_ValueError, "incomplete format");
    *c = str_at(p->format, p->at);
    return true;
}

/* (key): looks it up. */
static bool read_key(Percent *p) {
    if (p->at >= p->format->length || str_at(p->format, p->at) != '(') return true;
    if (!p->mapping) return fail(p, T_TypeError, "format requires a mapping");
    uint32_t start = ++p->at, depth = 1;
    for (; p->at < p->format->length; p->at++) {
        uint32_t c = str_at(p->format, p->at);
        if (c == '(') depth++;
        if (c == ')' && --depth == 0) break;
    }
    if (p->at >= p->format->length) return fail(p, T_ValueError, "incomplete format key");
    Str *text = str_slice(p->vm, (Str *)(uintptr_t)p->format, start, p->at++);
    Value key = text == NULL || !p->bytes ? obj_value(text) : str_encode(p->vm, text, "latin-1", NULL);
    if (p->bytes) obj_release(p->vm, text);
    if (key == VALUE_NULL) return false;
    value_set(p->vm, &p->keyed, object_getitem(p->vm, p->args, key));
    value_release(p->vm, key);
    return p->keyed != VALUE_NULL;
}

static bool read_flags(Percent *p, Conversion *c) {
    uint32_t flag;
    for (; more(p, &flag); p->at++) {
        switch (flag) {
        case '-': c->left = true; break;
        case '+': c->plus = true; break;
        case ' ': c->space = true; break;
        case '#': c->alternate = true; break;
        case '0': c->zero = true; break;
        default: return true;
        }
    }
    return false;
}

/* What a '*' stands for. */
static bool number_argument(Percent *p, int64_t most, int64_t *out) {
    Value v = next_argument(p);
    if (v == VALUE_NULL) return false;
    if (!is_int(v)) return fail(p, T_TypeError, "* wants int");
    if (int_as_int64(v, out) && *out <= most && *out >= -most) return true;
    raise_error(p->vm, T_OverflowError, "Python int too large to convert to C %s",
                most == INT64_MAX ? "ssize_t" : "int");
    return false;
}

/* A number of at most `most`, or '*'. */
static bool read_number(Percent *p, int64_t most, int64_t *out) {
    uint32_t digit;
    if (!more(p, &digit)) return false;
    if (digit == '*') {
        p->at++;
        return number_argument(p, most, out) && more(p, &digit);
    }
    for (; digit >= '0' && digit <= '9';) {
        if (*out > (most - (int64_t)(digit - '0')) / 10) {
            return fail(p, T_ValueError,
                        most == INT64_MAX ? "width too big"
                        : p->bytes        ? "prec too big"
                                          : "precision too big");
        }
        *out = (*out < 0 ? 0 : *out) * 10 + (digit - '0');
        p->at++;
        if (!more(p, &digit)) return false;
    }
    return true;
}

static bool read_conversion(Percent *p, Conversion *c) {
    uint32_t code;
    if (!read_key(p) || !read_flags(p, c) || !read_number(p, INT64_MAX, &c->width)) return false;
    if (c->width < -1) {
        c->left = true;
        c->width = -c->width;
    }
    if (!more(p, &code)) return false;
    if (code == '.') {
        p->at++;
        c->precision = 0;
        if (!more(p, &code) || !read_number(p, INT32_MAX, &c->precision)) return false;
        if (c->precision < 0) c->precision = 0;
    }
    if (!more(p, &code)) return false;
    if (code == 'h' || code == 'l' || code == 'L') p->at++; /* C's length marks mean nothing */
    if (!more(p, &code)) return false;
    c->type = code;
    p->at++;
    return true;
}

/* ---- output */

static void put_text(Percent *p, const Conversion *c, const Str *text) {
    uint32_t length = c->precision >= 0 && c->precision < text->length ? (uint32_t)c->precision : text->length;
    uint32_t padding = c->width > length ? (uint32_t)(c->width - length) : 0;
    if (!c->left) builder_repeat(&p->out, ' ', padding);
    builder_slice(&p->out, text, 0, length);
    if (c->left) builder_repeat(&p->out, ' ', padding);
}

/* Digits, perhaps with '-' first, get sign, prefix, zeros up to `least` digits, padding. */
static void put_number(Percent *p, const Conversion *c, const char *text, size_t length, const char *prefix,
                       int64_t least) {
    bool negative = length > 0 && text[0] == '-';
    if (negative) text++, length--;
    char sign = negative ? '-' : c->plus ? '+' : c->space ? ' ' : 0;
    int64_t zeros = least > (int64_t)length ? least - (int64_t)length : 0;
    int64_t total = (sign != 0) + (int64_t)strlen(prefix) + zeros + (int64_t)length;
    uint32_t padding = c->width > total ? (uint32_t)(c->width - total) : 0;
    if (!c->left && !c->zero) builder_repeat(&p->out, ' ', padding);
    if (sign != 0) builder_char(&p->out, (unsigned char)sign);
    builder_c(&p->out, prefix);
    if (!c->left && c->zero) builder_repeat(&p->out, '0', padding);
    builder_repeat(&p->out, '0', (uint32_t)zeros);
    builder_ascii(&p->out, text, length);
    if (c->left) builder_repeat(&p->out, ' ', padding);
}

static Value latin1_text(Vm *vm, BytesView view) {
    return bytes_decode(vm, VALUE_NONE, view.data, view.length, "latin-1", NULL);
}

/* %s and %b of a bytes format: bytes-like, or __bytes__. */
static Value bytes_argument(Vm *vm, Value v) {
    BytesView view;
    bool found = false;
    if (bytes_like(vm, v, &view)) return latin1_text(vm, view);
    Value made = call_special(vm, v, NAME(vm, __bytes__), NULL, 0, &found);
    if (!found)
        return raise_error(vm, T_TypeError,
                           "%%b requires a bytes-like object, or an object that implements __bytes__, not '%T'", v);
    if (made == VALUE_NULL) return VALUE_NULL;
    Value text = bytes_like(vm, made, &view)
                     ? latin1_text(vm, view)
                     : raise_error(vm, T_TypeError, "__bytes__ returned non-bytes (type %T)", made);
    value_release(vm, made);
    return text;
}

static bool put_as_text(Percent *p, const Conversion *c, Value v) {
    Value text = p->bytes         ? c->type == 's' || c->type == 'b' ? bytes_argument(p->vm, v) : object_ascii(p->vm, v)
                         : c->type == 's' ? object_str(p->vm, v)
                 : c->type == 'r' ? object_repr(p->vm, v)
                                  : object_ascii(p->vm, v);
    if (text == VALUE_NULL) return false;
    put_text(p, c, AS(Str, text));
    value_release(p->vm, text);
    return true;
}

/* The error of a method that gives no int counts as having none. */
static Value unless_type_error(Vm *vm, Value whole, bool *found) {
    *found = whole != VALUE_NULL || !error_matches(vm, T_TypeError);
    if (!*found) error_clear(vm);
    return whole;
}

/* The argument of an integer conversion as an int, owned. */
static Value whole_argument(Percent *p, const Conversion *c, Value v) {
    Vm *vm = p->vm;
    if (is_int(v)) return int_exact(vm, v);
    bool decimal = c->type == 'd' || c->type == 'i' || c->type == 'u', found = false, index = true;
    if (decimal && is_float(v)) return int_from_double(vm, float_value(v));
    if (decimal && !is_str(v)) {
        bool has;
        Value r = call_special(vm, v, NAME(vm, __int__), NULL, 0, &has);
        if (has) r = unless_type_error(vm, number_checked(vm, VALUE_NULL, "__int__", T_int, r), &found);
        if (found) return r;
        index = !has;
    }
    if (index && type_of(vm, v)->slots.as_int != NULL) {
        Value r = unless_type_error(vm, object_index(vm, v), &found);
        if (found) return r;
    }
    const char *wanted = decimal ? "a real number" : "an integer";
    return raise_error(vm, T_TypeError, "%%%c format: %s is required, not %T", (int)c->type, wanted, v);
}

static bool put_whole(Percent *p, const Conversion *c, Value v) {
    Value i = whole_argument(p, c, v);
    if (i == VALUE_NULL) return false;
    int base = c->type == 'o' ? 8 : (c->type | 0x20) == 'x' ? 16 : 10;
    size_t length, size;
    char *text = int_to_text(p->vm, i, base, &length, &size);
    value_release(p->vm, i);
    if (text == NULL) return false;
    const char *prefix = "";
    if (c->alternate && base != 10) prefix = base == 8 ? "0o" : c->type == 'X' ? "0X" : "0x";
    for (size_t n = 0; c->type == 'X' && n < length; n++) {
        if (text[n] >= 'a') text[n] = (char)(text[n] - 32);
    }
    put_number(p, c, text, length, prefix, c->precision);
    mem_free(p->vm->mem, text, size);
    return true;
}

static bool put_float(Percent *p, const Conversion *c, Value v) {
    double d;
    if (!object_as_double(p->vm, v, &d)) {
        if (p->bytes && error_matches(p->vm, T_TypeError)) {
            error_clear(p->vm);
            raise_error(p->vm, T_TypeError, "float argument required, not %T", v);
        }
        return false;
    }
    FloatStyle style = {.type = (char)(c->type | 0x20),
                        .precision = c->precision < 0 ? 6 : (int)c->precision,
                        .alternate = c->alternate,
                        .upper = c->type < 'a'};
    size_t length, size;
    char *text = float_to_text(p->vm, d, &style, &length, &size);
    if (text == NULL) return false;
    put_number(p, c, text, length, "", -1);
    mem_free(p->vm->mem, text, size);
    return true;
}

/* The number for %c, below `end`. -1 with an exception: OverflowError for whatever does not fit. */
static int64_t char_code(Percent *p, Value v, int64_t end) {
    int64_t number = -1;
    Value whole = object_index(p->vm, v);
    if (whole == VALUE_NULL) return -1;
    bool fits = int_as_int64(whole, &number) && number >= 0 && number < end;
    value_release(p->vm, whole);
    if (fits) return number;
    raise_error(p->vm, T_OverflowError, "%%c arg not in range(%s)", end == 256 ? "256" : "0x110000");
    return -1;
}

/* %c of a bytes format: 0..255, or one byte. -1 with an exception. */
static int64_t byte_code(Percent *p, Value v) {
    BytesView view;
    if (bytes_like(p->vm, v, &view)) {
        if (view.length == 1) return view.data[0];
        raise_error(p->vm, T_TypeError,
                    "%%c requires an integer in range(256) or a single byte, not a %T object of length %u", v,
                    view.length);
        return -1;
    }
    if (!is_int(v) && type_of(p->vm, v)->slots.as_int == NULL) {
        raise_error(p->vm, T_TypeError, "%%c requires an integer in range(256) or a single byte, not %T", v);
        return -1;
    }
    return char_code(p, v, 256);
}

static bool put_char(Percent *p, const Conversion *c, Value v) {
    uint32_t code;
    if (p->bytes) {
        int64_t byte = byte_code(p, v);
        if (byte < 0) return false;
        code = (uint32_t)byte;
    } else if (is_str(v)) {
        if (AS(Str, v)->length != 1) {
            raise_error(p->vm, T_TypeError, "%%c requires an int or a unicode character, not a string of length %u",
                        AS(Str, v)->length);
            return false;
        }
        code = str_at(AS(Str, v), 0);
    } else {
        if (!is_int(v) && type_of(p->vm, v)->slots.as_int == NULL) {
            raise_error(p->vm, T_TypeError, "%%c requires an int or a unicode character, not %T", v);
            return false;
        }
        int64_t number = char_code(p, v, 0x110000);
        if (number < 0 && error_matches(p->vm, T_TypeError)) {
            error_clear(p->vm);
            raise_error(p->vm, T_TypeError, "%%c requires an int or a unicode character, not %T", v);
        }
        if (number < 0) return false;
        code = (uint32_t)number;
    }
    uint32_t padding = c->width > 1 ? (uint32_t)c->width - 1 : 0;
    if (!c->left) builder_repeat(&p->out, ' ', padding);
    builder_char(&p->out, code);
    if (c->left) builder_repeat(&p->out, ' ', padding);
    return true;
}

static bool put_argument(Percent *p, const Conversion *c) {
    Value v = next_argument(p);
    if (v == VALUE_NULL) return false;
    if (c->type > 127 || strchr(p->bytes ? "bsradiuoxXeEfFgGc" : "sradiuoxXeEfFgGc", (int)c->type) == NULL) {
        uint32_t shown = c->type > 31 && c->type < 127 ? c->type : '?';
        raise_error(p->vm, T_ValueError, "unsupported format character '%c' (0x%x) at index %u", (int)shown, c->type,
                    p->at - 1);
        return false;
    }
    switch (c->type) {
    case 'b':
    case 's':
    case 'r':
    case 'a': return put_as_text(p, c, v);
    case 'c': return put_char(p, c, v);
    case 'd':
    case 'i':
    case 'u':
    case 'o':
    case 'x':
    case 'X': return put_whole(p, c, v);
    default: return put_float(p, c, v);
    }
}

static bool one_conversion(Percent *p) {
    Conversion c = {.width = -1, .precision = -1};
    uint32_t start = p->at;
    if (!read_conversion(p, &c)) return false;
    bool done = true;
    if (c.type == '%' && p->at == start + 1) { /* with anything between, it is a conversion that there is not */
        builder_char(&p->out, '%');
    } else {
        done = width_fits(p->vm, c.width) && put_argument(p, &c);
    }
    value_clear(p->vm, &p->keyed);
    return done;
}

static bool all_conversions(Percent *p) {
    while (p->at < p->format->length) {
        uint32_t percent = str_next_code(p->format, '%', p->at, p->format->length);
        builder_slice(&p->out, p->format, p->at, percent);
        p->at = percent + 1;
        if (percent < p->format->length && !one_conversion(p)) return false;
    }
    uint32_t given = p->tuple != NULL ? p->tuple->length : 1;
    if (p->next < given && !p->mapping) {
        return fail(p, T_TypeError,
                    p->bytes ? "not all arguments converted during bytes formatting"
                             : "not all arguments converted during string formatting");
    }
    return true;
}

static Value percent(Vm *vm, Percent *p, Value args) {
    p->vm = vm;
    p->args = args;
    p->tuple = is_tuple(args) ? AS(Tuple, args) : NULL;
    p->mapping = p->tuple == NULL && !is_str(args) && type_of(vm, args)->slots.getitem != NULL;
    if (!guard_enter(vm, "")) return VALUE_NULL;
    builder_init(&p->out, vm);
    bool done = all_conversions(p);
    guard_leave(vm);
    value_clear(vm, &p->keyed);
    if (done) return str_value(builder_finish(&p->out));
    builder_drop(&p->out);
    return VALUE_NULL;
}

Value str_percent(Vm *vm, Str *format, Value args) {
    Percent p = {.format = format};
    return percent(vm, &p, args);
}

Value bytes_percent(Vm *vm, Value self, BytesView format, Value args) {
    BytesView view;
    Value text = latin1_text(vm, format);
    if (text == VALUE_NULL) return VALUE_NULL;
    Percent p = {.format = AS(Str, text), .bytes = true};
    bool single = bytes_like(vm, args, &view); /* no mapping, whatever its [] gives */
    Value made = VALUE_NULL;
    Tuple *one = single ? tuple_pack(vm, 1, args) : NULL;
    if (!single || one != NULL) made = percent(vm, &p, single ? obj_value(one) : args);
    obj_release(vm, one);
    value_release(vm, text);
    if (made == VALUE_NULL) return VALUE_NULL;
    Value bytes = str_encode(vm, AS(Str, made), "latin-1", NULL);
    value_release(vm, made);
    if (bytes == VALUE_NULL) return VALUE_NULL;
    Value result = bytes_same_kind(vm, self, AS(Bytes, bytes)->data, AS(Bytes, bytes)->length);
    value_release(vm, bytes);
    return result;
}
