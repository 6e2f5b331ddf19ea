#!/bin/sh
# compare.sh: `bitmill compare`.
. "${srcdir:-.}/tests/tools/tool.sh"

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
check 'compare_same_size' 1 "$(comparison 10 11 9 12 3 0.7500 '1 (bit 1 of byte 0)')" '' \
    "$bitmill" compare a b
check 'compare_with_itself' 0 "$(comparison 16391 16391 16391 16391 0 1.0000 "$equal")" '' \
    "$bitmill" compare f4097 f4097
check 'compare_two_empty_files' 0 "$(comparison 0 0 0 0 0 1.0000 "$equal")" '' \
    "$bitmill" compare empty empty
printf '\000' >zero
check 'compare_empty_with_zeros' 1 "$(sizes 0 1 A)
$(comparison 0 0 0 0 0 1.0000 "$equal, but for zeros at the end")" '' "$bitmill" compare empty zero
check 'compare_shorter_a' 1 "$(sizes 63 64 A)
$(comparison 1 512 1 512 511 0.0020 '0 (bit 0 of byte 0)')" '' "$bitmill" compare f63 f64
check 'compare_first_difference_in_the_tail_of_b' 1 "$(sizes 1 65 A)
$(comparison 0 1 0 1 1 0.0000 '512 (bit 0 of byte 64)')" '' "$bitmill" compare zero f65
check 'compare_first_difference_in_the_tail_of_a' 1 "$(sizes 65 1 B)
$(comparison 1 0 0 1 1 0.0000 '512 (bit 0 of byte 64)')" '' "$bitmill" compare f65 zero
check 'compare_difference_at_the_end_of_a_piece' 1 "$(sizes 200001 65536 B)
$(comparison 3 0 0 3 3 0.0000 '524287 (bit 7 of byte 65535)')" '' "$bitmill" compare big piece
poke piece 65535 '\200'
check 'compare_difference_in_a_later_piece' 1 "$(sizes 65536 200001 A)
$(comparison 1 3 1 3 2 0.3333 '524288 (bit 0 of byte 65536)')" '' "$bitmill" compare piece big
zeros 200001 >last && poke last 200000 '\200'
check 'compare_difference_long_after_the_end_of_a' 1 "$(sizes 1 200001 A)
$(comparison 0 1 0 1 1 0.0000 '1600007 (bit 7 of byte 200000)')" '' "$bitmill" compare zero last
check 'compare_difference_long_after_the_end_of_b' 1 "$(sizes 200001 1 B)
$(comparison 1 0 0 1 1 0.0000 '1600007 (bit 7 of byte 200000)')" '' "$bitmill" compare last zero
cp big later && poke later 65536 '\000' && poke later 200000 '\300'
check 'compare_two_long_files' 1 \
    "$(comparison 3 3 2 4 2 0.5000 '524288 (bit 0 of byte 65536)')" '' \
    "$bitmill" compare big later
compare_stdin_a() { dd if=big bs=1000 2>/dev/null | "$bitmill" compare - later; }
check 'compare_stdin_as_a_in_short_reads' 1 \
    "$(comparison 3 3 2 4 2 0.5000 '524288 (bit 0 of byte 65536)')" '' compare_stdin_a
compare_stdin_b() { "$bitmill" compare one - <big; }
check 'compare_stdin_as_b' 1 "$(sizes 1 200001 A)
$(comparison 2 3 0 5 5 0.0000 '0 (bit 0 of byte 0)')" '' compare_stdin_b
compare_empty_stdin() { "$bitmill" compare - one <empty; }
check 'compare_empty_stdin' 1 "$(sizes 0 1 A)
$(comparison 0 2 0 2 2 0.0000 '0 (bit 0 of byte 0)')" '' compare_empty_stdin
check 'compare_missing_file' 2 '' 'bitmill: missing: No such file or directory' \
    "$bitmill" compare one missing
check 'compare_directory' 2 '' 'bitmill: directory: Is a directory' "$bitmill" compare directory one
usage_error 'compare_stdin_twice' \
    "bitmill: compare: '-' is given twice: expected standard input once" compare - -
usage_error 'compare_without_files' \
    'bitmill: compare: missing operand: expected A B' compare
usage_error 'compare_one_file' \
    'bitmill: compare: missing operand: expected A B' compare one
usage_error 'compare_three_files' \
    "bitmill: compare: surplus operand 'f63': expected A B" compare one f64 f63
usage_error 'compare_unknown_option' \
    "bitmill: compare: unknown option '-x': expected --help" compare -x one

# A similarity that is not 1 is never rounded to 1.0000, nor one that is not 0 to 0.0000.
zeros 20000 | tr '\000' '\377' >ones
cp ones but_one && poke but_one 19999 '\177'
check 'compare_nearly_equal' 1 "$(comparison 160000 159999 159999 160000 1 0.99999 \
    '159999 (bit 7 of byte 19999)')" '' "$bitmill" compare ones but_one
zeros 20000 >nearly_none && poke nearly_none 19999 '\200'
check 'compare_nearly_disjoint' 1 "$(sizes 20000 20001 A)
$(comparison 160000 2 1 160001 160000 0.00001 '0 (bit 0 of byte 0)')" '' \
    sh -c '(cat nearly_none && printf "\001") | "$0" compare ones -' "$bitmill"

full_disk 2 compare one one
full_disk 2 compare one f64

done_testing
