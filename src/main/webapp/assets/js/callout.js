// Says in the page what went wrong, above what it is about.
export function callout(id, form) {
  document.querySelector('[data-callout]')?.remove();
  const place = form ?? document.querySelector('.ob-ticket__end') ?? document.getElementById('content');
  place.prepend(document.getElementById(id).content.cloneNode(true));
  return place.querySelector('[data-callout]');
}
