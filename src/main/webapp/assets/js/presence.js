// Says that somebody reads or writes at the open ticket, and shows who else does. None of it prolongs the session.
import { hear, tell } from './channel.js';
import { locking } from './lock.js';
import { withToken } from './token.js';

const BEAT = 20_000;
let at = null;
let wrote = -Infinity;
let told = false;

function place() {
  return document.getElementById('presence');
}

function writing() {
  return performance.now() - wrote < 2 * BEAT;
}

function say(address, fields, keepalive) {
  return fetch(address, { method: 'POST', body: withToken(fields), keepalive, headers: { 'HX-Request': 'true' } });
}

async function beat() {
  const here = place();
  const address = here?.dataset.presence ?? null;
  if (at && at !== address) {
    leave();
  }
  if (!address || locking() || document.visibilityState === 'hidden') {
    return;
  }
  at = address;
  told = writing();
  const answer = await say(address, told ? { writing: 'true' } : {}).catch(() => null);
  const words = answer?.ok && answer.headers.get('Content-Type')?.startsWith('text/html') ? await answer.text() : null;
  // Whoever has gone on meanwhile is at another ticket.
  if (words !== null && place()?.dataset.presence === address) {
    const page = document.createElement('template');
    page.innerHTML = words;
    const next = page.content.getElementById('presence');
    // What is the same is not read out again.
    if (next && next.textContent.trim() !== place().textContent.trim()) {
      place().replaceChildren(...next.childNodes);
    }
  }
}

function leave() {
  if (at) {
    say(at, { leaving: 'true' }, true).catch(() => {});
    at = null;
    wrote = -Infinity;
  }
}

if (document.getElementById('lock')) {
  document.addEventListener('input', (event) => {
    if (event.target.form?.dataset.composer) {
      wrote = performance.now();
      if (!told) {
        beat();
      }
    }
  });
  document.addEventListener('htmx:afterSettle', beat);
  document.addEventListener('visibilitychange', beat);
  document.addEventListener('obhut:presence', () => {
    tell('presence');
    beat();
  });
  hear('presence', beat);
  window.addEventListener('pagehide', leave);
  setInterval(beat, BEAT);
  beat();
}
