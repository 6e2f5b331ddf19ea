#!/bin/sh
# show.sh: `bitmill show`.
. "${srcdir:-.}/tests/tools/tool.sh"

printf '\006\200\001\377\000' >a
check 'show' 0 '         bit        byte  0        8        16       24
           0           0  01100000 00000001 10000000 11111111
          32           4  00000000' '' "$bitmill" show a
check 'show_msb' 0 '         bit        byte  7        15
           0           0  00000110 10000000
          16           2  00000001 11111111
          32           4  00000000' '' "$bitmill" show --msb --columns 16 a
check 'show_from_and_count' 0 '         bit        byte  0
          14           1  01100
          19           2  00000
          24           3  11' '' "$bitmill" show --from 14 --count 12 --columns 5 a
check 'show_to_the_end' 0 '         bit        byte  0        8
          24           3  11111111 00
          34           4  000000' '' "$bitmill" show --from 24 --count 999 --columns=10 a
check 'show_the_last_bit' 0 '         bit        byte  0        8        16       24
          39           4  0' '' "$bitmill" show --from 39 a
zeros 200001 >big && poke big 65535 '\200' && poke big 65536 '\001' && poke big 200000 '\200'
check 'show_over_the_end_of_a_piece' 0 '         bit        byte  0        8        16       24       32       40
      524280       65535  00000001 10000000' '' \
    "$bitmill" show --from 524280 --count 16 --columns 48 big
sed_columns() { "$bitmill" show "$@" | tail -n 1; }
check 'show_of_a_later_piece' 0 '     1600007      200000  1' '' sed_columns --from 1600007 big
show_stdin() { dd if=big bs=999 2>/dev/null | "$bitmill" show --from 1600000 -; }
check 'show_of_standard_input' 0 '         bit        byte  0        8        16       24
     1600000      200000  00000001' '' show_stdin
rows() { "$bitmill" show "$@" | wc -l | tr -d ' '; }
check 'show_16_rows_and_the_heading' 0 17 '' rows big
check 'show_16_rows_of_other_widths' 0 17 '' rows --columns 9 big
: >empty
check 'show_of_an_empty_file' 0 '' '' "$bitmill" show empty
check 'show_of_a_missing_file' 1 '' 'bitmill: missing: No such file or directory' \
    "$bitmill" show missing
check 'show_past_the_end' 1 '' \
    "bitmill: show: --from '40' is past the end of a: expected 0 to 39" "$bitmill" show --from 40 a
shown_too_wide() { "$bitmill" show "$@" | too_wide; }
check 'show_fits_into_80_columns' 1 '' '' shown_too_wide --columns 48 big
full_disk 1 show a
usage_error 'show_too_many_columns' \
    "bitmill: show: --columns '49' is out of range: expected 1 to 48" show --columns 49 a
usage_error 'show_no_columns' \
    "bitmill: show: --columns '0' is out of range: expected 1 to 48" show --columns 0 a
usage_error 'show_msb_from_within_a_byte' \
    "bitmill: show: --from '4' is in a byte: expected a multiple of 8 for --msb" \
    show --msb --from 4 a
usage_error 'show_msb_columns' "bitmill: show: --columns '12' and --count '192': expected \
multiples of 8 for --msb" show --msb --columns 12 a
usage_error 'show_without_a_file' \
    'bitmill: show: missing operand: expected [--from BIT] [--count N] [--columns N] [--msb] [--svg] FILE' \
    show

# On a terminal, which `script` of util-linux makes, 1 bits are bold, but not with NO_COLOR.
bold() { env TERM=xterm "$@" script -qec "$bitmill show --count 3 a" /dev/null </dev/null |
    grep -c "$(printf '\033')"; }
if script -qec true /dev/null </dev/null >/dev/null 2>&1; then
    check 'colour_on_a_terminal' 0 1 '' bold
    check 'no_colour' 1 0 '' bold NO_COLOR=1
    check 'colour_if_NO_COLOR_is_empty' 0 1 '' bold NO_COLOR=
    check 'no_colour_on_a_dumb_terminal' 1 0 '' bold TERM=dumb
else
    skip 'colour' 'script (util-linux) is not installed'
fi

done_testing
