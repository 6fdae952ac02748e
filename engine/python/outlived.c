/* outlived.c: exceptions that outlive their except clause, and whose traceback names the frame that caught them.
 *
 * In CPython such a traceback keeps the frame, so what its variables hold lives on when the frame is done. Here frames
 * are no objects: the entry notes which frame it stands for, and gets the frame's registers when that dies. Few
 * exceptions outlive their clause, so the entries that wait stand in a small table of lists by the frame's address.
 */
#include "exceptions.h"
#include "interp.h"
#include "types_private.h"

static Traceback **list_of(Vm *vm, const Frame *frame) {
    uint32_t at = (uint32_t)(((uint64_t)(uintptr_t)frame >> 4) * 0x9E3779B97F4A7C15u >> 32);
    return &vm->state->outlived[at % OUTLIVED_LISTS];
}

/* The entry of the frame among those of an exception: the outermost one of its code that has no registers. */
static Traceback *entry_of(Vm *vm, const Frame *frame, Value at) {
    for (; is_exact(vm, at, T_traceback); at = AS(Traceback, at)->next) {
        Traceback *entry = AS(Traceback, at);
        if (entry->code == frame->code && entry->nregs == 0) return entry;
    }
    return NULL;
}

void frame_caught(Vm *vm, Frame *frame, Value exception) {
    if (!is_exception(exception)) return;
    Traceback *entry = entry_of(vm, frame, AS(Exception, exception)->traceback);
    if (entry == NULL || entry->alive != NULL) return;
    Traceback **list = list_of(vm, frame);
    entry->alive = frame;
    entry->next_alive = *list;
    entry->link_alive = list;
    if (*list != NULL) (*list)->link_alive = &entry->next_alive;
    *list = entry;
    frame->flags |= FRAME_CAUGHT;
}

void traceback_forget_frame(Traceback *entry) {
    if (entry->alive == NULL) return;
    *entry->link_alive = entry->next_alive;
    if (entry->next_alive != NULL) entry->next_alive->link_alive = entry->link_alive;
    entry->alive = NULL;
}

void frame_outlived(Vm *vm, Frame *frame) {
    frame->flags &= (uint8_t)~FRAME_CAUGHT;
    for (Traceback *entry = *list_of(vm, frame), *next; entry != NULL; entry = next) {
        next = entry->next_alive;
        if (entry->alive != frame) continue;
        traceback_forget_frame(entry);
        traceback_take_registers(vm, entry, frame); /* the first has left nothing to the others */
    }
}
