/* wants: 17 of 17 */
/* Types of the same width by other names, and functions in other forms. */
#include <stddef.h>
#include <stdbool.h>
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

/* Several names of one typedef, enums, and a name in parentheses. */
typedef unsigned char small, *pointer, tiny[2], (*callback)(int);
typedef enum { FALSE, TRUE } boolean;
enum answer { NO, YES };
typedef struct node { int value; struct node *next; } node;
boolean is_pow2_u8(small x) { return x && !(x & (x - 1)) ? TRUE : FALSE; }
enum answer is_odd_u8(small x) { return x & 1 ? YES : NO; }
unsigned (ctz_u8)(small x) { unsigned n = 0; while (n < 8 && !(x >> n & 1)) n++; return n; }
static int (*choose(callback f))(int) { return f ? 0 : 0; }
small modify_u8(small x, int i, boolean y) { return y ? x | 1 << i : x & ~(1 << i); }
unsigned low_mask_u32(const small i) { return i > 31 ? ~0u : (1u << i) - 1; }
int clo_u16(int16_t x) { if (x >= 0) { return 0; } else { return 1 + clo_u16((int16_t)(((unsigned)x << 1 & 0xffff))); } }
bool has_zero_byte_u16(uint16_t x) { switch (x >> 8) { case 0: return 1; default: return !(x & 255); } }
