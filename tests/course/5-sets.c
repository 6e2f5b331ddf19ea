/* 5-sets.c: a solution of the exercises of docs/course/exercises/5-sets.c. */
#include <bitmill.h>

double my_jaccard(const void *a, const void *b, size_t nbits);
size_t my_select(const void *bits, size_t nbits, size_t k);
size_t my_decode(uint32_t *dst, const void *bits, size_t nbits);

double my_jaccard(const void *a, const void *b, size_t nbits)
{
    size_t either = bmill_bits_or_count(a, b, nbits);
    return either == 0 ? 1 : (double)bmill_bits_and_count(a, b, nbits) / (double)either;
}

size_t my_select(const void *bits, size_t nbits, size_t k)
{
    /* By halves: the answer is the last position with at most k 1 bits before it, if it is there.
     */
    size_t low = 0, high = nbits;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (bmill_bits_count(bits, middle + 1) > k)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

size_t my_decode(uint32_t *dst, const void *bits, size_t nbits)
{
    size_t n = 0;
    BMILL_FOR_EACH_SET (i, bits, nbits)
        dst[n++] = (uint32_t)i;
    return n;
}
