#!/bin/sh
# histogram.sh: `bitmill histogram`.
. "${srcdir:-.}/tests/tools/tool.sh"

# counts ARGUMENTS: the counts in a histogram, in one line.
counts() { "$bitmill" histogram "$@" | sed 1,2d | awk '{ print $2 }' | paste -sd ' ' -; }
counts_are() {
    expected=$1
    shift
    check "histogram $*" 0 "$expected" '' counts "$@"
}
printf '\001\003\377\200\001' >a
check 'histogram' 0 'elements of 8 bits: 5
  bit              set  density
    0                4   0.8000  ##########################
    1                2   0.4000  #############
    2                1   0.2000  ######
    3                1   0.2000  ######
    4                1   0.2000  ######
    5                1   0.2000  ######
    6                1   0.2000  ######
    7                2   0.4000  #############' '' "$bitmill" histogram a
first() { "$bitmill" histogram "$@" | head -n 1; }
check 'histogram_of_part_of_an_element' 0 \
    'elements of 32 bits: 2, the last one extended with zeros by 3 bytes' '' first --width=32 a
check 'histogram_of_part_of_an_element_of_16_bits' 0 \
    'elements of 16 bits: 3, the last one extended with zeros by 1 byte' '' first --width 16 a
counts_are '3 1 1 1 1 1 1 1 1 1 0 0 0 0 0 1' --width 16 a
counts_are '2 0 0 0 0 0 0 0 1 1 0 0 0 0 0 0 1 1 1 1 1 1 1 1 0 0 0 0 0 0 0 1' --width 32 a
counts_are "1 0 0 0 0 0 0 0 1 1 0 0 0 0 0 0 1 1 1 1 1 1 1 1 0 0 0 0 0 0 0 1 1$(
    printf ' 0%.0s' 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31
)" --width 64 a
# An element on each side of the end of a piece of 65536 bytes, and one that is cut after it.
zeros 65544 >big && poke big 65535 '\200' && poke big 65536 '\001' && poke big 65542 '\004'
printf '\002' >>big
counts_are '1 1 1 0 0 0 0 1' big
counts_are '1 1 1 0 0 0 0 0 0 0 0 0 0 0 0 1' --width 16 big
counts_are '1 1 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 1 0 0 0 0 0 0 0 0 0 0 0 0 1' --width 32 big
check 'histogram_of_64_bits_in_pieces' 0 "$(counts --width 64 big)" '' \
    sh -c "dd if=big bs=999 2>/dev/null | \"\$0\" histogram --width 64 - | sed 1,2d |
        awk '{ print \$2 }' | paste -sd ' ' -" "$bitmill"
: >empty
check 'histogram_of_an_empty_file' 0 '    7                0        -' '' \
    sh -c '"$0" histogram empty | tail -n 1' "$bitmill"
check 'histogram_of_a_missing_file' 1 '' 'bitmill: missing: No such file or directory' \
    "$bitmill" histogram missing
full_disk 1 histogram a
usage_error 'histogram_of_an_unknown_width' \
    "bitmill: histogram: unknown width '12': expected 8, 16, 32 or 64" histogram --width 12 a
usage_error 'histogram_without_a_file' \
    'bitmill: histogram: missing operand: expected [--width N] FILE' histogram

done_testing
