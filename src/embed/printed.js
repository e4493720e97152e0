import { code } from "./codes.js";

/** Draws the addresses that the printed sheet wants to have as codes. */
const drawCodes = () => {
  const sheets = [...document.querySelectorAll("recourse-guide")].map((host) => host.shadowRoot);
  for (const wanted of sheets.flatMap((sheet) => [...(sheet?.querySelectorAll(".a4-code:empty") ?? [])])) {
    const drawn = code(wanted.dataset.code);
    if (!drawn) continue;
    // Four squares around it stay free, or no phone finds it.
    wanted.setAttribute("viewBox", `-4 -4 ${drawn.side + 8} ${drawn.side + 8}`);
    const squares = document.createElementNS("http://www.w3.org/2000/svg", "path");
    squares.setAttribute("d", drawn.path);
    wanted.append(squares);
  }
};
// The program puts the sheet there at the same event: asked first, this comes after it.
addEventListener("beforeprint", () => addEventListener("beforeprint", drawCodes, { once: true }), true);
