/* main.c: the tool that compiles the library while the engine is built:
 *
 *     freeze FIRST.c NAME=FILE.py ... -- SECOND NAME=FILE.py ... -- THIRD NAME=FILE.py ... -- FOURTH NAME=FILE.py ...
 *
 * writes the images (library.h), each of the modules behind its file's name: the first as C, the others as C too when
 * their names end with .c, otherwise as a WebAssembly module that is nothing but a section named "library": servers of
 * files compress what has that type, and few others that hold bytes. It is the engine's own compiler in a program of
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

const void *library_later_image(uint32_t number, size_t *size) {
    (void)number;
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

static bool is_c(const char *path) {
    size_t length = strlen(path);
    return length > 1 && strcmp(path + length - 2, ".c") == 0;
}

/* As C: the array library_image, or library_image_1 and so on, and its size. */
static bool write_c(const char *path, const char *name, const Bytes *image) {
    size_t size = 1000 + (size_t)image->length * 4, at = 0;
    char *text = malloc(size);
    if (text == NULL) return false;
    at += (size_t)snprintf(text, size,
                           "/* Written by freeze. */\n#include \"python/library.h\"\n"
                           "extern const unsigned char %s[];\nextern const size_t %s_size;\n"
                           "const unsigned char %s[] = {",
                           name, name, name);
    for (uint32_t i = 0; i < image->length; i++) {
        at += (size_t)snprintf(text + at, size - at, "%u,%s", image->data[i], i % 32 == 31 ? "\n" : "");
    }
    at += (size_t)snprintf(text + at, size - at, "};\nconst size_t %s_size = sizeof %s;\n", name, name);
    bool ok = write_file(path, text, at);
    free(text);
    return ok;
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

static bool write_image(const char *path, uint32_t number, const Bytes *image) {
    if (!is_c(path)) return write_section(path, image);
    char name[32];
    snprintf(name, sizeof name, number == 0 ? "library_image" : "library_image_%u", (unsigned)number);
    return write_c(path, name, image);
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
    uint32_t count;
    uint32_t images, ends[LIBRARY_IMAGES]; /* the modules of an image end where the next one's begin */
    const char *paths[LIBRARY_IMAGES];
} Library;

static bool begin_image(Library *library, const char *path) {
    if (library->images == LIBRARY_IMAGES) return false;
    library->paths[library->images] = path;
    library->ends[library->images++] = library->count;
    return true;
}

static bool compile_all(Vm *vm, int count, char **arguments, Library *library) {
    library->modules = calloc((size_t)count + 1, sizeof *library->modules);
    bool ok = library->modules != NULL && begin_image(library, arguments[0]);
    for (int i = 1; ok && i < count; i++) {
        if (strcmp(arguments[i], "--") == 0) {
            ok = i + 1 < count && begin_image(library, arguments[++i]);
            continue;
        }
        ok = compile_module(vm, arguments[i], &library->modules[library->count]);
        library->count += ok;
        library->ends[library->images - 1] = library->count;
    }
    return ok;
}

/* The last image first: what is in it is no more than a name in the first. */
static bool write_all(Vm *vm, Library *library) {
    bool ok = true;
    for (uint32_t number = library->images; ok && number-- > 0;) {
        uint32_t begin = number == 0 ? 0 : library->ends[number - 1];
        uint32_t end = number == 0 ? library->count : library->ends[number];
        Bytes *image = freeze(vm, library->modules + begin, end - begin);
        ok = image != NULL && write_image(library->paths[number], number, image);
        obj_release(vm, image);
        for (uint32_t i = begin; number > 0 && i < end; i++) {
            obj_release(vm, (Code *)library->modules[i].code);
            library->modules[i].code = NULL;
            library->modules[i].image = number;
        }
    }
    return ok;
}

static bool freeze_all(Vm *vm, int count, char **arguments) {
    Library library = {0};
    bool ok = compile_all(vm, count, arguments, &library) && write_all(vm, &library);
    for (uint32_t i = 0; i < library.count; i++) obj_release(vm, (Code *)library.modules[i].code);
    free(library.modules);
    return ok;
}

int main(int argc, char **argv) {
    if (argc < 3) {
        fputs("usage: freeze FIRST.c NAME=FILE.py ... -- SECOND NAME=FILE.py ...\n", stderr);
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
