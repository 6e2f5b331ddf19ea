/* text.c: bitmaps as text on every ISA, digit by digit. */
#include "harness/arena.h"
#include "harness/isas.h"
#include "harness/thresholds.h"
#include <bitmill.h>
#include <bitmill/bits/text.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { MAX_BITS = 5000, MAX_TEXT = 4 * MAX_BITS, MAX_RANGE_BITS = 100000, MAX_RANGES = 500 };

static struct arena arena, texts;

/* The four kinds of digits: how many bits one has, which end is first. */
static const struct kind {
    const char *name;
    size_t width;
    bool msb;
    size_t (*format)(char *text, size_t size, const void *bits, size_t nbits);
    bool (*parse)(void *bits, size_t nbits, const char *text, size_t length, size_t *error);
} kinds[] = {
    {"binary", 1, false, bmill_bits_format_binary, bmill_bits_parse_binary},
    {"binary_msb", 1, true, bmill_bits_format_binary_msb, bmill_bits_parse_binary_msb},
    {"hex", 4, false, bmill_bits_format_hex, bmill_bits_parse_hex},
    {"hex_msb", 4, true, bmill_bits_format_hex_msb, bmill_bits_parse_hex_msb},
};

/* A length in bits. Loops go by bytes of bits, or by characters, of which the last one may stand
 * for fewer bits than others. */
static size_t draw_nbits(prop *p, const struct kind **kind)
{
    size_t nbits = draw_length(p, TEXT | LOOPS, MAX_BITS), digits = nbits / 8;
    *kind = &kinds[prop_draw(p, 3)];
    if (prop_draw(p, 1) || digits == 0)
        return nbits;
    return digits * (*kind)->width - (size_t)prop_draw(p, (*kind)->width - 1);
}

/* The bits of digit k, counted from bit 0. */
static unsigned digit_of(const void *bits, size_t nbits, size_t k, size_t width)
{
    unsigned digit = 0;
    for (size_t j = 0; j < width && k * width + j < nbits; j++)
        digit |= (unsigned)ref_get(bits, k * width + j) << j;
    return digit;
}

static size_t ref_format(char *text, const void *bits, size_t nbits, const struct kind *kind)
{
    size_t n = (nbits + kind->width - 1) / kind->width;
    for (size_t k = 0; k < n; k++)
        text[kind->msb ? n - 1 - k : k] = "0123456789abcdef"[digit_of(bits, nbits, k, kind->width)];
    text[n] = 0;
    return n;
}

static size_t ref_ranges(char *text, const void *bits, size_t nbits)
{
    size_t n = 0;
    for (size_t i = 0; i < nbits; i++) {
        size_t end = i;
        while (end < nbits && ref_get(bits, end))
            end++;
        if (end == i)
            continue;
        n += (size_t)sprintf(text + n, end - i > 1 ? "%s%zu-%zu" : "%s%zu", n ? "," : "", i,
                             end - 1);
        i = end;
    }
    text[n] = 0;
    return n;
}

/* The text that is written is a prefix, as long as there is room; right before a guard page. */
static bool is_written(prop *p, size_t length, const char *want, size_t got_length, size_t size)
{
    prop_show(p, "size %zu: \"%s\", %zu expected, %zu got: \"%.*s\"", size, want, length,
              got_length, (int)size, (const char *)texts.end - size);
    return got_length == length && arena_agrees(&arena, p) && arena_agrees(&texts, p);
}

static void expect(const char *want, size_t length, unsigned char *text, size_t size)
{
    size_t n = length < size ? length : size - 1;
    if (size == 0)
        return;
    memcpy(arena_twin(&texts, text), want, n);
    arena_twin(&texts, text)[n] = 0;
}

static size_t draw_size(prop *p, size_t length)
{
    uint64_t kind = prop_draw(p, 2);
    return kind == 0 ? length + 1 : (size_t)prop_draw(p, kind == 1 ? length + 2 : MAX_TEXT);
}

static bool digits_are_written(prop *p)
{
    static char want[MAX_TEXT + 1];
    const struct kind *kind;
    size_t nbits = draw_nbits(p, &kind);
    unsigned char *bits = arena_place(&arena, p, nbits);
    size_t length = ref_format(want, bits, nbits, kind), size = draw_size(p, length);
    unsigned char *text = arena_place(&texts, p, 8 * size);
    expect(want, length, text, size);
    prop_show(p, "%s", kind->name);
    return is_written(p, length, want, kind->format(size ? (char *)text : NULL, size, bits, nbits),
                      size);
}

static bool ranges_are_written(prop *p)
{
    static char want[6 * MAX_BITS];
    size_t nbits = (size_t)prop_draw(p, prop_draw(p, 3) ? 150 : MAX_BITS);
    unsigned char *bits = arena_place(&arena, p, nbits), *text;
    size_t length = ref_ranges(want, bits, nbits), size = draw_size(p, length);
    text = arena_place(&texts, p, 8 * size);
    expect(want, length, text, size);
    return is_written(p, length, want,
                      bmill_bits_format_ranges(size ? (char *)text : NULL, size, bits, nbits),
                      size);
}

/* The value of a digit; 16 for other characters. */
static unsigned value_of(unsigned char c, size_t width)
{
    const char *digits = "0123456789abcdef0123456789ABCDEF", *at = c ? strchr(digits, c) : NULL;
    unsigned value = at ? (unsigned)(at - digits) % 16 : 16;
    return value >> width ? 16 : value;
}

/* How many of the characters at the end are "\n" or "\r\n", which say nothing. */
static size_t end_of_line(const unsigned char *text, size_t length)
{
    if (length >= 2 && memcmp(text + length - 2, "\r\n", 2) == 0)
        return 2;
    return length >= 1 && text[length - 1] == '\n';
}

/* Writes what the text says; the position of its first error, or length. */
static size_t ref_parse(unsigned char *bits, size_t nbits, const unsigned char *text, size_t length,
                        const struct kind *kind)
{
    size_t whole = length;
    length -= end_of_line(text, length);
    for (size_t t = 0; t < length; t++) {
        size_t k = kind->msb ? length - 1 - t : t;
        unsigned value = value_of(text[t], kind->width);
        for (size_t j = 0; j < kind->width; j++)
            if (value == 16 || (k * kind->width + j >= nbits && value >> j & 1))
                return t;
    }
    for (size_t i = 0; i < nbits; i++) {
        size_t k = i / kind->width, t = kind->msb ? length - 1 - k : k;
        ref_put(bits, i, k < length && value_of(text[t], kind->width) >> i % kind->width & 1);
    }
    return whole;
}

/* Digits; in half of the cases a character or two is anything. Those too many are 0, but one. After
 * the `length` digits comes `end`. */
static unsigned char *draw_digits(prop *p, size_t length, size_t fit, const struct kind *kind,
                                  const char *end)
{
    unsigned char *text = arena_place(&texts, p, 8 * (length + strlen(end)));
    memcpy(text + length, end, strlen(end));
    for (size_t t = 0; t < length; t++) {
        size_t k = kind->msb ? length - 1 - t : t;
        unsigned char byte = text[t];
        text[t] = (unsigned char)"0123456789abcdef0123456789ABCDEF"[byte % (2u << kind->width) %
                                                                    (kind->width == 1 ? 2 : 32)];
        if (k >= fit)
            text[t] = '0';
    }
    for (uint64_t wrong = prop_draw(p, 3); wrong > 1 && length > 0; wrong--) {
        size_t t = (size_t)prop_draw(p, length - 1);
        text[t] = prop_draw(p, 1) ? (unsigned char)prop_draw(p, 255) : (unsigned char)'1';
    }
    arena_mirror(&texts);
    return text;
}

static bool digits_are_read(prop *p)
{
    static const char *const ends[] = {"", "", "", "\n", "\r\n", "\n\n"};
    const struct kind *kind;
    size_t nbits = draw_nbits(p, &kind);
    const char *end = ends[prop_draw(p, 5)];
    unsigned char *bits = arena_place(&arena, p, nbits);
    size_t digits = (nbits + kind->width - 1) / kind->width;
    uint64_t kind_of_length = prop_draw(p, 3);
    size_t length = kind_of_length > 1 ? digits : (size_t)prop_draw(p, digits + 70);
    unsigned char *text = draw_digits(p, length, nbits / kind->width, kind, end);
    size_t want, error = 12345;
    bool right;
    length += strlen(end);
    want = ref_parse(arena_twin(&arena, bits), nbits, text, length, kind);
    right = kind->parse(bits, nbits, (const char *)text, length, &error);
    prop_show(p, "%s of \"%.*s\": %d, error %zu, expected %zu of %zu", kind->name, (int)length,
              (const char *)text, right, error, want, length);
    return right == (want == length) && error == (right ? 12345 : want) &&
           kind->parse(bits, nbits, (const char *)text, length, NULL) == right &&
           arena_agrees(&arena, p) && arena_agrees(&texts, p);
}

/* Reading what was written gives the same bits. */
static bool reading_inverts_writing(prop *p)
{
    static char text[6 * MAX_BITS];
    uint64_t i = prop_draw(p, 4);
    size_t nbits = (size_t)prop_draw(p, prop_draw(p, 3) ? 150 : MAX_BITS), length;
    unsigned char *bits = arena_place(&arena, p, nbits), *noise = bits;
    length = i < 4 ? kinds[i].format(text, sizeof text, bits, nbits)
                   : bmill_bits_format_ranges(text, sizeof text, bits, nbits);
    for (size_t n = 0; n < nbits; n++)
        ref_put(noise, n, prop_draw(p, 1));
    prop_show(p, "%s", text);
    return (i < 4 ? kinds[i].parse(bits, nbits, text, length, NULL)
                  : bmill_bits_parse_ranges(bits, nbits, text, length, NULL)) &&
           arena_agrees(&arena, p);
}

/* All characters, at each position of the loops: 16, 32 or 64 digits at once, and the rest. */
START_TEST(each_character_is_seen)
{
    isa_for_test(_i);
    for (size_t k = 0; k < 4; k++) {
        const struct kind *kind = &kinds[k];
        for (size_t place = 0; place < 131; place++)
            for (unsigned c = 0; c < 256; c++) {
                unsigned char bits[131 * 4 / 8 + 1] = {0}, want[sizeof bits] = {0}, text[131];
                size_t nbits = kind->width * sizeof text, error = sizeof text;
                memset(text, '0', sizeof text);
                text[place] = (unsigned char)c;
                ck_assert_uint_eq(kind->parse(bits, nbits, (char *)text, sizeof text, &error),
                                  value_of((unsigned char)c, kind->width) < 16 ||
                                      (c == '\n' && place == sizeof text - 1));
                ck_assert_uint_eq(error, ref_parse(want, nbits, text, sizeof text, kind));
                ck_assert_mem_eq(bits, want, sizeof bits);
            }
    }
}
END_TEST

/* Any two characters, digits or not, among zeros: too many digits, a number that does not fit, and
 * the first wrong character. */
START_TEST(first_error_is_told)
{
    static const char chars[] = "01248fg";
    isa_for_test(_i);
    for (size_t n = 0; n < 4 * 14 * 6 * 25 * 49; n++) {
        const struct kind *kind = &kinds[n % 4];
        size_t nbits = n / 4 % 14, length = n / 56 % 6, places = n / 336 % 25, pair = n / 8400;
        unsigned char text[7] = "000000", bits[2] = {0x5a, 0xa5}, want[2] = {0x5a, 0xa5};
        size_t error = length;
        text[places / 5] = (unsigned char)chars[pair / 7];
        text[places % 5] = (unsigned char)chars[pair % 7];
        (void)kind->parse(bits, nbits, (char *)text, length, &error);
        ck_assert_msg(error == ref_parse(want, nbits, text, length, kind) && bits[0] == want[0] &&
                          bits[1] == want[1],
                      "%s: %zu bits of the first %zu of \"%s\": %zu", kind->name, nbits, length,
                      text, error);
    }
}
END_TEST

/* One end of a line is taken after the digits, and nowhere else: text, whether "11" is what it says
 * (or else nothing), where it is wrong. */
START_TEST(one_end_of_line_is_taken)
{
    enum { RIGHT = 100 };
    static const struct {
        const char *text;
        bool has_digits;
        size_t error;
    } lines[] = {
        {"\n", false, RIGHT},    {"\r\n", false, RIGHT}, {"11\n", true, RIGHT},
        {"11\r\n", true, RIGHT}, {"\n\n", false, 0},     {"\r\n\n", false, 0},
        {"\r", false, 0},        {"11\r", false, 2},     {"11\n\n", false, 2},
        {"11\n\r\n", false, 2},  {"11\r\r\n", false, 2}, {"11\r\n\r\n", false, 2},
        {"1\n1", false, 1},      {"1\n1\n", false, 1},   {"\n11", false, 0},
        {"11 \n", false, 2},     {" \n", false, 0},      {"11\n ", false, 2},
    };
    isa_for_test(_i);
    for (size_t k = 0; k < 4; k++)
        for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
            const struct kind *kind = &kinds[k];
            unsigned char bits[8] = {0xa5};
            uint64_t digits = kind->width == 1 ? 3 : 0x11;
            size_t length = strlen(lines[i].text), error = RIGHT;
            bool right = kind->parse(bits, 64, lines[i].text, length, &error);
            ck_assert_msg(right == (lines[i].error == RIGHT) && error == lines[i].error,
                          "%s, line %zu: %d, %zu", kind->name, i, right, error);
            ck_assert_msg(bmill_load_le_u64(bits) == (!right                ? 0xa5
                                                      : lines[i].has_digits ? digits
                                                                            : 0),
                          "%s, line %zu: %#jx", kind->name, i, (uintmax_t)bmill_load_le_u64(bits));
        }
}
END_TEST

/* Lists of ranges: text, what it says of 20 bits, where it is wrong. */
START_TEST(ranges_are_read)
{
    enum { NBITS = 20, RIGHT = 100 };
    static const struct {
        const char *text;
        uint32_t bits;
        size_t error;
    } lists[] = {
        {"", 0, RIGHT},
        {" \t\r\n", 0, RIGHT},
        {"0", 1, RIGHT},
        {"19", 1 << 19, RIGHT},
        {"0-3,7,18-19", 0xc008f, RIGHT},
        {" 7 , 0-3\n", 0x8f, RIGHT},
        {"7\r\n", 0x80, RIGHT},
        {"7\n\n", 0x80, RIGHT},
        {"7\n8", 0, 2},
        {"0-19", 0xfffff, RIGHT},
        {"5-5,5,4-6", 0x70, RIGHT},
        {"007-010", 0x780, RIGHT},
        {"20", 0, 0},
        {"1,20", 0, 2},
        {"1-20", 0, 2},
        {"4-3", 0, 2},
        {"1,", 0, 2},
        {"1, ", 0, 3},
        {",1", 0, 0},
        {"1,,2", 0, 2},
        {"1-", 0, 2},
        {"-1", 0, 0},
        {"1-2-3", 0, 3},
        {"1 - 2", 0, 2},
        {"1- 2", 0, 2},
        {"1 2", 0, 2},
        {"1;2", 0, 1},
        {"0x1", 0, 1},
        {"+1", 0, 0},
        {"18446744073709551616", 0, 0},
        {"18446744073709551617-2", 0, 0},
        {"36893488147419103232", 0, 0},
        {"3,99999999999999999999999999", 0, 2},
        {"2-18446744073709551619", 0, 2},
    };
    isa_for_test(_i);
    arena = arena_new(NBITS);
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        unsigned char *bits = arena.end - 3, *text;
        size_t length = strlen(lists[i].text), error = RIGHT;
        bool right;
        texts = arena_new(8 * length);
        text = memcpy(texts.end - length, lists[i].text, length);
        bmill_store_le(bits, 3, 0xa5a5a5);
        right = bmill_bits_parse_ranges(bits, NBITS, (char *)text, length, &error);
        ck_assert_msg(right == (lists[i].error == RIGHT) && error == lists[i].error,
                      "\"%s\": %d, %zu", lists[i].text, right, error);
        ck_assert_msg(bmill_load_le(bits, 3) == (right ? 0xa00000 | lists[i].bits : 0xa5a5a5),
                      "\"%s\": %#jx", lists[i].text, (uintmax_t)bmill_load_le(bits, 3));
        ck_assert(bmill_bits_parse_ranges(bits, NBITS, (char *)text, length, NULL) == right);
        arena_free(&texts);
    }
    arena_free(&arena);
}
END_TEST

/* ---- Long lists of ranges that overlap. ---- */

/* The kinds of ranges in a list. */
enum { ANY, LONG, NESTED_OUT, NESTED_IN, ALTERNATING, SHORT, MIXED, KINDS_OF_LISTS };

static void draw_range(prop *p, int kind, size_t k, size_t nbits, size_t *first, size_t *last)
{
    size_t a = (size_t)prop_draw(p, nbits - 1), b = (size_t)prop_draw(p, nbits - 1);
    size_t small = nbits < 8 ? nbits - 1 : nbits / 8;
    if (kind == LONG)
        a %= small + 1, b = nbits - 1 - b % (small + 1);
    else if (kind == NESTED_OUT || kind == NESTED_IN) {
        size_t margin = kind == NESTED_IN ? k : MAX_RANGES - k;
        a = margin < nbits / 2 ? margin : nbits / 2;
        b = nbits - 1 - a;
    } else if (kind == ALTERNATING)
        a = k % 2 ? nbits / 2 + nbits / 8 : 0, b = a + nbits / 4;
    else if (kind == MIXED && k % 2)
        a = nbits / 4 + a / 16, b = nbits / 2 + b / 4;
    else if (kind == SHORT || kind == MIXED)
        b = a + b % 600;
    if (a >= nbits)
        a = nbits - 1;
    if (b >= nbits)
        b = nbits - 1;
    *first = a < b ? a : b;
    *last = a < b ? b : a;
}

/* A list of drawn ranges, and the bits it names in `bits`, from how many ranges begin at each bit
 * less how many end before it. */
static size_t draw_list(prop *p, char *text, unsigned char *bits, size_t nbits)
{
    static int change[MAX_RANGE_BITS + 1];
    size_t length = 0, n = MAX_RANGES - (size_t)prop_draw(p, MAX_RANGES / 3), first, last;
    int kind = (int)prop_draw(p, KINDS_OF_LISTS - 1), inside = 0;
    memset(change, 0, sizeof change);
    if (prop_draw(p, 3) == 0)
        n %= 8;
    for (size_t k = 0; k < n && nbits > 0; k++) {
        draw_range(p, k % 8 == 7 ? SHORT : kind, k, nbits, &first, &last);
        change[first]++;
        change[last + 1]--;
        length += (size_t)sprintf(text + length, "%s%zu-%zu", k ? "," : "", first, last);
    }
    for (size_t i = 0; i < nbits; i++)
        ref_put(bits, i, (inside += change[i]) > 0);
    return length;
}

static bool long_lists_are_read(prop *p)
{
    static char text[20 * MAX_RANGES];
    size_t nbits = prop_draw(p, 3) ? MAX_RANGE_BITS - (size_t)prop_draw(p, MAX_RANGE_BITS / 2)
                                   : (size_t)prop_draw(p, 3000);
    unsigned char *bits = arena_place(&arena, p, nbits);
    size_t length = draw_list(p, text, arena_twin(&arena, bits), nbits);
    bool right = bmill_bits_parse_ranges(bits, nbits, text, length, NULL);
    prop_show(p, "%zu bits of \"%.300s\", %zu characters", nbits, text, length);
    return right && arena_agrees(&arena, p);
}

START_TEST(union_of_ranges_is_right)
{
    isa_for_test(_i);
    arena = arena_new(MAX_RANGE_BITS);
    PROP_CHECK(long_lists_are_read);
    arena_free(&arena);
}
END_TEST

/* Ranges that cover nearly all of 2^26 bits, one megabyte of them: to set all bits of each takes
 * more than half a minute. */
static const char *const adversaries[] = {"the same again", "two in turn", "64 in turn",
                                          "each inside the last", "each around the last"};

static size_t adversary(int kind, char *text, size_t size, size_t nbits)
{
    size_t length = 0;
    for (size_t k = 0; length + 30 < size; k++) {
        size_t margin = kind == 3 ? k : kind == 4 ? 100000 - k : kind == 2 ? k % 64 * 2 : 0;
        size_t gap = kind == 1 ? k % 2 * 2 : 0; /* so that the two do not touch */
        size_t first = gap ? nbits / 2 + gap : margin;
        size_t last = kind == 1 && !gap ? nbits / 2 : nbits - 1 - margin;
        length += (size_t)sprintf(text + length, "%s%zu-%zu", k ? "," : "", first, last);
    }
    return length;
}

START_TEST(no_list_takes_long)
{
    enum { NBITS = 1 << 26, LENGTH = 1 << 20, LIMIT = 5 };
    char *text = malloc(LENGTH);
    unsigned char *bits = malloc(NBITS / 8);
    ck_assert(text && bits);
    for (int kind = 0; kind < (int)(sizeof adversaries / sizeof *adversaries); kind++) {
        size_t length = adversary(kind, text, LENGTH, NBITS);
        clock_t start = clock();
        double seconds;
        ck_assert(bmill_bits_parse_ranges(bits, NBITS, text, length, NULL));
        seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
        ck_assert_msg(seconds < (double)LIMIT, "%s: %.1f s", adversaries[kind], seconds);
    }
    free(bits);
    free(text);
}
END_TEST

/* Texts of up to 70 digits and four bits more or less, cut at each size. */
START_TEST(texts_are_cut_at_each_size)
{
    enum { MOST = 70 };
    unsigned char bits[MOST + 8];
    char want[4 * MOST + 2], text[4 * MOST + 2];
    isa_for_test(_i);
    for (size_t i = 0; i < sizeof bits; i++)
        bits[i] = (unsigned char)(0x9e3779b1u * (i + 1) >> 21);
    for (const struct kind *kind = kinds; kind < kinds + 4; kind++)
        for (size_t nbits = 0; nbits <= MOST * kind->width; nbits++) {
            size_t length = ref_format(want, bits, nbits, kind);
            for (size_t size = 0; size <= length + 1; size++) {
                memset(text, '?', sizeof text);
                ck_assert_uint_eq(kind->format(text, size, bits, nbits), length);
                if (size == 0)
                    continue;
                ck_assert_msg(
                    memcmp(text, want, size - 1) == 0 && text[size - 1] == 0 && text[size] == '?',
                    "%s: %zu bits, size %zu: %.*s", kind->name, nbits, size, (int)size, text);
            }
        }
}
END_TEST

START_TEST(nothing_is_allowed)
{
    char text[2] = "x";
    size_t error = 7;
    isa_for_test(_i);
    for (size_t k = 0; k < 4; k++) {
        ck_assert_uint_eq(kinds[k].format(NULL, 0, NULL, 0), 0);
        ck_assert(kinds[k].parse(NULL, 0, NULL, 0, &error) && error == 7);
        ck_assert(kinds[k].parse(NULL, 0, "000", 3, &error) && error == 7);
        ck_assert(!kinds[k].parse(NULL, 0, "001", 3, &error) && error == 2);
        error = 7;
    }
    ck_assert_uint_eq(bmill_bits_format_ranges(text, 1, NULL, 0), 0);
    ck_assert(text[0] == 0);
    ck_assert(bmill_bits_parse_ranges(NULL, 0, NULL, 0, &error) && error == 7);
    ck_assert(!bmill_bits_parse_ranges(NULL, 0, "0", 1, &error) && error == 0);
}
END_TEST

START_TEST(text_is_right)
{
    isa_for_test(_i);
    arena = arena_new(MAX_BITS);
    texts = arena_new(8 * (MAX_TEXT + 1));
    for (int i = 0; i < 4; i++) { /* as there are four kinds */
        PROP_CHECK(digits_are_written);
        PROP_CHECK(digits_are_read);
        PROP_WALK(digits_are_written, TEXT | LOOPS, MAX_BITS);
        PROP_WALK(digits_are_read, TEXT | LOOPS, MAX_BITS);
    }
    PROP_CHECK(ranges_are_written);
    PROP_CHECK(reading_inverts_writing);
    arena_free(&arena);
    arena_free(&texts);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("text");
    TCase *tcase = add_case(suite, "text");
    add_test_for_each_isa(tcase, each_character_is_seen);
    add_test_for_each_isa(tcase, first_error_is_told);
    add_test_for_each_isa(tcase, one_end_of_line_is_taken);
    add_test_for_each_isa(tcase, ranges_are_read);
    add_test_for_each_isa(tcase, union_of_ranges_is_right);
    tcase_add_test(tcase, no_list_takes_long);
    add_test_for_each_isa(tcase, texts_are_cut_at_each_size);
    add_test_for_each_isa(tcase, nothing_is_allowed);
    add_test_for_each_isa(tcase, text_is_right);
    return run_suite(suite);
}
