/* freeze.h: writes the images that frozen.h reads. For the tool that builds the engine and for tests; no part of it. */
#ifndef LOOPSCOPE_PYTHON_FREEZE_H
#define LOOPSCOPE_PYTHON_FREEZE_H

#include "frozen.h"
#include "object.h"

typedef struct FreezeModule {
    const char *name; /* as imported, with dots */
    const Code *code; /* NULL: in another image, which is that of the number */
    uint32_t image;
} FreezeModule;

/* An image of these modules, as a new bytes object. NULL: NotImplementedError (something that images cannot hold) or
 * MemoryError. */
Bytes *freeze(Vm *vm, const FreezeModule *modules, uint32_t count);

#endif
