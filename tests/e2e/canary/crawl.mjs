/** Presses everything on a screen, in the page itself. */

/**
 * Presses every control of the screen once, filling every field that comes up,
 * and tells what it pressed. `ways` lead back when a control led elsewhere: the first that is there is taken.
 */
export async function pressEverything({ canary, screen, ways, most }) {
  const root = document.querySelector("recourse-guide").shadowRoot;
  const settle = () => new Promise((next) => setTimeout(next, 30));
  const isHere = () => root.querySelector(screen) !== null;
  const pressed = new Set();
  const name = (control) => {
    const owner = control.closest("[data-id]")?.dataset.id ?? "";
    return `${owner}|${control.className}|${control.dataset.value ?? ""}|${control.textContent.trim().slice(0, 60)}`;
  };
  const fill = (field) => {
    const value = { date: canary.day, text: canary.number }[field.type] ?? `${canary.text} ${canary.words}`;
    if (field.localName === "select") {
      field.selectedIndex = Math.max(field.options.length - 1, 0);
    } else if (!field.value.includes(value)) {
      field.value = field.localName === "textarea" ? `${field.value} ${value}` : value;
    } else return;
    field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
    field.dispatchEvent(new Event("change", { bubbles: true, composed: true }));
  };
  while (pressed.size < most) {
    for (let tries = 0; !isHere() && tries < 50; tries++) {
      ways.map((way) => root.querySelector(way)).find(Boolean)?.click();
      await settle();
    }
    if (!isHere()) return { pressed: [...pressed], lost: true };
    root.querySelectorAll("textarea, input").forEach(fill);
    await settle();
    const controls = root.querySelectorAll('button:not([disabled], [data-rc="quick-exit"]), a[href], summary, select');
    const next = [...controls].find((control) => !pressed.has(name(control)));
    if (!next) break;
    pressed.add(name(next));
    if (next.localName === "select") fill(next);
    else next.click();
    await settle();
  }
  return { pressed: [...pressed], lost: false };
}
