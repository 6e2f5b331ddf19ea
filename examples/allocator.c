/* allocator.c: which blocks of a disk are in use, one bit each: ranges, fields and free runs.
 *
 *   cc -O2 allocator.c -o allocator $(pkg-config --cflags --libs bitmill)
 *
 * Prints:
 *   boot at 0, kernel at 16, data at 32, log at 53: 92 of 128 blocks in use
 *   log freed: 72 in use
 *   snapshot wants 50 in a row: refused; 30: at 53
 *   blocks 48 to 63: 0xffff
 */
#include <bitmill.h>
#include <stdio.h>

enum { BLOCKS = 128, REFUSED = BLOCKS };

static unsigned char used[BLOCKS / 8];

/* The first free blocks in a row, from a multiple of `alignment` on. */
static size_t take(size_t nblocks, size_t alignment)
{
    size_t block = bmill_bits_find_first_clear_run(used, BLOCKS, nblocks, alignment);
    if (block != REFUSED)
        bmill_bits_set_range(used, block, nblocks);
    return block;
}

int main(void)
{
    size_t boot = take(3, 1), kernel = take(48 - 32, 16), data = take(21, 32), log = take(20, 1);
    (void)take(32, 32);
    printf("boot at %zu, kernel at %zu, data at %zu, log at %zu: %zu of %d blocks in use\n", boot,
           kernel, data, log, bmill_bits_count(used, BLOCKS), BLOCKS);

    bmill_bits_clear_range(used, log, 20);
    printf("log freed: %zu in use\n", bmill_bits_count(used, BLOCKS));

    printf("snapshot wants 50 in a row: %s; ", take(50, 1) == REFUSED ? "refused" : "granted");
    printf("30: at %zu\n", take(30, 1));
    printf("blocks 48 to 63: %#llx\n", (unsigned long long)bmill_bits_read(used, 48, 16));
    return 0;
}
