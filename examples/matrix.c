/* matrix.c: matrices of bits: a glyph is turned by 90 degrees, and numbers are taken apart into bit
 * planes, where the bits of one kind can be counted at once.
 *
 *   cc -O2 matrix.c -o matrix $(pkg-config --cflags --libs bitmill)
 *
 * Prints:
 *   ######..  ........
 *   ##......  ........
 *   ##......  #.......
 *   ####....  #.......
 *   ##......  #..#....
 *   ##......  #..#....
 *   ##......  #######.
 *   ........  #######.
 *   13 of 1000 temperatures are 128 or more
 */
#include <bitmill.h>
#include <bitmill/bits/matrix.h>
#include <stdio.h>

enum { N = 1000 };

static void print_row(const unsigned char *row, const char *end)
{
    for (size_t i = 0; i < 8; i++)
        putchar(bmill_bits_is_set(row, i) ? '#' : '.');
    printf("%s", end);
}

int main(void)
{
    /* Row r is byte r, its column c bit c. To turn a picture to the left, transpose it and take the
     * rows from the last one on. */
    unsigned char glyph[8] = {0x3f, 0x03, 0x03, 0x0f, 0x03, 0x03, 0x03, 0}, turned[8];
    unsigned char temperature[N], planes[8][N / 8];
    bmill_bits_transpose_8x8(turned, glyph);
    for (size_t r = 0; r < 8; r++) {
        print_row(&glyph[r], "  ");
        print_row(&turned[7 - r], "\n");
    }

    /* Bit 7 of each of 1000 numbers of 8 bits is a bitmap of its own: planes[7]. */
    for (size_t i = 0; i < N; i++)
        temperature[i] = (unsigned char)(15 + i % 10 + (i % 83 == 0 ? 120 : 0));
    bmill_bits_shuffle_u8(planes, temperature, N);
    printf("%zu of %d temperatures are 128 or more\n", bmill_bits_count(planes[7], N), N);
    return 0;
}
