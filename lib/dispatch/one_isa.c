/* one_isa.c: the kernels and the functions of bitmill/isa.h for a build with one set of kernels
 * (BMILL_ONE_ISA: see rows.h). There is nothing to choose: the set has the name that
 * bmill_isa_name(0) says, is always in use, and BMILL_ISA is not read. */
#include "set.h"

#include <bitmill/isa.h>
#include <string.h>

#define STRING_(name) #name
#define STRING(name)  STRING_(name)

static const char one_isa[] = STRING(BMILL_SET);

const char *bmill_isa_active(void) { return one_isa; }
const char *bmill_isa_remark(void) { return ""; }
const char *bmill_isa_name(size_t i) { return i == 0 ? one_isa : NULL; }

bmill_isa_status bmill_isa_query(const char *name)
{
    bool any = !name || !*name || strcmp(name, "auto") == 0;
    return any || strcmp(name, one_isa) == 0 ? BMILL_ISA_OK : BMILL_ISA_UNKNOWN;
}

bmill_isa_status bmill_isa_select(const char *name) { return bmill_isa_query(name); }
bmill_isa_status bmill_isa_environment(void) { return BMILL_ISA_OK; }
