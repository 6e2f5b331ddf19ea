/* matrix.c: transposes and shuffles, against loops over bits, and for 64 by 64 over words. */
#include "bench.h"

#include <bitmill.h>
#include <bitmill/bits/matrix.h>
#include <string.h>

/* A matrix of nbytes, as nearly square as possible. */
static size_t rows_of(size_t nbytes)
{
    size_t rows = 8;
    while (4 * rows * rows <= 8 * nbytes)
        rows *= 2;
    return rows;
}

static size_t ours_transpose(const struct buffers *m, size_t nbytes)
{
    size_t rows = rows_of(nbytes), columns = 8 * nbytes / rows;
    return bmill_bits_transpose(m->dst, rows / 8, m->a, columns / 8, rows, columns), (size_t)0;
}

static size_t plain_transpose(const struct buffers *m, size_t nbytes)
{
    size_t rows = rows_of(nbytes), columns = 8 * nbytes / rows;
    memset(m->dst, 0, nbytes);
    for (size_t r = 0; r < rows; r++)
        for (size_t c = 0; c < columns; c++) {
            unsigned bit = m->a[r * (columns / 8) + c / 8] >> c % 8 & 1;
            m->dst[c * (rows / 8) + r / 8] |= (unsigned char)(bit << r % 8);
        }
    return 0;
}

/* All whole squares of 64 by 64; none below 512 bytes. */
static size_t ours_64x64(const struct buffers *m, size_t nbytes)
{
    for (size_t i = 0; i + 512 <= nbytes; i += 512)
        bmill_bits_transpose_64x64(m->dst + i, m->a + i);
    return 0;
}

/* The two squares of 32 by 32 off the diagonal are exchanged, then those of 16 by 16 in each, and
 * so on (Hacker's Delight, 2nd ed., section 7-3). */
static void transpose_words(uint64_t x[64])
{
    uint64_t mask = UINT64_C(0x00000000ffffffff);
    for (unsigned size = 32; size; size /= 2, mask ^= mask << size)
        for (size_t r = 0; r < 64; r = (r + size + 1) & ~(size_t)size) {
            uint64_t swap = (x[r] >> size ^ x[r + size]) & mask;
            x[r] ^= swap << size;
            x[r + size] ^= swap;
        }
}

static size_t plain_64x64(const struct buffers *m, size_t nbytes)
{
    for (size_t i = 0; i + 512 <= nbytes; i += 512) {
        memcpy(m->dst + i, m->a + i, 512);
        transpose_words((void *)(m->dst + i));
    }
    return 0;
}

/* Below 64 bytes there is not a whole byte of each bitmap. */
#define SHUFFLE(width)                                                            \
    static size_t ours_shuffle_##width(const struct buffers *m, size_t nbytes)    \
    {                                                                             \
        if (nbytes >= 64)                                                         \
            bmill_bits_shuffle_u##width(m->dst, m->a, nbytes / (width / 8));      \
        return 0;                                                                 \
    }                                                                             \
    static size_t plain_shuffle_##width(const struct buffers *m, size_t nbytes)   \
    {                                                                             \
        const uint##width##_t *a = (const void *)m->a;                            \
        size_t plane = nbytes / width;                                            \
        for (size_t k = 0; nbytes >= 64 && k < width; k++)                        \
            for (size_t i = 0; i < plane; i++) {                                  \
                unsigned byte = 0;                                                \
                for (size_t j = 0; j < 8; j++)                                    \
                    byte |= (unsigned)(a[8 * i + j] >> k & 1) << j;               \
                m->dst[k * plane + i] = (unsigned char)byte;                      \
            }                                                                     \
        return 0;                                                                 \
    }                                                                             \
    static size_t ours_unshuffle_##width(const struct buffers *m, size_t nbytes)  \
    {                                                                             \
        if (nbytes >= 64)                                                         \
            bmill_bits_unshuffle_u##width(m->dst, m->a, nbytes / (width / 8));    \
        return 0;                                                                 \
    }                                                                             \
    static size_t plain_unshuffle_##width(const struct buffers *m, size_t nbytes) \
    {                                                                             \
        uint##width##_t *dst = (void *)m->dst;                                    \
        size_t plane = nbytes / width;                                            \
        for (size_t i = 0; nbytes >= 64 && i < 8 * plane; i++) {                  \
            uint64_t x = 0;                                                       \
            for (size_t k = 0; k < width; k++)                                    \
                x |= (uint64_t)(m->a[k * plane + i / 8] >> i % 8 & 1) << k;       \
            dst[i] = (uint##width##_t)x;                                          \
        }                                                                         \
        return 0;                                                                 \
    }
SHUFFLE(8)
SHUFFLE(16)
SHUFFLE(32)
SHUFFLE(64)

const struct work works_matrix[] = {
    {"transpose", {RANDOM, RANDOM}, 1, ours_transpose, plain_transpose},
    {"transpose_64x64", {RANDOM, RANDOM}, 1, ours_64x64, plain_64x64},
    {"shuffle_u8", {RANDOM, RANDOM}, 1, ours_shuffle_8, plain_shuffle_8},
    {"shuffle_u16", {RANDOM, RANDOM}, 1, ours_shuffle_16, plain_shuffle_16},
    {"shuffle_u32", {RANDOM, RANDOM}, 1, ours_shuffle_32, plain_shuffle_32},
    {"shuffle_u64", {RANDOM, RANDOM}, 1, ours_shuffle_64, plain_shuffle_64},
    {"unshuffle_u8", {RANDOM, RANDOM}, 1, ours_unshuffle_8, plain_unshuffle_8},
    {"unshuffle_u16", {RANDOM, RANDOM}, 1, ours_unshuffle_16, plain_unshuffle_16},
    {"unshuffle_u32", {RANDOM, RANDOM}, 1, ours_unshuffle_32, plain_unshuffle_32},
    {"unshuffle_u64", {RANDOM, RANDOM}, 1, ours_unshuffle_64, plain_unshuffle_64},
    {NULL, {0, 0}, 0, NULL, NULL},
};
