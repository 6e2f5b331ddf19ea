#!/bin/sh
# svg.sh: `--svg`: a picture says what the terminal shows, at the same columns.
. "${srcdir:-.}/tests/tools/tool.sh"

# screen: the lines of text that a picture on standard input shows, from where each one is placed: 8.4
# pixels for a column, 20 for a row.
screen() {
    awk '
        /^<text / {
            match($0, /x="[0-9.]*"/); x = substr($0, RSTART + 3, RLENGTH - 4)
            match($0, /y="[0-9]*"/); y = substr($0, RSTART + 3, RLENGTH - 4)
            match($0, /textLength="[0-9.]*"/); length_of = substr($0, RSTART + 12, RLENGTH - 13)
            gsub(/<[^>]*>/, ""); gsub(/&lt;/, "<"); gsub(/&amp;/, "\\&")
            columns = $0
            gsub(/[\200-\277]/, "", columns)
            if (length_of - length(columns) * 8.4 > 0.01 || length(columns) * 8.4 - length_of > 0.01)
                print "a line of " length(columns) " columns is " length_of " pixels long"
            while (++row < (y - 27) / 20 + 1)
                print ""
            printf "%*s%s\n", (x - 12) / 8.4 + 0.5, "", $0
        }'
}
# same NAME STATUS ARGUMENTS...: the picture of a command shows what the command prints.
same() {
    name=$1 status=$2
    shift 2
    "$bitmill" "$@" | sed 's/ *$//' >meta/text
    "$bitmill" "$@" --svg >meta/picture
    got=$?
    screen <meta/picture | sed 's/ *$//' >meta/screen
    if [ $got -eq "$status" ] && [ -s meta/text ] && diff meta/text meta/screen >meta/diff; then
        pass
    else
        fail "$name" "exit status $got, expected $status
$(cat meta/diff)"
    fi
    if ! command -v python3 >/dev/null; then
        skip "${name}_is_xml" 'python3 is not installed'
    elif python3 -c 'import sys, xml.dom.minidom; xml.dom.minidom.parse(sys.argv[1])' meta/picture 2>meta/err; then
        pass
    else
        fail "${name}_is_xml" "$(cat meta/err)"
    fi
}

same 'explain' 0 explain modify 6 1 1 --by masks
same 'explain_without_operands' 0 explain popcount
same 'explain_64_bits' 0 explain pext_u64 0x123456789abcdef 0xff00ff
same 'explain_plain' 0 explain set 6 0 --plain
same 'explain_bits' 0 explain bits_count b7ff01
same 'explain_list' 0 explain --list
same 'eval' 0 eval 'x < 5 && ~x > y' x=3 y=-7
same 'eval_undefined' 1 eval '1 << n' n=32
same 'law_fails' 1 law 'x + 1 > x' --seed 1
same 'table' 0 table '~(a & ~b | c)'
same 'show' 0 show f65
same 'show_msb' 0 show one --msb --columns 8 --count 8
head -c 65536 /dev/zero | "$bitmill" show --svg --columns 1 --count 65536 - >meta/large
check 'show_65536_rows' 0 65537 '' grep -c '^<text' meta/large

# ---- The file, and its styles ----

check 'file' 0 "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"192\" height=\"144\" viewBox=\"0 0 192 144\" role=\"img\">
<title>bitmill table '~x'</title>
<style>
</style>
<rect width=\"100%\" height=\"100%\" rx=\"6\"/>
<text xml:space=\"preserve\" x=\"37.2\" y=\"27\" textLength=\"50.4\"><tspan class=\"heading\">x</tspan> | <tspan class=\"heading\">~x</tspan></text>
<text xml:space=\"preserve\" x=\"28.8\" y=\"47\" textLength=\"58.8\">---+---</text>
<text xml:space=\"preserve\" x=\"37.2\" y=\"67\" textLength=\"42.0\">0 | <tspan class=\"result\">1</tspan></text>
<text xml:space=\"preserve\" x=\"37.2\" y=\"87\" textLength=\"42.0\">1 | <tspan class=\"result\">0</tspan></text>
<text xml:space=\"preserve\" x=\"12.0\" y=\"127\" textLength=\"168.0\">The same as not: ~a.</text>
</svg>" '' sh -c '"$1" table "~x" --svg | sed "/^<style>/,/^<\/style>/{/style>/!d;}"' sh "$bitmill"

# line NAME LINE ARGUMENTS...: the picture has this line.
line() {
    name=$1 wanted=$2
    shift 2
    "$bitmill" "$@" >meta/out 2>&1
    grep -Fq -e "$wanted" meta/out && pass || fail "$name" "no '$wanted' in
$(cat meta/out)"
}
line 'bits_to_look_at' '~x  <tspan class="one">11111111</tspan> <tspan class="one">11111</tspan><tspan class="zero">00</tspan><tspan class="one">1</tspan>  ' \
    eval --svg --width 16 '~x' x=6
line 'places' '<tspan class="heading">' eval --svg --width 8 '~x' x=6
line 'undefined' '<tspan class="warning">Undefined:</tspan> ' eval --svg '1 << n' n=32
line 'code' '<tspan class="code">1 &lt;&lt; n &amp; n</tspan>' eval --svg '1 << n & n' n=3
line 'title' "<title>bitmill eval '1 &lt;&lt; n' n=3</title>" eval '1 << n' --svg n=3
printf 'x' >"it's"
strange="$(printf '\001é\377')"
printf 'x' >"$strange"
line 'title_with_quotes' "<title>bitmill show 'it'\\''s' --count 8</title>" show "it's" --count 8 --svg
line 'title_that_is_not_utf8' "<title>bitmill show '?é?'</title>" show "$strange" --svg

# Colours: 4.5 times as much light where more comes from than where less does, as WCAG 2 counts it.
cat >meta/contrast.py <<'END'
import re, sys
def light(colour):
    parts = [int(colour[k:k + 2], 16) / 255 for k in (1, 3, 5)]
    r, g, b = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
for scheme, sheet in zip(("light", "dark"), sys.stdin.read().split("@media (prefers-color-scheme: dark)")):
    fills = dict(re.findall(r"([.\w]+) \{[^}]*fill: (#\w{6});", sheet))
    ground = light(fills.pop("rect"))
    print(scheme, len(fills), "colours")
    for name, colour in fills.items():
        more, less = sorted((light(colour), ground), reverse=True)
        if (more + 0.05) / (less + 0.05) < 4.5:
            print(scheme, name, colour, "has a contrast of", (more + 0.05) / (less + 0.05))
END
if command -v python3 >/dev/null; then
    check 'contrast' 0 'light 6 colours
dark 6 colours' '' sh -c '"$1" table and --svg | sed -n "/<style>/,/<\/style>/p" | python3 meta/contrast.py' sh "$bitmill"
else
    skip 'contrast' 'python3 is not installed'
fi

# ---- Misuse ----

usage_error 'no_value' "bitmill: table: option '--svg' has the value '3': expected none" table and --svg=3
usage_error 'too_many_bits' "bitmill: show: --count '65537' is out of range: expected 1 to 65536" \
    show --svg --count 65537 one
full_disk 1 table and --svg
check 'no_such_file' 1 '' 'bitmill: nowhere: No such file or directory' "$bitmill" show --svg nowhere

done_testing
