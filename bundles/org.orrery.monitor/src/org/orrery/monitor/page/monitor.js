'use strict';
// Runs by number, and the curves of the one that is looked at. What is drawn is thinned out; the run folder has every value.
const runs = new Map();
let chosen = 0;
let proof = '';
let curves = new Map();
let lines = [];
let dirty = false;
let delays = [];
const MOST_POINTS = 4000, MOST_LINES = 2000;
const $ = id => document.getElementById(id);

async function enter() {
  const key = location.hash.slice(1);
  if (key) {
    // The word must not stay in the history of the browser.
    history.replaceState(null, '', '/');
    const answer = await fetch('/session', {method: 'POST', headers: {'X-Orrery-Key': key}});
    if (answer.ok) { proof = (await answer.json()).proof; return true; }
  }
  const known = await fetch('/session');
  if (known.ok) { proof = (await known.json()).proof; return true; }
  $('state').textContent = 'This address has been used. Take the newest one that Orrery shows.';
  return false;
}

async function read(path) {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(path + ': ' + answer.status);
  return answer.json();
}

function number(value) {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return '–';
  return Number.isInteger(value) ? String(value) : value.toPrecision(5);
}

function list() {
  const items = [...runs.values()].sort((a, b) => b.run - a.run).map(run => {
    const item = document.createElement('li'), button = document.createElement('button'), small = document.createElement('small');
    button.textContent = run.run + '  ' + run.name;
    small.textContent = run.status + (run.total ? '  ' + run.done + ' of ' + run.total : '');
    small.className = run.status;
    button.setAttribute('aria-current', run.run === chosen);
    button.onclick = () => choose(run.run);
    button.append(small);
    item.append(button);
    return item;
  });
  $('runs').replaceChildren(...items);
}

async function choose(run) {
  chosen = run;
  curves = new Map();
  lines = [];
  $('run').hidden = false;
  list();
  head();
  await recall(run);
  // What was reported before this page listened and was not yet written then is there a moment later.
  setTimeout(() => { if (run === chosen) recall(run); }, 2500);
}

async function recall(run) {
  const stored = await read('/api/runs/' + run + '/series');
  if (run !== chosen) return;
  // What was heard while this was read is newer.
  const heard = curves;
  curves = new Map();
  stored.curves.forEach(curve => curves.set(curve.unit + '\n' + curve.name, {name: curve.name, unit: curve.unit, points: curve.points}));
  heard.forEach((curve, key) => {
    const own = curves.get(key);
    if (!own) { curves.set(key, curve); return; }
    const last = own.points.length ? own.points[own.points.length - 1] : [-1, -1];
    curve.points.filter(point => point[1] > last[1] || point[1] === last[1] && point[0] > last[0]).forEach(point => own.points.push(point));
  });
  const newest = stored.lines.length ? stored.lines[stored.lines.length - 1][0] : 0;
  lines = stored.lines.concat(lines.filter(line => line[0] > newest));
  dirty = true;
}

function card(label, value, kind) {
  const card = document.createElement('div'), span = document.createElement('span'), bold = document.createElement('b');
  span.textContent = label;
  bold.textContent = value;
  if (kind) bold.className = kind;
  card.append(span, bold);
  return card;
}

function head() {
  const run = runs.get(chosen);
  if (!run) return;
  $('title').textContent = run.run + '  ' + run.name;
  const cards = [card('Status', run.status, run.status), card('Analysis', run.analysis)];
  if (run.bestName) cards.push(card(run.bestName, number(run.bestValue)));
  [...curves.values()].sort((a, b) => a.name.startsWith('system.') - b.name.startsWith('system.')).forEach(curve => {
    const last = curve.points[curve.points.length - 1];
    if (last && cards.length < 12) cards.push(card(curve.name, number(last[2]), typeof last[2] === 'string' ? 'bad' : ''));
  });
  $('cards').replaceChildren(...cards);
  if (run.ended) { $('progress').value = run.status === 'COMPLETED' ? 1 : $('progress').value; $('units').textContent = ''; }
  const verbs = run.ended ? (run.resumable ? ['resume', 'start'] : ['start']) : run.status === 'PAUSED' ? ['proceed', 'stop', 'cancel'] : ['stop', 'cancel', 'pause'];
  const wanted = verbs.join();
  if ($('verbs').dataset.verbs === wanted && $('verbs').dataset.run === String(chosen)) return;
  $('verbs').dataset.verbs = wanted;
  $('verbs').dataset.run = chosen;
  $('verbs').replaceChildren(...verbs.map(verb => {
    const button = document.createElement('button');
    button.textContent = {stop: 'Stop and keep', cancel: 'Cancel', pause: 'Pause', proceed: 'Go on', resume: 'Resume', start: 'Start again'}[verb];
    button.id = 'verb-' + verb;
    button.onclick = () => act(verb);
    return button;
  }));
}

async function act(verb) {
  const answer = await fetch('/api/runs/' + chosen + '/' + verb, {method: 'POST', headers: {'X-Orrery-Proof': proof}});
  const told = await answer.json();
  $('state').textContent = answer.ok ? 'Live' : told.message;
  if (answer.ok && told.run !== chosen) choose(told.run);
}

function series(news) {
  // How long the newest value took from the unit to this page, on the same clock: for whoever measures it.
  if (news.metrics.length) {
    delays.push(Date.now() - news.metrics[news.metrics.length - 1][3]);
    delays = delays.slice(-200);
    document.body.dataset.delay = [...delays].sort((a, b) => a - b)[delays.length >> 1];
    document.body.dataset.heard = Number(document.body.dataset.heard || 0) + news.metrics.length;
  }
  if (news.run !== chosen) return;
  for (const [unit, name, step, millis, value] of news.metrics) {
    const key = unit + '\n' + name;
    if (!curves.has(key)) curves.set(key, {name, unit, points: []});
    const points = curves.get(key).points;
    points.push([step, millis, value]);
    if (points.length > 2 * MOST_POINTS) curves.get(key).points = thin(points);
  }
  lines.push(...news.lines);
  if (lines.length > MOST_LINES) lines = lines.slice(-MOST_LINES);
  dirty = true;
}

// Of four in a row the lowest and the highest stay; what is no number stays as well.
function thin(points) {
  const kept = [];
  for (let i = 0; i < points.length; i += 4) {
    const group = points.slice(i, i + 4);
    const odd = group.find(point => typeof point[2] === 'string');
    let low = group[0], high = group[0];
    for (const point of group) { if (point[2] < low[2]) low = point; if (point[2] > high[2]) high = point; }
    if (odd) kept.push(odd);
    else if (low === high) kept.push(low);
    else kept.push(...(group.indexOf(low) < group.indexOf(high) ? [low, high] : [high, low]));
  }
  return kept;
}

function draw() {
  if (dirty) {
    dirty = false;
    head();
    const all = [...new Set([...curves.values()].map(curve => curve.name))], machine = name => name.startsWith('system.');
    const names = all.filter(name => !machine(name)).concat(all.filter(machine)).slice(0, 24);
    if ($('charts').dataset.names !== names.join('\n')) {
      $('charts').dataset.names = names.join('\n');
      $('charts').replaceChildren(...names.map(name => {
        const figure = document.createElement('figure'), caption = document.createElement('figcaption');
        caption.textContent = name;
        figure.append(caption, document.createElement('canvas'));
        return figure;
      }));
    }
    names.forEach((name, i) => chart($('charts').children[i].lastChild, [...curves.values()].filter(curve => curve.name === name).slice(0, 10)));
    const log = $('log'), follow = log.scrollTop + log.clientHeight >= log.scrollHeight - 30;
    log.textContent = lines.map(line => line[2]).join('\n');
    if (follow) log.scrollTop = log.scrollHeight;
  }
  requestAnimationFrame(draw);
}

function chart(canvas, shown) {
  const ratio = devicePixelRatio || 1, width = canvas.clientWidth, height = canvas.clientHeight;
  if (canvas.width !== width * ratio || canvas.height !== height * ratio) { canvas.width = width * ratio; canvas.height = height * ratio; }
  const pen = canvas.getContext('2d'), style = getComputedStyle(document.documentElement), colour = name => style.getPropertyValue(name).trim();
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.clearRect(0, 0, width, height);
  const points = shown.flatMap(curve => curve.points), finite = points.filter(point => typeof point[2] === 'number');
  if (!finite.length) return;
  const span = (index) => finite.reduce(([low, high], point) => [Math.min(low, point[index]), Math.max(high, point[index])], [Infinity, -Infinity]);
  let [left, right] = span(0), [low, high] = span(2);
  if (left === right) right = left + 1;
  if (low === high) { low -= 0.5; high += 0.5; }
  const x = step => 52 + (step - left) / (right - left) * (width - 62), y = value => 8 + (high - value) / (high - low) * (height - 30);
  pen.font = '11px system-ui, sans-serif';
  pen.fillStyle = colour('--dim');
  pen.strokeStyle = colour('--line');
  pen.lineWidth = 1;
  for (let i = 0; i <= 3; i++) {
    const value = low + (high - low) * i / 3;
    pen.beginPath(); pen.moveTo(52, y(value)); pen.lineTo(width - 8, y(value)); pen.stroke();
    pen.textAlign = 'right';
    pen.fillText(value.toPrecision(3), 48, y(value) + 4);
  }
  pen.textAlign = 'left'; pen.fillText(number(left), 52, height - 6);
  pen.textAlign = 'right'; pen.fillText(number(right), width - 8, height - 6);
  const hues = [210, 30, 140, 280, 0, 60, 180, 320, 100, 240];
  shown.forEach((curve, i) => {
    pen.strokeStyle = i === 0 ? colour('--accent') : 'hsl(' + hues[i % hues.length] + ' 60% 50%)';
    pen.lineWidth = 1.5;
    pen.beginPath();
    let down = false;
    for (const [step, , value] of curve.points) {
      if (typeof value !== 'number') { down = false; continue; }
      if (down) pen.lineTo(x(step), y(value)); else pen.moveTo(x(step), y(value));
      down = true;
    }
    pen.stroke();
  });
}

async function begin() {
  if (!await enter()) return;
  (await read('/api/runs')).runs.forEach(run => runs.set(run.run, run));
  const events = new EventSource('/events');
  events.onopen = () => { $('state').textContent = 'Live'; };
  events.onerror = () => { $('state').textContent = 'Not connected; trying again…'; };
  events.addEventListener('run', event => {
    const run = JSON.parse(event.data);
    runs.set(run.run, run);
    list();
    if (run.run === chosen) { dirty = true; head(); } else if (!chosen) choose(run.run);
  });
  events.addEventListener('removed', event => { runs.delete(JSON.parse(event.data).run); list(); });
  events.addEventListener('progress', event => {
    const progress = JSON.parse(event.data);
    if (progress.run !== chosen) return;
    if (typeof progress.fraction === 'number') $('progress').value = progress.fraction;
    $('units').textContent = progress.units.map(unit => unit.label + (unit.total > 0 ? ': ' + unit.done + ' of ' + unit.total + ' ' + unit.what : '')).slice(0, 4).join('  ·  ');
  });
  events.addEventListener('series', event => series(JSON.parse(event.data)));
  list();
  if (runs.size) choose(Math.max(...runs.keys()));
  draw();
}

begin().catch(error => { $('state').textContent = error.message; });
