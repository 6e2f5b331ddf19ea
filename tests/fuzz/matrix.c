/* matrix.c: transposes, and arrays of numbers bit by bit. */
#define BMILL_NO_INLINE_BITS
#include "fuzz.h"
#include <bitmill.h>
#include <bitmill/bits/matrix.h>
#include <string.h>

static const struct square_row {
    const char *name;
    void (*call)(void *dst, const void *a);
    size_t side;
} squares[] = {{F(bmill_bits_transpose_8x8), 8}, {F(bmill_bits_transpose_64x64), 64}};

static void try_square(const void *row_)
{
    const struct square_row *row = row_;
    size_t nbits = row->side * row->side;
    unsigned char *a = place_bits(A, "a", nbits), *dst = place_dst_or("dst", nbits, a, NULL, NULL);
    for (size_t i = 0; i < nbits; i++)
        ref_put(twin(dst), i % row->side * row->side + i / row->side, ref_get(a, i));
    row->call(dst, a);
}

/* Often near a multiple of 64. */
static size_t draw_side(size_t max)
{
    size_t side = draw(1) ? (size_t)draw(140) : 64 * (size_t)draw(10) + (size_t)draw(5);
    return side < 2 ? side : draw(7) == 0 ? (size_t)draw(max) : side - 2;
}

/* The bytes of a matrix. */
static size_t bytes_of(size_t rows, size_t columns, size_t stride)
{
    return rows && columns ? (rows - 1) * stride + (columns + 7) / 8 : 0;
}

static void try_transpose(const void *row)
{
    size_t rows = draw_side(1000), columns = draw_side(rows ? 300000 / rows % 2000 : 2000);
    size_t a_stride = (columns + 7) / 8 + (draw(1) ? 0 : (size_t)draw(40));
    size_t dst_stride = (rows + 7) / 8 + (draw(1) ? 0 : (size_t)draw(40));
    unsigned char *a, *dst;
    (void)row;
    a_stride = rows == 1 ? (size_t)draw(40) : a_stride;
    dst_stride = columns == 1 ? (size_t)draw(40) : dst_stride;
    a = place_filled(A, "a", bytes_of(rows, columns, a_stride), 1);
    dst = place(DST, "dst", bytes_of(columns, rows, dst_stride), 1);
    note("dst_stride", dst_stride);
    note("a_stride", a_stride);
    note("rows", rows);
    note("columns", columns);
    for (size_t r = 0; r < rows; r++)
        for (size_t c = 0; c < columns; c++)
            ref_put(twin(dst) + c * dst_stride, r, ref_get(a + r * a_stride, c));
    bmill_bits_transpose(dst, dst_stride, a, a_stride, rows, columns);
}

/* ---- Bit planes ---- */

static const struct shuffle_row {
    const char *name;
    void (*call)(void *dst, const void *a, size_t n);
    size_t width;
} shuffles[] =
    {
        {F(bmill_bits_shuffle_u8), 8},
        {F(bmill_bits_shuffle_u16), 16},
        {F(bmill_bits_shuffle_u32), 32},
        {F(bmill_bits_shuffle_u64), 64},
},
  unshuffles[] = {
      {F(bmill_bits_unshuffle_u8), 8},
      {F(bmill_bits_unshuffle_u16), 16},
      {F(bmill_bits_unshuffle_u32), 32},
      {F(bmill_bits_unshuffle_u64), 64},
};

static void try_shuffle(const void *row_)
{
    const struct shuffle_row *row = row_;
    size_t n = draw_size(MAX_BITS / row->width), plane = (n + 7) / 8;
    unsigned char *a = place_filled(A, "a", n * row->width / 8, 1);
    unsigned char *dst = place(DST, "dst", row->width * plane, 1);
    note("n", n);
    if (n)
        memset(twin(dst), 0, row->width * plane);
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < row->width; k++)
            ref_put(twin(dst) + k * plane, i, ref_get(a, i * row->width + k));
    row->call(dst, a, n);
}

static void try_unshuffle(const void *row_)
{
    const struct shuffle_row *row = row_;
    size_t n = draw_size(MAX_BITS / row->width), plane = (n + 7) / 8;
    unsigned char *a = place_filled(A, "a", row->width * plane, 1);
    unsigned char *dst = place(DST, "dst", n * row->width / 8, 1);
    note("n", n);
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < row->width; k++)
            ref_put(twin(dst), i * row->width + k, ref_get(a + k * plane, i));
    row->call(dst, a, n);
}

static const struct name_row {
    const char *name;
} transpose[] = {{"bmill_bits_transpose"}};

const struct group fuzz_matrix[] = {
    GROUP("", squares, try_square),
    GROUP("", transpose, try_transpose),
    GROUP("", shuffles, try_shuffle),
    GROUP("", unshuffles, try_unshuffle),
    {0},
};
