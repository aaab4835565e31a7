// Where a number or symbol leads, loaded with the first keystroke. What is typed is folded to letters and
// digits as scripts/site/goto.py folds the keys, with the words of all languages of the site.
const home = new URL(`../${document.documentElement.lang}/`, import.meta.url);
const table = fetch(new URL("references/goto.json", home)).then((answer) => answer.json());

export default async (query) => {
  const { to, article, skip, keys } = await table;
  const said = query.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "")
    .replace(/[a-z]+(-[a-z]+)*/g, (word) => article.includes(word) ? "art" : skip.includes(word) ? " " : word)
    .replace(/(\d)[^a-z\d]+(?=\d)/g, "$1-").replace(/[^a-z\d-]/g, "").replace(/^-|-$/g, "");
  const parts = said.split("-");   // « 9igc7-3 »: a paragraph that has no place of its own is looked for in its act
  const key = parts.map((_, n) => parts.slice(0, parts.length - n).join("-")).find((one) => Object.hasOwn(keys, one));
  return key && { href: new URL(keys[key][0], home).href, name: to.replace("{name}", keys[key][1]) };
};
