/* avx512_matrix.h: transposes for AVX-512: see kernels/matrix.h.
 *
 * A bit in 8 vectors has an address of 12 bits: the vector (3 bits), the byte in it (6), the bit of
 * that (3). A transpose is a permutation of these 12. There are three kinds of steps:
 *
 *   vpermb           permutes the 6 bits of the byte
 *   vgf2p8affineqb   exchanges the lower 3 of them and the bit
 *   exchange_8()     exchanges 3 bits of the byte and the vector
 */
#define BMILL_HAVE_TRANSPOSE_BLOCK
#define BMILL_HAVE_SPLIT_BLOCK

/* In all tables byte i comes from byte f(w, i), and numbers have 1 << w bytes. */
#define FOR_8_FROM(f, w, i)                                                                \
    f(w, i), f(w, i + 1), f(w, i + 2), f(w, i + 3), f(w, i + 4), f(w, i + 5), f(w, i + 6), \
        f(w, i + 7)
#define FOR_64(f, w)                                                                               \
    {                                                                                              \
        FOR_8_FROM(f, w, 0), FOR_8_FROM(f, w, 8), FOR_8_FROM(f, w, 16), FOR_8_FROM(f, w, 24),      \
            FOR_8_FROM(f, w, 32), FOR_8_FROM(f, w, 40), FOR_8_FROM(f, w, 48), FOR_8_FROM(f, w, 56) \
    }
#define FOR_WIDTHS(f)                                          \
    {                                                          \
        FOR_64(f, 0), FOR_64(f, 1), FOR_64(f, 2), FOR_64(f, 3) \
    }

/* Squares: the same byte of eight numbers in a row, the last one first. */
#define TO_SQUARES(w, i) \
    (((i) >> 3 >> (w) << 3 | (((i)&7) ^ 7)) << (w) | ((i) >> 3 & ((1 << (w)) - 1)))
#define FROM_SQUARES(w, i) \
    (((i) >> (w) >> 3 << (w) | ((i) & ((1 << (w)) - 1))) << 3 | ((i) >> (w)&7))

/* Transposed squares have byte b of bitmap p = PLANE at [b][p], and then it is at [p low][p
 * high][b], where p low are w bits, p high are 3 and b has the others. */
#define PLANE(w, i)     (((i) >> (3 - (w)) & 7) << (w) | (i) >> (6 - (w)))
#define TO_PIECES(w, i) (((i) & ((8 >> (w)) - 1)) << (3 + (w)) | PLANE(w, i))
#define PLANE_OF(w, i)  (((i) ^ 7) & ((8 << (w)) - 1))
#define FROM_PIECES(w, i)                                                                    \
    ((PLANE_OF(w, i) & ((1 << (w)) - 1)) << (6 - (w)) | PLANE_OF(w, i) >> (w) << (3 - (w)) | \
     (i) >> 3 >> (w))

_Alignas(64) static const unsigned char to_squares[4][64] = FOR_WIDTHS(TO_SQUARES),
                                        from_squares[4][64] = FOR_WIDTHS(FROM_SQUARES),
                                        to_pieces[4][64] = FOR_WIDTHS(TO_PIECES),
                                        from_pieces[4][64] = FOR_WIDTHS(FROM_PIECES);

#define FLIP(k, i) ((i) ^ 1 << (k))
_Alignas(64) static const
    unsigned char flip_bit[6][64] = {FOR_64(FLIP, 0), FOR_64(FLIP, 1), FOR_64(FLIP, 2),
                                     FOR_64(FLIP, 3), FOR_64(FLIP, 4), FOR_64(FLIP, 5)};

BMILL_KERNEL v_t permute(const unsigned char table[64], v_t v)
{
    return _mm512_permutexvar_epi8(v_load(table), v);
}

/* Each 8 bytes, the last one first, as 8 by 8 bits. The instruction multiplies a matrix by bytes,
 * here those of one bit, and gives the bits of the product last row first. */
BMILL_KERNEL v_t transpose_squares(v_t v)
{
    return _mm512_gf2p8affine_epi64_epi8(_mm512_set1_epi64((long long)0x8040201008040201), v, 0);
}

/* Exchanges the vector, a or b, and bit k of the byte: the bytes of a that have it and those of b
 * that have it not change places. */
BMILL_KERNEL void exchange(v_t *a, v_t *b, unsigned k)
{
    __mmask64 low = ~0ull / ((1ull << (1 << k)) + 1);
    v_t index = v_load(flip_bit[k]), old = *a;
    *a = _mm512_mask_permutexvar_epi8(*a, ~low, index, *b);
    *b = _mm512_mask_permutexvar_epi8(*b, low, index, old);
}

/* The three bits of the vector and the bits k + 2 to k of the byte. */
BMILL_KERNEL void exchange_8(v_t r[8], unsigned k)
{
    exchange(&r[0], &r[4], k + 2), exchange(&r[1], &r[5], k + 2);
    exchange(&r[2], &r[6], k + 2), exchange(&r[3], &r[7], k + 2);
    exchange(&r[0], &r[2], k + 1), exchange(&r[1], &r[3], k + 1);
    exchange(&r[4], &r[6], k + 1), exchange(&r[5], &r[7], k + 1);
    exchange(&r[0], &r[1], k), exchange(&r[2], &r[3], k);
    exchange(&r[4], &r[5], k), exchange(&r[6], &r[7], k);
}

/* 8 vectors of numbers of 1 << w bytes to 8 << w pieces of bitmaps. */
BMILL_KERNEL void split_8(v_t r[8], unsigned w)
{
#define STEP(k) r[k] = permute(to_pieces[w], transpose_squares(permute(to_squares[w], r[k])));
    BMILL_FOR_8(STEP)
#undef STEP
    exchange_8(r, 3 - w);
}

/* And back. */
BMILL_KERNEL void join_8(v_t r[8], unsigned w)
{
    exchange_8(r, 3 - w);
#define STEP(k) r[k] = permute(from_squares[w], transpose_squares(permute(from_pieces[w], r[k])));
    BMILL_FOR_8(STEP)
#undef STEP
}

/* A piece of each of 1 << w rows from p on. */
BMILL_KERNEL v_t load_pieces(const unsigned char *p, size_t stride, unsigned w)
{
    __m256i low, high;
    v_t v;
    switch (w) {
    case 0:
        return v_load(p);
    case 1:
        low = _mm256_loadu_si256((const void *)p);
        high = _mm256_loadu_si256((const void *)(p + stride));
        return _mm512_inserti64x4(_mm512_castsi256_si512(low), high, 1);
    case 2:
        low = _mm256_inserti128_si256(_mm256_castsi128_si256(x_load(p)), x_load(p + stride), 1);
        high = _mm256_inserti128_si256(_mm256_castsi128_si256(x_load(p + 2 * stride)),
                                       x_load(p + 3 * stride), 1);
        return _mm512_inserti64x4(_mm512_castsi256_si512(low), high, 1);
    default:
        v = _mm512_set1_epi64((long long)w_load(p));
#define ROW(k) v = _mm512_mask_set1_epi64(v, 1 << k, (long long)w_load(p + k * stride));
        ROW(1)
        ROW(2) ROW(3) ROW(4) ROW(5) ROW(6) ROW(7)
#undef ROW
            return v;
    }
}

BMILL_KERNEL void transpose_block(unsigned char *out, const unsigned char *a, size_t a_stride)
{
    v_t r[8];
#define LOAD(k) \
    r[k] = a_stride == 8 ? v_load(a + 64 * k) : load_pieces(a + 8 * k * a_stride, a_stride, 3);
    BMILL_FOR_8(LOAD)
#undef LOAD
    split_8(r, 3);
#define STORE(k) v_store(out + 64 * k, r[k]);
    BMILL_FOR_8(STORE)
#undef STORE
}

/* How many bytes of a bitmap split_block() makes and join_block() takes. */
#define PIECE_BYTES(w) ((size_t)64 >> (w))

BMILL_KERNEL void split_block(unsigned char *out, size_t out_stride, const unsigned char *a,
                              unsigned w)
{
    _Alignas(64) unsigned char pieces[8 * 64];
    v_t r[8];
#define LOAD(k) r[k] = v_load(a + 64 * k);
    BMILL_FOR_8(LOAD)
#undef LOAD
    split_8(r, w);
#define STORE(k) v_store(w == 0 ? out + k * out_stride : pieces + 64 * k, r[k]);
    BMILL_FOR_8(STORE)
#undef STORE
    for (size_t p = 0; w > 0 && p < (size_t)8 << w; p++)
        memcpy(out + p * out_stride, pieces + p * PIECE_BYTES(w), PIECE_BYTES(w));
}

BMILL_KERNEL void join_block(unsigned char *out, const unsigned char *a, size_t a_stride,
                             unsigned w)
{
    v_t r[8];
#define LOAD(k) r[k] = load_pieces(a + (k << w) * a_stride, a_stride, w);
    BMILL_FOR_8(LOAD)
#undef LOAD
    join_8(r, w);
#define STORE(k) v_store(out + 64 * k, r[k]);
    BMILL_FOR_8(STORE)
#undef STORE
}
