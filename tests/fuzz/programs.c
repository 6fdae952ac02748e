/* programs.c: runs programs that come from standard input, each a line with its length in bytes and then the bytes, and
 * says after each "INDEX STATUS". Each run must end, must give back every byte, and must not trip the sanitizers.
 *
 *     fuzz_programs SECONDS MEGABYTES       the limits of one run; at twice the time it is stopped from outside
 */
#include "../../engine/base/alloc.h"
#include "../../engine/include/loopscope/aio.h"
#include "../../engine/include/loopscope/trace.h"

#include <stdio.h>
#include <stdlib.h>

#include "quiet_host.h"

static int run(const char *text, size_t length, double seconds, size_t memory, size_t *leaked) {
    QuietHost quiet;
    Trace trace;
    quiet_host_init(&quiet, seconds);
    trace_init(&trace);
    Mem *mem = mem_new(memory);
    VmOptions options = {.filename = "program.py", .argv0 = "program.py"};
    Vm *vm = vm_new(mem, &quiet.host, &trace, &options);
    int status = 1;
    if (vm != NULL) {
        quiet.vm = vm;
        if (aio_boot(vm)) status = vm_run(vm, text, length);
        aio_close(vm);
        vm_free(vm);
    }
    *leaked = mem_used(mem);
    mem_close(mem);
    return status;
}

int main(int argc, char **argv) {
    double seconds = argc > 1 ? atof(argv[1]) : 2;
    size_t memory = (argc > 2 ? (size_t)atol(argv[2]) : 32) << 20;
    size_t length, leaked;
    bool ok = true;
    for (int i = 0; scanf("%zu", &length) == 1 && getchar() == '\n'; i++) {
        char *text = malloc(length + 1);
        if (text == NULL || fread(text, 1, length, stdin) != length) return 2;
        int status = run(text, length, seconds, memory, &leaked);
        printf("%d %d%s\n", i, status, leaked > 0 ? " leaked" : "");
        fflush(stdout);
        ok = ok && leaked == 0;
        free(text);
    }
    return ok ? 0 : 1;
}
