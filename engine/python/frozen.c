/* frozen.c: reads images of compiled code (frozen.h). It believes nothing it reads: every count, index and jump is
 * checked, and an image that is wrong is refused with SystemError. */
#include "frozen.h"
#include "compile.h"
#include "number.h"

#include <string.h>

_Static_assert(OPCODE_COUNT <= FROZEN_END, "an opcode is a byte");

typedef struct Stream {
    const uint8_t *at, *end;
    bool failed;
} Stream;

typedef struct Part {
    const char *name; /* not terminated */
    uint32_t length;
    uint32_t code_size, references_size, first_text;
    uint32_t image; /* the number of the one that has its code, when this has none of it */
    const uint8_t *code, *references;
} Part;

/* A string of the image: where it stands, << 1 | 1, until it is asked for; then the Str, owned. */
typedef uintptr_t Text;

struct Frozen {
    const uint8_t *image, *strings, *end;
    uint32_t nparts, ntexts;
    Part *parts;
    Text *texts; /* NULL until a module is read: many programs need none */
};

/* Parts of code objects, until it is known how many there are. Those of inner code stand above those of outer. */
typedef struct Stack {
    char *items; /* owned */
    uint32_t count, capacity;
} Stack;

typedef struct SiteName {
    Str *name;   /* owned */
    bool shared; /* by all LOAD_GLOBALs of that name */
} SiteName;

typedef struct Reader {
    Vm *vm;
    Frozen *frozen;
    Stream code, references;
    bool failed; /* an exception is set, or the image is damaged */
    uint32_t depth, next_text;
    Stack recent;                       /* uint32_t: numbers of texts, the most recent last */
    Stack instrs, consts, names, sites; /* Instr, Value (owned), Str * (owned), SiteName */
} Reader;

/* The code that is being read, and where it begins in the stacks. */
typedef struct Reading {
    Code *code;
    uint32_t instrs, consts, names, sites;
    uint32_t last; /* the temporary that was named last */
} Reading;

/* ---- numbers ---- */

static uint32_t stream_fail(Stream *s) {
    s->failed = true;
    s->at = s->end;
    return 0;
}

static uint32_t take_byte(Stream *s) {
    return s->at < s->end ? *s->at++ : stream_fail(s);
}

static uint64_t take_long(Stream *s) {
    uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
        uint32_t byte = take_byte(s);
        value |= (uint64_t)(byte & 127) << shift;
        if (byte < 128) return value;
    }
    return stream_fail(s);
}

static uint32_t take(Stream *s) {
    if (s->at < s->end && *s->at < 128) return *s->at++;
    uint64_t value = take_long(s);
    return value <= UINT32_MAX ? (uint32_t)value : stream_fail(s);
}

static int64_t unfold(uint64_t folded) {
    return (int64_t)(folded >> 1 ^ (0 - (folded & 1)));
}

/* A number that must be below `limit`. */
static uint32_t take_below(Stream *s, uint32_t limit) {
    uint32_t value = take(s);
    return value < limit ? value : stream_fail(s);
}

/* How many things follow. Each takes a byte at least, so that no damage asks for more memory than the image is long. */
static uint32_t take_count(Stream *s) {
    uint32_t count = take(s);
    return count <= (size_t)(s->end - s->at) ? count : stream_fail(s);
}

static const uint8_t *take_bytes(Stream *s, size_t length) {
    const uint8_t *bytes = s->at;
    if (length <= (size_t)(s->end - s->at))
        s->at += length;
    else
        stream_fail(s);
    return bytes;
}

/* ---- the image ---- */

static void read_part(Stream *s, Part *part) {
    part->length = take(s);
    part->name = (const char *)take_bytes(s, part->length);
    part->code_size = take(s);
    uint32_t references = take(s);
    if (part->code_size > 0)
        part->references_size = references;
    else
        part->image = references;
    part->first_text = take(s);
}

static bool read_parts(Vm *vm, Frozen *f) {
    Stream s = {.at = f->image, .end = f->end};
    if (take_byte(&s) != FROZEN_MAGIC) return false;
    uint32_t count = take_count(&s);
    f->parts = mem_zalloc(vm->mem, count * sizeof *f->parts);
    if (f->parts == NULL) {
        raise_no_memory(vm);
        return false;
    }
    f->nparts = count;
    for (uint32_t i = 0; i < count; i++) read_part(&s, &f->parts[i]);
    for (uint32_t i = 0; i < count; i++) f->parts[i].code = take_bytes(&s, f->parts[i].code_size);
    for (uint32_t i = 0; i < count; i++) f->parts[i].references = take_bytes(&s, f->parts[i].references_size);
    f->strings = s.at;
    return !s.failed;
}

static bool read_texts(Vm *vm, Frozen *f) {
    Stream s = {.at = f->strings, .end = f->end};
    uint32_t count = take_count(&s);
    f->texts = mem_zalloc(vm->mem, count * sizeof *f->texts);
    if (f->texts == NULL) {
        raise_no_memory(vm);
        return false;
    }
    f->ntexts = count;
    for (uint32_t i = 0; i < count; i++) {
        f->texts[i] = (uintptr_t)(s.at - f->image) << 1 | 1;
        uint32_t tag = take(&s);
        if ((tag & 3) != FROZEN_NAME)
            take_bytes(&s, tag >> 2);
        else if (tag >> 2 >= NAME_ID_COUNT)
            stream_fail(&s);
    }
    if (!s.failed) return true;
    mem_free(vm->mem, f->texts, count * sizeof *f->texts);
    f->texts = NULL;
    f->ntexts = 0;
    return false;
}

static void *damaged(Vm *vm) {
    if (!error_is_set(vm)) raise_error(vm, T_SystemError, "frozen code is damaged");
    return NULL;
}

Frozen *frozen_open(Vm *vm, const void *image, size_t size) {
    Frozen *f = mem_zalloc(vm->mem, sizeof *f);
    if (f == NULL) {
        raise_no_memory(vm);
        return NULL;
    }
    f->image = image;
    f->end = f->image + size;
    if (read_parts(vm, f)) return f;
    frozen_free(vm, f);
    return damaged(vm);
}

void frozen_free(Vm *vm, Frozen *f) {
    if (f == NULL) return;
    for (uint32_t i = 0; i < f->ntexts; i++) {
        if ((f->texts[i] & 1) == 0) obj_release(vm, (Str *)f->texts[i]);
    }
    mem_free(vm->mem, f->texts, f->ntexts * sizeof *f->texts);
    mem_free(vm->mem, f->parts, f->nparts * sizeof *f->parts);
    mem_free(vm->mem, f, sizeof *f);
}

uint32_t frozen_elsewhere(const Frozen *f, int module) {
    return f->parts[module].image;
}

int frozen_find(const Frozen *f, const char *name) {
    size_t length = strlen(name);
    for (uint32_t i = 0; i < f->nparts; i++) {
        if (f->parts[i].length == length && memcmp(f->parts[i].name, name, length) == 0) return (int)i;
    }
    return -1;
}

bool frozen_is_package(const Frozen *f, const char *name) {
    size_t length = strlen(name);
    for (uint32_t i = 0; i < f->nparts; i++) {
        const Part *p = &f->parts[i];
        if (p->length > length && memcmp(p->name, name, length) == 0 && p->name[length] == '.') return true;
    }
    return false;
}

/* ---- the reader's own ---- */

static void fail(Reader *r) {
    r->failed = true;
    stream_fail(&r->code);
    stream_fail(&r->references);
}

static bool failed(const Reader *r) {
    return r->failed || r->code.failed || r->references.failed;
}

static void no_memory(Reader *r) {
    if (!failed(r)) raise_no_memory(r->vm);
    fail(r);
}

static uint16_t narrow(Reader *r, uint32_t value) {
    if (value > UINT16_MAX) fail(r);
    return (uint16_t)value;
}

/* Room for one more item at the top; NULL: failed. */
static void *push(Reader *r, Stack *stack, size_t size) {
    if (failed(r)) return NULL;
    if (stack->count == stack->capacity) {
        uint32_t wanted = stack->capacity * 2 + 64;
        void *items = mem_realloc(r->vm->mem, stack->items, stack->capacity * size, wanted * size);
        if (items == NULL) {
            no_memory(r);
            return NULL;
        }
        stack->items = items;
        stack->capacity = wanted;
    }
    return stack->items + stack->count++ * size;
}

static void *block(Reader *r, uint32_t count, size_t size) {
    void *made = failed(r) ? NULL : mem_zalloc(r->vm->mem, count * size);
    if (made == NULL) no_memory(r);
    return made;
}

/* The items from `base` on, moved into a block of their own. NULL: failed, and they are still there. */
static void *cut(Reader *r, Stack *stack, uint32_t base, size_t size, uint32_t *count) {
    uint32_t above = stack->count - base;
    void *items = block(r, above, size);
    if (items == NULL) return NULL;
    if (above > 0) memcpy(items, stack->items + base * size, above * size);
    stack->count = base;
    *count = above;
    return items;
}

/* ---- strings ---- */

static bool is_utf8(const uint8_t *bytes, uint32_t length) {
    uint32_t expected = 0;
    for (uint32_t i = 0; i < length; i++) {
        if ((bytes[i] & 0xC0) == 0x80 ? expected-- == 0 : expected != 0) return false;
        if (bytes[i] >= 0xC0) expected = 1u + (bytes[i] >= 0xE0) + (bytes[i] >= 0xF0);
        if (bytes[i] > 0xF4) return false;
    }
    return expected == 0;
}

static Str *make_text(Vm *vm, const Frozen *f, size_t offset) {
    Stream s = {.at = f->image + offset, .end = f->end};
    uint32_t tag = take(&s), length = tag >> 2;
    const char *bytes = (const char *)s.at;
    if ((tag & 3) != FROZEN_NAME && !is_utf8(s.at, length)) return NULL;
    if ((tag & 3) == FROZEN_INTERNED) return str_intern_utf8(vm, bytes, length);
    if ((tag & 3) == FROZEN_TEXT) return str_from_utf8(vm, bytes, length);
    obj_retain(vm->names[length]);
    return vm->names[length];
}

/* The number of the string that the next reference means; it becomes the most recent one. */
static uint32_t take_text(Reader *r) {
    uint32_t tag = take(&r->references), *recent = (uint32_t *)(void *)r->recent.items, text;
    if (tag >= 2) {
        if (tag - 2 >= r->recent.count) {
            fail(r);
            return 0;
        }
        uint32_t back = tag - 2, *at = recent + r->recent.count - 1 - back;
        text = *at;
        memmove(at, at + 1, back * sizeof *at);
        at[back] = text;
        return text;
    }
    text = tag == 0 ? r->next_text++ : take(&r->references);
    if (text >= r->frozen->ntexts) fail(r);
    uint32_t *top = push(r, &r->recent, sizeof *top);
    if (top != NULL) *top = text;
    return text;
}

/* The string that the next reference means, retained. NULL: failed. */
static Str *take_str(Reader *r) {
    uint32_t number = take_text(r);
    if (failed(r)) return NULL;
    Text *text = &r->frozen->texts[number];
    if (*text & 1) {
        Str *made = make_text(r->vm, r->frozen, *text >> 1);
        if (made == NULL) {
            fail(r);
            return NULL;
        }
        *text = (uintptr_t)made;
    }
    obj_retain((Str *)*text);
    return (Str *)*text;
}

/* ---- constants ---- */

static Code *take_code(Reader *r, const Code *around, Str *filename);
static Value take_const(Reader *r, const Code *around);

static Value take_float(Reader *r) {
    const uint8_t *bytes = take_bytes(&r->code, 8);
    uint64_t bits = 0;
    for (int i = 7; i >= 0 && !failed(r); i--) bits = bits << 8 | bytes[i];
    double number;
    memcpy(&number, &bits, sizeof number);
    return float_new(r->vm, number);
}

static Value take_big_int(Reader *r) {
    Str *digits = take_str(r);
    Value value = digits == NULL ? VALUE_NULL : int_parse(r->vm, digits, 16);
    obj_release(r->vm, digits);
    return value;
}

static Value take_int(Reader *r) {
    int64_t value = unfold(take_long(&r->code));
    return int_fits_small(value) ? value_small(value) : VALUE_NULL;
}

static Value take_bytes_object(Reader *r) {
    uint32_t length = take_count(&r->code);
    const uint8_t *bytes = take_bytes(&r->code, length);
    return failed(r) ? VALUE_NULL : obj_value(bytes_new(r->vm, bytes, length));
}

static Value take_tuple(Reader *r, const Code *around) {
    uint32_t length = take_count(&r->code);
    Tuple *tuple = failed(r) || r->depth >= FROZEN_DEPTH_MAX ? NULL : tuple_new(r->vm, length);
    if (tuple == NULL) return VALUE_NULL;
    r->depth++;
    for (uint32_t i = 0; i < length && !failed(r); i++) {
        tuple->items[i] = take_const(r, around);
        if (tuple->items[i] == VALUE_NULL) fail(r);
    }
    r->depth--;
    if (!failed(r)) return obj_value(tuple);
    obj_release(r->vm, tuple);
    return VALUE_NULL;
}

static Value take_set(Reader *r, const Code *around) {
    Value tuple = take_tuple(r, around), set = tuple == VALUE_NULL ? VALUE_NULL : set_new(r->vm, true);
    if (set != VALUE_NULL && !set_update(r->vm, set, tuple)) value_clear(r->vm, &set);
    value_release(r->vm, tuple);
    return set;
}

/* Owned. VALUE_NULL: failed, but that may not be noted yet. */
static Value const_of_kind(Reader *r, uint32_t kind, const Code *around) {
    switch (kind) {
    case FROZEN_NONE: return VALUE_NONE;
    case FROZEN_FALSE: return VALUE_FALSE;
    case FROZEN_TRUE: return VALUE_TRUE;
    case FROZEN_ELLIPSIS: return VALUE_ELLIPSIS;
    case FROZEN_INT: return take_int(r);
    case FROZEN_BIG_INT: return take_big_int(r);
    case FROZEN_FLOAT: return take_float(r);
    case FROZEN_STRING: return obj_value(take_str(r));
    case FROZEN_BYTES: return take_bytes_object(r);
    case FROZEN_TUPLE: return take_tuple(r, around);
    case FROZEN_SET: return take_set(r, around);
    case FROZEN_CODE: return obj_value(take_code(r, around, around->filename));
    default: return VALUE_NULL;
    }
}

static Value take_const(Reader *r, const Code *around) {
    return const_of_kind(r, take_byte(&r->code), around);
}

/* ---- instructions ---- */

static uint32_t take_const_index(Reader *r, const Reading *reading) {
    uint32_t kind = take(&r->code), known = r->consts.count - reading->consts;
    if (kind >= FROZEN_CONST_COUNT) {
        uint32_t back = kind - FROZEN_CONST_COUNT + 1;
        if (back <= known) return known - back;
        fail(r);
        return 0;
    }
    Value value = const_of_kind(r, kind, reading->code);
    if (value == VALUE_NULL) fail(r);
    Value *top = push(r, &r->consts, sizeof *top);
    if (top != NULL)
        *top = value;
    else
        value_release(r->vm, value);
    return known;
}

static uint32_t take_name_index(Reader *r, const Reading *reading) {
    Str *name = take_str(r), **names = (Str **)(void *)r->names.items;
    for (uint32_t i = reading->names; name != NULL && i < r->names.count; i++) {
        if (names[i] != name) continue;
        obj_release(r->vm, name);
        return i - reading->names;
    }
    Str **top = push(r, &r->names, sizeof *top);
    if (top != NULL)
        *top = name;
    else
        obj_release(r->vm, name);
    return r->names.count - reading->names - 1;
}

static uint32_t take_site_index(Reader *r, const Reading *reading, bool shared) {
    Str *name = take_str(r);
    SiteName *sites = (SiteName *)(void *)r->sites.items;
    for (uint32_t i = reading->sites; name != NULL && shared && i < r->sites.count; i++) {
        if (sites[i].name != name || !sites[i].shared) continue;
        obj_release(r->vm, name);
        return i - reading->sites;
    }
    SiteName *top = push(r, &r->sites, sizeof *top);
    if (top != NULL)
        *top = (SiteName){name, shared};
    else
        obj_release(r->vm, name);
    return r->sites.count - reading->sites - 1;
}

static uint32_t take_register(Reader *r, Reading *reading, bool run) {
    uint32_t folded = take(&r->code), n = folded >> 1;
    const Code *code = reading->code;
    if (folded & 1) {
        if (n >= code->first_temp) fail(r);
        return n;
    }
    n = reading->last += (uint32_t)unfold(n);
    if (n >= (uint32_t)(code->nregs - code->first_temp) + run) fail(r); /* an empty run may stand at the end */
    return code->first_temp + n;
}

/* Jumps are checked when the number of instructions is known. */
static uint32_t take_signed(Reader *r, int32_t least, int32_t most) {
    int64_t value = unfold(take_long(&r->code));
    if (value < least || value > most) fail(r);
    return (uint32_t)value;
}

static uint32_t take_wide(Reader *r, const Reading *reading, uint16_t op) {
    if (op == OP_LOAD_CONST || op == OP_NOT_YET) return take_const_index(r, reading);
    return take_signed(r, INT32_MIN, INT32_MAX);
}

static void take_fields(Reader *r, Reading *reading, Instr *instr) {
    uint16_t fields[4] = {0};
    const char *kinds = opcode_info[instr->op].operands;
    for (uint32_t k = 0; k < 3; k++) {
        uint32_t value = 0;
        switch (kinds[k]) {
        case 'D':
        case 'U':
        case 'B': value = take_register(r, reading, false); break;
        case 'R': value = take_register(r, reading, true); break;
        case 'K': value = take_const_index(r, reading); break;
        case 'N': value = take_name_index(r, reading); break;
        case 'S': value = take_site_index(r, reading, instr->op == OP_LOAD_GLOBAL); break;
        case 'I':
        case 'J': value = (uint16_t)take_signed(r, INT16_MIN, INT16_MAX); break;
        case 'n': value = take(&r->code); break;
        case 'W':
            value = take_wide(r, reading, instr->op);
            fields[k + 1] = (uint16_t)(value >> 16);
            fields[k++] = (uint16_t)value;
            continue;
        default: break;
        }
        fields[k] = narrow(r, value);
    }
    instr->a = fields[0];
    instr->b = fields[1];
    instr->c = fields[2];
}

/* CALL_KW's names stand in the EXT behind it. */
static void take_names_of_call(Reader *r, const Reading *reading, Instr *instr) {
    uint32_t index = take_const_index(r, reading);
    instr->a = (uint16_t)index;
    instr->b = (uint16_t)(index >> 16);
}

static void take_instrs(Reader *r, Reading *reading) {
    uint16_t before = OP_NOP;
    for (;;) {
        Instr instr = {.op = (uint16_t)take_byte(&r->code)};
        if (instr.op == FROZEN_END || failed(r)) return;
        if (instr.op >= OPCODE_COUNT)
            fail(r);
        else if (instr.op == OP_EXT && before == OP_CALL_KW)
            take_names_of_call(r, reading, &instr);
        else
            take_fields(r, reading, &instr);
        before = instr.op;
        Instr *top = push(r, &r->instrs, sizeof *top);
        if (top != NULL) *top = instr;
    }
}

static void check_jumps(Reader *r, const Code *code) {
    for (uint32_t i = 0; i < code->ninstrs; i++) {
        const Instr *instr = &code->instrs[i];
        int64_t offset = 0;
        if (opcode_info[instr->op].operands[2] == 'J')
            offset = (int16_t)instr->c;
        else if (instr->op >= OP_JUMP && instr->op <= OP_JUMP_IF_NULL)
            offset = (int32_t)instr_wide(*instr);
        if (offset + i + 1 < 0 || offset + i >= code->ninstrs) fail(r);
    }
}

/* ---- code ---- */

static void take_sites(Reader *r, const Reading *reading) {
    Code *code = reading->code;
    uint32_t count = r->sites.count - reading->sites;
    code->sites = block(r, count, sizeof *code->sites);
    if (code->sites == NULL) return;
    const SiteName *names = (SiteName *)(void *)r->sites.items + reading->sites;
    for (uint32_t i = 0; i < count; i++) code->sites[i].name = names[i].name;
    r->sites.count = reading->sites;
    code->nsites = count;
}

/* The instructions with their tables. */
static void take_body(Reader *r, Reading *reading) {
    Code *code = reading->code;
    take_instrs(r, reading);
    code->instrs = cut(r, &r->instrs, reading->instrs, sizeof *code->instrs, &code->ninstrs);
    code->consts = cut(r, &r->consts, reading->consts, sizeof *code->consts, &code->nconsts);
    code->names = cut(r, &r->names, reading->names, sizeof *code->names, &code->nnames);
    take_sites(r, reading);
    if (code->ninstrs == 0) fail(r);
    check_jumps(r, code);
}

static void take_handlers(Reader *r, Reading *reading, uint32_t count) {
    Code *code = reading->code;
    code->handlers = block(r, count, sizeof *code->handlers);
    if (code->handlers == NULL) return;
    code->nhandlers = count;
    for (uint32_t i = 0; i < count; i++) {
        Handler *h = &code->handlers[i];
        h->start = take_below(&r->code, code->ninstrs);
        h->end = h->start + take_below(&r->code, code->ninstrs - h->start + 1);
        h->target = take_below(&r->code, code->ninstrs);
        h->depth = (uint16_t)take_register(r, reading, true);
        h->reg = (uint16_t)take_register(r, reading, false);
    }
}

static Str *qualified(Reader *r, enum frozen_qualname kind, const Code *around, Str *name) {
    if (kind == QUALNAME_GIVEN) return take_str(r);
    if (kind != QUALNAME_PLAIN && around == NULL) fail(r);
    if (failed(r)) return NULL;
    if (kind == QUALNAME_PLAIN) {
        obj_retain(name);
        return name;
    }
    StrBuilder b;
    builder_init(&b, r->vm);
    builder_str(&b, around->qualname);
    builder_c(&b, kind == QUALNAME_LOCAL ? ".<locals>." : ".");
    builder_str(&b, name);
    Str *made = builder_finish(&b);
    if (made == NULL) fail(r);
    return made;
}

static void take_cells(Reader *r, const Code *code) {
    uint32_t count = take_count(&r->code);
    for (uint32_t i = 0; i < count && !failed(r); i++) {
        uint32_t variable = take_below(&r->code, code->named);
        if (!failed(r)) code->varkind[variable] = VAR_CELL;
    }
}

/* Only parameters have names: keyword arguments look for them. */
static void take_varnames(Reader *r, const Code *code, uint32_t parameters) {
    for (uint32_t i = 0; i < code->named && !failed(r); i++) {
        if (i >= parameters) obj_retain(r->vm->empty_str);
        code->varnames[i] = i < parameters ? take_str(r) : r->vm->empty_str;
        if (i >= code->first_free) code->varkind[i] = VAR_FREE;
    }
}

static void make_variables(Reader *r, Code *code, uint32_t parameters, uint32_t others, uint32_t temporaries) {
    uint32_t named = narrow(r, parameters + others);
    code->varnames = block(r, named, sizeof *code->varnames);
    if (code->varnames == NULL) return;
    code->named = code->first_temp = (uint16_t)named;
    code->varkind = block(r, named, 1);
    code->nregs = narrow(r, named + temporaries);
}

/* Returns the number of handlers. */
static uint32_t take_variables(Reader *r, Code *code, bool extras) {
    Stream *s = &r->code;
    code->argcount = narrow(r, take(s));
    uint32_t others = take_below(s, UINT16_MAX), temporaries = take_below(s, UINT16_MAX), handlers = 0;
    if (extras) {
        code->kwonly = narrow(r, take(s));
        code->posonly = (uint16_t)take_below(s, code->argcount + 1u);
        code->nfree = (uint16_t)take_below(s, others + 1u);
        handlers = take_count(s);
    }
    uint32_t parameters =
        (uint32_t)code->argcount + code->kwonly + !!(code->flags & CODE_VARARGS) + !!(code->flags & CODE_VARKEYWORDS);
    make_variables(r, code, parameters, others, temporaries);
    code->first_free = (uint16_t)(code->named - code->nfree);
    code->class_cell = UINT16_MAX;
    if (extras && !failed(r)) {
        code->class_cell = (uint16_t)(take_below(s, code->named + 1u) - 1);
        take_cells(r, code);
    }
    take_varnames(r, code, parameters);
    return handlers;
}

#ifndef NDEBUG
static void verify(Reader *r, const Code *code) {
    char text[200];
    if (failed(r) || code_verify(r->vm, code, text, sizeof text)) return;
    raise_error(r->vm, T_SystemError, "frozen %S: %s", code->qualname, text);
    fail(r);
}
#else
#define verify(r, code) ((void)0)
#endif

static void fill(Reader *r, Reading *reading, const Code *around) {
    Code *code = reading->code;
    uint32_t tag = take(&r->code);
    code->flags = tag >> 3 | CODE_LIBRARY;
    code->first_line = 1;
    code->doc = VALUE_NONE;
    code->name = take_str(r);
    if (!failed(r)) code->qualname = qualified(r, (enum frozen_qualname)(tag & 3), around, code->name);
    uint32_t handlers = take_variables(r, code, (tag & 4) != 0);
    if (!failed(r)) take_body(r, reading);
    if (!failed(r)) take_handlers(r, reading, handlers);
    verify(r, code);
}

/* A new reference. NULL: failed. `around`: the code that it is a constant of. */
static Code *take_code(Reader *r, const Code *around, Str *filename) {
    Code *code = failed(r) || r->depth >= FROZEN_DEPTH_MAX ? NULL : code_new(r->vm);
    if (code == NULL) {
        fail(r);
        return NULL;
    }
    code->filename = filename;
    obj_retain(filename);
    Reading reading = {code, r->instrs.count, r->consts.count, r->names.count, r->sites.count, 0};
    r->depth++;
    fill(r, &reading, around);
    r->depth--;
    if (!failed(r)) return code;
    obj_release(r->vm, code);
    return NULL;
}

static void drop_stack(Reader *r, Stack *stack, size_t size) {
    mem_free(r->vm->mem, stack->items, stack->capacity * size);
}

/* What is still on the stacks is that of code which failed. */
static void reader_close(Reader *r) {
    for (uint32_t i = 0; i < r->consts.count; i++) value_release(r->vm, ((Value *)(void *)r->consts.items)[i]);
    for (uint32_t i = 0; i < r->names.count; i++) obj_release(r->vm, ((Str **)(void *)r->names.items)[i]);
    for (uint32_t i = 0; i < r->sites.count; i++) obj_release(r->vm, ((SiteName *)(void *)r->sites.items)[i].name);
    drop_stack(r, &r->recent, sizeof(uint32_t));
    drop_stack(r, &r->instrs, sizeof(Instr));
    drop_stack(r, &r->consts, sizeof(Value));
    drop_stack(r, &r->names, sizeof(Str *));
    drop_stack(r, &r->sites, sizeof(SiteName));
}

Code *frozen_read(Vm *vm, Frozen *f, int module, Str *filename) {
    if (f->texts == NULL && !read_texts(vm, f)) return damaged(vm);
    const Part *part = &f->parts[module];
    Reader r = {.vm = vm,
                .frozen = f,
                .code = {.at = part->code, .end = part->code + part->code_size},
                .references = {.at = part->references, .end = part->references + part->references_size},
                .next_text = part->first_text};
    Code *code = take_code(&r, NULL, filename);
    reader_close(&r);
    return code != NULL ? code : damaged(vm);
}
