// Small things for the one who writes: the paper grows with the words, and says when there is little room left.
// A form with `data-unsaved` asks the browser to warn before words are lost with the page.

const NEAR = 200;
const SAID_AT = [200, 50, 10, 0, -1];
const grows = CSS.supports("field-sizing", "content");

function grow(area) {
  if (grows) return;
  area.style.blockSize = "auto";
  area.style.blockSize = `${area.scrollHeight + 2}px`;
}

// Counted as the server counts: whole characters, and one for each line's end. Read aloud at a few points only.
function count(area) {
  const line = document.querySelector(`[data-left-for="${area.id}"]`);
  if (!line) return;
  const most = Number(area.dataset.most);
  const left = most - [...area.value].length;
  line.hidden = left > Math.min(NEAR, most / 4);
  line.classList.toggle("err", left < 0);
  const words = (left < 0 ? line.dataset.over : line.dataset.left).replace("{n}", Math.abs(left));
  line.querySelector("[data-shown]").textContent = words;
  if (SAID_AT.includes(left)) line.querySelector("[data-heard]").textContent = words;
}

function look(area) {
  grow(area);
  if (area.dataset.most) count(area);
}

document.addEventListener("input", (event) => {
  if (event.target.matches("textarea")) look(event.target);
});
document.querySelectorAll("textarea").forEach(look);

// What is being sent takes its own words along; words in another form of the page would still be lost.
let sent = null;
addEventListener("submit", (event) => (sent = event.target));
addEventListener("pageshow", () => (sent = null));
addEventListener("beforeunload", (event) => {
  if ("gone" in document.documentElement.dataset) return;
  const areas = [...document.querySelectorAll("form[data-unsaved] textarea")].filter((area) => area.form !== sent);
  const answer = "answer" in document.body.dataset; // what came back with it is kept nowhere else
  if (areas.some((area) => area.value !== (answer ? "" : area.defaultValue))) event.preventDefault();
});
