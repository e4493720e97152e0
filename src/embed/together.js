/** Puts the later part of the program beside the first, once for all widgets that run. */
let joining = null;
const together = (bytes) => {
  joining ??= WebAssembly.instantiate(bytes, { "": wasm });
  joining.catch(() => (joining = null));
  return joining;
};

/**
 * Asks for the time zone while the program is on its way: on a slow phone the first time takes
 * a twentieth of a second, and then nobody waits for it.
 */
const warmUp = () => new Intl.DateTimeFormat().resolvedOptions();
