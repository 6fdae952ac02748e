/* freeze.c: writes images of compiled code (frozen.h). */
#include "freeze.h"
#include "number.h"
#include "types_private.h"

#include <string.h>

typedef struct Output {
    uint8_t *bytes; /* owned */
    size_t length, capacity;
} Output;

typedef struct Freezer {
    Vm *vm;
    bool failed;
    Output code, references, strings;
    Dict *numbers;    /* of strings */
    List *made;       /* digits of big ints: they must live as long as `numbers` */
    uint32_t *recent; /* owned: numbers of strings, the most recent last */
    uint32_t ntexts, nrecent, capacity;
} Freezer;

/* The code that is written. */
typedef struct Writing {
    const Code *code;
    uint32_t *consts; /* owned: old indices of those written, in their new order */
    uint32_t nconsts;
    uint32_t last; /* the temporary that was named last */
} Writing;

/* ---- bytes ---- */

static void fail(Freezer *f) {
    if (!f->failed && !error_is_set(f->vm)) raise_no_memory(f->vm);
    f->failed = true;
}

static bool grow(Freezer *f, Output *o, size_t more) {
    if (f->failed) return false;
    if (o->length + more <= o->capacity) return true;
    size_t wanted = o->capacity * 2 + more + 64;
    uint8_t *bytes = mem_realloc(f->vm->mem, o->bytes, o->capacity, wanted);
    if (bytes == NULL) {
        fail(f);
        return false;
    }
    o->bytes = bytes;
    o->capacity = wanted;
    return true;
}

static void put_bytes(Freezer *f, Output *o, const void *bytes, size_t length) {
    if (!grow(f, o, length) || length == 0) return;
    memcpy(o->bytes + o->length, bytes, length);
    o->length += length;
}

static void put(Freezer *f, Output *o, uint64_t value) {
    uint8_t bytes[10];
    size_t n = 0;
    do {
        bytes[n] = (uint8_t)(value & 127);
        value >>= 7;
        if (value != 0) bytes[n] |= 128;
        n++;
    } while (value != 0);
    put_bytes(f, o, bytes, n);
}

static uint64_t fold(int64_t value) {
    return (uint64_t)value << 1 ^ (uint64_t)(value >> 63);
}

static void drop(Freezer *f, Output *o) {
    mem_free(f->vm->mem, o->bytes, o->capacity);
}

/* ---- strings ---- */

static int name_id(const Vm *vm, const Str *s) {
    for (int i = 0; i < NAME_ID_COUNT; i++) {
        if (vm->names[i] == s) return i;
    }
    return -1;
}

static void put_text(Freezer *f, Str *s) {
    size_t length;
    const char *utf8 = str_utf8(f->vm, s, &length);
    int id = name_id(f->vm, s);
    if (id >= 0) {
        put(f, &f->strings, (uint64_t)id << 2 | FROZEN_NAME);
        return;
    }
    if (utf8 == NULL) fail(f);
    put(f, &f->strings, (uint64_t)length << 2 | (s->interned ? FROZEN_INTERNED : FROZEN_TEXT));
    put_bytes(f, &f->strings, utf8, length);
}

static bool text_add(Freezer *f, Str *s) {
    if (!dict_set(f->vm, f->numbers, obj_value(s), value_small(f->ntexts))) return false;
    put_text(f, s);
    f->ntexts++;
    if (f->ntexts <= f->capacity) return true;
    uint32_t wanted = f->capacity * 2 + 256;
    uint32_t *recent = mem_realloc(f->vm->mem, f->recent, f->capacity * sizeof *recent, wanted * sizeof *recent);
    if (recent == NULL) return false;
    f->recent = recent;
    f->capacity = wanted;
    return true;
}

/* How many strings were referred to since this one; nrecent: it is not among them. */
static uint32_t text_rank(const Freezer *f, uint32_t number) {
    uint32_t rank = 0;
    while (rank < f->nrecent && f->recent[f->nrecent - 1 - rank] != number) rank++;
    return rank;
}

static void put_str(Freezer *f, Str *s) {
    Value known = f->failed ? VALUE_NULL : dict_get(f->vm, f->numbers, obj_value(s));
    bool fresh = known == VALUE_NULL;
    uint32_t number = fresh ? f->ntexts : (uint32_t)value_as_small(known);
    if (fresh && !f->failed && !text_add(f, s)) fail(f);
    if (f->failed) return;
    uint32_t rank = text_rank(f, number);
    if (rank < f->nrecent) {
        put(f, &f->references, rank + 2);
        uint32_t *at = &f->recent[f->nrecent - 1 - rank];
        memmove(at, at + 1, rank * sizeof *at);
        f->nrecent--;
    } else {
        put(f, &f->references, fresh ? 0 : 1);
        if (!fresh) put(f, &f->references, number);
    }
    f->recent[f->nrecent++] = number;
}

/* ---- constants ---- */

static void put_code(Freezer *f, const Code *code, const Code *around);
static void put_const(Freezer *f, Value v, const Code *around);

static void put_tag(Freezer *f, enum frozen_const tag) {
    put(f, &f->code, tag);
}

static void put_big_int(Freezer *f, Value v) {
    Value digits = int_to_str(f->vm, v, 16, false);
    if (digits == VALUE_NULL || !list_append_take(f->vm, f->made, digits)) {
        fail(f);
        return;
    }
    put_tag(f, FROZEN_BIG_INT);
    put_str(f, AS(Str, digits));
}

static void put_float(Freezer *f, double number) {
    uint64_t bits;
    memcpy(&bits, &number, sizeof bits);
    put_tag(f, FROZEN_FLOAT);
    for (int i = 0; i < 8; i++) {
        uint8_t byte = (uint8_t)(bits >> 8 * i);
        put_bytes(f, &f->code, &byte, 1);
    }
}

static void put_tuple(Freezer *f, const Tuple *tuple, const Code *around) {
    put_tag(f, FROZEN_TUPLE);
    put(f, &f->code, tuple->length);
    for (uint32_t i = 0; i < tuple->length; i++) put_const(f, tuple->items[i], around);
}

static void put_set(Freezer *f, Value set, const Code *around) {
    put_tag(f, FROZEN_SET);
    put(f, &f->code, set_length(set));
    uint32_t position = 0;
    for (Value item; set_next(set, &position, &item);) put_const(f, item, around);
}

static void put_object(Freezer *f, Value v, const Code *around) {
    Vm *vm = f->vm;
    if (is_exact(vm, v, T_str)) {
        put_tag(f, FROZEN_STRING);
        put_str(f, AS(Str, v));
    } else if (is_exact(vm, v, T_int)) {
        put_big_int(f, v);
    } else if (is_exact(vm, v, T_bytes)) {
        put_tag(f, FROZEN_BYTES);
        put(f, &f->code, AS(Bytes, v)->length);
        put_bytes(f, &f->code, AS(Bytes, v)->data, AS(Bytes, v)->length);
    } else if (is_exact(vm, v, T_tuple)) {
        put_tuple(f, AS(Tuple, v), around);
    } else if (is_exact(vm, v, T_frozenset)) {
        put_set(f, v, around);
    } else if (is_exact(vm, v, T_code)) {
        put_tag(f, FROZEN_CODE);
        put_code(f, AS(Code, v), around);
    } else {
        raise_error(vm, T_NotImplementedError, "Loopscope has no frozen constants of type '%T' yet", v);
        fail(f);
    }
}

static void put_const(Freezer *f, Value v, const Code *around) {
    if (f->failed) return;
    switch (v) {
    case VALUE_NONE: put_tag(f, FROZEN_NONE); return;
    case VALUE_FALSE: put_tag(f, FROZEN_FALSE); return;
    case VALUE_TRUE: put_tag(f, FROZEN_TRUE); return;
    case VALUE_ELLIPSIS: put_tag(f, FROZEN_ELLIPSIS); return;
    default: break;
    }
    if (value_is_int(v)) {
        put_tag(f, FROZEN_INT);
        put(f, &f->code, fold(value_as_small(v)));
    } else if (is_float(v)) {
        put_float(f, float_value(v));
    } else {
        put_object(f, v, around);
    }
}

/* ---- instructions ---- */

static void put_const_index(Freezer *f, Writing *w, uint32_t index) {
    for (uint32_t back = 1; back <= w->nconsts; back++) {
        if (w->consts[w->nconsts - back] != index) continue;
        put(f, &f->code, FROZEN_CONST_COUNT + back - 1);
        return;
    }
    if (f->failed) return;
    put_const(f, w->code->consts[index], w->code);
    w->consts[w->nconsts++] = index;
}

static void put_register(Freezer *f, Writing *w, uint32_t n) {
    const Code *code = w->code;
    if (n < code->first_temp) {
        put(f, &f->code, n << 1 | 1);
        return;
    }
    n -= code->first_temp;
    put(f, &f->code, fold((int64_t)n - w->last) << 1);
    w->last = n;
}

static void put_wide(Freezer *f, Writing *w, const Instr *instr) {
    if (instr->op == OP_LOAD_CONST || instr->op == OP_NOT_YET)
        put_const_index(f, w, instr_wide(*instr));
    else
        put(f, &f->code, fold((int32_t)instr_wide(*instr)));
}

static void put_field(Freezer *f, Writing *w, const Instr *instr, char kind, uint16_t field) {
    switch (kind) {
    case 'D':
    case 'U':
    case 'B':
    case 'R': put_register(f, w, field); break;
    case 'K': put_const_index(f, w, field); break;
    case 'N': put_str(f, w->code->names[field]); break;
    case 'S': put_str(f, w->code->sites[field].name); break;
    case 'I':
    case 'J': put(f, &f->code, fold((int16_t)field)); break;
    case 'n': put(f, &f->code, field); break;
    case 'W': put_wide(f, w, instr); break;
    default: break;
    }
}

static void put_byte(Freezer *f, uint32_t byte) {
    uint8_t bytes[] = {(uint8_t)byte};
    put_bytes(f, &f->code, bytes, 1);
}

static void put_instr(Freezer *f, Writing *w, const Instr *instr, uint16_t before) {
    put_byte(f, instr->op);
    if (instr->op == OP_EXT && before == OP_CALL_KW) {
        put_const_index(f, w, instr->a | (uint32_t)instr->b << 16);
        return;
    }
    const char *kinds = opcode_info[instr->op].operands;
    const uint16_t fields[] = {instr->a, instr->b, instr->c};
    for (int k = 0; k < 3; k++) {
        put_field(f, w, instr, kinds[k], fields[k]);
        if (kinds[k] == 'W') break;
    }
}

static void put_handlers(Freezer *f, Writing *w) {
    for (uint32_t i = 0; i < w->code->nhandlers; i++) {
        const Handler *h = &w->code->handlers[i];
        put(f, &f->code, h->start);
        put(f, &f->code, h->end - h->start);
        put(f, &f->code, h->target);
        put_register(f, w, h->depth);
        put_register(f, w, h->reg);
    }
}

/* ---- code ---- */

static enum frozen_qualname qualname_kind(Freezer *f, const Code *code, const Code *around) {
    if (str_equal(code->qualname, code->name)) return QUALNAME_PLAIN;
    if (around == NULL) return QUALNAME_GIVEN;
    const char *const formats[] = {[QUALNAME_MEMBER] = "%S.%S", [QUALNAME_LOCAL] = "%S.<locals>.%S"};
    for (enum frozen_qualname kind = QUALNAME_MEMBER; kind <= QUALNAME_LOCAL; kind++) {
        Str *guess = str_format(f->vm, formats[kind], around->qualname, code->name);
        if (guess == NULL) fail(f);
        bool same = guess != NULL && str_equal(guess, code->qualname);
        obj_release(f->vm, guess);
        if (same) return kind;
    }
    return QUALNAME_GIVEN;
}

static uint32_t count_cells(const Code *code) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < code->named; i++) count += code->varkind[i] == VAR_CELL;
    return count;
}

static uint32_t parameters_of(const Code *code) {
    return (uint32_t)code->argcount + code->kwonly + !!(code->flags & CODE_VARARGS) +
           !!(code->flags & CODE_VARKEYWORDS);
}

static void put_cells(Freezer *f, const Code *code) {
    put(f, &f->code, (uint16_t)(code->class_cell + 1));
    put(f, &f->code, count_cells(code));
    for (uint32_t i = 0; i < code->named; i++) {
        if (code->varkind[i] == VAR_CELL) put(f, &f->code, i);
    }
}

static void put_head(Freezer *f, const Code *code, const Code *around) {
    enum frozen_qualname kind = qualname_kind(f, code, around);
    bool extras = code->kwonly || code->posonly || code->nfree || code->nhandlers || count_cells(code) ||
                  code->class_cell != UINT16_MAX;
    put(f, &f->code, (code->flags & ~(uint32_t)CODE_LIBRARY) << 3 | (uint32_t)extras << 2 | kind);
    put_str(f, code->name);
    if (kind == QUALNAME_GIVEN) put_str(f, code->qualname);
    put(f, &f->code, code->argcount);
    put(f, &f->code, code->named - parameters_of(code));
    put(f, &f->code, (uint32_t)(code->nregs - code->named));
    if (extras) {
        put(f, &f->code, code->kwonly);
        put(f, &f->code, code->posonly);
        put(f, &f->code, code->nfree);
        put(f, &f->code, code->nhandlers);
        put_cells(f, code);
    }
    for (uint32_t i = 0; i < parameters_of(code); i++) put_str(f, code->varnames[i]);
}

static void put_code(Freezer *f, const Code *code, const Code *around) {
    Writing w = {.code = code, .consts = mem_alloc(f->vm->mem, code->nconsts * sizeof *w.consts)};
    if (w.consts == NULL) fail(f);
    put_head(f, code, around);
    for (uint32_t i = 0; i < code->ninstrs && !f->failed; i++)
        put_instr(f, &w, &code->instrs[i], i > 0 ? code->instrs[i - 1].op : (uint16_t)OP_NOP);
    put_byte(f, FROZEN_END);
    put_handlers(f, &w);
    mem_free(f->vm->mem, w.consts, code->nconsts * sizeof *w.consts);
}

/* ---- the whole ---- */

static void put_module(Freezer *f, Output *head, const FreezeModule *module) {
    size_t length = strlen(module->name), code = f->code.length, references = f->references.length;
    uint32_t first_text = f->ntexts;
    f->nrecent = 0;
    if (module->code != NULL) put_code(f, module->code, NULL);
    put(f, head, length);
    put_bytes(f, head, module->name, length);
    put(f, head, f->code.length - code);
    put(f, head, module->code == NULL ? module->image : f->references.length - references);
    put(f, head, first_text);
}

static Bytes *write_image(Freezer *f, const FreezeModule *modules, uint32_t count) {
    static const uint8_t magic[] = {FROZEN_MAGIC};
    Output head = {0};
    put_bytes(f, &head, magic, 1);
    put(f, &head, count);
    for (uint32_t i = 0; i < count && !f->failed; i++) put_module(f, &head, &modules[i]);
    put_bytes(f, &head, f->code.bytes, f->code.length);
    put_bytes(f, &head, f->references.bytes, f->references.length);
    put(f, &head, f->ntexts);
    put_bytes(f, &head, f->strings.bytes, f->strings.length);
    Bytes *image = f->failed ? NULL : bytes_new(f->vm, head.bytes, head.length);
    drop(f, &head);
    return image;
}

Bytes *freeze(Vm *vm, const FreezeModule *modules, uint32_t count) {
    Freezer f = {.vm = vm, .numbers = dict_new(vm), .made = list_new(vm, 0)};
    Bytes *image = f.numbers != NULL && f.made != NULL ? write_image(&f, modules, count) : NULL;
    drop(&f, &f.code);
    drop(&f, &f.references);
    drop(&f, &f.strings);
    mem_free(vm->mem, f.recent, f.capacity * sizeof *f.recent);
    obj_release(vm, f.numbers);
    obj_release(vm, f.made);
    return image;
}
