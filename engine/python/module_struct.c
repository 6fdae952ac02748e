/* module_struct.c: the module _struct: values to bytes and back by a format. The guest module struct is around it. */
#include "builtins.h"
#include "bytes.h"
#include "modules.h"
#include "number.h"
#include "vm_state.h"

#include <math.h>

/* A kind of value: its code, its size and alignment as a machine of 64 bits has them, its size in the standard. */
typedef struct Kind {
    char code;
    uint8_t native, standard;
    char kind; /* i signed, u unsigned, f float, z complex, ? bool, c, s, p, x */
} Kind;

static const Kind codes[] = {
    {'x', 1, 1, 'x'}, {'c', 1, 1, 'c'}, {'b', 1, 1, 'i'},   {'B', 1, 1, 'u'}, {'?', 1, 1, '?'}, {'h', 2, 2, 'i'},
    {'H', 2, 2, 'u'}, {'i', 4, 4, 'i'}, {'I', 4, 4, 'u'},   {'l', 8, 4, 'i'}, {'L', 8, 4, 'u'}, {'q', 8, 8, 'i'},
    {'Q', 8, 8, 'u'}, {'n', 8, 0, 'i'}, {'N', 8, 0, 'u'},   {'P', 8, 0, 'u'}, {'e', 2, 2, 'f'}, {'f', 4, 4, 'f'},
    {'d', 8, 8, 'f'}, {'F', 8, 8, 'z'}, {'D', 16, 16, 'z'}, {'s', 1, 1, 's'}, {'p', 1, 1, 'p'},
};

typedef struct Format {
    Vm *vm;
    const char *at, *end;
    bool native, big;
    uint32_t offset; /* behind the last field */
} Format;

typedef struct Field {
    const Kind *code;
    uint32_t count, size, offset; /* size of one value */
} Field;

static Value error(Vm *vm, const char *words) {
    const Module *module = vm->state->module_state[MODULE__struct];
    Value class = dict_get_c(vm, module->dict, "error");
    if (class != VALUE_NULL && is_type(class)) raise_type(vm, AS(Type, class), "%s", words);
    return VALUE_NULL;
}

static Value error_text(Vm *vm, Str *text) { /* takes it over */
    const char *words = text == NULL ? NULL : str_utf8(vm, text, NULL);
    if (words != NULL) error(vm, words);
    obj_release(vm, text);
    return VALUE_NULL;
}

/* ---- formats */

static bool format_open(Vm *vm, Value v, Format *f) {
    BytesView view;
    size_t length;
    const char *text;
    if (is_str(v)) {
        Value plain = AS(Str, v)->ascii ? VALUE_NONE : str_encode(vm, AS(Str, v), "ascii", "strict");
        if (plain != VALUE_NONE) return false;
        text = str_utf8(vm, AS(Str, v), &length);
        if (text == NULL) return false;
    } else if (bytes_like(vm, v, &view)) {
        text = (const char *)view.data;
        length = view.length;
    } else {
        raise_error(vm, T_TypeError, "Struct() argument 1 must be a str or bytes object, not %T", v);
        return false;
    }
    *f = (Format){vm, text, text + length, true, false, 0};
    if (length == 0 || strchr("@=<>!", *text) == NULL || *text == 0) return true;
    f->native = *text == '@';
    f->big = *text == '>' || *text == '!';
    f->at++;
    return true;
}

static bool read_count(Format *f, uint32_t *count) {
    uint64_t n = 0;
    bool given = false;
    for (; f->at < f->end && *f->at >= '0' && *f->at <= '9'; f->at++, given = true) {
        n = n * 10 + (uint64_t)(*f->at - '0');
        if (n > INT32_MAX) return error(f->vm, "total struct size too long") != VALUE_NULL;
    }
    *count = given ? (uint32_t)n : 1;
    if (!given || f->at < f->end) return true;
    return error(f->vm, "repeat count given without format specifier") != VALUE_NULL;
}

static const Kind *find_code(const Format *f, char c) {
    for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++)
        if (codes[i].code == c && (f->native || codes[i].standard > 0)) return &codes[i];
    return NULL;
}

static uint32_t alignment(const Format *f, const Kind *code, uint32_t size) {
    return !f->native ? 1 : code->kind == 'z' ? size / 2 : size;
}

/* The next field: 1, 0 at the end, -1 an error. */
static int format_next(Format *f, Field *field) {
    while (f->at < f->end && strchr(" \t\n\r\f\v", *f->at) != NULL && *f->at != 0) f->at++;
    if (f->at == f->end) return 0;
    if (!read_count(f, &field->count)) return -1;
    field->code = find_code(f, *f->at++);
    if (field->code == NULL) {
        error(f->vm, f->at[-1] == 0 ? "embedded null character" : "bad char in struct format");
        return -1;
    }
    field->size = f->native ? field->code->native : field->code->standard;
    uint32_t align = alignment(f, field->code, field->size);
    uint64_t offset = ((uint64_t)f->offset + align - 1) / align * align,
             end = offset + (uint64_t)field->count * field->size;
    if (end > INT32_MAX) {
        error(f->vm, "total struct size too long");
        return -1;
    }
    field->offset = (uint32_t)offset;
    f->offset = (uint32_t)end;
    return 1;
}

/* How many values a field takes. */
static uint32_t field_values(const Field *field) {
    char kind = field->code->kind;
    return kind == 'x' ? 0 : kind == 's' || kind == 'p' ? 1 : field->count;
}

static bool measure(Vm *vm, Value format, uint32_t *size, uint32_t *values) {
    Format f;
    Field field;
    if (!format_open(vm, format, &f)) return false;
    *values = 0;
    for (;;) {
        int next = format_next(&f, &field);
        if (next < 0) return false;
        if (next == 0) break;
        *values += field_values(&field);
    }
    *size = f.offset;
    return true;
}

/* ---- numbers */

static void put(const Format *f, unsigned char *out, uint32_t size, uint64_t bits) {
    for (uint32_t i = 0; i < size; i++) out[f->big ? size - 1 - i : i] = (unsigned char)(bits >> 8 * i);
}

static uint64_t get(const Format *f, const unsigned char *in, uint32_t size) {
    uint64_t bits = 0;
    for (uint32_t i = 0; i < size; i++) bits = bits << 8 | in[f->big ? i : size - 1 - i];
    return bits;
}

static bool out_of_range(const Format *f, const Field *field) {
    bool is_signed = field->code->kind == 'i';
    uint32_t bits = field->size * 8;
    long long low = is_signed ? -(long long)((1ull << (bits - 1)) - 1) - 1 : 0;
    unsigned long long high = is_signed ? (1ull << (bits - 1)) - 1 : bits == 64 ? ~0ull : (1ull << bits) - 1;
    Value top = int_from_uint64(f->vm, high);
    if (top == VALUE_NULL) return false;
    error_text(f->vm, str_format(f->vm, "'%c' format requires %lld <= number <= %V", field->code->code, low, top));
    value_release(f->vm, top);
    return false;
}

static bool put_int(const Format *f, const Field *field, unsigned char *out, Value v) {
    Vm *vm = f->vm;
    if (!is_int(v) && type_of(vm, v)->slots.as_int == NULL)
        return error(vm, "required argument is not an integer") != VALUE_NULL;
    Value index = object_index(vm, v);
    if (index == VALUE_NULL) return false;
    uint32_t bits = field->size * 8;
    bool fits = int_sign(index) >= 0 ? int_bit_length(index) <= bits - (field->code->kind == 'i') : false;
    if (int_sign(index) < 0 && field->code->kind == 'i') {
        Value flipped = object_unary(vm, UNARY_INVERT, index);
        fits = flipped != VALUE_NULL && int_bit_length(flipped) <= bits - 1;
        value_release(vm, flipped);
    }
    Value low = fits ? int_binary(vm, BINARY_AND, index, value_small(0xFFFFFFFF)) : VALUE_NULL;
    Value high = low != VALUE_NULL ? int_binary(vm, BINARY_RSHIFT, index, value_small(32)) : VALUE_NULL;
    int64_t top = 0;
    bool ok = high != VALUE_NULL && int_as_int64(high, &top);
    if (ok) put(f, out, field->size, (uint64_t)top << 32 | (uint64_t)value_as_small(low));
    value_release(vm, low);
    value_release(vm, high);
    value_release(vm, index);
    return ok || error_is_set(vm) ? ok : out_of_range(f, field);
}

static Value get_int(const Format *f, const Field *field, const unsigned char *in) {
    uint64_t bits = get(f, in, field->size);
    if (field->code->kind == 'u') return int_from_uint64(f->vm, bits);
    uint32_t unused = 64 - field->size * 8;
    return int_from_int64(f->vm, (int64_t)(bits << unused) >> unused);
}

/* A double as a half: round half to even. False: too large. */
bool double_as_half(double d, uint64_t *bits) {
    uint64_t sign = signbit(d) ? 0x8000 : 0;
    int exponent;
    if (isnan(d) || isinf(d)) {
        *bits = sign | (isnan(d) ? 0x7E00u : 0x7C00u);
        return true;
    }
    double fraction = frexp(fabs(d), &exponent) * 2.0;
    exponent = d == 0 ? -15 : exponent - 1;
    if (exponent >= 16) return false;
    double scaled = exponent < -14 ? ldexp(fabs(d), 24) : ldexp(fraction - 1.0, 10);
    uint64_t mantissa = (uint64_t)nearbyint(scaled);
    uint64_t whole = (exponent < -14 ? 0 : (uint64_t)(exponent + 15) << 10) + mantissa;
    *bits = sign | whole;
    return whole < 0x7C00;
}

double double_of_half(uint64_t bits) {
    int exponent = (int)(bits >> 10 & 31);
    double mantissa = (double)(bits & 0x3FF), d;
    if (exponent == 31)
        d = mantissa == 0 ? INFINITY : NAN;
    else
        d = exponent == 0 ? ldexp(mantissa, -24) : ldexp(1.0 + mantissa / 1024, exponent - 15);
    return bits & 0x8000 ? -d : d;
}

static bool put_double(const Format *f, unsigned char *out, uint32_t size, double d, char code) {
    uint64_t bits = 0;
    bool fits = true;
    if (size == 8) {
        memcpy(&bits, &d, 8);
    } else if (size == 4) {
        float narrow = (float)d;
        uint32_t word;
        memcpy(&word, &narrow, 4);
        bits = word;
        fits = f->native || isinf(d) || !isinf(narrow); /* nu_float casts */
    } else {
        fits = double_as_half(d, &bits);
    }
    put(f, out, size, bits);
    if (!fits) raise_error(f->vm, T_OverflowError, "float too large to pack with %c format", code);
    return fits;
}

static double get_double(const Format *f, const unsigned char *in, uint32_t size) {
    uint64_t bits = get(f, in, size);
    double d;
    float narrow;
    if (size == 2) return double_of_half(bits);
    if (size == 4) {
        uint32_t word = (uint32_t)bits;
        memcpy(&narrow, &word, 4);
        return narrow;
    }
    memcpy(&d, &bits, 8);
    return d;
}

static bool put_float(const Format *f, const Field *field, unsigned char *out, Value v) {
    double d;
    if (!object_as_double(f->vm, v, &d)) {
        error_clear(f->vm);
        return error(f->vm, "required argument is not a float") != VALUE_NULL;
    }
    return put_double(f, out, field->size, d, field->code->code);
}

static bool put_complex(const Format *f, const Field *field, unsigned char *out, Value v) {
    double real, imag = 0;
    if (is_complex(f->vm, v)) {
        real = AS(Complex, v)->real;
        imag = AS(Complex, v)->imag;
    } else if (!object_as_double(f->vm, v, &real)) {
        if (!error_matches(f->vm, T_TypeError)) return false;
        error_clear(f->vm);
        return error(f->vm, "required argument is not a complex") != VALUE_NULL;
    }
    uint32_t half = field->size / 2;
    return put_double(f, out, half, real, 'f') && put_double(f, out + half, half, imag, 'f');
}

/* ---- texts */

static bool put_bytes(const Format *f, const Field *field, unsigned char *out, Value v) {
    char kind = field->code->kind;
    BytesView view;
    bool fits = bytes_like(f->vm, v, &view) &&
                (is_exact(f->vm, v, T_bytes) || has_flag(v, TYPE_IS_BYTES) || is_bytearray(f->vm, v));
    if (kind == 'c') {
        if (!fits || view.length != 1)
            return error(f->vm, "char format requires a bytes object of length 1") != VALUE_NULL;
        *out = view.data[0];
        return true;
    }
    if (!fits)
        return error(f->vm, kind == 's' ? "argument for 's' must be a bytes object"
                                        : "argument for 'p' must be a bytes object") != VALUE_NULL;
    uint32_t room = field->count, skip = kind == 'p' && room > 0 ? 1 : 0;
    uint32_t n = view.length < room - skip ? view.length : room - skip;
    if (skip) *out = (unsigned char)(n > 255 ? 255 : n);
    if (n > 0) memcpy(out + skip, view.data, n);
    return true;
}

static bool put_value(const Format *f, const Field *field, unsigned char *out, Value v) {
    int truth;
    switch (field->code->kind) {
    case 'i':
    case 'u': return put_int(f, field, out, v);
    case 'f': return put_float(f, field, out, v);
    case 'z': return put_complex(f, field, out, v);
    case '?':
        truth = object_truth(f->vm, v);
        *out = truth > 0;
        return truth >= 0;
    default: return put_bytes(f, field, out, v);
    }
}

static Value get_value(const Format *f, const Field *field, const unsigned char *in) {
    uint32_t half = field->size / 2, n;
    switch (field->code->kind) {
    case 'i':
    case 'u': return get_int(f, field, in);
    case 'f': return float_new(f->vm, get_double(f, in, field->size));
    case 'z': return complex_new(f->vm, get_double(f, in, half), get_double(f, in + half, half));
    case '?': return value_bool(*in != 0);
    case 'c': return obj_value(bytes_new(f->vm, in, 1));
    case 's': return obj_value(bytes_new(f->vm, in, field->count));
    default:
        n = field->count == 0 ? 0 : in[0];
        if (n >= field->count) n = field->count == 0 ? 0 : field->count - 1;
        return obj_value(bytes_new(f->vm, in + 1, n));
    }
}

/* ---- functions */

static NATIVE(struct_calcsize) {
    UNUSED_ARGS;
    uint32_t size, values;
    return measure(vm, args[0], &size, &values) ? value_small(size) : VALUE_NULL;
}

static bool pack_fields(Format *f, unsigned char *out, const Value *values) {
    Field field;
    for (int next; (next = format_next(f, &field)) != 0;) {
        if (next < 0) return false;
        for (uint32_t i = 0; i < field_values(&field); i++)
            if (!put_value(f, &field, out + field.offset + i * field.size, *values++)) return false;
    }
    return true;
}

/* pack(format, values: a tuple, name of who asks) -> bytes */
static NATIVE(struct_pack) {
    UNUSED_ARGS;
    uint32_t size, count;
    Format f;
    if (!is_tuple(args[1]) || !is_str(args[2])) return raise_error(vm, T_TypeError, "a tuple and a str are needed");
    if (!measure(vm, args[0], &size, &count)) return VALUE_NULL;
    const Tuple *values = AS(Tuple, args[1]);
    if (values->length != count)
        return error_text(vm,
                          str_format(vm, "%V expected %u items for packing (got %u)", args[2], count, values->length));
    Bytes *out = bytes_new(vm, NULL, size);
    if (out == NULL) return VALUE_NULL;
    if (size > 0) memset(out->data, 0, size);
    if (format_open(vm, args[0], &f) && pack_fields(&f, out->data, values->items)) return obj_value(out);
    obj_release(vm, out);
    return VALUE_NULL;
}

/* unpack(format, bytes, offset) -> tuple. The bytes are enough. */
static NATIVE(struct_unpack) {
    UNUSED_ARGS;
    uint32_t size, count, at = 0;
    int64_t offset;
    BytesView view;
    Format f;
    Field field;
    if (!measure(vm, args[0], &size, &count) || !object_as_int64(vm, args[2], &offset)) return VALUE_NULL;
    if (!bytes_like_or_raise(vm, args[1], &view)) return VALUE_NULL;
    if (offset < 0 || offset + size > view.length) return raise_error(vm, T_ValueError, "not enough bytes");
    Tuple *values = tuple_new(vm, count);
    bool ok = values != NULL && format_open(vm, args[0], &f);
    for (int next; ok && (next = format_next(&f, &field)) != 0;) {
        for (uint32_t i = 0; ok && next > 0 && i < field_values(&field); i++) {
            values->items[at] = get_value(&f, &field, view.data + offset + field.offset + i * field.size);
            ok = values->items[at++] != VALUE_NULL;
        }
    }
    if (ok) return obj_value(values);
    obj_release(vm, values);
    return VALUE_NULL;
}

static const MethodDef struct_functions[] = {
    {"calcsize", struct_calcsize, 1, 1, false, METHOD_PLAIN, NULL},
    {"pack", struct_pack, 3, 3, false, METHOD_PLAIN, NULL},
    {"unpack", struct_unpack, 3, 3, false, METHOD_PLAIN, NULL},
    {0},
};

Value module_init__struct(Vm *vm) {
    Module *m = module_new(vm, "_struct");
    vm->state->module_state[MODULE__struct] = m;
    if (m != NULL && module_add_functions(vm, m, struct_functions)) return obj_value(m);
    obj_release(vm, m);
    return VALUE_NULL;
}
