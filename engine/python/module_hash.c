/* module_hash.c: the module _hash: MD5, SHA-1 and the SHA-2 family, as objects that take their data piece by piece. */
#include "builtins.h"
#include "bytes.h"
#include "modules.h"
#include "sha512.h"
#include "vm_state.h"

/* floor(2**32 * abs(sin(i + 1))) */
static const uint32_t md5_rounds[] = {
    0xd76aa478, 0xe8c7b756, 0x242070db, 0xc1bdceee, 0xf57c0faf, 0x4787c62a, 0xa8304613, 0xfd469501,
    0x698098d8, 0x8b44f7af, 0xffff5bb1, 0x895cd7be, 0x6b901122, 0xfd987193, 0xa679438e, 0x49b40821,
    0xf61e2562, 0xc040b340, 0x265e5a51, 0xe9b6c7aa, 0xd62f105d, 0x02441453, 0xd8a1e681, 0xe7d3fbc8,
    0x21e1cde6, 0xc33707d6, 0xf4d50d87, 0x455a14ed, 0xa9e3e905, 0xfcefa3f8, 0x676f02d9, 0x8d2a4c8a,
    0xfffa3942, 0x8771f681, 0x6d9d6122, 0xfde5380c, 0xa4beea44, 0x4bdecfa9, 0xf6bb4b60, 0xbebfbc70,
    0x289b7ec6, 0xeaa127fa, 0xd4ef3085, 0x04881d05, 0xd9d4d039, 0xe6db99e5, 0x1fa27cf8, 0xc4ac5665,
    0xf4292244, 0x432aff97, 0xab9423a7, 0xfc93a039, 0x655b59c3, 0x8f0ccc92, 0xffeff47d, 0x85845dd1,
    0x6fa87e4f, 0xfe2ce6e0, 0xa3014314, 0x4e0811a1, 0xf7537e82, 0xbd3af235, 0x2ad7d2bb, 0xeb86d391,
};
/* Of SHA-384; the low halves are SHA-224's, as the high halves of SHA-512's are SHA-256's. */
static const uint64_t sha384_start[] = {
    0xcbbb9d5dc1059ed8, 0x629a292a367cd507, 0x9159015a3070dd17, 0x152fecd8f70e5939,
    0x67332667ffc00b31, 0x8eb44a8768581511, 0xdb0c2e0d64f98fa7, 0x47b5481dbefa4fa4,
};

enum hash_kind { HASH_MD5, HASH_SHA1, HASH_SHA224, HASH_SHA256, HASH_SHA384, HASH_SHA512 };

typedef struct HashDef {
    const char *name;
    uint32_t digest_size, block_size;
} HashDef;
static const HashDef defs[] = {
    {"md5", 16, 64}, {"sha1", 20, 64}, {"sha224", 28, 64}, {"sha256", 32, 64}, {"sha384", 48, 128}, {"sha512", 64, 128},
};

typedef struct Hash {
    Obj head;
    uint8_t kind;
    uint32_t filled; /* of block */
    uint64_t length; /* of all data, in bytes */
    uint64_t state[8];
    unsigned char block[128];
} Hash;

static uint32_t left(uint32_t x, uint32_t n) {
    return x << n | x >> (32 - n);
}

static uint32_t load_big(const unsigned char *p) {
    return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

static uint32_t load_little(const unsigned char *p) {
    return (uint32_t)p[3] << 24 | (uint32_t)p[2] << 16 | (uint32_t)p[1] << 8 | p[0];
}

/* ---- one block. States of 32 bits stand in words of 64. */

static void md5_block(uint64_t *state, const unsigned char *block) {
    static const uint8_t shifts[] = {7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21};
    uint32_t a = (uint32_t)state[0], b = (uint32_t)state[1], c = (uint32_t)state[2], d = (uint32_t)state[3];
    for (uint32_t i = 0; i < 64; i++) {
        uint32_t round = i / 16, f, g;
        switch (round) {
        case 0: f = (b & c) | (~b & d), g = i; break;
        case 1: f = (d & b) | (~d & c), g = 5 * i + 1; break;
        case 2: f = b ^ c ^ d, g = 3 * i + 5; break;
        default: f = c ^ (b | ~d), g = 7 * i;
        }
        f += a + md5_rounds[i] + load_little(block + 4 * (g % 16));
        a = d;
        d = c;
        c = b;
        b += left(f, shifts[4 * round + i % 4]);
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
}

static void sha1_block(uint64_t *state, const unsigned char *block) {
    uint32_t w[80], s[5];
    for (int i = 0; i < 16; i++) w[i] = load_big(block + 4 * i);
    for (int i = 16; i < 80; i++) w[i] = left(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
    for (int i = 0; i < 5; i++) s[i] = (uint32_t)state[i];
    for (int i = 0; i < 80; i++) {
        uint32_t f = i < 20   ? ((s[1] & s[2]) | (~s[1] & s[3])) + 0x5A827999
                     : i < 40 ? (s[1] ^ s[2] ^ s[3]) + 0x6ED9EBA1
                     : i < 60 ? ((s[1] & s[2]) | (s[1] & s[3]) | (s[2] & s[3])) + 0x8F1BBCDC
                              : (s[1] ^ s[2] ^ s[3]) + 0xCA62C1D6;
        f += left(s[0], 5) + s[4] + w[i];
        memmove(s + 1, s, 4 * sizeof *s);
        s[2] = left(s[2], 30);
        s[0] = f;
    }
    for (int i = 0; i < 5; i++) state[i] += s[i];
}

static void sha256_block(uint64_t *state, const unsigned char *block) {
    uint32_t w[64], s[8];
    for (int i = 0; i < 16; i++) w[i] = load_big(block + 4 * i);
    for (int i = 16; i < 64; i++) {
        uint32_t a = w[i - 15], b = w[i - 2];
        w[i] = w[i - 16] + (left(a, 25) ^ left(a, 14) ^ a >> 3) + w[i - 7] + (left(b, 15) ^ left(b, 13) ^ b >> 10);
    }
    for (int i = 0; i < 8; i++) s[i] = (uint32_t)state[i];
    for (int i = 0; i < 64; i++) {
        uint32_t e = s[4], a = s[0];
        uint32_t t1 = s[7] + (left(e, 26) ^ left(e, 21) ^ left(e, 7)) + ((e & s[5]) ^ (~e & s[6])) +
                      (uint32_t)(sha512_rounds[i] >> 32) + w[i];
        uint32_t t2 = (left(a, 30) ^ left(a, 19) ^ left(a, 10)) + ((a & s[1]) ^ (a & s[2]) ^ (s[1] & s[2]));
        memmove(s + 1, s, 7 * sizeof *s);
        s[4] += t1;
        s[0] = t1 + t2;
    }
    for (int i = 0; i < 8; i++) state[i] += s[i];
}

static void hash_block(Hash *h, const unsigned char *block) {
    switch ((enum hash_kind)h->kind) {
    case HASH_MD5: md5_block(h->state, block); break;
    case HASH_SHA1: sha1_block(h->state, block); break;
    case HASH_SHA224:
    case HASH_SHA256: sha256_block(h->state, block); break;
    case HASH_SHA384:
    case HASH_SHA512: sha512_compress(h->state, block); break;
    }
}

/* ---- any length */

static void hash_start(Hash *h) {
    static const uint32_t small[] = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0};
    for (int i = 0; i < 8; i++) {
        switch ((enum hash_kind)h->kind) {
        case HASH_MD5:
        case HASH_SHA1: h->state[i] = i < 5 ? small[i] : 0; break;
        case HASH_SHA224: h->state[i] = (uint32_t)sha384_start[i]; break;
        case HASH_SHA256: h->state[i] = sha512_start[i] >> 32; break;
        case HASH_SHA384: h->state[i] = sha384_start[i]; break;
        case HASH_SHA512: h->state[i] = sha512_start[i]; break;
        }
    }
}

static void hash_add(Hash *h, const unsigned char *data, size_t length) {
    uint32_t size = defs[h->kind].block_size;
    h->length += length;
    while (length > 0) {
        if (h->filled == 0 && length >= size) {
            hash_block(h, data);
            data += size;
            length -= size;
            continue;
        }
        size_t n = size - h->filled < length ? size - h->filled : length;
        memcpy(h->block + h->filled, data, n);
        h->filled += (uint32_t)n;
        data += n;
        length -= n;
        if (h->filled < size) continue;
        hash_block(h, h->block);
        h->filled = 0;
    }
}

/* The digest of a copy, which is padded. */
static void hash_digest(const Hash *hash, unsigned char *digest) {
    Hash h = *hash;
    const HashDef *def = &defs[h.kind];
    uint64_t bits = h.length * 8;
    uint32_t count = def->block_size == 64 ? 8 : 16, word = count / 2; /* bytes of the length, of a word */
    static const unsigned char padding[128] = {0x80};
    uint32_t rest = def->block_size - count, n = h.filled < rest ? rest - h.filled : rest + def->block_size - h.filled;
    unsigned char tail[16] = {0};
    for (uint32_t i = 0; i < 8; i++) tail[h.kind == HASH_MD5 ? i : count - 1 - i] = (unsigned char)(bits >> 8 * i);
    hash_add(&h, padding, n);
    hash_add(&h, tail, count);
    for (uint32_t i = 0; i < def->digest_size; i++) {
        uint32_t shift = h.kind == HASH_MD5 ? i % word : word - 1 - i % word;
        digest[i] = (unsigned char)(h.state[i / word] >> 8 * shift);
    }
}

/* ---- objects */

static bool add_data(Vm *vm, Hash *h, Value data) {
    BytesView view;
    if (!bytes_like(vm, data, &view)) {
        raise_error(vm, T_TypeError,
                    is_str(data) ? "Strings must be encoded before hashing"
                                 : "object supporting the buffer API required");
        return false;
    }
    hash_add(h, view.data, view.length);
    return true;
}

static NATIVE(hash_update) {
    UNUSED_ARGS;
    return add_data(vm, AS(Hash, self), args[0]) ? VALUE_NONE : VALUE_NULL;
}

static NATIVE(hash_digest_method) {
    UNUSED_ARGS;
    unsigned char digest[64];
    hash_digest(AS(Hash, self), digest);
    return obj_value(bytes_new(vm, digest, defs[AS(Hash, self)->kind].digest_size));
}

static NATIVE(hash_hexdigest) {
    UNUSED_ARGS;
    unsigned char digest[64];
    char text[128];
    uint32_t size = defs[AS(Hash, self)->kind].digest_size;
    hash_digest(AS(Hash, self), digest);
    for (uint32_t i = 0; i < 2 * size; i++) text[i] = "0123456789abcdef"[digest[i / 2] >> (i % 2 == 0 ? 4 : 0) & 15];
    return obj_value(str_from_ascii(vm, text, 2 * size));
}

static NATIVE(hash_copy) {
    UNUSED_ARGS;
    Hash *copy = object_new(vm, type_of(vm, self), 0);
    if (copy == NULL) return VALUE_NULL;
    memcpy((char *)copy + sizeof(Obj), (const char *)AS(Hash, self) + sizeof(Obj), sizeof(Hash) - sizeof(Obj));
    return obj_value(copy);
}

static Value hash_get_name(Vm *vm, Value self) {
    return obj_value(str_new(vm, defs[AS(Hash, self)->kind].name));
}

static Value hash_get_digest_size(Vm *vm, Value self) {
    (void)vm;
    return value_small(defs[AS(Hash, self)->kind].digest_size);
}

static Value hash_get_block_size(Vm *vm, Value self) {
    (void)vm;
    return value_small(defs[AS(Hash, self)->kind].block_size);
}

static Value hash_repr(Vm *vm, Value self) {
    return obj_value(str_format(vm, "<%s _hashlib.HASH object @ 0x%zx>", defs[AS(Hash, self)->kind].name,
                                (size_t)(uintptr_t)value_obj(self)));
}

static void hash_dealloc(Vm *vm, Obj *self) {
    (void)vm, (void)self;
}

static const MethodDef hash_methods[] = {
    {"update", hash_update, 1, 1, false, METHOD_PLAIN, "Update this hash object's state with the provided string."},
    {"digest", hash_digest_method, 0, 0, false, METHOD_PLAIN, "Return the digest value as a bytes object."},
    {"hexdigest", hash_hexdigest, 0, 0, false, METHOD_PLAIN,
     "Return the digest value as a string of hexadecimal digits."},
    {"copy", hash_copy, 0, 0, false, METHOD_PLAIN, "Return a copy of the hash object."},
    {0},
};

static const GetSetDef hash_getset[] = {
    {"name", hash_get_name, NULL, NULL},
    {"digest_size", hash_get_digest_size, NULL, NULL},
    {"block_size", hash_get_block_size, NULL, NULL},
    {0},
};

static const TypeDef hash_def = {
    .name = "_hashlib.HASH",
    .size = sizeof(Hash),
    .flags = TYPE_NO_NEW | TYPE_IMMUTABLE,
    .slots = {.dealloc = hash_dealloc, .repr = hash_repr},
    .methods = hash_methods,
    .getset = hash_getset,
};

/* new(name, data) -> HASH, or None for a hash that is not known. */
static NATIVE(hash_new) {
    UNUSED_ARGS;
    for (uint32_t kind = 0; is_str(args[0]) && kind < sizeof defs / sizeof defs[0]; kind++) {
        if (!str_equals_c(AS(Str, args[0]), defs[kind].name)) continue;
        Hash *h = object_new(vm, vm->state->module_state[MODULE__hash], 0);
        if (h == NULL) return VALUE_NULL;
        h->kind = (uint8_t)kind;
        hash_start(h);
        if (add_data(vm, h, args[1])) return obj_value(h);
        obj_release(vm, h);
        return VALUE_NULL;
    }
    return VALUE_NONE;
}

static const MethodDef hash_functions[] = {{"new", hash_new, 2, 2, false, METHOD_PLAIN, NULL}, {0}};

Value module_init__hash(Vm *vm) {
    Module *m = module_new(vm, "_hash");
    if (m == NULL) return VALUE_NULL;
    Type *type = type_make(vm, &hash_def, NULL);
    vm->state->module_state[MODULE__hash] = type;
    if (type != NULL && module_add_functions(vm, m, hash_functions)) return obj_value(m);
    obj_release(vm, m);
    return VALUE_NULL;
}
