/* text.c: bitmaps as text: the functions of bitmill/bits/text.h. Kernels make and read digits; how
 * many there are, and whether they fit, is decided here. */
#define BMILL_NO_INLINE_BITS
#include "dispatch/rows.h"
#include "simd/compiler.h"
#include <bitmill/bits/bit.h>
#include <bitmill/bits/find.h>
#include <bitmill/bits/range.h>
#include <bitmill/bits/text.h>
#include <bitmill/word.h>

static size_t smaller(size_t a, size_t b) { return a < b ? a : b; }

/* ---- Digits to text. ---- */

static size_t hex_digits(size_t nbits) { return nbits / 4 + (nbits % 4 != 0); }

/* How many of `length` characters fit into a buffer of `size`, with the 0 that ends them; stores
 * that 0. */
static size_t end_text(char *text, size_t size, size_t length)
{
    size_t n;
    if (size == 0)
        return 0;
    n = smaller(length, size - 1);
    text[n] = 0;
    return n;
}

static size_t format_binary_digits(char *text, size_t size, const void *bits, size_t nbits,
                                   bool msb)
{
    size_t n = end_text(text, size, nbits);
    KERNEL(format_binary)(text, bits, msb ? nbits - n : 0, n, msb);
    return nbits;
}

static size_t format_hex_digits(char *text, size_t size, const void *bits, size_t nbits, bool msb)
{
    size_t digits = hex_digits(nbits), n = end_text(text, size, digits);
    size_t first = msb ? 4 * (digits - n) : 0;
    KERNEL(format_hex)(text, bits, first, smaller(4 * n, nbits - first), msb);
    return digits;
}

size_t bmill_bits_format_binary(char *text, size_t size, const void *bits, size_t nbits)
{
    return format_binary_digits(text, size, bits, nbits, false);
}
size_t bmill_bits_format_binary_msb(char *text, size_t size, const void *bits, size_t nbits)
{
    return format_binary_digits(text, size, bits, nbits, true);
}
size_t bmill_bits_format_hex(char *text, size_t size, const void *bits, size_t nbits)
{
    return format_hex_digits(text, size, bits, nbits, false);
}
size_t bmill_bits_format_hex_msb(char *text, size_t size, const void *bits, size_t nbits)
{
    return format_hex_digits(text, size, bits, nbits, true);
}

/* ---- Digits from text: all of them are checked before the first bit is written. ---- */

static bool wrong_at(size_t position, size_t *error)
{
    if (error)
        *error = position;
    return false;
}

/* The length without a line end, "\n" or "\r\n", of which one may follow the digits. */
static size_t without_end_of_line(const char *text, size_t length)
{
    if (length == 0 || text[length - 1] != '\n')
        return length;
    return length - (length > 1 && text[length - 2] == '\r' ? 2 : 1);
}

/* The first of n characters that is not '0'; n if there is none. */
static size_t find_not_zero(const char *text, size_t n)
{
    size_t i = 0;
    while (i < n && text[i] == '0')
        i++;
    return i;
}

/* text + n, also where text is NULL and n is 0. */
static const char *skip(const char *text, size_t n) { return n ? text + n : text; }

static bool parse_binary_digits(void *bits, size_t nbits, const char *text, size_t size,
                                size_t *error, bool msb)
{
    size_t length = without_end_of_line(text, size), n = smaller(length, nbits);
    size_t over = length - n, i;
    const char *digits = msb ? skip(text, over) : text, *zeros = msb ? text : skip(text, n);
    if (msb && (i = find_not_zero(zeros, over)) < over)
        return wrong_at(i, error);
    if ((i = KERNEL(find_not_binary)(digits, n)) < n)
        return wrong_at((msb ? over : 0) + i, error);
    if (!msb && (i = find_not_zero(zeros, over)) < over)
        return wrong_at(n + i, error);
    KERNEL(parse_binary)(bits, digits, n, msb);
    if (n < nbits)
        bmill_bits_clear_range(bits, n, nbits - n);
    return true;
}

/* The value of a character that is a hexadecimal digit. */
static unsigned hex_value(char digit)
{
    return digit <= '9' ? (unsigned)(digit - '0') : ((unsigned)digit | 0x20) - 'a' + 10;
}

/* The position of the first of n characters that is no digit or has bits past nbits; n if there is
 * none. */
static size_t find_wrong_hex(const char *digits, size_t n, size_t nbits, bool msb)
{
    size_t top = msb ? 0 : n - 1, i = KERNEL(find_not_hex)(digits, n);
    bool fits = 4 * n <= nbits || i <= top || hex_value(digits[top]) >> nbits % 4 == 0;
    return fits ? i : top;
}

static bool parse_hex_digits(void *bits, size_t nbits, const char *text, size_t size, size_t *error,
                             bool msb)
{
    size_t length = without_end_of_line(text, size), n = smaller(length, hex_digits(nbits));
    size_t over = length - n, i;
    const char *digits = msb ? skip(text, over) : text, *zeros = msb ? text : skip(text, n);
    size_t written = smaller(nbits, 4 * n);
    if (msb && (i = find_not_zero(zeros, over)) < over)
        return wrong_at(i, error);
    if (n && (i = find_wrong_hex(digits, n, nbits, msb)) < n)
        return wrong_at((msb ? over : 0) + i, error);
    if (!msb && (i = find_not_zero(zeros, over)) < over)
        return wrong_at(n + i, error);
    KERNEL(parse_hex)(bits, written, digits, msb);
    if (written < nbits)
        bmill_bits_clear_range(bits, written, nbits - written);
    return true;
}

bool bmill_bits_parse_binary(void *bits, size_t nbits, const char *text, size_t length,
                             size_t *error)
{
    return parse_binary_digits(bits, nbits, text, length, error, false);
}
bool bmill_bits_parse_binary_msb(void *bits, size_t nbits, const char *text, size_t length,
                                 size_t *error)
{
    return parse_binary_digits(bits, nbits, text, length, error, true);
}
bool bmill_bits_parse_hex(void *bits, size_t nbits, const char *text, size_t length, size_t *error)
{
    return parse_hex_digits(bits, nbits, text, length, error, false);
}
bool bmill_bits_parse_hex_msb(void *bits, size_t nbits, const char *text, size_t length,
                              size_t *error)
{
    return parse_hex_digits(bits, nbits, text, length, error, true);
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
    char digits[3 * sizeof number]; /* a byte takes less than three digits */
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
    (void)end_text(text, size, out.length);
    return out.length;
}

BMILL_ALWAYS_INLINE size_t skip_blanks(const char *text, size_t length, size_t i)
{
    while (i < length && (text[i] == ' ' || text[i] == '\t' || text[i] == '\n' || text[i] == '\r'))
        i++;
    return i;
}

/* Reads digits from position i. Result: where they end; i if there are none. A number too large for
 * size_t becomes SIZE_MAX, which is past the end of any bitmap. */
BMILL_ALWAYS_INLINE size_t read_number(const char *text, size_t length, size_t i, size_t *number)
{
    *number = 0;
    for (; i < length && text[i] >= '0' && text[i] <= '9'; i++) {
        size_t digit = (size_t)(text[i] - '0');
        *number = *number > (SIZE_MAX - digit) / 10 ? SIZE_MAX : 10 * *number + digit;
    }
    return i;
}

/* Reads a number from `least` to nbits - 1; false if there is none, or it is out of that range. */
BMILL_ALWAYS_INLINE bool take_number(const char *text, size_t length, size_t *i, size_t least,
                                     size_t nbits, size_t *number)
{
    size_t end = read_number(text, length, *i, number);
    if (end == *i || *number < least || *number >= nbits)
        return false;
    *i = end;
    return true;
}

struct range {
    size_t first, last;
};

/* Reads the range at *i, and the comma after it. On an error *i is its position. */
BMILL_ALWAYS_INLINE bool take_range(const char *text, size_t length, size_t *i, size_t nbits,
                                    struct range *range)
{
    if (!take_number(text, length, i, 0, nbits, &range->first))
        return false;
    range->last = range->first;
    if (*i < length && text[*i] == '-') {
        ++*i;
        if (!take_number(text, length, i, range->first, nbits, &range->last))
            return false;
    }
    *i = skip_blanks(text, length, *i);
    if (*i == length)
        return true;
    if (text[*i] != ',')
        return false;
    *i = skip_blanks(text, length, *i + 1);
    return *i < length;
}

/* Whether the ranges overlap or are adjacent. last + 1 cannot overflow: it is at most nbits. */
static inline bool touch(struct range a, struct range b)
{
    return a.first <= b.last + 1 && b.first <= a.last + 1;
}

static inline struct range join(struct range a, struct range b)
{
    struct range all = {a.first < b.first ? a.first : b.first, a.last > b.last ? a.last : b.last};
    return all;
}

/* A list of ranges as text, and the state of reading it. */
struct list {
    const char *text;
    size_t length, nbits;
    unsigned char *bits;
    uint64_t work;   /* the number of bits of all ranges */
    uint64_t levels; /* bit k: whether there is a range of level k */
    unsigned level;  /* mark_level() marks the ranges of this level */
    size_t wrong;    /* where the text is wrong */
};
typedef void range_op(struct list *list, struct range range);

/* Calls `each` for the ranges in the order of the text, after joining neighbours in the text that
 * overlap or are adjacent. False: the text is wrong at list->wrong. */
BMILL_ALWAYS_INLINE bool scan(struct list *list, range_op *each)
{
    const char *text = list->text;
    size_t length = list->length, nbits = list->nbits, i = skip_blanks(text, length, 0);
    struct range range = {0, 0}, next;
    bool some = false;
    for (; i < length; some = true) {
        if (!take_range(text, length, &i, nbits, &next)) {
            list->wrong = i;
            return false;
        }
        if (some && touch(range, next)) {
            range = join(range, next);
            continue;
        }
        if (some)
            each(list, range);
        range = next;
    }
    if (some)
        each(list, range);
    return true;
}

static size_t bits_in(struct range range) { return range.last - range.first + 1; }

/* ---- The union of many long ranges, without memory for them. A range of at least 2^k and less
 * than 2^(k+1) bits (level k) is the union of two ranges of exactly 2^k bits: its first and its
 * last 2^k bits. A range of 2^k bits is the union of two of 2^(k-1) bits, which begin where it
 * begins and 2^(k-1) bits later. So, from the highest level down, the bitmap holds a 1 for the
 * first bit of each range of 2^k bits: spread() goes from a level to the one below, and the ranges
 * of that level are then marked. At level 0 a range is one bit, and the bitmap is the union. ----
 */

/* This level and those below it are spread in one pass over words of 64 bits. */
enum { WORD_LEVEL = 6 };

/* Ranges of lower levels are set directly, at the end: filling so few bytes takes no longer than
 * reading the two numbers (about 10 ns). */
enum { LEAST_LEVEL = 9 };

static unsigned range_level(struct range range) { return bmill_log2_floor_u64(bits_in(range)); }

/* ORs into each bit the bit that is `distance`, a multiple of 64, below it. Pieces have at most
 * `distance` bits, so that none overlaps its source, and go from the top down, so that each bit is
 * read before it changes. */
static void spread(unsigned char *bits, size_t nbits, size_t distance)
{
    for (size_t end = nbits; end > distance;) {
        size_t begin = (end - 1) / distance * distance;
        unsigned char *to = bits + begin / 8;
        KERNEL(or)(to, to, to - distance / 8, end - begin);
        end = begin;
    }
}

/* Sets the 63 bits after each 1 bit, from the top word down. None of them is past the end: a 1 bit
 * stands for the 64 bits of a range from there. */
static void spread_in_words(unsigned char *bits, size_t nbits)
{
    for (size_t end = nbits; end > 0;) {
        size_t begin = (end - 1) / 64 * 64;
        uint64_t below = begin ? bmill_load_le_u64(bits + (begin - 64) / 8) : 0;
        uint64_t word = bmill_bits_read(bits, begin, end - begin);
        if (below | word) {
            for (unsigned distance = 32; distance > 0; distance /= 2) {
                word |= word << distance | below >> (64 - distance);
                below |= below << distance;
            }
            bmill_bits_write(bits, begin, end - begin, word);
        }
        end = begin;
    }
}

static void measure(struct list *list, struct range range)
{
    list->work = bmill_sat_add_u64(list->work, bits_in(range));
    list->levels |= UINT64_C(1) << range_level(range);
}
static void set_one(struct list *list, struct range range)
{
    bmill_bits_set_range(list->bits, range.first, bits_in(range));
}
static void set_short(struct list *list, struct range range)
{
    if (range_level(range) < LEAST_LEVEL)
        set_one(list, range);
}
static void mark_level(struct list *list, struct range range)
{
    if (range_level(range) != list->level)
        return;
    bmill_bits_set(list->bits, range.first);
    bmill_bits_set(list->bits, range.last + 1 - ((size_t)1 << list->level));
}

static void set_by_levels(struct list *list)
{
    for (unsigned k = bmill_log2_floor_u64(list->levels); k >= WORD_LEVEL; k--) {
        list->level = k;
        if (k >= LEAST_LEVEL && list->levels >> k & 1)
            (void)scan(list, mark_level);
        if (k > WORD_LEVEL)
            spread(list->bits, list->nbits, (size_t)1 << (k - 1));
        else
            spread_in_words(list->bits, list->nbits);
    }
    (void)scan(list, set_short);
}

/* Whether to set the ranges one by one. Up to 32 times nbits of work that is as fast as
 * set_by_levels(), which makes about log2(nbits) passes over the bitmap; up to 256 bits for each
 * character of the text it takes no longer than reading the text. */
static bool is_little(uint64_t work, size_t nbits, size_t length)
{
    return work / 32 <= bmill_sat_add_u64(nbits, 8 * (uint64_t)length);
}

bool bmill_bits_parse_ranges(void *bits, size_t nbits, const char *text, size_t length,
                             size_t *error)
{
    struct list list = {.text = text, .length = length, .nbits = nbits, .bits = bits};
    if (!scan(&list, measure))
        return wrong_at(list.wrong, error);
    bmill_bits_clear_range(bits, 0, nbits);
    if (is_little(list.work, nbits, length))
        (void)scan(&list, set_one);
    else
        set_by_levels(&list);
    return true;
}
