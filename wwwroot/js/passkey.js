// A form with data-passkey asks the address in data-options what is to be signed, lets the device sign it, and is sent like any other form.

const bytesOf = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));

const textOf = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

const known = (keys) => (keys ?? []).map((key) => ({ ...key, id: bytesOf(key.id) }));

function creation(options) {
  if (PublicKeyCredential.parseCreationOptionsFromJSON) return PublicKeyCredential.parseCreationOptionsFromJSON(options);
  return { ...options, challenge: bytesOf(options.challenge), user: { ...options.user, id: bytesOf(options.user.id) }, excludeCredentials: known(options.excludeCredentials) };
}

function request(options) {
  if (PublicKeyCredential.parseRequestOptionsFromJSON) return PublicKeyCredential.parseRequestOptionsFromJSON(options);
  return { ...options, challenge: bytesOf(options.challenge), allowCredentials: known(options.allowCredentials) };
}

// Some browsers have no toJSON, and some password managers' own keys have one that fails.
function written(key) {
  try {
    return JSON.stringify(key.toJSON());
  } catch {
    const response = { clientDataJSON: textOf(key.response.clientDataJSON) };
    for (const part of ["attestationObject", "authenticatorData", "signature", "userHandle"]) {
      if (key.response[part]) response[part] = textOf(key.response[part]);
    }
    if (key.response.getTransports) response.transports = key.response.getTransports();
    return JSON.stringify({ id: key.id, rawId: textOf(key.rawId), type: key.type, clientExtensionResults: key.getClientExtensionResults(), response });
  }
}

async function ask(form) {
  const answer = await fetch(form.dataset.options, { method: "POST", headers: { accept: "application/json" } });
  if (!answer.ok) throw new Error(`${answer.status}`);
  const { ceremony, options } = await answer.json();
  const key = form.dataset.passkey === "enrol"
    ? await navigator.credentials.create({ publicKey: creation(options) })
    : await navigator.credentials.get({ publicKey: request(options) });
  form.elements.ceremony.value = ceremony;
  form.elements.credential.value = written(key);
}

function attach(form) {
  const [button, without, alert] = ["button", "[data-without-script]", "[role=alert]"].map((part) => form.querySelector(part));
  without.hidden = true;
  button.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (button.disabled) return;
    button.disabled = true;
    alert.hidden = true;
    try {
      await ask(form);
      form.submit();
    } catch {
      alert.textContent = form.dataset.fault;
      alert.hidden = false;
      button.disabled = false;
      button.focus();
    }
  });
}

if (window.PublicKeyCredential && navigator.credentials) document.querySelectorAll("form[data-passkey]").forEach(attach);
