/* boot.h: start and end of each area of the interpreter, called by vm.c in this order. Append yours. */
#ifndef LOOPSCOPE_PYTHON_BOOT_H
#define LOOPSCOPE_PYTHON_BOOT_H
#include "object.h"
bool str_boot(Vm *vm); /* str.c: interned names, one-character strings, empty_str */
void str_close(Vm *vm);
bool tuple_boot(Vm *vm);       /* tuple.c: empty_tuple */
bool builtins_boot(Vm *vm);    /* builtins.c: the module builtins and its dict; after types_boot */
bool text_files_boot(Vm *vm);  /* text_file.c: std streams; before sys is imported */
void text_files_close(Vm *vm); /* writes out what is buffered; may be called early too */
bool types_boot(Vm *vm);       /* type.c: every type of types.def; see types_prepare */
void types_close(Vm *vm);
void types_free(Vm *vm);    /* the last thing: nothing of any type is left */
bool types_prepare(Vm *vm); /* type.c: FIRST, before str_boot: makes vm->types usable for object_new. types_boot (after
                               str_boot and tuple_boot, with vm->thread set) gives them names, dicts, methods */
bool errors_boot(Vm *vm);   /* error.c: after types_boot: the MemoryError kept aside */
void errors_close(Vm *vm);
void warnings_close(Vm *vm);
void sources_close(Vm *vm);
bool modules_boot(Vm *vm); /* import.c: vm->modules; before the builtins module is made */
void modules_close(Vm *vm);
#endif
