/* arith.c: word/arith.h against addition and comparison done bit by bit. */
#include "harness/verbs.h"

/* The sum of two numbers: its low bits, and the carry out of them. */
struct sum {
    uint64_t low;
    bool carry;
};

static struct sum add(unsigned width, uint64_t a, uint64_t b, bool carry)
{
    struct sum sum = {0, carry};
    for (unsigned i = 0; i < width; i++) {
        unsigned ones = (unsigned)bit(a, i) + bit(b, i) + sum.carry;
        sum.low |= (uint64_t)(ones & 1) << i;
        sum.carry = ones > 1;
    }
    return sum;
}

static uint64_t half(unsigned width, struct sum sum)
{
    return (sum.low >> 1) | (uint64_t)sum.carry << (width - 1);
}

/* a - b is a + ~b + 1, which carries unless b is greater than a. */
static struct sum subtract(unsigned width, uint64_t a, uint64_t b)
{
    return add(width, a, ~b, true);
}

static uint64_t expect_avg_floor(unsigned width, uint64_t *a)
{
    return half(width, add(width, a[0], a[1], false));
}
static uint64_t expect_avg_ceil(unsigned width, uint64_t *a)
{
    return half(width, add(width, a[0], a[1], true));
}
static uint64_t expect_abs_diff(unsigned width, uint64_t *a)
{
    struct sum less = subtract(width, a[0], a[1]);
    return less.carry ? less.low : subtract(width, a[1], a[0]).low;
}
static uint64_t expect_sat_add(unsigned width, uint64_t *a)
{
    struct sum sum = add(width, a[0], a[1], false);
    return sum.carry ? ~UINT64_C(0) >> (64 - width) : sum.low;
}
static uint64_t expect_sat_sub(unsigned width, uint64_t *a)
{
    struct sum less = subtract(width, a[0], a[1]);
    return less.carry ? less.low : 0;
}

static uint64_t expect_sign(unsigned width, uint64_t *a)
{
    for (unsigned i = width; i-- > 0;)
        if (bit(a[0], i))
            return i == width - 1 ? (uint64_t)-1 : 1;
    return 0;
}

static uint64_t expect_zero_bytes(unsigned width, uint64_t *a)
{
    uint64_t result = 0;
    for (unsigned i = 0; i < width; i += 8) {
        bool zero = true;
        for (unsigned k = i; k < i + 8; k++)
            zero = zero && !bit(a[0], k);
        result |= (uint64_t)zero << (i + 7);
    }
    return result;
}
static uint64_t expect_has_zero_byte(unsigned width, uint64_t *a)
{
    return expect_zero_bytes(width, a) != 0;
}

ADAPT(avg_floor, (T)a[0], (T)a[1])
ADAPT(avg_ceil, (T)a[0], (T)a[1])
ADAPT(abs_diff, (T)a[0], (T)a[1])
ADAPT(sat_add, (T)a[0], (T)a[1])
ADAPT(sat_sub, (T)a[0], (T)a[1])
ADAPT(sign, (T)a[0])
ADAPT(zero_bytes, (T)a[0])
ADAPT(has_zero_byte, (T)a[0])

static const struct verb verbs[] = {
    VERB(avg_floor, "xx"), VERB(avg_ceil, "xx"), VERB(abs_diff, "xx"),  VERB(sat_add, "xx"),
    VERB(sat_sub, "xx"),   VERB(sign, "x"),      VERB(zero_bytes, "x"), VERB(has_zero_byte, "x")};

/* Each of the eight bytes is one of the values at which carries and borrows go on to the next. */
START_TEST(zero_bytes_of_all_neighbours)
{
    static const unsigned edge[] = {0x00, 0x01, 0x80, 0xff};
    for (unsigned n = 0; n < 65536; n++) {
        uint64_t x = 0;
        for (unsigned i = 0, rest = n; i < 8; i++, rest /= 4)
            x |= (uint64_t)edge[rest % 4] << 8 * i;
        uint32_t low = (uint32_t)x;
        ck_assert(bmill_zero_bytes_u64(x) == expect_zero_bytes(64, &x));
        ck_assert(bmill_has_zero_byte_u64(x) == expect_has_zero_byte(64, &x));
        ck_assert(bmill_zero_bytes_u32(low) == expect_zero_bytes(32, &x));
        ck_assert(bmill_has_zero_byte_u32(low) == expect_has_zero_byte(32, &x));
    }
}
END_TEST

int main(void)
{
    Suite *suite = VERBS_SUITE("arith");
    tcase_add_test(add_case(suite, "bytes"), zero_bytes_of_all_neighbours);
    return run_suite(suite);
}
