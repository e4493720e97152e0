/** The first field, which stands on the page before the program does. */
const firstField = document.querySelector(".early textarea");
let firstState = null;

/** Keeps the program from view as long as an input method holds a half-composed character, which would be lost. */
const unhurried = (open) => async (host, shell, ...more) => {
  const guide = await open(host, shell, ...more);
  while (firstField.isComposing) {
    shell.style.display = "none";
    await new Promise((done) => firstField.addEventListener("compositionend", () => setTimeout(done), { once: true }));
  }
  shell.removeAttribute("style");
  return guide;
};

/** Notes what stands in the first field, just before the program comes on show. */
const remembering = (settle) => (...given) => {
  const { value, selectionStart, selectionEnd, selectionDirection, scrollTop } = firstField;
  const isHeld = document.activeElement === firstField;
  firstState = { value, selection: [selectionStart, selectionEnd, selectionDirection], scrollTop, isHeld, seen: [scrollX, scrollY] };
  return settle(...given);
};

const readAnew = () => firstField.dispatchEvent(new Event("input"));

// In the same moment in which the program comes on show, so that no key falls between.
addEventListener("recourse:ready", ({ target }) => {
  const { value, selection, scrollTop, isHeld, seen } = firstState;
  firstField.value = "";
  readAnew();
  const field = target.shadowRoot.querySelector('[data-rc="story"]');
  if (!field) return;
  if (value) {
    field.value = value;
    field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
  }
  if (isHeld) {
    field.focus({ preventScroll: true });
    field.setSelectionRange(...selection);
  }
  field.scrollTop = scrollTop;
  scrollTo(...seen);
});

// Where the program stopped, the words go back to where they can be used.
addEventListener("recourse:error", ({ target }) => {
  const kept = target.shadowRoot.querySelector("textarea");
  if (!kept) return;
  firstField.value = kept.value;
  kept.remove();
  readAnew();
});
