// assertions.h: what the program made by assertions.awk needs: inputs, and how values are written.
#ifndef BMILL_TESTS_ASSERTIONS_H
#define BMILL_TESTS_ASSERTIONS_H

#include <bitmill/learn/variants.h>
#include <bitmill/word.h>
#include <cinttypes>
#include <cstdio>

enum { INPUTS = 16 };

// Input number k of argument number n: 0, all ones, the highest bit, ... and then noise of all
// lengths. The first seven are the same for each argument, shifted by one, so that they are
// combined.
BMILL_WRAPS_ static uint64_t drawn(unsigned k, unsigned n, unsigned width)
{
    const uint64_t ones = UINT64_MAX >> (64 - width), top = ones ^ ones >> 1;
    const uint64_t special[7] = {0, ones, top, top | 1, 1, ones / 3, UINT64_C(0x10000) & ones};
    uint64_t noise = UINT64_C(0x9e3779b97f4a7c15) * (k + 1) * (2 * n + 1);
    noise = (noise ^ noise >> 31) * UINT64_C(0xbf58476d1ce4e5b9);
    noise ^= noise >> 29;
    return k < 7 ? special[(k + n - 1) % 7]
                 : (noise & ones) >> (k % 3 == 0 ? noise >> 58 : 0) % width;
}
static void draw(uint8_t &x, unsigned k, unsigned n) { x = static_cast<uint8_t>(drawn(k, n, 8)); }
static void draw(uint16_t &x, unsigned k, unsigned n)
{
    x = static_cast<uint16_t>(drawn(k, n, 16));
}
static void draw(uint32_t &x, unsigned k, unsigned n)
{
    x = static_cast<uint32_t>(drawn(k, n, 32));
}
static void draw(uint64_t &x, unsigned k, unsigned n) { x = drawn(k, n, 64); }
static void draw(bool &x, unsigned k, unsigned) { x = k % 2 == 1; }
// Positions and counts, which are of type unsigned, must fit in 16 bits, and 32-bit numbers have
// the same type on most hosts: so a position is a number below 2 * 64, or 65535.
static void draw_position(unsigned &i, unsigned k, unsigned n)
{
    static const unsigned positions[INPUTS] = {0,  1,  31, 15, 7, 16,  20, 32,
                                               30, 63, 64, 3,  8, 100, 17, 65535};
    i = positions[(k * (2 * n + 1) + n) % INPUTS];
}

static void put(uint8_t x) { std::printf("%u", x); }
static void put(uint16_t x) { std::printf("%uu", x); }
static void put(uint32_t x) { std::printf("UINT32_C(%" PRIu32 ")", x); }
static void put(uint64_t x) { std::printf("UINT64_C(%" PRIu64 ")", x); }
static void put(bool x) { std::printf(x ? "true" : "false"); }
static void put(int64_t x)
{
    if (x < 0)
        std::printf("(-INT64_C(%" PRId64 ") - 1)", -(x + 1));
    else
        std::printf("INT64_C(%" PRId64 ")", x);
}
static void put(int32_t x) { put(static_cast<int64_t>(x)); }
static void put(int16_t x) { put(static_cast<int64_t>(x)); }
static void put(int8_t x) { put(static_cast<int64_t>(x)); }

#endif
