/* target.c: what libFuzzer calls. */
#include "fuzz.h"
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n);
size_t LLVMFuzzerMutate(unsigned char *bytes, size_t n, size_t max);
size_t LLVMFuzzerCustomMutator(unsigned char *bytes, size_t n, size_t max, unsigned seed);

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n)
{
    if (!play(bytes, n))
        abort();
    return 0;
}

/* Every third input is new, or new after its first bytes; libFuzzer makes the others by changing a
 * known one. A bug that depends on sizes and parameters only adds no edge to the program that would
 * lead to it: new draws find it sooner than changes do. */
size_t LLVMFuzzerCustomMutator(unsigned char *bytes, size_t n, size_t max, unsigned seed)
{
    size_t kept = seed / 3 % 2 ? HEAD_BYTES : 0, length = (size_t)(noise(seed, 0) % max) + 1;
    if (seed % 3 != 0)
        return LLVMFuzzerMutate(bytes, n, max);
    for (size_t i = n < kept ? n : kept; i < length; i++)
        bytes[i] = (unsigned char)noise(seed, i + 1);
    return length;
}
