/* names_map.c: open addressing with linear probing; keys are pointers, so hashing is a multiplication. */
#include "names_map.h"

static uint32_t slot_of(const NamesMap *map, const void *key) {
    uint64_t h = (uint64_t)(uintptr_t)key * 0x9E3779B97F4A7C15u;
    return (uint32_t)(h >> 32) & (map->size - 1);
}

static NamesMapEntry *probe(const NamesMap *map, const void *key) {
    uint32_t i = slot_of(map, key);
    while (map->entries[i].key && map->entries[i].key != key) i = (i + 1) & (map->size - 1);
    return &map->entries[i];
}

bool names_map_get(const NamesMap *map, const void *key, uintptr_t *value) {
    if (!map->size) return false;
    NamesMapEntry *entry = probe(map, key);
    if (!entry->key) return false;
    *value = entry->value;
    return true;
}

static bool grow(Mem *mem, NamesMap *map) {
    NamesMap bigger = {.count = map->count, .size = map->size ? map->size * 2 : 16};
    bigger.entries = mem_zalloc(mem, bigger.size * sizeof *bigger.entries);
    if (!bigger.entries) return false;
    for (uint32_t i = 0; i < map->size; i++) {
        if (map->entries[i].key) *probe(&bigger, map->entries[i].key) = map->entries[i];
    }
    names_map_free(mem, map);
    *map = bigger;
    return true;
}

bool names_map_set(Mem *mem, NamesMap *map, const void *key, uintptr_t value) {
    if (map->count * 4 >= map->size * 3 && !grow(mem, map)) return false;
    NamesMapEntry *entry = probe(map, key);
    if (!entry->key) map->count++;
    *entry = (NamesMapEntry){key, value};
    return true;
}

void names_map_free(Mem *mem, NamesMap *map) {
    if (map->entries) mem_free(mem, map->entries, map->size * sizeof *map->entries);
    *map = (NamesMap){0};
}
