/* cpu_x86.c: which kernels are chosen for processors that this machine is not. They are made up:
 * one has all features, the others lack one each. */
#include "config.h"
#include "harness/runner.h"
#include "x86_features.h"
/* The decision itself: the shared library does not export it. */
#include "dispatch/cpu_x86.c"
#include <stdio.h>
#include <stdlib.h>

static struct bmill_x86 read_by_test;
struct bmill_x86 bmill_x86_read(void) { return read_by_test; }

enum { OSXSAVE_BIT = 27 };

static struct bmill_x86 with_everything(void)
{
    struct bmill_x86 cpu;
    memset(&cpu, 0xff, sizeof cpu);
    memcpy(cpu.vendor, "GenuineIntel", 12);
    return cpu;
}

/* ---- A set of kernels: its decision, the flags it is compiled with, what compilers make of them
 */

struct set {
    const char *name;
    bool (*runs)(const struct bmill_x86 *cpu);
    bool (*has)(void); /* by bmill_x86_read() */
    const char *flags;
    const struct x86_feature *features;
    uint32_t xcr0;
};
static const struct set sets[] = {
#ifdef BMILL_WITH_AVX2
    {"avx2", bmill_x86_runs_avx2, bmill_cpu_has_avx2, BMILL_AVX2_CFLAGS, x86_features_avx2, 0x06},
#endif
#ifdef BMILL_WITH_AVX512
    {"avx512", bmill_x86_runs_avx512, bmill_cpu_has_avx512, BMILL_AVX512_CFLAGS,
     x86_features_avx512, 0xe6},
#endif
    {NULL, NULL, NULL, NULL, NULL, 0},
};
enum { SETS = sizeof sets / sizeof sets[0] - 1 };

static bool compiled_in(const struct x86_feature *feature)
{
    return strcmp(feature->macro, "1") == 0;
}

/* The features that the compiler of this build may use. clang takes -mavx512f to imply FMA and
 * F16C, gcc does not, and no build should depend on which of the two made it. */
static bool is_needed(const struct set *set, size_t word, unsigned bit)
{
    if (word == offsetof(struct bmill_x86, leaf1_ecx) && bit == OSXSAVE_BIT)
        return true;
    if (word == offsetof(struct bmill_x86, xcr0))
        return set->xcr0 >> bit & 1;
    for (size_t i = 0; i < X86_FEATURES; i++) {
        const struct x86_feature *feature = &set->features[i];
        bool by_clang = strcmp(feature->flag, "fma") == 0 || strcmp(feature->flag, "f16c") == 0;
        if (feature->word == word && feature->bit == bit)
            return compiled_in(feature) || (by_clang && strcmp(set->name, "avx512") == 0);
    }
    return false;
}

/* Each bit that CPUID and XCR0 have: without it the set is refused if the kernels need it, and else
 * not. */
START_TEST(every_bit_is_needed_or_not)
{
    static const size_t words[] = {
        offsetof(struct bmill_x86, leaf1_eax),     offsetof(struct bmill_x86, leaf1_ecx),
        offsetof(struct bmill_x86, leaf7_ebx),     offsetof(struct bmill_x86, leaf7_ecx),
        offsetof(struct bmill_x86, extended1_ecx), offsetof(struct bmill_x86, xcr0),
    };
    const struct set *set = &sets[_i];
    struct bmill_x86 cpu = with_everything();
    ck_assert(set->runs(&cpu));
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        for (unsigned bit = 0; bit < 32; bit++) {
            uint32_t *word = (uint32_t *)(void *)((unsigned char *)&cpu + words[i]);
            *word &= ~((uint32_t)1 << bit);
            ck_assert_msg(set->runs(&cpu) != is_needed(set, words[i], bit),
                          "%s: bit %u of the word at offset %zu is %s", set->name, bit, words[i],
                          set->runs(&cpu) ? "not asked for" : "asked for, but not needed");
            *word |= (uint32_t)1 << bit;
        }
}
END_TEST

/* Each flag in configure.ac has a row in the table, so that the test above knows its bit. */
START_TEST(every_flag_of_the_compiler_is_known)
{
    const struct set *set = &sets[_i];
    char flags[500], *flag;
    size_t known = 0;
    ck_assert_uint_lt(strlen(set->flags), sizeof flags);
    strcpy(flags, set->flags);
    for (flag = strtok(flags, " "); flag; flag = strtok(NULL, " ")) {
        size_t i = 0;
        ck_assert_msg(strncmp(flag, "-m", 2) == 0, "%s is not a feature", flag);
        while (i < X86_FEATURES && strcmp(set->features[i].flag, flag + 2) != 0)
            i++;
        ck_assert_msg(i < X86_FEATURES, "%s is not in tests/dispatch/x86_features.c", flag);
        ck_assert_msg(compiled_in(&set->features[i]), "%s is not in use", flag);
        known++;
    }
    ck_assert_uint_ge(known, 5);
}
END_TEST

/* The words of a leaf past the highest that CPUID has mean nothing, whichever bits they have. */
START_TEST(leaves_that_are_not_there_are_not_believed)
{
    struct bmill_x86 cpu = with_everything();
    cpu.max_leaf = 7;
    cpu.max_extended_leaf = 0x80000001u;
    ck_assert(sets[_i].runs(&cpu));
    cpu.max_leaf = 6;
    ck_assert(!sets[_i].runs(&cpu));
    cpu.max_leaf = 7;
    cpu.max_extended_leaf = 0x80000000u;
    ck_assert(!sets[_i].runs(&cpu));
}
END_TEST

START_TEST(what_is_read_decides)
{
    read_by_test = with_everything();
    ck_assert(sets[_i].has());
    read_by_test.xcr0 &= ~UINT32_C(4);
    ck_assert(!sets[_i].has());
}
END_TEST

/* ---- Slow pext. The family is written as CPUID has it, base and extended. ---- */

static bool is_slow(const char *vendor, uint32_t base, uint32_t extended)
{
    struct bmill_x86 cpu = with_everything();
    memcpy(cpu.vendor, vendor, 12);
    cpu.leaf1_eax = 0xf00ff0ffu | base << 8 | extended << 20; /* model and stepping: all bits 1 */
    read_by_test = cpu;
    ck_assert(bmill_cpu_has_slow_pext() == bmill_x86_has_slow_pext(&cpu));
    return bmill_x86_has_slow_pext(&cpu);
}

START_TEST(pext_is_slow_on_amd_before_zen_3)
{
    ck_assert(is_slow("AuthenticAMD", 15, 0x06));  /* 15h, Excavator, the first one that has it */
    ck_assert(is_slow("AuthenticAMD", 15, 0x08));  /* 17h, Zen, Zen 2 */
    ck_assert(is_slow("AuthenticAMD", 15, 0x09));  /* 18h */
    ck_assert(!is_slow("AuthenticAMD", 15, 0x0a)); /* 19h, Zen 3, Zen 4 */
    ck_assert(!is_slow("AuthenticAMD", 15, 0x0b)); /* 1Ah, Zen 5 */
    ck_assert(is_slow("HygonGenuine", 15, 0x09));  /* 18h, a Zen */
    ck_assert(!is_slow("HygonGenuine", 15, 0x0a));
    /* The extended family counts with base 15 only. */
    ck_assert(is_slow("AuthenticAMD", 6, 0xff));
}
END_TEST

START_TEST(pext_is_fast_elsewhere)
{
    static const char *const fast[] = {"GenuineIntel", "CentaurHauls", "  Shanghai  ",
                                       "AuthenticAMe", "ButhenticAMD", "HygonGenuinf"};
    for (size_t i = 0; i < sizeof fast / sizeof fast[0]; i++)
        ck_assert_msg(!is_slow(fast[i], 15, 0x08) && !is_slow(fast[i], 6, 0), "%s", fast[i]);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("cpu x86");
    TCase *tcase = add_case(suite, "decision");
    tcase_add_loop_test(tcase, every_bit_is_needed_or_not, 0, SETS);
    tcase_add_loop_test(tcase, every_flag_of_the_compiler_is_known, 0, SETS);
    tcase_add_loop_test(tcase, leaves_that_are_not_there_are_not_believed, 0, SETS);
    tcase_add_loop_test(tcase, what_is_read_decides, 0, SETS);
    tcase_add_test(tcase, pext_is_slow_on_amd_before_zen_3);
    tcase_add_test(tcase, pext_is_fast_elsewhere);
    return run_suite(suite);
}
