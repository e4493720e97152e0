/**
 * Conditions with three truth values, written as formulas with two.
 *
 * A formula is `true`, `false`, `{ and: [] }`, `{ or: [] }`, or a comparison
 * `{ op, fact, value }` that is false while the fact is unknown, except `unknown`.
 */

export const and = (parts) => joined("and", parts, true);
export const or = (parts) => joined("or", parts, false);

function joined(word, parts, neutral) {
  const flat = parts.flatMap((part) => part[word] ?? [part]).filter((part) => part !== neutral);
  if (flat.includes(!neutral)) return !neutral;
  return flat.length === 0 ? neutral : flat.length === 1 ? flat[0] : { [word]: flat };
}

const opposite = { yes: "no", no: "yes", notYes: "notNo", notNo: "notYes" };
/** Whether every part has to be so, for a condition whose every part has to hold. */
const isEvery = { yes: true, no: false, notYes: false, notNo: true };

/**
 * The formulas about the conditions over some facts. An unknown fact whose
 * premise does not hold is moot: every comparison with it fails.
 */
export class Formulas {
  constructor(facts, isPlain = false) {
    this.facts = new Map(facts.map((fact) => [fact.id, fact]));
    this.isPlain = isPlain;
    /** The same as if no fact were moot: what decides and what is open is told so. */
    this.plain = isPlain ? this : new Formulas(facts, true);
  }

  /** The formula that is true when the verdict is `yes`, `no`, `notYes` or `notNo`. */
  is(verdict, condition) {
    if (condition.not) return this.is(opposite[verdict], condition.not);
    const parts = condition.all ?? condition.any;
    if (parts) {
      const isAll = Boolean(condition.all) === isEvery[verdict];
      return (isAll ? and : or)(parts.map((part) => this.is(verdict, part)));
    }
    const { fact, yes, no } = this.comparison(condition);
    const { moot, sound } = this.mootness(fact);
    const unknown = { op: "unknown", fact };
    return { yes, no: or([moot, no]), notYes: or([unknown, no]), notNo: or([and([unknown, sound]), yes]) }[verdict];
  }

  /** The formula that is true when the verdict is unknown. */
  unknown(condition) {
    if (!condition.not && !condition.all && !condition.any) {
      const { fact } = this.comparison(condition);
      return and([{ op: "unknown", fact }, this.mootness(fact).sound]);
    }
    return and([this.is("notYes", condition), this.is("notNo", condition)]);
  }

  /** Whether a fact is moot, and whether it is not. */
  mootness(fact) {
    if (this.isPlain || !this.facts.get(fact).premise) return { moot: false, sound: true };
    return { moot: { op: "eq", fact: mootName(fact), value: true }, sound: { op: "unknown", fact: mootName(fact) } };
  }

  /** A comparison: its fact, and when it holds and when it fails. */
  comparison(condition) {
    const [[word, [fact, value]]] = Object.entries(condition);
    if (word === "at-least") return { fact, value, yes: { op: "ge", fact, value }, no: { op: "lt", fact, value } };
    if (word === "at-most") return { fact, value, yes: { op: "le", fact, value }, no: { op: "gt", fact, value } };
    const { kind, options } = this.facts.get(fact);
    const yes = { op: "eq", fact, value };
    if (kind === "flag") return { fact, value, yes, no: { op: "eq", fact, value: !value } };
    if (kind === "choice") return { fact, value, yes, no: among(fact, options.filter((option) => option !== value)) };
    return { fact, value, yes, no: { op: "ne", fact, value } };
  }

  /** Whether it fails even if everything still to be brought about came about. */
  isOutOfReach(condition, positive = true) {
    return this.#reached("no", condition, positive);
  }

  #reached(verdict, condition, positive) {
    if (condition.not) return this.#reached(opposite[verdict], condition.not, !positive);
    const parts = condition.all ?? condition.any;
    if (parts) {
      const isAll = Boolean(condition.all) === isEvery[verdict];
      return (isAll ? and : or)(parts.map((part) => this.#reached(verdict, part, positive)));
    }
    const { fact, ...holds } = this.comparison(condition);
    const isUnmet = verdict === (positive ? "no" : "yes");
    const known = isUnmet ? this.#unmet(condition, positive).stays : holds[verdict];
    if (verdict === "yes") return known;
    const { moot } = this.mootness(fact);
    const isBaseless = positive && this.facts.get(fact).changes ? this.#premise(fact, (premise) => this.isOutOfReach(premise)) : true;
    return or([and([moot, isBaseless]), known]);
  }

  /** Whether it fails even if everything but where the person is were as wished. */
  isElsewhere(condition, verdict = "no") {
    if (condition.not) return this.isElsewhere(condition.not, opposite[verdict]);
    const parts = condition.all ?? condition.any;
    if (parts) {
      const isAll = Boolean(condition.all) === isEvery[verdict];
      return (isAll ? and : or)(parts.map((part) => this.isElsewhere(part, verdict)));
    }
    const { fact, ...holds } = this.comparison(condition);
    return fact === "region" ? holds[verdict] : false;
  }

  /** What is asked of the premise of a fact; nothing if it has none. */
  #premise(fact, ask) {
    const { premise } = this.facts.get(fact);
    return premise ? ask(premise) : false;
  }

  /** When a comparison that stands in the way stays, and when it can come right. */
  #unmet(condition, positive) {
    const { fact, value, yes, no } = this.comparison(condition);
    const { changes, kind, open } = this.facts.get(fact);
    const [unmet, stays, passes] = [positive ? no : yes, { stays: positive ? no : yes, passes: false }, { stays: false, passes: positive ? no : yes }];
    if (!changes) return stays;
    if (condition["at-least"]) return positive ? passes : stays;
    if (condition["at-most"]) return positive ? stays : passes;
    if (kind === "flag") return positive === value ? passes : stays;
    if (kind !== "choice") return passes;
    if (!positive) return open.includes(value) ? passes : stays;
    const others = unmet.op === "in" ? unmet.values : [unmet.value];
    return { stays: among(fact, others.filter((other) => !open.includes(other))), passes: among(fact, others.filter((other) => open.includes(other))) };
  }

  /** The facts that still have to come about. */
  lacks(condition, positive = true) {
    if (condition.not) return this.lacks(condition.not, !positive);
    const parts = condition.all ?? condition.any;
    if (parts) return merge(parts.map((part) => this.lacks(part, positive)));
    const { fact } = this.comparison(condition);
    const own = iff(this.#unmet(condition, positive).passes, say(`need:${fact}`));
    const { moot } = this.mootness(fact);
    if (moot === false || !positive || !this.facts.get(fact).changes) return own;
    const first = this.#premise(fact, (premise) => iff(this.isOutOfReach(premise), nothing, this.lacks(premise)));
    return merge([own, iff(moot, first)]);
  }

  /** The unknown facts that would settle a condition that is unsettled. */
  needs(condition) {
    if (condition.not) return this.needs(condition.not);
    const parts = condition.all ?? condition.any;
    if (parts) return merge(parts.map((part) => iff(this.plain.unknown(part), this.needs(part))));
    const { fact } = this.comparison(condition);
    return iff(this.mootness(fact).sound, say(`need:${fact}`));
  }

  /** The facts that decided a condition whose verdict is `yes` or `no`. */
  deciding(verdict, condition, word) {
    if (condition.not) return this.deciding(opposite[verdict], condition.not, word);
    const parts = condition.all ?? condition.any;
    if (!parts) return say(`${word}:${this.comparison(condition).fact}`);
    return merge(parts.map((part) => iff(this.is(verdict, part), this.deciding(verdict, part, word))));
  }
}

/** The name under which an engine is told that a fact is moot. */
export const mootName = (fact) => `${fact}--moot`;

/** The fact has one of these values. */
export function among(fact, values) {
  if (values.length === 0) return false;
  return values.length === 1 ? { op: "eq", fact, value: values[0] } : { op: "in", fact, values };
}

/*
 * What is said is a list: `{ say: [words] }`, `{ merge: [lists] }`, or
 * `{ if: formula, then: list, else: list }`.
 */

export const say = (...words) => ({ say: words });
export const nothing = say();

export function merge(lists) {
  const flat = lists.flatMap((list) => list.merge ?? [list]).filter((list) => !list.say || list.say.length > 0);
  return flat.length === 0 ? nothing : flat.length === 1 ? flat[0] : { merge: flat };
}

export function iff(formula, then, otherwise = nothing) {
  if (formula === true) return then;
  if (formula === false) return otherwise;
  return { if: formula, then, else: otherwise };
}
