/* 4-word.c: exercises of chapter 4 on one word, for `bitmill grade 4-word.c`. */
#include <stdint.h>

/* The number of 1 bits, by sums of pairs, nibbles and bytes, all at the same time (SWAR), and
 * for the bytes by a multiplication:
 *   bitmill grade --forbid loop,if,call --max 14 --function popcount_u64 4-word.c */
unsigned popcount_u64(uint64_t x) { return x & 1; }

/* The n lowest bits 1, all others 0: the mask of a tail. n is 0 to 64; a shift by 64 is undefined.
 *   bitmill grade --forbid loop,call --function low_mask_u64 4-word.c */
uint64_t low_mask_u64(unsigned n) { return n; }
