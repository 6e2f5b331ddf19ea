#!/bin/sh
# grade.sh: `bitmill grade`: right and wrong submissions, rules, types, and misuse.
. "${srcdir:-.}/tests/tools/grade/graded.sh"

# ---- Right and wrong ones, by each sandbox that works here ----

for sandbox in bwrap seccomp; do
    "$bitmill" grade --sandbox $sandbox empty >meta/out 2>meta/err
    if [ -s meta/err ]; then
        skip "sandbox_$sandbox" "$(cat meta/err)"
        continue
    fi
    graded "right_in_$sandbox" 0 --sandbox $sandbox "$submissions/right.c"
    says "right_in_$sandbox" '24 of 24' 'not graded: exit main'
    graded "wrong_in_$sandbox" 1 --sandbox $sandbox "$submissions/wrong.c"
    keeps_wishes "wrong_in_$sandbox" "$submissions/wrong.c"
    says "wrong_in_$sandbox" '0 of 46'
    graded "undefined_in_$sandbox" 1 --sandbox $sandbox "$submissions/undefined.c"
    keeps_wishes "undefined_in_$sandbox" "$submissions/undefined.c"
    says "undefined_in_$sandbox" '0 of 11'
done
if command -v clang >/dev/null; then
    CC=clang graded 'undefined_by_clang' 1 "$submissions/undefined.c"
    keeps_wishes 'undefined_by_clang' "$submissions/undefined.c"
fi

# ---- Rules and how operators are counted ----

# Each line is the number of operators, and a body.
cat >meta/counts <<'END'
0 return x;
1 return x + 1;
1 return -x;
2 return x - -x;
2 return (uint8_t)-x - (x);
1 x += 1; return x;
1 x <<= 1; return x;
1 x >>= 1; /* x + x */ return x; // x + x
2 return TWICE(x) + 0;
2 return f(x) + 1;
3 return f(x) + f(x);
2 return x ? ~x : 1;
1 uint8_t *p = &x; return 0;
2 uint8_t *p = &x; return *p;
1 return table[1];
0 uint8_t here[2] = {1, 2}; const char *s = "a + b"; return 0;
2 return x && x != 1;
1 return (uint8_t)(x) >> 1;
1 return x++;
3 return (x & 1) << 2 | 1;
1 return x <= 3;
1 int a = 3, *p = &a, b[2] = {0}, c[2][2]; return a;
3 int a = x ? 1, x * 2 : 0, b[2]; return b[0];
2 struct node { int *next; } node, *p = &node; return (struct node *)p != 0;
2 for (byte i = 0, *q = &x;;) return *q;
2 unsigned byte = 3; return byte * x * byte;
3 unsigned (byte) = 3; { return (byte * x) + byte * x; }
2 return __builtin_popcount(x) - 1;
END
{
    printf '%s\n' '#include <stdint.h>' \
        'static uint8_t table[8]; static int f(int x) { return x - 1; }' \
        'typedef unsigned char byte;' \
        '#define TWICE(x) ((x) + (x))'
    sed 's/^[0-9]* \(.*\)/unsigned case_@(uint8_t x) { \1\n}/' meta/counts |
        awk '/@/ { sub(/@/, ++n) } { print }'
} >count.c
awk '{ printf "%scase_%d=popcount_u8", (NR > 1 ? "," : ""), NR }' meta/counts >meta/names
"$bitmill" grade --json --function "$(cat meta/names)" count.c 2>meta/err |
    sed -n 's/.*"name": "case_.*"operators": \([0-9]*\),.*/\1/p' >meta/got
while read -r expected body; do
    read -r got <&3
    if [ "$got" = "$expected" ]; then pass; else
        fail "operators of '$body'" "expected $expected: $got $(cat meta/err)"
    fi
done <meta/counts 3<meta/got

graded 'rules_kept' 0 --ops '~&|^+<<>>' --max 3 --forbid loop,if,call,constant --function clear_u8 \
    "$submissions/rules.c"
graded 'rules_operator' 1 --ops '~&|^' --function clear_u8 "$submissions/rules.c"
says 'rules_operator' 'clear_u8 uses <<, which is not allowed, once' '0 of 1'
graded 'rules_number' 1 --max 2 --function clear_u8 "$submissions/rules.c"
says 'rules_number' 'clear_u8 has 3 operators: expected at most 2'
graded 'rules_number_exactly' 0 --max 3 --function clear_u8 "$submissions/rules.c"
graded 'rules_loop' 1 --forbid loops --function popcount_u8 "$submissions/rules.c"
says 'rules_loop' 'popcount_u8 has a loop or recursion, which is forbidden, once'
graded 'rules_if' 1 --forbid if --function parity_u8 "$submissions/rules.c"
says 'rules_if' 'parity_u8 has a condition (if, ?:, && or ||), which is forbidden, once'
graded 'rules_call' 1 --forbid call --function parity_u8 "$submissions/rules.c"
says 'rules_call' 'parity_u8 has a call, which is forbidden, once'
graded 'rules_constant' 1 --forbid constant --function reverse_u16 "$submissions/rules.c"
says 'rules_constant' 'reverse_u16 has a constant above 0xff, which is forbidden, 6 times'
printf 'signed char set_u8(unsigned char x, int i) { return (x | 1 << i) & 0xff; }' >byte.c
graded 'rules_constant_of_a_byte' 0 --forbid constant byte.c
for character in "'ab'" "'\\x100'" "L'\\x5555'" "'\\n\\n'" "L'\\777'"; do
    printf '%s' "int is_odd_u8(unsigned char x) { return x & 1 + 0 * $character; }" >character.c
    graded "rules_constant_$character" 1 --forbid constant character.c
done
for character in "'a'" "'\\xff'" "'\\x0fF'" "'\\377'" "'\\0'" "'\\n'" "'\\''"; do
    printf '%s' "int is_odd_u8(unsigned char x) { return x & 1 + 0 * $character; }" >character.c
    graded "rules_constant_of_a_byte_$character" 0 --forbid constant character.c
done
cat >names.c <<'END'
enum { SMALL = 0xff, LARGE = 0x100, TINY = 1 };
static const unsigned masks[2][1] = {[1] = {0x5555}}, small = 2;
struct pair { int LARGE; };
int is_odd_u8(unsigned char x) { struct pair p = {TINY}; return x & p.LARGE & SMALL + small; }
int is_odd_u16(unsigned short x) { return x & 1 + 0 * LARGE; }
int is_odd_u32(unsigned x) { return x & masks[1][0] & 1; }
END
graded 'rules_constant_by_name' 1 --forbid constant names.c
says 'rules_constant_by_name' 'is_odd_u16 has a constant above 0xff, which is forbidden, once' \
    'is_odd_u32 has a constant above 0xff, which is forbidden, once' '1 of 3'
graded 'rules_all' 0 "$submissions/rules.c"

graded 'hidden' 1 --max 3 --ops '&|^~+-!=>><<*?:[]' "$submissions/hidden.c"
keeps_wishes 'hidden' "$submissions/hidden.c"
graded 'hidden_without_rules' 0 "$submissions/hidden.c"
for file in rules right; do # rules that all keep
    graded "counted_$file" 0 --max 1000 "$submissions/$file.c"
done

# ---- Names and types ----

# Every law of the headers is one to grade by.
sed -n 's/^BMILL_LAWS_(\([a-z0-9_]*, [a-z0-9_]*, [a-z0-9_]*\),.*/\1/p' \
    "$source_dir"/include/bitmill/learn/laws/*.h | sort >meta/laws
sed -n 's/^    LAW(\(.*\)),$/\1/p' "$source_dir/tools/grade/laws.c" | sort >meta/graded
check 'laws' 0 '' '' diff meta/laws meta/graded
graded 'every_law' 1 --function "$(sed 's/,.*/_u8/' meta/laws | tr '\n' ,)popcount" empty
says 'every_law' "0 of $(($(wc -l <meta/laws) + 1))"

graded 'function_by_law' 0 --function first=popcount_u8 "$submissions/rules.c"
graded 'function_missing' 1 --function popcount_u8,select_u16 "$submissions/rules.c"
says 'function_missing' '1 of 2' \
    'select_u16 is not in the file: expected' '  unsigned select_u16(uint16_t x, unsigned i)'
graded 'types' 1 "$submissions/types.c"
keeps_wishes 'types' "$submissions/types.c"
printf 'int helper(int x) { return x; }\n' >none.c
graded 'no_function' 1 none.c
says 'no_function' '0 points' 'not graded: helper'
printf 'unsigned popcount_u8(unsigned char x) { return y; }\n' >bad.c
graded 'does_not_compile' 1 bad.c
says 'does_not_compile' 'it does not compile' "bad.c:1:48: error: 'y' undeclared" '0 points'
: >empty.c
graded 'empty_file' 1 empty.c
says 'empty_file' '0 points'
popcount='unsigned popcount_u8(unsigned char x)%b{ unsigned n = 0; for (; x; x &= x - 1) n++; return n; }'
printf "$popcount" '\r\n' >crlf.c
printf "\357\273\277$popcount" '\n' >mark.c
for file in crlf mark; do
    graded "right_$file" 0 $file.c
    says "right_$file" '1 of 1' '* all inputs of this width.'
done
printf '%s%300000s\n' "$(printf "$popcount" '')" ';' >large.c
graded 'large_file' 1 large.c
says 'large_file' 'the file has more than 262144 bytes'
printf 'unsigned popcount_u8(unsigned char x) { return \0 x; }' >zero.c
graded 'zero_byte' 1 zero.c
says 'zero_byte' 'zero.c:1: the character 0x00 is not allowed outside of'
printf 'unsigned popcount_u8(x) unsigned char x; { return x; }\nint n;\n%s' \
    'int parity_u8(unsigned char x) { return 1; }' >old.c
graded 'old_style' 1 --function popcount_u8 old.c
says 'old_style' 'popcount_u8 has another type than its law asks for:'
graded 'spellings' 0 "$submissions/spellings.c"
keeps_wishes 'spellings' "$submissions/spellings.c"

# However long a row of stars or an unfinished declaration is, its reader is not slow.
printf '%s%250000s x; }' 'unsigned popcount_u8(unsigned char x) { return ' '' |
    sed 's/  /**/g' >stars.c
graded 'stars' 1 stars.c
{
    printf 'int '
    printf '%60000s' '' | sed 's/ /a,/g'
    printf ' f(x) '
    printf '%20000s' '' | sed 's/ /int b;/g'
    printf '\nunsigned popcount_u8(unsigned char x) { return x; }\n'
} >unfinished.c
graded 'unfinished' 1 unfinished.c
printf '%s' 'unsigned popcount_u8(unsigned char x) { return }) ( x)(); }' >brackets.c
graded 'brackets' 1 brackets.c

# ---- In columns ----

graded 'columns' 1 --function low_mask_u8 "$submissions/columns.c"
says 'columns' 'draws these inputs again.' '     place  7 6 5 4 3 2 1 0  unsigned    signed     hex' \
    '         n  0' \
    '  returned  0 0 0 0 0 1 0 1         5         5    0x05' \
    '     right  0 0 0 0 0 0 0 0         0         0    0x00' \
    '                      ^   ^' \
    'bitmill explain low_mask_u8 0'
graded 'columns_of_64_bits' 1 --function next_submask_u64 "$submissions/columns.c"
says 'columns_of_64_bits' '                   y  00000000 00000000 00000000 00000000' \
    '  0x0000000000000000  00000000 00000000 00000000 00000000' \
    '            returned  00000000 00000000 00000000 00000001            4294967303' \
    'bitmill explain next_submask_u64 0x0 0x0'
graded 'columns_of_negative_numbers' 1 --function sign_extend_u16 "$submissions/columns.c"
says 'columns_of_negative_numbers' 'sign_extend_u16(0x1, 1) returned 1; right is -1' \
    '     right  11111111 11111111        -1     65535  0xffff' \
    'bitmill explain sign_extend_u16 0x1 1'
"$bitmill" grade --seed 1 "$submissions/wrong.c" | grep '^  bitmill explain ' >meta/lessons
while read -r _ lesson; do
    # shellcheck disable=SC2086 # words
    if "$bitmill" $lesson >meta/out 2>meta/err; then pass; else
        fail "lesson '$lesson'" "$(cat meta/err)"
    fi
done <meta/lessons

long=$(sed -n 's/^unsigned \(the_name.*\)(.*/\1/p' "$submissions/wide.c")
graded 'wide' 1 --max 2 --function "mux_u64,insert_u64,$long=popcount_u8,x$long=clz" \
    "$submissions/wide.c"
keeps_wishes 'wide' "$submissions/wide.c"
graded 'long_name' 0 --function "$long=popcount_u8" "$submissions/wide.c"

# ---- For programs ----

json() { "$bitmill" grade --seed 7 --json "$@"; }
json "$submissions/wrong.c" >meta/out 2>meta/err
says 'json' '"points": 0,' '"of": 46,' '"seed": "7"' \
    '"name": "is_pow2_u8", "law": "is_pow2", "width": 8, "verdict": "wrong", "points": 0' \
    '"counterexample": {"x": "0x0", "got": "0x1", "expected": "0x0"}'
if command -v python3 >/dev/null; then
    for file in types hostile_loop hostile_include; do
        json --time 0.1 "$submissions/$file.c" 2>meta/err | python3 -m json.tool >meta/out 2>&1 &&
            pass || fail "json_of_$file" "$(cat meta/out)"
    done
fi

# ---- Proofs ----

if [ -x /usr/bin/python3 ] && /usr/bin/python3 -c 'import z3' 2>/dev/null &&
    command -v clang >/dev/null; then
    graded 'prove' 1 --prove "$submissions/prove.c"
    keeps_wishes 'prove' "$submissions/prove.c"
    seq 30 | sed 's/.*/unsigned f&(unsigned x) { return x \& 1; }/' >many.c
    graded 'prove_many' 0 --prove --function \
        "$(seq 30 | sed 's/.*/f&=is_odd_u32/' | paste -s -d , -)" many.c
    says 'prove_many' 'f1 is proved for all inputs' 'f30 is proved for all inputs'
else
    skip 'prove' 'needs clang and z3 for /usr/bin/python3'
fi

# ---- Misuse ----

usage_error 'no_file' 'bitmill: grade: missing operand: expected [OPTION]... FILE.c' grade
usage_error 'file_that_is_not_there' 'bitmill: nowhere.c: No such file or directory' \
    grade nowhere.c
usage_error 'directory' 'bitmill: directory: Is a directory' grade directory
usage_error 'bad_operators' "bitmill: grade: --ops '@': expected operators, such as '~&|^+<<>>'" \
    grade --ops '+@' one
usage_error 'bad_forbid' "bitmill: grade: --forbid 'lop': expected loop, if, call, constant or goto" \
    grade --forbid lop one
usage_error 'bad_time' "bitmill: grade: --time 'soon': expected seconds, from 0.01 to 60" \
    grade --time soon one
usage_error 'bad_sandbox' "bitmill: grade: --sandbox 'jail': expected bwrap or seccomp" \
    grade --sandbox jail one
usage_error 'function_with_control_characters' "bitmill: grade: --function 'a\\033=clz_u8': \
expected the name of a law, such as popcount_u32, or FUNCTION=LAW" \
    grade --function "$(printf 'a\033=clz_u8')" "$submissions/rules.c"
usage_error 'bad_function' "bitmill: grade: --function 'nothing': expected the name of a law, such \
as popcount_u32, or FUNCTION=LAW" grade --function nothing "$submissions/rules.c"
CC=no-such-compiler
export CC
usage_error 'bad_compiler' "bitmill: grade: CC: no compiler 'no-such-compiler': expected a C \
compiler, such as gcc" grade none.c
unset CC
full_disk 2 grade "$submissions/rules.c"

# A reader that closes the pipe, as head does, gets no message, and nothing is left behind.
{ "$bitmill" grade "$submissions/wrong.c" 2>meta/err; echo $? >meta/status; } | true
check 'closed_pipe' 0 '' '' cat meta/err
check 'closed_pipe_ends_the_command' 0 141 '' cat meta/status
check 'closed_pipe_leaves_nothing' 0 '' '' ls "$TMPDIR"

done_testing
