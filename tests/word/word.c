/* word.c: two properties of the word layer that no law of laws.h states: the _checked functions,
 * and the types of the generic spelling. */
#include "harness/runner.h"
#include <bitmill/word.h>
#include <inttypes.h>
#include <limits.h>

/* The helpers of one width, on values of 64 bits. set, clear and the like are right: see
 * laws.c. */
struct width {
    unsigned bits;
    uint64_t (*set)(uint64_t x, unsigned i), (*clear)(uint64_t x, unsigned i);
    uint64_t (*flip)(uint64_t x, unsigned i);
    bool (*is_set)(uint64_t x, unsigned i);
    bool (*set_checked)(uint64_t *x, unsigned i), (*clear_checked)(uint64_t *x, unsigned i);
    bool (*flip_checked)(uint64_t *x, unsigned i);
    bool (*modify_checked)(uint64_t *x, unsigned i, bool state);
    bool (*is_set_checked)(uint64_t x, unsigned i, bool *state);
};

/* Adapters named by call and width. G(verb) is bmill_<verb>_u8, ..., or bmill_<verb>: both
 * spellings are tested by the same code. */
#define ADAPT(T, N, G)                                                              \
    static uint64_t set_##N(uint64_t x, unsigned i) { return G(set)((T)x, i); }     \
    static uint64_t clear_##N(uint64_t x, unsigned i) { return G(clear)((T)x, i); } \
    static uint64_t flip_##N(uint64_t x, unsigned i) { return G(flip)((T)x, i); }   \
    static bool is_set_##N(uint64_t x, unsigned i) { return G(is_set)((T)x, i); }   \
    static bool set_checked_##N(uint64_t *x, unsigned i)                            \
    {                                                                               \
        T y = (T)*x;                                                                \
        bool done = G(set_checked)(&y, i);                                          \
        return *x = y, done;                                                        \
    }                                                                               \
    static bool clear_checked_##N(uint64_t *x, unsigned i)                          \
    {                                                                               \
        T y = (T)*x;                                                                \
        bool done = G(clear_checked)(&y, i);                                        \
        return *x = y, done;                                                        \
    }                                                                               \
    static bool flip_checked_##N(uint64_t *x, unsigned i)                           \
    {                                                                               \
        T y = (T)*x;                                                                \
        bool done = G(flip_checked)(&y, i);                                         \
        return *x = y, done;                                                        \
    }                                                                               \
    static bool modify_checked_##N(uint64_t *x, unsigned i, bool s)                 \
    {                                                                               \
        T y = (T)*x;                                                                \
        bool done = G(modify_checked)(&y, i, s);                                    \
        return *x = y, done;                                                        \
    }                                                                               \
    static bool is_set_checked_##N(uint64_t x, unsigned i, bool *s)                 \
    {                                                                               \
        T y = (T)x;                                                                 \
        return G(is_set_checked)(&y, i, s);                                         \
    }

#define ADAPTED(bits, N)                                                                    \
    {                                                                                       \
        bits, set_##N, clear_##N, flip_##N, is_set_##N, set_checked_##N, clear_checked_##N, \
            flip_checked_##N, modify_checked_##N, is_set_checked_##N                        \
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
ADAPT(unsigned, gint, NAME_GENERIC)
ADAPT(unsigned long, glong, NAME_GENERIC)
ADAPT(unsigned long long, gllong, NAME_GENERIC)

static const struct width named[] = {ADAPTED(8, u8), ADAPTED(16, u16), ADAPTED(32, u32),
                                     ADAPTED(64, u64)};
/* The generic spelling with each standard type; two of these have the same width. */
static const struct width generic[] = {ADAPTED(8, g8), ADAPTED(16, g16), ADAPTED(32, gint),
                                       ADAPTED(8 * sizeof(long), glong), ADAPTED(64, gllong)};

#define HOLDS(law)       \
    do {                 \
        if (!(law))      \
            return #law; \
    } while (0)

/* The first law that does not hold for x and an index of any size; NULL if all do. */
static const char *broken(const struct width *w, uint64_t x, unsigned i)
{
    const bool legal = i < w->bits, bit = legal && w->is_set(x, i);
    const uint64_t set = legal ? w->set(x, i) : x, clear = legal ? w->clear(x, i) : x;
    const uint64_t flip = legal ? w->flip(x, i) : x;
    bool state = false;
    uint64_t y;
    HOLDS((y = x, w->set_checked(&y, i)) == legal && y == set);
    HOLDS((y = x, w->clear_checked(&y, i)) == legal && y == clear);
    HOLDS((y = x, w->flip_checked(&y, i)) == legal && y == flip);
    HOLDS((y = x, w->modify_checked(&y, i, true)) == legal && y == set);
    HOLDS((y = x, w->modify_checked(&y, i, false)) == legal && y == clear);
    HOLDS(w->is_set_checked(x, i, &state) == legal && state == bit);
    state = true;
    HOLDS(w->is_set_checked(x, i, &state) == legal && state == (!legal || bit));
    return NULL;
}

static void check(const struct width *w, uint64_t x, unsigned i)
{
    const char *law = broken(w, x, i);
    if (law)
        ck_abort_msg("%u bits, x = %#" PRIx64 ", i = %u: does not hold: %s", w->bits, x, i, law);
}

START_TEST(checked_twins_hold_for_all_values_of_8_and_16_bits)
{
    for (int k = 0; k < 2; k++)
        for (uint64_t x = 0; x < (uint64_t)1 << named[k].bits; x++)
            for (unsigned i = 0; i <= 2 * named[k].bits; i++) {
                check(&named[k], x, i);
                check(&generic[k], x, i);
            }
}
END_TEST

/* Values around each power of two, in each width, with all valid indices and some far too large. */
START_TEST(checked_twins_hold_for_special_values_of_all_widths)
{
    static const unsigned absurd[] = {128,   255,     256,           65535,
                                      65536, INT_MAX, UINT_MAX - 63, UINT_MAX};
    for (int k = 0; k < 9; k++) {
        const struct width *w = k < 4 ? &named[k] : &generic[k - 4];
        uint64_t all = ~UINT64_C(0) >> (64 - w->bits);
        for (unsigned p = 0; p < 64; p++)
            for (int d = -2; d <= 2; d++)
                for (int inverted = 0; inverted < 2; inverted++) {
                    uint64_t x = (((uint64_t)1 << p) + (uint64_t)d) ^ (inverted ? all : 0);
                    for (unsigned i = 0; i < 2 * w->bits; i++)
                        check(w, x & all, i);
                    for (size_t i = 0; i < sizeof absurd / sizeof absurd[0]; i++)
                        check(w, x & all, absurd[i]);
                }
    }
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
    ck_assert(IS_TYPE(unsigned long long, bmill_ceil_pow2(x)));
    ck_assert(IS_TYPE(unsigned long, bmill_ceil_pow2(6ul)));
    ck_assert_uint_eq(bmill_ceil_pow2(x), 8);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("word");
    TCase *tcase = add_case(suite, "word");
    tcase_add_test(tcase, checked_twins_hold_for_all_values_of_8_and_16_bits);
    tcase_add_test(tcase, checked_twins_hold_for_special_values_of_all_widths);
    tcase_add_test(tcase, generic_spelling_keeps_the_type);
    return run_suite(suite);
}
