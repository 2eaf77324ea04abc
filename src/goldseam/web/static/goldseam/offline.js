// A page that loses its connection while one writes on it says so, and what to do. A form is then not sent into
// nothing, where its words would be lost with the page: they stay, and it can be sent again.
//
// A browser only guesses whether it is on line, and a house on the same machine is there without a network. So the
// house itself is asked: before a form with written words goes, and whenever the browser believes that it is off line.

const ASK = "/healthz";
const PATIENCE = 8000;
const GIVE_UP = AbortSignal.timeout ? () => AbortSignal.timeout(PATIENCE) : () => undefined;

const line = document.querySelector("[data-offline-said]");
const writing = () => document.querySelector("main :is(textarea, form[data-unsaved], form[data-keep])");
let going = null; // the form that may go, since the house has just answered
let asking = null;

async function reached() {
  try {
    await fetch(ASK, { method: "HEAD", cache: "no-store", credentials: "omit", signal: GIVE_UP() });
    return true;
  } catch {
    return false;
  }
}

function say(off) {
  const words = off ? line.dataset.offlineSaid : "";
  if (line.textContent !== words) line.textContent = words;
}

function hasWords(form) {
  return [...form.querySelectorAll("textarea")].some((area) => area.value.trim());
}

function mayGo(form) {
  if (form === going || form.method !== "post" || form.matches("[data-leave]") || !form.closest("main")) return true;
  return navigator.onLine && !hasWords(form);
}

async function askThenSend(form, button) {
  asking = form;
  document.dispatchEvent(new CustomEvent("house:waiting", { detail: { form, button } }));
  const there = await reached();
  asking = null;
  document.dispatchEvent(new Event("house:answered"));
  if ("gone" in document.documentElement.dataset) return; // somebody has left meanwhile
  say(!there);
  if (!there) return;
  going = form;
  form.requestSubmit(button);
  going = null;
}

if (line) {
  addEventListener(
    "submit",
    (event) => {
      const form = event.target;
      if (mayGo(form)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (!asking) askThenSend(form, event.submitter);
    },
    true,
  );
  addEventListener("offline", async () => writing() && say(!(await reached())));
  addEventListener("online", () => say(false));
}
