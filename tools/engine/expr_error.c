/* expr_error.c: what is wrong with an expression, and where. */
#include "expr_nodes.h"

#include <stdio.h>

static bool fail(struct expr_error *error, size_t from, size_t to, const char *format, va_list args)
{
    error->from = from;
    error->to = to > from ? to : from + 1;
    vsnprintf(error->message, sizeof error->message, format, args);
    return false;
}

bool expr_fail(struct expr_error *error, size_t from, size_t to, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    error->undefined = false;
    fail(error, from, to, format, args);
    va_end(args);
    return false;
}

bool expr_undefined(struct expr_error *error, size_t from, size_t to, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    error->undefined = true;
    fail(error, from, to, format, args);
    va_end(args);
    return false;
}
