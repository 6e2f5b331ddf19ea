/* pack.c: the functions of bitmill/bits/pack.h. */
#include "dispatch/kernels.h"
#include <bitmill/bits/pack.h>

void bmill_bits_pack(void *dst, const void *bytes, size_t n)
{
    bmill_active()->pack(dst, bytes, n);
}

void bmill_bits_pack_msb(void *dst, const void *bytes, size_t n)
{
    bmill_active()->pack_msb(dst, bytes, n);
}

void bmill_bits_unpack(void *bytes, const void *bits, size_t n)
{
    bmill_active()->unpack(bytes, bits, n);
}

void bmill_bits_unpack_msb(void *bytes, const void *bits, size_t n)
{
    bmill_active()->unpack_msb(bytes, bits, n);
}

void bmill_bits_reverse_in_bytes(void *dst, const void *a, size_t nbytes)
{
    /* The kernel counts in bits; where size_t has 32 bits there may be more bytes than that. */
    enum { STEP = 1 << 28 };
    for (; nbytes > SIZE_MAX / 8; nbytes -= STEP) {
        bmill_active()->reverse_in_bytes(dst, a, (size_t)STEP * 8);
        dst = (unsigned char *)dst + STEP;
        a = (const unsigned char *)a + STEP;
    }
    bmill_active()->reverse_in_bytes(dst, a, 8 * nbytes);
}
