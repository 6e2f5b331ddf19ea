/* number.c: see number.h. */
#include "number.h"

#include <string.h>

uint64_t low_bits(unsigned width, uint64_t value)
{
    return width >= 64 ? value : value & ((UINT64_C(1) << width) - 1);
}

int64_t as_signed(unsigned width, uint64_t value)
{
    uint64_t top = UINT64_C(1) << (width - 1);
    uint64_t extended = (low_bits(width, value) ^ top) - top;
    return extended >> 63 ? -(int64_t)~extended - 1 : (int64_t)extended;
}

uint64_t shift_arithmetic(unsigned width, uint64_t x, uint64_t n)
{
    uint64_t extended = (uint64_t)as_signed(width, x);
    n = n < width ? n : width - 1;
    return extended >> 63 ? ~(~extended >> n) : extended >> n;
}

uint64_t next_random(uint64_t *state)
{
    uint64_t x = *state += UINT64_C(0x9e3779b97f4a7c15);
    x = (x ^ x >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    x = (x ^ x >> 27) * UINT64_C(0x94d049bb133111eb);
    return x ^ x >> 31;
}

/* The value of a digit, 16 or more if it is none. */
static unsigned digit_of(char c)
{
    if (c >= '0' && c <= '9')
        return (unsigned)(c - '0');
    c |= 0x20; // lower case
    return c >= 'a' && c <= 'f' ? (unsigned)(c - 'a') + 10 : 16;
}

/* The base that the prefix says; *prefix is its length. */
static unsigned base_of(const char *string, size_t length, size_t *prefix)
{
    char letter = '\0';
    if (length > 2 && string[0] == '0')
        letter = (char)(string[1] | 0x20);
    *prefix = letter == 'x' || letter == 'b' || letter == 'o' ? 2 : 0;
    return letter == 'x' ? 16 : letter == 'b' ? 2 : letter == 'o' ? 8 : 10;
}

/* Digits without a sign and a prefix. _ and ' stand between two digits only. */
static enum number_status read_digits(const char *string, size_t length, unsigned base,
                                      uint64_t *value)
{
    bool after_digit = false, too_large = false;
    uint64_t sum = 0;
    for (size_t k = 0; k < length; k++) {
        if (after_digit && (string[k] == '_' || string[k] == '\'')) {
            after_digit = false;
            continue;
        }
        unsigned digit = digit_of(string[k]);
        if (digit >= base)
            return NUMBER_NOT_ONE;
        too_large |= sum > (UINT64_MAX - digit) / base;
        sum = sum * base + digit;
        after_digit = true;
    }
    if (!after_digit)
        return NUMBER_NOT_ONE;
    *value = sum;
    return too_large ? NUMBER_TOO_LARGE : NUMBER_OK;
}

enum number_status number_read(const char *string, size_t length, uint64_t *value, bool *negative)
{
    bool minus = length > 0 && string[0] == '-';
    string += minus;
    length -= minus;

    size_t prefix;
    unsigned base = base_of(string, length, &prefix);
    uint64_t size = 0;
    enum number_status status = read_digits(string + prefix, length - prefix, base, &size);
    if (status == NUMBER_OK && minus && size > UINT64_C(1) << 63)
        status = NUMBER_TOO_LARGE;
    if (status != NUMBER_OK)
        return status;
    *value = minus ? 0 - size : size;
    *negative = minus && size != 0;
    return NUMBER_OK;
}

bool number_fits(unsigned width, uint64_t value, bool negative)
{
    if (!negative)
        return value == low_bits(width, value);
    return value >> (width - 1) == UINT64_MAX >> (width - 1); // all bits from the sign bit up
}
