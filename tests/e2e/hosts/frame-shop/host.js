// The snippet of docs/embedding.md, with one line more that keeps what was heard.
const frame = document.querySelector("#recourse");
addEventListener("message", async ({ source, data }) => {
  if (source !== frame.contentWindow || data?.recourse !== 1) return;
  (window.heard ??= []).push(data);
  if (data.type !== "pack") return;
  const [pack, reader] = await Promise.all([
    fetch("/pack.json").then((answer) => answer.text()),
    fetch(new URL(data.reader, frame.src)).then((answer) => answer.arrayBuffer()),
  ]);
  frame.contentWindow.postMessage({ recourse: 1, type: "pack", pack, reader }, "*");
});
