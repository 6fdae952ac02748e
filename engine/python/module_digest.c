/* module_digest.c: the module _digest: the cores of SHA-3, SHAKE and BLAKE2, which hashlib's classes stand on. */
#include "builtins.h"
#include "bytes.h"
#include "modules.h"
#include "sha512.h"
#include "vm_state.h"

enum digest_kind { DIGEST_KECCAK, DIGEST_BLAKE2B, DIGEST_BLAKE2S };

typedef struct Digest {
    Obj head;
    uint8_t kind, suffix; /* of Keccak: the bits behind the data, with the first of the padding */
    bool last_node;       /* of BLAKE2's trees */
    uint32_t size;        /* of a block */
    uint32_t filled;      /* of block; of Keccak's state */
    uint64_t length;      /* of all data, for BLAKE2 */
    uint64_t state[25];
    unsigned char block[128];
} Digest;

/* ---- Keccak-f[1600] */

static uint64_t left(uint64_t x, unsigned n) {
    return n == 0 ? x : x << n | x >> (64 - n);
}

/* The next round's constant: bits of a shift register at the places 2**j - 1. */
static uint64_t round_constant(uint32_t *bits) {
    uint64_t constant = 0;
    for (uint32_t place = 1; place <= 64; place *= 2) {
        if (*bits & 1) constant |= 1ull << (place - 1);
        *bits = *bits << 1 ^ (*bits >> 7) * 0x171;
    }
    return constant;
}

static void keccak_round(uint64_t *s, uint64_t constant) {
    uint64_t columns[5], row[5];
    for (int x = 0; x < 5; x++) columns[x] = s[x] ^ s[x + 5] ^ s[x + 10] ^ s[x + 15] ^ s[x + 20];
    for (int i = 0; i < 25; i++) s[i] ^= columns[(i + 4) % 5] ^ left(columns[(i + 1) % 5], 1);
    uint64_t carried = s[1];
    for (unsigned t = 0, x = 1, y = 0; t < 24; t++) { /* turn each lane and move it to the place of the next */
        unsigned next = (2 * x + 3 * y) % 5;
        x = y;
        y = next;
        uint64_t lane = s[x + 5 * y];
        s[x + 5 * y] = left(carried, (t + 1) * (t + 2) / 2 % 64);
        carried = lane;
    }
    for (int y = 0; y < 25; y += 5) {
        memcpy(row, s + y, sizeof row);
        for (int x = 0; x < 5; x++) s[y + x] = row[x] ^ (~row[(x + 1) % 5] & row[(x + 2) % 5]);
    }
    s[0] ^= constant;
}

static void keccak(uint64_t *state) {
    uint32_t bits = 1;
    for (int round = 0; round < 24; round++) keccak_round(state, round_constant(&bits));
}

static void keccak_add(Digest *d, const unsigned char *data, size_t length) {
    for (size_t i = 0; i < length; i++) {
        d->state[d->filled / 8] ^= (uint64_t)data[i] << 8 * (d->filled % 8);
        if (++d->filled < d->size) continue;
        keccak(d->state);
        d->filled = 0;
    }
}

static void keccak_finish(Digest *d, unsigned char *out, size_t length) {
    d->state[d->filled / 8] ^= (uint64_t)d->suffix << 8 * (d->filled % 8);
    d->state[d->size / 8 - 1] ^= 1ull << 63;
    for (size_t i = 0; i < length; i++) {
        uint32_t at = (uint32_t)(i % d->size);
        if (at == 0) keccak(d->state);
        out[i] = (unsigned char)(d->state[at / 8] >> 8 * (at % 8));
    }
}

/* ---- BLAKE2: words of 64 bits, or the same with words of 32 */

static const uint8_t blake_order[10][16] = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}, {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
    {11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4}, {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
    {9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13}, {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
    {12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11}, {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
    {6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5}, {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0},
};

typedef struct BlakeDef {
    uint32_t word, rounds; /* bytes of a word */
    uint8_t turns[4];
} BlakeDef;
static const BlakeDef blake_defs[] = {
    [DIGEST_BLAKE2B] = {8, 12, {32, 24, 16, 63}},
    [DIGEST_BLAKE2S] = {4, 10, {16, 12, 8, 7}},
};

static uint64_t blake_start(const BlakeDef *def, int i) {
    return def->word == 8 ? sha512_start[i] : sha512_start[i] >> 32;
}

static uint64_t load_little(const unsigned char *p, uint32_t size) {
    uint64_t word = 0;
    for (uint32_t i = 0; i < size; i++) word |= (uint64_t)p[i] << 8 * i;
    return word;
}

static uint64_t turned(const BlakeDef *def, uint64_t x, int which) {
    uint32_t n = def->turns[which], width = 8 * def->word;
    uint64_t word = x >> n | x << (width - n);
    return width == 64 ? word : (uint32_t)word;
}

static uint64_t sum(const BlakeDef *def, uint64_t a, uint64_t b, uint64_t c) {
    return def->word == 8 ? a + b + c : (uint32_t)(a + b + c);
}

static void blake_mix(const BlakeDef *def, uint64_t *v, const uint8_t *at, uint64_t x, uint64_t y) {
    uint64_t *a = v + at[0], *b = v + at[1], *c = v + at[2], *d = v + at[3];
    *a = sum(def, *a, *b, x);
    *d = turned(def, *d ^ *a, 0);
    *c = sum(def, *c, *d, 0);
    *b = turned(def, *b ^ *c, 1);
    *a = sum(def, *a, *b, y);
    *d = turned(def, *d ^ *a, 2);
    *c = sum(def, *c, *d, 0);
    *b = turned(def, *b ^ *c, 3);
}

static void blake_block(Digest *d, bool last) {
    static const uint8_t places[8][4] = {{0, 4, 8, 12},  {1, 5, 9, 13},  {2, 6, 10, 14}, {3, 7, 11, 15},
                                         {0, 5, 10, 15}, {1, 6, 11, 12}, {2, 7, 8, 13},  {3, 4, 9, 14}};
    const BlakeDef *def = &blake_defs[d->kind];
    uint64_t v[16], words[16], ones = def->word == 8 ? ~0ull : 0xffffffffull;
    for (int i = 0; i < 8; i++) v[i] = d->state[i];
    for (int i = 0; i < 8; i++) v[i + 8] = blake_start(def, i);
    v[12] ^= d->length & ones;
    v[13] ^= def->word == 8 ? 0 : d->length >> 32;
    if (last) v[14] ^= ones;
    if (last && d->last_node) v[15] ^= ones;
    for (uint32_t i = 0; i < 16; i++) words[i] = load_little(d->block + i * def->word, def->word);
    for (uint32_t round = 0; round < def->rounds; round++) {
        const uint8_t *order = blake_order[round % 10];
        for (int i = 0; i < 8; i++) blake_mix(def, v, places[i], words[order[2 * i]], words[order[2 * i + 1]]);
    }
    for (int i = 0; i < 8; i++) d->state[i] ^= v[i] ^ v[i + 8];
}

/* The last block waits for the end, which it has to know of. */
static void blake_add(Digest *d, const unsigned char *data, size_t length) {
    while (length > 0) {
        if (d->filled == d->size) {
            blake_block(d, false);
            d->filled = 0;
        }
        size_t n = d->size - d->filled < length ? d->size - d->filled : length;
        memcpy(d->block + d->filled, data, n);
        d->filled += (uint32_t)n;
        d->length += n;
        data += n;
        length -= n;
    }
}

static void blake_finish(Digest *d, unsigned char *out, size_t length) {
    uint32_t word = blake_defs[d->kind].word;
    memset(d->block + d->filled, 0, d->size - d->filled);
    blake_block(d, true);
    for (size_t i = 0; i < length; i++) out[i] = (unsigned char)(d->state[i / word] >> 8 * (i % word));
}

/* ---- objects */

static NATIVE(digest_update) {
    UNUSED_ARGS;
    BytesView view;
    Digest *d = AS(Digest, self);
    if (!bytes_like(vm, args[0], &view)) {
        return raise_error(vm, T_TypeError,
                           is_str(args[0]) ? "Strings must be encoded before hashing"
                                           : "object supporting the buffer API required");
    }
    if (d->kind == DIGEST_KECCAK)
        keccak_add(d, view.data, view.length);
    else
        blake_add(d, view.data, view.length);
    return VALUE_NONE;
}

/* finish(length) -> bytes; the object takes more data after it. */
static NATIVE(digest_finish) {
    UNUSED_ARGS;
    int64_t length;
    if (!object_as_int64(vm, args[0], &length)) return VALUE_NULL;
    if (length < 0 || length >= 1 << 29) return raise_error(vm, T_ValueError, "length must be positive and small");
    Bytes *bytes = bytes_new(vm, NULL, (uint32_t)length);
    if (bytes == NULL) return VALUE_NULL;
    Digest d = *AS(Digest, self);
    if (d.kind == DIGEST_KECCAK)
        keccak_finish(&d, bytes->data, (size_t)length);
    else
        blake_finish(&d, bytes->data, (size_t)length);
    return obj_value(bytes);
}

static NATIVE(digest_copy) {
    UNUSED_ARGS;
    Digest *copy = object_new(vm, type_of(vm, self), 0);
    if (copy == NULL) return VALUE_NULL;
    memcpy((char *)copy + sizeof(Obj), (const char *)AS(Digest, self) + sizeof(Obj), sizeof(Digest) - sizeof(Obj));
    return obj_value(copy);
}

static void digest_dealloc(Vm *vm, Obj *self) {
    (void)vm, (void)self;
}

static const MethodDef digest_methods[] = {
    {"update", digest_update, 1, 1, false, METHOD_PLAIN, NULL},
    {"finish", digest_finish, 1, 1, false, METHOD_PLAIN, NULL},
    {"copy", digest_copy, 0, 0, false, METHOD_PLAIN, NULL},
    {0},
};

static const TypeDef digest_def = {
    .name = "_digest.Digest",
    .size = sizeof(Digest),
    .flags = TYPE_NO_NEW | TYPE_IMMUTABLE,
    .slots = {.dealloc = digest_dealloc},
    .methods = digest_methods,
};

static Digest *digest_new(Vm *vm, enum digest_kind kind, uint32_t size) {
    Digest *d = object_new(vm, vm->state->module_state[MODULE__digest], 0);
    if (d == NULL) return NULL;
    memset((char *)d + sizeof(Obj), 0, sizeof(Digest) - sizeof(Obj));
    d->kind = (uint8_t)kind;
    d->size = size;
    return d;
}

/* keccak(rate in bytes, suffix) */
static NATIVE(make_keccak) {
    UNUSED_ARGS;
    int64_t rate, suffix;
    if (!object_as_int64(vm, args[0], &rate) || !object_as_int64(vm, args[1], &suffix)) return VALUE_NULL;
    if (rate < 8 || rate > 192 || rate % 8 != 0) return raise_error(vm, T_ValueError, "no such rate");
    Digest *d = digest_new(vm, DIGEST_KECCAK, (uint32_t)rate);
    if (d != NULL) d->suffix = (uint8_t)suffix;
    return d == NULL ? VALUE_NULL : obj_value(d);
}

/* blake2(parameter block, whether this is a tree's last node): a block of 64 bytes asks for BLAKE2b, one of 32 for
 * BLAKE2s. */
static NATIVE(make_blake2) {
    UNUSED_ARGS;
    BytesView block;
    if (!bytes_like_or_raise(vm, args[0], &block)) return VALUE_NULL;
    if (block.length != 64 && block.length != 32) return raise_error(vm, T_ValueError, "no such parameter block");
    enum digest_kind kind = block.length == 64 ? DIGEST_BLAKE2B : DIGEST_BLAKE2S;
    const BlakeDef *def = &blake_defs[kind];
    Digest *d = digest_new(vm, kind, 16 * def->word);
    if (d == NULL) return VALUE_NULL;
    d->last_node = args[1] == VALUE_TRUE;
    for (int i = 0; i < 8; i++)
        d->state[i] = blake_start(def, i) ^ load_little(block.data + (uint32_t)i * def->word, def->word);
    return obj_value(d);
}

static const MethodDef digest_functions[] = {
    {"keccak", make_keccak, 2, 2, false, METHOD_PLAIN, NULL},
    {"blake2", make_blake2, 2, 2, false, METHOD_PLAIN, NULL},
    {0},
};

Value module_init__digest(Vm *vm) {
    Module *m = module_new(vm, "_digest");
    if (m == NULL) return VALUE_NULL;
    Type *type = type_make(vm, &digest_def, NULL);
    vm->state->module_state[MODULE__digest] = type;
    if (type != NULL && module_add_functions(vm, m, digest_functions)) return obj_value(m);
    obj_release(vm, m);
    return VALUE_NULL;
}
