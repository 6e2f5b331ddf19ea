/* move.c: the validity bitmap of a column (bit i: row i has a value) follows its rows: two chunks
 * are joined, a row is inserted, another is deleted, and a filter keeps some.
 *
 *   cc -O2 move.c -o move $(pkg-config --cflags --libs bitmill)
 *
 * Prints:
 *   first chunk    11101
 *   second chunk   0111111
 *   appended       111010111111
 *   row 2 inserted 1101010111111
 *   row 0 deleted  101010111111
 *   rows to keep   100110011001
 *   kept           101111
 */
#include <bitmill.h>
#include <stdio.h>

static void print(const char *what, const void *bits, size_t nbits)
{
    printf("%-14s ", what);
    for (size_t i = 0; i < nbits; i++)
        putchar(bmill_bits_is_set(bits, i) ? '1' : '0');
    putchar('\n');
}

int main(void)
{
    unsigned char valid[2] = {0x17}, second[1] = {0x7e}, keep[2] = {0x99, 0x09};
    size_t rows = 5, more = 7;
    print("first chunk", valid, rows);
    print("second chunk", second, more);

    bmill_bits_copy(valid, rows, second, 0, more); /* to bit 5, inside a byte */
    rows += more;
    print("appended", valid, rows);

    bmill_bits_insert_range(valid, ++rows, 2, 1); /* a row without a value yet */
    print("row 2 inserted", valid, rows);

    bmill_bits_delete_range(valid, rows--, 0, 1);
    print("row 0 deleted", valid, rows);

    print("rows to keep", keep, rows);
    rows = bmill_bits_pext(valid, valid, keep, rows);
    print("kept", valid, rows);
    return 0;
}
