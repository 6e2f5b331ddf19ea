/* bitmill/learn/variants/modify.h: five ways to make bit i of x equal to `state`. Index policy: as
 * in bitmill/word/bit.h, i below the width is a precondition. See bitmill/learn/variants.h. */
#ifndef BITMILL_LEARN_VARIANTS_MODIFY_H
#define BITMILL_LEARN_VARIANTS_MODIFY_H

#include <bitmill/word/permute.h>

BMILL_BEGIN_INLINE_

/**
 * By a branch: set it or clear it.
 *
 * Cost: four to six instructions, and 10 to 20 cycles each time that `state` surprises the
 * processor, unless the compiler makes it a conditional move.
 */
BMILL_FN uint64_t bmill_modify_by_branch_u64(uint64_t x, unsigned i, bool state)
{
    if (state)
        return x | UINT64_C(1) << (i & 63);
    return x & ~(UINT64_C(1) << (i & 63));
}
BMILL_FN uint32_t bmill_modify_by_branch_u32(uint32_t x, unsigned i, bool state)
{
    if (state)
        return x | UINT32_C(1) << (i & 31);
    return x & ~(UINT32_C(1) << (i & 31));
}

/**
 * By a merge: xor in, at that place alone, what is different from all ones or all zeros.
 *
 * Cost: five instructions, nearly all needing the one before. Source: S. E. Anderson, Bit Twiddling
 * Hacks, "Conditionally set or clear bits without branching".
 */
BMILL_FN uint64_t bmill_modify_by_merging_u64(uint64_t x, unsigned i, bool state)
{
    return x ^ (((UINT64_C(0) - state) ^ x) & UINT64_C(1) << (i & 63));
}
BMILL_FN uint32_t bmill_modify_by_merging_u32(uint32_t x, unsigned i, bool state)
{
    return x ^ (((UINT32_C(0) - state) ^ x) & UINT32_C(1) << (i & 31));
}

/**
 * By masks: clear the place, and add it out of all ones or all zeros.
 *
 * Cost: seven instructions as written, some of which can run side by side; but gcc makes this
 * by_merging, and clang makes both something of its own. Source: Bit Twiddling Hacks, same section,
 * for superscalar processors.
 */
BMILL_FN uint64_t bmill_modify_by_masks_u64(uint64_t x, unsigned i, bool state)
{
    uint64_t mask = UINT64_C(1) << (i & 63);
    return (x & ~mask) | ((UINT64_C(0) - state) & mask);
}
BMILL_FN uint32_t bmill_modify_by_masks_u32(uint32_t x, unsigned i, bool state)
{
    uint32_t mask = UINT32_C(1) << (i & 31);
    return (x & ~mask) | ((UINT32_C(0) - state) & mask);
}

/**
 * By the difference: flip the bit if it is not what it should be.
 *
 * Cost: five instructions, each needing the one before.
 */
BMILL_FN uint64_t bmill_modify_by_difference_u64(uint64_t x, unsigned i, bool state)
{
    return x ^ ((x >> (i & 63) ^ state) & 1) << (i & 63);
}
BMILL_FN uint32_t bmill_modify_by_difference_u32(uint32_t x, unsigned i, bool state)
{
    return x ^ ((x >> (i & 31) ^ state) & 1) << (i & 31);
}

/**
 * By rotation: bring the bit to place 0, replace it there, and rotate back.
 *
 * Cost: four instructions, each needing the one before.
 */
BMILL_FN uint64_t bmill_modify_by_rotation_u64(uint64_t x, unsigned i, bool state)
{
    return bmill_rotl_u64((bmill_rotr_u64(x, i) & ~UINT64_C(1)) | state, i);
}
BMILL_FN uint32_t bmill_modify_by_rotation_u32(uint32_t x, unsigned i, bool state)
{
    return bmill_rotl_u32((bmill_rotr_u32(x, i) & ~UINT32_C(1)) | state, i);
}

/* The same, checked: with the file and line of the caller. */
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
#define BMILL_VARIANTS_MODIFY(X)                            \
    X(modify, branch, u32)      X(modify, branch, u64)      \
    X(modify, merging, u32)     X(modify, merging, u64)     \
    X(modify, masks, u32)       X(modify, masks, u64)       \
    X(modify, difference, u32)  X(modify, difference, u64)  \
    X(modify, rotation, u32)    X(modify, rotation, u64)
/* clang-format on */

BMILL_END_INLINE_

#endif
