/* test_constant.c: word/constant.h: as constants wherever C asks for one, and the results bit by
 * bit, which are also those of the functions. */
#include "verbs.h"
#include <limits.h>

/* ---- At compile time: one list, in #if, in static assertions, as bounds of arrays ---- */

#define TOP UINT64_C(0x8000000000000000)
#define ALL UINT64_C(0xffffffffffffffff)
#define CONSTANTS(IS)                                       \
    IS(BMILL_C_BIT(0), 1)                                   \
    IS(BMILL_C_BIT(63), TOP)                                \
    IS(BMILL_C_BIT(64), 1)                                  \
    IS(BMILL_C_LOW_MASK(0), 0)                              \
    IS(BMILL_C_LOW_MASK(3), 7)                              \
    IS(BMILL_C_LOW_MASK(63), ALL >> 1)                      \
    IS(BMILL_C_LOW_MASK(64), ALL)                           \
    IS(BMILL_C_LOW_MASK(UINT_MAX), ALL)                     \
    IS(BMILL_C_MASK(2, 3), 0x1c)                            \
    IS(BMILL_C_MASK(60, 100), UINT64_C(0xf000000000000000)) \
    IS(BMILL_C_MASK(64, 1), 0)                              \
    IS(BMILL_C_MASK(0, 64), ALL)                            \
    IS(BMILL_C_POPCOUNT(6), 2)                              \
    IS(BMILL_C_POPCOUNT(ALL), 64)                           \
    IS(BMILL_C_PARITY(6), 0)                                \
    IS(BMILL_C_PARITY(7 + 0), 1)                            \
    IS(BMILL_C_BIT_WIDTH(0), 0)                             \
    IS(BMILL_C_BIT_WIDTH(6), 3)                             \
    IS(BMILL_C_BIT_WIDTH(ALL), 64)                          \
    IS(BMILL_C_CLZ(0), 64)                                  \
    IS(BMILL_C_CLZ(6), 61)                                  \
    IS(BMILL_C_CTZ(0), 64)                                  \
    IS(BMILL_C_CTZ(6), 1)                                   \
    IS(BMILL_C_LOG2_FLOOR(0), 64)                           \
    IS(BMILL_C_LOG2_FLOOR(6), 2)                            \
    IS(BMILL_C_LOG2_CEIL(0), 0)                             \
    IS(BMILL_C_LOG2_CEIL(1), 0)                             \
    IS(BMILL_C_LOG2_CEIL(6), 3)                             \
    IS(BMILL_C_LOG2_CEIL(ALL), 64)                          \
    IS(BMILL_C_IS_POW2(0), 0)                               \
    IS(BMILL_C_IS_POW2(64), 1)                              \
    IS(BMILL_C_IS_POW2(6 | 8), 0)                           \
    IS(BMILL_C_FLOOR_POW2(0), 0)                            \
    IS(BMILL_C_FLOOR_POW2(6), 4)                            \
    IS(BMILL_C_FLOOR_POW2(ALL), TOP)                        \
    IS(BMILL_C_CEIL_POW2(0), 1)                             \
    IS(BMILL_C_CEIL_POW2(6), 8)                             \
    IS(BMILL_C_CEIL_POW2(TOP), TOP)                         \
    IS(BMILL_C_CEIL_POW2(TOP + 1), 0)                       \
    IS(BMILL_C_ALIGN_UP(13, 8), 16)                         \
    IS(BMILL_C_ALIGN_UP(ALL, 2), 0)                         \
    IS(BMILL_C_ALIGN_DOWN(13, 8), 8)                        \
    IS(BMILL_C_IS_ALIGNED(16, 8), 1)                        \
    IS(BMILL_C_IS_ALIGNED(12, 4 + 4), 0)                    \
    IS(BMILL_C_REVERSE8(6), 96)                             \
    IS(BMILL_C_POPCOUNT(BMILL_C_MASK(2, BMILL_C_LOG2_CEIL(6))), 3)

#define AND(constant, value) (constant) == (value) &&
#if !(CONSTANTS(AND) 1)
#error a constant is wrong in #if
#endif

#define ASSERTION(constant, value) _Static_assert((constant) == (value), #constant);
CONSTANTS(ASSERTION)

#define BOUND(constant, value) sizeof(char[(constant) % 9 + 1]) == (value) % 9 + 1 &&
static const bool bounds_are_right = CONSTANTS(BOUND) true;
enum enumerator { ENUMERATOR = BMILL_C_POPCOUNT(0xff) };
struct bit_field {
    unsigned field : BMILL_C_LOG2_CEIL(100);
};

START_TEST(constants_stand_wherever_one_is_asked_for)
{
    struct bit_field bits = {127};
    ck_assert(bounds_are_right);
    ck_assert_int_eq(ENUMERATOR, 8);
    ck_assert_uint_eq(bits.field, 127);
    switch (sizeof(uint64_t) * 8) {
    case BMILL_C_CLZ(0):
        break;
    default:
        ck_abort_msg("no case label");
    }
}
END_TEST

/* ---- For many values ---- */

static uint64_t want_c_bit(unsigned bits, uint64_t a, uint64_t i, uint64_t c)
{
    uint64_t result = 1;
    (void)a, (void)c;
    for (unsigned k = 0; k < i % bits; k++)
        result *= 2;
    return result;
}

/* Bits first to first + count - 1 of bits. */
static uint64_t range(unsigned bits, uint64_t first, uint64_t count)
{
    uint64_t result = 0;
    for (unsigned i = 0; i < bits; i++)
        result |= (uint64_t)(i >= first && i - first < count) << i;
    return result;
}
static uint64_t want_c_low_mask(unsigned bits, uint64_t a, uint64_t n, uint64_t c)
{
    return (void)a, (void)c, range(bits, 0, n);
}
static uint64_t want_c_mask(unsigned bits, uint64_t first, uint64_t count, uint64_t c)
{
    return (void)c, range(bits, first % 256, count);
}

/* What the bits of a number say about it; 64 for the position of a bit that is not there. */
struct facts {
    unsigned ones, lowest, highest;
};
static struct facts facts(uint64_t x)
{
    struct facts f = {0, 64, 64};
    for (unsigned i = 0; i < 64; i++)
        if (bit(x, i)) {
            f.ones++;
            f.lowest = f.lowest < 64 ? f.lowest : i;
            f.highest = i;
        }
    return f;
}
#define FACT(name, macro, fact)                                                    \
    static uint64_t want_##name(unsigned bits, uint64_t a, uint64_t b, uint64_t c) \
    {                                                                              \
        struct facts f = facts(a);                                                 \
        return (void)bits, (void)b, (void)c, (void)f, (uint64_t)(fact);            \
    }                                                                              \
    ADAPT64(name, macro(a))
FACT(c_popcount, BMILL_C_POPCOUNT, f.ones)
FACT(c_parity, BMILL_C_PARITY, f.ones % 2)
FACT(c_bit_width, BMILL_C_BIT_WIDTH, a ? f.highest + 1 : 0)
FACT(c_clz, BMILL_C_CLZ, a ? 63 - f.highest : 64)
FACT(c_ctz, BMILL_C_CTZ, f.lowest)
FACT(c_log2_floor, BMILL_C_LOG2_FLOOR, f.highest)
FACT(c_log2_ceil, BMILL_C_LOG2_CEIL, f.ones > 1 ? f.highest + 1 : f.ones ? f.highest : 0)
FACT(c_is_pow2, BMILL_C_IS_POW2, f.ones == 1)
FACT(c_floor_pow2, BMILL_C_FLOOR_POW2, a ? range(64, f.highest, 1) : 0)
FACT(c_ceil_pow2, BMILL_C_CEIL_POW2, f.ones > 1 ? range(64, f.highest + 1, 1) : f.ones ? a : 1)

/* The same against the functions. */
FACT(f_popcount, BMILL_C_POPCOUNT, bmill_popcount_u64(a))
FACT(f_parity, BMILL_C_PARITY, bmill_parity_u64(a))
FACT(f_clz, BMILL_C_CLZ, bmill_clz_u64(a))
FACT(f_ctz, BMILL_C_CTZ, bmill_ctz_u64(a))
FACT(f_is_pow2, BMILL_C_IS_POW2, bmill_is_pow2_u64(a))
FACT(f_floor_pow2, BMILL_C_FLOOR_POW2, bmill_floor_pow2_u64(a))
FACT(f_ceil_pow2, BMILL_C_CEIL_POW2, bmill_ceil_pow2_u64(a))
FACT(f_reverse8, BMILL_C_REVERSE8, bmill_reverse_u8((uint8_t)a))

/* Clears the low bits, after carrying into the ones above if there was something in them. */
static uint64_t want_c_align_down(unsigned bits, uint64_t a, uint64_t n, uint64_t c)
{
    return (void)c, a - (a & range(bits, 0, n % 64));
}
static uint64_t want_c_align_up(unsigned bits, uint64_t a, uint64_t n, uint64_t c)
{
    uint64_t down = want_c_align_down(bits, a, n, c);
    return down == a ? a : down + range(bits, n % 64, 1);
}
static uint64_t want_c_is_aligned(unsigned bits, uint64_t a, uint64_t n, uint64_t c)
{
    return want_c_align_down(bits, a, n, c) == a;
}

ADAPT64(c_bit, BMILL_C_BIT((unsigned)b))
ADAPT64(c_low_mask, BMILL_C_LOW_MASK((unsigned)b))
ADAPT64(c_mask, BMILL_C_MASK((unsigned)a % 256, (unsigned)b))
ADAPT64(c_align_down, BMILL_C_ALIGN_DOWN(a, UINT64_C(1) << b % 64))
ADAPT64(c_align_up, BMILL_C_ALIGN_UP(a, UINT64_C(1) << b % 64))
ADAPT64(c_is_aligned, BMILL_C_IS_ALIGNED(a, UINT64_C(1) << b % 64))

static const struct verb verbs[] = {
    VERB64(c_bit, XN),        VERB64(c_low_mask, XN),   VERB64(c_mask, XN),
    VERB64(c_popcount, X),    VERB64(c_parity, X),      VERB64(c_bit_width, X),
    VERB64(c_clz, X),         VERB64(c_ctz, X),         VERB64(c_log2_floor, X),
    VERB64(c_log2_ceil, X),   VERB64(c_is_pow2, X),     VERB64(c_floor_pow2, X),
    VERB64(c_ceil_pow2, X),   VERB64(c_align_down, XN), VERB64(c_align_up, XN),
    VERB64(c_is_aligned, XN), VERB64(f_popcount, X),    VERB64(f_parity, X),
    VERB64(f_clz, X),         VERB64(f_ctz, X),         VERB64(f_is_pow2, X),
    VERB64(f_floor_pow2, X),  VERB64(f_ceil_pow2, X),   VERB64(f_reverse8, X),
};

int main(void)
{
    Suite *suite = suite_create("constant");
    add_verbs(suite, verbs, sizeof verbs / sizeof verbs[0]);
    tcase_add_test(add_case(suite, "places"), constants_stand_wherever_one_is_asked_for);
    return run_suite(suite);
}
