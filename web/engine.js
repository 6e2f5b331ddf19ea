/* engine.js: engine.wasm as a function of JavaScript, for the page, its worker and the tests.
 *
 * makeEngine(bytes) is a promise of an object with
 *   run(args)          {status, output, messages, counterexample} of `bitmill ARGS...`
 *   variables(source)  names of the variables of an expression
 *   catalog()          what can be explained, as web/engine.c writes it
 * The output has the marks of style of tools/engine/text.h; plain() removes them.
 *
 * If the engine stops by a trap, such as an overflow of its stack, the next call gets a new one.
 */
'use strict';

function makeEngine(bytes) {
    // libc writes a message with these if it cannot format a number, which never happens here.
    const nothing = () => 52; // ENOSYS
    const imports = {wasi_snapshot_preview1: {fd_close: nothing, fd_seek: nothing, fd_write: nothing}};
    const encoder = new TextEncoder(), decoder = new TextDecoder();

    return WebAssembly.compile(bytes).then(async module => {
        let wasm = (await WebAssembly.instantiate(module, imports)).exports;

        function read(address) {
            const memory = new Uint8Array(wasm.memory.buffer);
            return decoder.decode(memory.slice(address, memory.indexOf(0, address)));
        }
        function write(strings) {
            // A byte 0 would end the argument.
            const all = encoder.encode(strings.map(s => s.replace(/\0/g, '\ufffd') + '\0').join(''));
            const address = wasm.page_room(all.length);
            if (address === 0)
                throw new Error('out of memory');
            new Uint8Array(wasm.memory.buffer).set(all, address);
            return all.length;
        }
        function guarded(call) {
            try {
                return call();
            } catch (error) {
                wasm = new WebAssembly.Instance(module, imports).exports;
                throw error;
            }
        }
        return {
            run: args => guarded(() => ({
                status: wasm.page_run(write(args)),
                output: read(wasm.page_output()),
                messages: read(wasm.page_messages()),
                counterexample: read(wasm.page_counterexample()),
            })),
            variables: source => guarded(() => {
                write([source]);
                return read(wasm.page_variables()).split('\n').filter(name => name);
            }),
            catalog: () => guarded(() => read(wasm.page_catalog())),
        };
    });
}

function plain(text) {
    return text.replace(/[\x10-\x16]/g, '');
}
