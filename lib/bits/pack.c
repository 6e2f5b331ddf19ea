/* pack.c: between bytes and bits: the functions of bitmill/bits/pack.h. */
#define BMILL_NO_INLINE_BITS
#include "dispatch/rows.h"
#include <bitmill/bits/pack.h>

void bmill_bits_pack(void *dst, const void *bytes, size_t n) { KERNEL(pack)(dst, bytes, n); }

void bmill_bits_pack_msb(void *dst, const void *bytes, size_t n)
{
    KERNEL(pack_msb)(dst, bytes, n);
}

void bmill_bits_unpack(void *bytes, const void *bits, size_t n) { KERNEL(unpack)(bytes, bits, n); }

void bmill_bits_unpack_msb(void *bytes, const void *bits, size_t n)
{
    KERNEL(unpack_msb)(bytes, bits, n);
}

void bmill_bits_reverse_in_bytes(void *dst, const void *a, size_t nbytes)
{
    /* The kernel takes its size in bits, which need not fit into a size_t of 32 bits. */
    enum { PIECE_BYTES = 1 << 28 };
    for (; nbytes > SIZE_MAX / 8; nbytes -= PIECE_BYTES) {
        KERNEL(reverse_in_bytes)(dst, a, (size_t)PIECE_BYTES * 8);
        dst = (unsigned char *)dst + PIECE_BYTES;
        a = (const unsigned char *)a + PIECE_BYTES;
    }
    KERNEL(reverse_in_bytes)(dst, a, 8 * nbytes);
}
