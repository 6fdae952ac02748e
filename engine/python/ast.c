/* ast.c: the arena that trees live in, and its table of names. */
#include "python/ast.h"

#include <string.h>

/* Small programs are the rule: the first chunk is small, later ones double up to the maximum. */
#define FIRST_CHUNK 8192u
#define MAX_CHUNK (256u * 1024u)
#define FIRST_BUCKETS 128u

typedef struct Chunk {
    struct Chunk *next;
    size_t size; /* with this header */
} Chunk;

struct Arena {
    CharacterNames names;
    Mem *mem;
    uint32_t depth;
    Chunk *chunks;
    char *cursor, *end;
    size_t next_size;
    Identifier **buckets;
    uint32_t bucket_count, name_count;
    bool failed;
};

Arena *arena_new(Mem *mem, uint32_t depth) {
    Arena *arena = mem_alloc(mem, sizeof *arena);
    if (!arena) return NULL;
    *arena = (Arena){.mem = mem, .depth = depth, .next_size = FIRST_CHUNK};
    return arena;
}

void arena_free(Arena *arena) {
    if (!arena) return;
    Mem *mem = arena->mem;
    for (Chunk *chunk = arena->chunks; chunk;) {
        Chunk *next = chunk->next;
        mem_free(mem, chunk, chunk->size);
        chunk = next;
    }
    if (arena->buckets) mem_free(mem, arena->buckets, arena->bucket_count * sizeof *arena->buckets);
    mem_free(mem, arena, sizeof *arena);
}

uint32_t arena_depth(const Arena *arena) {
    return arena->depth;
}

bool arena_failed(const Arena *arena) {
    return arena->failed;
}

void arena_set_names(Arena *arena, CharacterNames names) {
    arena->names = names;
}

CharacterNames arena_names(const Arena *arena) {
    return arena->names;
}

Mem *arena_mem(const Arena *arena) {
    return arena->mem;
}

static Chunk *add_chunk(Arena *arena, size_t size) {
    Chunk *chunk = mem_alloc(arena->mem, size);
    if (!chunk) {
        arena->failed = true;
        return NULL;
    }
    chunk->next = arena->chunks;
    chunk->size = size;
    arena->chunks = chunk;
    return chunk;
}

/* A block too big to share a chunk gets its own, and the current chunk goes on being filled. */
static void *alloc_slow(Arena *arena, size_t size) {
    if (size > SIZE_MAX / 2) {
        arena->failed = true;
        return NULL;
    }
    if (size > arena->next_size / 4) {
        Chunk *own = add_chunk(arena, sizeof(Chunk) + size);
        return own ? own + 1 : NULL;
    }
    Chunk *chunk = add_chunk(arena, arena->next_size);
    if (!chunk) return NULL;
    arena->cursor = (char *)(chunk + 1) + size;
    arena->end = (char *)chunk + chunk->size;
    if (arena->next_size < MAX_CHUNK) arena->next_size *= 2;
    return chunk + 1;
}

void *arena_alloc(Arena *arena, size_t size) {
    if (size > SIZE_MAX - 8) size = SIZE_MAX - 8;
    size = (size + 7u) & ~(size_t)7u;
    if (size > (size_t)(arena->end - arena->cursor)) return alloc_slow(arena, size);
    void *block = arena->cursor;
    arena->cursor += size;
    return block;
}

void *arena_zalloc(Arena *arena, size_t size) {
    void *block = arena_alloc(arena, size);
    if (block) memset(block, 0, size);
    return block;
}

static uint32_t hash_text(const char *text, size_t length) {
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < length; i++) hash = (hash ^ (unsigned char)text[i]) * 16777619u;
    return hash;
}

static bool grow_buckets(Arena *arena) {
    uint32_t count = arena->bucket_count ? arena->bucket_count * 4 : FIRST_BUCKETS;
    Identifier **buckets = mem_zalloc(arena->mem, count * sizeof *buckets);
    if (!buckets) return false;
    for (uint32_t i = 0; i < arena->bucket_count; i++) {
        for (Identifier *name = arena->buckets[i]; name;) {
            Identifier *next = name->next;
            name->next = buckets[name->hash & (count - 1)];
            buckets[name->hash & (count - 1)] = name;
            name = next;
        }
    }
    if (arena->buckets) mem_free(arena->mem, arena->buckets, arena->bucket_count * sizeof *arena->buckets);
    arena->buckets = buckets;
    arena->bucket_count = count;
    return true;
}

static Identifier *new_identifier(Arena *arena, const char *text, size_t length, uint32_t hash) {
    Identifier *name = arena_alloc(arena, sizeof *name + length + 1);
    if (!name) return NULL;
    char *copy = (char *)(name + 1);
    memcpy(copy, text, length);
    copy[length] = '\0';
    Identifier **bucket = &arena->buckets[hash & (arena->bucket_count - 1)];
    *name = (Identifier){.text = copy, .length = (uint32_t)length, .hash = hash, .next = *bucket};
    *bucket = name;
    arena->name_count++;
    return name;
}

Identifier *arena_intern(Arena *arena, const char *text, size_t length) {
    uint32_t hash = hash_text(text, length);
    if (arena->name_count >= arena->bucket_count && !grow_buckets(arena) && !arena->buckets) {
        arena->failed = true;
        return NULL;
    }
    for (Identifier *name = arena->buckets[hash & (arena->bucket_count - 1)]; name; name = name->next) {
        if (name->hash == hash && name->length == length && memcmp(name->text, text, length) == 0) return name;
    }
    return new_identifier(arena, text, length, hash);
}
