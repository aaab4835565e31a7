// The filters of the citations work without a script; with one they count, choose a draft too, drop the
// drafts of which nothing is left, and stay in the address.
(() => {
  "use strict";
  const form = document.querySelector(".citations .filters");
  if (!form) return;
  const rows = [...document.querySelectorAll(".citations [data-state]")];
  const sections = [...document.querySelectorAll(".citations section")];
  const shown = form.querySelector(".shown");
  const names = ["state", "kind", "draft"];
  const chosen = (name) => form.querySelector(`[name="${name}"]:checked`)?.value || "";
  const choose = (values) => names.forEach((name) => {
    const input = form.querySelector(`[name="${name}"][value="${CSS.escape(values[name] || "")}"]`);
    if (input) input.checked = true;
  });
  const tell = () => {
    const [state, kind, draft] = names.map(chosen);
    let count = 0;
    sections.forEach((section) => {
      const left = draft && section.querySelector("h2").id !== draft ? 0 : [...section.querySelectorAll("[data-state]")]
        .filter(({ dataset }) => (!state || dataset.state === state) && (!kind || dataset.kind === kind)).length;
      section.hidden = !left;
      count += left;
    });
    shown.textContent = shown.dataset.shown.replace("{n}", count).replace("{total}", rows.length);
  };

  form.querySelector("fieldset[hidden]").hidden = sections.length < 2;
  shown.hidden = false;
  form.addEventListener("change", () => {
    const query = names.filter(chosen).map((name) => `${name}=${chosen(name)}`).join("&");
    history.replaceState(history.state, "", location.pathname + (query && "?" + query) + location.hash);
    tell();
  });
  // a number of the table above shows the state it counts, and leads to the first
  document.querySelectorAll("[data-only]").forEach((link) => link.addEventListener("click", () => {
    choose({ state: link.dataset.only });
    tell();
  }));
  // an address that names a row shows it, whatever is chosen
  const land = () => {
    const row = document.getElementById(location.hash.slice(1));
    if (!row?.dataset.state || row.getClientRects().length) return;
    choose({});
    tell();
    row.scrollIntoView();
  };
  addEventListener("hashchange", land);
  choose(Object.fromEntries(new URLSearchParams(location.search)));
  tell();
  land();
})();
