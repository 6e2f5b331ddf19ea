/* test_prop.c: the property tester itself: it finds, shrinks, repeats. */
#include "prop.h"
#include "runner.h"
#include <stdlib.h>
#include <string.h>

static bool always_holds(prop *p) { return prop_draw(p, 9) <= 9; }

/* Fails from 1000 on: the least case is 1000 itself. */
static bool is_below_1000(prop *p)
{
    uint64_t x = prop_draw(p, 1u << 20);
    prop_show(p, "x = %u", (unsigned)x);
    return x < 1000;
}

/* Fails if three bytes somewhere in a long list are 7, 8, 9 in this order; everything else must be
 * deleted. */
static bool has_no_789(prop *p)
{
    unsigned n = (unsigned)prop_draw(p, 60), seen = 7;
    for (unsigned i = 0; i < n; i++) {
        unsigned x = (unsigned)prop_draw(p, 9);
        prop_show(p, "%u", x);
        seen += x == seen;
    }
    return seen < 10;
}

/* Fails if the two bitmaps share a bit. */
static bool bitmaps_are_disjoint(prop *p)
{
    unsigned char a[16], b[16];
    int shared = 0;
    prop_fill(p, a, sizeof a, b, sizeof b);
    for (int i = 0; i < 16; i++) {
        for (unsigned common = a[i] & b[i]; common; common &= common - 1)
            shared++;
        prop_show(p, "%02x %02x", a[i], b[i]);
    }
    return shared == 0;
}

static char *failure_of(const char *name, property *holds)
{
    char *message = NULL;
    ck_assert_msg(!prop_holds(name, holds, &message), "%s: no failing case was found", name);
    ck_assert_ptr_nonnull(message);
    return message;
}

START_TEST(what_holds_passes)
{
    char *message = NULL;
    ck_assert(prop_holds("always_holds", always_holds, &message));
    ck_assert_ptr_null(message);
}
END_TEST

START_TEST(shrinks_a_number_to_the_least)
{
    char *message = failure_of("is_below_1000", is_below_1000);
    ck_assert_msg(strstr(message, "  x = 1000\n") != NULL, "%s", message);
    free(message);
}
END_TEST

START_TEST(shrinks_a_list_to_what_matters)
{
    char *message;
    setenv("BMILL_CASES", "5000", 1);
    message = failure_of("has_no_789", has_no_789);
    ck_assert_msg(strstr(message, "runs):\n  7\n  8\n  9\n  again") != NULL, "%s", message);
    ck_assert_msg(strstr(message, "{\"has_no_789\", {3, 7, 8, 9}}") != NULL, "%s", message);
    unsetenv("BMILL_CASES");
    free(message);
}
END_TEST

START_TEST(shrinks_bitmaps_together)
{
    char *message = failure_of("bitmaps_are_disjoint", bitmaps_are_disjoint);
    /* one shared byte left, everything else zero */
    int nonzero = 0;
    for (char *line = strchr(message, '\n'); line && line[1] == ' ' && line[3] != 'a';
         line = strchr(line + 1, '\n'))
        nonzero += strncmp(line, "\n  00 00", 8) != 0;
    ck_assert_msg(nonzero <= 8, "%d bytes left: %s", nonzero, message);
    free(message);
}
END_TEST

START_TEST(replay_line_repeats_the_failure)
{
    char *first = failure_of("is_below_1000", is_below_1000), *again, *seed;
    seed = strstr(first, "BMILL_SEED=");
    ck_assert_ptr_nonnull(seed);
    setenv("BMILL_SEED", strtok(seed + strlen("BMILL_SEED="), " "), 1);
    setenv("BMILL_CASES", "1", 1);
    again = failure_of("is_below_1000", is_below_1000);
    ck_assert_msg(strstr(again, "x = 1000") != NULL, "%s", again);
    unsetenv("BMILL_SEED");
    unsetenv("BMILL_CASES");
    free(first);
    free(again);
}
END_TEST

START_TEST(same_seed_same_failure)
{
    char *first = failure_of("has_no_789", has_no_789), *again;
    again = failure_of("has_no_789", has_no_789);
    ck_assert_str_eq(first, again);
    free(first);
    free(again);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("prop");
    TCase *tcase = add_case(suite, "property tester");
    tcase_add_test(tcase, what_holds_passes);
    tcase_add_test(tcase, shrinks_a_number_to_the_least);
    tcase_add_test(tcase, shrinks_a_list_to_what_matters);
    tcase_add_test(tcase, shrinks_bitmaps_together);
    tcase_add_test(tcase, replay_line_repeats_the_failure);
    tcase_add_test(tcase, same_seed_same_failure);
    return run_suite(suite);
}
