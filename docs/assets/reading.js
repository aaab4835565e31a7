// Reading: side by side, lens, previews, copying, keys. Without it all is there, folded.
(() => {
  "use strict";
  const all = (css, at = document) => [...at.querySelectorAll(css)];
  const one = (css, at = document) => at.querySelector(css);
  const root = document.documentElement;
  const source = document.currentScript.src;
  const nums = all("article .num");
  const number = (num) => num.textContent.trim().replace(/\.$/, "");
  const remember = (name, value) => { try { localStorage["concordance." + name] = value; } catch { /* private */ } };

  // where the reader is
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
    const section = all(".section").filter((head) => here?.compareDocumentPosition(head) & 2).at(-1);
    where.textContent = here ? where.dataset.form.replace("{num}", number(here)) + (section ? " · " + section.textContent : "") : "";
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
    if (to) pin(location.replace("#" + to.id));
    else one(`.neighbours [rel=${step > 0 ? "next" : "prev"}]`)?.click();
  };

  // choices: remembered, in the address; the place is kept
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

  // a citation's preview, on hover, focus and tap: its script comes with the first
  const load = (name, has) => import(new URL(name, source)).then((script) => script.default(has));
  let preview, shown;
  const has = (ref) => all(".rests-list .rest-body a").some((way) => way.href === ref.href);
  const previews = () => preview ||= load("preview.js").then((made) => shown = made);
  ["pointerover", "focusin"].forEach((kind) => document.addEventListener(kind, (event) => {
    if (shown) shown.aim(event);
    else if (event.target.closest?.(".ref")) previews().then(({ aim }) => aim(event));
  }));
  document.addEventListener("click", (event) => {
    const ref = event.target.closest(".ref");
    if (ref && !ref.hasAttribute("aria-expanded") && matchMedia("(hover: none)").matches && has(ref)) {
      event.preventDefault();
      previews().then(({ show }) => show(ref));
    } else if (!event.target.closest(".pop")) shown?.hide();
  });

  // copying: its script comes when it is first asked for
  const keys = one("#keys");
  let picked = "", copying;
  const pick = () => { picked = getSelection().toString().trim() || picked; };
  const cite = async (num, by) => {
    pick();
    copying ||= load("copying.js", { number, parts });
    (await copying)(num, by, picked);
  };
  all(".copy-open, .copy-button").forEach((button) => {
    button.addEventListener("pointerdown", () => { picked = ""; pick(); });
    button.addEventListener("click", () => cite(document.getElementById(button.value), button));
  });

  // keys: reader.js hears them
  const setting = one("[data-keys]", keys);
  setting.checked = root.dataset.keys !== "off";
  setting.addEventListener("change", () => remember("keys", root.dataset.keys = setting.checked ? "" : "off"));
  one("[data-keys-open]").addEventListener("click", () => keys.showModal());
  addEventListener("key", ({ detail: key }) => {
    const step = { j: 1, n: 1, k: -1, p: -1 }[key];
    picked = "";
    if (step) go(step);
    else if (key === "c") cite(here || nums[0], here || nums[0]);
  });
  document.addEventListener("keydown", ({ key }) => { if (key === "Escape") shown?.hide(); });

  show();
  pin();
})();
