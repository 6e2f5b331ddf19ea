/* 3-observations.c: exercises of chapter 3. Replace each `return 0`, and let the command check and
 * prove:
 *
 *   bitmill grade --forbid if --prove 3-observations.c
 */
#include <stdbool.h>
#include <stdint.h>

/* Tells whether x is odd. One operator is enough. */
bool is_odd_u32(uint32_t x) { return 0; }

/* Tells whether x is a multiple of alignment, which is a power of two. Division is not needed. */
bool is_aligned_u32(uint32_t x, uint32_t alignment) { return 0; }

/* Tells whether x is a power of two. 0 is none. */
bool is_pow2_u32(uint32_t x) { return 0; }

/* The lowest 1 bit of x alone: 40, which is 0b101000, gives 8. 0 gives 0. */
uint32_t lowest_set_u32(uint32_t x) { return 0; }

/* A 1 in each place below the lowest 1 bit of x, and nothing else: 40 gives 7. 0 gives all ones. */
uint32_t trailing_zeros_mask_u32(uint32_t x) { return 0; }

/* The Gray code of x: that of x and that of x + 1 differ in one bit. */
uint32_t gray_encode_u32(uint32_t x) { return 0; }

/* The number whose Gray code is given: bit i is the xor of bits 7 to i of the code. Three foldings
 * do it, or a loop. */
uint8_t gray_decode_u8(uint8_t code) { return 0; }

/* Tells whether the number of 1 bits of x is odd, by folding or in a loop. */
bool parity_u32(uint32_t x) { return 0; }
