/* cases.js: inputs of the commands eval, explain and law, drawn by a seed: for the engine alone and for
 * the page. A case is {args}, the arguments of the command, and {fragment}, the address of the page that
 * holds the same (null: the page cannot ask for it).
 */
'use strict';

const {execFileSync, spawnSync} = require('child_process');
const fs = require('fs');
const path = require('path');

/* web/engine.js, as the page has it. */
const {makeEngine, plain} = new Function(fs.readFileSync(path.join(__dirname, '../../web/engine.js'), 'utf8') +
    '; return {makeEngine, plain};')();

/* Numbers below n: the generator of G. Marsaglia, Xorshift RNGs (2003), with 32 bits. */
function makeDraw(seed) {
    let state = Math.imul(seed >>> 0, 0x9e3779b1) >>> 0 || 1;
    return n => {
        state ^= state << 13;
        state ^= state >>> 17;
        state = (state ^ state << 5) >>> 0;
        return (state >>> 3) % n;
    };
}

function makeCases(drawEval, seed, catalog) {
    const below = makeDraw(seed), one = list => list[below(list.length)];
    const bits = width => {
        let value = 0n;
        for (let k = 0; k < 64; k += 16)
            value = value << 16n | BigInt(below(65536));
        value = BigInt.asUintN(width, value);
        return [value >> BigInt(below(width)), value, BigInt(below(4)), BigInt.asUintN(width, -1n - BigInt(below(3)))][below(4)];
    };
    const number = value => BigInt.asUintN(64, value);

    // The types of the page, for those that draw_eval.c draws: the same ones, or as wide ones.
    const types = {bool: 'uint8_t', int: 'int32_t', 'unsigned int': 'uint32_t', long: 'int64_t', 'unsigned long': 'uint64_t',
        'long long': 'int64_t', 'unsigned long long': 'uint64_t'};

    function ofC(count) {
        const drawn = execFileSync(drawEval, [String(seed), String(count), 'arguments'], {encoding: 'utf8'});
        return drawn.trimEnd().split('\n\n').map(text => {
            const [e, ...definitions] = text.split('\n');
            const query = new URLSearchParams({e, rules: 'c', width: '32', signed: 'yes'});
            const args = definitions.map(definition => {
                const [, type, name, value] = /^(.*) (\w+)=(.*)$/.exec(definition);
                query.append('let', `${name}:${value}:${types[type] || type}`);
                return `${types[type] || type} ${name}=${value}`;
            });
            return {args: ['eval', '--', e, ...args], fragment: '#eval?' + query};
        });
    }

    function expression(depth, variables) {
        if (depth === 0)
            return below(3) ? one(variables) : String(one([0, 1, 2, 3, 5, 7, 15, 85, 128, 255]));
        const part = () => expression(depth - 1 - below(depth), variables);
        switch (below(9)) {
        case 0: return one(['~', '-', '!']) + `(${part()})`;
        case 1: return one(['popcount', 'reverse', 'ctz', 'is_pow2', 'lowest_set', 'parity', 'gray_encode']) + `(${part()})`;
        case 2: return `(${part()}) ${one(['<<', '>>'])} ${below(9)}`;
        case 3: return `(${part()}) ? ${part()} : (${part()})`;
        case 4: return one(['rotl', 'rank', 'pext', 'avg_floor']) + `(${part()}, ${part()})`;
        default: return `(${part()}) ${one(['+', '-', '*', '/', '%', '&', '|', '^', '<', '==', '&&', '||'])} (${part()})`;
        }
    }

    function modulo(width) {
        const signed = below(2), e = expression(1 + below(3), ['x', 'y', 'long_name_2']);
        const query = new URLSearchParams({e, rules: 'modulo', width, signed: signed ? 'yes' : 'no'});
        const values = [];
        // In the order of their first use, which is the page's.
        for (const name of new Set(e.match(/\b(x|y|long_name_2)\b/g))) {
            const value = bits(width), text = signed ? BigInt.asIntN(width, value) : value;
            values.push(`${name}=${text}`);
            query.append('let', `${name}:${text}`);
        }
        return {args: ['eval', '--width', String(width), '--', e, ...values], fragment: '#eval?' + query};
    }

    /* An operand of a kind of tools/engine/verbs.h. */
    function operand(kind, width, signed) {
        switch (kind) {
        case 'x': case 'm': return String(signed ? BigInt.asIntN(width, bits(width)) : bits(width));
        case 'i': case 'k': return String(below(width));
        case 'n': return String(below(width + 2));
        case 's': return String(below(2));
        case 'h': return String(bits(width / 2));
        case 't': return String(bits(Math.floor(width / 3)));
        case 'a': return String(1n << BigInt(below(width)));
        case 'p': return bytes(width / 8);
        }
        throw new Error(`a kind of operand that is not known here: ${kind}`);
    }
    const bytes = n => Array.from({length: n}, () => below(256).toString(16).padStart(2, '0')).join('');

    function explain(line) {
        const [, verb, , , kinds, , , , methods] = line.split('\t');
        // A way that clang has and gcc has not: the engine is made by clang, the command maybe by gcc.
        const both = methods.split(',').filter(m => verb !== 'reverse' || !m.startsWith('builtin:'));
        const [method, widths] = one(both).split(':');
        const width = Number(one(widths.split(' '))), signed = below(3) === 0;
        const operands = [...kinds].map(kind => operand(kind, width, signed));
        const query = new URLSearchParams({verb, by: method, width, signed: signed ? 'yes' : 'no'});
        operands.forEach(op => query.append('op', op));
        return {args: ['explain', '--width', String(width), ...(method === 'main' ? [] : ['--by', method]),
            ...(signed ? ['--signed'] : []), verb, ...operands], fragment: '#explain?' + query};
    }

    function bitmap(line) {
        const [, verb, , , kinds, , , names] = line.split('\t'), n = 1 + below(8);
        const operands = [];
        [...kinds].forEach((kind, k) => {
            const rest = names.split(' ')[k] === 'count' ? 8 * n - Number(operands[k - 1]) : 8 * n;
            operands.push('ab'.includes(kind) ? bytes(n) : kind === 's' ? String(below(2)) : String(below(rest)));
        });
        const query = new URLSearchParams({verb});
        operands.forEach(op => query.append('op', op));
        return {args: ['explain', verb, ...operands], fragment: '#explain?' + query};
    }

    function law() {
        const seed = String(below(1000000));
        const e = one([
            'x ^ x == 0', 'x + y == (x ^ y) + 2 * (x & y)', '(x & (x - 1)) == 0 iff is_pow2(x)', 'x & 1 == 0', 'x < 0x10000',
            'x << n >> n == x', '-x == ~x + 1', 'x ^ y == y ^ x', 'x & 0xfff == x', '(7^3)^(5^4^5)^(3^4)==7', 'x / y * y == x',
            'n < WIDTH implies popcount((1 << n) - 1) == n', 'x & 1', 'x = 1', 'popcount(x) == popcount(~x', 'x != 123456789', '',
        ]);
        return {args: ['law', '--seed', seed, '--', e], fragment: '#law?' + new URLSearchParams({e, seed})};
    }

    const lines = catalog.trimEnd().split('\n');
    const integers = lines.filter(l => l.startsWith('integer\t')), bitmaps = lines.filter(l => l.startsWith('bitmap\t'));
    const times = (n, f) => Array.from({length: n}, f);
    return [
        ...ofC(70),
        ...times(45, () => modulo(one([8, 16, 32, 64]))),
        ...times(58, () => explain(one(integers))),
        // Signed numbers beside operands that have no sign.
        {args: ['explain', '--width', '8', '--signed', 'modify', '-128', '7', '1'], fragment: '#explain?verb=modify&width=8&signed=yes&op=-128&op=7&op=1'},
        {args: ['explain', '--width', '16', '--signed', 'morton2', '255', '128'], fragment: '#explain?verb=morton2&width=16&signed=yes&op=255&op=128'},
        ...times(10, () => bitmap(one(bitmaps))),
        ...times(15, law),
    ].map(c => ({...c, args: c.args.map(a => String(a))}));
}

/* What the command says: {status, output, messages}. */
function runCommand(bitmill, args) {
    const {status, stdout, stderr, error} = spawnSync(bitmill, args, {encoding: 'utf8'});
    if (error)
        throw error;
    return {status, output: stdout, messages: stderr};
}

/* Counts, and the closing line of all tests. */
const counts = {passed: 0, failed: 0};
function check(name, right, details) {
    if (right) {
        counts.passed++;
        return;
    }
    counts.failed++;
    console.log(`FAILED: ${name}`);
    console.log(String(details === undefined ? '' : details).split('\n').slice(0, 40).map(l => '    ' + l).join('\n'));
}
/* The first line in which two texts differ. */
function difference(got, wanted) {
    const a = got.split('\n'), b = wanted.split('\n'), k = a.findIndex((line, n) => line !== b[n]);
    const at = k < 0 ? a.length : k;
    return `line ${at + 1}: got      ${JSON.stringify(a[at])}\n${' '.repeat(6 + String(at + 1).length)} expected ${JSON.stringify(b[at])}`;
}

module.exports = {makeEngine, plain, makeDraw, makeCases, runCommand, check, counts, difference};
