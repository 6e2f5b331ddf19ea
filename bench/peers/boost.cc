// boost.cc: boost::dynamic_bitset of words of 64 bits. It has its own memory, filled before.
#include "peer.h"

#include <boost/dynamic_bitset.hpp>
#include <cstring>

using bitset = boost::dynamic_bitset<uint64_t>;
static bitset a, b, dst;

static void fill(bitset &set, const unsigned char *p, size_t nbytes)
{
    std::vector<uint64_t> words(nbytes / 8);
    std::memcpy(words.data(), p, nbytes);
    set = bitset(words.begin(), words.end());
}
static void prepare(const struct operands *m)
{
    fill(a, m->a, m->nbytes);
    fill(b, m->b, m->nbytes);
    dst = b;
}
static void finish(const struct operands *m)
{
    std::vector<uint64_t> words(m->nbytes / 8);
    to_block_range(dst, words.begin());
    std::memcpy(m->dst, words.data(), m->nbytes);
}
static bool whole_words(const struct operands *m) { return m->nbytes % 8 == 0 && m->first == 0; }
#define RUN(name, statements)                          \
    static size_t run_##name(const struct operands *m) \
    {                                                  \
        (void)m;                                       \
        statements;                                    \
    }                                                  \
    REPEAT(name)
RUN(and, dst = a; dst &= b; return 0)
RUN(or, dst = a; dst |= b; return 0)
RUN(xor, dst = a; dst ^= b; return 0)
RUN(andnot, dst = a; dst -= b; return 0)
RUN(not, dst = a; dst.flip(); return 0)
RUN(copy, dst = a; return 0)
RUN(set_range, dst.set(); return 0)
RUN(shift_left, dst = a; dst <<= 13; return 0)
RUN(shift_right, dst = a; dst >>= 13; return 0)
RUN(count, return a.count())
RUN(any, return a.any())
RUN(none, return a.none())
RUN(all, return a.all())
RUN(equal, return a == b)
RUN(intersects, return a.intersects(b))
RUN(subset, return a.is_subset_of(b))

static size_t position(const struct operands *m, size_t i)
{
    return i == bitset::npos ? 8 * m->nbytes : i;
}
RUN(find_first_set, return position(m, a.find_first()))
RUN(find_next_set, size_t sum = 0;
    for (size_t i = a.find_first(); i != bitset::npos; i = a.find_next(i)) sum += i ^ i >> 3;
    return sum)

#define VALUE(name) {#name, repeat_##name, whole_words, prepare, nullptr},
#define MAP(name)   {#name, repeat_##name, whole_words, prepare, finish},
static const struct entry table[] = {
    MAP(and) MAP(or) MAP(xor) MAP(andnot) MAP(not ) MAP(copy) MAP(set_range) MAP(shift_left)
        MAP(shift_right) VALUE(count) VALUE(any) VALUE(none) VALUE(all) VALUE(equal)
            VALUE(intersects) VALUE(subset) VALUE(find_first_set) VALUE(find_next_set) END};
PEER(PEER_NAME, PEER_LEVEL, table)
