/* filter.c: filter and expand on every ISA, against one element at a time. */
#include "harness/arena.h"
#include "harness/isas.h"
#include "harness/thresholds.h"
#include <bitmill.h>
#include <string.h>

enum { MAX_N = MASK_BLOCK + 300, MAX_SIZE = 8 }; /* elements: past a block; their bytes */

static struct arena to, left, right, mask_arena;

static void make_arenas(void)
{
    to = arena_new(8 * MAX_N * MAX_SIZE);
    left = arena_new(8 * MAX_N * MAX_SIZE);
    right = arena_new(8 * MAX_N * MAX_SIZE);
    mask_arena = arena_new(MAX_N);
}
static void free_arenas(void)
{
    arena_free(&to);
    arena_free(&left);
    arena_free(&right);
    arena_free(&mask_arena);
}

static size_t draw_count(prop *p) { return draw_count_of(p, ARRAYS | FILTER, MAX_N); }

/* n elements of `size` bytes, where such a type may be. */
static void *place_array(struct arena *m, prop *p, size_t n, size_t size)
{
    unsigned char *place = arena_place(m, p, 8 * n * size);
    size_t off = (uintptr_t)place % size;
    memmove(place - off, place, n * size);
    arena_mirror(m);
    return place - off;
}

static size_t call_filter(size_t size, void *dst, const void *a, const void *mask, size_t n)
{
    switch (size) {
    case 1:
        return bmill_bits_filter_u8(dst, a, mask, n);
    case 2:
        return bmill_bits_filter_u16(dst, a, mask, n);
    case 4:
        return bmill_bits_filter_u32(dst, a, mask, n);
    default:
        return bmill_bits_filter_u64(dst, a, mask, n);
    }
}
static size_t call_expand(size_t size, void *dst, const void *a, const void *mask, size_t n)
{
    switch (size) {
    case 1:
        return bmill_bits_expand_u8(dst, a, mask, n);
    case 2:
        return bmill_bits_expand_u16(dst, a, mask, n);
    case 4:
        return bmill_bits_expand_u32(dst, a, mask, n);
    default:
        return bmill_bits_expand_u64(dst, a, mask, n);
    }
}

/* The references of filter and expand. Result: the number of selected elements. */
static size_t ref_filter(size_t size, unsigned char *dst, const unsigned char *a, const void *mask,
                         size_t n)
{
    size_t kept = 0;
    for (size_t i = 0; i < n; i++)
        if (ref_get(mask, i))
            memmove(dst + kept++ * size, a + i * size, size);
    return kept;
}
static size_t ref_expand(size_t size, unsigned char *dst, const unsigned char *a, const void *mask,
                         size_t n)
{
    static const unsigned char zeros[MAX_SIZE];
    size_t used = 0;
    for (size_t i = 0; i < n; i++)
        memcpy(dst + i * size, ref_get(mask, i) ? a + used++ * size : zeros, size);
    return used;
}

static size_t ones(const void *mask, size_t n)
{
    size_t total = 0;
    for (size_t i = 0; i < n; i++)
        total += ref_get(mask, i);
    return total;
}

/* A mask of any density, or with long gaps. */
static unsigned char *place_mask(prop *p, size_t n)
{
    unsigned char *mask = arena_place(&mask_arena, p, n);
    uint64_t density = prop_draw(p, 12), x = 1;
    for (size_t i = 0; density && i < n; i++) { /* 0: as it is */
        x = x * 0x5851f42d4c957f2d + 0x14057b7ef767814f;
        ref_put(mask, i,
                (density > 6 ? x >> 32 << (density - 6) : x >> 32 >> (7 - density)) >> 31 & 1);
    }
    if (n > 0 && prop_draw(p, 3) == 0)
        for (size_t i = (size_t)prop_draw(p, n - 1), end = i + 500; i < n && i < end; i++)
            ref_put(mask, i, false);
    arena_mirror(&mask_arena);
    return mask;
}

static bool filter_is_right(prop *p)
{
    size_t size = (size_t)1 << prop_draw(p, 3), n = draw_count(p), kept, expected;
    unsigned char *mask = place_mask(p, n);
    unsigned char *a = place_array(&left, p, n, size);
    unsigned char *dst = place_array(&to, p, ones(mask, n), size); /* room for no more */
    expected = ref_filter(size, arena_twin(&to, dst), a, mask, n);
    kept = call_filter(size, dst, a, mask, n);
    prop_show(p, "size = %zu, n = %zu: %zu, expected %zu", size, n, kept, expected);
    return kept == expected && arena_agrees(&to, p) && arena_agrees(&left, p) &&
           arena_agrees(&mask_arena, p);
}

static bool filter_in_place_is_right(prop *p)
{
    size_t size = (size_t)1 << prop_draw(p, 3), n = draw_count(p), kept, expected;
    unsigned char *mask = place_mask(p, n);
    unsigned char *a = place_array(&left, p, n, size), *twin = arena_twin(&left, a);
    expected = ref_filter(size, twin, twin, mask, n);
    kept = call_filter(size, a, a, mask, n);
    prop_show(p, "size = %zu, n = %zu: %zu, expected %zu", size, n, kept, expected);
    return kept == expected && arena_agrees(&left, p) && arena_agrees(&mask_arena, p);
}

static bool expand_is_right(prop *p)
{
    size_t size = (size_t)1 << prop_draw(p, 3), n = draw_count(p), used, expected;
    unsigned char *mask = place_mask(p, n);
    unsigned char *a = place_array(&left, p, ones(mask, n), size); /* there are no more */
    unsigned char *dst = place_array(&to, p, n, size);
    expected = ref_expand(size, arena_twin(&to, dst), a, mask, n);
    used = call_expand(size, dst, a, mask, n);
    prop_show(p, "size = %zu, n = %zu: %zu, expected %zu", size, n, used, expected);
    return used == expected && arena_agrees(&to, p) && arena_agrees(&left, p) &&
           arena_agrees(&mask_arena, p);
}

/* Bit i of a mask of n bits: density / 8 of them are 1, or one in 37, in 150 or in 1000, or nearly
 * all but those of the last word, which has one, or one bit of the first four words and all after
 * them, or three words in 16, which have many, or two bits in each third word. */
enum {
    ONE_IN_37 = 9,
    ONE_IN_150,
    ONE_IN_1000,
    ALL_BUT_LAST_WORD,
    ONE_OF_FOUR_WORDS,
    DENSE_WORDS,
    PAIRS,
    DENSITIES
};
static bool mask_bit(size_t density, size_t i, size_t n)
{
    switch (density) {
    case ONE_IN_37:
        return i % 37 == n % 37;
    case ONE_IN_150:
        return i % 150 == n % 150;
    case ONE_IN_1000:
        return i % 1000 == n % 1000;
    case ALL_BUT_LAST_WORD:
        return i + 64 < n ? i % 9 != 0 : i + 1 + n % 64 == n;
    case ONE_OF_FOUR_WORDS:
        return i >= 256 || i == n % 4 * 64 + 9;
    case DENSE_WORDS:
        return i / 64 % 16 < 3 && i % (n % 7 + 1) == 0;
    case PAIRS:
        return i / 64 % 3 == 0 && i % 64 % 40 == n % 24;
    default:
        return (i * 5 + n + i / 9) % 8 < density;
    }
}

/* Elements by these masks, with no more room than needed, right before an unreadable page. */
static void check_exact_room(size_t size, size_t n, size_t density)
{
    static unsigned char expected[MAX_N * MAX_SIZE];
    unsigned char *mask = mask_arena.end - (n + 7) / 8;
    unsigned char *a = left.end - n * size, *dst, *back = right.end - n * size;
    size_t total;
    memset(mask, 0xff, (n + 7) / 8);
    for (size_t i = 0; i < n; i++)
        ref_put(mask, i, mask_bit(density, i, n));
    for (size_t i = 0; i < n * size; i++)
        a[i] = (unsigned char)(i * 31 + (i >> 8) + n);
    total = ref_filter(size, expected, a, mask, n);
    dst = to.end - total * size;
    ck_assert_uint_eq(call_filter(size, dst, a, mask, n), total);
    ck_assert_msg(memcmp(dst, expected, total * size) == 0, "filter, size %zu, n %zu, density %zu",
                  size, n, density);
    ref_expand(size, expected, dst, mask, n);
    ck_assert_uint_eq(call_expand(size, back, dst, mask, n), total);
    ck_assert_msg(memcmp(back, expected, n * size) == 0, "expand, size %zu, n %zu, density %zu",
                  size, n, density);
    ck_assert_uint_eq(call_filter(size, a, a, mask, n), total);
    ck_assert_msg(memcmp(a, dst, total * size) == 0, "in place, size %zu, n %zu, density %zu", size,
                  n, density);
}
/* All lengths up to five words and a little, and some around a line and a block of the mask. */
static void filter_and_expand_all_lengths(size_t size)
{
    for (size_t n = 0; n <= MASK_BLOCK + 280;
         n += n < 320 + 12 || (n >= MASK_LINE - 1 && n < MASK_LINE + 70) ? 1 : 31)
        for (size_t density = 0; density < DENSITIES; density++)
            check_exact_room(size, n, density);
    for (size_t density = 0; density < DENSITIES; density++)
        for (size_t n = MASK_BLOCK - 1; n <= MASK_BLOCK + 1; n++)
            check_exact_room(size, n, density);
}

START_TEST(filter_and_expand_are_right)
{
    isa_for_test(_i);
    make_arenas();
    PROP_CHECK(filter_is_right);
    PROP_CHECK(filter_in_place_is_right);
    PROP_CHECK(expand_is_right);
    for (size_t size = 1; size <= MAX_SIZE; size *= 2)
        filter_and_expand_all_lengths(size);
    free_arenas();
}
END_TEST

/* Each of the 256 masks of eight elements, which the tables of shuffles are about. */
START_TEST(each_mask_of_8_is_right)
{
    isa_for_test(_i);
    for (size_t size = 1; size <= MAX_SIZE; size *= 2)
        for (unsigned m = 0; m < 256; m++) {
            _Alignas(8) unsigned char a[128 * MAX_SIZE], dst[sizeof a], expected[sizeof a];
            unsigned char mask[16];
            size_t total;
            memset(mask, (int)m, sizeof mask);
            for (size_t i = 0; i < sizeof a; i++)
                a[i] = (unsigned char)(i * 101 + (i >> 8));
            total = ref_filter(size, expected, a, mask, 128);
            ck_assert_uint_eq(call_filter(size, dst, a, mask, 128), total);
            ck_assert_msg(memcmp(dst, expected, total * size) == 0, "filter %zu, mask %#x", size,
                          m);
            ref_expand(size, expected, a, mask, 128);
            ck_assert_uint_eq(call_expand(size, dst, a, mask, 128), total);
            ck_assert_msg(memcmp(dst, expected, 128 * size) == 0, "expand %zu, mask %#x", size, m);
        }
}
END_TEST

START_TEST(nothing_is_touched_for_0)
{
    isa_for_test(_i);
    for (size_t size = 1; size <= MAX_SIZE; size *= 2) {
        ck_assert_uint_eq(call_filter(size, NULL, NULL, NULL, 0), 0);
        ck_assert_uint_eq(call_expand(size, NULL, NULL, NULL, 0), 0);
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("filter");
    TCase *tcase = add_case(suite, "filter");
    add_test_for_each_isa(tcase, filter_and_expand_are_right);
    add_test_for_each_isa(tcase, each_mask_of_8_is_right);
    add_test_for_each_isa(tcase, nothing_is_touched_for_0);
    return run_suite(suite);
}
