/* verbs.c: see verbs.h. */
#include "verbs.h"
#include "prop.h"
#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>

enum { MAX_SAID = 400 };

static uint64_t all_ones(unsigned width) { return UINT64_MAX >> (64 - width); }

/* ---- One set of arguments ---- */

/* Writes to said "bmill_rotl_u8(0x1, 0x9) is 0x1, expected 0x2", and likewise for a stored value.
 */
static void say(char *said, const struct verb *v, const struct spelling *s, const uint64_t *a,
                const uint64_t *got, const uint64_t *wanted, uint64_t result, uint64_t expected)
{
    size_t n = (size_t)snprintf(said, MAX_SAID, "%s(", s->name);
    for (size_t k = 0; v->takes[k]; k++)
        n += (size_t)snprintf(said + n, MAX_SAID - n, "%s%#" PRIx64, k ? ", " : "", a[k]);
    n += (size_t)snprintf(said + n, MAX_SAID - n, ") is %#" PRIx64 ", expected %#" PRIx64, result,
                          expected);
    if (v->takes[0] == 'p')
        snprintf(said + n, MAX_SAID - n, ", and leaves %#" PRIx64 ", expected %#" PRIx64, got[0],
                 wanted[0]);
}

/* Whether all spellings of a width agree with the reference; if not, `said` describes the first
 * that does not. */
static bool agree(const struct verb *v, unsigned width, const uint64_t *a, char *said)
{
    uint64_t wanted[MAX_ARGS], expected;
    memcpy(wanted, a, sizeof wanted);
    expected = v->expected(width, wanted);
    for (const struct spelling *s = v->spellings; s->call; s++)
        if (s->width == width) {
            uint64_t got[MAX_ARGS], result;
            memcpy(got, a, sizeof got);
            result = s->call(got);
            if (result != expected || memcmp(got, wanted, sizeof got) != 0) {
                say(said, v, s, a, got, wanted, result, expected);
                return false;
            }
        }
    return true;
}

void check_verb(const struct verb *v, unsigned width, const uint64_t *a)
{
    char said[MAX_SAID];
    if (!agree(v, width, a, said))
        ck_abort_msg("%s", said);
}

static bool has_width(const struct verb *v, unsigned width)
{
    for (const struct spelling *s = v->spellings; s->call; s++)
        if (s->width == width)
            return true;
    return false;
}

/* ---- All and special values ---- */

/* The most important values: the extremes, every second bit, noise. */
static size_t few_values(unsigned width, uint64_t *list)
{
    static const uint64_t few[] = {0,
                                   UINT64_MAX,
                                   1,
                                   UINT64_MAX - 1,
                                   UINT64_C(0x5555555555555555),
                                   UINT64_C(0xaaaaaaaaaaaaaaaa),
                                   UINT64_C(0x9e3779b97f4a7c15),
                                   UINT64_C(0x61c8864680b583eb),
                                   UINT64_C(0xc3c3c3c3c3c3c3c3)};
    size_t n = 0;
    for (; n < sizeof few / sizeof few[0]; n++)
        list[n] = few[n] & all_ones(width);
    list[n++] = all_ones(width) / 2 + 1;
    list[n++] = all_ones(width) / 2;
    return n;
}

/* The values above; values around each power of two, patterns of each period, bytes at which
 * carries go on, and the complements of all these. */
static size_t special_values(unsigned width, uint64_t *list)
{
    size_t n = few_values(width, list), first = n;
    for (unsigned i = 0; i < width; i++)
        for (unsigned d = 0; d < 3; d++)
            list[n++] = ((UINT64_C(1) << i) + 1 - d) & all_ones(width);
    for (unsigned period = 2; period < width; period *= 2)
        list[n++] = all_ones(width) / ((UINT64_C(1) << period) + 1);
    list[n++] = UINT64_C(0x8000017f00800100) & all_ones(width);
    for (size_t i = first, end = n; i < end; i++)
        list[n++] = ~list[i] & all_ones(width);
    return n;
}

/* For arguments with too many combinations: the most important values, and three of the special
 * values, other ones each time. */
static size_t some_values(unsigned width, uint64_t *list)
{
    static size_t turn;
    uint64_t special[512];
    size_t n = few_values(width, list), n_special = special_values(width, special);
    for (unsigned i = 0; i < 3; i++)
        list[n++] = special[turn++ * 89 % n_special];
    return n;
}

static size_t positions(unsigned width, uint64_t *list)
{
    static const unsigned huge[] = {127,           128,          129,           255,
                                    256,           257,          65535,         65536,
                                    INT_MAX,       INT_MAX + 1u, 1u << 31 | 1u, UINT_MAX - 63,
                                    UINT_MAX - 31, UINT_MAX - 7, UINT_MAX - 1,  UINT_MAX};
    size_t n = 0;
    for (unsigned i = 0; i <= width + 12; i++)
        list[n++] = i;
    for (size_t k = 0; k < sizeof huge / sizeof huge[0]; k++)
        list[n++] = huge[k];
    return n;
}

static size_t alignments(unsigned width, uint64_t *list)
{
    size_t n = 0;
    list[n++] = 0;
    for (unsigned i = 0; i < width; i++)
        list[n++] = UINT64_C(1) << i;
    return n;
}

enum { MAX_VALUES = 65536 };

/* The values of argument k. */
static size_t values_of(const struct verb *v, unsigned width, size_t k, uint64_t *list)
{
    size_t args = strlen(v->takes), n = 0;
    if (v->takes[k] == 'n')
        return positions(width, list);
    if (v->takes[k] == 'a')
        return alignments(width, list);
    if (width == 8 ? k < 2 : width == 16 && args == 1) {
        for (; n <= all_ones(width); n++)
            list[n] = n;
        return n;
    }
    if (args > 2 && (k > 0 || strstr(v->takes, "nn")))
        return some_values(width, list);
    return special_values(width, list);
}

/* Tries all values of argument k and of those after it. */
static void check_all(const struct verb *v, unsigned width, uint64_t *a, size_t k)
{
    static uint64_t values[MAX_ARGS][MAX_VALUES];
    if (!v->takes[k]) {
        check_verb(v, width, a);
        return;
    }
    for (size_t i = 0, n = values_of(v, width, k, values[k]); i < n; i++) {
        a[k] = values[k][i];
        check_all(v, width, a, k + 1);
    }
}

/* ---- Drawn values ---- */

/* Noise, few 1 bits, few 0 bits, or one run. */
static uint64_t draw_value(prop *p, unsigned width)
{
    uint64_t kind = prop_draw(p, 3), x = prop_draw(p, all_ones(width));
    if (kind == 1)
        x &= prop_draw(p, all_ones(width)) & prop_draw(p, all_ones(width));
    else if (kind == 2)
        x |= prop_draw(p, all_ones(width)) | prop_draw(p, all_ones(width));
    else if (kind == 3)
        x = all_ones(width) >> prop_draw(p, width - 1) << prop_draw(p, width - 1);
    return x & all_ones(width);
}

static const struct verb *drawn_verb;
static unsigned drawn_width;

static bool agree_for_what_is_drawn(prop *p)
{
    const struct verb *v = drawn_verb;
    uint64_t a[MAX_ARGS] = {0};
    char said[MAX_SAID] = "";
    bool holds;
    for (size_t k = 0; v->takes[k]; k++)
        if (v->takes[k] == 'n')
            a[k] = prop_draw(p, drawn_width + 2);
        else if (v->takes[k] == 'a')
            a[k] = UINT64_C(1) << prop_draw(p, drawn_width - 1);
        else
            a[k] = draw_value(p, drawn_width);
    holds = agree(v, drawn_width, a, said);
    prop_show(p, "%s", said);
    return holds;
}

/* ---- The suite ---- */

static const struct verb *tested;

START_TEST(all_and_special_values_are_right)
{
    for (unsigned width = 8; width <= 64; width *= 2)
        if (has_width(&tested[_i], width)) {
            uint64_t a[MAX_ARGS] = {0};
            check_all(&tested[_i], width, a, 0);
        }
}
END_TEST

START_TEST(drawn_values_are_right)
{
    drawn_verb = &tested[_i];
    for (drawn_width = 8; drawn_width <= 64; drawn_width *= 2)
        if (has_width(drawn_verb, drawn_width))
            prop_check(drawn_verb->name, agree_for_what_is_drawn);
}
END_TEST

#if defined(__x86_64__) || defined(__i386__)
#include <cpuid.h>

/* By CPUID, because not every compiler's __builtin_cpu_supports knows lzcnt. */
static bool processor_has(const char *instruction)
{
    static const struct {
        const char *name;
        unsigned leaf, bit;
        bool in_ebx;
    } places[] = {{"bmi", 7, 3, true},
                  {"bmi2", 7, 8, true},
                  {"lzcnt", 0x80000001, 5, false},
                  {"popcnt", 1, 23, false},
                  {"pclmul", 1, 1, false}};
    for (size_t k = 0; k < sizeof places / sizeof places[0]; k++)
        if (strcmp(instruction, places[k].name) == 0) {
            unsigned eax, ebx = 0, ecx = 0, edx;
            __get_cpuid_count(places[k].leaf, 0, &eax, &ebx, &ecx, &edx);
            return bit(places[k].in_ebx ? ebx : ecx, places[k].bit);
        }
    return false;
}
#else
static bool processor_has(const char *instruction) { return instruction != NULL; }
#endif

Suite *verbs_suite(const char *name, const struct verb *verbs, size_t count,
                   const char *const *instructions)
{
    Suite *suite = suite_create(name);
    TCase *tcase = add_case(suite, "verbs");
    for (; *instructions; instructions++)
        if (!processor_has(*instructions)) {
            char why[60];
            snprintf(why, sizeof why, "this processor has no %s", *instructions);
            skip_program(name, why);
        }
    tested = verbs;
    tcase_add_loop_test(tcase, all_and_special_values_are_right, 0, (int)count);
    tcase_add_loop_test(tcase, drawn_values_are_right, 0, (int)count);
    return suite;
}
