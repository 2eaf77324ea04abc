// Passkeys. The server says what to ask; the browser's answer goes with the form that the button stands in. A
// passkey that has a secret of its own gives it here, and only a key that is made from it leaves this page.

const INFO = new TextEncoder().encode("goldseam/1/passkey/key");

function bytes(text) {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (sign) => sign.charCodeAt(0));
}

function text(buffer) {
  const plain = btoa(String.fromCharCode(...new Uint8Array(buffer)));
  return plain.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

async function keyFrom(secret) {
  if (!secret) return "";
  const whole = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveBits"]);
  const how = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info: INFO };
  return text(await crypto.subtle.deriveBits(how, whole, 256));
}

function unpacked(options) {
  const asked = { ...options, challenge: bytes(options.challenge) };
  const named = (list) => list?.map((each) => ({ ...each, id: bytes(each.id) }));
  if (asked.user) asked.user = { ...asked.user, id: bytes(asked.user.id) };
  if (asked.excludeCredentials) asked.excludeCredentials = named(asked.excludeCredentials);
  if (asked.allowCredentials) asked.allowCredentials = named(asked.allowCredentials);
  asked.extensions = { prf: { eval: { first: bytes(options.extensions.prf.eval.first) } } };
  return asked;
}

// What the extensions gave is left out: the secret is among it.
function packed(credential) {
  const said = credential.response;
  const parts = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];
  const response = {};
  for (const part of parts) if (said[part]) response[part] = text(said[part]);
  const { id, type } = credential;
  return JSON.stringify({ id, rawId: text(credential.rawId), type, response, clientExtensionResults: {} });
}

// What the server says to ask; or what went wrong, in its words or by name.
async function asking(url, form, more = {}) {
  const field = form.elements.csrfmiddlewaretoken;
  const sent = { csrfmiddlewaretoken: field?.value ?? token(), ...more };
  const answer = await fetch(url, {
    method: "POST",
    body: new URLSearchParams(sent),
    credentials: "same-origin",
    redirect: "manual",
    headers: { "X-Requested-With": "fetch", Accept: "application/json" },
  }).catch(() => null);
  if (answer === null) return { said: "offline" };
  const fresh = answer.headers.get("X-Goldseam-Token");
  if (!answer.ok && field && fresh && fresh !== sent.csrfmiddlewaretoken) {
    field.value = fresh;
    return asking(url, form, more);
  }
  if (answer.headers.has("X-Goldseam-Locked")) {
    // The pages have closed meanwhile: sent as it is, the form comes back over what is asked first.
    form.submit();
    return { said: "closed" };
  }
  const told = await answer.json().catch(() => ({}));
  return answer.ok ? { options: told.publicKey } : { error: told.error, said: "broken" };
}

function token() {
  return document.querySelector('meta[name="form-token"]')?.content ?? "";
}

function say(place, words) {
  place.textContent = words;
  place.hidden = !words;
}

const KINDS = { NotAllowedError: "cancelled", AbortError: "cancelled", InvalidStateError: "there" };

// Runs one ceremony, and says in the place for it what went wrong.
async function ceremony(words, place, act) {
  say(place, "");
  try {
    const refused = await act();
    if (refused) say(place, refused.error ?? words[refused.said] ?? "");
    return !refused;
  } catch (error) {
    say(place, words[KINDS[error.name]] ?? words.broken);
    return false;
  }
}

async function open(part) {
  const form = part.closest("form");
  const [passkey, secret] = part.querySelectorAll("input");
  const done = await ceremony(part.dataset, part.querySelector(".err"), async () => {
    const { options, ...refused } = await asking(part.dataset.passkey, form, form.elements.anyone ? { anyone: 1 } : {});
    if (!options) return refused;
    const credential = await navigator.credentials.get({ publicKey: unpacked(options) });
    const given = credential.getClientExtensionResults().prf?.results?.first;
    passkey.value = packed(credential);
    secret.value = await keyFrom(given);
    return null;
  });
  if (!done) return;
  form.requestSubmit();
  // A form that is sent by a script stays on the page.
  setTimeout(() => (passkey.value = secret.value = ""));
}

async function make(form) {
  const place = form.querySelector("[data-said]");
  const done = await ceremony(form.dataset, place, async () => {
    const { options, ...refused } = await asking(form.dataset.makePasskey, form, { passphrase: form.elements.passphrase.value });
    if (!options) return refused;
    const asked = unpacked(options);
    const credential = await navigator.credentials.create({ publicKey: asked });
    form.elements.passkey_secret.value = await keyFrom(await secretOf(credential, asked));
    form.elements.passkey.value = packed(credential);
    return null;
  });
  if (!done) return;
  if (form.elements.passkey_secret.value) form.requestSubmit();
  else offerEachTime(form);
}

function hideTheMaking() {
  for (const part of document.querySelectorAll("[data-make]")) part.hidden = true;
}

// One that cannot open is kept only by somebody who has been told what that means.
function offerEachTime(form) {
  hideTheMaking();
  form.querySelector("[data-cannot-open]").hidden = false;
  form.querySelector("[data-each-time]").focus();
}

// Many give the secret only when they are asked a second time.
async function secretOf(credential, asked) {
  const prf = credential.getClientExtensionResults().prf;
  if (prf?.results?.first || !prf?.enabled) return prf?.results?.first;
  const again = await navigator.credentials.get({
    publicKey: {
      challenge: crypto.getRandomValues(new Uint8Array(32)),
      rpId: asked.rp.id,
      allowCredentials: [{ type: "public-key", id: credential.rawId }],
      userVerification: "required",
      extensions: asked.extensions,
    },
  });
  return again.getClientExtensionResults().prf?.results?.first;
}

if (globalThis.PublicKeyCredential) {
  for (const part of document.querySelectorAll("[data-passkey]")) {
    part.hidden = false;
    part.querySelector("[data-use]").addEventListener("click", () => open(part));
  }
  for (const form of document.querySelectorAll("[data-make-passkey]")) {
    form.querySelector("[data-each-time]").addEventListener("click", () => {
      form.elements.each_time.value = "1";
      form.requestSubmit();
    });
    form.addEventListener("submit", (event) => {
      if (form.elements.passkey.value) return;
      event.preventDefault();
      make(form);
    });
  }
} else {
  for (const line of document.querySelectorAll("[data-no-passkey]")) line.hidden = false;
  for (const form of document.querySelectorAll("[data-make-passkey]")) form.hidden = true;
  hideTheMaking();
}
