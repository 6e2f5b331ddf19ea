/* permute.c: word/permute.h bit by bit. */
#include "harness/verbs.h"

static uint64_t expect_reverse(unsigned width, uint64_t *a)
{
    uint64_t result = 0;
    for (unsigned i = 0; i < width; i++)
        result |= (uint64_t)bit(a[0], i) << (width - 1 - i);
    return result;
}

static uint64_t expect_byteswap(unsigned width, uint64_t *a)
{
    uint64_t result = 0;
    for (unsigned i = 0; i < width; i++)
        result |= (uint64_t)bit(a[0], i) << (width - 8 - i / 8 * 8 + i % 8);
    return result;
}

static uint64_t expect_rotl(unsigned width, uint64_t *a)
{
    uint64_t result = 0;
    for (unsigned i = 0; i < width; i++)
        result |= (uint64_t)bit(a[0], i) << (i + a[1]) % width;
    return result;
}

static uint64_t expect_rotr(unsigned width, uint64_t *a)
{
    uint64_t result = 0;
    for (unsigned i = 0; i < width; i++)
        result |= (uint64_t)bit(a[0], (i + a[1]) % width) << i;
    return result;
}

/* Right also where the preconditions do not hold: each pair changes both of its bits or none. */
static uint64_t expect_delta_swap(unsigned width, uint64_t *a)
{
    uint64_t result = a[0];
    for (unsigned i = 0; i < width && a[2] < width; i++) {
        uint64_t partner = i + a[2];
        uint64_t differ = bit(a[0], i) ^ (partner < width ? bit(a[0], partner) : 0u);
        if (bit(a[1], i)) {
            result ^= differ << i;
            result ^= partner < width ? differ << partner : 0;
        }
    }
    return result;
}

static uint64_t expect_transpose8x8(unsigned width, uint64_t *a)
{
    uint64_t result = 0;
    for (unsigned row = 0; row < width / 8; row++)
        for (unsigned column = 0; column < 8; column++)
            result |= (uint64_t)bit(a[0], 8 * row + column) << (8 * column + row);
    return result;
}

ADAPT(reverse, (T)a[0])
ADAPT(byteswap, (T)a[0])
ADAPT(rotl, (T)a[0], (unsigned)a[1])
ADAPT(rotr, (T)a[0], (unsigned)a[1])
ADAPT(delta_swap, (T)a[0], (T)a[1], (unsigned)a[2])
ADAPT64(transpose8x8, bmill_transpose8x8_u64(a[0]))

static const struct verb verbs[] = {VERB(reverse, "x"),      VERB(byteswap, "x"),
                                    VERB(rotl, "xn"),        VERB(rotr, "xn"),
                                    VERB(delta_swap, "xxn"), VERB(transpose8x8, "x")};

int main(void) { return run_suite(VERBS_SUITE("permute")); }
