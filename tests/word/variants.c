/* variants.c: every variant of bitmill/learn/variants.h, and beside it the main helper, against a
 * loop over bits.
 *
 * The reference loops take one bit at a time and have a volatile step, so that no compiler turns
 * them into one instruction, whichever flags it gets. It may do that to the variants, if the target
 * has the instruction (gcc and clang recognise the clearing loop as popcnt). The flags of configure
 * name no processor, so there the variants are tested as they are written.
 */
#include "harness/verbs.h"
#include <bitmill/learn/variants.h>

static const volatile unsigned one = 1;

/* i = 0, 1, 2, ... below width; `one` is 1, and volatile. */
#define EACH_BIT(i) \
    unsigned i = 0; \
    i < width;      \
    i += one

static uint64_t expect_popcount(unsigned width, uint64_t *a)
{
    uint64_t n = 0;
    for (EACH_BIT(i))
        n += bit(a[0], i);
    return n;
}

static uint64_t expect_parity(unsigned width, uint64_t *a) { return expect_popcount(width, a) % 2; }

static uint64_t expect_clz(unsigned width, uint64_t *a)
{
    uint64_t n = width;
    for (EACH_BIT(i))
        n = bit(a[0], i) ? width - 1 - i : n;
    return n;
}

static uint64_t expect_ctz(unsigned width, uint64_t *a)
{
    for (EACH_BIT(i))
        if (bit(a[0], i))
            return i;
    return width;
}

static uint64_t expect_reverse(unsigned width, uint64_t *a)
{
    uint64_t result = 0;
    for (EACH_BIT(i))
        result |= (uint64_t)bit(a[0], i) << (width - 1 - i);
    return result;
}

static uint64_t expect_is_pow2(unsigned width, uint64_t *a)
{
    for (EACH_BIT(i))
        if (a[0] == UINT64_C(1) << i)
            return 1;
    return 0;
}

static uint64_t expect_ceil_pow2(unsigned width, uint64_t *a)
{
    for (EACH_BIT(i))
        if (a[0] <= UINT64_C(1) << i)
            return UINT64_C(1) << i;
    return 0;
}

static uint64_t expect_select(unsigned width, uint64_t *a)
{
    uint64_t k = a[1];
    for (EACH_BIT(i))
        if (bit(a[0], i) && k-- == 0)
            return i;
    return width;
}

static uint64_t expect_morton2(unsigned width, uint64_t *a)
{
    uint64_t result = 0;
    for (EACH_BIT(i))
        result |= (uint64_t)bit(a[i % 2], i / 2) << i;
    return result;
}

/* The new state is the lowest bit of a[2]. */
static uint64_t expect_modify(unsigned width, uint64_t *a)
{
    uint64_t result = 0;
    for (EACH_BIT(i))
        result |= (uint64_t)(i == a[1] % width ? bit(a[2], 0) : bit(a[0], i)) << i;
    return result;
}

/* What a verb takes, and how its arguments are made. */
#define TAKES_popcount    "x"
#define TAKES_parity      "x"
#define TAKES_clz         "x"
#define TAKES_ctz         "x"
#define TAKES_reverse     "x"
#define TAKES_is_pow2     "x"
#define TAKES_ceil_pow2   "x"
#define TAKES_select      "xn"
#define TAKES_morton2     "xx"
#define TAKES_modify      "xnx"
#define CALL_popcount(f)  f((T)a[0])
#define CALL_parity(f)    f((T)a[0])
#define CALL_clz(f)       f((T)a[0])
#define CALL_ctz(f)       f((T)a[0])
#define CALL_reverse(f)   f((T)a[0])
#define CALL_is_pow2(f)   f((T)a[0])
#define CALL_ceil_pow2(f) f((T)a[0])
#define CALL_select(f)    f((T)a[0], (unsigned)a[1])
#define CALL_morton2(f)   f((T)a[0], (T)a[1])
#define CALL_modify(f)    f((T)a[0], (unsigned)a[1], a[2] & 1)

typedef uint8_t type_u8;
typedef uint16_t type_u16;
typedef uint32_t type_u32;
typedef uint64_t type_u64;

/* The main helper is another spelling of the variant. */
/* clang-format off */
#define ADAPT_VARIANT(verb, method, width)                                                         \
    ADAPTER(verb##_##method##_##width, type_##width,                                               \
            CALL_##verb(bmill_##verb##_by_##method##_##width))                                     \
    ADAPTER(verb##_##method##_##width##_main, type_##width, CALL_##verb(bmill_##verb##_##width))   \
    static const struct spelling spellings_of_##verb##_##method##_##width[] = {                    \
        {"bmill_" #verb "_by_" #method "_" #width, 8 * sizeof(type_##width),                       \
         verb##_##method##_##width},                                                               \
        {"bmill_" #verb "_" #width, 8 * sizeof(type_##width), verb##_##method##_##width##_main},   \
        {NULL, 0, NULL}};
BMILL_VARIANTS(ADAPT_VARIANT)

#define ROW(verb, method, width)                        \
    {#verb "_by_" #method, TAKES_##verb, expect_##verb, \
     spellings_of_##verb##_##method##_##width},
/* clang-format on */
static const struct verb verbs[] = {BMILL_VARIANTS(ROW)};

/* All values of 16 bits, at the low and at the high end of the width, with every k up to 17, or the
 * indices at the ends of the value. Special and drawn values, all indices and pairs: verbs.c. */
START_TEST(all_16_bit_values_are_right)
{
    static const uint64_t indices[] = {0, 1, 7, 15, 31, 63};
    const struct verb *v = &verbs[_i];
    unsigned width = v->spellings->width;
    bool counts = v->takes[1] == 'n', modifies = counts && v->takes[2] == 'x';
    unsigned rounds = modifies ? 12 : counts ? 18 : 1;
    for (uint64_t x = 0; x <= 0xffff && x >> (width - 1) <= 1; x++)
        for (unsigned k = 0; k < rounds; k++)
            for (unsigned high = 0; high < 2; high++) {
                uint64_t a[MAX_ARGS] = {0};
                a[0] = high && width > 16 ? x << (width - 16) : x;
                a[1] = modifies ? indices[k / 2] : counts ? k : x * 0x9e37 % 0x10000;
                a[2] = modifies ? k & 1 : 0;
                check_verb(v, width, a);
            }
}
END_TEST

int main(void)
{
    Suite *suite = VERBS_SUITE("variants");
    tcase_add_loop_test(add_case(suite, "16 bits"), all_16_bit_values_are_right, 0,
                        (int)(sizeof verbs / sizeof verbs[0]));
    return run_suite(suite);
}
