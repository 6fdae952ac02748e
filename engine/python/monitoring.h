/* monitoring.h: sys.monitoring (PEP 669): up to six tools with a function for each event, of all code or of one code
 * object. Events come by the same TRACE instructions and moments as those of sys.settrace (settrace.h). The library's
 * module _monitoring checks what a program asks for.
 */
#ifndef LOOPSCOPE_PYTHON_MONITORING_H
#define LOOPSCOPE_PYTHON_MONITORING_H

#include "builtins.h"
#include "interp.h"

enum monitor_event {
    MONITOR_PY_START,
    MONITOR_PY_RESUME,
    MONITOR_PY_RETURN,
    MONITOR_PY_YIELD,
    MONITOR_CALL,
    MONITOR_LINE,
    MONITOR_STOP_ITERATION = 10, /* the last one that a tool may switch off at its place */
    MONITOR_RAISE,
    MONITOR_EXCEPTION_HANDLED,
    MONITOR_PY_UNWIND,
    MONITOR_PY_THROW,
    MONITOR_RERAISE,
    MONITOR_C_RETURN, /* these two come to who is told of calls */
    MONITOR_C_RAISE,
    MONITOR_EVENTS
};

/* Each is false when a tool's function raised; the exception set before is kept otherwise. */
bool monitor_tell(Vm *vm, Frame *frame, enum monitor_event event, Value argument, Value second);
bool monitor_point(Vm *vm, Frame *frame, const Instr *ip); /* of a TRACE instruction */
bool monitor_raised(Vm *vm, Frame *frame, enum monitor_event event);
void monitor_forget(Vm *vm);

/* Of _native. */
NATIVE(native_monitor);
NATIVE(native_monitor_callback);
NATIVE(native_monitor_events);
NATIVE(native_monitor_restart);

#endif
