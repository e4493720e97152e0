// Everything the element tells the page, kept for the test to read.
window.told = [];
addEventListener("pageshow", ({ persisted }) => { window.isBack = persisted; });
for (const name of ["ready", "step", "plan", "open", "wipe", "error"]) {
  document.addEventListener(`recourse:${name}`, (event) => {
    const { detail, bubbles, composed, cancelable } = event;
    window.told.push({ name, detail, bubbles, composed, cancelable });
  });
}
