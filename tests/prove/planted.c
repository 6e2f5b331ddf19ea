/* Planted bugs: each of these must be refuted by the proof, and its counterexample must show when
 * the compiled function runs. planted_<verb>_<width>__<what is wrong> is held against the
 * specification of <verb>. Most are mistakes that were made in real code.
 */
#include <bitmill/word.h>

/* The third mask of the addition tree has one digit too few: wrong from the fourth nibble on. */
static inline unsigned planted_popcount_u32__wrong_mask(uint32_t x)
{
    x -= x >> 1 & UINT32_C(0x55555555);
    x = (x & UINT32_C(0x33333333)) + (x >> 2 & UINT32_C(0x33333333));
    x = (x + (x >> 4)) & UINT32_C(0x0f0f0f07);
    return (unsigned)(x * UINT32_C(0x01010101) >> 24);
}

/* Right for every index below the width; shifts by the width or more for the others. */
static inline uint32_t planted_set_u32__shift_by_width(uint32_t x, unsigned i)
{
    return x | UINT32_C(1) << i;
}

/* The builtin has no result at 0. */
static inline unsigned planted_ctz_u64__zero_forgotten(uint64_t x)
{
    return (unsigned)__builtin_ctzll(x);
}

/* Off by one at zero: 0 is taken for a power of two. */
static inline bool planted_is_pow2_u16__zero(uint16_t x) { return (x & (x - 1)) == 0; }

/* uint16_t is promoted to int, and 65535 * 65535 is more than an int holds. */
static inline bool planted_is_odd_u16__promoted_product(uint16_t x)
{
    return (uint16_t)(x * x) & 1;
}

/* The 1 is an int: bit 31 is shifted into its sign. Only a rule of C, no compiler minds. */
static inline uint32_t planted_flip_u32__sign_of_int(uint32_t x, unsigned i)
{
    return x ^ (uint32_t)(1 << (i & 31));
}

/* The 1 is an int: bits 32 to 63 are out of its reach. */
static inline uint64_t planted_clear_u64__int_one(uint64_t x, unsigned i)
{
    return x & ~(uint64_t)(1u << (i & 31));
}

/* Folds 16, 8 and 4, and forgets that a nibble is left. */
static inline bool planted_parity_u32__fold_missing(uint32_t x)
{
    x ^= x >> 16;
    x ^= x >> 8;
    x ^= x >> 4;
    return x & 1;
}

/* Smears 1, 2, 4, 8 and forgets 16: right for numbers with no run of 16 zeros below their top. */
static inline uint32_t planted_floor_pow2_u32__smear_missing(uint32_t x)
{
    x |= x >> 1;
    x |= x >> 2;
    x |= x >> 4;
    x |= x >> 8;
    return x - (x >> 1);
}

/* One past the end of the table, for the highest nibble value alone. */
static inline unsigned planted_popcount_u8__table_too_short(uint8_t x)
{
    static const uint8_t ones[15] = {0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3};
    return ones[x & 15] + (unsigned)ones[x >> 4];
}

/* x - 1 wraps at 0, where the answer is 1. */
static inline uint64_t planted_ceil_pow2_u64__wraps_at_zero(uint64_t x)
{
    x -= 1;
    x |= x >> 1;
    x |= x >> 2;
    x |= x >> 4;
    x |= x >> 8;
    x |= x >> 16;
    x |= x >> 32;
    return x + 1;
}

/* Writes before it looks at the index. */
static inline bool planted_set_checked_u8__written_anyway(uint8_t *x, unsigned i)
{
    *x = (uint8_t)(*x | 1u << (i & 7));
    return i < 8;
}

/* A loop that ends one bit too early. */
static inline unsigned planted_clz_u16__loop_bound(uint16_t x)
{
    unsigned n = 0;
    for (unsigned i = 15; i > 0 && !(x >> i & 1); i--)
        n++;
    return n;
}

/* One round fewer than the width needs: bits that have to move by 32 or more do not arrive. */
static inline uint64_t planted_pext_u64__round_missing(uint64_t x, uint64_t mask)
{
    return bmill_pext_plain_(x, mask, 5);
}

/* The rounds in the order of pext: pdep has to undo them from the last to the first. */
static inline uint32_t planted_pdep_u32__rounds_in_order(uint32_t x, uint32_t mask)
{
    uint64_t zeros = ~(uint64_t)mask, y = x;
    for (unsigned k = 0; k < 5; k++) {
        uint64_t odd = bmill_prefix_xor_u64(zeros);
        y = (y & ~odd) | (y << (1u << k) & odd);
        zeros &= ~odd;
    }
    return (uint32_t)y & mask;
}

/* Counts zeros below the place, not at it as well: too short a way for all bits above a zero. */
static inline uint64_t planted_pext_u64__zeros_below(uint64_t x, uint64_t mask)
{
    uint64_t zeros = ~mask << 2;
    x &= mask;
    for (unsigned k = 0; k < 6; k++) {
        uint64_t odd = bmill_prefix_xor_u64(zeros);
        x = (x & ~odd) | (x & odd) >> (1u << k);
        zeros &= ~odd;
    }
    return x;
}

/* Skips bytes while the sum is below k, where it must not be above: wrong if the k-th one is the
 * first of its byte. */
static inline unsigned planted_select_u64__byte_too_low(uint64_t x, unsigned k)
{
    const uint64_t ones = UINT64_C(0x0101010101010101);
    uint64_t sums = x - (x >> 1 & 0x55 * ones), byte;
    unsigned place;
    sums = (sums & 0x33 * ones) + (sums >> 2 & 0x33 * ones);
    sums = ((sums + (sums >> 4)) & 0x0f * ones) * ones;
    if (k >= sums >> 56)
        return 64;
    place = k ? 8 * bmill_bytes_up_to_(sums, k - 1) : 0;
    k -= (unsigned)(sums << 8 >> place & 0xff);
    byte = (x >> place & 0xff) * ones & UINT64_C(0x8040201008040201);
    byte = (byte + 0x7f * ones) >> 7 & ones;
    return place + bmill_bytes_up_to_(byte * ones, k & 63);
}

/* 1 bits at every second position leave room for a sum of 3; 16 bits have sums up to 8. */
static inline uint16_t planted_clmul_u16__carries(uint16_t a, uint16_t b)
{
    uint32_t a0 = a & 0x5555u, a1 = a & 0xaaaau, b0 = b & 0x5555u, b1 = b & 0xaaaau;
    return (uint16_t)(((a0 * b0 ^ a1 * b1) & 0x5555u) | ((a0 * b1 ^ a1 * b0) & 0xaaaau));
}

/* The sums of four bits have room for 15 in their places; there are 16 of them, up to 4 each. */
static inline bool planted_parity_u64__carries(uint64_t x)
{
    x -= x >> 1 & UINT64_C(0x5555555555555555);
    x = (x & UINT64_C(0x3333333333333333)) + (x >> 2 & UINT64_C(0x3333333333333333));
    return x * UINT64_C(0x1111111111111111) >> 60 & 1;
}

/* A step is missing: each bit is the parity of 16 bits and not of all above. */
static inline uint32_t planted_gray_decode_u32__step_missing(uint32_t code)
{
    code ^= code >> 1;
    code ^= code >> 2;
    code ^= code >> 4;
    return code ^ code >> 8;
}

/* The value is right where the low half comes first, but a uint64_t is no uint32_t: a compiler may
 * take it for unchanged. */
static inline bool planted_set_checked_u64__halves_as_u32(uint64_t *x, unsigned i)
{
    uint32_t *half = (uint32_t *)x;
    if (i >= 64)
        return false;
    half[i / 32] |= UINT32_C(1) << i % 32;
    return true;
}

/* The same width is not the same type: uint64_t is unsigned long here. */
static inline bool planted_clear_checked_u64__as_long_long(uint64_t *x, unsigned i)
{
    if (i >= 64)
        return false;
    *(unsigned long long *)x &= ~(1ull << i);
    return true;
}

/* The alignment is right, but the object at p may have been stored as any type. */
static inline uint32_t planted_load_le_u32__as_u32(const void *p)
{
    typedef uint32_t unaligned __attribute__((aligned(1)));
    return *(const unaligned *)p;
}

/* A local variable is no exception. */
static inline uint32_t planted_rotl_u32__local_as_u16(uint32_t x, unsigned n)
{
    uint32_t y = x << (n & 31) | x >> (-n & 31), z = 0;
    ((uint16_t *)&z)[0] = (uint16_t)y;
    ((uint16_t *)&z)[1] = (uint16_t)(y >> 16);
    return z;
}

/* Right, but who calls it twice may find that it was called once. */
__attribute__((const)) static inline bool planted_set_checked_u32__declared_const(uint32_t *x,
                                                                                  unsigned i)
{
    if (i >= 32)
        return false;
    *x |= UINT32_C(1) << i;
    return true;
}

__attribute__((pure)) static inline bool planted_flip_checked_u16__declared_pure(uint16_t *x,
                                                                                 unsigned i)
{
    if (i >= 16)
        return false;
    *x = (uint16_t)(*x ^ 1u << i);
    return true;
}

/* The object at p may change between two calls, so the function is pure and not const. */
__attribute__((const)) static inline uint16_t planted_load_be_u16__declared_const(const void *p)
{
    const unsigned char *byte = (const unsigned char *)p;
    return (uint16_t)(byte[0] << 8 | byte[1]);
}
