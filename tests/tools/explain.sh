#!/bin/sh
# explain.sh: `bitmill explain`: the whole sheet for a few, the rows and the last line for the others.
. "${srcdir:-.}/tests/tools/tool.sh"

# explains NAME ARGUMENTS LINE...: `bitmill explain` prints each LINE as a line of its own, and in
# all no more lines, and no wider ones, than a terminal shows at 8 and 16 bits.
explains() {
    name=$1 arguments=$2 missing=
    shift 2
    # shellcheck disable=SC2086 # the arguments are several
    "$bitmill" explain $arguments >meta/out 2>meta/err || missing="exit status $?"
    for line; do
        grep -Fxq -e "$line" meta/out || missing="$missing
no line: $line"
    done
    if ! grep -q '^     place .* 16 ' meta/out; then # 8 or 16 bits
        [ "$(wc -l <meta/out)" -le 27 ] || missing="$missing
too many lines"
        ! grep -q '.\{101\}' meta/out || missing="$missing
too wide"
    fi
    if [ -z "$missing" ]; then pass; else fail "$name" "$missing
$(cat meta/out meta/err)"; fi
}

check 'explain_set' 0 'Set bit 0 of x = 6: make it 1. No other bit changes.
A bit is a place that holds 0 or 1. Places are counted from 0 at the right.

1. Make a mask. A mask is a number that marks the places we want to change.
   Shift 1 left by 0 (in C: 1 << 0): its bits move 0 places to the left.
     place        7654 3210
     1            0000 0001 = 1 (0x01)
     mask         0000 0001 = 1 (0x01)
2. OR (in C: |) gives 1 if at least one of the two bits above it is 1.
   Where the mask has 1, the result is 1. Where it has 0, the bit of x stays.
     x            0000 0110 = 6 (0x06)
     mask         0000 0001 = 1 (0x01)
                  --------- OR
     x | mask     0000 0111 = 7 (0x07)

In C: x | (1u << 0)      bitmill: bmill_set_u8(6, 0) = 7' '' "$bitmill" explain set 6 0
check 'explain_modify' 0 'Modify bit 1 of x = 6: give it the state 0. No other bit changes.
A bit is a place that holds 0 or 1. Places are counted from 0 at the right.

1. Make a mask. A mask is a number that marks the places we want to change.
   Shift 1 left by 1 (in C: 1 << 1): its bits move 1 place to the left.
     place        7654 3210
     1            0000 0001 = 1 (0x01)
     mask         0000 0010 = 2 (0x02)
2. Invert the mask (NOT, in C: ~): each 0 becomes 1, and each 1 becomes 0.
     ~mask        1111 1101 = 253 (0xfd)
3. Clear the place first. AND (in C: &) gives 1 only if both bits above it are 1.
     x            0000 0110 = 6 (0x06)
     ~mask        1111 1101 = 253 (0xfd)
                  --------- AND
     x & ~mask    0000 0100 = 4 (0x04)
4. Shift the state left by 1 too. That brings it to the same place.
     0 << 1       0000 0000 = 0 (0x00)
5. Put it there. OR (in C: |) gives 1 if at least one of the two bits above is 1.
     x & ~mask    0000 0100 = 4 (0x04)
     0 << 1       0000 0000 = 0 (0x00)
                  --------- OR
     result       0000 0100 = 4 (0x04)

In C: (x & ~(1u << 1)) | (0u << 1)      bitmill: bmill_modify_u8(6, 1, 0) = 4' '' \
    "$bitmill" explain modify 6 1 0
check 'explain_is_pow2_of_zero' 0 \
    'Is x = 0 a power of two (1, 2, 4, 8, ...)? Such a number has exactly one 1.
A bit is a place that holds 0 or 1. Places are counted from 0 at the right.

1. Subtract 1. 0 has no 1 to take away: it wraps around to the largest number, all bits 1.
     place        7654 3210
     x            0000 0000 = 0 (0x00)
     x - 1        1111 1111 = 255 (0xff)
2. XOR (in C: ^) gives 1 if the two bits above it are different.
   So it marks the places that have changed.
     x            0000 0000 = 0 (0x00)
     x - 1        1111 1111 = 255 (0xff)
                  --------- XOR
     x ^ (x - 1)  1111 1111 = 255 (0xff)
3. Compare: is 255 greater than x - 1 = 255? No.
   Every place has changed, so all bits of both numbers are 1: neither is greater.
   0 has no 1 at all, so it is not a power of two.

In C: (x ^ (x - 1)) > x - 1      bitmill: bmill_is_pow2_u8(0) = false' '' \
    "$bitmill" explain is-pow2 0
explains 'explain_clear' 'clear 7 1' \
    '     mask         0000 0010 = 2 (0x02)' \
    '     ~mask        1111 1101 = 253 (0xfd)' \
    '     x & ~mask    0000 0101 = 5 (0x05)' \
    'In C: x & ~(1u << 1)      bitmill: bmill_clear_u8(7, 1) = 5'
explains 'explain_clear_what_is_clear' 'clear 5 1' \
    'In C: x & ~(1u << 1)      bitmill: bmill_clear_u8(5, 1) = 5'
explains 'explain_flip_to_0' 'flip 6 2' \
    '     mask         0000 0100 = 4 (0x04)' \
    '     x ^ mask     0000 0010 = 2 (0x02)' \
    'In C: x ^ (1u << 2)      bitmill: bmill_flip_u8(6, 2) = 2'
explains 'explain_flip_to_1' 'flip 6 7' \
    '     x ^ mask     1000 0110 = 134 (0x86)' \
    'In C: x ^ (1u << 7)      bitmill: bmill_flip_u8(6, 7) = 134'
explains 'explain_modify_to_1' 'modify 6 3 1' \
    '     1 << 3       0000 1000 = 8 (0x08)' \
    '     result       0000 1110 = 14 (0x0e)' \
    'In C: (x & ~(1u << 3)) | (1u << 3)      bitmill: bmill_modify_u8(6, 3, 1) = 14'
explains 'explain_is_set_true' 'is-set 6 2' \
    '     x >> 2       0000 0001 = 1 (0x01)' \
    'The result is 1, so bit 2 of x is set.' \
    'In C: (x >> 2) & 1      bitmill: bmill_is_set_u8(6, 2) = true'
explains 'explain_is_set_false' 'is-set 6 0' \
    'The result is 0, so bit 0 of x is not set.' \
    'In C: (x >> 0) & 1      bitmill: bmill_is_set_u8(6, 0) = false'
explains 'explain_and' 'and 12 10' \
    '   AND (in C: &) gives 1 only if both bits above it are 1.' \
    '     x            0000 1100 = 12 (0x0c)' \
    '     y            0000 1010 = 10 (0x0a)' \
    '                  --------- AND' \
    '     z            0000 1000 = 8 (0x08)' \
    'In C: z = x & y      bitmill: bmill_bits_and(&z, &x, &y, 8): z = 8'
explains 'explain_or' 'or 12 10' \
    '     z            0000 1110 = 14 (0x0e)' \
    'In C: z = x | y      bitmill: bmill_bits_or(&z, &x, &y, 8): z = 14'
explains 'explain_xor' 'xor 12 10' \
    '     z            0000 0110 = 6 (0x06)' \
    'In C: z = x ^ y      bitmill: bmill_bits_xor(&z, &x, &y, 8): z = 6'
explains 'explain_not' 'not 6' \
    '     z            1111 1001 = 249 (0xf9)' \
    'In C: z = (uint8_t)~x      bitmill: bmill_bits_not(&z, &x, 8): z = 249'
explains 'explain_not_in_16_bits' 'not 6 --width 16' \
    '     z            1111 1111 1111 1001 = 65529 (0xfff9)' \
    'In C: z = (uint16_t)~x      bitmill: bmill_bits_not(&z, &x, 16): z = 65529'
explains 'explain_shl' 'shl 6 3' \
    '     x << 3       0011 0000 = 48 (0x30)' \
    'A place is worth twice the place to its right. So x is doubled 3 times.' \
    'In C: (uint8_t)(x << 3) = 48      bitmill: no function, C has the operator'
explains 'explain_shl_that_loses_a_1' 'shl 200 1' \
    '     x << 1       1001 0000 = 144 (0x90)' \
    'A place is worth twice the place to its right. So x is doubled 1 time, but here a 1 was lost.'
explains 'explain_shr' 'shr 12 2' \
    '     x >> 2       0000 0011 = 3 (0x03)' \
    'A place is worth half the place to its left. So x is halved 2 times.' \
    'In C: (uint8_t)(x >> 2) = 3      bitmill: no function, C has the operator'
explains 'explain_shr_with_a_rest' 'shr 13 2' \
    '     x >> 2       0000 0011 = 3 (0x03)' \
    'A place is worth half the place to its left. So x is halved 2 times, and the rest is dropped.'
explains 'explain_is_pow2_true' 'is-pow2 64' \
    '     x - 1        0011 1111 = 63 (0x3f)' \
    '     x ^ (x - 1)  0111 1111 = 127 (0x7f)' \
    '3. Compare: is 127 greater than x - 1 = 63? Yes.' \
    'In C: (x ^ (x - 1)) > x - 1      bitmill: bmill_is_pow2_u8(64) = true'
explains 'explain_is_pow2_false' 'is-pow2 6' \
    '     x - 1        0000 0101 = 5 (0x05)' \
    '     x ^ (x - 1)  0000 0011 = 3 (0x03)' \
    '3. Compare: is 3 greater than x - 1 = 5? No.' \
    'In C: (x ^ (x - 1)) > x - 1      bitmill: bmill_is_pow2_u8(6) = false'
explains 'explain_parity_odd' 'parity 0xb0' \
    '     x            1011 0000 = 176 (0xb0)' \
    '     x >> 4       0000 1011 = 11 (0x0b)' \
    '                  --------- XOR: now the 4 places on the right tell' \
    '     x            1011 1011 = 187 (0xbb)' \
    '     x >> 2       0010 1110 = 46 (0x2e)' \
    '     x            1001 0101 = 149 (0x95)' \
    '     x >> 1       0100 1010 = 74 (0x4a)' \
    '     x            1101 1111 = 223 (0xdf)' \
    '     parity       0000 0001 = 1 (0x01)' \
    'In C: x ^= x>>4, x ^= x>>2, x ^= x>>1, x&1      bitmill: bmill_parity_u8(176) = true'
explains 'explain_parity_even_in_16_bits' 'parity 65535' \
    '     parity       0000 0000 0000 0000 = 0 (0x0000)' \
    "In C: x ^= x>>8, x ^= x>>4, x ^= x>>2, x ^= x>>1, x&1      bitmill: bmill_parity_u16(65535) \
= false"

# The width: the smallest that holds all operands, or as told.
explains 'width_8_holds_255_and_place_7' 'set 255 7' \
    '     place        7654 3210' \
    'In C: x | (1u << 7)      bitmill: bmill_set_u8(255, 7) = 255'
explains 'width_16_from_the_number' 'set 256 1' \
    '     place          12    8    4    0' \
    '     x | mask     0000 0001 0000 0010 = 258 (0x0102)' \
    'In C: x | (1u << 1)      bitmill: bmill_set_u16(256, 1) = 258'
explains 'width_16_from_the_index' 'set 6 8' \
    'In C: x | (1u << 8)      bitmill: bmill_set_u16(6, 8) = 262'
explains 'width_16_from_the_second_number' 'or 1 256' \
    'In C: z = x | y      bitmill: bmill_bits_or(&z, &x, &y, 16): z = 257'
explains 'width_16_from_the_shift' 'shl 1 15' \
    'In C: (uint16_t)(x << 15) = 32768      bitmill: no function, C has the operator'
explains 'width_32' 'clear 65536 16' \
    'In C: x & ~(1u << 16)      bitmill: bmill_clear_u32(65536, 16) = 0'
explains 'width_64_from_the_index' 'set 0 63' \
    "     place          60   56   52   48   44   40   36   32   28   24   20   16   12    8    4    0" \
    "     mask         1000 0000 0000 0000 0000 0000 0000 0000 0000 0000 0000 0000 0000 0000 0000 0000 \
= 9223372036854775808 (0x8000000000000000)" \
    'In C: x | (UINT64_C(1) << 63)      bitmill: bmill_set_u64(0, 63) = 9223372036854775808'
explains 'width_64_from_the_largest_number' 'not 18446744073709551615 --width 64' \
    'In C: z = ~x      bitmill: bmill_bits_not(&z, &x, 64): z = 0'
explains 'width_as_told_in_front' '--width 32 set 6 0' \
    'In C: x | (1u << 0)      bitmill: bmill_set_u32(6, 0) = 7'
explains 'width_64_constants' 'modify 1 0 0 --width 64' \
    "In C: (x & ~(UINT64_C(1) << 0)) | (UINT64_C(0) << 0)      bitmill: bmill_modify_u64(1, 0, 0) \
= 0"
explains 'numbers_in_hexadecimal_and_binary' 'xor 0xFf 0b1111' \
    'In C: z = x ^ y      bitmill: bmill_bits_xor(&z, &x, &y, 8): z = 240'
explains 'numbers_with_leading_zeros_are_decimal' 'set 010 0' \
    'In C: x | (1u << 0)      bitmill: bmill_set_u8(10, 0) = 11'

all='set, clear, flip, modify, is-set, and, or, xor, not, shl, shr, is-pow2 or parity'
usage_error 'explain_without_operation' "bitmill: explain: missing operation: expected $all" explain
usage_error 'explain_unknown_operation' \
    "bitmill: explain: unknown operation 'nand': expected $all" explain nand 1 2
usage_error 'explain_missing_operands' 'bitmill: explain set: missing operand: expected X I' \
    explain set
usage_error 'explain_missing_last_operand' \
    'bitmill: explain modify: missing operand: expected X I STATE' explain modify 6 0
usage_error 'explain_surplus_operand' "bitmill: explain not: surplus operand '7': expected X" \
    explain not 6 7
for number in '' 12x 0x 0b2 0xg 0x0x1 -1 +1 ' 1' '1 ' 1.0; do
    usage_error "explain_bad_number '$number'" "bitmill: explain set: value '$number' is not a \
number: expected 0 to 18446744073709551615, in decimal, 0x hexadecimal or 0b binary" \
        explain set "$number" 0
done
for number in 18446744073709551616 0x10000000000000000 99999999999999999999999; do
    usage_error "explain_too_large '$number'" "bitmill: explain set: value '$number' is out of \
range: expected 0 to 18446744073709551615" explain set "$number" 0
done
usage_error 'explain_index_that_is_no_number' "bitmill: explain set: bit index 'z' is not a \
number: expected 0 to 63, in decimal, 0x hexadecimal or 0b binary" explain set 6 z
usage_error 'explain_index_past_64_bits' \
    "bitmill: explain set: bit index '64' is out of range: expected 0 to 63 for a 64-bit value" \
    explain set 6 64
usage_error 'explain_index_past_the_width' \
    "bitmill: explain set: bit index '9' is out of range: expected 0 to 7 for an 8-bit value" \
    explain set 6 9 --width 8
usage_error 'explain_index_equal_to_the_width' \
    "bitmill: explain clear: bit index '16' is out of range: expected 0 to 15 for a 16-bit value" \
    explain clear --width 16 6 16
usage_error 'explain_shift_past_the_width' \
    "bitmill: explain shr: shift count '8' is out of range: expected 0 to 7 for an 8-bit value" \
    explain shr 6 8 --width 8
usage_error 'explain_number_past_the_width' \
    "bitmill: explain and: value '256' is out of range: expected 0 to 255 for an 8-bit value" \
    explain and 1 256 --width 8
usage_error 'explain_state_2' \
    "bitmill: explain modify: state '2' is out of range: expected 0 to 1" explain modify 6 0 2
usage_error 'explain_unknown_width' \
    "bitmill: explain set: unknown width '12': expected 8, 16, 32 or 64" explain set 6 0 --width 12
usage_error 'explain_width_without_value' \
    "bitmill: explain: option '--width' lacks its value: expected 8, 16, 32 or 64" \
    explain set 6 0 --width
usage_error 'explain_unknown_option' \
    "bitmill: explain: unknown option '--wide': expected --width or --help" explain set 6 0 --wide

full_disk 1 explain set 6 0

done_testing
