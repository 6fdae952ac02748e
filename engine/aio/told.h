/* told.h: what tasks share, as the event log is told of it: for the files that have such objects. */
#ifndef LOOPSCOPE_AIO_TOLD_H
#define LOOPSCOPE_AIO_TOLD_H

#include "aio.h"

/* What OBJECT_MADE says of `self`, which is made now: by the program's line that calls its class, or one of `others`
 * (up to a NULL; NULL: nothing else). False: the log does not want to know of it. */
bool told_about(Vm *vm, const Obj *self, enum async_object_kind kind, const char *const *others, AsyncAbout *about);

/* locks.c: who waits, with a TypeError when it is no future; the futures in a line, as a list. */
Future *waiter_of(Vm *vm, Value v);
Value line_list(Vm *vm, const WaitLine *line);
/* _Told (told_type.c), the base of what tells of itself. */
typedef struct ToldObj {
    Obj head;
    AsyncObject object;
} ToldObj;
/* Of an instance of it. */
AsyncObject *told_object(Value v);
/* told_threads.c: the functions by which the library's Python tells of threads, for the module _loopscope. */
bool threads_told_add(Vm *vm, Module *module);
/* The thread was woken from what it waits for. */
void thread_ref_tell_woken(Vm *vm, ThreadRef *ref);
/* task.cancel(), for the cause that the log is told. */
Value cancel_because(Vm *vm, Value task, CancelCause cause);

#endif
