// As forums and books do: a letter is a command, unless it is typed into a field that this page knows as one.
window.commands = [];
document.addEventListener("keydown", (event) => {
  if (["INPUT", "TEXTAREA"].includes(event.target.tagName)) return;
  window.commands.push(event.key);
  if (/^([a-z/?]|ArrowLeft|ArrowRight)$/.test(event.key)) event.preventDefault();
});
