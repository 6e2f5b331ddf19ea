/** @file
 * bitmill/bits/logic.h: AND, OR, XOR and the other functions of two bitmaps, and NOT of one.
 *
 * bitmill/bits/ternary.h has functions of three bitmaps, bitmill/bits/many.h those of any number.
 * The rules of bitmill/bits.h hold.
 */
#ifndef BITMILL_BITS_LOGIC_H
#define BITMILL_BITS_LOGIC_H

#include <bitmill/config.h>

#ifdef __cplusplus
extern "C" {
#endif

/** @name Logic
 *
 * The first nbits bits of dst become a function of those of a and b, bit by bit. dst may be exactly
 * a or b, and a may be b. nbits 0 changes nothing. Cost: one pass, at the speed of memory; inline
 * code where nbits is a constant up to 512.
 * Example: bmill_bits_andnot(todo, all, done, njobs);
 */
/** @{ */

/** dst = a AND b: 1 where both are 1 (intersection). */
BMILL_API void bmill_bits_and(void *dst, const void *a, const void *b, size_t nbits);
/** dst = a OR b: 1 where at least one is 1 (union). */
BMILL_API void bmill_bits_or(void *dst, const void *a, const void *b, size_t nbits);
/** dst = a XOR b: 1 where exactly one is 1 (symmetric difference). */
BMILL_API void bmill_bits_xor(void *dst, const void *a, const void *b, size_t nbits);
/** dst = a AND NOT b: 1 where a is 1 and b is 0 (difference, a without b). */
BMILL_API void bmill_bits_andnot(void *dst, const void *a, const void *b, size_t nbits);
/** dst = NOT (a AND b): 0 where both are 1. */
BMILL_API void bmill_bits_nand(void *dst, const void *a, const void *b, size_t nbits);
/** dst = NOT (a OR b): 1 where both are 0. */
BMILL_API void bmill_bits_nor(void *dst, const void *a, const void *b, size_t nbits);
/** dst = NOT (a XOR b): 1 where a and b are equal. */
BMILL_API void bmill_bits_xnor(void *dst, const void *a, const void *b, size_t nbits);
/** dst = a OR NOT b: 0 where a is 0 and b is 1 (b implies a). */
BMILL_API void bmill_bits_ornot(void *dst, const void *a, const void *b, size_t nbits);
/** dst = NOT a: 1 where a is 0 (complement within nbits). */
BMILL_API void bmill_bits_not(void *dst, const void *a, size_t nbits);

/** @} */

/** @name Logic with the count of the result
 *
 * dst becomes a function of a and b, as above, and the number of its 1 bits is returned. Result: 0
 * to nbits, in bits; 0 for nbits 0. Cost: one pass over memory, where two calls would take two.
 * bmill_bits_and_count() and its family count without storing.
 *
 * Example:
 *
 *     while (bmill_bits_or_with_count(reached, reached, next, n) < n)
 *         step(next, reached);
 */
/** @{ */

/** dst = a AND b; result: the number of 1 bits of dst. */
BMILL_API size_t bmill_bits_and_with_count(void *dst, const void *a, const void *b, size_t nbits);
/** dst = a OR b; result: the number of 1 bits of dst. */
BMILL_API size_t bmill_bits_or_with_count(void *dst, const void *a, const void *b, size_t nbits);
/** dst = a XOR b; result: the number of 1 bits of dst. */
BMILL_API size_t bmill_bits_xor_with_count(void *dst, const void *a, const void *b, size_t nbits);
/** dst = a AND NOT b; result: the number of 1 bits of dst. */
BMILL_API size_t bmill_bits_andnot_with_count(void *dst, const void *a, const void *b,
                                              size_t nbits);
/** dst = NOT (a AND b); result: the number of 1 bits of dst. */
BMILL_API size_t bmill_bits_nand_with_count(void *dst, const void *a, const void *b, size_t nbits);
/** dst = NOT (a OR b); result: the number of 1 bits of dst. */
BMILL_API size_t bmill_bits_nor_with_count(void *dst, const void *a, const void *b, size_t nbits);
/** dst = NOT (a XOR b); result: the number of 1 bits of dst. */
BMILL_API size_t bmill_bits_xnor_with_count(void *dst, const void *a, const void *b, size_t nbits);
/** dst = a OR NOT b; result: the number of 1 bits of dst. */
BMILL_API size_t bmill_bits_ornot_with_count(void *dst, const void *a, const void *b, size_t nbits);

/** @} */

#ifdef __cplusplus
}
#endif

#include <bitmill/bits/checked/logic.h>

#endif
