/* positional.c: how often is each flag set? The flags of a record are a number of 16 bits, as in
 * tables of aligned DNA; all 16 counts come from one pass.
 *
 *   cc -O2 positional.c -o positional $(pkg-config --cflags --libs bitmill)
 *
 * Prints:
 *   paired            1000
 *   in a proper pair   900
 *   unmapped            40
 *   reverse strand     500
 *   duplicate           91
 */
#include <bitmill.h>
#include <bitmill/bits/positional.h>
#include <stdio.h>

enum { PAIRED = 0, PROPER_PAIR = 1, UNMAPPED = 2, REVERSE = 4, DUPLICATE = 10, READS = 1000 };

int main(void)
{
    uint16_t flags[READS];
    size_t counts[16];
    for (unsigned i = 0; i < READS; i++) {
        flags[i] = bmill_set_u16(0, PAIRED);
        flags[i] = bmill_modify_u16(flags[i], PROPER_PAIR, i % 10 != 0);
        flags[i] = bmill_modify_u16(flags[i], UNMAPPED, i % 25 == 0);
        flags[i] = bmill_modify_u16(flags[i], REVERSE, i % 2 != 0);
        flags[i] = bmill_modify_u16(flags[i], DUPLICATE, i % 11 == 0);
    }
    bmill_bits_positional_count_u16(counts, flags, READS);
    printf("paired           %5zu\n", counts[PAIRED]);
    printf("in a proper pair %5zu\n", counts[PROPER_PAIR]);
    printf("unmapped         %5zu\n", counts[UNMAPPED]);
    printf("reverse strand   %5zu\n", counts[REVERSE]);
    printf("duplicate        %5zu\n", counts[DUPLICATE]);
    return 0;
}
