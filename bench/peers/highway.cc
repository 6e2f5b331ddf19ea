// highway.cc: loops in the operations of Highway, with the vectors that the compiler's flags allow
// (static dispatch): four at a time, as its users write them, and the rest by the scalar tag.
#include "peer.h"

#include <cstring>
// Without this it leaves out the newer half of AVX-512, whose popcount it would use.
#define HWY_WANT_AVX3_DL
#include <hwy/highway.h>

namespace hn = hwy::HWY_NAMESPACE;

using bytes = hn::ScalableTag<uint8_t>;
using words = hn::ScalableTag<uint64_t>;
using word = hn::CappedTag<uint64_t, 1>;

static uint64_t load_rest(const unsigned char *p, size_t n)
{
    uint64_t x = 0;
    std::memcpy(&x, p, n);
    return x;
}

// dst = f(a, b), for all whole words, then for the last bytes.
template <class F> static HWY_INLINE void map(const struct operands *m, F f)
{
    const words d;
    const size_t lanes = hn::Lanes(d), n = m->nbytes / 8;
    uint64_t *dst = reinterpret_cast<uint64_t *>(m->dst);
    const uint64_t *a = reinterpret_cast<const uint64_t *>(m->a);
    const uint64_t *b = reinterpret_cast<const uint64_t *>(m->b);
    size_t i = 0;
    for (; i + 4 * lanes <= n; i += 4 * lanes) {
        const auto x0 = f(hn::LoadU(d, a + i), hn::LoadU(d, b + i));
        const auto x1 = f(hn::LoadU(d, a + i + lanes), hn::LoadU(d, b + i + lanes));
        const auto x2 = f(hn::LoadU(d, a + i + 2 * lanes), hn::LoadU(d, b + i + 2 * lanes));
        const auto x3 = f(hn::LoadU(d, a + i + 3 * lanes), hn::LoadU(d, b + i + 3 * lanes));
        hn::StoreU(x0, d, dst + i);
        hn::StoreU(x1, d, dst + i + lanes);
        hn::StoreU(x2, d, dst + i + 2 * lanes);
        hn::StoreU(x3, d, dst + i + 3 * lanes);
    }
    for (; i + lanes <= n; i += lanes)
        hn::StoreU(f(hn::LoadU(d, a + i), hn::LoadU(d, b + i)), d, dst + i);
    const word one;
    for (; i < n; i++)
        hn::StoreU(f(hn::LoadU(one, a + i), hn::LoadU(one, b + i)), one, dst + i);
    if (m->nbytes % 8) {
        const uint64_t x = load_rest(m->a + 8 * n, m->nbytes % 8),
                       y = load_rest(m->b + 8 * n, m->nbytes % 8);
        const uint64_t z = hn::GetLane(f(hn::Set(one, x), hn::Set(one, y)));
        std::memcpy(m->dst + 8 * n, &z, m->nbytes % 8);
    }
}
#define MAP(name, expression)                          \
    static size_t run_##name(const struct operands *m) \
    {                                                  \
        map(m, [](auto a, auto b) HWY_ATTR {           \
            (void)b;                                   \
            return expression;                         \
        });                                            \
        return 0;                                      \
    }                                                  \
    REPEAT(name)
MAP(and, hn::And(a, b))
MAP(or, hn::Or(a, b))
MAP(xor, hn::Xor(a, b))
MAP(andnot, hn::AndNot(b, a))
MAP(not, hn::Not(a))

// The 1 bits in f(a, b).
template <class F> static HWY_INLINE size_t count_of(const struct operands *m, F f)
{
    const words d;
    const size_t lanes = hn::Lanes(d), n = m->nbytes / 8;
    const uint64_t *a = reinterpret_cast<const uint64_t *>(m->a);
    const uint64_t *b = reinterpret_cast<const uint64_t *>(m->b);
    auto sum0 = hn::Zero(d), sum1 = sum0, sum2 = sum0, sum3 = sum0;
    size_t i = 0, total = 0;
    for (; i + 4 * lanes <= n; i += 4 * lanes) {
        sum0 = hn::Add(sum0, hn::PopulationCount(f(hn::LoadU(d, a + i), hn::LoadU(d, b + i))));
        sum1 = hn::Add(
            sum1, hn::PopulationCount(f(hn::LoadU(d, a + i + lanes), hn::LoadU(d, b + i + lanes))));
        sum2 = hn::Add(sum2, hn::PopulationCount(f(hn::LoadU(d, a + i + 2 * lanes),
                                                   hn::LoadU(d, b + i + 2 * lanes))));
        sum3 = hn::Add(sum3, hn::PopulationCount(f(hn::LoadU(d, a + i + 3 * lanes),
                                                   hn::LoadU(d, b + i + 3 * lanes))));
    }
    for (; i + lanes <= n; i += lanes)
        sum0 = hn::Add(sum0, hn::PopulationCount(f(hn::LoadU(d, a + i), hn::LoadU(d, b + i))));
    if (n >= lanes)
        total = hn::GetLane(hn::SumOfLanes(d, hn::Add(hn::Add(sum0, sum1), hn::Add(sum2, sum3))));
    const word one;
    for (; i < n; i++)
        total += hn::GetLane(hn::PopulationCount(f(hn::LoadU(one, a + i), hn::LoadU(one, b + i))));
    if (m->nbytes % 8) {
        const size_t rest = m->nbytes % 8;
        const uint64_t x = load_rest(m->a + 8 * n, rest), y = load_rest(m->b + 8 * n, rest);
        const uint64_t z = hn::GetLane(f(hn::Set(one, x), hn::Set(one, y)));
        total += static_cast<size_t>(__builtin_popcountll(z & (UINT64_MAX >> (64 - 8 * rest))));
    }
    return total;
}
#define COUNT(name, expression)                          \
    static size_t run_##name(const struct operands *m)   \
    {                                                    \
        return count_of(m, [](auto a, auto b) HWY_ATTR { \
            (void)b;                                     \
            return expression;                           \
        });                                              \
    }                                                    \
    REPEAT(name)
COUNT(count, a)
COUNT(and_count, hn::And(a, b))
COUNT(or_count, hn::Or(a, b))
COUNT(xor_count, hn::Xor(a, b))
COUNT(andnot_count, hn::AndNot(b, a))

// Whether f(a, b) has a 1 bit.
template <class F> static HWY_INLINE bool test(const struct operands *m, F f)
{
    const words d;
    const size_t lanes = hn::Lanes(d), n = m->nbytes / 8;
    const uint64_t *a = reinterpret_cast<const uint64_t *>(m->a);
    const uint64_t *b = reinterpret_cast<const uint64_t *>(m->b);
    size_t i = 0;
    for (; i + 4 * lanes <= n; i += 4 * lanes) {
        const auto x0 = f(hn::LoadU(d, a + i), hn::LoadU(d, b + i));
        const auto x1 = f(hn::LoadU(d, a + i + lanes), hn::LoadU(d, b + i + lanes));
        const auto x2 = f(hn::LoadU(d, a + i + 2 * lanes), hn::LoadU(d, b + i + 2 * lanes));
        const auto x3 = f(hn::LoadU(d, a + i + 3 * lanes), hn::LoadU(d, b + i + 3 * lanes));
        const auto x = hn::Or(hn::Or(x0, x1), hn::Or(x2, x3));
        if (!hn::AllTrue(d, hn::Eq(x, hn::Zero(d))))
            return true;
    }
    for (; i + lanes <= n; i += lanes)
        if (!hn::AllTrue(d, hn::Eq(f(hn::LoadU(d, a + i), hn::LoadU(d, b + i)), hn::Zero(d))))
            return true;
    const word one;
    for (; i < n; i++)
        if (hn::GetLane(f(hn::LoadU(one, a + i), hn::LoadU(one, b + i))))
            return true;
    if (m->nbytes % 8 == 0)
        return false;
    const size_t rest = m->nbytes % 8;
    const uint64_t x = load_rest(m->a + 8 * n, rest), y = load_rest(m->b + 8 * n, rest);
    return (hn::GetLane(f(hn::Set(one, x), hn::Set(one, y))) & (UINT64_MAX >> (64 - 8 * rest))) !=
           0;
}
#define TEST(name, wanted, expression)                 \
    static size_t run_##name(const struct operands *m) \
    {                                                  \
        return test(m, [](auto a, auto b) HWY_ATTR {   \
                   (void)b;                            \
                   return expression;                  \
               }) == wanted;                           \
    }                                                  \
    REPEAT(name)
TEST(any, true, a)
TEST(none, false, a)
TEST(all, false, hn::Not(a))
TEST(equal, false, hn::Xor(a, b))
TEST(intersects, true, hn::And(a, b))
TEST(subset, false, hn::AndNot(b, a))

// A bit for each element of a (and of b): a whole vector of bits at a time, so those with fewer
// than 8 elements are left out.
template <class T, class F> static HWY_INLINE void compare(const struct operands *m, F f)
{
    const hn::ScalableTag<T> d;
    const size_t lanes = hn::Lanes(d), n = m->nbytes / sizeof(T);
    const T *a = reinterpret_cast<const T *>(m->a), *b = reinterpret_cast<const T *>(m->b);
    size_t i = 0;
    for (; i + lanes <= n; i += lanes)
        hn::StoreMaskBits(d, f(d, hn::LoadU(d, a + i), hn::LoadU(d, b + i)), m->dst + i / 8);
    const hn::CappedTag<T, 1> one;
    for (unsigned byte = 0; i < n; i++) {
        const bool holds = hn::AllTrue(one, f(one, hn::LoadU(one, a + i), hn::LoadU(one, b + i)));
        byte = (i % 8 ? byte : 0) | static_cast<unsigned>(holds) << i % 8;
        m->dst[i / 8] = static_cast<unsigned char>(byte);
    }
}
#define COMPARE(R, T, type, value)                                                          \
    static size_t run_##R##_value_##T(const struct operands *m)                             \
    {                                                                                       \
        compare<type>(m, [](auto d, auto x, auto) HWY_ATTR {                                \
            return RELATION_##R(x, hn::Set(d, static_cast<type>(value)));                   \
        });                                                                                 \
        return 0;                                                                           \
    }                                                                                       \
    REPEAT(R##_value_##T)                                                                   \
    static size_t run_##R##_##T(const struct operands *m)                                   \
    {                                                                                       \
        compare<type>(m, [](auto, auto x, auto y) HWY_ATTR { return RELATION_##R(x, y); }); \
        return 0;                                                                           \
    }                                                                                       \
    REPEAT(R##_##T)
#define RELATION_eq(x, y) hn::Eq(x, y)
#define RELATION_lt(x, y) hn::Lt(x, y)
#include "compare.h"

template <class T> static bool eight_lanes(const struct operands *)
{
    return hn::Lanes(hn::ScalableTag<T>()) >= 8;
}

// A byte that is not 0 makes a bit, and back.
static size_t run_pack(const struct operands *m)
{
    compare<uint8_t>(m, [](auto d, auto x, auto) HWY_ATTR { return hn::Ne(x, hn::Zero(d)); });
    return 0;
}
REPEAT(pack)

static size_t run_unpack(const struct operands *m)
{
    const bytes d;
    const size_t lanes = hn::Lanes(d);
    size_t i = 0;
    for (; i + lanes <= m->nbytes; i += lanes)
        hn::StoreU(hn::And(hn::VecFromMask(d, hn::LoadMaskBits(d, m->a + i / 8)), hn::Set(d, 1)), d,
                   m->dst + i);
    for (; i < m->nbytes; i++)
        m->dst[i] = m->a[i / 8] >> i % 8 & 1;
    return 0;
}
REPEAT(unpack)

template <class T> static HWY_INLINE size_t filter(const struct operands *m)
{
    const hn::ScalableTag<T> d;
    const size_t lanes = hn::Lanes(d), n = m->nbytes / sizeof(T);
    const T *a = reinterpret_cast<const T *>(m->a);
    T *dst = reinterpret_cast<T *>(m->dst);
    size_t i = 0, kept = 0;
    for (; i + lanes <= n; i += lanes)
        kept += hn::CompressBitsStore(hn::LoadU(d, a + i), m->b + i / 8, d, dst + kept);
    for (; i < n; i++) {
        dst[kept] = a[i];
        kept += m->b[i / 8] >> i % 8 & 1;
    }
    return kept;
}
static size_t run_filter_u16(const struct operands *m) { return filter<uint16_t>(m); }
static size_t run_filter_u32(const struct operands *m) { return filter<uint32_t>(m); }
static size_t run_filter_u64(const struct operands *m) { return filter<uint64_t>(m); }
REPEAT(filter_u16)
REPEAT(filter_u32)
REPEAT(filter_u64)

#define COMPARE(R, T, type, value)                                                  \
    {#R "_value_" #T, repeat_##R##_value_##T, eight_lanes<type>, nullptr, nullptr}, \
        {#R "_" #T, repeat_##R##_##T, eight_lanes<type>, nullptr, nullptr},
static const struct entry table[] = {
    ENTRY(and) ENTRY(or) ENTRY(xor) ENTRY(andnot) ENTRY(not ) ENTRY(count) ENTRY(and_count)
        ENTRY(or_count) ENTRY(xor_count) ENTRY(andnot_count) ENTRY(any) ENTRY(none) ENTRY(all)
            ENTRY(equal) ENTRY(intersects) ENTRY(subset)
#include "compare.h"
                {"pack", repeat_pack, eight_lanes<uint8_t>, nullptr, nullptr},
    {"unpack", repeat_unpack, eight_lanes<uint8_t>, nullptr, nullptr},
    {"filter_u16", repeat_filter_u16, eight_lanes<uint16_t>, nullptr, nullptr},
    {"filter_u32", repeat_filter_u32, eight_lanes<uint32_t>, nullptr, nullptr},
    {"filter_u64", repeat_filter_u64, eight_lanes<uint64_t>, nullptr, nullptr},
    END};
PEER(PEER_NAME, PEER_LEVEL, table)
