/* main.c: the tool that compiles the library while the engine is built:
 *
 *     freeze FIRST.c SECOND NAME=FILE.py ... -- NAME=FILE.py ...
 *
 * writes two images (library.h): that of the modules before the -- as C, that of those behind it to SECOND, as C too
 * when its name ends with .c, otherwise as a WebAssembly module that is nothing but a section named "library": servers
 * of files compress what has that type, and few others that hold bytes. It is the engine's own compiler in a program of
 * its own, so it runs wherever the engine does: natively, or under Node when the build is for WebAssembly. */
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

const void *library_second_image(size_t *size) {
    *size = 0;
    return NULL;
}

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

/* `tail` is what follows the array. */
static bool write_c(const char *path, const char *name, const Bytes *image, const char *tail) {
    size_t size = 1000 + strlen(name) + strlen(tail) + (size_t)image->length * 4, at = 0;
    char *text = malloc(size);
    if (text == NULL) return false;
    at += (size_t)snprintf(
        text, size, "/* Written by freeze. */\n#include \"python/library.h\"\nconst unsigned char %s[] = {", name);
    for (uint32_t i = 0; i < image->length; i++) {
        at += (size_t)snprintf(text + at, size - at, "%u,%s", image->data[i], i % 32 == 31 ? "\n" : "");
    }
    at += (size_t)snprintf(text + at, size - at, "};\n%s", tail);
    bool ok = write_file(path, text, at);
    free(text);
    return ok;
}

static bool write_first(const char *path, const Bytes *image) {
    return write_c(path, "library_image", image, "const size_t library_image_size = sizeof library_image;\n");
}

/* In five bytes, however small: as padded LEB128. */
static void put_size(unsigned char *at, size_t value) {
    for (int i = 0; i < 5; i++) at[i] = (unsigned char)((value >> 7 * i & 127) | (i < 4 ? 128 : 0));
}

static bool write_section(const char *path, const Bytes *image) {
    unsigned char head[] = "\0asm\1\0\0\0\0.....\7library";
    const size_t head_size = sizeof head - 1, before_section = 14;
    put_size(head + 9, head_size - before_section + image->length);
    char *file = malloc(head_size + image->length);
    if (file == NULL) return false;
    memcpy(file, head, head_size);
    memcpy(file + head_size, image->data, image->length);
    bool ok = write_file(path, file, head_size + image->length);
    free(file);
    return ok;
}

static bool write_second(const char *path, const Bytes *image) {
    size_t length = strlen(path);
    if (length < 2 || strcmp(path + length - 2, ".c") != 0) return write_section(path, image);
    return write_c(path, "second_image", image,
                   "const void *library_second_image(size_t *size) {\n"
                   "    *size = sizeof second_image;\n    return second_image;\n}\n");
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

typedef struct Library {
    FreezeModule *modules;
    uint32_t count, first; /* so many are in the first image */
} Library;

static bool compile_all(Vm *vm, int count, char **arguments, Library *library) {
    library->modules = calloc((size_t)count + 1, sizeof *library->modules);
    bool ok = library->modules != NULL, second = false;
    for (int i = 0; ok && i < count; i++) {
        bool divider = strcmp(arguments[i], "--") == 0;
        second |= divider;
        if (divider) continue;
        ok = compile_module(vm, arguments[i], &library->modules[library->count]);
        library->count += ok;
        library->first += ok && !second;
    }
    return ok;
}

static bool write_both(Vm *vm, const char *first_path, const char *second_path, const Library *library) {
    uint32_t nsecond = library->count - library->first;
    Bytes *second = freeze(vm, library->modules + library->first, nsecond);
    bool ok = second != NULL && write_second(second_path, second);
    obj_release(vm, second);
    for (uint32_t i = library->first; i < library->count; i++) {
        obj_release(vm, (Code *)library->modules[i].code);
        library->modules[i].code = NULL;
    }
    Bytes *first = ok ? freeze(vm, library->modules, library->count) : NULL;
    ok = first != NULL && write_first(first_path, first);
    obj_release(vm, first);
    return ok;
}

static bool freeze_all(Vm *vm, int count, char **arguments) {
    Library library = {0};
    bool ok =
        compile_all(vm, count - 2, arguments + 2, &library) && write_both(vm, arguments[0], arguments[1], &library);
    for (uint32_t i = 0; i < library.count; i++) obj_release(vm, (Code *)library.modules[i].code);
    free(library.modules);
    return ok;
}

int main(int argc, char **argv) {
    if (argc < 3) {
        fputs("usage: freeze FIRST.c SECOND NAME=FILE.py ... -- NAME=FILE.py ...\n", stderr);
        return 2;
    }
    Host host = {.now = no_time, .wall = no_time, .write = write_stderr, .entropy = no_entropy};
    Mem *mem = mem_new(0);
    Vm *vm = mem == NULL ? NULL : vm_new(mem, &host, NULL, &(VmOptions){.filename = "freeze"});
    bool ok = vm != NULL && freeze_all(vm, argc - 1, argv + 1);
    if (vm != NULL && vm->thread->error != VALUE_NULL) exception_print(vm, vm->thread->error);
    vm_free(vm);
    if (mem != NULL) mem_close(mem);
    return ok ? 0 : 1;
}
