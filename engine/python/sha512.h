/* sha512.h: the SHA-512 digest: random.seed("text") is defined by it. */
#ifndef LOOPSCOPE_PYTHON_SHA512_H
#define LOOPSCOPE_PYTHON_SHA512_H

#include <stddef.h>

void sha512(const unsigned char *data, size_t length, unsigned char digest[64]);

#endif
