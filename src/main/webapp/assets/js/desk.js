// The desk without reloads: keeps text, scroll and focus where they belong when panes are swapped.
import { callout } from './callout.js';
import { flush, forget } from './draft.js';
import { wipe } from './lock.js';

const notes = new Map(); // unsaved notes by ticket, in memory only
let before = null;
let slow = 0;

function desk() {
  return document.getElementById('desk');
}

export function announce(text) {
  document.getElementById('announce').textContent = text;
}

function keepNote() {
  const field = document.getElementById('note-text');
  const ticket = desk()?.dataset.ticket;
  if (field && ticket) {
    field.value.trim() ? notes.set(ticket, field.value) : notes.delete(ticket);
  }
}

function returnNote() {
  const field = document.getElementById('note-text');
  const kept = notes.get(desk()?.dataset.ticket);
  if (field && kept && !field.value) {
    field.value = kept;
  }
}

function write(kind) {
  const composer = document.getElementById('composer');
  composer.classList.toggle('ob-composer--note', kind === 'note');
  for (const tab of composer.querySelectorAll('[data-write]')) {
    tab.dataset.write === kind ? tab.setAttribute('aria-current', 'true') : tab.removeAttribute('aria-current');
  }
  for (const form of composer.querySelectorAll('[data-composer]')) {
    form.hidden = form.dataset.composer !== kind;
  }
  composer.querySelector(`[data-composer=${kind}] textarea`)?.focus();
}

// Tabs of the composer switch in place; with another window open on the same ticket nothing is lost either.
document.addEventListener('click', (event) => {
  const tab = event.target.closest('#composer [data-write]');
  if (tab && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    event.stopImmediatePropagation();
    write(tab.dataset.write);
  }
}, true);

document.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && event.target.form) {
    event.preventDefault();
    event.target.form.requestSubmit(event.target.form.querySelector('.kern-btn--primary'));
  } else if (event.key === 'Escape') {
    document.querySelector('.ob-menu[open]')?.removeAttribute('open');
  }
});
document.addEventListener('click', (event) => {
  const menu = document.querySelector('.ob-menu[open]');
  if (menu && !menu.contains(event.target)) {
    menu.removeAttribute('open');
  }
});

// Nothing leaves the pane before its draft is saved, and no draft is saved after its reply.
document.addEventListener('htmx:confirm', (event) => {
  if (event.detail.issueRequest && desk()?.contains(event.target)) {
    event.preventDefault();
    const replying = event.target.matches('form[data-composer=reply]');
    if (event.target.matches('form[data-composer=note]')) {
      notes.delete(desk().dataset.ticket);
      event.target.dataset.sent = 'true';
    }
    (replying ? forget() : flush()).then(() => {
      if (event.target.isConnected || !event.target.href) {
        event.detail.issueRequest(true);
      } else {
        location.assign(event.target.href);
      }
    });
  }
});

document.addEventListener('htmx:beforeRequest', (event) => {
  if (event.detail.target?.id === 'desk') {
    const pane = document.querySelector('.ob-thread') ?? document.querySelector('.ob-ticket');
    slow = setTimeout(() => {
      pane?.setAttribute('aria-busy', 'true');
      pane?.prepend(document.getElementById('loading').content.cloneNode(true));
    }, 400);
  }
});
document.addEventListener('htmx:afterRequest', () => {
  clearTimeout(slow);
  document.querySelector('.ob-loading')?.remove();
});

document.addEventListener('htmx:beforeSwap', (event) => {
  if (event.detail.target?.id === 'desk') {
    // A live list may have replaced what was clicked, and with it what htmx goes by: the whole page would come into the desk.
    event.detail.selectOverride ??= '#desk';
    event.detail.swapOverride ??= 'outerHTML show:none';
    if (!document.querySelector('form[data-composer=note][data-sent]')) {
      keepNote();
    }
    before = { ticket: desk().dataset.ticket, live: desk().dataset.live, scroll: document.querySelector('.ob-list')?.scrollTop ?? 0 };
  }
});
// What has the focus when the new page is in; whoever has moved on from there before all is settled is at work already.
let focused = null;
document.addEventListener('htmx:afterSwap', () => {
  focused = document.activeElement;
});
document.addEventListener('htmx:afterSettle', () => {
  if (!before || !desk()) {
    return;
  }
  const list = document.querySelector('.ob-list');
  if (list && before.live === desk().dataset.live) {
    list.scrollTop = before.scroll;
  }
  before = null;
  returnNote();
  showFolder();
  const notice = document.getElementById('notice');
  if (notice) {
    announce(notice.textContent.trim());
    forgetDone();
  }
  const wrong = document.querySelector('#desk [aria-invalid]');
  const place = document.getElementById('trouble') ?? wrong ?? document.getElementById('ticket-title') ?? document.getElementById('content');
  const atWork = document.activeElement !== focused && document.activeElement.matches('input, textarea, select');
  if (!atWork) {
    place.focus({ preventScroll: place !== wrong });
  }
});

// Whether the answer is that of another page to which what was posted led.
function redirected(xhr, request) {
  return xhr.responseURL && new URL(xhr.responseURL).pathname !== new URL(request.path, location.href).pathname;
}

// On a phone the folders are one long row.
function showFolder() {
  document.querySelector('.ob-folder[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
}
showFolder();

// What was done belongs to one answer: a reload is not to say it again.
function forgetDone() {
  const address = new URL(location.href);
  address.searchParams.delete('done');
  address.searchParams.delete('lang');
  history.replaceState(history.state, '', address);
}
forgetDone();

document.addEventListener('htmx:sendError', () => callout('offline'));
document.addEventListener('htmx:timeout', () => callout('offline'));
document.addEventListener('htmx:responseError', (event) => {
  const { xhr, requestConfig } = event.detail;
  if (xhr.status === 401) {
    wipe();
  } else if (event.detail.target?.id === 'desk' && (requestConfig.verb === 'get' || redirected(xhr, requestConfig))) {
    location.assign(xhr.responseURL || requestConfig.path);
  } else if (event.detail.target?.id === 'desk') {
    callout('failed');
  }
});
