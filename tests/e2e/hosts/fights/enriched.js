// Libraries of long ago: everything has more than it should, and what was there does a little more.
(() => {
  window.passed = [];
  for (const kind of [Object, Array, String, Function, Element]) {
    kind.prototype.each = function (use) { return use(this); };
  }
  Array.prototype.toJSON = function () { return "theirs"; };
  Array.from = (list) => [].slice.call(list);
  const { fetch } = window;
  window.fetch = async function (address, options) {
    window.passed.push(String(address));
    return fetch.call(window, new Request(address, options));
  };
  const { define } = customElements;
  customElements.define = function (name, kind, ...more) {
    window.passed.push(name);
    return define.call(customElements, name, class extends kind {}, ...more);
  };
  const { addEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (kind, hear, ...more) {
    const heard = typeof hear === "function" ? function (...given) { return hear.apply(this, given); } : hear;
    return addEventListener.call(this, kind, heard, ...more);
  };
})();
