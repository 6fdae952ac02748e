/* float_text.c: doubles to decimal digits and back, exactly, by big integers on the stack: the shortest digits that
 * read back as the same double (Steele and White, Dragon4), or a given number of them rounded half to even. Short
 * numbers take a path without big integers.
 */
#include "bigint.h"
#include "number.h"

enum { BIG_DIGITS = 136, SCAN_DIGITS = 800 };

typedef struct Big {
    uint32_t n;
    Digit d[BIG_DIGITS];
} Big;

static void big_set(Big *b, uint64_t value) {
    b->d[0] = (Digit)value;
    b->d[1] = (Digit)(value >> 32);
    b->n = mag_trim(b->d, 2);
}

static void big_mul(Big *b, Digit m) {
    Digit carry = mag_mul1(b->d, b->d, b->n, m, 0);
    if (carry != 0) b->d[b->n++] = carry;
}

static void big_mul_power10(Big *b, uint32_t power) {
    static const Digit small[] = {1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000};
    for (; power >= 9; power -= 9) big_mul(b, 1000000000);
    if (power > 0) big_mul(b, small[power]);
}

static void big_shl(Big *b, uint32_t bits) {
    if (b->n == 0 || bits == 0) return;
    uint32_t n = b->n + bits / 32 + 1;
    Digit old[BIG_DIGITS];
    memcpy(old, b->d, b->n * sizeof(Digit));
    mag_shl(b->d, old, b->n, bits);
    b->n = mag_trim(b->d, n);
}

static int big_compare(const Big *a, const Big *b) {
    return mag_compare(a->d, a->n, b->d, b->n);
}

/* Compares a + b with c. */
static int big_compare_sum(const Big *a, const Big *b, const Big *c) {
    Big sum;
    const Big *x = a->n >= b->n ? a : b, *y = x == a ? b : a;
    mag_add(sum.d, x->d, x->n, y->d, y->n);
    sum.n = mag_trim(sum.d, x->n + 1);
    return big_compare(&sum, c);
}

/* r / s, a single digit in base 2**32; leaves the rest in r. s is normalised and has two digits at least. */
static Digit big_step(Big *r, const Big *s) {
    Digit q[1];
    memset(r->d + r->n, 0, (s->n + 1 - r->n) * sizeof(Digit));
    mag_divrem_core(q, r->d, s->n, s->d, s->n);
    r->n = mag_trim(r->d, s->n);
    return q[0];
}

/* ---- Dragon4: value = r / s, plus and minus are half the distances to the neighbours, in the same unit. */
typedef struct Dragon {
    Big r, s, plus, minus;
    bool even; /* the bounds themselves read back as this double */
    int point;
} Dragon;

static void dragon_scale(Dragon *t, int k, bool margins) {
    if (k >= 0) {
        big_mul_power10(&t->s, (uint32_t)k);
        return;
    }
    big_mul_power10(&t->r, (uint32_t)-k);
    if (margins) {
        big_mul_power10(&t->plus, (uint32_t)-k);
        big_mul_power10(&t->minus, (uint32_t)-k);
    }
}

/* Shifts all so that s fits big_step. */
static void dragon_normalise(Dragon *t, bool margins) {
    uint32_t shift = (uint32_t)__builtin_clz(t->s.d[t->s.n - 1]) + (t->s.n == 1 ? 32 : 0);
    big_shl(&t->s, shift);
    big_shl(&t->r, shift);
    if (!margins) return;
    big_shl(&t->plus, shift);
    big_shl(&t->minus, shift);
}

static void dragon_init(Dragon *t, double d, bool margins) {
    uint64_t bits;
    memcpy(&bits, &d, sizeof bits);
    uint64_t mantissa = bits & 0xFFFFFFFFFFFFFu;
    int field = (int)(bits >> 52 & 0x7FF);
    int exponent = field == 0 ? -1074 : field - 1075;
    bool boundary = mantissa == 0 && field > 1; /* the neighbour below is nearer */
    if (field != 0) mantissa |= 0x10000000000000u;
    t->even = (mantissa & 1) == 0;
    uint32_t extra = boundary ? 2 : 1, up = exponent > 0 ? (uint32_t)exponent : 0;
    big_set(&t->r, mantissa);
    big_shl(&t->r, up + extra);
    big_set(&t->s, 1);
    big_shl(&t->s, extra + (exponent < 0 ? (uint32_t)-exponent : 0));
    big_set(&t->minus, 1);
    big_shl(&t->minus, up);
    big_set(&t->plus, 1);
    big_shl(&t->plus, up + extra - 1);
    /* log10 from below: within one of the truth */
    int64_t log2 = 63 - __builtin_clzll(mantissa) + exponent;
    int64_t scaled = log2 * 30102999566 / 100000000000;
    if (log2 < 0 && log2 * 30102999566 % 100000000000 != 0) scaled--;
    t->point = (int)scaled + 1;
    dragon_scale(t, t->point, margins);
}

static void dragon_times10(Dragon *t, bool margins) {
    big_mul(&t->r, 10);
    if (!margins) return;
    big_mul(&t->plus, 10);
    big_mul(&t->minus, 10);
}

/* Multiplies s by ten; done before normalising. */
static void dragon_point_up(Dragon *t) {
    big_mul(&t->s, 10);
    t->point++;
}

static size_t dragon_shortest(double d, char *digits, int *point) {
    Dragon t;
    dragon_init(&t, d, true);
    int order = big_compare_sum(&t.r, &t.plus, &t.s);
    if (order > 0 || (order == 0 && t.even)) dragon_point_up(&t);
    dragon_normalise(&t, true);
    size_t n = 0;
    for (;;) {
        dragon_times10(&t, true);
        Digit digit = big_step(&t.r, &t.s);
        int below = big_compare(&t.r, &t.minus), above = big_compare_sum(&t.r, &t.plus, &t.s);
        bool low = below < 0 || (below == 0 && t.even), high = above > 0 || (above == 0 && t.even);
        if (low && high) {
            int half = big_compare_sum(&t.r, &t.r, &t.s);
            high = half > 0 || (half == 0 && (digit & 1));
        }
        digits[n++] = (char)('0' + digit + (high ? 1 : 0));
        if (low || high) break;
    }
    *point = t.point;
    return n;
}

static size_t trim_zeros(const char *digits, size_t n) {
    while (n > 1 && digits[n - 1] == '0') n--;
    return n;
}

/* Adds one to the last digit; all nines become "1" with the point one to the right. */
static size_t round_up(char *digits, size_t n, int *point) {
    while (n > 0 && digits[n - 1] == '9') n--;
    if (n == 0) {
        digits[0] = '1';
        (*point)++;
        return 1;
    }
    digits[n - 1]++;
    return n;
}

static size_t dragon_count(double d, enum digits_mode mode, int count, char *digits, int *point) {
    Dragon t;
    dragon_init(&t, d, false);
    if (big_compare(&t.r, &t.s) >= 0) dragon_point_up(&t);
    dragon_normalise(&t, false);
    int64_t wanted = mode == DIGITS_FIXED ? (int64_t)t.point + count : count;
    if (wanted < 0) {
        digits[0] = '0';
        *point = 1;
        return 1;
    }
    if (wanted > FLOAT_DIGITS_MAX - 1) wanted = FLOAT_DIGITS_MAX - 1;
    size_t n = 0;
    while (n < (size_t)wanted && t.r.n != 0) {
        dragon_times10(&t, false);
        digits[n++] = (char)('0' + big_step(&t.r, &t.s));
    }
    *point = t.point;
    int half = big_compare_sum(&t.r, &t.r, &t.s);
    if (half > 0 || (half == 0 && n > 0 && (digits[n - 1] & 1))) n = round_up(digits, n, point);
    if (n == 0) {
        digits[n++] = '0';
        *point = 1;
    }
    return trim_zeros(digits, n);
}

/* Numbers of at most 15 digits and a small exponent: m / 10**k with an exact division, hence surely the shortest. */
static size_t quick_shortest(double d, char *digits, int *point) {
    static const double tens[] = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    if (d < 1e-5 || d >= 1e15) return 0;
    for (int k = 0; k < 16; k++) {
        double scaled = d * tens[k];
        if (scaled >= 1e15) return 0;
        int64_t m = (int64_t)(scaled + 0.5);
        if ((double)m / tens[k] != d) continue;
        char buffer[20];
        size_t n = 0;
        for (; m != 0; m /= 10) buffer[n++] = (char)('0' + m % 10);
        for (size_t i = 0; i < n; i++) digits[i] = buffer[n - 1 - i];
        *point = (int)n - k;
        return trim_zeros(digits, n);
    }
    return 0;
}

/* mantissa * 10**count as high * 2**32 + low; then divided by 2**shift, rounded half to even. */
static uint64_t scaled_shift(uint64_t mantissa, uint32_t power, uint32_t shift) {
    uint64_t low = (mantissa & 0xFFFFFFFFu) * power, high = (mantissa >> 32) * power + (low >> 32);
    low &= 0xFFFFFFFFu;
    uint64_t quotient, rest, half;
    if (shift >= 32) {
        uint32_t more = shift - 32;
        quotient = high >> more;
        rest = (high & (((uint64_t)1 << more) - 1)) << 1 | low >> 31; /* doubled, its lowest bits apart */
        half = (uint64_t)1 << more;
        bool exact = (low & 0x7FFFFFFFu) == 0;
        return quotient + (rest > half || (rest == half && (!exact || (quotient & 1))));
    }
    quotient = high << (32 - shift) | low >> shift;
    rest = (low & (((uint64_t)1 << shift) - 1)) << 1;
    half = (uint64_t)1 << shift;
    return quotient + (rest > half || (rest == half && (quotient & 1)));
}

/* Few places after the point of a number that is neither huge nor tiny: one exact division by a power of two. */
static size_t quick_fixed(double d, int count, char *digits, int *point) {
    static const uint32_t tens[] = {1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000};
    uint64_t bits;
    memcpy(&bits, &d, sizeof bits);
    int shift = 1075 - (int)(bits >> 52 & 0x7FF);
    if (count < 0 || count > 9 || shift < 20 || shift > 80) return 0; /* the quotient stays below 2**63 */
    uint64_t scaled = scaled_shift((bits & 0xFFFFFFFFFFFFFu) | 0x10000000000000u, tens[count], (uint32_t)shift);
    char buffer[24];
    size_t n = 0;
    for (; scaled != 0; scaled /= 10) buffer[n++] = (char)('0' + scaled % 10);
    *point = n == 0 ? 1 : (int)n - count;
    if (n == 0) buffer[n++] = '0';
    for (size_t i = 0; i < n; i++) digits[i] = buffer[n - 1 - i];
    return trim_zeros(digits, n);
}

size_t float_digits(double d, enum digits_mode mode, int count, char *digits, int *point) {
    if (d < 0) d = -d;
    if (d == 0) {
        digits[0] = '0';
        *point = 1;
        return 1;
    }
    size_t n = mode == DIGITS_SHORTEST ? quick_shortest(d, digits, point)
               : mode == DIGITS_FIXED  ? quick_fixed(d, count, digits, point)
                                       : 0;
    if (n != 0) return n;
    return mode == DIGITS_SHORTEST ? dragon_shortest(d, digits, point) : dragon_count(d, mode, count, digits, point);
}

/* ---- presentation */

static char *put_exponent(char *out, int exponent, bool upper) {
    *out++ = upper ? 'E' : 'e';
    *out++ = exponent < 0 ? '-' : '+';
    if (exponent < 0) exponent = -exponent;
    if (exponent >= 100) *out++ = (char)('0' + exponent / 100);
    *out++ = (char)('0' + exponent / 10 % 10);
    *out++ = (char)('0' + exponent % 10);
    return out;
}

/* Digits from place `from` (negative: zeros before the first) up to `end`, with the point before place `point`. */
static char *put_digits(char *out, const char *digits, int n, int point, int end, bool keep_point) {
    for (int i = point <= 0 ? point - 1 : 0; i < end || i < point; i++) {
        if (i == point) *out++ = '.';
        *out++ = i >= 0 && i < n ? digits[i] : '0';
    }
    if (keep_point && end <= point) *out++ = '.';
    return out;
}

static char *put_special(char *out, double d, bool upper) {
    const char *text = d != d ? (upper ? "NAN" : "nan") : (upper ? "INF" : "inf");
    memcpy(out, text, 3);
    return out + 3;
}

typedef struct Layout {
    int end; /* digits are shown up to this place */
    bool exponent;
} Layout;

static Layout layout_of(const FloatStyle *style, int n, int point) {
    int precision = style->type == 'g' && style->precision == 0 ? 1 : style->precision;
    switch (style->type) {
    case 'e': return (Layout){precision + 1, true};
    case 'f': return (Layout){point + precision, false};
    case 'g':
        return (Layout){style->alternate ? precision : n,
                        point <= -4 || point > precision - (style->add_point_zero ? 1 : 0)};
    default: return (Layout){n, point <= -4 || point > 16};
    }
}

static char *put_finite(char *out, const FloatStyle *style, const char *digits, int n, int point) {
    Layout layout = layout_of(style, n, point);
    int shown = layout.exponent ? 1 : point, end = layout.end;
    if (!layout.exponent && style->add_point_zero && end < point + 1) end = point + 1;
    out = put_digits(out, digits, n, shown, end, style->alternate);
    return layout.exponent ? put_exponent(out, point - 1, style->upper) : out;
}

static size_t style_digits(double d, const FloatStyle *style, char *digits, int *point) {
    switch (style->type) {
    case 'e': return float_digits(d, DIGITS_SIGNIFICANT, style->precision + 1, digits, point);
    case 'f': return float_digits(d, DIGITS_FIXED, style->precision, digits, point);
    case 'g': return float_digits(d, DIGITS_SIGNIFICANT, style->precision == 0 ? 1 : style->precision, digits, point);
    default: return float_digits(d, DIGITS_SHORTEST, 0, digits, point);
    }
}

char *float_to_text(Vm *vm, double d, const FloatStyle *style, size_t *length, size_t *size) {
    char digits[FLOAT_DIGITS_MAX];
    int point = 1;
    bool finite = d - d == 0;
    size_t n = finite ? style_digits(d, style, digits, &point) : 0;
    *size = (size_t)(style->precision > 0 ? style->precision : 0) + (point > 0 ? (size_t)point : 0) + n + 40;
    char *text = mem_alloc(vm->mem, *size);
    if (text == NULL) {
        raise_no_memory(vm);
        return NULL;
    }
    char *out = text;
    if (__builtin_signbit(d) && d == d) *out++ = '-';
    out = finite ? put_finite(out, style, digits, (int)n, point) : put_special(out, d, style->upper);
    *length = (size_t)(out - text);
    return text;
}

size_t float_repr(double d, char *buffer) {
    static const FloatStyle style = {.type = 'r', .add_point_zero = true};
    char digits[FLOAT_DIGITS_MAX], *out = buffer;
    int point;
    if (__builtin_signbit(d) && d == d) *out++ = '-';
    if (d - d != 0) {
        out = put_special(out, d, false);
    } else {
        size_t n = float_digits(d, DIGITS_SHORTEST, 0, digits, &point);
        out = put_finite(out, &style, digits, (int)n, point);
    }
    *out = 0;
    return (size_t)(out - buffer);
}

/* ---- reading */

typedef struct Scan {
    char digits[SCAN_DIGITS + 1]; /* values, not characters; without leading zeros */
    int n;
    int64_t exponent; /* value = digits * 10**exponent */
    bool any;
} Scan;

static void scan_digit(Scan *s, int digit, bool fraction) {
    s->any = true;
    if (fraction) s->exponent--;
    if (s->n == 0 && digit == 0) return;
    if (s->n < SCAN_DIGITS) {
        s->digits[s->n++] = (char)digit;
        return;
    }
    s->exponent++; /* dropped: one last digit stands for all of them, on which side of a tie is all that matters */
    if (digit != 0) s->digits[SCAN_DIGITS - 1] |= 1;
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static size_t scan_exponent(const char *text, size_t at, size_t length, int64_t *exponent) {
    size_t start = at++;
    bool negative = at < length && text[at] == '-';
    if (at < length && (text[at] == '-' || text[at] == '+')) at++;
    if (at >= length || !is_digit(text[at])) return start;
    int64_t value = 0;
    for (; at < length && is_digit(text[at]); at++) {
        if (value < 100000000) value = value * 10 + (text[at] - '0');
    }
    *exponent += negative ? -value : value;
    return at;
}

static size_t scan_number(const char *text, size_t length, Scan *s) {
    size_t at = 0;
    for (; at < length && is_digit(text[at]); at++) scan_digit(s, text[at] - '0', false);
    if (at < length && text[at] == '.') {
        at++;
        for (; at < length && is_digit(text[at]); at++) scan_digit(s, text[at] - '0', true);
    }
    if (!s->any) return 0;
    if (at < length && (text[at] | 0x20) == 'e') at = scan_exponent(text, at, length, &s->exponent);
    return at;
}

/* num / den, rounded once. */
static double big_quotient(Big *num, Big *den) {
    int64_t shift = (int64_t)mag_bits(den->d, den->n) - mag_bits(num->d, num->n) + 66;
    if (shift < 0) shift = 0;
    big_shl(num, (uint32_t)shift);
    uint32_t normal = (uint32_t)__builtin_clz(den->d[den->n - 1]) + (den->n == 1 ? 32 : 0);
    big_shl(num, normal);
    big_shl(den, normal);
    Digit q[BIG_DIGITS] = {0};
    num->d[num->n] = 0;
    mag_divrem_core(q, num->d, num->n, den->d, den->n);
    bool sticky = mag_trim(num->d, den->n) != 0, overflow = false;
    return mag_to_double(q, mag_trim(q, num->n - den->n + 1), -shift, sticky, &overflow);
}

static double scan_exact(const Scan *s) {
    Big num, den;
    bool overflow = false;
    big_set(&num, 0);
    for (int i = 0; i < s->n; i++) {
        Digit carry = mag_mul1(num.d, num.d, num.n, 10, (Digit)s->digits[i]);
        if (carry != 0) num.d[num.n++] = carry;
    }
    if (s->exponent >= 0) {
        big_mul_power10(&num, (uint32_t)s->exponent);
        return mag_to_double(num.d, num.n, 0, false, &overflow);
    }
    big_set(&den, 1);
    big_mul_power10(&den, (uint32_t)-s->exponent);
    return big_quotient(&num, &den);
}

static double scan_value(Scan *s) {
    static const double tens[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                  1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    while (s->n > 0 && s->digits[s->n - 1] == 0) {
        s->n--;
        s->exponent++;
    }
    if (s->n == 0) return 0.0;
    if (s->n + s->exponent > 310) return __builtin_inf();
    if (s->n + s->exponent < -330) return 0.0;
    if (s->n <= 15 && s->exponent >= -22 && s->exponent <= 22) {
        int64_t m = 0;
        for (int i = 0; i < s->n; i++) m = m * 10 + s->digits[i];
        return s->exponent < 0 ? (double)m / tens[-s->exponent] : (double)m * tens[s->exponent];
    }
    return scan_exact(s);
}

size_t float_scan(const char *text, size_t length, double *d) {
    Scan s;
    s.n = 0;
    s.exponent = 0;
    s.any = false;
    size_t taken = scan_number(text, length, &s);
    if (taken != 0) *d = scan_value(&s);
    return taken;
}

static bool matches(const char *text, size_t length, const char *word) {
    if (strlen(word) != length) return false;
    for (size_t i = 0; i < length; i++) {
        if ((text[i] | 0x20) != word[i]) return false;
    }
    return true;
}

static bool parse_signed(const char *text, size_t length, double *d) {
    bool negative = length > 0 && text[0] == '-';
    if (length > 0 && (text[0] == '-' || text[0] == '+')) text++, length--;
    if (matches(text, length, "inf") || matches(text, length, "infinity")) {
        *d = __builtin_inf();
    } else if (matches(text, length, "nan")) {
        *d = __builtin_nan("");
    } else if (length == 0 || float_scan(text, length, d) != length) {
        return false;
    }
    if (negative) *d = -*d;
    return true;
}

bool number_drop_underscores(const char *text, size_t length, char *out, size_t *n) {
    *n = 0;
    for (size_t i = 0; i < length; i++) {
        if (text[i] != '_') {
            out[(*n)++] = text[i];
        } else if (i == 0 || i + 1 == length || !is_digit(text[i - 1]) || !is_digit(text[i + 1])) {
            return false;
        }
    }
    return true;
}

bool float_parse(const char *text, size_t length, double *d) {
    while (length > 0 && (*text == ' ' || (*text >= '\t' && *text <= '\r'))) text++, length--;
    while (length > 0 && (text[length - 1] == ' ' || (text[length - 1] >= '\t' && text[length - 1] <= '\r'))) length--;
    if (length == 0) return false;
    if (memchr(text, '_', length) == NULL) return parse_signed(text, length, d);
    char copy[1024]; /* longer numbers with underscores are refused: nobody writes them */
    size_t n;
    if (length > sizeof copy || !number_drop_underscores(text, length, copy, &n)) return false;
    return parse_signed(copy, n, d);
}
