/* variants.c: see variants.h. The rows are made of the list BMILL_VARIANTS. */
#include "variants.h"

#include <bitmill/learn/variants.h>
#include <string.h>

/* The arguments of each verb, made of the operands `o`; x is of the type of the width. */
#define TYPE_u8         uint8_t
#define TYPE_u16        uint16_t
#define TYPE_u32        uint32_t
#define TYPE_u64        uint64_t
#define X_ONLY(T)       ((T)o[0])
#define ARGS_popcount   X_ONLY
#define ARGS_parity     X_ONLY
#define ARGS_reverse    X_ONLY
#define ARGS_clz        X_ONLY
#define ARGS_ctz        X_ONLY
#define ARGS_is_pow2    X_ONLY
#define ARGS_ceil_pow2  X_ONLY
#define ARGS_select(T)  ((T)o[0], (unsigned)o[1])
#define ARGS_morton2(T) ((T)o[0], (T)o[1])
#define ARGS_modify(T)  ((T)o[0], (unsigned)(o[1] % (8 * sizeof(T))), o[2] != 0)

#define CALL(verb, method, width)                                                        \
    static uint64_t verb##_by_##method##_##width(const uint64_t *o)                      \
    {                                                                                    \
        return (uint64_t)bmill_##verb##_by_##method##_##width ARGS_##verb(TYPE_##width); \
    }
BMILL_VARIANTS(CALL)

enum { WIDTH_u8 = 8, WIDTH_u16 = 16, WIDTH_u32 = 32, WIDTH_u64 = 64 };
#define ROW(verb, method, width) {#verb, #method, WIDTH_##width, verb##_by_##method##_##width},
const struct variant variants[] = {BMILL_VARIANTS(ROW)};
const size_t nvariants = sizeof variants / sizeof variants[0];

const struct variant *variant_find(const char *verb, const char *method, unsigned width)
{
    for (size_t k = 0; k < nvariants; k++)
        if (strcmp(variants[k].verb, verb) == 0 && strcmp(variants[k].method, method) == 0 &&
            (width == 0 || variants[k].width == width))
            return &variants[k];
    return NULL;
}
