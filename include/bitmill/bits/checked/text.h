/* bitmill/bits/checked/text.h: the checks of bitmill/bits/text.h.
 * See bitmill/bits/check.h. */
#ifndef BITMILL_BITS_CHECKED_TEXT_H
#define BITMILL_BITS_CHECKED_TEXT_H

#include <bitmill/bits/check.h>
#include <bitmill/bits/text.h>

#if BMILL_CHECKS_

/* Of nbits / per_digit digits, rounded up, those that there is room for are written, and a 0; only
 * the bits that they stand for are read. _msb begins with the last digit. */
#define BMILL_FORMATS_(per_digit, msb)                                              \
    size_t digits = nbits / (per_digit) + (nbits % (per_digit) != 0);               \
    size_t n = size ? bmill_least_(digits, size - 1) : 0;                           \
    size_t first = (msb) ? (digits - n) * (per_digit) : 0;                          \
    BMILL_TOUCHES_(text, bmill_extent_of_(size ? n + 1 : 0, 1, "character"), true); \
    BMILL_READS_BITS_(bits, first, n ? bmill_least_(n *(per_digit), nbits - first) : 0)

/* Both the text and the bitmap, also where the text turns out to be wrong. */
#define BMILL_PARSES_()                                                    \
    BMILL_TOUCHES_(text, bmill_extent_of_(length, 1, "character"), false); \
    BMILL_WRITES_BITS_(bits, 0, nbits);                                    \
    BMILL_WRITES_ELEMENTS_(error, error ? 1 : 0)

BMILL_GUARDED_(size_t, bmill_bits_format_binary,
               (char *BMILL_SIZED_ text, size_t size, const void *BMILL_SIZED_ bits, size_t nbits),
               (text, size, bits, nbits), BMILL_FORMATS_(1, false))
BMILL_GUARDED_(size_t, bmill_bits_format_binary_msb,
               (char *BMILL_SIZED_ text, size_t size, const void *BMILL_SIZED_ bits, size_t nbits),
               (text, size, bits, nbits), BMILL_FORMATS_(1, true))
BMILL_GUARDED_(size_t, bmill_bits_format_hex,
               (char *BMILL_SIZED_ text, size_t size, const void *BMILL_SIZED_ bits, size_t nbits),
               (text, size, bits, nbits), BMILL_FORMATS_(4, false))
BMILL_GUARDED_(size_t, bmill_bits_format_hex_msb,
               (char *BMILL_SIZED_ text, size_t size, const void *BMILL_SIZED_ bits, size_t nbits),
               (text, size, bits, nbits), BMILL_FORMATS_(4, true))
/* How long the text is, only the library can say. */
BMILL_GUARDED_(
    size_t, bmill_bits_format_ranges,
    (char *BMILL_SIZED_ text, size_t size, const void *BMILL_SIZED_ bits, size_t nbits),
    (text, size, bits, nbits), BMILL_READS_BITS_(bits, 0, nbits);
    BMILL_TOUCHES_(text,
                   bmill_extent_of_(size ? bmill_least_(bmill_bits_format_ranges_unchecked_(
                                                            NULL, 0, bits, nbits),
                                                        size - 1) +
                                               1
                                         : 0,
                                    1, "character"),
                   true))
BMILL_GUARDED_(bool, bmill_bits_parse_binary,
               (void *BMILL_SIZED_ bits, size_t nbits, const char *BMILL_SIZED_ text, size_t length,
                size_t *BMILL_SIZED_ error),
               (bits, nbits, text, length, error), BMILL_PARSES_())
BMILL_GUARDED_(bool, bmill_bits_parse_binary_msb,
               (void *BMILL_SIZED_ bits, size_t nbits, const char *BMILL_SIZED_ text, size_t length,
                size_t *BMILL_SIZED_ error),
               (bits, nbits, text, length, error), BMILL_PARSES_())
BMILL_GUARDED_(bool, bmill_bits_parse_hex,
               (void *BMILL_SIZED_ bits, size_t nbits, const char *BMILL_SIZED_ text, size_t length,
                size_t *BMILL_SIZED_ error),
               (bits, nbits, text, length, error), BMILL_PARSES_())
BMILL_GUARDED_(bool, bmill_bits_parse_hex_msb,
               (void *BMILL_SIZED_ bits, size_t nbits, const char *BMILL_SIZED_ text, size_t length,
                size_t *BMILL_SIZED_ error),
               (bits, nbits, text, length, error), BMILL_PARSES_())
BMILL_GUARDED_(bool, bmill_bits_parse_ranges,
               (void *BMILL_SIZED_ bits, size_t nbits, const char *BMILL_SIZED_ text, size_t length,
                size_t *BMILL_SIZED_ error),
               (bits, nbits, text, length, error), BMILL_PARSES_())

#endif

#endif
