// Leaving at once: by the button, or by Shift three times within five seconds.
//
// First the page vanishes, then the session is ended on the server, then this page is replaced by the neutral
// one. Without a connection it is replaced all the same. Without this script the button is an ordinary form.

const TIMES = 3;
const WITHIN = 5000;

const form = document.querySelector("form[data-leave]");

function leave() {
  document.documentElement.dataset.gone = "";
  // What was being written is kept on the way out, where it can be (autosave.js).
  document.dispatchEvent(new Event("house:leaving"));
  fetch(form.action, { method: "POST", keepalive: true, credentials: "same-origin", redirect: "manual" }).catch(
    () => {},
  );
  // A browser may put fields back when someone presses Back: there is nothing left to put back.
  for (const field of document.querySelectorAll("input:not([type=hidden]), textarea")) {
    if (field.type === "checkbox" || field.type === "radio") field.checked = false;
    else field.value = "";
  }
  location.replace(form.dataset.leave);
}

if (form) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    leave();
  });

  // Only Shift alone counts: capitals, shortcuts and selecting with the mouse do not.
  let alone = false;
  let presses = [];
  addEventListener("keydown", (event) => {
    alone = event.key === "Shift" && !event.repeat;
    if (event.key !== "Shift") presses = [];
  });
  addEventListener("pointerdown", () => {
    alone = false;
  });
  addEventListener("keyup", (event) => {
    if (event.key !== "Shift" || !alone) return;
    alone = false;
    presses = [...presses.filter((at) => event.timeStamp - at < WITHIN), event.timeStamp];
    if (presses.length >= TIMES) leave();
  });
}
