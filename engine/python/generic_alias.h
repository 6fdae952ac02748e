/* generic_alias.h: list[int] and int | None as objects. */
#ifndef LOOPSCOPE_PYTHON_GENERIC_ALIAS_H
#define LOOPSCOPE_PYTHON_GENERIC_ALIAS_H

#include "object.h"

typedef struct GenericAlias {
    Obj head;
    Value origin;
    Tuple *args;
    void *weakrefs;
    bool starred; /* *tuple[int]: what going over tuple[int] gives */
} GenericAlias;

typedef struct Union {
    Obj head;
    Tuple *args; /* at least two, none of them a union, each once */
    void *weakrefs;
} Union;

#endif
