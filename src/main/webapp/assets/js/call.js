// A call by keyboard: the clock, the length that follows it until someone chooses one, choices by their first letter, and a ticket once
// there are words to keep. The call is kept, sealed on the server, every ten seconds and on leaving.
import { wipe } from './lock.js';
import { withToken } from './token.js';

const PAUSE = 10_000;
const KEEPALIVE = 60_000; // bytes that a browser still takes from a page that is going
const timer = document.getElementById('timer');
const form = document.querySelector('form[data-call]');

// The longest call of a band in minutes: the number its key ends with, none where it begins with "over".
function longest(band) {
  return band.value.startsWith('over') ? Infinity : Number(band.value.match(/\d+$/)[0]);
}

function clock() {
  const begin = Date.now() - Number(timer.dataset.seconds) * 1000;
  const bands = [...form.querySelectorAll('input[name=duration]')];
  let byHand = bands.some((band) => band.checked);
  for (const band of bands) {
    band.addEventListener('change', () => {
      byHand = true;
      form.elements.byHand.value = 'yes';
    });
  }
  const tick = () => {
    const seconds = Math.floor((Date.now() - begin) / 1000);
    timer.textContent = `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
    if (!byHand) {
      const band = bands.find((each) => seconds <= longest(each) * 60);
      if (band) {
        band.checked = true;
      }
    }
  };
  timer.hidden = false;
  tick();
  setInterval(tick, 1000);
}

// What takes letters and digits itself; boxes and round buttons do not.
function typing(target) {
  return target.closest?.('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]');
}

function plain(text) {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').trim().toLowerCase();
}

// The next choice of the group whose label begins with the letter; round buttons are chosen by it, boxes only found.
function byLetter(target, letter) {
  const all = [...target.closest('fieldset').querySelectorAll('input')];
  const at = all.indexOf(target);
  // Of round buttons none of which is chosen the focused one comes first.
  const from = target.type === 'radio' && !target.checked ? at : at + 1;
  const next = [...all.slice(from), ...all.slice(0, from)].find((one) => plain(one.parentElement.textContent).startsWith(plain(letter)));
  next?.focus();
  if (next?.type === 'radio') {
    next.click();
  }
}

// A group of boxes is one stop on the way by Tab, as a group of round buttons is.
function oneStop(group) {
  const all = [...group.querySelectorAll('input[type=checkbox]')];
  const stop = (box) => all.forEach((one) => {
    one.tabIndex = one === box ? 0 : -1;
  });
  if (all.length > 1) {
    stop(all[0]);
    group.addEventListener('focusin', (event) => stop(event.target));
  }
}

function step(target, by) {
  const all = [...target.closest('fieldset').querySelectorAll('input')];
  all[(all.indexOf(target) + by + all.length) % all.length].focus();
}

function press(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || document.querySelector('dialog[open]')) {
    return;
  }
  const { target, key } = event;
  const button = /^[1-5]$/.test(key) && !event.repeat && !typing(target) && document.querySelector(`[data-digit="${key}"]`);
  const box = target.closest?.('fieldset input');
  if (button) {
    event.preventDefault();
    button.click();
  } else if (box && /^\p{L}$/u.test(key)) {
    event.preventDefault();
    event.stopImmediatePropagation();
    byLetter(box, key);
  } else if (box?.type === 'checkbox' && (key === 'ArrowRight' || key === 'ArrowLeft')) {
    event.preventDefault();
    step(box, key === 'ArrowRight' ? 1 : -1);
  }
}

// What is typed becomes the one region it can mean: that begins so, else that contains it.
function region(input) {
  const names = [...new Set([...input.list.options].map((option) => option.value))];
  const wanted = plain(input.value);
  for (const fits of [(name) => plain(name) === wanted, (name) => plain(name).startsWith(wanted), (name) => plain(name).includes(wanted)]) {
    const found = names.filter(fits);
    if (wanted && found.length === 1) {
      [input.value] = found;
      return;
    }
  }
}

// As many saves as the window has made since the call began are told apart by the time, which also holds after a reload.
let last = 0;
function sequence() {
  last = Math.max(Date.now(), last + 1);
  return String(last);
}

let dirty = false;
let gone = false;
let underway = Promise.resolve();

function say(words) {
  document.getElementById('call-kept').textContent = words;
}

async function post() {
  const body = withToken();
  for (const [name, value] of new FormData(form)) {
    if (!body.has(name) || name === 'topics') {
      body.append(name, value);
    }
  }
  body.set('sequence', sequence());
  const { kept, failed } = document.getElementById('call-kept').dataset;
  try {
    const answer = await fetch(form.dataset.keep, {
      method: 'POST', body, keepalive: body.toString().length < KEEPALIVE, headers: { 'HX-Request': 'true' },
    });
    if (answer.status === 401) {
      wipe();
    } else if (answer.ok) {
      say(kept.replace('{0}', new Intl.DateTimeFormat(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' }).format(new Date())));
    } else {
      throw new Error();
    }
  } catch {
    dirty = true;
    say(failed);
  }
}

// What was typed goes along with a single key, so that it is there again where the call is taken back.
function typed(quick) {
  for (const [name, value] of new FormData(form)) {
    hidden(quick, `typed.${name}`, value);
  }
}

function hidden(to, name, value) {
  to.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
}

function keep() {
  if (dirty && !gone) {
    dirty = false;
    underway = underway.then(post);
  }
}

// The statistics sheet has the same choices, and begins where its page says.
const sheet = document.querySelector('form[data-sheet]');
if (sheet) {
  document.addEventListener('keydown', press, true);
  sheet.querySelectorAll('fieldset').forEach(oneStop);
}

if (timer && form) {
  if ('follow' in form.dataset) {
    clock();
  }
  for (const hint of form.querySelectorAll('[data-hints]')) {
    hint.hidden = false;
  }
  document.addEventListener('keydown', press, true);
  form.querySelectorAll('fieldset').forEach(oneStop);
  form.querySelector('[data-regions]').addEventListener('change', (event) => region(event.target));
  form.addEventListener('input', (event) => {
    dirty = true;
    const none = form.querySelector('input[name=ticket][value=none]');
    if (['note', 'callback', 'followUp', 'mail', 'firstMail'].includes(event.target.name) && event.target.value && none.checked) {
      [...form.querySelectorAll('input[name=ticket]')].at(-1).checked = true;
    }
  });
  // Once the call is saved or thrown away nothing may be kept of it any more.
  document.addEventListener('submit', (event) => {
    gone = gone || event.target === form || 'quick' in event.target.dataset;
    if ('quick' in event.target.dataset) {
      typed(event.target);
    } else if (event.target === form) {
      form.querySelector('input[name=sequence]')?.remove();
      hidden(form, 'sequence', sequence());
    }
  });
  document.addEventListener('obhut:save', keep);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') {
      keep();
    }
  });
  window.addEventListener('pagehide', keep);
  setInterval(keep, PAUSE);
  const trouble = document.getElementById('trouble');
  // What was done, and how it is undone, stands at the top.
  (trouble ?? form.querySelector('input[name=who]')).focus({ preventScroll: !trouble });
}
