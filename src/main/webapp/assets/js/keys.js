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

function press(key) {
  if (key === '?') {
    show();
  } else if (key === 'j' || key === 'k') {
    step(key === 'j' ? 1 : -1);
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
    const field = event.target.closest?.('input, textarea, select, [contenteditable]');
    if (event.key.length === 1 && !busy && !field && on() && !document.querySelector('dialog[open]')) {
      const key = event.key.toLowerCase();
      if (key === '?' || 'jk'.includes(key) || document.querySelector(`[data-key="${CSS.escape(key)}"]`)) {
        event.preventDefault();
        press(key);
      }
    }
  });
}
