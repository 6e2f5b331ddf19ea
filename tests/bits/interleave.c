/* interleave.c: interleave and deinterleave, on every ISA, against loops over single bits. */
#include "harness/arena.h"
#include "harness/isas.h"
#include "harness/thresholds.h"
#include <bitmill.h>

/* Longer than two steps of the longest loop (8 vectors of 64 bytes) after the length from which
 * loops are aligned (2 KiB). */
enum { MAX_BITS = 30000 };

static struct arena to, other, from;
static struct arena *const all[] = {&to, &other, &from, NULL};

static size_t draw_size(prop *p, size_t max) { return draw_length(p, MOVE | LOOPS, max); }

static bool interleave_agrees_with_single_bits(prop *p)
{
    size_t nbits = draw_size(p, MAX_BITS / 2);
    unsigned char *a = arena_place(&from, p, nbits), *b = arena_place(&other, p, nbits);
    unsigned char *dst = arena_place(&to, p, 2 * nbits), *twin = arena_twin(&to, dst);
    for (size_t i = 0; i < nbits; i++) {
        ref_put(twin, 2 * i, ref_get(a, i));
        ref_put(twin, 2 * i + 1, ref_get(b, i));
    }
    bmill_bits_interleave(dst, a, b, nbits);
    return arena_agrees(&to, p) && arena_agrees(&from, p) && arena_agrees(&other, p);
}

static bool deinterleave_agrees_with_single_bits(prop *p)
{
    size_t nbits = draw_size(p, MAX_BITS / 2);
    unsigned char *a = arena_place(&from, p, 2 * nbits);
    unsigned char *even = arena_place(&to, p, nbits), *odd = arena_place(&other, p, nbits);
    for (size_t i = 0; i < nbits; i++) {
        ref_put(arena_twin(&to, even), i, ref_get(a, 2 * i));
        ref_put(arena_twin(&other, odd), i, ref_get(a, 2 * i + 1));
    }
    bmill_bits_deinterleave(even, odd, a, nbits);
    return arena_agrees(&to, p) && arena_agrees(&other, p) && arena_agrees(&from, p);
}

/* ---- Tests ---- */

START_TEST(mixes_are_right)
{
    isa_for_test(_i);
    arenas_new(all, MAX_BITS);
    PROP_CHECK(interleave_agrees_with_single_bits);
    PROP_CHECK(deinterleave_agrees_with_single_bits);
    arenas_free(all);
}
END_TEST

START_TEST(nothing_needs_no_memory)
{
    isa_for_test(_i);
    bmill_bits_interleave(NULL, NULL, NULL, 0);
    bmill_bits_deinterleave(NULL, NULL, NULL, 0);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("interleave");
    TCase *tcase = add_case(suite, "interleave");
    add_test_for_each_isa(tcase, mixes_are_right);
    add_test_for_each_isa(tcase, nothing_needs_no_memory);
    return run_suite(suite);
}
