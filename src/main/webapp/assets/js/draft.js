// Keeps what is not sent yet, sealed on the server, every ten seconds and on leaving. None of it prolongs the session.
import { wipe } from './lock.js';
import { withToken } from './token.js';

const PAUSE = 10_000;
const KEEPALIVE = 60_000; // bytes that a browser still takes from a page that is going
const window_ = crypto.randomUUID(); // so that two windows of one person don't overwrite each other's
let sequence = 0;
let dirty = false;
let stopped = false; // written elsewhere: nothing is saved until the person has chosen
let saved = true;
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
  if (current.dataset.composer !== 'note') {
    for (const [name, value] of new FormData(current)) {
      if (typeof value === 'string' && !['version', 'seen', 'key', 'kept'].includes(name)) {
        fields[name] = value;
      }
    }
  } else {
    fields.base = current.elements.base.value;
  }
  return { ...fields, ...origin() };
}

// What tells the server which window writes, and the note beside the reply.
export function origin() {
  const note = document.getElementById('note-text');
  return { ...(note ? { note: note.value } : {}), window: window_, sequence: String(sequence += 1) };
}

export function keptAs(revision) {
  for (const field of document.querySelectorAll('#composer input[name=base]')) {
    field.value = revision ?? '';
  }
}

export function sayKept() {
  const state = document.getElementById('draft-state');
  const time = new Intl.DateTimeFormat(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' }).format(new Date());
  say(state?.dataset.saved.replace('{0}', time) ?? '');
}

export function elsewhere(revision) {
  const callout = document.getElementById('draft-elsewhere');
  if (callout) {
    stopped = true;
    callout.hidden = false;
    callout.dataset.revision = revision ?? '';
  }
}

async function post(address, fields) {
  const state = document.getElementById('draft-state');
  const body = withToken(fields);
  saved = false;
  try {
    const answer = await fetch(address, {
      method: 'POST', body, keepalive: body.toString().length < KEEPALIVE, headers: { 'HX-Request': 'true' },
    });
    if (answer.status === 401) {
      wipe();
      return;
    }
    if (answer.status === 409) {
      elsewhere(answer.headers.get('X-Obhut-Draft'));
    }
    if (!answer.ok) {
      throw new Error();
    }
    if (answer.headers.has('X-Obhut-Draft')) {
      keptAs(answer.headers.get('X-Obhut-Draft'));
    }
    saved = true;
    sayKept();
  } catch {
    dirty = true;
    say(state?.dataset.failed ?? '');
  }
}

// Saves what is unsaved; the promise ends when the server has it.
export function flush() {
  const current = form();
  if (dirty && current && !stopped) {
    dirty = false;
    underway = underway.then(() => post(current.dataset.draft, written(current)));
  }
  return underway;
}

// The page may be gone before what is underway has its answer: the server tells this window's saves apart by their sequence.
function leave() {
  const current = form();
  if (dirty && current && !stopped) {
    dirty = false;
    post(current.dataset.draft, written(current));
  }
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
document.addEventListener('click', (event) => {
  if (event.target.closest('[data-draft-mine]')) {
    const callout = document.getElementById('draft-elsewhere');
    keptAs(callout.dataset.revision);
    callout.hidden = true;
    stopped = false;
    dirty = true;
    flush();
  } else if (event.target.closest('[data-draft-other]')) {
    dirty = false;
  }
});
// Says before the session ends whether anything would be lost.
document.addEventListener('obhut:save', () => {
  flush().then(() => {
    const words = document.getElementById('lock-draft');
    if (words && !saved && !stopped) {
      words.textContent = words.dataset.unsaved;
    }
  });
});
// A form that is sent as a whole page keeps nothing any more.
document.addEventListener('submit', (event) => {
  if (event.target.matches('form[data-draft], form[data-discard]')) {
    dirty = false;
  }
});
// The next ticket's draft is another one.
document.addEventListener('htmx:afterSettle', () => {
  if (document.getElementById('draft-elsewhere')?.hidden) {
    stopped = false;
  }
});
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') {
    leave();
  }
});
window.addEventListener('pagehide', leave);
setInterval(flush, PAUSE);
