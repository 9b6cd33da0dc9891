// Counts down to the end of the session, warns a minute before, and leaves nothing of a client in the page after it.
import { hear, tell } from './channel.js';
import { withToken } from './token.js';

const WARNING = 60;
const dialog = document.getElementById('lock');
let end = 0;
let lastStay = Date.now();
let locked = false;

export function locking() {
  return locked;
}

export function wipe(reason = 'idle') {
  if (locked || !dialog) {
    return;
  }
  locked = true;
  const onward = location.pathname + location.search.replace(/[&?](done|lang|write|after)=[^&]*/g, '');
  const out = fetch('/sign-out', { method: 'POST', body: withToken(), keepalive: true, redirect: 'manual' }).catch(() => {});
  document.body.replaceChildren();
  document.title = 'Obhut';
  // A sign-in form that is there before the session has ended would be that session's, and stale.
  const late = new Promise((done) => { setTimeout(done, 3_000); });
  Promise.race([out, late]).then(() => location.replace(`/sign-in?ended=${reason}&onward=${encodeURIComponent(onward)}`));
}

function prolonged(seconds) {
  end = Date.now() + seconds * 1000;
  if (dialog.open && seconds > WARNING) {
    dialog.close();
  }
  show();
}

// A person's own action: asks for more time, at most once a minute.
export async function stay() {
  lastStay = Date.now();
  try {
    const answer = await fetch('/session', { method: 'POST', body: withToken(), headers: { 'HX-Request': 'true' } });
    if (answer.status === 401) {
      wipe();
    } else if (answer.ok) {
      const seconds = Number(answer.headers.get('X-Obhut-Seconds'));
      prolonged(seconds);
      tell('active', seconds);
    }
  } catch {
    // No connection: the countdown goes on, as it does on the server.
  }
}

function show() {
  const left = Math.max(0, Math.ceil((end - Date.now()) / 1000));
  const clock = document.getElementById('lock-clock');
  if (clock) {
    clock.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
  }
  return left;
}

function tick() {
  const left = show();
  if (left === 0) {
    wipe();
  } else if (left <= WARNING && !dialog.open) {
    document.dispatchEvent(new CustomEvent('obhut:save'));
    dialog.showModal();
    document.getElementById('lock-stay').focus();
  }
}

if (dialog) {
  prolonged(Number(dialog.dataset.seconds));
  setInterval(tick, 1000);
  hear('active', prolonged);
  hear('over', () => wipe('out'));
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    stay();
  });
  document.getElementById('lock-stay').addEventListener('click', (event) => {
    event.preventDefault();
    stay();
  });
  for (const action of ['keydown', 'pointerdown']) {
    document.addEventListener(action, (event) => {
      if (event.isTrusted && !dialog.open && Date.now() - lastStay > 60_000) {
        stay();
      }
    }, { passive: true });
  }
  document.addEventListener('submit', (event) => {
    if ((event.submitter?.formAction ?? event.target.action).endsWith('/sign-out')) {
      tell('over');
    }
  });
  document.addEventListener('htmx:afterRequest', (event) => {
    const seconds = event.detail.xhr?.getResponseHeader('X-Obhut-Seconds');
    if (seconds) {
      prolonged(Number(seconds));
      tell('active', Number(seconds));
    }
  });
}

// A page from the back-forward cache may show what a session that is over had open.
window.addEventListener('pageshow', (event) => {
  if (event.persisted) {
    document.body.replaceChildren();
    location.reload();
  }
});
