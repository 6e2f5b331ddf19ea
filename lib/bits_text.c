/* bits_text.c: bitmaps as text. The digits are made and read by kernels; how many there are to be,
 * and whether they fit, is seen to here. */
#define BMILL_NO_INLINE_BITS
#include "kernels.h"
#include <bitmill/bits.h>
#include <bitmill/bits/text.h>
#include <bitmill/word.h>

static size_t smaller(size_t a, size_t b) { return a < b ? a : b; }

/* ---- Digits to text. ---- */

static size_t hex_digits(size_t nbits) { return nbits / 4 + (nbits % 4 != 0); }

/* How many of so many characters there is room for; ends the text behind them. */
static size_t fitting(char *text, size_t size, size_t length)
{
    size_t n;
    if (size == 0)
        return 0;
    n = smaller(length, size - 1);
    text[n] = 0;
    return n;
}

static size_t format_binary(char *text, size_t size, const void *bits, size_t nbits, bool msb)
{
    size_t n = fitting(text, size, nbits);
    bmill_active()->put_binary(text, bits, msb ? nbits - n : 0, n, msb);
    return nbits;
}

static size_t format_hex(char *text, size_t size, const void *bits, size_t nbits, bool msb)
{
    size_t digits = hex_digits(nbits), n = fitting(text, size, digits);
    size_t first = msb ? 4 * (digits - n) : 0;
    bmill_active()->put_hex(text, bits, first, smaller(4 * n, nbits - first), msb);
    return digits;
}

size_t bmill_bits_format_binary(char *text, size_t size, const void *bits, size_t nbits)
{
    return format_binary(text, size, bits, nbits, false);
}
size_t bmill_bits_format_binary_msb(char *text, size_t size, const void *bits, size_t nbits)
{
    return format_binary(text, size, bits, nbits, true);
}
size_t bmill_bits_format_hex(char *text, size_t size, const void *bits, size_t nbits)
{
    return format_hex(text, size, bits, nbits, false);
}
size_t bmill_bits_format_hex_msb(char *text, size_t size, const void *bits, size_t nbits)
{
    return format_hex(text, size, bits, nbits, true);
}

/* ---- Digits from text: first all is checked, then all is written. ---- */

static bool wrong_at(size_t position, size_t *error)
{
    if (error)
        *error = position;
    return false;
}

/* The first of n characters that is not '0'; n if there is none. */
static size_t find_not_zero(const char *text, size_t n)
{
    size_t i = 0;
    while (i < n && text[i] == '0')
        i++;
    return i;
}

/* What stands behind n characters; the text may be NULL if there are none. */
static const char *behind(const char *text, size_t n) { return n ? text + n : text; }

static bool parse_binary(void *bits, size_t nbits, const char *text, size_t length, size_t *error,
                         bool msb)
{
    size_t n = smaller(length, nbits), over = length - n, i;
    const char *digits = msb ? behind(text, over) : text, *zeros = msb ? text : behind(text, n);
    if (msb && (i = find_not_zero(zeros, over)) < over)
        return wrong_at(i, error);
    if ((i = bmill_active()->find_not_binary(digits, n)) < n)
        return wrong_at((msb ? over : 0) + i, error);
    if (!msb && (i = find_not_zero(zeros, over)) < over)
        return wrong_at(n + i, error);
    bmill_active()->get_binary(bits, digits, n, msb);
    bmill_bits_clear_range(bits, n, nbits - n);
    return true;
}

/* A character that is a digit. */
static unsigned hex_value(char digit)
{
    return digit <= '9' ? (unsigned)(digit - '0') : ((unsigned)digit | 0x20) - 'a' + 10;
}

/* Of n digits, the position of the first that is none or does not fit; n if all is right. */
static size_t find_wrong_hex(const char *digits, size_t n, size_t nbits, bool msb)
{
    size_t top = msb ? 0 : n - 1, i = bmill_active()->find_not_hex(digits, n);
    bool fits = 4 * n <= nbits || i <= top || hex_value(digits[top]) >> nbits % 4 == 0;
    return fits ? i : smaller(i, top);
}

static bool parse_hex(void *bits, size_t nbits, const char *text, size_t length, size_t *error,
                      bool msb)
{
    size_t n = smaller(length, hex_digits(nbits)), over = length - n, i;
    const char *digits = msb ? behind(text, over) : text, *zeros = msb ? text : behind(text, n);
    size_t written = smaller(nbits, 4 * n);
    if (msb && (i = find_not_zero(zeros, over)) < over)
        return wrong_at(i, error);
    if (n && (i = find_wrong_hex(digits, n, nbits, msb)) < n)
        return wrong_at((msb ? over : 0) + i, error);
    if (!msb && (i = find_not_zero(zeros, over)) < over)
        return wrong_at(n + i, error);
    bmill_active()->get_hex(bits, written, digits, msb);
    bmill_bits_clear_range(bits, written, nbits - written);
    return true;
}

bool bmill_bits_parse_binary(void *bits, size_t nbits, const char *text, size_t length,
                             size_t *error)
{
    return parse_binary(bits, nbits, text, length, error, false);
}
bool bmill_bits_parse_binary_msb(void *bits, size_t nbits, const char *text, size_t length,
                                 size_t *error)
{
    return parse_binary(bits, nbits, text, length, error, true);
}
bool bmill_bits_parse_hex(void *bits, size_t nbits, const char *text, size_t length, size_t *error)
{
    return parse_hex(bits, nbits, text, length, error, false);
}
bool bmill_bits_parse_hex_msb(void *bits, size_t nbits, const char *text, size_t length,
                              size_t *error)
{
    return parse_hex(bits, nbits, text, length, error, true);
}

/* ---- Ranges. ---- */

struct output {
    char *text;
    size_t size, length;
};

static void put(struct output *out, char c)
{
    if (out->length + 1 < out->size)
        out->text[out->length] = c;
    out->length++;
}

static void put_number(struct output *out, size_t number)
{
    char digits[3 * sizeof number]; /* a byte is less than three digits */
    size_t n = 0;
    do
        digits[n++] = (char)('0' + number % 10);
    while ((number /= 10) > 0);
    while (n > 0)
        put(out, digits[--n]);
}

size_t bmill_bits_format_ranges(char *text, size_t size, const void *bits, size_t nbits)
{
    struct output out = {text, size, 0};
    size_t first = bmill_bits_find_first_set(bits, nbits), end;
    for (; first < nbits; first = bmill_bits_find_next_set(bits, nbits, end)) {
        end = bmill_bits_find_next_clear(bits, nbits, first);
        if (out.length > 0)
            put(&out, ',');
        put_number(&out, first);
        if (end - first > 1) {
            put(&out, '-');
            put_number(&out, end - 1);
        }
    }
    (void)fitting(text, size, out.length);
    return out.length;
}

static size_t skip_blanks(const char *text, size_t length, size_t i)
{
    while (i < length && (text[i] == ' ' || text[i] == '\t' || text[i] == '\n' || text[i] == '\r'))
        i++;
    return i;
}

/* Reads digits from i on. Result: where they end; i if there are none. Too large a number for
 * size_t is SIZE_MAX, which no nbits exceeds. */
static size_t read_number(const char *text, size_t length, size_t i, size_t *number)
{
    *number = 0;
    for (; i < length && text[i] >= '0' && text[i] <= '9'; i++) {
        size_t digit = (size_t)(text[i] - '0');
        *number = *number > (SIZE_MAX - digit) / 10 ? SIZE_MAX : 10 * *number + digit;
    }
    return i;
}

/* Reads a number that is to be from `least` to nbits - 1; false if it is not there or not that. */
static bool take_number(const char *text, size_t length, size_t *i, size_t least, size_t nbits,
                        size_t *number)
{
    size_t end = read_number(text, length, *i, number);
    if (end == *i || *number < least || *number >= nbits)
        return false;
    *i = end;
    return true;
}

/* Sets the bits that the text names, or, if `bits` is NULL, only checks. */
static bool scan_ranges(void *bits, size_t nbits, const char *text, size_t length, size_t *error)
{
    size_t i = skip_blanks(text, length, 0), first, last;
    while (i < length) {
        if (!take_number(text, length, &i, 0, nbits, &first))
            return wrong_at(i, error);
        last = first;
        if (i < length && text[i] == '-' &&
            (i++, !take_number(text, length, &i, first, nbits, &last)))
            return wrong_at(i, error);
        if (bits)
            bmill_bits_set_range(bits, first, last - first + 1);
        i = skip_blanks(text, length, i);
        if (i == length)
            return true;
        if (text[i] != ',')
            return wrong_at(i, error);
        i = skip_blanks(text, length, i + 1);
        if (i == length)
            return wrong_at(i, error);
    }
    return true;
}

bool bmill_bits_parse_ranges(void *bits, size_t nbits, const char *text, size_t length,
                             size_t *error)
{
    if (!scan_ranges(NULL, nbits, text, length, error))
        return false;
    bmill_bits_clear_range(bits, 0, nbits);
    return scan_ranges(bits, nbits, text, length, NULL);
}
