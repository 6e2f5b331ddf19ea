/* test_permute.c: word/permute.h bit by bit. */
#include "verbs.h"

static uint64_t want_reverse(unsigned bits, uint64_t a, uint64_t b, uint64_t c)
{
    uint64_t result = 0;
    (void)b, (void)c;
    for (unsigned i = 0; i < bits; i++)
        result |= (uint64_t)bit(a, i) << (bits - 1 - i);
    return result;
}

static uint64_t want_byteswap(unsigned bits, uint64_t a, uint64_t b, uint64_t c)
{
    uint64_t result = 0;
    (void)b, (void)c;
    for (unsigned i = 0; i < bits; i++)
        result |= (uint64_t)bit(a, i) << (bits - 8 - i / 8 * 8 + i % 8);
    return result;
}

static uint64_t want_rotl(unsigned bits, uint64_t a, uint64_t n, uint64_t c)
{
    uint64_t result = 0;
    (void)c;
    for (unsigned i = 0; i < bits; i++)
        result |= (uint64_t)bit(a, i) << (i + n) % bits;
    return result;
}

static uint64_t want_rotr(unsigned bits, uint64_t a, uint64_t n, uint64_t c)
{
    uint64_t result = 0;
    (void)c;
    for (unsigned i = 0; i < bits; i++)
        result |= (uint64_t)bit(a, (i + n) % bits) << i;
    return result;
}

/* Also where the preconditions do not hold: what each pair does is done to both of its bits. */
static uint64_t want_delta_swap(unsigned bits, uint64_t a, uint64_t mask, uint64_t shift)
{
    uint64_t result = a;
    for (unsigned i = 0; i < bits && shift < bits; i++) {
        uint64_t partner = i + shift;
        uint64_t differ = bit(a, i) ^ (partner < bits ? bit(a, partner) : 0u);
        if (bit(mask, i)) {
            result ^= differ << i;
            result ^= partner < bits ? differ << partner : 0;
        }
    }
    return result;
}

static uint64_t want_transpose8x8(unsigned bits, uint64_t a, uint64_t b, uint64_t c)
{
    uint64_t result = 0;
    (void)bits, (void)b, (void)c;
    for (unsigned row = 0; row < 8; row++)
        for (unsigned column = 0; column < 8; column++)
            result |= (uint64_t)bit(a, 8 * row + column) << (8 * column + row);
    return result;
}

ADAPT(reverse, (T)a)
ADAPT(byteswap, (T)a)
ADAPT(rotl, (T)a, (unsigned)b)
ADAPT(rotr, (T)a, (unsigned)b)
ADAPT(delta_swap, (T)a, (T)b, (unsigned)c)
ADAPT64(transpose8x8, bmill_transpose8x8_u64(a))

static const struct verb verbs[] = {VERB(reverse, X),      VERB(byteswap, X),
                                    VERB(rotl, XN),        VERB(rotr, XN),
                                    VERB(delta_swap, XYN), VERB64(transpose8x8, X)};

int main(void)
{
    Suite *suite = suite_create("permute");
    add_verbs(suite, verbs, sizeof verbs / sizeof verbs[0]);
    return run_suite(suite);
}
