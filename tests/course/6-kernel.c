/* 6-kernel.c: a solution of the exercises of docs/course/exercises/6-kernel.c. */
#include "simd/simd.h"

size_t my_xor_count(const void *a, const void *b, size_t nbits);
bool my_equal(const void *a, const void *b, size_t nbits);

static v_t difference(const unsigned char *a, const unsigned char *b, size_t i)
{
    return v_xor(v_load(a + i), v_load(b + i));
}

/* The n bytes, 1 to V_BYTES - 1, that are left at the end, without the bits past nbits. */
static v_t last_difference(const unsigned char *a, const unsigned char *b, size_t n, size_t nbits)
{
    v_t d = v_xor(v_load_first(a, n), v_load_first(b, n));
    unsigned char last[V_BYTES] = {0};
    last[n - 1] = (unsigned char)~(0xffu >> (0u - (unsigned)nbits) % 8);
    return v_andnot(d, v_load(last));
}

size_t my_xor_count(const void *a_, const void *b_, size_t nbits)
{
    const unsigned char *a = a_, *b = b_;
    size_t whole = nbits / 8 / V_BYTES * V_BYTES, i;
    v_t total = v_zero();
    for (i = 0; i < whole; i += V_BYTES)
        total = v_add64(total, v_popcount(difference(a, b, i)));
    if (8 * i < nbits)
        total =
            v_add64(total, v_popcount(last_difference(a + i, b + i, (nbits + 7) / 8 - i, nbits)));
    return v_sum64(total);
}

bool my_equal(const void *a_, const void *b_, size_t nbits)
{
    const unsigned char *a = a_, *b = b_;
    size_t whole = nbits / 8 / V_BYTES * V_BYTES, i;
    for (i = 0; i + 4 * V_BYTES <= whole; i += 4 * V_BYTES) {
        v_t first = v_or(difference(a, b, i), difference(a, b, i + V_BYTES));
        v_t second = v_or(difference(a, b, i + 2 * V_BYTES), difference(a, b, i + 3 * V_BYTES));
        if (v_any(v_or(first, second)))
            return false;
    }
    for (; i < whole; i += V_BYTES)
        if (v_any(difference(a, b, i)))
            return false;
    return 8 * i >= nbits || !v_any(last_difference(a + i, b + i, (nbits + 7) / 8 - i, nbits));
}
