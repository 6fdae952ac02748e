/* repr_places.c: where CPython's asyncio has the functions that ours has too: reprs of tasks and callbacks name files
 * and lines, and a learner compares them with what python3 shows.
 */
#include "aio.h"

typedef struct LibraryPlace {
    const char *function, *file; /* qualified name */
    uint32_t defined, waits;     /* its line; the one where it waits, or 0 */
} LibraryPlace;

static const LibraryPlace places[] = {
    {"Lock.acquire", "locks.py", 90, 110},
    {"Event.wait", "locks.py", 200, 213},
    {"Condition.wait", "locks.py", 248, 272},
    {"Condition.wait_for", "locks.py", 303, 313},
    {"Semaphore.acquire", "locks.py", 386, 407},
    {"Barrier.wait", "locks.py", 511, 527},
    {"Queue.get", "queues.py", 172, 186},
    {"Queue.put", "queues.py", 125, 139},
    {"Queue.join", "queues.py", 239, 248},
    {"wait_for", "tasks.py", 440, 488},
    {"wait", "tasks.py", 405, 432},
    {"ensure_future.<locals>._wrap_awaitable", "tasks.py", 720, 721},
    {"_release_waiter", "tasks.py", 435, 0},
    {"_cancel_and_wait", "tasks.py", 537, 549},
    {"to_thread", "threads.py", 12, 25},
    {"BaseEventLoop.shutdown_default_executor", "base_events.py", 595, 612},
    {"_chain_future.<locals>._set_state", "futures.py", 387, 0},
    {"_chain_future.<locals>._call_check_cancel", "futures.py", 393, 0},
    {"_chain_future.<locals>._call_set_state", "futures.py", 400, 0},
};

static const LibraryPlace *find(const Code *code) {
    if (!(code->flags & CODE_LIBRARY)) return NULL;
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++)
        if (str_equals_c(code->qualname, places[i].function)) return &places[i];
    return NULL;
}

bool put_code_place(StrBuilder *b, const char *before, const Code *code, const Frame *frame) {
    const LibraryPlace *place = find(code);
    Str *text;
    if (place == NULL) {
        uint32_t line = frame == NULL ? code->first_line : frame_line(frame);
        text = str_format(b->vm, "%s%S:%u", before, code->filename, (unsigned)line);
    } else {
        uint32_t theirs = frame == NULL || place->waits == 0 ? place->defined : place->waits;
        text = str_format(b->vm, "%s" ASYNCIO_FOLDER "%s:%u", before, place->file, (unsigned)theirs);
    }
    if (text == NULL) return false;
    builder_str(b, text);
    obj_release(b->vm, text);
    return true;
}
