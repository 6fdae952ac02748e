/* int_text.c: ints to digits and back, in any base: by halves when they are long, and never beyond the digit limit that
 * protects against quadratic time.
 */
#include "bigint.h"
#include "number.h"
#include "unicode/unicode.h"
#include "vm_state.h"

enum {
    CHUNK_DIGITS = 9, /* decimal digits per step: 10**9 fits a Digit */
    CHUNK = 1000000000,
    SIMPLE_LEVEL = 4, /* 9 << 4 digits are converted digit by digit, more by halves */
    LEVELS = 28,
    PARSE_SIMPLE = 500,
};

/* ---- to text */

/* 10 ** (9 * 2**level), each the square of the one before. */
typedef struct Powers {
    Digit *digits[LEVELS];
    uint32_t count[LEVELS], room[LEVELS];
} Powers;

static bool power_make(Vm *vm, Powers *p, int level) {
    uint32_t room = level == 0 ? 1 : 2 * p->count[level - 1];
    p->digits[level] = mem_alloc(vm->mem, (size_t)room * sizeof(Digit));
    if (p->digits[level] == NULL) {
        raise_no_memory(vm);
        return false;
    }
    p->room[level] = room;
    if (level == 0) {
        p->digits[0][0] = CHUNK;
    } else if (!mag_mul(vm, p->digits[level], p->digits[level - 1], p->count[level - 1], p->digits[level - 1],
                        p->count[level - 1])) {
        return false;
    }
    p->count[level] = mag_trim(p->digits[level], room);
    return true;
}

static void powers_close(Vm *vm, Powers *p) {
    for (int i = 0; i < LEVELS; i++) mem_free(vm->mem, p->digits[i], (size_t)p->room[i] * sizeof(Digit));
}

/* Writes `width` characters with leading zeros; destroys a. */
static void decimal_simple(Digit *a, uint32_t n, char *out, size_t width) {
    char *end = out + width;
    while (n > 0) {
        Digit chunk = mag_div1(a, a, n, CHUNK);
        n = mag_trim(a, n);
        for (int i = 0; i < CHUNK_DIGITS && end > out; i++) {
            *--end = (char)('0' + chunk % 10);
            chunk /= 10;
        }
    }
    memset(out, '0', (size_t)(end - out));
}

/* The same for 9 << level characters. */
static bool decimal_halves(Vm *vm, const Powers *p, int level, Digit *a, uint32_t n, char *out) {
    size_t width = (size_t)CHUNK_DIGITS << level;
    if (level <= SIMPLE_LEVEL || n == 0) {
        decimal_simple(a, n, out, width);
        return true;
    }
    const Digit *power = p->digits[level - 1];
    uint32_t np = p->count[level - 1];
    if (mag_compare(a, n, power, np) < 0) {
        memset(out, '0', width / 2);
        return decimal_halves(vm, p, level - 1, a, n, out + width / 2);
    }
    size_t size = ((size_t)n + 1) * sizeof(Digit);
    Digit *q = mem_alloc(vm->mem, size);
    if (q == NULL) {
        raise_no_memory(vm);
        return false;
    }
    Digit *r = q + (n - np + 1);
    bool done = mag_divrem(vm, q, r, a, n, power, np) &&
                decimal_halves(vm, p, level - 1, q, mag_trim(q, n - np + 1), out) &&
                decimal_halves(vm, p, level - 1, r, mag_trim(r, np), out + width / 2);
    mem_free(vm->mem, q, size);
    return done;
}

static bool decimal_limit(Vm *vm, uint64_t digits) {
    uint32_t limit = vm->state->max_str_digits;
    if (limit == 0 || digits <= limit) return true;
    raise_error(vm, T_ValueError,
                "Exceeds the limit (%u digits) for integer string conversion; "
                "use sys.set_int_max_str_digits() to increase the limit",
                limit);
    return false;
}

/* Fills out (9 << level characters) from v's digits. */
static bool decimal_fill(Vm *vm, const IntView *v, int level, char *out) {
    Powers powers = {0};
    size_t size = (size_t)v->count * sizeof(Digit);
    Digit *copy = mem_alloc(vm->mem, size);
    bool done = copy != NULL;
    if (!done) raise_no_memory(vm);
    for (int i = 0; done && level > SIMPLE_LEVEL && i < level; i++) done = power_make(vm, &powers, i);
    if (done) {
        memcpy(copy, v->digits, size);
        done = decimal_halves(vm, &powers, level, copy, v->count, out);
    }
    powers_close(vm, &powers);
    mem_free(vm->mem, copy, size);
    return done;
}

static char *decimal_text(Vm *vm, const IntView *v, size_t *length, size_t *size) {
    uint64_t least = (uint64_t)(mag_bits(v->digits, v->count) - 1) * 30102 / 100000;
    if (!decimal_limit(vm, least)) return NULL;
    int level = 0;
    while (((uint64_t)CHUNK_DIGITS << level) < least + least / 10000 + 3) level++;
    size_t width = (size_t)CHUNK_DIGITS << level;
    *size = width + 1;
    char *text = mem_alloc(vm->mem, *size);
    if (text == NULL) {
        raise_no_memory(vm);
        return NULL;
    }
    bool done = decimal_fill(vm, v, level, text + 1);
    size_t zeros = 1;
    while (zeros < width && text[zeros] == '0') zeros++;
    if (done) done = decimal_limit(vm, width + 1 - zeros);
    if (!done) {
        mem_free(vm->mem, text, *size);
        return NULL;
    }
    if (v->negative) text[--zeros] = '-';
    *length = width + 1 - zeros;
    memmove(text, text + zeros, *length);
    return text;
}

static char *binary_text(Vm *vm, const IntView *v, uint32_t bits, size_t *length, size_t *size) {
    uint32_t count = (mag_bits(v->digits, v->count) + bits - 1) / bits;
    if (count == 0) count = 1;
    *size = (size_t)count + 1;
    char *text = mem_alloc(vm->mem, *size);
    if (text == NULL) {
        raise_no_memory(vm);
        return NULL;
    }
    char *out = text;
    if (v->negative) *out++ = '-';
    for (uint32_t i = count; i-- > 0;) {
        uint64_t at = (uint64_t)i * bits;
        uint32_t word = (uint32_t)(at / 32);
        Wide window = word < v->count ? v->digits[word] : 0;
        if (word + 1 < v->count) window |= (Wide)v->digits[word + 1] << 32;
        *out++ = "0123456789abcdef"[window >> (at % 32) & ((1u << bits) - 1)];
    }
    *length = (size_t)(out - text);
    return text;
}

size_t int_small_text(int64_t i, char *out) {
    uint64_t u = i < 0 ? (uint64_t)0 - (uint64_t)i : (uint64_t)i;
    char *at = out;
    for (; u > UINT32_MAX; u /= 10) *--at = (char)('0' + u % 10);
    uint32_t rest = (uint32_t)u; /* dividing 32 bits is cheaper */
    do {
        *--at = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest != 0);
    if (i < 0) *--at = '-';
    return (size_t)(out - at);
}

uint32_t int_small_digits(int64_t i) {
    uint64_t u = i < 0 ? (uint64_t)0 - (uint64_t)i : (uint64_t)i;
    uint32_t digits = i < 0 ? 2 : 1;
    for (uint64_t above = 10; u >= above; above *= 10) digits++;
    return digits;
}

char *int_to_text(Vm *vm, Value i, int base, size_t *length, size_t *size) {
    IntView v;
    int_view(i, &v);
    if (base != 10) return binary_text(vm, &v, base == 2 ? 1 : base == 8 ? 3 : 4, length, size);
    int64_t small;
    if (!int_as_int64(i, &small)) return decimal_text(vm, &v, length, size);
    char buffer[24];
    *length = int_small_text(small, buffer + sizeof buffer);
    *size = sizeof buffer;
    char *text = mem_alloc(vm->mem, *size);
    if (text == NULL) {
        raise_no_memory(vm);
        return NULL;
    }
    memcpy(text, buffer + sizeof buffer - *length, *length);
    return text;
}

static Str *prefixed_text(Vm *vm, const char *text, size_t length, int base) {
    Str *s = str_alloc(vm, (uint32_t)length + 2, 127);
    if (s == NULL) return NULL;
    size_t sign = text[0] == '-';
    unsigned char *out = s->data;
    if (sign) *out++ = '-';
    *out++ = '0';
    *out++ = base == 2 ? 'b' : base == 8 ? 'o' : 'x';
    memcpy(out, text + sign, length - sign);
    return s;
}

Value int_to_str(Vm *vm, Value i, int base, bool prefix) {
    if (base == 10 && value_is_int(i)) {
        char buffer[24];
        int64_t small = value_as_small(i);
        if (small >= 0 && small < 10) return value_retain(obj_value(vm->chars['0' + small]));
        size_t n = int_small_text(small, buffer + sizeof buffer);
        Str *s = str_from_ascii(vm, buffer + sizeof buffer - n, n);
        return s == NULL ? VALUE_NULL : obj_value(s);
    }
    size_t length, size;
    char *text = int_to_text(vm, i, base, &length, &size);
    if (text == NULL) return VALUE_NULL;
    Str *s = prefix && base != 10 ? prefixed_text(vm, text, length, base) : str_from_ascii(vm, text, length);
    mem_free(vm->mem, text, size);
    return s == NULL ? VALUE_NULL : obj_value(s);
}

/* ---- from text */

static int digit_value(char c) { /* 37 for what is no digit */
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'z') return c - 'a' + 10;
    if (c >= 'A' && c <= 'Z') return c - 'A' + 10;
    return 37;
}

static Value parse_power_of_two(Vm *vm, const char *digits, size_t length, uint32_t bits) {
    uint64_t total = (uint64_t)length * bits;
    if (total / 32 >= INT_DIGITS_MAX) return raise_no_memory(vm);
    BigInt *b = bigint_alloc(vm, (uint32_t)(total / 32) + 2);
    if (b == NULL) return VALUE_NULL;
    memset(b->digits, 0, (size_t)b->count * sizeof(Digit));
    for (size_t i = 0; i < length; i++) {
        uint64_t at = (uint64_t)(length - 1 - i) * bits;
        Wide value = (Wide)(uint32_t)digit_value(digits[i]) << (at % 32);
        b->digits[at / 32] |= (Digit)value;
        b->digits[at / 32 + 1] |= (Digit)(value >> 32);
    }
    return bigint_finish(vm, b, false);
}

/* Digit by digit, as many at once as fit 32 bits. */
static Value parse_simple(Vm *vm, const char *digits, size_t length, uint32_t base) {
    BigInt *b = bigint_alloc(vm, (uint32_t)(length / 6) + 2); /* base 36: 5.17 bits each */
    if (b == NULL) return VALUE_NULL;
    uint32_t n = 0;
    for (size_t i = 0; i < length;) {
        Digit chunk = 0, scale = 1;
        while (i < length && scale <= UINT32_MAX / base) {
            chunk = chunk * base + (Digit)digit_value(digits[i++]);
            scale *= base;
        }
        Digit carry = mag_mul1(b->digits, b->digits, n, scale, chunk);
        if (carry != 0) b->digits[n++] = carry;
    }
    b->count = n;
    return bigint_finish(vm, b, false);
}

static Value parse_halves(Vm *vm, const char *digits, size_t length, uint32_t base) {
    if (length <= PARSE_SIMPLE) return parse_simple(vm, digits, length, base);
    size_t low = length / 2;
    Value high = parse_halves(vm, digits, length - low, base), rest = VALUE_NULL, power = VALUE_NULL, sum = VALUE_NULL;
    if (high != VALUE_NULL) rest = parse_halves(vm, digits + length - low, low, base);
    if (rest != VALUE_NULL) power = int_binary(vm, BINARY_POW, value_small(base), value_small((int64_t)low));
    if (power != VALUE_NULL) {
        Value product = int_binary(vm, BINARY_MUL, high, power);
        if (product != VALUE_NULL) sum = int_binary(vm, BINARY_ADD, product, rest);
        value_release(vm, product);
    }
    value_release(vm, high);
    value_release(vm, rest);
    value_release(vm, power);
    return sum;
}

Value int_from_digits(Vm *vm, const char *digits, size_t length, int base) {
    if (length <= 11 || (length <= 18 && base <= 10)) {
        int64_t small = 0;
        for (size_t i = 0; i < length; i++) small = small * base + digit_value(digits[i]);
        return value_small(small);
    }
    if ((base & (base - 1)) == 0) {
        return parse_power_of_two(vm, digits, length, (uint32_t)__builtin_ctz((unsigned)base));
    }
    uint32_t limit = vm->state->max_str_digits;
    if (limit != 0 && length > limit) {
        return raise_error(vm, T_ValueError,
                           "Exceeds the limit (%u digits) for integer string conversion: value has %zu digits; "
                           "use sys.set_int_max_str_digits() to increase the limit",
                           limit, length);
    }
    return parse_halves(vm, digits, length, (uint32_t)base);
}

/* Skips "0x" and its like when the base allows it; tells the base; false when base 0 cannot be guessed. */
static size_t skip_prefix(const char *text, size_t length, int *base, bool *zero_only) {
    *zero_only = false;
    int found = 0;
    if (length >= 2 && text[0] == '0') {
        char c = (char)(text[1] | 0x20);
        found = c == 'x' ? 16 : c == 'o' ? 8 : c == 'b' ? 2 : 0;
    }
    if (found != 0 && (*base == 0 || *base == found)) {
        *base = found;
        return length >= 3 && text[2] == '_' ? 3 : 2;
    }
    if (*base == 0) {
        *base = 10;
        *zero_only = text[0] == '0'; /* 010 is no decimal number, 000 is */
    }
    return 0;
}

/* Copies digits without underscores; false when something else is in between. */
static bool copy_digits(const char *text, size_t length, int base, char *out, size_t *count) {
    size_t n = 0;
    bool after_digit = false;
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '_') {
            if (!after_digit) return false;
            after_digit = false;
            continue;
        }
        if (digit_value(text[i]) >= base) return false;
        out[n++] = text[i];
        after_digit = true;
    }
    *count = n;
    return after_digit;
}

static bool only_zeros(const char *digits, size_t length) {
    for (size_t i = 0; i < length; i++) {
        if (digits[i] != '0') return false;
    }
    return true;
}

static bool is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

Value int_from_text(Vm *vm, const char *text, size_t length, int base, Value shown) {
    int asked = base;
    while (length > 0 && is_space(text[0])) text++, length--;
    while (length > 0 && is_space(text[length - 1])) length--;
    bool negative = length > 0 && text[0] == '-', zero_only = false;
    if (length > 0 && (text[0] == '-' || text[0] == '+')) text++, length--;
    size_t prefix = length == 0 ? 0 : skip_prefix(text, length, &base, &zero_only);
    text += prefix;
    length -= prefix;
    size_t count = 0;
    char *digits = mem_alloc(vm->mem, length);
    if (digits == NULL) return raise_no_memory(vm);
    bool good = copy_digits(text, length, base, digits, &count);
    if (good && zero_only && !only_zeros(digits, count)) good = false;
    Value result = VALUE_NULL;
    if (good) {
        result = int_from_digits(vm, digits, count, base);
    } else {
        raise_error(vm, T_ValueError, "invalid literal for int() with base %d: %.200R", asked, shown);
    }
    mem_free(vm->mem, digits, length);
    if (result == VALUE_NULL || !negative) return result;
    Value negated = int_negate(vm, result);
    value_release(vm, result);
    return negated;
}

char *number_text(Vm *vm, const Str *s, size_t *length, size_t *size) {
    *length = s->length;
    *size = (size_t)s->length + 1;
    char *text = mem_alloc(vm->mem, *size);
    if (text == NULL) {
        raise_no_memory(vm);
        return NULL;
    }
    for (uint32_t i = 0; i < s->length; i++) {
        uint32_t c = str_at(s, i);
        if (c > 127 || (c >= 28 && c < 32)) {
            int digit = unicode_decimal(c);
            c = digit >= 0 ? '0' + (uint32_t)digit : unicode_is(c, UNICODE_SPACE) ? ' ' : '?';
        }
        text[i] = (char)c;
    }
    text[s->length] = 0;
    return text;
}

Value int_parse(Vm *vm, Str *s, int base) {
    size_t length, size;
    char *text = number_text(vm, s, &length, &size);
    if (text == NULL) return VALUE_NULL;
    Value i = int_from_text(vm, text, length, base, obj_value(s));
    mem_free(vm->mem, text, size);
    return i;
}
