/** Puts the later part of the program beside the first, once for all widgets that run. */
let joining = null;
const together = (bytes) => {
  joining ??= WebAssembly.instantiate(bytes, { "": wasm });
  joining.catch(() => (joining = null));
  return joining;
};
