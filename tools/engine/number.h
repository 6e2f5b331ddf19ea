/* number.h: numbers: as people write them, read with a sign, drawn. */
#ifndef BITMILL_ENGINE_NUMBER_H
#define BITMILL_ENGINE_NUMBER_H

#include "text.h"

#include <stdint.h>

/* The next of a sequence of numbers that look random: SplitMix64, of G. L. Steele, D. Lea, C. H.
 * Flood, Fast Splittable Pseudorandom Number Generators (OOPSLA 2014). */
uint64_t next_random(uint64_t *state);

enum number_status { NUMBER_OK, NUMBER_NOT_ONE, NUMBER_TOO_LARGE };

/* The low `width` bits of `value`; width is 1 to 64. */
uint64_t low_bits(unsigned width, uint64_t value);

/* The value of the low `width` bits read as a signed number (two's complement). */
int64_t as_signed(unsigned width, uint64_t value);

/* x >> n where copies of the sign bit come in at the left, however large n is. The result is
 * sign-extended to 64 bits. */
uint64_t shift_arithmetic(unsigned width, uint64_t x, uint64_t n);

/* Reads all of the first `length` bytes as one number: decimal, 0x hexadecimal, 0b binary, 0o octal
 * (a leading 0 alone is decimal: nobody writes octal by intention), with _ or ' between digits, and
 * a '-' in front. A negative number must be at least -2^63, and gives the 64 bits of its two's
 * complement and *negative. *value is written only if the result is NUMBER_OK. */
enum number_status number_read(const char *string, size_t length, uint64_t *value, bool *negative);

/* Whether the number as read fits `width` bits: 0 to 2^width - 1, or -2^(width - 1) to -1. */
bool number_fits(unsigned width, uint64_t value, bool negative);

#endif
