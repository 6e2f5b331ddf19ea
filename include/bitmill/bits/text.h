/** @file
 * bitmill/bits/text.h: bitmaps as text: binary and hexadecimal digits, lists of ranges.
 *
 * _msb: the most significant digit first, as numbers are written; without it, the digit of bit 0
 * first. A hexadecimal digit stands for the four bits from 4 k on, k counted from the end that has
 * bit 0; the last digit may stand for fewer. The text and the bitmap must not overlap.
 *
 * Formatting works as with snprintf: at most size - 1 characters and a terminating 0 are written,
 * the beginning of the text if not all of it fits; nothing if size is 0, and then `text` may be
 * NULL. Result: the length of the whole text, without the 0. All of it was written if the result is
 * less than size.
 *
 * Parsing reads `length` characters; no 0 has to follow them. Result: whether all of the text was
 * right. If it was, the bitmap is what the text says, and *error stays. If it was not, the bitmap
 * stays, and *error, unless `error` is NULL, becomes the position of the first error, 0 to length.
 * An empty text is a bitmap of zeros. One end of line, "\n" or "\r\n", is allowed after the last
 * character and ignored, because files and programs end their text with one; a second one is an
 * error in digits. (A list of ranges may have blanks and ends of lines between its ranges, too.)
 *
 * The rules of bitmill/bits.h hold.
 */
#ifndef BITMILL_BITS_TEXT_H
#define BITMILL_BITS_TEXT_H

#include <bitmill/bits/check.h>
#include <bitmill/config.h>

#ifdef __cplusplus
extern "C" {
#endif

/** @name Bitmap to digits
 *
 * Writes one character, 0 or 1, for each bit, or one hexadecimal digit, in lower case and without a
 * prefix, for each four bits. Result: the number of digits, nbits or nbits / 4 rounded up. Cost: a
 * few ns for 64 binary digits.
 *
 * Example, which writes "abcd":
 *
 *     bmill_bits_format_hex_msb(text, sizeof text, "\xcd\xab", 16);
 */
/** @{ */

/** Writes binary digits, bit 0 first. */
BMILL_API size_t bmill_bits_format_binary(char *text, size_t size, const void *bits, size_t nbits);
/** Writes binary digits, bit nbits - 1 first. */
BMILL_API size_t bmill_bits_format_binary_msb(char *text, size_t size, const void *bits,
                                              size_t nbits);
/** Writes hexadecimal digits, the digit of bits 0 to 3 first. */
BMILL_API size_t bmill_bits_format_hex(char *text, size_t size, const void *bits, size_t nbits);
/** Writes hexadecimal digits, the digit of bits 0 to 3 last. */
BMILL_API size_t bmill_bits_format_hex_msb(char *text, size_t size, const void *bits, size_t nbits);

/** @} */

/**
 * Write the positions of the 1 bits as a list of ranges, such as "0-3,7,64-127"; "" if there are
 * none.
 *
 * Result: the length of the list. Cost: two searches for each range.
 * Example: bmill_bits_format_ranges(text, sizeof text, online, ncpus);
 */
BMILL_API size_t bmill_bits_format_ranges(char *text, size_t size, const void *bits, size_t nbits);

/** @name Digits to bitmap
 *
 * Reads binary digits, or hexadecimal digits in upper or lower case without a prefix. If there are
 * fewer digits than the bitmap has, the missing ones, those of the highest bits, are 0; digits past
 * the bitmap must be 0. *error: the first character that is not a digit, or that has a 1 for a bit
 * at or past nbits. Cost: the text is read twice, because the bitmap changes only if all of it is
 * right.
 *
 * Example, which sets the bits 8 to 15:
 *
 *     bmill_bits_parse_hex_msb(affinity, ncpus, "ff00\n", 5, NULL);
 */
/** @{ */

/** Reads binary digits, bit 0 first. */
BMILL_API bool bmill_bits_parse_binary(void *bits, size_t nbits, const char *text, size_t length,
                                       size_t *error);
/** Reads binary digits, bit 0 last. */
BMILL_API bool bmill_bits_parse_binary_msb(void *bits, size_t nbits, const char *text,
                                           size_t length, size_t *error);
/** Reads hexadecimal digits, the digit of bits 0 to 3 first. */
BMILL_API bool bmill_bits_parse_hex(void *bits, size_t nbits, const char *text, size_t length,
                                    size_t *error);
/** Reads hexadecimal digits, the digit of bits 0 to 3 last. */
BMILL_API bool bmill_bits_parse_hex_msb(void *bits, size_t nbits, const char *text, size_t length,
                                        size_t *error);

/** @} */

/**
 * Read a bitmap from a list of ranges: decimal numbers "a", or "a-b" with b not less than a,
 * separated by commas, in any order; ranges may overlap. The bits named become 1, all others 0.
 *
 * Spaces, tabs and ends of lines may stand around a range, but not within it. *error: the first
 * character that is not allowed in its place; the first digit of a number that is nbits or more, or
 * less than the number before the hyphen; length if a number is missing at the end.
 *
 * Cost: the text is read twice and each bit is set once, if the ranges overlap little. Ranges that
 * overlap or touch cost as much as one if they follow each other in the text. In the worst case,
 * many long ranges that overlap in no order, the text is read log2(nbits) times, and the bitmap is
 * written that often, or 32 times if that is more. A megabyte of text for a gigabit took 0.02 s
 * without overlap, and 1 s in the worst case tried.
 *
 * Example:
 *
 *     if (!bmill_bits_parse_ranges(cpus, ncpus, text, strlen(text), &error))
 *         complain(text, error);
 */
BMILL_API bool bmill_bits_parse_ranges(void *bits, size_t nbits, const char *text, size_t length,
                                       size_t *error);

#ifdef __cplusplus
}
#endif

/* ---- Fronts: see bitmill/bits/inline.h. ---- */

#if BMILL_CHECKS_

BMILL_LIBRARY_(bmill_bits_format_binary);
BMILL_LIBRARY_(bmill_bits_format_binary_msb);
BMILL_LIBRARY_(bmill_bits_format_hex);
BMILL_LIBRARY_(bmill_bits_format_hex_msb);
BMILL_LIBRARY_(bmill_bits_format_ranges);
BMILL_LIBRARY_(bmill_bits_parse_binary);
BMILL_LIBRARY_(bmill_bits_parse_binary_msb);
BMILL_LIBRARY_(bmill_bits_parse_hex);
BMILL_LIBRARY_(bmill_bits_parse_hex_msb);
BMILL_LIBRARY_(bmill_bits_parse_ranges);

/* The text has nbits / per_digit digits, rounded up. As many as fit are written, and a 0; only the
 * bits that these digits stand for are read. _msb begins with the digit of the highest bits. */
#define BMILL_FORMATS_(per_digit, msb)                                              \
    size_t digits = nbits / (per_digit) + (nbits % (per_digit) != 0);               \
    size_t n = size ? bmill_least_(digits, size - 1) : 0;                           \
    size_t first = (msb) ? (digits - n) * (per_digit) : 0;                          \
    BMILL_TOUCHES_(text, bmill_extent_of_(size ? n + 1 : 0, 1, "character"), true); \
    BMILL_READS_BITS_(bits, first, n ? bmill_least_(n *(per_digit), nbits - first) : 0)

/* The whole text and the whole bitmap are checked, even if the text is wrong. */
#define BMILL_PARSES_()                                                    \
    BMILL_TOUCHES_(text, bmill_extent_of_(length, 1, "character"), false); \
    BMILL_WRITES_BITS_(bits, 0, nbits);                                    \
    BMILL_WRITES_ELEMENTS_(error, error ? 1 : 0)

BMILL_BEGIN_FRONTS_

BMILL_FRONT_ size_t bmill_bits_format_binary(char *BMILL_SIZED_ text, size_t size,
                                             const void *BMILL_SIZED_ bits, size_t nbits)
{
    BMILL_FORMATS_(1, false);
    return bmill_bits_format_binary_library_(text, size, bits, nbits);
}

BMILL_FRONT_ size_t bmill_bits_format_binary_msb(char *BMILL_SIZED_ text, size_t size,
                                                 const void *BMILL_SIZED_ bits, size_t nbits)
{
    BMILL_FORMATS_(1, true);
    return bmill_bits_format_binary_msb_library_(text, size, bits, nbits);
}

BMILL_FRONT_ size_t bmill_bits_format_hex(char *BMILL_SIZED_ text, size_t size,
                                          const void *BMILL_SIZED_ bits, size_t nbits)
{
    BMILL_FORMATS_(4, false);
    return bmill_bits_format_hex_library_(text, size, bits, nbits);
}

BMILL_FRONT_ size_t bmill_bits_format_hex_msb(char *BMILL_SIZED_ text, size_t size,
                                              const void *BMILL_SIZED_ bits, size_t nbits)
{
    BMILL_FORMATS_(4, true);
    return bmill_bits_format_hex_msb_library_(text, size, bits, nbits);
}

/* The library computes the length of the text. */
BMILL_FRONT_ size_t bmill_bits_format_ranges(char *BMILL_SIZED_ text, size_t size,
                                             const void *BMILL_SIZED_ bits, size_t nbits)
{
    size_t n = 0;
    BMILL_READS_BITS_(bits, 0, nbits);
    if (size > 0)
        n = bmill_least_(bmill_bits_format_ranges_library_(BMILL_NULL_, 0, bits, nbits) + 1, size);
    BMILL_TOUCHES_(text, bmill_extent_of_(n, 1, "character"), true);
    return bmill_bits_format_ranges_library_(text, size, bits, nbits);
}

BMILL_FRONT_ bool bmill_bits_parse_binary(void *BMILL_SIZED_ bits, size_t nbits,
                                          const char *BMILL_SIZED_ text, size_t length,
                                          size_t *BMILL_SIZED_ error)
{
    BMILL_PARSES_();
    return bmill_bits_parse_binary_library_(bits, nbits, text, length, error);
}

BMILL_FRONT_ bool bmill_bits_parse_binary_msb(void *BMILL_SIZED_ bits, size_t nbits,
                                              const char *BMILL_SIZED_ text, size_t length,
                                              size_t *BMILL_SIZED_ error)
{
    BMILL_PARSES_();
    return bmill_bits_parse_binary_msb_library_(bits, nbits, text, length, error);
}

BMILL_FRONT_ bool bmill_bits_parse_hex(void *BMILL_SIZED_ bits, size_t nbits,
                                       const char *BMILL_SIZED_ text, size_t length,
                                       size_t *BMILL_SIZED_ error)
{
    BMILL_PARSES_();
    return bmill_bits_parse_hex_library_(bits, nbits, text, length, error);
}

BMILL_FRONT_ bool bmill_bits_parse_hex_msb(void *BMILL_SIZED_ bits, size_t nbits,
                                           const char *BMILL_SIZED_ text, size_t length,
                                           size_t *BMILL_SIZED_ error)
{
    BMILL_PARSES_();
    return bmill_bits_parse_hex_msb_library_(bits, nbits, text, length, error);
}

BMILL_FRONT_ bool bmill_bits_parse_ranges(void *BMILL_SIZED_ bits, size_t nbits,
                                          const char *BMILL_SIZED_ text, size_t length,
                                          size_t *BMILL_SIZED_ error)
{
    BMILL_PARSES_();
    return bmill_bits_parse_ranges_library_(bits, nbits, text, length, error);
}

BMILL_END_FRONTS_

#endif

#endif
