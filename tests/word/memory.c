/* memory.c: word/memory.h byte by byte, at every alignment, between canaries. */
#include "harness/guard.h"
#include "harness/prop.h"
#include "harness/runner.h"
#include <bitmill/word.h>
#include <string.h>

struct order {
    unsigned bytes;
    bool big;
    uint64_t (*load)(const void *p);
    void (*store)(void *p, uint64_t x);
};

#define ADAPT(name, T)                                                          \
    static uint64_t load_##name(const void *p) { return bmill_load_##name(p); } \
    static void store_##name(void *p, uint64_t x) { bmill_store_##name(p, (T)x); }
ADAPT(le_u8, uint8_t)
ADAPT(le_u16, uint16_t)
ADAPT(le_u32, uint32_t)
ADAPT(le_u64, uint64_t)
ADAPT(be_u8, uint8_t)
ADAPT(be_u16, uint16_t)
ADAPT(be_u32, uint32_t)
ADAPT(be_u64, uint64_t)
#define ADAPT_BYTES(n)                                                         \
    static uint64_t load_le_##n(const void *p) { return bmill_load_le(p, n); } \
    static void store_le_##n(void *p, uint64_t x) { bmill_store_le(p, n, x); }
ADAPT_BYTES(0)
ADAPT_BYTES(1)
ADAPT_BYTES(2)
ADAPT_BYTES(3)
ADAPT_BYTES(4)
ADAPT_BYTES(5)
ADAPT_BYTES(6)
ADAPT_BYTES(7)
ADAPT_BYTES(8)
ADAPT_BYTES(9)

static const struct order orders[] = {
    {1, false, load_le_u8, store_le_u8},   {2, false, load_le_u16, store_le_u16},
    {4, false, load_le_u32, store_le_u32}, {8, false, load_le_u64, store_le_u64},
    {1, true, load_be_u8, store_be_u8},    {2, true, load_be_u16, store_be_u16},
    {4, true, load_be_u32, store_be_u32},  {8, true, load_be_u64, store_be_u64},
    {0, false, load_le_0, store_le_0},     {1, false, load_le_1, store_le_1},
    {2, false, load_le_2, store_le_2},     {3, false, load_le_3, store_le_3},
    {4, false, load_le_4, store_le_4},     {5, false, load_le_5, store_le_5},
    {6, false, load_le_6, store_le_6},     {7, false, load_le_7, store_le_7},
    {8, false, load_le_8, store_le_8},     {8, false, load_le_9, store_le_9},
};

static bool loads_and_stores_are_right(prop *p)
{
    unsigned char before[24], after[24];
    uint64_t x = prop_draw(p, UINT64_MAX);
    prop_fill(p, before, sizeof before, NULL, 0);
    for (size_t k = 0; k < sizeof orders / sizeof orders[0]; k++) {
        const struct order *order = &orders[k];
        for (size_t at = 0; at <= 16; at++) {
            uint64_t want = 0;
            for (unsigned i = 0; i < order->bytes; i++)
                want = want << 8 | before[at + (order->big ? i : order->bytes - 1 - i)];
            memcpy(after, before, sizeof after);
            order->store(after + at, x);
            bool same = true;
            for (size_t i = 0; i < sizeof after; i++) {
                size_t byte = order->big ? order->bytes - 1 - (i - at) : i - at;
                bool inside = i >= at && i < at + order->bytes;
                same = same && after[i] == (inside ? (unsigned char)(x >> 8 * byte) : before[i]);
            }
            if (order->load(before + at) != want || !same) {
                prop_show(p, "%u bytes, %s-endian, at byte %zu of 24, x = %#jx", order->bytes,
                          order->big ? "big" : "little", at, (uintmax_t)x);
                return false;
            }
        }
    }
    return true;
}

START_TEST(loads_and_stores) { PROP_CHECK(loads_and_stores_are_right); }
END_TEST

/* Flush with a guard page, before it and after it. */
START_TEST(no_byte_more_is_touched)
{
    struct guarded area = guard_alloc(1);
    for (size_t k = 0; k < sizeof orders / sizeof orders[0]; k++) {
        orders[k].store(area.start, UINT64_MAX);
        orders[k].store(area.end - orders[k].bytes, UINT64_MAX);
        if (orders[k].bytes)
            ck_assert(orders[k].load(area.start) == UINT64_MAX >> (64 - 8 * orders[k].bytes));
        ck_assert(orders[k].load(area.end - orders[k].bytes) == orders[k].load(area.start));
    }
    guard_free(area);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("memory");
    TCase *tcase = add_case(suite, "memory");
    tcase_add_test(tcase, loads_and_stores);
    tcase_add_test(tcase, no_byte_more_is_touched);
    return run_suite(suite);
}
