/** What of the tests in other people's pages is run in the other engines as well. */
import element from "./element.mjs";
import frame from "./frame.mjs";
import hostile from "./hostile.mjs";
import policies from "./policies.mjs";
import shop from "./shop.mjs";

const SENTENCES = [
  "below the fold nothing is loaded until it is seen",
  "start() loads it unseen and goes where it is told",
  "attributes may change at any time and take nothing from the person",
  "moved in the page it keeps everything; removed it stops",
  "removed while loading it starts nothing",
  "storage that is blocked is not missed",
  "a server that calls the program by a wrong type does no harm",
  "the program with one byte changed is refused",
  "the program's script with one byte changed is refused",
  "the records with one byte changed is refused",
  "without the records the static guide stays",
  "where the connection breaks off in the program the static guide stays",
  "ten on one page share one program and keep to themselves",
  "in details, in a dialog and in another shadow tree it starts when it is seen",
  "a shop's problem is understood from the reader's words, and found by the words of the pack",
  "in a sandbox without an origin the whole way can be gone",
  "in the frame the way leads from the words to the door, the sheet of paper and a copy",
  "the host sets, starts, resets and wipes by messages",
  "a pack that the page sends is read in the frame, and its words are understood",
];

const all = { ...element, ...hostile, ...policies, ...shop, ...frame };
/** Every row for the element; of the other two, whom no policy of the page touches, those that are strictest. */
const rows = Object.keys(policies).filter((sentence) => /^under .* the element shows|^under (script-src 'self'|require-trusted.*|style-src 'none') the /.test(sentence));
const chosen = [...SENTENCES, ...rows];
const lost = chosen.filter((sentence) => !(sentence in all));
if (lost.length > 0) throw new Error(`there is no test called: ${lost.join("; ")}`);

/** The tests that every engine can be driven through. */
export const everywhere = Object.fromEntries(chosen.map((sentence) => [sentence, all[sentence]]));

/** What WebKit's driver does not get through: it replaces no text by keys, and misses what moves in a frame that grows. */
const STUCK = [
  "a shop's problem is understood from the reader's words, and found by the words of the pack",
  "in a sandbox without an origin the whole way can be gone",
  "a pack that the page sends is read in the frame, and its words are understood",
];
/** The tests that WebKit can be driven through. */
export const inWebKit = Object.fromEntries(Object.entries(everywhere).filter(([sentence]) => !STUCK.includes(sentence)));
