/* make_maps.c: writes nine coverage maps, made by a rule, for coverage.c to play with.
 *
 *   make_maps DIRECTORY      writes DIRECTORY/NAME.map, in the form that maps.h describes
 *
 * The source file grid.c has two rows of 15 lines. The tests "upper" and "lower" run 14 lines of a
 * row each; three tests run some columns of both rows. Whoever takes the test with most lines first
 * takes the columns, and ends up with three tests where two would do. The file ends.c has ten
 * lines, and a test of its middle that is taken first and is superfluous afterwards. Change the
 * rule, and look at the order that coverage finds.
 */
#include <stdio.h>
#include <stdlib.h>

enum { ROWS = 2, COLUMNS = 15, ENDS = 10 };

/* A test runs the lines of the grid in these rows and columns, every step-th one, and these lines
 * of ends.c. Column 15 is run by none. */
static const struct test {
    const char *name;
    int row, end_row, column, end_column, step, line, end_line; /* the ends are excluded */
} tests[] = {
    {"ends_left", 0, 0, 0, 0, 1, 1, 6},           {"ends_middle", 0, 0, 0, 0, 1, 3, 9},
    {"ends_right", 0, 0, 0, 0, 1, 6, 11},         {"grid_columns_01_08", 0, 2, 1, 9, 1, 0, 0},
    {"grid_columns_09_12", 0, 2, 9, 13, 1, 0, 0}, {"grid_columns_13_14", 0, 2, 13, 15, 1, 0, 0},
    {"grid_lower", 1, 2, 1, 15, 1, 0, 0},         {"grid_odd", 0, 2, 1, 15, 2, 0, 0},
    {"grid_upper", 0, 1, 1, 15, 1, 0, 0},
};

static void write_map(FILE *f, const struct test *t)
{
    fputs("file:grid.c\n", f);
    for (int row = 0; row < ROWS; row++)
        for (int column = 1; column <= COLUMNS; column++) {
            int ran = row >= t->row && row < t->end_row && column >= t->column &&
                      column < t->end_column && (column - t->column) % t->step == 0;
            fprintf(f, "lcount:%d,%d\n", 100 * row + column, ran);
        }
    fputs("file:ends.c\n", f);
    for (int line = 1; line <= ENDS; line++)
        fprintf(f, "lcount:%d,%d\n", line, line >= t->line && line < t->end_line);
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        fprintf(stderr, "make_maps: %d arguments, expected a DIRECTORY\n", argc - 1);
        return 2;
    }
    for (size_t t = 0; t < sizeof tests / sizeof *tests; t++) {
        char file[4096];
        FILE *f = NULL;
        if (snprintf(file, sizeof file, "%s/%s.map", argv[1], tests[t].name) < (int)sizeof file)
            f = fopen(file, "w");
        if (f)
            write_map(f, &tests[t]);
        if (!f || ferror(f) || fclose(f)) {
            perror(file);
            return 1;
        }
    }
    return 0;
}
