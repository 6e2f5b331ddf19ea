/* shapes.h: the shapes of operations: what a row of ops.def means by MAP2.
 *
 * A shape is one row here. The kernels, the dispatch, the tests and the benchmarks are made from
 * its columns by the macros below: BMILL_RESULT(MAP2) is void.
 *
 *   kind       what the result is, see enum bmill_kind
 *   inputs     the number of input bitmaps
 *   result     the type of the result
 *   return     return, or nothing where there is nothing to return
 *   signature  the parameters: BMILL_PARAMETERS_<signature>, BMILL_ARGUMENTS_<signature>
 *   inline     the largest constant nbits for which bitmill/bits.h has inline code; 0: none
 *   loop       the loop that computes it, given the operation in __VA_ARGS__: the kernels have it
 *              below lib/kernels with the operation at three widths, the benchmarks' plain loops
 *              in bench/peers/words.c
 */
#ifndef BMILL_SHAPES_H
#define BMILL_SHAPES_H

enum bmill_kind {
    KIND_MAP,   /* dst becomes the expression */
    KIND_WITH,  /* dst becomes the expression; the result is the number of 1 bits in it */
    KIND_COUNT, /* the number of 1 bits in the expression */
    KIND_ANY,   /* whether the expression has a 1 bit */
    KIND_NONE,  /* whether it has none */
    KIND_FIND,  /* the position of its first 1 bit, nbits if there is none */
    KIND_LAST   /* the position of its last 1 bit, nbits if there is none */
};

/* clang-format off */
/*    kind inputs result  return   signature inline loop */
#define BMILL_SHAPE_MAP1(X, ...)   \
    X(MAP,   1,  void,   ,       DST_A,    512,  loop_map(dst, a, a, nbits, __VA_ARGS__))
#define BMILL_SHAPE_MAP2(X, ...)   \
    X(MAP,   2,  void,   ,       DST_A_B,  512,  loop_map(dst, a, b, nbits, __VA_ARGS__))
#define BMILL_SHAPE_WITH2(X, ...)  \
    X(WITH,  2,  size_t, return, DST_A_B,  0,    loop_map_with_count(dst, a, b, nbits, __VA_ARGS__))
#define BMILL_SHAPE_COUNT1(X, ...) \
    X(COUNT, 1,  size_t, return, A,        128,  loop_count(a, a, nbits, __VA_ARGS__))
#define BMILL_SHAPE_COUNT2(X, ...) \
    X(COUNT, 2,  size_t, return, A_B,      128,  loop_count(a, b, nbits, __VA_ARGS__))
#define BMILL_SHAPE_ANY1(X, ...)   \
    X(ANY,   1,  bool,   return, A,        512,  loop_test(a, a, nbits, __VA_ARGS__))
#define BMILL_SHAPE_ANY2(X, ...)   \
    X(ANY,   2,  bool,   return, A_B,      512,  loop_test(a, b, nbits, __VA_ARGS__))
#define BMILL_SHAPE_NONE1(X, ...)  \
    X(NONE,  1,  bool,   return, A,        512,  !loop_test(a, a, nbits, __VA_ARGS__))
#define BMILL_SHAPE_NONE2(X, ...)  \
    X(NONE,  2,  bool,   return, A_B,      512,  !loop_test(a, b, nbits, __VA_ARGS__))
#define BMILL_SHAPE_FIND1(X, ...)  \
    X(FIND,  1,  size_t, return, A,        128,  loop_find(a, a, nbits, __VA_ARGS__))
#define BMILL_SHAPE_FIND2(X, ...)  \
    X(FIND,  2,  size_t, return, A_B,      0,    loop_find(a, b, nbits, __VA_ARGS__))
#define BMILL_SHAPE_LAST1(X, ...)  \
    X(LAST,  1,  size_t, return, A,        0,    loop_find_last(a, a, nbits, __VA_ARGS__))
#define BMILL_SHAPE_LAST2(X, ...)  \
    X(LAST,  2,  size_t, return, A_B,      0,    loop_find_last(a, b, nbits, __VA_ARGS__))

#define BMILL_PARAMETERS_DST_A     (void *dst, const void *a, size_t nbits)
#define BMILL_PARAMETERS_DST_A_B   (void *dst, const void *a, const void *b, size_t nbits)
#define BMILL_PARAMETERS_A         (const void *a, size_t nbits)
#define BMILL_PARAMETERS_A_B       (const void *a, const void *b, size_t nbits)
#define BMILL_ARGUMENTS_DST_A      (dst, a, nbits)
#define BMILL_ARGUMENTS_DST_A_B    (dst, a, b, nbits)
#define BMILL_ARGUMENTS_A          (a, nbits)
#define BMILL_ARGUMENTS_A_B        (a, b, nbits)

/* A column of a shape: KIND_MAP, 2, void, DST_A_B, (void *dst, ...) and so on. */
#define BMILL_KIND(shape)         BMILL_SHAPE_##shape(BMILL_KIND_, )
#define BMILL_INPUTS(shape)       BMILL_SHAPE_##shape(BMILL_INPUTS_, )
#define BMILL_RESULT(shape)       BMILL_SHAPE_##shape(BMILL_RESULT_, )
#define BMILL_RETURN(shape)       BMILL_SHAPE_##shape(BMILL_RETURN_, )
#define BMILL_SIGNATURE(shape)    BMILL_SHAPE_##shape(BMILL_SIGNATURE_, )
#define BMILL_PARAMETERS(shape)   BMILL_SHAPE_##shape(BMILL_PARAMETERS_, )
#define BMILL_ARGUMENTS(shape)    BMILL_SHAPE_##shape(BMILL_ARGUMENTS_, )
#define BMILL_INLINE_BITS(shape)  BMILL_SHAPE_##shape(BMILL_INLINE_BITS_, )
#define BMILL_LOOP(shape, ...)    BMILL_SHAPE_##shape(BMILL_LOOP_, __VA_ARGS__)

#define BMILL_KIND_(kind, inputs, result, return_, signature, inline_, loop) KIND_##kind
#define BMILL_INPUTS_(kind, inputs, result, return_, signature, inline_, loop) inputs
#define BMILL_RESULT_(kind, inputs, result, return_, signature, inline_, loop) result
#define BMILL_RETURN_(kind, inputs, result, return_, signature, inline_, loop) return_
#define BMILL_SIGNATURE_(kind, inputs, result, return_, signature, inline_, loop) signature
#define BMILL_PARAMETERS_(kind, inputs, result, return_, signature, inline_, loop) \
    BMILL_PARAMETERS_##signature
#define BMILL_ARGUMENTS_(kind, inputs, result, return_, signature, inline_, loop) \
    BMILL_ARGUMENTS_##signature
#define BMILL_INLINE_BITS_(kind, inputs, result, return_, signature, inline_, loop) inline_
#define BMILL_LOOP_(kind, inputs, result, return_, signature, inline_, loop) loop
/* clang-format on */

#endif
