/* text_file.h: sys.stdin, sys.stdout and sys.stderr as Python objects. */
#ifndef LOOPSCOPE_PYTHON_TEXT_FILE_H
#define LOOPSCOPE_PYTHON_TEXT_FILE_H

#include "object.h"

typedef struct TextFile {
    Obj head;
    int stream; /* 0 input, 1 output, 2 errors */
    enum { TEXT_OPEN, TEXT_CLOSED, TEXT_DETACHED } state;
    char *buffer; /* owned: output not written yet, or input not asked for yet */
    uint32_t length, capacity;
    uint32_t reported; /* output: up to here the event log has it; input: up to here it was read */
} TextFile;

/* Appends text to an output file's buffer; text_file_settle ends a run of them: reports it to the event log, and hands
 * the buffer to the host when a line is complete or `flush` says so. */
bool text_file_put(Vm *vm, TextFile *file, const Str *text);
void text_file_settle(Vm *vm, TextFile *file, bool flush);
/* The engine's own output (tracebacks, warnings): bytes of UTF-8 on stream 1 or 2, in order with what Python wrote. */
void text_write(Vm *vm, int stream, const char *bytes, size_t length);
/* The same of a text; errors go where the program has sys.stderr. False: no memory for its bytes. [py] */
bool text_write_str(Vm *vm, int stream, Str *text);
/* The file that sys.stdin (0), sys.stdout or sys.stderr is now, borrowed; VALUE_NULL: sys has none. */
Value text_file_current(Vm *vm, int stream);
/* One line of sys.stdin as a primitive's last act: may park. `newline`: keep it; `at_end`: raise EOFError then (else
 * ''). */
Value text_file_read_line(Vm *vm, TextFile *file, bool newline, bool at_end);

#endif
