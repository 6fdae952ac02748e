/* codec.h: what the files of the codecs share. */
#ifndef LOOPSCOPE_PYTHON_CODEC_H
#define LOOPSCOPE_PYTHON_CODEC_H

#include "text.h"

enum codec {
    CODEC_UTF8,
    CODEC_ASCII,
    CODEC_LATIN1,
    CODEC_UTF16, /* from here on codec_wide.c */
    CODEC_UTF16_LE,
    CODEC_UTF16_BE,
    CODEC_UTF32,
    CODEC_UTF32_LE,
    CODEC_UTF32_BE,
    CODEC_CP1252,
    CODEC_UTF8_SIG, /* a byte order mark, then UTF-8 */
    CODEC_NONE
};
enum handler { HANDLE_STRICT, HANDLE_IGNORE, HANDLE_REPLACE, HANDLE_BACKSLASH, HANDLE_ESCAPE, HANDLE_XML, HANDLE_PASS };

static inline bool codec_is_wide(enum codec codec) {
    return codec >= CODEC_UTF16 && codec <= CODEC_CP1252;
}

typedef struct Decoder {
    Vm *vm;
    Value object;
    const unsigned char *data;
    uint32_t length;
    enum codec codec;
    enum handler handler;
    StrBuilder out;
} Decoder;

typedef struct Encoder {
    Vm *vm;
    Str *s;
    enum codec codec;
    enum handler handler;
    StrBuilder out; /* the result as Latin-1 text, a byte a character */
} Encoder;

/* Bytes start..end cannot be decoded: as the handler says; false with UnicodeDecodeError. */
bool decode_error(Decoder *d, uint32_t start, uint32_t end, const char *reason);
/* The character at `at` cannot be encoded. */
bool encode_char_error(Encoder *e, uint32_t at);

/* codec_wide.c */
bool decode_wide(Decoder *d);
bool encode_wide(Encoder *e);
void encode_wide_char(Encoder *e, uint32_t c); /* one that can be encoded, in any codec but UTF-8 beyond ASCII */
int cp1252_byte(uint32_t c);                   /* -1: none */

#endif
