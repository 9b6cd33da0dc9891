// Keeps an unsent reply, sealed on the server, every ten seconds and on leaving. None of it prolongs the session.
import { withToken } from './token.js';

const PAUSE = 10_000;
let dirty = false;
let underway = Promise.resolve();

function form() {
  return document.querySelector('form[data-draft]');
}

function say(text) {
  const state = document.getElementById('draft-state');
  if (state) {
    state.textContent = text;
  }
}

// All that was written and chosen, but no file.
function written(current) {
  const fields = {};
  for (const [name, value] of new FormData(current)) {
    if (typeof value === 'string' && !['version', 'seen', 'key'].includes(name)) {
      fields[name] = value;
    }
  }
  return fields;
}

async function post(address, fields) {
  const state = document.getElementById('draft-state');
  try {
    const answer = await fetch(address, {
      method: 'POST', body: withToken(fields), keepalive: fields.text.length < 15_000, headers: { 'HX-Request': 'true' },
    });
    if (!answer.ok) {
      throw new Error();
    }
    const time = new Intl.DateTimeFormat(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' }).format(new Date());
    say(state?.dataset.saved.replace('{0}', time) ?? '');
  } catch {
    dirty = true;
    say(state?.dataset.failed ?? '');
  }
}

// Saves what is unsaved; the promise ends when the server has it.
export function flush() {
  const current = form();
  if (dirty && current) {
    dirty = false;
    const { draft } = current.dataset;
    const fields = written(current);
    underway = underway.then(() => post(draft, fields));
  }
  return underway;
}

// The reply itself is on its way: nothing may be saved after it.
export function forget() {
  dirty = false;
  return underway;
}

document.addEventListener('input', (event) => {
  if (event.target.form?.dataset.draft && event.target.type !== 'file') {
    dirty = true;
  }
});
document.addEventListener('obhut:save', flush);
// A form that is sent as a whole page keeps nothing any more.
document.addEventListener('submit', (event) => {
  if (event.target.matches('form[data-draft]')) {
    dirty = false;
  }
});
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') {
    flush();
  }
});
window.addEventListener('pagehide', flush);
setInterval(flush, PAUSE);
