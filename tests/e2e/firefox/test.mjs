/** The whole journey once more in Firefox. */
export { default } from "../journey/test.mjs";

export const options = { engine: "firefox" };
