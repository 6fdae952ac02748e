/* aio.h: asyncio, contextvars and green-thread services for the Python VM, on top of the loop core.
 *
 * Call aio_boot once after vm_new and before the first program runs; aio_close before vm_free.
 */
#ifndef LOOPSCOPE_AIO_H
#define LOOPSCOPE_AIO_H

#include <stdbool.h>

typedef struct Vm Vm;

/* Makes the native modules _asyncio, _contextvars and _loopscope importable. False when memory ran out: an exception
 * may be set; aio_close is due then too. */
bool aio_boot(Vm *vm);
/* After vm_configure: goes by what the trace wants now, if that was opened after aio_boot. */
void aio_configure(Vm *vm);
/* Closes every loop that is still there, without reports, and gives up what the room holds. May be called twice. */
void aio_close(Vm *vm);

#endif
