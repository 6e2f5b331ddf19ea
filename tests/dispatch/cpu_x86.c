/* cpu_x86.c: which kernels are chosen for processors that this machine is not. They are made up:
 * one has all features, the others lack one each. */
#include "config.h"
#include "harness/runner.h"
#include "x86_features.h"
/* The decisions themselves: the shared library does not export them. */
#include "dispatch/cpu_x86.c"
#include "kernels/stream.c"
#include <stdio.h>
#include <stdlib.h>

static struct bmill_x86 read_by_test;
struct bmill_x86 bmill_x86_read(void) { return read_by_test; }
void bmill_x86_read_l3(struct bmill_x86 *cpu) { (void)cpu; } /* it is read already */

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

/* ---- The cache of level 3, and what is stored non-temporally because of it ---- */

static unsigned l3_kib(uint32_t ways, uint32_t parts, uint32_t line, uint32_t rows)
{
    struct bmill_x86 cpu = with_everything();
    cpu.l3_ebx = (ways - 1) << 22 | (parts - 1) << 12 | (line - 1);
    cpu.l3_ecx = rows - 1;
    read_by_test = cpu;
    ck_assert_uint_eq(bmill_cpu_l3_kib(), bmill_x86_l3_kib(&cpu));
    return bmill_x86_l3_kib(&cpu);
}

START_TEST(size_of_l3_is_read)
{
    struct bmill_x86 none = {0};
    ck_assert_uint_eq(l3_kib(16, 1, 64, 32768), 32 * 1024); /* Zen 4 */
    ck_assert_uint_eq(l3_kib(12, 1, 64, 16384), 12 * 1024); /* an i7 of Skylake's time */
    ck_assert_uint_eq(l3_kib(2, 3, 128, 4096), 3 * 1024);
    ck_assert_uint_eq(l3_kib(16, 1, 64, 1u << 22), 4u << 20); /* 4 GiB: no overflow */
    ck_assert_uint_eq(bmill_x86_l3_kib(&none), 0);
}
END_TEST

/* The largest size of `bitmaps` bitmaps that is not stored non-temporally, in KiB. */
static size_t most_kept(unsigned l3, size_t bitmaps)
{
    size_t kib = 0;
    bmill_stream_set(l3);
    while (!bmill_is_streamed((kib + 1) * 1024, bitmaps))
        kib++;
    return kib;
}

START_TEST(streams_begin_at_half_of_l3)
{
    ck_assert_uint_eq(most_kept(0, 3), 4 * 1024 - 1); /* not known: three of 4 MiB */
    ck_assert_uint_eq(most_kept(24 * 1024, 2), 6 * 1024 - 1);
    ck_assert_uint_eq(most_kept(24 * 1024, 4), 3 * 1024 - 1);
    ck_assert_uint_eq(most_kept(1024, 2), 2 * 1024 - 1);     /* at least 4 MiB in all */
    ck_assert_uint_eq(most_kept(1u << 20, 2), 8 * 1024 - 1); /* at most 16 MiB */
    ck_assert(!bmill_is_streamed(8 * 1024 * 1024 - 1, 2));
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
    tcase_add_test(tcase, size_of_l3_is_read);
    tcase_add_test(tcase, streams_begin_at_half_of_l3);
    return run_suite(suite);
}
