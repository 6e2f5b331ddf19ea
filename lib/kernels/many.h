/* many.h: functions of any number of bitmaps. */
#ifndef BMILL_KERNELS_MANY_H
#define BMILL_KERNELS_MANY_H

#include "kernels/blocks.h"
#include "kernels/ends.h"
#include "kernels/lists.h"
#include "kernels/op.h"
#include "kernels/stream.h"
#include "simd/simd.h"

/* ---- and, or, xor ----
 *
 * A block of the result stays in registers while all maps are combined with it. `start` is the
 * neutral element, which the first map is combined with. */

BMILL_ALWAYS_INLINE struct four combine_four(const void *const *maps, size_t nmaps, size_t i,
                                             struct places at, v_t start, v_op *v)
{
    struct four r = {start, start, start, start};
    for (size_t m = 0; m < nmaps; m++) {
        struct four x = four_load((const unsigned char *)maps[m] + i, at);
        r = (struct four){v(r.v0, x.v0), v(r.v1, x.v1), v(r.v2, x.v2), v(r.v3, x.v3)};
    }
    return r;
}

/* Bitmaps shorter than a vector are two pieces of the same size, which may overlap: 1, 2 or 4
 * bytes, words, 16 bytes, halves of a vector. The size is found out once, not for each map. */
BMILL_ALWAYS_INLINE void map_many_pieces(unsigned char *dst, const void *const *maps, size_t nmaps,
                                         size_t n, size_t size, w_t start, w_op *w)
{
    w_t first = start;
    w_t last = start;
    for (size_t m = 0; m < nmaps; m++) {
        const unsigned char *p = maps[m];
        first = w(first, bmill_load_le(p, size));
        last = w(last, bmill_load_le(p + n - size, size));
    }
    bmill_store_le(dst, size, first);
    bmill_store_le(dst + n - size, size, last);
}

BMILL_ALWAYS_INLINE void map_many_words(unsigned char *dst, const void *const *maps, size_t nmaps,
                                        size_t n, w_t start, w_op *w)
{
    w_t first = start;
    w_t last = start;
    for (size_t m = 0; m < nmaps; m++) {
        const unsigned char *p = maps[m];
        first = w(first, w_load(p));
        last = w(last, w_load(p + n - W_BYTES));
    }
    w_store(dst, first);
    w_store(dst + n - W_BYTES, last);
}

BMILL_ALWAYS_INLINE void map_many_xs(unsigned char *dst, const void *const *maps, size_t nmaps,
                                     size_t n, x_t start, x_op *x)
{
    x_t first = start;
    x_t last = start;
    for (size_t m = 0; m < nmaps; m++) {
        const unsigned char *p = maps[m];
        first = x(first, x_load(p));
        last = x(last, x_load(p + n - X_BYTES));
    }
    x_store(dst, first);
    x_store(dst + n - X_BYTES, last);
}

BMILL_ALWAYS_INLINE v_t combine_halves(const void *const *maps, size_t nmaps, size_t n, v_t start,
                                       v_op *v)
{
    for (size_t m = 0; m < nmaps; m++) {
        const unsigned char *p = maps[m];
        start = v(start, v_load_halves(p, p + n, n));
    }
    return start;
}

BMILL_ALWAYS_INLINE void map_many_small(unsigned char *dst, const void *const *maps, size_t nmaps,
                                        size_t n, w_t start_w, v_t start, w_op *w, x_op *x, v_op *v)
{
    if (n < 2)
        map_many_pieces(dst, maps, nmaps, n, 1, start_w, w);
    else if (n < 4)
        map_many_pieces(dst, maps, nmaps, n, 2, start_w, w);
    else if (n < W_BYTES)
        map_many_pieces(dst, maps, nmaps, n, 4, start_w, w);
    else if (n <= 2 * W_BYTES)
        map_many_words(dst, maps, nmaps, n, start_w, w);
    else if (n <= 2 * X_BYTES)
        map_many_xs(dst, maps, nmaps, n, x_load(bmill_last_mask[0] + (start_w ? 0 : 64)), x);
    else
        v_store_halves(dst, n, combine_halves(maps, nmaps, n, start, v));
}

BMILL_ALWAYS_INLINE struct two combine_two(const void *const *maps, size_t nmaps, size_t n,
                                           v_t start, v_op *v)
{
    struct two r = {start, start};
    for (size_t m = 0; m < nmaps; m++) {
        const unsigned char *p = maps[m];
        r = (struct two){v(r.first, v_load(p)), v(r.last, v_load(p + n - V_BYTES))};
    }
    return r;
}

/* Whether dst is to be stored non-temporally. */
BMILL_ALWAYS_INLINE bool streams(const void *dst, const void *const *maps, size_t nmaps, size_t n)
{
    if (BMILL_LIKELY(!bmill_is_streamed(n, nmaps + 1)))
        return false;
    for (size_t m = 0; m < nmaps; m++)
        if (dst == maps[m])
            return false;
    return true;
}

BMILL_ALWAYS_INLINE void map_many(void *dst_, const void *const *maps, size_t nmaps, size_t nbits,
                                  w_t start_w, w_op *w, x_op *x, v_op *v)
{
    const v_t start = start_w ? v_not(v_zero()) : v_zero();
    unsigned char *dst = dst_;
    size_t n = bytes_of(nbits);
    unsigned kept;
    bool stream;
    if (n == 0)
        return;
    kept = bits_to_keep(dst, nbits);
    stream = streams(dst, maps, nmaps, n);
    if (!BMILL_LIKELY(n >= V_BYTES))
        map_many_small(dst, maps, nmaps, n, start_w, start, w, x, v);
    else if (BMILL_LIKELY(n <= 2 * V_BYTES))
        two_store(dst, n, combine_two(maps, nmaps, n, start, v));
    else {
        size_t len = first_block(dst, n, FOUR_BYTES);
        for (size_t i = 0; i < n; i += len, len = next_block(n - i, FOUR_BYTES)) {
            struct places at = places_in(len);
            struct four r = combine_four(maps, nmaps, i, at, start, v);
            if (!BMILL_LIKELY(!stream) && len == FOUR_BYTES)
                four_stream(dst + i, r);
            else
                four_store(dst + i, at, r);
        }
    }
    if (stream)
        v_stream_end();
    put_back(dst, nbits, kept);
}

BMILL_KERNEL void and_many_kernel(void *dst, const void *const *maps, size_t nmaps, size_t nbits)
{
    map_many(dst, maps, nmaps, nbits, ~(w_t)0, w_and, x_and, v_and);
}
BMILL_KERNEL void or_many_kernel(void *dst, const void *const *maps, size_t nmaps, size_t nbits)
{
    map_many(dst, maps, nmaps, nbits, 0, w_or, x_or, v_or);
}
BMILL_KERNEL void xor_many_kernel(void *dst, const void *const *maps, size_t nmaps, size_t nbits)
{
    map_many(dst, maps, nmaps, nbits, 0, w_xor, x_xor, v_xor);
}

/* ---- at_least, exactly ----
 *
 * There is a counter for each bit position. The counters are kept in planes: plane p has bit p of
 * all counters. They begin at -k, so they need not be compared with k: where the count is k or more
 * they pass zero, and the highest plane has a carry; where it is exactly k they are zero. There are
 * enough planes for the count not to pass zero twice.
 *
 * Eight maps are added at a time: full adders reduce them to ones, twos, fours and one carry, which
 * ripples through the other planes. The planes of a strip, 512 bytes of each map, stay in the first
 * cache. So only eight maps are read at the same time: more streams are too many for the processor,
 * and maps that begin at similar addresses for the cache.
 */
enum { LOW_PLANES = 3 };

static const unsigned char no_map[STRIP_BYTES]; /* zeros that fill the last group */

/* The vectors kept for a vector of a strip: its planes, and where there was a carry. */
BMILL_ALWAYS_INLINE size_t planes_of(size_t nplanes) { return nplanes + 1; }

typedef v_t load_op(const unsigned char *p, size_t n);
BMILL_ALWAYS_INLINE v_t load_whole(const unsigned char *p, size_t n)
{
    return (void)n, v_held(v_load(p));
}
BMILL_ALWAYS_INLINE v_t load_small(const unsigned char *p, size_t n)
{
    return v_load_halves(p, p + n, n);
}

/* Adds the vectors at `place` of 4 maps (few) or 8 to the low planes; returns the carry. */
BMILL_ALWAYS_INLINE v_t add_group(v_t low[LOW_PLANES], const unsigned char *const p[GROUP],
                                  size_t place, size_t n, bool few, load_op *load)
{
    v_t twos = v_full_adder(&low[0], load(p[0] + place, n), load(p[1] + place, n));
    v_t fours = v_full_adder(&low[1], twos,
                             v_full_adder(&low[0], load(p[2] + place, n), load(p[3] + place, n)));
    v_t more = v_zero();
    if (!few) {
        twos = v_full_adder(&low[0], load(p[4] + place, n), load(p[5] + place, n));
        more = v_full_adder(&low[1], twos,
                            v_full_adder(&low[0], load(p[6] + place, n), load(p[7] + place, n)));
    }
    return v_full_adder(&low[2], fours, more);
}

/* Adds the carry of the low planes to the others. */
BMILL_ALWAYS_INLINE void ripple(v_t *to, const v_t *from, size_t nplanes, v_t carry)
{
    for (size_t p = LOW_PLANES; p < nplanes; p++) {
        v_t next = v_and(from[p], carry);
        to[p] = v_xor(from[p], carry);
        carry = next;
    }
    to[nplanes] = v_or(from[nplanes], carry);
}

/* Byte i of up to GROUP maps, and no_map in place of those that there are not. `i` is opaque: else
 * gcc computes these addresses as a vector, and to take them out of it takes longer than to count
 * (at_least, 8 maps, 512 bytes, AVX-512: 17.6 ns instead of 14.7, Zen 5). Unrolled: in a
 * loop gcc stores and loads each of them, 25.3 ns in place of 20.5. */
BMILL_ALWAYS_INLINE void group_at(const unsigned char *p[GROUP], const void *const *maps,
                                  size_t nmaps, size_t i)
{
    BMILL_UNROLL
    for (size_t m = 0; m < GROUP; m++)
        p[m] = m < nmaps ? (const unsigned char *)maps[m] + (size_t)opaque(i) : no_map;
}

/* The planes of the bytes i to i + len - 1 of all maps; n is passed to load. */
BMILL_ALWAYS_INLINE void count_strip(v_t *planes, const v_t *start, size_t nplanes,
                                     const void *const *maps, size_t nmaps, size_t i, size_t len,
                                     size_t n, load_op *load)
{
    for (size_t g = 0; g < nmaps; g += GROUP) {
        const unsigned char *p[GROUP];
        v_t *to = planes;
        size_t rest = nmaps - g;
        size_t place = 0;
        group_at(p, maps + g, rest, i);
        for (size_t done = 0; done < len; done += V_BYTES, to += planes_of(nplanes)) {
            const v_t *from = g == 0 ? start : to;
            v_t low[LOW_PLANES] = {from[0], from[1], from[2]};
            v_t carry = add_group(low, p, place, n, rest <= GROUP / 2, load);
            to[0] = low[0];
            to[1] = low[1];
            to[2] = low[2];
            ripple(to, from, nplanes, carry);
            place = min_offset(done + V_BYTES, len - V_BYTES);
        }
    }
}

/* ---- Up to eight maps: three planes are enough, and they stay in registers ---- */

BMILL_ALWAYS_INLINE v_t few_outcome(const unsigned char *const p[GROUP], size_t place, size_t n,
                                    const v_t start[LOW_PLANES], bool few, bool exactly,
                                    load_op *load)
{
    v_t low[LOW_PLANES] = {start[0], start[1], start[2]};
    v_t carry = add_group(low, p, place, n, few, load);
    return exactly ? v_not(v_or(v_or(low[0], low[1]), low[2])) : carry;
}

/* The results of a strip. The last vector overlaps the one before it, and is computed first. A
 * bitmap shorter than a vector is one strip. */
BMILL_ALWAYS_INLINE void few_strip(unsigned char *dst, const v_t *start, const void *const *maps,
                                   size_t nmaps, size_t i, size_t len, bool few, bool exactly)
{
    const unsigned char *p[GROUP];
    group_at(p, maps, nmaps, i);
    if (!BMILL_LIKELY(len >= V_BYTES)) {
        v_store_halves(dst, len, few_outcome(p, 0, len, start, few, exactly, load_small));
        return;
    }
    v_t last = few_outcome(p, len - V_BYTES, V_BYTES, start, few, exactly, load_whole);
    for (size_t done = 0; done + V_BYTES < len; done += V_BYTES)
        v_store(dst + done, few_outcome(p, done, V_BYTES, start, few, exactly, load_whole));
    v_store(dst + len - V_BYTES, last);
}

BMILL_ALWAYS_INLINE void count_few(unsigned char *dst, const v_t *start, const void *const *maps,
                                   size_t nmaps, size_t n, bool exactly)
{
    size_t len = first_block(dst, n, STRIP_BYTES);
    for (size_t i = 0; i < n; i += len, len = next_block(n - i, STRIP_BYTES)) {
        if (nmaps <= GROUP / 2)
            few_strip(dst + i, start, maps, nmaps, i, len, true, exactly);
        else
            few_strip(dst + i, start, maps, nmaps, i, len, false, exactly);
    }
}

/* ---- Any number of maps ---- */

/* The result of a vector, from its planes. */
BMILL_ALWAYS_INLINE v_t outcome(const v_t *planes, size_t nplanes, bool exactly)
{
    v_t any = v_zero();
    if (!exactly)
        return planes[nplanes];
    for (size_t p = 0; p < nplanes; p++)
        any = v_or(any, planes[p]);
    return v_not(any);
}

BMILL_ALWAYS_INLINE void count_any(unsigned char *dst, const v_t *start, size_t nplanes,
                                   const void *const *maps, size_t nmaps, size_t n, bool exactly)
{
    v_t planes[PLANES_BYTES / V_BYTES];
    size_t strip = PLANES_BYTES / V_BYTES / planes_of(nplanes) * V_BYTES;
    size_t len;
    if (!BMILL_LIKELY(n >= V_BYTES)) {
        count_strip(planes, start, nplanes, maps, nmaps, 0, V_BYTES, n, load_small);
        v_store_halves(dst, n, outcome(planes, nplanes, exactly));
        return;
    }
    strip = strip < STRIP_BYTES ? strip : STRIP_BYTES;
    len = first_block(dst, n, strip);
    for (size_t i = 0; i < n; i += len, len = next_block(n - i, strip)) {
        const v_t *from = planes;
        count_strip(planes, start, nplanes, maps, nmaps, i, len, n, load_whole);
        for (size_t done = 0; done < len; done += V_BYTES, from += planes_of(nplanes))
            v_store(dst + i + min_offset(done, len - V_BYTES), outcome(from, nplanes, exactly));
    }
}

BMILL_ON_A_LINE static void count_maps(unsigned char *dst, const void *const *maps, size_t nmaps,
                                       size_t nbits, size_t k, bool exactly)
{
    v_t start[8 * sizeof k + 1];
    size_t n = bytes_of(nbits);
    size_t nplanes = LOW_PLANES;
    size_t below = exactly ? k : k - 1;
    size_t above = nmaps - k; /* how far from k counts can be */
    unsigned kept = bits_to_keep(dst, nbits);
    while ((below | above) >> nplanes)
        nplanes++;
    for (size_t p = 0; p < nplanes; p++)
        start[p] = (0 - k) >> p & 1 ? v_not(v_zero()) : v_zero();
    start[nplanes] = v_zero();
    if (nplanes == LOW_PLANES && nmaps <= GROUP)
        count_few(dst, start, maps, nmaps, n, exactly);
    else
        count_any(dst, start, nplanes, maps, nmaps, n, exactly);
    put_back(dst, nbits, kept);
}

BMILL_KERNEL void at_least_kernel(void *dst, const void *const *maps, size_t nmaps, size_t nbits,
                                  size_t k)
{
    if (nbits > 0)
        count_maps(dst, maps, nmaps, nbits, k, false);
}
BMILL_KERNEL void exactly_kernel(void *dst, const void *const *maps, size_t nmaps, size_t nbits,
                                 size_t k)
{
    if (nbits > 0)
        count_maps(dst, maps, nmaps, nbits, k, true);
}

#endif
