/* columns.c: a query on a CSV text, end to end. The rows become columns, one array each; a column
 * of names becomes small numbers, as in databases. A condition on a column is one call that makes a
 * bitmap, bit r for row r. AND joins conditions, and a filter takes the values of the rows that are
 * left. The query is SELECT * WHERE shop = 'north' AND sold > stock:
 *
 *     row              0 1 2 3 4 5 6 7
 *     shop = 'north'   1 . 1 . 1 . . 1    bmill_bits_eq_value_u8: a column and a value
 *     sold > stock     1 . . 1 1 1 . 1    bmill_bits_gt_u32: a column and another
 *     both             1 . . . 1 . . 1    bmill_bits_and
 *
 * Cost: a pass over each column that a condition names, at about the speed of memory, after one
 * over the text. The conditions take no branch on a value, so no data makes them slow.
 *
 *   cc -O2 columns.c -o columns $(pkg-config --cflags --libs bitmill)
 *   columns [FILE]     FILE begins with the line item,shop,sold,stock
 *
 * Prints:
 *   8 rows; shop is north: 4, sold more than in stock: 5, both: 3
 *   bread,north,40,30
 *   honey,north,9,5
 *   olives,north,31,30
 *   sold 80, lacking 15
 */
#include <bitmill.h>
#include <stdio.h>
#include <string.h>

enum { ROWS = 1000, SHOPS = 256, NAME = 20 };

static const char header[] = "item,shop,sold,stock";
static char text[1 << 16] = "item,shop,sold,stock\n"
                            "bread,north,40,30\n"
                            "bread,south,20,25\n"
                            "milk,north,25,25\n"
                            "milk,south,18,12\n"
                            "honey,north,9,5\n"
                            "honey,south,7,2\n"
                            "olives,south,3,9\n"
                            "olives,north,31,30\n";

/* The table: element r of each is of row r. shop[r] is a position in shops. */
static char item[ROWS][NAME], shops[SHOPS][NAME];
static uint8_t shop[ROWS];
static uint32_t sold[ROWS], stock[ROWS];

/* The number of a shop: the next free one if the name is new; SHOPS if there are too many. */
static size_t shop_number(const char *name)
{
    size_t s = 0;
    while (s < SHOPS && shops[s][0] && strcmp(shops[s], name) != 0)
        s++;
    if (s < SHOPS)
        strcpy(shops[s], name);
    return s;
}

static bool read_row(size_t r, const char *line)
{
    char name[NAME];
    unsigned long long a, b;
    int end = 0;
    size_t s;
    /* At most 10 digits, which cannot overflow; end stays 0 if something is missing. */
    sscanf(line, "%19[^,],%19[^,],%10llu,%10llu%n", item[r], name, &a, &b, &end);
    if (end == 0 || line[end] || a > UINT32_MAX || b > UINT32_MAX ||
        (s = shop_number(name)) == SHOPS)
        return false;
    shop[r] = (uint8_t)s;
    sold[r] = (uint32_t)a;
    stock[r] = (uint32_t)b;
    return true;
}

/* Reads the text into the table. Result: the number of rows; ROWS + 1 if a line is wrong. */
static size_t read_table(void)
{
    size_t n = 0;
    for (char *line = strtok(text, "\r\n"); line; line = strtok(NULL, "\r\n"), n++)
        if (n == 0 ? strcmp(line, header) != 0 : n > ROWS || !read_row(n - 1, line)) {
            fprintf(stderr, "columns: row %zu is \"%s\", expected %s%s\n", n, line, header,
                    n ? ": short names, numbers, at most 1000 rows, 256 shops" : "");
            return ROWS + 1;
        }
    if (n == 0)
        fprintf(stderr, "columns: the file is empty, expected %s\n", header);
    return n ? n - 1 : ROWS + 1;
}

static void query(size_t n)
{
    unsigned char north[BMILL_BYTES(ROWS)], short_of[BMILL_BYTES(ROWS)], both[BMILL_BYTES(ROWS)];
    static uint32_t sold_there[ROWS], stock_there[ROWS];
    unsigned long long total = 0, lacking = 0;

    size_t s = shop_number("north");
    if (s < SHOPS)
        bmill_bits_eq_value_u8(north, shop, n, (uint8_t)s);
    else /* 256 shops, and none is north */
        bmill_bits_clear_range(north, 0, n);
    bmill_bits_gt_u32(short_of, sold, stock, n);
    bmill_bits_and(both, north, short_of, n);
    printf("%zu rows; shop is north: %zu, sold more than in stock: %zu, both: %zu\n", n,
           bmill_bits_count(north, n), bmill_bits_count(short_of, n), bmill_bits_count(both, n));

    BMILL_FOR_EACH_SET (r, both, n)
        printf("%s,%s,%u,%u\n", item[r], shops[shop[r]], sold[r], stock[r]);

    size_t found = bmill_bits_filter_u32(sold_there, sold, both, n);
    bmill_bits_filter_u32(stock_there, stock, both, n);
    for (size_t k = 0; k < found; k++) {
        total += sold_there[k];
        lacking += sold_there[k] - stock_there[k];
    }
    printf("sold %llu, lacking %llu\n", total, lacking);
}

int main(int argc, char **argv)
{
    if (argc > 1) {
        FILE *file = fopen(argv[1], "r");
        size_t length = file ? fread(text, 1, sizeof text, file) : 0;
        if (!file || ferror(file) || length == sizeof text) {
            fprintf(stderr, "columns: %s, expected a file that can be read, below 64 KiB\n",
                    argv[1]);
            return 2;
        }
        text[length] = 0;
        fclose(file);
    }
    size_t n = read_table();
    if (n > ROWS)
        return 2;
    query(n);
    return 0;
}
