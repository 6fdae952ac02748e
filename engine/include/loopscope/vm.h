/* vm.h: the Python VM. One Vm runs one program; nothing is shared between two of them.
 *
 *     Vm *vm = vm_new(mem, host, trace, &options);
 *     aio_boot(vm);
 *     int status = vm_run(vm, source, length);
 *     aio_close(vm);
 *     vm_free(vm);
 *
 * vm_run waits in the host. A caller that has an event loop of its own uses vm_start and vm_slice instead, and nothing
 * of the engine stands on the C stack between two slices:
 *
 *     vm_start(vm, source, length);
 *     while ((state = vm_slice(vm, &wake_at)) != VM_ENDED) {
 *         VM_SLICED: go on soon.  VM_WAITING: go on at host time wake_at, or call vm_woken when something else
 * happened.
 *     }
 *     status = vm_exit_status(vm);
 */
#ifndef LOOPSCOPE_VM_H
#define LOOPSCOPE_VM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct Vm Vm;
typedef struct Mem Mem;
struct Host;
struct Trace;

typedef struct VmOptions {
    const char *filename; /* of the program, as tracebacks show it */
    const char *argv0;    /* sys.argv[0] */
    int argc;             /* the other arguments */
    const char *const *argv;
    bool lines;                /* tell the event log every line that runs; slower */
    bool debug;                /* asyncio's debug mode */
    double latency, bandwidth; /* of the network inside the run: seconds, bytes per second; 0: none, no limit */
} VmOptions;

enum vm_status {
    VM_ENDED,   /* the program is over, its last object was finalized */
    VM_WAITING, /* every thread waits, until wake_at (INFINITY: for ever) */
    VM_SLICED   /* some 8 ms were used up, or a step that trace_stop_at asked for is done */
};

/* A VM ready to run. mem, host and trace are borrowed and must outlive it; trace may be NULL. options are copied, the
 * strings too. NULL when memory ran out. */
Vm *vm_new(Mem *mem, struct Host *host, struct Trace *trace, const VmOptions *options);
/* Loads one of the engine's own modules and those it imports ahead of the program, which sees nothing of them until it
 * imports them. False: it could not be done, and the Vm is of no use. */
bool vm_preload(Vm *vm, const char *module);
/* Other options than vm_new's, before the program begins. False when memory ran out. */
bool vm_configure(Vm *vm, const VmOptions *options);
/* Releases everything without running Python code. */
void vm_free(Vm *vm);

/* Runs a program (UTF-8 bytes, copied) to its end as __main__, waiting in the host, and returns its exit status: 0, 1
 * after an exception (printed) or a syntax error, 130 after Ctrl-C, or what sys.exit was given. Once per Vm. */
int vm_run(Vm *vm, const char *source, size_t length);

/* The same in pieces. vm_start is false when the program cannot run: the error was printed, vm_exit_status says 1. */
bool vm_start(Vm *vm, const char *source, size_t length);
enum vm_status vm_slice(Vm *vm, double *wake_at);
/* The wait ended before its deadline: whoever waits looks again, signals are handed over. */
void vm_woken(Vm *vm);
int vm_exit_status(const Vm *vm);

/* May be called at any time on the VM's thread, also while it is suspended in a wait. */
void vm_attend(Vm *vm); /* the host has a signal: look soon */
void vm_stop(Vm *vm);   /* end the run without running any more Python code; status 130 unless there is another */

/* Writes the bytecode's listing to stream 1. Exit status as vm_run's. */
int vm_disassemble(Vm *vm, const char *source, size_t length);
/* Compiles only. 0 when the syntax is right; else the length of a JSON text written to buffer (cut to fit):
 * {"message": ..., "line": ..., "column": ..., "endLine": ..., "endColumn": ...}, counted from 1. */
size_t vm_check_syntax(Vm *vm, const char *source, size_t length, char *buffer, size_t size);

#endif
