// Asks for the passphrase over what one was doing. What lies below is neither seen nor touched meanwhile; the way
// out stays free, which is why this is no modal dialog: that would make everything else on the page dead.

const dialog = document.getElementById("unlock");
const below = document.querySelectorAll(".wrap, .bar");
let waiting = [];

function show(detail) {
  waiting.push(detail.again);
  document.documentElement.dataset.covered = detail.tier;
  if (dialog.open) return;
  below.forEach((part) => (part.inert = true));
  dialog.show();
  // What passkeys need is fetched when they are offered, not on every page.
  const later = dialog.querySelector("[data-script]");
  if (later) import(later.dataset.script).catch(() => {});
  dialog.querySelector("input").focus();
}

// The focus goes back to where it was, which it can only once that is seen again.
function hide() {
  below.forEach((part) => (part.inert = false));
  document.dispatchEvent(new Event("house:opened"));
  dialog.close();
  const again = waiting;
  waiting = [];
  again.forEach((each) => each());
}

function wrong(words, ended = false) {
  const elsewhere = dialog.querySelector("[data-sign-in]");
  const line = dialog.querySelector(".err");
  const field = dialog.querySelector("input");
  line.textContent = words;
  line.hidden = false;
  if (elsewhere) elsewhere.hidden = !ended;
  field.setAttribute("aria-invalid", "true");
  field.focus();
}

async function open(form) {
  const line = dialog.querySelector(".err");
  const meta = document.querySelector('meta[name="form-token"]');
  let answer;
  try {
    answer = await fetch(form.action, {
      method: "POST",
      body: new URLSearchParams(new FormData(form)),
      credentials: "same-origin",
      redirect: "manual",
      headers: { "X-CSRFToken": meta.content, "X-Requested-With": "fetch", Accept: "application/json" },
    });
  } catch {
    wrong(line.dataset.offline);
    return;
  }
  const fresh = answer.headers.get("X-Goldseam-Token");
  if (fresh && fresh !== meta.content) {
    meta.content = fresh;
    for (const field of document.querySelectorAll("input[name=csrfmiddlewaretoken]")) field.value = fresh;
    if (!answer.ok) return open(form);
  }
  if (!answer.ok) {
    const said = await answer.json().catch(() => ({}));
    const ended = answer.type === "opaqueredirect" || answer.headers.has("X-Goldseam-Locked");
    wrong(ended ? line.dataset.ended : (said.error ?? line.dataset.wrong), ended);
    return;
  }
  form.reset();
  line.hidden = true;
  const elsewhere = dialog.querySelector("[data-sign-in]");
  if (elsewhere) elsewhere.hidden = true;
  dialog.querySelector("input").removeAttribute("aria-invalid");
  document.dispatchEvent(new CustomEvent("house:left", { detail: answer.headers.get("X-Goldseam-Left") }));
  hide();
}

if (dialog) {
  document.addEventListener("house:locked", (event) => show(event.detail));
  dialog.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    open(event.target).finally(() => document.dispatchEvent(new Event("house:answered")));
  });
}
