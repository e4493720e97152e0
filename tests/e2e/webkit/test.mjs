/** The whole journey once more in WebKit. */
export { default } from "../journey/test.mjs";

export const options = { engine: "webkit" };
