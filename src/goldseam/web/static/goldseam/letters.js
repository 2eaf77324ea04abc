// Small things in the room of letters. Without this script each of them works as an ordinary form.
//
// "Not here" and "Turn off" are kept with the next saving (autosave.js), so that the page stays where it is. The
// names of the missing parts show only beside the answer that they belong to.

const form = document.querySelector("form#letter[data-keep]");

function carry(name, value) {
  const field = document.createElement("input");
  field.type = "hidden";
  field.name = name;
  field.value = value;
  document.getElementById("carried").append(field);
}

function wave(button) {
  // The address takes an old field of the form with the new ones: what is said last counts.
  carry(button.name, button.value);
  document.getElementById("coach-title").focus({ preventScroll: true });
  button.closest(".note")?.remove();
  document.dispatchEvent(new Event("house:fresh"));
  form.dispatchEvent(new Event("input", { bubbles: true }));
}

if (form) {
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-pencil]");
    if (!button) return;
    event.preventDefault();
    wave(button);
  });
}

for (const part of document.querySelectorAll("[data-only-if]")) {
  const [name, value] = part.dataset.onlyIf.split("=");
  const owner = part.closest("form");
  const show = () => {
    part.hidden = new FormData(owner).get(name) !== value;
  };
  owner.addEventListener("change", show);
  addEventListener("pageshow", show);
  show();
}
