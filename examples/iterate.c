/* iterate.c: the allocation bitmap of a small disk, read with loops over its bits and its runs.
 *
 *   cc -O2 iterate.c -o iterate $(pkg-config --cflags --libs bitmill)
 *
 * Prints:
 *   used: 0 1 2 3 10 11 63 64 65
 *   free: 6 blocks from 4
 *   free: 51 blocks from 12
 *   free: 34 blocks from 66
 *   the first 40 in a row: from 12
 *   freed after reading: 9 blocks
 */
#include <bitmill.h>
#include <stdio.h>

enum { BLOCKS = 100 };

int main(void)
{
    unsigned char used[(BLOCKS + 7) / 8] = {0x0f, 0x0c, 0, 0, 0, 0, 0, 0x80, 0x03};
    size_t freed = 0;

    printf("used:");
    BMILL_FOR_EACH_SET (block, used, BLOCKS)
        printf(" %zu", block);
    printf("\n");

    BMILL_FOR_EACH_CLEAR_RUN (gap, used, BLOCKS)
        printf("free: %zu blocks from %zu\n", gap.count, gap.first);

    BMILL_FOR_EACH_CLEAR_RUN (gap, used, BLOCKS)
        if (gap.count >= 40) {
            printf("the first 40 in a row: from %zu\n", gap.first);
            break;
        }

    /* Bits at and before the current position may be changed. */
    BMILL_FOR_EACH_SET (block, used, BLOCKS) {
        bmill_bits_clear(used, block);
        freed++;
    }
    printf("freed after reading: %zu blocks\n", freed);
    return bmill_bits_any(used, BLOCKS);
}
