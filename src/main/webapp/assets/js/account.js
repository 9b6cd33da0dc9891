// Prints recovery codes at a press.
for (const part of document.querySelectorAll('[data-print]')) {
  part.hidden = false;
  part.querySelector('button').addEventListener('click', () => window.print());
}
