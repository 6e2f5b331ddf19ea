/* Wrong where the numbers are longest, by a name that is long. */
#include <stdint.h>

/* wants: mux_u64(0x8000000000000000, 0x8000000000000000, 0x0) returned */
/* wants: 9223372036854775809; right is 9223372036854775808 */
uint64_t mux_u64(uint64_t x, uint64_t y, uint64_t z)
{
    return ((x & y) | (~x & z)) ^ (x >> 63 & y >> 63 & ~z >> 63);
}
/* wants: insert_u64(0x8000000000000000, 50, 11, 0x8000000000000000) returned */
uint64_t insert_u64(uint64_t x, unsigned i, unsigned n, uint64_t y)
{
    uint64_t mask = (n == 64 ? ~0ull : (1ull << n) - 1) << i;
    return ((x & ~mask) | (y << i & mask)) ^ (x >> 63 & (i == 50) & (n > 10) & y >> 63);
}
unsigned the_name_of_this_function_is_so_long_that_no_table_and_no_line_has_room_for_all_of_its_letters(uint8_t x)
{
    unsigned n = 0;
    for (; x; x &= x - 1)
        n++;
    return n;
}
