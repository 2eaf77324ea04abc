// Tells the house the browser's time zone, once, where none was chosen: so that late evening is one's own.
const asks = document.querySelector("[data-zone-url]");
const token = document.querySelector('meta[name="form-token"]');
if (asks && token) {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  fetch(asks.dataset.zoneUrl, {
    method: "POST",
    headers: { "X-CSRFToken": token.content, "X-Requested-With": "fetch" },
    body: new URLSearchParams({ zone }),
  }).catch(() => {});
}
