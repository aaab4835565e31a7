// A comparison gains with a script: the walk from change to change, choices that are remembered, and
// copied text that still tells what was struck and what was written. Without it everything reads.
(() => {
  "use strict";
  const box = document.querySelector(".comparison");
  const words = document.querySelector(".redline");
  if (!words) return;
  const all = (css, root = document) => [...root.querySelectorAll(css)];

  // ------------------------------------------------------------------- choices are remembered
  const choices = all(".choices input", words);
  const key = (input) => "concordance.compare." + input.name;
  const recall = (input) => { try { return localStorage.getItem(key(input)); } catch { return null; } };
  choices.forEach((input) => {
    const kept = recall(input);
    if (kept !== null) input.checked = input.type === "radio" ? input.value === kept : kept === "true";
    input.addEventListener("change", () => {
      try { localStorage.setItem(key(input), input.type === "radio" ? input.value : input.checked); } catch { /* private window */ }
      if (current) current.scrollIntoView({ block: "start", behavior: "instant" });
      tell();
    });
  });

  // -------------------------------------------------------------- the walk from change to change
  let current = null;
  const rows = box ? all(".row[data-change]", box) : [];
  const quiet = () => box.querySelector('[name="light"]')?.checked === false;
  const shown = () => rows.filter((row) => !(quiet() && row.matches(".light")) && row.getClientRects().length);
  const at = box?.querySelector("[data-at]");
  const tell = () => {
    const list = shown();
    if (at) at.textContent = `${list.indexOf(current) + 1 || "–"} / ${list.length}`;
  };
  const inSight = (row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  };
  const mark = (row) => {
    current?.classList.remove("at");
    current = row;
    row?.classList.add("at");
    tell();
  };
  const step = (by) => {
    const list = shown();
    let next;
    if (current && inSight(current) && list.includes(current)) next = list[list.indexOf(current) + by];
    else if (by > 0) next = list.find((row) => row.getBoundingClientRect().top > 0);
    else next = list.findLast((row) => row.getBoundingClientRect().bottom < innerHeight / 2);
    if (!next) return;
    mark(next);
    next.scrollIntoView({ block: "start", behavior: "instant" });
    next.focus({ preventScroll: true });
    history.replaceState(history.state, "", "#" + next.id);
  };
  const land = () => mark(rows.find((row) => "#" + row.id === location.hash) || current);
  if (rows.length) {
    all("[data-step]", box).forEach((button) => button.addEventListener("click", () => step(+button.dataset.step)));
    // reader.js hears the keys: not while something is typed, not where they are off
    addEventListener("key", ({ detail }) => {
      const by = { n: 1, j: 1, p: -1, k: -1 }[detail];
      if (by) step(by);
    });
    addEventListener("hashchange", land);
    land();
  }

  // --------------------------------------- what is copied says what was struck, and where it is from
  const signs = { DEL: ["[-", "-]"], INS: ["{+", "+}"] };
  const flat = (part) => {
    all(".unseen, .steps, .choices", part).forEach((extra) => extra.remove());
    all("del, ins", part).forEach((edit) => edit.replaceWith(signs[edit.tagName][0] + edit.textContent + signs[edit.tagName][1]));
    all("p, h3, li, tr", part).forEach((block) => block.append("\n"));
    return part.textContent.replace(/[ \t]*\n\s*/g, "\n").trim();
  };
  document.addEventListener("copy", (event) => {
    const chosen = getSelection();
    const article = document.querySelector("article[data-cite]");
    if (!article || chosen.isCollapsed || event.target.closest?.("input, textarea")) return;
    const range = chosen.getRangeAt(0);
    if (!words.contains(range.startContainer) || !/\S\s+\S/.test(chosen.toString())) return;
    const part = document.createElement("div");
    part.append(range.cloneContents());
    all("*", part).forEach((one) => { one.removeAttribute("id"); });
    // what the style sheet hides (the other layout) is in the range, but not in the reader's hands
    const two = box?.querySelector('[value="two"]')?.checked;
    if (box) all(two ? ".line:not(.now)" : ".was, .now:not(.line)", part).forEach((other) => other.remove());
    const edit = range.startContainer.parentElement.closest("del, ins");
    if (edit && edit.contains(range.endContainer)) {
      const again = document.createElement(edit.tagName);
      again.append(...part.childNodes);
      part.append(again);
    }
    const row = rows.find((one) => range.intersectsNode(one));
    const line = `${article.dataset.cite}. ${article.dataset.status} ${location.href.split("#")[0]}${row ? "#" + row.id : ""}`;
    const rich = part.cloneNode(true);
    all(".unseen, .steps, .choices", rich).forEach((extra) => extra.remove());
    rich.append(Object.assign(document.createElement("p"), { textContent: line }));
    event.clipboardData.setData("text/html", rich.innerHTML);
    event.clipboardData.setData("text/plain", flat(part) + "\n\n" + line);
    event.preventDefault();
  });
})();
