# doxygen.awk: what Doxygen reads in place of a header. The headers are written for people who read
# them in an editor. Doxygen has to be told a few things more:
#
#   - The comment at the head of a header describes a group of the same name: bitmill/bits/move.h is
#     bitmill_bits_move. So each header has one page in the manual, and two headers of the same name
#     (word/pext.h and bits/pext.h) have two.
#   - "Example:" begins a paragraph of code, on this line or after an empty one. It ends with the
#     next empty line, with a line that begins with "Since", or with the comment.
#   - "Cost:" and "Since" at the beginning of a line begin paragraphs.
#   - <topic> and #if are text, not a tag and a link.
function group(path) {
    sub(/\.h$/, "", path)
    gsub(/\//, "_", path)
    return path
}
# The text with < and # escaped where a name follows, but in `code`.
function escaped(text,    parts, n, i, result) {
    n = split(text, parts, "`")
    for (i = 1; i <= n; i++) {
        if (i % 2 == 1) {
            gsub(/<[a-z_]+>/, "\\\\&", parts[i])
            gsub(/#(if|include|define)/, "\\\\&", parts[i])
        }
        result = result (i > 1 ? "`" : "") parts[i]
    }
    return result
}
FNR == 1 {
    path = FILENAME
    sub(/.*include\//, "", path)
}
# The head is "/* bitmill/bits/move.h: text", or "/** @file" and then " * bitmill/bits/move.h: text".
FNR == 1 && /^\/\*\* @file/ { next }
FNR <= 2 && !head && match($0, /^(\/\*+| \*) [^ ]*\.h: /) {
    head = 1
    print "/** @file " path
    print " *//** @defgroup " group(path) " " path
    $0 = " * @brief " substr($0, RLENGTH + 1)
}
/^ *\/\*\*/ { comment = 1 }
head || comment {
    if (/^ \*$/ && example == "expected")
        next
    if (example && (/^ \*$/ || /\*\// || /^ \* Since /)) {
        print " * @endcode"
        example = ""
    } else if (example)
        example = "begun"
    if (/^ \* Example:/) {
        print " *\n * @par Example\n * @code{.c}"
        example = /: *$/ ? "expected" : "begun"
        sub(/^ \* Example: */, " *     ")
    } else if (!example) {
        if (/^ \* (Cost:|Since )/)
            print " *"
        $0 = escaped($0)
    }
    if (head && /\*\/$/) {
        sub(/ *\*\/$/, "")
        print $0 "\n *//** @{ */"
        head = 0
        grouped = 1
        next
    }
    if (/\*\//)
        comment = 0
    if (/^ \*  *$/)
        next
}
{ print }
END {
    if (grouped)
        print "/** @} */"
}
