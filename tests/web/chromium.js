/* chromium.js: a Chromium without a window, told what to do by the DevTools protocol over two pipes:
 * messages in JSON, each ended by a byte 0, written to its descriptor 3 and read from 4.
 *
 * open(program, address) gives a page: evaluate(source) is the value of an expression in it, key() and
 * click() are events as a user's, screenshot() a PNG, and `requests` and `complaints` list what the page
 * asked for and what it had to say in its console.
 */
'use strict';

const {spawn} = require('child_process');
const fs = require('fs');
const os = require('os');
const path = require('path');

const LIMIT = 60000; // milliseconds that one answer may take

async function open(program, address) {
    const home = fs.mkdtempSync(path.join(os.tmpdir(), 'bitmill-chromium.'));
    // A browser that is told a lot in a short time would drop changes of the address.
    const browser = spawn(program, ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage',
        '--disable-background-networking', '--disable-ipc-flooding-protection', '--no-first-run',
        '--remote-debugging-pipe', `--user-data-dir=${home}`, 'about:blank'],
        {stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe']});
    const waiting = new Map(), listeners = [];
    let number = 0, unread = '', dead = false;
    browser.on('exit', () => {
        dead = true;
        for (const {reject} of waiting.values())
            reject(new Error('Chromium ended'));
    });
    browser.on('error', error => {
        dead = true;
        for (const {reject} of waiting.values())
            reject(error);
    });
    browser.stdio[3].on('error', () => {});
    browser.stdio[4].setEncoding('utf8');
    browser.stdio[4].on('data', text => {
        const messages = (unread + text).split('\0');
        unread = messages.pop();
        for (const message of messages.map(JSON.parse)) {
            const asked = waiting.get(message.id);
            waiting.delete(message.id);
            if (!asked)
                listeners.forEach(listener => listener(message));
            else if (message.error)
                asked.reject(new Error(`${asked.method}: ${message.error.message}`));
            else
                asked.resolve(message.result);
        }
    });
    function ask(method, params, sessionId) {
        return new Promise((resolve, reject) => {
            if (dead)
                return reject(new Error(`${program} does not run`));
            const id = ++number;
            const timer = setTimeout(() => reject(new Error(`${method}: no answer`)), LIMIT);
            waiting.set(id, {method, resolve: r => { clearTimeout(timer); resolve(r); },
                reject: e => { clearTimeout(timer); reject(e); }});
            browser.stdio[3].write(JSON.stringify({id, method, params, sessionId}) + '\0');
        });
    }

    const {targetId} = await ask('Target.createTarget', {url: 'about:blank'});
    const {sessionId} = await ask('Target.attachToTarget', {targetId, flatten: true});
    const tell = (method, params) => ask(method, params, sessionId);
    const page = {requests: [], complaints: [], tell};
    listeners.push(({method, params}) => {
        if (method === 'Network.requestWillBeSent')
            page.requests.push(params.request.url);
        if (method === 'Runtime.exceptionThrown')
            page.complaints.push(params.exceptionDetails.exception?.description || params.exceptionDetails.text);
        if (method === 'Runtime.consoleAPICalled' || method === 'Log.entryAdded')
            page.complaints.push(JSON.stringify(params.entry || params.args));
        if (method === 'Page.javascriptDialogOpening')
            page.complaints.push(`dialog: ${params.message}`);
    });
    for (const domain of ['Page', 'Runtime', 'Network', 'Log'])
        await tell(domain + '.enable');

    page.evaluate = async source => {
        const {result, exceptionDetails} = await tell('Runtime.evaluate',
            {expression: source, awaitPromise: true, returnByValue: true, userGesture: true});
        if (exceptionDetails)
            throw new Error(exceptionDetails.exception?.description || exceptionDetails.text);
        return result.value;
    };
    /* Goes to an address, and waits until the page has shown something. */
    page.go = async address => {
        await tell('Page.navigate', {url: 'about:blank'});
        await tell('Page.navigate', {url: address});
        for (let k = 0; k < 600; k++) {
            if (await page.evaluate('document.documentElement?.dataset.shown !== undefined'))
                return;
            await new Promise(resolve => setTimeout(resolve, 50));
        }
        throw new Error(`${address} shows nothing: ${page.complaints.join("; ")}`);
    };
    page.key = async (key, text, modifiers = 0) => {
        const codes = {Tab: 9, Enter: 13, ' ': 32, ArrowLeft: 37, ArrowUp: 38, ArrowRight: 39, ArrowDown: 40, Home: 36, End: 35};
        const event = {key, code: key === ' ' ? 'Space' : key, modifiers, windowsVirtualKeyCode: codes[key] || key.charCodeAt(0),
            text: text || (key === 'Enter' ? '\r' : key.length === 1 ? key : undefined)};
        await tell('Input.dispatchKeyEvent', {type: event.text ? 'keyDown' : 'rawKeyDown', ...event});
        await tell('Input.dispatchKeyEvent', {type: 'keyUp', ...event, text: undefined});
    };
    page.click = async selector => {
        const {x, y} = await page.evaluate(`(() => {
            const element = document.querySelector(${JSON.stringify(selector)});
            element.scrollIntoView({block: 'center'});
            const {left, top, width, height} = element.getBoundingClientRect();
            return {x: left + width / 2, y: top + height / 2};
        })()`);
        for (const type of ['mousePressed', 'mouseReleased'])
            await tell('Input.dispatchMouseEvent', {type, x, y, button: 'left', clickCount: 1});
    };
    page.size = (width, height) => tell('Emulation.setDeviceMetricsOverride',
        {width, height, deviceScaleFactor: 1, mobile: width < 500});
    page.scheme = value => tell('Emulation.setEmulatedMedia',
        {features: [{name: 'prefers-color-scheme', value}]});
    page.screenshot = async (file, whole) => {
        const {data} = await tell('Page.captureScreenshot', {format: 'png', captureBeyondViewport: Boolean(whole),
            ...(whole && {clip: {...await page.evaluate('({x: 0, y: 0, width: document.documentElement.clientWidth, height: document.documentElement.scrollHeight})'), scale: 1}})});
        fs.writeFileSync(file, Buffer.from(data, 'base64'));
    };
    page.close = async () => {
        const ended = new Promise(resolve => browser.once('exit', resolve));
        if (!dead) {
            ask('Browser.close').catch(() => {});
            await Promise.race([ended, new Promise(resolve => setTimeout(resolve, 5000))]);
        }
        if (!dead)
            browser.kill('SIGKILL');
        fs.rmSync(home, {recursive: true, force: true, maxRetries: 5});
    };
    try {
        await page.go(address);
    } catch (error) {
        await page.close();
        throw error;
    }
    return page;
}

module.exports = {open};
