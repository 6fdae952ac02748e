/* library.c: the library's image, opened once in each Vm. */
#include "library.h"
#include "frozen.h"
#include "vm_state.h"

bool library_boot(Vm *vm) {
    vm->state->library = frozen_open(vm, library_image, library_image_size);
    return vm->state->library != NULL;
}

void library_close(Vm *vm) {
    frozen_free(vm, vm->state->library);
    vm->state->library = NULL;
}

int library_find(Vm *vm, const char *name) {
    return frozen_find(vm->state->library, name);
}

bool library_is_package(Vm *vm, const char *name) {
    return frozen_is_package(vm->state->library, name);
}

Code *library_code(Vm *vm, int module, Str *filename) {
    return frozen_read(vm, vm->state->library, module, filename);
}
