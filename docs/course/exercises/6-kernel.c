/* 6-kernel.c: exercises of chapter 6, in the vocabulary of lib/simd. Compile it in the sources of
 * bitmill, first as it is, then with -march=native: the same text must be right for all vectors.
 *
 *   cc -O2 -Iinclude -Ilib docs/course/exercises/6-kernel.c docs/course/exercises/check_bitmaps.c \
 *       .libs/libbitmill.a -o check && ./check
 */
#include "simd/simd.h"

size_t my_xor_count(const void *a, const void *b, size_t nbits);
bool my_equal(const void *a, const void *b, size_t nbits);

/* The number of positions in which a and b differ. */
size_t my_xor_count(const void *a, const void *b, size_t nbits)
{
    (void)a, (void)b, (void)nbits;
    return 0;
}

/* Whether a and b are equal. Stop soon after a difference: test some vectors with one branch. */
bool my_equal(const void *a, const void *b, size_t nbits)
{
    (void)a, (void)b, (void)nbits;
    return false;
}
