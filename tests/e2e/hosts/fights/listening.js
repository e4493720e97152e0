// A page that keeps what it hears, as tools that count visitors do.
window.heard = [];
const KINDS = ["input", "beforeinput", "textInput", "change", "keydown", "keypress", "keyup", "compositionstart", "compositionupdate", "compositionend", "paste", "copy", "cut", "dragstart", "drop", "search", "submit", "recourse:step", "recourse:plan", "recourse:ready"];
for (const kind of KINDS) {
  document.addEventListener(kind, (event) => {
    const { key, data, detail, target } = event;
    const copied = (event.clipboardData ?? event.dataTransfer)?.getData("text");
    window.heard.push({ kind, key, data, detail, copied, value: target.value, text: target.textContent });
  });
}
