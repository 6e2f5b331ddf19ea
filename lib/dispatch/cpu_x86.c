/* cpu_x86.c: which kernels an x86 machine can run: see cpu_x86.h. The operating system must save
 * the wide registers when it switches between tasks, so it is asked as well. */
#include "dispatch/cpu_x86.h"
#include <string.h>

/* The bits of CPUID. AVX2_CFLAGS and AVX512_CFLAGS in configure.ac, and the flags that compilers
 * take them to imply, are their counterparts; tests/dispatch/cpu_x86.c compares the two. */

/* leaf 1, ecx */
#define SSE3    (1u << 0)
#define SSSE3   (1u << 9)
#define FMA     (1u << 12)
#define SSE4_1  (1u << 19)
#define SSE4_2  (1u << 20)
#define POPCNT  (1u << 23)
#define XSAVE   (1u << 26)
#define OSXSAVE (1u << 27)
#define AVX     (1u << 28)
#define F16C    (1u << 29)
/* leaf 7, ebx */
#define BMI1     (1u << 3)
#define AVX2     (1u << 5)
#define BMI2     (1u << 8)
#define AVX512F  (1u << 16)
#define AVX512DQ (1u << 17)
#define AVX512BW (1u << 30)
#define AVX512VL (1u << 31)
/* leaf 7, ecx */
#define VBMI      (1u << 1)
#define VBMI2     (1u << 6)
#define GFNI      (1u << 8)
#define BITALG    (1u << 12)
#define VPOPCNTDQ (1u << 14)
/* leaf 0x80000001, ecx */
#define LZCNT (1u << 5)
/* XCR0: registers that the operating system saves */
#define XMM_YMM_STATE 0x06u
#define ZMM_STATE     0xe0u

static bool has(uint32_t word, uint32_t bits) { return (word & bits) == bits; }

bool bmill_x86_runs_avx2(const struct bmill_x86 *cpu)
{
    return cpu->max_leaf >= 7 && cpu->max_extended_leaf >= 0x80000001u &&
           has(cpu->leaf1_ecx, SSE3 | SSSE3 | SSE4_1 | SSE4_2 | POPCNT | XSAVE | OSXSAVE | AVX) &&
           has(cpu->leaf7_ebx, BMI1 | AVX2 | BMI2) && has(cpu->extended1_ecx, LZCNT) &&
           has(cpu->xcr0, XMM_YMM_STATE);
}

bool bmill_x86_runs_avx512(const struct bmill_x86 *cpu)
{
    return bmill_x86_runs_avx2(cpu) && has(cpu->leaf1_ecx, FMA | F16C) &&
           has(cpu->leaf7_ebx, AVX512F | AVX512DQ | AVX512BW | AVX512VL) &&
           has(cpu->leaf7_ecx, VBMI | VBMI2 | GFNI | BITALG | VPOPCNTDQ) &&
           has(cpu->xcr0, ZMM_STATE);
}

/* Families up to 15 are in bits 8 to 11 of leaf 1, eax; those above add bits 20 to 27. */
static uint32_t family(const struct bmill_x86 *cpu)
{
    uint32_t base = cpu->leaf1_eax >> 8 & 15;
    return base < 15 ? base : base + (cpu->leaf1_eax >> 20 & 0xff);
}

/* AMD before Zen 3, which is family 0x19: Excavator, Zen, Zen 2. Hygon makes a Zen. */
bool bmill_x86_has_slow_pext(const struct bmill_x86 *cpu)
{
    return (memcmp(cpu->vendor, "AuthenticAMD", 12) == 0 ||
            memcmp(cpu->vendor, "HygonGenuine", 12) == 0) &&
           family(cpu) < 0x19;
}

/* The numbers in the words are one less than what they count. */
unsigned bmill_x86_l3_kib(const struct bmill_x86 *cpu)
{
    uint64_t line = (cpu->l3_ebx & 0xfff) + 1;
    uint64_t parts = (cpu->l3_ebx >> 12 & 0x3ff) + 1;
    uint64_t ways = (cpu->l3_ebx >> 22) + 1;
    if (cpu->l3_ebx == 0)
        return 0;
    return (unsigned)(line * parts * ways * ((uint64_t)cpu->l3_ecx + 1) / 1024);
}

bool bmill_cpu_has_avx2(void)
{
    struct bmill_x86 cpu = bmill_x86_read();
    return bmill_x86_runs_avx2(&cpu);
}

bool bmill_cpu_has_avx512(void)
{
    struct bmill_x86 cpu = bmill_x86_read();
    return bmill_x86_runs_avx512(&cpu);
}

bool bmill_cpu_has_slow_pext(void)
{
    struct bmill_x86 cpu = bmill_x86_read();
    return bmill_x86_has_slow_pext(&cpu);
}

unsigned bmill_cpu_l3_kib(void)
{
    struct bmill_x86 cpu = bmill_x86_read();
    bmill_x86_read_l3(&cpu);
    return bmill_x86_l3_kib(&cpu);
}
