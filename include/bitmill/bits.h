/* bitmill/bits.h: the bits layer. Any memory seen as a bitmap, at SIMD speed.
 *
 * A bitmap is `nbits` bits of plain memory at any address. Bit i is bit i % 8, counting from the
 * least significant, of byte i / 8, on every host: the order of Arrow validity bitmaps, of
 * numpy.packbits(bitorder="little") and, on a little-endian host, of uint64_t words[] with bit i
 * in words[i / 64]. Link with libbitmill (pkg-config bitmill).
 *
 * Rules that hold for every function here:
 *   - All sizes and positions are in bits, as size_t. "Not found" is nbits.
 *   - Bits at and past nbits never change a result and are never changed. No byte past the last
 *     one that holds a bit of the bitmap is read or written.
 *   - nbits 0 is allowed, with any pointers, NULL included.
 *   - dst may be exactly a or b. Any other overlap of dst with an input is not allowed.
 *   - Memory that is shorter than its size says is reported in files that are compiled with
 *     -fsanitize=address or BMILL_DEBUG: see bitmill/bits/check.h.
 *   - Safe to call from many threads, as memcpy is: threads may read a bitmap at the same time, and
 *     change bitmaps that have no byte in common. Two threads must not change bits of one byte at
 *     the same time, nor may one read a byte that the other changes, even if their bits differ:
 *     a bit is changed by loading, changing and storing at least its byte. For that there is
 *     bitmill/bits/atomic.h.
 *   - Cost: proportional to nbits, at the speed of memory or cache; about 2 ns for a small bitmap.
 *     Where nbits is a constant and small, the work is done inline (bitmill/bits_inline.h).
 *
 * Since 0.1.0, unless a function says otherwise.
 */
#ifndef BITMILL_BITS_H
#define BITMILL_BITS_H

#include <bitmill/bits/check.h>
#include <bitmill/config.h>

/* The bytes that a bitmap of nbits takes, for arrays and malloc; a constant where nbits is one.
 * Example: unsigned char used[BMILL_BYTES(100)] = {0}; */
#define BMILL_BYTES(nbits) ((nbits) / 8 + ((nbits) % 8 != 0))

/* ---- One bit. `i` must be below the number of bits that the memory at `bits` holds; only the one
 * byte i / 8 is touched. Inline; the cost is that of the load and store. ---- */

BMILL_BEGIN_INLINE_

/**
 * Whether bit `i` is 1.
 *
 * Example: if (bmill_bits_is_set(free_blocks, 42)) ...
 */
BMILL_BITS_INLINE_ bool bmill_bits_is_set(const void *const bits, size_t i)
{
    BMILL_READS_BITS_(bits, i, 1);
    return ((const unsigned char *)bits)[i / 8] >> (i % 8) & 1;
}

/**
 * Set bit `i` to 1. Not atomic.
 *
 * Example: bmill_bits_set(free_blocks, 42);
 */
BMILL_BITS_INLINE_ void bmill_bits_set(void *const bits, size_t i)
{
    unsigned char *byte = (unsigned char *)bits + i / 8;
    BMILL_WRITES_BITS_(bits, i, 1);
    *byte = (unsigned char)(*byte | 1u << (i % 8));
}

/**
 * Clear bit `i` to 0. Not atomic.
 *
 * Example: bmill_bits_clear(free_blocks, 42);
 */
BMILL_BITS_INLINE_ void bmill_bits_clear(void *const bits, size_t i)
{
    unsigned char *byte = (unsigned char *)bits + i / 8;
    BMILL_WRITES_BITS_(bits, i, 1);
    *byte = (unsigned char)(*byte & ~(1u << (i % 8)));
}

/**
 * Flip bit `i`: 0 becomes 1, 1 becomes 0. Not atomic.
 *
 * Example: bmill_bits_flip(lights, 7);
 */
BMILL_BITS_INLINE_ void bmill_bits_flip(void *const bits, size_t i)
{
    unsigned char *byte = (unsigned char *)bits + i / 8;
    BMILL_WRITES_BITS_(bits, i, 1);
    *byte = (unsigned char)(*byte ^ 1u << (i % 8));
}

/**
 * Make bit `i` equal to `state`, without a branch. Not atomic.
 *
 * Example: bmill_bits_modify(is_prime, n, n % 2 != 0);
 */
BMILL_BITS_INLINE_ void bmill_bits_modify(void *const bits, size_t i, bool state)
{
    unsigned char *byte = (unsigned char *)bits + i / 8;
    BMILL_WRITES_BITS_(bits, i, 1);
    *byte = (unsigned char)((*byte & ~(1u << (i % 8))) | (unsigned)state << (i % 8));
}

/**
 * Set bit `i` to 1. Result: what it was. Not atomic (another thread may be in between).
 *
 * Example: if (!bmill_bits_test_and_set(visited, node)) push(node);
 */
BMILL_BITS_INLINE_ bool bmill_bits_test_and_set(void *const bits, size_t i)
{
    bool old;
    BMILL_WRITES_BITS_(bits, i, 1);
    old = bmill_bits_is_set(bits, i);
    return bmill_bits_set(bits, i), old;
}

/**
 * Clear bit `i` to 0. Result: what it was. Not atomic.
 *
 * Example: if (bmill_bits_test_and_clear(pending, job)) run(job);
 */
BMILL_BITS_INLINE_ bool bmill_bits_test_and_clear(void *const bits, size_t i)
{
    bool old;
    BMILL_WRITES_BITS_(bits, i, 1);
    old = bmill_bits_is_set(bits, i);
    return bmill_bits_clear(bits, i), old;
}

/**
 * Flip bit `i`. Result: what it was. Not atomic.
 *
 * Example: bool was_lit = bmill_bits_test_and_flip(lights, 7);
 */
BMILL_BITS_INLINE_ bool bmill_bits_test_and_flip(void *const bits, size_t i)
{
    bool old;
    BMILL_WRITES_BITS_(bits, i, 1);
    old = bmill_bits_is_set(bits, i);
    return bmill_bits_flip(bits, i), old;
}

BMILL_END_INLINE_

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Logic: the first nbits bits of dst become a function of those of a and b. ---- */

/**
 * dst = a AND b: 1 where both are 1 (intersection).
 *
 * Example: bmill_bits_and(both, likes_c, likes_bits, npeople);
 */
BMILL_API void bmill_bits_and(void *dst, const void *a, const void *b, size_t nbits);

/**
 * dst = a OR b: 1 where at least one is 1 (union).
 *
 * Example: bmill_bits_or(seen, seen, seen_today, nusers);
 */
BMILL_API void bmill_bits_or(void *dst, const void *a, const void *b, size_t nbits);

/**
 * dst = a XOR b: 1 where exactly one is 1 (symmetric difference).
 *
 * Example: bmill_bits_xor(changed, before, after, nbits);
 */
BMILL_API void bmill_bits_xor(void *dst, const void *a, const void *b, size_t nbits);

/**
 * dst = a AND NOT b: 1 where a is 1 and b is 0 (a without b).
 *
 * Example: bmill_bits_andnot(todo, all, done, njobs);
 */
BMILL_API void bmill_bits_andnot(void *dst, const void *a, const void *b, size_t nbits);

/**
 * dst = NOT (a AND b): 0 where both are 1.
 *
 * Example: bmill_bits_nand(may_run, a_locked, b_locked, ntasks);
 */
BMILL_API void bmill_bits_nand(void *dst, const void *a, const void *b, size_t nbits);

/**
 * dst = NOT (a OR b): 1 where both are 0.
 *
 * Example: bmill_bits_nor(idle, reading, writing, ndisks);
 */
BMILL_API void bmill_bits_nor(void *dst, const void *a, const void *b, size_t nbits);

/**
 * dst = NOT (a XOR b): 1 where a and b agree.
 *
 * Example: bmill_bits_xnor(same_answer, alice, bob, nquestions);
 */
BMILL_API void bmill_bits_xnor(void *dst, const void *a, const void *b, size_t nbits);

/**
 * dst = a OR NOT b: 0 where a is 0 and b is 1 (b implies a).
 *
 * Example: bmill_bits_ornot(holds, conclusion, premise, ncases);
 */
BMILL_API void bmill_bits_ornot(void *dst, const void *a, const void *b, size_t nbits);

/**
 * dst = NOT a: 1 where a is 0 (complement within nbits).
 *
 * Example: bmill_bits_not(free_blocks, used_blocks, nblocks);
 */
BMILL_API void bmill_bits_not(void *dst, const void *a, size_t nbits);

/* ---- Counts: how many of the first nbits bits are 1. Result in bits, 0 to nbits; 0 for nbits 0.
 * The two-input forms count without storing, and equal the count of the stored result. ---- */

/**
 * Number of 1 bits in `bits`.
 *
 * Example: size_t online = bmill_bits_count(is_online, nusers);
 */
BMILL_API BMILL_PURE size_t bmill_bits_count(const void *bits, size_t nbits);

/**
 * Number of positions where both a and b are 1 (size of the intersection).
 *
 * Example: size_t common = bmill_bits_and_count(tags1, tags2, ntags);
 */
BMILL_API BMILL_PURE size_t bmill_bits_and_count(const void *a, const void *b, size_t nbits);

/**
 * Number of positions where a or b is 1 (size of the union).
 *
 * Example: double jaccard = (double)bmill_bits_and_count(a, b, n) / bmill_bits_or_count(a, b, n);
 */
BMILL_API BMILL_PURE size_t bmill_bits_or_count(const void *a, const void *b, size_t nbits);

/**
 * Number of positions where a and b differ (Hamming distance).
 *
 * Example: size_t distance = bmill_bits_xor_count(hash1, hash2, 256);
 */
BMILL_API BMILL_PURE size_t bmill_bits_xor_count(const void *a, const void *b, size_t nbits);

/**
 * Number of positions where a is 1 and b is 0.
 *
 * Example: size_t lost = bmill_bits_andnot_count(yesterday, today, nusers);
 */
BMILL_API BMILL_PURE size_t bmill_bits_andnot_count(const void *a, const void *b, size_t nbits);

/**
 * Number of positions where not both are 1, where both are 0, where a and b agree, where a is 1 or
 * b is 0: the counts of nand, nor, xnor, ornot.
 *
 * Example: double alike = (double)bmill_bits_xnor_count(answers1, answers2, n) / n;
 */
BMILL_API BMILL_PURE size_t bmill_bits_nand_count(const void *a, const void *b, size_t nbits);
BMILL_API BMILL_PURE size_t bmill_bits_nor_count(const void *a, const void *b, size_t nbits);
BMILL_API BMILL_PURE size_t bmill_bits_xnor_count(const void *a, const void *b, size_t nbits);
BMILL_API BMILL_PURE size_t bmill_bits_ornot_count(const void *a, const void *b, size_t nbits);

/* ---- Both: dst becomes the function of a and b, and the number of its 1 bits is returned, in one
 * pass over memory. ---- */

/**
 * bmill_bits_and() that returns bmill_bits_count() of dst; and so on for each function.
 *
 * Example: while (bmill_bits_or_with_count(reached, reached, next, n) < n) step(next);
 */
BMILL_API size_t bmill_bits_and_with_count(void *dst, const void *a, const void *b, size_t nbits);
BMILL_API size_t bmill_bits_or_with_count(void *dst, const void *a, const void *b, size_t nbits);
BMILL_API size_t bmill_bits_xor_with_count(void *dst, const void *a, const void *b, size_t nbits);
BMILL_API size_t bmill_bits_andnot_with_count(void *dst, const void *a, const void *b,
                                              size_t nbits);
BMILL_API size_t bmill_bits_nand_with_count(void *dst, const void *a, const void *b, size_t nbits);
BMILL_API size_t bmill_bits_nor_with_count(void *dst, const void *a, const void *b, size_t nbits);
BMILL_API size_t bmill_bits_xnor_with_count(void *dst, const void *a, const void *b, size_t nbits);
BMILL_API size_t bmill_bits_ornot_with_count(void *dst, const void *a, const void *b, size_t nbits);

/* ---- Similarity of two sets. Result: 0 to 1. One pass over memory. ---- */

/**
 * Jaccard similarity: the size of the intersection by that of the union. 1 if both are empty.
 *
 * Example: if (bmill_bits_jaccard(shingles1, shingles2, n) > 0.9) near_duplicates(a, b);
 */
BMILL_API BMILL_PURE double bmill_bits_jaccard(const void *a, const void *b, size_t nbits);

/**
 * Dice similarity: twice the size of the intersection by the sum of both sizes. 1 if both are
 * empty.
 *
 * Example: double similar = bmill_bits_dice(fingerprint1, fingerprint2, 1024);
 */
BMILL_API BMILL_PURE double bmill_bits_dice(const void *a, const void *b, size_t nbits);

/**
 * Containment of a in b: the size of the intersection by that of a. 1 if a is empty.
 *
 * Example: double covered = bmill_bits_containment(query, document, nwords);
 */
BMILL_API BMILL_PURE double bmill_bits_containment(const void *a, const void *b, size_t nbits);

/* ---- Predicates over the first nbits bits. They stop early, and an unread rest costs nothing. */

/**
 * Whether at least one bit is 1. False for nbits 0.
 *
 * Example: while (bmill_bits_any(pending, nevents)) ...
 */
BMILL_API BMILL_PURE bool bmill_bits_any(const void *bits, size_t nbits);

/**
 * Whether every bit is 1. True for nbits 0.
 *
 * Example: if (bmill_bits_all(received, nchunks)) finish();
 */
BMILL_API BMILL_PURE bool bmill_bits_all(const void *bits, size_t nbits);

/**
 * Whether no bit is 1. True for nbits 0. The same as !bmill_bits_any().
 *
 * Example: if (bmill_bits_none(in_use, nslots)) release();
 */
BMILL_API BMILL_PURE bool bmill_bits_none(const void *bits, size_t nbits);

/**
 * Whether a and b agree in every bit. True for nbits 0.
 *
 * Example: if (!bmill_bits_equal(expected, actual, nbits)) ...
 */
BMILL_API BMILL_PURE bool bmill_bits_equal(const void *a, const void *b, size_t nbits);

/**
 * Whether some position is 1 in both a and b. False for nbits 0.
 *
 * Example: if (bmill_bits_intersects(wanted, available, nitems)) ...
 */
BMILL_API BMILL_PURE bool bmill_bits_intersects(const void *a, const void *b, size_t nbits);

/**
 * Whether b is 1 wherever a is 1: a is a subset of b. True for nbits 0.
 *
 * Example: if (bmill_bits_subset(required, granted, nrights)) allow();
 */
BMILL_API BMILL_PURE bool bmill_bits_subset(const void *a, const void *b, size_t nbits);

/* ---- Order. Result: -1 if a is smaller, 0 if they are equal (nbits 0, too), 1 if a is larger. */

/**
 * Compares as sequences of bits, bit 0 first: at the first difference the one with the 1 is larger.
 *
 * Example: qsort(rows, nrows, sizeof *rows, by_bmill_bits_compare_lexicographic);
 */
BMILL_API BMILL_PURE int bmill_bits_compare_lexicographic(const void *a, const void *b,
                                                          size_t nbits);

/**
 * Compares as unsigned numbers of nbits bits, where bit i is worth 2^i: at the last difference the
 * one with the 1 is larger.
 *
 * Example: if (bmill_bits_compare_numeric(clock1, clock2, 128) > 0) ...
 */
BMILL_API BMILL_PURE int bmill_bits_compare_numeric(const void *a, const void *b, size_t nbits);

/* ---- Find. A position in bits; nbits if there is none. `and`, `or`, `xor` and `andnot` look for
 * the 1 bits of that function of a and b, and store nothing. ---- */

/**
 * Position of the first (lowest) 1 bit, 0 bit.
 *
 * Result: 0 to nbits - 1; nbits if there is none, so 0 for nbits 0.
 * Example: size_t block = bmill_bits_find_first_clear(used_blocks, nblocks);
 */
BMILL_API BMILL_PURE size_t bmill_bits_find_first_set(const void *bits, size_t nbits);
BMILL_API BMILL_PURE size_t bmill_bits_find_first_clear(const void *bits, size_t nbits);

/**
 * Position of the last (highest) 1 bit, 0 bit.
 *
 * Result: 0 to nbits - 1; nbits if there is none, so 0 for nbits 0.
 * Example: size_t top = bmill_bits_find_last_set(number, nbits);
 */
BMILL_API BMILL_PURE size_t bmill_bits_find_last_set(const void *bits, size_t nbits);
BMILL_API BMILL_PURE size_t bmill_bits_find_last_clear(const void *bits, size_t nbits);

/**
 * Position of the first 1 bit, 0 bit, at or after `from`.
 *
 * Result: `from` to nbits - 1; nbits if there is none, also when `from` is nbits or more.
 * Example: for (size_t i = bmill_bits_find_first_set(s, n); i < n;
 *               i = bmill_bits_find_next_set(s, n, i + 1)) use(i);
 */
BMILL_API BMILL_PURE size_t bmill_bits_find_next_set(const void *bits, size_t nbits, size_t from);
BMILL_API BMILL_PURE size_t bmill_bits_find_next_clear(const void *bits, size_t nbits, size_t from);

/**
 * Position of the last 1 bit, 0 bit, before `from`.
 *
 * Result: 0 to from - 1; nbits if there is none. `from` above nbits is taken as nbits.
 * Example: for (size_t i = n; (i = bmill_bits_find_previous_set(s, n, i)) < n;) use(i);
 */
BMILL_API BMILL_PURE size_t bmill_bits_find_previous_set(const void *bits, size_t nbits,
                                                         size_t from);
BMILL_API BMILL_PURE size_t bmill_bits_find_previous_clear(const void *bits, size_t nbits,
                                                           size_t from);

/**
 * First position where the function of a and b is 1: for `and` the first common
 * bit, for `xor` the first difference.
 *
 * Example: if (bmill_bits_find_first_xor(expected, actual, n) < n) report();
 */
BMILL_API BMILL_PURE size_t bmill_bits_find_first_and(const void *a, const void *b, size_t nbits);
BMILL_API BMILL_PURE size_t bmill_bits_find_first_or(const void *a, const void *b, size_t nbits);
BMILL_API BMILL_PURE size_t bmill_bits_find_first_xor(const void *a, const void *b, size_t nbits);
BMILL_API BMILL_PURE size_t bmill_bits_find_first_andnot(const void *a, const void *b,
                                                         size_t nbits);

/**
 * Last position where the function of a and b is 1.
 *
 * Example: size_t newest = bmill_bits_find_last_andnot(received, read, nmessages);
 */
BMILL_API BMILL_PURE size_t bmill_bits_find_last_and(const void *a, const void *b, size_t nbits);
BMILL_API BMILL_PURE size_t bmill_bits_find_last_or(const void *a, const void *b, size_t nbits);
BMILL_API BMILL_PURE size_t bmill_bits_find_last_xor(const void *a, const void *b, size_t nbits);
BMILL_API BMILL_PURE size_t bmill_bits_find_last_andnot(const void *a, const void *b, size_t nbits);

/**
 * The same at or after `from`, as bmill_bits_find_next_set().
 *
 * Example: i = bmill_bits_find_next_and(wanted, available, n, i + 1);
 */
BMILL_API BMILL_PURE size_t bmill_bits_find_next_and(const void *a, const void *b, size_t nbits,
                                                     size_t from);
BMILL_API BMILL_PURE size_t bmill_bits_find_next_or(const void *a, const void *b, size_t nbits,
                                                    size_t from);
BMILL_API BMILL_PURE size_t bmill_bits_find_next_xor(const void *a, const void *b, size_t nbits,
                                                     size_t from);
BMILL_API BMILL_PURE size_t bmill_bits_find_next_andnot(const void *a, const void *b, size_t nbits,
                                                        size_t from);

/**
 * The same before `from`, as bmill_bits_find_previous_set().
 *
 * Example: i = bmill_bits_find_previous_andnot(known, tried, n, i);
 */
BMILL_API BMILL_PURE size_t bmill_bits_find_previous_and(const void *a, const void *b, size_t nbits,
                                                         size_t from);
BMILL_API BMILL_PURE size_t bmill_bits_find_previous_or(const void *a, const void *b, size_t nbits,
                                                        size_t from);
BMILL_API BMILL_PURE size_t bmill_bits_find_previous_xor(const void *a, const void *b, size_t nbits,
                                                         size_t from);
BMILL_API BMILL_PURE size_t bmill_bits_find_previous_andnot(const void *a, const void *b,
                                                            size_t nbits, size_t from);

/* ---- Select. Rank, the number of 1 bits before position i, is bmill_bits_count(bits, i). ---- */

/**
 * Position of the `k`-th 1 bit, counted from 0.
 *
 * Result: 0 to nbits - 1; nbits if `bits` has not more than `k` ones. Cost: that of counting up to
 * the position.
 * Example: size_t median = bmill_bits_select(seen, nvalues, bmill_bits_count(seen, nvalues) / 2);
 */
BMILL_API BMILL_PURE size_t bmill_bits_select(const void *bits, size_t nbits, size_t k);

/**
 * Position of the `k`-th 0 bit, counted from 0; nbits if there are not more than `k` of them.
 *
 * Example: size_t third_free = bmill_bits_select_clear(used, nblocks, 2);
 */
BMILL_API BMILL_PURE size_t bmill_bits_select_clear(const void *bits, size_t nbits, size_t k);

#ifdef __cplusplus
}
#endif

#include <bitmill/bits/checked/bits.h>
#include <bitmill/bits/index.h>
#include <bitmill/bits/iterate.h>
#include <bitmill/bits/move.h>
#include <bitmill/bits/pack.h>
#include <bitmill/bits/range.h>
#include <bitmill/bits/values.h>
#include <bitmill/bits_inline.h>

#endif
