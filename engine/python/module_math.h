/* module_math.h: the three files of the module math. */
#ifndef LOOPSCOPE_PYTHON_MODULE_MATH_H
#define LOOPSCOPE_PYTHON_MODULE_MATH_H

#include "builtins.h"

extern const MethodDef math_integer_functions[]; /* math_integer.c: factorial, gcd, comb, isqrt ... */
extern const MethodDef math_sum_functions[];     /* math_sums.c: fsum, prod, sumprod, hypot, dist */

#endif
