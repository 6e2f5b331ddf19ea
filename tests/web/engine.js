/* engine.js: engine.wasm alone, under node: it says what the command says, to the byte, with the same
 * exit status, for 200 drawn inputs and for mistakes; and hostile input does not stop it.
 *
 *   node engine.js ENGINE.WASM BITMILL DRAW_EVAL SEED
 */
'use strict';

const fs = require('fs');
const {makeEngine, plain, makeCases, makeDraw, runCommand, check, counts, difference} = require('./cases.js');

const [wasm, bitmill, drawEval, seed] = process.argv.slice(2);

function compare(engine, args) {
    const command = runCommand(bitmill, args), page = engine.run(args);
    const got = [page.status, plain(page.output), page.messages].join('\n');
    const wanted = [command.status, command.output, command.messages].join('\n');
    check(`as the command: ${JSON.stringify(args)}`, got === wanted, difference(got, wanted));
}

const MISTAKES = [
    ['eval'], ['eval', ' '], ['eval', 'x & 1)', 'x=1'], ['eval', 'x', 'x=12q'], ['eval', 'x', 'uint8_t x=256'], ['eval', 'x', 'x=256', '--width=8'],
    ['eval', '--width', '65', 'x', 'x=1'], ['eval', '1 + popcont(x)', 'x=1'], ['eval', 'x / 0', 'x=1'], ['eval', 'é\u202e\x1b[1m', 'x=1'], ['eval', '--help'],
    ['eval', '"\\', 'x=\\'], ['explain', 'popcont', '1'], ['explain', 'set', '6'], ['explain', 'set', '6', '9'], ['explain', 'popcount', '--by', 'magic', '1'],
    ['explain', 'bits_count', 'zz'], ['explain', 'morton2', '--width', '8', '99', '1'], ['explain', '--list'], ['explain'], ['explain', '--plain', 'and', '5', '3'],
    ['explain', '--width', '7', 'and', '1', '2'], ['law'], ['law', 'x'], ['law', '--seed', 'x', 'x == x'], ['law', 'x == x', 'y'], ['law', '--help'],
];

/* Arguments without sense must give an answer, and leave an engine that works. */
function hostile(engine) {
    const below = makeDraw(Number(seed) + 1), letters = 'xyz0179()+-*/%<>=!&|^~?:;,\'"\\ \t\n_.xB\u00e9\u202e\ud800\u0010\u0015\0';
    let answers = 0;
    for (let k = 0; k < 3000; k++) {
        const word = () => Array.from({length: below(below(20) ? 30 : 3000)}, () => letters[below(letters.length)]).join('');
        const {status} = engine.run([['eval', 'explain', 'law'][below(2)], ...Array.from({length: below(4)}, word)]);
        answers += status >= 0 && status <= 2;
        engine.variables(word());
    }
    check('hostile arguments are answered', answers === 3000, `${answers} of 3000`);
    for (const deep of ['('.repeat(100000), '~'.repeat(100000), '1' + '+1'.repeat(100000), 'x?'.repeat(50000), 'a'.repeat(1000000), '-('.repeat(299) + '1']) {
        const {status, messages} = engine.run(['eval', '--', deep]);
        check(`an answer to ${deep.slice(0, 8)} ...`, status === 2 && messages.startsWith('bitmill: eval: '), messages);
    }
    compare(engine, ['eval', 'x & (x - 1)', 'x=6']);
}

/* The library inside: the sizes of types differ from those of this machine, but no answer may. */
async function main() {
    const engine = await makeEngine(fs.readFileSync(wasm));
    const catalog = engine.catalog(), listed = catalog.trimEnd().split('\n').map(line => line.split('\t')[1]);
    const list = runCommand(bitmill, ['explain']).output.match(/^ {2}[a-z]\w*(?= )/gm).map(name => name.trim());
    check('all operations are offered', listed.length > 100 && [...listed].sort().join() === list.sort().join(), difference(listed.join('\n'), list.join('\n')));

    const cases = makeCases(drawEval, Number(seed), catalog);
    check('cases', cases.length === 200 && new Set(cases.map(c => JSON.stringify(c.args))).size > 150, cases.length);
    for (const {args} of cases)
        compare(engine, args);
    for (const name of listed) // each operation with its example
        compare(engine, ['explain', name]);
    for (const args of MISTAKES)
        compare(engine, args);
    check('names of variables of an assignment', engine.variables('y = x; y + z').join() === 'x,z', engine.variables('y = x; y + z'));
    const failed = engine.run(['law', '--seed', '1', 'x + y < 300 || y < 300']);
    check('a counterexample as data', /^\d+\nx=\d+\ny=\d+\n$/.test(failed.counterexample), JSON.stringify(failed));
    check('no counterexample', engine.run(['law', '--seed', '1', 'x == x']).counterexample === '');
    hostile(engine);
}

main().catch(error => check('no error', false, error.stack)).then(() => {
    console.log(`${counts.passed} passed, ${counts.failed} failed, 0 skipped`);
    process.exitCode = counts.failed ? 1 : 0;
});
