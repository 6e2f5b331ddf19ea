/* cpu_x86.c: what this x86 machine can run: the processor by CPUID, the operating system by XGETBV
 * (without its help the wide registers would not survive a task switch). */
#include "kernels.h"
#include <cpuid.h>

enum {
    /* CPUID leaf 1, ecx */
    POPCNT = 1u << 23,
    OSXSAVE = 1u << 27,
    AVX = 1u << 28,
    /* XCR0: registers that the operating system saves */
    XMM_YMM_STATE = 0x06,
    ZMM_STATE = 0xe0
};
/* CPUID leaf 7, ebx and ecx; not enumerators, as bit 31 does not fit an int */
#define BMI1      (1u << 3)
#define AVX2      (1u << 5)
#define BMI2      (1u << 8)
#define AVX512F   (1u << 16)
#define AVX512DQ  (1u << 17)
#define AVX512DQ  (1u << 17)
#define AVX512BW  (1u << 30)
#define AVX512VL  (1u << 31)
#define VBMI      (1u << 1)
#define VBMI2     (1u << 6)
#define GFNI      (1u << 8)
#define BITALG    (1u << 12)
#define VPOPCNTDQ (1u << 14)
/* CPUID leaf 0x80000001, ecx */
#define LZCNT (1u << 5)

struct features {
    unsigned leaf1_ecx, leaf7_ebx, leaf7_ecx, extended_ecx, xcr0;
};

static unsigned xgetbv0(void)
{
    unsigned low, high;
    __asm__ volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
    return low;
}

static struct features features(void)
{
    struct features f = {0, 0, 0, 0, 0};
    unsigned eax, ebx, ecx, edx;
    if (__get_cpuid(1, &eax, &ebx, &ecx, &edx))
        f.leaf1_ecx = ecx;
    if (__get_cpuid_count(7, 0, &eax, &ebx, &ecx, &edx)) {
        f.leaf7_ebx = ebx;
        f.leaf7_ecx = ecx;
    }
    if (__get_cpuid(0x80000001u, &eax, &ebx, &ecx, &edx))
        f.extended_ecx = ecx;
    if (f.leaf1_ecx & OSXSAVE)
        f.xcr0 = xgetbv0();
    return f;
}

static bool has(unsigned word, unsigned bits) { return (word & bits) == bits; }

static bool runs_avx2(struct features f)
{
    return has(f.leaf1_ecx, POPCNT | OSXSAVE | AVX) && has(f.leaf7_ebx, BMI1 | AVX2 | BMI2) &&
           has(f.extended_ecx, LZCNT) && has(f.xcr0, XMM_YMM_STATE);
}

bool bmill_cpu_has_avx2(void) { return runs_avx2(features()); }

bool bmill_cpu_has_avx512(void)
{
    struct features f = features();
    return runs_avx2(f) && has(f.leaf7_ebx, AVX512F | AVX512DQ | AVX512BW | AVX512VL) &&
           has(f.leaf7_ecx, VBMI | VBMI2 | GFNI | BITALG | VPOPCNTDQ) && has(f.xcr0, ZMM_STATE);
}
