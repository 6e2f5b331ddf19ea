/** @file
 * bitmill/learn/variants/modify.h: five ways to make bit i of x equal to `state`. Index policy: as
 * in bitmill/word/bit.h, i below the width is a precondition. See bitmill/learn/variants.h.
 */
#ifndef BITMILL_LEARN_VARIANTS_MODIFY_H
#define BITMILL_LEARN_VARIANTS_MODIFY_H

#include <bitmill/word/permute.h>

BMILL_BEGIN_INLINE_

/** @name Make a bit 0 or 1 by a branch
 *
 * By a branch: set it or clear it.
 *
 * Cost: four to six instructions, and 10 to 20 cycles for each mispredicted `state`, unless the
 * compiler makes it a conditional move.
 */
/** @{ */

/** `x` with bit `i` equal to `state`, by a branch. */
BMILL_FN uint64_t bmill_modify_by_branch_u64(uint64_t x, unsigned i, bool state)
{
    if (state)
        return x | UINT64_C(1) << (i & 63);
    return x & ~(UINT64_C(1) << (i & 63));
}
/** `x` with bit `i` equal to `state`, by a branch. */
BMILL_FN uint32_t bmill_modify_by_branch_u32(uint32_t x, unsigned i, bool state)
{
    if (state)
        return x | UINT32_C(1) << (i & 31);
    return x & ~(UINT32_C(1) << (i & 31));
}

/** @} */

/** @name Make a bit 0 or 1 by a merge
 *
 * By a merge: xor with bit i of the difference between x and ~0 or 0.
 *
 * Cost: five instructions, nearly each of which depends on the previous one. Source: S. E.
 * Anderson, Bit Twiddling Hacks, "Conditionally set or clear bits without branching".
 */
/** @{ */

/** `x` with bit `i` equal to `state`, by a merge. */
BMILL_FN uint64_t bmill_modify_by_merging_u64(uint64_t x, unsigned i, bool state)
{
    return x ^ (((UINT64_C(0) - state) ^ x) & UINT64_C(1) << (i & 63));
}
/** `x` with bit `i` equal to `state`, by a merge. */
BMILL_FN uint32_t bmill_modify_by_merging_u32(uint32_t x, unsigned i, bool state)
{
    return x ^ (((UINT32_C(0) - state) ^ x) & UINT32_C(1) << (i & 31));
}

/** @} */

/** @name Make a bit 0 or 1 by masks
 *
 * By masks: clear the bit, and add it from ~0 or 0.
 *
 * Cost: seven instructions as written, some of which can run in parallel; but gcc turns this into
 * by_merging, and clang turns both into something else. Source: Bit Twiddling Hacks, same section,
 * for superscalar processors.
 */
/** @{ */

/** `x` with bit `i` equal to `state`, by masks. */
BMILL_FN uint64_t bmill_modify_by_masks_u64(uint64_t x, unsigned i, bool state)
{
    uint64_t mask = UINT64_C(1) << (i & 63);
    return (x & ~mask) | ((UINT64_C(0) - state) & mask);
}
/** `x` with bit `i` equal to `state`, by masks. */
BMILL_FN uint32_t bmill_modify_by_masks_u32(uint32_t x, unsigned i, bool state)
{
    uint32_t mask = UINT32_C(1) << (i & 31);
    return (x & ~mask) | ((UINT32_C(0) - state) & mask);
}

/** @} */

/** @name Make a bit 0 or 1 by the difference
 *
 * By the difference: flip the bit if it differs from `state`.
 *
 * Cost: five instructions, each of which depends on the previous one.
 */
/** @{ */

/** `x` with bit `i` equal to `state`, by the difference. */
BMILL_FN uint64_t bmill_modify_by_difference_u64(uint64_t x, unsigned i, bool state)
{
    return x ^ ((x >> (i & 63) ^ state) & 1) << (i & 63);
}
/** `x` with bit `i` equal to `state`, by the difference. */
BMILL_FN uint32_t bmill_modify_by_difference_u32(uint32_t x, unsigned i, bool state)
{
    return x ^ ((x >> (i & 31) ^ state) & 1) << (i & 31);
}

/** @} */

/** @name Make a bit 0 or 1 by rotation
 *
 * By rotation: bring the bit to position 0, replace it there, and rotate back.
 *
 * Cost: four instructions, each of which depends on the previous one.
 */
/** @{ */

/** `x` with bit `i` equal to `state`, by rotation. */
BMILL_FN uint64_t bmill_modify_by_rotation_u64(uint64_t x, unsigned i, bool state)
{
    return bmill_rotl_u64((bmill_rotr_u64(x, i) & ~UINT64_C(1)) | state, i);
}
/** `x` with bit `i` equal to `state`, by rotation. */
BMILL_FN uint32_t bmill_modify_by_rotation_u32(uint32_t x, unsigned i, bool state)
{
    return bmill_rotl_u32((bmill_rotr_u32(x, i) & ~UINT32_C(1)) | state, i);
}

/** @} */

/* With a check of the index, where the call stands, so that file and line are those of the caller.
 */
#ifdef BMILL_DEBUG
#define bmill_modify_by_branch_u32(x, i, s) \
    bmill_modify_by_branch_u32((x), BMILL_INDEX_(i, 32), (s))
#define bmill_modify_by_branch_u64(x, i, s) \
    bmill_modify_by_branch_u64((x), BMILL_INDEX_(i, 64), (s))
#define bmill_modify_by_merging_u32(x, i, s) \
    bmill_modify_by_merging_u32((x), BMILL_INDEX_(i, 32), (s))
#define bmill_modify_by_merging_u64(x, i, s) \
    bmill_modify_by_merging_u64((x), BMILL_INDEX_(i, 64), (s))
#define bmill_modify_by_masks_u32(x, i, s) bmill_modify_by_masks_u32((x), BMILL_INDEX_(i, 32), (s))
#define bmill_modify_by_masks_u64(x, i, s) bmill_modify_by_masks_u64((x), BMILL_INDEX_(i, 64), (s))
#define bmill_modify_by_difference_u32(x, i, s) \
    bmill_modify_by_difference_u32((x), BMILL_INDEX_(i, 32), (s))
#define bmill_modify_by_difference_u64(x, i, s) \
    bmill_modify_by_difference_u64((x), BMILL_INDEX_(i, 64), (s))
#define bmill_modify_by_rotation_u32(x, i, s) \
    bmill_modify_by_rotation_u32((x), BMILL_INDEX_(i, 32), (s))
#define bmill_modify_by_rotation_u64(x, i, s) \
    bmill_modify_by_rotation_u64((x), BMILL_INDEX_(i, 64), (s))
#endif

/* clang-format off */
/** X(modify, method, width) for all variants of bmill_modify. */
#define BMILL_VARIANTS_MODIFY(X)                            \
    X(modify, branch, u32)      X(modify, branch, u64)      \
    X(modify, merging, u32)     X(modify, merging, u64)     \
    X(modify, masks, u32)       X(modify, masks, u64)       \
    X(modify, difference, u32)  X(modify, difference, u64)  \
    X(modify, rotation, u32)    X(modify, rotation, u64)
/* clang-format on */

BMILL_END_INLINE_

#endif
