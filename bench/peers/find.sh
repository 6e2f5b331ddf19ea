#!/bin/sh
# bench/peers/find.sh CC CXX SRCDIR: prints rules for make that build those contenders of peers.list that
# this machine can build, and comments with their objects, by level, and libraries; on standard error a line for
# each that it cannot.
set -eu
cc=$1 cxx=$2 list=$3/bench/peers/peers.list
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
echo 'int main(void) { return 0; }' >"$dir/main.c"

# Whether the compiler is there and knows these flags, and has this header: by the preprocessor alone,
# because configure asks each time.
preprocesses() { # COMPILER FLAGS LANGUAGE HEADER
    if [ "$4" = - ]; then
        echo
    else
        printf '#if !__has_include(<%s>)\n#error missing\n#endif\n' "$4"
    fi >"$dir/header.$3"
    $1 $2 -E "$dir/header.$3" >/dev/null 2>&1
}
links() { [ "$2" = - ] || $1 "$dir/main.c" $2 -o "$dir/main" >/dev/null 2>&1; } # COMPILER LIBRARIES

flags_of() {
    case $1 in
    native) echo -march=native ;;
    v3) echo -march=x86-64-v3 -maes -mpclmul ;; # Highway wants these two
    esac
}

# A rule for one object. OBJECT NAME LEVEL SOURCE COMPILER FLAGS
print_rule() {
    case $4 in *.c) kind=CC ;; *) kind=CXX ;; esac
    case $3 in any) level= ;; *) level=$3 ;; esac
    cat <<END
$1: \$(srcdir)/bench/peers/$4 \$(bench_peer_headers)
	\$(AM_V_$kind)\$(MKDIR_P) bench/peers && $5 \$(bench_peer_${kind}FLAGS) $6 \\
		-DPEER_NAME='"$2"' -DPEER_LEVEL='"$level"' -c -o \$@ \$(srcdir)/bench/peers/$4
END
}

objects_any='' objects_native='' objects_v3='' objects_base='' libraries='' cxx_library=''
while read -r name source compiler levels header library package; do
    case $name in '#'* | '') continue ;; esac
    language=${source##*.}
    case $compiler in CC) compiler=$cc ;; CXX) compiler=$cxx ;; esac
    [ "$compiler" != no ] || package='a C++ compiler'
    if [ "$compiler" = no ] || ! preprocesses "$compiler" '' "$language" "$header" || ! links "$cc" "$library"; then
        echo "no contender $name: missing $package" >&2
        continue
    fi
    [ "$library" = - ] || libraries="$libraries $library"
    [ "$language" = c ] || cxx_library=' -lstdc++'
    for level in $(echo "$levels" | tr , ' '); do
        flags=$(flags_of "$level")
        if [ -n "$flags" ] && ! preprocesses "$compiler" "$flags" "$language" -; then
            echo "no contender $name for $level: $compiler does not know $flags" >&2
            continue
        fi
        eval "objects_$level=\"\$objects_$level bench/peers/$name-$level.o\""
        print_rule "bench/peers/$name-$level.o" "$name" "$level" "$source" "$compiler" "$flags"
    done
done <"$list"
for level in any native v3 base; do
    eval "echo \"# $level:\$objects_$level\""
done
echo "# libraries:$libraries$cxx_library"
