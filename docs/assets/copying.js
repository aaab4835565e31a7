// Copying a provision, loaded when it is first asked for: forms of citation, and an amendment with its marks.
import { all, one, place } from "./preview.js";

const fill = (form, values) => form.replace(/{(\w+)}/g, (_, key) => values[key]);

export default ({ number, parts }) => {
  const menu = one("#copying"), sheet = one("#amend");
  const area = one("textarea", sheet), bis = one("[data-bis]", sheet), result = one(".amended", sheet);
  let unit, picked, start;
  const own = (piece) => {
    const copy = piece.cloneNode(true);
    all("ul, .call, .pop", copy).forEach((extra) => extra.remove());
    return copy.textContent.trim();
  };
  const words = () => parts(unit).flatMap((part) => part.matches(".text") ? [part] : part.matches("ul") ? all("li", part) : []).map(own).join("\n");
  const values = () => ({ num: number(unit), text: words(), link: location.origin + location.pathname + "#" + unit.id });
  const copy = async (box, plain, html) => {
    const status = one(".pop-status", box);
    try {
      if (!html) await navigator.clipboard.writeText(plain);
      else await navigator.clipboard.write([new ClipboardItem({ "text/plain": new Blob([plain], { type: "text/plain" }), "text/html": new Blob([html], { type: "text/html" }) })]);
      status.textContent = menu.dataset.done;
    } catch { status.textContent = menu.dataset.failed + " " + plain; }
  };
  const passage = () => {
    const said = picked.split(/\s+/).map((word) => encodeURIComponent(word).replace(/-/g, "%2D"));
    const ends = said.length > 9 ? [said.slice(0, 4), said.slice(-4)] : [said];
    return ":~:text=" + ends.map((end) => end.join("%20")).join();
  };
  all("[data-as]", menu).forEach((button) => button.addEventListener("click", () => {
    const { as, form } = button.dataset, said = values();
    if (as === "amend") return amend();
    if (as === "selection" && !picked) return void (one(".pop-status", menu).textContent = menu.dataset.none);
    if (as === "selection") said.link += passage();
    copy(menu, fill(form, said));
  }));

  // an amendment: words struck and added, by longest common run
  const weave = (old, now) => {
    const run = Array.from({ length: old.length + 1 }, () => new Uint16Array(now.length + 1));
    for (let i = old.length; i--;) for (let j = now.length; j--;) run[i][j] = old[i] === now[j] ? run[i + 1][j + 1] + 1 : Math.max(run[i + 1][j], run[i][j + 1]);
    const out = [];
    for (let i = 0, j = 0; i < old.length || j < now.length;) {
      const op = i < old.length && old[i] === now[j] ? "" : i < old.length && (j === now.length || run[i + 1][j] >= run[i][j + 1]) ? "del" : "ins";
      const word = op === "ins" ? now[j] : old[i];
      if (op !== "ins") i++;
      if (op !== "del") j++;
      if (out.at(-1)?.[0] === op) out.at(-1)[1] += word; else out.push([op, word]);
    }
    return out;
  };
  const safe = (text) => Object.assign(document.createElement("i"), { textContent: text }).innerHTML.replace(/\n/g, "<br>");
  const tokens = (text) => text.match(/\s*[\p{L}\p{N}’'-]+|\s*\S/gu) || [];
  const style = { del: ["<del><s>", "</s></del>"], ins: ["<ins><b>", "</b></ins>"] };
  const amended = () => {
    const said = values(), text = area.value.trimEnd();
    const runs = weave(bis.checked ? [] : tokens(start), tokens(text));
    const form = fill(sheet.dataset.head, { num: said.num + (bis.checked ? " bis" : "") });
    const source = fill(sheet.dataset.source, said);
    const html = runs.map(([op, run]) => op ? style[op].join(safe(run)) : safe(run)).join("");
    const plain = runs.map(([op, run]) => op ? fill(sheet.dataset[op], { text: run }) : run).join("");
    return [html, [form, plain, source].join("\n\n"), `<p><b>${safe(form)}</b></p><p>${html}</p><p>${safe(source)}</p>`];
  };
  const weigh = () => { result.innerHTML = amended()[0].replace(/ bis\b/, " <i>bis</i>"); };
  const amend = () => {
    menu.hidePopover();
    start = area.value = words();
    bis.checked = false;
    all("[data-num]", sheet).forEach((place) => { place.textContent = "§ " + number(unit); });
    const label = one("[data-form]", sheet);
    label.textContent = fill(label.dataset.form, values());
    weigh();
    sheet.showModal();
    area.focus();
  };
  area.addEventListener("input", weigh);
  bis.addEventListener("change", () => { area.value = bis.checked ? "" : start; weigh(); area.focus(); });
  one("[data-brackets]", sheet).addEventListener("click", () => {
    const [from, to] = [area.selectionStart, area.selectionEnd];
    area.setRangeText("[" + area.value.slice(from, to) + "]", from, to, "select");
    weigh();
    area.focus();
  });
  one("[data-amended]", sheet).addEventListener("click", () => copy(sheet, ...amended().slice(1)));

  return (num, by, chosen) => {
    const written = by.matches(".copy-button") && one("[data-copy]", by.parentElement);
    if (written) return copy(by.parentElement, written.href || written.textContent);
    [unit, picked] = [num, chosen];
    one("[data-num]", menu).textContent = "§ " + number(num);
    one(".pop-status", menu).textContent = "";
    place(menu, by);
    one("button", menu).focus();
  };
};
