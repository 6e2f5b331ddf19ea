/* test_word.c: the word layer against a loop over the bits: all values of 8 and 16 bits, drawn and
 * special ones of 32 and 64 (all 2^32 with BMILL_FULL=1). */
#include "prop.h"
#include "runner.h"
#include <bitmill/word.h>
#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

/* The helpers of one width, on values of 64 bits. */
struct width {
    unsigned bits;
    uint64_t (*set)(uint64_t x, unsigned i), (*clear)(uint64_t x, unsigned i);
    uint64_t (*flip)(uint64_t x, unsigned i), (*modify)(uint64_t x, unsigned i, bool state);
    bool (*is_set)(uint64_t x, unsigned i);
    bool (*set_checked)(uint64_t *x, unsigned i), (*clear_checked)(uint64_t *x, unsigned i);
    bool (*flip_checked)(uint64_t *x, unsigned i);
    bool (*modify_checked)(uint64_t *x, unsigned i, bool state);
    bool (*is_set_checked)(uint64_t x, unsigned i, bool *state);
    bool (*is_odd)(uint64_t x), (*is_even)(uint64_t x), (*parity)(uint64_t x);
    bool (*is_pow2)(uint64_t x);
    unsigned (*popcount)(uint64_t x), (*clz)(uint64_t x), (*ctz)(uint64_t x);
    uint64_t (*floor_pow2)(uint64_t x), (*ceil_pow2)(uint64_t x);
};

/* Adapters named by call and width. G(verb) is bmill_<verb>_u8, ..., or bmill_<verb>: both
 * spellings are tested by the same code. */
#define ADAPT(T, N, G)                                                                           \
    static uint64_t set_##N(uint64_t x, unsigned i) { return G(set)((T)x, i); }                  \
    static uint64_t clear_##N(uint64_t x, unsigned i) { return G(clear)((T)x, i); }              \
    static uint64_t flip_##N(uint64_t x, unsigned i) { return G(flip)((T)x, i); }                \
    static uint64_t modify_##N(uint64_t x, unsigned i, bool s) { return G(modify)((T)x, i, s); } \
    static bool is_set_##N(uint64_t x, unsigned i) { return G(is_set)((T)x, i); }                \
    static bool set_checked_##N(uint64_t *x, unsigned i)                                         \
    {                                                                                            \
        T y = (T)*x;                                                                             \
        bool done = G(set_checked)(&y, i);                                                       \
        return *x = y, done;                                                                     \
    }                                                                                            \
    static bool clear_checked_##N(uint64_t *x, unsigned i)                                       \
    {                                                                                            \
        T y = (T)*x;                                                                             \
        bool done = G(clear_checked)(&y, i);                                                     \
        return *x = y, done;                                                                     \
    }                                                                                            \
    static bool flip_checked_##N(uint64_t *x, unsigned i)                                        \
    {                                                                                            \
        T y = (T)*x;                                                                             \
        bool done = G(flip_checked)(&y, i);                                                      \
        return *x = y, done;                                                                     \
    }                                                                                            \
    static bool modify_checked_##N(uint64_t *x, unsigned i, bool s)                              \
    {                                                                                            \
        T y = (T)*x;                                                                             \
        bool done = G(modify_checked)(&y, i, s);                                                 \
        return *x = y, done;                                                                     \
    }                                                                                            \
    static bool is_set_checked_##N(uint64_t x, unsigned i, bool *s)                              \
    {                                                                                            \
        T y = (T)x;                                                                              \
        return G(is_set_checked)(&y, i, s);                                                      \
    }                                                                                            \
    static bool is_odd_##N(uint64_t x) { return G(is_odd)((T)x); }                               \
    static bool is_even_##N(uint64_t x) { return G(is_even)((T)x); }                             \
    static bool parity_##N(uint64_t x) { return G(parity)((T)x); }                               \
    static bool is_pow2_##N(uint64_t x) { return G(is_pow2)((T)x); }                             \
    static unsigned popcount_##N(uint64_t x) { return G(popcount)((T)x); }                       \
    static unsigned clz_##N(uint64_t x) { return G(clz)((T)x); }                                 \
    static unsigned ctz_##N(uint64_t x) { return G(ctz)((T)x); }                                 \
    static uint64_t floor_pow2_##N(uint64_t x) { return G(floor_pow2)((T)x); }                   \
    static uint64_t ceil_pow2_##N(uint64_t x) { return G(ceil_pow2)((T)x); }

#define ADAPTED(bits, N)                                                                      \
    {                                                                                         \
        bits, set_##N, clear_##N, flip_##N, modify_##N, is_set_##N, set_checked_##N,          \
            clear_checked_##N, flip_checked_##N, modify_checked_##N, is_set_checked_##N,      \
            is_odd_##N, is_even_##N, parity_##N, is_pow2_##N, popcount_##N, clz_##N, ctz_##N, \
            floor_pow2_##N, ceil_pow2_##N                                                     \
    }

#define NAME_U8(verb)      bmill_##verb##_u8
#define NAME_U16(verb)     bmill_##verb##_u16
#define NAME_U32(verb)     bmill_##verb##_u32
#define NAME_U64(verb)     bmill_##verb##_u64
#define NAME_GENERIC(verb) bmill_##verb
ADAPT(uint8_t, u8, NAME_U8)
ADAPT(uint16_t, u16, NAME_U16)
ADAPT(uint32_t, u32, NAME_U32)
ADAPT(uint64_t, u64, NAME_U64)
ADAPT(uint8_t, g8, NAME_GENERIC)
ADAPT(uint16_t, g16, NAME_GENERIC)
ADAPT(uint32_t, g32, NAME_GENERIC)
ADAPT(uint64_t, g64, NAME_GENERIC)

static const struct width named[] = {ADAPTED(8, u8), ADAPTED(16, u16), ADAPTED(32, u32),
                                     ADAPTED(64, u64)};
static const struct width generic[] = {ADAPTED(8, g8), ADAPTED(16, g16), ADAPTED(32, g32),
                                       ADAPTED(64, g64)};

/* ---- What each helper should do, bit by bit ---- */

static bool bit(uint64_t x, unsigned i) { return x >> i & 1; }

static uint64_t with_bit(uint64_t x, unsigned bits, unsigned i, bool state)
{
    uint64_t result = 0;
    for (unsigned k = 0; k < bits; k++)
        result |= (uint64_t)(k == i ? state : bit(x, k)) << k;
    return result;
}

#define HOLDS(law)       \
    do {                 \
        if (!(law))      \
            return #law; \
    } while (0)

/* The first law that does not hold for x alone; NULL if all do. */
static const char *broken_for_value(const struct width *w, uint64_t x)
{
    unsigned ones = 0, highest = 0, lowest = w->bits;
    for (unsigned i = 0; i < w->bits; i++) {
        ones += bit(x, i);
        highest = bit(x, i) ? i + 1 : highest; /* one above the highest 1; 0 for none */
        lowest = bit(x, i) && lowest == w->bits ? i : lowest;
    }
    HOLDS(w->popcount(x) == ones);
    HOLDS(w->parity(x) == (ones % 2 == 1));
    HOLDS(w->clz(x) == w->bits - highest);
    HOLDS(w->ctz(x) == lowest);
    HOLDS(w->is_pow2(x) == (ones == 1));
    HOLDS(w->is_odd(x) == bit(x, 0));
    HOLDS(w->is_even(x) == !bit(x, 0));
    HOLDS(w->floor_pow2(x) == (highest ? (uint64_t)1 << (highest - 1) : 0));
    if (ones == 1)
        HOLDS(w->ceil_pow2(x) == x);
    else if (x == 0)
        HOLDS(w->ceil_pow2(x) == 1);
    else if (highest == w->bits)
        HOLDS(w->ceil_pow2(x) == 0);
    else
        HOLDS(w->ceil_pow2(x) == (uint64_t)1 << highest);
    return NULL;
}

/* The same for x and an index of any size. */
static const char *broken_for_index(const struct width *w, uint64_t x, unsigned index)
{
    unsigned i = index % w->bits;
    bool legal = index < w->bits, state = false;
    uint64_t set = with_bit(x, w->bits, i, true), clear = with_bit(x, w->bits, i, false), y;
    HOLDS(w->set(x, index) == set);
    HOLDS(w->clear(x, index) == clear);
    HOLDS(w->flip(x, index) == (bit(x, i) ? clear : set));
    HOLDS(w->modify(x, index, true) == set);
    HOLDS(w->modify(x, index, false) == clear);
    HOLDS(w->is_set(x, index) == bit(x, i));

    HOLDS((y = x, w->set_checked(&y, index)) == legal && y == (legal ? set : x));
    HOLDS((y = x, w->clear_checked(&y, index)) == legal && y == (legal ? clear : x));
    HOLDS((y = x, w->flip_checked(&y, index)) == legal && y == (legal ? w->flip(x, index) : x));
    HOLDS((y = x, w->modify_checked(&y, index, true)) == legal && y == (legal ? set : x));
    HOLDS((y = x, w->modify_checked(&y, index, false)) == legal && y == (legal ? clear : x));
    HOLDS(w->is_set_checked(x, index, &state) == legal && state == (legal && bit(x, i)));
    state = true;
    HOLDS(w->is_set_checked(x, index, &state) == legal && state == (!legal || bit(x, i)));
    return NULL;
}

static void check(const struct width *w, uint64_t x, const char *broken)
{
    if (broken)
        ck_abort_msg("%u bits, x = %#" PRIx64 ": does not hold: %s", w->bits, x, broken);
}

static void check_index(const struct width *w, uint64_t x, unsigned i)
{
    const char *broken = broken_for_index(w, x, i);
    if (broken)
        ck_abort_msg("%u bits, x = %#" PRIx64 ", i = %u: does not hold: %s", w->bits, x, i, broken);
}

START_TEST(all_values_of_8_and_16_bits)
{
    for (int k = 0; k < 2; k++) {
        const struct width *w = &named[k];
        for (uint64_t x = 0; x < (uint64_t)1 << w->bits; x++) {
            check(w, x, broken_for_value(w, x));
            check(&generic[k], x, broken_for_value(&generic[k], x));
            for (unsigned i = 0; i <= 2 * w->bits; i++)
                check_index(w, x, i);
        }
    }
}
END_TEST

/* Around each power of two, of each width, with all indices and some absurd ones. */
START_TEST(special_values_of_all_widths)
{
    static const unsigned absurd[] = {128,   255,     256,           65535,
                                      65536, INT_MAX, UINT_MAX - 63, UINT_MAX};
    for (int k = 0; k < 8; k++) {
        const struct width *w = k < 4 ? &named[k] : &generic[k - 4];
        uint64_t all = ~UINT64_C(0) >> (64 - w->bits);
        for (unsigned p = 0; p < 64; p++)
            for (int d = -2; d <= 2; d++)
                for (int inverted = 0; inverted < 2; inverted++) {
                    uint64_t x = (((uint64_t)1 << p) + (uint64_t)d) ^ (inverted ? all : 0);
                    x &= all;
                    check(w, x, broken_for_value(w, x));
                    for (unsigned i = 0; i < 2 * w->bits; i++)
                        check_index(w, x, i);
                    for (size_t i = 0; i < sizeof absurd / sizeof absurd[0]; i++)
                        check_index(w, x, absurd[i]);
                }
    }
}
END_TEST

static bool laws_hold(prop *p, const struct width *w)
{
    uint64_t x = prop_draw(p, ~UINT64_C(0) >> (64 - w->bits));
    unsigned i = (unsigned)prop_draw(p, 2 * w->bits);
    const char *broken = broken_for_value(w, x);
    if (!broken)
        broken = broken_for_index(w, x, i);
    if (broken)
        prop_show(p, "%u bits, x = %#" PRIx64 ", i = %u: %s", w->bits, x, i, broken);
    return !broken;
}
static bool word_laws_hold_u32(prop *p) { return laws_hold(p, &named[2]); }
static bool word_laws_hold_u64(prop *p) { return laws_hold(p, &named[3]); }

START_TEST(drawn_values_of_32_and_64_bits)
{
    PROP_CHECK(word_laws_hold_u32);
    PROP_CHECK(word_laws_hold_u64);
}
END_TEST

/* The result of the generic spelling has the type of its argument, also for unsigned long long
 * where that is not uint64_t. */
#define IS_TYPE(T, x) _Generic((x), T : true, default : false)

START_TEST(generic_spelling_keeps_the_type)
{
    unsigned long long x = 6;
    ck_assert(IS_TYPE(uint8_t, bmill_set((uint8_t)6, 0)));
    ck_assert(IS_TYPE(uint16_t, bmill_clear((uint16_t)6, 0)));
    ck_assert(IS_TYPE(uint32_t, bmill_flip(6u, 0)));
    ck_assert(IS_TYPE(uint64_t, bmill_modify((uint64_t)6, 0, true)));
    ck_assert_uint_eq(bmill_set(x, 63), 0x8000000000000006u);
    ck_assert_uint_eq(bmill_clz(6ul), sizeof(long) * 8 - 3);
    ck_assert(IS_TYPE(bool, bmill_parity(6u)));
    ck_assert(IS_TYPE(unsigned, bmill_popcount(x)));
}
END_TEST

START_TEST(all_values_of_32_bits)
{
    for (uint64_t x = 0; x <= UINT32_MAX; x++)
        check(&named[2], x, broken_for_value(&named[2], x));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("word");
    TCase *tcase = add_case(suite, "laws");
    tcase_add_test(tcase, all_values_of_8_and_16_bits);
    tcase_add_test(tcase, special_values_of_all_widths);
    tcase_add_test(tcase, drawn_values_of_32_and_64_bits);
    tcase_add_test(tcase, generic_spelling_keeps_the_type);
    if (getenv("BMILL_FULL")) {
        tcase = add_case(suite, "full");
        tcase_set_timeout(tcase, 3600);
        tcase_add_test(tcase, all_values_of_32_bits);
    }
    return run_suite(suite);
}
