// use_small_int.cc: what assertions.awk leaves out, asserted at compile time, also where int has 16
// bits: the helpers that change what a pointer points to, and constant.h. See targets.sh.
#include <bitmill/word.h>

constexpr bool checked_u16(uint16_t x)
{
    return bmill_set_checked_u16(&x, 15) && x == 0x8006u && !bmill_set_checked_u16(&x, 16) &&
           bmill_clear_checked_u16(&x, 1) && x == 0x8004u && !bmill_clear_checked_u16(&x, 16) &&
           bmill_flip_checked_u16(&x, 15) && x == 4 && !bmill_flip_checked_u16(&x, 65535u) &&
           bmill_modify_checked_u16(&x, 14, true) && x == 0x4004u;
}
static_assert(checked_u16(6), "");

constexpr bool checked_u32(uint32_t x)
{
    bool state = false;
    return bmill_set_checked_u32(&x, 31) && x == UINT32_C(0x80000006) &&
           !bmill_set_checked_u32(&x, 32) && bmill_flip_checked_u32(&x, 16) &&
           x == UINT32_C(0x80010006) && bmill_clear_checked_u32(&x, 31) && x == UINT32_C(0x10006) &&
           bmill_modify_checked_u32(&x, 20, true) && x == UINT32_C(0x110006) &&
           bmill_is_set_checked_u32(&x, 20, &state) && state &&
           !bmill_is_set_checked_u32(&x, 32, &state);
}
static_assert(checked_u32(6), "");

constexpr bool test_and_u32(uint32_t x)
{
    return !bmill_test_and_set_u32(&x, 31) && x == UINT32_C(0x80000006) &&
           bmill_test_and_flip_u32(&x, 31) && x == 6 && !bmill_test_and_flip_u32(&x, 16) &&
           bmill_test_and_clear_u32(&x, 16) && x == 6;
}
static_assert(test_and_u32(6), "");

constexpr bool test_and_u64(uint64_t x)
{
    return !bmill_test_and_set_u64(&x, 63) && x == UINT64_C(0x8000000000000006) &&
           bmill_test_and_clear_u64(&x, 63) && x == 6 && !bmill_test_and_flip_u64(&x, 40) &&
           x == UINT64_C(0x10000000006);
}
static_assert(test_and_u64(6), "");

static_assert(BMILL_C_BIT(63) == UINT64_C(0x8000000000000000), "");
static_assert(BMILL_C_BIT(20) == UINT32_C(0x100000), "");
static_assert(BMILL_C_LOW_MASK(20) == UINT32_C(0xfffff), "");
static_assert(BMILL_C_MASK(4, 20) == UINT32_C(0xfffff0), "");
static_assert(BMILL_C_POPCOUNT(UINT32_C(0xffff0001)) == 17, "");
static_assert(BMILL_C_POPCOUNT(UINT64_MAX) == 64, "");
static_assert(BMILL_C_BIT_WIDTH(UINT32_C(0x10000)) == 17 && BMILL_C_CLZ(1) == 63, "");
static_assert(BMILL_C_CTZ(UINT64_C(0x8000000000000000)) == 63 && BMILL_C_CTZ(0) == 64, "");
static_assert(BMILL_C_LOG2_FLOOR(UINT32_C(0x80000000)) == 31, "");
static_assert(BMILL_C_LOG2_CEIL(UINT32_C(0x10001)) == 17, "");
static_assert(BMILL_C_CEIL_POW2(UINT32_C(0x10001)) == UINT32_C(0x20000), "");
static_assert(BMILL_C_FLOOR_POW2(65535u) == 32768u && BMILL_C_IS_POW2(32768u), "");
static_assert(BMILL_C_ALIGN_UP(40000u, 4096) == 40960u, "");
static_assert(BMILL_C_ALIGN_DOWN(UINT32_C(100000), 65536) == UINT32_C(65536), "");
static_assert(BMILL_C_REVERSE8(1) == 0x80, "");
#if BMILL_C_POPCOUNT(0xffff0001) != 17 || BMILL_C_BIT_WIDTH(0x10000) != 17
#error "constant.h in #if"
#endif
