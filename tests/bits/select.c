/* select.c: select by scanning, on every ISA, against a walk over the bits. */
#include "harness/arena.h"
#include "harness/isas.h"
#include "harness/thresholds.h"
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
    size_t nbits = draw_length(p, LOOPS, MAX_BITS);
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

/* The first 1 bits, the last, and one past the last, for every length around a threshold: a k past
 * the last 1 bit shows where the loops end. */
static void check_ends(size_t nbits, uint64_t *noise)
{
    unsigned char *bits = arena.end - (nbits + 7) / 8;
    unsigned kind = (unsigned)(random_next(noise) % 4);
    fill_random(arena.start, (size_t)(arena.end - arena.start), noise);
    if (kind < 2) /* all, or nothing, but for the bits past nbits */
        for (size_t i = 0; i < nbits; i++)
            ref_put(bits, i, kind);
    for (int wanted = 0; wanted < 2; wanted++) {
        size_t total = 0;
        for (size_t i = 0; i < nbits; i++)
            total += ref_get(bits, i) == wanted;
        for (size_t k = 0; k < total + 3; k += k < 2 || k + 3 > total ? 1 : total - k - 2) {
            size_t want = walk(bits, nbits, k, wanted);
            size_t got = wanted ? bmill_bits_select(bits, nbits, k)
                                : bmill_bits_select_clear(bits, nbits, k);
            if (got != want)
                ck_abort_msg("select of %d, %zu bits, k = %zu: %zu, expected %zu", wanted, nbits, k,
                             got, want);
        }
    }
}

START_TEST(ends_of_loops)
{
    struct lengths lengths = lengths_around(LOOPS, MAX_BITS, true);
    uint64_t noise = test_seed();
    isa_for_test(_i);
    arena = arena_new(MAX_BITS);
    for (size_t i = 0; i < lengths.count; i++)
        for (int times = 0; times < 4; times++)
            check_ends(lengths.at[i], &noise);
    arena_free(&arena);
}
END_TEST

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
    TCase *tcase = add_case(suite, "select");
    add_test_for_each_isa(tcase, select_is_right);
    add_test_for_each_isa(tcase, ends_of_loops);
    return run_suite(suite);
}
