// One press sends once. A second press of the same form does nothing until the page comes back, and neither Reload
// nor Back sends again what a page was the answer to: they ask for the page of the form, without its words.
//
// The way out is never held up, and a form that may be sent again says so with `data-again`.

const PATIENCE = 15000;

function free(form) {
  delete form.dataset.sent;
  for (const button of form.querySelectorAll("[data-held]")) {
    button.removeAttribute("aria-disabled");
    button.removeAttribute("data-held");
  }
  document.dispatchEvent(new Event("house:answered"));
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.matches("[data-leave], [data-again]")) return;
  if ("sent" in form.dataset) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "";
  const button = event.submitter;
  // The look changes after the browser has read the button's name and value.
  setTimeout(() => {
    if (!button) return;
    button.setAttribute("aria-disabled", "true");
    button.dataset.held = "";
  });
  // No answer came, perhaps there is no connection: it may be tried again.
  setTimeout(() => free(form), PATIENCE);
});

addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach(free));

// The browser keeps what was sent with the entry in its history, words and all, and would send it again from there.
// An entry that a script has replaced is asked for with GET. Some addresses only take what is sent; the answer of one
// (`data-answer` on the body) gives its place to the page that the form stood on.
function asked() {
  const from = document.referrer;
  return "answer" in document.body.dataset && from.startsWith(`${location.origin}/`) ? from : location.href;
}

const address = asked();
if (address !== location.href) {
  // What is written relative to this address stays so.
  for (const form of document.forms) form.setAttribute("action", form.action);
  for (const link of document.querySelectorAll("a[href^='?']")) link.setAttribute("href", link.href);
}
history.replaceState(null, "", address);
