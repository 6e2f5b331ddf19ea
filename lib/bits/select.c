/* select.c: select by scanning. */
#include "dispatch/kernels.h"
#include <bitmill/bits.h>

size_t bmill_bits_select(const void *bits, size_t nbits, size_t k)
{
    return bmill_active()->select(bits, nbits, k);
}

size_t bmill_bits_select_clear(const void *bits, size_t nbits, size_t k)
{
    return bmill_active()->select_clear(bits, nbits, k);
}
