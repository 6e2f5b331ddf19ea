/* explain_sheet.c: the layout of `bitmill explain`. */
#include "explain.h"

#include <stdarg.h>

uint64_t cut(unsigned width, uint64_t value) { return value & UINT64_MAX >> (64 - width); }

const char *plural(unsigned n) { return n == 1 ? "" : "s"; }

void sheet_intro(unsigned width)
{
    printf("A bit is a place that holds 0 or 1. Places are counted from 0 at the right%s.\n\n",
           width > 8 ? " (every 4th is shown)" : "");
}

void sheet_places(unsigned width)
{
    printf("     %-12s", "place");
    for (unsigned i = width; i > 0; i -= 4)
        if (width == 8)
            printf(" %u%u%u%u", i - 1, i - 2, i - 3, i - 4);
        else
            printf(" %4u", i - 4);
    putchar('\n');
}

void sheet_row(unsigned width, uint64_t value, const char *label, ...)
{
    char text[32];
    va_list args;
    va_start(args, label);
    vsnprintf(text, sizeof text, label, args);
    va_end(args);
    printf("     %-12s", text);
    for (unsigned i = width; i-- > 0;)
        printf("%s%d", i % 4 == 3 ? " " : "", bmill_is_set_u64(value, i));
    printf(" = %" PRIu64 " (0x%0*" PRIx64 ")\n", value, (int)width / 4, value);
}

void sheet_rule(unsigned width, const char *operation)
{
    printf("     %-12s ", "");
    for (unsigned i = 0; i < width + width / 4 - 1; i++)
        putchar('-');
    printf(" %s\n", operation);
}
