/* alloc.h: all memory of the engine comes from here, so that a limit holds, every failure can be rehearsed, and the
 * collector can find every object.
 *
 * Two kinds: raw blocks (mem_*) for tables and text, whose size the caller remembers; and object slots (mem_object_*),
 * which stand in pages of one size class so that mem_objects_walk can visit each live one.
 */
#ifndef LOOPSCOPE_BASE_ALLOC_H
#define LOOPSCOPE_BASE_ALLOC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define LIKELY(x) __builtin_expect(!!(x), 1)
#define UNLIKELY(x) __builtin_expect(!!(x), 0)
#define NOINLINE __attribute__((noinline))
#define ALWAYS_INLINE inline __attribute__((always_inline))

typedef struct Mem Mem;

/* A new allocator that gives out at most `limit` bytes in all (0: no limit). NULL when memory ran out. */
Mem *mem_new(size_t limit);
/* Frees every page it owns; what is still allocated becomes invalid. */
void mem_close(Mem *mem);
/* Another limit, from now on. */
void mem_set_limit(Mem *mem, size_t limit);
/* Bytes given out now. */
size_t mem_used(const Mem *mem);
/* The most of them that there ever were, to about a page; with `reset` counted anew from now on. */
size_t mem_peak(Mem *mem, bool reset);
/* Makes the n-th allocation from now on fail (0: none), and every later one too if `onwards`. For tests. */
void mem_fail_at(Mem *mem, uint64_t n, bool onwards);
/* How many allocations there will be until the one that fails, counting it; 0: none will, or it has failed. */
uint64_t mem_fail_left(const Mem *mem);
/* Allows `extra` bytes above the limit, so that a MemoryError can be reported. */
void mem_set_reserve(Mem *mem, size_t extra);

/* Raw blocks, 8-byte aligned, not cleared. NULL when memory ran out or the limit is reached. size 0 gives a valid
 * pointer. mem_free(NULL) is allowed. The size handed back must be the size asked for. */
void *mem_alloc(Mem *mem, size_t size);
void *mem_zalloc(Mem *mem, size_t size);
void *mem_realloc(Mem *mem, void *block, size_t old_size, size_t new_size);
void mem_free(Mem *mem, void *block, size_t size);

/* Object slots, 8-byte aligned, first word 0 while free. The object's owner must keep its first 32-bit word (the
 * reference count) non-zero while it lives. */
void *mem_object_alloc(Mem *mem, size_t size);
void mem_object_free(Mem *mem, void *object); /* the slot knows its size */
/* The bytes of an object's slot, at least those asked for. */
size_t mem_object_size(void *object);
/* Calls visit for every live object slot. Objects may be freed while walking, none may be allocated. */
void mem_objects_walk(Mem *mem, void (*visit)(void *context, void *object), void *context);

/* The 32-bit number that an object's slot keeps: not cleared, whatever its owner wrote there last. */
uint32_t *mem_number(void *object);

/* A 32-bit scratch number per object slot, for the collector: valid between mem_scratch_begin (which makes the tables,
 * all zero; false when memory ran out) and mem_scratch_end. No object may be allocated in between. */
bool mem_scratch_begin(Mem *mem);
uint32_t *mem_scratch(Mem *mem, void *object);
void mem_scratch_end(Mem *mem);

/* Fills a few words with zero; size is a multiple of 8. */
static inline void mem_clear(void *block, size_t size) {
#ifdef __EMSCRIPTEN__
    uint64_t *word = block, *end = word + size / 8;
    while (word < end) {
        *word++ = 0;
        __asm__ volatile("" ::: "memory"); /* memset is a call there, and slower than this for what is small */
    }
#else
    memset(block, 0, size);
#endif
}

#endif
