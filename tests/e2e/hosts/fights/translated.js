// What puts a page into another language takes words out and puts boxes with others in, again and again.
const translate = (root) => {
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node = walk.nextNode(); node; node = walk.nextNode()) if (/[a-z]{2}/i.test(node.data) && node.parentNode.localName !== "font") found.push(node);
  for (const node of found) {
    const box = document.createElement("font");
    box.append(node.data.toUpperCase());
    node.replaceWith(box);
  }
};
window.translateAll = () => {
  const { shadowRoot } = document.querySelector("recourse-guide");
  translate(shadowRoot.querySelector(".rc"));
};
