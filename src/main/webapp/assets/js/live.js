// One stream of events per browser: the window that holds the lock listens and tells the others.
import { hear, tell } from './channel.js';
import { announce } from './desk.js';
import { locking, wipe } from './lock.js';
import { waits } from './notices.js';

const RETRY = 3_000;
let refreshing = 0;

function unassigned() {
  return Number(document.querySelector('[data-count=new]')?.textContent ?? 0);
}

// Of parts that replace those of the same id, the ones that have a place: the pane may have changed since it was asked.
function present(parts) {
  const page = document.createElement('template');
  page.innerHTML = parts;
  for (const part of page.content.querySelectorAll('[id][hx-swap-oob=outerHTML]')) {
    if (!document.getElementById(part.id)) {
      part.remove();
    }
  }
  return page.innerHTML;
}

// Asks for folders, list and delivery states, and leaves the open ticket and what is being written alone.
function refresh() {
  clearTimeout(refreshing);
  refreshing = setTimeout(async () => {
    const desk = document.getElementById('desk') ?? document.getElementById('today');
    if (!desk?.dataset.live || locking()) {
      return;
    }
    const ask = new URLSearchParams();
    if (desk.dataset.ticket) {
      ask.set('ticket', desk.dataset.ticket);
      ask.set('version', desk.dataset.version);
      if (document.querySelector('[data-pending]')) {
        ask.set('pending', 'true');
      }
    }
    const had = unassigned();
    const answer = await fetch(desk.dataset.live + (desk.dataset.live.includes('?') ? '&' : '?') + ask, { headers: { 'HX-Request': 'true' } }).catch(() => null);
    if (answer?.status === 401) {
      wipe();
    }
    const parts = answer?.ok ? await answer.text() : '';
    // Whoever has gone on meanwhile has newer panes than these.
    if (parts && desk.isConnected) {
      window.htmx.swap('#announce', present(parts), { swapStyle: 'none' });
      if (unassigned() > had) {
        announce(document.getElementById('announce').dataset.new);
      }
    }
  }, 150);
}

// The stream was refused and will not come back by itself: the session is over, perhaps with the server's memory.
async function again() {
  const probe = new AbortController();
  try {
    const answer = await fetch('/events', { headers: { 'HX-Request': 'true' }, signal: probe.signal });
    probe.abort();
    answer.status === 401 ? wipe() : listen();
  } catch {
    setTimeout(again, RETRY);
  }
}

function listen() {
  return new Promise(() => {
    const stream = new EventSource('/events');
    stream.addEventListener('desk', () => {
      tell('desk');
      refresh();
    });
    stream.addEventListener('presence', () => document.dispatchEvent(new Event('obhut:presence')));
    stream.addEventListener('waits', waits);
    stream.addEventListener('ended', () => {
      stream.close();
      wipe();
    });
    // After a broken connection something may have been missed.
    let broken = false;
    stream.addEventListener('error', () => {
      broken = true;
      if (stream.readyState === EventSource.CLOSED) {
        setTimeout(again, RETRY);
      }
    });
    // And what was on its way when the page was made may have arrived before anybody listened.
    stream.addEventListener('open', () => {
      if (broken || document.querySelector('[data-pending]')) {
        broken = false;
        tell('desk');
        refresh();
      }
    });
    window.addEventListener('pagehide', () => stream.close());
  });
}

// Held replies count down where the page shows them, and what became of them is asked for at the end.
setInterval(() => {
  for (const form of document.querySelectorAll('[data-undo]')) {
    const left = Number(form.dataset.undo) - 1;
    form.dataset.undo = left;
    form.querySelector('[data-seconds]').textContent = Math.max(0, left);
    if (left <= 0) {
      form.remove();
      refresh();
    }
  }
}, 1000);

if (document.getElementById('lock')) {
  hear('desk', refresh);
  if (navigator.locks) {
    navigator.locks.request('obhut-events', listen);
  } else {
    listen();
  }
}
