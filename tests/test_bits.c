/* test_bits.c: the bits layer as its users see it: single bits, find, the algebra of bitmaps. */
#include "guard.h"
#include "isas.h"
#include "prop.h"
#include <bitmill.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_BITS = 5000, MAX_BYTES = MAX_BITS / 8 };

/* A case: two bitmaps of nbits with noise behind them. */
struct bitmaps {
    size_t nbits;
    unsigned char a[MAX_BYTES + 9], b[MAX_BYTES + 9], x[MAX_BYTES + 9], y[MAX_BYTES + 9];
};

static struct bitmaps *draw_bitmaps(prop *p)
{
    static struct bitmaps s;
    memset(&s, 0xa5, sizeof s);
    s.nbits = (size_t)prop_draw(p, prop_draw(p, 3) ? 600 : MAX_BITS);
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

static bool find_next_agrees_with_a_walk(prop *p)
{
    struct bitmaps *s = draw_bitmaps(p);
    size_t from = (size_t)prop_draw(p, s->nbits + 20), walk = from < s->nbits ? from : s->nbits;
    while (walk < s->nbits && !bmill_bits_is_set(s->a, walk))
        walk++;
    prop_show(p, "from = %zu: expected %zu, got %zu", from, walk,
              bmill_bits_find_next_set(s->a, s->nbits, from));
    return bmill_bits_find_next_set(s->a, s->nbits, from) == walk;
}

START_TEST(algebra_holds)
{
    isa_for_test(_i);
    PROP_CHECK(de_morgan_holds);
    PROP_CHECK(xor_undoes_itself);
    PROP_CHECK(counts_add_up);
    PROP_CHECK(fused_count_is_count_of_the_result);
    PROP_CHECK(predicates_agree_with_counts);
}
END_TEST

START_TEST(find_is_right)
{
    isa_for_test(_i);
    PROP_CHECK(find_enumerates_exactly_the_set_bits);
    PROP_CHECK(find_next_agrees_with_a_walk);
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
            ck_assert_uint_eq(bmill_bits_find_next_set(bits, nbits, from), nbits);
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
        }
    guard_free(g);
}
END_TEST

/* The order of bits is part of the contract: bit i is bit i % 8 of byte i / 8. */
START_TEST(bit_order_is_least_significant_first)
{
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
