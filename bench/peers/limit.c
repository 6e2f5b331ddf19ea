/* limit.c: what the machine allows: loads and stores of the widest vectors, and nothing else. They
 * are assembly, one instruction after the other, because compilers reorder or drop loads whose
 * values nobody uses (clang's order of them took a quarter off the speed of the second-level
 * cache).
 *
 * limit has each store after its loads, limit-4 four stores after their loads, on aligned vectors,
 * limit-nt stores non-temporally, and limit-rep uses the string instructions. The limit of a cell
 * is the fastest one.
 */
#include "peer.h"

#include <string.h>

#include "tables/shapes.h"

/* LOAD(d, p, r): the vector r from d bytes after operand p; AND(d, p, r): ANDs it with that. */
#if defined(__x86_64__) && defined(__AVX512F__)
enum { V = 64 };
#define AT(d)           AT_##d
#define AT_0            "0"
#define AT_1            "64"
#define AT_2            "128"
#define AT_3            "192"
#define LOAD(d, p, r)   "vmovdqu64 " AT(d) "(%" #p ",%4), %%zmm" #r "\n\t"
#define AND(d, p, r)    "vpandq " AT(d) "(%" #p ",%4), %%zmm" #r ", %%zmm" #r "\n\t"
#define STORE(d, p, r)  "vmovdqu64 %%zmm" #r ", " AT(d) "(%" #p ",%4)\n\t"
#define STREAM(d, p, r) "vmovntdq %%zmm" #r ", " AT(d) "(%" #p ",%4)\n\t"
#define ONES(r)         "vpternlogd $0xff, %%zmm" #r ", %%zmm" #r ", %%zmm" #r "\n\t"
#elif defined(__x86_64__) && defined(__AVX2__)
enum { V = 32 };
#define AT(d)           AT_##d
#define AT_0            "0"
#define AT_1            "32"
#define AT_2            "64"
#define AT_3            "96"
#define LOAD(d, p, r)   "vmovdqu " AT(d) "(%" #p ",%4), %%ymm" #r "\n\t"
#define AND(d, p, r)    "vpand " AT(d) "(%" #p ",%4), %%ymm" #r ", %%ymm" #r "\n\t"
#define STORE(d, p, r)  "vmovdqu %%ymm" #r ", " AT(d) "(%" #p ",%4)\n\t"
#define STREAM(d, p, r) "vmovntdq %%ymm" #r ", " AT(d) "(%" #p ",%4)\n\t"
#define ONES(r)         "vpcmpeqd %%ymm" #r ", %%ymm" #r ", %%ymm" #r "\n\t"
#elif defined(__x86_64__)
enum { V = 16 };
#define AT(d)           AT_##d
#define AT_0            "0"
#define AT_1            "16"
#define AT_2            "32"
#define AT_3            "48"
#define LOAD(d, p, r)   "movdqu " AT(d) "(%" #p ",%4), %%xmm" #r "\n\t"
#define AND(d, p, r)    "movdqu " AT(d) "(%" #p ",%4), %%xmm4\n\tpand %%xmm4, %%xmm" #r "\n\t"
#define STORE(d, p, r)  "movdqu %%xmm" #r ", " AT(d) "(%" #p ",%4)\n\t"
#define STREAM(d, p, r) "movntdq %%xmm" #r ", " AT(d) "(%" #p ",%4)\n\t"
#define ONES(r)         "pcmpeqd %%xmm" #r ", %%xmm" #r "\n\t"
#endif

#ifdef AT

/* Operand 0 is dst, 1 to 3 are a, b, c, 4 is the position. */
#define DO(code, i)                                                         \
    __asm__ volatile(code                                                   \
                     :                                                      \
                     : "r"(m->dst), "r"(m->a), "r"(m->b), "r"(m->c), "r"(i) \
                     : "xmm0", "xmm1", "xmm2", "xmm3", "xmm4", "rax", "memory")

/* From i on: `four` for each four vectors, then `one` for each vector, `word` for each word; the
 * last word may overlap the one before. */
#define TO_END(four, one, word)          \
    for (; i + 8 * V <= n; i += 8 * V) { \
        size_t next = i + 4 * V;         \
        DO(four, i);                     \
        DO(four, next);                  \
    }                                    \
    for (; i + 4 * V <= n; i += 4 * V)   \
        DO(four, i);                     \
    for (; i + V <= n; i += V)           \
        DO(one, i);                      \
    for (; i + 8 <= n; i += 8)           \
        DO(word, i);                     \
    if (i < n)                           \
        DO(word, n - 8);
#define LIMIT(name, four, one, word)                   \
    static size_t run_##name(const struct operands *m) \
    {                                                  \
        size_t i = 0, n = m->nbytes;                   \
        TO_END(four, one, word)                        \
        return 0;                                      \
    }                                                  \
    REPEAT(name)

/* The same, but a vector first, and then from where `base` is aligned. */
#define LIMIT_PEELED(name, base, four, one, word, end) \
    static size_t run_##name(const struct operands *m) \
    {                                                  \
        size_t i = 0, n = m->nbytes;                   \
        if (n >= 8 * V && (uintptr_t)m->base % V) {    \
            DO(one, i);                                \
            i = V - (uintptr_t)m->base % V;            \
        }                                              \
        TO_END(four, one, word)                        \
        DO(end, i);                                    \
        return 0;                                      \
    }                                                  \
    REPEAT(name)

/* Each step with its own store, or steps of all vectors first. */
#define EACH(step)    step(0, 0) step(1, 1) step(2, 2) step(3, 3)
#define FROM(p)       LOAD(0, p, 0) LOAD(1, p, 1) LOAD(2, p, 2) LOAD(3, p, 3)
#define WITH(p)       AND(0, p, 0) AND(1, p, 1) AND(2, p, 2) AND(3, p, 3)
#define TO(store)     store(0, 0, 0) store(1, 0, 1) store(2, 0, 2) store(3, 0, 3)
#define COPY_(d, r)   LOAD(d, 1, r) STORE(d, 0, r)
#define MAP2_(d, r)   LOAD(d, 1, r) AND(d, 2, r) STORE(d, 0, r)
#define MAP3_(d, r)   LOAD(d, 1, r) AND(d, 2, r) AND(d, 3, r) STORE(d, 0, r)
#define MAP2_NT(d, r) LOAD(d, 1, r) AND(d, 2, r) STREAM(d, 0, r)
#define MAP3_NT(d, r) LOAD(d, 1, r) AND(d, 2, r) AND(d, 3, r) STREAM(d, 0, r)
#define UPDATE_(d, r) LOAD(d, 0, r) STORE(d, 0, r)
#define READ2_(d, r)  LOAD(d, 1, r) LOAD(d, 2, r)
#define READ3_(d, r)  LOAD(d, 1, r) LOAD(d, 2, r) LOAD(d, 3, r)
#define GET(p)        "movq (%" #p ",%4), %%rax\n\t"
#define PUT           "movq %%rax, (%0,%4)\n\t"
#define WORD_MAP2     GET(1) "andq (%2,%4), %%rax\n\t" PUT
#define WORD_MAP3     GET(1) "andq (%2,%4), %%rax\n\tandq (%3,%4), %%rax\n\t" PUT
#define WORD_FILL     "movq $-1, (%0,%4)"

LIMIT(READ, FROM(1), LOAD(0, 1, 0), GET(1))
LIMIT_PEELED(READ_4, a, FROM(1), LOAD(0, 1, 0), GET(1), "")
LIMIT(READ2, EACH(READ2_), READ2_(0, 0), GET(1) GET(2))
LIMIT_PEELED(READ2_4, a, FROM(1) FROM(2), READ2_(0, 0), GET(1) GET(2), "")
LIMIT(READ3, EACH(READ3_), READ3_(0, 0), GET(1) GET(2) GET(3))
LIMIT_PEELED(READ3_4, a, FROM(1) FROM(2) FROM(3), READ3_(0, 0), GET(1) GET(2) GET(3), "")
LIMIT(COPY, EACH(COPY_), COPY_(0, 0), GET(1) PUT)
LIMIT_PEELED(COPY_4, dst, FROM(1) TO(STORE), COPY_(0, 0), GET(1) PUT, "")
LIMIT_PEELED(COPY_nt, dst, FROM(1) TO(STREAM), COPY_(0, 0), GET(1) PUT, "sfence")
LIMIT(MAP2, EACH(MAP2_), MAP2_(0, 0), WORD_MAP2)
LIMIT_PEELED(MAP2_4, dst, FROM(1) WITH(2) TO(STORE), MAP2_(0, 0), WORD_MAP2, "")
LIMIT_PEELED(MAP2_nt, dst, EACH(MAP2_NT), MAP2_(0, 0), WORD_MAP2, "sfence")
LIMIT(MAP3, EACH(MAP3_), MAP3_(0, 0), WORD_MAP3)
LIMIT_PEELED(MAP3_4, dst, FROM(1) WITH(2) WITH(3) TO(STORE), MAP3_(0, 0), WORD_MAP3, "")
LIMIT_PEELED(MAP3_nt, dst, EACH(MAP3_NT), MAP3_(0, 0), WORD_MAP3, "sfence")
LIMIT(UPDATE, EACH(UPDATE_), UPDATE_(0, 0), GET(0) PUT)
LIMIT_PEELED(UPDATE_4, dst, FROM(0) TO(STORE), UPDATE_(0, 0), GET(0) PUT, "")
LIMIT(FILL, ONES(0) STORE(0, 0, 0) STORE(1, 0, 0) STORE(2, 0, 0) STORE(3, 0, 0),
      ONES(0) STORE(0, 0, 0), WORD_FILL)
LIMIT_PEELED(FILL_nt, dst, ONES(0) STREAM(0, 0, 0) STREAM(1, 0, 0) STREAM(2, 0, 0) STREAM(3, 0, 0),
             ONES(0) STORE(0, 0, 0), WORD_FILL, "sfence")

/* A byte of dst for each position in the list a. */
static size_t run_LINES_AT(const struct operands *m)
{
    for (size_t i = 0; i < m->nbytes / 4; i++) {
        uint32_t at;
        memcpy(&at, m->a + 4 * i, sizeof at);
        __asm__ volatile("movzbl %0, %%eax" : : "m"(m->dst[at / 8]) : "eax");
    }
    return 0;
}
REPEAT(LINES_AT)

static size_t run_FILL_rep(const struct operands *m)
{
    unsigned char *dst = m->dst;
    size_t n = m->nbytes;
    __asm__ volatile("rep stosb" : "+D"(dst), "+c"(n) : "a"(0xff) : "memory");
    return 0;
}
REPEAT(FILL_rep)
static size_t run_COPY_rep(const struct operands *m)
{
    unsigned char *dst = m->dst;
    const unsigned char *a = m->a;
    size_t n = m->nbytes;
    __asm__ volatile("rep movsb" : "+D"(dst), "+S"(a), "+c"(n) : : "memory");
    return 0;
}
REPEAT(COPY_rep)

static bool any(const struct operands *m) { return m->nbytes >= 8; }
static bool is_long(const struct operands *m) { return m->nbytes >= 512; }

/* The functions are named after the column `limit` of operations.def. No function, of a type that
 * clang accepts beside functions: */
#define NOTHING             ((repeat_function *)0)
#define repeat_NONE         NOTHING
#define repeat_NONE_4       NOTHING
#define repeat_NONE_nt      NOTHING
#define repeat_NONE_rep     NOTHING
#define repeat_FILL_4       NOTHING
#define repeat_LINES_AT_4   NOTHING
#define repeat_READ_nt      NOTHING
#define repeat_READ2_nt     NOTHING
#define repeat_READ3_nt     NOTHING
#define repeat_UPDATE_nt    NOTHING
#define repeat_LINES_AT_nt  NOTHING
#define repeat_READ_rep     NOTHING
#define repeat_READ2_rep    NOTHING
#define repeat_READ3_rep    NOTHING
#define repeat_UPDATE_rep   NOTHING
#define repeat_MAP2_rep     NOTHING
#define repeat_MAP3_rep     NOTHING
#define repeat_LINES_AT_rep NOTHING

#define LIMITED(name, limit, way, takes) {#name, repeat_##limit##way, takes, NULL, NULL},
/* An operation of ops.def, by its shape. */
#define LIMITED_BY_SHAPE(name, shape, way, takes)                            \
    {#name,                                                                  \
     BMILL_KIND(shape) > KIND_WITH                                           \
         ? (BMILL_INPUTS(shape) == 1 ? repeat_READ##way : repeat_READ2##way) \
     : BMILL_INPUTS(shape) == 1 ? repeat_COPY##way                           \
                                : repeat_MAP2##way,                          \
     takes, NULL, NULL},

static const struct entry table[] = {
#define OPERATION(name, a, b, streams, limit, result, flags) LIMITED(name, limit, , any)
#define OPERATION_OF_SHAPE(name, shape, bit)                 LIMITED_BY_SHAPE(name, shape, , any)
#include "operations.def"
    END};
PEER("limit", PEER_LEVEL, table)

static const struct entry table_4[] = {
#define OPERATION(name, a, b, streams, limit, result, flags) LIMITED(name, limit, _4, any)
#define OPERATION_OF_SHAPE(name, shape, bit)                 LIMITED_BY_SHAPE(name, shape, _4, any)
#include "operations.def"
    END};
PEER("limit-4", PEER_LEVEL, table_4)

static const struct entry table_nt[] = {
#define OPERATION(name, a, b, streams, limit, result, flags) LIMITED(name, limit, _nt, is_long)
#define OPERATION_OF_SHAPE(name, shape, bit)                 LIMITED_BY_SHAPE(name, shape, _nt, is_long)
#include "operations.def"
    END};
PEER("limit-nt", PEER_LEVEL, table_nt)

static const struct entry table_rep[] = {
#define OPERATION(name, a, b, streams, limit, result, flags) LIMITED(name, limit, _rep, is_long)
#define OPERATION_OF_SHAPE(name, shape, bit)                 LIMITED_BY_SHAPE(name, shape, _rep, is_long)
#include "operations.def"
    END};
PEER("limit-rep", PEER_LEVEL, table_rep)

#endif
