/* 1-bits.c: exercises of chapter 1. Replace each `return 0` by an expression, and let the command
 * check:
 *
 *   bitmill grade --forbid loop,if 1-bits.c
 *
 * For the example in a comment, work out by hand what comes out before you write anything.
 */
#include <stdint.h>

/* Swaps the two bytes of x: 0x1234 becomes 0x3412. */
uint16_t byteswap_u16(uint16_t x) { return 0; }

/* A number whose n lowest bits are 1, and all others 0: 3 gives 0b111, which is 7. n is 0 to 32, so
 * 1u << n is not enough: what does C say about it for n = 32? The chapter has two ways out. */
uint32_t low_mask_u32(unsigned n) { return 0; }

/* Moves the bits of x to the left by n places, and lets what leaves at the top come in at the
 * bottom: 0x80000001 by 1 is 3. n is 0 to 31. What would you shift by for n = 0? */
uint32_t rotl_u32(uint32_t x, unsigned n) { return 0; }

/* Reads the n lowest bits of x as a signed number: 0b101 with n = 3 is -4 + 1, which is -3. n is 1
 * to 8, and the other bits of x may be anything. Hint: which shift brings the top one of the n bits
 * to place 7, which shift brings it back, and what comes in at the left then? */
int8_t sign_extend_u8(uint8_t x, unsigned n) { return 0; }

/* The average of x and y, rounded down: of 5 and 8 it is 6. x + y may wrap around, so (x + y) / 2
 * is wrong for large numbers. The chapter has a law that makes a sum of an xor and an and: what is
 * half of each of its two parts? */
uint32_t avg_floor_u32(uint32_t x, uint32_t y) { return 0; }
