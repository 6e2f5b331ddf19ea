/* move.c: copy, shift, rotate, reverse, insert, delete, interleave, pext, pdep. */
#define BMILL_NO_INLINE_BITS
#include "fuzz.h"
#include <bitmill.h>

/* ---- copy ---- */

/* Source and destination are in one bitmap of nbits, by two pointers: they overlap in any way,
 * often by a few bits only. */
static void try_copy_within(void)
{
    size_t nbits = draw_size(MAX_BITS / 2), d = (size_t)draw(nbits), s = draw_near(nbits), count, t;
    unsigned char *bits = place_bits(A, "bits", nbits), *a, *dst;
    if (draw(1))
        s = d < 70 ? d + (size_t)draw(70) : d - 70 + (size_t)draw(140);
    s = s < nbits ? s : nbits;
    count = nbits - (d > s ? d : s);
    if (draw(1))
        count = (size_t)draw(count);
    note("in one bitmap, to", d);
    note("from", s);
    note("count", count);
    for (size_t i = 0; i < count; i++)
        ref_put(twin(bits), d + i, ref_get(bits, s + i));
    t = bits ? (size_t)draw(d / 8) : 0;
    dst = bits ? bits + t : NULL;
    d -= 8 * t;
    t = bits ? (size_t)draw(s / 8) : 0;
    a = bits ? bits + t : NULL;
    bmill_bits_copy(dst, d, a, s - 8 * t, count);
}

static void try_copy(const void *row)
{
    size_t d, s, count;
    unsigned char *dst, *a;
    (void)row;
    if (draw(2) == 0) {
        try_copy_within();
        return;
    }
    d = (size_t)draw(draw(1) ? 70 : 8 * 4096 - 1);
    s = (size_t)draw(draw(1) ? 70 : 8 * 4096 - 1);
    count = draw_size(MAX_BITS);
    dst = place_range(DST, "dst", d, count);
    a = place_range(A, "a", s, count);
    note("dst_first", d);
    note("a_first", s);
    note("count", count);
    for (size_t i = 0; i < count; i++)
        ref_put(twin(dst), d + i, ref_get(a, s + i));
    bmill_bits_copy(dst, d, a, s, count);
}

/* ---- Shift and rotate ---- */

enum way { SHIFT_LEFT, SHIFT_RIGHT, ROTATE_LEFT, ROTATE_RIGHT };
static const struct shift_row {
    const char *name;
    void (*call)(void *dst, const void *a, size_t nbits, size_t n);
    enum way way;
} shifts[] = {
    {F(bmill_bits_shift_left), SHIFT_LEFT},
    {F(bmill_bits_shift_right), SHIFT_RIGHT},
    {F(bmill_bits_rotate_left), ROTATE_LEFT},
    {F(bmill_bits_rotate_right), ROTATE_RIGHT},
};

/* Bit i of the result; n is below nbits for a rotation. */
static bool shifted(enum way way, const void *a, size_t nbits, size_t n, size_t i)
{
    switch (way) {
    case SHIFT_LEFT:
        return i >= n && ref_get(a, i - n);
    case SHIFT_RIGHT:
        return n < nbits - i && ref_get(a, i + n);
    case ROTATE_LEFT:
        return ref_get(a, i >= n ? i - n : nbits - n + i);
    default:
        return ref_get(a, n < nbits - i ? i + n : n - (nbits - i));
    }
}

static void try_shift(const void *row_)
{
    const struct shift_row *row = row_;
    bool rotate = row->way == ROTATE_LEFT || row->way == ROTATE_RIGHT;
    size_t nbits = rotate && draw(7) == 0 ? (size_t)draw(150000) : draw_size(MAX_BITS);
    size_t n = draw_near(nbits);
    unsigned char *a = place_bits(A, "a", nbits), *dst = place_dst_or("dst", nbits, a, NULL, NULL);
    note("nbits", nbits);
    note("n", n);
    for (size_t i = 0; i < nbits; i++)
        ref_put(twin(dst), i, shifted(row->way, a, nbits, rotate ? n % nbits : n, i));
    row->call(dst, a, nbits, n);
}

static void try_reverse(const void *row)
{
    size_t nbits = draw_size(MAX_BITS);
    unsigned char *a = place_bits(A, "a", nbits), *dst = place_dst_or("dst", nbits, a, NULL, NULL);
    (void)row;
    note("nbits", nbits);
    for (size_t i = 0; i < nbits; i++)
        ref_put(twin(dst), nbits - 1 - i, ref_get(a, i));
    bmill_bits_reverse(dst, a, nbits);
}

/* ---- Insert and delete ---- */

static const struct insert_row {
    const char *name;
    void (*call)(void *bits, size_t nbits, size_t first, size_t count);
    bool insert;
} inserts[] = {{F(bmill_bits_insert_range), true}, {F(bmill_bits_delete_range), false}};

static void try_insert(const void *row_)
{
    const struct insert_row *row = row_;
    size_t nbits = draw_size(MAX_BITS), first = draw_near(nbits);
    size_t count = draw_near(nbits > first ? nbits - first : 0);
    unsigned char *bits = place_bits(A, "bits", nbits);
    note("nbits", nbits);
    note("first", first);
    note("count", count);
    for (size_t i = first; i < nbits; i++)
        ref_put(twin(bits), i,
                row->insert ? i - first >= count && ref_get(bits, i - count)
                            : count < nbits - i && ref_get(bits, i + count));
    row->call(bits, nbits, first, count);
}

/* ---- Interleave ---- */

static void try_interleave(const void *row)
{
    size_t nbits = draw_size(MAX_BITS / 2);
    unsigned char *a = place_bits(A, "a", nbits), *b = draw(7) ? place_bits(B, "b", nbits) : a;
    unsigned char *dst = place_dst_bits("dst", 2 * nbits);
    (void)row;
    note("nbits", nbits);
    for (size_t i = 0; i < nbits; i++) {
        ref_put(twin(dst), 2 * i, ref_get(a, i));
        ref_put(twin(dst), 2 * i + 1, ref_get(b, i));
    }
    bmill_bits_interleave(dst, a, b, nbits);
}

static void try_deinterleave(const void *row)
{
    size_t nbits = draw_size(MAX_BITS / 2);
    unsigned char *a = place_bits(A, "a", 2 * nbits), *even = place_dst_bits("dst_even", nbits);
    unsigned char *odd = place(B, "dst_odd", (nbits + 7) / 8, 1);
    (void)row;
    note("nbits", nbits);
    for (size_t i = 0; i < nbits; i++) {
        ref_put(twin(even), i, ref_get(a, 2 * i));
        ref_put(twin(odd), i, ref_get(a, 2 * i + 1));
    }
    bmill_bits_deinterleave(even, odd, a, nbits);
}

/* ---- Gather and scatter. The bitmap of the gathered bits has room for these only. ---- */

static size_t count_ones(const unsigned char *bits, size_t n)
{
    size_t ones = 0;
    for (size_t i = 0; i < n; i++)
        ones += ref_get(bits, i);
    return ones;
}

static void try_pext(const void *row)
{
    size_t nbits = draw_size(MAX_BITS / 2), k = 0, ones, alias = (size_t)draw(5);
    unsigned char *a = place_bits(A, "a", nbits), *mask = place_bits(B, "mask", nbits), *dst;
    (void)row;
    ones = count_ones(mask, nbits);
    dst = alias == 0 && nbits ? a : alias == 1 && nbits ? mask : place_dst_bits("dst", ones);
    note("nbits", nbits);
    note("dst is a or mask", dst == a || dst == mask);
    for (size_t i = 0; i < nbits; i++)
        if (ref_get(mask, i))
            ref_put(twin(dst), k++, ref_get(a, i));
    expect("the result", bmill_bits_pext(dst, a, mask, nbits), ones);
}

static void try_pdep(const void *row)
{
    size_t nbits = draw_size(MAX_BITS / 2), k = 0, ones;
    unsigned char *mask = place_bits(B, "mask", nbits), *a, *dst;
    (void)row;
    ones = count_ones(mask, nbits);
    a = place_bits(A, "a", ones);
    dst = draw(3) == 0 && nbits ? mask : place_dst_bits("dst", nbits);
    note("nbits", nbits);
    note("dst is mask", dst == mask);
    for (size_t i = 0; i < nbits; i++)
        ref_put(twin(dst), i, ref_get(mask, i) && ref_get(a, k++));
    expect("the result", bmill_bits_pdep(dst, a, mask, nbits), ones);
}

static const struct name_row {
    const char *name;
} copy[] = {{"bmill_bits_copy"}}, reverse[] = {{"bmill_bits_reverse"}},
  interleave[] = {{"bmill_bits_interleave"}}, deinterleave[] = {{"bmill_bits_deinterleave"}},
  pext[] = {{"bmill_bits_pext"}}, pdep[] = {{"bmill_bits_pdep"}};

const struct group fuzz_move[] = {
    GROUP("", copy, try_copy),
    GROUP("", shifts, try_shift),
    GROUP("", reverse, try_reverse),
    GROUP("", inserts, try_insert),
    GROUP("", interleave, try_interleave),
    GROUP("", deinterleave, try_deinterleave),
    GROUP("", pext, try_pext),
    GROUP("", pdep, try_pdep),
    {0},
};
