#!/bin/sh
# table.sh: `bitmill table`: truth tables of operations and of expressions.
. "${srcdir:-.}/tests/tools/tool.sh"

check 'table_and' 0 'and: a & b
   a b | a & b
  -----+------
   0 0 |   0
   0 1 |   0
   1 0 |   0
   1 1 |   1

The results as a number, the last row first: 0b1000 = 0x8' '' "$bitmill" table and
check 'table_of_three_with_its_parts' 0 '   a b c | ~b | a & ~b | a & ~b | c
  -------+----+--------+-----------
   0 0 0 | 1  |   0    |     0
   0 0 1 | 1  |   0    |     1
   0 1 0 | 0  |   0    |     0
   0 1 1 | 0  |   0    |     1
   1 0 0 | 1  |   1    |     1
   1 0 1 | 1  |   1    |     1
   1 1 0 | 0  |   0    |     0
   1 1 1 | 0  |   0    |     1

The results as a number, the last row first: 0b10111010 = 0xba, for
bmill_bits_ternary()' '' \
    "$bitmill" table 'a & ~b | c'
check 'table_of_one' 0 '   x | ~x
  ---+---
   0 | 1
   1 | 0

The same as not: ~a.' '' "$bitmill" table '~x'
check 'table_by_order_of_names' 0 '   a b | ~a | b & ~a
  -----+----+-------
   0 0 | 1  |   0
   0 1 | 1  |   1
   1 0 | 0  |   0
   1 1 | 0  |   0

The results as a number, the last row first: 0b0010 = 0x2' '' "$bitmill" table 'b & ~a'
check 'table_parts_left_out_by_c' 0 '   a b | !b | a && !b
  -----+----+--------
   0 0 | -  |    0
   0 1 | -  |    0
   1 0 | 1  |    1
   1 1 | 0  |    0

The same as andnot: a & ~b.
The results as a number, the last row first: 0b0100 = 0x4' '' "$bitmill" table 'a && !b'
check 'table_without_inputs' 0 '1 & 0
Always 0.' '' "$bitmill" table '1 & 0'
check 'table_blanks' 0 "$("$bitmill" table 'a | b')" '' "$bitmill" table ' a  |' "$(printf '\tb\n')"

# number NAME NUMBER OPERATION: the results as a number.
number() {
    case $("$bitmill" table "$3") in
    *"first: 0b$2 ="*) pass ;;
    *) fail "$1" "$("$bitmill" table "$3" 2>&1)" ;;
    esac
}
number 'table_or' 1110 or
number 'table_xor' 0110 xor
number 'table_nand' 0111 nand
number 'table_nor' 0001 nor
number 'table_xnor' 1001 xnor
number 'table_andnot' 0100 andnot
number 'table_ornot' 1101 ornot
number 'table_implies' 1011 implies
number 'table_iff' 1001 IFF
number 'table_and3' 10000000 and3
number 'table_or3' 11111110 or3
number 'table_xor3' 10010110 xor3
number 'table_mux' 11001010 mux
number 'table_majority' 11101000 majority
number 'table_de_morgan' 1111 '~(a & b) iff (~a | ~b)'

# remark NAME LINE OPERATION
remark() {
    "$bitmill" table "$3" >meta/out 2>&1
    grep -Fxq -e "$2" meta/out && ! grep -q '.\{81\}' meta/out && pass ||
        fail "$1" "no line: $2
$(cat meta/out)"
}
remark 'table_tautology' 'Always 1.' 'a | ~a'
remark 'table_input_that_does_not_matter' 'x does not matter.' 'x ^ y ^ x'
remark 'table_same' 'The same as nor: ~(a | b).' '~p & ~q'
remark 'table_long' '~(a & ~b | c) ^ (a | b | c) & ~(a & b & c) | (b & c)' \
    '~(a & ~b | c) ^ (a | b | c) & ~(a & b & c) | (b & c)'

usage_error 'table_no_operand' 'bitmill: table: missing operand: expected [--svg] OPERATION | EXPRESSION' table
usage_error 'table_unknown' "bitmill: table: unknown operation 'foo': expected not, and, or, xor, nand, \
nor, xnor, andnot, ornot, implies, iff, and3, or3, xor3, mux, majority or an expression such as 'a & ~b'" \
    table foo
usage_error 'table_unknown_with_a_digit' "bitmill: table: unknown operation 'xor4': expected not, and, or, xor, nand, \
nor, xnor, andnot, ornot, implies, iff, and3, or3, xor3, mux, majority or an expression such as 'a & ~b'" \
    table xor4
check 'table_of_a_name_with_a_digit' 0 '   x1 | ~x1
  ----+----
   0  |  1
   1  |  0

The same as not: ~a.' '' "$bitmill" table '~x1'
usage_error 'table_four' 'bitmill: table: 4 inputs, of which d is the last: expected at most 3' \
    table 'a & b & c & d'
usage_error 'table_number' 'bitmill: table: 2: expected 0 or 1 in a truth table
  a & 2
      ^' table 'a & 2'
usage_error 'table_syntax' 'bitmill: table: the expression ends where a number or a name is expected
  a &
     ^' table 'a &'
full_disk 1 table and

# On a terminal, which `script` of util-linux makes, what is printed is coloured, as `show` is.
coloured() { env TERM=xterm "$@" script -qec "$bitmill table and" /dev/null </dev/null |
    grep -c "$(printf '\033')"; }
if script -qec true /dev/null </dev/null >/dev/null 2>&1; then
    check 'table_colour_on_a_terminal' 0 5 '' coloured
    check 'table_no_colour' 1 0 '' coloured NO_COLOR=1
    check 'table_colour_if_NO_COLOR_is_empty' 0 5 '' coloured NO_COLOR=
    check 'table_no_colour_on_a_dumb_terminal' 1 0 '' coloured TERM=dumb
else
    skip 'table_colour' 'script (util-linux) is not installed'
fi

done_testing
