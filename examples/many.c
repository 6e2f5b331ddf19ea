/* many.c: which words are spelt like "bitmap"? Those that share most of its pairs of letters. Each
 * pair has a bitmap of the words that contain it; an exact search is the AND of all.
 *
 *   cc -O2 many.c -o many $(pkg-config --cflags --libs bitmill)
 *
 * Prints:
 *   all pairs: bitmap bitmaps
 *   at least 3 of 5: bitmap bitmaps bitap
 *   exactly 2 of 5: bit remap
 */
#include <bitmill.h>
#include <bitmill/bits/many.h>
#include <stdio.h>
#include <string.h>

static const char *const words[] = {"bit",  "bitmap", "bitmaps", "bitap",
                                    "byte", "magic",  "remap",   "table"};
static const char *const pairs[] = {"bi", "it", "tm", "ma", "ap"};
enum { WORDS = sizeof words / sizeof words[0], PAIRS = sizeof pairs / sizeof pairs[0] };

static void print(const char *title, const void *hits)
{
    printf("%s:", title);
    BMILL_FOR_EACH_SET (i, hits, WORDS)
        printf(" %s", words[i]);
    printf("\n");
}

int main(void)
{
    unsigned char has[PAIRS][BMILL_BYTES(WORDS)] = {{0}}, hits[BMILL_BYTES(WORDS)];
    const void *maps[PAIRS];

    for (size_t p = 0; p < PAIRS; p++) {
        maps[p] = has[p];
        for (size_t w = 0; w < WORDS; w++)
            if (strstr(words[w], pairs[p]))
                bmill_bits_set(has[p], w);
    }
    bmill_bits_and_many(hits, maps, PAIRS, WORDS);
    print("all pairs", hits);
    bmill_bits_at_least(hits, maps, PAIRS, WORDS, 3);
    print("at least 3 of 5", hits);
    bmill_bits_exactly(hits, maps, PAIRS, WORDS, 2);
    print("exactly 2 of 5", hits);
    return 0;
}
