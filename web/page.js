/* page.js: the page. What is typed and clicked is kept in `state`; arguments() makes of it the
 * arguments of the command, the engine runs them, and show() draws what it says. Text of the user
 * gets into the page as text alone (textContent), never as HTML.
 *
 * The state is in the address, after #:
 *
 *   #eval?e=EXPRESSION&rules=modulo|c&width=8|16|32|64&signed=yes|no&let=NAME:VALUE[:TYPE]...
 *   #explain?verb=VERB&by=METHOD&width=...&signed=...&op=OPERAND&op=...
 *   #law?e=CONDITION&seed=N
 *
 * What is missing or makes no sense there is left at its default.
 */
'use strict';

const MODES = {
    eval: 'Type an expression of integers. Each step is worked out in binary. Click a bit to flip it.',
    explain: 'Choose an operation. It is worked out step by step, with the reason of each step.',
    law: 'Type a condition. Does it hold for all numbers? If not, you see numbers for which it fails.',
};
const KEYS = {
    eval: ['Tab', ' to the bits, ', '←', ' ', '→', ' ', '↑', ' ', '↓', ' from bit to bit, ', 'Space', ' flips, ',
        'Enter', ' keeps this state in the history.'],
    law: ['Enter', ' tries the condition at once.'],
};
KEYS.explain = KEYS.eval;
const TYPES = ['int8_t', 'uint8_t', 'int16_t', 'uint16_t', 'int32_t', 'uint32_t', 'int64_t', 'uint64_t'];
const TOPICS = {
    operators: 'Operators of C', bit: 'Single bits', field: 'Masks and fields', count: 'Counting bits',
    pow2: 'Powers of two', ends: 'The lowest and the highest bits', permute: 'Bits in another order',
    pext: 'Gather and scatter', rank: 'Rank and select', morton: 'Bits of several numbers by turns',
    arith: 'Arithmetic', carryless: 'Arithmetic without carries', enumerate: 'The next number of a kind',
    memory: 'Memory', bitmaps: 'Bitmaps in memory',
};
const EXAMPLES = {
    eval: [
        ['#eval?e=x+%26+(x+-+1)&width=8&let=x:180', 'x & (x - 1)', 'clears the lowest 1 bit'],
        ['#eval?e=~x&width=8&signed=yes&let=x:5', '~x', 'why "not 5" is -6'],
        ['#eval?e=x+%2B+y+%3E+255&rules=c&width=8&let=x:200&let=y:100', 'x + y > 255', 'C makes an int of a uint8_t'],
        ['#eval?e=x+%3C+y&rules=c&width=32&let=x:-1:int32_t&let=y:1:uint32_t', 'x < y', '-1 is not below 1u in C'],
        ['#eval?e=1+%3C%3C+n&rules=c&width=32&signed=yes&let=n:31', '1 << n', 'undefined in C for n = 31'],
        ['#eval?e=popcount(x+%5E+y)&width=16&let=x:46021&let=y:29555', 'popcount(x ^ y)', 'the Hamming distance'],
    ],
    explain: [
        ['#explain?verb=and&width=8&op=204&op=170', 'and', 'begin here'],
        ['#explain?verb=modify&by=masks&width=8&op=6&op=1&op=1', 'modify by masks', 'sets or clears a bit, without a branch'],
        ['#explain?verb=popcount&by=swar&width=8&op=183', 'popcount by swar', 'counts all bits at the same time'],
        ['#explain?verb=pext&width=8&op=180&op=204', 'pext', 'gathers the bits that a mask marks'],
        ['#explain?verb=bits_andnot&op=b7ff01&op=0f3cff', 'bits_andnot', 'one set without another, in memory'],
    ],
    law: [
        ['#law?e=x+%2B+y+%3D%3D+(x+%5E+y)+%2B+2+*+(x+%26+y)', 'x + y == (x ^ y) + 2 * (x & y)', 'a sum and its carries'],
        ['#law?e=(x+%26+(x+-+1))+%3D%3D+0+iff+is_pow2(x)', '(x & (x - 1)) == 0 iff is_pow2(x)', 'almost'],
        ['#law?e=x+%26+1+%3D%3D+0', 'x & 1 == 0', 'C reads this in another way than Python'],
        ['#law?e=n+%3C+WIDTH+implies+popcount((1+%3C%3C+n)+-+1)+%3D%3D+n', 'n < WIDTH implies popcount((1 << n) - 1) == n', 'a mask of n bits'],
        ['#law?e=avg_floor(a%2C+b)+%3D%3D+(a+%2B+b)+%2F+2', 'avg_floor(a, b) == (a + b) / 2', 'where the sum overflows'],
    ],
};
const VALUES = new Map([['x', 6n], ['y', 3n], ['z', 5n], ['a', 12n], ['b', 10n]]); // at first; of other variables 1
const LONGEST = 4000; // characters of an expression

const $ = id => document.getElementById(id);

/* An element with properties and children, which are elements or texts. */
function make(tag, properties, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(properties || {}))
        if (name in element && name !== 'list')
            element[name] = value;
        else
            element.setAttribute(name, value);
    element.append(...children);
    return element;
}

// ---- Numbers ----

/* Reads a number as the command does; null: it is none. */
function readNumber(text) {
    const match = /^\s*(-?)(?:0x([0-9a-f_']+)|0b([01_']+)|0o([0-7_']+)|([0-9][0-9_']*))\s*$/i.exec(text);
    if (!match || text.length > 120)
        return null;
    const digits = ['0x', '0b', '0o', ''].map((base, k) => match[k + 2] && base + match[k + 2].replace(/[_']/g, ''));
    try {
        const value = BigInt(digits.find(d => d));
        return match[1] ? -value : value;
    } catch (error) {
        return null;
    }
}

const lowBits = (width, value) => BigInt.asUintN(width, value);
const reading = (width, signed, bits) => signed ? BigInt.asIntN(width, bits) : lowBits(width, bits);
const hex = (width, bits) => '0x' + lowBits(width, bits).toString(16).padStart(Math.ceil(width / 4), '0');
const least = (width, signed) => signed ? -(1n << BigInt(width - 1)) : 0n;
const most = (width, signed) => (1n << BigInt(signed ? width - 1 : width)) - 1n;

/* Hexadecimal bytes, byte 0 first: {bits, bytes}, or null. */
function readBytes(text) {
    const digits = text.trim().replace(/^0x/, '').replace(/ /g, '');
    if (!/^([0-9a-f]{2}){1,8}$/i.test(digits))
        return null;
    const bytes = digits.match(/../g);
    return {bits: bytes.reduce((sum, byte, k) => sum | BigInt('0x' + byte) << BigInt(8 * k), 0n), bytes: bytes.length};
}
function writeBytes(bits, bytes) {
    return Array.from({length: bytes}, (_, k) => (bits >> BigInt(8 * k) & 255n).toString(16).padStart(2, '0')).join('');
}

// ---- The state ----

let engine = null, catalog = new Map();
const state = {
    mode: 'eval', e: {eval: 'x & (x - 1)', law: 'x + y == (x ^ y) + 2 * (x & y)'}, rules: 'modulo', width: 8,
    signed: false, seed: '1',
    let: new Map(), // name: {bits, type}; type '' is that of width and signed
    names: [],      // of the variables of the expression, as far as the last one without a mistake
    verb: 'and', by: 'main',
    op: [], // {kind, name, bits, bytes (of memory), text (of what is no number of bits)}
};

function typeOf(variable) {
    return variable.type || (state.signed ? '' : 'u') + `int${state.width}_t`;
}
function shapeOf(variable) { // how a variable is shown, and read
    if (state.rules !== 'c')
        return {width: state.width, signed: state.signed};
    const type = typeOf(variable);
    return {width: Number(/\d+/.exec(type)[0]), signed: type[0] === 'i'};
}
function variable(name) {
    if (!state.let.has(name))
        state.let.set(name, {bits: lowBits(64, VALUES.get(name) || 1n), type: ''});
    return state.let.get(name);
}

/* Cuts all values to what their types hold. */
function cutValues() {
    for (const name of state.names) {
        const v = variable(name);
        v.bits = lowBits(shapeOf(v).width, v.bits);
    }
}

/* The width of an operand of explain, in bits; 0 if it is no number of bits. */
function operandWidth(operand) {
    switch (operand.kind) {
    case 'x': case 'm': return state.width;
    case 'h': return state.width / 2;
    case 't': return Math.floor(state.width / 3);
    case 's': return 1;
    case 'p': case 'a*': case 'b*': return 8 * operand.bytes;
    default: return 0;
    }
}
const isMemory = operand => operand.kind === 'p' || operand.kind.endsWith('*');

function methodsOf(verb) {
    return verb.methods.map(m => m.name);
}
function widthsOf(verb, by) {
    const method = verb.methods.find(m => m.name === by);
    return (method ? method.widths : verb.widths).filter(w => verb.widths.includes(w));
}

/* An operand of the current verb from text; null: it is none. */
function readOperand(kind, name, text) {
    const operand = {kind, name, bits: 0n, bytes: 0, text: ''};
    if (isMemory(operand)) {
        const read = readBytes(text);
        return read && Object.assign(operand, read);
    }
    const value = readNumber(text);
    if (value === null)
        return null;
    if (operandWidth(operand))
        operand.bits = lowBits(64, value);
    else
        operand.text = String(value);
    return operand;
}

/* Chooses a verb: its first method and width if the present ones do not fit, and its example. */
function chooseVerb(name, texts) {
    const verb = catalog.get(name) || catalog.get('and');
    state.verb = verb.name;
    if (!methodsOf(verb).includes(state.by))
        state.by = methodsOf(verb)[0] || '';
    const widths = widthsOf(verb, state.by);
    if (widths.length && !widths.includes(state.width))
        state.width = widths[0];
    const example = verb.example.split(' ');
    state.op = verb.kinds.map((kind, k) => texts && k < texts.length && readOperand(kind, verb.names[k], texts[k]) ||
        readOperand(kind, verb.names[k], example[k]));
    cutOperands();
}
function cutOperands() {
    for (const operand of state.op) {
        const before = operand.bytes;
        if (operand.kind === 'p')
            operand.bytes = state.width / 8;
        if (operand.bytes > before && before) // new bytes of memory go on counting
            for (let k = before; k < operand.bytes; k++)
                operand.bits |= BigInt(k + 1) << BigInt(8 * k);
        const width = operandWidth(operand);
        if (width)
            operand.bits = lowBits(width, operand.bits);
        if (operand.kind === 'i' || operand.kind === 'k') { // an index or a shift below the width
            const value = readNumber(operand.text);
            if (catalog.get(state.verb).kind === 'integer' && value !== null && value >= BigInt(state.width))
                operand.text = String(value % BigInt(state.width));
        }
    }
}

function operandText(operand) {
    if (isMemory(operand))
        return writeBytes(operand.bits, operand.bytes);
    const width = operandWidth(operand);
    if (!width)
        return operand.text;
    return String(reading(width, state.signed && 'xm'.includes(operand.kind), operand.bits));
}

/* The arguments of the command. */
function commandArguments() {
    if (state.mode === 'law')
        return ['law', '--seed', state.seed, '--', state.e.law];
    if (state.mode === 'explain') {
        const integer = catalog.get(state.verb).kind === 'integer';
        const options = integer ? ['--width', String(state.width)] : [];
        if (integer && state.by !== 'main')
            options.push('--by', state.by);
        if (integer && state.signed)
            options.push('--signed');
        return ['explain', ...options, state.verb, ...state.op.map(operandText)];
    }
    const options = state.rules === 'c' ? [] : ['--width', String(state.width)];
    const values = state.names.map(name => {
        const v = variable(name), {width, signed} = shapeOf(v);
        return (state.rules === 'c' ? typeOf(v) + ' ' : '') + name + '=' + reading(width, signed, v.bits);
    });
    return ['eval', ...options, '--', state.e.eval, ...values];
}

/* As one types them in a shell. */
function commandLine(args) {
    const word = arg => /^[A-Za-z0-9_=.,:+-]+$/.test(arg) ? arg : "'" + arg.replace(/'/g, "'\\''") + "'";
    return 'bitmill ' + args.filter((arg, k) => arg !== '--' || args[k + 1].startsWith('-')).map(word).join(' ');
}

// ---- The address ----

function writeFragment() {
    const query = new URLSearchParams();
    if (state.mode !== 'explain')
        query.append('e', state.e[state.mode]);
    if (state.mode === 'law')
        query.append('seed', state.seed);
    if (state.mode === 'explain') {
        query.append('verb', state.verb);
        if (state.by && state.by !== 'main')
            query.append('by', state.by);
    }
    if (state.mode === 'eval')
        query.append('rules', state.rules);
    if (state.mode !== 'law') {
        query.append('width', state.width);
        query.append('signed', state.signed ? 'yes' : 'no');
    }
    if (state.mode === 'eval')
        for (const name of state.names) {
            const v = variable(name), {width, signed} = shapeOf(v);
            query.append('let', name + ':' + reading(width, signed, v.bits) + (v.type && ':' + v.type));
        }
    if (state.mode === 'explain')
        for (const operand of state.op)
            query.append('op', operandText(operand));
    // Colons and parentheses may stand as they are, which is easier to read.
    return '#' + state.mode + '?' + query.toString().replace(/%3A/g, ':').replace(/%28/g, '(').replace(/%29/g, ')');
}

function readFragment(fragment) {
    const [, mode, rest] = /^#?([a-z]*)\??(.*)$/s.exec(fragment);
    const query = new URLSearchParams(rest);
    if (!Object.hasOwn(MODES, mode))
        return;
    const has = (name, ...values) => values.includes(query.get(name));
    state.mode = mode;
    if (query.has('e') && mode !== 'explain')
        state.e[mode] = oneLine(query.get('e'));
    if (has('width', '8', '16', '32', '64'))
        state.width = Number(query.get('width'));
    if (mode !== 'law')
        state.signed = has('signed', 'yes');
    if (mode === 'eval') {
        state.rules = has('rules', 'c') ? 'c' : 'modulo';
        for (const definition of query.getAll('let').slice(0, 16)) {
            const match = /^([A-Za-z_][A-Za-z_0-9]{0,30}):([^:]*)(?::([a-z0-9_]*))?$/.exec(definition);
            const value = match && readNumber(match[2]);
            if (match && value !== null)
                state.let.set(match[1], {bits: lowBits(64, value), type: TYPES.includes(match[3]) ? match[3] : ''});
        }
    }
    if (mode === 'law' && /^[0-9]{1,20}$/.test(query.get('seed') || ''))
        state.seed = query.get('seed');
    if (mode === 'explain') {
        state.by = query.get('by') || 'main';
        chooseVerb(query.get('verb') || 'and', query.getAll('op'));
    }
}

/* What can stand in a field of one line. */
function oneLine(text) {
    return text.replace(/[\r\n]+/g, ' ');
}

/* The address follows each change. A state that was kept, by Enter or by a change of the mode, stays one
 * to which Back leads. */
let fragment = '', kept = false;
function keepFragment() {
    const now = writeFragment();
    if (now === fragment)
        return;
    fragment = now;
    try {
        history[kept ? 'pushState' : 'replaceState'](null, '', now);
    } catch (error) {
        location.replace(now); // where a page from a file may not do that
    }
    kept = false;
}

// ---- Bits that can be clicked ----

/* The buttons of an operand: groups of 8, the highest bit first; of memory byte 0 first. `change` gets
 * the new bits. */
function makeBits(name, width, memory, change) {
    const box = make('div', {className: width > 8 ? 'bits many' : 'bits', role: 'group', 'aria-label': 'Bits of ' + name});
    const groups = Math.ceil(width / 8);
    let current = 0n;
    box.bits = [];
    for (let g = 0; g < groups; g++) {
        const low = 8 * (memory ? g : groups - 1 - g);
        const byte = make('div', {className: 'byte'});
        if (memory)
            byte.append(make('span', {className: 'label'}, 'byte ' + g));
        const count = Math.min(8, width - low);
        for (let place = low + count - 1; place >= low; place--) {
            const digit = make('span', {className: 'digit'}, '0');
            const button = make('button', {type: 'button', className: 'bit', tabIndex: -1},
                make('span', {className: 'place'}, String(place)), digit);
            if (place === low + count - 1 && count < 8)
                button.style.gridColumnStart = 9 - count;
            button.place = place;
            button.digit = digit;
            button.addEventListener('click', () => change(current ^ 1n << BigInt(place)));
            button.set = one => change(one ? current | 1n << BigInt(place) : current & ~(1n << BigInt(place)));
            box.bits.push(button);
            byte.append(button);
        }
        box.append(byte);
    }
    box.bits[0].tabIndex = 0;
    box.update = bits => {
        current = bits;
        for (const button of box.bits) {
            const one = Boolean(bits >> BigInt(button.place) & 1n);
            button.digit.textContent = one ? '1' : '0';
            button.setAttribute('aria-pressed', String(one));
            button.setAttribute('aria-label', `${name}, bit ${button.place}`);
        }
    };
    box.addEventListener('focusin', event => {
        const button = event.target.closest('.bit');
        if (button)
            box.bits.forEach(b => { b.tabIndex = b === button ? 0 : -1; });
    });
    box.addEventListener('keydown', event => onBitKey(event, box));
    return box;
}

function onBitKey(event, box) {
    const button = event.target.closest('.bit');
    if (!button || event.ctrlKey || event.metaKey || event.altKey)
        return;
    const k = box.bits.indexOf(button), step = {ArrowLeft: -1, ArrowRight: 1}[event.key];
    let next = null;
    if (step)
        next = box.bits[k + step];
    else if (event.key === 'Home' || event.key === 'End')
        next = box.bits[event.key === 'Home' ? 0 : box.bits.length - 1];
    else if (event.key === 'ArrowUp' || event.key === 'ArrowDown')
        next = bitBeyond(button, event.key === 'ArrowDown');
    else if (event.key === '0' || event.key === '1') {
        button.set(event.key === '1');
        next = box.bits[k + 1];
    } else if (event.key === 'Enter')
        work(true);
    else
        return;
    event.preventDefault();
    if (next)
        next.focus();
}

/* The nearest bit of the next row, above or below, of any operand. */
function bitBeyond(button, below) {
    const here = button.getBoundingClientRect();
    let found = null, distance = [Infinity, Infinity];
    for (const other of $('operands').querySelectorAll('.bit')) {
        const there = other.getBoundingClientRect();
        const down = below ? there.top - here.top : here.top - there.top, across = Math.abs(there.left - here.left);
        if (down > 4 && (down < distance[0] - 4 || down < distance[0] + 4 && across < distance[1])) {
            found = other;
            distance = [down, across];
        }
    }
    return found;
}

// ---- Operands ----

let shown = {key: '', rows: []};

/* One operand: a name, a field for its value and, of numbers and memory, its bits. The parts say how to
 * read it, `get` and `set` where it is kept. */
function makeOperand(spec) {
    const id = 'value-' + spec.name;
    const field = make('input', {id, type: 'text', className: 'value', spellcheck: false, autocomplete: 'off',
        inputMode: 'text', 'aria-describedby': id + '-more', 'aria-label': 'Value of ' + spec.name});
    const readings = make('span', {className: 'readings', id: id + '-more'});
    const wrong = make('span', {className: 'wrong', role: 'status'});
    const top = make('div', {className: 'top'}, make('label', {className: 'name', htmlFor: id}, spec.name));
    if (spec.types) {
        const select = make('select', {'aria-label': 'Type of ' + spec.name},
            ...TYPES.map(type => make('option', {value: type, selected: type === spec.type}, type)));
        select.addEventListener('change', () => spec.types(select.value));
        top.append(select);
    }
    top.append(field, wrong);
    const row = make('div', {className: 'operand', role: 'group', 'aria-label': 'Operand ' + spec.name}, top);
    const bits = spec.width ? makeBits(spec.name, spec.width, spec.memory, value => {
        spec.set(value);
        refresh();
    }) : null;
    if (bits)
        row.append(bits);
    row.append(readings);
    field.addEventListener('input', () => {
        const mistake = spec.read(field.value);
        wrong.textContent = mistake || '';
        field.setAttribute('aria-invalid', String(Boolean(mistake)));
        if (!mistake)
            refresh(field);
    });
    row.update = typing => {
        if (typing !== field) {
            field.value = spec.text();
            wrong.textContent = '';
            field.setAttribute('aria-invalid', 'false');
        }
        readings.textContent = spec.readings();
        if (bits)
            bits.update(spec.get());
    };
    return row;
}

function rangeMistake(text, width, signed) {
    const value = readNumber(text);
    if (value === null)
        return 'Expected a number: decimal, 0x hexadecimal or 0b binary.';
    // As the command has it: a negative number and its complement are the same bits.
    const low = least(width, true), high = most(width, false);
    if (signed === null ? value < low || value > high : value < least(width, signed) || value > most(width, signed))
        return `Expected ${signed === null ? low : least(width, signed)} to ${signed === null ? high : most(width, signed)}.`;
    return '';
}

function numberReadings(width, signed, bits) {
    const other = reading(width, !signed, bits), first = reading(width, signed, bits);
    return hex(width, bits) + (other === first ? '' : ` · ${signed ? 'unsigned' : 'signed'} ${other}`);
}

function variableSpec(name) {
    const v = variable(name), {width, signed} = shapeOf(v), c = state.rules === 'c';
    return {
        name, width, memory: false, type: typeOf(v),
        types: c && (type => {
            const value = reading(width, signed, v.bits);
            v.type = type;
            v.bits = lowBits(shapeOf(v).width, value);
            refresh();
        }),
        get: () => v.bits,
        set: bits => { v.bits = bits; },
        text: () => String(reading(width, signed, v.bits)),
        read: text => {
            const mistake = rangeMistake(text, width, c ? signed : null);
            if (!mistake)
                v.bits = lowBits(width, readNumber(text));
            return mistake;
        },
        readings: () => numberReadings(width, signed, v.bits),
    };
}

function operandSpec(operand) {
    const width = operandWidth(operand), memory = isMemory(operand);
    const signed = state.signed && 'xm'.includes(operand.kind);
    const texts = {
        name: operand.name, memory, width,
        get: () => operand.bits,
        set: bits => { operand.bits = bits; },
        text: () => operandText(operand),
        readings: () => memory ? 'hexadecimal bytes, byte 0 first' : width > 1 ? numberReadings(width, signed, operand.bits) : '',
    };
    if (memory)
        texts.read = text => {
            const read = readBytes(text);
            if (!read || operand.kind === 'p' && read.bytes !== state.width / 8)
                return operand.kind === 'p' ? `Expected ${state.width / 8} bytes, of 2 hexadecimal digits each.`
                    : 'Expected 1 to 8 bytes, of 2 hexadecimal digits each.';
            Object.assign(operand, read);
            return '';
        };
    else if (width)
        texts.read = text => {
            const mistake = 'xm'.includes(operand.kind) ? rangeMistake(text, width, null) : rangeMistake(text, width, false);
            if (!mistake)
                operand.bits = lowBits(width, readNumber(text));
            return mistake;
        };
    else
        texts.read = text => { // the command says what is wrong with it
            operand.text = text;
            return '';
        };
    return texts;
}

function showOperands(typing) {
    const specs = state.mode === 'eval' ? state.names.map(variableSpec) : state.mode === 'explain' ? state.op.map(operandSpec) : [];
    const key = JSON.stringify([state.mode, state.verb, state.rules, specs.map(s => [s.name, s.width, s.memory, s.type, s.text === null])]);
    // The rows are kept while only values change, so that the focus stays where it is.
    const same = key === shown.key && shown.state === state.let && specs.every((s, k) => shown.sources[k] === sourceOf(k));
    if (!same) {
        const focused = document.activeElement && document.activeElement.id;
        const rows = specs.map(makeOperand);
        $('operands').replaceChildren(...rows);
        shown = {key, rows, state: state.let, sources: specs.map((_, k) => sourceOf(k))};
        if (focused && focused.startsWith('value-') && $(focused))
            $(focused).focus();
    }
    for (const row of shown.rows)
        row.update(typing);
}
const sourceOf = k => state.mode === 'eval' ? variable(state.names[k]) : state.op[k];

// ---- What the engine says ----

/* Lines of pieces {style, text}. A style goes on over the end of a line. */
function splitLines(text) {
    const lines = [[]];
    let style = 0;
    for (const piece of text.split(/([\x10-\x16\n])/)) {
        if (piece === '\n')
            lines.push([]);
        else if (/^[\x10-\x16]$/.test(piece))
            style = piece.charCodeAt(0) - 0x10;
        else if (piece)
            lines[lines.length - 1].push({style, text: piece});
    }
    return lines;
}
const lineText = line => line.map(piece => piece.text).join('');
const indentOf = text => /^ */.exec(text)[0].length;

/* Rows of columns have two blanks between words. A line under numbers may be without a label, and marks are
 * lines of ^ under places. */
const isColumns = text => isRow(text) || /^ +-{3,}$/.test(text) || /^ *\^[\^ ]*( |$)/.test(text);
const ENDINGS = /^(In C|In this library|Cost|Other ways|Time): */;

/* Without the first n columns. */
function cut(line, n) {
    const rest = [];
    for (const {style, text} of line) {
        const here = Math.min(n, text.length);
        n -= here;
        if (here < text.length)
            rest.push({style, text: text.slice(here)});
    }
    return rest;
}

/* Whether the engine broke the line because the next word had no room in 80 columns. A formula in a
 * line of its own stays there. */
function wraps(before, line) {
    if (/^(Note|Result|Undefined|No result): |^\d+\. /.test(lineText(line)) ||
        line.every(({style, text}) => style === 5 || !text.trim()) && / = /.test(lineText(line)))
        return false;
    const text = lineText(line).trimStart(), first = cut(line, indentOf(lineText(line)))[0];
    // Code does not break at its blanks.
    const code = first && first.style === 5 ? first.text.length : 0;
    const word = text.slice(0, code) + text.slice(code).split(' ')[0];
    return lineText(before).length + 1 + word.length > 80;
}

/* Blocks: {type: 'sheet', lines}, {type: 'end', name, lines}, {type: 'text', lines joined, indent, gap}. */
function parseBlocks(text) {
    const lines = splitLines(text), texts = lines.map(lineText), blocks = [];
    let gap = false, last = null;
    lines.forEach((line, k) => {
        const plainText = texts[k], ending = ENDINGS.exec(plainText);
        const columns = isColumns(plainText) || /^ *\^+ *$/.test(texts[k + 1] || '') ||
            /^\S/.test(plainText) && last && last.type === 'sheet' && !gap && /^ {12,}\S/.test(texts[k + 1] || '');
        if (!plainText.trim()) {
            gap = true;
            return;
        }
        if (ending) {
            last = {type: 'end', name: ending[1], lines: [cut(line, ending[0].length)], texts: [plainText]};
            blocks.push(last);
        } else if (last && last.type === 'end' && !gap && indentOf(plainText) >= 17) {
            last.lines.push(cut(line, 17));
            last.texts.push(plainText);
        } else if (columns) {
            if (!last || last.type !== 'sheet' || gap)
                blocks.push(last = {type: 'sheet', lines: []});
            last.lines.push(line);
        } else if (last && last.type === 'text' && !gap && indentOf(plainText) >= last.indent && wraps(last.end, line)) {
            last.line.push({style: 0, text: ' '}, ...cut(line, indentOf(plainText)));
            last.end = line;
        } else {
            const indent = indentOf(plainText);
            blocks.push(last = {type: 'text', line: cut(line, indent), end: line, indent, gap});
        }
        gap = false;
    });
    return blocks;
}

function spans(line) {
    return line.map(({style, text}) => style ? make('span', {className: 's' + style}, text) : text);
}

/* Rows without the first columns, which all sheets of an answer leave blank. A label that has no room in
 * its column stands in a line of its own, at the left. */
const isRow = text => /\S {2,}\S/.test(text);
function blankColumns(blocks) {
    const rows = blocks.filter(b => b.type === 'sheet').flatMap(b => b.lines.map(lineText)).filter(isRow);
    return rows.length ? Math.min(...rows.map(indentOf)) : 0;
}

function drawSheet(lines, name, blank) {
    const pre = make('pre', {role: 'group', 'aria-label': name});
    lines.forEach((line, k) => {
        pre.append(...spans(cut(line, Math.min(blank, indentOf(lineText(line))))), k + 1 < lines.length ? '\n' : '');
    });
    return pre;
}

/* The lines of an ending, those joined that were broken for want of room. */
function joined(block) {
    const lines = [];
    block.lines.forEach((line, k) => {
        if (k > 0 && block.name !== 'In C' && wraps([{text: block.texts[k - 1]}], line))
            lines[lines.length - 1].push({style: 0, text: ' '}, ...line);
        else
            lines.push([...line]);
    });
    return lines;
}

function drawEnd(block) {
    if (block.name === 'In C')
        return drawSheet(block.lines, block.name, 0);
    const code = block.name === 'In this library';
    return make('div', {className: code ? 'code' : ''}, ...joined(block).map(line => make('div', {}, ...spans(line))));
}

function drawText(block) {
    const p = make('p'), text = lineText(block.line), number = /^(\d+\.) /.exec(text);
    const title = block.line.every(({style, text}) => style === 1 || !text.trim());
    p.className = [block.gap ? 'gap' : '', title ? 'title' : number ? 'step' : block.indent >= 2 ? 'inside' : ''].join(' ').trim();
    if (number)
        p.append(make('span', {className: 'number'}, number[0]), ...spans(cut(block.line, number[0].length)));
    else
        p.append(...spans(block.line));
    return p;
}

/* The one line that people look for. */
function answerOf(blocks) {
    const texts = blocks.filter(b => b.type === 'text').map(b => lineText(b.line));
    const found = texts.reverse().find(t => /^(Result|Undefined|No result): /.test(t));
    const end = blocks.find(b => b.type === 'end' && b.name === 'In this library' && / (=|makes) /.test(lineText(joined(b)[0])));
    if (state.mode === 'law') {
        const law = texts.find(t => /^(Holds|False)\b/.test(t)) || '';
        return law.replace(/[;:,] .*|\. .*/s, '').replace(/\.$/, '');
    }
    return found ? found.replace(/^Result: /, '= ').replace(/^(Undefined: [^:]*):.*/s, '$1') : end ? lineText(joined(end)[0]).replace(/, with nbits = .*/, '') : '';
}

function drawOutput(text) {
    const blocks = parseBlocks(text), blank = blankColumns(blocks), out = [];
    let list = null;
    for (const block of blocks) {
        if (block.type === 'end') {
            if (!list)
                out.push(list = make('dl'));
            list.append(make('dt', {}, block.name), make('dd', {}, drawEnd(block)));
        } else {
            out.push(block.type === 'sheet' ? drawSheet(block.lines, 'Columns', blank) : drawText(block));
        }
    }
    $('output').replaceChildren(...out);
    makeScrollable();
    return answerOf(blocks);
}

/* What is wider than its box can be scrolled with the keyboard. */
function makeScrollable() {
    for (const box of document.querySelectorAll('.output pre, .message pre'))
        if (box.scrollWidth > box.clientWidth)
            box.tabIndex = 0;
        else
            box.removeAttribute('tabindex');
}

function drawMessage(text) {
    const lines = plain(text).replace(/^bitmill: (eval|explain|law)?(: )?/, '').trimEnd().split('\n');
    const box = $('message');
    box.replaceChildren();
    if (!lines[0])
        return;
    box.append(make('p', {}, lines[0][0].toUpperCase() + lines[0].slice(1)));
    if (lines.length > 1)
        box.append(make('pre', {}, lines.slice(1).join('\n').replace(/^ {2}/gm, '')));
}

/* Draws what the engine said. If it is a message alone, what was said before stays, but paler. */
function show(result) {
    drawMessage(result.messages);
    const wrong = result.status === 2;
    $('expression').setAttribute('aria-invalid', String(wrong && state.mode !== 'explain'));
    $('output').classList.toggle('stale', wrong);
    $('answer').classList.toggle('stale', wrong);
    if (!wrong) {
        const answer = drawOutput(result.output);
        $('answer').textContent = answer;
        $('answer').classList.toggle('bad', /^(Undefined|No result|False)/.test(answer));
        $('said').textContent = answer;
    }
    const [width, ...values] = wrong ? [] : result.counterexample.trimEnd().split('\n');
    $('play').hidden = !width;
    if (width) {
        // Where Python's reading of the condition was tried, the engine says which.
        const tried = /So\s+this\s+is\s+tried:\s+(.*?)\n(?:Note: |\n)/s.exec(plain(result.output));
        const e = tried ? tried[1].replace(/\s+/g, ' ') : state.e.law;
        const query = new URLSearchParams({e, rules: 'modulo', width});
        values.forEach(v => query.append('let', v.replace('=', ':')));
        $('play').firstElementChild.href = '#eval?' + query;
    }
    done();
}

/* For tests: which state is shown. */
function done() {
    document.documentElement.dataset.shown = writeFragment();
}

// ---- Running ----

let bytes = null, worker = null, workerWorks = typeof Worker === 'function', timer = 0, clock = 0;

/* The worker's own engine; it answers {number, result}. */
function workerMain() {
    let ready = null;
    onmessage = event => {
        const {number, args, bytes} = event.data;
        if (bytes)
            ready = makeEngine(bytes);
        if (args)
            ready.then(engine => engine.run(args)).then(
                result => postMessage({number, result}), error => postMessage({number, error: String(error)}));
    };
}

function startWorker() {
    const source = `'use strict';\n${makeEngine}\n(${workerMain})();`;
    const address = URL.createObjectURL(new Blob([source], {type: 'text/javascript'}));
    const made = new Worker(address);
    URL.revokeObjectURL(address);
    made.postMessage({bytes});
    return made;
}

function stopWorker() {
    clearTimeout(timer);
    clearInterval(clock);
    if (worker)
        worker.terminate();
    worker = null;
    $('stop').hidden = true;
    $('output').setAttribute('aria-busy', 'false');
}

const broken = error => ({status: 2, output: '', counterexample: '',
    messages: 'the engine stopped: ' + (error && error.message || error) + '. Expected a shorter expression.\n'});

function runHere(args) {
    try {
        show(engine.run(args));
    } catch (error) {
        show(broken(error));
    }
}

/* A law can take seconds: it runs beside the page, and can be stopped. */
function runBeside(args) {
    const begun = Date.now(), number = {};
    try {
        worker = startWorker();
    } catch (error) {
        workerWorks = false;
        runLate(args);
        return;
    }
    const tell = () => {
        const seconds = Math.round((Date.now() - begun) / 1000);
        $('answer').textContent = seconds ? `Trying … ${seconds} s` : 'Trying …';
    };
    $('output').setAttribute('aria-busy', 'true');
    timer = setTimeout(() => { // a quick answer needs no notice
        tell();
        $('answer').classList.remove('bad');
        $('output').replaceChildren();
        $('play').hidden = true;
        $('stop').hidden = false;
        clock = setInterval(tell, 1000);
    }, 150);
    const mine = worker;
    mine.onmessage = event => {
        if (worker !== mine)
            return;
        stopWorker();
        show(event.data.error ? broken(event.data.error) : event.data.result);
    };
    mine.onerror = event => { // a browser that has no workers for pages from files
        event.preventDefault();
        if (worker !== mine)
            return;
        stopWorker();
        workerWorks = false;
        runLate(args);
    };
    mine.postMessage({args, number});
}

/* Without workers the page stands still meanwhile, and says so before. */
function runLate(args) {
    $('answer').textContent = 'Trying … The page stands still for some seconds.';
    timer = setTimeout(() => runHere(args), 50);
}

/* Works out the state. keep: the browser's Back leads to it. */
function work(keep) {
    if (!engine)
        return;
    const args = commandArguments(), typed = state.mode === 'explain' ? '' : state.e[state.mode];
    keepFragment();
    kept = kept || Boolean(keep);
    stopWorker();
    $('command').textContent = commandLine(args);
    if (typed.length > LONGEST)
        show({status: 2, output: '', counterexample: '',
            messages: `the expression has ${typed.length} characters: expected at most ${LONGEST}\n`});
    else if (state.mode !== 'law')
        runHere(args);
    else if (workerWorks)
        runBeside(args);
    else if (keep)
        runLate(args);
    else
        $('answer').textContent = 'Press Enter to try it.';
}

// ---- Controls ----

function chosen(name, value) {
    for (const input of document.getElementsByName(name))
        input.checked = input.value === value;
}

function showControls() {
    const explain = state.mode === 'explain', verb = catalog.get(state.verb);
    chosen('mode', state.mode);
    chosen('rules', state.rules);
    // Where variables have types of their own, none is chosen for all.
    const shapes = state.mode === 'eval' ? state.names.map(name => shapeOf(variable(name))) : [];
    chosen('width', shapes.some(s => s.width !== state.width) ? '' : String(state.width));
    chosen('signed', shapes.some(s => s.signed !== state.signed) ? '' : state.signed ? 'yes' : 'no');
    for (const element of document.querySelectorAll('[data-modes]'))
        element.hidden = !element.dataset.modes.split(' ').includes(state.mode);
    if (explain) {
        const widths = widthsOf(verb, state.by);
        $('widths').hidden = $('signs').hidden = verb.kind !== 'integer';
        for (const input of document.getElementsByName('width'))
            input.disabled = verb.kind === 'integer' && !widths.includes(Number(input.value));
        $('verb').value = state.verb;
        const methods = methodsOf(verb);
        $('method').replaceChildren(...(methods.length ? methods : ['main']).map(m => make('option', {value: m, selected: m === state.by}, m)));
        $('method').disabled = methods.length < 2;
    } else {
        for (const input of document.getElementsByName('width'))
            input.disabled = false;
    }
    const expression = $('expression');
    $('expression-label').textContent = state.mode === 'law' ? 'Condition' : 'Expression';
    if (!explain && expression.value !== state.e[state.mode])
        expression.value = state.e[state.mode];
    $('seed').value = state.seed;
    $('lead').textContent = MODES[state.mode];
    $('does').textContent = verb.does;
    if ($('examples').dataset.of !== state.mode) {
        $('examples').dataset.of = state.mode;
        $('examples').replaceChildren(...EXAMPLES[state.mode].map(([href, text, what]) =>
            make('li', {}, make('a', {href}, text), make('small', {}, what))));
        $('keys').replaceChildren(...KEYS[state.mode].map(k => k.includes(' ') || k === '' ? k : make('kbd', {}, k)));
    }
}

/* After each change. typing: the field in which the user types. */
function refresh(typing, keep) {
    if (state.mode === 'eval') {
        try {
            const names = state.e.eval.length > LONGEST ? [] : engine.variables(state.e.eval).slice(0, 16);
            if (names.length || engine.run(['eval', '--', state.e.eval]).status !== 2)
                state.names = names;
        } catch (error) {
            state.names = [];
        }
        cutValues();
    } else if (state.mode === 'explain') {
        cutOperands();
    }
    showControls();
    showOperands(typing);
    clearTimeout(timer);
    if (state.mode === 'law' && typing)
        timer = setTimeout(work, 350, keep); // until the typing rests
    else
        work(keep);
}

/* Changes the width, of all variables: their values stay if they fit. */
function changeShape(change) {
    const values = state.names.map(name => {
        const v = variable(name), {width, signed} = shapeOf(v);
        return reading(width, signed, v.bits);
    });
    change();
    state.names.forEach((name, k) => {
        const v = variable(name);
        if (state.rules === 'c')
            v.type = '';
        v.bits = lowBits(shapeOf(v).width, values[k]);
    });
    refresh();
}

async function copy(text, button) {
    const before = button.textContent;
    let copied = true;
    try {
        await navigator.clipboard.writeText(text);
    } catch (error) {
        const area = make('textarea', {value: text, className: 'unseen'});
        document.body.append(area);
        area.select();
        copied = document.execCommand('copy');
        area.remove();
        button.focus();
    }
    button.textContent = copied ? 'Copied' : 'Not copied';
    setTimeout(() => { button.textContent = before; }, 1500);
}

// ---- Light and dark ----

const THEMES = {auto: 'Theme: system', light: 'Theme: light', dark: 'Theme: dark'};
const systemDark = matchMedia('(prefers-color-scheme: dark)');
let theme = 'auto';
function setTheme(name) {
    theme = Object.hasOwn(THEMES, name) ? name : 'auto';
    document.documentElement.dataset.theme = theme === 'auto' ? systemDark.matches ? 'dark' : 'light' : theme;
    $('theme').textContent = THEMES[theme];
}
function stored(name, value) { // a browser may refuse to store
    try {
        if (value !== undefined)
            localStorage.setItem(name, value);
        return localStorage.getItem(name);
    } catch (error) {
        return null;
    }
}

// ---- The start ----

function listen() {
    $('form').addEventListener('submit', event => {
        event.preventDefault();
        refresh(null, true);
    });
    $('form').addEventListener('change', event => {
        const {name, value} = event.target;
        if (name === 'mode') {
            kept = true;
            state.mode = value;
            refresh();
        } else if (name === 'rules')
            changeShape(() => { state.rules = value; });
        else if (name === 'width')
            changeShape(() => { state.width = Number(value); });
        else if (name === 'signed')
            changeShape(() => { state.signed = value === 'yes'; });
    });
    $('expression').addEventListener('input', () => {
        state.e[state.mode] = $('expression').value;
        refresh($('expression'));
    });
    $('verb').addEventListener('change', () => {
        state.by = 'main';
        chooseVerb($('verb').value);
        refresh();
    });
    $('method').addEventListener('change', () => {
        state.by = $('method').value;
        chooseVerb(state.verb, state.op.map(operandText));
        refresh();
    });
    $('seed').addEventListener('input', () => {
        const right = /^[0-9]{1,20}$/.test($('seed').value);
        $('seed').setAttribute('aria-invalid', String(!right));
        if (right) {
            state.seed = $('seed').value;
            refresh($('seed'));
        }
    });
    $('stop').addEventListener('click', () => {
        stopWorker();
        $('answer').textContent = 'Stopped.';
        $('run').focus();
        done();
    });
    $('copy-link').addEventListener('click', () => copy(location.href, $('copy-link')));
    $('copy-command').addEventListener('click', () => copy($('command').textContent, $('copy-command')));
    $('theme').addEventListener('click', () => {
        const names = Object.keys(THEMES);
        setTheme(names[(names.indexOf(theme) + 1) % names.length]);
        stored('bitmill-theme', theme);
    });
    systemDark.addEventListener('change', () => setTheme(theme));
    addEventListener('resize', makeScrollable);
    addEventListener('hashchange', () => {
        if (location.hash !== fragment) {
            readFragment(location.hash);
            refresh();
        }
    });
}

function readCatalog(text) {
    for (const line of text.split('\n').filter(l => l)) {
        const [kind, name, topic, does, operands, widths, example, names, methods] = line.split('\t');
        catalog.set(name, {
            kind, name, topic, does, example, names: names.split(' '),
            widths: widths.split(' ').filter(w => w).map(Number),
            kinds: [...operands].map(k => kind === 'bitmap' && 'ab'.includes(k) ? k + '*' : k),
            methods: methods.split(',').filter(m => m).map(m => {
                const [method, list] = m.split(':');
                return {name: method, widths: list.split(' ').map(Number)};
            }),
        });
    }
    for (const [topic, title] of Object.entries(TOPICS))
        $('verb').append(make('optgroup', {label: title}, ...[...catalog.values()].filter(v => v.topic === topic)
            .map(v => make('option', {value: v.name}, v.name))));
}

/* The engine's bytes, which stand in the page compressed and in base64. */
async function readBytesOfEngine() {
    const packed = Uint8Array.from(atob($('engine').textContent), c => c.charCodeAt(0));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function start() {
    setTheme(stored('bitmill-theme') || 'auto');
    try {
        bytes = await readBytesOfEngine();
        engine = await makeEngine(bytes);
    } catch (error) {
        drawMessage('This browser cannot run the page, which needs WebAssembly and DecompressionStream: ' + error);
        return;
    }
    readCatalog(engine.catalog());
    chooseVerb('and');
    readFragment(location.hash);
    listen();
    refresh();
}
start();
