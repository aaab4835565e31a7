// What pages gain with a script: light or dark, a switch that keeps the place, copies with their source,
// contents that follow the reader. Without it everything reads the same.
(() => {
  "use strict";
  const all = (css, root = document) => [...root.querySelectorAll(css)];
  const article = document.querySelector("article[data-cite]");
  const wide = matchMedia("(min-width: 60em)");
  const store = (key, value) => { try { localStorage["concordance." + key] = value; } catch { /* private */ } };

  // light or dark
  document.querySelector("[data-scheme]")?.addEventListener("click", () => {
    const root = document.documentElement;
    const now = root.dataset.mdColorScheme || (matchMedia("(prefers-color-scheme: dark)").matches ? "slate" : "default");
    store("scheme", root.dataset.mdColorScheme = now === "slate" ? "default" : "slate");
  });

  // the switch keeps the provision
  const switches = all(".switch a[hreflang]");
  const keep = () => switches.forEach((link) => { link.hash = location.hash; });
  keep();
  addEventListener("hashchange", keep);
  switches.forEach((link) => link.addEventListener("click", () => store("lang", link.hreflang)));

  // folds: open beside the text, where CSS alone cannot
  if (!CSS.supports("selector(::details-content)")) {
    const unfold = () => all("details.rests, .contents details").forEach((fold) => { fold.open = wide.matches; });
    unfold();
    wide.addEventListener("change", unfold);
  }
  const previews = () => all(".rests .rest[open]");
  document.addEventListener("toggle", ({ target }) => {
    if (wide.matches && target.open && target.matches(".rests .rest")) previews().forEach((other) => { other.open = other === target; });
  }, true);
  document.addEventListener("click", ({ target }) => {
    if (wide.matches) previews().forEach((one) => { if (!one.contains(target)) one.open = false; });
    if (!matchMedia("(min-width: 75em)").matches && target.closest(".contents a")) target.closest("details").open = false;
  });
  document.addEventListener("keydown", ({ key, target }) => {
    if (key !== "Escape") return;
    const preview = target.closest?.(".rest[open]");
    previews().forEach((one) => { one.open = false; });
    preview?.querySelector("summary").focus();
  });

  // keys press the control that names them; never while typing; they can be off
  document.addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || document.documentElement.dataset.keys === "off") return;
    if (!/^[a-z?/]$/.test(key) || target.closest("input:not([type=radio], [type=checkbox]), textarea, select, dialog")) return;
    const control = document.querySelector(`[aria-keyshortcuts~="${key}"]`);
    if (!control) return void dispatchEvent(new CustomEvent("key", { detail: key }));
    event.preventDefault();
    control.click();
  });

  // what is copied says where it is from
  // A provision stands after the heading that is its number; a section's heading ends the search.
  const number = (unit) => {
    let row = unit;
    while (row.parentElement && row.parentElement !== article) row = row.parentElement;
    while (row && !row.matches(".num, .section, .notes")) row = row.previousElementSibling;
    return row?.matches(".num") ? row : null;
  };
  const source = (unit) => {
    const num = number(unit);
    const mark = unit.closest("[id]:not(article)")?.id || num?.id || "";
    const status = unit.closest("[data-status]").dataset.status;
    const place = article.dataset.cite + (num ? ", § " + num.textContent.trim().replace(/\.$/, "") : "");
    return `${place}. ${status}. ${location.href.split("#")[0]}${mark && "#" + mark}`;
  };
  const plain = (part) => {
    const blocks = all("h1, h2, h3, h4, p, li", part).filter((block) => !block.parentElement.closest("li, p"));
    if (!blocks.length) return part.textContent;
    return blocks.map((block) => block.textContent.trim() + (block.matches(".num") ? " " : "\n")).join("").trim();
  };
  document.addEventListener("copy", (event) => {
    const chosen = getSelection();
    if (!article || chosen.isCollapsed || event.target.closest?.("input, textarea")) return;
    const range = chosen.getRangeAt(0);
    const unit = all("[data-provision]", article).find((one) => range.intersectsNode(one));
    if (!unit || !/\S\s+\S/.test(chosen.toString())) return;
    const part = document.createElement("div");
    part.append(range.cloneContents());
    all(".rests, .call, .back, .neighbours, .pop, button", part).forEach((extra) => extra.remove());
    const line = source(unit);
    event.clipboardData.setData("text/plain", plain(part) + "\n\n" + line);
    part.append(Object.assign(document.createElement("p"), { textContent: line }));
    event.clipboardData.setData("text/html", part.innerHTML);
    event.preventDefault();
  });

  // "print this section": the address names it (print.css leaves out the rest); the dialog opens at once
  all(".alone > a").forEach((link) => link.addEventListener("click", () => setTimeout(print, 50)));

  // the contents follow what is read
  const links = new Map(all(".contents a[href^='#']").map((link) => [decodeURIComponent(link.hash.slice(1)), link]));
  const heads = [...links.keys()].map((id) => document.getElementById(id)).filter(Boolean);
  let current = [];
  const mark = (passed) => {
    const last = passed.at(-1);
    const found = last ? [last, ...(last.matches(".num") ? passed.filter((head) => head.matches(".section")).slice(-1) : [])] : [];
    if (found[0] === current[0]) return;
    current.forEach((head) => links.get(head.id).removeAttribute("aria-current"));
    found.forEach((head) => links.get(head.id).setAttribute("aria-current", "location"));
    current = found;
    const box = document.querySelector(".contents");
    const link = found[0] && links.get(found[0].id);
    if (link && box.scrollHeight > box.clientHeight) box.scrollTop = link.offsetTop - box.clientHeight / 2;
  };
  const follow = () => mark(heads.filter((head) => head.getBoundingClientRect().top <= innerHeight * .3));
  // on a page of a text, reading.js says where the reader is
  if (document.querySelector(".where")) {
    addEventListener("here", ({ detail }) => mark(detail ? heads.filter((head) => !(head.compareDocumentPosition(detail) & 2)) : []));
  } else if (heads.length) {
    addEventListener("scroll", () => requestAnimationFrame(follow), { passive: true });
    follow();
  }
})();
