/** @file
 * bitmill/bits/find.h: the first, last, next or previous 1 bit or 0 bit.
 *
 * bitmill/bits/range.h finds runs of equal bits, bitmill/bits/search.h sequences of bits,
 * bitmill/bits/select.h the k-th 1 bit. The rules of bitmill/bits.h hold.
 */
#ifndef BITMILL_BITS_FIND_H
#define BITMILL_BITS_FIND_H

#include <bitmill/bits/check.h>
#include <bitmill/bits/small.h>
#include <bitmill/config.h>

#ifdef __cplusplus
extern "C" {
#endif

/** @name Find in a bitmap
 *
 * The position of a 1 bit (set) or of a 0 bit (clear) among the first nbits bits. Result: 0 to
 * nbits - 1; nbits if there is none, so 0 for nbits 0. A `from` of nbits or more is allowed: the
 * next one from there is not found, the previous one from there is the last one of the bitmap.
 * Cost: at the speed of memory up to the position found; inline code for the first one where nbits
 * is a constant up to 128.
 *
 * Example:
 *
 *     size_t block = bmill_bits_find_first_clear(used_blocks, nblocks);
 *     for (size_t i = n; (i = bmill_bits_find_previous_set(s, n, i)) < n;)
 *         use(i);
 *
 * BMILL_FOR_EACH_SET() of bitmill/bits/iterate.h is the fast way to visit each of them in ascending
 * order.
 */
/** @{ */

/** Position of the first (lowest) 1 bit. */
BMILL_API BMILL_PURE size_t bmill_bits_find_first_set(const void *bits, size_t nbits);
/** Position of the first (lowest) 0 bit. */
BMILL_API BMILL_PURE size_t bmill_bits_find_first_clear(const void *bits, size_t nbits);
/** Position of the last (highest) 1 bit. */
BMILL_API BMILL_PURE size_t bmill_bits_find_last_set(const void *bits, size_t nbits);
/** Position of the last (highest) 0 bit. */
BMILL_API BMILL_PURE size_t bmill_bits_find_last_clear(const void *bits, size_t nbits);
/** Position of the first 1 bit at or after `from`. */
BMILL_API BMILL_PURE size_t bmill_bits_find_next_set(const void *bits, size_t nbits, size_t from);
/** Position of the first 0 bit at or after `from`. */
BMILL_API BMILL_PURE size_t bmill_bits_find_next_clear(const void *bits, size_t nbits, size_t from);
/** Position of the last 1 bit before `from`. */
BMILL_API BMILL_PURE size_t bmill_bits_find_previous_set(const void *bits, size_t nbits,
                                                         size_t from);
/** Position of the last 0 bit before `from`. */
BMILL_API BMILL_PURE size_t bmill_bits_find_previous_clear(const void *bits, size_t nbits,
                                                           size_t from);

/** @} */

/** @name Find in a function of two bitmaps
 *
 * The position of a 1 bit of the function of a and b. Nothing is stored. Result and `from` as for
 * one bitmap: nbits if there is none. Cost: at the speed of memory up to the position found.
 *
 * Example:
 *
 *     if (bmill_bits_find_first_xor(expected, actual, n) < n)
 *         report();
 *     size_t newest = bmill_bits_find_last_andnot(received, read, nmessages);
 */
/** @{ */

/** First position where both a and b are 1. */
BMILL_API BMILL_PURE size_t bmill_bits_find_first_and(const void *a, const void *b, size_t nbits);
/** First position where a or b is 1. */
BMILL_API BMILL_PURE size_t bmill_bits_find_first_or(const void *a, const void *b, size_t nbits);
/** First position where a and b differ. */
BMILL_API BMILL_PURE size_t bmill_bits_find_first_xor(const void *a, const void *b, size_t nbits);
/** First position where a is 1 and b is 0. */
BMILL_API BMILL_PURE size_t bmill_bits_find_first_andnot(const void *a, const void *b,
                                                         size_t nbits);
/** Last position where both a and b are 1. */
BMILL_API BMILL_PURE size_t bmill_bits_find_last_and(const void *a, const void *b, size_t nbits);
/** Last position where a or b is 1. */
BMILL_API BMILL_PURE size_t bmill_bits_find_last_or(const void *a, const void *b, size_t nbits);
/** Last position where a and b differ. */
BMILL_API BMILL_PURE size_t bmill_bits_find_last_xor(const void *a, const void *b, size_t nbits);
/** Last position where a is 1 and b is 0. */
BMILL_API BMILL_PURE size_t bmill_bits_find_last_andnot(const void *a, const void *b, size_t nbits);
/** First position at or after `from` where both a and b are 1. */
BMILL_API BMILL_PURE size_t bmill_bits_find_next_and(const void *a, const void *b, size_t nbits,
                                                     size_t from);
/** First position at or after `from` where a or b is 1. */
BMILL_API BMILL_PURE size_t bmill_bits_find_next_or(const void *a, const void *b, size_t nbits,
                                                    size_t from);
/** First position at or after `from` where a and b differ. */
BMILL_API BMILL_PURE size_t bmill_bits_find_next_xor(const void *a, const void *b, size_t nbits,
                                                     size_t from);
/** First position at or after `from` where a is 1 and b is 0. */
BMILL_API BMILL_PURE size_t bmill_bits_find_next_andnot(const void *a, const void *b, size_t nbits,
                                                        size_t from);
/** Last position before `from` where both a and b are 1. */
BMILL_API BMILL_PURE size_t bmill_bits_find_previous_and(const void *a, const void *b, size_t nbits,
                                                         size_t from);
/** Last position before `from` where a or b is 1. */
BMILL_API BMILL_PURE size_t bmill_bits_find_previous_or(const void *a, const void *b, size_t nbits,
                                                        size_t from);
/** Last position before `from` where a and b differ. */
BMILL_API BMILL_PURE size_t bmill_bits_find_previous_xor(const void *a, const void *b, size_t nbits,
                                                         size_t from);
/** Last position before `from` where a is 1 and b is 0. */
BMILL_API BMILL_PURE size_t bmill_bits_find_previous_andnot(const void *a, const void *b,
                                                            size_t nbits, size_t from);

/** @} */

#ifdef __cplusplus
}
#endif

/* ---- Fronts: see bitmill/bits/inline.h. ---- */

#if BMILL_CHECKS_ || BMILL_SMALL_SIZES_

BMILL_LIBRARY_PURE_(bmill_bits_find_first_set);
BMILL_LIBRARY_PURE_(bmill_bits_find_first_clear);
BMILL_LIBRARY_PURE_(bmill_bits_find_next_set);
BMILL_LIBRARY_PURE_(bmill_bits_find_next_clear);

BMILL_BEGIN_FRONTS_

/** Position of the first (lowest) 1 bit. */
BMILL_FRONT_PURE_ size_t bmill_bits_find_first_set(const void *BMILL_SIZED_ bits, size_t nbits)
{
    BMILL_READS_BITS_(bits, 0, nbits);
    if (BMILL_SMALL_(nbits, 128))
        return bmill_small_find_(BMILL_SMALL_AND_, bits, bits, nbits);
    return bmill_bits_find_first_set_library_(bits, nbits);
}

/** Position of the first (lowest) 0 bit. */
BMILL_FRONT_PURE_ size_t bmill_bits_find_first_clear(const void *BMILL_SIZED_ bits, size_t nbits)
{
    BMILL_READS_BITS_(bits, 0, nbits);
    if (BMILL_SMALL_(nbits, 128))
        return bmill_small_find_(BMILL_SMALL_NAND_, bits, bits, nbits);
    return bmill_bits_find_first_clear_library_(bits, nbits);
}

/* The next one is looked for from the byte with bit `from` on, and first in the caller. */

/** Position of the first 1 bit at or after `from`. */
BMILL_FRONT_PURE_ size_t bmill_bits_find_next_set(const void *BMILL_SIZED_ bits, size_t nbits,
                                                  size_t from)
{
    uint64_t word;
    BMILL_READS_BITS_(bits, from, nbits - bmill_least_(from, nbits));
    word = bmill_small_next_(bits, nbits, from, 0);
    return word ? from + bmill_small_ctz_(word)
                : bmill_bits_find_next_set_library_(bits, nbits, from);
}

/** Position of the first 0 bit at or after `from`. */
BMILL_FRONT_PURE_ size_t bmill_bits_find_next_clear(const void *BMILL_SIZED_ bits, size_t nbits,
                                                    size_t from)
{
    uint64_t word;
    BMILL_READS_BITS_(bits, from, nbits - bmill_least_(from, nbits));
    word = bmill_small_next_(bits, nbits, from, ~UINT64_C(0));
    return word ? from + bmill_small_ctz_(word)
                : bmill_bits_find_next_clear_library_(bits, nbits, from);
}

BMILL_END_FRONTS_

#endif

#if BMILL_CHECKS_

BMILL_LIBRARY_PURE_(bmill_bits_find_last_set);
BMILL_LIBRARY_PURE_(bmill_bits_find_previous_set);
BMILL_LIBRARY_PURE_(bmill_bits_find_last_clear);
BMILL_LIBRARY_PURE_(bmill_bits_find_previous_clear);
BMILL_LIBRARY_PURE_(bmill_bits_find_first_and);
BMILL_LIBRARY_PURE_(bmill_bits_find_last_and);
BMILL_LIBRARY_PURE_(bmill_bits_find_next_and);
BMILL_LIBRARY_PURE_(bmill_bits_find_previous_and);
BMILL_LIBRARY_PURE_(bmill_bits_find_first_or);
BMILL_LIBRARY_PURE_(bmill_bits_find_last_or);
BMILL_LIBRARY_PURE_(bmill_bits_find_next_or);
BMILL_LIBRARY_PURE_(bmill_bits_find_previous_or);
BMILL_LIBRARY_PURE_(bmill_bits_find_first_xor);
BMILL_LIBRARY_PURE_(bmill_bits_find_last_xor);
BMILL_LIBRARY_PURE_(bmill_bits_find_next_xor);
BMILL_LIBRARY_PURE_(bmill_bits_find_previous_xor);
BMILL_LIBRARY_PURE_(bmill_bits_find_first_andnot);
BMILL_LIBRARY_PURE_(bmill_bits_find_last_andnot);
BMILL_LIBRARY_PURE_(bmill_bits_find_next_andnot);
BMILL_LIBRARY_PURE_(bmill_bits_find_previous_andnot);

BMILL_BEGIN_FRONTS_

BMILL_FRONT_PURE_ size_t bmill_bits_find_last_set(const void *BMILL_SIZED_ bits, size_t nbits)
{
    BMILL_READS_BITS_(bits, 0, nbits);
    return bmill_bits_find_last_set_library_(bits, nbits);
}

/* The previous one is looked for up to the byte with the bit before `from`. */
BMILL_FRONT_PURE_ size_t bmill_bits_find_previous_set(const void *BMILL_SIZED_ bits, size_t nbits,
                                                      size_t from)
{
    BMILL_READS_BITS_(bits, 0, bmill_least_(from, nbits));
    return bmill_bits_find_previous_set_library_(bits, nbits, from);
}

BMILL_FRONT_PURE_ size_t bmill_bits_find_last_clear(const void *BMILL_SIZED_ bits, size_t nbits)
{
    BMILL_READS_BITS_(bits, 0, nbits);
    return bmill_bits_find_last_clear_library_(bits, nbits);
}

BMILL_FRONT_PURE_ size_t bmill_bits_find_previous_clear(const void *BMILL_SIZED_ bits, size_t nbits,
                                                        size_t from)
{
    BMILL_READS_BITS_(bits, 0, bmill_least_(from, nbits));
    return bmill_bits_find_previous_clear_library_(bits, nbits, from);
}

BMILL_FRONT_PURE_ size_t bmill_bits_find_first_and(const void *BMILL_SIZED_ a,
                                                   const void *BMILL_SIZED_ b, size_t nbits)
{
    BMILL_READS_BITS_(a, 0, nbits);
    BMILL_READS_BITS_(b, 0, nbits);
    return bmill_bits_find_first_and_library_(a, b, nbits);
}

BMILL_FRONT_PURE_ size_t bmill_bits_find_last_and(const void *BMILL_SIZED_ a,
                                                  const void *BMILL_SIZED_ b, size_t nbits)
{
    BMILL_READS_BITS_(a, 0, nbits);
    BMILL_READS_BITS_(b, 0, nbits);
    return bmill_bits_find_last_and_library_(a, b, nbits);
}

BMILL_FRONT_PURE_ size_t bmill_bits_find_next_and(const void *BMILL_SIZED_ a,
                                                  const void *BMILL_SIZED_ b, size_t nbits,
                                                  size_t from)
{
    BMILL_READS_BITS_(a, from, nbits - bmill_least_(from, nbits));
    BMILL_READS_BITS_(b, from, nbits - bmill_least_(from, nbits));
    return bmill_bits_find_next_and_library_(a, b, nbits, from);
}

BMILL_FRONT_PURE_ size_t bmill_bits_find_previous_and(const void *BMILL_SIZED_ a,
                                                      const void *BMILL_SIZED_ b, size_t nbits,
                                                      size_t from)
{
    BMILL_READS_BITS_(a, 0, bmill_least_(from, nbits));
    BMILL_READS_BITS_(b, 0, bmill_least_(from, nbits));
    return bmill_bits_find_previous_and_library_(a, b, nbits, from);
}

BMILL_FRONT_PURE_ size_t bmill_bits_find_first_or(const void *BMILL_SIZED_ a,
                                                  const void *BMILL_SIZED_ b, size_t nbits)
{
    BMILL_READS_BITS_(a, 0, nbits);
    BMILL_READS_BITS_(b, 0, nbits);
    return bmill_bits_find_first_or_library_(a, b, nbits);
}

BMILL_FRONT_PURE_ size_t bmill_bits_find_last_or(const void *BMILL_SIZED_ a,
                                                 const void *BMILL_SIZED_ b, size_t nbits)
{
    BMILL_READS_BITS_(a, 0, nbits);
    BMILL_READS_BITS_(b, 0, nbits);
    return bmill_bits_find_last_or_library_(a, b, nbits);
}

BMILL_FRONT_PURE_ size_t bmill_bits_find_next_or(const void *BMILL_SIZED_ a,
                                                 const void *BMILL_SIZED_ b, size_t nbits,
                                                 size_t from)
{
    BMILL_READS_BITS_(a, from, nbits - bmill_least_(from, nbits));
    BMILL_READS_BITS_(b, from, nbits - bmill_least_(from, nbits));
    return bmill_bits_find_next_or_library_(a, b, nbits, from);
}

BMILL_FRONT_PURE_ size_t bmill_bits_find_previous_or(const void *BMILL_SIZED_ a,
                                                     const void *BMILL_SIZED_ b, size_t nbits,
                                                     size_t from)
{
    BMILL_READS_BITS_(a, 0, bmill_least_(from, nbits));
    BMILL_READS_BITS_(b, 0, bmill_least_(from, nbits));
    return bmill_bits_find_previous_or_library_(a, b, nbits, from);
}

BMILL_FRONT_PURE_ size_t bmill_bits_find_first_xor(const void *BMILL_SIZED_ a,
                                                   const void *BMILL_SIZED_ b, size_t nbits)
{
    BMILL_READS_BITS_(a, 0, nbits);
    BMILL_READS_BITS_(b, 0, nbits);
    return bmill_bits_find_first_xor_library_(a, b, nbits);
}

BMILL_FRONT_PURE_ size_t bmill_bits_find_last_xor(const void *BMILL_SIZED_ a,
                                                  const void *BMILL_SIZED_ b, size_t nbits)
{
    BMILL_READS_BITS_(a, 0, nbits);
    BMILL_READS_BITS_(b, 0, nbits);
    return bmill_bits_find_last_xor_library_(a, b, nbits);
}

BMILL_FRONT_PURE_ size_t bmill_bits_find_next_xor(const void *BMILL_SIZED_ a,
                                                  const void *BMILL_SIZED_ b, size_t nbits,
                                                  size_t from)
{
    BMILL_READS_BITS_(a, from, nbits - bmill_least_(from, nbits));
    BMILL_READS_BITS_(b, from, nbits - bmill_least_(from, nbits));
    return bmill_bits_find_next_xor_library_(a, b, nbits, from);
}

BMILL_FRONT_PURE_ size_t bmill_bits_find_previous_xor(const void *BMILL_SIZED_ a,
                                                      const void *BMILL_SIZED_ b, size_t nbits,
                                                      size_t from)
{
    BMILL_READS_BITS_(a, 0, bmill_least_(from, nbits));
    BMILL_READS_BITS_(b, 0, bmill_least_(from, nbits));
    return bmill_bits_find_previous_xor_library_(a, b, nbits, from);
}

BMILL_FRONT_PURE_ size_t bmill_bits_find_first_andnot(const void *BMILL_SIZED_ a,
                                                      const void *BMILL_SIZED_ b, size_t nbits)
{
    BMILL_READS_BITS_(a, 0, nbits);
    BMILL_READS_BITS_(b, 0, nbits);
    return bmill_bits_find_first_andnot_library_(a, b, nbits);
}

BMILL_FRONT_PURE_ size_t bmill_bits_find_last_andnot(const void *BMILL_SIZED_ a,
                                                     const void *BMILL_SIZED_ b, size_t nbits)
{
    BMILL_READS_BITS_(a, 0, nbits);
    BMILL_READS_BITS_(b, 0, nbits);
    return bmill_bits_find_last_andnot_library_(a, b, nbits);
}

BMILL_FRONT_PURE_ size_t bmill_bits_find_next_andnot(const void *BMILL_SIZED_ a,
                                                     const void *BMILL_SIZED_ b, size_t nbits,
                                                     size_t from)
{
    BMILL_READS_BITS_(a, from, nbits - bmill_least_(from, nbits));
    BMILL_READS_BITS_(b, from, nbits - bmill_least_(from, nbits));
    return bmill_bits_find_next_andnot_library_(a, b, nbits, from);
}

BMILL_FRONT_PURE_ size_t bmill_bits_find_previous_andnot(const void *BMILL_SIZED_ a,
                                                         const void *BMILL_SIZED_ b, size_t nbits,
                                                         size_t from)
{
    BMILL_READS_BITS_(a, 0, bmill_least_(from, nbits));
    BMILL_READS_BITS_(b, 0, bmill_least_(from, nbits));
    return bmill_bits_find_previous_andnot_library_(a, b, nbits, from);
}

BMILL_END_FRONTS_

#endif

#endif
