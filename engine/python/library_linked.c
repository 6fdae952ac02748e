/* library_linked.c: the library's later images where they are linked: in native programs. No part of the room's own
 * sources. */
#include "library.h"

extern const unsigned char library_image_1[], library_image_2[], library_image_3[];
extern const size_t library_image_1_size, library_image_2_size, library_image_3_size;

const void *library_later_image(uint32_t number, size_t *size) {
    static const unsigned char *const images[] = {library_image_1, library_image_2, library_image_3};
    const size_t sizes[] = {library_image_1_size, library_image_2_size, library_image_3_size};
    *size = sizes[number - 1];
    return images[number - 1];
}
