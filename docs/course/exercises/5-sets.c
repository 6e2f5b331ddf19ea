/* 5-sets.c: exercises of chapter 5. Use the functions of bitmill.h, but not the one of that name.
 *
 *   cc -O2 -I bitmill/include 5-sets.c check_bitmaps.c bitmill/.libs/libbitmill.a -o check
 *   ./check
 *
 * where bitmill is the folder of its sources, in which make has built the library.
 */
#include <bitmill.h>

double my_jaccard(const void *a, const void *b, size_t nbits);
size_t my_select(const void *bits, size_t nbits, size_t k);
size_t my_decode(uint32_t *dst, const void *bits, size_t nbits);

/* The number of positions in both, divided by the number of positions in at least one; 1 if both
 * sets are empty, for they are equal. */
double my_jaccard(const void *a, const void *b, size_t nbits)
{
    (void)a, (void)b, (void)nbits;
    return 0;
}

/* The position of the 1 bit that has k 1 bits before it; nbits if there is none. */
size_t my_select(const void *bits, size_t nbits, size_t k)
{
    (void)bits, (void)k;
    return nbits;
}

/* The positions of all 1 bits, ascending, into dst; the result is how many these are. */
size_t my_decode(uint32_t *dst, const void *bits, size_t nbits)
{
    (void)dst, (void)bits, (void)nbits;
    return 0;
}
