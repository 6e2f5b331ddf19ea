#!/bin/sh
# logic.sh: `bitmill and`, `or`, `xor`, `andnot` and `not`, and how outputs are written.
. "${srcdir:-.}/tests/tools/tool.sh"

printf '\014\377\003' >a
printf '\012\017\001' >b
printf '\300\360\001' >c
hex() { od -An -v -tx1 "$@" | tr -d ' \n' && echo; }
# bytes HEX ARGUMENTS: what the command writes to standard output.
piped() { "$bitmill" "$@" | hex; }
bytes() {
    expected=$1
    shift
    check "$*" 0 "$expected" '' piped "$@"
}
bytes 080f01 and a b
bytes 0eff03 or a b
bytes 06f002 xor a b
bytes 04f002 andnot a b
bytes 020000 andnot b a
bytes f300fc not a
bytes 000001 and a b c
bytes ceff03 or a b c
bytes c60003 xor a b c
bytes 040002 andnot a b c
bytes 0cff03 and a a
from_stdin() { dd if=b bs=1 2>/dev/null | "$bitmill" andnot a - -o - | hex; }
check 'standard_input' 0 04f002 '' from_stdin

# Lengths that differ.
printf '\017' >short
: >nothing
for operation in and or xor andnot; do
    check "$operation: lengths differ" 1 '' "bitmill: $operation: a has 3 bytes, short has 1: \
expected equal lengths, --extend or --truncate" "$bitmill" $operation a b short
done
bytes 0c and --truncate a short
bytes 0c and short --truncate a
bytes 0c0000 and --extend a short
bytes 0c0000 and short a --extend
bytes 0fff03 or --extend short a
bytes 0fff03 or --extend a short
bytes 03 andnot --truncate short a
bytes 030000 andnot --extend short a
bytes 0fff03 or --extend a short nothing
check 'or_with_an_empty_file' 0 '' '' "$bitmill" or --truncate a nothing b
short_pipe() { "$bitmill" and a - -o out <short; }
check 'lengths_differ_in_a_pipe' 1 '' "bitmill: and: a has 3 bytes, - has 1: expected equal \
lengths, --extend or --truncate" short_pipe
long_pipe() { zeros 300000 | "$bitmill" and big - | hex | cut -c 1-4; }
zeros 65536 >big
check 'lengths_differ_in_a_long_pipe' 0 0000 "bitmill: and: big has 65536 bytes, - has at least \
196608: expected equal lengths, --extend or --truncate" long_pipe
usage_error 'extend_and_truncate' \
    'bitmill: and: --extend and --truncate are both given: expected one of them' \
    and a b --extend --truncate

# Pieces: a bit on each side of where one ends, and inputs that end there.
zeros 65537 >x && poke x 65535 '\200' && poke x 65536 '\003'
zeros 65537 | tr '\000' '\377' >y
"$bitmill" and x y -o z
check 'piece_and' 0 '' '' cmp x z
"$bitmill" xor x y z -o z
check 'piece_xor' 0 '' '' cmp y z
"$bitmill" or --extend big x -o z
check 'piece_extended' 0 '' '' cmp x z
"$bitmill" or --truncate x big -o z
# Where the first input has ended, nothing is left of its previous piece.
head -c 65536 y >full && zeros 65538 >none
extended() { "$bitmill" or --extend full none | tail -c 3 | hex; }
check 'piece_extended_with_zeros' 0 ff0000 '' extended
cmp_piece() { head -c 65536 x | cmp - z; }
check 'piece_truncated' 0 '' '' cmp_piece

# ---- Outputs ----

# same FILE HEX: what a file contains, and that nothing else is left.
same() {
    hex "$1"
    ls -A | grep '^\.bitmill'
}
cp a t && "$bitmill" and t b -o t
check 'output_is_the_first_input' 1 080f01 '' same t
cp b t && "$bitmill" and a t --output=t
check 'output_is_the_last_input' 1 080f01 '' same t
permissions() { ls -l "$1" | cut -c 1-10; }
(umask 027 && "$bitmill" not a -ou)
check 'permissions_of_a_new_file' 0 '-rw-r-----' '' permissions u
chmod 705 t && "$bitmill" not a -o t
check 'permissions_are_kept' 0 '-rwx---r-x' '' permissions t
mkdir d && printf 'old' >d/file && ln -s file d/link && ln -s d/link link && ln -s d/new dangling
"$bitmill" not a -o link
check 'output_through_links' 0 f300fc '' hex d/file
check 'links_stay' 0 '' '' test -L link -a -L d/link
"$bitmill" not a -o dangling
check 'output_through_a_dangling_link' 0 f300fc '' hex d/new
ln -s loop loop
check 'output_through_a_loop' 1 '' 'bitmill: loop: Too many levels of symbolic links' \
    "$bitmill" not a -o loop
check 'output_in_a_missing_directory' 1 '' 'bitmill: no/file: No such file or directory' \
    "$bitmill" not a -o no/file
check 'output_is_a_directory' 1 '' 'bitmill: d: Is a directory' "$bitmill" not a -o d
printf old >t
check 'output_stays_if_an_input_is_missing' 1 '' 'bitmill: gone: No such file or directory' \
    "$bitmill" and a gone -o t
check 'output_stays_if_lengths_differ' 1 '' "bitmill: and: a has 3 bytes, - has 1: expected equal \
lengths, --extend or --truncate" sh -c '"$0" and a - -o t <short' "$bitmill"
check 'output_stays_if_an_input_is_a_directory' 1 '' 'bitmill: d: Is a directory' \
    "$bitmill" or a d -o t
check 'output_that_stayed' 1 6f6c64 '' same t
check 'output_larger_than_allowed' 1 '' 'bitmill: t: File too large' \
    sh -c 'ulimit -f 1 && "$0" not y -o t' "$bitmill"
check 'output_that_was_not_larger_than_allowed' 1 6f6c64 '' same t
if [ "$(id -u)" = 0 ]; then
    skip 'output_that_may_not_be_written' 'root may write every file'
else
    chmod 444 t
    check 'output_that_may_not_be_written' 1 '' 'bitmill: t: Permission denied' \
        "$bitmill" not a -o t
    chmod 644 t
fi
check 'output_is_a_device' 0 '' '' "$bitmill" not a -o /dev/null
check 'device_stays' 0 '' '' test -c /dev/null
for operation in 'and a a' 'not a' 'random 9'; do
    # shellcheck disable=SC2086
    full_disk 1 $operation
    if [ -c /dev/full ]; then
        # shellcheck disable=SC2086
        check "$operation -o /dev/full" 1 '' 'bitmill: /dev/full: No space left on device' \
            "$bitmill" $operation -o /dev/full
    fi
done
to_fifo() {
    hex fifo &
    "$bitmill" not a -o fifo
    wait
}
no_stdout() { "$bitmill" not a -o "$@" >&- 2>meta/log; }
check 'output_with_standard_output_closed' 0 '' '' no_stdout v
check 'output_with_standard_output_closed: content' 0 f300fc '' hex v
closed() { "$bitmill" not a >&-; }
check 'standard_output_closed' 1 '' 'bitmill: standard output: Bad file descriptor' closed
# A signal while the temporary file is there: it goes away, and the output stays.
# killed SIGNAL: the exit status of the command.
killed() {
    "$bitmill" not pipe -o t 2>meta/killed &
    exec 3>pipe
    for try in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25; do
        ls -A | grep -q '^\.bitmill' && break
        sleep 0.1 || sleep 1
    done
    ls -A | grep -c '^\.bitmill'
    kill -s "$1" $!
    exec 3>&-
    wait $! 2>/dev/null # the shell says so
}
if mkfifo fifo pipe 2>/dev/null; then
    check 'output_is_a_pipe' 0 f300fc '' to_fifo
    check 'pipe_stays' 0 '' '' test -p fifo
    check 'killed_by_SIGTERM' 143 1 '' killed TERM
    check 'output_stays_after_SIGTERM' 1 6f6c64 '' same t
    if grep -q '^SigIgn:.*[13579bdf]$' /proc/self/status 2>/dev/null; then # bit 0, inherited
        skip 'killed_by_SIGHUP' 'nohup has this signal ignored'
    else
        check 'killed_by_SIGHUP' 129 1 '' killed HUP
        check 'output_stays_after_SIGHUP' 1 6f6c64 '' same t
    fi
else
    skip 'output_is_a_pipe' 'mkfifo does not work here'
fi

# ---- On a terminal: `script` of util-linux makes one ----

on_terminal() { script -qec "$*" /dev/null </dev/null | tr -d '\r'; }
slow() { "$bitmill" not a >slow.data; (cat slow.data; sleep 1.3; zeros 200000) >pipe & }
if script -qec true /dev/null </dev/null >/dev/null 2>&1 && [ -p pipe ]; then
    check 'standard_output_is_a_terminal' 0 "bitmill: not: standard output is a terminal: expected \
--output FILE, or that it is redirected" '' on_terminal "$bitmill not a"
    # A busy machine may take a second for this: then it is tried again.
    quick() { [ -z "$(on_terminal "$bitmill not y -o z")" ]; }
    thrice() { "$@" || "$@" || "$@"; }
    check 'no_progress_in_the_first_second' 0 '' '' thrice quick
    slow
    script -qec "$bitmill not pipe -o z" /dev/null </dev/null >meta/progress
    check 'progress_after_a_second' 0 1 '' grep -c '0 MB' meta/progress
    check 'progress_is_cleared' 0 '' '' sh -c "tail -c 1 meta/progress | tr -d '\\r'"
    slow
    "$bitmill" not pipe -o z 2>meta/progress
    check 'no_progress_without_a_terminal' 0 '' '' cat meta/progress
else
    skip 'terminal' 'script (util-linux) is not installed'
fi

# ---- Misuse ----

usage_error 'and_without_files' 'bitmill: and: missing operand: expected [-o OUT] '\
'[--extend|--truncate] A B...' and
usage_error 'and_of_one_file' 'bitmill: and: missing operand: expected [-o OUT] '\
'[--extend|--truncate] A B...' and a
usage_error 'not_of_two_files' "bitmill: not: surplus operand 'b': expected [-o OUT] A" not a b
usage_error 'not_has_no_extend' \
    "bitmill: not: unknown option '--extend': expected --output or --help" not --extend a
usage_error 'standard_input_twice' \
    "bitmill: and: '-' is given twice: expected standard input once" and - a -
usage_error 'output_without_a_name' \
    "bitmill: and: option '--output' lacks its value: expected a file, or '-'" and a b -o
usage_error 'output_with_an_empty_name' \
    "bitmill: and: --output '' is empty: expected the name of a file" and a b -o ''
check 'BMILL_ISA' 2 '' "$(BMILL_ISA=x "$bitmill" isa 2>&1)" env BMILL_ISA=x "$bitmill" and a b

done_testing
