/* module_math.h: the files of the module math. */
#ifndef LOOPSCOPE_PYTHON_MODULE_MATH_H
#define LOOPSCOPE_PYTHON_MODULE_MATH_H

#include "builtins.h"

extern const MethodDef math_integer_functions[]; /* math_integer.c: factorial, gcd, comb, isqrt ... */
extern const MethodDef math_sum_functions[];     /* math_sums.c: fsum, prod, sumprod, hypot, dist */

/* math_gamma.c: of any x; what is no number is NAN, what is too big INFINITY. */
double math_gamma_of(double x);
double math_lgamma_of(double x);

#endif
