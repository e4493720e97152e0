/** The element and the frame in somebody else's page once more, in WebKit. */
export { inWebKit as default } from "../hosts/elsewhere.mjs";

export const options = { engine: "webkit" };
