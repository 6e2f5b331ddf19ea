/* 4-many-bits.c: exercises of chapter 4. Bit i of a bitmap is bit i % 8 of byte i / 8. Bits at and
 * past nbits must not matter, must not be changed, and no byte past the last one that holds a bit
 * of the bitmap may be touched. Begin with a loop over bits; then make it a loop over words, with
 * bmill_load_le_u64() and what to do about the rest.
 *
 *   cc -O2 -I bitmill/include 4-many-bits.c check_bitmaps.c bitmill/.libs/libbitmill.a -o check
 *   ./check
 *
 * where bitmill is the folder of its sources, in which make has built the library.
 */
#include <bitmill/word.h>

size_t my_count(const void *bits, size_t nbits);
void my_andnot(void *dst, const void *a, const void *b, size_t nbits);
size_t my_find_first_set(const void *bits, size_t nbits);

/* The number of 1 bits. */
size_t my_count(const void *bits, size_t nbits)
{
    (void)bits, (void)nbits;
    return 0;
}

/* dst = a AND NOT b; dst may be a or b. */
void my_andnot(void *dst, const void *a, const void *b, size_t nbits)
{
    (void)dst, (void)a, (void)b, (void)nbits;
}

/* The position of the first 1 bit; nbits if there is none. */
size_t my_find_first_set(const void *bits, size_t nbits)
{
    (void)bits;
    return nbits;
}
