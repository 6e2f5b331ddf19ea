/* move.h: the vocabulary of kernels/move.h in plain C. */

BMILL_ALWAYS_INLINE v_t v_funnel(v_t v, v_t next, unsigned r) { return v >> r | next << (64 - r); }
BMILL_ALWAYS_INLINE v_t v_broadcast_u8(unsigned byte) { return byte; }
BMILL_ALWAYS_INLINE v_t v_reverse(v_t v) { return w_reverse(v); }
BMILL_ALWAYS_INLINE x_t x_reverse(x_t x) { return w_reverse(x); }
BMILL_ALWAYS_INLINE void v_interleave(v_t a, v_t b, v_t *low, v_t *high)
{
    w_interleave(a, b, low, high);
}
BMILL_ALWAYS_INLINE void v_deinterleave(v_t low, v_t high, v_t *even, v_t *odd)
{
    w_deinterleave(low, high, even, odd);
}
