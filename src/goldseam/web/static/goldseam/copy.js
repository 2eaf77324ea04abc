// Copies a code or words. The button is there only where the browser can copy.

const SHOWN = 4000;

for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) break;
  button.hidden = false;
  const label = button.textContent;
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", async () => {
    const parts = document.getElementById(button.dataset.copy).querySelectorAll("[data-word], span");
    await navigator.clipboard.writeText([...parts].map((part) => part.textContent.trim()).join(button.dataset.join ?? " "));
    button.textContent = button.dataset.copied;
    setTimeout(() => (button.textContent = label), SHOWN);
  });
}
