/** @file
 * bitmill/bits/index.h: between bitmaps and lists of positions.
 *
 * A list of positions (indices) is an array of uint16_t, uint32_t or uint64_t; the end of a name,
 * _u16, _u32 or _u64, says which. Arrays and bitmaps must not overlap. Where n, nruns, capacity or
 * nbits is 0, the pointers that it belongs to may have any value. The rules of bitmill/bits.h hold.
 */
#ifndef BITMILL_BITS_INDEX_H
#define BITMILL_BITS_INDEX_H

#include <bitmill/bits/check.h>
#include <bitmill/bits/range.h>
#include <bitmill/config.h>

#ifdef __cplusplus
extern "C" {
#endif

/** @name From a bitmap to a list
 *
 * Writes base + i to `dst` for each 1 bit i at or after `*from`, in ascending order, at most
 * `capacity` of them, and sets `*from` to the position where the next call goes on: so a small
 * array is enough for a large bitmap. base + i is taken modulo 2^16, 2^32 or 2^64.
 *
 * Result: the number of elements written; no element of dst after them is written. If it is less
 * than `capacity`, no 1 bits are left, and `*from` becomes nbits. If it is `capacity`, `*from`
 * becomes the position after the last 1 bit written, even if no 1 bit follows.
 *
 * The result is 0 in these cases, which are tried in this order: nbits is 0, then `*from` stays and
 * no pointer is used; `*from` is nbits or more, then it becomes nbits; `capacity` is 0, then
 * `*from` stays.
 *
 * Cost: that of reading the bitmap, and about 1 ns for each word of 64 bits that is not 0, or 0.15
 * ns for each index where 1 bits are frequent.
 *
 * Example:
 *
 *     size_t n, from = 0;
 *     while ((n = bmill_bits_decode_u32(list, bits, nbits, 256, &from, 0)) > 0)
 *         use(list, n);
 */
/** @{ */

/** Writes the positions of 1 bits to an array of uint16_t. */
BMILL_API size_t bmill_bits_decode_u16(uint16_t *dst, const void *bits, size_t nbits,
                                       size_t capacity, size_t *from, uint16_t base);
/** Writes the positions of 1 bits to an array of uint32_t. */
BMILL_API size_t bmill_bits_decode_u32(uint32_t *dst, const void *bits, size_t nbits,
                                       size_t capacity, size_t *from, uint32_t base);
/** Writes the positions of 1 bits to an array of uint64_t. */
BMILL_API size_t bmill_bits_decode_u64(uint64_t *dst, const void *bits, size_t nbits,
                                       size_t capacity, size_t *from, uint64_t base);

/** @} */

/** @name From a list to a bitmap
 *
 * Changes the bits at the `n` positions of `indices`, which may stand in any order; an index that
 * stands there twice is flipped twice. Each index must be below the number of bits that the memory
 * at `bits` holds; only the bytes indices[k] / 8 are read or written. The bits are changed one
 * after the other, not atomically. n 0 changes nothing. Cost: about 0.4 ns for each index, whether
 * they are near each other or far apart.
 * Example: bmill_bits_set_indices_u32(is_admin, admins, nadmins);
 */
/** @{ */

/** Sets the bits whose positions are in `indices`, an array of uint16_t. */
BMILL_API void bmill_bits_set_indices_u16(void *bits, const uint16_t *indices, size_t n);
/** Sets the bits whose positions are in `indices`, an array of uint32_t. */
BMILL_API void bmill_bits_set_indices_u32(void *bits, const uint32_t *indices, size_t n);
/** Sets the bits whose positions are in `indices`, an array of uint64_t. */
BMILL_API void bmill_bits_set_indices_u64(void *bits, const uint64_t *indices, size_t n);
/** Clears the bits whose positions are in `indices`, an array of uint16_t. */
BMILL_API void bmill_bits_clear_indices_u16(void *bits, const uint16_t *indices, size_t n);
/** Clears the bits whose positions are in `indices`, an array of uint32_t. */
BMILL_API void bmill_bits_clear_indices_u32(void *bits, const uint32_t *indices, size_t n);
/** Clears the bits whose positions are in `indices`, an array of uint64_t. */
BMILL_API void bmill_bits_clear_indices_u64(void *bits, const uint64_t *indices, size_t n);
/** Flips the bits whose positions are in `indices`, an array of uint16_t. */
BMILL_API void bmill_bits_flip_indices_u16(void *bits, const uint16_t *indices, size_t n);
/** Flips the bits whose positions are in `indices`, an array of uint32_t. */
BMILL_API void bmill_bits_flip_indices_u32(void *bits, const uint32_t *indices, size_t n);
/** Flips the bits whose positions are in `indices`, an array of uint64_t. */
BMILL_API void bmill_bits_flip_indices_u64(void *bits, const uint64_t *indices, size_t n);

/** @} */

/** @name From a list that may be wrong to a bitmap
 *
 * The same as the functions without _checked, but all of the list is checked before anything
 * changes. Result: n, and the bits were changed; or the position in `indices` of the first index
 * that is nbits or more, and nothing was changed. Cost: one more pass over the list, at the speed
 * of memory.
 *
 * Example:
 *
 *     if (bmill_bits_set_indices_checked_u32(seen, ids, nusers, n) < n)
 *         return BAD_ID;
 */
/** @{ */

/** Sets the bits whose positions are in `indices`, if all of them are below nbits; uint16_t. */
BMILL_API size_t bmill_bits_set_indices_checked_u16(void *bits, const uint16_t *indices,
                                                    size_t nbits, size_t n);
/** Sets the bits whose positions are in `indices`, if all of them are below nbits; uint32_t. */
BMILL_API size_t bmill_bits_set_indices_checked_u32(void *bits, const uint32_t *indices,
                                                    size_t nbits, size_t n);
/** Sets the bits whose positions are in `indices`, if all of them are below nbits; uint64_t. */
BMILL_API size_t bmill_bits_set_indices_checked_u64(void *bits, const uint64_t *indices,
                                                    size_t nbits, size_t n);
/** Clears the bits whose positions are in `indices`, if all of them are below nbits; uint16_t. */
BMILL_API size_t bmill_bits_clear_indices_checked_u16(void *bits, const uint16_t *indices,
                                                      size_t nbits, size_t n);
/** Clears the bits whose positions are in `indices`, if all of them are below nbits; uint32_t. */
BMILL_API size_t bmill_bits_clear_indices_checked_u32(void *bits, const uint32_t *indices,
                                                      size_t nbits, size_t n);
/** Clears the bits whose positions are in `indices`, if all of them are below nbits; uint64_t. */
BMILL_API size_t bmill_bits_clear_indices_checked_u64(void *bits, const uint64_t *indices,
                                                      size_t nbits, size_t n);
/** Flips the bits whose positions are in `indices`, if all of them are below nbits; uint16_t. */
BMILL_API size_t bmill_bits_flip_indices_checked_u16(void *bits, const uint16_t *indices,
                                                     size_t nbits, size_t n);
/** Flips the bits whose positions are in `indices`, if all of them are below nbits; uint32_t. */
BMILL_API size_t bmill_bits_flip_indices_checked_u32(void *bits, const uint32_t *indices,
                                                     size_t nbits, size_t n);
/** Flips the bits whose positions are in `indices`, if all of them are below nbits; uint64_t. */
BMILL_API size_t bmill_bits_flip_indices_checked_u64(void *bits, const uint64_t *indices,
                                                     size_t nbits, size_t n);

/** @} */

/** @name From a list of indices to a list of runs
 *
 * A run is a pair of numbers: the first index, and the count of consecutive indices from there on.
 * Writes the pairs (first, count) that the `n` numbers of `indices` consist of.
 *
 * `runs` has room for 2 n numbers. Result: the number of runs, 0 to n; no number of `runs` after
 * the last run is written. The list usually ascends strictly, but need not: each number that is not
 * the number before it plus 1 begins a run. A count of 2^16, 2^32 or 2^64 does not fit its type, so
 * the run of all numbers becomes two: (0, 2^N - 1) and (2^N - 1, 1). Cost: about 0.5 ns for each
 * index.
 * Example: {3, 4, 5, 9} becomes {3, 3, 9, 1}, and the result is 2.
 */
/** @{ */

/** Writes the runs that a list of uint16_t consists of. */
BMILL_API size_t bmill_bits_runs_from_indices_u16(uint16_t *runs, const uint16_t *indices,
                                                  size_t n);
/** Writes the runs that a list of uint32_t consists of. */
BMILL_API size_t bmill_bits_runs_from_indices_u32(uint32_t *runs, const uint32_t *indices,
                                                  size_t n);
/** Writes the runs that a list of uint64_t consists of. */
BMILL_API size_t bmill_bits_runs_from_indices_u64(uint64_t *runs, const uint64_t *indices,
                                                  size_t n);

/** @} */

/** @name From a list of runs to a list of indices
 *
 * Writes the indices of `nruns` runs, pairs (first, count), in order, at most `capacity` of them.
 *
 * Result: the number of all indices, as with snprintf: if it is above `capacity`, the rest was not
 * written, and a second call with room for that many writes all. SIZE_MAX if there are more than
 * that. No element of `indices` after the last index is written. An index past the largest number
 * of its type goes on from 0; a run of count 0 has no index. Cost: that of writing the indices, and
 * about 1 ns for each run.
 * Example: size_t wanted = bmill_bits_indices_from_runs_u32(NULL, runs, nruns, 0);
 */
/** @{ */

/** Writes the indices of a list of runs of uint16_t. */
BMILL_API size_t bmill_bits_indices_from_runs_u16(uint16_t *indices, const uint16_t *runs,
                                                  size_t nruns, size_t capacity);
/** Writes the indices of a list of runs of uint32_t. */
BMILL_API size_t bmill_bits_indices_from_runs_u32(uint32_t *indices, const uint32_t *runs,
                                                  size_t nruns, size_t capacity);
/** Writes the indices of a list of runs of uint64_t. */
BMILL_API size_t bmill_bits_indices_from_runs_u64(uint64_t *indices, const uint64_t *runs,
                                                  size_t nruns, size_t capacity);

/** @} */

#ifdef __cplusplus
}
#endif

/* ---- Fronts: see bitmill/bits/inline.h. ---- */

#if BMILL_CHECKS_

BMILL_LIBRARY_(bmill_bits_decode_u16);
BMILL_LIBRARY_(bmill_bits_decode_u32);
BMILL_LIBRARY_(bmill_bits_decode_u64);
BMILL_LIBRARY_(bmill_bits_set_indices_u16);
BMILL_LIBRARY_(bmill_bits_set_indices_u32);
BMILL_LIBRARY_(bmill_bits_set_indices_u64);
BMILL_LIBRARY_(bmill_bits_clear_indices_u16);
BMILL_LIBRARY_(bmill_bits_clear_indices_u32);
BMILL_LIBRARY_(bmill_bits_clear_indices_u64);
BMILL_LIBRARY_(bmill_bits_flip_indices_u16);
BMILL_LIBRARY_(bmill_bits_flip_indices_u32);
BMILL_LIBRARY_(bmill_bits_flip_indices_u64);
BMILL_LIBRARY_(bmill_bits_set_indices_checked_u16);
BMILL_LIBRARY_(bmill_bits_set_indices_checked_u32);
BMILL_LIBRARY_(bmill_bits_set_indices_checked_u64);
BMILL_LIBRARY_(bmill_bits_clear_indices_checked_u16);
BMILL_LIBRARY_(bmill_bits_clear_indices_checked_u32);
BMILL_LIBRARY_(bmill_bits_clear_indices_checked_u64);
BMILL_LIBRARY_(bmill_bits_flip_indices_checked_u16);
BMILL_LIBRARY_(bmill_bits_flip_indices_checked_u32);
BMILL_LIBRARY_(bmill_bits_flip_indices_checked_u64);
BMILL_LIBRARY_(bmill_bits_runs_from_indices_u16);
BMILL_LIBRARY_(bmill_bits_runs_from_indices_u32);
BMILL_LIBRARY_(bmill_bits_runs_from_indices_u64);
BMILL_LIBRARY_(bmill_bits_indices_from_runs_u16);
BMILL_LIBRARY_(bmill_bits_indices_from_runs_u32);
BMILL_LIBRARY_(bmill_bits_indices_from_runs_u64);

/* No pointer is used if nbits is 0, and dst is not if capacity is 0. */
#define BMILL_DECODES_()                                                                           \
    do {                                                                                           \
        size_t rest;                                                                               \
        BMILL_WRITES_ELEMENTS_(from, nbits ? 1 : 0);                                               \
        rest = nbits && capacity ? nbits - bmill_least_(*from, nbits) : 0;                         \
        BMILL_READS_BITS_(bits, rest ? *from : 0, rest);                                           \
        BMILL_WRITES_ELEMENTS_(                                                                    \
            dst, rest ? bmill_least_(bmill_bits_count_range_library_(bits, *from, rest), capacity) \
                      : 0);                                                                        \
    } while (0)

/* The byte of each index is written; by the _checked functions only if all are below nbits. */
#define BMILL_WRITES_INDICES_()        \
    BMILL_READS_ELEMENTS_(indices, n); \
    bmill_check_indices_(__func__, bits, BMILL_LENGTH_(bits), indices, n, sizeof *indices)
#define BMILL_WRITES_INDICES_CHECKED_()                                \
    BMILL_READS_ELEMENTS_(indices, nbits ? n : 0);                     \
    if (nbits && bmill_all_below_(indices, n, sizeof *indices, nbits)) \
    bmill_check_indices_(__func__, bits, BMILL_LENGTH_(bits), indices, n, sizeof *indices)

BMILL_BEGIN_FRONTS_

BMILL_FRONT_ size_t bmill_bits_decode_u16(uint16_t *BMILL_SIZED_ dst, const void *BMILL_SIZED_ bits,
                                          size_t nbits, size_t capacity, size_t *BMILL_SIZED_ from,
                                          uint16_t base)
{
    BMILL_DECODES_();
    return bmill_bits_decode_u16_library_(dst, bits, nbits, capacity, from, base);
}

BMILL_FRONT_ size_t bmill_bits_decode_u32(uint32_t *BMILL_SIZED_ dst, const void *BMILL_SIZED_ bits,
                                          size_t nbits, size_t capacity, size_t *BMILL_SIZED_ from,
                                          uint32_t base)
{
    BMILL_DECODES_();
    return bmill_bits_decode_u32_library_(dst, bits, nbits, capacity, from, base);
}

BMILL_FRONT_ size_t bmill_bits_decode_u64(uint64_t *BMILL_SIZED_ dst, const void *BMILL_SIZED_ bits,
                                          size_t nbits, size_t capacity, size_t *BMILL_SIZED_ from,
                                          uint64_t base)
{
    BMILL_DECODES_();
    return bmill_bits_decode_u64_library_(dst, bits, nbits, capacity, from, base);
}

BMILL_FRONT_ void bmill_bits_set_indices_u16(void *BMILL_SIZED_ bits,
                                             const uint16_t *BMILL_SIZED_ indices, size_t n)
{
    BMILL_WRITES_INDICES_();
    bmill_bits_set_indices_u16_library_(bits, indices, n);
}

BMILL_FRONT_ void bmill_bits_set_indices_u32(void *BMILL_SIZED_ bits,
                                             const uint32_t *BMILL_SIZED_ indices, size_t n)
{
    BMILL_WRITES_INDICES_();
    bmill_bits_set_indices_u32_library_(bits, indices, n);
}

BMILL_FRONT_ void bmill_bits_set_indices_u64(void *BMILL_SIZED_ bits,
                                             const uint64_t *BMILL_SIZED_ indices, size_t n)
{
    BMILL_WRITES_INDICES_();
    bmill_bits_set_indices_u64_library_(bits, indices, n);
}

BMILL_FRONT_ void bmill_bits_clear_indices_u16(void *BMILL_SIZED_ bits,
                                               const uint16_t *BMILL_SIZED_ indices, size_t n)
{
    BMILL_WRITES_INDICES_();
    bmill_bits_clear_indices_u16_library_(bits, indices, n);
}

BMILL_FRONT_ void bmill_bits_clear_indices_u32(void *BMILL_SIZED_ bits,
                                               const uint32_t *BMILL_SIZED_ indices, size_t n)
{
    BMILL_WRITES_INDICES_();
    bmill_bits_clear_indices_u32_library_(bits, indices, n);
}

BMILL_FRONT_ void bmill_bits_clear_indices_u64(void *BMILL_SIZED_ bits,
                                               const uint64_t *BMILL_SIZED_ indices, size_t n)
{
    BMILL_WRITES_INDICES_();
    bmill_bits_clear_indices_u64_library_(bits, indices, n);
}

BMILL_FRONT_ void bmill_bits_flip_indices_u16(void *BMILL_SIZED_ bits,
                                              const uint16_t *BMILL_SIZED_ indices, size_t n)
{
    BMILL_WRITES_INDICES_();
    bmill_bits_flip_indices_u16_library_(bits, indices, n);
}

BMILL_FRONT_ void bmill_bits_flip_indices_u32(void *BMILL_SIZED_ bits,
                                              const uint32_t *BMILL_SIZED_ indices, size_t n)
{
    BMILL_WRITES_INDICES_();
    bmill_bits_flip_indices_u32_library_(bits, indices, n);
}

BMILL_FRONT_ void bmill_bits_flip_indices_u64(void *BMILL_SIZED_ bits,
                                              const uint64_t *BMILL_SIZED_ indices, size_t n)
{
    BMILL_WRITES_INDICES_();
    bmill_bits_flip_indices_u64_library_(bits, indices, n);
}

BMILL_FRONT_ size_t bmill_bits_set_indices_checked_u16(void *BMILL_SIZED_ bits,
                                                       const uint16_t *BMILL_SIZED_ indices,
                                                       size_t nbits, size_t n)
{
    BMILL_WRITES_INDICES_CHECKED_();
    return bmill_bits_set_indices_checked_u16_library_(bits, indices, nbits, n);
}

BMILL_FRONT_ size_t bmill_bits_set_indices_checked_u32(void *BMILL_SIZED_ bits,
                                                       const uint32_t *BMILL_SIZED_ indices,
                                                       size_t nbits, size_t n)
{
    BMILL_WRITES_INDICES_CHECKED_();
    return bmill_bits_set_indices_checked_u32_library_(bits, indices, nbits, n);
}

BMILL_FRONT_ size_t bmill_bits_set_indices_checked_u64(void *BMILL_SIZED_ bits,
                                                       const uint64_t *BMILL_SIZED_ indices,
                                                       size_t nbits, size_t n)
{
    BMILL_WRITES_INDICES_CHECKED_();
    return bmill_bits_set_indices_checked_u64_library_(bits, indices, nbits, n);
}

BMILL_FRONT_ size_t bmill_bits_clear_indices_checked_u16(void *BMILL_SIZED_ bits,
                                                         const uint16_t *BMILL_SIZED_ indices,
                                                         size_t nbits, size_t n)
{
    BMILL_WRITES_INDICES_CHECKED_();
    return bmill_bits_clear_indices_checked_u16_library_(bits, indices, nbits, n);
}

BMILL_FRONT_ size_t bmill_bits_clear_indices_checked_u32(void *BMILL_SIZED_ bits,
                                                         const uint32_t *BMILL_SIZED_ indices,
                                                         size_t nbits, size_t n)
{
    BMILL_WRITES_INDICES_CHECKED_();
    return bmill_bits_clear_indices_checked_u32_library_(bits, indices, nbits, n);
}

BMILL_FRONT_ size_t bmill_bits_clear_indices_checked_u64(void *BMILL_SIZED_ bits,
                                                         const uint64_t *BMILL_SIZED_ indices,
                                                         size_t nbits, size_t n)
{
    BMILL_WRITES_INDICES_CHECKED_();
    return bmill_bits_clear_indices_checked_u64_library_(bits, indices, nbits, n);
}

BMILL_FRONT_ size_t bmill_bits_flip_indices_checked_u16(void *BMILL_SIZED_ bits,
                                                        const uint16_t *BMILL_SIZED_ indices,
                                                        size_t nbits, size_t n)
{
    BMILL_WRITES_INDICES_CHECKED_();
    return bmill_bits_flip_indices_checked_u16_library_(bits, indices, nbits, n);
}

BMILL_FRONT_ size_t bmill_bits_flip_indices_checked_u32(void *BMILL_SIZED_ bits,
                                                        const uint32_t *BMILL_SIZED_ indices,
                                                        size_t nbits, size_t n)
{
    BMILL_WRITES_INDICES_CHECKED_();
    return bmill_bits_flip_indices_checked_u32_library_(bits, indices, nbits, n);
}

BMILL_FRONT_ size_t bmill_bits_flip_indices_checked_u64(void *BMILL_SIZED_ bits,
                                                        const uint64_t *BMILL_SIZED_ indices,
                                                        size_t nbits, size_t n)
{
    BMILL_WRITES_INDICES_CHECKED_();
    return bmill_bits_flip_indices_checked_u64_library_(bits, indices, nbits, n);
}

/* The runs or indices that will be written are counted first. */
BMILL_FRONT_ size_t bmill_bits_runs_from_indices_u16(uint16_t *BMILL_SIZED_ runs,
                                                     const uint16_t *BMILL_SIZED_ indices, size_t n)
{
    BMILL_READS_ELEMENTS_(indices, n);
    BMILL_WRITES_ELEMENTS_(runs, 2 * bmill_count_runs_(indices, n, sizeof *indices));
    return bmill_bits_runs_from_indices_u16_library_(runs, indices, n);
}

BMILL_FRONT_ size_t bmill_bits_runs_from_indices_u32(uint32_t *BMILL_SIZED_ runs,
                                                     const uint32_t *BMILL_SIZED_ indices, size_t n)
{
    BMILL_READS_ELEMENTS_(indices, n);
    BMILL_WRITES_ELEMENTS_(runs, 2 * bmill_count_runs_(indices, n, sizeof *indices));
    return bmill_bits_runs_from_indices_u32_library_(runs, indices, n);
}

BMILL_FRONT_ size_t bmill_bits_runs_from_indices_u64(uint64_t *BMILL_SIZED_ runs,
                                                     const uint64_t *BMILL_SIZED_ indices, size_t n)
{
    BMILL_READS_ELEMENTS_(indices, n);
    BMILL_WRITES_ELEMENTS_(runs, 2 * bmill_count_runs_(indices, n, sizeof *indices));
    return bmill_bits_runs_from_indices_u64_library_(runs, indices, n);
}

BMILL_FRONT_ size_t bmill_bits_indices_from_runs_u16(uint16_t *BMILL_SIZED_ indices,
                                                     const uint16_t *BMILL_SIZED_ runs,
                                                     size_t nruns, size_t capacity)
{
    BMILL_READS_ELEMENTS_(runs, bmill_product_(nruns, 2));
    BMILL_WRITES_ELEMENTS_(indices,
                           bmill_least_(bmill_count_indices_(runs, nruns, sizeof *runs), capacity));
    return bmill_bits_indices_from_runs_u16_library_(indices, runs, nruns, capacity);
}

BMILL_FRONT_ size_t bmill_bits_indices_from_runs_u32(uint32_t *BMILL_SIZED_ indices,
                                                     const uint32_t *BMILL_SIZED_ runs,
                                                     size_t nruns, size_t capacity)
{
    BMILL_READS_ELEMENTS_(runs, bmill_product_(nruns, 2));
    BMILL_WRITES_ELEMENTS_(indices,
                           bmill_least_(bmill_count_indices_(runs, nruns, sizeof *runs), capacity));
    return bmill_bits_indices_from_runs_u32_library_(indices, runs, nruns, capacity);
}

BMILL_FRONT_ size_t bmill_bits_indices_from_runs_u64(uint64_t *BMILL_SIZED_ indices,
                                                     const uint64_t *BMILL_SIZED_ runs,
                                                     size_t nruns, size_t capacity)
{
    BMILL_READS_ELEMENTS_(runs, bmill_product_(nruns, 2));
    BMILL_WRITES_ELEMENTS_(indices,
                           bmill_least_(bmill_count_indices_(runs, nruns, sizeof *runs), capacity));
    return bmill_bits_indices_from_runs_u64_library_(indices, runs, nruns, capacity);
}

BMILL_END_FRONTS_

#endif

#endif
