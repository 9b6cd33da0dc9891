// Puts a known text where someone is writing; the browser's own undo takes it out again. Without this script the server does it.
document.addEventListener('click', (event) => {
  const button = event.target.closest('button[data-insert]');
  const field = button?.form.querySelector('textarea');
  if (field) {
    event.preventDefault();
    event.stopImmediatePropagation();
    field.focus();
    const before = field.value.slice(0, field.selectionStart).trimEnd();
    const text = `${before ? '\n\n' : ''}${button.dataset.insert}\n`;
    field.setSelectionRange(before.length, field.selectionEnd);
    if (!document.execCommand('insertText', false, text)) {
      field.setRangeText(text, before.length, field.selectionEnd, 'end');
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }
}, true);
