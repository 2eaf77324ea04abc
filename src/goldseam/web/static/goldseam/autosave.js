// Keeps what is written in `form[data-keep]`, a moment after each change. The words go to the address in
// `data-keep` and stay on this page; nothing is ever put into the browser's storage.
//
// Answers that the address may give:
//   2xx with HTML      kept; each element in it that has an id takes the place of its namesake here (remarks)
//   401/403 with X-Goldseam-Locked: private|shared     the keys are closed: asks for the passphrase, then again
//   403 with X-Goldseam-Token                          the page is old: the same words again, with a fresh token
//   other 4xx with plain text                          not kept, and why; tried again at the next change
//   anything else, or none                             tried again, ever more slowly, and when back on line

// The whole text is read each time: a long one is read after a longer pause.
const WAIT = 300;
const A_SIGN = 0.05;
const LONGEST = 1200;
const SLOWEST = 60000;
const KEEPALIVE_MOST = 60000;

const root = document.documentElement;

function token() {
  return document.querySelector('meta[name="form-token"]');
}

function swap(html) {
  const fresh = new DOMParser().parseFromString(html, "text/html");
  for (const part of [...fresh.body.children]) {
    const old = part.id && document.getElementById(part.id);
    // Somebody who is just reading a remark with the keyboard is not thrown out of it.
    if (!old || old.contains(document.activeElement)) continue;
    const here = document.adoptNode(part);
    old.replaceWith(here);
  }
  document.dispatchEvent(new Event("house:fresh"));
}

function keep(form) {
  let timer = 0;
  let tries = 0;
  let dirty = false;
  let under = false; // a request is on its way
  let failed = false;
  let renewed = false;
  let leaving = false; // the form itself is being sent

  const line = form.querySelector("[data-keep-state]") ?? document.querySelector("[data-keep-state]");
  const mirror = document.querySelector("[data-wbar-state]");

  function say(state, words = "") {
    if (!line) return;
    const text = words || line.dataset[state];
    line.dataset.state = state;
    line.querySelector("[data-shown]").textContent = text;
    if (mirror) mirror.textContent = state === "waiting" ? line.dataset.short : text;
    // Read aloud only when it matters: when keeping fails, and when it works again.
    if (state === "waiting" || (state === "saved" && failed)) line.querySelector("[data-heard]").textContent = text;
    if (state !== "saving") failed = state === "waiting";
  }

  // "Saved" is said of every word on the page, or not at all.
  function unsay() {
    if (line?.dataset.state !== "saved") return;
    delete line.dataset.state;
    for (const part of line.querySelectorAll("[data-shown], [data-heard]")) part.textContent = "";
    if (mirror) mirror.textContent = "";
  }

  function mark(now) {
    dirty = now;
    form.toggleAttribute("data-dirty", now);
  }

  function pause() {
    const signs = [...form.querySelectorAll("textarea")].reduce((all, area) => all + area.value.length, 0);
    return WAIT + Math.min(LONGEST, A_SIGN * signs);
  }

  function later(ms) {
    clearTimeout(timer);
    timer = setTimeout(send, ms);
  }

  function again() {
    say("waiting");
    tries += 1;
    later(Math.min(SLOWEST, 2000 * 2 ** (tries - 1)));
  }

  function locked(tier) {
    say("waiting");
    document.dispatchEvent(new CustomEvent("house:locked", { detail: { tier, again: () => later(0) } }));
  }

  async function heard(answer) {
    const { status, headers } = answer;
    document.dispatchEvent(new CustomEvent("house:left", { detail: headers.get("X-Goldseam-Left") }));
    if (answer.ok) {
      tries = 0;
      renewed = false;
      const html = status !== 204 && headers.get("Content-Type")?.startsWith("text/html") ? await answer.text() : "";
      if (html) swap(html);
      if (dirty) later(pause());
      else {
        mark(false);
        say("saved");
      }
      return;
    }
    dirty = true;
    const fresh = headers.get("X-Goldseam-Token");
    const tier = headers.get("X-Goldseam-Locked");
    if (tier) locked(tier);
    else if (answer.type === "opaqueredirect") locked("shared");
    else if (fresh && !renewed && token()) {
      renewed = true;
      token().content = fresh;
      later(0);
    } else if (status >= 400 && status < 500 && status !== 408 && status !== 429) {
      const words = headers.get("Content-Type")?.startsWith("text/plain") ? await answer.text() : "";
      say("waiting", words);
    } else again();
  }

  async function send() {
    clearTimeout(timer);
    if (!dirty || under || leaving) return;
    const body = new URLSearchParams(new FormData(form));
    body.delete("csrfmiddlewaretoken"); // it is as old as the page, and would count before the fresh one
    under = true;
    dirty = false;
    say("saving");
    try {
      const answer = await fetch(form.dataset.keep, {
        method: "POST",
        body,
        credentials: "same-origin",
        redirect: "manual",
        keepalive: body.toString().length < KEEPALIVE_MOST,
        headers: { "X-CSRFToken": token()?.content ?? "", "X-Requested-With": "fetch", Accept: "text/html" },
      });
      under = false;
      await heard(answer);
    } catch {
      under = false;
      dirty = true;
      again();
    }
  }

  form.addEventListener("input", () => {
    mark(true);
    unsay();
    later(pause());
  });
  form.addEventListener("submit", () => {
    leaving = true;
    clearTimeout(timer);
  });
  addEventListener("pageshow", () => {
    leaving = false;
  });
  // What was written before this was loaded has told nobody.
  if ([...form.querySelectorAll("textarea")].some((area) => area.value !== area.defaultValue)) {
    mark(true);
    unsay();
    later(pause());
  }
  addEventListener("online", () => later(0));
  addEventListener("pagehide", send);
  document.addEventListener("visibilitychange", () => document.hidden && send());
  document.addEventListener("house:leaving", send);
  document.addEventListener("house:flush", send);
  addEventListener("beforeunload", (event) => {
    if (form.hasAttribute("data-dirty") && !leaving && !("gone" in root.dataset)) event.preventDefault();
  });
}

document.querySelectorAll("form[data-keep]").forEach(keep);
