// bitset.cc: std::bitset. Its size is a constant, so each size is code of its own; below 128 bytes
// that would be compared with a library that is told the size at run time, so there is none.
#include "peer.h"

#include <bitset>

// The memory of the benchmarks taken as a bitset: an array of words in the libraries of gcc and
// clang.
template <size_t N> static const std::bitset<8 * N> &in(const unsigned char *p)
{
    return *reinterpret_cast<const std::bitset<8 * N> *>(p);
}
template <size_t N> static std::bitset<8 * N> &out(unsigned char *p)
{
    return *reinterpret_cast<std::bitset<8 * N> *>(p);
}

// Repeats Op::run<N> for the N that the cell has.
#define SIZES(X) X(128) X(256) X(512) X(1024) X(2048) X(4096) X(8192) X(32768)
template <class Op>
static size_t by_size(uint64_t n, const struct operands *m, const struct walk *walk)
{
#define REPEAT_SIZE(N) \
    case N:            \
        return bench_repeat(&Op::template run<N>, n, m, walk);
    switch (m->nbytes) {
        SIZES(REPEAT_SIZE)
    }
    return 0;
}
static bool has_size(const struct operands *m)
{
#define IS_SIZE(N) || m->nbytes == N
    return reinterpret_cast<uintptr_t>(m->a) % 8 == 0 && m->first == 0 && (false SIZES(IS_SIZE));
}

#define OPERATION(name, statements)                                                     \
    struct name##_op {                                                                  \
        template <size_t N> static size_t run(const struct operands *m) { statements; } \
    };
#define A in<N>(m->a)
#define B in<N>(m->b)
OPERATION(and, auto &dst = out<N>(m->dst); dst = A; dst &= B; return 0)
OPERATION(or, auto &dst = out<N>(m->dst); dst = A; dst |= B; return 0)
OPERATION(xor, auto &dst = out<N>(m->dst); dst = A; dst ^= B; return 0)
OPERATION(not, auto &dst = out<N>(m->dst); dst = A; dst.flip(); return 0)
OPERATION(count, return A.count())
OPERATION(and_count, return (A & B).count())
OPERATION(or_count, return (A | B).count())
OPERATION(xor_count, return (A ^ B).count())
OPERATION(any, return A.any())
OPERATION(none, return A.none())
OPERATION(all, return A.all())
OPERATION(equal, return A == B)
OPERATION(copy, out<N>(m->dst) = A; return 0)
OPERATION(shift_left, out<N>(m->dst) = A << 13; return 0)
OPERATION(shift_right, out<N>(m->dst) = A >> 13; return 0)
OPERATION(set_range, out<N>(m->dst).set(); return 0)
#ifdef __GLIBCXX__
OPERATION(find_first_set, return A._Find_first())
OPERATION(find_next_set, size_t sum = 0;
          for (size_t i = A._Find_first(); i < 8 * N; i = A._Find_next(i)) sum += i ^ i >> 3;
          return sum)
#endif

#define SIZED(name) {#name, by_size<name##_op>, has_size, nullptr, nullptr},
static const struct entry table[] = {
    SIZED(and) SIZED(or) SIZED(xor) SIZED(not ) SIZED(count) SIZED(and_count) SIZED(or_count)
        SIZED(xor_count) SIZED(any) SIZED(none) SIZED(all) SIZED(equal) SIZED(copy)
            SIZED(shift_left) SIZED(shift_right) SIZED(set_range)
#ifdef __GLIBCXX__
                SIZED(find_first_set) SIZED(find_next_set)
#endif
                    END};
PEER(PEER_NAME, PEER_LEVEL, table)
