/**
 * The first field, from the first paint on. Until the program has started, and where
 * it never does, it leaves of the static guide only what fits the words in it.
 */
{
  const early = document.querySelector(".early");
  const field = early.querySelector("textarea");
  const [said, found] = early.querySelector(".early-found").children;

  /** Signs that minutes may matter. One too many costs a reader little: the calls come first. */
  const URGENT = /[骗騙呃盗盜抢搶偷裸垫墊]|扣了|在扣|扣走|[转轉]走|[刚剛啱].{0,8}[转轉付打给給俾]|勒索|敲[诈詐]|威[胁脅]|[验驗][证證][码碼]|安全[账帳賬]|共享|[远遠]程|登[入录錄]|拉黑|追回|[钱錢]正|\b(scam|fraud|stol|steal|snatch|hack|hijack|blackmail|extort|nude|naked|undress|threat|code|remote|screen|unauthori|drain|log(ged)? in|impost|just (sent|paid|transfer))/;

  /** The plainest of the words by which the program knows somebody in danger, from their own hand or from others. */
  const DANGER = {
    own: /自[杀殺残殘尽盡]|[轻輕]生|[寻尋]死|不想活|活不下去|活[够夠]了|想死(?![你我人宝寶])|死了算了|割腕|跳[楼樓](?![价價甩])|上吊|[遗遺][书書]|suicid|\b(kill(ing)? myself|end (my life|it all)|(want to|wanna) die|hurt(ing)? myself|self.?harm)/,
    others: /家暴|[打掐]我(?![电電手微])|[拿持]刀|[绑綁]架|[强強][奸姦]|性侵|拘禁|domestic (violence|abuse)|\b(beats?|beating|hits?) me\b|raped?\b|kidnap|has a (gun|knife)/,
  };

  const plain = (text) => text.normalize("NFKC").toLowerCase();

  const read = () => [...document.querySelectorAll(".rg-contents li")].map((item) => {
    // In the single file the whole of it stands on the same page.
    const whole = document.getElementById(item.querySelector("a").hash.slice(1));
    // Each syllable of its sound begins with a capital.
    const also = item.dataset.words ?? "";
    const initials = also.replace(/[^A-Z]/g, "");
    return { item, whole, name: plain([item.textContent, also, initials].join(" ")), text: plain(whole?.textContent ?? "") };
  });
  let all = null;
  const entries = () => (document.readyState === "loading" ? read() : (all ??= read()));

  /** Words of letters and figures as they are; of Chinese, which has no blanks, every two characters that stand together. */
  const pieces = (wanted) => {
    const runs = plain(wanted).match(/\p{Script=Han}+|[\p{L}\p{N}]+/gu) ?? [];
    const parted = runs.flatMap((run) => {
      const isLong = /\p{Script=Han}/u.test(run) && run.length > 2;
      return isLong ? Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)) : [run];
    });
    return [...new Set(parted)];
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
    const words = plain(field.value);
    const danger = Object.keys(DANGER).find((kind) => DANGER[kind].test(words));
    const isUrgent = URGENT.test(words) || "urgent" in (kept[0]?.item.dataset ?? {});
    const { nothing, call } = early.dataset;
    said.textContent = danger ? early.dataset[danger] : isUrgent || kept.length > 0 || !words.trim() ? "" : nothing;
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
