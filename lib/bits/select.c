/* select.c: select by scanning: the functions of bitmill/bits/select.h. */
#define BMILL_NO_INLINE_BITS
#include "dispatch/rows.h"
#include <bitmill/bits/select.h>

size_t bmill_bits_select(const void *bits, size_t nbits, size_t k)
{
    return KERNEL(select)(bits, nbits, k);
}

size_t bmill_bits_select_clear(const void *bits, size_t nbits, size_t k)
{
    return KERNEL(select_clear)(bits, nbits, k);
}
