// Keeps an unsent reply, sealed on the server, every ten seconds and on leaving. None of it prolongs the session.
import { withToken } from './token.js';

const PAUSE = 10_000;
let dirty = false;
let underway = Promise.resolve();

function form() {
  return document.querySelector('form[data-composer=reply]');
}

function say(text) {
  const state = document.getElementById('draft-state');
  if (state) {
    state.textContent = text;
  }
}

async function post(address, text) {
  const state = document.getElementById('draft-state');
  try {
    const answer = await fetch(address, {
      method: 'POST', body: withToken({ text }), keepalive: text.length < 15_000, headers: { 'HX-Request': 'true' },
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
    const text = current.elements.text.value;
    underway = underway.then(() => post(draft, text));
  }
  return underway;
}

// The reply itself is on its way: nothing may be saved after it.
export function forget() {
  dirty = false;
  return underway;
}

document.addEventListener('input', (event) => {
  if (event.target.id === 'reply-text') {
    dirty = true;
  }
});
document.addEventListener('obhut:save', flush);
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') {
    flush();
  }
});
window.addEventListener('pagehide', flush);
setInterval(flush, PAUSE);
