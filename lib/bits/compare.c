/* compare.c: order and similarity of two bitmaps. */
#define BMILL_NO_INLINE_BITS
#include "floats.h"
#include "tables/thresholds.h"
#include <bitmill/bits.h>
#include <float.h>

/* ---- Order: the first or the last difference decides. ---- */

static int which_has_it(const void *a, size_t i, size_t nbits)
{
    if (i == nbits)
        return 0;
    return bmill_bits_is_set(a, i) ? 1 : -1;
}

int bmill_bits_compare_lexicographic(const void *a, const void *b, size_t nbits)
{
    return which_has_it(a, bmill_bits_find_first_xor(a, b, nbits), nbits);
}

int bmill_bits_compare_numeric(const void *a, const void *b, size_t nbits)
{
    return which_has_it(a, bmill_bits_find_last_xor(a, b, nbits), nbits);
}

/* ---- Similarity ---- */

/* Two counts of the same bitmaps, block by block, so that each block comes from memory once. */
typedef size_t count_of_two(const void *a, const void *b, size_t nbits);

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

/* Where the processor computes with more digits (x87), the quotient is rounded to a double by
 * storing it: else a caller might see a number that is no longer equal to itself once it was
 * stored. */
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
    double counts[2]; /* of a: in b, not in b */
    two_counts(a, b, nbits, bmill_bits_and_count, bmill_bits_andnot_count, counts);
    return ratio(counts[0], counts[0] + counts[1]);
}
