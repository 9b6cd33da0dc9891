// Text blocks: typed as :: and a prefix, or looked for in a list. Without this, the button leads to a page that does the same.
let range = null; // what the block will take the place of
let inline = false; // typed in the text, which keeps the focus
let chosen = -1;
let wanted = ''; // what was typed last: an answer may come later than the next letter

function box() {
  return document.getElementById('block-box');
}

function text() {
  return document.getElementById('reply-text');
}

function search() {
  return document.getElementById('block-search');
}

function shown() {
  return [...document.querySelectorAll('#blocks [role=option]')].filter((option) => !option.hidden);
}

function field() {
  return inline ? text() : search();
}

function mark(index) {
  const options = shown();
  chosen = options.length ? (index + options.length) % options.length : -1;
  for (const option of document.querySelectorAll('#blocks [role=option]')) {
    option.setAttribute('aria-selected', String(option === options[chosen]));
  }
  const id = options[chosen]?.id;
  id ? field().setAttribute('aria-activedescendant', id) : field().removeAttribute('aria-activedescendant');
  options[chosen]?.scrollIntoView({ block: 'nearest' });
}

function filter(words) {
  const looked = words.trim().toLocaleLowerCase();
  for (const option of document.querySelectorAll('#blocks [role=option]')) {
    const prefix = option.dataset.prefix;
    option.hidden = inline ? !prefix.startsWith(looked) : !`${prefix} ${option.textContent}`.toLocaleLowerCase().includes(looked);
  }
  const none = document.getElementById('blocks-none');
  if (none) {
    none.hidden = shown().length > 0;
  }
  mark(0);
}

async function open(words) {
  wanted = words;
  const address = document.querySelector('[data-blocks]').dataset.blocks;
  const list = document.getElementById('block-list');
  if (list.dataset.from !== address) {
    const answer = await fetch(address, { headers: { 'HX-Request': 'true' } });
    if (!answer.ok) {
      return false;
    }
    list.innerHTML = await answer.text();
    list.dataset.from = address;
  }
  if (range === null) {
    return false; // closed meanwhile
  }
  box().hidden = false;
  search().hidden = inline;
  if (inline) {
    text().setAttribute('aria-controls', 'blocks');
  }
  filter(wanted);
  return true;
}

function close() {
  range = null;
  if (box() && !box().hidden) {
    box().hidden = true;
    text().removeAttribute('aria-activedescendant');
    text().removeAttribute('aria-controls');
    inline = false;
  }
}

function insert(option) {
  const area = text();
  const place = area.value.indexOf('{{link}}');
  const { start, end } = option.dataset.link && place >= 0 && !inline ? { start: place, end: place + '{{link}}'.length } : range;
  const apart = inline || option.dataset.link || !area.value.slice(0, start).trim() || area.value.slice(0, start).endsWith('\n');
  const words = apart ? option.dataset.text : `\n\n${option.dataset.text}`;
  close();
  area.focus();
  area.setRangeText(words, start, end, 'end');
  const left = /\{\{[^{}\n]+\}\}/.exec(words);
  if (left) {
    area.setSelectionRange(start + left.index, start + left.index + left[0].length);
  }
  area.dispatchEvent(new Event('input', { bubbles: true }));
}

document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-blocks]');
  const option = event.target.closest('#blocks [role=option]');
  if (button) {
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!box().hidden) {
      close();
      return;
    }
    const area = text();
    range = { start: area.selectionStart, end: area.selectionEnd };
    inline = false;
    search().value = '';
    open('').then((there) => there && search().focus());
  } else if (option) {
    insert(option);
  } else if (!event.target.closest('#block-box')) {
    close();
  }
}, true);

document.addEventListener('input', (event) => {
  if (event.target === search() && event.target) {
    filter(search().value);
  } else if (event.target === text() && event.isTrusted) {
    const area = text();
    const typed = /(?:^|\s)::([\p{L}\p{N}-]{0,30})$/u.exec(area.value.slice(0, area.selectionStart));
    if (typed) {
      inline = true;
      range = { start: area.selectionStart - typed[1].length - 2, end: area.selectionStart };
      open(typed[1]);
    } else {
      close();
    }
  }
});

document.addEventListener('keydown', (event) => {
  if (!box() || box().hidden || event.target !== field()) {
    return;
  }
  const steps = { ArrowDown: 1, ArrowUp: -1 };
  const option = shown()[chosen];
  if (event.key in steps) {
    event.preventDefault();
    mark(chosen + steps[event.key]);
  } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && option) {
    event.preventDefault();
    event.stopImmediatePropagation();
    insert(option);
  } else if (event.key === 'Enter' && event.target === search()) {
    event.preventDefault();
  } else if (event.key === 'Escape' || event.key === 'Tab') {
    const back = !inline && event.key === 'Escape';
    close();
    if (back) {
      event.preventDefault();
      text().focus();
    }
  }
}, true);
