/* cpu_x86.h: what an x86 processor and its operating system can run. cpu_x86_read.c asks them and
 * cpu_x86.c decides, so that tests can have it decide about processors that this machine does not
 * have. */
#ifndef BMILL_CPU_X86_H
#define BMILL_CPU_X86_H

#include <stdbool.h>
#include <stdint.h>

#if defined(__GNUC__) && !defined(_WIN32)
#pragma GCC visibility push(hidden)
#endif

/* The words of CPUID and XGETBV. Where a leaf is above the largest one, processors answer with
 * another leaf, so that its words mean nothing. */
struct bmill_x86 {
    uint32_t max_leaf, max_extended_leaf;
    uint32_t vendor[3]; /* leaf 0: ebx, edx, ecx; 12 characters */
    uint32_t leaf1_eax, leaf1_ecx, leaf7_ebx, leaf7_ecx;
    uint32_t extended1_ecx;  /* leaf 0x80000001 */
    uint32_t l3_ebx, l3_ecx; /* leaf 4, or 0x8000001d of AMD, for the cache of level 3; 0: none */
    uint32_t xcr0;           /* 0 where the operating system does not allow XGETBV */
};

/* All but the cache, which is asked for once: each CPUID may cost a virtual machine microseconds.
 */
struct bmill_x86 bmill_x86_read(void);
void bmill_x86_read_l3(struct bmill_x86 *cpu);

/* Whether the kernels can run: the processor has every instruction that they are compiled for, and
 * the operating system saves the registers. */
bool bmill_x86_runs_avx2(const struct bmill_x86 *cpu);
bool bmill_x86_runs_avx512(const struct bmill_x86 *cpu);

/* Whether the processor, if it has pext and pdep, executes them in microcode (up to 289 cycles). */
bool bmill_x86_has_slow_pext(const struct bmill_x86 *cpu);

/* The KiB of the cache of level 3; 0 if there is none, or it is not known. */
unsigned bmill_x86_l3_kib(const struct bmill_x86 *cpu);

/* The same for the machine that this runs on. */
bool bmill_cpu_has_avx2(void);
bool bmill_cpu_has_avx512(void);
bool bmill_cpu_has_slow_pext(void);
unsigned bmill_cpu_l3_kib(void);

#if defined(__GNUC__) && !defined(_WIN32)
#pragma GCC visibility pop
#endif

#endif
