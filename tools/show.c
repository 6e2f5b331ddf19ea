/* show.c: `bitmill show`: draws a region of a bitmap. */
#include "args.h"
#include "paint.h"

#include <inttypes.h>
#include <string.h>

/* Rows of the widest region that fit into 80 columns, beside offsets of 12 and 11 digits. */
enum { MOST_COLUMNS = 48, ROWS = 16 };
/* A picture is made in memory. */
enum { MOST_DRAWN = 65536 };

struct region {
    uint64_t from, count; /* bits */
    uint64_t columns;
    bool msb;         /* the most significant bit of each byte stands first */
    bool picture;     /* all of it in one text, instead of a text for each row */
    struct text *out; /* the rows that are not printed yet */
};

/* The heading: above the first bit of each group of 8, its distance from the start of the row. */
static void add_heading(const struct region *region)
{
    text_add(region->out, "%12s %11s ", "bit", "byte");
    for (uint64_t column = 0; column < region->columns; column += 8) {
        char number[24];
        snprintf(number, sizeof number, "%" PRIu64, region->msb ? column + 7 : column);
        text_add(region->out, column + 8 < region->columns ? " %-8s" : " %s", number);
    }
    text_add(region->out, "\n");
}

static void end_row(const struct region *region)
{
    text_add(region->out, "\n");
    if (!region->picture)
        print_text(region->out);
}

/* Adds one bit of the region, at position i of the file, and what stands around it. */
static void add_in_row(const struct region *region, uint64_t i, bool bit)
{
    uint64_t column = (i - region->from) % region->columns;
    if (i == region->from)
        add_heading(region);
    else if (column == 0)
        end_row(region);
    if (column == 0)
        text_add(region->out, "%12" PRIu64 " %11" PRIu64 " ", i, i / 8);
    if (column % 8 == 0)
        text_add(region->out, " ");
    if (bit)
        text_styled(region->out, RESULT, "1");
    else
        text_add(region->out, "0");
}

/* Result: the position after the last bit of the file that was looked at. */
static uint64_t add_region(const struct region *region, struct input *in)
{
    const unsigned char *piece;
    uint64_t end = region->from + region->count, i = region->from;
    input_skip(in, region->from / 8);
    for (;;) {
        uint64_t base = 8 * in->offset;
        size_t n = input_next(in, &piece);
        uint64_t stop = base + 8 * (uint64_t)n < end ? base + 8 * (uint64_t)n : end;
        if (n == 0)
            return base;
        for (; i < stop && !ferror(stdout); i++) {
            size_t k = (size_t)(i - base);
            add_in_row(region, i, bmill_bits_is_set(piece, region->msb ? k ^ 7 : k));
        }
        if (i >= end)
            return i;
    }
}

static int show_file(const struct region *region, const char *name)
{
    static struct input in;
    if (!input_open(&in, name))
        return FAILED;
    uint64_t end = add_region(region, &in);
    input_close(&in);
    if (end > region->from)
        end_row(region);
    if (in.failed)
        return FAILED;
    if (end > region->from || (end == region->from && region->from == 0))
        return print_text(region->out);
    return failure("show: --from '%" PRIu64 "' is past the end of %s: expected 0 to %" PRIu64,
                   region->from, name, end > 0 ? end - 1 : 0);
}

static int check_region(const struct region *region)
{
    if (region->msb && region->from % 8 != 0)
        return usage_error("show: --from '%" PRIu64 "' is in a byte: expected a multiple of 8 for "
                           "--msb",
                           region->from);
    if (region->msb && (region->columns % 8 != 0 || region->count % 8 != 0))
        return usage_error("show: --columns '%" PRIu64 "' and --count '%" PRIu64
                           "': expected multiples of 8 for --msb",
                           region->columns, region->count);
    return DONE;
}

static int run_show(char **args)
{
    enum { FROM, COUNT, COLUMNS, MSB, SVG, END };
    struct option options[] = {
        [FROM] = {"--from", 0, "the position of a bit", NULL},
        [COUNT] = {"--count", 0, "a number of bits", NULL},
        [COLUMNS] = {"--columns", 0, "bits in a row", NULL},
        [MSB] = {"--msb", 0, NULL, NULL},
        [SVG] = {"--svg", 0, NULL, NULL},
        [END] = {NULL, 0, NULL, NULL},
    };
    const uint64_t most = UINT64_MAX / 4;
    struct text out = {0};
    struct region region = {.columns = 32, .out = &out};
    int status = take_options(&command_show, args, options, NAMES);
    if (status != DONE)
        return status;
    if (check_operands(&command_show, args, 1, 1) != DONE ||
        number_option(&command_show, &options[FROM], 0, most, &region.from) != DONE ||
        number_option(&command_show, &options[COLUMNS], 1, MOST_COLUMNS, &region.columns) != DONE)
        return USAGE;
    region.count = ROWS * region.columns;
    region.msb = options[MSB].value;
    region.picture = options[SVG].value;
    if (number_option(&command_show, &options[COUNT], 1, region.picture ? MOST_DRAWN : most,
                      &region.count) != DONE ||
        check_region(&region) != DONE || check_isa_environment() != DONE)
        return USAGE;
    if (region.picture)
        paint_as_svg();
    status = show_file(&region, *args);
    text_free(&out);
    return status;
}

const struct command command_show = {
    "show",
    "[--from BIT] [--count N] [--columns N] [--msb] [--svg] FILE",
    "draw a region of a bitmap: rows of bits with their offsets",
    "Draws bits of a file in rows, each with the position of its first bit and the\n"
    "byte that this is in. Bit 0 of each byte, the least significant, stands first.\n"
    "FILE may be '-', standard input. On a terminal 1 bits are bold, unless the\n"
    "environment variable NO_COLOR is set.\n"
    "\n"
    "  --from BIT   begin with this bit; 0 without the option\n"
    "  --count N    draw N bits, or fewer if the file ends; without it 16 rows\n"
    "  --columns N  bits in a row, 1 to 48; 32 without the option\n"
    "  --msb        bit 7 of each byte stands first, as numbers are written\n"
    "  --svg        write a picture (SVG) of what the terminal would show\n"
    "\n"
    "Example:\n"
    "  bitmill show --from 4096 --count 64 used.bits\n",
    run_show,
};
