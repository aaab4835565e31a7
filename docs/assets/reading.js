// Reading and citing: side by side, the lens, previews in the text, copying, keys. Without it all is there, folded.
(() => {
  "use strict";
  const all = (css, at = document) => [...at.querySelectorAll(css)];
  const one = (css, at = document) => at.querySelector(css);
  const root = document.documentElement;
  const source = new URL("copying.js", document.currentScript.src).href;
  const nums = all("article .num");
  const fill = (form, values) => form.replace(/{(\w+)}/g, (_, key) => values[key]);
  const number = (num) => num.textContent.trim().replace(/\.$/, "");
  const remember = (name, value) => { try { localStorage[value ? "setItem" : "removeItem"]("concordance." + name, value); } catch { /* private */ } };

  // ------------------------------------------------- where the reader is: beside, contents, one line
  const where = one(".where");
  let here, pinned;
  const parts = (num) => {
    const found = [];
    for (let next = num?.nextElementSibling; next && !/^H\d/.test(next.tagName); next = next.nextElementSibling) found.push(next);
    return found;
  };
  const light = (on) => parts(here).forEach((part) => part.classList.toggle("is-here", on));
  const follow = () => {
    const line = parseFloat(getComputedStyle(root).scrollPaddingTop) + 9;
    const now = pinned || nums.filter((num) => num.getBoundingClientRect().top <= line).at(-1);
    if (now === here) return;
    light(false);
    here = now;
    light(true);
    const section = here && all(".section").filter((head) => head.compareDocumentPosition(here) & 4).at(-1);
    where.textContent = here ? [fill(where.dataset.form, { num: number(here) }), section?.textContent].filter(Boolean).join(" · ") : "";
    dispatchEvent(new CustomEvent("here", { detail: here }));
  };
  const pin = () => { pinned = nums.find((num) => "#" + num.id === location.hash); follow(); };
  addEventListener("hashchange", pin);
  addEventListener("scrollend", () => {
    const top = pinned?.getBoundingClientRect().top;
    if (top < 0 || top > innerHeight) pinned = null;
    follow();
  });
  addEventListener("scroll", () => requestAnimationFrame(follow), { passive: true });
  const go = (step) => {
    const to = nums[nums.indexOf(here) + step];
    if (to) location.replace("#" + to.id);
    else one(`.neighbours [rel=${step > 0 ? "next" : "prev"}]`)?.click();
  };

  // --------------------------------------- choices: remembered, in the address, the place is kept
  const choices = all("[data-choice]");
  const others = all(".rests > .other, .languages [data-lang] ~ [data-lang]");
  const show = () => {
    const chosen = root.dataset.side?.split(",");
    const known = chosen && others.some((other) => chosen.includes(other.dataset.lang));
    const off = (lang) => !chosen || (known && !chosen.includes(lang));
    others.forEach((other) => {
      other.hidden = chosen && off(other.dataset.lang);
      if (!CSS.supports("selector(::details-content)")) other.open = !!chosen;
    });
    choices.forEach((button) => button.setAttribute("aria-pressed", button.dataset.choice === "side" ? !off(button.value) : "lens" in root.dataset));
  };
  const choose = (button) => {
    const name = button.dataset.choice;
    const on = (each) => each.dataset.choice === name && (each.getAttribute("aria-pressed") === "true") !== (each === button);
    const value = choices.filter(on).map((each) => each.value).join();
    const at = here?.getBoundingClientRect().top;
    if (value) root.dataset[name] = value; else delete root.dataset[name];
    remember(name, value);
    const url = new URL(location);
    url.searchParams[value ? "set" : "delete"](name, value);
    history.replaceState(history.state, "", url);
    show();
    if (here) scrollBy({ top: here.getBoundingClientRect().top - at, behavior: "instant" });
  };
  choices.forEach((button) => button.addEventListener("click", () => choose(button)));

  // --------------------------------------------- a citation's preview: hover, focus, tap; Escape
  const place = (pop, by) => {
    const box = by.getBoundingClientRect();
    pop.showPopover();
    const below = box.bottom + pop.offsetHeight + 8 < innerHeight || box.top < pop.offsetHeight;
    pop.style.left = scrollX + Math.max(8, Math.min(box.left, root.clientWidth - pop.offsetWidth - 8)) + "px";
    pop.style.top = scrollY + (below ? box.bottom + 4 : box.top - pop.offsetHeight - 4) + "px";
  };
  const pop = Object.assign(document.createElement("div"), { className: "pop preview", popover: "manual" });
  let link, timer;
  const hide = () => {
    if (link && pop.contains(document.activeElement)) link.focus();
    link?.removeAttribute("aria-expanded");
    link = null;
    if (pop.isConnected) pop.hidePopover();
  };
  const card = (ref) => all(".rests-list .rest").find((rest) => all("a", rest).some((way) => way.href === ref.href));
  const preview = (ref) => {
    const from = card(ref);
    if (!from || ref === link) return;
    hide();
    link = ref;
    const name = document.createElement("p");
    name.append(...one("summary", from).cloneNode(true).childNodes);
    pop.replaceChildren(name, one(".rest-body", from).cloneNode(true));
    ref.after(pop);
    ref.setAttribute("aria-expanded", true);
    place(pop, ref);
  };
  const aim = ({ type, target, pointerType }) => {
    clearTimeout(timer);
    const ref = target.closest?.(".ref");
    if (pointerType === "touch" || (type === "focusin" && ref && !ref.matches(":focus-visible"))) return;
    if (ref) timer = setTimeout(preview, type === "focusin" ? 0 : 150, ref);
    else if (link && !pop.contains(target)) timer = setTimeout(hide, 250);
  };
  ["pointerover", "focusin"].forEach((kind) => document.addEventListener(kind, aim));
  document.addEventListener("click", (event) => {
    const ref = event.target.closest(".ref");
    if (ref && ref !== link && matchMedia("(hover: none)").matches && card(ref)) {
      event.preventDefault();
      preview(ref);
    } else if (!pop.contains(event.target)) hide();
  });

  // ------------------------------------- copying: its script comes when it is first asked for
  const keys = one("#keys");
  let picked = "", copying;
  const pick = () => { picked = getSelection().toString().trim() || picked; };
  const cite = async (num, by) => {
    pick();
    copying ||= import(source).then(({ default: start }) => start({ all, one, fill, number, parts, place }));
    (await copying)(num, by, picked);
  };
  all(".copy-open").forEach((button) => {
    button.addEventListener("pointerdown", () => { picked = ""; pick(); });
    button.addEventListener("click", () => cite(document.getElementById(button.value), button));
  });

  // ------------------------------------------------------------------------------------ keys
  const help = () => keys.showModal();
  const press = (css) => () => one(css)?.click();
  const next = () => go(1), prev = () => go(-1);
  const acts = {
    j: next, n: next, k: prev, p: prev, "?": help, g: press("[data-search-open]"), s: press("[data-choice=side]"),
    f: press("[data-choice=lens]"), l: press(".switch a:not([aria-current])"),
    c: () => { picked = ""; cite(here || nums[0], here || nums[0]); },
  };
  const setting = one("[data-keys]", keys);
  setting.checked = root.dataset.keys !== "off";
  setting.addEventListener("change", () => remember("keys", root.dataset.keys = setting.checked ? "" : "off"));
  one("[data-keys-open]").addEventListener("click", help);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
    if (event.ctrlKey || event.metaKey || event.altKey || root.dataset.keys === "off") return;
    if (!acts[event.key] || event.target.closest("input, textarea, select, dialog, [contenteditable]")) return;
    event.preventDefault();
    acts[event.key]();
  });

  show();
  pin();
})();
