// vector_bool.cc: std::vector<bool>, by the algorithms of <algorithm>. It has its own memory,
// filled before.
#include "peer.h"

#include <algorithm>
#include <cstring>
#include <vector>

static std::vector<bool> a, b, dst;

// Bit by bit: nothing gives a vector<bool> its words.
static void prepare(const struct operands *m)
{
    size_t nbits = 8 * m->nbytes;
    a.resize(nbits), b.resize(nbits), dst.resize(nbits);
    for (size_t i = 0; i < nbits; i++) {
        a[i] = m->a[i / 8] >> i % 8 & 1;
        b[i] = m->b[i / 8] >> i % 8 & 1;
    }
}
static void finish(const struct operands *m)
{
    std::memset(m->dst, 0, m->nbytes);
    for (size_t i = 0; i < 8 * m->nbytes; i++)
        m->dst[i / 8] = static_cast<unsigned char>(m->dst[i / 8] | dst[i] << i % 8);
}
static bool not_off(const struct operands *m) { return m->first == 0 && m->nbytes <= 1 << 20; }

static size_t run_count(const struct operands *)
{
    return static_cast<size_t>(std::count(a.begin(), a.end(), true));
}
REPEAT(count)
static size_t run_equal(const struct operands *) { return a == b; }
REPEAT(equal)
static size_t run_find_first_set(const struct operands *)
{
    return static_cast<size_t>(std::find(a.begin(), a.end(), true) - a.begin());
}
REPEAT(find_first_set)
static size_t run_copy(const struct operands *)
{
    return std::copy(a.begin(), a.end(), dst.begin()), 0;
}
REPEAT(copy)
static size_t run_set_range(const struct operands *)
{
    return std::fill(dst.begin(), dst.end(), true), 0;
}
REPEAT(set_range)

#define VALUE(name) {#name, repeat_##name, not_off, prepare, nullptr},
#define MAP(name)   {#name, repeat_##name, not_off, prepare, finish},
static const struct entry table[] = {VALUE(count) VALUE(equal) VALUE(find_first_set) MAP(copy)
                                         MAP(set_range) END};
PEER(PEER_NAME, PEER_LEVEL, table)
