// One press sends once. A second press of the same form does nothing until the page comes back.
//
// The way out is never held up, and a form that may be sent again says so with `data-again`.

const PATIENCE = 15000;

function free(form) {
  delete form.dataset.sent;
  for (const button of form.querySelectorAll("[data-held]")) {
    button.removeAttribute("aria-disabled");
    button.removeAttribute("data-held");
  }
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
