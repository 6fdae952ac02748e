/* utf8.h: characters of UTF-8 text (source.c). */
#ifndef LOOPSCOPE_PYTHON_UTF8_H
#define LOOPSCOPE_PYTHON_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Characters in the first `bytes` bytes of UTF-8 text (fewer when the text or its line ends before). */
uint32_t utf8_count(const char *text, uint32_t bytes);
/* Decodes one character at text (not at its end), which may be a surrogate; sets *size. The text must be valid. */
uint32_t utf8_decode(const char *text, uint32_t *size);
/* Writes a code point (surrogates too) and gives its size, 1 to 4. */
uint32_t utf8_encode(uint32_t code, char *out);
bool utf8_is_valid(const char *text, size_t length);

#endif
