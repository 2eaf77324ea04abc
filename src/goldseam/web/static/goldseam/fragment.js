// An invitation's words may come behind the # of an address, a part that browsers do not send to a server. They are
// taken out of the address at once, so that they do not stay in the history, and put into the field that asks for
// them. Where another page comes first (signing in, starting), they are handed on to it behind its own #.

const EIGHT = /^[a-z]+(?:[-_+ ][a-z]+){7}$/i;

function invitation() {
  try {
    return decodeURIComponent(location.hash.slice(1)).trim();
  } catch {
    return "";
  }
}

function handOn(words) {
  const behind = `#${words.replace(/[^a-z]+/gi, "-")}`;
  for (const link of document.querySelectorAll("main a[href^='/']")) link.href += behind;
  for (const form of document.querySelectorAll("main form")) form.action = form.action.split("#")[0] + behind;
}

const words = invitation();
if (EIGHT.test(words)) {
  history.replaceState(null, "", location.pathname + location.search);
  const field = document.querySelector("[data-fragment], [name=code]");
  if (!field) handOn(words);
  else if (!field.value) field.value = words.replace(/[-_+]+/g, " ");
}
