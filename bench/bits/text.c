/* text.c: text from bits and back, digit by digit. `nbytes` are those of the text. */
#include "bench.h"

#include <bitmill.h>
#include <bitmill/bits/text.h>

static size_t ours_format_binary(const struct buffers *m, size_t nbytes)
{
    return bmill_bits_format_binary((char *)m->dst, nbytes, m->a, nbytes - 1);
}

static size_t plain_format_binary(const struct buffers *m, size_t nbytes)
{
    for (size_t i = 0; i < nbytes - 1; i++)
        m->dst[i] = (unsigned char)('0' + (m->a[i / 8] >> i % 8 & 1));
    m->dst[nbytes - 1] = 0;
    return nbytes - 1;
}

static size_t ours_format_hex_msb(const struct buffers *m, size_t nbytes)
{
    return bmill_bits_format_hex_msb((char *)m->dst, nbytes, m->a, 4 * (nbytes - 1));
}

static size_t plain_format_hex_msb(const struct buffers *m, size_t nbytes)
{
    size_t n = nbytes - 1;
    for (size_t k = 0; k < n; k++)
        m->dst[n - 1 - k] = (unsigned char)"0123456789abcdef"[m->a[k / 2] >> k % 2 * 4 & 15];
    m->dst[n] = 0;
    return n;
}

/* a is full of '1' for binary, of 'e' for hexadecimal digits. */
static size_t ours_parse_binary(const struct buffers *m, size_t nbytes)
{
    return bmill_bits_parse_binary(m->dst, nbytes, (const char *)m->a, nbytes, NULL);
}

static size_t plain_parse_binary(const struct buffers *m, size_t nbytes)
{
    for (size_t i = 0; i < nbytes; i += 8) {
        unsigned byte = 0;
        for (size_t j = 0; j < 8; j++) {
            if (m->a[i + j] != '0' && m->a[i + j] != '1')
                return 0;
            byte |= (m->a[i + j] & 1u) << j;
        }
        m->dst[i / 8] = (unsigned char)byte;
    }
    return 1;
}

static size_t ours_parse_hex_msb(const struct buffers *m, size_t nbytes)
{
    return bmill_bits_parse_hex_msb(m->dst, 4 * nbytes, (const char *)m->a, nbytes, NULL);
}

static int value(unsigned char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

static size_t plain_parse_hex_msb(const struct buffers *m, size_t nbytes)
{
    for (size_t i = 0; i < nbytes; i += 2) {
        int high = value(m->a[i]), low = value(m->a[i + 1]);
        if (high < 0 || low < 0)
            return 0;
        m->dst[(nbytes - 2 - i) / 2] = (unsigned char)(high << 4 | low);
    }
    return 1;
}

const struct work works_text[] = {
    {"format_binary", {RANDOM, RANDOM}, 1, ours_format_binary, plain_format_binary},
    {"format_hex_msb", {RANDOM, RANDOM}, 1, ours_format_hex_msb, plain_format_hex_msb},
    {"parse_binary", {'1', '1'}, 1, ours_parse_binary, plain_parse_binary},
    {"parse_hex_msb", {'e', 'e'}, 1, ours_parse_hex_msb, plain_parse_hex_msb},
    {NULL, {0, 0}, 0, NULL, NULL},
};
