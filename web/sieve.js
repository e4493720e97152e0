/** Where the program cannot run: a field that leaves of the static guide only what fits a few words. */
export function offerSieve(guide) {
  const list = guide?.querySelector(".rg-contents");
  if (!list || list.querySelector(".rg-sieve")) return;
  const entries = [...list.querySelectorAll("li")].map((item) => {
    // In the single file the whole of it stands on the same page.
    const whole = guide.querySelector(`[id="${item.querySelector("a").hash.slice(1)}"]`);
    return { item, whole, name: plain(`${item.textContent} ${item.dataset.words ?? ""}`), text: plain(whole?.textContent ?? "") };
  });

  const field = Object.assign(document.createElement("input"), { type: "search", autocomplete: "off", spellcheck: false });
  const label = document.createElement("label");
  label.append(guide.dataset.find, field);
  const call = Object.assign(document.createElement("a"), { href: "#rg-top", textContent: guide.dataset.call });
  const said = document.createElement("p");
  said.setAttribute("role", "status");
  const sieve = Object.assign(document.createElement("div"), { className: "rg-sieve" });
  sieve.setAttribute("role", "search");
  sieve.append(label, call, said);
  list.querySelector("h2").after(sieve);

  field.addEventListener("input", () => {
    const kept = sift(entries, field.value);
    for (const entry of entries) {
      const isKept = kept.length === 0 || kept.includes(entry);
      entry.item.hidden = !isKept;
      if (entry.whole) entry.whole.hidden = !isKept;
    }
    for (const group of list.querySelectorAll("ul")) {
      const isEmpty = !group.querySelector("li:not([hidden])");
      group.hidden = isEmpty;
      group.previousElementSibling.hidden = isEmpty;
    }
    said.textContent = kept.length === 0 && plain(field.value).trim() ? guide.dataset.nothing : "";
  });
}

const plain = (text) => text.normalize("NFKC").toLowerCase();

/** The entries that fit best; none if nothing was asked or nothing fits. A piece that fits many of them says little. */
function sift(entries, wanted) {
  const scores = new Map();
  for (const piece of pieces(wanted)) {
    const found = entries.filter(({ name, text }) => name.includes(piece) || text.includes(piece));
    for (const entry of found) {
      const weight = (entry.name.includes(piece) ? 4 : 1) / found.length;
      scores.set(entry, (scores.get(entry) ?? 0) + weight);
    }
  }
  const best = Math.max(0, ...scores.values());
  return entries.filter((entry) => scores.get(entry) >= best / 3);
}

/** Words of letters and figures as they are; of Chinese, which has no blanks, every two characters that stand together. */
function pieces(wanted) {
  const runs = plain(wanted).match(/\p{Script=Han}+|[\p{L}\p{N}]+/gu) ?? [];
  const parted = runs.flatMap((run) => {
    const isLong = /\p{Script=Han}/u.test(run) && run.length > 2;
    return isLong ? Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)) : [run];
  });
  return [...new Set(parted)];
}
