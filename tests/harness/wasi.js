// wasi.js: runs a program for WASI under node, with the files and the environment of this machine:
//
//     node --no-warnings wasi.js PROGRAM [ARGUMENT ...]
//
// Exit status: that of the program; 126 if it ends by a trap.
"use strict";
const fs = require("fs");
const { WASI } = require("wasi");

// Each folder of "/" by its name: the C library takes "/" and "." for the same.
const preopens = { ".": "." };
for (const entry of fs.readdirSync("/", { withFileTypes: true }))
    if (entry.isDirectory()) preopens["/" + entry.name] = "/" + entry.name;

const wasi = new WASI({
    version: "preview1",
    args: process.argv.slice(2),
    env: process.env,
    preopens,
    returnOnExit: true,
});
WebAssembly.instantiate(fs.readFileSync(process.argv[2]), { wasi_snapshot_preview1: wasi.wasiImport }).then(
    ({ instance }) => process.exit(wasi.start(instance)),
).catch((error) => {
    console.error(String(error.stack));
    process.exit(126);
});
