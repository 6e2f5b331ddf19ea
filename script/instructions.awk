# instructions.awk: reads a disassembly of x86-64 by objdump, prints lines of a function, its number of
# instructions, and what it calls, or "-" (of objdump -r alone). Padding and the mark of the entrance
# (endbr64) do not count.

function done() { if (name) print name, count, called }
/^[0-9a-f]+ <.*>:$/ {
    done()
    name = substr($2, 2, length($2) - 3)
    count = 0
    called = "-"
}
/R_X86_64_PLT32/ { called = $3; sub(/-0x.*/, "", called) }
/^ +[0-9a-f]+:\t/ && !/\t((data16|cs) )*(endbr64|nop[lw]?|xchg +%ax,%ax)( |$)/ { count++ }
END { done() }
