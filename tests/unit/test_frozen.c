/* test_frozen.c: code that is frozen and read again does the same; images that are cut off or damaged are refused; so
 * is memory that runs out. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../../engine/base/alloc.h"
#include "../../engine/python/freeze.h"
#include "../../engine/python/library.h"
#include "../../engine/python/vm_state.h"
#include "../../engine/include/loopscope/vm.h"

/* The library proper is not needed here. */
const unsigned char library_image[] = {FROZEN_MAGIC, 0, 0};
const size_t library_image_size = sizeof library_image;

const void *library_later_image(uint32_t number, size_t *size) {
    (void)number;
    *size = 0;
    return NULL;
}

static const char *const sources[] = {
    "import sys\n"
    "class Base:\n"
    "    '''A docstring.'''\n"
    "    limit = 10 ** 30\n"
    "    def greet(self, name, /, greeting='hello', *rest, mark='!', **more):\n"
    "        return f'{greeting} {name:>5}{mark}{len(rest)}{sorted(more)}'\n"
    "class Derived(Base):\n"
    "    def greet(self, *args, **kwargs):\n"
    "        return super().greet(*args, **kwargs)\n"
    "def outer(n):\n"
    "    total = 0\n"
    "    def inner(k):\n"
    "        nonlocal total\n"
    "        total += k\n"
    "        return total\n"
    "    return [inner(k) for k in range(n)], lambda: total\n"
    "def tries(x):\n"
    "    try:\n"
    "        if x in {1, 2, 3}:\n"
    "            raise ValueError(x, -5, 1e300, 0.25, b'a\\0b', ('t', (None, ...)))\n"
    "        return x / 0\n"
    "    except (ValueError, ZeroDivisionError) as e:\n"
    "        return type(e).__name__, e.args\n"
    "    finally:\n"
    "        log.append(x)\n"
    "def count(n):\n"
    "    while n > 0:\n"
    "        yield n\n"
    "        n -= 1\n"
    "def kind(v):\n"
    "    match v:\n"
    "        case [first, *_]: return 'list', first\n"
    "        case {'k': value}: return 'dict', value\n"
    "        case _: return 'other', -0x123456789abcdef0123456789abcdef\n"
    "async def coroutine():\n"
    "    return 'done'\n"
    "def finish(c):\n"
    "    try:\n"
    "        c.send(None)\n"
    "    except StopIteration as e:\n"
    "        return e.value\n"
    "log = []\n"
    "values, last = outer(5)\n"
    "result = repr([Derived().greet('you', 'hi', 1, 2, mark='?', z=1), values, last(), tries(2), tries(7), log,\n"
    "               list(count(3)), kind([4]), kind({'k': 5}), kind(6), finish(coroutine()), Base.limit, 'h\\u00e9 "
    "\\u2713',\n"
    "               tries.__qualname__, outer.__qualname__, Base.greet.__qualname__, last.__qualname__, "
    "Base.__doc__])\n",

    "result = 'second ' + repr([print, {1: 2}])\n",
};
enum { SOURCE_COUNT = sizeof sources / sizeof sources[0] };

typedef struct Fixture {
    Mem *mem;
    Host host;
    Vm *vm;
    Bytes *image;
} Fixture;

static double no_time(void *context) {
    (void)context;
    return 0;
}

static void no_output(void *context, int stream, const char *bytes, size_t length) {
    (void)context;
    (void)stream;
    (void)bytes;
    (void)length;
}

static void no_entropy(void *context, void *buffer, size_t length) {
    (void)context;
    memset(buffer, 0, length);
}

static Code *compile(Vm *vm, unsigned i) {
    Str *filename = str_new(vm, "<test>");
    Code *code = compile_source(vm, sources[i], strlen(sources[i]), filename, COMPILE_LIBRARY);
    obj_release(vm, filename);
    assert_non_null(code);
    return code;
}

static void open_fixture(Fixture *f) {
    f->mem = mem_new(0);
    f->host = (Host){.now = no_time, .wall = no_time, .write = no_output, .entropy = no_entropy};
    f->vm = vm_new(f->mem, &f->host, NULL, &(VmOptions){.filename = "test"});
    assert_non_null(f->vm);
    Code *first = compile(f->vm, 0), *second = compile(f->vm, 1);
    f->image =
        freeze(f->vm, (FreezeModule[]){{.name = "first", .code = first}, {.name = "second.inner", .code = second}},
               SOURCE_COUNT);
    assert_non_null(f->image);
    obj_release(f->vm, first);
    obj_release(f->vm, second);
}

static void close_fixture(Fixture *f) {
    obj_release(f->vm, f->image);
    vm_free(f->vm);
    mem_close(f->mem);
}

/* What the module leaves in `result`, owned. */
static Str *run(Vm *vm, Code *code) {
    Dict *globals = dict_new(vm);
    Str *builtins = str_intern_c(vm, "__builtins__"), *name = str_intern_c(vm, "__name__"),
        *wanted = str_intern_c(vm, "result");
    assert_true(dict_set_str(vm, globals, builtins, obj_value(vm->builtins)));
    assert_true(dict_set_str(vm, globals, name, obj_value(name)));
    Value ran = code_run(vm, code, globals, VALUE_NULL, false);
    if (ran == VALUE_NULL) exception_print(vm, vm->thread->error);
    assert_int_equal(ran, VALUE_NONE);
    Value result = value_retain(dict_get_str(vm, globals, wanted));
    assert_true(is_exact(vm, result, T_str));
    dict_clear(vm, globals);
    obj_release(vm, globals);
    obj_release(vm, builtins);
    obj_release(vm, name);
    obj_release(vm, wanted);
    gc_collect(vm);
    return AS(Str, result);
}

static void assert_same_result(Vm *vm, Code *a, Code *b) {
    Str *of_a = run(vm, a), *of_b = run(vm, b);
    assert_string_equal(str_utf8(vm, of_a, NULL), str_utf8(vm, of_b, NULL));
    obj_release(vm, of_a);
    obj_release(vm, of_b);
}

static void test_frozen_code_does_the_same(void **state) {
    (void)state;
    Fixture f;
    open_fixture(&f);
    Frozen *frozen = frozen_open(f.vm, f.image->data, f.image->length);
    assert_non_null(frozen);
    Str *filename = str_new(f.vm, "<test>");
    for (unsigned i = 0; i < SOURCE_COUNT; i++) {
        Code *original = compile(f.vm, i), *read = frozen_read(f.vm, frozen, (int)i, filename);
        assert_non_null(read);
        assert_int_equal(read->flags, original->flags);
        assert_int_equal(read->ninstrs, original->ninstrs);
        assert_int_equal(read->nregs, original->nregs);
        assert_same_result(f.vm, original, read);
        obj_release(f.vm, original);
        obj_release(f.vm, read);
    }
    obj_release(f.vm, filename);
    frozen_free(f.vm, frozen);
    close_fixture(&f);
}

static void test_modules_are_found_by_name(void **state) {
    (void)state;
    Fixture f;
    open_fixture(&f);
    Frozen *frozen = frozen_open(f.vm, f.image->data, f.image->length);
    assert_int_equal(frozen_find(frozen, "first"), 0);
    assert_int_equal(frozen_find(frozen, "second.inner"), 1);
    assert_int_equal(frozen_find(frozen, "second"), -1);
    assert_int_equal(frozen_find(frozen, "firs"), -1);
    assert_true(frozen_is_package(frozen, "second"));
    assert_false(frozen_is_package(frozen, "first"));
    assert_false(frozen_is_package(frozen, "second.inner"));
    frozen_free(f.vm, frozen);
    close_fixture(&f);
}

/* Opens an image and reads all that is in it. False: it was refused, with an exception, which is cleared. */
static bool read_image(Vm *vm, const void *image, size_t size) {
    Frozen *frozen = frozen_open(vm, image, size);
    Str *filename = frozen == NULL ? NULL : str_new(vm, "<test>");
    bool ok = filename != NULL;
    for (int i = 0; ok && i < SOURCE_COUNT; i++) {
        int module = frozen_find(frozen, i == 0 ? "first" : "second.inner");
        if (module < 0) continue;
        Code *code = frozen_read(vm, frozen, module, filename);
        ok = code != NULL;
        obj_release(vm, code);
    }
    obj_release(vm, filename);
    frozen_free(vm, frozen);
    assert_int_equal(error_is_set(vm), !ok);
    error_clear(vm);
    return ok;
}

/* In a block of its own size, so that the sanitizer sees every byte read beyond it. */
static bool read_copy(Vm *vm, const void *image, size_t size) {
    void *copy = malloc(size);
    assert_non_null(copy);
    memcpy(copy, image, size);
    bool ok = read_image(vm, copy, size);
    free(copy);
    return ok;
}

static void test_cut_off_images_are_refused(void **state) {
    (void)state;
    Fixture f;
    open_fixture(&f);
    for (size_t size = 1; size < f.image->length; size++) assert_false(read_copy(f.vm, f.image->data, size));
    assert_true(read_copy(f.vm, f.image->data, f.image->length));
    close_fixture(&f);
}

static void test_damaged_images_do_no_harm(void **state) {
    (void)state;
    static const unsigned char masks[] = {0x01, 0x02, 0x04, 0x40, 0x80, 0xFF};
    Fixture f;
    open_fixture(&f);
    size_t refused = 0;
    for (size_t at = 0; at < f.image->length; at++) {
        for (size_t m = 0; m < sizeof masks; m++) {
            f.image->data[at] ^= masks[m];
            refused += !read_copy(f.vm, f.image->data, f.image->length);
            f.image->data[at] ^= masks[m];
        }
    }
    assert_true(refused > f.image->length);
    close_fixture(&f);
}

static void test_reading_survives_memory_that_runs_out(void **state) {
    (void)state;
    Fixture f;
    open_fixture(&f);
    assert_true(read_image(f.vm, f.image->data, f.image->length));
    size_t before = mem_used(f.mem);
    uint64_t n = 1;
    for (;; n++) {
        mem_fail_at(f.mem, n, false);
        bool ok = read_image(f.vm, f.image->data, f.image->length);
        mem_fail_at(f.mem, 0, false);
        assert_int_equal(mem_used(f.mem), before);
        if (ok) break;
    }
    assert_true(n > 20);
    close_fixture(&f);
}

static void test_freezing_survives_memory_that_runs_out(void **state) {
    (void)state;
    Fixture f;
    open_fixture(&f);
    Code *code = compile(f.vm, 0);
    obj_release(f.vm, freeze(f.vm, &(FreezeModule){.name = "first", .code = code},
                             1)); /* strings keep their UTF-8 from now on */
    size_t before = mem_used(f.mem);
    for (uint64_t n = 1;; n++) {
        mem_fail_at(f.mem, n, false);
        Bytes *image = freeze(f.vm, &(FreezeModule){.name = "first", .code = code}, 1);
        mem_fail_at(f.mem, 0, false);
        assert_int_equal(error_is_set(f.vm), image == NULL);
        error_clear(f.vm);
        bool done = image != NULL;
        obj_release(f.vm, image);
        assert_int_equal(mem_used(f.mem), before);
        if (done) break;
    }
    obj_release(f.vm, code);
    close_fixture(&f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_frozen_code_does_the_same),
        cmocka_unit_test(test_modules_are_found_by_name),
        cmocka_unit_test(test_cut_off_images_are_refused),
        cmocka_unit_test(test_damaged_images_do_no_harm),
        cmocka_unit_test(test_reading_survives_memory_that_runs_out),
        cmocka_unit_test(test_freezing_survives_memory_that_runs_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
