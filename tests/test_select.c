/* test_select.c: select by scanning, on every ISA, against a walk over the bits. */
#include "arena.h"
#include "isas.h"
#include <bitmill.h>

enum { MAX_BITS = 12000 }; /* past two steps of the longest loop, 8 vectors of 64 bytes */

static struct arena arena;

static size_t walk(const void *bits, size_t nbits, size_t k, bool wanted)
{
    for (size_t i = 0; i < nbits; i++)
        if (ref_get(bits, i) == wanted && k-- == 0)
            return i;
    return nbits;
}

static bool select_agrees_with_a_walk(prop *p)
{
    size_t nbits = (size_t)prop_draw(p, prop_draw(p, 3) ? 700 : MAX_BITS);
    unsigned char *bits = arena_place(&arena, p, nbits);
    size_t k = (size_t)prop_draw(p, prop_draw(p, 3) ? nbits : 40), set, clear;
    if (prop_draw(p, 7) == 0)
        k = SIZE_MAX - k;
    set = bmill_bits_select(bits, nbits, k);
    clear = bmill_bits_select_clear(bits, nbits, k);
    prop_show(p, "k = %zu: %zu and %zu, expected %zu and %zu", k, set, clear,
              walk(bits, nbits, k, true), walk(bits, nbits, k, false));
    return set == walk(bits, nbits, k, true) && clear == walk(bits, nbits, k, false) &&
           arena_agrees(&arena, p);
}

static bool rank_and_select_invert_each_other(prop *p)
{
    size_t nbits = (size_t)prop_draw(p, MAX_BITS), ones, k, i;
    unsigned char *bits = arena_place(&arena, p, nbits);
    ones = bmill_bits_count(bits, nbits);
    if (ones == 0)
        return bmill_bits_select(bits, nbits, 0) == nbits;
    k = (size_t)prop_draw(p, ones - 1);
    i = bmill_bits_select(bits, nbits, k);
    prop_show(p, "k = %zu of %zu: %zu", k, ones, i);
    return i < nbits && bmill_bits_is_set(bits, i) && bmill_bits_count(bits, i) == k &&
           bmill_bits_select(bits, nbits, ones) == nbits;
}

START_TEST(select_is_right)
{
    isa_for_test(_i);
    arena = arena_new(MAX_BITS);
    PROP_CHECK(select_agrees_with_a_walk);
    PROP_CHECK(rank_and_select_invert_each_other);
    arena_free(&arena);
    ck_assert_uint_eq(bmill_bits_select(NULL, 0, 0), 0);
    ck_assert_uint_eq(bmill_bits_select_clear(NULL, 0, 0), 0);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("select");
    add_test_for_each_isa(add_case(suite, "select"), select_is_right);
    return run_suite(suite);
}
