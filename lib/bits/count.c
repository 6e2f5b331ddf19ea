/* count.c: the number of 1 bits: the functions of bitmill/bits/count.h. */
#define BMILL_NO_INLINE_BITS
#include "dispatch/rows.h"
#include <bitmill/bits/count.h>

size_t bmill_bits_count(const void *bits, size_t nbits) { return KERNEL(count)(bits, nbits); }

size_t bmill_bits_and_count(const void *a, const void *b, size_t nbits)
{
    return KERNEL(and_count)(a, b, nbits);
}

size_t bmill_bits_or_count(const void *a, const void *b, size_t nbits)
{
    return KERNEL(or_count)(a, b, nbits);
}

size_t bmill_bits_xor_count(const void *a, const void *b, size_t nbits)
{
    return KERNEL(xor_count)(a, b, nbits);
}

size_t bmill_bits_andnot_count(const void *a, const void *b, size_t nbits)
{
    return KERNEL(andnot_count)(a, b, nbits);
}

size_t bmill_bits_nand_count(const void *a, const void *b, size_t nbits)
{
    return KERNEL(nand_count)(a, b, nbits);
}

size_t bmill_bits_nor_count(const void *a, const void *b, size_t nbits)
{
    return KERNEL(nor_count)(a, b, nbits);
}

size_t bmill_bits_xnor_count(const void *a, const void *b, size_t nbits)
{
    return KERNEL(xnor_count)(a, b, nbits);
}

size_t bmill_bits_ornot_count(const void *a, const void *b, size_t nbits)
{
    return KERNEL(ornot_count)(a, b, nbits);
}
