/* Right, but with operators where a reader of names and signs may not look for them. */
#include <stdint.h>

static unsigned ones(unsigned x)
{
    unsigned n = 0;
    for (; x; x &= x - 1)
        n++;
    return n;
}
typedef unsigned function(unsigned);
typedef unsigned word;
static function *const table[] = {ones};
static const struct {
    function *f;
} record = {ones};

/* wants: popcount_u8 calls by a pointer in line 19: nobody can count what that uses */
unsigned popcount_u8(uint8_t x) { return (ones)(x); }
/* wants: popcount_u16 calls by a pointer in line 21: nobody can count what that uses */
unsigned popcount_u16(uint16_t x) { return table[0](x); }
/* wants: popcount_u32 calls by a pointer in line 23: nobody can count what that uses */
unsigned popcount_u32(uint32_t x) { return record.f(x); }
/* wants: parity_u8 calls by a pointer in line 25: nobody can count what that uses */
int parity_u8(uint8_t x) { return (*table)(x) & 1; }
/* wants: parity_u16 calls by a pointer in line 27: nobody can count what that uses */
int parity_u16(uint16_t x) { return ((function *){ones})(x) & 1; }

/* Another function by the name of one, or of a type. */
static unsigned nothing(unsigned x) { return x; }
/* wants: parity_u32 gives another meaning to the name that it calls in line 35 */
int parity_u32(uint32_t x)
{
    function *nothing = table[0];
    return nothing(x) & 1;
}
/* wants: is_odd_u16 calls in line 41 what is not in the file: nobody can count it */
int is_odd_u16(uint16_t x)
{
    function *word = table[0];
    return word(x & 1) & 1;
}
/* wants: popcount_u64 calls in line 45 what is not in the file: nobody can count it */
int __popcountdi2(unsigned long);
unsigned popcount_u64(uint64_t x) { return (unsigned)__popcountdi2(x); }

/* wants: set_u8 has 5 operators: expected at most 3 */
uint8_t set_u8(uint8_t x, unsigned i)
{
    unsigned word = 2, y = 1;
    return x | (word * y * 1 << i) >> 1;
}
/* wants: bit_width_u32 has 6 operators: expected at most 3 */
static unsigned kept;
static void keep(uint32_t x, char (*unused)[1 + (kept = x ? 32 - __builtin_clz(x) : 0)]) {}
unsigned bit_width_u32(uint32_t x)
{
    keep(x, 0);
    return ~~kept;
}
/* wants: clz_u64 uses __builtin, which is not allowed, once */
int clz_u64(uint64_t x) { return __builtin_expect(x, 1) ? __builtin_clzll(x) : 64; }
/* wants: 0 of 11 */
