/**
 * `<recourse-guide>`: tells a person where to turn when something goes wrong with
 * WeChat, WeChat Pay, mini programs, official accounts, WeCom or WhatsApp.
 *
 * Importing `embed.js` defines the element; the module exports nothing.
 */

/** A language of the widget. */
export type RecourseLang = "zh-Hans" | "zh-Hant" | "en";

/** What `start()` takes: each sets the attribute of the same name first. */
export interface RecourseOptions {
  /** The language; the page's, or else the reader's. */
  lang?: RecourseLang | null;
  /** The platform whose problems come first: an option of the fact `platform`, such as `whatsapp`. */
  platform?: string | null;
  /** Who the reader probably is, such as `parent`: an option of the fact `audience`. */
  audience?: string | null;
  /** The permanent id of the problem to begin with. */
  problem?: string | null;
  /** The code of the region to assume, such as `HK`. */
  region?: string | null;
  /** The colours; `auto` follows the reader. */
  theme?: "auto" | "light" | "dark" | null;
  /** The size of the text. */
  size?: "normal" | "large" | null;
  /** The level of the first heading, 1 to 6. */
  headingLevel?: number | string | null;
  /** What is on show first. */
  start?: "describe" | "emergency" | "browse" | null;
  /** With local the person may keep a case on this device, encrypted, if they ask for it; without effect in a frame. */
  storage?: "none" | "local" | null;
  /** Which of letters, calendar, export, print and evidence are shown, divided by blanks; without it all. */
  allow?: string | null;
  /** The address of the host's own pack, on the page's own origin. */
  pack?: string | null;
  /** The sum that pack must have, as `integrity` has it on a script. */
  packIntegrity?: string | null;
}

/** A plan in ids only. */
export interface RecoursePlan {
  /** The permanent id of the problem. */
  problem: string;
  /** The permanent ids of the channels, in order. */
  channels: string[];
}

/** A screen the reader goes to. */
export type RecourseStep = "describe" | "browse" | "plan" | "guides" | "guide" | "about";

/** Why the static guide stays; with `pack-refused`, only the host's own pack is left out. */
export type RecourseErrorCode =
  | "no-webassembly" | "not-loaded" | "pack-missing" | "pack-damaged" | "pack-refused" | "style-refused" | "not-started" | "stopped";

/** Why a case was not handed over or opened. */
export type RecourseCaseErrorCode =
  | "unavailable" | "not-allowed" | "busy" | "refused" | "no-case" | "empty-passphrase"
  | "not-a-case" | "unknown-version" | "damaged" | "wrong-passphrase";

/** What `exportCase()` and `importCase()` reject with; its message is a sentence for the reader, in their language. */
export interface RecourseCaseError extends Error {
  code: RecourseCaseErrorCode;
}

/** What the element tells the page: names and ids, never a word or an answer of the person's. */
export interface RecourseEvents {
  "recourse:ready": CustomEvent<{ version: string; knowledge: string }>;
  "recourse:step": CustomEvent<{ step: RecourseStep }>;
  "recourse:plan": CustomEvent<RecoursePlan>;
  /** Cancelable: a page that prevents it keeps the reader from going there. */
  "recourse:open": CustomEvent<{ channel: string }>;
  "recourse:wipe": CustomEvent<null>;
  "recourse:error": CustomEvent<{ code: RecourseErrorCode }>;
}

/** The element. Its properties reflect attributes. */
export interface RecourseGuideElement extends HTMLElement {
  platform: string;
  audience: string;
  problem: string;
  region: string;
  theme: string;
  size: string;
  headingLevel: string;
  storage: string;
  allow: string;
  pack: string;
  packIntegrity: string;
  /** Loads now, and goes to what the options name; whether the widget runs. Assigning sets the attribute `start`. */
  get start(): (options?: RecourseOptions) => Promise<boolean>;
  set start(value: string | null);
  /** Forgets what the person said and starts over. */
  reset(): void;
  /** The same, and tells the page so. */
  wipe(): void;
  /** The plan on show, or `null`. */
  plan(): RecoursePlan | null;
  /** Asks the person for their case, and resolves, once they agree, to the case sealed under the passphrase. */
  exportCase(passphrase: string): Promise<Blob>;
  /** Puts a sealed case in the place of the present one, as a whole or not at all; asks first where that one would be lost. */
  importCase(blob: Blob, passphrase: string): Promise<{ skipped: number }>;
}

declare global {
  interface HTMLElementTagNameMap {
    "recourse-guide": RecourseGuideElement;
  }
  interface HTMLElementEventMap extends RecourseEvents {}
}
