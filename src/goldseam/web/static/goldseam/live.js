// Says that something new has come, on a page that is open: never more, and never what or from whom.
//
// One tab of a browser holds a stream to `/live/` for all of them (browsers allow few connections to one place) and
// tells the others. What comes over it are ids of spaces. A page that hears its own asks whether there is news for
// it, since only the server knows what its person may see now. Where no stream can be had, it asks from time to time.

const body = document.body;
const line = document.querySelector("[data-news]");
const scope = body.dataset.live; // an id of a space, "all", or nothing on a page that does not listen
const ASK = "/live/news/";
const STREAM = "/live/";
const OFTEN = 20000; // between questions, where there is no stream
const SETTLE = 150; // several things at once are one question
const PATIENCE = 5000; // until a stream that does not come about is taken for none
const PULSE = 8000; // the tab with the stream tells the others that it is there

let since = body.dataset.since;
let timer = 0;
let asking = false;
let again = false;
let shown = false;
let shut = false; // the keys are closed: nothing is asked until they are open again
let source = null;
let heardAt = 0; // when the tab with the stream last gave a sign
let leave = () => {}; // lets go of the lock
let giveUp = () => {}; // waits for it no longer

const tabs = "BroadcastChannel" in window ? new BroadcastChannel("goldseam-live") : null;

function show() {
  if (shown || !line) return;
  shown = true;
  // Whoever is writing goes to the room, and comes back to the words; any other page is simply asked for again.
  if (!document.querySelector("main textarea")) line.querySelector("a").href = location.pathname + location.search;
  line.firstElementChild.hidden = false;
  line.querySelector("[data-news-words]").textContent = line.dataset.news;
  line.dataset.shown = "";
}

async function ask() {
  if (asking || shut || shown || document.hidden) {
    again = asking;
    return;
  }
  asking = true;
  try {
    const headers = { "X-Goldseam-Live": "1", "X-Goldseam-Since": since, Accept: "application/json" };
    const answer = await fetch(ASK, { headers, redirect: "manual", cache: "no-store" });
    if (answer.ok) {
      if ((await answer.json()).news) show();
    } else if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) close();
  } catch {
    // No connection: the next sign, or the next turn of the clock, asks again.
  }
  asking = false;
  if (again) {
    again = false;
    soon();
  }
}

function soon() {
  clearTimeout(timer);
  timer = setTimeout(ask, SETTLE);
}

function heard(space) {
  if (space === "" || scope === "all" || scope === space) soon();
}

// Only the tab that holds the lock has a stream.
function listen() {
  source = new EventSource(STREAM);
  source.addEventListener("here", () => pass("")); // what came while nobody listened
  source.addEventListener("new", (event) => pass(event.data));
  source.addEventListener("error", () => {
    if (source?.readyState !== EventSource.CLOSED) return; // the browser tries again by itself
    stop();
    setTimeout(() => shut || begin(), OFTEN);
  });
}

function pass(space) {
  tabs?.postMessage({ space });
  heard(space);
}

function begin() {
  stop();
  shut = false;
  if (!("EventSource" in window) || !navigator.locks) return;
  const held = new Promise((resolve) => {
    leave = resolve;
  });
  const gone = new AbortController();
  giveUp = () => gone.abort();
  navigator.locks
    .request("goldseam-live", { signal: gone.signal }, () => {
      listen();
      return held;
    })
    .catch(() => {}); // given up while another tab had it
}

function stop() {
  source?.close();
  source = null;
  giveUp();
  leave();
}

function close() {
  shut = true;
  stop();
}

function hasStream() {
  return source ? source.readyState === EventSource.OPEN : Date.now() - heardAt < OFTEN;
}

if (scope && line) {
  tabs?.addEventListener("message", (event) => {
    heardAt = Date.now();
    if ("space" in event.data) heard(event.data.space);
  });
  setInterval(() => source?.readyState === EventSource.OPEN && tabs?.postMessage({}), PULSE);
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) return;
    soon(); // the machine may have slept
  });
  addEventListener("online", soon);
  document.addEventListener("house:locked", close);
  document.addEventListener("house:opened", begin);
  addEventListener("pagehide", stop);
  addEventListener("pageshow", (event) => event.persisted && begin());
  setInterval(() => hasStream() || ask(), OFTEN);
  setTimeout(() => hasStream() || ask(), PATIENCE);
  begin();
}
