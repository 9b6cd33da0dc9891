// The line above a reply says how it will look while this is being chosen, not only once it is chosen.
document.addEventListener('input', (event) => {
  const form = event.target.form;
  for (const part of form?.querySelectorAll(`[data-rule="${event.target.name}"]`) ?? []) {
    const field = event.target;
    const own = field.type === 'checkbox' ? field.checked : field.value.trim();
    part.textContent = own ? part.dataset.chosen.replace('{0}', () => own) : part.dataset.usual;
  }
});
