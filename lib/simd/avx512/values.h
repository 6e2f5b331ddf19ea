/* values.h: vectors of numbers for kernels/values.h and kernels/filter.h. A comparison makes
 * a mask, which is what is wanted. */
#define BMILL_HAVE_COMPARE

typedef __mmask64 m_t;

#define COMPARE_INTEGERS(T, lanes)                       \
    BMILL_ALWAYS_INLINE m_t compare_eq_##T(v_t a, v_t b) \
    {                                                    \
        return _mm512_cmpeq_##lanes##_mask(a, b);        \
    }                                                    \
    BMILL_ALWAYS_INLINE m_t compare_lt_##T(v_t a, v_t b) \
    {                                                    \
        return _mm512_cmplt_##lanes##_mask(a, b);        \
    }
COMPARE_INTEGERS(u8, epu8)
COMPARE_INTEGERS(u16, epu16)
COMPARE_INTEGERS(u32, epu32)
COMPARE_INTEGERS(u64, epu64)
COMPARE_INTEGERS(i8, epi8)
COMPARE_INTEGERS(i16, epi16)
COMPARE_INTEGERS(i32, epi32)
COMPARE_INTEGERS(i64, epi64)

/* EQ raises no exception for a quiet NaN, LT and LE do: as in C. */
#define COMPARE_FLOATS(R, how)                                                          \
    BMILL_ALWAYS_INLINE m_t compare_##R##_f32(v_t a, v_t b)                             \
    {                                                                                   \
        return _mm512_cmp_ps_mask(_mm512_castsi512_ps(a), _mm512_castsi512_ps(b), how); \
    }                                                                                   \
    BMILL_ALWAYS_INLINE m_t compare_##R##_f64(v_t a, v_t b)                             \
    {                                                                                   \
        return _mm512_cmp_pd_mask(_mm512_castsi512_pd(a), _mm512_castsi512_pd(b), how); \
    }
COMPARE_FLOATS(eq, _CMP_EQ_OQ)
COMPARE_FLOATS(lt, _CMP_LT_OS)
COMPARE_FLOATS(le, _CMP_LE_OS)

BMILL_ALWAYS_INLINE w_t m_bits(m_t m, size_t size) { return (void)size, m; }

BMILL_ALWAYS_INLINE v_t v_broadcast(const unsigned char *p, size_t size)
{
    uint16_t x2;
    uint32_t x4;
    uint64_t x8;
    switch (size) {
    case 1:
        return _mm512_set1_epi8((char)*p);
    case 2:
        memcpy(&x2, p, 2);
        return _mm512_set1_epi16((short)x2);
    case 4:
        memcpy(&x4, p, 4);
        return _mm512_set1_epi32((int)x4);
    default:
        memcpy(&x8, p, 8);
        return _mm512_set1_epi64((long long)x8);
    }
}

/* See in_one_page. The other way is for one place in 64. */
BMILL_NOINLINE v_t v_load_few_across(const unsigned char *p, size_t n)
{
    unsigned char copy[V_BYTES] = {0};
    memcpy(copy, p, n);
    return v_load(copy);
}
BMILL_ALWAYS_INLINE v_t v_load_few(const unsigned char *p, size_t n)
{
    return BMILL_LIKELY(in_one_page(p)) ? v_load_first(p, n) : v_load_few_across(p, n);
}

/* ---- Steps for kernels/filter.h. ---- */

#define BMILL_HAVE_FILTER
enum { FILTER_LANES_u8 = 64, FILTER_LANES_u16 = 32, FILTER_LANES_u32 = 16, FILTER_LANES_u64 = 8 };

/* A zero that the compiler does not know: the destination of vpcompress and vpexpand. On Zen 5
 * these wait for whatever wrote the register before, even where nothing of it is kept: 1.35 ns, and
 * 0.27 with this. Stored by an instruction of its own: vpcompress to memory is far slower (62 GB/s
 * where this makes over 100). */
BMILL_ALWAYS_INLINE v_t fresh(void)
{
    v_t zero;
    __asm__("vpxor %x0, %x0, %x0" : "=x"(zero));
    return zero;
}

#define STEPS(T, lanes, mask_t)                                                                 \
    BMILL_ALWAYS_INLINE void filter_step_##T(unsigned char *dst, const unsigned char *a, w_t m) \
    {                                                                                           \
        v_store(dst, _mm512_mask_compress_##lanes(fresh(), (mask_t)m, v_load(a)));              \
    }                                                                                           \
    BMILL_ALWAYS_INLINE void expand_step_##T(unsigned char *dst, const unsigned char *a, w_t m) \
    {                                                                                           \
        v_store(dst, _mm512_mask_expand_##lanes(fresh(), (mask_t)m, v_load(a)));                \
    }
STEPS(u8, epi8, __mmask64)
STEPS(u16, epi16, __mmask32)
STEPS(u32, epi32, __mmask16)
STEPS(u64, epi64, __mmask8)
