/* x86_features.c: see x86_features.h. BMILL_FEATURES is the name of the table. The bits are from
 * Intel's manual, volume 2A, CPUID, and AMD's, volume 3, appendix E. */
#include "x86_features.h"
#include "dispatch/cpu_x86.h"

#define TEXT(x) #x
#define ROW(flag, macro, word, bit)                              \
    {                                                            \
        flag, TEXT(macro), offsetof(struct bmill_x86, word), bit \
    }

const struct x86_feature BMILL_FEATURES[X86_FEATURES] = {
    ROW("sse3", __SSE3__, leaf1_ecx, 0),
    ROW("pclmul", __PCLMUL__, leaf1_ecx, 1),
    ROW("ssse3", __SSSE3__, leaf1_ecx, 9),
    ROW("fma", __FMA__, leaf1_ecx, 12),
    ROW("sse4.1", __SSE4_1__, leaf1_ecx, 19),
    ROW("sse4.2", __SSE4_2__, leaf1_ecx, 20),
    ROW("movbe", __MOVBE__, leaf1_ecx, 22),
    ROW("popcnt", __POPCNT__, leaf1_ecx, 23),
    ROW("xsave", __XSAVE__, leaf1_ecx, 26),
    ROW("avx", __AVX__, leaf1_ecx, 28),
    ROW("f16c", __F16C__, leaf1_ecx, 29),
    ROW("bmi", __BMI__, leaf7_ebx, 3),
    ROW("avx2", __AVX2__, leaf7_ebx, 5),
    ROW("bmi2", __BMI2__, leaf7_ebx, 8),
    ROW("avx512f", __AVX512F__, leaf7_ebx, 16),
    ROW("avx512dq", __AVX512DQ__, leaf7_ebx, 17),
    ROW("avx512bw", __AVX512BW__, leaf7_ebx, 30),
    ROW("avx512vl", __AVX512VL__, leaf7_ebx, 31),
    ROW("avx512vbmi", __AVX512VBMI__, leaf7_ecx, 1),
    ROW("avx512vbmi2", __AVX512VBMI2__, leaf7_ecx, 6),
    ROW("gfni", __GFNI__, leaf7_ecx, 8),
    ROW("avx512bitalg", __AVX512BITALG__, leaf7_ecx, 12),
    ROW("avx512vpopcntdq", __AVX512VPOPCNTDQ__, leaf7_ecx, 14),
    ROW("lzcnt", __LZCNT__, extended1_ecx, 5),
};
