/* bitmill/bits/text.h: bitmaps as text: binary and hexadecimal digits, lists of ranges.
 *
 * `_msb`: the most significant digit first, as numbers are written; without it the digit with bit 0
 * first. A hexadecimal digit holds the four bits from 4 * k on, k counted from the end that has
 * bit 0; the last one may hold fewer. The text and the bitmap must not overlap. Not included by
 * <bitmill.h>; the rules of bitmill/bits.h hold.
 *
 * Formatting is as with snprintf: at most size - 1 characters and a 0 are written, the beginning of
 * the text if that is all that fits; nothing if size is 0, and then `text` may be NULL. Result: the
 * length of the whole text, without the 0; if it is less than size, all was written.
 *
 * Parsing takes `length` characters; no 0 has to follow them. Result: whether all of the text was
 * right. If not, the bitmap stays as it was, and *error, unless `error` is NULL, is the position
 * where the text goes wrong, 0 to length. If it was, the bitmap is what the text says, and *error
 * stays. An empty text is a bitmap of zeros. The one end of a line that a file or a program puts
 * after its text, "\n" or "\r\n", is allowed after the last character and says nothing; a second
 * one is an error in digits. (A list of ranges takes blanks and ends of lines between ranges, too.)
 */
#ifndef BITMILL_BITS_TEXT_H
#define BITMILL_BITS_TEXT_H

#include <bitmill/config.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Write a bitmap as digits 0 and 1, one for each bit.
 *
 * Result: nbits. Cost: some 64 digits in a few ns.
 * Example: bmill_bits_format_binary(text, sizeof text, "\x06", 4) writes "0110", _msb the same
 */
BMILL_API size_t bmill_bits_format_binary(char *text, size_t size, const void *bits, size_t nbits);
BMILL_API size_t bmill_bits_format_binary_msb(char *text, size_t size, const void *bits,
                                              size_t nbits);

/**
 * Write a bitmap as hexadecimal digits, lower-case, without a prefix.
 *
 * Result: nbits / 4, rounded up.
 * Example: bmill_bits_format_hex_msb(text, sizeof text, "\xcd\xab", 16) writes "abcd"
 */
BMILL_API size_t bmill_bits_format_hex(char *text, size_t size, const void *bits, size_t nbits);
BMILL_API size_t bmill_bits_format_hex_msb(char *text, size_t size, const void *bits, size_t nbits);

/**
 * Write the positions of the 1 bits as a list of ranges: "0-3,7,64-127"; "" if there are none.
 *
 * Cost: two searches for each range.
 * Example: bmill_bits_format_ranges(text, sizeof text, online, ncpus);
 */
BMILL_API size_t bmill_bits_format_ranges(char *text, size_t size, const void *bits, size_t nbits);

/**
 * Read a bitmap from digits 0 and 1.
 *
 * Digits that are missing, those of the highest bits, are 0; digits that are too many must be 0.
 * *error: the first character that is no digit, or that is a 1 for a bit at or past nbits. Cost:
 * the text is read twice, as the bitmap changes only if all of it is right.
 * Example: if (!bmill_bits_parse_binary(mask, 64, text, strlen(text), &error)) complain(error);
 */
BMILL_API bool bmill_bits_parse_binary(void *bits, size_t nbits, const char *text, size_t length,
                                       size_t *error);
BMILL_API bool bmill_bits_parse_binary_msb(void *bits, size_t nbits, const char *text,
                                           size_t length, size_t *error);

/**
 * Read a bitmap from hexadecimal digits, upper-case or lower-case, without a prefix.
 *
 * Missing digits and digits too many are as for binary ones. *error: the first character that is no
 * digit, or that is one with a 1 for a bit at or past nbits.
 * Example: bmill_bits_parse_hex_msb(affinity, ncpus, "ff00\n", 5, NULL) sets the bits 8 to 15
 */
BMILL_API bool bmill_bits_parse_hex(void *bits, size_t nbits, const char *text, size_t length,
                                    size_t *error);
BMILL_API bool bmill_bits_parse_hex_msb(void *bits, size_t nbits, const char *text, size_t length,
                                        size_t *error);

/**
 * Read a bitmap from a list of ranges: decimal numbers "a", or "a-b" with b not less than a,
 * separated by commas, in any order; they may overlap. The bits named are 1, all others 0.
 *
 * Spaces, tabs and ends of lines may be around a range, not within it. *error: the first character
 * that cannot stand where it stands; the first digit of a number that is nbits or more, or less
 * than the one before the hyphen; length if a number is missing at the end.
 *
 * Cost: where the ranges overlap little, the text is read twice and each bit is set once. Ranges
 * that overlap or touch cost as much as one if they follow each other in the text. In the worst
 * case (many long ranges that overlap, in no order) the text is read log2(nbits) times, and the
 * bitmap is written as often, or 32 times if that is more. A megabyte of text and a gigabit took
 * 0.02 s where nothing overlaps, and 1 s in the worst case tried.
 * Example: bmill_bits_parse_ranges(cpus, ncpus, "0-3,7\n", 6, NULL)
 */
BMILL_API bool bmill_bits_parse_ranges(void *bits, size_t nbits, const char *text, size_t length,
                                       size_t *error);

#ifdef __cplusplus
}
#endif

#include <bitmill/bits/checked/text.h>

#endif
