// Opens an address in a headless browser over its debugging port, waits until values have been heard, presses Stop, and writes the page.
// look.js PORT ADDRESS PAGE.html SHOT.png
'use strict';
const fs = require('fs');
const [port, address, page, shot] = process.argv.slice(2);
const pause = ms => new Promise(done => setTimeout(done, ms));

async function main() {
  const target = await (await fetch('http://127.0.0.1:' + port + '/json/new?about:blank', {method: 'PUT'})).json();
  const socket = new WebSocket(target.webSocketDebuggerUrl);
  await new Promise((open, failed) => { socket.onopen = open; socket.onerror = failed; });
  const waiting = new Map();
  let number = 0;
  socket.onmessage = event => { const message = JSON.parse(event.data); if (waiting.has(message.id)) waiting.get(message.id)(message.result); };
  const ask = (method, params = {}) => new Promise(done => { waiting.set(++number, done); socket.send(JSON.stringify({id: number, method, params})); });
  const value = async expression => (await ask('Runtime.evaluate', {expression})).result.value;
  const until = async (what, expression, seconds) => {
    for (let i = 0; i < seconds * 5; i++) { if (await value(expression)) return; await pause(200); }
    console.log('waited in vain for ' + what);
  };
  await ask('Emulation.setDeviceMetricsOverride', {width: 1280, height: 900, deviceScaleFactor: 1, mobile: false});
  await ask('Page.navigate', {url: address});
  await until('values', "Number(document.body.dataset.heard || 0) >= 60", 60);
  fs.writeFileSync(page, await value('document.documentElement.outerHTML'));
  fs.writeFileSync(shot, Buffer.from((await ask('Page.captureScreenshot')).data, 'base64'));
  await value("document.getElementById('verb-stop').click()");
  await until('the end of the run', "document.getElementById('cards').textContent.includes('STOPPED_KEPT')", 30);
  fs.appendFileSync(page, '\n<!-- ' + await value("document.getElementById('cards').textContent") + ' -->\n');
  process.exit(0);
}

main().catch(error => { console.error(error.message || error); process.exit(1); });
