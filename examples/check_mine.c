/* check_mine.c: is my own function right? A law of <bitmill/learn/laws.h> says so, or gives the
 * least input for which the function is wrong. Needs the headers, no library:
 *
 *   cc -O2 check_mine.c -o check_mine $(pkg-config --cflags bitmill)
 *
 * Prints:
 *   popcount_u32: mine(0x80000000) is 0, expected 1
 *   is_pow2_u32: mine(0x0) is 1, expected 0
 *   is_pow2_nonzero_u32: right
 *   rotl_u8: mine(0x2, 7) is 0, expected 1
 */
#include <bitmill/learn/laws.h>
#include <inttypes.h>
#include <stdio.h>

/* Stops one bit too early. */
static unsigned my_popcount(uint32_t x)
{
    unsigned count = 0;
    for (int i = 0; i < 31; i++)
        count += x >> i & 1;
    return count;
}

/* Clearing the lowest 1 bit leaves 0, also where there was none. */
static bool my_is_pow2(uint32_t x) { return (x & (x - 1)) == 0; }

/* Shifts, and loses the bits that leave at the top. */
static uint8_t my_rotl(uint8_t x, unsigned i) { return (uint8_t)(x << i); }

int main(void)
{
    bmill_counterexample c; /* written only if a law does not hold */

    if (!bmill_law_popcount_u32(my_popcount, &c))
        printf("%s: mine(0x%" PRIx64 ") is %" PRIu64 ", expected %" PRIu64 "\n", c.law, c.x, c.got,
               c.expected);
    if (!bmill_law_is_pow2_u32(my_is_pow2, &c))
        printf("%s: mine(0x%" PRIx64 ") is %" PRIu64 ", expected %" PRIu64 "\n", c.law, c.x, c.got,
               c.expected);
    if (bmill_law_is_pow2_nonzero_u32(my_is_pow2, &c)) /* the same, but does not ask about 0 */
        puts("is_pow2_nonzero_u32: right");
    if (!bmill_law_rotl_u8(my_rotl, &c))
        printf("%s: mine(0x%" PRIx64 ", %u) is %" PRIu64 ", expected %" PRIu64 "\n", c.law, c.x,
               c.i, c.got, c.expected);
    return 0;
}
