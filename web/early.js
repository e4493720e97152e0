/**
 * The first field, from the first paint on. Until the program has started, and where
 * it never does, it leaves of the static guide only what fits the words in it.
 */
{
  const early = document.querySelector(".early");
  const field = early.querySelector("textarea");
  const [said, found] = early.querySelector(".early-found").children;
  field.style.fieldSizing = "content";

  /**
   * The words of danger, from one's own hand or from others, and what only sounds like them; by which
   * strings haste is known, each line with its weight, and the bar they must reach; and Traditional
   * characters with those they stand for. One haste too many costs a reader little: the calls come first.
   * The single file has them packed with everything else, and hands them in when it is unpacked.
   */
  let lists = /*@words@*/{};

  const plain = (text) => text.normalize("NFKC").toLowerCase();

  /** As these lists are written: Simplified characters, a blank around every word of letters and for every other sign. */
  const bare = (text) => ` ${plain(text)} `
    .replace(/n['’]t\b/g, " not")
    .replace(/\p{Script=Han}/gu, (sign) => lists.to[lists.from.indexOf(sign)] ?? sign)
    .replace(/[a-z0-9]+/g, " $& ")
    .replace(/[^\p{L}\p{N}]+/gu, " ");

  const isHasty = (words) => lists.bar <= lists.urgent.split("\n").reduce((sum, line) => {
    const [weight, ...pieces] = line.split("|");
    return sum + weight * pieces.filter((piece) => words.includes(piece)).length;
  }, 0);

  /** The phrases of the record as `bare` writes them: a star stands for any ending. */
  const phrases = (list) => new RegExp(list.replace(/[a-z][a-z *-]*/g, (words) => ` ${words.replaceAll("-", " ")} `.replace("* ", "")), "g");

  /** Which danger the words speak of, and whether minutes may matter. */
  const hear = (text) => {
    if (!lists.own) return [];
    const words = bare(text);
    const meant = words.replace(phrases(lists.idioms), " ");
    return [["own", "others"].find((kind) => phrases(lists[kind]).test(meant)), isHasty(words)];
  };

  const read = () => [...document.querySelectorAll(".rg-contents li")].map((item) => {
    // In the single file the whole of it stands on the same page.
    const whole = document.getElementById(item.querySelector("a").hash.slice(1));
    // Each syllable of its sound begins with a capital.
    const also = item.dataset.words ?? "";
    return { item, whole, name: plain([item.textContent, also, also.replace(/[^A-Z]/g, "")].join(" ")), text: plain(whole?.textContent ?? "") };
  });
  let all = null;
  const entries = () => (document.readyState === "loading" ? read() : (all ??= read()));

  /** Words of letters and figures as they are; of Chinese, which has no blanks, every two characters that stand together. */
  const pieces = (wanted) => {
    const runs = plain(wanted).match(/\p{Script=Han}+|[\p{L}\p{N}]+/gu) ?? [];
    return new Set(runs.flatMap((run) => (
      /\p{Script=Han}/u.test(run) && run.length > 2 ? Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)) : run
    )));
  };

  /** The entries that fit best, best first; none if nothing was asked or nothing fits. A piece that fits many of them says little. */
  const sift = (entries, wanted) => {
    const scores = new Map();
    for (const piece of pieces(wanted)) {
      const fit = entries.filter(({ name, text }) => name.includes(piece) || text.includes(piece));
      for (const entry of fit) {
        const weight = (entry.name.includes(piece) ? 4 : 1) / fit.length;
        scores.set(entry, (scores.get(entry) ?? 0) + weight);
      }
    }
    const best = Math.max(0, ...scores.values());
    return [...scores.keys()].filter((entry) => scores.get(entry) >= best / 3).sort((a, b) => scores.get(b) - scores.get(a));
  };

  const look = () => {
    const list = entries();
    const kept = sift(list, field.value);
    for (const entry of list) {
      const isLeft = kept.length > 0 && !kept.includes(entry);
      entry.item.hidden = isLeft;
      if (entry.whole) entry.whole.hidden = isLeft;
    }
    for (const group of document.querySelectorAll(".rg-contents ul")) {
      group.hidden = !group.querySelector("li:not([hidden])");
      group.previousElementSibling.hidden = group.hidden;
    }
    // Where minutes may matter, nothing stands between the field and the calls.
    const [danger, minutesMatter] = hear(field.value);
    const isUrgent = minutesMatter || "urgent" in (kept[0]?.item.dataset ?? {});
    const { nothing, call } = early.dataset;
    said.textContent = danger ? early.dataset[danger] : isUrgent || kept.length > 0 || !field.value.trim() ? "" : nothing;
    if (isUrgent && !danger) said.append(Object.assign(document.createElement("a"), { href: "#rg-calls", textContent: call }));
    found.replaceChildren(...(danger || isUrgent ? [] : kept.slice(0, 3).map(({ item }) => item.cloneNode(true))));
  };

  /** Forgets everything and empties the page, so that “back” does not return to it. */
  const leave = () => {
    field.value = "";
    early.parentNode.dispatchEvent(new CustomEvent("recourse:wipe", { bubbles: true, composed: true }));
    location.replace("about:blank");
  };

  field.addEventListener("input", look);
  addEventListener("recourse:words", ({ detail }) => {
    lists = detail;
    look();
  });
  addEventListener("DOMContentLoaded", look);
  for (const kind of ["compositionstart", "compositionend"]) {
    field.addEventListener(kind, () => (field.isComposing = kind === "compositionstart"));
  }
  early.querySelector("button").addEventListener("click", leave);
  let presses = [];
  addEventListener("keydown", ({ key, repeat, timeStamp }) => {
    // Once the program is on show, this is its own affair.
    if (repeat || !early.offsetHeight) return;
    presses = key === "Shift" ? [...presses.slice(-2), timeStamp] : [];
    if (presses.length === 3 && timeStamp - presses[0] <= 1500) leave();
  });
  addEventListener("recourse:error", () => (early.querySelector("#rg-hint").textContent = early.dataset.find));
  // What a host of the frame asks for may begin elsewhere, or look different.
  early.hidden = /(^#|&)(problem|start|size|lang)=/.test(location.hash);
}
