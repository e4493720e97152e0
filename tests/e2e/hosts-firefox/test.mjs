/** The element and the frame in somebody else's page once more, in Firefox. */
export { everywhere as default } from "../hosts/elsewhere.mjs";

export const options = { engine: "firefox" };
