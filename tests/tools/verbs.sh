#!/bin/sh
# verbs.sh: `bitmill explain` knows every function of the word layer's headers and every variant, by
# its name with and without a width, and nothing that is not there. No line is wider than 80
# columns, and there is no control character.
. "${srcdir:-.}/tests/tools/tool.sh"

include=$source_dir/include/bitmill

# The functions that the headers define, without bmill_, one a line.
functions_of() {
    sed -n 's/^BMILL_[A-Z_]* [^(]*bmill_\([a-z0-9_]*_u[0-9]*\)(.*/\1/p' "$@" | sort -u
}

at_least() { # NAME COUNT FILE: the file has so many lines
    if [ "$(wc -l <"$3")" -ge "$2" ]; then pass; else fail "$1" "$(cat "$3")"; fi
}

# explained ARGUMENTS...: bitmill explains that, and adds what it prints to the file sheets.
explained() {
    if "$bitmill" explain "$@" >meta/out 2>meta/err && [ ! -s meta/err ]; then
        pass
    else
        fail "explain $*" "$(cat meta/out meta/err)"
    fi
    cat meta/out >>sheets
}

: >sheets
functions_of "$include"/word/*.h >functions
functions_of "$include"/learn/variants/*.h | grep -v '_by_builtin_' >variants
at_least 'functions_of_finds_the_functions' 370 functions
at_least 'functions_of_finds_the_variants' 100 variants
while read -r function; do explained "bmill_$function"; done <functions
while read -r variant; do
    verb=${variant%%_by_*} method=${variant#*_by_}
    explained "$verb" --by "${method%_u*}" --width "${method##*_u}"
done <variants

# What the list names, without its sentences: operators, the headers' verbs, then bitmaps.
"$bitmill" explain --list >list
sed -n '/^Operators of C/,/^$/d; /^Bitmaps/q; s/^  \([a-z][a-z0-9_]*\) .*/\1/p' list | sort >listed
sed 's/_u[0-9]*$//' functions | sort -u >verbs
check 'the_list_has_the_verbs_of_the_headers' 0 '' '' diff listed verbs
sed -n '/^Operators of C/,/^$/s/^  \([a-z][a-z0-9_]*\) .*/\1/p; /^Bitmaps/,$s/^  \([a-z][a-z0-9_]*\) .*/\1/p' list >others
at_least 'the_list_has_operators_and_bitmaps' 30 others
while read -r name; do
    explained "$name"
    case $name in bits_*) ;; *) explained "$name" --width 64 --signed ;; esac
done <others

cat list >>sheets
check 'no_line_is_wider_than_80_columns' 1 '' '' grep '.\{81\}' sheets
check 'no_control_character' 1 '' '' grep '[[:cntrl:]]' sheets

done_testing
