// A page that lets nobody change what the language and the browser bring along.
for (const brought of [Object, Array, Map, Set, WeakMap, Promise, Error, TypeError, Function, String, Number, RegExp, Uint8Array, DataView, TextDecoder, EventTarget, Node, Element, HTMLElement, ShadowRoot, Document, CustomEvent, CSSStyleSheet, Range]) {
  Object.freeze(brought.prototype);
  Object.freeze(brought);
}
