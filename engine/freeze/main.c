/* main.c: the tool that compiles the library while the engine is built:
 *
 *     freeze OUT.c NAME=FILE.py ...
 *
 * writes the image of these modules as C. It is the engine's own compiler in a program of its own, so it runs wherever
 * the engine does: natively, or under Node when the build is for WebAssembly. */
#include "../include/loopscope/host.h"
#include "../include/loopscope/vm.h"

#include "../base/alloc.h"
#include "../python/freeze.h"
#include "../python/frame.h"
#include "../python/library.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The tool's own engine has no library. */
const unsigned char library_image[] = {FROZEN_MAGIC, 0, 0};
const size_t library_image_size = sizeof library_image;

static double no_time(void *context) {
    (void)context;
    return 0;
}

static void write_stderr(void *context, int stream, const char *bytes, size_t length) {
    (void)context;
    (void)stream;
    fwrite(bytes, 1, length, stderr);
}

static void no_entropy(void *context, void *buffer, size_t length) {
    (void)context;
    memset(buffer, 0, length);
}

static char *read_file(const char *path, size_t *length) {
    FILE *file = fopen(path, "rb");
    char *text = NULL;
    *length = 0;
    size_t got = 1;
    while (file != NULL && got > 0) {
        char *longer = realloc(text, *length + 65536);
        if (longer == NULL) break;
        text = longer;
        got = fread(text + *length, 1, 65536, file);
        *length += got;
    }
    if (file == NULL) fprintf(stderr, "freeze: can't read %s\n", path);
    if (file != NULL) fclose(file);
    return text;
}

/* Leaves the file as it is when it says the same already, so that nothing is built again. */
static bool write_file(const char *path, const char *text, size_t length) {
    size_t old_length;
    FILE *there = fopen(path, "rb");
    char *old = there != NULL ? read_file(path, &old_length) : NULL;
    if (there != NULL) fclose(there);
    bool same = old != NULL && old_length == length && memcmp(old, text, length) == 0;
    free(old);
    if (same) return true;
    FILE *file = fopen(path, "wb");
    bool ok = file != NULL && fwrite(text, 1, length, file) == length;
    if (file != NULL) ok = fclose(file) == 0 && ok;
    if (!ok) fprintf(stderr, "freeze: can't write %s\n", path);
    return ok;
}

static bool write_image(const char *path, const Bytes *image) {
    static const char head[] =
        "/* Written by freeze. */\n#include <stddef.h>\nextern const unsigned char library_image[];\n"
        "extern const size_t library_image_size;\nconst unsigned char library_image[] = {";
    size_t size = sizeof head + 100 + (size_t)image->length * 4, at = sizeof head - 1;
    char *text = malloc(size);
    if (text == NULL) return false;
    memcpy(text, head, at);
    for (uint32_t i = 0; i < image->length; i++) {
        at += (size_t)snprintf(text + at, size - at, "%u,%s", image->data[i], i % 32 == 31 ? "\n" : "");
    }
    at += (size_t)snprintf(text + at, size - at, "};\nconst size_t library_image_size = sizeof library_image;\n");
    bool ok = write_file(path, text, at);
    free(text);
    return ok;
}

/* `argument` is NAME=FILE.py; the name is cut off in place. */
static bool compile_module(Vm *vm, char *argument, FreezeModule *module) {
    char *path = strchr(argument, '=');
    if (path == NULL) return false;
    *path++ = '\0';
    size_t length;
    char *text = read_file(path, &length);
    Str *filename = text == NULL ? NULL : str_new(vm, path);
    *module = (FreezeModule){.name = argument};
    if (filename != NULL) module->code = compile_source(vm, text, length, filename, COMPILE_LIBRARY);
    obj_release(vm, filename);
    free(text);
    return module->code != NULL;
}

static bool freeze_all(Vm *vm, const char *out, int count, char **arguments) {
    FreezeModule *modules = calloc((size_t)count + 1, sizeof *modules);
    bool ok = modules != NULL;
    for (int i = 0; ok && i < count; i++) ok = compile_module(vm, arguments[i], &modules[i]);
    Bytes *image = ok ? freeze(vm, modules, (uint32_t)count) : NULL;
    ok = image != NULL && write_image(out, image);
    obj_release(vm, image);
    for (int i = 0; modules != NULL && i < count; i++) obj_release(vm, (Code *)modules[i].code);
    free(modules);
    return ok;
}

int main(int argc, char **argv) {
    if (argc < 2) {
        fputs("usage: freeze OUT.c NAME=FILE.py ...\n", stderr);
        return 2;
    }
    Host host = {.now = no_time, .wall = no_time, .write = write_stderr, .entropy = no_entropy};
    Mem *mem = mem_new(0);
    Vm *vm = mem == NULL ? NULL : vm_new(mem, &host, NULL, &(VmOptions){.filename = "freeze"});
    bool ok = vm != NULL && freeze_all(vm, argv[1], argc - 2, argv + 2);
    if (vm != NULL && vm->thread->error != VALUE_NULL) exception_print(vm, vm->thread->error);
    vm_free(vm);
    if (mem != NULL) mem_close(mem);
    return ok ? 0 : 1;
}
