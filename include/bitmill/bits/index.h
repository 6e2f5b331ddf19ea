/* bitmill/bits/index.h: between bitmaps and lists of positions.
 *
 * A list of positions (indices) is an array of uint16_t, uint32_t or uint64_t; _u16, _u32 and _u64
 * at the end of a name say which, and N stands for it in the prototypes: each of them declares the
 * three. The rules of bitmill/bits.h hold. Arrays and bitmaps must not overlap, and where n, nruns,
 * capacity or nbits is 0, what belongs to it may be any pointer.
 *
 * Since 0.1.0.
 */
#ifndef BITMILL_BITS_INDEX_H
#define BITMILL_BITS_INDEX_H

#include <bitmill/config.h>

#ifdef __cplusplus
extern "C" {
#endif

/* All of a family on one line, for the preprocessed header is to be short. */
#define BMILL_FOR_WIDTHS_(FAMILY) FAMILY(16) FAMILY(32) FAMILY(64)

/* ---- From a bitmap to a list. ---- */

/**
 * size_t bmill_bits_decode_uN(uintN_t *dst, const void *bits, size_t nbits, size_t capacity,
 *                             size_t *from, uintN_t base);
 *
 * Writes base + i to `dst` for each 1 bit i at or after `*from`, in order, at most `capacity` of
 * them, and sets `*from` to where to go on: so a small array is enough for a large bitmap.
 *
 * Result: how many were written. If that is less than `capacity`, there are no more, and `*from`
 * becomes nbits; else `*from` becomes the position after that of the last one written, even if no
 * 1 bit follows. Where nothing can be written, the result is 0, and the first of these that holds
 * says what becomes of `*from`: nbits 0, it stays, and no pointer is looked at; `*from` at or past
 * nbits, it becomes nbits; capacity 0, it stays. base + i is modulo 2^N. Elements of dst from the
 * result on are not written. Cost: that of reading the bitmap, and about 1 ns for each word of 64
 * bits that is not 0, or 0.15 ns for each index where they are many.
 * Example: for (size_t from = 0; (n = bmill_bits_decode_u32(list, bits, nbits, 256, &from, 0));)
 *              use(list, n);
 */
#define BMILL_DECODE_(N)                                                                      \
    BMILL_API size_t bmill_bits_decode_u##N(uint##N##_t *dst, const void *bits, size_t nbits, \
                                            size_t capacity, size_t *from, uint##N##_t base);
BMILL_FOR_WIDTHS_(BMILL_DECODE_)

/* ---- From a list to a bitmap. ---- */

/**
 * void bmill_bits_set_indices_uN(void *bits, const uintN_t *indices, size_t n);
 * void bmill_bits_clear_indices_uN(void *bits, const uintN_t *indices, size_t n);
 * void bmill_bits_flip_indices_uN(void *bits, const uintN_t *indices, size_t n);
 *
 * Sets to 1, clears to 0, or flips the bits at the `n` positions of `indices`.
 *
 * In any order; one that is there twice is flipped twice. Each must be below the number of bits
 * that the memory at `bits` holds; only the bytes indices[k] / 8 are touched. Not atomic. Cost:
 * about 0.5 ns for each index, whether they are near each other or far apart.
 * Example: bmill_bits_set_indices_u32(is_admin, admins, nadmins);
 */
#define BMILL_INDICES_(N)                                                                         \
    BMILL_API void bmill_bits_set_indices_u##N(void *bits, const uint##N##_t *indices, size_t n); \
    BMILL_API void bmill_bits_clear_indices_u##N(void *bits, const uint##N##_t *indices,          \
                                                 size_t n);                                       \
    BMILL_API void bmill_bits_flip_indices_u##N(void *bits, const uint##N##_t *indices, size_t n);
BMILL_FOR_WIDTHS_(BMILL_INDICES_)

/**
 * size_t bmill_bits_set_indices_checked_uN(void *bits, const uintN_t *indices, size_t nbits,
 *                                          size_t n);
 * size_t bmill_bits_clear_indices_checked_uN(void *bits, const uintN_t *indices, size_t nbits,
 *                                            size_t n);
 * size_t bmill_bits_flip_indices_checked_uN(void *bits, const uintN_t *indices, size_t nbits,
 *                                           size_t n);
 *
 * The same for a list that comes from elsewhere: all of it is checked before anything changes.
 *
 * Result: `n`, and it is done; or the place in `indices` of the first one that is nbits or more,
 * and nothing was changed. Cost: one pass more over the list, at the speed of memory. Example: if
 * (bmill_bits_set_indices_checked_u32(seen, ids, nusers, n) < n) return BAD_ID;
 */
#define BMILL_INDICES_CHECKED_(N)                                                                  \
    BMILL_API size_t bmill_bits_set_indices_checked_u##N(void *bits, const uint##N##_t *indices,   \
                                                         size_t nbits, size_t n);                  \
    BMILL_API size_t bmill_bits_clear_indices_checked_u##N(void *bits, const uint##N##_t *indices, \
                                                           size_t nbits, size_t n);                \
    BMILL_API size_t bmill_bits_flip_indices_checked_u##N(void *bits, const uint##N##_t *indices,  \
                                                          size_t nbits, size_t n);
BMILL_FOR_WIDTHS_(BMILL_INDICES_CHECKED_)

/* ---- Between lists of indices and lists of runs. A run is two numbers, the first index and how
 * many there are from it on, each one more than the one before. ---- */

/**
 * size_t bmill_bits_runs_from_indices_uN(uintN_t *runs, const uintN_t *indices, size_t n);
 *
 * Writes the runs that the `n` numbers of `indices` are made of, as pairs (first, count).
 *
 * `runs` has room for 2 n numbers. Result: the number of runs, 0 to n; numbers of `runs` from twice
 * that on are not written. The list is meant to ascend strictly, but need not: whatever is not the
 * number before it plus 1 begins a run. A count of 2^N does not fit: the run of all numbers becomes
 * two, (0, 2^N - 1) and (2^N - 1, 1). Cost: about 0.5 ns for each index.
 * Example: {3, 4, 5, 9} becomes {3, 3, 9, 1}, and the result is 2.
 */
#define BMILL_RUNS_FROM_INDICES_(N)                                       \
    BMILL_API size_t bmill_bits_runs_from_indices_u##N(uint##N##_t *runs, \
                                                       const uint##N##_t *indices, size_t n);
BMILL_FOR_WIDTHS_(BMILL_RUNS_FROM_INDICES_)

/**
 * size_t bmill_bits_indices_from_runs_uN(uintN_t *indices, const uintN_t *runs, size_t nruns,
 *                                        size_t capacity);
 *
 * Writes the indices of `nruns` runs, pairs (first, count), in order, at most `capacity` of them.
 *
 * Result: how many there are in all, as with snprintf: if that is above `capacity`, the rest is
 * missing, and a second call with room for so many has all. SIZE_MAX if there are more than that.
 * An index past 2^N - 1 goes on from 0; a count of 0 is no index. Elements of `indices` from the
 * result on are not written. Cost: that of writing them, and about 1 ns for each run.
 * Example: size_t n = bmill_bits_indices_from_runs_u32(NULL, runs, nruns, 0); (how much to
 * allocate)
 */
#define BMILL_INDICES_FROM_RUNS_(N)                     \
    BMILL_API size_t bmill_bits_indices_from_runs_u##N( \
        uint##N##_t *indices, const uint##N##_t *runs, size_t nruns, size_t capacity);
BMILL_FOR_WIDTHS_(BMILL_INDICES_FROM_RUNS_)

#ifdef __cplusplus
}
#endif

#include <bitmill/bits/checked/index.h>

#endif
