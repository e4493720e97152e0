/** A host in TypeScript that uses every attribute, method and event; nothing but the types is tried. */
import type {
  RecourseCaseError, RecourseCaseErrorCode, RecourseErrorCode, RecourseEvents, RecourseGuideElement, RecourseLang, RecourseOptions, RecoursePlan, RecourseStep,
} from "recourse-guide";
import "recourse-guide";

const guide: RecourseGuideElement = document.createElement("recourse-guide");
const options: Required<RecourseOptions> = {
  lang: "zh-Hant",
  platform: "whatsapp",
  audience: "parent",
  problem: "wx-account-banned",
  region: "HK",
  theme: "dark",
  size: "large",
  headingLevel: 3,
  start: "emergency",
  storage: "none",
  allow: "letters print export",
  pack: "/pack.json",
  packIntegrity: null,
};
const lang: RecourseLang = "en";
guide.lang = lang;
guide.platform = guide.audience = guide.problem = guide.region = guide.theme = guide.size = "";
guide.headingLevel = guide.storage = guide.allow = guide.pack = guide.packIntegrity = "";
guide.start = "browse";
guide.start = null;

export async function use(say: (words: string) => void): Promise<void> {
  const ran: boolean = await guide.start(options);
  if (!ran) await guide.start();
  guide.reset();
  guide.wipe();
  const plan: RecoursePlan | null = guide.plan();
  say(plan ? [plan.problem, ...plan.channels].join() : "");
  try {
    const blob: Blob = await guide.exportCase("a passphrase");
    const { skipped }: { skipped: number } = await guide.importCase(blob, "a passphrase");
    say(String(skipped));
  } catch (error) {
    const { code, message } = error as RecourseCaseError;
    const known: RecourseCaseErrorCode = code;
    say(`${known}: ${message}`);
  }
}

guide.addEventListener("recourse:ready", ({ detail: { version, knowledge } }) => [version.length, knowledge.length]);
guide.addEventListener("recourse:step", ({ detail }) => { const step: RecourseStep = detail.step; return step; });
guide.addEventListener("recourse:plan", ({ detail }) => { const plan: RecoursePlan = detail; return plan; });
guide.addEventListener("recourse:open", (event) => { event.preventDefault(); return event.detail.channel.length; });
guide.addEventListener("recourse:wipe", ({ detail }) => { const nothing: null = detail; return nothing; });
guide.addEventListener("recourse:error", ({ detail }) => { const code: RecourseErrorCode = detail.code; return code; });
const names: (keyof RecourseEvents)[] = ["recourse:ready", "recourse:step", "recourse:plan", "recourse:open", "recourse:wipe", "recourse:error"];
document.querySelector("recourse-guide")?.before(...names);

// @ts-expect-error There is no such language.
options.lang = "fr";
// @ts-expect-error A passphrase is needed.
void guide.exportCase();
// @ts-expect-error A case is a Blob.
void guide.importCase("a case", "a passphrase");
// @ts-expect-error No event carries what was typed.
guide.addEventListener("recourse:plan", ({ detail }) => detail.story);
// @ts-expect-error There is no such option.
void guide.start({ colour: "red" });
