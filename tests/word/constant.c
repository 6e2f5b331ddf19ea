/* constant.c: word/constant.h: the macros are constants wherever C asks for one. Their results are
 * right bit by bit, and equal to those of the functions. */
#include "harness/verbs.h"
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
    IS(BMILL_C_MASK(2, 0), 0)                               \
    IS(BMILL_C_MASK(63, UINT_MAX), TOP)                     \
    IS(BMILL_C_POPCOUNT(6), 2)                              \
    IS(BMILL_C_POPCOUNT(ALL), 64)                           \
    IS(BMILL_C_PARITY(6), 0)                                \
    IS(BMILL_C_PARITY(7 + 0), 1)                            \
    IS(BMILL_C_BIT_WIDTH(0), 0)                             \
    IS(BMILL_C_BIT_WIDTH(6), 3)                             \
    IS(BMILL_C_BIT_WIDTH(ALL), 64)                          \
    IS(BMILL_C_BIT_WIDTH(ALL >> 1), 63)                     \
    IS(BMILL_C_CLZ(0), 64)                                  \
    IS(BMILL_C_CLZ(6), 61)                                  \
    IS(BMILL_C_CTZ(0), 64)                                  \
    IS(BMILL_C_CTZ(6), 1)                                   \
    IS(BMILL_C_LOG2_FLOOR(0), 64)                           \
    IS(BMILL_C_LOG2_FLOOR(6), 2)                            \
    IS(BMILL_C_LOG2_FLOOR(ALL), 63)                         \
    IS(BMILL_C_LOG2_CEIL(0), 0)                             \
    IS(BMILL_C_LOG2_CEIL(1), 0)                             \
    IS(BMILL_C_LOG2_CEIL(6), 3)                             \
    IS(BMILL_C_LOG2_CEIL(8), 3)                             \
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
    IS(BMILL_C_ALIGN_UP(16, 8), 16)                         \
    IS(BMILL_C_ALIGN_DOWN(13, 8), 8)                        \
    IS(BMILL_C_ALIGN_DOWN(ALL, TOP), TOP)                   \
    IS(BMILL_C_IS_ALIGNED(16, 8), 1)                        \
    IS(BMILL_C_IS_ALIGNED(0, TOP), 1)                       \
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

/* ---- For many values, bit by bit ---- */

static uint64_t expect_c_bit(unsigned width, uint64_t *a)
{
    uint64_t result = 1;
    for (unsigned k = 0; k < a[0] % width; k++)
        result *= 2;
    return result;
}

/* Bits first to first + count - 1 of the width. */
static uint64_t range(unsigned width, uint64_t first, uint64_t count)
{
    uint64_t result = 0;
    for (unsigned i = 0; i < width; i++)
        result |= (uint64_t)(i >= first && i - first < count) << i;
    return result;
}
static uint64_t expect_c_low_mask(unsigned width, uint64_t *a) { return range(width, 0, a[0]); }
static uint64_t expect_c_mask(unsigned width, uint64_t *a) { return range(width, a[0], a[1]); }

/* The number of 1 bits of x, and the positions of the lowest and the highest; the width if there is
 * none. */
struct facts {
    unsigned ones, lowest, highest;
};
static struct facts facts(unsigned width, uint64_t x)
{
    struct facts f = {0, width, width};
    for (unsigned i = 0; i < width; i++)
        if (bit(x, i)) {
            f.ones++;
            f.lowest = f.lowest < width ? f.lowest : i;
            f.highest = i;
        }
    return f;
}
#define FACT(name, macro, fact)                                \
    static uint64_t expect_##name(unsigned width, uint64_t *a) \
    {                                                          \
        struct facts f = facts(width, a[0]);                   \
        return (uint64_t)(fact);                               \
    }                                                          \
    ADAPT64(name, macro(a[0]))
FACT(c_popcount, BMILL_C_POPCOUNT, f.ones)
FACT(c_parity, BMILL_C_PARITY, f.ones % 2)
FACT(c_bit_width, BMILL_C_BIT_WIDTH, f.ones ? f.highest + 1 : 0)
FACT(c_clz, BMILL_C_CLZ, f.ones ? 63 - f.highest : 64)
FACT(c_ctz, BMILL_C_CTZ, f.lowest)
FACT(c_log2_floor, BMILL_C_LOG2_FLOOR, f.highest)
FACT(c_log2_ceil, BMILL_C_LOG2_CEIL, f.ones > 1 ? f.highest + 1 : f.ones ? f.highest : 0)
FACT(c_is_pow2, BMILL_C_IS_POW2, f.ones == 1)
FACT(c_floor_pow2, BMILL_C_FLOOR_POW2, f.ones ? range(64, f.highest, 1) : 0)
FACT(c_ceil_pow2, BMILL_C_CEIL_POW2, f.ones > 1 ? range(64, f.highest + 1, 1) : f.ones ? a[0] : 1)

static uint64_t expect_c_align_down(unsigned width, uint64_t *a)
{
    (void)width;
    return a[1] ? a[0] / a[1] * a[1] : 0;
}
static uint64_t expect_c_align_up(unsigned width, uint64_t *a)
{
    uint64_t down = expect_c_align_down(width, a);
    return down == a[0] || a[1] == 0 ? down : down + a[1];
}
static uint64_t expect_c_is_aligned(unsigned width, uint64_t *a)
{
    return expect_c_align_down(width, a) == a[0];
}
static uint64_t expect_c_reverse8(unsigned width, uint64_t *a)
{
    uint64_t result = 0;
    for (unsigned i = 0; i < width / 8; i++)
        result |= (uint64_t)bit(a[0], i) << (7 - i);
    return result;
}

ADAPT64(c_bit, BMILL_C_BIT((unsigned)a[0]))
ADAPT64(c_low_mask, BMILL_C_LOW_MASK((unsigned)a[0]))
ADAPT64(c_mask, BMILL_C_MASK((unsigned)a[0], (unsigned)a[1]))
ADAPT64(c_align_up, BMILL_C_ALIGN_UP(a[0], a[1]))
ADAPT64(c_align_down, BMILL_C_ALIGN_DOWN(a[0], a[1]))
ADAPT64(c_is_aligned, BMILL_C_IS_ALIGNED(a[0], a[1]))
ADAPT64(c_reverse8, BMILL_C_REVERSE8(a[0]))

/* ---- Each macro against the function of the same name ---- */

#define TWIN(name, macro, function)                            \
    static uint64_t expect_##name(unsigned width, uint64_t *a) \
    {                                                          \
        return (void)width, (uint64_t)(function);              \
    }                                                          \
    ADAPT64(name, macro)
TWIN(f_bit, BMILL_C_BIT((unsigned)a[0]), bmill_set_u64(0, (unsigned)a[0]))
TWIN(f_low_mask, BMILL_C_LOW_MASK((unsigned)a[0]), bmill_low_mask_u64((unsigned)a[0]))
TWIN(f_mask, BMILL_C_MASK((unsigned)a[0], (unsigned)a[1]),
     bmill_mask_u64((unsigned)a[0], (unsigned)a[1]))
TWIN(f_popcount, BMILL_C_POPCOUNT(a[0]), bmill_popcount_u64(a[0]))
TWIN(f_parity, BMILL_C_PARITY(a[0]), bmill_parity_u64(a[0]))
TWIN(f_bit_width, BMILL_C_BIT_WIDTH(a[0]), bmill_bit_width_u64(a[0]))
TWIN(f_clz, BMILL_C_CLZ(a[0]), bmill_clz_u64(a[0]))
TWIN(f_ctz, BMILL_C_CTZ(a[0]), bmill_ctz_u64(a[0]))
TWIN(f_log2_floor, BMILL_C_LOG2_FLOOR(a[0]), bmill_log2_floor_u64(a[0]))
TWIN(f_log2_ceil, BMILL_C_LOG2_CEIL(a[0]), bmill_log2_ceil_u64(a[0]))
TWIN(f_is_pow2, BMILL_C_IS_POW2(a[0]), bmill_is_pow2_u64(a[0]))
TWIN(f_floor_pow2, BMILL_C_FLOOR_POW2(a[0]), bmill_floor_pow2_u64(a[0]))
TWIN(f_ceil_pow2, BMILL_C_CEIL_POW2(a[0]), bmill_ceil_pow2_u64(a[0]))
TWIN(f_align_up, BMILL_C_ALIGN_UP(a[0], a[1]), bmill_align_up_u64(a[0], a[1]))
TWIN(f_align_down, BMILL_C_ALIGN_DOWN(a[0], a[1]), bmill_align_down_u64(a[0], a[1]))
TWIN(f_is_aligned, BMILL_C_IS_ALIGNED(a[0], a[1]), bmill_is_aligned_u64(a[0], a[1]))
TWIN(f_reverse8, BMILL_C_REVERSE8(a[0]), bmill_reverse_u8((uint8_t)a[0]))

static const struct verb verbs[] = {
    VERB(c_bit, "n"),         VERB(c_low_mask, "n"),    VERB(c_mask, "nn"),
    VERB(c_popcount, "x"),    VERB(c_parity, "x"),      VERB(c_bit_width, "x"),
    VERB(c_clz, "x"),         VERB(c_ctz, "x"),         VERB(c_log2_floor, "x"),
    VERB(c_log2_ceil, "x"),   VERB(c_is_pow2, "x"),     VERB(c_floor_pow2, "x"),
    VERB(c_ceil_pow2, "x"),   VERB(c_align_up, "xa"),   VERB(c_align_down, "xa"),
    VERB(c_is_aligned, "xa"), VERB(c_reverse8, "x"),    VERB(f_bit, "n"),
    VERB(f_low_mask, "n"),    VERB(f_mask, "nn"),       VERB(f_popcount, "x"),
    VERB(f_parity, "x"),      VERB(f_bit_width, "x"),   VERB(f_clz, "x"),
    VERB(f_ctz, "x"),         VERB(f_log2_floor, "x"),  VERB(f_log2_ceil, "x"),
    VERB(f_is_pow2, "x"),     VERB(f_floor_pow2, "x"),  VERB(f_ceil_pow2, "x"),
    VERB(f_align_up, "xa"),   VERB(f_align_down, "xa"), VERB(f_is_aligned, "xa"),
    VERB(f_reverse8, "x"),
};

int main(void)
{
    Suite *suite = VERBS_SUITE("constant");
    tcase_add_test(add_case(suite, "places"), constants_stand_wherever_one_is_asked_for);
    return run_suite(suite);
}
