/* positional.c: positional counts on every ISA, against a walk over the bits. */
#include "harness/arena.h"
#include "harness/isas.h"
#include "harness/thresholds.h"
#include <bitmill.h>
#include <bitmill/bits/positional.h>
#include <stdlib.h>
#include <string.h>

/* Past two rounds of the longest loop, 16 vectors of 64 bytes. */
enum { MAX_BYTES = 5000 };

static struct arena arena;

typedef void counter(size_t *counts, const void *a, size_t n);
static counter *const counters[] = {bmill_bits_positional_count_u8, bmill_bits_positional_count_u16,
                                    bmill_bits_positional_count_u32,
                                    bmill_bits_positional_count_u64};

static void walk(size_t *counts, const void *a, size_t n, size_t width)
{
    memset(counts, 0, width * sizeof *counts);
    for (size_t i = 0; i < n * width; i++)
        counts[i % width] += ref_get(a, i);
}

static bool counts_agree_with_a_walk(prop *p)
{
    size_t nbytes = (draw_length(p, LOOPS, 8 * MAX_BYTES) + 7) / 8;
    unsigned kind = (unsigned)prop_draw(p, 3);
    size_t width = (size_t)8 << kind, n = nbytes / (width / 8);
    unsigned char *a = arena_place(&arena, p, n * width);
    size_t counts[65], right[64];
    memset(counts, 0xee, sizeof counts);
    counters[kind](counts, a, n);
    walk(right, a, n, width);
    for (size_t k = 0; k < width; k++)
        if (counts[k] != right[k]) {
            prop_show(p, "bit %zu of %zu numbers of %zu bits: %zu, expected %zu", k, n, width,
                      counts[k], right[k]);
            return false;
        }
    /* No count past the last one. */
    return counts[width] == (size_t)UINT64_C(0xeeeeeeeeeeeeeeee) && arena_agrees(&arena, p);
}

/* Counters of 8 bits must be emptied before they overflow: all bits 1, except for one position. */
START_TEST(long_arrays_do_not_overflow)
{
    enum { N = 300000, STEP = 18757 };
    unsigned char *a = malloc(N + 1);
    isa_for_test(_i);
    ck_assert_ptr_nonnull(a);
    for (size_t kind = 0; kind < 4; kind++)
        for (size_t nbytes = 0; nbytes <= N; nbytes += nbytes < 4096 ? 128 : STEP) {
            size_t counts[64], width = (size_t)8 << kind, n = nbytes / (width / 8);
            memset(a, 0xff, N + 1);
            for (size_t i = 0; i < n; i++)
                ref_put(a + 1, i * width + 5, false);
            counters[kind](counts, a + 1, n);
            for (size_t k = 0; k < width; k++)
                ck_assert_uint_eq(counts[k], k == 5 ? 0 : n);
        }
    free(a);
}
END_TEST

START_TEST(counts_are_right)
{
    size_t counts[64];
    isa_for_test(_i);
    arena = arena_new(8 * MAX_BYTES);
    PROP_CHECK(counts_agree_with_a_walk);
    PROP_WALK(counts_agree_with_a_walk, LOOPS, 8 * MAX_BYTES);
    arena_free(&arena);
    memset(counts, 1, sizeof counts);
    for (size_t kind = 0; kind < 4; kind++)
        counters[kind](counts, NULL, 0);
    for (size_t k = 0; k < 64; k++)
        ck_assert_uint_eq(counts[k], 0);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("positional");
    TCase *tcase = add_case(suite, "positional");
    add_test_for_each_isa(tcase, long_arrays_do_not_overflow);
    add_test_for_each_isa(tcase, counts_are_right);
    return run_suite(suite);
}
