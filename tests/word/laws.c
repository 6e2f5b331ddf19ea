/* laws.c: the laws of laws.h, tested in both directions. They hold for our helpers in all widths
 * and both spellings, also if a helper gives wrong results where the law does not ask. They refute
 * a helper that was spoilt at known inputs, and report the least of these inputs. Bugs that people
 * really make are in mistakes.c. BMILL_FULL=1 tries each law with all spoilt inputs, and with all
 * values of 32 bits where that takes minutes at most.
 */
#include "harness/laws.h"
#include "harness/mistakes.h"
#include <bitmill/word.h>
#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool full(void) { return getenv("BMILL_FULL") != NULL; }

/* How many bits x, y and z have together. */
static unsigned value_bits(const struct law *law, unsigned w)
{
    return w * (unsigned)(!!(law->has & X) + !!(law->has & Y) + !!(law->has & Z));
}

/* All values of 16 bits take too long for laws that also have a position: these try all values of 8
 * bits only. */
static void choose_exhaustive_bits(const struct law *law, unsigned slow)
{
    exhaustive_bits = law->has & X && law->has & slow ? 8 : 16;
}

/* ---- Our helpers: right where asked, spoilt elsewhere ---- */

static places *asks;
static bool not_asked(input at) { return !asks(at); }

START_TEST(holds_for_our_helpers)
{
    const struct law *law = &laws[_i];
    const bmill_counterexample untouched = {"none", 1, 2, 3, 4, 5, 6, 7};
    asks = law->asks;
    spoilt = not_asked;
    choose_exhaustive_bits(law, full() ? 0 : I);
    for (unsigned w = 0; w < 4; w++) {
        bmill_counterexample c = untouched;
        ck_assert_msg(law->law[w](&c),
                      "%s: x = %#" PRIx64 ", i = %u, n = %u, y = %#" PRIx64 ", z = %#" PRIx64
                      ": %#" PRIx64 ", expected %#" PRIx64,
                      c.law, c.x, c.i, c.n, c.y, c.z, c.got, c.expected);
        ck_assert_str_eq(c.law, untouched.law);
        ck_assert_uint_eq(c.x + c.i + c.n + c.y + c.z + c.got + c.expected, 28);
    }
}
END_TEST

/* ---- Wrong ones ---- */

#define PLACE(name, condition) \
    static bool name(input at) { return (void)at, (condition); }
static uint64_t exotic(unsigned w) { return w == 8 ? 0x65 : 0x6eef; }
static uint64_t third(unsigned w) { return ones(w) / 7 * 3; }
static uint64_t two_bits(unsigned w) { return top(w) >> 1 | 8; }
PLACE(everywhere, true)
PLACE(at_zero, at.x == 0)
PLACE(at_all_ones, at.x == ones(at.w))
PLACE(in_the_top_half, at.x >= top(at.w))
PLACE(above_the_top_power, at.x > top(at.w))
PLACE(from_a_third, at.x >= third(at.w))
PLACE(with_two_bits, (at.x & two_bits(at.w)) == two_bits(at.w))
PLACE(with_many_ones, bmill_popcount_u64(at.x) > at.w / 2)
PLACE(at_an_exotic_value, at.x == exotic(at.w))
PLACE(at_an_exotic_value_and_index, at.x == exotic(at.w) && at.i == 5)
PLACE(at_an_exotic_pair, at.x == exotic(at.w) && at.y == 0xd3)
PLACE(at_the_last_index, at.i == at.w - 1)
PLACE(at_a_set_bit_in_the_top_half, at.i >= at.w / 2 && at.i < at.w && at.x >> at.i & 1)
PLACE(just_past_the_width, at.i == at.w)
PLACE(at_index_256, at.i == 256)
PLACE(at_index_65536, at.i == 65536)
PLACE(at_the_largest_index, at.i == UINT_MAX)
PLACE(of_no_bits, at.n == 0 && at.i == 2)
PLACE(up_to_the_top, at.i >= 3 && at.i < at.w && at.n == at.w - at.i)
PLACE(of_huge_count, at.n == 1u << 31)
PLACE(for_true, at.y == 1)
PLACE(with_y_all_ones, at.y == ones(at.w))
PLACE(where_both_are_high, at.x >= top(at.w) && at.y >= top(at.w))
PLACE(where_the_sum_overflows, at.x > ones(at.w) - at.y)
PLACE(where_y_is_x, at.x == at.y && at.x >= 64)
PLACE(with_z_all_ones, at.z == ones(at.w))
PLACE(where_y_and_z_are_high, at.y >= top(at.w) && at.z >= top(at.w))

/* Inputs at which a helper is spoilt: the arguments that a law needs to reach them, the largest
 * width that has them, and the least of them. */
struct spoil {
    const char *name;
    places *where;
    unsigned needs, bits;
    input least;
};

enum { N_SPOILS = 27 };
static struct spoil spoil(unsigned n, unsigned w)
{
    const uint64_t max = ones(w), high = top(w);
    const struct spoil all[N_SPOILS] = {
        {"everywhere", everywhere, 0, 192, {w, 0, 0, 0, 0, 0}},
        {"at zero", at_zero, X, 192, {w, 0, 0, 0, 0, 0}},
        {"at all ones", at_all_ones, X, 192, {w, max, 0, 0, 0, 0}},
        {"in the top half", in_the_top_half, X, 192, {w, high, 0, 0, 0, 0}},
        {"above the top power", above_the_top_power, X, 192, {w, high + 1, 0, 0, 0, 0}},
        {"from a third", from_a_third, X, 192, {w, third(w), 0, 0, 0, 0}},
        {"with two bits", with_two_bits, X, 192, {w, two_bits(w), 0, 0, 0, 0}},
        {"with many ones", with_many_ones, X, 192, {w, ones(w / 2 + 1), 0, 0, 0, 0}},
        {"at an exotic value", at_an_exotic_value, X, 16, {w, exotic(w), 0, 0, 0, 0}},
        {"at one and index", at_an_exotic_value_and_index, X | I, 16, {w, exotic(w), 5, 0, 0, 0}},
        {"at an exotic pair", at_an_exotic_pair, X | Y, 16, {w, exotic(w), 0, 0, 0xd3, 0}},
        {"at the last index", at_the_last_index, I, 192, {w, 0, w - 1, 0, 0, 0}},
        {"at a set bit",
         at_a_set_bit_in_the_top_half,
         X | I,
         192,
         {w, top(w / 2) << 1, w / 2, 0, 0, 0}},
        {"just past the width", just_past_the_width, I, 192, {w, 0, w, 0, 0, 0}},
        {"at index 256", at_index_256, I, 192, {w, 0, 256, 0, 0, 0}},
        {"at index 65536", at_index_65536, I, 192, {w, 0, 65536, 0, 0, 0}},
        {"at the largest index", at_the_largest_index, I, 192, {w, 0, UINT_MAX, 0, 0, 0}},
        {"of no bits", of_no_bits, N, 192, {w, 0, 2, 0, 0, 0}},
        {"up to the top", up_to_the_top, N, 192, {w, 0, 3, w - 3, 0, 0}},
        {"of huge count", of_huge_count, N, 192, {w, 0, 0, 1u << 31, 0, 0}},
        {"for true", for_true, STATE, 192, {w, 0, 0, 0, 1, 0}},
        {"with y all ones", with_y_all_ones, Y, 192, {w, 0, 0, 0, max, 0}},
        {"where both are high", where_both_are_high, X | Y, 192, {w, high, 0, 0, high, 0}},
        {"where the sum overflows", where_the_sum_overflows, X | Y, 192, {w, 1, 0, 0, max, 0}},
        {"where y is x", where_y_is_x, X | Y, 192, {w, 64, 0, 0, 64, 0}},
        {"with z all ones", with_z_all_ones, Z, 192, {w, 0, 0, 0, 0, max}},
        {"where y and z are high", where_y_and_z_are_high, Z, 192, {w, 0, 0, 0, high, high}}};
    return all[n];
}

static bool concerns(const struct law *law, const struct spoil *s, unsigned w)
{
    return (s->needs & ~law->has) == 0 && value_bits(law, w) <= s->bits;
}

/* The law must report exactly `least`, or hold if that is NULL. */
static void check_refuted(const struct law *law, unsigned w, const struct spoil *s,
                          const input *least)
{
    bmill_counterexample c = {"", 0, 0, 0, 0, 0, 0, 0};
    char name[64];
    spoilt = s->where;
    snprintf(name, sizeof name, "%s_u%u", law->name, 8u << w);
    ck_assert_msg(law->law[w](&c) == !least, "%s %s: %s", name, s->name,
                  least ? "not refuted" : "refuted");
    if (!least)
        return;
    ck_assert_msg(
        c.x == least->x && c.i == least->i && c.n == least->n && c.y == least->y && c.z == least->z,
        "%s %s: x = %#" PRIx64 ", i = %u, n = %u, y = %#" PRIx64 ", z = %#" PRIx64
        ", expected %#" PRIx64 ", %u, %u, %#" PRIx64 ", %#" PRIx64,
        name, s->name, c.x, c.i, c.n, c.y, c.z, least->x, least->i, least->n, least->y, least->z);
    ck_assert_str_eq(c.law, name);
    ck_assert_uint_eq(c.expected, law->right[w](*least));
    ck_assert_uint_eq(c.got, c.expected ^ 1);
}

/* The least input of 8 bits that the law asks about. */
static bool find_least(const struct law *law, places *where, input *least)
{
    static const unsigned positions[] = {0, 1, 2,  3,  4,   5,     6,        7,
                                         8, 9, 15, 16, 256, 65536, 1u << 31, UINT_MAX};
    const unsigned n_positions = sizeof positions / sizeof positions[0];
    const unsigned xs = law->has & X ? 256 : 1, is = law->has & I ? n_positions : 1;
    const unsigned ns = law->has & N ? n_positions : 1;
    const unsigned ys = law->has & Y ? 256 : law->has & STATE ? 2 : 1;
    for (unsigned x = 0; x < xs; x++)
        for (unsigned i = 0; i < is; i++)
            for (unsigned n = 0; n < ns; n++)
                for (unsigned y = 0; y < ys; y++) {
                    *least = AT(8, x, positions[i], positions[n], y, 0);
                    if (law->asks(*least) && where(*least))
                        return true;
                }
    return false;
}

/* All inputs of 8 bits are tried, so the law must report the least one wherever it is. */
START_TEST(refutes_with_the_least_of_all)
{
    const struct law *law = &laws[_i];
    unsigned refuted = 0;
    for (unsigned k = 0; k < N_SPOILS; k++) {
        const struct spoil s = spoil(k, 8);
        input least;
        if (!concerns(law, &s, 8))
            continue;
        bool asked = find_least(law, s.where, &least);
        check_refuted(law, 0, &s, asked ? &least : NULL);
        refuted += asked;
    }
    ck_assert_uint_ge(refuted, 2);
}
END_TEST

/* With more bits not all inputs are tried, but the least of these is. */
START_TEST(refutes_with_the_least_of_wide_values)
{
    const struct law *law = &laws[_i];
    const unsigned widths = law->has & N && law->has & Y && !full() ? 2 : 4;
    unsigned refuted = 0;
    choose_exhaustive_bits(law, full() ? N : I);
    for (unsigned w = law->has & Z ? 0 : 1; w < widths; w++)
        for (unsigned k = 0; k < N_SPOILS; k++) {
            const unsigned bits = value_bits(law, 8u << w);
            const struct spoil s = spoil(k, 8u << w);
            if (!concerns(law, &s, 8u << w) || !law->asks(s.least))
                continue;
            if (s.bits < 192 && bits > exhaustive_bits)
                continue;
            check_refuted(law, w, &s, &s.least);
            refuted++;
        }
    ck_assert_uint_ge(refuted, law->has == X ? 3 : 0);
}
END_TEST

/* ---- With a larger BMILL_LAWS_ALL: every uint32_t, so that not even one wrong value remains
 * unseen. Helpers that follow from the one that a law is about are compared with it here. ---- */

static unsigned popcount_family(uint32_t x)
{
    const unsigned n = bmill_popcount_u32(x);
    const bool agree = bmill_count_zeros_u32(x) == 32 - n && bmill_parity_u32(x) == n % 2 &&
                       bmill_is_pow2_u32(x) == (n == 1);
    return agree ? n : UINT_MAX;
}
static unsigned clz_family(uint32_t x)
{
    const unsigned n = bmill_clz_u32(x);
    const uint32_t floor = n < 32 ? UINT32_C(0x80000000) >> n : 0;
    const bool agree = bmill_bit_width_u32(x) == 32 - n && bmill_floor_pow2_u32(x) == floor &&
                       bmill_ceil_pow2_u32(x) == (x == 0       ? 1
                                                  : x == floor ? x
                                                               : floor << 1) &&
                       bmill_log2_floor_u32(x) == (x == 0 ? 32 : 31 - n) &&
                       bmill_log2_ceil_u32(x) == (x == 0 ? 0 : 31 - n + (x != floor)) &&
                       bmill_first_leading_one_u32(x) == (x == 0 ? 0 : n + 1) &&
                       bmill_clo_u32(~x) == n;
    return agree ? n : UINT_MAX;
}
static unsigned ctz_family(uint32_t x)
{
    const unsigned n = bmill_ctz_u32(x);
    const uint32_t lowest = n < 32 ? UINT32_C(1) << n : 0;
    const bool agree = bmill_ffs_u32(x) == (x == 0 ? 0 : n + 1) && bmill_cto_u32(~x) == n &&
                       bmill_lowest_set_u32(x) == lowest &&
                       bmill_clear_lowest_set_u32(x) == (x ^ lowest) &&
                       bmill_trailing_zeros_mask_u32(x) == lowest - 1;
    return agree ? n : UINT_MAX;
}
START_TEST(holds_for_all_values_of_32_bits)
{
    bmill_counterexample c = {"", 0, 0, 0, 0, 0, 0, 0};
    exhaustive_bits = 32;
    bool holds = _i == 0   ? bmill_law_popcount_u32(popcount_family, &c)
                 : _i == 1 ? bmill_law_clz_u32(clz_family, &c)
                           : bmill_law_ctz_u32(ctz_family, &c);
    ck_assert_msg(holds, "%s: x = %#" PRIx64 ": %#" PRIx64 ", expected %#" PRIx64, c.law, c.x,
                  c.got, c.expected);
}
END_TEST

/* The helpers can be built in other ways (test_laws_plain); the laws stay the same. */
#ifdef BMILL_NO_BUILTINS
enum { HELPERS_ONLY = 1 };
#else
enum { HELPERS_ONLY = 0 };
#endif

int main(void)
{
    Suite *suite = suite_create("laws");
    TCase *tcase = add_case(suite, "laws");
    tcase_add_loop_test(tcase, holds_for_our_helpers, 0, (int)n_laws);
    if (HELPERS_ONLY)
        return run_suite(suite);
    for (int i = 0; i < (int)n_laws; i++)
        if (value_bits(&laws[i], 8) <= 16 && (!(laws[i].has & N && laws[i].has & Y) || full()))
            tcase_add_loop_test(tcase, refutes_with_the_least_of_all, i, i + 1);
    tcase_add_loop_test(tcase, refutes_with_the_least_of_wide_values, 0,
                        full() ? (int)n_laws : N_SHAPES);
    add_mistakes(tcase);
    if (full()) {
        tcase_set_timeout(tcase, 600);
        tcase = add_case(suite, "full");
        tcase_set_timeout(tcase, 3600);
        tcase_add_loop_test(tcase, holds_for_all_values_of_32_bits, 0, 3);
    }
    return run_suite(suite);
}
