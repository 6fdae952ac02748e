/* library.c: the library's images, each opened at most once in each Vm. */
#include "library.h"
#include "frozen.h"
#include "vm_state.h"

bool library_boot(Vm *vm) {
    vm->state->library = frozen_open(vm, library_image, library_image_size);
    return vm->state->library != NULL;
}

void library_close(Vm *vm) {
    frozen_free(vm, vm->state->library);
    frozen_free(vm, vm->state->second_library);
    vm->state->library = vm->state->second_library = NULL;
}

int library_find(Vm *vm, const char *name) {
    return frozen_find(vm->state->library, name);
}

bool library_is_package(Vm *vm, const char *name) {
    return frozen_is_package(vm->state->library, name);
}

bool library_is_whole(const Vm *vm) {
    return vm->state->second_library != NULL;
}

static bool open_second(Vm *vm) {
    if (vm->state->second_library != NULL) return true;
    size_t size;
    const void *image = library_second_image(&size);
    if (image == NULL) {
        raise_error(vm, T_ImportError, "the second part of Loopscope's library could not be loaded");
        return false;
    }
    vm->state->second_library = frozen_open(vm, image, size);
    return vm->state->second_library != NULL;
}

Code *library_code(Vm *vm, const char *name, Str *filename) {
    Frozen *library = vm->state->library;
    int module = frozen_find(library, name);
    if (!frozen_is_here(library, module)) {
        if (!open_second(vm)) return NULL;
        library = vm->state->second_library;
        module = frozen_find(library, name);
    }
    if (module >= 0 && frozen_is_here(library, module)) return frozen_read(vm, library, module, filename);
    raise_error(vm, T_SystemError, "the parts of Loopscope's library do not belong together");
    return NULL;
}
