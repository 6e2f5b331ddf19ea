/* matrix.c: transposes and shuffles on every ISA, against a walk over the bits. */
#include "harness/arena.h"
#include "harness/isas.h"
#include "harness/thresholds.h"
#include <bitmill.h>
#include <bitmill/bits/matrix.h>
#include <stdlib.h>
#include <string.h>

/* Past two tiles of 512 by 512, and gaps between the rows. */
enum { MAX_SIDE = 1100, MAX_GAP = 9, MAX_BYTES = MAX_SIDE * (MAX_SIDE / 8 + 1 + MAX_GAP) };

static struct arena from, to;

static size_t row_bytes(size_t nbits) { return nbits / 8 + (nbits % 8 != 0); }

/* A matrix: where it is, and its number of bytes from the first to the last. */
struct matrix {
    unsigned char *bits;
    size_t rows, columns, stride, nbytes;
};

/* Matrices that are too large to be drawn word by word are filled with noise. */
static void fill_long(unsigned char *p, size_t n, uint64_t x)
{
    for (size_t i = 0; i < n; i++) {
        x = x * UINT64_C(0x5851f42d4c957f2d) + 1;
        p[i] = (unsigned char)(x >> 56);
    }
}

static struct matrix place(struct arena *m, prop *p, size_t rows, size_t columns, size_t stride)
{
    struct matrix x = {NULL, rows, columns, stride, 0};
    if (rows && columns)
        x.nbytes = (rows - 1) * stride + row_bytes(columns);
    x.bits = arena_place(m, p, 8 * x.nbytes);
    if (x.nbytes > 8000) {
        fill_long(x.bits, x.nbytes, prop_draw(p, UINT64_MAX));
        arena_mirror(m);
    }
    return x;
}

static void walk(unsigned char *dst, size_t dst_stride, const unsigned char *a, size_t a_stride,
                 size_t rows, size_t columns)
{
    for (size_t r = 0; r < rows; r++)
        for (size_t c = 0; c < columns; c++)
            ref_put(dst + c * dst_stride, r, ref_get(a + r * a_stride, c));
}

static size_t draw_side(prop *p)
{
    static const uint64_t most[] = {9, 70, 70, 150, 150, 260, 260, MAX_SIDE};
    return prop_draw(p, 3) ? (size_t)prop_draw(p, most[prop_draw(p, 7)])
                           : draw_count_of(p, ARRAYS, MAX_SIDE);
}

/* A number of bytes between rows; often none. */
static size_t draw_gap(prop *p) { return prop_draw(p, 1) ? (size_t)prop_draw(p, MAX_GAP) : 0; }

static bool transpose_agrees_with_a_walk(prop *p)
{
    size_t rows = draw_side(p), columns = draw_side(p);
    struct matrix a = place(&from, p, rows, columns, row_bytes(columns) + draw_gap(p));
    struct matrix dst = place(&to, p, columns, rows, row_bytes(rows) + draw_gap(p));
    walk(arena_twin(&to, dst.bits), dst.stride, a.bits, a.stride, rows, columns);
    bmill_bits_transpose(dst.bits, dst.stride, a.bits, a.stride, rows, columns);
    prop_show(p, "%zu by %zu, strides %zu and %zu", rows, columns, dst.stride, a.stride);
    return arena_agrees(&to, p) && arena_agrees(&from, p);
}

/* A bitmap as a column, a column as a bitmap. */
static bool long_and_narrow_is_right(prop *p)
{
    size_t length = (size_t)prop_draw(p, 6000), width = 1 + (size_t)prop_draw(p, 80);
    bool tall = prop_draw(p, 1);
    size_t rows = tall ? length : width, columns = tall ? width : length;
    struct matrix a = place(&from, p, rows, columns, row_bytes(columns) + draw_gap(p));
    struct matrix dst = place(&to, p, columns, rows, row_bytes(rows) + draw_gap(p));
    walk(arena_twin(&to, dst.bits), dst.stride, a.bits, a.stride, rows, columns);
    bmill_bits_transpose(dst.bits, dst.stride, a.bits, a.stride, rows, columns);
    prop_show(p, "%zu by %zu, strides %zu and %zu", rows, columns, dst.stride, a.stride);
    return arena_agrees(&to, p) && arena_agrees(&from, p);
}

/* Squares of 8 and 64, to other memory and in place. */
static bool square_is_transposed(prop *p)
{
    size_t side = prop_draw(p, 1) ? 64 : 8;
    bool in_place = prop_draw(p, 1);
    struct matrix a = place(&from, p, side, side, side / 8);
    struct matrix dst = place(&to, p, side, side, side / 8);
    unsigned char copy[512];
    struct arena *out = in_place ? &from : &to;
    unsigned char *result = in_place ? a.bits : dst.bits;
    memcpy(copy, a.bits, a.nbytes);
    walk(arena_twin(out, result), side / 8, copy, side / 8, side, side);
    if (side == 8)
        bmill_bits_transpose_8x8(result, a.bits);
    else
        bmill_bits_transpose_64x64(result, a.bits);
    prop_show(p, "%zu by %zu%s", side, side, in_place ? " in place" : "");
    return arena_agrees(&to, p) && arena_agrees(&from, p);
}

typedef void shuffler(void *dst, const void *a, size_t n);
static shuffler *const shuffles[] = {bmill_bits_shuffle_u8, bmill_bits_shuffle_u16,
                                     bmill_bits_shuffle_u32, bmill_bits_shuffle_u64};
static shuffler *const unshuffles[] = {bmill_bits_unshuffle_u8, bmill_bits_unshuffle_u16,
                                       bmill_bits_unshuffle_u32, bmill_bits_unshuffle_u64};

static size_t draw_numbers(prop *p) { return (size_t)prop_draw(p, draw_side(p) + 1000); }

static bool shuffle_takes_numbers_apart(prop *p)
{
    unsigned kind = (unsigned)prop_draw(p, 3);
    size_t width = (size_t)8 << kind, n = draw_numbers(p), plane = row_bytes(n);
    struct matrix a = place(&from, p, n, width, width / 8);
    struct matrix dst = place(&to, p, width, 8 * plane, plane);
    unsigned char *twin = arena_twin(&to, dst.bits);
    memset(twin, 0, dst.nbytes);
    walk(twin, plane, a.bits, width / 8, n, width);
    shuffles[kind](dst.bits, a.bits, n);
    prop_show(p, "%zu numbers of %zu bits", n, width);
    return arena_agrees(&to, p) && arena_agrees(&from, p);
}

static bool unshuffle_puts_numbers_together(prop *p)
{
    unsigned kind = (unsigned)prop_draw(p, 3);
    size_t width = (size_t)8 << kind, n = draw_numbers(p), plane = row_bytes(n);
    struct matrix a = place(&from, p, width, 8 * plane, plane);
    struct matrix dst = place(&to, p, n, width, width / 8);
    walk(arena_twin(&to, dst.bits), width / 8, a.bits, plane, width, n);
    unshuffles[kind](dst.bits, a.bits, n);
    prop_show(p, "%zu numbers of %zu bits", n, width);
    return arena_agrees(&to, p) && arena_agrees(&from, p);
}

/* Each small shape, flush with the guard pages on one side and on the other. */
START_TEST(small_shapes_stay_inside)
{
    enum { SIDE = 73 };
    isa_for_test(_i);
    from = arena_new(MAX_BYTES);
    to = arena_new(MAX_BYTES);
    fill_long(from.start, 4096, 7);
    fill_long(to.start, 4096, 11);
    memcpy(from.end - 4096, from.start, 4096);
    memcpy(to.end - 4096, to.start, 4096);
    arena_mirror(&from);
    arena_mirror(&to);
    for (size_t rows = 0; rows <= SIDE; rows++)
        for (size_t columns = 0; columns <= SIDE; columns++)
            for (int right = 0; right < 2; right++) {
                size_t stride = row_bytes(columns), dst_stride = row_bytes(rows);
                const unsigned char *a = right ? from.end - rows * stride : from.start;
                unsigned char *dst = right ? to.end - columns * dst_stride : to.start;
                walk(arena_twin(&to, dst), dst_stride, a, stride, rows, columns);
                bmill_bits_transpose(dst, dst_stride, a, stride, rows, columns);
                ck_assert_msg(memcmp(dst, arena_twin(&to, dst), columns * dst_stride) == 0,
                              "%zu by %zu", rows, columns);
            }
    ck_assert(memcmp(to.start, to.twin, (size_t)(to.end - to.start)) == 0);
    ck_assert(memcmp(from.start, from.twin, (size_t)(from.end - from.start)) == 0);
    arena_free(&from);
    arena_free(&to);
    bmill_bits_transpose(NULL, 0, NULL, 0, 0, 100);
    bmill_bits_transpose(NULL, 0, NULL, 0, 100, 0);
    for (size_t kind = 0; kind < 4; kind++) {
        shuffles[kind](NULL, NULL, 0);
        unshuffles[kind](NULL, NULL, 0);
    }
}
END_TEST

/* Results so large that non-temporal stores are used, at addresses that allow these and that do
 * not. */
START_TEST(large_matrices_are_right)
{
    enum { ROWS = 8192, COLUMNS = 8200, SIZE = COLUMNS * (ROWS / 8 + 96) + 64 };
    struct guarded result = guard_alloc(SIZE);
    unsigned char *a = malloc(SIZE), *dst = result.start, *right = malloc(SIZE);
    isa_for_test(_i);
    ck_assert(a && right);
    fill_long(a, SIZE, 3);
    for (size_t gap = 0; gap <= 96; gap += 32) {
        size_t offset = gap == 96 ? 8 : 0;
        memset(dst, 0x5a, SIZE);
        memset(right, 0x5a, SIZE);
        walk(right + offset, ROWS / 8 + gap, a, COLUMNS / 8, ROWS, COLUMNS);
        bmill_bits_transpose(dst + offset, ROWS / 8 + gap, a, COLUMNS / 8, ROWS, COLUMNS);
        ck_assert(memcmp(dst, right, SIZE) == 0);
    }
    guard_free(result);
    free(a), free(right);
}
END_TEST

START_TEST(matrices_are_right)
{
    isa_for_test(_i);
    from = arena_new(8 * MAX_BYTES);
    to = arena_new(8 * MAX_BYTES);
    PROP_CHECK(transpose_agrees_with_a_walk);
    PROP_CHECK(long_and_narrow_is_right);
    PROP_CHECK(square_is_transposed);
    PROP_CHECK(shuffle_takes_numbers_apart);
    PROP_CHECK(unshuffle_puts_numbers_together);
    arena_free(&from);
    arena_free(&to);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("matrix");
    TCase *tcase = add_case(suite, "matrix");
    add_test_for_each_isa(tcase, small_shapes_stay_inside);
    add_test_for_each_isa(tcase, large_matrices_are_right);
    add_test_for_each_isa(tcase, matrices_are_right);
    return run_suite(suite);
}
