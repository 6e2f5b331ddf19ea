/* decode.h: the positions of the 1 bits, as a list: see kernels.tmpl.h. */
#include "simd/simd.h"
#if BMILL_SIMD == BMILL_SIMD_AVX512
#include "simd/avx512/index.h"
#elif BMILL_SIMD == BMILL_SIMD_AVX2
#include "simd/avx2/index.h"
#endif
#include "kernels/lists.h"

/* ---- Lines of 64 bytes, where there is room for all that they can have. An ISA that has vectors
 * for it defines BMILL_HAVE_decode_line and
 *
 *   decode_dense_line(dst, line, x, width)
 *                                       x + i for all ones of the line; the result is how many
 *
 * and with BMILL_HAVE_decode_few
 *
 *   decode_few(dst, line, x, width)     the same if the ones are few; else the result is NOT_FEW,
 *                                       and nothing is done
 *
 * or without it
 *
 *   nonzero_words(line)                 bit k of the result: whether word k of the line is not 0
 *   has_dense_words(line)               a guess whether decode_dense_line is faster
 */

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
    return (void)dst, (void)line, (void)x, width;
}
#endif

BMILL_ALWAYS_INLINE bool are_zero(const unsigned char *p, size_t nbytes)
{
    v_t v = v_load(p);
    BMILL_UNROLL_8
    for (size_t i = V_BYTES; i < nbytes; i += V_BYTES)
        v = v_or(v, v_load(p + i));
    return !v_any(v);
}

#ifndef BMILL_HAVE_decode_few
/* The loop that is plain, for it is hard to beat where ones are few, but for the words that are not
 * 0 only. */
BMILL_ALWAYS_INLINE size_t decode_few(void *dst, const unsigned char *line, uint64_t x,
                                      size_t width)
{
    unsigned char *out = dst;
    if (has_dense_words(line))
        return NOT_FEW;
    for (unsigned left = nonzero_words(line); left; left &= left - 1) {
        size_t k = bmill_ctz_u32(left);
        w_t word = w_load(line + W_BYTES * k);
        for (; word; word = opaque(word & (word - 1)), out += width)
            put_element(out, 0, width, x + 64 * k + bmill_ctz_u64(word));
    }
    return (size_t)(out - (unsigned char *)dst) / width;
}
#endif

/* ---- Words ---- */

#ifndef BMILL_HAVE_decode_word
/* The ones of the 64 bits at `first`, as far as there is room. False: dst is full now. */
BMILL_ALWAYS_INLINE bool decode_word(struct decoding *d, w_t word, size_t first, size_t width)
{
    if (BMILL_LIKELY(d->capacity - d->n > WORD_ROOM)) {
        d->n = put_ones(d->dst, d->n, word, d->base + first, width);
        return true;
    }
    for (; word; word &= word - 1) {
        unsigned i = bmill_ctz_u64(word);
        put_element(d->dst, d->n++, width, d->base + first + i);
        if (d->n == d->capacity) {
            d->from = first + i + 1;
            return false;
        }
    }
    return true;
}
#endif

#include "kernels/decode_batch.h"

typedef size_t dense_line_op(void *dst, const unsigned char *line, uint64_t x);

/* Where to go on from bit `first`: behind zeros, by four lines. */
BMILL_ALWAYS_INLINE size_t skip_zeros(const unsigned char *bits, size_t first, size_t nbits)
{
    while (nbits - first >= 4 * LINE_BITS && are_zero(bits + first / 8, 4 * LINE_BITS / 8))
        first += 4 * LINE_BITS;
    return first;
}

/* Whole lines from *first on, while there is more room than for all ones that one can have. */
BMILL_ALWAYS_INLINE void decode_lines(struct decoding *d, size_t *first, size_t width,
                                      dense_line_op *dense)
{
    for (;;) {
        *first = skip_zeros(d->bits, *first, d->nbits);
        for (int k = 0; k < 4; k++, *first += LINE_BITS) {
            const unsigned char *line = d->bits + *first / 8;
            unsigned char *dst = (unsigned char *)d->dst + width * d->n;
            size_t n;
            if (d->nbits - *first < LINE_BITS || d->capacity - d->n <= LINE_ROOM)
                return;
            n = decode_few(dst, line, d->base + *first, width);
            d->n += n != NOT_FEW ? n : dense(dst, line, d->base + *first);
        }
    }
}

/* Both are called, so that what is shorter does not pay for them, and work on copies that no one
 * else has the address of: with each store to dst, *d could have changed. False: dst is full now.
 */
typedef bool decode_long_op(struct decoding *d, size_t *first);
struct decode_long_ops {
    decode_long_op *lines, *batches;
};

BMILL_ALWAYS_INLINE bool decode_lines_apart(struct decoding *d, size_t *first, size_t width,
                                            dense_line_op *dense)
{
    struct decoding copy = *d;
    size_t next = *first;
    decode_lines(&copy, &next, width, dense);
    *first = next;
    *d = copy;
    return true;
}
BMILL_ALWAYS_INLINE bool decode_batches_apart(struct decoding *d, size_t *first, size_t width)
{
    struct decoding copy = *d;
    size_t next = *first;
    bool room = decode_batches(&copy, &next, width);
    *first = next;
    *d = copy;
    return room;
}

/* Whole words from *first on. */
BMILL_ALWAYS_INLINE bool decode_words(struct decoding *d, size_t *first, size_t width,
                                      struct decode_long_ops ops)
{
    bool room = true;
    if (d->nbits - *first >= LINE_BITS) {
        struct decoding copy = *d;
        size_t next = *first;
        if (is_long(d->nbits - *first))
            room = ops.batches(&copy, &next);
        if (room && d->nbits - next >= LINE_BITS)
            room = ops.lines(&copy, &next);
        *first = next;
        *d = copy;
    }
    for (; room && d->nbits - *first >= 64; *first += 64)
        room = decode_word(d, w_load(d->bits + *first / 8), *first, width);
    return room;
}

BMILL_ALWAYS_INLINE size_t decode(struct decoding d, size_t *from, size_t width,
                                  struct decode_long_ops ops)
{
    size_t first;
    w_t wanted;
    bool room = true;
    if (d.nbits == 0)
        return 0;
    if (*from >= d.nbits)
        *from = d.nbits;
    if (*from == d.nbits || d.capacity == 0)
        return 0;
    if (!d.dst) /* allowed if no bit is 1, and then not written to; but there is no NULL + 0 */
        d.dst = from;
    d.from = *from;
    first = d.from - d.from % 64;
    wanted = ~(w_t)0 << d.from % 64; /* not what is before `from` */
    if (wanted != ~(w_t)0 && d.nbits - first >= 64) {
        room = decode_word(&d, w_load(d.bits + first / 8) & wanted, first, width);
        first += 64;
        wanted = ~(w_t)0;
    }
    if (room)
        room = decode_words(&d, &first, width, ops);
    if (room && first < d.nbits) {
        const unsigned char *p = d.bits + first / 8;
        room = decode_word(&d, only_word(p, p, d.nbits - first, w_first) & wanted, first, width);
    }
    *from = room ? d.nbits : d.from;
    return d.n;
}
