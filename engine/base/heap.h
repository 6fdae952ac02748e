/* heap.h: a binary heap of items ordered by a double.
 *
 * It compares keys only and moves entries exactly as CPython's heapq does, so that items with equal keys come out in
 * heapq's order, which is not always that of insertion.
 */
#ifndef LOOPSCOPE_BASE_HEAP_H
#define LOOPSCOPE_BASE_HEAP_H

#include <stdbool.h>
#include <stddef.h>

#include "alloc.h"

typedef struct HeapEntry {
    double key;
    void *item;
} HeapEntry;

typedef struct Heap {
    HeapEntry *entries; /* entries[0] is the least; owned */
    size_t count;
    size_t capacity;
    Mem *mem;
} Heap;

void heap_init(Heap *heap, Mem *mem);
void heap_close(Heap *heap);
/* False when memory ran out; the heap is unchanged then. */
bool heap_push(Heap *heap, double key, void *item);
/* The item with the least key. The heap must not be empty. */
void *heap_pop(Heap *heap);
/* Restores the order after entries and count were changed at will (heapq.heapify). */
void heap_rebuild(Heap *heap);

#endif
