"""Looking at a page as people with other eyes and hands do: what leans out, is cut, is too small, or is not reached."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

TARGET = 44
"""The least height of what is pressed, in CSS pixels. A link inside a sentence is as high as its line."""

SIGHT = """
window.sight ??= (() => {
  const shown = (one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest("[inert]");
  const aside = (one) => Boolean(one.closest(".vh, .skip, .leaf-marks"));
  const words = (one) => (one.textContent || one.name || "").trim().slice(0, 40);
  const called = (one) => `${one.localName}.${one.className} ${words(one)}`;
  const block = (one) => {
    while (/^(inline|contents)$/.test(getComputedStyle(one).display)) one = one.parentElement;
    return one;
  };
  const apart = (one) => {
    while (one && !/fixed|sticky/.test(getComputedStyle(one).position)) one = one.parentElement;
    return one;
  };
  function texts() {
    const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node; (node = walker.nextNode()); ) {
      const holder = node.parentElement;
      if (!node.data.trim() || aside(holder) || !shown(holder) || holder.closest("svg, select, textarea")) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const rects = [...range.getClientRects()].filter((each) => each.width > 1 && each.height > 1);
      const size = parseFloat(getComputedStyle(holder).fontSize);
      // Spaces at the end of a line may hang over it where line breaks are kept.
      const hangs = getComputedStyle(holder).whiteSpaceCollapse === "preserve" ? size : 2;
      found.push({ holder, rects, hangs, apart: apart(holder), slack: size / 3 });
    }
    return found;
  }
  const beyond = (rect, box, aside, slack) =>
    rect.left < box.left - aside || rect.right > box.right + aside ||
    rect.top < box.top - slack || rect.bottom > box.bottom + slack;
  function cutBy({ holder, hangs, slack }, rect) {
    if (rect.left < -1 || rect.right > innerWidth + hangs - 1) return "the edge of the page";
    const box = block(holder);
    if (beyond(rect, box.getBoundingClientRect(), hangs, slack)) return `its own box, ${called(box)}`;
    for (let one = holder; one !== document.body; one = one.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(one);
      if (overflowX === "visible" && overflowY === "visible") continue;
      if (/auto|scroll/.test(overflowY)) return "";
      if (beyond(rect, one.getBoundingClientRect(), hangs, slack)) return called(one);
    }
    return "";
  }
  function cut() {
    const all = texts(), found = [];
    for (const one of all) {
      const by = one.rects.map((rect) => cutBy(one, rect)).find(Boolean);
      if (by) found.push(`cut by ${by}: ${called(one.holder)}`);
    }
    const over = (one, other, slack) =>
      Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2 &&
      Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > slack;
    all.forEach((one, at) => {
      for (const other of all.slice(at + 1)) {
        if (one.apart !== other.apart) continue;
        const slack = Math.max(one.slack, other.slack) * 1.5;
        if (one.rects.some((mine) => other.rects.some((theirs) => over(mine, theirs, slack))))
          found.push(`one over the other: ${called(one.holder)} / ${called(other.holder)}`);
      }
    });
    return found;
  }
  const PRESSED = "a[href], button, summary, select, textarea, input:not([type=hidden])";
  function inASentence(one) {
    if (one.localName !== "a" || getComputedStyle(one).display !== "inline") return false;
    return block(one.parentElement).textContent.trim().length > one.textContent.trim().length;
  }
  function small(least) {
    const pressed = (one) => (/checkbox|radio/.test(one.type) && one.closest("label")) || one;
    return [...document.querySelectorAll(PRESSED)]
      .filter((one) => shown(one) && !aside(one) && !inASentence(one))
      .map((one) => [one, pressed(one).getBoundingClientRect()])
      .filter(([one, box]) => box.height < least - 0.5 || box.width < 24)
      .map(([one, box]) => `${Math.round(box.width)} by ${Math.round(box.height)}: ${called(one)}`);
  }

  // Where Tab should lead: each thing once, in the order of the page; of a group of choices, one.
  function stops() {
    const groups = new Set();
    return [...document.querySelectorAll(`${PRESSED}, [tabindex]`)].filter((one) => {
      if (one.tabIndex < 0 || one.disabled || !shown(one)) return false;
      if (one.type !== "radio") return true;
      const group = [...document.getElementsByName(one.name)].filter((each) => each.form === one.form);
      if (groups.has(group[0]) || (group.some((each) => each.checked) && !one.checked)) return false;
      return groups.add(group[0]);
    });
  }
  const ring = (one) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  };
  const ringed = (one) => [one, one.closest("label"), one.firstElementChild].some((each) => each && ring(each));
  function reached(one) {
    const points = [...one.getClientRects()].flatMap(({ left, top, width, height }) =>
      [[0.5, 0.5], [0.1, 0.2], [0.9, 0.8]].map(([x, y]) => [left + x * width, top + y * height]));
    return points.some(([x, y]) => {
      const there = document.elementFromPoint(x, y);
      return there && (one.contains(there) || (one.closest("label") ?? one).contains(there));
    });
  }
  function begin() {
    const ahead = stops(), path = [], wrong = [];
    for (const one of ahead) if (ringed(one)) wrong.push(`has a ring without the focus: ${called(one)}`);
    const inside = ahead.filter((one) => one.closest("main")).map((one) => [one, one.getBoundingClientRect()]);
    inside.slice(1).forEach(([one, box], at) => {
      const [, before] = inside[at];
      if (box.bottom <= before.top + 1 && box.left < before.right && before.left < box.right)
        wrong.push(`comes after what stands below it: ${called(one)}`);
    });
    document.activeElement.blur();
    getSelection().removeAllRanges();
    addEventListener("keydown", () => {
      const one = document.activeElement;
      if (one === document.body) return;
      path.push(one);
      if (!ringed(one)) wrong.push(`does not show the focus: ${called(one)}`);
      if (!reached(one)) wrong.push(`is covered while it has the focus: ${called(one)}`);
    }, true);
    window.walkedByKeyboard = () => {
      const missed = ahead.filter((one) => !path.includes(one)).map((one) => `is not reached: ${called(one)}`);
      if (missed.length) return [...missed, ...wrong];
      const turned = path.findIndex((one, at) => one !== ahead[at]);
      return turned === -1 ? wrong : [...wrong, `is out of order: ${called(path[turned])}`];
    };
    return ahead.length;
  }
  return { cut, small, begin };
})();
"""
BIGGER = "html { font-size: 225% !important; }"  # twice the size that the page begins with
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }"""


def seen(page: Page, call: str) -> Any:
    """Ask the page about itself."""
    if not page.evaluate("'sight' in window"):
        page.evaluate(SIGHT)
    return page.evaluate(f"window.sight.{call}")


def restyle(page: Page, style: str) -> None:
    """Another style over the page's own, as a reader's settings put it there; empty takes it away."""
    page.evaluate(
        """style => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(style);
          document.adoptedStyleSheets = style ? [sheet] : [];
        }""",
        style,
    )


def words_cut(page: Page) -> list[str]:
    """Text that is cut, leaves its box or lies over other text; and a page that is wider than its window."""
    wide = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    leaning = [] if wide[0] <= wide[1] else [f"the page leans out: {wide[0]} in {wide[1]}"]
    return leaning + list(seen(page, "cut()"))


def too_small(page: Page) -> list[str]:
    """What is pressed and is not high enough for a thumb."""
    return list(seen(page, f"small({TARGET})"))


def lost_to_the_keyboard(page: Page) -> list[str]:
    """What Tab does not lead to, visibly, in its order, and on past the end."""
    stops = seen(page, "begin()")
    for _ in range(stops + 1):
        page.keyboard.press("Tab")
    return list(page.evaluate("window.walkedByKeyboard()"))
