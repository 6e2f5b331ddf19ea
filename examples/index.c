/* index.c: an inverted index. For each word the numbers of the documents that have it are kept as a
 * list; a query makes bitmaps of the lists, combines them, and reads the hits page by page.
 *
 *   cc -O2 index.c -o index $(pkg-config --cflags --libs bitmill)
 *
 * Prints:
 *   "bit" and not "byte": 4 of 200 documents
 *   page 1: 3 64 65
 *   page 2: 199
 *   document 200 is out of range: item 2 of the list
 *   seen so far: 3 to 5, 64 to 65, 199 to 199
 */
#include <bitmill.h>
#include <stdio.h>

enum { DOCUMENTS = 200, PAGE = 3 };

int main(void)
{
    static const uint32_t bit[] = {3, 17, 64, 65, 101, 199}, byte[] = {17, 50, 101};
    static const uint32_t damaged[] = {1, 2, 200}, seen[] = {3, 4, 5, 64, 65, 199};
    unsigned char hits[DOCUMENTS / 8] = {0};
    uint32_t page[PAGE], runs[2 * 6];
    size_t n, from = 0, nruns, pages = 0;

    bmill_bits_set_indices_u32(hits, bit, 6);
    bmill_bits_clear_indices_u32(hits, byte, 3);
    printf("\"bit\" and not \"byte\": %zu of %d documents\n", bmill_bits_count(hits, DOCUMENTS),
           DOCUMENTS);
    while ((n = bmill_bits_decode_u32(page, hits, DOCUMENTS, PAGE, &from, 0)) > 0) {
        printf("page %zu:", ++pages);
        for (size_t i = 0; i < n; i++)
            printf(" %u", (unsigned)page[i]);
        printf("\n");
    }

    /* A list from elsewhere is checked before anything changes. */
    n = bmill_bits_set_indices_checked_u32(hits, damaged, DOCUMENTS, 3);
    if (n < 3)
        printf("document %u is out of range: item %zu of the list\n", (unsigned)damaged[n], n);

    nruns = bmill_bits_runs_from_indices_u32(runs, seen, 6);
    printf("seen so far:");
    for (size_t i = 0; i < nruns; i++)
        printf("%s %u to %u", i ? "," : "", (unsigned)runs[2 * i],
               (unsigned)(runs[2 * i] + runs[2 * i + 1] - 1));
    printf("\n");
    return 0;
}
