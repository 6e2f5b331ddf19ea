# graded.sh: what the tests of `bitmill grade` share; each of them reads it with `.` first.
#
# The submissions are in this folder. A line `wants: TEXT` in one of them is a text that the result
# has to have in one of its lines.
. "${srcdir:-.}/tests/tools/tool.sh"
submissions=$source_dir/tests/tools/grade
unset CC
mkdir tmp
TMPDIR=$PWD/tmp
export TMPDIR

"$bitmill" grade empty >meta/out 2>meta/err
if [ -s meta/err ]; then
    case $(cat meta/err) in
    *'this needs Linux'* | *'no C compiler'* | *'neither bubblewrap nor seccomp'*)
        skip 'grade' "$(cat meta/err)"
        done_testing
        exit
        ;;
    esac
fi

# graded NAME STATUS OPTIONS... FILE: the exit status, no error, and lines of at most 80 columns; the
# result is in meta/out.
graded() {
    name=$1 status=$2
    shift 2
    "$bitmill" grade --seed 1 "$@" >meta/out 2>meta/err
    got=$?
    if [ $got = "$status" ] && [ ! -s meta/err ] && ! grep -q '.\{81\}' meta/out; then
        pass
    else
        fail "$name" "exit status $got, expected $status
$(cat meta/err meta/out)"
    fi
}
# says NAME TEXT...: each TEXT is in a line of the last result.
says() {
    name=$1
    shift
    for text; do
        if grep -qF -e "$text" meta/out; then
            pass
        else
            fail "$name" "expected: $text
$(head -60 meta/out)"
        fi
    done
}
# keeps_wishes NAME FILE: the same for what the file wants.
keeps_wishes() {
    sed -n 's/^\/\* wants: \(.*\) \*\/$/\1/p' "$2" >meta/wishes
    while read -r wish; do
        says "$1" "$wish"
    done <meta/wishes
}
