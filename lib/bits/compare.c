/* compare.c: order and similarity of two bitmaps: the functions of bitmill/bits/compare.h. */
#define BMILL_NO_INLINE_BITS
#include "dispatch/rows.h"
#include "floats.h"
#include <bitmill/bits/bit.h>
#include <bitmill/bits/compare.h>
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
    size_t counts[2]; /* intersection, difference */
    KERNEL(count_and_xor)(a, b, nbits, counts);
    return ratio((double)counts[0], (double)(counts[0] + counts[1]));
}

double bmill_bits_dice(const void *a, const void *b, size_t nbits)
{
    size_t counts[2];
    KERNEL(count_and_xor)(a, b, nbits, counts);
    return ratio(2 * (double)counts[0], 2 * (double)counts[0] + (double)counts[1]);
}

double bmill_bits_containment(const void *a, const void *b, size_t nbits)
{
    size_t counts[2]; /* 1 bits of a: also in b, all */
    KERNEL(count_and_first)(a, b, nbits, counts);
    return ratio((double)counts[0], (double)counts[1]);
}
