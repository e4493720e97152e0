// A page whose whole body is one form, as some systems make it.
window.sent = [];
addEventListener("submit", (event) => {
  event.preventDefault();
  window.sent.push([...new FormData(event.target)]);
});
