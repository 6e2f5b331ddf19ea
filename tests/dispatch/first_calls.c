/* first_calls.c: a function that is called before the library has chosen its kernels makes the
 * choice and passes on what it was given. Each public function of the bits layer is the first call
 * of a process of its own; the second call goes to the kernel directly, and must give the same. */
#include "dispatch/rows.h"
#define BMILL_TEST_FIRST_CALLS
#include "bits/surroundings.c"

START_TEST(first_call_passes_on_what_it_was_given)
{
    uint64_t first;
    ck_assert_uint_eq(bmill_column_in_use(), BMILL_COLUMN_FIRST_CALL);
    first = run((size_t)_i, 3, 1021, MIXED, NOISE);
    ck_assert_msg(run((size_t)_i, 3, 1021, MIXED, NOISE) == first, "%s", functions[_i].name);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("first calls");
    TCase *tcase = add_case(suite, "first calls");
    if (!forks_for_tests())
        skip_program("first calls", "without fork there is one first call in a process");
    tcase_add_loop_test(tcase, first_call_passes_on_what_it_was_given, 0, FUNCTIONS);
    return run_suite(suite);
}
