/* test_arith.c: word/arith.h against addition and comparison done bit by bit. */
#include "verbs.h"

/* The sum of two numbers and, with its carry, half of it. */
struct sum {
    uint64_t low;
    bool carry;
};

static struct sum add(unsigned bits, uint64_t a, uint64_t b, bool carry)
{
    struct sum sum = {0, carry};
    for (unsigned i = 0; i < bits; i++) {
        unsigned ones = (unsigned)bit(a, i) + bit(b, i) + sum.carry;
        sum.low |= (uint64_t)(ones & 1) << i;
        sum.carry = ones > 1;
    }
    return sum;
}

static uint64_t half(unsigned bits, struct sum sum)
{
    return (sum.low >> 1) | (uint64_t)sum.carry << (bits - 1);
}

/* a less b is a plus the complement of b plus 1, which carries if b is not the greater one. */
static struct sum subtract(unsigned bits, uint64_t a, uint64_t b) { return add(bits, a, ~b, true); }

static uint64_t want_avg_floor(unsigned bits, uint64_t a, uint64_t b, uint64_t c)
{
    return (void)c, half(bits, add(bits, a, b, false));
}
static uint64_t want_avg_ceil(unsigned bits, uint64_t a, uint64_t b, uint64_t c)
{
    return (void)c, half(bits, add(bits, a, b, true));
}
static uint64_t want_abs_diff(unsigned bits, uint64_t a, uint64_t b, uint64_t c)
{
    struct sum less = subtract(bits, a, b);
    return (void)c, less.carry ? less.low : subtract(bits, b, a).low;
}
static uint64_t want_sat_add(unsigned bits, uint64_t a, uint64_t b, uint64_t c)
{
    struct sum sum = add(bits, a, b, false);
    return (void)c, sum.carry ? ~UINT64_C(0) >> (64 - bits) : sum.low;
}
static uint64_t want_sat_sub(unsigned bits, uint64_t a, uint64_t b, uint64_t c)
{
    struct sum less = subtract(bits, a, b);
    return (void)c, less.carry ? less.low : 0;
}

static uint64_t want_sign(unsigned bits, uint64_t a, uint64_t b, uint64_t c)
{
    (void)b, (void)c;
    for (unsigned i = bits; i-- > 0;)
        if (bit(a, i))
            return i == bits - 1 ? (uint64_t)-1 : 1;
    return 0;
}

static uint64_t want_zero_bytes(unsigned bits, uint64_t a, uint64_t b, uint64_t c)
{
    uint64_t result = 0;
    (void)b, (void)c;
    for (unsigned i = 0; i < bits; i += 8) {
        bool zero = true;
        for (unsigned k = i; k < i + 8; k++)
            zero = zero && !bit(a, k);
        result |= (uint64_t)zero << (i + 7);
    }
    return result;
}
static uint64_t want_has_zero_byte(unsigned bits, uint64_t a, uint64_t b, uint64_t c)
{
    return want_zero_bytes(bits, a, b, c) != 0;
}

ADAPT(avg_floor, (T)a, (T)b)
ADAPT(avg_ceil, (T)a, (T)b)
ADAPT(abs_diff, (T)a, (T)b)
ADAPT(sat_add, (T)a, (T)b)
ADAPT(sat_sub, (T)a, (T)b)
ADAPT(sign, (T)a)
ADAPT(zero_bytes, (T)a)
ADAPT(has_zero_byte, (T)a)

static const struct verb verbs[] = {VERB(avg_floor, XY), VERB(avg_ceil, XY),    VERB(abs_diff, XY),
                                    VERB(sat_add, XY),   VERB(sat_sub, XY),     VERB(sign, X),
                                    VERB(zero_bytes, X), VERB(has_zero_byte, X)};

/* Each byte out of those around which carries and borrows run. */
START_TEST(zero_bytes_of_all_neighbours)
{
    static const unsigned edge[] = {0x00, 0x01, 0x80, 0xff};
    for (unsigned n = 0; n < 65536; n++) {
        uint64_t x = 0;
        for (unsigned i = 0, rest = n; i < 8; i++, rest /= 4)
            x |= (uint64_t)edge[rest % 4] << 8 * i;
        ck_assert(bmill_zero_bytes_u64(x) == want_zero_bytes(64, x, 0, 0));
        ck_assert(bmill_has_zero_byte_u64(x) == (want_zero_bytes(64, x, 0, 0) != 0));
        uint32_t low = (uint32_t)x;
        ck_assert(bmill_zero_bytes_u32(low) == want_zero_bytes(32, low, 0, 0));
        ck_assert(bmill_has_zero_byte_u32(low) == (want_zero_bytes(32, low, 0, 0) != 0));
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("arith");
    add_verbs(suite, verbs, sizeof verbs / sizeof verbs[0]);
    tcase_add_test(add_case(suite, "bytes"), zero_bytes_of_all_neighbours);
    return run_suite(suite);
}
