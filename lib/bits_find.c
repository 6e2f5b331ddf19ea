/* bits_find.c: the find functions that are more than one kernel call. */
#define BMILL_NO_INLINE_BITS
#include <bitmill/bits.h>
#include <bitmill/word.h>

size_t bmill_bits_find_next_set(const void *bits, size_t nbits, size_t from)
{
    const unsigned char *first;
    size_t start = from - from % 8, position;
    unsigned head;
    if (from >= nbits)
        return nbits;
    first = (const unsigned char *)bits + from / 8;
    head = *first & (0xffu << from % 8);
    if (head) {
        position = start + bmill_ctz_u32(head);
    } else if (nbits - start <= 8) {
        return nbits;
    } else {
        position = start + 8 + bmill_bits_find_first_set(first + 1, nbits - start - 8);
    }
    return position < nbits ? position : nbits;
}
