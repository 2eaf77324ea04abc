// While a phone's keyboard is up, the bar gives its place to what matters then: who reads this, whether it is
// saved, and the way out, right above the keys.

const root = document.documentElement;
const view = window.visualViewport;
const LEAST_KEYBOARD = 140;
const tallest = new Map();

function typing() {
  const at = document.activeElement;
  return Boolean(at && at.matches("textarea, input:not([type=checkbox], [type=radio], [type=hidden], [type=submit])"));
}

function measure() {
  const tall = Math.max(tallest.get(view.width) ?? 0, view.height);
  tallest.set(view.width, tall);
  const up = typing() && tall - view.height > LEAST_KEYBOARD;
  root.toggleAttribute("data-keyboard", up);
  // Where the keyboard covers the page instead of making it smaller, the bar is lifted onto it.
  const covered = up ? Math.max(0, innerHeight - view.height - view.offsetTop) : 0;
  root.style.setProperty("--keyboard", `${Math.round(covered)}px`);
}

const readers = document.querySelector("[data-readers] > span:not(.meta)");
const place = document.querySelector("[data-wbar-readers]");
if (readers && place) {
  const icon = readers.parentElement.querySelector("svg");
  const short = readers.parentElement.dataset.readers;
  place.append(...(icon ? [icon.cloneNode(true)] : []), short || readers.cloneNode(true));
}

if (view) {
  view.addEventListener("resize", measure);
  view.addEventListener("scroll", measure);
  document.addEventListener("focusin", measure);
  document.addEventListener("focusout", measure);
  measure();
}
