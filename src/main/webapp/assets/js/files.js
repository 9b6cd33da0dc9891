// Files that are too large together are said before they are sent, with how large they are.
import { callout } from './callout.js';

function readable(bytes) {
  const megabytes = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 }).format(bytes / 1_000_000);
  return `${megabytes} MB`;
}

function size(form) {
  return [...form.elements.attachment.files].reduce((sum, file) => sum + file.size, 0);
}

// Before htmx and before the draft is forgotten: nothing has happened yet.
document.addEventListener('submit', (event) => {
  const { limit } = event.target.dataset;
  const keeping = event.submitter?.formAction.match(/\/(draft|keep)\b/);
  if (limit && !keeping && size(event.target) > Number(limit)) {
    event.preventDefault();
    event.stopImmediatePropagation();
    const said = callout('too-large', event.target);
    const words = said.querySelector('[data-sizes]');
    words.textContent = words.dataset.sizes.replace('{0}', readable(size(event.target))).replace('{1}', readable(Number(limit)));
    event.target.elements.attachment.focus();
  }
}, true);
