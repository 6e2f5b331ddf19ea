/* wants: 10 of 10 */
/* Types of the same width by other names, and functions in other forms. */
#include <stddef.h>
#include <stdint.h>

typedef unsigned char byte;
typedef byte octet;
long long popcount_u8(const octet x)
{
    int n = 0;
    for (register unsigned rest = x; rest; rest &= rest - 1)
        n++;
    return n;
}
unsigned long popcount_u64(unsigned long);
unsigned long popcount_u64(unsigned long x)
{
    return ({
        unsigned n = 0;
        for (; x; x &= x - 1)
            n++;
        n;
    });
}
int is_odd_u16(short unsigned int x) { return x & 1 ? 4 : 0; }
size_t clz_u32(unsigned int x) { return x ? __builtin_clz(x) : 32; }
static inline char parity_u32(unsigned x) { return __builtin_parity(x); }
unsigned char set_u8(uint_least8_t x, int i) { return x | 1 << i; }
uint64_t avg_floor_u64(uint64_t x, unsigned long y) { return ((unsigned __int128)x + y) >> 1; }
#define COUNT_ZEROS(suffix, type) \
    unsigned count_zeros_##suffix(type x) { return 8 * sizeof x - popcount_u64(x); }
COUNT_ZEROS(u8, byte)
COUNT_ZEROS(u16, unsigned short)
_Bool is_even(uint8_t x) { return !(x & 1); }
