#!/bin/sh
# find.sh: `bitmill find` and `bitmill positions`.
. "${srcdir:-.}/tests/tools/tool.sh"

printf '\006\000\377' >a # bits 1, 2, and 16 to 23
printf '\377' >ones
zeros 3 >none
: >empty
# Runs at the ends of pieces of 65536 bytes: one over an end, one that is a whole piece and more.
zeros 262145 >big
poke big 65535 '\300' && poke big 65536 '\001'
head -c 65537 /dev/zero | tr '\000' '\377' | dd of=big bs=1 seek=131071 conv=notrunc 2>/dev/null
printf '\001' | dd of=big bs=1 seek=262144 conv=notrunc 2>/dev/null

# found LINES ARGUMENTS: what find prints.
found() {
    lines=$1
    shift
    check "find $*" 0 "$lines" '' "$bitmill" find "$@"
}
absent() { check "find $*: none" 1 '' '' "$bitmill" find "$@"; }
found 1 a
found 1 --set a
found 1 --from 1 a
found 2 --from 2 a
found 16 --from 3 a
found 23 a --from=0x17
absent --from 24 a
absent --from 18446744073709551615 a
found 0 --clear a
found 0 --zero a
found 3 --clear --from 1 a
found 15 --clear --from 15 a
absent --clear --from 16 a
found '1
2
16' --count 3 a
found '3
4' --clear --from 2 --count 2 a
found '22
23' --count 5 --from 22 a
found '1 2
16 8' --runs a
found '1 2' --runs --count 1 a
found '2 1
16 8' --runs --from 2 a
found '0 1
3 13' --runs --clear a
absent none
absent --runs none
absent --clear ones
absent empty
absent --clear empty
found '524286 3
1048568 524296
2097152 1' --runs big
found '0 524286
524289 524279
1572864 524288
2097153 7' --runs --clear big
found 524288 --from 524288 big
found 1572864 --clear --from 1572863 big
found 2097152 --from 1572864 big
absent --from 2097153 big
find_stdin() { dd if=big bs=1000 2>/dev/null | "$bitmill" find --from 524289 --count 2 -; }
check 'find_in_standard_input' 0 '1048568
1048569' '' find_stdin
check 'find_in_a_missing_file' 2 '' 'bitmill: missing: No such file or directory' \
    "$bitmill" find missing
check 'find_in_a_directory' 2 '' 'bitmill: directory: Is a directory' "$bitmill" find directory
full_disk 2 find a
usage_error 'find_without_a_file' \
    'bitmill: find: missing operand: expected [--clear] [--from BIT] [--count N] [--runs] FILE' find
usage_error 'find_in_two_files' "bitmill: find: surplus operand 'b': expected [--clear] \
[--from BIT] [--count N] [--runs] FILE" find a b
usage_error 'find_set_and_clear' \
    'bitmill: find: --set and --clear are both given: expected one of them' find --set --clear a
usage_error 'find_no_number' "bitmill: find: --from 'x' is not a number: expected 0 to \
18446744073709551615" find --from x a
usage_error 'find_nothing' "bitmill: find: --count '0' is out of range: expected 1 to \
18446744073709551615" find --count 0 a

# at LINES ARGUMENTS: what positions prints.
at() {
    lines=$1
    shift
    check "positions $*" 0 "$lines" '' "$bitmill" positions "$@"
}
at '1
2
16
17
18
19
20
21
22
23' a
at '1-2
16-23' --ranges a
at '0
3-15' --ranges --clear a
at '0
3-15' --ranges --zero a
at '524286-524288
1048568-1572863
2097152' --ranges big
at '' none
at '' --ranges none
at '' empty
at '' --clear ones
at '0
1
2
3
4
5
6
7' ones
at '0
3
4
5
6
7
8
9
10
11
12
13
14
15' --clear a
# All of a long file: how many, and the first and last of each run.
ends() { "$bitmill" positions big | awk 'NR < 5 || NR > 524298; END { print NR }'; }
check 'positions_of_a_long_file' 0 '524286
524287
524288
1048568
1572863
2097152
524300' '' ends
check 'positions_of_a_missing_file' 1 '' 'bitmill: missing: No such file or directory' \
    "$bitmill" positions missing
full_disk 1 positions a
full_disk 1 positions --ranges a
usage_error 'positions_without_a_file' \
    'bitmill: positions: missing operand: expected [--clear] [--ranges] FILE' positions

done_testing
