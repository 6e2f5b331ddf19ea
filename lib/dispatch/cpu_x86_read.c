/* cpu_x86_read.c: asks the processor by CPUID, and the operating system by XGETBV. */
#include "dispatch/cpu_x86.h"
#include <cpuid.h>

enum { MAY_XGETBV = 1u << 27 }; /* leaf 1, ecx: OSXSAVE */

static uint32_t xgetbv0(void)
{
    uint32_t low, high;
    __asm__ volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
    return low;
}

/* Looks for the cache of level 3 among those that a leaf describes. */
static void read_l3_of_leaf(struct bmill_x86 *cpu, uint32_t leaf)
{
    for (uint32_t i = 0; i < 8; i++) {
        uint32_t eax, ebx, ecx, edx;
        __cpuid_count(leaf, i, eax, ebx, ecx, edx);
        (void)edx;
        if ((eax & 0x1f) == 0) /* no more caches */
            return;
        if ((eax >> 5 & 7) == 3) {
            cpu->l3_ebx = ebx;
            cpu->l3_ecx = ecx;
        }
    }
}

struct bmill_x86 bmill_x86_read(void)
{
    struct bmill_x86 cpu = {0};
    uint32_t unused;
    __cpuid(0, cpu.max_leaf, cpu.vendor[0], cpu.vendor[2], cpu.vendor[1]);
    __cpuid(1, cpu.leaf1_eax, unused, cpu.leaf1_ecx, unused);
    __cpuid_count(7, 0, unused, cpu.leaf7_ebx, cpu.leaf7_ecx, unused);
    __cpuid(0x80000000u, cpu.max_extended_leaf, unused, unused, unused);
    __cpuid(0x80000001u, unused, unused, cpu.extended1_ecx, unused);
    if (cpu.leaf1_ecx & MAY_XGETBV)
        cpu.xcr0 = xgetbv0();
    (void)unused;
    return cpu;
}

void bmill_x86_read_l3(struct bmill_x86 *cpu)
{
    if (cpu->max_leaf >= 4)
        read_l3_of_leaf(cpu, 4);
    if (cpu->l3_ebx == 0 && cpu->max_extended_leaf >= 0x8000001du)
        read_l3_of_leaf(cpu, 0x8000001du);
}
