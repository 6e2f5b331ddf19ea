/* filter.c: the elements of an array that a bitmap selects: the functions of bitmill/bits/filter.h.
 */
#define BMILL_NO_INLINE_BITS
#include "dispatch/rows.h"
#include <bitmill/bits/filter.h>

size_t bmill_bits_filter_u8(uint8_t *dst, const uint8_t *a, const void *mask, size_t n)
{
    return KERNEL(filter_u8)(dst, a, mask, n);
}

size_t bmill_bits_filter_u16(uint16_t *dst, const uint16_t *a, const void *mask, size_t n)
{
    return KERNEL(filter_u16)(dst, a, mask, n);
}

size_t bmill_bits_filter_u32(uint32_t *dst, const uint32_t *a, const void *mask, size_t n)
{
    return KERNEL(filter_u32)(dst, a, mask, n);
}

size_t bmill_bits_filter_u64(uint64_t *dst, const uint64_t *a, const void *mask, size_t n)
{
    return KERNEL(filter_u64)(dst, a, mask, n);
}

size_t bmill_bits_expand_u8(uint8_t *dst, const uint8_t *a, const void *mask, size_t n)
{
    return KERNEL(expand_u8)(dst, a, mask, n);
}

size_t bmill_bits_expand_u16(uint16_t *dst, const uint16_t *a, const void *mask, size_t n)
{
    return KERNEL(expand_u16)(dst, a, mask, n);
}

size_t bmill_bits_expand_u32(uint32_t *dst, const uint32_t *a, const void *mask, size_t n)
{
    return KERNEL(expand_u32)(dst, a, mask, n);
}

size_t bmill_bits_expand_u64(uint64_t *dst, const uint64_t *a, const void *mask, size_t n)
{
    return KERNEL(expand_u64)(dst, a, mask, n);
}
