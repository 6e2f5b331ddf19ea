#!/bin/sh
# count.sh: `bitmill count`.
. "${srcdir:-.}/tests/tools/tool.sh"

header='             set             bits  density  file'

check 'count_one_file' 0 "$header
               2                8   0.2500  one" '' "$bitmill" count one
check 'count_many_files_and_total' 0 "$header
               0                0        -  empty
               2                8   0.2500  one
               1              504   0.0020  f63
             512              512   1.0000  f64
               1              520   0.0019  f65
           16391            32776   0.5001  f4097
               3          1600008 0.000002  big
           16910          1634328   0.0103  total" '' \
    "$bitmill" count empty one f63 f64 f65 f4097 big
check 'count_empty_files_and_total' 0 "$header
               0                0        -  empty
               0                0        -  empty
               0                0        -  total" '' "$bitmill" count empty empty
count_stdin() { "$bitmill" count - <f4097; }
printf '\001' >rare
truncate -s 100000 rare
check 'density_that_is_not_0_is_not_rounded_to_it' 0 "$header
               1           800000 0.000001  rare" '' "$bitmill" count rare
check 'count_stdin' 0 "$header
           16391            32776   0.5001  -" '' count_stdin
count_empty_stdin() { "$bitmill" count - <empty; }
check 'count_empty_stdin' 0 "$header
               0                0        -  -" '' count_empty_stdin
count_pipe() { dd if=big bs=1000 2>/dev/null | "$bitmill" count - one; }
check 'count_pipe_of_short_reads_and_file' 0 "$header
               3          1600008 0.000002  -
               2                8   0.2500  one
               5          1600016 0.000003  total" '' count_pipe
count_named_pipe() {
    cat big >fifo &
    "$bitmill" count fifo
    wait
}
if mkfifo fifo 2>/dev/null; then
    check 'count_named_pipe' 0 "$header
               3          1600008 0.000002  fifo" '' count_named_pipe
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
check 'count_stdin_that_is_a_directory' 1 '' 'bitmill: -: Is a directory' \
    count_stdin_directory
if [ "$(id -u)" = 0 ]; then
    skip 'count_unreadable_file' 'root may read every file'
else
    cp one secret && chmod 000 secret
    check 'count_unreadable_file' 1 '' 'bitmill: secret: Permission denied' \
        "$bitmill" count secret
fi
usage_error 'count_without_file' 'bitmill: count: missing operand: expected FILE...' count
usage_error 'count_unknown_option' "bitmill: count: unknown option '--sped': expected --speed or --help" \
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

check 'count_of_two_missing_files_has_no_header' 1 '' 'bitmill: missing: No such file or directory
bitmill: absent: No such file or directory' "$bitmill" count missing absent
cp one "$(printf 'a\033[2J\nb')"
check 'count_escapes_the_name' 0 "$header
               2                8   0.2500  a\\033[2J\\nb" '' "$bitmill" count "$(printf 'a\033[2J\nb')"
full_disk 1 count one

done_testing
