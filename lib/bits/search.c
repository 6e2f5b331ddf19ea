/* search.c: patterns: the functions of bitmill/bits/search.h. The kernels want a pattern that is
 * not empty and fits; the other cases are answered here. */
#define BMILL_NO_INLINE_BITS
#include "dispatch/rows.h"
#include <bitmill/bits/search.h>

size_t bmill_bits_find_next_pattern(const void *bits, const void *pattern, size_t nbits,
                                    size_t from, size_t length)
{
    if (length > nbits || from > nbits - length)
        return nbits;
    return length ? KERNEL(find_pattern)(bits, pattern, nbits, from, length) : from;
}

size_t bmill_bits_find_first_pattern(const void *bits, const void *pattern, size_t nbits,
                                     size_t length)
{
    return bmill_bits_find_next_pattern(bits, pattern, nbits, 0, length);
}

size_t bmill_bits_count_pattern(const void *bits, const void *pattern, size_t nbits, size_t length)
{
    if (length > nbits)
        return 0;
    return length ? KERNEL(count_pattern)(bits, pattern, nbits, length) : nbits + 1;
}
