/* order.c: sets as bitmaps, compared and sorted: which machines can run a program, which can stand
 * in for each other, and how many kinds of machines there are.
 *
 *   cc -O2 order.c -o order $(pkg-config --cflags --libs bitmill)
 *
 * Prints:
 *   atlas lacks 1 of what is needed
 *   boreas can run it
 *   ceres can run it
 *   damon has nothing of it
 *   eris can run it
 *   4 kinds of 5: 00000010 01100000 11100000 11110000
 */
#include <bitmill.h>
#include <bitmill/bits/text.h>
#include <stdio.h>
#include <stdlib.h>

enum { FEATURES = 8, MACHINES = 5 };
typedef unsigned char set[BMILL_BYTES(FEATURES)];

static int compare(const void *a, const void *b)
{
    return bmill_bits_compare_lexicographic(a, b, FEATURES);
}

int main(void)
{
    static const char *const names[] = {"atlas", "boreas", "ceres", "damon", "eris"};
    set has[MACHINES] = {{0x06}, {0x0f}, {0x07}, {0x40}, {0x07}}, needs = {0x07};
    char text[FEATURES + 1];
    size_t kinds = 1;

    for (size_t m = 0; m < MACHINES; m++)
        if (bmill_bits_subset(needs, has[m], FEATURES))
            printf("%s can run it\n", names[m]);
        else if (!bmill_bits_intersects(needs, has[m], FEATURES))
            printf("%s has nothing of it\n", names[m]);
        else
            printf("%s lacks %zu of what is needed\n", names[m],
                   bmill_bits_andnot_count(needs, has[m], FEATURES));

    qsort(has, MACHINES, sizeof has[0], compare);
    for (size_t m = 1; m < MACHINES; m++)
        kinds += !bmill_bits_equal(has[m - 1], has[m], FEATURES);
    printf("%zu kinds of %d:", kinds, MACHINES);
    for (size_t m = 0; m < MACHINES; m++)
        if (m == 0 || !bmill_bits_equal(has[m - 1], has[m], FEATURES)) {
            bmill_bits_format_binary(text, sizeof text, has[m], FEATURES);
            printf(" %s", text);
        }
    printf("\n");
    return 0;
}
