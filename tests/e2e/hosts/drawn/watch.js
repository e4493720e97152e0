// Everything that moves, and whether somebody had just pressed something.
history.scrollRestoration = "manual";
window.shifts = [];
new PerformanceObserver((list) => list.getEntries().forEach(({ value, sources, hadRecentInput, startTime }) => {
  window.shifts.push({ value, hadRecentInput, startTime, what: sources.map(({ node }) => node?.className || node?.nodeName) });
})).observe({ type: "layout-shift", buffered: true });
addEventListener("recourse:ready", () => { window.began = performance.now(); });
