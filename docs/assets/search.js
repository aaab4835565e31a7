// The search box, on Pagefind's index of the page's language. Nothing is loaded before the first key.
(() => {
  "use strict";
  const box = document.querySelector("[data-search]");
  if (!box) return;
  const find = (css) => box.querySelector(css);
  const words = JSON.parse(document.getElementById("words").textContent);
  const [input, panel, list, status, more] =
    ["input", ".md-search__output", ".search-hits", ".search-status", ".search-more"].map(find);
  const opener = find("[data-search-open]");
  const filters = [...box.querySelectorAll("[data-filter]")];
  const index = new URL("../pagefind/pagefind.js", document.currentScript.src).href;
  const here = document.currentScript.src;
  const PAGE = 8, PER_PAGE = 3;
  let engine, goto, typed, turn = 0, found = [], shown = 0, active = -1;

  const load = () => engine ||= import(index).then(async (pagefind) => {
    // words as they were typed before their relatives (« accès » before « accession »)
    await pagefind.options({ excerptLength: 22, ranking: { termSimilarity: 6, pageLength: 0.4 } });
    await pagefind.init();
    const known = await pagefind.filters();
    filters.forEach((select) => {
      for (const name of Object.keys(known[select.dataset.filter] || {})) select.add(new Option(name, name));
      select.closest("label").hidden = select.length < 3;
    });
    return pagefind;
  });

  // « oeuvre » is « œuvre » too, « plateforme » « plate-forme »: the words of each language say what
  const pairs = words.variants.split(" ").map((pair) => pair.split("="));
  const forms = (query) => {
    const straight = query.replace(/[’ʼ‘]/g, "'").trim();
    const other = pairs.flatMap(([one, two]) => [[one, two], [two, one]])
      .map(([from, to]) => straight.replace(new RegExp(from, "gi"), to));
    return [...new Set([straight, ...other])];
  };

  const search = async (query) => {
    const pagefind = await load();
    const chosen = Object.fromEntries(filters.filter((select) => select.value).map((select) => [select.dataset.filter, select.value]));
    const runs = await Promise.all(forms(query).map((form) => pagefind.search(form, { filters: chosen })));
    const best = new Map();
    for (const hit of runs.flatMap((run) => run.results)) {
      if (!(best.get(hit.id)?.score >= hit.score)) best.set(hit.id, hit);
    }
    return [...best.values()].sort((a, b) => b.score - a.score);
  };

  // a page gives its provisions that match, the best first; a page without any gives itself
  const passages = (page) => {
    const parts = page.sub_results.filter((part) => part.anchor || part.url === page.url);
    const rank = (part) => part.weighted_locations.reduce((sum, place) => sum + place.balanced_score, 0);
    return parts.sort((a, b) => rank(b) - rank(a)).slice(0, PER_PAGE).map((part) => ({ part, page }));
  };

  // « § 13.5 », « art. 16 », « 9.IGC 7 » lead straight there
  const way = async (query) => (await (goto ||= import(new URL("goto.js", here)))).default(query);

  const line = (name, text, markup) => {
    const span = document.createElement("span");
    span.className = name;
    span[markup ? "innerHTML" : "textContent"] = text;   // Pagefind's excerpts are escaped, with <mark>
    return span;
  };
  const entry = (href, ...lines) => {
    const link = document.createElement("a");
    link.href = href;
    link.id = "hit-" + list.children.length;
    link.tabIndex = -1;
    link.setAttribute("role", "option");
    link.setAttribute("aria-selected", "false");
    link.append(...lines);
    list.append(link);
  };
  const row = ({ part, page }) => {
    const { title, section, component, draft, kind } = page.meta;
    const [name, where] = /^\d/.test(part.title) ? [["§ " + part.title, section], [component, draft]]
      : part.anchor?.element === "h1" ? [[title], [draft || kind]] : [[part.title], [title]];
    entry(part.url, line("hit-name", name.filter(Boolean).join(" — ")), line("hit-where", where.filter(Boolean).join(" · ")),
      line("hit-words", part.excerpt, true));
  };

  const choose = (next) => {
    list.children[active]?.setAttribute("aria-selected", "false");
    active = Math.max(-1, Math.min(next, list.children.length - 1));
    const link = list.children[active];
    link?.setAttribute("aria-selected", "true");
    link?.scrollIntoView({ block: "nearest" });
    if (link) input.setAttribute("aria-activedescendant", link.id);
    else input.removeAttribute("aria-activedescendant");
  };

  const show = (open) => {
    panel.hidden = !open;
    input.setAttribute("aria-expanded", String(open && list.children.length > 0));
    if (!open) choose(-1);
  };

  const next = async (mine) => {
    const pages = await Promise.all(found.slice(shown, shown + PAGE).map((hit) => hit.data()));
    if (mine !== turn) return;
    shown += pages.length;
    pages.flatMap(passages).forEach(row);
    more.hidden = shown >= found.length;
  };

  const run = async () => {
    const query = (typed = input.value).trim();
    const mine = ++turn;
    if (!query) { list.replaceChildren(); show(false); return; }
    try {
      const there = await way(query).catch(() => { goto = null; });
      if (mine !== turn) return;
      const first = () => { list.replaceChildren(); if (there) entry(there.href, line("hit-name", there.name)); };
      if (there) first();
      if (there || !list.children.length) { status.textContent = words.wait; show(true); }
      const hits = await search(query);
      if (mine !== turn) return;
      [found, shown, active] = [hits, 0, -1];
      input.removeAttribute("aria-activedescendant");
      first();
      await next(mine);
      if (mine !== turn) return;
      const many = (found.length === 1 ? words.one : words.other).replace("{n}", found.length);
      status.textContent = found.length ? many : there ? "" : words.none.replace("{query}", query);
    } catch {
      engine = undefined;
      status.textContent = words.failed;
    }
    show(true);
    panel.scrollTop = 0;
  };

  let timer;
  const later = () => { clearTimeout(timer); timer = setTimeout(run, 120); };

  const open = () => {
    box.classList.add("is-open");
    opener.setAttribute("aria-expanded", "true");
    input.focus();
    input.select();
    if (input.value.trim()) show(true);
  };
  const close = (back) => {
    show(false);
    const phone = opener.offsetParent !== null || box.classList.contains("is-open");
    box.classList.remove("is-open");
    opener.setAttribute("aria-expanded", "false");
    if (back && phone && opener.offsetParent) opener.focus();
  };

  input.addEventListener("input", later);
  input.addEventListener("focus", () => { if (list.children.length) show(true); });
  filters.forEach((select) => select.addEventListener("change", run));
  more.addEventListener("click", () => next(turn));
  opener.addEventListener("click", open);
  find("[data-search-close]").addEventListener("click", () => close(true));
  list.addEventListener("click", () => close(false));
  input.addEventListener("keydown", async (event) => {
    const steps = { ArrowDown: active + 1, ArrowUp: active - 1 };
    if (event.key in steps) {
      event.preventDefault();
      if (panel.hidden && list.children.length) show(true);
      choose(steps[event.key]);
    } else if (event.key === "Enter") {
      event.preventDefault();
      clearTimeout(timer);
      if (typed !== input.value) {   // Enter came before the hits
        const there = await way(input.value).catch(() => { goto = null; });
        if (there) return void (location.href = there.href);
        await run();
      }
      list.children[Math.max(active, 0)]?.click();
    }
  });
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    if (panel.hidden) input.value = "";
    close(true);
  });
  box.addEventListener("focusout", (event) => {
    if (!box.classList.contains("is-open") && event.relatedTarget && !box.contains(event.relatedTarget)) close(false);
  });
  document.addEventListener("pointerdown", (event) => { if (!box.contains(event.target)) close(false); });
})();
