#!/bin/sh
# explain.sh: `bitmill explain`: whole screens for some, the last lines for others, and errors.
. "${srcdir:-.}/tests/tools/tool.sh"

check 'explain_set' 0 'Set bit i = 0 of x = 6: make it 1. No other bit changes.
A bit is a place that holds 0 or 1; bit 0 is that in place 0. Place 0, at the
right, is worth 1, each next one twice as much. A number is the sum of the
places with a 1: 6 = 4 + 2. hex: base 16, one digit for 4 places.

                   place  7 6 5 4 3 2 1 0  unsigned    signed     hex
                       x  0 0 0 0 0 1 1 0         6         6    0x06
1. Make a mask: a number that marks places with a 1. Shift 1 left by 0 (in C:
   1 << 0): i is 0, so the 1 stays where it is.
                       1  0 0 0 0 0 0 0 1         1         1    0x01
           mask = 1 << i  0 0 0 0 0 0 0 1         1         1    0x01
2. OR (in C: |) gives 1 below the line if at least one of the two bits above the
   line is 1. Where the mask has a 1, the result is 1. Where it has a 0, the bit
   of x stays.
                       x  0 0 0 0 0 1 1 0         6         6    0x06
                    mask  0 0 0 0 0 0 0 1         1         1    0x01
                      OR  ---------------
       result = x | mask  0 0 0 0 0 1 1 1         7         7    0x07

In C:            x | (1u << i)
In this library: bmill_set_u8(6, 0) = 7
Cost:            bmill_set_u8: 6 instructions by gcc -O2, 4 by clang, x86-64
Other ways:      adding
                 Try: bitmill explain set 6 0 --by adding' '' \
    "$bitmill" explain set 6 0
check 'explain_modify_by_masks' 0 'Modify bit i = 1 of x = 6: give it the state 1, by masks.
A bit is a place that holds 0 or 1; bit 1 is that in place 1. Place 0, at the
right, is worth 1, each next one twice as much. A number is the sum of the
places with a 1: 6 = 4 + 2. hex: base 16, one digit for 4 places.

                   place  7 6 5 4 3 2 1 0  unsigned    signed     hex
                       x  0 0 0 0 0 1 1 0         6         6    0x06
1. Make a mask: a number that marks places with a 1. Shift 1 left by 1 (in C:
   1 << 1): the 1 moves 1 place to the left, and 0 comes in at the right.
                       1  0 0 0 0 0 0 0 1         1         1    0x01
           mask = 1 << i  0 0 0 0 0 0 1 0         2         2    0x02
2. Clear the place. Invert the mask (in C: ~): 0 in place 1, and 1 elsewhere.
                    mask  0 0 0 0 0 0 1 0         2         2    0x02
        inverted = ~mask  1 1 1 1 1 1 0 1       253        -3    0xfd
   (signed: the same bits, but the top place counts negative: 253 - 256 = -3)
   AND (in C: &) gives 1 below the line only if both bits above the line are 1.
                       x  0 0 0 0 0 1 1 0         6         6    0x06
                inverted  1 1 1 1 1 1 0 1       253        -3    0xfd
                     AND  ---------------
     hole = x & inverted  0 0 0 0 0 1 0 0         4         4    0x04
3. Make all bits equal to the state: negate it. -0 is 0. -1 is 0 - 1: it borrows
   through all places, so that every bit becomes 1. Here the state is 1.
            all = -state  1 1 1 1 1 1 1 1       255        -1    0xff
4. Keep place 1 of these alone.
                     all  1 1 1 1 1 1 1 1       255        -1    0xff
                    mask  0 0 0 0 0 0 1 0         2         2    0x02
                     AND  ---------------
       kept = all & mask  0 0 0 0 0 0 1 0         2         2    0x02
5. Put the two parts together with OR: no place has a 1 in both.
                    hole  0 0 0 0 0 1 0 0         4         4    0x04
                    kept  0 0 0 0 0 0 1 0         2         2    0x02
                      OR  ---------------
    result = hole | kept  0 0 0 0 0 1 1 0         6         6    0x06

In C:            (x & ~(1u << i)) | (-(uint8_t)state & (1u << i))
In this library: bmill_modify_u8(6, 1, 1) = 6
                 by this method: bmill_modify_by_masks_u32
                 bmill_modify_by_masks_u64
Cost:            bmill_modify_u8: 11 instructions by gcc -O2 (7 with BMI2 and
                 POPCNT), 7 by clang (5 with BMI2 and POPCNT), x86-64
Other ways:      main, branch, merging, difference, rotation
                 Try: bitmill explain modify 6 1 1 --by branch' '' \
    "$bitmill" explain modify 6 1 1 --by masks
check 'explain_not_and_why_it_is_negative' 0 '~x for x = 5: what it is as a signed number, and why.
A bit is a place that holds 0 or 1; bit 3 is that in place 3. Place 0, at the
right, is worth 1, each next one twice as much. A number is the sum of the
places with a 1: 5 = 4 + 1. hex: base 16, one digit for 4 places.

                   place  7 6 5 4 3 2 1 0  unsigned    signed     hex
                       x  0 0 0 0 0 1 0 1         5         5    0x05
1. NOT (in C: ~) inverts each place: 0 becomes 1, and 1 becomes 0.
                       x  0 0 0 0 0 1 0 1         5         5    0x05
             result = ~x  1 1 1 1 1 0 1 0       250        -6    0xfa
   (signed: the same bits, but the top place counts negative: 250 - 256 = -6)
2. Add x. In each place exactly one of the two has a 1, so the sum has a 1
   everywhere, and there is no carry. Read as a signed number, all 1 bits are
   -1: add 1, and the carry runs through all places and is lost at the top, so 0
   remains. What gives 0 when 1 is added? -1.
                       x  0 0 0 0 0 1 0 1         5         5    0x05
                  result  1 1 1 1 1 0 1 0       250        -6    0xfa
                       +  ---------------
        sum = x + result  1 1 1 1 1 1 1 1       255        -1    0xff
3. So x + ~x is -1, and ~x is -x - 1. The result is 250, and read as a signed
   number it is -6. C widens small numbers to int (32 bits) before ~:
   ~(uint8_t)5 is the int -6, and only (uint8_t)~5 is 250.

In C:            ~x
In this library: on integers, C has the operator; on bitmaps: bmill_bits_not
Other ways:      negative, xor
                 Try: bitmill explain not 5 --by negative' '' \
    "$bitmill" explain not 5
check 'explain_shl_that_loses_a_1' 0 'x << n for x = 200 and n = 1.
A bit is a place that holds 0 or 1; bit 3 is that in place 3. Place 0, at the
right, is worth 1, each next one twice as much. A number is the sum of the
places with a 1: 200 = 128 + 64 + 8. hex: base 16, one digit for 4 places.

                   place  7 6 5 4 3 2 1 0  unsigned    signed     hex
                       x  1 1 0 0 1 0 0 0       200       -56    0xc8
   (signed: the same bits, but the top place counts negative: 200 - 256 = -56)
1. Move each bit 1 place to the left (in C: <<). 0 comes in at the right. What
   leaves at the left is lost.
                       x  1 1 0 0 1 0 0 0       200       -56    0xc8
         result = x << n  1 0 0 1 0 0 0 0       144      -112    0x90
2. A place is worth twice the place to its right, so each step doubles. But what
   was lost counts: 1 of the bits that are 1 left at the left, and the result is
   200 * 2^1 less a multiple of 2^8, which is 144.
3. 1 << n is 2^n: a 1 alone in place n. In C, n must be less than the width of
   the type; a shift by more has no meaning.

In C:            (uint8_t)((1u * x) << n)
In this library: no function: C has the operator
Other ways:      doubling
                 Try: bitmill explain shl 200 1 --by doubling' '' \
    "$bitmill" explain shl 200 1
check 'explain_asr_of_a_negative_number' 0 'x >> n for the signed number x = -20 and n = 2.
A bit is a place that holds 0 or 1; bit 3 is that in place 3. Place 0, at the
right, is worth 1, each next one twice as much. A number is the sum of the
places with a 1: 236 = 128 + 64 + 32 + 8 + 4. hex: base 16, one digit for 4
places.

                   place  7 6 5 4 3 2 1 0    signed  unsigned     hex
                       x  1 1 1 0 1 1 0 0       -20       236    0xec
   (signed: the same bits, but the top place counts negative: 236 - 256 = -20)
1. Move each bit 2 places to the right. 0 comes in at the left, for now.
                       x  1 1 1 0 1 1 0 0       -20       236    0xec
           down = x >> n  0 0 1 1 1 0 1 1        59        59    0x3b
2. Look at the top bit: it is the sign of a signed number. 1 means negative.
                       x  1 1 1 0 1 1 0 0       -20       236    0xec
 sign = x >> (WIDTH - 1)  0 0 0 0 0 0 0 1         1         1    0x01
3. Mark the 2 places that came in at the left: shift all 1 bits to the right,
   and invert.
     copies = ~(~0 >> n)  1 1 0 0 0 0 0 0       -64       192    0xc0
4. Keep these marks only if the sign is 1: -1 has only 1 bits, and -0 is 0.
                   -sign  1 1 1 1 1 1 1 1        -1       255    0xff
                  copies  1 1 0 0 0 0 0 0       -64       192    0xc0
                     AND  ---------------
   fill = -sign & copies  1 1 0 0 0 0 0 0       -64       192    0xc0
5. Put them in: the places that came in repeat the sign. So -20 becomes -5,
   which is -20 / 2^2 rounded down.
                    down  0 0 1 1 1 0 1 1        59        59    0x3b
                    fill  1 1 0 0 0 0 0 0       -64       192    0xc0
                      OR  ---------------
    result = down | fill  1 1 1 1 1 0 1 1        -5       251    0xfb
6. This is what >> of a signed number does in practice; C leaves it to the
   compiler. Division by / rounds toward 0 instead, so -1 >> 1 is -1, but -1 / 2
   is 0.

In C:            (int8_t)x >> n
In this library: no function: C has the operator
Other ways:      bias
                 Try: bitmill explain asr 236 2 --by bias' '' \
    "$bitmill" explain asr -20 2
check 'explain_set_checked_past_the_width' 0 'Set bit i = 9 of x = 6 if x, which has 8 bits, has a bit 9.
A bit is a place that holds 0 or 1; bit 3 is that in place 3. Place 0, at the
right, is worth 1, each next one twice as much. A number is the sum of the
places with a 1: 6 = 4 + 2. hex: base 16, one digit for 4 places.

                   place  7 6 5 4 3 2 1 0  unsigned    signed     hex
                       x  0 0 0 0 0 1 1 0         6         6    0x06
1. Compare the index with the width. Bits are numbered 0 to 7, so 9 must be less
   than 8. In C, 1 << 9 has no meaning if it is not: that is what the check is
   for.
      result = i < WIDTH  0 0 0 0 0 0 0 0         0         0    0x00
2. There is no bit 9, so nothing is written: x stays 6, and the function returns
   false.

In C:            if (i < 8)
                     *x = (uint8_t)(*x | (1u << i));
                 return i < 8;
In this library: bmill_set_checked_u8(&x, 9) = false, and x stays 6
Cost:            bmill_set_checked_u8: 9 instructions by gcc -O2 (8 with BMI2
                 and POPCNT), 9 by clang (8 with BMI2 and POPCNT), x86-64' '' \
    "$bitmill" explain set_checked 6 9 --width 8
check 'explain_test_and_clear' 0 'Tell what bit i = 2 of x = 6 is, and clear it: make it 0.
A bit is a place that holds 0 or 1; bit 2 is that in place 2. Place 0, at the
right, is worth 1, each next one twice as much. A number is the sum of the
places with a 1: 6 = 4 + 2. hex: base 16, one digit for 4 places.

                   place  7 6 5 4 3 2 1 0  unsigned    signed     hex
                       x  0 0 0 0 0 1 1 0         6         6    0x06
1. Remember the old bit before it is lost: shift x right by 2, so that bit 2 is
   in place 0, and keep that place alone with AND.
                  x >> i  0 0 0 0 0 0 0 1         1         1    0x01
                       1  0 0 0 0 0 0 0 1         1         1    0x01
                     AND  ---------------
   result = (x >> i) & 1  0 0 0 0 0 0 0 1         1         1    0x01
2. Make a mask: a number that marks places with a 1. Shift 1 left by 2 (in C:
   1 << 2): the 1 moves 2 places to the left, and 0 comes in at the right.
                       1  0 0 0 0 0 0 0 1         1         1    0x01
           mask = 1 << i  0 0 0 0 0 1 0 0         4         4    0x04
3. Invert the mask (in C: ~): 0 in place 2, and 1 elsewhere.
                    mask  0 0 0 0 0 1 0 0         4         4    0x04
        inverted = ~mask  1 1 1 1 1 0 1 1       251        -5    0xfb
   (signed: the same bits, but the top place counts negative: 251 - 256 = -5)
4. AND (in C: &) gives 1 below the line only if both bits above the line are 1.
   That is stored in x.
                       x  0 0 0 0 0 1 1 0         6         6    0x06
                inverted  1 1 1 1 1 0 1 1       251        -5    0xfb
                     AND  ---------------
        x = x & inverted  0 0 0 0 0 0 1 0         2         2    0x02
5. The function returns true: bit 2 was 1. x is now 2.

In C:            bool was = (*x >> i) & 1;
                 *x = (uint8_t)(*x & ~(1u << i));
                 return was;
In this library: bmill_test_and_clear_u8(&x, 2) = true, and x becomes 2
Cost:            bmill_test_and_clear_u8: 11 instructions by gcc -O2 (9 with
                 BMI2 and POPCNT), 12 by clang (11 with BMI2 and POPCNT), x86-64' '' \
    "$bitmill" explain test-and-clear 6 2
check 'explain_load_be' 0 'Read a number of 16 bits from memory, in big-endian order.
A bit is a place that holds 0 or 1; bit 3 is that in place 3. Place 0, at the
right, is worth 1, each next one twice as much. A number is the sum of the
places with a 1. hex: base 16, one digit for 4 places.

                  memory  p[0]  p[1]
                          0x01  0x02
                   place  15     8 7      0  unsigned    signed     hex
1. A byte has 8 bits, so a number of 16 bits takes 2 of them. Big-endian, as
   numbers are written on paper: byte 0 is worth the most. So what was read is
   shifted left by 8 before OR puts the next byte to it.
   Byte 0 is 1:
                  result  00000000 00000000         0         0  0x0000
     moved = result << 8  00000000 00000000         0         0  0x0000
   result = moved | byte  00000000 00000001         1         1  0x0001
   Byte 1 is 2:
                  result  00000000 00000001         1         1  0x0001
     moved = result << 8  00000001 00000000       256       256  0x0100
   result = moved | byte  00000001 00000010       258       258  0x0102
2. That was the last byte: this is the number.
                  result  00000001 00000010       258       258  0x0102

In C:            const uint8_t *bytes = p;
                 uint16_t x = 0;
                 for (unsigned k = 0; k < sizeof x; k++)
                     x = (uint16_t)(x * 0x100u | bytes[k]);
                 return x;
In this library: bmill_load_be_u16("\x01\x02") = 258
Cost:            bmill_load_be_u16: 3 instructions by gcc -O2, 3 by clang,
                 x86-64' '' \
    "$bitmill" explain load_be 0102
check 'explain_insert' 0 'Replace the field of 4 bits from bit 2 up of x = 180 by value = 6.
A bit is a place that holds 0 or 1; bit 3 is that in place 3. Place 0, at the
right, is worth 1, each next one twice as much. A number is the sum of the
places with a 1: 180 = 128 + 32 + 16 + 4. hex: base 16, one digit for 4 places.

                   place  7 6 5 4 3 2 1 0  unsigned    signed     hex
                       x  1 0 1 1 0 1 0 0       180       -76    0xb4
                   value  0 0 0 0 0 1 1 0         6         6    0x06
   (signed: the same bits, but the top place counts negative: 180 - 256 = -76)
1. Mark the field (explain mask 2 4).
   field = mask(first, count)
                   field  0 0 1 1 1 1 0 0        60        60    0x3c
2. Clear the field: ~field has a 0 in each of its places, and 1 elsewhere. AND
   gives 1 only if both bits are 1.
                       x  1 0 1 1 0 1 0 0       180       -76    0xb4
                  ~field  1 1 0 0 0 0 1 1       195       -61    0xc3
                     AND  ---------------
       hole = x & ~field  1 0 0 0 0 0 0 0       128      -128    0x80
3. Shift the value left by 2: its place 0 comes to place 2.
                   value  0 0 0 0 0 1 1 0         6         6    0x06
  moved = value << first  0 0 0 1 1 0 0 0        24        24    0x18
4. Keep of it what belongs into the field, so that nothing else of x changes.
                   moved  0 0 0 1 1 0 0 0        24        24    0x18
                   field  0 0 1 1 1 1 0 0        60        60    0x3c
                     AND  ---------------
    part = moved & field  0 0 0 1 1 0 0 0        24        24    0x18
5. OR puts it into the hole.
                    hole  1 0 0 0 0 0 0 0       128      -128    0x80
                    part  0 0 0 1 1 0 0 0        24        24    0x18
                      OR  ---------------
    result = hole | part  1 0 0 1 1 0 0 0       152      -104    0x98

In C:            uint8_t field = bmill_mask_u8(first, count);
                 uint8_t moved = first < 8 ? (uint8_t)(value * 1u << first) : 0;
                 return (x & ~field) | (moved & field);
In this library: bmill_insert_u8(180, 2, 4, 6) = 152
Cost:            bmill_insert_u8: 18 instructions by gcc -O2 (15 with BMI2 and
                 POPCNT), 20 by clang (15 with BMI2 and POPCNT), x86-64
Other ways:      merging
                 Try: bitmill explain insert 180 2 4 6 --by merging' '' \
    "$bitmill" explain insert 0b10110100 2 4 6
check 'explain_set_in_64_bits' 0 'Set bit i = 40 of x = 6: make it 1. No other bit changes.
A bit is a place that holds 0 or 1; bit 40 is that in place 40. Place 0, at the
right, is worth 1, each next one twice as much. A number is the sum of the
places with a 1: 6 = 4 + 2. hex: base 16, one digit for 4 places.

             place  63    56 55    48 47    40 39    32              unsigned
               hex  31    24 23    16 15     8 7      0                signed
                 x  00000000 00000000 00000000 00000000                     6
0x0000000000000006  00000000 00000000 00000000 00000110                     6
1. Make a mask: a number that marks places with a 1. Shift 1 left by 40 (in C:
   1 << 40): the 1 moves 40 places to the left, and 0 comes in at the right.
                 1  00000000 00000000 00000000 00000000                     1
0x0000000000000001  00000000 00000000 00000000 00000001                     1
     mask = 1 << i  00000000 00000000 00000001 00000000         1099511627776
0x0000010000000000  00000000 00000000 00000000 00000000         1099511627776
2. OR (in C: |) gives 1 below the line if at least one of the two bits above the
   line is 1. Where the mask has a 1, the result is 1. Where it has a 0, the bit
   of x stays.
                 x  00000000 00000000 00000000 00000000                     6
0x0000000000000006  00000000 00000000 00000000 00000110                     6
              mask  00000000 00000000 00000001 00000000         1099511627776
0x0000010000000000  00000000 00000000 00000000 00000000         1099511627776
                OR  -----------------------------------
 result = x | mask  00000000 00000000 00000001 00000000         1099511627782
0x0000010000000006  00000000 00000000 00000000 00000110         1099511627782

In C:            x | (UINT64_C(1) << i)
In this library: bmill_set_u64(6, 40) = 0x10000000006
Cost:            bmill_set_u64: 3 instructions by gcc -O2, 3 by clang, x86-64
Other ways:      adding
                 Try: bitmill explain set 6 40 --by adding --width 64' '' \
    "$bitmill" explain bmill_set_u64 6 40
check 'explain_bits_set_range' 0 'bits_set_range: Sets count bits from bit first up.
A bitmap is memory, whatever is in it. Bit i is in byte i / 8. In a byte, bits
are counted from the right, so that bit 0 is the last digit.
The range is (first, count): 17 bits from bit 5 up. Each byte is changed by a
mask of its part of the range (explain mask): OR sets these bits.

    byte   7 6 5 4 3 2 1 0    hex   bits      mask
       0   0 0 0 0 0 0 0 0   0x00   7 to 0   0xe0
       1   0 0 0 0 0 0 0 0   0x00  15 to 8   0xff  whole byte
       2   0 0 0 0 0 0 0 0   0x00  23 to 16  0x3f
       3   0 0 0 0 0 0 0 0   0x00  31 to 24  0x00  stays

    byte   7 6 5 4 3 2 1 0    hex   bits      after
       0   1 1 1 0 0 0 0 0   0xe0   7 to 0
       1   1 1 1 1 1 1 1 1   0xff  15 to 8
       2   0 0 1 1 1 1 1 1   0x3f  23 to 16
       3   0 0 0 0 0 0 0 0   0x00  31 to 24

In this library: bmill_bits_set_range(bits, first, count) makes e0ff3f00, with
                 first = 5, count = 17' '' \
    "$bitmill" explain bits_set_range 00000000 5 17
check 'explain_bits_select' 0 'bits_select: Finds the k-th 1 bit, counted from 0.
A bitmap is memory, whatever is in it. Bit i is in byte i / 8. In a byte, bits
are counted from the right, so that bit 0 is the last digit.
Find the bit that is 1 and has 8 others that are 1 below it. Count them byte by
byte until the sum is greater.

    byte   7 6 5 4 3 2 1 0    hex   bits      1 bits   sum
       0   1 0 1 1 0 1 1 1   0xb7   7 to 0        6     6
       1   1 1 1 1 1 1 1 1   0xff  15 to 8        8    14
       2   0 0 0 0 0 0 0 1   0x01  23 to 16       1    15
1. That is in byte 1: below it 6 bits are 1, so 2 more are to be passed.
2. In that byte it is in place 2 (explain select). So the position is 8 * 1 + 2
   = 10.

In this library: bmill_bits_select(bits, nbits, k) = 10, with k = 8, nbits = 24' '' \
    "$bitmill" explain bits_select b7ff01 8
check 'explain_bits_find_next_set_that_is_not_there' 0 'bits_find_next_set: Finds the first 1 bit at or after a position.
A bitmap is memory, whatever is in it. Bit i is in byte i / 8. In a byte, bits
are counted from the right, so that bit 0 is the last digit.
Find the lowest 1 bit at or after position 9; those below do not count.

    byte   7 6 5 4 3 2 1 0    hex   bits
       0   1 0 1 1 0 1 1 1   0xb7   7 to 0
       1   0 0 0 0 0 0 0 0   0x00  15 to 8
       2   0 0 0 0 0 0 0 0   0x00  23 to 16
There is no 1 bit there. "Not found" is the number of bits, 24: one more than
the last position.

In this library: bmill_bits_find_next_set(bits, nbits, from) = 24, with from =
                 9, nbits = 24' '' \
    "$bitmill" explain bits-find-next-set b70000 9
check 'explain_plain_has_no_dashes' 0 'x & y for x = 12 and y = 10.
A bit is a place that holds 0 or 1; bit 3 is that in place 3. Place 0, at the
right, is worth 1, each next one twice as much. A number is the sum of the
places with a 1: 12 = 8 + 4. hex: base 16, one digit for 4 places.

                   place  7 6 5 4 3 2 1 0  unsigned    signed     hex
                       x  0 0 0 0 1 1 0 0        12        12    0x0c
                       y  0 0 0 0 1 0 1 0        10        10    0x0a
1. Look at each place by itself. AND (in C: &) gives 1 below the line only if
   both bits above the line are 1: in 1 of the 8 places.
                       x  0 0 0 0 1 1 0 0        12        12    0x0c
                       y  0 0 0 0 1 0 1 0        10        10    0x0a
                     AND
          result = x & y  0 0 0 0 1 0 0 0         8         8    0x08
2. Read y as a mask: where it has a 1, the bit of x stays; where it has a 0, the
   result is 0. That is how one keeps some places of a number and clears the
   others. && is another operator: it asks whether both numbers are not 0.

In C:            x & y
In this library: on integers, C has the operator; on bitmaps: bmill_bits_and
Other ways:      not_or
                 Try: bitmill explain and 12 10 --by not_or' '' \
    "$bitmill" explain and 12 10 --plain

# ends NAME ARGUMENTS LINE...: `bitmill explain` prints each LINE as a line of its own.
ends() {
    name=$1 arguments=$2 missing=
    shift 2
    # shellcheck disable=SC2086 # the arguments are several
    "$bitmill" explain $arguments >meta/out 2>meta/err || missing="exit status $?"
    for line; do
        grep -Fxq -e "$line" meta/out || missing="$missing
no line: $line"
    done
    if [ -z "$missing" ]; then pass; else fail "$name" "$missing
$(cat meta/out meta/err)"; fi
}

# The width: the smallest that holds all operands, or as told.
ends 'width_8_holds_255_and_place_7' 'set 255 7' 'In this library: bmill_set_u8(255, 7) = 255'
ends 'width_16_from_the_number' 'set 256 1' 'In this library: bmill_set_u16(256, 1) = 258'
ends 'width_16_from_the_index' 'set 6 8' 'In this library: bmill_set_u16(6, 8) = 262'
ends 'width_16_from_the_second_number' 'mux 1 2 256' 'In this library: bmill_mux_u16(1, 2, 256) = 256'
ends 'width_32' 'clear 65536 16' 'In this library: bmill_clear_u32(0x10000, 16) = 0'
ends 'width_64_from_the_index' 'flip 0 63' 'In this library: bmill_flip_u64(0, 63) = 0x8000000000000000'
ends 'width_as_told_in_front' '--width 32 set 6 0' 'In this library: bmill_set_u32(6, 0) = 7'
ends 'width_from_the_name' 'bmill-is-set-u16 6 2' 'In this library: bmill_is_set_u16(6, 2) = true'
ends 'width_64_constants' 'set 6 0 --width=64' 'In C:            x | (UINT64_C(1) << i)'
ends 'width_8_holds_minus_128' 'is_odd -128' 'In this library: bmill_is_odd_u8(128) = false'
ends 'width_16_from_minus_129' 'is_odd -129' 'In this library: bmill_is_odd_u16(65407) = true'
ends 'width_from_bytes' 'load_le 01020304' 'In this library: bmill_load_le_u32("\x01\x02\x03\x04") = 0x4030201'
ends 'width_that_a_method_has' 'avg_floor 7 4 --width 16' 'In this library: bmill_avg_floor_u16(7, 4) = 5'

# Numbers as people write them, results in their type.
ends 'numbers_in_hexadecimal_and_binary' 'xor 0xFf 0b1111' 'x ^ y for x = 255 and y = 15.'
ends 'numbers_with_leading_zeros_are_decimal' 'set 010 0' 'In this library: bmill_set_u8(10, 0) = 11'
ends 'a_signed_result' 'sign_extend 11 4' 'In this library: bmill_sign_extend_u8(11, 4) = -5'
ends 'an_int' 'sign -6' 'In this library: bmill_sign_u8(250) = -1'
ends 'stored_bytes' 'store_be 0x1234' 'In this library: bmill_store_be_u16(p, 4660) writes "\x12\x34"'
ends 'a_variable_that_changes' 'is_set_checked 4 2 0' \
    'In this library: bmill_is_set_checked_u8(&x, 2, &state) = true, and state'
ends 'a_title_of_a_negative_number' 'not -6' '~x for x = -6: what it is as a signed number, and why.'

# What the sentences say depends on the operands.
ends 'groups_are_read' 'popcount 0xb7' '   Read two places at a time: 01 10 01 10 = 1, 2, 1, 2.' \
    '   Read four places at a time: 0011 0011 = 3, 3.'
ends 'modify_of_a_0' 'modify 22 3 1' '   (Here the place was 0 already, and nothing changes.)' \
    '                 Try: bitmill explain modify 22 3 1 --by branch'
ends 'modify_of_a_1' 'modify 180 2 0' '   (Here the 1 goes away.)'
ends 'a_sum_of_two_terms' 'not 5' \
    'places with a 1: 5 = 4 + 1. hex: base 16, one digit for 4 places.'
ends 'no_sum_of_seven_terms' 'not 127' \
    'places with a 1. hex: base 16, one digit for 4 places.'
ends 'no_sum_of_one_term' 'not 64' 'places with a 1. hex: base 16, one digit for 4 places.'
ends 'the_borrow_of_0' 'is_pow2 0' '   wraps around, and 0 - 1 is 255.'
ends 'the_sign_is_explained' 'and 247 8' \
    '   (signed: the same bits, but the top place counts negative: 247 - 256 = -9)'
ends 'the_list_begins_for_beginners' '' \
    'New to bits? Read in this order: and, or, not, xor, shl, set, clear, flip,'
for shown in 'popcount 5' 'parity 5 --by table' 'byteswap 5 --by swar'; do
    # shellcheck disable=SC2086 # the arguments are several
    "$bitmill" explain $shown >meta/out
    if grep -qE '= 8; [a-z]* < 8;|= 4; half >= 8;' meta/out
    then fail "no loop that never runs in '$shown'" "$(cat meta/out)"; else pass; fi
done

# Methods: the library's variants by name, and what others call them.
ends 'a_variant' 'modify 6 1 1 --by merging --width 32' \
    'In this library: bmill_modify_by_merging_u32(6, 1, 1) = 6'
ends 'a_variant_of_other_widths' 'modify 6 1 1 --by merging' \
    '                 by this method: bmill_modify_by_merging_u32'
ends 'another_name_of_a_method' 'popcount 0xb7 --by product' 'In this library: bmill_popcount_u8(183) = 6'
ends 'an_example' 'set' \
    'No operands are given, so this is an example: bitmill explain set 0b10110100 0'
ends 'bits_example' 'bits_any' 'In this library: bmill_bits_any(bits, nbits) = true, with nbits = 24'

# With --measure there is a time, which is a number.
"$bitmill" explain clear 7 1 --measure >meta/out
if grep -q '^Time:  *about [0-9]*\.[0-9] ns a call here' meta/out; then pass; else
    fail 'measure' "$(cat meta/out)"
fi

usage_error 'explain_unknown_operation' \
    "bitmill: explain: unknown operation 'frobnicate': 'bitmill explain' lists all" \
    explain frobnicate 1 2
usage_error 'explain_did_you_mean' "bitmill: explain: unknown operation 'popcuont': did you mean \
popcount? 'bitmill explain' lists all" explain popcuont 1
usage_error 'explain_did_you_mean_bits' "bitmill: explain: unknown operation 'bits_find_first': \
did you mean bits_find_first_set? 'bitmill explain' lists all" explain bits_find_first 1
usage_error 'explain_missing_last_operand' \
    'bitmill: explain modify: missing operand: expected X I STATE' explain modify 6 0
usage_error 'explain_surplus_operand' "bitmill: explain not: surplus operand '7': expected X" \
    explain not 6 7
usage_error 'explain_unknown_method' "bitmill: explain modify: unknown method 'magic': expected \
main, branch, masks, merging, difference or rotation" explain modify 1 1 1 --by magic
for number in '' 12x 0x 0b2 0xg 0x0x1 - +1 ' 1' '1 ' 1.0; do
    usage_error "explain_bad_number '$number'" "bitmill: explain set: value '$number' is not a \
number: expected -9223372036854775808 to 18446744073709551615, in decimal, 0x hexadecimal or 0b \
binary" explain set "$number" 0
done
for number in 18446744073709551616 0x10000000000000000 -9223372036854775809; do
    usage_error "explain_too_large '$number'" "bitmill: explain set: value '$number' is out of \
range: expected -9223372036854775808 to 18446744073709551615" explain set "$number" 0
done
usage_error 'explain_index_that_is_no_number' "bitmill: explain set: bit index 'z' is not a \
number: expected 0 to 63, in decimal, 0x hexadecimal or 0b binary" explain set 6 z
usage_error 'explain_index_that_is_negative' \
    "bitmill: explain set: bit index '-1' is out of range: expected 0 to 63" explain set 6 -1
usage_error 'explain_index_past_64_bits' \
    "bitmill: explain set: bit index '64' is out of range: expected 0 to 63 for a 64-bit value" \
    explain set 6 64
usage_error 'explain_index_past_the_width' \
    "bitmill: explain set: bit index '9' is out of range: expected 0 to 7 for an 8-bit value" \
    explain set 6 9 --width 8
usage_error 'explain_shift_past_the_width' \
    "bitmill: explain shr: shift count '8' is out of range: expected 0 to 7 for an 8-bit value" \
    explain shr 6 8 --width 8
usage_error 'explain_number_past_the_width' \
    "bitmill: explain and: value '256' is out of range: expected -128 to 255 for an 8-bit value" \
    explain and 1 256 --width 8
usage_error 'explain_state_2' \
    "bitmill: explain modify: state '2' is out of range: expected 0 to 1" explain modify 6 0 2
usage_error 'explain_alignment_3' "bitmill: explain align_up: alignment '3' is not a power of \
two: expected 0, 1, 2, 4, 8 ..." explain align_up 6 3
usage_error 'explain_memory_of_3_bytes' "bitmill: explain load_le: memory '010203' is not 1, 2, 4 \
or 8 bytes: expected 2 hexadecimal digits for each, as 01ff" explain load_le 010203
usage_error 'explain_unknown_width' \
    "bitmill: explain set: unknown width '12': expected 8, 16, 32 or 64" explain set 6 0 --width 12
usage_error 'explain_two_widths' \
    "bitmill: explain set: set_u8 is of 8 bits: expected no other --width than that" \
    explain set_u8 6 0 --width 16
usage_error 'explain_width_of_a_bitmap' \
    "bitmill: explain: surplus option '--width': expected an operation on integers" \
    explain bits_count b7ff --width 16
usage_error 'explain_bitmap_of_half_a_byte' "bitmill: explain bits_count: bitmap 'b7f' is not 1 \
to 8 bytes: expected 2 hexadecimal digits for each, as b7ff01" explain bits_count b7f
usage_error 'explain_bitmaps_of_two_lengths' "bitmill: explain bits_and: bitmap '01' has 1 bytes: \
expected 2, as many as the first" explain bits_and b7ff 01
usage_error 'explain_index_past_the_bitmap' "bitmill: explain bits_set: i '16' is out of range: \
expected 0 to 15 for a bitmap of 16 bits" explain bits_set b7ff 16
usage_error 'explain_range_past_the_bitmap' "bitmill: explain bits_set_range: count '9' is out of \
range: expected 0 to 8 for a bitmap of 16 bits" explain bits_set_range b7ff 8 9
usage_error 'explain_width_without_value' \
    "bitmill: explain: option '--width' lacks its value: expected 8, 16, 32 or 64" \
    explain set 6 0 --width

full_disk 1 explain set 6 0

done_testing
