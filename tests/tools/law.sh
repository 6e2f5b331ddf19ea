#!/bin/sh
# law.sh: `bitmill law`: what it says. tests/tools/law.c tries the laws themselves.
. "${srcdir:-.}/tests/tools/tool.sh"

# law NAME STATUS PATTERN CONDITION: the status, and a line of standard output matches PATTERN.
law() {
    "$bitmill" law --seed 1 -- "$4" >meta/out 2>meta/err
    got=$?
    if [ $got = "$2" ] && [ ! -s meta/err ] && grep -q -e "$3" meta/out &&
        ! grep -q '.\{81\}' meta/out
    then pass; else fail "$1" "exit status $got, expected $2, and '$3' in
$(cat meta/out meta/err)"; fi
}

check 'counterexample_in_columns' 1 'x & 1 == 0
False for x = 1: the smallest number for which it fails, of all 8-bit values.
Note: C reads x & 1 == 0 as x & (1 == 0), since == binds tighter than &; Python
      reads (x & 1) == 0.
Note: what C makes of it is a number, not a condition. So this is tried: (x & 1)
      == 0

1. x & 1
   & : 1 where both rows have a 1.
               place  7 6 5 4 3 2 1 0  unsigned    signed     hex
                   x  0 0 0 0 0 0 0 1         1         1    0x01
                   1  0 0 0 0 0 0 0 1         1         1    0x01
                   &  ---------------
               x & 1  0 0 0 0 0 0 0 1         1         1    0x01

2. x & 1 == 0
               place  7 6 5 4 3 2 1 0  unsigned    signed     hex
               x & 1  0 0 0 0 0 0 0 1         1         1    0x01
                   0  0 0 0 0 0 0 0 0         0         0    0x00
   1 == 0 is false: the result is 0.

Result: 0 (false)' '' "$bitmill" law 'x & 1 == 0'

law 'holds' 0 '^Holds for all 8-bit values of x and all 16-bit ones; no counterexample among$' \
    'x ^ x == 0'
law 'pairs' 0 '^Holds for all 8-bit values of x and y (all pairs)' 'x ^ y == y ^ x'
law 'iff' 1 '^False for x = 0: the smallest number for which it fails, of all 8-bit values\.$' \
    '(x & (x - 1)) == 0 iff is_pow2(x)'
law 'iff_is_explained' 1 '^Note: iff is short for "if and only if": both sides are true, or both are false\.$' \
    '(x & (x - 1)) == 0 iff is_pow2(x)'
law 'drawn_values_prove_nothing' 0 'A run of drawn values is not a proof\.' 'x + y == y + x'
law '0_is_no_power_of_two' 1 'is_pow2(x) is 0 (0 has no 1 bit): false\.' \
    '(x & (x - 1)) == 0 iff is_pow2(x)'
law 'begins_with_minus' 0 '^Holds ' '-x == ~x + 1'
law 'no_variable' 0 '^Holds with numbers of 8, 16, 32 and 64 bits' '(7^3)^(5^4^5)^(3^4)==7'
law 'sixteen_bits' 1 '^False for x = 4096: the smallest number for which it fails, of all 16-bit$' \
    'x & 0xfff == x'
law 'drawn' 1 '^False for x = 65536: a counterexample of 32 bits that was drawn' 'x < 0x10000'
law 'shift_past_the_width' 1 'write: n < WIDTH implies' 'x << n >> n == x'

check 'number' 2 '' "bitmill: law: 'x & 1' is a number, not a condition: expected a comparison, \
such as (x & 1) == 0
  x & 1
  ^^^^^" "$bitmill" law 'x & 1'
check 'assignment' 2 '' "bitmill: law: '=' assigns: write == to compare
  x = 1
    ^" "$bitmill" law 'x = 1'
usage_error 'two_conditions' "bitmill: law: surplus operand 'y': expected [--seed N] CONDITION" \
    law 'x == x' y
full_disk 1 law 'x == x'

# A seed repeats what is drawn, and is named where something was.
"$bitmill" law 'x < 0x10000 || x % 1000 != 7' >meta/first
seed=$(tr '\n' ' ' <meta/first | sed 's/.*--seed  *\([0-9]*\)).*/\1/')
check 'seed_repeats' 1 "$(cat meta/first)" '' "$bitmill" law "--seed=$seed" \
    'x < 0x10000 || x % 1000 != 7'

done_testing
