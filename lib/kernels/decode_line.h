/* decode_line.h: the positions of the 1 bits of one word, and of one line of 64 bytes: the lowest
 * layer of decode.h.
 *
 * A line is decoded only where dst has room for all 1 bits that it can have. An ISA that has
 * vectors for it defines BMILL_HAVE_decode_line and, in simd/<isa>/index.h,
 *
 *   decode_dense_line(dst, line, x, width)
 *                                       stores x + i for all 1 bits i of the line; returns how many
 *
 * and with BMILL_HAVE_decode_few
 *
 *   decode_few(dst, line, x, width)     the same if the 1 bits are few; else it returns NOT_FEW and
 *                                       stores nothing
 *
 * or without it
 *
 *   nonzero_words(line)                 bit k of the result: whether word k of the line is not 0
 *   has_dense_words(line)               guesses whether decode_dense_line is faster
 *
 * BMILL_HAVE_decode_word: it has a better decode_word().
 */
#ifndef BMILL_KERNELS_DECODE_LINE_H
#define BMILL_KERNELS_DECODE_LINE_H

#include "kernels/lists.h"
#include "simd/simd.h"
#include "tables/thresholds.h"
#if BMILL_SIMD == BMILL_SIMD_AVX512
#include "simd/avx512/index.h"
#elif BMILL_SIMD == BMILL_SIMD_AVX2
#include "simd/avx2/index.h"
#elif BMILL_SIMD == BMILL_SIMD_NEON
#include "simd/neon/index.h"
#endif

/* ---- Words ---- */

#ifndef BMILL_HAVE_decode_word
/* The 1 bits of a word, whose bit 0 has position `first`, as far as there is room. False: dst is
 * full now, and d->from says where to continue. */
BMILL_ALWAYS_INLINE bool decode_word(struct decoding *d, w_t word, size_t first, size_t width)
{
    if (BMILL_LIKELY(d->capacity - d->n > WORD_ROOM)) {
        d->n = put_ones(d->dst, d->n, word, d->base + first, width);
        return true;
    }
    for (; word; word &= word - 1) {
        unsigned i = w_ctz(word);
        put_element(d->dst, d->n++, width, d->base + first + i);
        if (d->n == d->capacity) {
            d->from = first + i + 1;
            return false;
        }
    }
    return true;
}
#endif

/* ---- Lines ---- */

#ifndef BMILL_HAVE_decode_line
BMILL_ALWAYS_INLINE unsigned nonzero_words(const unsigned char *line)
{
    unsigned words = 0;
    BMILL_UNROLL
    for (unsigned k = 0; k < LINE_WORDS; k++)
        words |= (unsigned)(w_load(line + W_BYTES * k) != 0) << k;
    return words;
}
BMILL_ALWAYS_INLINE bool has_dense_words(const unsigned char *line) { return (void)line, false; }
BMILL_ALWAYS_INLINE size_t decode_dense_line(void *dst, const unsigned char *line, uint64_t x,
                                             size_t width)
{
    return (void)dst, (void)line, (void)x, width; /* never called */
}
#endif

#ifndef BMILL_HAVE_decode_few
/* One ctz per 1 bit, over the nonzero words only: hard to beat when 1 bits are rare. */
BMILL_ALWAYS_INLINE size_t decode_few(void *dst, const unsigned char *line, uint64_t x,
                                      size_t width)
{
    unsigned char *out = dst;
    if (has_dense_words(line))
        return NOT_FEW;
    for (unsigned left = nonzero_words(line); left; left &= left - 1) {
        size_t k = w_ctz(left);
        w_t word = w_load(line + W_BYTES * k);
        for (; word; word = opaque(word & (word - 1)), out += width)
            put_element(out, 0, width, x + 64 * k + w_ctz(word));
    }
    return (size_t)(out - (unsigned char *)dst) / width;
}
#endif

/* decode_dense_line in a function of its own for each width: it needs many registers, which a line
 * with few 1 bits should not have to save. */
BMILL_NOINLINE size_t decode_dense_line_u16(void *dst, const unsigned char *line, uint64_t x)
{
    return decode_dense_line(dst, line, x, 2);
}
BMILL_NOINLINE size_t decode_dense_line_u32(void *dst, const unsigned char *line, uint64_t x)
{
    return decode_dense_line(dst, line, x, 4);
}
BMILL_NOINLINE size_t decode_dense_line_u64(void *dst, const unsigned char *line, uint64_t x)
{
    return decode_dense_line(dst, line, x, 8);
}

/* Stores x + i for all 1 bits i of a line; returns how many. */
BMILL_ALWAYS_INLINE size_t decode_line(void *dst, const unsigned char *line, uint64_t x,
                                       size_t width)
{
    size_t n = decode_few(dst, line, x, width);
    if (n != NOT_FEW)
        return n;
    return width == 2   ? decode_dense_line_u16(dst, line, x)
           : width == 4 ? decode_dense_line_u32(dst, line, x)
                        : decode_dense_line_u64(dst, line, x);
}

#endif
