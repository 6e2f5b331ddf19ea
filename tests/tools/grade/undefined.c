/* What C leaves undefined, however right the result looks. */
#include <stdbool.h>
#include <stdint.h>

/* wants: set_u32(0x0, 31) has undefined behaviour; right is 2147483648 */
/* wants: Line 7: a << moves a 1 bit into the sign of a signed number, or out of it. */
uint32_t set_u32(uint32_t x, unsigned i) { return x | 1 << i; }
/* wants: rotl_u32(0x0, 0) has undefined behaviour; right is 0 */
/* wants: Line 10: a shift of a 32-bit number by 32: expected 0 to 31. */
uint32_t rotl_u32(uint32_t x, unsigned i) { return x << i | x >> (32 - i); }
/* wants: low_mask_u64(64) has undefined behaviour; right is 18446744073709551615 */
/* wants: Line 13: a shift of a 64-bit number by 64: expected 0 to 63. */
uint64_t low_mask_u64(unsigned n) { return (UINT64_C(1) << n) - 1; }
/* wants: Line 15: __builtin_clz() or __builtin_ctz() of 0. */
unsigned clz_u32(uint32_t x) { return __builtin_clz(x); }
/* wants: Line 17: the result of signed arithmetic does not fit its type. */
uint32_t lowest_set_u32(int32_t x) { return x & -x; }
/* wants: Line 22: memory outside of any object, or an address that is not aligned. */
bool parity_u8(uint8_t x)
{
    static const bool odd[] = {0, 1, 1, 0, 1, 0, 0, 1, 1, 0, 0, 1, 0, 1, 1, 0};
    return odd[x] ^ odd[x >> 4];
}
/* wants: Line 25: __builtin_unreachable() is reached. */
bool is_odd_u8(uint8_t x) { return x & 1 ? 1 : (__builtin_unreachable(), 0); }
/* A variable without a value is not 0 by luck: wants a wrong result. */
/* wants: popcount_u8(0x0) returned */
unsigned popcount_u8(uint8_t x)
{
    unsigned n;
    for (; x; x &= x - 1)
        n++;
    return n;
}
/* wants: is_set_u32(0x0, 0) has undefined behaviour; right is false */
/* wants: Line 37: this end of a function is reached without a return. */
bool is_set_u32(uint32_t x, unsigned i) { if (x >> i & 1) return true; }
/* wants: Line 46: this end of a function is reached without a return. */
/* wants: parity_u16(0x0) has undefined behaviour; right is false */
int parity_u16(uint16_t x)
{
    int p = 0;
    for (; x; x &= x - 1)
        p = !p;
    if (p) return 1;
}
/* wants: clear_u8(0x0, 0) has undefined behaviour; right is 0 */
static uint8_t without(uint8_t x, uint8_t bit) { if (x & (uint8_t)~bit) return x & (uint8_t)~bit; }
uint8_t clear_u8(uint8_t x, unsigned i) { return without(x, 1u << i); }
/* wants: A number without a sign may: 1u << n. */
