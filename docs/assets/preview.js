// Previews of citations in the running text, loaded with the first: the card that stands beside, where the link is.

// Show a popover by an element: below it, above where there is no room, always within the page.
export const place = (pop, by) => {
  const box = by.getBoundingClientRect();
  pop.showPopover();
  const below = box.bottom + pop.offsetHeight + 8 < innerHeight || box.top < pop.offsetHeight;
  pop.style.left = scrollX + Math.max(8, Math.min(box.left, document.documentElement.clientWidth - pop.offsetWidth - 8)) + "px";
  pop.style.top = scrollY + (below ? box.bottom + 4 : box.top - pop.offsetHeight - 4) + "px";
};

export const all = (css, at = document) => [...at.querySelectorAll(css)];
export const one = (css, at = document) => at.querySelector(css);

export default () => {
  const pop = Object.assign(document.createElement("div"), { className: "pop preview", popover: "manual" });
  let link, timer;
  const hide = () => {
    if (link && pop.contains(document.activeElement)) link.focus();
    clearTimeout(timer);                           // the focus that comes back asks for no preview
    link?.removeAttribute("aria-expanded");
    link = null;
    if (pop.isConnected) pop.hidePopover();
  };
  const show = (ref) => {
    const from = all(".rests-list .rest").find((rest) => all(".rest-body a", rest).some((way) => way.href === ref.href));
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
    const ref = target.closest?.(".ref");
    if (pointerType === "touch" || (type === "focusin" && ref && !ref.matches(":focus-visible"))) return;
    clearTimeout(timer);
    if (ref) timer = setTimeout(show, type === "focusin" ? 0 : 150, ref);
    else if (link && !pop.contains(target)) timer = setTimeout(hide, 250);
  };
  return { aim, hide, show };
};
