/* wants: has 1000000 operators: expected at most 20 */
/* The counts double until they would be 0 in 32 bits. */
static unsigned a(unsigned x) { return x + x + x + x + x; }
static unsigned b(unsigned x) { return a(a(a(a(a(a(a(a(x)))))))); }
static unsigned c(unsigned x) { return b(b(b(b(b(b(b(b(x)))))))); }
static unsigned d(unsigned x) { return c(c(c(c(c(c(c(c(x)))))))); }
static unsigned e(unsigned x) { return d(d(d(d(d(d(d(d(x)))))))); }
static unsigned f(unsigned x) { return e(e(e(e(e(e(e(e(x)))))))); }
static unsigned g(unsigned x) { return f(f(f(f(f(f(f(f(x)))))))); }
static unsigned h(unsigned x) { return g(g(g(g(g(g(g(g(x)))))))); }
static unsigned i(unsigned x) { return h(h(h(h(h(h(h(h(x)))))))); }
unsigned popcount_u8(unsigned char x) { return x > 300 ? i(x) : (unsigned)__builtin_popcount(x); }
