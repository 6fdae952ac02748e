/* library.h: the engine's own Python modules, whose texts the build puts into one table. */
#ifndef LOOPSCOPE_PYTHON_LIBRARY_H
#define LOOPSCOPE_PYTHON_LIBRARY_H

#include <stdbool.h>
#include <stddef.h>

typedef struct LibraryModule {
    const char *name;   /* as imported, with dots */
    const char *source; /* UTF-8 */
    size_t length;
} LibraryModule;

/* NULL: there is none of that name. */
const LibraryModule *library_find(const char *name);
/* Whether some module's name begins with `name` and a dot. */
bool library_is_package(const char *name);

#endif
