// Knows when the keys close, in seconds from the moment the page came (`data-private-left`, `data-shared-left`
// on the body), and closes the page in time, also after the machine has slept.
//
// A page without unsaved words is asked for again: the server then shows it closed. A page with unsaved words is
// covered instead, and opens again with the passphrase, over the same words.

const root = document.documentElement;
const body = document.body;
const soon = document.querySelector("[data-lock-soon]");
const TICK = 1000;
const SOON = 120;
const FLUSH = 6;

const ends = { private: NaN, shared: NaN };
let flushed = false;
let closing = false;
let before = null; // where the focus was when the page said that it closes soon

function learn(privateLeft, sharedLeft) {
  const now = Date.now();
  ends.private = Number(privateLeft) > 0 ? now + privateLeft * 1000 : NaN;
  ends.shared = Number(sharedLeft) > 0 ? now + sharedLeft * 1000 : NaN;
  flushed = false;
}

function holdsPrivate() {
  return body.dataset.aud === "self" || Boolean(document.querySelector("[data-private]"));
}

// The first of the ends that concerns this page, and which it is.
function next() {
  const tiers = holdsPrivate() ? ["private", "shared"] : ["shared"];
  const known = tiers.filter((tier) => !Number.isNaN(ends[tier]));
  return known.sort((one, other) => ends[one] - ends[other])[0];
}

// A form that came back as an answer holds words that are kept nowhere else, though nothing in it was changed since.
function holdsWords(form) {
  const fields = [...form.querySelectorAll("textarea, input[type=hidden][name=words]")];
  return "answer" in body.dataset && fields.some((field) => field.value.trim());
}

function changed(field) {
  if (field.type === "password" || field.type === "hidden") return false;
  if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
  return field.value !== field.defaultValue;
}

function unsaved() {
  if ([...document.querySelectorAll("form[data-unsaved]")].some(holdsWords)) return true;
  return [...document.querySelectorAll("main :is(input, textarea)")].some((field) => {
    if (!changed(field)) return false;
    return field.form?.dataset.keep ? field.form.hasAttribute("data-dirty") : true;
  });
}

function close(tier) {
  if (closing || "gone" in root.dataset) return;
  closing = true;
  root.dataset.covered = tier;
  if (unsaved()) {
    document.dispatchEvent(new CustomEvent("house:locked", { detail: { tier, again: () => {} } }));
  } else {
    location.replace(location.pathname + location.search);
  }
}

// Whoever goes to the button by the keyboard is not left where it was once it is gone.
function warn(now) {
  if (!soon || soon.hidden !== now) return;
  if (now) before = document.activeElement === body ? document.getElementById("main") : document.activeElement;
  else if (soon.contains(document.activeElement)) {
    const goal = before?.isConnected ? before : document.getElementById("main");
    goal.focus({ preventScroll: goal.id === "main" });
  }
  soon.hidden = !now;
}

function tick() {
  const tier = next();
  if (!tier || closing) return;
  const left = Math.ceil((ends[tier] - Date.now()) / 1000);
  for (const line of document.querySelectorAll("[data-closes]")) {
    line.textContent = line.dataset.closes.replace("{n}", Math.max(1, Math.ceil(left / 60)));
  }
  warn(left <= SOON);
  if (left <= FLUSH && !flushed) {
    flushed = true;
    document.dispatchEvent(new Event("house:flush"));
  }
  if (left <= 0) close(tier);
}

document.addEventListener("house:left", (event) => {
  if (event.detail) learn(...event.detail.split(","));
});
document.addEventListener("house:opened", () => {
  closing = false;
  delete root.dataset.covered;
  // Opened without a word on how long: the server will say, at the next thing that is done.
  for (const tier of Object.keys(ends)) if (ends[tier] <= Date.now()) ends[tier] = NaN;
});

document.querySelector("[data-stay]")?.addEventListener("click", async () => {
  try {
    const answer = await fetch(location.href, { headers: { "X-Requested-With": "fetch" }, redirect: "manual" });
    document.dispatchEvent(new CustomEvent("house:left", { detail: answer.headers.get("X-Goldseam-Left") }));
  } catch {
    // No connection: the page closes when it said it would, and the words are kept under the cover.
  }
  tick();
});

document.addEventListener("visibilitychange", () => !document.hidden && tick());
addEventListener("pageshow", (event) => {
  // A page that the browser had set aside may be older than the session.
  if (event.persisted && !unsaved()) {
    root.dataset.covered = "";
    location.replace(location.pathname + location.search);
  } else tick();
});

learn(body.dataset.privateLeft, body.dataset.sharedLeft);
setInterval(tick, TICK);
tick();
