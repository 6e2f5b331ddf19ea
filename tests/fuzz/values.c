/* values.c: comparisons of arrays, filter, expand, pack and unpack. */
#define BMILL_NO_INLINE_BITS
#include "fuzz.h"
#include <bitmill.h>
#include <string.h>

/* ---- Comparisons. Each type has a function that tells all six relations of two elements. ---- */

enum { EQ = 1, NE = 2, LT = 4, LE = 8, GT = 16, GE = 32 };

#define RELATIONS_OF(T, type)                                                                 \
    static int relations_##T(const unsigned char *p, const unsigned char *q)                  \
    {                                                                                         \
        type a, b;                                                                            \
        memcpy(&a, p, sizeof a);                                                              \
        memcpy(&b, q, sizeof b);                                                              \
        return (a == b ? EQ : NE) | (a < b ? LT : 0) | (a <= b ? LE : 0) | (a > b ? GT : 0) | \
               (a >= b ? GE : 0);                                                             \
    }
#define CALLS_OF(R, T, type)                                                         \
    static void R##_##T(void *dst, const void *a, const void *b, size_t n)           \
    {                                                                                \
        bmill_bits_##R##_##T(dst, a, b, n);                                          \
    }                                                                                \
    static void R##_value_##T(void *dst, const void *a, const void *value, size_t n) \
    {                                                                                \
        type x;                                                                      \
        memcpy(&x, value, sizeof x);                                                 \
        bmill_bits_##R##_value_##T(dst, a, n, x);                                    \
    }
#define ROWS_OF(R, relation, T, type)                                                 \
    {"bmill_bits_" #R "_" #T, R##_##T, relations_##T, sizeof(type), relation, false}, \
        {"bmill_bits_" #R "_value_" #T, R##_value_##T, relations_##T, sizeof(type), relation, true},
#define TYPE(T, type)     \
    RELATIONS_OF(T, type) \
    CALLS_OF(eq, T, type) \
    CALLS_OF(ne, T, type) \
    CALLS_OF(lt, T, type) CALLS_OF(le, T, type) CALLS_OF(gt, T, type) CALLS_OF(ge, T, type)
#define ROWS(T, type)        \
    ROWS_OF(eq, EQ, T, type) \
    ROWS_OF(ne, NE, T, type) \
    ROWS_OF(lt, LT, T, type) \
    ROWS_OF(le, LE, T, type) ROWS_OF(gt, GT, T, type) ROWS_OF(ge, GE, T, type)

TYPE(u8, uint8_t)
TYPE(u16, uint16_t)
TYPE(u32, uint32_t)
TYPE(u64, uint64_t)
TYPE(i8, int8_t)
TYPE(i16, int16_t)
TYPE(i32, int32_t)
TYPE(i64, int64_t)
TYPE(f32, float)
TYPE(f64, double)

static const struct compare_row {
    const char *name;
    void (*call)(void *dst, const void *a, const void *b, size_t n);
    int (*relations)(const unsigned char *a, const unsigned char *b);
    size_t bytes;
    int relation;
    bool with_value;
} compares[] = {ROWS(u8, uint8_t) ROWS(u16, uint16_t) ROWS(u32, uint32_t) ROWS(u64, uint64_t)
                    ROWS(i8, int8_t) ROWS(i16, int16_t) ROWS(i32, int32_t) ROWS(i64, int64_t)
                        ROWS(f32, float) ROWS(f64, double)};

/* Numbers around which results of comparisons change; read as floating-point, also both zeros,
 * infinities and NaNs. */
static void put_special(unsigned char *p, size_t bytes, uint64_t n)
{
    static const uint64_t specials[] = {
        0,
        1,
        UINT64_MAX,
        UINT64_C(1) << 63,
        UINT64_MAX >> 1,
        UINT64_C(0x7ff0000000000000),
        UINT64_C(0xfff0000000000000),
        UINT64_C(0x7ff8000000000000),
        UINT64_C(0x3ff0000000000000),
        UINT64_C(0x7f8000007f800000),
        UINT64_C(0xff800000ff800000),
        UINT64_C(0x7fc000007fc00000),
        UINT64_C(0x8080808080808080),
        UINT64_C(0x8000000080000000),
        UINT64_C(0x3f8000003f800000),
        UINT64_C(0x7f7f7f7f7f7f7f7f),
    };
    uint64_t x = specials[n % 16];
    if (n % 16 == 3 || n % 16 == 4)
        x >>= 64 - 8 * bytes;
    memcpy(p, &x, bytes);
}

/* Drawn contents, or special numbers. */
static unsigned char *place_values(enum memory memory, const char *name, size_t n, size_t bytes)
{
    unsigned char *p = place_filled(memory, name, n * bytes, bytes);
    uint64_t seed = draw(255), kind = draw(2);
    for (size_t i = 0; kind == 1 && i < n; i++)
        put_special(p + i * bytes, bytes, noise(seed, i));
    mirror(p, n * bytes);
    return p;
}

/* Some of the elements of b become those of a. */
static void make_alike(unsigned char *b, const unsigned char *a, size_t n, size_t bytes)
{
    uint64_t seed = draw(255), one_in = draw(7);
    for (size_t i = 0; one_in && i < n; i++)
        if (noise(seed, i) % one_in == 0)
            memcpy(b + i * bytes, a + i * bytes, bytes);
    mirror(b, n * bytes);
}

static void draw_value(unsigned char *value, const unsigned char *a, size_t n, size_t bytes)
{
    uint64_t x = draw(UINT64_MAX);
    memcpy(value, &x, 8);
    if (n && x % 4 < 2)
        memcpy(value, a + x / 4 % n * bytes, bytes);
    else if (x % 4 == 2)
        put_special(value, bytes, x / 4);
    x = 0;
    memcpy(&x, value, bytes);
    note("value as bits", x);
}

static void try_compare(const void *row_)
{
    const struct compare_row *row = row_;
    size_t n = draw_size(20000 / row->bytes);
    unsigned char *a = place_values(A, "a", n, row->bytes), *b = a, *dst, value[8];
    if (row->with_value) {
        draw_value(value, a, n, row->bytes);
    } else if (draw(15)) {
        b = place_values(B, "b", n, row->bytes);
        make_alike(b, a, n, row->bytes);
    }
    dst = place_dst_bits("dst", n);
    note("n", n);
    for (size_t i = 0; i < n; i++)
        ref_put(twin(dst), i,
                row->relations(a + i * row->bytes, row->with_value ? value : b + i * row->bytes) &
                    row->relation);
    row->call(dst, a, row->with_value ? value : b, n);
}

/* ---- Filter and expand ---- */

#define SELECT(T, type)                                                            \
    static size_t filter_##T(void *dst, const void *a, const void *mask, size_t n) \
    {                                                                              \
        return bmill_bits_filter_##T(dst, a, mask, n);                             \
    }                                                                              \
    static size_t expand_##T(void *dst, const void *a, const void *mask, size_t n) \
    {                                                                              \
        return bmill_bits_expand_##T(dst, a, mask, n);                             \
    }
SELECT(u8, uint8_t)
SELECT(u16, uint16_t)
SELECT(u32, uint32_t)
SELECT(u64, uint64_t)

static const struct select_row {
    const char *name;
    size_t (*call)(void *dst, const void *a, const void *mask, size_t n);
    size_t bytes;
} filters[] =
    {
        {"bmill_bits_filter_u8", filter_u8, 1},
        {"bmill_bits_filter_u16", filter_u16, 2},
        {"bmill_bits_filter_u32", filter_u32, 4},
        {"bmill_bits_filter_u64", filter_u64, 8},
},
  expands[] = {
      {"bmill_bits_expand_u8", expand_u8, 1},
      {"bmill_bits_expand_u16", expand_u16, 2},
      {"bmill_bits_expand_u32", expand_u32, 4},
      {"bmill_bits_expand_u64", expand_u64, 8},
};

static size_t count_ones(const unsigned char *bits, size_t n)
{
    size_t ones = 0;
    for (size_t i = 0; i < n; i++)
        ones += ref_get(bits, i);
    return ones;
}

static void try_filter(const void *row_)
{
    const struct select_row *row = row_;
    size_t n = draw_size(MAX_BYTES / row->bytes), ones, k = 0;
    unsigned char *mask = place_bits(C, "mask", n), *dst;
    unsigned char *a = place_filled(A, "a", n * row->bytes, row->bytes);
    ones = count_ones(mask, n);
    dst = draw(2) || !n ? place(DST, "dst", ones * row->bytes, row->bytes) : a;
    note("n", n);
    note("dst is a", dst == a);
    for (size_t i = 0; i < n; i++)
        if (ref_get(mask, i))
            memcpy(twin(dst) + k++ * row->bytes, a + i * row->bytes, row->bytes);
    expect("the result", row->call(dst, a, mask, n), ones);
}

static void try_expand(const void *row_)
{
    const struct select_row *row = row_;
    size_t n = draw_size(MAX_BYTES / row->bytes), ones, k = 0;
    unsigned char *mask = place_bits(C, "mask", n), *a, *dst;
    ones = count_ones(mask, n);
    a = place_filled(A, "a", ones * row->bytes, row->bytes);
    dst = place(DST, "dst", n * row->bytes, row->bytes);
    note("n", n);
    for (size_t i = 0; i < n; i++)
        if (ref_get(mask, i))
            memcpy(twin(dst) + i * row->bytes, a + k++ * row->bytes, row->bytes);
        else
            memset(twin(dst) + i * row->bytes, 0, row->bytes);
    expect("the result", row->call(dst, a, mask, n), ones);
}

/* ---- Bools ---- */

static const struct pack_row {
    const char *name;
    void (*call)(void *dst, const void *a, size_t n);
    bool msb;
} packs[] = {{F(bmill_bits_pack), false}, {F(bmill_bits_pack_msb), true}},
  unpacks[] = {{F(bmill_bits_unpack), false}, {F(bmill_bits_unpack_msb), true}};

static size_t place_of(size_t i, bool msb) { return msb ? i / 8 * 8 + 7 - i % 8 : i; }

static void try_pack(const void *row_)
{
    const struct pack_row *row = row_;
    size_t n = draw_size(MAX_BYTES);
    unsigned char *bytes = place_filled(A, "bytes", n, 1), *dst = place_dst_bits("dst", n);
    note("n", n);
    for (size_t i = 0; i < n; i++)
        ref_put(twin(dst), place_of(i, row->msb), bytes[i] != 0);
    row->call(dst, bytes, n);
}

static void try_unpack(const void *row_)
{
    const struct pack_row *row = row_;
    size_t n = draw_size(MAX_BYTES);
    unsigned char *bits = place_filled(A, "bits", (n + 7) / 8, 1), *dst = place(DST, "bytes", n, 1);
    note("n", n);
    for (size_t i = 0; i < n; i++)
        twin(dst)[i] = ref_get(bits, place_of(i, row->msb));
    row->call(dst, bits, n);
}

static void try_reverse_in_bytes(const void *row)
{
    size_t n = draw_size(MAX_BYTES / 4);
    unsigned char *a = place_filled(A, "a", n, 1), *dst = place_dst_or("dst", 8 * n, a, NULL, NULL);
    (void)row;
    note("nbytes", n);
    for (size_t i = 0; i < 8 * n; i++)
        ref_put(twin(dst), place_of(i, true), ref_get(a, i));
    bmill_bits_reverse_in_bytes(dst, a, n);
}

static const struct name_row {
    const char *name;
} reverses_in_bytes[] = {{"bmill_bits_reverse_in_bytes"}};

const struct group fuzz_values[] = {
    GROUP("", compares, try_compare),
    GROUP("", filters, try_filter),
    GROUP("", expands, try_expand),
    GROUP("", packs, try_pack),
    GROUP("", unpacks, try_unpack),
    GROUP("", reverses_in_bytes, try_reverse_in_bytes),
    {0},
};
