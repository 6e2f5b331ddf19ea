/* verbs.c: see verbs.h. */
#include "verbs.h"
#include "prop.h"
#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

static const struct verb *all_verbs;

static uint64_t all_ones(unsigned bits) { return ~UINT64_C(0) >> (64 - bits); }

/* Around each power of two, patterns of each period, and the complements of all these. */
size_t special_values(unsigned bits, uint64_t *values)
{
    uint64_t ones = all_ones(bits);
    size_t n = 0;
    for (unsigned i = 0; i < bits; i++) {
        values[n++] = UINT64_C(1) << i;
        values[n++] = (UINT64_C(1) << i) - 1;
        values[n++] = ((UINT64_C(1) << i) + 1) & ones;
    }
    for (unsigned period = 1; period < bits; period *= 2)
        values[n++] = ones / ((UINT64_C(1) << period) + 1);
    values[n++] = UINT64_C(0x0123456789abcdef) & ones;
    values[n++] = UINT64_C(0x9e3779b97f4a7c15) & ones;
    values[n++] = UINT64_C(0x8000017f00800100) & ones;
    for (size_t i = 0, half = n; i < half; i++)
        values[n++] = ~values[i] & ones;
    return n;
}

/* Counts: 0 to past the width, and absurd ones. */
static size_t special_counts(unsigned bits, uint64_t *counts)
{
    static const uint64_t absurd[] = {127,   128,     255,           256,          65535,
                                      65536, INT_MAX, INT_MAX + 1ul, UINT_MAX - 7, UINT_MAX};
    size_t n = 0;
    for (unsigned i = 0; i <= 2 * bits + 1; i++)
        counts[n++] = i;
    for (size_t i = 0; i < sizeof absurd / sizeof absurd[0]; i++)
        counts[n++] = absurd[i];
    return n;
}

/* The helper (its index) that is wrong for a, b and c; -1 if none. */
static int wrong_call(const struct verb *verb, unsigned width, uint64_t a, uint64_t b, uint64_t c)
{
    uint64_t want = verb->want(8u << width, a, b, c);
    for (unsigned k = 0; k < 9; k++)
        if ((k == 8 ? 3 : k % 4) == width && verb->call[k] && verb->call[k](a, b, c) != want)
            return (int)k;
    return -1;
}

static void check(const struct verb *verb, unsigned width, uint64_t a, uint64_t b, uint64_t c)
{
    static const char *const suffix[] = {"_u8", "_u16", "_u32", "_u64", "", "", "", "", ""};
    int k = wrong_call(verb, width, a, b, c);
    if (k >= 0)
        ck_abort_msg("%s%s of %u bits: a = %#" PRIx64 ", b = %#" PRIx64 ", c = %#" PRIx64
                     ": is %#" PRIx64 ", expected %#" PRIx64,
                     verb->name, suffix[k], 8u << width, a, b, c, verb->call[k](a, b, c),
                     verb->want(8u << width, a, b, c));
}

/* All of a and b out of n values, with the counts or with few values as the rest. */
static void check_values(const struct verb *verb, unsigned width, const uint64_t *values, size_t n)
{
    uint64_t counts[160];
    size_t n_counts = special_counts(8u << width, counts);
    size_t few = n < 40 || verb->shape == XY || verb->shape == XYZ ? 1 : n / 40;
    for (size_t i = 0; i < n; i++)
        if (verb->shape == X)
            check(verb, width, values[i], 0, 0);
        else if (verb->shape == XN)
            for (size_t k = 0; k < n_counts; k++)
                check(verb, width, values[i], counts[k], 0);
        else
            for (size_t j = 0; j < n; j += few)
                if (verb->shape == XY)
                    check(verb, width, values[i], values[j], 0);
                else if (verb->shape == XYN)
                    for (size_t k = 0; k < n_counts; k++)
                        check(verb, width, values[i], values[(j + i) % n], counts[k]);
                else
                    for (size_t k = 0; k < 3; k++)
                        check(verb, width, values[i], values[j], values[(i + 5 * j + k * 89) % n]);
}

START_TEST(special_values_are_right)
{
    const struct verb *verb = &all_verbs[_i];
    uint64_t values[MAX_SPECIAL];
    for (unsigned i = 0; i < 256; i++)
        values[i] = i;
    if (verb->call[0])
        check_values(verb, 0, values, 256);
    for (unsigned width = 1; width < 4; width++)
        if (verb->call[width])
            check_values(verb, width, values, special_values(8u << width, values));
    if (verb->call[1] && verb->shape == X)
        for (uint64_t x = 0; x <= 0xffff; x++)
            check(verb, 1, x, 0, 0);
}
END_TEST

/* Noise, few ones, many ones, or a run of ones. */
static uint64_t draw_value(prop *p, unsigned bits)
{
    uint64_t kind = prop_draw(p, 3), x = prop_draw(p, all_ones(bits));
    uint64_t y = kind ? prop_draw(p, all_ones(bits)) : 0;
    switch (kind) {
    case 0:
        return x;
    case 1:
        return x & y;
    case 2:
        return x | y;
    default:
        return (all_ones(bits) >> x % bits << y % bits) & all_ones(bits);
    }
}

static const struct verb *drawn_verb;
static unsigned drawn_width;

static bool drawn_values_hold(prop *p)
{
    unsigned bits = 8u << drawn_width;
    uint64_t value[3];
    for (int i = 0; i < 3; i++) {
        bool count = (drawn_verb->shape == XN && i == 1) || (drawn_verb->shape == XYN && i == 2);
        value[i] = count ? prop_draw(p, bits + 2) : draw_value(p, bits);
    }
    int k = wrong_call(drawn_verb, drawn_width, value[0], value[1], value[2]);
    prop_show(p, "%u bits, a = %#" PRIx64 ", b = %#" PRIx64 ", c = %#" PRIx64, bits, value[0],
              value[1], value[2]);
    return k < 0;
}

START_TEST(drawn_values_are_right)
{
    drawn_verb = &all_verbs[_i];
    for (drawn_width = 1; drawn_width < 4; drawn_width++)
        if (drawn_verb->call[drawn_width])
            prop_check(drawn_verb->name, drawn_values_hold);
}
END_TEST

/* A program built for instructions that this processor lacks is reported as one that did not run.
 */
static void skip_if_not_runnable(void)
{
#if defined(__x86_64__) && defined(__BMI2__) && defined(__PCLMUL__)
    if (!__builtin_cpu_supports("bmi2") || !__builtin_cpu_supports("pclmul")) {
        printf("skipped: helpers with BMI2 and PCLMUL: this processor has neither\n0 passed, 0 "
               "failed, 1 skipped\n");
        exit(77); /* automake's status for it */
    }
#endif
}

void add_verbs(Suite *suite, const struct verb *verbs, size_t n)
{
    skip_if_not_runnable();
    TCase *tcase = add_case(suite, "verbs");
    all_verbs = verbs;
    tcase_add_loop_test(tcase, special_values_are_right, 0, (int)n);
    tcase_add_loop_test(tcase, drawn_values_are_right, 0, (int)n);
}
