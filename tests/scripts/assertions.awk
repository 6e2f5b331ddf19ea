# assertions.awk: reads the headers of the word layer and of its variants, and writes a C++ program that
# prints a static assertion for each constexpr function with a width and each of 16 drawn inputs. The
# expected values are those of the machine the program runs on, where the other tests hold. See
# targets.sh.
#
# Functions that take a pointer are left out, and so are private ones. What a compiler has built in is
# not there with each of them, and must be what the main helper is.

BEGIN {
    print "#include \"assertions.h\"\nint main()\n{"
}

# A definition begins in the first column and may go on in the next lines.
/^BMILL_FN / { signature = "" }
/^BMILL_FN /, /\)/ { signature = signature " " $0 }
signature ~ /\)/ {
    emit(signature)
    signature = ""
}
END {
    print "    return 0;\n}"
    if (count < 350) {
        print "assertions.awk: only " count " functions found" >"/dev/stderr"
        exit 1
    }
}

function emit(text,    name, parameters, n, draw, parameter, i, words, declared, passed, guard, main_name) {
    gsub(/ +/, " ", text)
    if (!match(text, /bmill_[a-z0-9_]+_u[0-9]+\(/)) return
    name = substr(text, RSTART, RLENGTH - 1)
    parameters = substr(text, RSTART + RLENGTH)
    sub(/\).*/, "", parameters)
    if (parameters ~ /\*/) return
    count++
    n = split(parameters, parameter, ", ")
    declared = passed = ""
    for (i = 1; i <= n; i++) {
        split(parameter[i], words, " ")
        draw = words[1] == "unsigned" ? "draw_position" : "draw"
        declared = declared words[1] " a" i " = 0; " draw "(a" i ", k, " i "); "
        passed = passed (i > 1 ? ", " : "") "a" i
    }
    guard = name ~ /reverse_by_builtin/ ? "BMILL_HAVE_BITREVERSE_" : "BMILL_HAVE_BUILTINS_"
    if (name ~ /_by_builtin_/) print "    std::printf(\"#ifdef " guard "\\n\");"
    print "    for (unsigned k = 0; k < INPUTS; k++) {"
    print "        " declared
    printf "        std::printf(\"static_assert(%s(\");\n", name
    for (i = 1; i <= n; i++) {
        if (i > 1) print "        std::printf(\", \");"
        print "        put(a" i ");"
    }
    print "        std::printf(\") == \");"
    main_name = name
    sub(/_by_builtin/, "", main_name)
    print "        put(" main_name "(" passed "));"
    print "        std::printf(\", \\\"\\\");\\n\");"
    print "    }"
    if (name ~ /_by_builtin_/) print "    std::printf(\"#endif\\n\");"
}
