/* overrun_parts.c: one program of three parts, each with checks of its own: as C and as C++, at any
 * level of optimisation, with and without link-time optimisation. See tests/scripts/overruns.sh.
 *
 *   -DPART=1 -DBMILL_DEBUG                                  reports by the hook below
 *   -DPART=2                                                no checks
 *   -DPART=3 -DBMILL_DEBUG, and -fsanitize=address or not   the report of the header, which ends it
 *
 * An argument makes part 3 end the program: what it says and how it ends is looked at from outside.
 */
#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#ifdef __cplusplus
extern "C" {
#endif
/* The hook, which in C must not be static. */
void note(bool holds, const char *function, const char *argument, size_t has, size_t needs);
#ifdef __cplusplus
}
#endif
#if PART == 1
#define BMILL_ASSERT_BYTES(holds, function, argument, has, needs) \
    note(holds, function, argument, has, needs)
#endif

#include <bitmill.h>
#include <bitmill/bits/ternary.h>

typedef size_t count_function(const void *bits, size_t nbits);
typedef void set_function(void *bits, size_t i);

#ifdef __cplusplus
extern "C" {
#endif
count_function *unchecked_address(void);
size_t unchecked_count(void);
bool unchecked_single(void);
size_t stopping_count(void);
size_t stopping_after_free(void);
#ifdef __cplusplus
}
#endif

/* A block of 100 bytes with the bytes around it that a part without checks may run into. */
struct block {
    unsigned char bits[100], behind[100];
};

#if PART == 1

static int reports;
static size_t reported_has, reported_needs;
static const char *reported_function, *reported_argument;

void note(bool holds, const char *function, const char *argument, size_t has, size_t needs)
{
    if (holds)
        return;
    reports++;
    reported_function = function;
    reported_argument = argument;
    reported_has = has;
    reported_needs = needs;
}

/* The address of a function is the library's, in every file, and calls through it are not checked.
 */
static bool pointers(void)
{
    static struct block block;
    count_function *f = &bmill_bits_count, *g = bmill_bits_count;
    set_function *volatile set = &bmill_bits_set; /* volatile: see BMILL_BITS_INLINE_ */
    set(block.bits, 3);
    set(block.bits, 5);
    return f == g && f == unchecked_address() && f(block.bits, 800) == 2 && g(&block, 1600) == 2 &&
           (*unchecked_address())(block.bits, 5) == 1 && reports == 0;
}

/* The hook is told, once for each argument, and the call is made when it returns. */
static bool hook(void)
{
    struct block *block = (struct block *)calloc(1, sizeof *block);
    unsigned char *bits = (unsigned char *)calloc(1, 100);
    bool right;
    if (!block || !bits)
        return false;
    right = bmill_bits_count(bits, 800) == 0 && reports == 0;
    bmill_bits_set(block, 0);
    bmill_bits_set(block, 1599);
    right = right && reports == 0 && bmill_bits_count(block, 1600) == 2 && reports == 0;
#ifdef __OPTIMIZE__ /* else the length of a block is not known */
    right = right && !bmill_bits_equal(block, bits, 801); /* one byte further than it may */
    right = right && reports == 1 && strcmp(reported_function, "bmill_bits_equal") == 0 &&
            strcmp(reported_argument, "b") == 0 && reported_has == 100 && reported_needs == 101;
#endif
    (void)reported_has, (void)reported_needs, (void)reported_function, (void)reported_argument;
    free(block);
    free(bits);
    return right;
}

int main(int argc, char **argv)
{
    if (argc > 1 && strcmp(argv[1], "freed") == 0)
        return (int)stopping_after_free();
    if (argc > 1)
        return (int)stopping_count();
    if (!pointers())
        return 2;
    if (!hook())
        return 3;
    reports = 0;
    if (unchecked_count() != 1 || !unchecked_single() || reports != 0)
        return 4;
    return 0;
}

#elif PART == 2

count_function *unchecked_address(void) { return bmill_bits_count; }
size_t unchecked_count(void)
{
    static struct block block = {{0}, {1}};
    return bmill_bits_count(block.bits, 1600) +
           bmill_bits_ternary_any(&block, &block, &block, 800, 0);
}
bool unchecked_single(void)
{
    static struct block block = {{0}, {1}};
    unsigned char *bits = block.bits;
    return bmill_bits_is_set(bits, 800) && bmill_bits_read(bits, 800, 64) == 1;
}

#else

size_t stopping_count(void)
{
    unsigned char bits[100] = {1};
    return bmill_bits_count(bits, 1600);
}
size_t stopping_after_free(void)
{
    unsigned char *volatile bits = (unsigned char *)calloc(1, 100); /* volatile: gcc would warn */
    free(bits);
    return bmill_bits_count(bits, 800);
}

#endif
