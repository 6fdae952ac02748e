/* alloc.c: the engine's allocator. Owns every byte the engine uses.
 *
 * Blocks up to SMALL_MAX bytes come from size classes 16 bytes apart, each with its own free list, cut from pages of
 * PAGE bytes; larger ones come from malloc. Object pages hold objects only and know their slots, so that they can be
 * walked. Small slots are 16-byte aligned and large objects 8 bytes off that, which is how mem_scratch tells them apart
 * without being told a size.
 */
#include "alloc.h"

#include <stdlib.h>
#include <string.h>

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/asan_interface.h>
#define SANITIZED true
#define POISON(p, n) ASAN_POISON_MEMORY_REGION((p), (n))
#define UNPOISON(p, n) ASAN_UNPOISON_MEMORY_REGION((p), (n))
#else
#define SANITIZED false
#define POISON(p, n) ((void)(p), (void)(n))
#define UNPOISON(p, n) ((void)(p), (void)(n))
#endif

#define PAGE ((size_t)16384)
#define ARENA_PAGES ((size_t)16)
#define SMALL_MAX ((size_t)512)
#define CLASSES (SMALL_MAX / 16)

typedef struct Page {
    _Alignas(16) struct Page *next; /* of the same class of objects */
    uint32_t slot;                  /* bytes per slot */
    uint32_t bump;                  /* offset of the first slot never given out */
    uint32_t *scratch;              /* one per slot while a collection runs */
    uint32_t end;                   /* offset behind the last slot; from the page's end down: their numbers */
    uint32_t per_slot;              /* 65536 / (slot / 16), rounded up: finds a slot's index without a division */
} Page;                             /* the slots follow, 16-byte aligned */

_Static_assert(sizeof(Page) % 16 == 0, "slots are 16-byte aligned");

typedef struct Large {
    struct Large *prev, *next;
    void *block; /* what malloc gave */
    size_t size;
    uint32_t scratch, number;
} Large;

#define LARGE_OFFSET ((size_t)40) /* a multiple of 8 but not of 16 that holds a Large */
_Static_assert(sizeof(Large) <= LARGE_OFFSET, "a Large stands before its object");

typedef struct Free {
    uint64_t zero; /* the first word of a free object slot is 0 */
    struct Free *next;
} Free;

typedef struct Arena {
    struct Arena *next;
} Arena;

struct Mem {
    size_t limit, used, reserve;
    size_t peak; /* of `used`, looked at when a page or a large block is taken */
    size_t stop; /* up to which `used` may grow without further questions: 0 while one is to fail */
    uint64_t fail_at;
    bool fail_onwards;
    Arena *arenas;
    char *arena_next, *arena_end; /* pages left in the newest arena */
    Page *object_pages[CLASSES];
    Free *object_free[CLASSES];
    Free *raw_free[CLASSES];
    char *raw_next[CLASSES], *raw_end[CLASSES];
    Large large; /* ring of the large objects */
};

static void set_stop(Mem *mem) {
    size_t stop = mem->limit + mem->reserve;
    if (mem->limit == 0 || stop < mem->reserve) stop = SIZE_MAX;
    mem->stop = mem->fail_at != 0 ? 0 : stop;
}

Mem *mem_new(size_t limit) {
    Mem *mem = calloc(1, sizeof *mem);
    if (mem == NULL) return NULL;
    mem->limit = limit;
    set_stop(mem);
    mem->large.prev = mem->large.next = &mem->large;
    return mem;
}

void mem_close(Mem *mem) {
    while (mem->large.next != &mem->large) {
        Large *large = mem->large.next;
        mem->large.next = large->next;
        free(large->block);
    }
    while (mem->arenas != NULL) {
        Arena *arena = mem->arenas;
        mem->arenas = arena->next;
        UNPOISON(arena, PAGE * (ARENA_PAGES + 1) + sizeof(Arena));
        free(arena);
    }
    free(mem);
}

void mem_set_limit(Mem *mem, size_t limit) {
    mem->limit = limit;
    set_stop(mem);
}

size_t mem_used(const Mem *mem) {
    return mem->used;
}

void mem_fail_at(Mem *mem, uint64_t n, bool onwards) {
    mem->fail_at = n;
    mem->fail_onwards = onwards;
    set_stop(mem);
}

uint64_t mem_fail_left(const Mem *mem) {
    return mem->fail_at;
}

void mem_set_reserve(Mem *mem, size_t extra) {
    mem->reserve = extra;
    set_stop(mem);
}

static NOINLINE bool take_asking(Mem *mem, size_t size) {
    if (mem->fail_at == 1) {
        if (!mem->fail_onwards) mem->fail_at = 0;
        set_stop(mem);
        return false;
    }
    if (mem->fail_at > 1) mem->fail_at--;
    if (mem->limit != 0) {
        size_t limit = mem->limit + mem->reserve;
        if (size > limit || mem->used > limit - size) return false;
    }
    mem->used += size;
    return true;
}

/* Whether `size` more bytes may be given out; counts them when so. */
static inline bool take(Mem *mem, size_t size) {
    size_t used = mem->used + size;
    if (UNLIKELY(used > mem->stop || used < size)) return take_asking(mem, size);
    mem->used = used;
    return true;
}

size_t mem_peak(Mem *mem, bool reset) {
    size_t peak = mem->peak > mem->used ? mem->peak : mem->used;
    mem->peak = reset ? mem->used : peak;
    return peak;
}

static void *page_new(Mem *mem) {
    (void)mem_peak(mem, false);
    if (mem->arena_next == mem->arena_end) {
        Arena *arena = malloc(PAGE * (ARENA_PAGES + 1) + sizeof(Arena));
        if (arena == NULL) return NULL;
        arena->next = mem->arenas;
        mem->arenas = arena;
        uintptr_t first = ((uintptr_t)(arena + 1) + PAGE - 1) & ~(uintptr_t)(PAGE - 1);
        mem->arena_next = (char *)arena + (first - (uintptr_t)arena);
        mem->arena_end = mem->arena_next + PAGE * ARENA_PAGES;
    }
    void *page = mem->arena_next;
    mem->arena_next += PAGE;
    return page;
}

static size_t class_of(size_t size) {
    return size == 0 ? 0 : (size - 1) / 16;
}

/* ---- raw blocks */

static void *raw_small(Mem *mem, size_t class) {
    Free *slot = mem->raw_free[class];
    if (slot != NULL) {
        mem->raw_free[class] = slot->next;
        return slot;
    }
    size_t size = (class + 1) * 16;
    if (mem->raw_next[class] == NULL || (size_t)(mem->raw_end[class] - mem->raw_next[class]) < size) {
        char *page = page_new(mem);
        if (page == NULL) return NULL;
        mem->raw_next[class] = page;
        mem->raw_end[class] = page + PAGE;
    }
    void *block = mem->raw_next[class];
    mem->raw_next[class] += size;
    return block;
}

void *mem_alloc(Mem *mem, size_t size) {
    if (!take(mem, size)) return NULL;
    if (size > SMALL_MAX) (void)mem_peak(mem, false);
    void *block = size <= SMALL_MAX && !SANITIZED ? raw_small(mem, class_of(size)) : malloc(size == 0 ? 1 : size);
    if (block == NULL) mem->used -= size;
    return block;
}

void *mem_zalloc(Mem *mem, size_t size) {
    void *block = mem_alloc(mem, size);
    if (block != NULL) memset(block, 0, size);
    return block;
}

void mem_free(Mem *mem, void *block, size_t size) {
    if (block == NULL) return;
    mem->used -= size;
    if (size > SMALL_MAX || SANITIZED) {
        free(block);
        return;
    }
    Free *slot = block;
    size_t class = class_of(size);
    slot->next = mem->raw_free[class];
    mem->raw_free[class] = slot;
}

void *mem_realloc(Mem *mem, void *block, size_t old_size, size_t new_size) {
    if (block == NULL) return mem_alloc(mem, new_size);
    if (old_size > SMALL_MAX && new_size > SMALL_MAX) {
        if (new_size > old_size) {
            if (!take(mem, new_size - old_size)) return NULL;
            (void)mem_peak(mem, false);
        } else {
            mem->used -= old_size - new_size;
        }
        void *moved = realloc(block, new_size);
        if (moved == NULL) mem->used = mem->used + old_size - new_size;
        return moved;
    }
    if (!SANITIZED && old_size <= SMALL_MAX && new_size <= SMALL_MAX && class_of(old_size) == class_of(new_size)) {
        mem->used = mem->used + new_size - old_size;
        return block;
    }
    void *moved = mem_alloc(mem, new_size);
    if (moved == NULL) return NULL;
    memcpy(moved, block, old_size < new_size ? old_size : new_size);
    mem_free(mem, block, old_size);
    return moved;
}

/* ---- object slots */

static Page *object_page_new(Mem *mem, size_t class) {
    Page *page = page_new(mem);
    if (page == NULL) return NULL;
    uint32_t size = (uint32_t)(class + 1) * 16;
    uint32_t slots = (uint32_t)(PAGE - sizeof(Page)) / (size + (uint32_t)sizeof(uint32_t));
    *page = (Page){.next = mem->object_pages[class],
                   .slot = size,
                   .bump = sizeof(Page),
                   .end = (uint32_t)sizeof(Page) + slots * size,
                   .per_slot = (65536 + (uint32_t) class) / ((uint32_t) class + 1)};
    mem->object_pages[class] = page;
    return page;
}

static NOINLINE void *object_bump(Mem *mem, size_t class) {
    Page *page = mem->object_pages[class];
    if (page == NULL || page->bump == page->end) page = object_page_new(mem, class);
    if (page == NULL) return NULL;
    void *object = (char *)page + page->bump;
    page->bump += page->slot;
    *(uint64_t *)object = 0;
    return object;
}

static NOINLINE void *object_large(Mem *mem, size_t size) {
    if (!take(mem, size)) return NULL;
    (void)mem_peak(mem, false);
    char *block = malloc(size + LARGE_OFFSET + 16);
    if (block == NULL) {
        mem->used -= size;
        return NULL;
    }
    size_t skip = (16 - (uintptr_t)block % 16) % 16;
    Large *large = (Large *)(void *)(block + skip);
    *large = (Large){.prev = mem->large.prev, .next = &mem->large, .block = block, .size = size};
    large->prev->next = large;
    mem->large.prev = large;
    char *object = (char *)large + LARGE_OFFSET;
    *(uint64_t *)(void *)object = 0;
    return object;
}

void *mem_object_alloc(Mem *mem, size_t size) {
    if (UNLIKELY(size > SMALL_MAX)) return object_large(mem, size);
    size_t class = class_of(size), counted = (class + 1) * 16;
    if (UNLIKELY(!take(mem, counted))) return NULL;
    Free *slot = mem->object_free[class];
    if (LIKELY(slot != NULL)) {
        UNPOISON(slot, counted);
        mem->object_free[class] = slot->next;
        return slot;
    }
    void *object = object_bump(mem, class);
    if (object == NULL) mem->used -= counted;
    return object;
}

static bool is_large(const void *object) {
    return ((uintptr_t)object & 15) != 0;
}

static Large *large_of(void *object) {
    return (Large *)(void *)((char *)object - LARGE_OFFSET);
}

static Page *page_of(void *object) {
    return (Page *)(void *)((char *)object - ((uintptr_t)object & (PAGE - 1)));
}

void mem_object_free(Mem *mem, void *object) {
    if (is_large(object)) {
        Large *large = large_of(object);
        mem->used -= large->size;
        large->prev->next = large->next;
        large->next->prev = large->prev;
        free(large->block);
        return;
    }
    size_t size = page_of(object)->slot;
    Free *slot = object;
    size_t class = class_of(size);
    mem->used -= size;
    slot->zero = 0;
    slot->next = mem->object_free[class];
    mem->object_free[class] = slot;
    POISON((char *)object + sizeof(Free), size - sizeof(Free));
}

size_t mem_object_size(void *object) {
    return is_large(object) ? large_of(object)->size : page_of(object)->slot;
}

void mem_objects_walk(Mem *mem, void (*visit)(void *context, void *object), void *context) {
    for (size_t class = 0; class < CLASSES; class ++) {
        for (Page *page = mem->object_pages[class]; page != NULL; page = page->next) {
            for (uint32_t at = sizeof(Page); at < page->bump; at += page->slot) {
                char *object = (char *)page + at;
                if (*(uint32_t *)(void *)object != 0) visit(context, object);
            }
        }
    }
    for (Large *large = mem->large.next, *next; large != &mem->large; large = next) {
        next = large->next;
        char *object = (char *)large + LARGE_OFFSET;
        if (*(uint32_t *)(void *)object != 0) visit(context, object);
    }
}

/* ---- the collector's numbers */

/* There are at most 1024 units of 16 bytes in a page and 32 in a slot: rounding `per_slot` up never reaches the next
 * index. */
static size_t index_of(const Page *page, const void *object) {
    size_t units = ((size_t)((const char *)object - (const char *)page) - sizeof(Page)) / 16;
    return units * page->per_slot >> 16;
}

uint32_t *mem_number(void *object) {
    if (is_large(object)) return &large_of(object)->number;
    Page *page = page_of(object);
    return (uint32_t *)(void *)((char *)page + PAGE) - 1 - index_of(page, object);
}

bool mem_scratch_begin(Mem *mem) {
    for (Large *large = mem->large.next; large != &mem->large; large = large->next) {
        large->scratch = 0;
    }
    for (size_t class = 0; class < CLASSES; class ++) {
        for (Page *page = mem->object_pages[class]; page != NULL; page = page->next) {
            page->scratch = calloc((page->bump - sizeof(Page)) / page->slot + 1, sizeof(uint32_t));
            if (page->scratch == NULL) {
                mem_scratch_end(mem);
                return false;
            }
        }
    }
    return true;
}

uint32_t *mem_scratch(Mem *mem, void *object) {
    (void)mem;
    if (is_large(object)) return &large_of(object)->scratch;
    Page *page = page_of(object);
    return &page->scratch[index_of(page, object)];
}

void mem_scratch_end(Mem *mem) {
    for (size_t class = 0; class < CLASSES; class ++) {
        for (Page *page = mem->object_pages[class]; page != NULL; page = page->next) {
            free(page->scratch);
            page->scratch = NULL;
        }
    }
}
