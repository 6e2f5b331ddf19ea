/* random.c: random bitmaps on every ISA: word by word as the header says, known answers, and
 * whether they look random. */
#include "harness/arena.h"
#include "harness/isas.h"
#include "harness/thresholds.h"
#include <bitmill.h>
#include <bitmill/bits/random.h>
#include <math.h>
#include <string.h>

enum { MAX_BITS = 9000 };

static struct arena arena;

/* The known answers below were computed by another program. */
static uint64_t output(uint64_t seed, uint64_t n)
{
    uint64_t z = seed + 0x9e3779b97f4a7c15 * (n + 1);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
}

static void ref_random(unsigned char *dst, size_t nbits, uint64_t k, unsigned m, uint64_t seed)
{
    uint64_t word = 0;
    for (m = m < 63 ? m : 63; k > 0 && k % 2 == 0 && m > 0; k /= 2)
        m--;
    for (size_t i = 0; i < nbits; i++) {
        if (i % 64 == 0) {
            word = k >> m ? UINT64_MAX : 0;
            for (unsigned p = 0; p < m && k > 0 && !(k >> m); p++) {
                uint64_t y = output(seed, i + p);
                word = k >> p & 1 ? word | y : word & y;
            }
        }
        ref_put(dst, i, word >> i % 64 & 1);
    }
}

/* Bits are added or taken away one by one. */
static void ref_exactly(unsigned char *dst, size_t nbits, size_t k, uint64_t seed)
{
    size_t few = k > nbits / 2 ? nbits - k : k, ones = 0;
    unsigned width = 1;
    bool more;
    ref_random(dst, nbits, 256 * few / nbits, 8, seed);
    for (size_t i = 0; i < nbits; i++)
        ones += ref_get(dst, i);
    while ((nbits - 1) >> width)
        width++;
    more = ones < few;
    for (uint64_t n = 63; ones != few; n += 64) {
        uint64_t i = output(seed, n) >> (64 - width);
        if (i < nbits && ref_get(dst, (size_t)i) != more) {
            ref_put(dst, (size_t)i, more);
            ones = more ? ones + 1 : ones - 1;
        }
    }
    for (size_t i = 0; i < nbits && k > nbits / 2; i++)
        ref_put(dst, i, !ref_get(dst, i));
}

static bool random_is_what_the_header_says(prop *p)
{
    size_t nbits = draw_length(p, RANDOM, MAX_BITS);
    unsigned char *dst = arena_place(&arena, p, nbits);
    unsigned m = (unsigned)prop_draw(p, prop_draw(p, 3) ? 10 : 70);
    uint64_t k = prop_draw(p, m < 63 ? (UINT64_C(1) << m) + 1 : UINT64_MAX);
    uint64_t seed = prop_draw(p, UINT64_MAX);
    prop_show(p, "k = %ju, m = %u, seed = %ju", (uintmax_t)k, m, (uintmax_t)seed);
    ref_random(arena_twin(&arena, dst), nbits, k, m, seed);
    bmill_bits_random(dst, nbits, k, m, seed);
    return arena_agrees(&arena, p);
}

static bool exactly_is_what_the_header_says(prop *p)
{
    size_t nbits = 1 + draw_length(p, RANDOM, 3000);
    unsigned char *dst = arena_place(&arena, p, nbits);
    size_t k = (size_t)prop_draw(p, nbits + 3);
    uint64_t seed = prop_draw(p, UINT64_MAX);
    prop_show(p, "k = %zu, seed = %ju", k, (uintmax_t)seed);
    ref_exactly(arena_twin(&arena, dst), nbits, k < nbits ? k : nbits, seed);
    bmill_bits_random_exactly(dst, nbits, k, seed);
    return arena_agrees(&arena, p) && bmill_bits_count(dst, nbits) == (k < nbits ? k : nbits);
}

/* The outputs of splitmix64 from 1234567 are known: the first is word 0. */
START_TEST(answers_are_known)
{
    unsigned char bits[24];
    isa_for_test(_i);
    bmill_bits_random(bits, 192, 1, 1, 1234567);
    ck_assert_uint_eq(bmill_load_le_u64(bits), 6457827717110365317u);
    ck_assert_uint_eq(bmill_load_le_u64(bits + 8), 0x67a6a935e8cb4849u);
    bmill_bits_random(bits, 192, 77, 8, 42);
    ck_assert_uint_eq(bmill_load_le_u64(bits), 0xce4254e04162f04u);
    ck_assert_uint_eq(bmill_load_le_u64(bits + 16), 0x904cd5ada0412c8cu);
    bmill_bits_random_exactly(bits, 192, 50, 42);
    ck_assert_uint_eq(bmill_load_le_u64(bits), 0x1740311804006904u);
    ck_assert_uint_eq(bmill_load_le_u64(bits + 16), 0x220c2881b0000185u);
    bmill_bits_random(NULL, 0, 1, 1, 0);
    bmill_bits_random_exactly(NULL, 0, 1, 0);
}
END_TEST

static bool within_6_sigma(double count, double n, double probability)
{
    return fabs(count - n * probability) <= 6 * sqrt(n * probability * (1 - probability));
}

START_TEST(counts_and_neighbours_are_as_likely_as_they_should)
{
    enum { NBITS = 1 << 20 };
    static const struct {
        uint64_t k;
        unsigned m;
    } rates[] = {{1, 1}, {77, 8}, {1, 10}, {1023, 10}, {3, 4}, {0, 5}, {32, 5}, {5, 2}};
    static unsigned char bits[NBITS / 8], next[NBITS / 8];
    isa_for_test(_i);
    for (size_t i = 0; i < sizeof rates / sizeof *rates; i++)
        for (uint64_t seed = 0; seed < 4; seed++) {
            double rate = fmin(ldexp((double)rates[i].k, -(int)rates[i].m), 1);
            bmill_bits_random(bits, NBITS, rates[i].k, rates[i].m, seed);
            ck_assert(within_6_sigma((double)bmill_bits_count(bits, NBITS), NBITS, rate));
            /* Words beside each other, and those of the next seed, are independent. */
            ck_assert(within_6_sigma((double)bmill_bits_and_count(bits, bits + 8, NBITS - 64),
                                     NBITS - 64, rate * rate));
            bmill_bits_random(next, NBITS, rates[i].k, rates[i].m, seed + 1);
            ck_assert(within_6_sigma((double)bmill_bits_and_count(bits, next, NBITS), NBITS,
                                     rate * rate));
        }
}
END_TEST

/* Of the choices of k of 6 bits none comes more often than others. */
START_TEST(each_choice_is_as_likely)
{
    enum { NBITS = 6, SEEDS = 60000 };
    static const unsigned choices[NBITS + 1] = {1, 6, 15, 20, 15, 6, 1};
    isa_for_test(_i);
    for (size_t k = 0; k <= NBITS; k++) {
        unsigned times[1 << NBITS] = {0}, different = 0;
        for (uint64_t seed = 0; seed < SEEDS; seed++) {
            unsigned char bits = 0;
            bmill_bits_random_exactly(&bits, NBITS, k, seed);
            times[bits]++;
        }
        for (size_t bits = 0; bits < 1 << NBITS; bits++)
            if (times[bits] > 0) {
                different++;
                ck_assert_uint_eq(bmill_popcount_u64(bits), k);
                ck_assert(within_6_sigma(times[bits], SEEDS, 1.0 / choices[k]));
            }
        ck_assert_uint_eq(different, choices[k]);
    }
}
END_TEST

START_TEST(random_is_right)
{
    isa_for_test(_i);
    arena = arena_new(MAX_BITS);
    PROP_CHECK(random_is_what_the_header_says);
    PROP_CHECK(exactly_is_what_the_header_says);
    PROP_WALK(random_is_what_the_header_says, RANDOM, MAX_BITS);
    PROP_WALK(exactly_is_what_the_header_says, RANDOM, 3000);
    arena_free(&arena);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("random");
    TCase *tcase = add_case(suite, "random");
    add_test_for_each_isa(tcase, answers_are_known);
    add_test_for_each_isa(tcase, counts_and_neighbours_are_as_likely_as_they_should);
    add_test_for_each_isa(tcase, each_choice_is_as_likely);
    add_test_for_each_isa(tcase, random_is_right);
    return run_suite(suite);
}
