/* text.c: bitmaps as text. */
#define BMILL_NO_INLINE_BITS
#include "fuzz.h"
#include <bitmill.h>
#include <bitmill/bits/text.h>
#include <stdio.h>
#include <string.h>

/* ---- To text ---- */

static const struct format_row {
    const char *name;
    size_t (*call)(char *text, size_t size, const void *bits, size_t nbits);
    size_t bits_per_digit; /* 0: ranges */
    bool msb;
} formats[] = {
    {F(bmill_bits_format_binary), 1, false}, {F(bmill_bits_format_binary_msb), 1, true},
    {F(bmill_bits_format_hex), 4, false},    {F(bmill_bits_format_hex_msb), 4, true},
    {F(bmill_bits_format_ranges), 0, false},
};

enum { MAX_TEXT = 80000 };
static char whole[MAX_TEXT];

static size_t format_digits(const unsigned char *bits, size_t nbits, size_t per, bool msb)
{
    size_t digits = (nbits + per - 1) / per;
    for (size_t k = 0; k < digits; k++) {
        unsigned digit = 0;
        for (size_t j = 0; j < per && k * per + j < nbits; j++)
            digit |= (unsigned)ref_get(bits, k * per + j) << j;
        whole[msb ? digits - 1 - k : k] = "0123456789abcdef"[digit];
    }
    return digits;
}

static size_t format_ranges(const unsigned char *bits, size_t nbits)
{
    size_t length = 0;
    for (size_t i = 0, last; i < nbits; i++) {
        if (!ref_get(bits, i))
            continue;
        for (last = i; last + 1 < nbits && ref_get(bits, last + 1);)
            last++;
        length += (size_t)snprintf(whole + length, 30, i < last ? "%s%zu-%zu" : "%s%zu",
                                   length ? "," : "", i, last);
        i = last;
    }
    return length;
}

static void try_format(const void *row_)
{
    const struct format_row *row = row_;
    size_t nbits = draw_size(row->bits_per_digit ? MAX_BITS : 10000), length, size, written;
    unsigned char *bits = place_bits(A, "bits", nbits), *text;
    length = row->bits_per_digit ? format_digits(bits, nbits, row->bits_per_digit, row->msb)
                                 : format_ranges(bits, nbits);
    size = draw_near(length);
    written = size <= length ? size : length + 1;
    text = place(DST, "text", written, 1);
    note("size", size);
    note("nbits", nbits);
    if (written) {
        memcpy(twin(text), whole, written - 1);
        twin(text)[written - 1] = 0;
    }
    expect("the result", row->call((char *)text, size, bits, nbits), length);
}

/* ---- From text ---- */

static const struct parse_row {
    const char *name;
    bool (*call)(void *bits, size_t nbits, const char *text, size_t length, size_t *error);
    size_t bits_per_digit; /* 0: ranges */
    bool msb;
} parses[] = {
    {F(bmill_bits_parse_binary), 1, false}, {F(bmill_bits_parse_binary_msb), 1, true},
    {F(bmill_bits_parse_hex), 4, false},    {F(bmill_bits_parse_hex_msb), 4, true},
    {F(bmill_bits_parse_ranges), 0, false},
};

/* The value of the digit; 16 if it is none. */
static unsigned digit_of(char c, unsigned base)
{
    static const char digits[] = "0123456789abcdefABCDEF";
    const char *found = c ? strchr(digits, c) : NULL;
    unsigned value = found ? (unsigned)(found - digits) : 16;
    value = value >= 16 && found ? value - 6 : value;
    return value < base ? value : 16;
}

/* The position of the first wrong character; length if there is none. */
static size_t reference_parse(unsigned char *bits, size_t nbits, const char *text, size_t length,
                              size_t per, bool msb)
{
    for (size_t i = 0; i < length; i++) {
        size_t k = msb ? length - 1 - i : i;
        unsigned digit = digit_of(text[i], 1u << per);
        if (digit == 16)
            return i;
        for (size_t j = 0; j < per; j++)
            if (digit >> j & 1 && per * k + j >= nbits)
                return i;
    }
    for (size_t i = 0; i < nbits; i++) {
        size_t k = i / per, at = msb ? length - 1 - k : k;
        ref_put(bits, i, k < length && digit_of(text[at], 1u << per) >> i % per & 1);
    }
    return length;
}

/* Reads a number at *i, at least `least` and below nbits. If it is wrong, returns false and leaves
 * *i at the wrong character. */
static bool read_number(const char *text, size_t length, size_t *i, size_t least, size_t nbits,
                        size_t *number)
{
    size_t start = *i;
    bool large = false;
    for (*number = 0; *i < length && digit_of(text[*i], 10) < 10; ++*i) {
        *number = 10 * *number + digit_of(text[*i], 10);
        large = large || *number >= nbits;
    }
    if (*i > start && !large && *number >= least && *number < nbits)
        return true;
    *i = start;
    return false;
}

static void skip_blanks(const char *text, size_t length, size_t *i)
{
    while (*i < length && text[*i] && strchr(" \t\r\n", text[*i]))
        ++*i;
}

/* How many more ranges have bit i than have bit i - 1. */
static int begun[MAX_BITS + 1];

static void put_ranges(unsigned char *bits, size_t nbits)
{
    int ranges = 0;
    for (size_t i = 0; i < nbits; i++)
        ref_put(bits, i, (ranges += begun[i]) > 0);
}

/* As reference_parse, but SIZE_MAX if nothing is wrong, because the text can be wrong at its end.
 */
static size_t reference_ranges(unsigned char *bits, size_t nbits, const char *text, size_t length)
{
    size_t i = 0, first, last;
    bool more;
    memset(begun, 0, sizeof begun);
    skip_blanks(text, length, &i);
    for (more = i < length; more;) {
        if (!read_number(text, length, &i, 0, nbits, &first))
            return i;
        last = first;
        if (i < length && text[i] == '-')
            if (i++, !read_number(text, length, &i, first, nbits, &last))
                return i;
        begun[first]++;
        begun[last + 1]--;
        skip_blanks(text, length, &i);
        more = i < length;
        if (more && text[i++] != ',')
            return i - 1;
        skip_blanks(text, length, &i);
    }
    put_ranges(bits, nbits);
    return SIZE_MAX;
}

/* Digits. The highest are often 0, so that more digits than bits can be right. */
static void fill_digits(char *text, size_t length, size_t per, bool msb)
{
    static const char *const digits[] = {"01", "0123456789abcdefABCDEF"};
    const char *from = digits[per == 4];
    size_t seed = (size_t)draw(255), zeros = (size_t)draw(length);
    zeros = draw(1) ? 0 : zeros;
    for (size_t i = 0; i < length; i++) {
        size_t k = msb ? length - 1 - i : i;
        text[i] = k >= length - zeros ? '0' : from[noise(seed, i) % strlen(from)];
    }
}

/* Numbers, mostly below nbits, with right and wrong separators; or many long ranges, which overlap.
 */
static size_t fill_ranges(char *text, size_t room, size_t nbits, bool many)
{
    static const char *const between[] = {",", "-", ",", "-", ", ", " ,", "\t,\n", "\r"};
    size_t n = (size_t)draw(many ? 1500 : 40), seed = (size_t)draw(255), length = 0, number = 0;
    size_t few = many ? 2 : 4 + (size_t)draw(4), limit = nbits ? nbits : 1;
    size_t spread = many ? 1 + (size_t)draw(nbits) : limit < 300 ? limit : 300;
    for (size_t i = 0; i < n && length + 40 < room; i++) {
        uint64_t x = noise(seed, i);
        number = i % 2 ? number + (size_t)(x % spread) : (size_t)(x % limit);
        number = many && number >= limit ? limit - 1 : number;
        length += (size_t)snprintf(text + length, 40, "%zu%s", number,
                                   i + 1 == n ? "" : between[i % 2 ? (x >> 32) % few / 2 * 2 : 1]);
    }
    return length;
}

/* Puts in some characters that are wrong, or wrong at their position, and right and wrong ends of
 * the text. Result: the length. */
static size_t spoil(char *text, size_t length)
{
    static const char bad[] = "g/:@G`-, \t2x\x80\xff.\n9";
    static const char *const ends[] = {"", "", "", "", "\n", "\r\n", "\n\n", "\r"};
    const char *end = ends[draw(7)];
    for (size_t n = (size_t)draw(7) ? 0 : (size_t)draw(3); length && n > 0; n--) {
        size_t at = (size_t)draw(length - 1);
        text[at] = draw(3) ? bad[draw(sizeof bad - 2)] : (char)draw(255);
    }
    for (; *end; end++)
        text[length++] = *end;
    return length;
}

/* The length without the end of the line. */
static size_t without_end(const char *text, size_t length)
{
    if (length > 0 && text[length - 1] == '\n')
        return length > 1 && text[length - 2] == '\r' ? length - 2 : length - 1;
    return length;
}

static void try_parse(const void *row_)
{
    const struct parse_row *row = row_;
    size_t per = row->bits_per_digit, digits, length, wrong, n;
    bool many = per == 0 && draw(3) == 0, right, asks;
    size_t nbits = many ? (size_t)draw(MAX_BITS) : draw_size(per ? 10000 : 3000);
    size_t error = SIZE_MAX - 1;
    unsigned char *text, *bits = place_bits(DST, "bits", nbits);
    char *p = whole;
    asks = draw(3);
    digits = per ? (nbits + per - 1) / per : 0;
    length =
        per ? (size_t)draw(1) ? digits : draw_near(digits) : fill_ranges(p, 10000, nbits, many);
    length = length < 20000 ? length : 20000 - length % 64;
    if (per)
        fill_digits(p, length, per, row->msb);
    length = spoil(p, length);
    text = place(A, "text", length, 1);
    if (length)
        memcpy(text, p, length);
    mirror(text, length);
    note("nbits", nbits);
    note("length", length);
    n = without_end(p, length);
    wrong = per ? reference_parse(twin(bits), nbits, p, n, per, row->msb)
                : reference_ranges(twin(bits), nbits, p, length);
    right = wrong == (per ? n : SIZE_MAX);
    if (!right)
        mirror(bits, (nbits + 7) / 8);
    expect("the result", row->call(bits, nbits, (const char *)text, length, asks ? &error : NULL),
           right);
    expect("*error", error, right || !asks ? SIZE_MAX - 1 : wrong);
}

const struct group fuzz_text[] = {
    GROUP("", formats, try_format),
    GROUP("", parses, try_parse),
    {0},
};
