// Single keys, off until chosen (WCAG 2.1.4) and never within a field. Which key does what stands at what it does: data-key.
const COOKIE = 'obhut-keys';
const YEAR = 365 * 24 * 60 * 60;
const template = document.getElementById('keys-template');

// A cookie, since the browser's other storage is emptied at sign-out. It says nothing but on or off.
function on() {
  return document.cookie.split('; ').includes(`${COOKIE}=on`);
}

function choose(chosen) {
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  document.cookie = `${COOKIE}=${chosen ? 'on' : 'off'}; Path=/; SameSite=Strict; Max-Age=${YEAR}${secure}`;
}

// Made when it is asked for, so that a page is not read twice where it is searched or read out.
function show() {
  const dialog = template.content.cloneNode(true).firstElementChild;
  const box = dialog.querySelector('#keys-on');
  box.checked = on();
  box.addEventListener('change', () => choose(box.checked));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

// The ticket after or before the open one; from the list alone, its first.
function step(by) {
  const items = [...document.querySelectorAll('.ob-item__subject')];
  const open = items.findIndex((item) => item.hasAttribute('aria-current'));
  items[open < 0 ? 0 : open + by]?.click();
}

// In the list: the row that the keys stand at, which is the focused one.
function row() {
  return document.activeElement?.closest?.('.ob-item');
}

function walk(by) {
  const subjects = [...document.querySelectorAll('.ob-item__subject')];
  const at = subjects.indexOf(row()?.querySelector('.ob-item__subject'));
  subjects[at < 0 ? 0 : Math.min(subjects.length - 1, Math.max(0, at + by))]?.focus();
}

function tick() {
  const box = (row() ?? document).querySelector('.ob-item__check');
  box?.click();
}

// After g, the letter of a folder: where it goes stands at its link, data-go.
let going = 0;

function go(key) {
  going = 0;
  document.querySelector(`[data-go="${CSS.escape(key)}"]`)?.click();
}

function press(key) {
  if (Date.now() - going < 1_500) {
    go(key);
  } else if (key === 'g') {
    going = Date.now();
  } else if (key === 'x') {
    tick();
  } else if (key === '?') {
    show();
  } else if (key === 'j' || key === 'k') {
    // Beside an open ticket to the next one; over a list alone from row to row, which Enter opens.
    document.querySelector('.ob-desk--list') ? walk(key === 'j' ? 1 : -1) : step(key === 'j' ? 1 : -1);
  } else {
    // What stands last is about the open ticket, what stands before about every page. What a window has no room for does nothing.
    const all = [...document.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)];
    (all.filter((one) => one.getClientRects().length > 0).at(-1) ?? all.at(-1))?.click();
  }
}

if (template) {
  for (const button of document.querySelectorAll('[data-keys-open]')) {
    button.hidden = false;
    button.addEventListener('click', () => {
      button.closest('details')?.removeAttribute('open');
      show();
    });
  }
  document.addEventListener('keydown', (event) => {
    const busy = event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing;
    const field = event.target.closest?.('input:not([type=checkbox]), textarea, select, [contenteditable]');
    if (event.key.length === 1 && !busy && !field && on() && !document.querySelector('dialog[open]')) {
      const key = event.key.toLowerCase();
      if (key === '?' || 'jkgx'.includes(key) || Date.now() - going < 1_500 || document.querySelector(`[data-key="${CSS.escape(key)}"]`)) {
        event.preventDefault();
        press(key);
      }
    }
  });
}
