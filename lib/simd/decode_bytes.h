/* decode_bytes.h: decode for AVX2 and NEON: bit by bit where 1 bits are rare, else byte by byte, by
 * a table of the positions of the 1 bits in each byte. See kernels/decode_batch.h.
 *
 * simd/<isa>/index.h, which includes this, has
 *
 *   store_positions(p, byte, x, width)
 *                                   stores eight elements: x plus the position of each 1 bit of the
 *                                   byte, then anything; x is a vector of elements
 *   decode_bytes(dst, n, p, x, width)
 *                                   stores x + i for all 1 bits i of the word at p, from element n
 *                                   on, and up to eight elements after them
 *   nonzero_words(line)             bit k of the result: whether word k of the line is not 0
 *   lowest_one(word)                the position of the lowest 1 bit; anything for 0
 */
#ifndef BMILL_SIMD_DECODE_BYTES_H
#define BMILL_SIMD_DECODE_BYTES_H

#include "kernels/lists.h"
#include "simd/simd.h"
#include "tables/thresholds.h"
#if BMILL_SIMD == BMILL_SIMD_AVX2
#include "simd/avx2/index.h"
#elif BMILL_SIMD == BMILL_SIMD_NEON
#include "simd/neon/index.h"
#endif

#define BMILL_HAVE_DECODE_BATCH
enum { FEWEST_LINES = AVX2_BATCH_BITS / LINE_BITS, DECODE_LEVELS = 4, DECODE_BY_EIGHT = 0 };

BMILL_ALWAYS_INLINE size_t list_nonzero(uint16_t *places, const unsigned char *p, size_t lines)
{
    size_t n = 0;
    for (size_t i = 0; i < lines; i++, p += LINE_BITS / 8) {
        unsigned nonzero = nonzero_words(p);
        store_positions((unsigned char *)(places + n), nonzero, v_broadcast(8 * i, 2), 2);
        n += w_popcount(nonzero);
    }
    return n;
}

/* Levels 0, 1, 2 store 4, 8, 12 elements for a word without a branch; level 3 stores eight for each
 * byte. */
BMILL_ALWAYS_INLINE size_t decode_slots(int level, size_t width)
{
    (void)width;
    return level < 3 ? 4 * (size_t)level + 4 : 8;
}
BMILL_ALWAYS_INLINE int decode_level(size_t ones, size_t words, size_t width)
{
    (void)width;
    return ones <= 2 * words ? 0 : ones <= 4 * words ? 1 : ones <= 7 * words ? 2 : 3;
}

BMILL_ALWAYS_INLINE w_t decode_four(void *dst, size_t n, w_t word, uint64_t x, size_t width)
{
    BMILL_UNROLL_8
    for (size_t k = 0; k < 4; k++) {
        BMILL_IN_ORDER; /* gcc 12 would put four elements into a vector, one by one */
        put_element(dst, n + k, width, x + lowest_one(word));
        word &= word - 1;
    }
    return word;
}

BMILL_ALWAYS_INLINE void decode_all(void *dst, size_t n, const unsigned char *from, uint64_t x,
                                    int level, size_t width)
{
    if (level < 3) {
        w_t word = w_load(from);
        for (int k = 0; k < level; k++, n += 4)
            word = decode_four(dst, n, word, x, width);
        for (word = decode_four(dst, n, word, x, width); word; n += 4)
            word = decode_four(dst, n + 4, word, x, width);
    } else {
        decode_bytes(dst, n, from, x, width);
    }
}

/* ---- Lines ---- */

#define BMILL_HAVE_decode_line
/* The number of 1 bits in two words of the line, a sample. */
BMILL_ALWAYS_INLINE size_t some_ones(const unsigned char *line)
{
    return w_popcount(w_load(line + 16)) + w_popcount(w_load(line + 40));
}
BMILL_ALWAYS_INLINE bool has_dense_words(const unsigned char *line) { return some_ones(line) > 2; }

/* The last words, with as many 1 bits as decode_all may write too much, are done bit by bit. */
BMILL_ALWAYS_INLINE size_t decode_line_at(void *dst, const unsigned char *line, uint64_t x,
                                          int level, size_t width)
{
    size_t end = LINE_WORDS, ones = 0, n = 0, k;
    while (end > 0 && ones < decode_slots(level, width))
        ones += w_popcount(w_load(line + W_BYTES * --end));
    for (k = 0; k < end; k++) {
        decode_all(dst, n, line + W_BYTES * k, x + 64 * k, level, width);
        n += w_popcount(w_load(line + W_BYTES * k));
    }
    for (; k < LINE_WORDS; k++)
        n = put_ones(dst, n, w_load(line + W_BYTES * k), x + 64 * k, width);
    return n;
}
BMILL_ALWAYS_INLINE size_t decode_dense_line(void *dst, const unsigned char *line, uint64_t x,
                                             size_t width)
{
    int level = decode_level(some_ones(line), 2, width);
    return level == 0   ? decode_line_at(dst, line, x, 0, width)
           : level == 1 ? decode_line_at(dst, line, x, 1, width)
           : level == 2 ? decode_line_at(dst, line, x, 2, width)
                        : decode_line_at(dst, line, x, 3, width);
}

#endif
