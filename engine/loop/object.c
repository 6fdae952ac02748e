/* object.c: what the event log is told of the things that tasks share: which there are, and when they go. What happens
 * to them is told where it happens. */
#include "internal.h"
#include "../include/loopscope/sync.h"

void async_object_tell(AsyncObject *object, Trace *trace, const AsyncAbout *about) {
    if (!trace_wants(trace, TRACE_SYNC)) return;
    object->trace = trace;
    object->id = trace_new_id(trace);
    const uint32_t fields[] = {object->id,  (uint32_t)about->kind, about->part,
                               about->size, trace->current,        about->line};
    trace_emit_text(trace, TRACE_KIND_OBJECT_MADE, fields, 6, about->name, about->name_length);
}

void async_object_end(AsyncObject *object, enum async_object_end how) {
    ASYNC_TELL(object, OBJECT_ENDED, (uint32_t)how);
    *object = (AsyncObject){.trace = NULL};
}
