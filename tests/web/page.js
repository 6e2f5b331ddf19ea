/* page.js: the page in Chromium without a window, from a file: it says what the command says for 200
 * drawn inputs, and what people do with it works: clicks, keys, links, phones, light and dark. Hostile
 * addresses change nothing but what is shown.
 *
 *   node page.js BITMILL.HTML ENGINE.WASM BITMILL DRAW_EVAL SEED [CHROMIUM [SCREENSHOTS-DIRECTORY]]
 */
'use strict';

const fs = require('fs');
const path = require('path');
const {pathToFileURL} = require('url');
const {open} = require('./chromium.js');
const {makeEngine, makeCases, makeDraw, runCommand, check, counts, difference} = require('./cases.js');

const [html, wasm, bitmill, drawEval, seed, program = 'chromium', shots] = process.argv.slice(2);
const address = pathToFileURL(path.resolve(html)).href;
let page;

/* Shows a state and waits until it is worked out; result: what `source` is then. */
function at(fragment, source) {
    return page.evaluate(`(async () => {
        const root = document.documentElement, end = Date.now() + 30000, before = location.href;
        const shown = root.dataset.shown;
        delete root.dataset.shown;
        location.hash = ${JSON.stringify(fragment)};
        if (location.href === before)
            root.dataset.shown = shown;
        while (root.dataset.shown === undefined && Date.now() < end)
            await new Promise(resolve => setTimeout(resolve, 0));
        return ${source};
    })()`);
}
const wait = ms => new Promise(resolve => setTimeout(resolve, ms));
/* Waits for a condition in the page, and tells whether it came. */
async function until(condition, ms = 10000) {
    for (const end = Date.now() + ms; Date.now() < end; await wait(20))
        if (await page.evaluate(condition))
            return true;
    return false;
}

// ---- The same as the command ----

const squashed = text => text.replace(/\s+/g, ' ').trim();

/* Rows of columns: what has two blanks between words, and lines under numbers. */
const rows = text => text.split('\n').filter(line => /\S {2,}\S|^ *-{3,}$/.test(line) && !/^(In C|Cost|Other ways|In this library): /.test(line))
    .map(line => line.trim());

/* Lines that the command broke since the next word had no room must be in one paragraph of the page. Result:
 * those that are not. */
function tornApart(output, paragraphs) {
    const lines = output.replace(/^(In C|In this library): [^]*/m, '').split('\n'), texts = paragraphs.map(squashed);
    const isText = line => line.trim() && !/\S {2,}\S|^ *\^|^ *-{3,}$/.test(line), indent = line => /^ */.exec(line)[0].length;
    return lines.filter((line, k) => {
        const next = lines[k + 1] || '', word = next.trim().split(' ')[0];
        return isText(line) && isText(next) && indent(next) >= indent(line) && line.length + 1 + word.length > 80 && !/^ *(\d+\. |Note: |\w+ = |\^)/.test(next) &&
            !/^ *\^/.test(lines[k + 2] || '') && !texts.some(t => t.includes(squashed(line.slice(-25) + ' ' + next.slice(0, 20))));
    });
}

async function compare({args, fragment}) {
    const shown = await at(fragment, `({
        output: [...document.querySelectorAll('#output > *')].map(e => e.tagName === 'DL'
            ? [...e.children].map(c => c.innerText.replace(/\\n/g, ' ')).join(' ') : e.textContent).join('\\n'),
        pre: [...document.querySelectorAll('#output > pre')].map(e => e.textContent).join('\\n'),
        paragraphs: [...document.querySelectorAll('#output > p')].map(e => e.textContent),
        message: document.getElementById('message').textContent,
        stale: document.getElementById('output').classList.contains('stale'),
        command: document.getElementById('command').textContent,
    })`);
    const name = JSON.stringify(args), command = runCommand(bitmill, args);
    if (command.status === 2) {
        const wanted = squashed(command.messages.replace(/^bitmill: (\w+: )?/, ''));
        check(`message of ${name}`, shown.stale && squashed(shown.message).replace(/\W/g, '').toLowerCase() ===
            wanted.replace(/\W/g, '').toLowerCase(), `${shown.message}\nexpected ${wanted}`);
    } else {
        const wanted = command.output.replace(/^(In C|In this library|Cost|Other ways):/gm, '$1');
        check(`text of ${name}`, squashed(shown.output) === squashed(wanted) && !shown.stale && shown.message === '',
            `${shown.message}\n${shown.output}\nexpected\n${wanted}`);
        const torn = tornApart(command.output, shown.paragraphs);
        check(`paragraphs of ${name}`, torn.length === 0, torn.join('\n'));
        const got = rows(shown.pre).join('\n'), expected = rows(command.output).join('\n');
        check(`columns of ${name}`, got === expected && (args[0] !== 'explain' || expected !== ''), difference(got, expected));
    }
    // The command that the page shows is this one: it says the same when a shell reads it.
    const line = shown.command.replace(/^bitmill /, '"$BITMILL" ');
    const said = runCommand('sh', ['-c', `BITMILL=$1; ${line}`, 'sh', bitmill]);
    check(`command of ${name}`, said.output === command.output && said.status === command.status, `${shown.command}\n${said.messages}`);
}

// ---- What people do ----

const value = id => page.evaluate(`document.getElementById(${JSON.stringify(id)}).value`);
const text = id => page.evaluate(`document.getElementById(${JSON.stringify(id)}).textContent`);
const focused = () => page.evaluate('document.activeElement.getAttribute("aria-label") || document.activeElement.id');
const bit = (name, place) => `[aria-label="${name}, bit ${place}"]`;
const START = '#eval?e=x+%26+y&rules=modulo&width=8&signed=no&let=x:6&let=y:3';

async function clicks() {
    await at(START, '0');
    check('result', await text('answer') === '= 2 (of 8 bits)', await text('answer'));
    const marked = await page.evaluate(`['.s1', '.s2', '.s3', '.s4', '.s5'].map(s => [...document.querySelectorAll('#output ' + s)].map(e => e.textContent).join('')).join('|')`);
    check('styles', /^ *place +7 6 5 4 3 2 1 0 +unsigned +signed +hex\|1\|0{7}\|2\|x & y$/.test(marked), marked);
    await page.click(bit('x', 0));
    check('a click flips a bit', await value('value-x') === '7' && await text('answer') === '= 3 (of 8 bits)', await text('answer'));
    check('a bit says its state', await page.evaluate(`document.querySelector('${bit('x', 0)}').getAttribute('aria-pressed')`) === 'true');
    check('the address follows', (await page.evaluate('location.hash')).includes('let=x:7&let=y:3'), await page.evaluate('location.hash'));
    await page.click(bit('x', 7));
    check('the top bit', await value('value-x') === '135');
    await page.click('#signs label:last-of-type span');
    check('signed', await value('value-x') === '-121', await value('value-x'));
    await page.click('#widths label:nth-of-type(2) span');
    check('16 bits keep the number', await value('value-x') === '-121' && /of 16 bits/.test(await text('answer')), await text('answer'));
    await page.click('[data-modes="eval"] label:last-of-type span');
    check('rules of C', await text('answer') === '= 3 (int)', await text('answer'));
    await page.evaluate(`(() => { const s = document.querySelector('[aria-label="Type of y"]'); s.value = 'uint64_t';
        s.dispatchEvent(new Event('change', {bubbles: true})); })()`);
    check('a type of its own', await text('answer') === '= 3 (unsigned long)', await text('answer'));
    const hash = await page.evaluate('location.hash'), answer = await text('answer');
    await page.go(address + hash);
    check('the address holds the state', await page.evaluate('location.hash') === hash && await text('answer') === answer &&
        await value('value-x') === '-121', await page.evaluate('location.hash'));
    await page.click('.modes label:nth-of-type(2) span');
    check('to explain', await text('answer') === 'x & y = 136' || /and/.test(await text('output')), await text('answer'));
    await page.evaluate('history.back()');
    check('and back', await until(`location.hash === ${JSON.stringify(hash)} && document.getElementById('answer').textContent === ${JSON.stringify(answer)}`),
        await page.evaluate('location.hash'));
    await at('#eval?e=x&width=8&let=x:5', '0');
    await page.click('#copy-link');
    check('the link is copied', await until(`document.getElementById('copy-link').textContent === 'Copied'`), await text('copy-link'));
}

async function keys() {
    await at(START, '0');
    await page.evaluate('document.getElementById("expression").focus()');
    const order = [], visible = [];
    for (let k = 0; k < 8; k++) {
        order.push(await focused());
        visible.push(await page.evaluate(`(() => { const e = document.activeElement, s = getComputedStyle(e.type === 'radio' ? e.nextElementSibling : e);
            return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2; })()`));
        await page.key('Tab');
    }
    check('order of the tab key', order.join() === ['expression', '', '', '', 'Value of x', 'x, bit 7', 'Value of y', 'y, bit 7'].join(), order.join());
    check('the focus is visible', visible.slice(1).every(v => v), visible.join());
    await page.evaluate(`document.querySelector('${bit('x', 7)}').focus()`);
    for (const key of ['ArrowRight', 'ArrowRight', ' '])
        await page.key(key);
    check('arrows and space', await focused() === 'x, bit 5' && await value('value-x') === '38', await value('value-x'));
    await page.key('ArrowDown');
    check('down', await focused() === 'y, bit 5', await focused());
    await page.key('ArrowLeft');
    await page.key('ArrowUp');
    check('left and up', await focused() === 'x, bit 6', await focused());
    await page.key('End');
    check('to the end', await focused() === 'x, bit 0', await focused());
    await page.key('Home');
    for (const key of ['1', '0', '1'])
        await page.key(key);
    check('digits are typed', await value('value-x') === String(0xa6) && await focused() === 'x, bit 4', await value('value-x'));
    await page.key('Enter');
    await page.key(' ');
    check('enter leaves the focus', await focused() === 'x, bit 4' && await value('value-x') === String(0xb6), await value('value-x'));
    await page.evaluate('history.back()');
    check('enter keeps the state', await until(`document.getElementById('value-x').value === '${0xa6}'`), await value('value-x'));
    await page.evaluate('document.getElementById("value-x").select()');
    for (const key of '0x1')
        await page.key(key);
    check('a value is typed', await text('answer') === '= 1 (of 8 bits)' && await value('value-x') === '0x1', await text('answer'));
    for (const key of '23')
        await page.key(key);
    check('a value that does not fit', await page.evaluate('document.getElementById("value-x").getAttribute("aria-invalid")') === 'true' &&
        /Expected -128 to 255/.test(await text('operands')), await text('operands'));
    await page.evaluate('document.getElementById("expression").select()');
    for (const key of '~x +')
        await page.key(key);
    check('half an expression', await page.evaluate(`document.getElementById('expression').getAttribute('aria-invalid')`) === 'true' &&
        await text('message') !== '' && await page.evaluate('document.querySelectorAll(".operand").length') === 1, await text('message'));
    for (const key of ' zz')
        await page.key(key);
    check('a new variable', await text('message') === '' && await page.evaluate('document.querySelectorAll(".operand").length') === 2 &&
        await value('value-zz') === '1' && await focused() === 'expression', await text('message'));
}

async function laws() {
    await at('#law?e=x+%26+1+%3D%3D+0', '0');
    check('a counterexample', await text('answer') === 'False for x = 1', await text('answer'));
    await page.click('#play a');
    check('to play with', await until(`document.getElementById('value-x')?.value === '1'`) && await text('answer') === '= 0 (false)', await text('answer'));
    await page.click(bit('x', 0));
    check('and it is true', await text('answer') === '= 1 (true)', await text('answer'));

    // A law that takes long, in a worker: meanwhile the page answers, and it can be stopped.
    await page.evaluate(`location.hash = '#law?e=pdep(x,y)+%2B+pext(y,z)+%2B+pdep(z,x)+%2B+0+%3D%3D+pdep(z,x)+%2B+pext(y,z)+%2B+pdep(x,y)'`);
    check('it says that it tries', await until(`/^Trying/.test(document.getElementById('answer').textContent)`), await text('answer'));
    const begun = Date.now();
    for (let k = 0; k < 20; k++)
        await page.evaluate('1 + 1');
    check('the page answers meanwhile', Date.now() - begun < 2000 && /^Trying/.test(await text('answer')), `${Date.now() - begun} ms, ${await text('answer')}`);
    await page.click('#stop');
    check('it stops', await text('answer') === 'Stopped.' && await page.evaluate('document.getElementById("stop").hidden'), await text('answer'));
    await page.evaluate('document.getElementById("expression").select()');
    for (const key of 'x^x==0')
        await page.key(key);
    await page.key('Enter');
    check('the next law', await until(`/^Holds for all 8-bit values of x and all 16-bit ones/.test(document.getElementById('answer').textContent)`), await text('answer'));

    // Without workers.
    const {identifier} = await page.tell('Page.addScriptToEvaluateOnNewDocument', {source: 'window.Worker = function () { throw new Error("none"); };'});
    await page.go(address + '#law?e=x+%26+1+%3D%3D+0');
    check('without a worker', await until(`document.getElementById('answer').textContent === 'False for x = 1'`), await text('answer'));
    await page.tell('Page.removeScriptToEvaluateOnNewDocument', {identifier});
    await page.go(address);
}

// ---- Hostile addresses ----

async function hostile() {
    await page.go(address);
    const watch = `({scripts: document.scripts.length, frames: frames.length, pictures: document.images.length,
        handlers: [...document.querySelectorAll('*')].filter(e => e.getAttributeNames().some(n => n.startsWith('on'))).length,
        elements: document.querySelectorAll('b, iframe, object, embed, svg, math, base, meta[http-equiv=refresh]').length,
        links: [...document.links].filter(a => !a.getAttribute('href').startsWith('#')).length,
        xss: window.xss === undefined, wide: document.documentElement.scrollWidth > document.documentElement.clientWidth})`;
    const right = JSON.stringify(await at(START, watch)), evil = ['<script>xss=1</script>', '<img src=x onerror=xss=1>', '<b>', '"><svg onload=xss=1>',
        'javascript:xss=1', '%', '%ff%fe', '%c3%28', '%00', '%f0%9f%92%a9', '%ed%a0%80', '\u202e', "';xss=1;'", '(', '~x', 'x', '__proto__', 'constructor', ':', '&let=', '&op=',
        '=', '+', '?', '#', '%0a', '%09', '%10', '%15', '1', 'a'.repeat(300), '('.repeat(301), '9'.repeat(200), '0x', '-'];
    const below = makeDraw(Number(seed) + 2), one = list => list[below(list.length)];
    const many = n => Array.from({length: n}, () => one(evil)).join('');
    const fragments = [
        ...evil.map(e => `#eval?e=${e}&let=x:6`), ...evil.map(e => `#eval?e=${encodeURIComponent(e)}+%2B+x&let=x:${e}`),
        ...evil.map(e => `#explain?verb=${e}&op=${e}`), ...evil.map(e => `#explain?verb=popcount&by=${e}&op=${e}&width=${e}`),
        ...evil.map(e => `#law?e=${encodeURIComponent(e)}&seed=${e}`), ...evil.map(e => `#${e}`), '#eval?e=' + 'x+%2B+'.repeat(50000) + 'x',
        '#eval?e=' + '('.repeat(100000), '#eval?' + 'let=x:1&'.repeat(20000), '#law?e=' + '~'.repeat(3999), '#eval?e=' + 'abcdefgh%20'.repeat(490) + '&width=64',
        ...Array.from({length: 60}, () => `#${one(['eval', 'explain', 'law'])}?e=${many(below(6))}&let=${many(below(4))}&op=${many(below(4))}&verb=${one(['set', 'load_be', 'bits_or', 'mux'])}&width=${many(1)}`),
    ];
    const wrong = [];
    for (const [width, some] of [[360, fragments], [1280, fragments.filter((_, k) => k % 16 === 0)]]) {
        await page.size(width, 800);
        for (const fragment of some) {
            const state = await at(fragment, watch);
            if (JSON.stringify(state) !== right)
                wrong.push(`${fragment.slice(0, 200)}: ${JSON.stringify(state)}`);
        }
    }
    check(`hostile addresses (${fragments.length})`, wrong.length === 0, `expected ${right}\n` + wrong.join('\n'));
    // What is typed, which the engine repeats in its messages.
    for (const [fragment, id, typed] of [
        ['#explain?verb=low_mask', 'value-n', '<b>1</b>'], ['#explain?verb=bits_set', 'value-i', '<img src=x onerror=xss=1>'],
        ['#eval?e=x', 'expression', '<b>x</b>'], ['#eval?e=x', 'expression', "'<b>'"], ['#law?e=x', 'expression', 'x <b> y'], ['#law?e=x', 'seed', '<b>'],
    ]) {
        await at(fragment, '0');
        await page.evaluate(`(() => { const e = document.getElementById('${id}'); e.value = ${JSON.stringify(typed)};
            e.dispatchEvent(new Event('input', {bubbles: true})); })()`);
        await wait(600); // a law waits until the typing rests
        const state = JSON.stringify(await page.evaluate(watch));
        check(`hostile text in ${id}: ${typed}`, state === right, state);
    }
    await at(START, '0');
    check('the page still works', await text('answer') === '= 2 (of 8 bits)', await text('answer'));

    // Even if text became HTML, the policy would not run it, nor connect to anywhere.
    const blocked = await page.evaluate(`(async () => {
        const violations = [];
        addEventListener('securitypolicyviolation', e => violations.push(e.effectiveDirective));
        const box = document.createElement('div');
        box.innerHTML = '<img src="http://127.0.0.1:9/x.png" onerror="window.xss = 1"><style>body { display: none }</style>';
        document.body.append(box);
        const script = document.createElement('script');
        script.textContent = 'window.xss = 1';
        document.body.append(script);
        const fetched = await fetch('http://127.0.0.1:9/').then(() => 'fetched', () => 'refused');
        await new Promise(resolve => setTimeout(resolve, 100));
        box.remove();
        script.remove();
        return JSON.stringify([fetched, window.xss === undefined, [...new Set(violations)].sort()]);
    })()`);
    check('the policy', blocked === '["refused",true,["connect-src","img-src","script-src-elem","style-src-elem"]]' ||
        blocked === '["refused",true,["connect-src","img-src","script-src-attr","script-src-elem","style-src-elem"]]', blocked);
}

// ---- How it looks ----

/* Of each text that is shown: its contrast with what is behind it. Result: those below 4.5. */
const CONTRAST = `(() => {
    const number = c => c.match(/[\\d.]+/g).map(Number);
    const light = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
        .reduce((sum, v, k) => sum + v * [0.2126, 0.7152, 0.0722][k], 0);
    const faint = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let seen = 0;
    while (walker.nextNode()) {
        const element = walker.currentNode.parentElement;
        if (!walker.currentNode.textContent.trim() || !element.checkVisibility() || element.closest('.unseen, script, option'))
            continue;
        let back = null, opacity = 1;
        for (let e = element; e; e = e.parentElement) {
            const color = number(getComputedStyle(e).backgroundColor);
            opacity *= getComputedStyle(e).opacity;
            if (!back && (color.length < 4 || color[3] === 1))
                back = color;
        }
        const front = number(getComputedStyle(element).color).slice(0, 3).map((v, k) => v * opacity + back[k] * (1 - opacity));
        const [a, b] = [light(front), light(back)].sort((x, y) => y - x), ratio = (a + 0.05) / (b + 0.05);
        seen++;
        if (ratio < 4.5)
            faint.push(element.tagName + '.' + element.className + ' ' + ratio.toFixed(2) + ' ' + walker.currentNode.textContent.slice(0, 20));
    }
    return {seen, faint};
})()`;
const VIEWS = {
    eval: START, c: '#eval?e=x+%3C+y&rules=c&width=32&let=x:-1:int32_t&let=y:1:uint32_t', undefined: '#eval?e=1+%3C%3C+n&rules=c&width=32&signed=yes&let=n:31',
    wide: '#eval?e=popcount(x)+*+a_name_of_31_characters_xxxxxxx&width=64&signed=yes&let=x:-1&let=a_name_of_31_characters_xxxxxxx:-9223372036854775808',
    wrong: '#eval?e=x+%26+(x', explain: '#explain?verb=popcount&by=swar&width=8&op=183', memory: '#explain?verb=bits_andnot&op=b7ff01&op=0f3cff',
    load: '#explain?verb=load_be&width=64&op=0102030405060708', law: '#law?e=x+%26+1+%3D%3D+0', holds: '#law?e=x+%2B+y+%3D%3D+(x+%5E+y)+%2B+2+*+(x+%26+y)',
};

async function looks() {
    for (const scheme of ['light', 'dark'])
        for (const [width, height] of [[1280, 900], [360, 800]]) {
            await page.scheme(scheme);
            await page.size(width, height);
            await page.go(address);
            for (const [name, fragment] of Object.entries(VIEWS)) {
                await at(fragment, '0');
                const {seen, faint} = await page.evaluate(CONTRAST), view = `${name}, ${scheme}, ${width}`;
                check(`contrast: ${view}`, seen > 30 && faint.length === 0, faint.join('\n'));
                const wide = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
                check(`no sideways scrolling: ${view}`, wide === 0, wide);
                const small = await page.evaluate(`[...document.querySelectorAll('button, select, input:not([type=radio]), .switch span')].filter(e => e.checkVisibility())
                    .filter(e => e.getBoundingClientRect().width < 24 || e.getBoundingClientRect().height < 24).length`);
                check(`large enough to hit: ${view}`, small === 0, small);
                if (shots)
                    await page.screenshot(path.join(shots, `${name}-${scheme}-${width}.png`), width === 360);
            }
        }
    check('dark', await page.evaluate('document.documentElement.dataset.theme') === 'dark');
    await page.click('#theme');
    check('light by choice', await page.evaluate('document.documentElement.dataset.theme') === 'light');
    await page.go(address);
    check('the choice is kept', await page.evaluate('document.documentElement.dataset.theme') === 'light');

    // Whatever gets the focus has a name for those who hear the page.
    const {nodes} = await page.tell('Accessibility.getFullAXTree');
    const focusable = nodes.filter(n => !n.ignored && n.properties?.some(p => p.name === 'focusable' && p.value.value) && n.role.value !== 'RootWebArea');
    check('names of controls', focusable.length > 20 && focusable.every(n => n.name?.value), focusable.filter(n => !n.name?.value).map(n => n.role.value).join());
}

async function main() {
    page = await open(program, address);
    try {
        const catalog = (await makeEngine(fs.readFileSync(wasm))).catalog();
        await page.size(1280, 900);
        const cases = makeCases(drawEval, Number(seed), catalog);
        for (const c of cases)
            await compare(c);
        check('cases', cases.length === 200, cases.length);
        for (const part of [clicks, keys, laws, hostile, looks]) {
            const begun = Date.now();
            await part();
            console.log(`${part.name}: ${Date.now() - begun} ms`);
        }
        check('nothing in the console', page.complaints.filter(c => !/Content Security Policy|127\.0\.0\.1:9/.test(c)).length === 0, page.complaints.join('\n'));
        const outside = page.requests.filter(r => !r.startsWith(address) && !/^(about:|data:|blob:null\/)/.test(r) && !/^http:\/\/127\.0\.0\.1:9\//.test(r));
        check('no request to anywhere', page.requests.length > 0 && outside.length === 0, outside.join('\n'));
    } finally {
        await page.close();
    }
}
main().catch(error => check('no error', false, error.stack)).then(() => {
    console.log(`${counts.passed} passed, ${counts.failed} failed, 0 skipped`);
    process.exitCode = counts.failed ? 1 : 0;
});
