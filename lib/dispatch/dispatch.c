/* dispatch.c: the choice of the kernels, and the functions of bitmill/isa.h. */
#include "config.h"
#include "kernels.h"
#include <bitmill/isa.h>
#include <stdlib.h>
#include <string.h>

#ifdef BMILL_WITH_AVX512
static const struct bmill_kernels *avx512_here(void)
{
    return bmill_cpu_has_avx512() ? &bmill_kernels_avx512 : NULL;
}
#endif
#ifdef BMILL_WITH_AVX2
static const struct bmill_kernels *avx2_here(void)
{
    if (!bmill_cpu_has_avx2())
        return NULL;
    return bmill_cpu_has_slow_pext() ? &bmill_kernels_avx2_slow_pext : &bmill_kernels_avx2;
}
#endif
static const struct bmill_kernels *portable_here(void) { return &bmill_kernels_portable; }

/* The sets of kernels in this build, the best first, and the kernels of each for this machine; NULL
 * if it cannot run them. configure defines BMILL_WITH_... */
static const struct isa {
    const char *name;
    const struct bmill_kernels *(*here)(void);
} isas[] = {
#ifdef BMILL_WITH_AVX512
    {"avx512", avx512_here},
#endif
#ifdef BMILL_WITH_AVX2
    {"avx2", avx2_here},
#endif
    {"portable", portable_here},
};
enum { ISAS = sizeof isas / sizeof isas[0] };

/* The best set of that name that runs here. NULL, "" and "auto" fit all. */
static bmill_isa_status choose(const char *name, const struct bmill_kernels **kernels)
{
    bmill_isa_status status = BMILL_ISA_UNKNOWN;
    bool any = !name || !*name || strcmp(name, "auto") == 0;
    for (size_t i = 0; i < ISAS; i++) {
        if (!any && strcmp(name, isas[i].name) != 0)
            continue;
        *kernels = isas[i].here();
        if (*kernels)
            return BMILL_ISA_OK;
        status = BMILL_ISA_UNSUPPORTED;
    }
    return status;
}

/* ---- The active table. It begins as one of stubs: a call that comes before the library's
 * constructor, of whatever function and in however many threads, chooses the kernels and goes on to
 * them. This works under every libc, which ifunc does not (musl has none, and ASan and TSan crash
 * with it). ---- */

static const struct bmill_kernels first_call;
_Atomic(const struct bmill_kernels *) bmill_active_kernels = &first_call;

/* What became of BMILL_ISA. It is read once: getenv() in a later call would race with a setenv() in
 * another thread of the program, which may move the whole environment. */
enum { NOT_READ = -1 };
static _Atomic int environment = NOT_READ;

/* Reads BMILL_ISA and chooses the kernels, unless that was done before. */
static bmill_isa_status read_environment(void)
{
    const struct bmill_kernels *kernels, *expected = &first_call;
    bmill_isa_status status;
    int known = atomic_load(&environment);
    if (known != NOT_READ)
        return (bmill_isa_status)known;
    status = choose(getenv("BMILL_ISA"), &kernels);
    if (status != BMILL_ISA_OK)
        choose(NULL, &kernels);
    /* Another thread may have been here meanwhile, or in bmill_isa_select(): then its choice
     * stands. */
    atomic_compare_exchange_strong(&bmill_active_kernels, &expected, kernels);
    /* After the table, so that whoever finds the status finds a table without stubs. */
    atomic_store(&environment, (int)status);
    return status;
}

/* The library is loaded before the program has threads. 101 is the earliest priority that is not
 * the compiler's own. Without constructors, the first call does all that. */
#if defined(__GNUC__) && !defined(BMILL_NO_CONSTRUCTOR)
__attribute__((constructor(101))) static void at_load(void) { (void)read_environment(); }
#endif

static const struct bmill_kernels *choose_at_first_call(void)
{
    (void)read_environment();
    return bmill_active();
}

#define BMILL_OP(name, shape, bit, vector, summary)                              \
    static BMILL_RESULT(shape) first_call_##name BMILL_PARAMETERS(shape)         \
    {                                                                            \
        BMILL_RETURN(shape) choose_at_first_call()->name BMILL_ARGUMENTS(shape); \
    }
#include "tables/ops.def"
#define BMILL_FUNCTION(result, name, parameters, arguments) \
    static result first_call_##name parameters { return choose_at_first_call()->name arguments; }
#define BMILL_PROCEDURE(name, parameters, arguments) \
    static void first_call_##name parameters { choose_at_first_call()->name arguments; }
#include "tables/kernels.def"

static const struct bmill_kernels first_call = {
    .isa = "",
#define BMILL_OP(name, shape, bit, vector, summary) .name = first_call_##name,
#include "tables/ops.def"
#define BMILL_FUNCTION(result, name, parameters, arguments) .name = first_call_##name,
#include "tables/kernels.def"
};

/* ---- Choosing: bitmill/isa.h ---- */

static const struct bmill_kernels *active_without_stubs(void)
{
    const struct bmill_kernels *kernels = bmill_active();
    return kernels == &first_call ? choose_at_first_call() : kernels;
}

const char *bmill_isa_active(void) { return active_without_stubs()->isa; }

const char *bmill_isa_remark(void)
{
    const char *remark = active_without_stubs()->remark;
    return remark ? remark : "";
}

bmill_isa_status bmill_isa_query(const char *name)
{
    const struct bmill_kernels *kernels;
    return choose(name, &kernels);
}

bmill_isa_status bmill_isa_select(const char *name)
{
    const struct bmill_kernels *kernels;
    bmill_isa_status status = choose(name, &kernels);
    if (status == BMILL_ISA_OK)
        atomic_store_explicit(&bmill_active_kernels, kernels, memory_order_relaxed);
    return status;
}

bmill_isa_status bmill_isa_environment(void) { return read_environment(); }

const char *bmill_isa_name(size_t i) { return i < ISAS ? isas[i].name : NULL; }
