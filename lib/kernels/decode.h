/* decode.h: the positions of the 1 bits of a bitmap, as a list.
 *
 * The bitmap is decoded by batches of lines (decode_batch.h), then by lines of 64 bytes and by
 * words (decode_line.h), each as long as enough bits are left. Calls go down only: index.h,
 * decode.h, decode_batch.h, decode_line.h, simd/<isa>/index.h.
 *
 * `room` is false once dst is full.
 */
#ifndef BMILL_KERNELS_DECODE_H
#define BMILL_KERNELS_DECODE_H

#include "kernels/decode_batch.h"
#include "kernels/decode_line.h"
#include "kernels/ends.h"
#include "kernels/lists.h"
#include "kernels/op.h"
#include "simd/simd.h"
#include "tables/thresholds.h"

/* ---- Whole lines, while dst has room for more elements than a line can give ---- */

BMILL_ALWAYS_INLINE bool are_zero(const unsigned char *p, size_t nbytes)
{
    v_t v = v_load(p);
    BMILL_UNROLL_8
    for (size_t i = V_BYTES; i < nbytes; i += V_BYTES)
        v = v_or(v, v_load(p + i));
    return !v_any(v);
}

/* Skips as many lines at a time, if they are zero, from bit `first`. Returns the first bit that may
 * be 1. */
BMILL_ALWAYS_INLINE size_t skip_zeros(const unsigned char *bits, size_t first, size_t nbits,
                                      size_t lines)
{
    while (nbits - first >= lines * LINE_BITS && are_zero(bits + first / 8, lines * LINE_BITS / 8))
        first += lines * LINE_BITS;
    return first;
}

BMILL_ALWAYS_INLINE void decode_lines(struct decoding *d, size_t *first, size_t width)
{
    for (;;) {
        *first = skip_zeros(d->bits, *first, d->nbits, 4);
        for (int k = 0; k < 4; k++, *first += LINE_BITS) {
            unsigned char *dst = (unsigned char *)d->dst + width * d->n;
            if (d->nbits - *first < LINE_BITS || d->capacity - d->n <= LINE_ROOM)
                return;
            d->n += decode_line(dst, d->bits + *first / 8, d->base + *first, width);
        }
    }
}

/* ---- Functions of their own for batches and lines of each width, so that shorter bitmaps do not
 * pay for the registers that they save. Each works on a copy of the state whose address is not
 * known elsewhere: else the compiler would load it again after each store to dst, which might have
 * changed it. ---- */

BMILL_ALWAYS_INLINE bool decode_batches_copied(struct decoding *d, size_t *first, size_t width)
{
    struct decoding copy = *d;
    size_t next = *first;
    bool room = decode_batches(&copy, &next, width);
    *first = next;
    *d = copy;
    return room;
}
BMILL_NOINLINE bool decode_batches_u16(struct decoding *d, size_t *first)
{
    return decode_batches_copied(d, first, 2);
}
BMILL_NOINLINE bool decode_batches_u32(struct decoding *d, size_t *first)
{
    return decode_batches_copied(d, first, 4);
}
BMILL_NOINLINE bool decode_batches_u64(struct decoding *d, size_t *first)
{
    return decode_batches_copied(d, first, 8);
}

BMILL_ALWAYS_INLINE void decode_lines_copied(struct decoding *d, size_t *first, size_t width)
{
    struct decoding copy = *d;
    size_t next = *first;
    decode_lines(&copy, &next, width);
    *first = next;
    *d = copy;
}
BMILL_NOINLINE void decode_lines_u16(struct decoding *d, size_t *first)
{
    decode_lines_copied(d, first, 2);
}
BMILL_NOINLINE void decode_lines_u32(struct decoding *d, size_t *first)
{
    decode_lines_copied(d, first, 4);
}
BMILL_NOINLINE void decode_lines_u64(struct decoding *d, size_t *first)
{
    decode_lines_copied(d, first, 8);
}

/* Decodes batches, then lines, from bit *first. At least one line is left. */
BMILL_ALWAYS_INLINE bool decode_long(struct decoding *d, size_t *first, size_t width)
{
    bool room = true;
    if (is_long(d->nbits - *first))
        room = width == 2   ? decode_batches_u16(d, first)
               : width == 4 ? decode_batches_u32(d, first)
                            : decode_batches_u64(d, first);
    if (!room || d->nbits - *first < LINE_BITS)
        return room;
    if (width == 2)
        decode_lines_u16(d, first);
    else if (width == 4)
        decode_lines_u32(d, first);
    else
        decode_lines_u64(d, first);
    return true;
}

/* ---- The whole ---- */

/* Whole words from *first on. */
BMILL_ALWAYS_INLINE bool decode_words(struct decoding *d, size_t *first, size_t width)
{
    bool room = true;
    if (d->nbits - *first >= LINE_BITS) {
        struct decoding copy = *d; /* so that the address of *d is not given away */
        size_t next = *first;
        room = decode_long(&copy, &next, width);
        *first = next;
        *d = copy;
    }
    /* Where dst has little room there may be many words. */
    while (room && d->nbits - *first >= 64) {
        w_t word = w_load(d->bits + *first / 8);
        if (word)
            room = decode_word(d, word, *first, width);
        *first += 64;
        if (!word)
            *first = skip_zeros(d->bits, *first, d->nbits, 1);
    }
    return room;
}

BMILL_ALWAYS_INLINE size_t decode_any(struct decoding d, size_t *from, size_t width)
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
    if (!d.dst) /* allowed if no bit is 1, and then not written to; but C has no NULL + 0 */
        d.dst = from;
    d.from = *from;
    first = d.from - d.from % 64;
    wanted = ~(w_t)0 << d.from % 64; /* without the bits before `from` */
    if (wanted != ~(w_t)0 && d.nbits - first >= 64) {
        room = decode_word(&d, w_load(d.bits + first / 8) & wanted, first, width);
        first += 64;
        wanted = ~(w_t)0;
    }
    if (room)
        room = decode_words(&d, &first, width);
    if (room && first < d.nbits) {
        const unsigned char *p = d.bits + first / 8;
        room = decode_word(&d, w_small(p, p, d.nbits - first, w_first) & wanted, first, width);
    }
    *from = room ? d.nbits : d.from;
    return d.n;
}

BMILL_NOINLINE size_t decode_any_u16(void *dst, const void *bits, size_t nbits, size_t capacity,
                                     size_t *from, uint16_t base)
{
    return decode_any((struct decoding){bits, nbits, dst, capacity, 0, 0, base}, from, 2);
}
BMILL_NOINLINE size_t decode_any_u32(void *dst, const void *bits, size_t nbits, size_t capacity,
                                     size_t *from, uint32_t base)
{
    return decode_any((struct decoding){bits, nbits, dst, capacity, 0, 0, base}, from, 4);
}
BMILL_NOINLINE size_t decode_any_u64(void *dst, const void *bits, size_t nbits, size_t capacity,
                                     size_t *from, uint64_t base)
{
    return decode_any((struct decoding){bits, nbits, dst, capacity, 0, 0, base}, from, 8);
}

/* Whether the call is for all of one line, with room: a common size, which goes straight to
 * decode_line, so that no register is saved. */
BMILL_ALWAYS_INLINE bool is_one_line(size_t nbits, size_t capacity, const size_t *from)
{
    return nbits == LINE_BITS && capacity >= LINE_BITS && *from == 0;
}

#endif
