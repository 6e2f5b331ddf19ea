/* 2-masks.c: exercises of chapter 2. Replace each `return 0` by an expression, and let the command
 * check:
 *
 *   bitmill grade --forbid loop,if 2-masks.c
 *
 * The number of a bit, i or first, is 0 to 31 here, unless a comment says something else.
 */
#include <stdbool.h>
#include <stdint.h>

/* Makes bit i of x 1. */
uint32_t set_u32(uint32_t x, unsigned i) { return 0; }

/* Tells whether bit i of x is 1. */
bool is_set_u32(uint32_t x, unsigned i) { return 0; }

/* Makes bit i of x 0. Of 64 bits: mind the width of your 1. i is 0 to 63. */
uint64_t clear_u64(uint64_t x, unsigned i) { return 0; }

/* Inverts bit i of x. */
uint32_t flip_u32(uint32_t x, unsigned i) { return 0; }

/* Makes bit i of x equal to state, without a branch. */
uint32_t modify_u32(uint32_t x, unsigned i, bool state) { return 0; }

/* The bits of a where mask is 1, and those of b where it is 0. */
uint32_t mux_u32(uint32_t mask, uint32_t a, uint32_t b) { return 0; }

/* A mask of count places from place first up. All of them are in the number: first + count is at
 * most 32. But count may be 32, and first may be 32 if count is 0. No shift may be by 32. Hint: the
 * mask is the difference of two masks that begin at place 0. Copy your low_mask_u32 from chapter 1
 * into this file, above this comment, and call it; it is graded again, as an eighth function. */
uint32_t mask_u32(unsigned first, unsigned count) { return 0; }
