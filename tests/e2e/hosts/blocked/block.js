// A browser that refuses every storage, as it does in some private windows.
const refuse = { get: () => { throw new DOMException("no", "SecurityError"); } };
for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) Object.defineProperty(window, name, refuse);
Object.defineProperty(document, "cookie", refuse);
