// Passkeys (Web Authentication): asks the browser for one, or for a signature, and puts the answer into the form that is then sent.

const bytes = (text) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
  .replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

// As the server reads it: binary parts in base64url.
function answer(credential) {
  const response = {};
  for (const part of ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle']) {
    if (credential.response[part]) {
      response[part] = text(credential.response[part]);
    }
  }
  const id = text(credential.rawId);
  return JSON.stringify({ id, rawId: id, type: credential.type, response, clientExtensionResults: {} });
}

// Browsers do not say whether the person cancelled or no passkey is there, so that no page can find out.
function reason(failure, late) {
  return {
    NotAllowedError: late ? 'late' : 'cancelled',
    AbortError: 'cancelled',
    InvalidStateError: 'known',
    NotSupportedError: 'none',
    ConstraintError: 'none',
    SecurityError: 'elsewhere',
  }[failure.name] ?? 'failed';
}

async function ceremony(address) {
  const asked = await fetch(address, { headers: { Accept: 'application/json' } });
  if (!asked.ok) {
    throw new Error('no challenge');
  }
  const options = await asked.json();
  options.challenge = bytes(options.challenge);
  const listed = (list) => list.map((each) => ({ ...each, id: bytes(each.id) }));
  const began = performance.now();
  try {
    if (!options.user) {
      return answer(await navigator.credentials.get({ publicKey: { ...options, allowCredentials: listed(options.allowCredentials) } }));
    }
    options.user.id = bytes(options.user.id);
    return answer(await navigator.credentials.create({ publicKey: { ...options, excludeCredentials: listed(options.excludeCredentials) } }));
  } catch (failure) {
    failure.passkey = reason(failure, performance.now() - began >= options.timeout);
    throw failure;
  }
}

function connect(part) {
  const form = part.closest('form');
  const field = form.elements.passkey;
  const code = form.elements.code;
  const button = part.querySelector('button');
  const state = part.querySelector('[data-passkey-state]');
  const inPlaceOfCode = code?.dataset.orPasskey !== undefined;
  let underway = false;
  const say = (which) => {
    state.textContent = which ? part.dataset[which] : '';
    state.classList.toggle('ob-error', which !== 'waiting');
  };
  const begin = async () => {
    const invalid = [...form.elements].find((each) => each !== code && each.willValidate && !each.checkValidity());
    if (underway || invalid) {
      invalid?.reportValidity();
      return;
    }
    underway = true;
    say('waiting');
    try {
      field.value = await ceremony(part.dataset.passkey);
      form.requestSubmit();
    } catch (failure) {
      say(failure.passkey ?? 'failed');
      underway = false;
      button.focus();
    }
  };
  if (button.type === 'button') {
    button.addEventListener('click', begin);
  }
  form.addEventListener('submit', (event) => {
    if (!field.value && (!code || inPlaceOfCode && !code.value)) {
      event.preventDefault();
      begin();
    }
  });
  if (inPlaceOfCode) {
    code.required = false;
  }
  addEventListener('pageshow', () => { field.value = ''; });
}

for (const part of document.querySelectorAll('[data-passkey]')) {
  if (window.PublicKeyCredential && part.dataset.origin === location.origin) {
    connect(part);
    part.hidden = false;
    part.closest('[data-passkey-form]')?.removeAttribute('hidden');
    document.querySelector('[data-passkey-missing]')?.remove();
  }
}
