#!/bin/sh
# tool.sh: the output of the bitmill command, on both streams, and its exit status.
#
# All expectations are written by hand. BITMILL is the command to test; run from the build
# directory. Names of checks say what holds.
LC_ALL=C
export LC_ALL
ulimit -t 20 # seconds of processor time for each command: an endless loop fails
unset BMILL_ISA

source_dir=$(cd "${srcdir:-.}" && pwd)
bitmill=${BITMILL:-./tools/bitmill}
case $bitmill in
/*) ;;
*) bitmill=$PWD/$bitmill ;;
esac
dir=$(mktemp -d "${TMPDIR:-/tmp}/bitmill-test.XXXXXX") || exit 1
trap 'rm -rf "$dir"' EXIT
trap 'exit 1' HUP INT TERM
cd "$dir" || exit 1
mkdir meta # what the checks themselves write

passed=0
failed=0
skipped=0

pass() { passed=$((passed + 1)); }
fail() { # NAME DETAILS
    failed=$((failed + 1))
    printf 'FAILED: %s\n' "$1"
    printf '%s\n' "$2" | sed 's/^/    /'
}
skip() { # NAME REASON
    skipped=$((skipped + 1))
    printf 'skipped: %s: %s\n' "$1" "$2"
}

# text TEXT: TEXT and a newline; nothing if TEXT is empty.
text() { [ -z "$1" ] || printf '%s\n' "$1"; }

# check NAME STATUS OUT ERR COMMAND...: the command exits with STATUS and prints exactly OUT on
# standard output and exactly ERR on standard error.
check() {
    name=$1 status=$2
    text "$3" >meta/out.expected
    text "$4" >meta/err.expected
    shift 4
    "$@" >meta/out 2>meta/err
    got=$?
    if [ "$got" = "$status" ] && cmp -s meta/out.expected meta/out &&
        cmp -s meta/err.expected meta/err; then
        pass
    else
        fail "$name" "exit status $got, expected $status
$(diff meta/out.expected meta/out)
$(diff meta/err.expected meta/err)"
    fi
}

# explains NAME ARGUMENTS LINE...: `bitmill explain` prints each LINE as a line of its own, and
# for 8 and 16 bits its output fits a terminal in height and width.
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

usage_error() { # NAME LINE ARGUMENTS...: one line on standard error, and exit status 2
    name=$1 line=$2
    shift 2
    check "$name" 2 '' "$line" "$bitmill" "$@"
}

# poke FILE OFFSET ESCAPE: overwrites one byte.
# shellcheck disable=SC2059 # the escape is the format
poke() { printf "$3" | dd of="$1" bs=1 seek="$2" conv=notrunc 2>/dev/null; }
zeros() { head -c "$1" /dev/zero; }

# ---- Inputs: sizes around a byte, a word, a page; one with bits at the ends of 64 KiB pieces ----

: >empty
printf '\003' >one
zeros 62 >f63 && printf '\200' >>f63
zeros 64 | tr '\000' '\377' >f64
zeros 64 >f65 && printf '\001' >>f65
zeros 4096 | tr '\000' '\125' >f4097 && printf '\177' >>f4097
zeros 200001 >big
poke big 65535 '\200'
poke big 65536 '\001'
poke big 200000 '\200'
zeros 65536 >piece
mkdir directory
header='             set             bits  density  file'

# ---- The command itself ----

version=$(awk '/define BMILL_VERSION_(MAJOR|MINOR|PATCH) /{printf "%s%s", dot, $3; dot = "."}' \
    "$source_dir/include/bitmill/config.h")
check 'version' 0 "bitmill $version" '' "$bitmill" --version
usage="usage: bitmill COMMAND ...

  count FILE...            count the 1 bits; '-' is standard input
  count --speed FILE...    time the count with every set of kernels
  compare A B              compare two files as bitmaps; one of them may be '-'
  explain OPERATION ...    work out an operation in binary, step by step
  isa                      list the sets of kernels, and which one is in use
  --help, --version

Operations to explain, with an optional --width 8, 16, 32 or 64:
  set X I    clear X I    flip X I    modify X I STATE    is-set X I    shl X N    shr X N
  and X Y    or X Y       xor X Y     not X               is-pow2 X     parity X
Numbers are decimal, 0x hexadecimal or 0b binary.

Bit i of a file is bit i % 8, counted from the least significant, of byte i / 8.
The environment variable BMILL_ISA chooses the set of kernels: see 'bitmill isa'.
Exit status: 0, or 1 if a file failed, or 2 if the command line is wrong."
check 'help' 0 "$usage" '' "$bitmill" --help
check 'help_of_a_command' 0 "$usage" '' "$bitmill" count --help
usage_error 'no_command' \
    'bitmill: missing command: expected count, compare, explain or isa, or --help'
usage_error 'unknown_command' \
    "bitmill: unknown command 'cuont': expected count, compare, explain or isa" cuont f64
usage_error 'unknown_option_instead_of_command' \
    "bitmill: unknown command '--versoin': expected count, compare, explain or isa" --versoin

# ---- count ----

check 'count_one_file' 0 "$header
               2                8   0.2500  one" '' "$bitmill" count one
check 'count_many_files_and_total' 0 "$header
               0                0        -  empty
               2                8   0.2500  one
               1              504   0.0020  f63
             512              512   1.0000  f64
               1              520   0.0019  f65
           16391            32776   0.5001  f4097
               3          1600008   0.0000  big
           16910          1634328   0.0103  total" '' \
    "$bitmill" count empty one f63 f64 f65 f4097 big
check 'count_empty_files_and_total' 0 "$header
               0                0        -  empty
               0                0        -  empty
               0                0        -  total" '' "$bitmill" count empty empty
count_stdin() { "$bitmill" count - <f4097; }
check 'count_stdin' 0 "$header
           16391            32776   0.5001  -" '' count_stdin
count_empty_stdin() { "$bitmill" count - <empty; }
check 'count_empty_stdin' 0 "$header
               0                0        -  -" '' count_empty_stdin
count_pipe() { dd if=big bs=1000 2>/dev/null | "$bitmill" count - one; }
check 'count_pipe_of_short_reads_and_file' 0 "$header
               3          1600008   0.0000  -
               2                8   0.2500  one
               5          1600016   0.0000  total" '' count_pipe
count_named_pipe() {
    cat big >fifo &
    "$bitmill" count fifo
    wait
}
if mkfifo fifo 2>/dev/null; then
    check 'count_named_pipe' 0 "$header
               3          1600008   0.0000  fifo" '' count_named_pipe
else
    skip 'count_named_pipe' 'mkfifo does not work here'
fi
count_dev_stdin() { printf '\003' | "$bitmill" count /dev/stdin; }
if [ -e /dev/stdin ]; then
    check 'count_dev_stdin' 0 "$header
               2                8   0.2500  /dev/stdin" '' count_dev_stdin
else
    skip 'count_dev_stdin' 'no /dev/stdin here'
fi
# Files in /proc say that their size is 0.
count_proc() { "$bitmill" count /proc/version | sed 's,/proc/version,FILE,'; }
if [ -s /proc/version ] || [ -n "$(cat /proc/version 2>/dev/null)" ]; then
    cat /proc/version >FILE
    check 'count_proc_file' 0 "$("$bitmill" count FILE)" '' count_proc
else
    skip 'count_proc_file' 'no /proc/version here'
fi
# 100 million bytes through a process that may have 64 MiB.
# shellcheck disable=SC3045 # a shell without ulimit -v skips this
count_long_pipe() {
    zeros 100000000 | (
        ulimit -v 65536
        "$bitmill" count -
    )
}
# shellcheck disable=SC3045 # a shell without ulimit -v skips this
if sh -c 'ulimit -v 65536 && "$0" count one; exit' "$bitmill" >/dev/null 2>&1; then
    check 'count_pipe_in_constant_memory' 0 "$header
               0        800000000   0.0000  -" '' count_long_pipe
else
    skip 'count_pipe_in_constant_memory' 'the command does not start in 64 MiB (a sanitizer?)'
fi
cp one ./--speed
check 'count_file_named_like_an_option' 0 "$header
               2                8   0.2500  --speed" '' "$bitmill" count -- --speed
check 'count_goes_on_after_a_missing_file' 1 "$header
               2                8   0.2500  one
             512              512   1.0000  f64
             514              520   0.9885  total" 'bitmill: missing: No such file or directory' \
    "$bitmill" count one missing f64
check 'count_goes_on_after_a_directory' 1 "$header
               2                8   0.2500  one
               2                8   0.2500  total" 'bitmill: directory: Is a directory' \
    "$bitmill" count directory one
count_stdin_directory() { "$bitmill" count - <directory; }
check 'count_stdin_that_is_a_directory' 1 "$header" 'bitmill: -: Is a directory' \
    count_stdin_directory
if [ "$(id -u)" = 0 ]; then
    skip 'count_unreadable_file' 'root may read every file'
else
    cp one secret && chmod 000 secret
    check 'count_unreadable_file' 1 "$header" 'bitmill: secret: Permission denied' \
        "$bitmill" count secret
fi
usage_error 'count_without_file' 'bitmill: count: missing operand: expected FILE...' count
usage_error 'count_unknown_option' "bitmill: count: unknown option '--sped': expected --speed" \
    count --sped one

# ---- count --speed: the numbers vary, the rest does not ----

# speed_shape: replaces GB/s by G and the ratio by R, but for the ratio of portable to itself.
speed_shape() {
    sed -e 's/^  portable  *[0-9]*\.[0-9][0-9]  *1\.0x$/  portable G 1.0x/' \
        -e 's/^  \([a-z][a-z0-9]*\)  *[0-9]*\.[0-9][0-9]  *[0-9]*\.[0-9]x$/  \1 G R/' \
        -e 's/^  \([a-z][a-z0-9]*\)  *not on this machine$/  \1 absent/'
}
# What it should be, for the sets of kernels of this machine.
"$bitmill" isa | sed -e 's/^portable .*/  portable G 1.0x/' \
    -e 's/^\([a-z][a-z0-9]*\)  *not .*/  \1 absent/' \
    -e 's/^\([a-z][a-z0-9]*\) .*/  \1 G R/' >meta/kernels
speed() {
    "$bitmill" count --speed "$@" >meta/speed
    speed_status=$?
    speed_shape <meta/speed
    return $speed_status
}
columns='  kernels        GB/s    ratio'
check 'speed_lists_every_set_of_kernels' 0 "f4097: 16391 of 32776 bits set
$columns
$(cat meta/kernels)
one: 2 of 8 bits set
$columns
$(cat meta/kernels)" '' speed f4097 one
check 'speed_of_an_empty_file' 0 'empty: empty, nothing to time' '' "$bitmill" count --speed empty
check 'speed_goes_on_after_a_missing_file' 1 'empty: empty, nothing to time' \
    'bitmill: missing: No such file or directory' "$bitmill" count --speed missing empty
check 'speed_of_a_directory' 1 '' 'bitmill: directory: Is a directory' \
    "$bitmill" count --speed directory
usage_error 'speed_of_stdin' "bitmill: count --speed: file '-' can be read only once: expected a \
file that can be mapped" count --speed one -
usage_error 'speed_without_file' 'bitmill: count: missing operand: expected FILE...' count --speed
speed_of_pipe() { printf x | "$bitmill" count --speed /dev/stdin; }
if [ -e /dev/stdin ]; then
    check 'speed_of_a_pipe' 1 '' \
        'bitmill: /dev/stdin: cannot be mapped, so it cannot be read repeatedly' speed_of_pipe
else
    skip 'speed_of_a_pipe' 'no /dev/stdin here'
fi

# ---- compare ----

# comparison A B BOTH EITHER HAMMING JACCARD FIRST: what compare prints.
comparison() {
    printf 'bits set in A:        %s\n' "$1"
    printf 'bits set in B:        %s\n' "$2"
    printf 'in both:              %s\n' "$3"
    printf 'in either:            %s\n' "$4"
    printf 'Hamming distance:     %s\n' "$5"
    printf 'Jaccard similarity:   %s\n' "$6"
    printf 'first differing bit:  %s\n' "$7"
}
sizes() { printf 'sizes in bytes:       A %s, B %s: %s is extended with zeros\n' "$@"; }
equal='none: the bitmaps are equal'

printf '\006\000\377' >a
printf '\014\020\377' >b # differs from a in bits 1, 3 and 12
check 'compare_same_size' 0 "$(comparison 10 11 9 12 3 0.7500 '1 (bit 1 of byte 0)')" '' \
    "$bitmill" compare a b
check 'compare_with_itself' 0 "$(comparison 16391 16391 16391 16391 0 1.0000 "$equal")" '' \
    "$bitmill" compare f4097 f4097
check 'compare_two_empty_files' 0 "$(comparison 0 0 0 0 0 1.0000 "$equal")" '' \
    "$bitmill" compare empty empty
printf '\000' >zero
check 'compare_empty_with_zeros' 0 "$(sizes 0 1 A)
$(comparison 0 0 0 0 0 1.0000 "$equal")" '' "$bitmill" compare empty zero
check 'compare_shorter_a' 0 "$(sizes 63 64 A)
$(comparison 1 512 1 512 511 0.0020 '0 (bit 0 of byte 0)')" '' "$bitmill" compare f63 f64
check 'compare_first_difference_in_the_tail_of_b' 0 "$(sizes 1 65 A)
$(comparison 0 1 0 1 1 0.0000 '512 (bit 0 of byte 64)')" '' "$bitmill" compare zero f65
check 'compare_first_difference_in_the_tail_of_a' 0 "$(sizes 65 1 B)
$(comparison 1 0 0 1 1 0.0000 '512 (bit 0 of byte 64)')" '' "$bitmill" compare f65 zero
check 'compare_difference_at_the_end_of_a_piece' 0 "$(sizes 200001 65536 B)
$(comparison 3 0 0 3 3 0.0000 '524287 (bit 7 of byte 65535)')" '' "$bitmill" compare big piece
poke piece 65535 '\200'
check 'compare_difference_in_a_later_piece' 0 "$(sizes 65536 200001 A)
$(comparison 1 3 1 3 2 0.3333 '524288 (bit 0 of byte 65536)')" '' "$bitmill" compare piece big
zeros 200001 >last && poke last 200000 '\200'
check 'compare_difference_long_after_the_end_of_a' 0 "$(sizes 1 200001 A)
$(comparison 0 1 0 1 1 0.0000 '1600007 (bit 7 of byte 200000)')" '' "$bitmill" compare zero last
check 'compare_difference_long_after_the_end_of_b' 0 "$(sizes 200001 1 B)
$(comparison 1 0 0 1 1 0.0000 '1600007 (bit 7 of byte 200000)')" '' "$bitmill" compare last zero
cp big later && poke later 65536 '\000' && poke later 200000 '\300'
check 'compare_two_long_files' 0 \
    "$(comparison 3 3 2 4 2 0.5000 '524288 (bit 0 of byte 65536)')" '' \
    "$bitmill" compare big later
compare_stdin_a() { dd if=big bs=1000 2>/dev/null | "$bitmill" compare - later; }
check 'compare_stdin_as_a_in_short_reads' 0 \
    "$(comparison 3 3 2 4 2 0.5000 '524288 (bit 0 of byte 65536)')" '' compare_stdin_a
compare_stdin_b() { "$bitmill" compare one - <big; }
check 'compare_stdin_as_b' 0 "$(sizes 1 200001 A)
$(comparison 2 3 0 5 5 0.0000 '0 (bit 0 of byte 0)')" '' compare_stdin_b
compare_empty_stdin() { "$bitmill" compare - one <empty; }
check 'compare_empty_stdin' 0 "$(sizes 0 1 A)
$(comparison 0 2 0 2 2 0.0000 '0 (bit 0 of byte 0)')" '' compare_empty_stdin
check 'compare_missing_file' 1 '' 'bitmill: missing: No such file or directory' \
    "$bitmill" compare one missing
check 'compare_directory' 1 '' 'bitmill: directory: Is a directory' "$bitmill" compare directory one
usage_error 'compare_stdin_twice' \
    "bitmill: compare: '-' is given twice: expected a file as A or as B" compare - -
usage_error 'compare_without_files' \
    'bitmill: compare: missing operand: expected two files, A and B' compare
usage_error 'compare_one_file' \
    'bitmill: compare: missing operand: expected two files, A and B' compare one
usage_error 'compare_three_files' \
    "bitmill: compare: surplus operand 'f63': expected two files, A and B" compare one f64 f63
usage_error 'compare_unknown_option' \
    "bitmill: compare: unknown option '-x': expected none" compare -x one

# ---- explain: the whole sheet for a few, the rows and the last line for the others ----

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
    "bitmill: explain: unknown option '--wide': expected --width" explain set 6 0 --wide

# ---- isa, and BMILL_ISA ----

# What the command says of the set in use on this machine, in brackets at the end of a line, is looked
# at by script/test, on machines where it says something.
isa_of() { # VALUE: with BMILL_ISA=VALUE, and without the remark
    BMILL_ISA=$1 "$bitmill" isa >meta/isa_of || return
    sed 's/ (.*)$//' meta/isa_of
}
isa_of auto >meta/isa 2>meta/err
status=$?
if [ $status = 0 ] && [ ! -s meta/err ] && [ "$(grep -c '^[a-z0-9]*  *in use$' meta/isa)" = 1 ] &&
    ! grep -v '^[a-z0-9]*  *\(in use\|available\|not on this machine\)$' meta/isa >&2 &&
    tail -n 1 meta/isa | grep -q '^portable '
then pass; else fail 'isa_lists_one_in_use_and_portable_last' "$(cat meta/isa meta/err)"; fi
check 'isa_portable_by_environment' 0 \
    "$(sed -e 's/in use/available/' -e 's/^\(portable  *\).*/\1in use/' meta/isa)" '' \
    isa_of portable
check 'isa_empty_environment' 0 "$(cat meta/isa)" '' isa_of ''
check 'isa_without_environment' 0 "$(BMILL_ISA=auto "$bitmill" isa)" '' "$bitmill" isa
usage_error 'isa_surplus_operand' "bitmill: isa: surplus operand 'avx2': expected none" isa avx2

# Every other set by name, and the ones that this machine lacks.
usable=$(sed -n '/not on this machine/!s/ .*/,/p' meta/isa | tr '\n' ' ' | sed 's/, $//')
for isa in avx512 avx2; do
    case $(grep "^$isa " meta/isa) in
    *'in use' | *available)
        check "isa_${isa}_by_environment" 0 \
            "$(sed -e 's/in use/available/' -e "s/^\\($isa  *\\).*/\\1in use/" meta/isa)" '' \
            isa_of $isa
        ;;
    *'not on this machine')
        check "isa_${isa}_by_environment" 2 '' \
            "bitmill: BMILL_ISA: this machine cannot run the kernels '$isa': expected $usable \
or auto" \
            env BMILL_ISA=$isa "$bitmill" isa
        ;;
    *) skip "isa_${isa}_by_environment" 'the library was built without these kernels' ;;
    esac
done
nonsense="bitmill: BMILL_ISA: there are no kernels called 'nonsense': expected $usable or auto"
for arguments in 'isa' 'count one' 'count --speed one' 'compare one one'; do
    # shellcheck disable=SC2086 # the arguments are several
    check "nonsense_in_BMILL_ISA '$arguments'" 2 '' "$nonsense" \
        env BMILL_ISA=nonsense "$bitmill" $arguments
done

# ---- Failure to write ----

full() { "$bitmill" "$@" >/dev/full; }
closed() { "$bitmill" "$@" >&-; }
if [ -c /dev/full ]; then
    for arguments in '--version' '--help' 'isa' 'count one' 'compare one one' 'explain set 6 0'; do
        # shellcheck disable=SC2086
        check "full_disk '$arguments'" 1 '' \
            'bitmill: standard output: No space left on device' full $arguments
    done
else
    skip 'full_disk' 'no /dev/full here'
fi
check 'closed_stdout' 1 '' 'bitmill: standard output: Bad file descriptor' closed --version
check 'closed_stdout_but_nothing_to_print' 2 '' \
    "bitmill: unknown command 'x': expected count, compare, explain or isa" closed x

echo "$passed passed, $failed failed, $skipped skipped"
[ $failed = 0 ]
