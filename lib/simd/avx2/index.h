/* index.h: decode for AVX2: bit by bit where 1 bits are rare, else byte by byte, by a table of the
 * positions of the 1 bits in each byte. See kernels/decode_batch.h. */
#ifndef BMILL_SIMD_AVX2_INDEX_H
#define BMILL_SIMD_AVX2_INDEX_H

#include "kernels/lists.h"
#include "simd/avx2/byte_tables.h"
#include "simd/simd.h"
#include "tables/thresholds.h"

/* Stores eight elements: x plus the position of each 1 bit of the byte, then x. */
BMILL_ALWAYS_INLINE void store_positions(unsigned char *p, unsigned byte, v_t x, size_t width)
{
    __m128i row = _mm_loadl_epi64((const void *)&positions_in_byte[byte]);
    if (width == 2) {
        x_store(p, _mm_add_epi16(_mm_cvtepu8_epi16(row), _mm256_castsi256_si128(x)));
    } else if (width == 4) {
        v_store(p, _mm256_add_epi32(_mm256_cvtepu8_epi32(row), x));
    } else {
        v_store(p, _mm256_add_epi64(_mm256_cvtepu8_epi64(row), x));
        v_store(p + V_BYTES, _mm256_add_epi64(_mm256_cvtepu8_epi64(_mm_srli_si128(row, 4)), x));
    }
}

BMILL_ALWAYS_INLINE v_t add_elements(v_t a, v_t b, size_t width)
{
    return width == 2   ? _mm256_add_epi16(a, b)
           : width == 4 ? _mm256_add_epi32(a, b)
                        : _mm256_add_epi64(a, b);
}

BMILL_ALWAYS_INLINE unsigned nonzero_words(const unsigned char *line)
{
    v_t low = _mm256_cmpeq_epi64(v_load(line), v_zero());
    v_t high = _mm256_cmpeq_epi64(v_load(line + V_BYTES), v_zero());
    unsigned zeros = (unsigned)_mm256_movemask_pd(_mm256_castsi256_pd(low)) |
                     (unsigned)_mm256_movemask_pd(_mm256_castsi256_pd(high)) << 4;
    return zeros ^ 0xff;
}

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

/* _tzcnt_u64 and not w_ctz: gcc gathers four unsigned results in a vector, one by one. */
BMILL_ALWAYS_INLINE w_t decode_four(void *dst, size_t n, w_t word, uint64_t x, size_t width)
{
    BMILL_UNROLL_8
    for (size_t k = 0; k < 4; k++) {
        put_element(dst, n + k, width, x + _tzcnt_u64(word));
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
        v_t elements = v_broadcast(x, width);
        BMILL_UNROLL_8
        for (unsigned k = 0; k < 8; k++) {
            unsigned byte = from[k];
            store_positions((unsigned char *)dst + width * n, byte, elements, width);
            elements = add_elements(elements, v_broadcast(8, width), width);
            n += w_popcount(byte);
        }
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
