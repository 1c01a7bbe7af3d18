// Asks the browser for a passkey, and sends its answer with the form that holds the question. Bytes travel as base64url.

const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0));

const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

const known = (keys = []) => keys.map((key) => ({ ...key, id: bytes(key.id) }));

const common = (key) => ({ id: key.id, rawId: text(key.rawId), type: key.type, extensions: {} });

// What the browser does for each kind of question, and what it answers.
const kinds = {
  async create({ user, ...asked }) {
    const publicKey = {
      ...asked,
      challenge: bytes(asked.challenge),
      user: { ...user, id: bytes(user.id) },
      excludeCredentials: known(asked.excludeCredentials),
    };
    const key = await navigator.credentials.create({ publicKey });
    const { attestationObject, clientDataJSON } = key.response;
    return { ...common(key), response: { attestationObject: text(attestationObject), clientDataJSON: text(clientDataJSON) } };
  },
  async get(asked) {
    const publicKey = { ...asked, challenge: bytes(asked.challenge), allowCredentials: known(asked.allowCredentials) };
    const key = await navigator.credentials.get({ publicKey });
    const { authenticatorData, clientDataJSON, signature, userHandle } = key.response;
    return {
      ...common(key),
      response: {
        authenticatorData: text(authenticatorData),
        clientDataJSON: text(clientDataJSON),
        signature: text(signature),
        userHandle: userHandle && text(userHandle),
      },
    };
  },
};

for (const form of document.querySelectorAll('form[data-passkey]')) {
  const refused = form.querySelector('.fm-passkey-refused');
  form.addEventListener('submit', (event) => {
    // A key that was made and not taken, because it has no name, would lie about in the device: the page says so first.
    if (form.elements.name && !form.elements.name.value.trim()) return;
    event.preventDefault();
    refused.hidden = true;
    kinds[form.dataset.passkey](JSON.parse(form.dataset.options).publicKey).then(
      (answer) => {
        form.elements.answer.value = JSON.stringify(answer);
        form.submit();
      },
      () => {
        refused.hidden = false;
      },
    );
  });
}
