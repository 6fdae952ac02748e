/* module_json.c: the module _json: reading JSON, and the scanner that the guest package json asks for it.
 * module_json_write.c writes. Errors and their positions are those of CPython's accelerator of the same name.
 */
#include "module_json.h"
#include "builtins.h"
#include "guard.h"
#include "modules.h"
#include "number.h"
#include "text.h"
#include "vm_state.h"

typedef struct Scanner {
    Obj head;
    Value object_hook, pairs_hook; /* None: none */
    Value parse_float, parse_int, parse_constant;
    bool strict;
} Scanner;

typedef struct Reader {
    Vm *vm;
    const Scanner *scanner;
    Str *text;
    Dict *memo; /* keys that were read already */
    uint32_t at;
} Reader;

/* JSONDecodeError(message, text, position), which the guest module has left here. */
static Value fail_at(Vm *vm, Str *text, const char *message, uint32_t position) {
    const Module *module = vm->state->module_state[MODULE__json];
    Str *name = str_intern_c(vm, "JSONDecodeError"), *words = name == NULL ? NULL : str_new(vm, message);
    Value class = words == NULL ? VALUE_NULL : dict_get_str(vm, module->dict, name);
    Value args[] = {obj_value(words), obj_value(text), value_small(position)};
    Value e = class == VALUE_NULL ? VALUE_NULL : call_value(vm, class, args, 3, NULL);
    obj_release(vm, name);
    obj_release(vm, words);
    if (e != VALUE_NULL) raise_value(vm, e);
    value_release(vm, e);
    return VALUE_NULL;
}

static Value fail(const Reader *r, const char *message, uint32_t position) {
    return fail_at(r->vm, r->text, message, position);
}

/* No value begins here: whoever called the scanner says what that means. */
static Value no_value(const Reader *r, uint32_t position) {
    return raise_stop_iteration(r->vm, value_small(position));
}

static bool is_next(const Reader *r, uint32_t c) {
    return r->at < r->text->length && str_at(r->text, r->at) == c;
}

static void skip_space(Reader *r) {
    for (; r->at < r->text->length; r->at++) {
        uint32_t c = str_at(r->text, r->at);
        if (c != ' ' && c != '\n' && c != '\r' && c != '\t') return;
    }
}

/* ---- strings */

/* Four hexadecimal digits. */
static bool read_hex(const Str *s, uint32_t at, uint32_t *code) {
    *code = 0;
    for (uint32_t i = at; i < at + 4; i++) {
        uint32_t c = str_at(s, i), letter = (c | 32) - 'a';
        if (c - '0' < 10)
            *code = *code * 16 + (c - '0');
        else if (letter < 6 && c < 128)
            *code = *code * 16 + letter + 10;
        else
            return false;
    }
    return true;
}

static uint32_t plain_escape(uint32_t c) {
    switch (c) {
    case '"':
    case '\\':
    case '/': return c;
    case 'b': return '\b';
    case 'f': return '\f';
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    default: return 0;
    }
}

/* Behind "\u": its four digits, and those of a second half of a pair. False: an error is set. */
static bool unicode_escape(Vm *vm, Str *s, uint32_t *at, uint32_t *code) {
    uint32_t next = *at, second;
    if (next + 4 >= s->length || !read_hex(s, next, code)) {
        fail_at(vm, s, "Invalid \\uXXXX escape", next - 1);
        return false;
    }
    *at = next + 4;
    bool pair = *code >= 0xD800 && *code <= 0xDBFF && next + 10 < s->length && str_at(s, next + 4) == '\\' &&
                str_at(s, next + 5) == 'u';
    if (!pair) return true;
    if (!read_hex(s, next + 6, &second)) {
        fail_at(vm, s, "Invalid \\uXXXX escape", next + 5);
        return false;
    }
    if (second < 0xDC00 || second > 0xDFFF) return true;
    *code = 0x10000 + ((*code - 0xD800) << 10) + (second - 0xDC00);
    *at = next + 10;
    return true;
}

static bool read_escape(Vm *vm, Str *s, uint32_t begin, uint32_t *at, uint32_t *code) {
    if (*at == s->length) {
        fail_at(vm, s, "Unterminated string starting at", begin);
        return false;
    }
    uint32_t c = str_at(s, (*at)++);
    if (c == 'u') return unicode_escape(vm, s, at, code);
    *code = plain_escape(c);
    if (*code == 0) fail_at(vm, s, "Invalid \\escape", *at - 2);
    return *code != 0;
}

/* The end of a run of plain characters; the text's length: it has no end. False: an error is set. */
static bool plain_run(Vm *vm, Str *s, uint32_t *at, bool strict) {
    for (; *at < s->length; (*at)++) {
        uint32_t c = str_at(s, *at);
        if (c == '"' || c == '\\') return true;
        if (c > 0x1F || !strict) continue;
        fail_at(vm, s, "Invalid control character at", *at);
        return false;
    }
    return true;
}

static bool read_pieces(Vm *vm, Str *s, StrBuilder *b, uint32_t begin, uint32_t *at, bool strict) {
    for (;;) {
        uint32_t from = *at, code;
        if (!plain_run(vm, s, at, strict)) return false;
        if (*at == s->length) {
            fail_at(vm, s, "Unterminated string starting at", begin);
            return false;
        }
        builder_slice(b, s, from, *at);
        if (str_at(s, (*at)++) == '"') return true;
        if (!read_escape(vm, s, begin, at, &code)) return false;
        builder_char(b, code);
    }
}

/* Behind the opening quote. */
static Str *read_string(Vm *vm, Str *s, uint32_t *at, bool strict) {
    uint32_t begin = *at - 1, from = *at;
    if (!plain_run(vm, s, at, strict)) return NULL;
    if (*at < s->length && str_at(s, *at) == '"') return str_slice(vm, s, from, (*at)++);
    *at = from;
    StrBuilder b;
    builder_init(&b, vm);
    if (read_pieces(vm, s, &b, begin, at, strict)) return builder_finish(&b);
    builder_drop(&b);
    return NULL;
}

/* ---- numbers and constants */

static uint32_t skip_digits(const Str *s, uint32_t at) {
    while (at < s->length && str_at(s, at) - '0' < 10) at++;
    return at;
}

static uint32_t skip_fraction(const Str *s, uint32_t at) {
    bool point = at + 1 < s->length && str_at(s, at) == '.' && str_at(s, at + 1) - '0' < 10;
    return point ? skip_digits(s, at + 2) : at;
}

static uint32_t skip_exponent(const Str *s, uint32_t at) {
    if (at + 1 >= s->length || (str_at(s, at) | 32) != 'e') return at;
    uint32_t from = at + 1, sign = str_at(s, from);
    if (sign == '-' || sign == '+') from++;
    uint32_t end = skip_digits(s, from);
    return end == from ? at : end;
}

static Value number_value(const Reader *r, Str *text, bool is_float) {
    Vm *vm = r->vm;
    Value parse = is_float ? r->scanner->parse_float : r->scanner->parse_int, v = obj_value(text);
    if (is_float && parse == obj_value(TYPE(vm, float))) return float_from_str(vm, v);
    if (!is_float && parse == obj_value(TYPE(vm, int))) return int_parse(vm, text, 10);
    return call_value(vm, parse, &v, 1, NULL);
}

static Value read_number(Reader *r) {
    const Str *s = r->text;
    uint32_t start = r->at, at = start + (str_at(s, start) == '-' ? 1 : 0);
    if (at >= s->length || str_at(s, at) - '0' >= 10) return no_value(r, start);
    at = str_at(s, at) == '0' ? at + 1 : skip_digits(s, at);
    uint32_t whole = at;
    at = skip_exponent(s, skip_fraction(s, at));
    Str *text = str_slice(r->vm, r->text, start, at);
    if (text == NULL) return VALUE_NULL;
    r->at = at;
    Value v = number_value(r, text, at > whole);
    obj_release(r->vm, text);
    return v;
}

static bool accept_word(Reader *r, const char *word) {
    uint32_t length = (uint32_t)strlen(word);
    if (length > r->text->length - r->at) return false;
    for (uint32_t i = 0; i < length; i++)
        if (str_at(r->text, r->at + i) != (unsigned char)word[i]) return false;
    r->at += length;
    return true;
}

static Value read_constant(Reader *r) {
    static const char *const words[] = {"NaN", "Infinity", "-Infinity"};
    if (accept_word(r, "null")) return VALUE_NONE;
    if (accept_word(r, "true")) return VALUE_TRUE;
    if (accept_word(r, "false")) return VALUE_FALSE;
    for (int i = 0; i < 3; i++) {
        if (!accept_word(r, words[i])) continue;
        Value word = obj_value(str_new(r->vm, words[i]));
        Value v = word == VALUE_NULL ? VALUE_NULL : call_value(r->vm, r->scanner->parse_constant, &word, 1, NULL);
        value_release(r->vm, word);
        return v;
    }
    return read_number(r);
}

/* ---- arrays and objects */

static Value read_value(Reader *r);

/* Behind an item: 1 another one follows, 0 the end, -1 an error. */
static int read_comma(Reader *r, uint32_t close, const char *trailing) {
    skip_space(r);
    if (is_next(r, close)) return 0;
    if (!is_next(r, ',')) {
        fail(r, "Expecting ',' delimiter", r->at);
        return -1;
    }
    uint32_t comma = r->at++;
    skip_space(r);
    if (!is_next(r, close)) return 1;
    fail(r, trailing, comma);
    return -1;
}

static bool read_items(Reader *r, List *list) {
    for (int more = 1; more != 0;) {
        Value v = read_value(r);
        if (v == VALUE_NULL || !list_append_take(r->vm, list, v)) return false;
        more = read_comma(r, ']', "Illegal trailing comma before end of array");
        if (more < 0) return false;
    }
    return true;
}

static Value read_array(Reader *r) {
    List *list = list_new(r->vm, 0);
    if (list == NULL) return VALUE_NULL;
    r->at++;
    skip_space(r);
    if (is_next(r, ']') || read_items(r, list)) {
        r->at++;
        return obj_value(list);
    }
    obj_release(r->vm, list);
    return VALUE_NULL;
}

/* Keys that come again are the same string. Owned. */
static Value read_key(Reader *r) {
    Vm *vm = r->vm;
    if (!is_next(r, '"')) return fail(r, "Expecting property name enclosed in double quotes", r->at);
    r->at++;
    Str *key = read_string(vm, r->text, &r->at, r->scanner->strict);
    if (key == NULL) return VALUE_NULL;
    Value known = dict_get(vm, r->memo, obj_value(key));
    if (known == VALUE_NULL && dict_set(vm, r->memo, obj_value(key), obj_value(key))) return obj_value(key);
    value_retain(known);
    obj_release(vm, key);
    return known;
}

/* A pair, put into a dict or appended to a list of pairs. */
static bool read_pair(Reader *r, Value into) {
    Vm *vm = r->vm;
    Value key = read_key(r), v = VALUE_NULL;
    if (key == VALUE_NULL) return false;
    skip_space(r);
    if (is_next(r, ':')) {
        r->at++;
        skip_space(r);
        v = read_value(r);
    } else {
        fail(r, "Expecting ':' delimiter", r->at);
    }
    bool ok = v != VALUE_NULL;
    if (ok && is_dict(into)) ok = dict_set(vm, AS(Dict, into), key, v);
    if (ok && is_list(into)) {
        Value pair = obj_value(tuple_pack(vm, 2, key, v));
        ok = pair != VALUE_NULL && list_append_take(vm, AS(List, into), pair);
    }
    value_release(vm, key);
    value_release(vm, v);
    return ok;
}

static bool read_pairs(Reader *r, Value into) {
    for (int more = 1; more != 0;) {
        if (!read_pair(r, into)) return false;
        more = read_comma(r, '}', "Illegal trailing comma before end of object");
        if (more < 0) return false;
    }
    return true;
}

static Value read_object(Reader *r) {
    Vm *vm = r->vm;
    const Scanner *scanner = r->scanner;
    bool pairs = scanner->pairs_hook != VALUE_NONE;
    Value into = pairs ? obj_value(list_new(vm, 0)) : obj_value(dict_new(vm));
    if (into == VALUE_NULL) return VALUE_NULL;
    r->at++;
    skip_space(r);
    if (is_next(r, '}') || read_pairs(r, into)) {
        r->at++;
        Value hook = pairs ? scanner->pairs_hook : scanner->object_hook;
        if (hook == VALUE_NONE) return into;
        Value made = call_value(vm, hook, &into, 1, NULL);
        value_release(vm, into);
        return made;
    }
    value_release(vm, into);
    return VALUE_NULL;
}

static Value read_value(Reader *r) {
    if (r->at >= r->text->length) return no_value(r, r->at);
    uint32_t c = str_at(r->text, r->at);
    if (c == '"') {
        r->at++;
        return obj_value(read_string(r->vm, r->text, &r->at, r->scanner->strict));
    }
    if (c != '{' && c != '[') return read_constant(r);
    const char *where = c == '{' ? " while decoding a JSON object from a unicode string"
                                 : " while decoding a JSON array from a unicode string";
    if (!guard_enter(r->vm, where)) return VALUE_NULL;
    Value v = c == '{' ? read_object(r) : read_array(r);
    guard_leave(r->vm);
    return v;
}

/* ---- the scanner: scan_once(text, at) -> (value, end) */

static Value scanner_call(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    static const char *const names[] = {"string", "idx", NULL};
    static const ArgSpec spec = {"scan_once", names, 0, 2, 2};
    Value out[2];
    int64_t at;
    if (!args_bind(vm, &spec, args, nargs, kwnames, out)) return VALUE_NULL;
    if (!is_str(out[0])) return raise_error(vm, T_TypeError, "first argument must be a string, not %T", out[0]);
    if (!object_as_index(vm, out[1], &at, INDEX_CLIPPED)) return VALUE_NULL;
    if (at < 0) return raise_error(vm, T_ValueError, "idx cannot be negative");
    uint32_t length = AS(Str, out[0])->length;
    Reader r = {vm, AS(Scanner, self), AS(Str, out[0]), dict_new(vm), at < length ? (uint32_t)at : length};
    if (r.memo == NULL) return VALUE_NULL;
    if (at > length) r.at = length;
    Value v = at >= length ? raise_stop_iteration(vm, value_small(at)) : read_value(&r);
    obj_release(vm, r.memo);
    Value pair = v == VALUE_NULL ? VALUE_NULL : obj_value(tuple_pack(vm, 2, v, value_small(r.at)));
    value_release(vm, v);
    return pair;
}

static bool take_attribute(Vm *vm, Value from, const char *name, Value *slot) {
    Str *key = str_intern_c(vm, name);
    if (key != NULL) *slot = object_getattr(vm, from, key);
    obj_release(vm, key);
    return *slot != VALUE_NULL;
}

static Value scanner_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    static const char *const names[] = {"context", NULL};
    static const ArgSpec spec = {"make_scanner", names, 0, 1, 1};
    Value from, strict = VALUE_NULL;
    if (!args_bind(vm, &spec, args, nargs, kwnames, &from)) return VALUE_NULL;
    Scanner *s = object_new(vm, type, 0);
    if (s == NULL) return VALUE_NULL;
    bool ok = take_attribute(vm, from, "strict", &strict) && take_attribute(vm, from, "object_hook", &s->object_hook) &&
              take_attribute(vm, from, "object_pairs_hook", &s->pairs_hook) &&
              take_attribute(vm, from, "parse_float", &s->parse_float) &&
              take_attribute(vm, from, "parse_int", &s->parse_int) &&
              take_attribute(vm, from, "parse_constant", &s->parse_constant);
    int truth = ok ? object_truth(vm, strict) : -1;
    value_release(vm, strict);
    s->strict = truth > 0;
    if (truth >= 0) return obj_value(s);
    obj_release(vm, s);
    return VALUE_NULL;
}

static void scanner_dealloc(Vm *vm, Obj *self) {
    Scanner *s = (Scanner *)self;
    value_clear(vm, &s->object_hook);
    value_clear(vm, &s->pairs_hook);
    value_clear(vm, &s->parse_float);
    value_clear(vm, &s->parse_int);
    value_clear(vm, &s->parse_constant);
}

static void scanner_traverse(Obj *self, VisitFn visit, void *context) {
    const Scanner *s = (Scanner *)self;
    visit(context, s->object_hook);
    visit(context, s->pairs_hook);
    visit(context, s->parse_float);
    visit(context, s->parse_int);
    visit(context, s->parse_constant);
}

static const TypeDef scanner_def = {
    .name = "_json.Scanner",
    .size = sizeof(Scanner),
    .flags = TYPE_GC | TYPE_BASE | TYPE_AGAIN,
    .slots = {.dealloc = scanner_dealloc, .traverse = scanner_traverse, .call = scanner_call, .new = scanner_new},
};

/* ---- the module */

static NATIVE(json_scanstring) {
    UNUSED_ARGS;
    int64_t at;
    if (!is_str(args[0])) return raise_error(vm, T_TypeError, "first argument must be a string, not %T", args[0]);
    if (!object_as_index(vm, args[1], &at, INDEX_CLIPPED)) return VALUE_NULL;
    int strict = nargs > 2 ? object_truth(vm, args[2]) : 1;
    if (strict < 0) return VALUE_NULL;
    Str *text = AS(Str, args[0]);
    if (at < 0 || at > text->length) return raise_error(vm, T_ValueError, "end is out of bounds");
    uint32_t end = (uint32_t)at;
    Str *s = read_string(vm, text, &end, strict != 0);
    Value pair = s == NULL ? VALUE_NULL : obj_value(tuple_pack(vm, 2, obj_value(s), value_small(end)));
    obj_release(vm, s);
    return pair;
}

static const MethodDef json_functions[] = {
    {"scanstring", json_scanstring, 2, 3, false, METHOD_PLAIN, "scanstring(string, end, strict=True) -> (string, end)"},
    {"encode_basestring", json_encode_basestring, 1, 1, false, METHOD_PLAIN, NULL},
    {"encode_basestring_ascii", json_encode_basestring_ascii, 1, 1, false, METHOD_PLAIN, NULL},
    {"encode", json_encode, 10, 10, false, METHOD_AGAIN, NULL},
    {0},
};

Value module_init__json(Vm *vm) {
    Module *m = module_new(vm, "_json");
    if (m == NULL) return VALUE_NULL;
    vm->state->module_state[MODULE__json] = m;
    Type *scanner = type_make(vm, &scanner_def, NULL);
    if (scanner != NULL && module_add(vm, m, "make_scanner", value_retain(obj_value(scanner))) &&
        module_add_functions(vm, m, json_functions))
        return obj_value(m);
    obj_release(vm, m);
    return VALUE_NULL;
}
