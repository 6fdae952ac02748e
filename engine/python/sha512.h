/* sha512.h: the SHA-512 digest: random.seed("text") is defined by it. Its pieces are those of the smaller hashes too.
 */
#ifndef LOOPSCOPE_PYTHON_SHA512_H
#define LOOPSCOPE_PYTHON_SHA512_H

#include <stddef.h>
#include <stdint.h>

void sha512(const unsigned char *data, size_t length, unsigned char digest[64]);

extern const uint64_t sha512_start[8], sha512_rounds[80];
void sha512_compress(uint64_t state[8], const unsigned char block[128]);

#endif
