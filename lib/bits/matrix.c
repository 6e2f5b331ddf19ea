/* matrix.c: transposes: the functions of bitmill/bits/matrix.h. An array of n numbers of N bits is
 * a matrix of n rows and N columns. */
#define BMILL_NO_INLINE_BITS
#include "dispatch/rows.h"
#include <bitmill/bits/matrix.h>

void bmill_bits_transpose_64x64(void *dst, const void *a) { KERNEL(transpose_64x64)(dst, a); }

void bmill_bits_transpose(void *dst, size_t dst_stride, const void *a, size_t a_stride, size_t rows,
                          size_t columns)
{
    KERNEL(transpose)(dst, dst_stride, a, a_stride, rows, columns);
}

/* The bytes of a plane of n bits; n + 7 could overflow a size_t of 32 bits. */
static inline size_t plane_bytes(size_t n) { return n / 8 + (n % 8 != 0); }

static inline void shuffle(unsigned char *dst, const void *a, size_t n, size_t width)
{
    size_t plane = plane_bytes(n);
    if (n % 8)
        for (size_t k = 1; k <= width; k++)
            dst[k * plane - 1] = 0;
    KERNEL(transpose)(dst, plane, a, width / 8, n, width);
}

void bmill_bits_shuffle_u8(void *dst, const void *a, size_t n) { shuffle(dst, a, n, 8); }
void bmill_bits_shuffle_u16(void *dst, const void *a, size_t n) { shuffle(dst, a, n, 16); }
void bmill_bits_shuffle_u32(void *dst, const void *a, size_t n) { shuffle(dst, a, n, 32); }
void bmill_bits_shuffle_u64(void *dst, const void *a, size_t n) { shuffle(dst, a, n, 64); }

static inline void unshuffle(void *dst, const void *a, size_t n, size_t width)
{
    KERNEL(transpose)(dst, width / 8, a, plane_bytes(n), width, n);
}

void bmill_bits_unshuffle_u8(void *dst, const void *a, size_t n) { unshuffle(dst, a, n, 8); }
void bmill_bits_unshuffle_u16(void *dst, const void *a, size_t n) { unshuffle(dst, a, n, 16); }
void bmill_bits_unshuffle_u32(void *dst, const void *a, size_t n) { unshuffle(dst, a, n, 32); }
void bmill_bits_unshuffle_u64(void *dst, const void *a, size_t n) { unshuffle(dst, a, n, 64); }
