/* dispatch.c: which set of kernels is in use: the choice, and the functions of bitmill/isa.h. */
#include "config.h" /* BMILL_WITH_AVX2, BMILL_WITH_AVX512, BMILL_WITH_NEON */
#include "dispatch/cpu_x86.h"
#include "dispatch/rows.h"
#include "kernels/stream.h"
#include <bitmill/isa.h>
#include <stdlib.h>
#include <string.h>

/* ---- The sets in this build, the best first. ---- */

#ifdef BMILL_WITH_AVX512
static unsigned avx512_here(void) { return bmill_cpu_has_avx512() ? BMILL_COLUMN_AVX512 : 0; }
#endif
#ifdef BMILL_WITH_AVX2
static unsigned avx2_here(void)
{
    if (!bmill_cpu_has_avx2())
        return 0;
    return bmill_cpu_has_slow_pext() ? BMILL_COLUMN_AVX2_SLOW_PEXT : BMILL_COLUMN_AVX2;
}
#endif
#ifdef BMILL_WITH_NEON
static unsigned neon_here(void) { return BMILL_COLUMN_NEON; } /* all AArch64 processors */
#endif
static unsigned portable_here(void) { return BMILL_COLUMN_PORTABLE; }

static const struct isa {
    const char *name;
    unsigned first_column;  /* the first of its columns in rows.h */
    unsigned (*here)(void); /* the column for this machine; 0 if it cannot run the set */
} isas[] = {
#ifdef BMILL_WITH_AVX512
    {"avx512", BMILL_COLUMN_AVX512, avx512_here},
#endif
#ifdef BMILL_WITH_AVX2
    {"avx2", BMILL_COLUMN_AVX2, avx2_here},
#endif
#ifdef BMILL_WITH_NEON
    {"neon", BMILL_COLUMN_NEON, neon_here},
#endif
    {"portable", BMILL_COLUMN_PORTABLE, portable_here},
};
enum { ISAS = sizeof isas / sizeof isas[0] };

/* The KiB of the last cache; 0 if not known. */
static unsigned last_cache_kib(void)
{
#if defined(BMILL_WITH_AVX2) || defined(BMILL_WITH_AVX512)
    return bmill_cpu_l3_kib();
#else
    return 0;
#endif
}

/* The column of the best set of that name that runs here. NULL, "" and "auto" fit all. */
static bmill_isa_status choose(const char *name, unsigned *column)
{
    bmill_isa_status status = BMILL_ISA_UNKNOWN;
    bool any = !name || !*name || strcmp(name, "auto") == 0;
    for (size_t i = 0; i < ISAS; i++) {
        if (!any && strcmp(name, isas[i].name) != 0)
            continue;
        *column = isas[i].here();
        if (*column)
            return BMILL_ISA_OK;
        status = BMILL_ISA_UNSUPPORTED;
    }
    return status;
}

/* ---- The choice. It is made when the library is loaded. A function that is called even earlier,
 * perhaps by several threads at once, makes it by way of column 0. ---- */

bmill_atomic bmill_column = BMILL_COLUMN_FIRST_CALL;

/* Whether BMILL_ISA named a set that runs here. It is read once: getenv() in a later call would
 * race with a setenv() in another thread of the program, which may move the whole environment. */
#define NOT_READ UINT32_MAX
static bmill_atomic environment = NOT_READ;

/* Reads BMILL_ISA and makes the choice, unless that was done before. */
static bmill_isa_status read_environment(void)
{
    unsigned column = 0;
    bmill_isa_status status;
    uint32_t known = bmill_load_acquire(&environment);
    if (known != NOT_READ)
        return (bmill_isa_status)known;
    bmill_stream_set(last_cache_kib());
    status = choose(getenv("BMILL_ISA"), &column);
    if (status != BMILL_ISA_OK)
        choose(NULL, &column);
    /* Another thread may have been here meanwhile, or in bmill_isa_select(): then its choice
     * stands. */
    bmill_store_if_equal(&bmill_column, BMILL_COLUMN_FIRST_CALL, column);
    /* Stored after the column, so that a thread that reads the status finds the choice made. */
    bmill_store(&environment, status);
    return status;
}

void bmill_choose_at_first_call(void) { (void)read_environment(); }

/* The library is loaded before the program has threads. 101 is the earliest priority that is not
 * the compiler's own. Without constructors, the first call does all that. */
#if defined(BMILL_GNU_) && !defined(BMILL_NO_CONSTRUCTOR)
__attribute__((constructor(101))) static void choose_at_load(void) { (void)read_environment(); }
#elif defined(BMILL_MSVC_) && !defined(BMILL_NO_CONSTRUCTOR)
/* The C library calls the functions that stand between .CRT$XCA and .CRT$XCZ, in the order of the
 * names of their sections; those of C++ are in .CRT$XCU. The linker must not drop the pointer,
 * which no one names. */
static void __cdecl choose_at_load(void) { (void)read_environment(); }
#pragma section(".CRT$XCT", read)
__declspec(allocate(".CRT$XCT")) extern void(__cdecl *const bmill_at_load)(void);
__declspec(allocate(".CRT$XCT")) void(__cdecl *const bmill_at_load)(void) = choose_at_load;
#if defined(_M_IX86)
#pragma comment(linker, "/include:_bmill_at_load")
#else
#pragma comment(linker, "/include:bmill_at_load")
#endif
#endif

/* ---- bitmill/isa.h ---- */

static unsigned chosen_column(void)
{
    if (bmill_column_in_use() == BMILL_COLUMN_FIRST_CALL)
        bmill_choose_at_first_call();
    return bmill_column_in_use();
}

const char *bmill_isa_active(void)
{
    unsigned column = chosen_column();
    const struct isa *isa = isas;
    while (isa->first_column > column)
        isa++;
    return isa->name;
}

const char *bmill_isa_remark(void)
{
    return chosen_column() == BMILL_COLUMN_AVX2_SLOW_PEXT ? "pext and pdep by steps: microcode here"
                                                          : "";
}

bmill_isa_status bmill_isa_query(const char *name)
{
    unsigned column;
    return choose(name, &column);
}

bmill_isa_status bmill_isa_select(const char *name)
{
    unsigned column;
    bmill_isa_status status = choose(name, &column);
    if (status == BMILL_ISA_OK)
        bmill_store(&bmill_column, column);
    return status;
}

bmill_isa_status bmill_isa_environment(void) { return read_environment(); }

const char *bmill_isa_name(size_t i) { return i < ISAS ? isas[i].name : NULL; }
