/* format_spec.c: the format mini-language for str, int and float, and its errors in CPython's words. */
#include "number.h"
#include "text.h"

/* ---- parsing */

static bool is_alignment(uint32_t c) {
    return c == '<' || c == '>' || c == '=' || c == '^';
}

/* Digits at *at; -1 when there are none. False: too many. */
static bool parse_digits(Vm *vm, const Str *text, uint32_t *at, int64_t *out) {
    *out = -1;
    while (*at < text->length) {
        uint32_t c = str_at(text, *at);
        if (c < '0' || c > '9') break;
        if (*out > (INT64_MAX - (int64_t)(c - '0')) / 10) {
            raise_error(vm, T_ValueError, "Too many decimal digits in format string");
            return false;
        }
        *out = (*out < 0 ? 0 : *out) * 10 + (c - '0');
        (*at)++;
    }
    return true;
}

static bool raise_both(Vm *vm) {
    raise_error(vm, T_ValueError, "Cannot specify both ',' and '_'.");
    return false;
}

static bool take(const Str *text, uint32_t *at, uint32_t c) {
    if (*at >= text->length || str_at(text, *at) != c) return false;
    (*at)++;
    return true;
}

static bool parse_separators(Vm *vm, const Str *text, uint32_t *at, char *out) {
    if (take(text, at, ',')) *out = ',';
    if (take(text, at, '_')) {
        if (*out != 0) return raise_both(vm);
        *out = '_';
    }
    if (*at < text->length && str_at(text, *at) == ',' && *out == '_') return raise_both(vm);
    return true;
}

static void parse_alignment(const Str *text, uint32_t *at, FormatSpec *spec, bool *fill_given, bool *align_given) {
    *fill_given = *align_given = false;
    if (text->length >= 2 && is_alignment(str_at(text, 1))) {
        spec->fill = str_at(text, 0);
        spec->align = (char)str_at(text, 1);
        *fill_given = *align_given = true;
        *at = 2;
    } else if (text->length >= 1 && is_alignment(str_at(text, 0))) {
        spec->align = (char)str_at(text, 0);
        *align_given = true;
        *at = 1;
    }
}

static void parse_flags(const Str *text, uint32_t *at, FormatSpec *spec, bool numeric) {
    bool fill_given, align_given;
    parse_alignment(text, at, spec, &fill_given, &align_given);
    if (*at < text->length) {
        uint32_t c = str_at(text, *at);
        if (c == '+' || c == '-' || c == ' ') {
            spec->sign = (char)c;
            (*at)++;
        }
    }
    if (take(text, at, 'z')) spec->no_negative_zero = true;
    if (take(text, at, '#')) spec->alternate = true;
    if (!fill_given && take(text, at, '0')) {
        spec->fill = '0';
        if (!align_given && numeric) spec->align = '=';
    }
}

static bool parse_precision(Vm *vm, const Str *text, uint32_t *at, FormatSpec *spec) {
    if (!take(text, at, '.')) return true;
    uint32_t start = *at;
    if (!parse_digits(vm, text, at, &spec->precision)) return false;
    if (!parse_separators(vm, text, at, &spec->fraction_thousands)) return false;
    if (*at > start) return true;
    raise_error(vm, T_ValueError, "Format specifier missing precision");
    return false;
}

static bool raise_separator(Vm *vm, char separator, uint32_t type) {
    if (type > 32 && type < 128) {
        raise_error(vm, T_ValueError, "Cannot specify '%c' with '%c'.", separator, (int)type);
    } else {
        raise_error(vm, T_ValueError, "Cannot specify '%c' with '\\x%x'.", separator, type);
    }
    return false;
}

static bool separator_fits(Vm *vm, const FormatSpec *spec) {
    if (spec->thousands == 0) return true;
    if (spec->type < 128 && spec->type != 0) {
        if (strchr("defgEFG%", (int)spec->type) != NULL) return true;
        if (spec->thousands == '_' && strchr("boxX", (int)spec->type) != NULL) return true;
    }
    return spec->type == 0 || raise_separator(vm, spec->thousands, spec->type);
}

bool format_spec_parse(Vm *vm, Value v, const Str *text, uint32_t type, char align, FormatSpec *spec) {
    *spec = (FormatSpec){.fill = ' ', .align = align, .width = -1, .precision = -1, .type = type};
    uint32_t at = 0;
    parse_flags(text, &at, spec, align == '>');
    if (!parse_digits(vm, text, &at, &spec->width)) return false;
    if (!parse_separators(vm, text, &at, &spec->thousands)) return false;
    if (!parse_precision(vm, text, &at, spec)) return false;
    if (text->length - at > 1) {
        raise_error(vm, T_ValueError, "Invalid format specifier '%S' for object of type '%T'", text, v);
        return false;
    }
    if (at < text->length) spec->type = str_at(text, at);
    if (!separator_fits(vm, spec)) return false;
    if (spec->type != 'n' || spec->fraction_thousands == 0) return true;
    return raise_separator(vm, spec->fraction_thousands, spec->type);
}

Value raise_format_code(Vm *vm, uint32_t type, Value v) {
    if (type > 32 && type < 128) {
        return raise_error(vm, T_ValueError, "Unknown format code '%c' for object of type '%T'", (int)type, v);
    }
    return raise_error(vm, T_ValueError, "Unknown format code '\\x%x' for object of type '%T'", type, v);
}

/* ---- strings */

static bool string_spec_good(Vm *vm, const FormatSpec *spec, Value v) {
    const char *bad = NULL;
    if (spec->type != 's') {
        raise_format_code(vm, spec->type, v);
        return false;
    }
    if (spec->sign != 0) {
        bad = spec->sign == ' ' ? "Space not allowed in string format specifier"
                                : "Sign not allowed in string format specifier";
    } else if (spec->no_negative_zero) {
        bad = "Negative zero coercion (z) not allowed in string format specifier";
    } else if (spec->alternate) {
        bad = "Alternate form (#) not allowed in string format specifier";
    } else if (spec->align == '=') {
        bad = "'=' alignment not allowed in string format specifier";
    }
    if (bad != NULL) raise_error(vm, T_ValueError, "%s", bad);
    return bad == NULL;
}

bool width_fits(Vm *vm, int64_t width) {
    if (width <= INT32_MAX) return true;
    raise_no_memory(vm);
    return false;
}

static void paddings(const FormatSpec *spec, int64_t length, uint32_t *left, uint32_t *right) {
    int64_t free_space = spec->width > length ? spec->width - length : 0;
    int64_t before = spec->align == '>' ? free_space : spec->align == '^' ? free_space / 2 : 0;
    *left = (uint32_t)before;
    *right = (uint32_t)(free_space - before);
}

static Value format_string(Vm *vm, Value v, const Str *text) {
    FormatSpec spec;
    Str *s = AS(Str, v);
    if (!format_spec_parse(vm, v, text, 's', '<', &spec) || !string_spec_good(vm, &spec, v)) return VALUE_NULL;
    if (!width_fits(vm, spec.width)) return VALUE_NULL;
    uint32_t length = spec.precision >= 0 && spec.precision < s->length ? (uint32_t)spec.precision : s->length;
    if (spec.width <= length && length == s->length) return value_retain(v); /* of a subclass, too */
    if (spec.width <= length) return str_value(str_slice(vm, s, 0, length));
    uint32_t left, right;
    paddings(&spec, length, &left, &right);
    StrBuilder b;
    builder_init(&b, vm);
    builder_repeat(&b, spec.fill, left);
    builder_slice(&b, s, 0, length);
    builder_repeat(&b, spec.fill, right);
    return str_value(builder_finish(&b));
}

/* ---- numbers */

/* How many zeros before `digits` digits make them, in groups of `size`, at least `least` characters wide. */
static int64_t grouped_zeros(int64_t digits, int64_t least, int64_t size) {
    if (digits + (digits - 1) / size >= least) return 0;
    int64_t rest = least % (size + 1);
    /* a separator never comes first, so a rest of 0 takes one digit more */
    return least / (size + 1) * size + (rest == 0 ? 1 : rest) - digits;
}

static void put_grouped(StrBuilder *b, const char *digits, int64_t count, int64_t zeros, char separator, int64_t size) {
    int64_t total = count + zeros;
    for (int64_t i = 0; i < total; i++) {
        if (separator != 0 && i != 0 && (total - i) % size == 0) builder_char(b, (unsigned char)separator);
        builder_char(b, i < zeros ? '0' : (unsigned char)digits[i - zeros]);
    }
}

/* The fraction's digits, in groups of three from the point. */
static void put_rest(StrBuilder *b, const char *rest, int64_t length, char separator) {
    int64_t i = 0;
    if (separator != 0 && length > 0 && rest[0] == '.') {
        builder_char(b, '.');
        for (i = 1; i < length && rest[i] >= '0' && rest[i] <= '9'; i++) {
            if (i > 1 && (i - 1) % 3 == 0) builder_char(b, (unsigned char)separator);
            builder_char(b, (unsigned char)rest[i]);
        }
    }
    builder_ascii(b, rest + i, (size_t)(length - i));
}

static int64_t rest_length(const char *rest, int64_t length, char separator) {
    if (separator == 0 || length == 0 || rest[0] != '.') return length;
    int64_t digits = 0;
    while (digits + 1 < length && rest[digits + 1] >= '0' && rest[digits + 1] <= '9') digits++;
    return length + (digits > 0 ? (digits - 1) / 3 : 0);
}

static bool is_whole_digit(char c, bool hex) {
    return (c >= '0' && c <= '9') || (hex && ((c | 0x20) >= 'a' && (c | 0x20) <= 'f'));
}

void format_number(StrBuilder *b, const FormatSpec *spec, const char *text, size_t length, const char *prefix) {
    bool negative = length > 0 && text[0] == '-', hex = spec->type == 'x' || spec->type == 'X';
    if (negative) text++, length--;
    char sign = negative ? '-' : spec->sign == '+' || spec->sign == ' ' ? spec->sign : 0;
    int64_t whole = 0, total = (int64_t)length, size = hex || spec->type == 'b' || spec->type == 'o' ? 4 : 3;
    while (whole < total && is_whole_digit(text[whole], hex)) whole++;
    char separator = whole == 0 ? 0 : spec->thousands; /* inf and nan have no digits to group */
    int64_t rest = rest_length(text + whole, total - whole, spec->fraction_thousands);
    int64_t outside = (sign != 0) + (int64_t)strlen(prefix) + rest, zeros = 0;
    if (spec->fill == '0' && spec->align == '=' && separator != 0) {
        zeros = grouped_zeros(whole, spec->width - outside, size);
    }
    int64_t digits = whole + zeros + (separator != 0 ? (whole + zeros - 1) / size : 0);
    uint32_t left, right;
    paddings(spec, outside + digits, &left, &right);
    if (spec->align != '=') builder_repeat(b, spec->fill, left);
    if (sign != 0) builder_char(b, (unsigned char)sign);
    builder_c(b, prefix);
    if (spec->align == '=') builder_repeat(b, spec->fill, right);
    put_grouped(b, text, whole, zeros, separator, size);
    put_rest(b, text + whole, total - whole, spec->fraction_thousands);
    if (spec->align != '=') builder_repeat(b, spec->fill, right);
}

static Value number_result(Vm *vm, const FormatSpec *spec, char *text, size_t length, size_t size, const char *prefix) {
    StrBuilder b;
    builder_init(&b, vm);
    bool fits = width_fits(vm, spec->width);
    if (fits) format_number(&b, spec, text, length, prefix);
    mem_free(vm->mem, text, size);
    if (!fits) return VALUE_NULL;
    return str_value(builder_finish(&b));
}

/* ---- floats */

/* -0.00 and its like lose their sign when 'z' asks for it. */
static void drop_negative_zero(char *text, size_t *length) {
    if (*length == 0 || text[0] != '-') return;
    for (size_t i = 1; i < *length && (text[i] | 0x20) != 'e'; i++) {
        if (text[i] != '0' && text[i] != '.') return;
    }
    memmove(text, text + 1, --*length);
}

char *format_float_text(Vm *vm, double d, const FormatSpec *spec, size_t *length, size_t *size) {
    FloatStyle style = {.precision = spec->precision < 0 ? 6 : (int)spec->precision, .alternate = spec->alternate};
    uint32_t type = spec->type == 'n' ? 'g' : spec->type;
    if (type == 0) {
        style.type = spec->precision < 0 ? 'r' : 'g';
        style.add_point_zero = true;
        if (spec->precision < 0) style.precision = 0;
    } else if (type == '%') {
        style.type = 'f';
        d *= 100;
    } else {
        style.upper = type < 'a';
        style.type = (char)(type | 0x20);
    }
    char *text = float_to_text(vm, d, &style, length, size);
    if (text == NULL) return NULL;
    if (spec->no_negative_zero) drop_negative_zero(text, length);
    if (type == '%') text[(*length)++] = '%'; /* float_to_text leaves room */
    return text;
}

static bool is_float_type(uint32_t type) {
    return type != 0 && type < 128 && strchr("eEfFgG%", (int)type) != NULL;
}

static Value format_double(Vm *vm, double d, const FormatSpec *spec) {
    if (spec->precision > INT32_MAX) return raise_error(vm, T_ValueError, "precision too big");
    size_t length, size;
    char *text = format_float_text(vm, d, spec, &length, &size);
    return text == NULL ? VALUE_NULL : number_result(vm, spec, text, length, size, "");
}

static Value format_float(Vm *vm, Value v, const Str *text) {
    FormatSpec spec;
    if (!format_spec_parse(vm, v, text, 0, '>', &spec)) return VALUE_NULL;
    if (spec.type != 0 && spec.type != 'n' && !is_float_type(spec.type)) return raise_format_code(vm, spec.type, v);
    return format_double(vm, float_value(v), &spec);
}

/* ---- ints */

static Value format_char(Vm *vm, Value v, FormatSpec *spec) {
    int64_t code;
    if (spec->sign != 0) {
        return raise_error(vm, T_ValueError, "Sign not allowed with integer format specifier 'c'");
    }
    if (spec->alternate) {
        return raise_error(vm, T_ValueError, "Alternate form (#) not allowed with integer format specifier 'c'");
    }
    if (!int_as_int64(v, &code)) {
        return raise_error(vm, T_OverflowError, "Python int too large to convert to C long");
    }
    if (code < 0 || code > 0x10FFFF) {
        return raise_error(vm, T_OverflowError, "%%c arg not in range(0x110000)");
    }
    StrBuilder b;
    uint32_t left, right;
    if (!width_fits(vm, spec->width)) return VALUE_NULL;
    paddings(spec, 1, &left, &right);
    builder_init(&b, vm);
    if (spec->align == '=') left = right, right = 0;
    builder_repeat(&b, spec->fill, left);
    builder_char(&b, (uint32_t)code);
    builder_repeat(&b, spec->fill, right);
    return str_value(builder_finish(&b));
}

static Value format_whole(Vm *vm, Value v, FormatSpec *spec) {
    if (spec->precision >= 0) {
        return raise_error(vm, T_ValueError, "Precision not allowed in integer format specifier");
    }
    if (spec->no_negative_zero) {
        return raise_error(vm, T_ValueError, "Negative zero coercion (z) not allowed in integer format specifier");
    }
    if (spec->type == 'c') return format_char(vm, v, spec);
    size_t length, size;
    int base = spec->type == 'b' ? 2 : spec->type == 'o' ? 8 : (spec->type | 0x20) == 'x' ? 16 : 10;
    char *text = int_to_text(vm, v, base, &length, &size);
    if (text == NULL) return VALUE_NULL;
    const char *prefix = "";
    if (spec->alternate && base != 10) prefix = base == 2 ? "0b" : base == 8 ? "0o" : spec->type == 'X' ? "0X" : "0x";
    for (size_t i = 0; spec->type == 'X' && i < length; i++) {
        if (text[i] >= 'a') text[i] = (char)(text[i] - 32);
    }
    return number_result(vm, spec, text, length, size, prefix);
}

static Value format_int(Vm *vm, Value v, const Str *text) {
    FormatSpec spec;
    if (!format_spec_parse(vm, v, text, 'd', '>', &spec)) return VALUE_NULL;
    if (is_float_type(spec.type)) {
        double d;
        return number_as_double(vm, v, &d) < 0 ? VALUE_NULL : format_double(vm, d, &spec);
    }
    if (spec.type == 0 || spec.type > 127 || strchr("bcdoxXn", (int)spec.type) == NULL) {
        return raise_format_code(vm, spec.type, v);
    }
    return format_whole(vm, v, &spec);
}

Value format_value(Vm *vm, Value v, Str *spec) {
    if (spec == NULL || spec->length == 0) return object_str(vm, v);
    if (is_str(v)) return format_string(vm, v, spec);
    if (is_int(v)) return format_int(vm, v, spec);
    if (is_float(v)) return format_float(vm, v, spec);
    if (is_complex(vm, v)) return format_complex(vm, v, spec);
    return raise_error(vm, T_TypeError, "unsupported format string passed to %T.__format__", v);
}
