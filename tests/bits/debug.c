/* debug.c: BMILL_DEBUG stops a program that violates the index precondition, and says where and
 * how; legal calls are not affected. */
#define BMILL_DEBUG
#include "harness/runner.h"
#include <bitmill/learn/variants.h>
#include <bitmill/word.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* Runs call(i) in a child; its standard error and how it ended. */
static int run_in_child(void (*call)(unsigned), unsigned i, char *said, size_t size)
{
    int pipes[2], status;
    size_t n = 0;
    ssize_t got;
    pid_t child;
    ck_assert_int_eq(pipe(pipes), 0);
    child = fork();
    ck_assert_int_ge(child, 0);
    if (child == 0) {
        dup2(pipes[1], STDERR_FILENO);
        call(i);
        _exit(0);
    }
    close(pipes[1]);
    while ((got = read(pipes[0], said + n, size - 1 - n)) > 0) /* musl writes a line in parts */
        n += (size_t)got;
    said[n] = 0;
    close(pipes[0]);
    ck_assert_int_eq(waitpid(child, &status, 0), child);
    return status;
}

static volatile uint64_t sink;
static int line;

/* The eight helpers in both spellings; LINE remembers where the call stands. */
#define LINE line = __LINE__,
static void set_8(unsigned i) { LINE sink = bmill_set_u8(6, i); }
static void clear_16(unsigned i) { LINE sink = bmill_clear_u16(6, i); }
static void flip_32(unsigned i) { LINE sink = bmill_flip_u32(6, i); }
static void modify_64(unsigned i) { LINE sink = bmill_modify_u64(6, i, true); }
static void is_set_32(unsigned i) { LINE sink = bmill_is_set_u32(6, i); }
static void generic_set(unsigned i) { LINE sink = bmill_set((uint16_t)6, i); }
static void generic_clear(unsigned i) { LINE sink = bmill_clear(6u, i); }
static void generic_flip(unsigned i) { LINE sink = bmill_flip((uint8_t)6, i); }
static void generic_modify(unsigned i) { LINE sink = bmill_modify((uint64_t)6, i, false); }
static void generic_is_set(unsigned i) { LINE sink = bmill_is_set((uint8_t)6, i); }

static uint16_t six_16 = 6;
static uint64_t six_64 = 6;
static void test_and_set_16(unsigned i) { LINE sink = bmill_test_and_set_u16(&six_16, i); }
static void test_and_clear_64(unsigned i) { LINE sink = bmill_test_and_clear_u64(&six_64, i); }
static void test_and_flip_16(unsigned i) { LINE sink = bmill_test_and_flip_u16(&six_16, i); }
static void generic_test_and_set(unsigned i) { LINE sink = bmill_test_and_set(&six_64, i); }
static void generic_test_and_clear(unsigned i) { LINE sink = bmill_test_and_clear(&six_16, i); }
static void generic_test_and_flip(unsigned i) { LINE sink = bmill_test_and_flip(&six_64, i); }

#define VARIANT(verb, method, width_)                                  \
    static void method##_##width_(unsigned i)                          \
    {                                                                  \
        LINE sink = bmill_##verb##_by_##method##_##width_(6, i, true); \
    }
BMILL_VARIANTS_MODIFY(VARIANT)
#define WIDTH_u32                         32
#define WIDTH_u64                         64
#define VARIANT_ROW(verb, method, width_) {method##_##width_, WIDTH_##width_},

static const struct {
    void (*call)(unsigned i);
    unsigned width;
} calls[] = {{set_8, 8},
             {clear_16, 16},
             {flip_32, 32},
             {modify_64, 64},
             {is_set_32, 32},
             {generic_set, 16},
             {generic_clear, 32},
             {generic_flip, 8},
             {generic_modify, 64},
             {generic_is_set, 8},
             {test_and_set_16, 16},
             {test_and_clear_64, 64},
             {test_and_flip_16, 16},
             {generic_test_and_set, 64},
             {generic_test_and_clear, 16},
             {generic_test_and_flip, 64},
             BMILL_VARIANTS_MODIFY(VARIANT_ROW)};
enum { CALLS = sizeof calls / sizeof calls[0] };

START_TEST(a_violation_stops_and_names_the_place)
{
    unsigned width = calls[_i].width, bad[] = {width, width + 1, 255, (unsigned)-1};
    for (size_t k = 0; k < sizeof bad / sizeof bad[0]; k++) {
        char said[300], expected[300];
        int status = run_in_child(calls[_i].call, bad[k], said, sizeof said);
        ck_assert(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
        calls[_i].call(0); /* to learn the line */
        snprintf(expected, sizeof expected,
                 "%s:%d: bitmill: bit index %u, expected 0 to %u (width %u)\n", __FILE__, line,
                 bad[k], width - 1, width);
        ck_assert_str_eq(said, expected);
    }
}
END_TEST

START_TEST(what_is_legal_passes)
{
    for (unsigned i = 0; i < calls[_i].width; i++) {
        char said[300];
        ck_assert_int_eq(run_in_child(calls[_i].call, i, said, sizeof said), 0);
        ck_assert_str_eq(said, "");
    }
    ck_assert_uint_eq(bmill_set_u8(6, 0), 7);
    ck_assert_uint_eq(bmill_modify(6u, 1, false), 4);
}
END_TEST

/* The argument is evaluated once. */
START_TEST(checking_has_no_side_effects)
{
    unsigned i = 0;
    uint32_t x = 0;
    x = bmill_set(x, i++);
    x = bmill_flip_u32(x, i++);
    ck_assert_uint_eq(x, 3);
    ck_assert_uint_eq(i, 2);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("debug");
    TCase *tcase = add_case(suite, "BMILL_DEBUG");
    tcase_add_loop_test(tcase, a_violation_stops_and_names_the_place, 0, CALLS);
    tcase_add_loop_test(tcase, what_is_legal_passes, 0, CALLS);
    tcase_add_test(tcase, checking_has_no_side_effects);
    return run_suite(suite);
}
