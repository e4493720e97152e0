/**
 * What the element does for the page around it once the program is on show.
 * Returns what follows the attributes again; a page around it that may set more has a `judge`.
 */
export function settle(host, shell, usual, tell, height, judge, widget) {
  // What stands below must not jump up when the program is shorter than what it replaces.
  const room = new CSSStyleSheet();
  const around = host.offsetHeight - parseFloat(getComputedStyle(host).height) || 0;
  room.replaceSync(`@media screen{:host{min-height:${Math.min(height, innerHeight) - around}px}}`);
  host.shadowRoot.adoptedStyleSheets = [...host.shadowRoot.adoptedStyleSheets, room];

  // A way to a channel is opened only if the page does not object.
  const pressed = (event) => {
    const path = event.composedPath();
    const place = path.some((node) => node.localName === "a") && path.find((node) => node.dataset?.channel);
    if (place && !tell("open", place.dataset.channel)) event.preventDefault();
  };
  for (const press of ["click", "auxclick"]) shell.addEventListener(press, pressed);

  // The headings go on where the page's own have come to.
  const outline = () => {
    const level = host.getAttribute("heading-level");
    const first = /^[1-6]$/.test(level) ? Number(level) : usual;
    for (const heading of shell.querySelectorAll("h1,h2,h3,h4,h5,h6")) {
      if (first === 1) heading.removeAttribute("aria-level");
      else heading.setAttribute("aria-level", Number(heading.localName[1]) + first - 1);
    }
  };
  new MutationObserver(outline).observe(shell, { childList: true, subtree: true });
  outline();
  const judged = judge?.(host, tell, widget);
  return () => {
    outline();
    judged?.();
  };
}
