/** What each rung of a problem says, as formulas, and how to compare it. */
import { among, and, Formulas, iff, merge, nothing, or, say } from "./formula.mjs";

/** The conditions a rung has to pass, by the kind of wall they are. */
function gates({ when, requires, blocked }) {
  const all = [["condition", when], ["requires", requires], ["blocked-by", blocked && { not: blocked }]];
  return all.filter(([, condition]) => condition);
}

const here = ({ regions }) => (regions?.length > 0 ? among("region", regions) : true);

/** For each rung whether it holds, and for each urgent act whether it applies. */
export function bare(problem, facts) {
  const formulas = new Formulas(facts);
  const holds = problem.ladder.map((rung) => {
    const parts = gates(rung).map(([, condition]) => formulas.is("yes", condition));
    return rung.warn ? false : and([here(rung), ...parts]);
  });
  return { holds, urgent: urgent(problem, formulas) };
}

function urgent(problem, formulas) {
  return problem.urgent.map((act) => {
    const open = act.blocked ? formulas.is("notYes", act.blocked) : true;
    return act.warn ? false : and([here(act), open, act.when ? closed(formulas, act.when) : true]);
  });
}

/** What is unknown counts as not so. */
function closed(formulas, condition, verdict = "yes") {
  if (condition.not) return closed(formulas, condition.not, verdict === "yes" ? "notYes" : "yes");
  const parts = condition.all ?? condition.any;
  if (!parts) return formulas.plain.is(verdict, condition);
  const isAll = Boolean(condition.all) === (verdict === "yes");
  return (isAll ? and : or)(parts.map((part) => closed(formulas, part, verdict)));
}

/** For each rung everything that is to be said of it: how it stands and why. */
export function whole(problem, facts) {
  const formulas = new Formulas(facts);
  const says = problem.ladder.map((rung) => iff(here(rung), rung.warn ? say("wall:warn-only") : standing(rung, formulas)));
  return { says, urgent: urgent(problem, formulas) };
}

function standing(rung, formulas) {
  const all = gates(rung);
  const { plain } = formulas;
  const because = merge(all.map(([, gate]) => iff(plain.is("yes", gate), plain.deciding("yes", gate, "because"))));
  const facts = (gate) => iff(plain.is("no", gate), plain.deciding("no", gate, "fact"));
  const lacks = all.map(([, gate]) => iff(formulas.is("no", gate), formulas.lacks(gate)));
  const needs = all.map(([, gate]) => iff(formulas.unknown(gate), formulas.needs(gate)));
  const later = merge([say("later"), ...lacks, because]);
  // A rung for another region is not a wall: it is simply not here.
  const wall = (kind, gate) => iff(formulas.isElsewhere(gate), nothing, merge([say(`wall:${kind}`), facts(gate)]));
  const refused = all.reduceRight((otherwise, [kind, gate]) => iff(formulas.isOutOfReach(gate), wall(kind, gate), otherwise), later);
  const unknown = merge([say("unknown"), ...needs, because]);
  const isShut = or(all.map(([, gate]) => formulas.is("no", gate)));
  const isOpen = and(all.map(([, gate]) => formulas.is("yes", gate)));
  return iff(isOpen, merge([say("yes"), because]), iff(isShut, refused, unknown));
}

/** A list as separate formulas, one for each word it may say. */
export function rulesOf(list, path = true, rules = []) {
  if (list.say) for (const word of list.say) rules.push([word, path]);
  for (const part of list.merge ?? []) rulesOf(part, path, rules);
  if (list.then) {
    rulesOf(list.then, and([path, list.if]), rules);
    if (list.else !== nothing) rulesOf(list.else, and([path, negated(list.if)]), rules);
  }
  return rules;
}

function negated(formula) {
  if (typeof formula === "boolean") return !formula;
  return { not: formula };
}

/** What was said of a rung as we say it: how it stands or what refuses it, what it needs and why; nothing if it is elsewhere. */
export function told(words) {
  if (!words || words.length === 0) return null;
  const facts = (kind) => words.filter((word) => word.startsWith(kind)).map((word) => word.slice(kind.length));
  const wall = words.find((word) => word.startsWith("wall:"));
  if (wall) return tidy([wall.slice("wall:".length), [], facts("fact:")]);
  const how = ["yes", "unknown", "later"].find((word) => words.includes(word));
  const needs = facts("need:");
  return how === "unknown" && needs.includes("region") ? null : tidy([how, needs, facts("because:")]);
}

/** Facts are a set: neither order nor repetition counts. */
export const tidy = (rung) => rung && rung.map((cell) => (Array.isArray(cell) ? [...new Set(cell)].sort() : cell));
