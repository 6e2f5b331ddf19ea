/* frames.c: frames in a stream of bits, between flags 01111110, as HDLC has them: they begin at any
 * bit.
 *
 *   cc -O2 frames.c -o frames $(pkg-config --cflags --libs bitmill)
 *
 * Prints:
 *   3 flags in 88 bits
 *   frame of 16 bits from 11: 4869
 *   frame of 24 bits from 35: 627974
 */
#include <bitmill.h>
#include <bitmill/bits/search.h>
#include <stdio.h>

enum { BITS = 88, FLAG = 0x7e };

int main(void)
{
    unsigned char stream[BITS / 8] = {0}, flag = FLAG;
    const unsigned long long parts[][2] = {/* count, value */
                                           {3, 0},    {8, FLAG},      {16, 0x4869},
                                           {8, FLAG}, {24, 0x627974}, {8, FLAG}};
    size_t at = 0, next;

    for (size_t i = 0; i < sizeof parts / sizeof *parts; at += parts[i++][0])
        bmill_bits_write(stream, at, parts[i][0], parts[i][1]);

    printf("%zu flags in %d bits\n", bmill_bits_count_pattern(stream, &flag, BITS, 8), BITS);
    at = bmill_bits_find_first_pattern(stream, &flag, BITS, 8) + 8;
    while ((next = bmill_bits_find_next_pattern(stream, &flag, BITS, at, 8)) < BITS) {
        printf("frame of %zu bits from %zu: %llx\n", next - at, at,
               (unsigned long long)bmill_bits_read(stream, at, next - at));
        at = next + 8;
    }
    return 0;
}
