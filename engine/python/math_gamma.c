/* math_gamma.c: gamma and lgamma by the Lanczos approximation that CPython uses (mathmodule.c), since random's numbers
 * depend on their last bits, and C libraries differ there.
 */
#include "module_math.h"

#include <math.h>

#define LANCZOS_COUNT 13
static const double lanczos_g = 6.024680040776729583740234375;
static const double lanczos_g_minus_half = 5.524680040776729583740234375;
static const double pi = 3.141592653589793238462643383279502884197;
static const double log_pi = 1.144729885849400174143427351353058711647;

static const double numerators[LANCZOS_COUNT] = {
    23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408};
static const double denominators[LANCZOS_COUNT] = {0.0,        39916800.0, 120543840.0, 150917976.0, 105258076.0,
                                                   45995730.0, 13339535.0, 2637558.0,   357423.0,    32670.0,
                                                   1925.0,     66.0,       1.0};

static double lanczos_sum(double x) {
    double above = 0.0, below = 0.0;
    for (int i = 0; i < LANCZOS_COUNT; i++) {
        int at = x < 5.0 ? LANCZOS_COUNT - 1 - i : i;
        above = (x < 5.0 ? above * x : above / x) + numerators[at];
        below = (x < 5.0 ? below * x : below / x) + denominators[at];
    }
    return above / below;
}

static double sin_pi(double x) {
    double y = fmod(fabs(x), 2.0), r;
    switch ((int)round(2.0 * y)) {
    case 0: r = sin(pi * y); break;
    case 1: r = cos(pi * (y - 0.5)); break;
    case 2: r = sin(pi * (1.0 - y)); break;
    case 3: r = -cos(pi * (y - 1.5)); break;
    default: r = sin(pi * (y - 2.0)); break;
    }
    return copysign(1.0, x) * r;
}

static double factorial_before(double x) { /* exact up to 22! */
    double r = 1;
    for (double i = 2; i < x; i++) r *= i;
    return r;
}

/* Not too big and not too small for the approximation. */
static double gamma_between(double x) {
    double size = fabs(x), y = size + lanczos_g_minus_half;
    double q = size > lanczos_g_minus_half ? y - size : y - lanczos_g_minus_half;
    double z = (size > lanczos_g_minus_half ? q - lanczos_g_minus_half : q - size) * lanczos_g / y;
    double r = x < 0.0 ? -pi / sin_pi(size) / size * exp(y) / lanczos_sum(size) : lanczos_sum(size) / exp(y);
    r = x < 0.0 ? r - z * r : r + z * r;
    double power = size < 140.0 ? pow(y, size - 0.5) : pow(y, size / 2.0 - 0.25);
    r = x < 0.0 ? r / power : r * power;
    if (size >= 140.0) r = x < 0.0 ? r / power : r * power;
    return r;
}

double math_gamma_of(double x) {
    if (!isfinite(x)) return x > 0.0 || isnan(x) ? x : NAN;
    if (x == 0.0) return copysign(INFINITY, x);
    if (x == floor(x) && x < 0.0) return NAN;
    if (x == floor(x) && x <= 23.0) return factorial_before(x);
    if (fabs(x) < 1e-20) return 1.0 / x;
    if (fabs(x) > 200.0) return x < 0.0 ? 0.0 / sin_pi(x) : INFINITY;
    return gamma_between(x);
}

double math_lgamma_of(double x) {
    if (!isfinite(x)) return isnan(x) ? x : INFINITY;
    if (x == floor(x) && x <= 2.0) return x <= 0.0 ? INFINITY : 0.0;
    double size = fabs(x);
    if (size < 1e-20) return -log(size);
    double r = log(lanczos_sum(size)) - lanczos_g;
    r += (size - 0.5) * (log(size + lanczos_g - 0.5) - 1);
    return x < 0.0 ? log_pi - log(fabs(sin_pi(size))) - log(size) - r : r;
}
