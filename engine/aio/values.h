/* values.h: what the event log is told of frames and their locals (group VALUES). All does nothing unless the log wants
 * to know. Nothing of the program runs for it, and no object lives longer or shorter by it. */
#ifndef LOOPSCOPE_AIO_VALUES_H
#define LOOPSCOPE_AIO_VALUES_H

#include "aio.h"

typedef struct Values Values;

/* Begins to tell, if the log wants it; the program has not begun. */
void values_boot(Vm *vm);
/* The coroutine of `id` suspends, its frames from `top` (NULL: none is the program's own) to `bottom` with it. */
void values_suspend(Vm *vm, uint32_t id, Frame *top, const Frame *bottom);
/* The task or worker `id` is done with what it ran. */
void values_forget(Vm *vm, uint32_t id);
void values_free(Vm *vm);

#endif
