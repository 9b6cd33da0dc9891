// Shows and hides the passphrase; it goes back to dots before the form is sent.
for (const button of document.querySelectorAll('[data-reveal]')) {
  const field = document.getElementById(button.dataset.reveal);
  const reveal = (shown) => {
    field.type = shown ? 'text' : 'password';
    button.setAttribute('aria-pressed', String(shown));
  };
  button.hidden = false;
  button.addEventListener('click', () => reveal(field.type === 'password'));
  field.form.addEventListener('submit', () => reveal(false));
}
