// Draws the coach's pencil lines under the words they are about, on a layer below the text that is being written.
// Each remark names its words in `data-quote`; a remark whose words have gone has no line any more.

function nearest(text, quote, from) {
  let best = -1;
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) {
    if (best === -1 || Math.abs(at - from) < Math.abs(best - from)) best = at;
  }
  return best;
}

function places(text) {
  return [...document.querySelectorAll(".note[data-quote]")]
    .map((note) => ({
      number: note.querySelector(".n")?.textContent ?? "",
      quote: note.dataset.quote,
      at: nearest(text, note.dataset.quote, Number(note.dataset.from ?? 0)),
    }))
    .filter((place) => place.at !== -1)
    .sort((one, other) => one.at - other.at);
}

function draw(leaf) {
  const area = leaf.querySelector("textarea");
  const layer = leaf.querySelector(".leaf-marks");
  const text = area.value;
  const drawn = [];
  let done = 0;
  for (const { number, quote, at } of places(text)) {
    if (at < done) continue;
    const line = document.createElement("mark");
    line.textContent = quote;
    const figure = document.createElement("span");
    figure.className = "n";
    figure.textContent = number;
    drawn.push(text.slice(done, at), figure, line);
    done = at + quote.length;
  }
  layer.replaceChildren(...drawn, text.slice(done));
}

const leaves = document.querySelectorAll(".leaf");
const all = () => leaves.forEach(draw);
leaves.forEach((leaf) => leaf.addEventListener("input", () => draw(leaf)));
document.addEventListener("house:fresh", all);
all();
