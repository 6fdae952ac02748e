/* heap.c: the heap's two sifts, push, pop and rebuild.
 *
 * sift_up first moves the hole to a leaf along the smaller children and then lets the entry rise from there. The
 * usual early stop would be a correct heap too, but would order equal keys differently from heapq.
 */
#include "heap.h"

#include <stdint.h>

enum { HEAP_FIRST_CAPACITY = 16, HEAP_KEPT_CAPACITY = 1024 };

void heap_init(Heap *heap, Mem *mem) {
    *heap = (Heap){.mem = mem};
}

void heap_close(Heap *heap) {
    mem_free(heap->mem, heap->entries, heap->capacity * sizeof(HeapEntry));
    *heap = (Heap){.mem = heap->mem};
}

static bool heap_resize(Heap *heap, size_t capacity) {
    if (capacity > SIZE_MAX / sizeof(HeapEntry)) return false;
    HeapEntry *entries =
        mem_realloc(heap->mem, heap->entries, heap->capacity * sizeof(HeapEntry), capacity * sizeof(HeapEntry));
    if (!entries) return false;
    heap->entries = entries;
    heap->capacity = capacity;
    return true;
}

/* Lets the entry at `position` rise, not above `top`. */
static void sift_down(Heap *heap, size_t top, size_t position) {
    HeapEntry *entries = heap->entries;
    HeapEntry entry = entries[position];
    while (position > top) {
        size_t parent = (position - 1) / 2;
        if (!(entry.key < entries[parent].key)) break;
        entries[position] = entries[parent];
        position = parent;
    }
    entries[position] = entry;
}

/* Lets the entry at `top` sink. */
static void sift_up(Heap *heap, size_t top) {
    HeapEntry *entries = heap->entries;
    HeapEntry entry = entries[top];
    size_t position = top;
    for (size_t child = 2 * position + 1; child < heap->count; child = 2 * position + 1) {
        if (child + 1 < heap->count && !(entries[child].key < entries[child + 1].key)) child++;
        entries[position] = entries[child];
        position = child;
    }
    entries[position] = entry;
    sift_down(heap, top, position);
}

bool heap_push(Heap *heap, double key, void *item) {
    if (heap->count == heap->capacity) {
        size_t wanted = heap->capacity ? heap->capacity * 2 : HEAP_FIRST_CAPACITY;
        if (!heap_resize(heap, wanted)) return false;
    }
    heap->entries[heap->count] = (HeapEntry){.key = key, .item = item};
    sift_down(heap, 0, heap->count++);
    return true;
}

void *heap_pop(Heap *heap) {
    void *item = heap->entries[0].item;
    HeapEntry last = heap->entries[--heap->count];
    if (heap->count > 0) {
        heap->entries[0] = last;
        sift_up(heap, 0);
    }
    /* Failing to shrink is no failure. */
    if (heap->capacity > HEAP_KEPT_CAPACITY && heap->count < heap->capacity / 4) heap_resize(heap, heap->capacity / 2);
    return item;
}

void heap_rebuild(Heap *heap) {
    for (size_t i = heap->count / 2; i-- > 0;) sift_up(heap, i);
}
