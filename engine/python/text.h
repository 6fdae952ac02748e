/* text.h: what the str and bytes files share among themselves. */
#ifndef LOOPSCOPE_PYTHON_TEXT_H
#define LOOPSCOPE_PYTHON_TEXT_H

#include "object.h"

static inline Value str_value(Str *s) { /* NULL becomes VALUE_NULL */
    return s == NULL ? VALUE_NULL : obj_value(s);
}
static inline Value str_share(Str *s) { /* the same string, a new reference */
    obj_retain(s);
    return obj_value(s);
}
static inline void str_put(Str *s, uint32_t i, uint32_t code) {
    switch (s->kind) {
    case 1: s->data[i] = (unsigned char)code; break;
    case 2: ((uint16_t *)(void *)s->data)[i] = (uint16_t)code; break;
    default: ((uint32_t *)(void *)s->data)[i] = code; break;
    }
}
/* Copies characters into a string that is being filled and whose kind is not smaller. */
void str_copy(Str *to, uint32_t at, const Str *from, uint32_t start, uint32_t count);
uint32_t str_max_code(const Str *s, uint32_t start, uint32_t end); /* an upper bound that tells the kind */
/* s itself (a new reference) when it is an exact str, else a plain copy. */
Str *str_exact(Vm *vm, Str *s);
/* What s holds as an instance of `type`, a subclass of str. */
Value str_as_subtype(Vm *vm, Type *type, Str *s);
Str *str_repeat(Vm *vm, Str *s, int64_t times);
/* How often needle stands in s between start and end, without overlaps, at most `limit` times. */
uint32_t str_count(const Str *s, const Str *needle, uint32_t start, uint32_t end, uint32_t limit);
uint32_t str_next_code(const Str *s, uint32_t code, uint32_t start,
                       uint32_t end); /* first place of a character; end: none */

/* \n, \x1b, \u2028 and their like, for repr. */
void str_escape_char(StrBuilder *b, uint32_t code);
/* Where `part` first stands in `data`, NULL: nowhere. In linear time, whatever they hold. */
const unsigned char *find_in_bytes(const unsigned char *data, size_t length, const unsigned char *part, size_t size);
int64_t bytes_hash_of(const unsigned char *data, size_t length); /* never -1 */

/* start and end arguments of find and its like: None and absent allowed, clipped to 0..length. */
bool range_arguments(Vm *vm, const Value *args, uint32_t nargs, uint32_t first, uint32_t length, uint32_t *start,
                     uint32_t *end);
/* The argument as a Str; TypeError "name() argument N must be str, not T". N 0: "name() argument must be ...". */
Str *str_argument(Vm *vm, Value v, const char *function, int position);

/* The count of sequence * times; *known false (and no exception) when times is no int. */
bool repeat_count(Vm *vm, Value times, int64_t *count, bool *known);

/* Methods by file; str_type.c and bytes.c put the tables together. */
typedef Value MethodBody(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames);
MethodBody str_find_method, str_rfind_method, str_index_method, str_rindex_method, str_count_method, str_replace_method;
MethodBody str_startswith_method, str_endswith_method, str_removeprefix_method, str_removesuffix_method;
MethodBody str_strip_method, str_lstrip_method, str_rstrip_method, str_center_method, str_ljust_method,
    str_rjust_method;
MethodBody str_zfill_method, str_expandtabs_method, str_translate_method, str_maketrans_method, str_join_method;
MethodBody str_split_method, str_rsplit_method, str_splitlines_method, str_partition_method, str_rpartition_method;
MethodBody str_upper_method, str_lower_method, str_title_method, str_capitalize_method, str_swapcase_method;
MethodBody str_casefold_method, str_isalpha_method, str_isdigit_method, str_isdecimal_method, str_isnumeric_method;
MethodBody str_isalnum_method, str_isspace_method, str_isupper_method, str_islower_method, str_istitle_method;
MethodBody str_isprintable_method, str_isidentifier_method, str_isascii_method;
MethodBody str_format_method, str_format_map_method, str_encode_method;

/* codec.c */
/* false with UnicodeEncodeError: there are surrogates in it, which are no UTF-8. */
bool codec_check_utf8(Vm *vm, const Str *s);
Value str_encode(Vm *vm, Str *s, const char *encoding, const char *errors);
Value bytes_decode(Vm *vm, Value object, const unsigned char *data, uint32_t length, const char *encoding,
                   const char *errors);
/* encoding and errors arguments as C strings (str only); NULL when absent. False: TypeError. */
bool codec_arguments(Vm *vm, const char *function, Value encoding, Value errors, const char **encoding_out,
                     const char **errors_out);

/* format_spec.c: the mini-language */
typedef struct FormatSpec {
    uint32_t fill;
    char align; /* '<' '>' '=' '^' */
    char sign;  /* '-' '+' ' '; 0: not given */
    bool no_negative_zero, alternate;
    char thousands, fraction_thousands; /* ',' '_'; 0: none */
    int64_t width, precision;           /* -1: not given */
    uint32_t type;
} FormatSpec;
bool format_spec_parse(Vm *vm, Value v, const Str *text, uint32_t type, char align, FormatSpec *spec);
Value raise_format_code(Vm *vm, uint32_t type, Value v);
/* False, with MemoryError: no text is so wide. */
bool width_fits(Vm *vm, int64_t width);
/* A number whose characters are known: `text` is ASCII, '-' first when negative; prefix "0x" or its like, or "". Adds
 * sign, grouping, padding. */
void format_number(StrBuilder *b, const FormatSpec *spec, const char *text, size_t length, const char *prefix);
/* The characters of a double in presentation `type` (0: repr's) for format_number; frees nothing of its own on failure.
 */
char *format_float_text(Vm *vm, double d, const FormatSpec *spec, size_t *length, size_t *size);
/* complex.c */
Value format_complex(Vm *vm, Value v, const Str *spec);

#endif
