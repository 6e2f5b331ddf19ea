/* bits_find.c: the find functions that are more than one kernel call. */
#define BMILL_NO_INLINE_BITS
#include <bitmill/bits.h>
#include <bitmill/word.h>

size_t bmill_bits_find_next_set(const void *bits, size_t nbits, size_t from)
{
    const unsigned char *byte;
    size_t start = from - from % 8; /* the first bit of the byte that holds `from` */
    unsigned head;
    if (from >= nbits)
        return nbits;
    byte = (const unsigned char *)bits + from / 8;
    head = *byte & (0xffu << from % 8);
    if (nbits - start < 8)
        head &= 0xffu >> (8 - (nbits - start));
    if (head)
        return start + bmill_ctz_u32(head);
    if (nbits - start <= 8)
        return nbits;
    return start + 8 + bmill_bits_find_first_set(byte + 1, nbits - start - 8);
}
