/* ways_to_count.c: the 1 bits of one word, counted in each portable way of
 * bitmill/learn/variants.h, and the steps of the shortest way. Needs the headers, no library:
 *
 *   cc -O2 ways_to_count.c -o ways_to_count $(pkg-config --cflags bitmill)
 *
 * Prints:
 *   0x10b has 4 bits set, by loop
 *   0x10b has 4 bits set, by clearing
 *   0x10b has 4 bits set, by subtracting
 *   0x10b has 4 bits set, by table
 *   0x10b has 4 bits set, by swar
 *   0x10b has 4 bits set, by multiply
 *   0x10b has 4 bits set, by modulus
 *   clearing the lowest 1: 0x10b 0x10a 0x108 0x100 and nothing is left
 */
#include <bitmill/learn/variants.h>
#include <stdio.h>

int main(void)
{
    /* Each of them is right for every word; script/bench --word ranks them by speed. */
    static const struct {
        const char *method;
        unsigned (*count)(uint64_t x);
    } ways[] = {{"loop", bmill_popcount_by_loop_u64},
                {"clearing", bmill_popcount_by_clearing_u64},
                {"subtracting", bmill_popcount_by_subtracting_u64},
                {"table", bmill_popcount_by_table_u64},
                {"swar", bmill_popcount_by_swar_u64},
                {"multiply", bmill_popcount_by_multiply_u64},
                {"modulus", bmill_popcount_by_modulus_u64}};
    unsigned x = 0x10b;
    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++)
        printf("%#x has %u bits set, by %s\n", x, ways[i].count(x), ways[i].method);

    /* Subtracting 1 clears the lowest 1 bit and sets the bits below it; & clears both. */
    printf("clearing the lowest 1:");
    for (; x; x &= x - 1)
        printf(" %#x", x);
    printf(" and nothing is left\n");
    return 0;
}
