/* args_suggest.c: "Did you mean": the candidate with the least edit distance, as CPython's suggestions.c measures it.
 */
#include "interp.h"

#define MOVE_COST 2u
#define CASE_COST 1u
#define NAME_MAX_LENGTH 40u

static uint32_t lower(uint32_t c) {
    return c >= 'A' && c <= 'Z' ? c + 32 : c;
}

static uint32_t substitution(uint32_t a, uint32_t b) {
    if (a == b) return 0;
    return lower(a) == lower(b) ? CASE_COST : MOVE_COST;
}

static uint32_t smallest(uint32_t a, uint32_t b, uint32_t c) {
    uint32_t least = a < b ? a : b;
    return least < c ? least : c;
}

static uint32_t distance(const Str *a, const Str *b) {
    uint32_t row[NAME_MAX_LENGTH + 1];
    for (uint32_t j = 0; j <= b->length; j++) row[j] = j * MOVE_COST;
    for (uint32_t i = 0; i < a->length; i++) {
        uint32_t diagonal = row[0];
        row[0] = (i + 1) * MOVE_COST;
        for (uint32_t j = 0; j < b->length; j++) {
            uint32_t best = smallest(diagonal + substitution(str_at(a, i), str_at(b, j)), row[j] + MOVE_COST,
                                     row[j + 1] + MOVE_COST);
            diagonal = row[j + 1];
            row[j + 1] = best;
        }
    }
    return row[b->length];
}

Str *suggest_name(Vm *vm, Str *name, Str *const *candidates, uint32_t count) {
    (void)vm;
    Str *best = NULL;
    uint32_t best_distance = UINT32_MAX;
    if (name->length > NAME_MAX_LENGTH) return NULL;
    for (uint32_t i = 0; i < count; i++) {
        Str *candidate = candidates[i];
        if (candidate->length > NAME_MAX_LENGTH || str_equal(candidate, name)) continue;
        uint32_t most = (name->length + candidate->length + 3) * MOVE_COST / 6;
        if (best != NULL && most > best_distance - 1) most = best_distance - 1;
        uint32_t d = distance(name, candidate);
        if (d > most) continue;
        best = candidate;
        best_distance = d;
    }
    return best;
}
