/* names_map.h: a small table from pointers to numbers or pointers. */
#ifndef LOOPSCOPE_PYTHON_NAMES_MAP_H
#define LOOPSCOPE_PYTHON_NAMES_MAP_H

#include "../base/alloc.h"

typedef struct NamesMapEntry {
    const void *key; /* NULL: empty */
    uintptr_t value;
} NamesMapEntry;

/* All zero is an empty map. */
typedef struct NamesMap {
    NamesMapEntry *entries; /* owned */
    uint32_t count, size;
} NamesMap;

/* False: absent. */
bool names_map_get(const NamesMap *map, const void *key, uintptr_t *value);
/* False: out of memory. */
bool names_map_set(Mem *mem, NamesMap *map, const void *key, uintptr_t value);
void names_map_free(Mem *mem, NamesMap *map);

#endif
