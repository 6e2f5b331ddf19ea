/* pext.c: pext and pdep, on every ISA, against loops over single bits. */
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

/* Any bitmap; or one with at most nine 0 bits, so that nearly all bits are left at the end. */
static unsigned char *place_mask(prop *p, size_t nbits)
{
    unsigned char *mask = arena_place(&other, p, nbits);
    if (nbits > 0 && prop_draw(p, 2) == 0) {
        size_t zeros = (size_t)prop_draw(p, 9);
        for (size_t i = 0; i < nbits; i++)
            ref_put(mask, i, true);
        for (size_t k = 0; k < zeros; k++)
            ref_put(mask, (size_t)prop_draw(p, nbits - 1), false);
        arena_mirror(&other);
    }
    return mask;
}

/* dst and a are exactly as long as they have to be; or dst is a or mask. */
static bool pext_agrees_with_single_bits(prop *p)
{
    size_t nbits = draw_size(p, MAX_BITS), ones = 0, result;
    uint64_t alias = prop_draw(p, 3);
    unsigned char *mask = place_mask(p, nbits), *a = arena_place(&from, p, nbits), *dst;
    struct arena *home = alias == 2 ? &from : alias == 3 ? &other : &to;
    for (size_t i = 0; i < nbits; i++)
        ones += ref_get(mask, i);
    dst = alias == 2 ? a : alias == 3 ? mask : arena_place(&to, p, ones);
    prop_show(p, "pext of %zu bits, %zu of them, alias %d", nbits, ones, (int)alias);
    for (size_t i = 0, k = 0; i < nbits; i++)
        if (ref_get(mask, i))
            ref_put(arena_twin(home, dst), k++, ref_get(a, i));
    result = bmill_bits_pext(dst, a, mask, nbits);
    return result == ones && arena_agrees(&to, p) && arena_agrees(&from, p) &&
           arena_agrees(&other, p);
}

static bool pdep_agrees_with_single_bits(prop *p)
{
    size_t nbits = draw_size(p, MAX_BITS), ones = 0, result;
    bool in_place = prop_draw(p, 1);
    unsigned char *mask = place_mask(p, nbits), *a, *dst;
    struct arena *home = in_place ? &other : &to;
    for (size_t i = 0; i < nbits; i++)
        ones += ref_get(mask, i);
    a = arena_place(&from, p, ones);
    dst = in_place ? mask : arena_place(&to, p, nbits);
    prop_show(p, "pdep of %zu bits to %zu, %s", ones, nbits,
              in_place ? "in place" : "to another bitmap");
    for (size_t i = 0, k = 0; i < nbits; i++)
        ref_put(arena_twin(home, dst), i, ref_get(mask, i) && ref_get(a, k++));
    result = bmill_bits_pdep(dst, a, mask, nbits);
    return result == ones && arena_agrees(&to, p) && arena_agrees(&from, p) &&
           arena_agrees(&other, p);
}

/* ---- Tests ---- */

START_TEST(selections_are_right)
{
    isa_for_test(_i);
    arenas_new(all, MAX_BITS);
    PROP_CHECK(pext_agrees_with_single_bits);
    PROP_CHECK(pdep_agrees_with_single_bits);
    arenas_free(all);
}
END_TEST

START_TEST(nothing_needs_no_memory)
{
    isa_for_test(_i);
    ck_assert_uint_eq(bmill_bits_pext(NULL, NULL, NULL, 0), 0);
    ck_assert_uint_eq(bmill_bits_pdep(NULL, NULL, NULL, 0), 0);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("pext");
    TCase *tcase = add_case(suite, "pext");
    add_test_for_each_isa(tcase, selections_are_right);
    add_test_for_each_isa(tcase, nothing_needs_no_memory);
    return run_suite(suite);
}
