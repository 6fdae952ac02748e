/* str_intern.c: the table of interned strings, and the strings every Vm starts with. The table borrows: a string that
 * dies takes itself out.
 */
#include "boot.h"
#include "str_intern.h"
#include "vm_state.h"

typedef struct InternTable {
    Str **slots; /* open addressing, NULL: free */
    uint32_t capacity, count;
} InternTable;

static InternTable *table_of(Vm *vm) {
    return vm->state->interned;
}

static uint32_t place_of(const InternTable *t, Str *s) {
    uint32_t at = (uint32_t)str_hash(s) & (t->capacity - 1);
    while (t->slots[at] != NULL && !str_equal(t->slots[at], s)) at = (at + 1) & (t->capacity - 1);
    return at;
}

static bool table_grow(Vm *vm, InternTable *t) {
    InternTable bigger = {.capacity = t->capacity == 0 ? 1024 : t->capacity * 2, .count = t->count};
    bigger.slots = mem_zalloc(vm->mem, (size_t)bigger.capacity * sizeof(Str *));
    if (bigger.slots == NULL) return false;
    for (uint32_t i = 0; i < t->capacity; i++) {
        if (t->slots[i] != NULL) bigger.slots[place_of(&bigger, t->slots[i])] = t->slots[i];
    }
    mem_free(vm->mem, t->slots, (size_t)t->capacity * sizeof(Str *));
    *t = bigger;
    return true;
}

Str *str_intern(Vm *vm, Str *s) {
    if (s == NULL || s->interned) return s;
    InternTable *t = table_of(vm);
    /* a subclass has more than its text; none is interned in CPython either */
    if (t == NULL || (s->head.type != TYPE(vm, str) && s->head.type != NULL)) return s;
    if (t->count * 3 >= t->capacity * 2 && !table_grow(vm, t)) {
        obj_release(vm, s);
        raise_no_memory(vm);
        return NULL;
    }
    uint32_t at = place_of(t, s);
    if (t->slots[at] != NULL) {
        Str *known = t->slots[at];
        obj_retain(known);
        obj_release(vm, s);
        return known;
    }
    t->slots[at] = s;
    t->count++;
    s->interned = 1;
    return s;
}

/* Linear probing: what follows moves up so that no search stops early. */
void str_intern_forget(Vm *vm, Str *s) {
    InternTable *t = table_of(vm);
    if (t == NULL || t->capacity == 0) return;
    uint32_t mask = t->capacity - 1, hole = place_of(t, s);
    if (t->slots[hole] != s) return;
    t->count--;
    for (uint32_t at = (hole + 1) & mask; t->slots[at] != NULL; at = (at + 1) & mask) {
        uint32_t home = (uint32_t)str_hash(t->slots[at]) & mask;
        if (((at - home) & mask) < ((at - hole) & mask)) continue;
        t->slots[hole] = t->slots[at];
        hole = at;
    }
    t->slots[hole] = NULL;
}

Str *str_intern_utf8(Vm *vm, const char *utf8, size_t length) {
    return str_intern(vm, str_from_utf8(vm, utf8, length));
}

Str *str_intern_c(Vm *vm, const char *utf8) {
    return str_intern(vm, str_new(vm, utf8));
}

/* ---- start and end */

#undef NAME /* the names themselves now, not their use */
static const char *const name_texts[] = {
#define NAME(x) #x,
#include "names.def"
#undef NAME
};

bool str_boot(Vm *vm) {
    InternTable *t = mem_zalloc(vm->mem, sizeof *t);
    if (t == NULL) return false;
    vm->state->interned = t;
    vm->empty_str = str_intern(vm, str_alloc(vm, 0, 0));
    if (vm->empty_str == NULL) return false;
    for (uint32_t i = 0; i < 256; i++) {
        vm->chars[i] = str_intern(vm, str_from_char(vm, i));
        if (vm->chars[i] == NULL) return false;
    }
    for (uint32_t i = 0; i < NAME_ID_COUNT; i++) {
        vm->names[i] = str_intern_c(vm, name_texts[i]);
        if (vm->names[i] == NULL) return false;
    }
    return true;
}

void str_close(Vm *vm) {
    InternTable *t = table_of(vm);
    for (uint32_t i = 0; i < NAME_ID_COUNT; i++) obj_release(vm, vm->names[i]);
    for (uint32_t i = 0; i < 256; i++) obj_release(vm, vm->chars[i]);
    obj_release(vm, vm->empty_str);
    memset(vm->names, 0, sizeof vm->names);
    memset(vm->chars, 0, sizeof vm->chars);
    vm->empty_str = NULL;
    vm->state->interned = NULL;
    if (t == NULL) return;
    mem_free(vm->mem, t->slots, (size_t)t->capacity * sizeof(Str *));
    mem_free(vm->mem, t, sizeof *t);
}
