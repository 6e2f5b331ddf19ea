/* bit.c: the bits layer as its users see it: single bits, find, the algebra of bitmaps. */
#include "harness/guard.h"
#include "harness/isas.h"
#include "harness/prop.h"
#include "harness/thresholds.h"
#include <bitmill.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_BITS = 5000, MAX_BYTES = MAX_BITS / 8 };
enum { LONG = 80000 }; /* bits: two blocks of lib/bits/compare.c and a half */

/* A case: two bitmaps of nbits, followed by noise. */
struct bitmaps {
    size_t nbits;
    unsigned char a[MAX_BYTES + 9], b[MAX_BYTES + 9], x[MAX_BYTES + 9], y[MAX_BYTES + 9];
};

static struct bitmaps *draw_bitmaps(prop *p)
{
    static struct bitmaps s;
    uint64_t noise;
    size_t nbits = draw_length(p, LOOPS, MAX_BITS);
    noise = prop_draw(p, UINT64_MAX);
    fill_random((unsigned char *)&s, sizeof s, &noise);
    s.nbits = nbits;
    prop_fill(p, s.a, s.nbits / 8 + 1, s.b, s.nbits / 8 + 1);
    prop_show(p, "nbits = %zu", s.nbits);
    for (size_t i = 0; i < s.nbits / 8 + 1; i++)
        prop_show(p, "byte %zu: a %#04x b %#04x", i, s.a[i], s.b[i]);
    return &s;
}

static bool de_morgan_holds(prop *p)
{
    struct bitmaps *s = draw_bitmaps(p);
    bmill_bits_and(s->x, s->a, s->b, s->nbits); /* NOT (a AND b) ... */
    bmill_bits_not(s->x, s->x, s->nbits);
    bmill_bits_not(s->a, s->a, s->nbits); /* ... is (NOT a) OR (NOT b) */
    bmill_bits_not(s->b, s->b, s->nbits);
    bmill_bits_or(s->y, s->a, s->b, s->nbits);
    return bmill_bits_equal(s->x, s->y, s->nbits);
}

static bool xor_undoes_itself(prop *p)
{
    struct bitmaps *s = draw_bitmaps(p);
    bmill_bits_xor(s->x, s->a, s->b, s->nbits);
    bmill_bits_xor(s->x, s->x, s->b, s->nbits);
    return memcmp(s->x, s->a, s->nbits / 8) == 0 && bmill_bits_equal(s->x, s->a, s->nbits);
}

static bool counts_add_up(prop *p)
{
    struct bitmaps *s = draw_bitmaps(p);
    size_t n = s->nbits, a = bmill_bits_count(s->a, n), b = bmill_bits_count(s->b, n);
    size_t both = bmill_bits_and_count(s->a, s->b, n), either = bmill_bits_or_count(s->a, s->b, n);
    bmill_bits_not(s->x, s->a, n);
    return a + b == both + either && bmill_bits_xor_count(s->a, s->b, n) == either - both &&
           bmill_bits_andnot_count(s->a, s->b, n) == a - both && bmill_bits_count(s->x, n) == n - a;
}

static bool fused_count_is_count_of_the_result(prop *p)
{
    struct bitmaps *s = draw_bitmaps(p);
    size_t n = s->nbits;
    bool holds = true;
    bmill_bits_and(s->x, s->a, s->b, n);
    holds &= bmill_bits_count(s->x, n) == bmill_bits_and_count(s->a, s->b, n);
    bmill_bits_or(s->x, s->a, s->b, n);
    holds &= bmill_bits_count(s->x, n) == bmill_bits_or_count(s->a, s->b, n);
    bmill_bits_xor(s->x, s->a, s->b, n);
    holds &= bmill_bits_count(s->x, n) == bmill_bits_xor_count(s->a, s->b, n);
    bmill_bits_andnot(s->x, s->a, s->b, n);
    holds &= bmill_bits_count(s->x, n) == bmill_bits_andnot_count(s->a, s->b, n);
    return holds;
}

static bool predicates_agree_with_counts(prop *p)
{
    struct bitmaps *s = draw_bitmaps(p);
    size_t n = s->nbits, a = bmill_bits_count(s->a, n);
    if (prop_draw(p, 1)) /* make it a subset, which noise hardly ever is */
        bmill_bits_and(s->b, s->a, s->b, n);
    return bmill_bits_any(s->a, n) == (a > 0) && bmill_bits_none(s->a, n) == (a == 0) &&
           bmill_bits_all(s->a, n) == (a == n) &&
           bmill_bits_equal(s->a, s->b, n) == (bmill_bits_xor_count(s->a, s->b, n) == 0) &&
           bmill_bits_intersects(s->a, s->b, n) == (bmill_bits_and_count(s->a, s->b, n) > 0) &&
           bmill_bits_subset(s->b, s->a, n) == (bmill_bits_andnot_count(s->b, s->a, n) == 0);
}

/* The loop of the manual meets each 1 bit once, in order. */
static bool find_enumerates_exactly_the_set_bits(prop *p)
{
    struct bitmaps *s = draw_bitmaps(p);
    size_t n = s->nbits, met = 0, expected = 0;
    for (size_t i = bmill_bits_find_first_set(s->a, n); i < n;
         i = bmill_bits_find_next_set(s->a, n, i + 1)) {
        while (expected < i)
            if (bmill_bits_is_set(s->a, expected++))
                return false; /* it was passed over */
        if (!bmill_bits_is_set(s->a, i))
            return false;
        expected++;
        met++;
    }
    return met == bmill_bits_count(s->a, n);
}

/* The condition on single bits, and the functions that find such a bit. */
static bool is_set(bool a, bool b) { return (void)b, a; }
static bool is_clear(bool a, bool b) { return (void)b, !a; }
static bool is_and(bool a, bool b) { return a && b; }
static bool is_or(bool a, bool b) { return a || b; }
static bool is_xor(bool a, bool b) { return a != b; }
static bool is_andnot(bool a, bool b) { return a && !b; }

typedef size_t find1(const void *bits, size_t nbits, size_t from);
typedef size_t find2(const void *a, const void *b, size_t nbits, size_t from);

static const struct search {
    bool (*wanted)(bool a, bool b);
    find1 *next1, *previous1;
    find2 *next2, *previous2;
} searches[] = {
    {is_set, bmill_bits_find_next_set, bmill_bits_find_previous_set, NULL, NULL},
    {is_clear, bmill_bits_find_next_clear, bmill_bits_find_previous_clear, NULL, NULL},
    {is_and, NULL, NULL, bmill_bits_find_next_and, bmill_bits_find_previous_and},
    {is_or, NULL, NULL, bmill_bits_find_next_or, bmill_bits_find_previous_or},
    {is_xor, NULL, NULL, bmill_bits_find_next_xor, bmill_bits_find_previous_xor},
    {is_andnot, NULL, NULL, bmill_bits_find_next_andnot, bmill_bits_find_previous_andnot},
};
enum { SEARCHES = sizeof searches / sizeof searches[0] };

static bool wanted_at(const struct search *search, const struct bitmaps *s, size_t i)
{
    return search->wanted(bmill_bits_is_set(s->a, i), bmill_bits_is_set(s->b, i));
}

static bool next_and_previous_agree_with_a_walk(prop *p)
{
    const struct search *search = &searches[prop_draw(p, SEARCHES - 1)];
    struct bitmaps *s = draw_bitmaps(p);
    size_t n = s->nbits, from = (size_t)prop_draw(p, n + 20), up = from, down, next, previous;
    while (up < n && !wanted_at(search, s, up))
        up++;
    up = up < n ? up : n;
    for (down = from < n ? from : n; down > 0 && !wanted_at(search, s, down - 1);)
        down--;
    down = down > 0 ? down - 1 : n;
    next = search->next1 ? search->next1(s->a, n, from) : search->next2(s->a, s->b, n, from);
    previous = search->previous1 ? search->previous1(s->a, n, from)
                                 : search->previous2(s->a, s->b, n, from);
    prop_show(p, "search %d from %zu: next %zu, expected %zu; previous %zu, expected %zu",
              (int)(search - searches), from, next, up, previous, down);
    return next == up && previous == down;
}

/* ---- Order and similarity ---- */

static int order(bool ascending, const struct bitmaps *s)
{
    for (size_t k = 0; k < s->nbits; k++) {
        size_t i = ascending ? k : s->nbits - 1 - k;
        bool a = bmill_bits_is_set(s->a, i), b = bmill_bits_is_set(s->b, i);
        if (a != b)
            return a ? 1 : -1;
    }
    return 0;
}

static bool order_is_that_of_the_first_or_last_difference(prop *p)
{
    struct bitmaps *s = draw_bitmaps(p);
    if (prop_draw(p, 1)) { /* equal but for one bit, or quite */
        size_t i = (size_t)prop_draw(p, MAX_BITS - 1);
        memcpy(s->b, s->a, sizeof s->b);
        if (i < s->nbits)
            bmill_bits_flip(s->b, i);
    }
    return bmill_bits_compare_lexicographic(s->a, s->b, s->nbits) == order(true, s) &&
           bmill_bits_compare_numeric(s->a, s->b, s->nbits) == order(false, s);
}

static bool similarity_is_the_quotient_of_counts(prop *p)
{
    static unsigned char long_a[LONG / 8 + 8], long_b[LONG / 8 + 8];
    size_t n = draw_length(p, SIMILARITY, LONG);
    struct bitmaps *s = draw_bitmaps(p);
    /* volatile: rounded to double, also where the processor computes with more digits (x87) */
    volatile double both, a, b, jaccard, dice, containment;
    for (size_t i = 0; i < sizeof long_a; i++) {
        long_a[i] = s->a[i % (s->nbits / 8 + 1)];
        long_b[i] = s->b[i % (s->nbits / 8 + 1)];
    }
    both = (double)bmill_bits_and_count(long_a, long_b, n);
    a = (double)bmill_bits_count(long_a, n);
    b = (double)bmill_bits_count(long_b, n);
    jaccard = a + b > 0 ? both / (a + b - both) : 1;
    dice = a + b > 0 ? 2 * both / (a + b) : 1;
    containment = a > 0 ? both / a : 1;
    return bmill_bits_jaccard(long_a, long_b, n) == jaccard &&
           bmill_bits_dice(long_a, long_b, n) == dice &&
           bmill_bits_containment(long_a, long_b, n) == containment;
}

START_TEST(algebra_holds)
{
    isa_for_test(_i);
    PROP_CHECK(de_morgan_holds);
    PROP_CHECK(xor_undoes_itself);
    PROP_CHECK(counts_add_up);
    PROP_CHECK(fused_count_is_count_of_the_result);
    PROP_CHECK(predicates_agree_with_counts);
    PROP_CHECK(order_is_that_of_the_first_or_last_difference);
    PROP_CHECK(similarity_is_the_quotient_of_counts);
    PROP_WALK(de_morgan_holds, LOOPS, MAX_BITS);
    PROP_WALK(predicates_agree_with_counts, LOOPS, MAX_BITS);
    PROP_WALK(order_is_that_of_the_first_or_last_difference, LOOPS, MAX_BITS);
    PROP_WALK(similarity_is_the_quotient_of_counts, SIMILARITY, LONG);
}
END_TEST

START_TEST(find_is_right)
{
    isa_for_test(_i);
    PROP_CHECK(find_enumerates_exactly_the_set_bits);
    PROP_CHECK(next_and_previous_agree_with_a_walk);
    PROP_WALK(find_enumerates_exactly_the_set_bits, LOOPS, MAX_BITS);
}
END_TEST

/* Between guard pages, from each position, at each length: neither reads past the end nor takes
 * the noise there for a bit. */
START_TEST(find_next_stays_inside)
{
    struct guarded g = guard_alloc(4096);
    isa_for_test(_i);
    for (size_t nbits = 0; nbits <= 300; nbits++) {
        size_t n = (nbits + 7) / 8;
        unsigned char *bits = g.end - n;
        memset(bits, 0, n);
        if (nbits % 8)
            bits[n - 1] = (unsigned char)(0xff << nbits % 8);
        for (size_t from = 0; from <= nbits + 9; from++)
            for (int k = 0; k < SEARCHES; k++) {
                find1 *next1 = searches[k].next1, *previous1 = searches[k].previous1;
                find2 *next2 = searches[k].next2, *previous2 = searches[k].previous2;
                memset(bits, k == 1 ? 0xff : 0, n); /* nothing to be found */
                if (nbits % 8) /* the first bit there would be found at nbits, too */
                    bits[n - 1] ^= (unsigned char)((from % 2 ? 0xff : 0xfe) << nbits % 8);
                ck_assert_uint_eq(next1 ? next1(bits, nbits, from) : nbits, nbits);
                ck_assert_uint_eq(previous1 ? previous1(bits, nbits, from) : nbits, nbits);
                ck_assert_uint_eq(next2 ? next2(bits, bits, nbits, from) : nbits, nbits);
                ck_assert_uint_eq(previous2 ? previous2(bits, bits, nbits, from) : nbits, nbits);
                /* by name: what compilers inline */
                ck_assert_uint_eq(k == 1 ? bmill_bits_find_next_clear(bits, nbits, from)
                                         : bmill_bits_find_next_set(bits, nbits, from),
                                  nbits);
            }
        ck_assert_uint_eq(bmill_bits_find_next_set(bits, nbits, SIZE_MAX), nbits);
    }
    ck_assert_uint_eq(bmill_bits_find_next_set(NULL, 0, 0), 0);
    guard_free(g);
}
END_TEST

/* Bitmaps from malloc have undefined bits past nbits; no branch and no result may depend on them.
 * Plain runs see wrong results only; under valgrind (script/test --full) any dependence is seen. */
START_TEST(fresh_memory_is_no_input)
{
    isa_for_test(_i);
    for (size_t n = 1; n < 2000; n += 7) {
        unsigned char *dst = malloc((n + 7) / 8), *a = malloc((n + 7) / 8);
        ck_assert(dst && a);
        memset(a, 0x5a, (n + 7) / 8);
        bmill_bits_xor(dst, a, a, n);
        if (!bmill_bits_none(dst, n) || bmill_bits_find_next_set(dst, n, n - 1) != n)
            ck_abort_msg("%zu bits: a ^ a is not empty", n);
        bmill_bits_not(dst, dst, n);
        if (bmill_bits_count(dst, n) != n || !bmill_bits_all(dst, n) ||
            bmill_bits_find_first_set(dst, n) != 0 || !bmill_bits_subset(a, dst, n))
            ck_abort_msg("%zu bits: NOT of nothing is not all", n);
        free(dst);
        free(a);
    }
}
END_TEST

/* ---- Single bits ---- */

START_TEST(single_bits_touch_one_bit)
{
    struct guarded g = guard_alloc(4096);
    unsigned char *bits = g.end - 3;
    for (unsigned old = 0; old < 256; old++)
        for (size_t i = 0; i < 24; i++) {
            unsigned char before[3] = {(unsigned char)old, (unsigned char)(old ^ 0x5a),
                                       (unsigned char)~old};
            unsigned char set[3], clear[3];
            bool was = before[i / 8] & 1 << i % 8;
            memcpy(set, before, 3);
            memcpy(clear, before, 3);
            set[i / 8] = (unsigned char)(set[i / 8] | 1 << i % 8);
            clear[i / 8] = (unsigned char)(clear[i / 8] & ~(1 << i % 8));

            memcpy(bits, before, 3);
            ck_assert(bmill_bits_is_set(bits, i) == was);
            bmill_bits_flip(bits, i);
            ck_assert_mem_eq(bits, was ? clear : set, 3);
            bmill_bits_set(bits, i);
            ck_assert_mem_eq(bits, set, 3);
            bmill_bits_clear(bits, i);
            ck_assert_mem_eq(bits, clear, 3);
            bmill_bits_modify(bits, i, true);
            ck_assert_mem_eq(bits, set, 3);
            bmill_bits_modify(bits, i, false);
            ck_assert_mem_eq(bits, clear, 3);

            ck_assert(!bmill_bits_test_and_set(bits, i));
            ck_assert_mem_eq(bits, set, 3);
            ck_assert(bmill_bits_test_and_set(bits, i));
            ck_assert_mem_eq(bits, set, 3);
            ck_assert(bmill_bits_test_and_flip(bits, i));
            ck_assert_mem_eq(bits, clear, 3);
            ck_assert(!bmill_bits_test_and_flip(bits, i));
            ck_assert_mem_eq(bits, set, 3);
            ck_assert(bmill_bits_test_and_clear(bits, i));
            ck_assert_mem_eq(bits, clear, 3);
            ck_assert(!bmill_bits_test_and_clear(bits, i));
            ck_assert_mem_eq(bits, clear, 3);
        }
    guard_free(g);
}
END_TEST

/* The order of bits is part of the contract: bit i is bit i % 8 of byte i / 8. */
START_TEST(bit_order_is_least_significant_first)
{
    ck_assert(BMILL_BYTES(0) == 0 && BMILL_BYTES(1) == 1 && BMILL_BYTES(8) == 1);
    ck_assert(BMILL_BYTES(9) == 2 && BMILL_BYTES(SIZE_MAX) == SIZE_MAX / 8 + 1);
    unsigned char bytes[3] = {0x01, 0x80, 0x10};
    ck_assert(bmill_bits_is_set(bytes, 0));
    ck_assert(bmill_bits_is_set(bytes, 15));
    ck_assert(bmill_bits_is_set(bytes, 20));
    ck_assert_uint_eq(bmill_bits_count(bytes, 24), 3);
    ck_assert_uint_eq(bmill_bits_find_next_set(bytes, 24, 1), 15);
    ck_assert_uint_eq(bmill_bits_find_next_set(bytes, 24, 16), 20);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("bits");
    TCase *tcase = add_case(suite, "single bits");
    tcase_add_test(tcase, single_bits_touch_one_bit);
    tcase_add_test(tcase, bit_order_is_least_significant_first);
    tcase = add_case(suite, "laws");
    add_test_for_each_isa(tcase, algebra_holds);
    add_test_for_each_isa(tcase, find_is_right);
    add_test_for_each_isa(tcase, find_next_stays_inside);
    add_test_for_each_isa(tcase, fresh_memory_is_no_input);
    return run_suite(suite);
}
