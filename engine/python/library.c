/* library.c: the library's images, each opened at most once in each Vm. */
#include "library.h"
#include "frozen.h"
#include "vm_state.h"

bool library_boot(Vm *vm) {
    vm->state->library[0] = frozen_open(vm, library_image, library_image_size);
    return vm->state->library[0] != NULL;
}

void library_close(Vm *vm) {
    for (uint32_t number = 0; number < LIBRARY_IMAGES; number++) {
        frozen_free(vm, vm->state->library[number]);
        vm->state->library[number] = NULL;
    }
}

int library_find(Vm *vm, const char *name) {
    return frozen_find(vm->state->library[0], name);
}

bool library_is_package(Vm *vm, const char *name) {
    return frozen_is_package(vm->state->library[0], name);
}

/* The number of the image that has it. */
static uint32_t image_of(const Vm *vm, const char *name) {
    int module = frozen_find(vm->state->library[0], name);
    return module < 0 ? 0 : frozen_elsewhere(vm->state->library[0], module);
}

bool library_is_at_hand(const Vm *vm, const char *name) {
    uint32_t number = image_of(vm, name);
    return number < LIBRARY_IMAGES && vm->state->library[number] != NULL;
}

/* The image of that number; NULL: an exception is set. */
static Frozen *opened(Vm *vm, uint32_t number) {
    static const char *const parts[LIBRARY_IMAGES] = {"first", "second", "third", "fourth"};
    Frozen **library = &vm->state->library[number];
    if (*library != NULL) return *library;
    size_t size;
    const void *image = library_later_image(number, &size);
    if (image == NULL) {
        raise_error(vm, T_ImportError, "the %s part of Loopscope's library could not be loaded", parts[number]);
        return NULL;
    }
    return *library = frozen_open(vm, image, size);
}

Code *library_code(Vm *vm, const char *name, Str *filename) {
    uint32_t number = image_of(vm, name);
    Frozen *library = number < LIBRARY_IMAGES ? opened(vm, number) : NULL;
    if (library == NULL && error_is_set(vm)) return NULL;
    int module = library == NULL ? -1 : frozen_find(library, name);
    if (module >= 0 && frozen_elsewhere(library, module) == 0) return frozen_read(vm, library, module, filename);
    raise_error(vm, T_SystemError, "the parts of Loopscope's library do not belong together");
    return NULL;
}
