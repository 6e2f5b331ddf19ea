/* values.c: a filter over the columns of a table, as a database does it: each condition becomes a
 * bitmap, the bitmaps are combined, and the selected rows are picked from a column.
 *
 *   cc -O2 values.c -o values $(pkg-config --cflags --libs bitmill)
 *
 * Prints:
 *   2500 of 10000 people are younger than 30, 1245 of these earn 3000 or more
 *   the first of them: 8 9 40, the last: 9964
 */
#include <bitmill.h>
#include <stdio.h>

enum { PEOPLE = 10000 };

/* SELECT id FROM people WHERE age < 30 AND salary >= 3000. Result: how many ids. */
static size_t select_people(uint32_t *found, const uint32_t *id, const uint8_t *age,
                            const float *salary, size_t n)
{
    unsigned char young[PEOPLE / 8], rich[PEOPLE / 8];
    bmill_bits_lt_value_u8(young, age, n, 30);
    bmill_bits_ge_value_f32(rich, salary, n, 3000);
    printf("%zu of %zu people are younger than 30, ", bmill_bits_count(young, n), n);
    bmill_bits_and(rich, rich, young, n);
    return bmill_bits_filter_u32(found, id, rich, n);
}

int main(void)
{
    static uint32_t id[PEOPLE], found[PEOPLE];
    static uint8_t age[PEOPLE];
    static float salary[PEOPLE];
    for (uint32_t i = 0; i < PEOPLE; i++) {
        id[i] = i;
        age[i] = (uint8_t)(20 + i % 40);
        salary[i] = (float)(1000 + i * 283 % 4000);
    }
    size_t n = select_people(found, id, age, salary, PEOPLE);
    printf("%zu of these earn 3000 or more\n", n);
    printf("the first of them: %u %u %u, the last: %u\n", found[0], found[1], found[2],
           found[n - 1]);
    return 0;
}
