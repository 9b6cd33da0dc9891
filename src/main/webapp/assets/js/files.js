// Files of a reply go into its draft as they are chosen or dropped. What is too large is said before anything is sent.
import { callout } from './callout.js';
import { elsewhere, flush, keptAs, origin, sayKept } from './draft.js';

let uploading = Promise.resolve();
let underway = 0;

function readable(bytes) {
  const megabytes = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 }).format(bytes / 1_000_000);
  return `${megabytes} MB`;
}

function total(files) {
  return [...files].reduce((sum, file) => sum + file.size, 0);
}

function kept() {
  return Number(document.getElementById('draft-files')?.dataset.size ?? 0);
}

function sayTooLarge(form, size) {
  const words = callout('too-large', form).querySelector('[data-sizes]');
  words.textContent = words.dataset.sizes.replace('{0}', readable(size)).replace('{1}', readable(Number(form.dataset.limit)));
  form.elements.attachment.focus();
}

function sayFailed(form, text) {
  const said = callout('failed', form);
  said.querySelector('p').textContent = text;
}

// One line with a bar for as long as the file is on its way.
function line(form, file) {
  const item = document.createElement('p');
  item.className = 'ob-upload ob-small';
  item.setAttribute('role', 'status');
  const words = document.createElement('span');
  words.textContent = form.elements.attachment.dataset.wait.replace('{0}', () => file.name);
  const bar = document.createElement('progress');
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute('aria-label', file.name);
  item.append(words, bar);
  document.getElementById('draft-files').after(item);
  return { item, bar };
}

function body(form) {
  const fields = new FormData(form);
  fields.delete('attachment');
  for (const [name, value] of Object.entries(origin())) {
    fields.set(name, value);
  }
  return fields;
}

function put(form, answer) {
  if (answer.status === 200) {
    document.getElementById('draft-files').outerHTML = answer.responseText;
    keptAs(answer.getResponseHeader('X-Obhut-Draft'));
    sayKept();
  } else if (answer.status === 409) {
    elsewhere(answer.getResponseHeader('X-Obhut-Draft'));
  }
  return answer.status === 200;
}

function send(form, address, fields, progress) {
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.setRequestHeader('HX-Request', 'true');
    request.upload.addEventListener('progress', (event) => progress?.(event.loaded / event.total));
    request.addEventListener('loadend', () => done(request));
    request.send(fields);
  });
}

async function upload(form, file) {
  const input = form.elements.attachment;
  const { item, bar } = line(form, file);
  const fields = body(form);
  fields.append('attachment', file);
  const answer = await send(form, input.dataset.keep, fields, (part) => { bar.value = part; });
  item.remove();
  if (!put(form, answer) && answer.status !== 409) {
    sayFailed(form, answer.status === 422 ? answer.responseText : input.dataset.failed.replace('{0}', () => file.name));
  }
}

function add(form, files) {
  const size = kept() + total(files);
  if (size > Number(form.dataset.limit)) {
    sayTooLarge(form, size);
    return;
  }
  document.querySelector('[data-callout]')?.remove();
  for (const file of files) {
    underway += 1;
    uploading = uploading.then(() => flush()).then(() => upload(form, file)).finally(() => { underway -= 1; });
  }
}

function composer(target) {
  const form = target.closest?.('#composer')?.querySelector('form[data-composer=reply]');
  return form && !form.hidden ? form : null;
}

document.addEventListener('change', (event) => {
  if (event.target.dataset?.keep) {
    const files = [...event.target.files];
    event.target.value = '';
    add(event.target.form, files);
  }
});
for (const kind of ['dragover', 'drop']) {
  document.addEventListener(kind, (event) => {
    const form = composer(event.target);
    if (form && event.dataTransfer?.types.includes('Files')) {
      event.preventDefault();
      form.classList.toggle('ob-drop', kind === 'dragover');
      if (kind === 'drop') {
        add(form, event.dataTransfer.files);
      }
    }
  });
}
document.addEventListener('dragleave', (event) => composer(event.target)?.classList.remove('ob-drop'));

// Before htmx and before the draft is forgotten: nothing has happened yet.
document.addEventListener('submit', (event) => {
  const form = event.target;
  const { submitter } = event;
  if (submitter?.matches('[data-detach]')) {
    event.preventDefault();
    event.stopImmediatePropagation();
    uploading = uploading.then(() => flush()).then(() => send(form, submitter.formAction, body(form))).then((answer) => {
      put(form, answer);
      form.elements.attachment.focus();
    });
    return;
  }
  const keeping = submitter?.formAction.match(/\/(draft|keep)\b/);
  if (!form.dataset.limit || keeping) {
    return;
  }
  const size = total(form.elements.attachment.files);
  if (size > Number(form.dataset.limit)) {
    event.preventDefault();
    event.stopImmediatePropagation();
    sayTooLarge(form, size);
  } else if (underway > 0) {
    event.preventDefault();
    event.stopImmediatePropagation();
    uploading.then(() => form.requestSubmit(submitter));
  }
}, true);
