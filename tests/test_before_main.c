/* test_before_main.c: bitmap functions work before main, and before the constructors of the library
 * had a chance to run (there are none). */
#include "runner.h"
#include <bitmill/bits.h>
#include <bitmill/isa.h>

static size_t counted;
static const char *isa;

__attribute__((constructor)) static void before_main(void)
{
    unsigned char bits[9] = {1, 2, 4, 8, 16, 32, 64, 128, 255};
    counted = (bmill_bits_count)(bits, 72);
    isa = bmill_isa_active();
}

START_TEST(works_before_main)
{
    ck_assert_uint_eq(counted, 16);
    ck_assert_str_eq(isa, bmill_isa_active());
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("before main");
    TCase *tcase = add_case(suite, "constructor");
    tcase_add_test(tcase, works_before_main);
    return run_suite(suite);
}
