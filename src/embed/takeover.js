/** The first field, which stands on the page before the program does. */
const firstField = document.querySelector(".early textarea");
let firstState = null;

const later = (time) => new Promise((next) => setTimeout(next, time));
const inside = (shell) => shell.querySelector('[data-rc="story"]');

/** Puts the words into a field as if they were typed there. */
const put = (field, value) => {
  if (field.value === value) return false;
  field.value = value;
  return field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
};

/** Waits a moment for the program's answer, which would otherwise come late and push away what is read. */
const told = async (shell) => {
  const field = inside(shell);
  if (!field || !put(field, firstField.value)) return;
  const isAnswered = () => shell.querySelector('[data-rc="candidate"], [data-rc="emergency"], [data-rc="danger"]');
  for (let tries = 0; tries < 15 && !isAnswered(); tries += 1) await later(10);
};

/**
 * Keeps the program from view until it has read what stands in the first field, and as
 * long as an input method holds a half-composed character there, which would be lost.
 */
const unhurried = (open) => async (host, shell, ...more) => {
  shell.style.display = "none";
  const widget = await open(host, shell, ...more);
  do {
    while (firstField.isComposing) {
      await new Promise((done) => firstField.addEventListener("compositionend", done, { once: true }));
      await later();
    }
    await told(shell);
  } while (firstField.isComposing);
  return widget;
};

/** Notes what stands in the first field, just before the program comes on show. */
const remembering = (settle) => (host, shell, ...more) => {
  const { value, selectionStart, selectionEnd, selectionDirection, scrollTop } = firstField;
  const isHeld = document.activeElement === firstField;
  firstState = { value, selection: [selectionStart, selectionEnd, selectionDirection], scrollTop, isHeld, seen: [scrollX, scrollY] };
  // Not before: to say where the page stands, the browser would lay out both.
  shell.removeAttribute("style");
  return settle(host, shell, ...more);
};

/** Whatever looks for the field or the way out by its hook finds the one that is on show. */
const hooked = [...document.querySelectorAll(".early [data-rc]")].map((part) => [part, part.dataset.rc]);
const hook = (isOn) => hooked.forEach(([part, name]) => (isOn ? (part.dataset.rc = name) : part.removeAttribute("data-rc")));

const readAnew = () => firstField.dispatchEvent(new Event("input"));

// In the same moment in which the program comes on show, so that no key falls between.
addEventListener("recourse:ready", ({ target }) => {
  const { value, selection, scrollTop, isHeld, seen } = firstState;
  firstField.value = "";
  hook(false);
  readAnew();
  const field = inside(target.shadowRoot);
  if (!field) return;
  put(field, value);
  if (isHeld) {
    field.focus({ preventScroll: true });
    field.setSelectionRange(...selection);
  }
  field.scrollTop = scrollTop;
  scrollTo(...seen);
});

// Where the program stopped, the words go back to where they can be used.
addEventListener("recourse:error", ({ target }) => {
  hook(true);
  const kept = target.shadowRoot.querySelector("textarea");
  if (!kept) return;
  firstField.value = kept.value;
  kept.remove();
  readAnew();
});
