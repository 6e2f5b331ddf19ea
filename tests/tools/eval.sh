#!/bin/sh
# eval.sh: `bitmill eval`: what it says, and 10,000 drawn expressions against the compilers.
. "${srcdir:-.}/tests/tools/tool.sh"

# shows NAME STATUS TEXT ARGUMENTS...: the status, and that TEXT is in what is printed on standard
# output, or on standard error if the status is 2.
shows() {
    name=$1 status=$2 wanted=$3
    shift 3
    "$bitmill" "$@" >meta/out 2>meta/err
    got=$?
    stream=out other=err
    [ "$status" != 2 ] || stream=err other=out
    if [ $got = "$status" ] && [ ! -s meta/$other ] && grep -qF -e "$wanted" meta/$stream &&
        ! grep -q '.\{81\}' meta/out
    then pass; else fail "$name" "exit status $got, expected $status, and '$wanted' in
$(cat meta/out meta/err)"; fi
}

check 'steps_in_columns' 0 'x & (x - 1) modulo 2^8, for x = 6

1. x - 1
               place  7 6 5 4 3 2 1 0  unsigned    signed     hex
                   x  0 0 0 0 0 1 1 0         6         6    0x06
                   1  0 0 0 0 0 0 0 1         1         1    0x01
                   -  ---------------
               x - 1  0 0 0 0 0 1 0 1         5         5    0x05

2. x & (x - 1)
   & : 1 where both rows have a 1.
               place  7 6 5 4 3 2 1 0  unsigned    signed     hex
                   x  0 0 0 0 0 1 1 0         6         6    0x06
               x - 1  0 0 0 0 0 1 0 1         5         5    0x05
                   &  ---------------
         x & (x - 1)  0 0 0 0 0 1 0 0         4         4    0x04

Result: 4 (of 8 bits)' '' "$bitmill" eval --width 8 'x & (x - 1)' x=6

shows 'c_by_default' 0 'Result: 4 (int)' eval 'x & (x - 1)' x=6
shows 'an_int_is_explained' 0 'An int has 32 bits' eval 'x + 1' x=6
shows 'type_of_a_literal' 0 'Result: 4 (unsigned int)' eval 'x & (x - 1)' x=6u
shows 'type_of_a_cast' 0 'x and y, of type uint8_t, become int' eval 'x + y' 'x=(uint8_t)200' \
    'y=(uint8_t)100'
shows 'type_in_front' 0 'Result: 300 (int)' eval 'x + y' 'uint8_t x=200' ' unsigned  char y = 100'
shows 'value_is_an_expression' 0 'for x = -2147483647 (int)' eval 'x' 'x=INT_MIN + 1'
shows 'largest_value' 0 'Result: 18446744073709551615 (unsigned long)' eval x \
    x=18446744073709551615
shows 'least_value' 0 'Result: -9223372036854775808 (long)' eval x x=-9223372036854775808
shows 'not_is_minus_6' 0 'Result: -6 (int)' eval '~x' x=5
shows 'not_is_250' 0 'Result: 250 (of 8 bits; with a sign, -6)' eval '~x' x=5 --width=8
# The least number of 64 bits with a sign takes the most room.
check 'longest_result' 0 'Result: 10000000000000000000 (of 64 bits; with a sign, -8446744073709551616)' \
    '' sh -c "'$bitmill' eval --width 64 x x=10000000000000000000 | grep '^Result'"
check 'longest_result_fits' 1 '' '' \
    sh -c "'$bitmill' eval --width 64 x x=10000000000000000000 | grep '.\{81\}'"
shows 'wrapping_of_1_bit' 0 'does not fit 1 bit without a sign' eval '-x' x=1 --width 1
shows 'shift_out_of_1_bit' 0 'A shift by 1 leaves nothing of 1 bit.' eval 'x >> 1' x=1 --width 1
usage_error 'no_character' "bitmill: eval: expected one character between ' and ', such as 'a'
  ''
  ^" eval "''"
shows 'difference' 0 'By the rules of C the result is -6 (int), because ~x is -6 there' eval \
    '~x' x=5 --width 8
shows 'no_difference' 0 'Result: 4 (of 64 bits)' eval '~x & 7' x=-5 --width 64
shows 'precedence' 0 'Note: C reads x & 1 == 0 as x & (1 == 0)' eval 'x & 1 == 0' x=6
shows 'begins_with_minus' 0 'Result: -6 (int)' eval '-x' x=6
shows 'literal_macro' 0 'Result: 1099511627776 (unsigned long)' eval 'UINT64_C(1) << x' x=40
shows 'literal_macro_with_suffix' 2 'UINT8_C takes a number without a suffix, such as 1' eval \
    'UINT8_C(1u)'
shows 'literal_macro_of_a_name' 2 'INT64_C takes a number without a suffix, such as 1' eval \
    'INT64_C(x)' x=1
shows 'literal_macro_too_large' 2 'no signed type of C holds this number' eval 'INT64_C(9223372036854775808)'
shows 'literal_macro_modulo' 0 'Result: 16 (of 5 bits' eval --width 5 'UINT8_C(1) << x' x=4
shows 'verb_suffix' 0 'Result: 8 (unsigned int)' eval 'popcount_u8(x)' x=-1
shows 'no_variable' 0 'Result: 42 (int)' eval '6 * 7'
shows 'undefined_shift' 1 'Undefined: 1 << 31 does not fit int' eval '1 << x' x=31
shows 'undefined_with_place' 1 '  1 + (x / y)
' eval '1 + (x / y)' x=1 y=0
shows 'undefined_modulo' 1 'Undefined: 1 / 0: a division by 0 has no result' eval 'x / 0' x=1 \
    --width 8

check 'wrong_with_place' 2 '' "bitmill: eval: ')' without '('
  x & 1)
       ^" "$bitmill" eval 'x & 1)' x=1
check 'missing_variable' 2 '' 'bitmill: eval: y has no value: expected y=NUMBER
  x + y
      ^' "$bitmill" eval 'x + y' x=1
check 'unknown_verb' 2 '' "bitmill: eval: there is no verb 'popcont': did you mean 'popcount'?
  1 + popcont(x)
      ^^^^^^^" "$bitmill" eval '1 + popcont(x)' x=1
check 'wrong_value' 2 '' "bitmill: eval: '12q' is not a number in decimal
  12q
  ^^^" "$bitmill" eval x x=12q
usage_error 'empty_expression' 'bitmill: eval: the expression is empty' eval ' '
usage_error 'missing_value' "bitmill: eval: 'x=': the value is missing: expected a number" eval x x=
usage_error 'value_with_a_variable' \
    "bitmill: eval: 'x=y': the value has a variable, y: expected a number" eval x x=y
usage_error 'unused_variable' "bitmill: eval: 'z=1': the expression has no variable z" \
    eval 'x + 1' x=1 z=1
usage_error 'variable_twice' "bitmill: eval: 'x=2': x has a value already" eval x x=1 x=2
usage_error 'no_definition' "bitmill: eval: 'y': expected NAME=VALUE or 'TYPE NAME=VALUE' after \
the expression, which stands in quotes" eval x y
usage_error 'unknown_type' "bitmill: eval: 'uint9_t x=1': unknown type 'uint9_t': expected one \
such as uint8_t or long" eval x 'uint9_t x=1'
usage_error 'too_large_for_a_type' 'bitmill: eval: x = 256 does not fit uint8_t: expected 0 to 255' \
    eval x 'uint8_t x=256'
usage_error 'too_small_for_a_type' \
    'bitmill: eval: x = -129 does not fit int8_t: expected -128 to 127' eval x 'int8_t x=-129'
usage_error 'too_large_for_the_width' \
    'bitmill: eval: x = 256 does not fit 8 bits: expected -128 to 255' eval x x=256 --width 8
shows 'missing_expression' 2 'bitmill: eval: ' eval
shows 'wrong_width' 2 '65' eval --width 65 x x=1
shows 'width_0' 2 "'0'" eval --width 0 x x=1
full_disk 1 eval '6 * 7'
NO_COLOR='' "$bitmill" eval '6 * 7' >meta/out
if ! grep -q "$(printf '\033')" meta/out
then pass; else fail 'no_colour_without_a_terminal' "$(cat -v meta/out)"; fi

# ---- Against the compilers ----

# Each compiler's sanitizer misses some undefined results: gcc that of what it turns into another
# operation, clang a shift by a count of more bits. So a result is undefined if one of them says so;
# where one alone is installed, few may be missing.
draw=$build_dir/tests/tools/draw_eval
seed=${BMILL_SEED:-$(date +%s)}
echo "seed: $seed; BMILL_SEED=$seed repeats it"
count=10000

# asked COMPILER: what the program says that this compiler makes of drawn.c, in COMPILER.answers.
asked() {
    "$1" -std=c11 -D_POSIX_C_SOURCE=200809L -w -O0 -I"$source_dir/include" -o "$1.drawn" \
        -fsanitize=shift,signed-integer-overflow,integer-divide-by-zero \
        -fsanitize-undefined-trap-on-error drawn.c 2>"$1.errors" &&
        "./$1.drawn" >"$1.answers"
}
compilers=
if [ -x "$draw" ] && "$draw" "$seed" $count c >drawn.c && "$draw" "$seed" $count answers >answers
then
    for compiler in gcc clang; do
        if command -v $compiler >/dev/null && $compiler -dM -E -xc /dev/null | grep -q __LP64__
        then compilers="$compilers $compiler"; asked $compiler & fi
    done
    wait
else
    fail 'expressions_are_drawn' "$draw"
fi
missing=0
set -- $compilers
case $# in
0) skip 'drawn_expressions' 'no compiler here has a long of 64 bits' ;;
1) missing=20 ;;
esac
if [ $# -gt 0 ]; then
    for compiler in "$@"; do cat "$compiler.answers"; done | awk '
        !($1 in answer) || $2 == "undefined" { answer[$1] = $0 }
        answer[$1] != $0 && answer[$1] !~ / undefined$/ { answer[$1] = $1 " compilers differ" }
        END { for (k = 0; k in answer; k++) print answer[k] }' >expected
    diff answers expected | grep '^[<>]' >differences
    unseen=$(grep -c '^< [0-9]* undefined$' differences)
    others=$(grep '^<' differences | grep -vc ' undefined$')
    undefined=$(grep -c ' undefined$' answers)
    if [ "$(wc -l <answers)" = $count ] && [ "$(wc -l <expected)" = $count ] &&
        [ "$others" = 0 ] && [ "$unseen" -le $missing ] &&
        [ "$undefined" -gt 300 ] && [ "$undefined" -lt 5000 ]
    then pass; else fail 'drawn_expressions' "seed $seed, $undefined undefined, $unseen unseen:
$(head -20 differences) $(cat ./*.errors)"; fi
fi

# The command itself gives the same answers, for a hundred of them.
"$draw" "$seed" 100 arguments >arguments
number=0 different=0
while read -r expression; do
    set -- "$expression"
    while read -r variable && [ -n "$variable" ]; do set -- "$@" "$variable"; done
    "$bitmill" eval "$@" >meta/out 2>meta/err </dev/null
    status=$?
    wanted=$(sed -n "$((number + 1))p" answers)
    wanted=${wanted#* }
    value=${wanted##* }
    if [ "$wanted" = undefined ]
    then [ $status = 1 ] && grep -q '^Undefined: ' meta/out
    else [ $status = 0 ] && grep -q "^Result: $value (" meta/out
    fi || { different=$((different + 1)); echo "$* is $wanted"; cat meta/err; }
    ! grep -q '.\{81\}' meta/out || { different=$((different + 1)); echo "$*: too wide"; }
    number=$((number + 1))
done <arguments
if [ $number = 100 ] && [ $different = 0 ]
then pass; else fail 'the_command_agrees' "seed $seed: $different of $number differ"; fi

done_testing
