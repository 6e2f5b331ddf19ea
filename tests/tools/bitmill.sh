#!/bin/sh
# bitmill.sh: the command itself: help, version, names that do not exist, options, a full disk.
. "${srcdir:-.}/tests/tools/tool.sh"

version=$(awk '/define BMILL_VERSION_(MAJOR|MINOR|PATCH) /{printf "%s%s", dot, $3; dot = "."}' \
    "$source_dir/include/bitmill/config.h")
for option in --version -V; do
    check "version $option" 0 "bitmill $version" '' "$bitmill" $option
done

# ---- Help ----

# The names of all commands, one a line, and as messages list them.
"$bitmill" help | sed -n 's/^  \([a-z][a-z-]*\)  *[a-z].*/\1/p' >meta/commands
commands=$(tr '\n' ',' <meta/commands | sed -e 's/,$//' -e 's/\(.*\),/\1 or /' -e 's/,/, /g')
for name in compare count explain grade help isa; do
    check "overview_lists $name" 0 "$name" '' grep -x $name meta/commands
done
"$bitmill" help >meta/overview
for option in --help -h; do
    check "overview $option" 0 "$(cat meta/overview)" '' "$bitmill" $option
done
check 'overview_begins_with_the_usage' 0 'usage: bitmill COMMAND ...' '' head -n 1 meta/overview
check 'overview_fits_into_80_columns' 1 '' '' too_wide <meta/overview
while read -r command; do
    "$bitmill" help "$command" >meta/help
    check "help $command: usage" 0 "$command" '' \
        sed -n '1s/^usage: bitmill \([a-z0-9-]*\).*/\1/p' meta/help
    check "help $command: example" 0 1 '' grep -cxE 'Examples?:' meta/help
    check "help $command: 80 columns" 1 '' '' too_wide <meta/help
    for option in --help -h; do
        check "$command $option" 0 "$(cat meta/help)" '' "$bitmill" "$command" $option
    done
done <meta/commands
check 'help_of_a_command' 0 "usage: bitmill help [COMMAND]

Shows the overview of all commands, or the help of one of them, as
'bitmill COMMAND --help' does.

Example:
  bitmill help count" '' "$bitmill" help help
usage_error 'help_of_an_unknown_command' \
    "bitmill: unknown command 'cuont': expected $commands" help cuont
usage_error 'help_of_two_commands' \
    "bitmill: help: surplus operand 'isa': expected [COMMAND]" help count isa

usage_error 'no_command' "bitmill: missing command: expected $commands, or --help"
usage_error 'unknown_command' "bitmill: unknown command 'cuont': expected $commands" cuont f64
for name in is_set is-set bmill_popcount_u8 nand '~' bits_count; do
    usage_error "command_that_is_a_verb $name" \
        "bitmill: unknown command '$name': expected 'bitmill explain $name'" "$name" 5
done
usage_error 'help_of_a_verb' \
    "bitmill: unknown command 'popcount': expected 'bitmill explain popcount'" help popcount
usage_error 'empty_command' "bitmill: unknown command '': expected $commands" ''
usage_error 'beginning_of_a_command' "bitmill: unknown command 'coun': expected $commands" coun
usage_error 'unknown_option_instead_of_command' \
    "bitmill: unknown command '--versoin': expected $commands" --versoin

# ---- Options and operands: by commands that have the kinds there are ----

check 'option_value_after_an_equals_sign' 0 "$("$bitmill" explain --width 16 not 6)" '' \
    "$bitmill" explain not 6 --width=16
check 'last_value_counts' 0 "$("$bitmill" explain --width 16 not 6)" '' \
    "$bitmill" explain not --width=32 6 --width 16
check 'options_end_at_two_dashes' 2 '' \
    "bitmill: explain set: bit index '--width' is not a number: expected 0 to 63, in decimal, \
0x hexadecimal or 0b binary" "$bitmill" explain set -- 6 --width
check 'underscore_for_dash' 0 "$("$bitmill" explain is-set 6 1)" '' "$bitmill" explain is_set 6 1
usage_error 'empty_value' "bitmill: explain not: unknown width '': expected 8, 16, 32 or 64" \
    explain not 6 --width=
usage_error 'lacking_value' \
    "bitmill: explain: option '--width' lacks its value: expected 8, 16, 32 or 64" \
    explain not 6 --width
usage_error 'surplus_value' "bitmill: count: option '--speed' has the value 'x': expected none" \
    count --speed=x one
usage_error 'unknown_option' "bitmill: count: unknown option '--spee': expected --speed or --help" \
    count --spee one
usage_error 'unknown_option_of_a_command_without' \
    "bitmill: isa: unknown option '-x': expected --help" isa -x
usage_error 'unknown_negative_number' \
    "bitmill: count: unknown option '-5': expected --speed or --help" count -5
usage_error 'negative_number' "bitmill: explain set: value '-129' is out of range: expected -128 to \
255 for an 8-bit value" explain --width 8 set -129 1

# ---- Control characters in what the user gave ----

# escaped NAME BYTES SHOWN: how a message shows a name; the bytes as printf takes them.
# shellcheck disable=SC2059 # the bytes are the format
escaped() {
    usage_error "escaped: $1" "bitmill: unknown command '$3': expected $commands" "$(printf "$2")"
}
escaped 'as C does' '\a\b\t_\n_\v\f\r' '\a\b\t_\n_\v\f\r'
escaped 'the first and the last that are not letters' '\001 ~\177' '\001 ~\177'
escaped 'a colour' '\033[31m' '\033[31m'
escaped 'the backslash' 'a\\n' 'a\\n'
escaped 'UTF-8 stays' 'é€😀' 'é€😀'
escaped 'UTF-8 that is cut' '\303(\342\202' '\303(\342\202'
escaped 'UTF-8 that is too long' '\300\257 \340\200\257 \360\200\200\257' \
    '\300\257 \340\200\257 \360\200\200\257'
escaped 'no characters' '\355\240\200 \364\220\200\200 \377' \
    '\355\240\200 \364\220\200\200 \377'
escaped 'the last and the first around them' '\355\237\277 \364\217\277\277' \
    "$(printf '\355\237\277 \364\217\277\277')"
escaped 'control characters in UTF-8' '\302\200\302\237\302\240' \
    "\\302\\200\\302\\237$(printf '\302\240')"
escaped 'what turns text around' 'a\342\200\256b\342\201\246c' 'a\342\200\256b\342\201\246c'

# ---- Failure to write ----

full_disk 1 --version
full_disk 1 --help
full_disk 1 help count
full_disk 1 count --help
closed() { "$bitmill" "$@" >&-; }
check 'closed_stdout' 1 '' 'bitmill: standard output: Bad file descriptor' closed --version
check 'closed_stdout_but_nothing_to_print' 2 '' \
    "bitmill: unknown command 'x': expected $commands" closed x

done_testing
