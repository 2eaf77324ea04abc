// What takes longer than a moment shows bars of pencil below the button that was pressed: no spinner, and nothing at all
// where the answer comes at once. They go when the next page comes, or when a script says `house:answered`.

const MOMENT = 400;

const bars = document.getElementById("loading");
const said = document.querySelector("[data-loading-said]");
let timer = 0;
let shown = null;

function clear() {
  clearTimeout(timer);
  shown?.remove();
  shown = null;
  said.textContent = "";
}

function begin(form, button) {
  clear();
  timer = setTimeout(() => {
    shown = bars.content.firstElementChild.cloneNode(true);
    (button?.closest(".acts, .row, .rows") ?? form.lastElementChild ?? form).after(shown);
    said.textContent = said.dataset.loadingSaid;
  }, MOMENT);
}

if (bars) {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    // A form whose answer a script waits for (`data-again`) was stopped and is sent all the same.
    if (form.matches("[data-leave]") || (event.defaultPrevented && !form.matches("[data-again]"))) return;
    begin(form, event.submitter);
  });
  document.addEventListener("house:waiting", (event) => begin(event.detail.form, event.detail.button));
  document.addEventListener("house:answered", clear);
  addEventListener("pageshow", clear);
}
