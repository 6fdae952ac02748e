/* bytes_methods.c: the methods that bytes and bytearray share. Those that search, cut and pad go by way of Latin-1
 * text, a character a byte, so that str's own methods do the work.
 */
#include "bytes.h"
#include "walk.h"

#define UNUSED_ARGS (void)args, (void)nargs, (void)kwnames

enum { MAX_ARGUMENTS = 3 };

/* ---- by way of text */

static Str *latin1(Vm *vm, BytesView view) {
    uint32_t max = 0;
    for (uint32_t i = 0; i < view.length; i++) max |= view.data[i];
    if (view.length == 1) return str_from_char(vm, max);
    Str *s = str_alloc(vm, view.length, max);
    if (s != NULL) memcpy(s->data, view.data, view.length);
    return s;
}

static Value to_bytes(Vm *vm, Value like, Value text) {
    return bytes_same_kind(vm, like, AS(Str, text)->data, AS(Str, text)->length);
}

/* The texts in a list or tuple nobody else holds become bytes in place. */
static bool items_to_bytes(Vm *vm, Value like, Value *items, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        Value b = to_bytes(vm, like, items[i]);
        if (b == VALUE_NULL) return false;
        value_set(vm, &items[i], b);
    }
    return true;
}

static Value result_to_bytes(Vm *vm, Value like, Value r) { /* takes r over */
    bool good = true;
    if (r == VALUE_NULL) return r;
    if (is_str(r)) {
        Value b = to_bytes(vm, like, r);
        value_release(vm, r);
        return b;
    }
    if (is_list(r)) good = items_to_bytes(vm, like, AS(List, r)->items, AS(List, r)->length);
    if (is_tuple(r)) good = items_to_bytes(vm, like, AS(Tuple, r)->items, AS(Tuple, r)->length);
    if (good) return r;
    value_release(vm, r);
    return VALUE_NULL;
}

/* An argument as text, owned. */
static bool argument_to_text(Vm *vm, Value v, Value *out) {
    BytesView view;
    Bytes *copy;
    if (!buffer_view_or_raise(vm, v, &view, &copy)) return false;
    *out = str_value(latin1(vm, view));
    obj_release(vm, copy);
    return *out != VALUE_NULL;
}

/* Calls a method of str; the first `texts` arguments are bytes. */
static Value via_text(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames, MethodBody *body,
                      uint32_t texts) {
    BytesView view;
    Value copy[MAX_ARGUMENTS + 1], r = VALUE_NULL;
    uint32_t made = 0, total = nargs + (kwnames != NULL ? kwnames->length : 0);
    if (total > MAX_ARGUMENTS) return body(vm, str_value(vm->empty_str), args, nargs, kwnames); /* which refuses */
    for (uint32_t i = 0; i < total; i++) copy[i] = args[i];
    while (made < nargs && made < texts && argument_to_text(vm, args[made], &copy[made])) made++;
    if ((made == nargs || made == texts) && bytes_like(vm, self, &view)) { /* as __index__ of an argument left it */
        Value text = str_value(latin1(vm, view));
        if (text != VALUE_NULL) r = result_to_bytes(vm, self, body(vm, text, copy, nargs, kwnames));
        value_release(vm, text);
    }
    for (uint32_t i = 0; i < made; i++) value_release(vm, copy[i]);
    return r;
}

#define VIA_TEXT(name, texts)                                                                                          \
    Value bytes_##name##_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {               \
        return via_text(vm, self, args, nargs, kwnames, str_##name##_method, texts);                                   \
    }

VIA_TEXT(removeprefix, 1)
VIA_TEXT(removesuffix, 1)
VIA_TEXT(replace, 2)
VIA_TEXT(zfill, 0)
VIA_TEXT(expandtabs, 0)
VIA_TEXT(partition, 1)
VIA_TEXT(rpartition, 1)

/* ---- find, index, count: directly, as what is searched may be long, and the range within it short */

/* What is looked for, and where: (what[, start[, end]]). An int is one byte, which is kept in `byte`. */
typedef struct Search {
    BytesView in, what;
    unsigned char byte;
    Bytes *copy; /* owned, see buffer_view */
    uint32_t start, end;
} Search;

static bool what_argument(Vm *vm, Value v, Search *search) {
    if (buffer_view(vm, v, &search->what, &search->copy)) return true;
    if (error_is_set(vm)) return false;
    if (!is_int(v) && type_of(vm, v)->slots.as_int == NULL) {
        raise_error(vm, T_TypeError, "argument should be integer or bytes-like object, not '%T'", v);
        return false;
    }
    search->what = (BytesView){&search->byte, 1};
    return byte_argument(vm, v, "byte must be in range(0, 256)", &search->byte);
}

/* As in CPython the range is looked at first. What is called for it and for an int may change a bytearray: it is looked
 * at last. */
static bool search_arguments(Vm *vm, Value self, const Value *args, uint32_t nargs, Search *search) {
    if (!bytes_like(vm, self, &search->in)) return false;
    if (!range_arguments(vm, args, nargs, 1, search->in.length, &search->start, &search->end)) return false;
    if (!what_argument(vm, args[0], search)) return false;
    bytes_like(vm, self, &search->in);
    if (search->end > search->in.length) search->end = search->in.length;
    return true;
}

/* The place of `what`, -1: nowhere. */
static int64_t search_forward(const Search *search, uint32_t start) {
    if (start > search->end) return -1;
    const unsigned char *data = search->in.data;
    const unsigned char *found =
        find_in_bytes(data + start, search->end - start, search->what.data, search->what.length);
    return found == NULL ? -1 : found - data;
}

static int64_t search_backward(const Search *search) {
    BytesView what = search->what;
    for (int64_t at = (int64_t)search->end - what.length; at >= search->start; at--) {
        if (what.length == 0 || memcmp(search->in.data + at, what.data, what.length) == 0) return at;
    }
    return -1;
}

static Value find_value(Vm *vm, Value self, const Value *args, uint32_t nargs, bool right) {
    Search search;
    if (!search_arguments(vm, self, args, nargs, &search)) return VALUE_NULL;
    int64_t at = right ? search_backward(&search) : search_forward(&search, search.start);
    obj_release(vm, search.copy);
    return value_small(at);
}

static Value index_value(Vm *vm, Value self, const Value *args, uint32_t nargs, bool right) {
    Value r = find_value(vm, self, args, nargs, right);
    return r == value_small(-1) ? raise_error(vm, T_ValueError, "subsection not found") : r;
}

Value bytes_find_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    return find_value(vm, self, args, nargs, false);
}

Value bytes_rfind_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    return find_value(vm, self, args, nargs, true);
}

Value bytes_index_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    return index_value(vm, self, args, nargs, false);
}

Value bytes_rindex_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    return index_value(vm, self, args, nargs, true);
}

Value bytes_count_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    Search search;
    if (!search_arguments(vm, self, args, nargs, &search)) return VALUE_NULL;
    uint32_t step = search.what.length > 0 ? search.what.length : 1, count = 0;
    for (int64_t at = search.start; (at = search_forward(&search, (uint32_t)at)) >= 0; at += step) count++;
    obj_release(vm, search.copy);
    return value_small(count);
}

static Value justify(Vm *vm, Value self, const Value *args, uint32_t nargs, MethodBody *body, const char *name) {
    BytesView view;
    int64_t width;
    if (nargs < 2) return via_text(vm, self, args, nargs, NULL, body, 0);
    if (!object_as_index(vm, args[0], &width, INDEX_ARGUMENT)) return VALUE_NULL;
    if (bytes_like(vm, args[1], &view) && view.length != 1) {
        return raise_error(vm, T_TypeError,
                           "%s(): argument 2 must be a byte string of length 1, not a %T object of length %u", name,
                           args[1], view.length);
    }
    if (!bytes_like(vm, args[1], &view)) {
        return raise_error(vm, T_TypeError, "%s() argument 2 must be a byte string of length 1, not %B", name, args[1]);
    }
    Value copy[2] = {args[0], str_value(str_from_char(vm, view.data[0]))};
    Value r = copy[1] == VALUE_NULL ? VALUE_NULL : via_text(vm, self, copy, 2, NULL, body, 0);
    value_release(vm, copy[1]);
    return r;
}

Value bytes_center_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    return justify(vm, self, args, nargs, str_center_method, "center");
}

Value bytes_ljust_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    return justify(vm, self, args, nargs, str_ljust_method, "ljust");
}

Value bytes_rjust_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    return justify(vm, self, args, nargs, str_rjust_method, "rjust");
}

/* ---- white space: only ASCII's, so not by way of text alone */

static bool is_space(unsigned char c) {
    return c == ' ' || (c >= 9 && c <= 13);
}

static Value strip(Vm *vm, Value self, const Value *args, uint32_t nargs, bool left, bool right) {
    BytesView s, set = {(const unsigned char *)" \t\n\r\v\f", 6};
    Bytes *copy = NULL;
    if (nargs > 0 && !value_is_none(args[0]) && !buffer_view_or_raise(vm, args[0], &set, &copy)) return VALUE_NULL;
    if (!bytes_like(vm, self, &s)) return VALUE_NULL;
    uint32_t start = 0, end = s.length;
    while (left && start < end && set.length != 0 && memchr(set.data, s.data[start], set.length) != NULL) start++;
    while (right && end > start && set.length != 0 && memchr(set.data, s.data[end - 1], set.length) != NULL) end--;
    obj_release(vm, copy);
    if (end - start == s.length && is_exact(vm, self, T_bytes)) return value_retain(self);
    return bytes_same_kind(vm, self, s.data + start, end - start);
}

Value bytes_strip_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    return strip(vm, self, args, nargs, true, true);
}

Value bytes_lstrip_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    return strip(vm, self, args, nargs, true, false);
}

Value bytes_rstrip_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    return strip(vm, self, args, nargs, false, true);
}

static bool add_piece(Vm *vm, List *list, Value self, const unsigned char *data, uint32_t start, uint32_t end) {
    Value piece = bytes_same_kind(vm, self, data + start, end - start);
    return piece != VALUE_NULL && list_append_take(vm, list, piece);
}

static bool split_space(Vm *vm, List *list, Value self, BytesView s, int64_t limit) {
    uint32_t at = 0;
    for (;;) {
        while (at < s.length && is_space(s.data[at])) at++;
        if (at == s.length) return true;
        uint32_t start = at;
        if (limit-- == 0) return add_piece(vm, list, self, s.data, start, s.length);
        while (at < s.length && !is_space(s.data[at])) at++;
        if (!add_piece(vm, list, self, s.data, start, at)) return false;
    }
}

static bool split_space_right(Vm *vm, List *list, Value self, BytesView s, int64_t limit) {
    uint32_t at = s.length;
    bool good = true;
    while (good) {
        while (at > 0 && is_space(s.data[at - 1])) at--;
        if (at == 0) break;
        uint32_t end = at, start = 0;
        if (limit-- == 0) {
            at = 0;
        } else {
            while (at > 0 && !is_space(s.data[at - 1])) at--;
            start = at;
        }
        good = add_piece(vm, list, self, s.data, start, end);
    }
    for (uint32_t i = 0, j = list->length; i + 1 < j; i++) {
        Value v = list->items[i];
        list->items[i] = list->items[--j];
        list->items[j] = v;
    }
    return good;
}

static Value split(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames, bool right) {
    static const char *const names[] = {"sep", "maxsplit", NULL};
    const ArgSpec spec = {right ? "rsplit" : "split", names, 0, 2, 0};
    Value given[2];
    int64_t limit = -1;
    BytesView s;
    if (!args_bind(vm, &spec, args, nargs, kwnames, given)) return VALUE_NULL;
    if (given[1] != VALUE_NULL && !object_as_index(vm, given[1], &limit, INDEX_ARGUMENT)) return VALUE_NULL;
    if (given[0] != VALUE_NULL && !value_is_none(given[0])) {
        if (given[1] == VALUE_NULL) given[1] = value_small(-1);
        return via_text(vm, self, given, 2, NULL, right ? str_rsplit_method : str_split_method, 1);
    }
    List *list = list_new(vm, 0);
    if (list == NULL) return VALUE_NULL;
    if (bytes_like(vm, self, &s) &&
        (right ? split_space_right(vm, list, self, s, limit) : split_space(vm, list, self, s, limit))) {
        return obj_value(list);
    }
    obj_release(vm, list);
    return VALUE_NULL;
}

Value bytes_split_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    return split(vm, self, args, nargs, kwnames, false);
}

Value bytes_rsplit_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    return split(vm, self, args, nargs, kwnames, true);
}

static bool split_lines(Vm *vm, List *list, Value self, BytesView s, bool keep) {
    for (uint32_t at = 0; at < s.length;) {
        uint32_t start = at;
        while (at < s.length && s.data[at] != '\n' && s.data[at] != '\r') at++;
        uint32_t end = at;
        if (at < s.length) at += s.data[at] == '\r' && at + 1 < s.length && s.data[at + 1] == '\n' ? 2 : 1;
        if (!add_piece(vm, list, self, s.data, start, keep ? at : end)) return false;
    }
    return true;
}

Value bytes_splitlines_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    static const char *const names[] = {"keepends", NULL};
    static const ArgSpec spec = {"splitlines", names, 0, 1, 0};
    Value given;
    BytesView s;
    if (!args_bind(vm, &spec, args, nargs, kwnames, &given)) return VALUE_NULL;
    int keep = given == VALUE_NULL ? 0 : object_truth(vm, given);
    if (keep < 0) return VALUE_NULL;
    List *list = list_new(vm, 0);
    if (list == NULL) return VALUE_NULL;
    if (bytes_like(vm, self, &s) && split_lines(vm, list, self, s, keep != 0)) return obj_value(list);
    obj_release(vm, list);
    return VALUE_NULL;
}

/* ---- beginnings, ends, join */

static Value starts_or_ends(Vm *vm, Value self, const Value *args, uint32_t nargs, bool at_end) {
    BytesView s, part;
    Bytes *copy;
    uint32_t start, end;
    const char *name = at_end ? "endswith" : "startswith";
    if (!bytes_like(vm, self, &s) || !range_arguments(vm, args, nargs, 1, s.length, &start, &end)) return VALUE_NULL;
    if (!bytes_like(vm, self, &s)) return VALUE_NULL; /* __index__ of a bound may have made it shorter */
    if (end > s.length) end = s.length;
    const Value *parts = args;
    uint32_t count = 1;
    if (is_tuple(args[0])) {
        parts = AS(Tuple, args[0])->items;
        count = AS(Tuple, args[0])->length;
    }
    for (uint32_t i = 0; i < count; i++) {
        if (!buffer_view(vm, parts[i], &part, &copy)) {
            if (error_is_set(vm) && (parts != args || !error_matches(vm, T_TypeError))) return VALUE_NULL;
            if (parts != args) return bytes_like_or_raise(vm, parts[i], &part) ? VALUE_TRUE : VALUE_NULL;
            return raise_error(vm, T_TypeError, "%s first arg must be bytes or a tuple of bytes, not %T", name,
                               args[0]);
        }
        bytes_like(vm, self, &s); /* again: so may __buffer__ */
        if (end > s.length) end = s.length;
        bool fits = start <= end && part.length <= end - start;
        bool is = fits && memcmp(s.data + (at_end ? end - part.length : start), part.data, part.length) == 0;
        obj_release(vm, copy);
        if (is) return VALUE_TRUE;
    }
    return VALUE_FALSE;
}

Value bytes_startswith_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    return starts_or_ends(vm, self, args, nargs, false);
}

Value bytes_endswith_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    return starts_or_ends(vm, self, args, nargs, true);
}

static Value join_items(Vm *vm, Value self, Value items) {
    Value r = VALUE_NULL;
    StrBuilder b;
    builder_init(&b, vm);
    bool good = true;
    for (uint32_t i = 0; good && i < AS(List, items)->length; i++) {
        BytesView separator, view;
        Value item = AS(List, items)->items[i];
        Bytes *copy;
        good = buffer_view(vm, item, &view, &copy);
        if (!good) {
            raise_error(vm, T_TypeError, "sequence item %u: expected a bytes-like object, %T found", i, item);
            break;
        }
        if (i != 0 && bytes_like(vm, self, &separator)) {
            builder_ascii(&b, (const char *)separator.data, separator.length);
        }
        builder_ascii(&b, (const char *)view.data, view.length);
        obj_release(vm, copy);
    }
    if (good) r = b.failed ? raise_no_memory(vm) : bytes_same_kind(vm, self, b.data, b.length);
    builder_drop(&b);
    return r;
}

static Value walked_join(Vm *vm, Value *state) {
    return join_items(vm, state[1], state[0]);
}

Value bytes_join_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs, (void)kwnames;
    static const WalkOps ops = {walk_append, walk_append_quick, walked_join};
    Value iterator;
    if (walk_wanted(vm, args[0], &iterator) > 0) return walk_list_tail(vm, &ops, iterator, value_retain(self));
    if (error_is_set(vm)) return raise_not_joined(vm);
    Value items = list_from_sequence(vm, args[0], "can only join an iterable");
    if (items == VALUE_NULL) return VALUE_NULL;
    Value r = join_items(vm, self, items);
    value_release(vm, items);
    return r;
}

/* ---- letters: ASCII alone */

static bool is_upper(unsigned char c) {
    return c >= 'A' && c <= 'Z';
}
static bool is_lower(unsigned char c) {
    return c >= 'a' && c <= 'z';
}
static bool is_digit(unsigned char c) {
    return c >= '0' && c <= '9';
}

enum change { CHANGE_UPPER, CHANGE_LOWER, CHANGE_TITLE, CHANGE_CAPITALIZE, CHANGE_SWAP };

static Value change_case(Vm *vm, Value self, enum change change) {
    BytesView s;
    if (!bytes_like(vm, self, &s)) return VALUE_NULL;
    Value r = bytes_same_kind(vm, self, s.data, s.length);
    if (r == VALUE_NULL) return r;
    unsigned char *out = is_bytearray(vm, r) ? AS(ByteArray, r)->data : AS(Bytes, r)->data;
    bool in_word = false;
    for (uint32_t i = 0; i < s.length; i++) {
        bool letter = is_upper(out[i]) || is_lower(out[i]);
        bool up = change == CHANGE_UPPER || (change == CHANGE_TITLE && !in_word) ||
                  (change == CHANGE_CAPITALIZE && i == 0) || (change == CHANGE_SWAP && is_lower(out[i]));
        in_word = letter;
        if (letter) out[i] = (unsigned char)(up ? out[i] & ~32 : out[i] | 32);
    }
    return r;
}

#define CASE_METHOD(name, change)                                                                                      \
    Value bytes_##name##_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {               \
        UNUSED_ARGS;                                                                                                   \
        return change_case(vm, self, change);                                                                          \
    }
CASE_METHOD(upper, CHANGE_UPPER)
CASE_METHOD(lower, CHANGE_LOWER)
CASE_METHOD(title, CHANGE_TITLE)
CASE_METHOD(capitalize, CHANGE_CAPITALIZE)
CASE_METHOD(swapcase, CHANGE_SWAP)

static bool is_letter(unsigned char c) {
    return is_upper(c) || is_lower(c);
}
static bool is_alnum(unsigned char c) {
    return is_letter(c) || is_digit(c);
}
static bool is_ascii(unsigned char c) {
    return c < 0x80;
}

static Value all_are(Vm *vm, Value self, bool (*is)(unsigned char c), bool when_empty) {
    BytesView s;
    if (!bytes_like(vm, self, &s)) return VALUE_NULL;
    for (uint32_t i = 0; i < s.length; i++) {
        if (!is(s.data[i])) return VALUE_FALSE;
    }
    return value_bool(s.length != 0 || when_empty);
}

#define ALL_METHOD(name, is, when_empty)                                                                               \
    Value bytes_##name##_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {               \
        UNUSED_ARGS;                                                                                                   \
        return all_are(vm, self, is, when_empty);                                                                      \
    }
ALL_METHOD(isalpha, is_letter, false)
ALL_METHOD(isdigit, is_digit, false)
ALL_METHOD(isalnum, is_alnum, false)
ALL_METHOD(isspace, is_space, false)
ALL_METHOD(isascii, is_ascii, true)

static Value one_case(Vm *vm, Value self, bool (*wanted)(unsigned char c), bool (*unwanted)(unsigned char c)) {
    BytesView s;
    bool found = false;
    if (!bytes_like(vm, self, &s)) return VALUE_NULL;
    for (uint32_t i = 0; i < s.length; i++) {
        if (unwanted(s.data[i])) return VALUE_FALSE;
        found |= wanted(s.data[i]);
    }
    return value_bool(found);
}

Value bytes_isupper_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    UNUSED_ARGS;
    return one_case(vm, self, is_upper, is_lower);
}

Value bytes_islower_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    UNUSED_ARGS;
    return one_case(vm, self, is_lower, is_upper);
}

Value bytes_istitle_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    UNUSED_ARGS;
    BytesView s;
    bool in_word = false, found = false;
    if (!bytes_like(vm, self, &s)) return VALUE_NULL;
    for (uint32_t i = 0; i < s.length; i++) {
        if ((is_upper(s.data[i]) && in_word) || (is_lower(s.data[i]) && !in_word)) return VALUE_FALSE;
        in_word = is_letter(s.data[i]);
        found |= in_word;
    }
    return value_bool(found);
}

/* ---- translate, decode, hex */

Value bytes_translate_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    static const char *const names[] = {"table", "delete", NULL};
    static const ArgSpec spec = {"translate", names, 1, 2, 1};
    Value given[2];
    BytesView s, table = {NULL, 0}, drop = {(const unsigned char *)"", 0};
    if (!args_bind(vm, &spec, args, nargs, kwnames, given)) return VALUE_NULL;
    if (!value_is_none(given[0])) {
        if (!bytes_like_or_raise(vm, given[0], &table)) return VALUE_NULL;
        if (table.length != 256) return raise_error(vm, T_ValueError, "translation table must be 256 characters long");
    }
    if (given[1] != VALUE_NULL && !bytes_like_or_raise(vm, given[1], &drop)) return VALUE_NULL;
    if (!bytes_like(vm, self, &s)) return VALUE_NULL;
    Bytes *out = bytes_new(vm, NULL, s.length);
    if (out == NULL) return VALUE_NULL;
    uint32_t n = 0;
    for (uint32_t i = 0; i < s.length; i++) {
        if (drop.length != 0 && memchr(drop.data, s.data[i], drop.length) != NULL) continue;
        out->data[n++] = table.length != 0 ? table.data[s.data[i]] : s.data[i];
    }
    Value r = bytes_same_kind(vm, self, out->data, n);
    obj_release(vm, out);
    return r;
}

Value bytes_maketrans_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self, (void)nargs, (void)kwnames;
    BytesView from, to;
    if (!bytes_like_or_raise(vm, args[0], &from) || !bytes_like_or_raise(vm, args[1], &to)) return VALUE_NULL;
    if (from.length != to.length) {
        return raise_error(vm, T_ValueError, "maketrans arguments must have same length");
    }
    Bytes *b = bytes_new(vm, NULL, 256);
    if (b == NULL) return VALUE_NULL;
    for (uint32_t i = 0; i < 256; i++) b->data[i] = (unsigned char)i;
    for (uint32_t i = 0; i < from.length; i++) b->data[from.data[i]] = to.data[i];
    return obj_value(b);
}

Value bytes_decode_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    static const char *const names[] = {"encoding", "errors", NULL};
    static const ArgSpec spec = {"decode", names, 0, 2, 0};
    Value given[2];
    const char *encoding, *errors;
    BytesView s;
    if (!args_bind(vm, &spec, args, nargs, kwnames, given)) return VALUE_NULL;
    if (!codec_arguments(vm, "decode", given[0], given[1], &encoding, &errors)) return VALUE_NULL;
    if (!bytes_like(vm, self, &s)) return VALUE_NULL;
    return bytes_decode(vm, self, s.data, s.length, encoding, errors);
}

static void put_byte(StrBuilder *b, unsigned char byte) {
    builder_char(b, (unsigned char)"0123456789abcdef"[byte >> 4]);
    builder_char(b, (unsigned char)"0123456789abcdef"[byte & 15]);
}

#define NO_SEPARATOR UINT32_MAX

static bool hex_separator(Vm *vm, Value v, uint32_t *separator) {
    BytesView view;
    *separator = NO_SEPARATOR;
    if (v == VALUE_NULL) return true;
    uint32_t length = 0;
    if (is_str(v)) {
        length = AS(Str, v)->length;
        if (length == 1) *separator = str_at(AS(Str, v), 0);
    } else if (bytes_like(vm, v, &view)) {
        length = view.length;
        if (length == 1) *separator = view.data[0];
    } else {
        int64_t count = object_length(vm, v);
        if (count < 0) return false;
        if (count == 1) return raise_error(vm, T_TypeError, "sep must be str or bytes.") != VALUE_NULL;
    }
    if (length == 1 && *separator < 128) return true;
    raise_error(vm, T_ValueError, length == 1 ? "sep must be ASCII." : "sep must be length 1.");
    return false;
}

Value bytes_hex_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    static const char *const names[] = {"sep", "bytes_per_sep", NULL};
    static const ArgSpec spec = {"hex", names, 0, 2, 0};
    Value given[2];
    uint32_t separator;
    int64_t group = 1;
    BytesView s;
    if (!args_bind(vm, &spec, args, nargs, kwnames, given)) return VALUE_NULL;
    if (given[1] != VALUE_NULL && !object_as_index(vm, given[1], &group, INDEX_CLIPPED)) return VALUE_NULL;
    if (!hex_separator(vm, given[0], &separator)) return VALUE_NULL;
    if (!bytes_like(vm, self, &s)) return VALUE_NULL;
    StrBuilder b;
    builder_init(&b, vm);
    int64_t step = group < 0 ? -group : group;
    for (uint32_t i = 0; i < s.length; i++) {
        int64_t place = group < 0 ? (int64_t)i : (int64_t)s.length - i; /* positive: counted from the right */
        if (i != 0 && separator != NO_SEPARATOR && step != 0 && place % step == 0) builder_char(&b, separator);
        put_byte(&b, s.data[i]);
    }
    return str_value(builder_finish(&b));
}

static int hex_value(uint32_t c) {
    if (c >= '0' && c <= '9') return (int)c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? (int)c - 'a' + 10 : -1;
}

static Value from_hex(Vm *vm, Value self, const Str *s) {
    Bytes *b = bytes_new(vm, NULL, s->length / 2);
    if (b == NULL) return VALUE_NULL;
    uint32_t n = 0;
    for (uint32_t i = 0; i < s->length; i++) {
        uint32_t c = str_at(s, i);
        if (c < 128 && is_space((unsigned char)c)) continue;
        int high = hex_value(c), low = i + 1 < s->length ? hex_value(str_at(s, i + 1)) : -1;
        if (high < 0 || low < 0) {
            obj_release(vm, b);
            if (high >= 0 && i + 1 == s->length) {
                return raise_error(vm, T_ValueError, "fromhex() arg must contain an even number of hexadecimal digits");
            }
            return raise_error(vm, T_ValueError, "non-hexadecimal number found in fromhex() arg at position %u",
                               high < 0 ? i : i + 1);
        }
        b->data[n++] = (unsigned char)(high << 4 | low);
        i++;
    }
    Value r;
    if (value_obj(self) == (Obj *)TYPE(vm, bytes)) {
        r = bytes_same_kind(vm, VALUE_NONE, b->data, n);
    } else {
        b->length = n;
        b->data[n] = 0;
        Value arg = obj_value(b);
        r = call_value(vm, self, &arg, 1, NULL);
    }
    obj_release(vm, b);
    return r;
}

Value bytes_fromhex_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs, (void)kwnames;
    BytesView view;
    if (is_str(args[0])) return from_hex(vm, self, AS(Str, args[0]));
    if (!bytes_like(vm, args[0], &view))
        return raise_error(vm, T_TypeError, "fromhex() argument must be str or bytes-like, not %T", args[0]);
    Value text = bytes_decode(vm, VALUE_NONE, view.data, view.length, "latin-1", NULL);
    if (text == VALUE_NULL) return VALUE_NULL;
    Value made = from_hex(vm, self, AS(Str, text));
    value_release(vm, text);
    return made;
}
