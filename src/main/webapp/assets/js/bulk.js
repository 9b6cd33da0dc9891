// Several tickets at once: counts what is ticked, ticks all, and keeps the ticks where the list is read anew.
const chosen = new Set();

function boxes() {
  return [...document.querySelectorAll('.ob-item__check')];
}

function ticket(box) {
  return box.value.split('.')[0];
}

function show() {
  const count = document.querySelector('[data-bulk-count]');
  const ticked = boxes().filter((box) => box.checked);
  chosen.clear();
  ticked.forEach((box) => chosen.add(ticket(box)));
  if (count) {
    count.textContent = count.dataset.text.replace('#', ticked.length);
    document.querySelector('[data-bulk-all]').checked = ticked.length > 0 && ticked.length === boxes().length;
  }
}

document.addEventListener('change', (event) => {
  if (event.target.matches('[data-bulk-all]')) {
    boxes().forEach((box) => { box.checked = event.target.checked; });
    show();
  } else if (event.target.matches('.ob-item__check')) {
    show();
  }
});

// A live list brings new rows: those that are still there stay ticked. Another list begins with none.
document.addEventListener('htmx:oobAfterSwap', (event) => {
  if (event.detail.target?.id === 'items') {
    boxes().forEach((box) => { box.checked = chosen.has(ticket(box)); });
    show();
  }
});
document.addEventListener('htmx:afterSwap', (event) => {
  if (event.detail.target?.id === 'desk') {
    show();
  }
});
