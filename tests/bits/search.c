/* search.c: patterns on every ISA, at each position, against a search bit by bit. */
#include "harness/arena.h"
#include "harness/isas.h"
#include "harness/thresholds.h"
#include <bitmill.h>
#include <bitmill/bits/search.h>
#include <string.h>

enum { MAX_BITS = 4000, MAX_LENGTH = 300 };

static struct arena arena, patterns;

static bool stands(const void *bits, const void *pattern, size_t i, size_t length)
{
    size_t j = 0;
    while (j < length && ref_get(bits, i + j) == ref_get(pattern, j))
        j++;
    return j == length;
}

/* The first at or after `from`, and how many there are. */
static size_t ref_find(const void *bits, const void *pattern, size_t nbits, size_t from,
                       size_t length, size_t *count)
{
    size_t first = nbits;
    *count = 0;
    for (size_t i = 0; i + length <= nbits; i++)
        if (stands(bits, pattern, i, length)) {
            if (i >= from && first == nbits)
                first = i;
            ++*count;
        }
    return first;
}

static bool is_found(prop *p, const unsigned char *bits, const unsigned char *pattern, size_t nbits,
                     size_t from, size_t length)
{
    size_t count, want = ref_find(bits, pattern, nbits, from, length, &count), ignored;
    size_t got = bmill_bits_find_next_pattern(bits, pattern, nbits, from, length);
    size_t got_count = bmill_bits_count_pattern(bits, pattern, nbits, length);
    prop_show(p, "%zu in %zu bits from %zu: at %zu, expected %zu; %zu times, expected %zu", length,
              nbits, from, got, want, got_count, count);
    return got == want && got_count == count &&
           bmill_bits_find_first_pattern(bits, pattern, nbits, length) ==
               ref_find(bits, pattern, nbits, 0, length, &ignored) &&
           arena_agrees(&arena, p) && arena_agrees(&patterns, p);
}

/* Any pattern; it is planted at some places, perhaps with one bit wrong, perhaps cut off by the
 * end. */
static bool pattern_is_found(prop *p)
{
    static const size_t longest[] = {8, 24, 70, MAX_LENGTH};
    size_t nbits = draw_length(p, SEARCH, MAX_BITS);
    size_t length = prop_draw(p, 1) ? draw_count_of(p, SEARCH, MAX_LENGTH)
                                    : (size_t)prop_draw(p, longest[prop_draw(p, 3)]);
    unsigned char *bits = arena_place(&arena, p, nbits);
    unsigned char *pattern = arena_place(&patterns, p, length);
    size_t from = (size_t)prop_draw(p, prop_draw(p, 1) ? nbits + 3 : 20);
    for (uint64_t times = prop_draw(p, 3); times > 0 && nbits > 0 && length > 0; times--) {
        size_t at = (size_t)prop_draw(p, nbits - 1), j;
        for (j = 0; j < length && at + j < nbits; j++)
            ref_put(bits, at + j, ref_get(pattern, j));
        j = (size_t)prop_draw(p, length - 1);
        if (prop_draw(p, 2) == 2 && at + j < nbits)
            ref_put(bits, at + j, !ref_get(bits, at + j));
    }
    arena_mirror(&arena);
    return is_found(p, bits, pattern, nbits, from, length);
}

/* Few and many hits in bits that are periodic, so that the pattern nearly stands everywhere. */
static bool periodic_pattern_is_found(prop *p)
{
    size_t nbits = (size_t)prop_draw(p, 1500), length = (size_t)prop_draw(p, 140);
    unsigned char *bits = arena_place(&arena, p, nbits);
    unsigned char *pattern = arena_place(&patterns, p, length);
    size_t period = 1 + (size_t)prop_draw(p, 9), ones = (size_t)prop_draw(p, period);
    for (size_t i = 0; i < nbits; i++)
        ref_put(bits, i, i % period < ones);
    for (size_t j = 0; j < length; j++)
        ref_put(pattern, j, j % period < ones);
    if (prop_draw(p, 1) && nbits > 0)
        bmill_bits_flip(bits, (size_t)prop_draw(p, nbits - 1));
    if (prop_draw(p, 1) && length > 0)
        bmill_bits_flip(pattern, (size_t)prop_draw(p, length - 1));
    arena_mirror(&arena);
    arena_mirror(&patterns);
    return is_found(p, bits, pattern, nbits, (size_t)prop_draw(p, nbits), length);
}

/* The pattern once, at each position, for each length; then with each of its bits wrong in turn,
 * which must hide it. */
START_TEST(each_place_and_each_bit_matters)
{
    enum { NBITS = 1300 };
    isa_for_test(_i);
    arena = arena_new(NBITS);
    for (size_t length = 1; length <= 70; length += length < 34 ? 1 : 7)
        for (size_t at = 0; at + length <= NBITS; at += at < 600 ? 5 : 37) {
            unsigned char *bits = arena.end - (NBITS + 7) / 8, pattern[10];
            size_t wrong = at % length;
            memset(pattern, 0, sizeof pattern); /* 0...01 in bits all 1 but before it */
            memset(bits, 0xff, (NBITS + 7) / 8);
            ref_put(pattern, length - 1, true);
            for (size_t j = 0; j < length; j++)
                ref_put(bits, at + j, ref_get(pattern, j));
            if (length == 1)
                ref_put(pattern, 0, false), ref_put(bits, at, false);
            ck_assert_uint_eq(bmill_bits_find_first_pattern(bits, pattern, NBITS, length), at);
            ck_assert_uint_eq(bmill_bits_count_pattern(bits, pattern, NBITS, length), 1);
            ck_assert_uint_eq(bmill_bits_find_next_pattern(bits, pattern, NBITS, at, length), at);
            ck_assert_uint_eq(bmill_bits_find_next_pattern(bits, pattern, NBITS, at + 1, length),
                              NBITS);
            if (wrong + 1 < length) {
                bmill_bits_flip(bits, at + wrong);
                ck_assert_uint_eq(bmill_bits_count_pattern(bits, pattern, NBITS, length), 0);
            }
        }
    arena_free(&arena);
}
END_TEST

/* The pattern at the very end of bitmaps of each length, so that any number of bits follows the
 * last vector. */
START_TEST(the_last_place_is_looked_at)
{
    enum { MOST = 1300 };
    struct lengths lengths = counts_around(SEARCH, 80);
    unsigned char pattern[10];
    isa_for_test(_i);
    arena = arena_new(MOST);
    memset(pattern, 0xff, sizeof pattern);
    memset(arena.start, 0, (size_t)(arena.end - arena.start));
    for (size_t k = 1; k < lengths.count; k++)
        for (size_t nbits = lengths.at[k]; nbits <= MOST; nbits++) {
            unsigned char *bits = arena.end - (nbits + 7) / 8;
            size_t at = nbits - lengths.at[k];
            bmill_bits_set_range(bits, at, 8 * ((nbits + 7) / 8) - at); /* and past the end */
            ck_assert_uint_eq(bmill_bits_find_first_pattern(bits, pattern, nbits, lengths.at[k]),
                              at);
            ck_assert_uint_eq(bmill_bits_count_pattern(bits, pattern, nbits, lengths.at[k]), 1);
            bmill_bits_clear(bits, nbits - 1);
            ck_assert_uint_eq(bmill_bits_count_pattern(bits, pattern, nbits, lengths.at[k]), 0);
            memset(bits, 0, (nbits + 7) / 8);
        }
    arena_free(&arena);
}
END_TEST

START_TEST(nothing_is_everywhere)
{
    isa_for_test(_i);
    ck_assert_uint_eq(bmill_bits_find_first_pattern(NULL, NULL, 0, 0), 0);
    ck_assert_uint_eq(bmill_bits_find_first_pattern("", NULL, 8, 0), 0);
    ck_assert_uint_eq(bmill_bits_find_next_pattern("", NULL, 8, 5, 0), 5);
    ck_assert_uint_eq(bmill_bits_find_next_pattern("", NULL, 8, 8, 0), 8);
    ck_assert_uint_eq(bmill_bits_find_next_pattern("", NULL, 8, 9, 0), 8);
    ck_assert_uint_eq(bmill_bits_count_pattern("", NULL, 8, 0), 9);
    ck_assert_uint_eq(bmill_bits_count_pattern(NULL, NULL, 0, 0), 1);
    ck_assert_uint_eq(bmill_bits_count_pattern(NULL, "x", 0, 1), 0);
    ck_assert_uint_eq(bmill_bits_find_first_pattern("x", NULL, 8, SIZE_MAX), 8);
    ck_assert_uint_eq(bmill_bits_find_next_pattern("x", "x", 8, SIZE_MAX, 8), 8);
}
END_TEST

START_TEST(search_is_right)
{
    isa_for_test(_i);
    arena = arena_new(MAX_BITS);
    patterns = arena_new(MAX_LENGTH);
    for (int i = 0; i < 4; i++)
        PROP_CHECK(pattern_is_found);
    PROP_CHECK(periodic_pattern_is_found);
    PROP_WALK(pattern_is_found, SEARCH, MAX_BITS);
    arena_free(&arena);
    arena_free(&patterns);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("search");
    TCase *tcase = add_case(suite, "search");
    add_test_for_each_isa(tcase, each_place_and_each_bit_matters);
    add_test_for_each_isa(tcase, the_last_place_is_looked_at);
    add_test_for_each_isa(tcase, nothing_is_everywhere);
    add_test_for_each_isa(tcase, search_is_right);
    return run_suite(suite);
}
