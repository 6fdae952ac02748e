/* module_random.c: the module _random: the Mersenne Twister with CPython's seeding, and what the guest module random
 * needs. */
#include "builtins.h"
#include "modules.h"
#include "sha512.h"
#include "vm_state.h"

#define WORDS 624
#define MIDDLE 397

typedef struct Twister {
    Obj head;
    uint32_t index;
    uint32_t words[WORDS];
} Twister;

static void refill(Twister *t) {
    uint32_t *w = t->words;
    for (int i = 0; i < WORDS; i++) {
        uint32_t y = (w[i] & 0x80000000u) | (w[(i + 1) % WORDS] & 0x7FFFFFFFu);
        w[i] = w[(i + MIDDLE) % WORDS] ^ (y >> 1) ^ (y & 1 ? 0x9908B0DFu : 0);
    }
    t->index = 0;
}

static uint32_t next_word(Twister *t) {
    if (t->index >= WORDS) refill(t);
    uint32_t y = t->words[t->index++];
    y ^= y >> 11;
    y ^= y << 7 & 0x9D2C5680u;
    y ^= y << 15 & 0xEFC60000u;
    return y ^ y >> 18;
}

static void seed_by_number(Twister *t, uint32_t seed) {
    uint32_t *w = t->words;
    w[0] = seed;
    for (uint32_t i = 1; i < WORDS; i++) w[i] = 1812433253u * (w[i - 1] ^ w[i - 1] >> 30) + i;
    t->index = WORDS;
}

static void seed_by_array(Twister *t, const uint32_t *key, size_t length) {
    uint32_t *w = t->words;
    seed_by_number(t, 19650218u);
    uint32_t i = 1;
    size_t j = 0;
    for (size_t k = length > WORDS ? length : WORDS; k > 0; k--) {
        w[i] = (w[i] ^ (w[i - 1] ^ w[i - 1] >> 30) * 1664525u) + key[j] + (uint32_t)j;
        if (++i >= WORDS) w[0] = w[WORDS - 1], i = 1;
        if (++j >= length) j = 0;
    }
    for (int k = WORDS - 1; k > 0; k--) {
        w[i] = (w[i] ^ (w[i - 1] ^ w[i - 1] >> 30) * 1566083941u) - i;
        if (++i >= WORDS) w[0] = w[WORDS - 1], i = 1;
    }
    w[0] = 0x80000000u;
}

/* The low 32 bits of an int that is not negative, which is shifted down by them (taken over, replaced). */
static bool take_word(Vm *vm, Value *number, uint32_t *word) {
    Value low = int_binary(vm, BINARY_AND, *number, value_small(0xFFFFFFFF));
    if (low == VALUE_NULL) return false;
    *word = (uint32_t)value_as_small(low);
    Value rest = int_binary(vm, BINARY_RSHIFT, *number, value_small(32));
    if (rest == VALUE_NULL) return false;
    value_set(vm, number, rest);
    return true;
}

static bool seed_by_int(Vm *vm, Twister *t, Value number) {
    size_t length = (size_t)(int_bit_length(number) + 31) / 32;
    if (length == 0) length = 1;
    uint32_t *key = mem_zalloc(vm->mem, length * sizeof *key);
    if (key == NULL) return raise_no_memory(vm) != VALUE_NULL;
    Value rest = int_sign(number) < 0 ? int_binary(vm, BINARY_SUB, value_small(0), number) : value_retain(number);
    bool ok = rest != VALUE_NULL;
    for (size_t i = 0; ok && i < length; i++) ok = take_word(vm, &rest, &key[i]);
    if (ok) seed_by_array(t, key, length);
    value_release(vm, rest);
    mem_free(vm->mem, key, length * sizeof *key);
    return ok;
}

static bool seed_by_entropy(Vm *vm, Twister *t) {
    uint32_t key[8];
    vm->host->entropy(vm->host->context, key, sizeof key);
    seed_by_array(t, key, 8);
    return true;
}

static NATIVE(twister_seed) {
    UNUSED_ARGS;
    Twister *t = AS(Twister, self);
    bool ok;
    if (nargs == 0 || args[0] == VALUE_NONE) {
        ok = seed_by_entropy(vm, t);
    } else if (is_int(args[0])) {
        ok = seed_by_int(vm, t, args[0]);
    } else { /* the hash, as an unsigned number */
        int64_t hash;
        if (!object_hash(vm, args[0], &hash)) return VALUE_NULL;
        Value number = int_from_uint64(vm, (uint64_t)hash);
        ok = number != VALUE_NULL && seed_by_int(vm, t, number);
        value_release(vm, number);
    }
    return ok ? VALUE_NONE : VALUE_NULL;
}

static NATIVE(twister_random) {
    UNUSED_ARGS;
    Twister *t = AS(Twister, self);
    uint32_t a = next_word(t) >> 5, b = next_word(t) >> 6;
    return float_new(vm, (a * 67108864.0 + b) * (1.0 / 9007199254740992.0));
}

/* More than 64 bits: words from the lowest on, put together from the highest. */
static Value many_bits(Vm *vm, Twister *t, int64_t bits) {
    size_t n = (size_t)((bits - 1) / 32 + 1);
    if (bits > INT32_MAX) return raise_no_memory(vm);
    uint32_t *words = mem_alloc(vm->mem, n * sizeof *words);
    if (words == NULL) return raise_no_memory(vm);
    for (size_t i = 0; i < n; i++, bits -= 32) words[i] = next_word(t) >> (bits < 32 ? 32 - bits : 0);
    Value r = value_small(0);
    for (size_t i = n; r != VALUE_NULL && i-- > 0;) {
        Value shifted = int_binary(vm, BINARY_LSHIFT, r, value_small(32));
        value_release(vm, r);
        r = shifted == VALUE_NULL ? VALUE_NULL : int_binary(vm, BINARY_OR, shifted, value_small(words[i]));
        value_release(vm, shifted);
    }
    mem_free(vm->mem, words, n * sizeof *words);
    return r;
}

static Value random_bits(Vm *vm, Twister *t, int64_t bits) {
    if (bits == 0) return value_small(0);
    if (bits <= 32) return value_small(next_word(t) >> (32 - bits));
    if (bits > 64) return many_bits(vm, t, bits);
    uint64_t low = next_word(t);
    return int_from_uint64(vm, low | (uint64_t)(next_word(t) >> (64 - bits)) << 32);
}

static NATIVE(twister_getrandbits) {
    UNUSED_ARGS;
    int64_t bits;
    if (!object_as_int64(vm, args[0], &bits)) return VALUE_NULL;
    if (bits < 0) return raise_error(vm, T_ValueError, "Cannot convert negative int");
    return random_bits(vm, AS(Twister, self), bits);
}

/* A number below n by asking for as many bits as n has, until one fits: the one way all integers of random come from.
 */
static NATIVE(twister_randbelow) {
    UNUSED_ARGS;
    Twister *t = AS(Twister, self);
    if (!is_int(args[0])) return raise_error(vm, T_TypeError, "an int is needed");
    int64_t bits = int_bit_length(args[0]);
    if (int_sign(args[0]) <= 0) return value_small(0);
    for (;;) {
        Value r = random_bits(vm, t, bits);
        if (r == VALUE_NULL || int_compare(r, args[0]) < 0) return r;
        value_release(vm, r);
    }
}

static NATIVE(twister_getstate) {
    UNUSED_ARGS;
    Twister *t = AS(Twister, self);
    Tuple *state = tuple_new(vm, WORDS + 1);
    if (state == NULL) return VALUE_NULL;
    for (uint32_t i = 0; i < WORDS; i++) state->items[i] = value_small(t->words[i]);
    state->items[WORDS] = value_small(t->index);
    return obj_value(state);
}

static NATIVE(twister_setstate) {
    UNUSED_ARGS;
    Twister *t = AS(Twister, self);
    if (!is_tuple(args[0])) return raise_error(vm, T_TypeError, "state vector must be a tuple");
    Tuple *state = AS(Tuple, args[0]);
    if (state->length != WORDS + 1) return raise_error(vm, T_ValueError, "state vector is the wrong size");
    uint32_t words[WORDS + 1];
    for (uint32_t i = 0; i <= WORDS; i++) {
        int64_t n;
        if (!object_as_int64(vm, state->items[i], &n)) return VALUE_NULL;
        words[i] = (uint32_t)n;
    }
    if (words[WORDS] > WORDS) return raise_error(vm, T_ValueError, "invalid state");
    memcpy(t->words, words, sizeof t->words);
    t->index = words[WORDS];
    return VALUE_NONE;
}

static const MethodDef twister_methods[] = {
    {"seed", twister_seed, 0, 1, false, METHOD_PLAIN, NULL},
    {"random", twister_random, 0, 0, false, METHOD_PLAIN, "random() -> x in the interval [0, 1)."},
    {"getrandbits", twister_getrandbits, 1, 1, false, METHOD_PLAIN,
     "getrandbits(k) -> x.  Generates an int with k random bits."},
    {"_randbelow", twister_randbelow, 1, 1, false, METHOD_PLAIN, NULL},
    {"getstate", twister_getstate, 0, 0, false, METHOD_PLAIN, NULL},
    {"setstate", twister_setstate, 1, 1, false, METHOD_PLAIN, NULL},
    {0},
};

static Value twister_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    Twister *t = object_new(vm, type, 0);
    if (t != NULL) seed_by_entropy(vm, t);
    return obj_value(t);
}

static void twister_dealloc(Vm *vm, Obj *self) {
    (void)vm, (void)self;
}

static const TypeDef twister_def = {
    .name = "_random.Random",
    .size = sizeof(Twister),
    .flags = TYPE_BASE,
    .slots = {.dealloc = twister_dealloc, .new = twister_new},
    .methods = twister_methods,
};

static NATIVE(random_sha512) {
    UNUSED_ARGS;
    if (!is_exact(vm, args[0], T_bytes)) return raise_error(vm, T_TypeError, "bytes are needed");
    unsigned char digest[64];
    sha512(AS(Bytes, args[0])->data, AS(Bytes, args[0])->length, digest);
    return obj_value(bytes_new(vm, digest, sizeof digest));
}

static NATIVE(random_entropy) {
    UNUSED_ARGS;
    int64_t n;
    if (!object_as_int64(vm, args[0], &n)) return VALUE_NULL;
    if (n < 0) return raise_error(vm, T_ValueError, "negative argument not allowed");
    if (n > INT32_MAX) return raise_no_memory(vm);
    Bytes *b = bytes_new(vm, NULL, (size_t)n);
    if (b != NULL && n > 0) vm->host->entropy(vm->host->context, b->data, (size_t)n);
    return obj_value(b);
}

static const MethodDef random_functions[] = {
    {"_sha512", random_sha512, 1, 1, false, METHOD_PLAIN, NULL},
    {"_urandom", random_entropy, 1, 1, false, METHOD_PLAIN, NULL},
    {0},
};

Value module_init__random(Vm *vm) {
    Module *m = module_new(vm, "_random");
    if (m == NULL) return VALUE_NULL;
    Type *type = type_make(vm, &twister_def, NULL);
    if (type != NULL && module_add(vm, m, "Random", value_retain(obj_value(type))) &&
        module_add_functions(vm, m, random_functions))
        return obj_value(m);
    obj_release(vm, m);
    return VALUE_NULL;
}
