/* bitmill/bits/checked/values.h: the checks of bitmill/bits/values.h.
 * See bitmill/bits/check.h. */
#ifndef BITMILL_BITS_CHECKED_VALUES_H
#define BITMILL_BITS_CHECKED_VALUES_H

#include <bitmill/bits/check.h>
#include <bitmill/bits/values.h>

#if BMILL_CHECKS_

/* bmill_bits_R_T(dst, a, b, n) and bmill_bits_R_value_T(dst, a, n, value). */
#define BMILL_GUARDED_COMPARE_(R, T, type)                                          \
    BMILL_GUARDED_VOID_(bmill_bits_##R##_##T,                                       \
                        (void *BMILL_SIZED_ dst, const type *BMILL_SIZED_ a,        \
                         const type *BMILL_SIZED_ b, size_t n),                     \
                        (dst, a, b, n), BMILL_WRITES_BITS_(dst, 0, n);              \
                        BMILL_READS_ELEMENTS_(a, n); BMILL_READS_ELEMENTS_(b, n))   \
    BMILL_GUARDED_VOID_(                                                            \
        bmill_bits_##R##_value_##T,                                                 \
        (void *BMILL_SIZED_ dst, const type *BMILL_SIZED_ a, size_t n, type value), \
        (dst, a, n, value), BMILL_WRITES_BITS_(dst, 0, n);                          \
        BMILL_READS_ELEMENTS_(a, n))
#define BMILL_GUARDED_COMPARES_(T, type) \
    BMILL_GUARDED_COMPARE_(eq, T, type)  \
    BMILL_GUARDED_COMPARE_(ne, T, type)  \
    BMILL_GUARDED_COMPARE_(lt, T, type)  \
    BMILL_GUARDED_COMPARE_(le, T, type)  \
    BMILL_GUARDED_COMPARE_(gt, T, type)  \
    BMILL_GUARDED_COMPARE_(ge, T, type)

BMILL_GUARDED_COMPARES_(u8, uint8_t)
BMILL_GUARDED_COMPARES_(u16, uint16_t)
BMILL_GUARDED_COMPARES_(u32, uint32_t)
BMILL_GUARDED_COMPARES_(u64, uint64_t)
BMILL_GUARDED_COMPARES_(i8, int8_t)
BMILL_GUARDED_COMPARES_(i16, int16_t)
BMILL_GUARDED_COMPARES_(i32, int32_t)
BMILL_GUARDED_COMPARES_(i64, int64_t)
BMILL_GUARDED_COMPARES_(f32, float)
BMILL_GUARDED_COMPARES_(f64, double)

#endif

#endif
