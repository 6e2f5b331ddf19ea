/* compare.c: order and similarity of two bitmaps: the functions of bitmill/bits/compare.h. */
#define BMILL_NO_INLINE_BITS
#include "floats.h"
#include "tables/thresholds.h"
#include <bitmill/bits/bit.h>
#include <bitmill/bits/compare.h>
#include <bitmill/bits/count.h>
#include <bitmill/bits/find.h>
#include <float.h>

/* ---- Order: decided by the first or the last difference. ---- */

/* The order of a and b, which first differ at bit i; nbits if they are equal. */
static int order_at(const void *a, size_t i, size_t nbits)
{
    if (i == nbits)
        return 0;
    return bmill_bits_is_set(a, i) ? 1 : -1;
}

int bmill_bits_compare_lexicographic(const void *a, const void *b, size_t nbits)
{
    return order_at(a, bmill_bits_find_first_xor(a, b, nbits), nbits);
}

int bmill_bits_compare_numeric(const void *a, const void *b, size_t nbits)
{
    return order_at(a, bmill_bits_find_last_xor(a, b, nbits), nbits);
}

/* ---- Similarity ---- */

typedef size_t count_of_two(const void *a, const void *b, size_t nbits);

/* Makes two counts of the same bitmaps, block by block, so that each block is loaded from memory
 * once. */
static void two_counts(const void *a_, const void *b_, size_t nbits, count_of_two *first,
                       count_of_two *second, double counts[2])
{
    const unsigned char *a = a_, *b = b_;
    size_t first_count = 0, second_count = 0;
    while (nbits > 0) {
        size_t block = nbits < SIMILARITY_BLOCK_BITS ? nbits : SIMILARITY_BLOCK_BITS;
        first_count += first(a, b, block);
        second_count += second(a, b, block);
        a += SIMILARITY_BLOCK_BITS / 8;
        b += SIMILARITY_BLOCK_BITS / 8;
        nbits -= block;
    }
    counts[0] = (double)first_count;
    counts[1] = (double)second_count;
}

/* Where the processor computes with more digits than a double has (x87), a store rounds the
 * quotient to one: otherwise the result of a call might differ from itself after the caller has
 * stored it.
 */
static double ratio(double part, double whole)
{
#if FLT_EVAL_METHOD == 0
    double quotient;
#else
    volatile double quotient;
#endif
    quotient = whole > 0 ? part / whole : 1;
    return quotient;
}

double bmill_bits_jaccard(const void *a, const void *b, size_t nbits)
{
    double counts[2]; /* intersection, difference */
    two_counts(a, b, nbits, bmill_bits_and_count, bmill_bits_xor_count, counts);
    return ratio(counts[0], counts[0] + counts[1]);
}

double bmill_bits_dice(const void *a, const void *b, size_t nbits)
{
    double counts[2];
    two_counts(a, b, nbits, bmill_bits_and_count, bmill_bits_xor_count, counts);
    return ratio(2 * counts[0], 2 * counts[0] + counts[1]);
}

double bmill_bits_containment(const void *a, const void *b, size_t nbits)
{
    double counts[2]; /* 1 bits of a: also in b, not in b */
    two_counts(a, b, nbits, bmill_bits_and_count, bmill_bits_andnot_count, counts);
    return ratio(counts[0], counts[0] + counts[1]);
}
