/* test_variants.c: every way of bitmill/variants.h, and next to each the main helper, against a
 * loop over bits.
 *
 * The loops read one place at a time, with a limit that is volatile: no compiler makes one
 * instruction of them, with whatever flags. Those under test may become one, if the target has it
 * (gcc and clang know the clearing loop as popcnt); with the flags of configure, which name no
 * processor, they are tested as they are written.
 */
#include "verbs.h"
#include <bitmill/variants.h>
#include <inttypes.h>

static const volatile unsigned one = 1;

/* The loops are over i = 0, one, 2 one, ... below bits. */
#define EACH_BIT(i) \
    unsigned i = 0; \
    i < bits;       \
    i += one

static uint64_t want_popcount(unsigned bits, uint64_t a, uint64_t b, uint64_t c)
{
    uint64_t n = 0;
    (void)b, (void)c;
    for (EACH_BIT(i))
        n += bit(a, i);
    return n;
}

static uint64_t want_parity(unsigned bits, uint64_t a, uint64_t b, uint64_t c)
{
    return want_popcount(bits, a, b, c) % 2;
}

static uint64_t want_clz(unsigned bits, uint64_t a, uint64_t b, uint64_t c)
{
    uint64_t n = bits;
    (void)b, (void)c;
    for (EACH_BIT(i))
        n = bit(a, i) ? bits - 1 - i : n;
    return n;
}

static uint64_t want_ctz(unsigned bits, uint64_t a, uint64_t b, uint64_t c)
{
    (void)b, (void)c;
    for (EACH_BIT(i))
        if (bit(a, i))
            return i;
    return bits;
}

static uint64_t want_reverse(unsigned bits, uint64_t a, uint64_t b, uint64_t c)
{
    uint64_t result = 0;
    (void)b, (void)c;
    for (EACH_BIT(i))
        result |= (uint64_t)bit(a, i) << (bits - 1 - i);
    return result;
}

static uint64_t want_is_pow2(unsigned bits, uint64_t a, uint64_t b, uint64_t c)
{
    (void)b, (void)c;
    for (EACH_BIT(i))
        if (a == UINT64_C(1) << i)
            return 1;
    return 0;
}

static uint64_t want_ceil_pow2(unsigned bits, uint64_t a, uint64_t b, uint64_t c)
{
    (void)b, (void)c;
    for (EACH_BIT(i))
        if (a <= UINT64_C(1) << i)
            return UINT64_C(1) << i;
    return 0;
}

static uint64_t want_select(unsigned bits, uint64_t a, uint64_t k, uint64_t c)
{
    (void)c;
    for (EACH_BIT(i))
        if (bit(a, i) && k-- == 0)
            return i;
    return bits;
}

static uint64_t want_morton2(unsigned bits, uint64_t a, uint64_t b, uint64_t c)
{
    uint64_t result = 0;
    (void)c;
    for (EACH_BIT(i))
        result |= (uint64_t)bit(i % 2 ? b : a, i / 2) << i;
    return result;
}

/* The last argument is a count, the index; the state is the lowest bit of the second. */
static uint64_t want_modify(unsigned bits, uint64_t a, uint64_t state, uint64_t index)
{
    uint64_t result = 0;
    for (EACH_BIT(i))
        result |= (uint64_t)bit(i == index % bits ? state : a, i == index % bits ? 0 : i) << i;
    return result;
}

/* How the arguments of a verb are made. */
#define CALL_popcount(f)  f((T)a)
#define CALL_parity(f)    f((T)a)
#define CALL_clz(f)       f((T)a)
#define CALL_ctz(f)       f((T)a)
#define CALL_reverse(f)   f((T)a)
#define CALL_is_pow2(f)   f((T)a)
#define CALL_ceil_pow2(f) f((T)a)
#define CALL_select(f)    f((T)a, (unsigned)b)
#define CALL_morton2(f)   f((T)a, (T)b)
#define CALL_modify(f)    f((T)a, (unsigned)c, b & 1)

enum {
    SHAPE_popcount = X,
    SHAPE_parity = X,
    SHAPE_clz = X,
    SHAPE_ctz = X,
    SHAPE_reverse = X,
    SHAPE_is_pow2 = X,
    SHAPE_ceil_pow2 = X,
    SHAPE_select = XN,
    SHAPE_morton2 = XY,
    SHAPE_modify = XYN
};

typedef uint8_t type_u8;
typedef uint16_t type_u16;
typedef uint32_t type_u32;
typedef uint64_t type_u64;
enum { AT_u8, AT_u16, AT_u32, AT_u64 };

#define ADAPT_VARIANT(verb, method, width)                    \
    ADAPT_(verb##_##method##_##width, type_##width,           \
           CALL_##verb(bmill_##verb##_by_##method##_##width)) \
    ADAPT_(verb##_##method##_##width##_main, type_##width, CALL_##verb(bmill_##verb##_##width))
BMILL_VARIANTS(ADAPT_VARIANT)

/* The main helper stands where verbs.h has the generic spelling. */
#define ROW(verb, method, width)                                       \
    {                                                                  \
        .name = #verb "_by_" #method,                                  \
        .shape = (enum shape)SHAPE_##verb,                             \
        .want = want_##verb,                                           \
        .call = {[AT_##width] = verb##_##method##_##width,             \
                 [AT_##width + 4] = verb##_##method##_##width##_main}, \
    },
static const struct verb variants[] = {BMILL_VARIANTS(ROW)};
enum { VARIANTS = sizeof variants / sizeof variants[0] };

/* All values of 16 bits, at the low and at the high end of the width, with every k up to 17, or the
 * indices at the ends of the value. Special and drawn values, all indices and pairs: verbs.c. */
START_TEST(all_16_bit_values_are_right)
{
    const struct verb *v = &variants[_i];
    unsigned width = v->call[0] ? 0 : v->call[1] ? 1 : v->call[2] ? 2 : 3, bits = 8u << width;
    static const uint64_t indices[] = {0, 1, 7, 15, 31, 63};
    unsigned rounds = v->shape == XN ? 18 : v->shape == XYN ? 12 : 1;
    for (uint64_t x = 0; x <= 0xffff && x >> bits == 0; x++)
        for (unsigned k = 0; k < rounds; k++)
            for (unsigned high = 0; high < 2; high++) {
                uint64_t a = high && bits > 16 ? x << (bits - 16) : x;
                uint64_t b = v->shape == XN ? k : v->shape == XY ? x * 0x9e37 % 0x10000 : k & 1;
                uint64_t c = v->shape == XYN ? indices[k / 2] : 0;
                uint64_t want = v->want(bits, a, b, c), is = v->call[width](a, b, c);
                uint64_t is_main = v->call[width + 4](a, b, c);
                if (is != want || is_main != want)
                    ck_abort_msg("%s, %u bits: a = %#" PRIx64 ", b = %#" PRIx64 ", c = %#" PRIx64
                                 ": is %#" PRIx64 ", main helper %#" PRIx64 ", expected %#" PRIx64,
                                 v->name, bits, a, b, c, is, is_main, want);
            }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("variants");
    add_verbs(suite, variants, VARIANTS);
    tcase_add_loop_test(add_case(suite, "16 bits"), all_16_bit_values_are_right, 0, VARIANTS);
    return run_suite(suite);
}
