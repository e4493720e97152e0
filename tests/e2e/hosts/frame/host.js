// The snippet of docs/embedding.md, with one line more that keeps what was heard.
const frame = document.querySelector("#recourse");
addEventListener("message", ({ source, data }) => {
  if (source !== frame.contentWindow || data?.recourse !== 1) return;
  if (data.type === "height") frame.style.height = `${data.height}px`;
  (window.heard ??= []).push(data);
});
