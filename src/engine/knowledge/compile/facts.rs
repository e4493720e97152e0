//! Compiling facts, conditions, regions, sources and what the set is.

use super::super::mistake::MistakeKind;
use super::super::raw::{RawCondition, RawDoors, RawFact, RawSentence, RawValue};
use super::super::record::{
    ChannelRef, ConditionRef, Fact, FactKind, FactOption, FactRef, Order, Region, Source, TextRef,
    Trace,
};
use super::{Compiler, Place};
use crate::engine::case::Value;
use crate::engine::rule::Condition;

impl Compiler<'_> {
    pub(super) fn about(&mut self) -> (String, i32, i32) {
        let at = Place { file: "about.toml".to_owned(), key: String::new() };
        let Some(about) = &self.raw.about else {
            self.wrong(&at, MistakeKind::Missing("the file"));
            return (String::new(), 0, 0);
        };
        let date = self.day(&about.date, &at.key("date"));
        let valid_until = self.day(&about.valid_until, &at.key("valid-until"));
        (about.version.clone(), date, valid_until)
    }

    pub(super) fn order(&mut self) -> Order {
        let at = Place { file: "order.toml".to_owned(), key: String::new() };
        let raw = self.raw;
        let Some(order) = &raw.order else {
            self.wrong(&at, MistakeKind::Missing("the file"));
            return Order::default();
        };
        let alarm = Some(self.plain_condition(&order.alarm, &at.key("alarm")));
        let key = at.key("lends");
        let lends = (order.lends.iter())
            .map(|(when, id)| (self.plain_condition(when, &key), self.problem_named(id, &key)))
            .collect();
        let home = (order.home.iter())
            .map(|(operator, code)| (*operator, self.region_named(code, &at.key("home"))))
            .collect();
        Order { alarm, lends, home, costs: order.cost.clone(), danger: order.danger.clone() }
    }

    pub(super) fn text(&mut self, sentence: &RawSentence, at: &Place) -> TextRef {
        self.texts.number(sentence, &format!("{}: {}", at.file, at.key))
    }

    pub(super) fn maybe_text(
        &mut self,
        sentence: Option<&RawSentence>,
        at: &Place,
    ) -> Option<TextRef> {
        sentence.map(|sentence| self.text(sentence, at))
    }

    pub(super) fn text_list(
        &mut self,
        sentences: &[RawSentence],
        key: &str,
        at: &Place,
    ) -> Vec<TextRef> {
        sentences
            .iter()
            .enumerate()
            .map(|(place, sentence)| self.text(sentence, &at.nth(key, place)))
            .collect()
    }

    pub(super) fn facts(&mut self) -> Vec<Fact> {
        let raw = self.raw;
        let mut facts = Vec::new();
        for (id, fact) in &raw.facts {
            let at = Place::new("facts", id);
            if (fact.kind == FactKind::Choice) == fact.options.is_empty() {
                self.wrong(
                    &at,
                    MistakeKind::Contradiction("a choice, and only a choice, has options"),
                );
            }
            let this = self.fact_named(id, &at);
            let options = (fact.options.iter().enumerate())
                .map(|(place, option)| FactOption {
                    id: option.id.clone(),
                    name: self.text(&RawSentence::from(option), &at.nth("options", place)),
                    open: option.open,
                })
                .collect();
            let derive = (fact.derive.iter().enumerate())
                .map(|(place, derive)| {
                    let at = at.nth("derive", place);
                    (self.plain_condition(&derive.when, &at), self.value(this, &derive.value, &at))
                })
                .collect();
            let premise = fact
                .premise
                .as_ref()
                .map(|premise| self.plain_condition(premise, &at.key("premise")));
            facts.push(Fact {
                id: id.clone(),
                kind: fact.kind,
                options,
                ask: self.text(&fact.ask, &at.key("ask")),
                help: self.maybe_text(fact.help.as_ref(), &at.key("help")),
                unit: fact.unit.clone(),
                attainable: fact.attainable,
                derive,
                premise,
                trace: self.trace(fact, &at),
            });
        }
        facts
    }

    /// How a fact follows from the doors a person has used.
    fn trace(&mut self, raw: &RawFact, at: &Place) -> Option<Trace> {
        match (&raw.done_by, &raw.since, &raw.answer_of) {
            (None, None, None) => None,
            (Some(doors), None, None) => {
                if !matches!(raw.kind, FactKind::Flag | FactKind::Count) {
                    self.wrong(at, MistakeKind::Contradiction("`done-by` is for flags and counts"));
                }
                Some(Trace::Done(self.doors(doors, &at.key("done-by"))))
            }
            (None, Some(of), None) => Some(Trace::Since(self.fact_named(of, at))),
            (None, None, Some(of)) => Some(Trace::Answer(self.fact_named(of, at))),
            _ => {
                let why = "`done-by`, `since` and `answer-of` exclude each other";
                self.wrong(at, MistakeKind::Contradiction(why));
                None
            }
        }
    }

    pub(super) fn doors(&mut self, raw: &RawDoors, at: &Place) -> Vec<ChannelRef> {
        let is_named_only = raw.operators.is_empty() && raw.kinds.is_empty();
        let mut doors: Vec<ChannelRef> = (self.raw.channels.values().enumerate())
            .filter(|(_, channel)| {
                !is_named_only
                    && (raw.operators.is_empty() || raw.operators.contains(&channel.operator))
                    && (raw.kinds.is_empty() || raw.kinds.contains(&channel.kind))
                    && !raw.not_kinds.contains(&channel.kind)
            })
            .map(|(place, _)| ChannelRef::at(place))
            .collect();
        doors.extend(raw.channels.iter().map(|id| self.channel_named(id, at)).collect::<Vec<_>>());
        let not: Vec<_> = raw.not_channels.iter().map(|id| self.channel_named(id, at)).collect();
        doors.retain(|door| !not.contains(door));
        doors.sort_unstable();
        doors.dedup();
        doors
    }

    /// The value as the fact's kind understands it.
    pub(super) fn value(&mut self, fact: FactRef, raw: &RawValue, at: &Place) -> Value {
        let record = self.raw.facts.values().nth(fact.place());
        let Some(record) = record else { return Value::Flag(false) };
        let value = match (record.kind, raw) {
            (FactKind::Flag, RawValue::Flag(flag)) => Some(Value::Flag(*flag)),
            (FactKind::Count, RawValue::Count(count)) => thousandths(*count).map(Value::Count),
            (FactKind::Choice, RawValue::Word(word)) => record
                .options
                .iter()
                .position(|option| option.id == *word)
                .and_then(|place| u8::try_from(place).ok())
                .map(Value::Choice),
            (FactKind::Date, RawValue::Word(word)) => {
                crate::engine::calendar::day_number(word).map(Value::Day)
            }
            (FactKind::Flag | FactKind::Count | FactKind::Choice | FactKind::Date, _) => None,
        };
        value.unwrap_or_else(|| {
            self.wrong(at, MistakeKind::WrongValue(format!("{raw:?}")));
            Value::Flag(false)
        })
    }

    /// A condition, kept in the common table.
    pub(super) fn when(&mut self, raw: Option<&RawCondition>, at: &Place) -> Option<ConditionRef> {
        let condition = self.plain_condition(raw?, at);
        Some(self.condition(condition))
    }

    pub(super) fn plain_condition(&mut self, raw: &RawCondition, at: &Place) -> Condition {
        match raw {
            RawCondition::Is(fact, value) => {
                let fact = self.fact_named(fact, at);
                Condition::Is(fact, self.value(fact, value, at))
            }
            RawCondition::AtLeast(fact, floor) => {
                let (fact, floor) = self.bound(fact, *floor, at);
                Condition::AtLeast(fact, floor)
            }
            RawCondition::AtMost(fact, ceiling) => {
                let (fact, ceiling) = self.bound(fact, *ceiling, at);
                Condition::AtMost(fact, ceiling)
            }
            RawCondition::All(parts) => Condition::All(self.parts(parts, at)),
            RawCondition::Any(parts) => Condition::Any(self.parts(parts, at)),
            RawCondition::Not(part) => Condition::Not(Box::new(self.plain_condition(part, at))),
        }
    }

    fn parts(&mut self, parts: &[RawCondition], at: &Place) -> Vec<Condition> {
        parts.iter().map(|part| self.plain_condition(part, at)).collect()
    }

    fn bound(&mut self, fact: &str, bound: f64, at: &Place) -> (FactRef, i64) {
        let fact = self.fact_named(fact, at);
        match self.value(fact, &RawValue::Count(bound), at) {
            Value::Count(bound) => (fact, bound),
            Value::Flag(_) | Value::Choice(_) | Value::Day(_) => (fact, 0),
        }
    }

    pub(super) fn regions(&mut self) -> Vec<Region> {
        let raw = self.raw;
        let mut regions = Vec::new();
        for (code, region) in &raw.regions {
            let at = Place::new("regions", code);
            let lists = [
                &region.first_call,
                &region.advice,
                &region.consumer,
                &region.privacy,
                &region.payment,
                &region.content,
                &region.internet_service,
                &region.court,
            ];
            for id in lists.into_iter().flatten() {
                self.channel_named(id, &at);
            }
            regions.push(Region {
                code: code.clone(),
                name: self.text(&region.name, &at.key("name")),
                note: self.text(&region.note, &at.key("note")),
                zone: self.zone_named(&region.tz, &at.key("tz")),
                first_call: (region.first_call.iter())
                    .map(|id| self.channel_named(id, &at.key("first-call")))
                    .collect(),
            });
        }
        regions
    }

    pub(super) fn sources(&mut self) -> Vec<Source> {
        let raw = self.raw;
        let named = self.names.sources.clone();
        (named.iter())
            .filter_map(|key| Some((key, raw.sources.get(key)?)))
            .map(|(key, source)| {
                let at = Place::new("sources", key);
                // Of several addresses the first is shown; descriptions stay whole.
                let address = (source.reference.split(" ; ").next())
                    .and_then(|first| first.split_whitespace().next())
                    .filter(|first| first.starts_with("https://") || first.starts_with("http://"));
                let place = address.unwrap_or(&source.reference);
                let domain = place.split('/').nth(2).unwrap_or(place);
                Source {
                    place: if source.never_link { domain } else { place }.to_owned(),
                    publisher: self.maybe_text(source.publisher.as_ref(), &at.key("publisher")),
                    title: self.maybe_text(source.title.as_ref(), &at.key("title")),
                    date: source.date.clone(),
                    official: source.official,
                }
            })
            .collect()
    }
}

/// A written number in thousandths, if it is one and not absurdly large.
fn thousandths(number: f64) -> Option<i64> {
    let scaled = (number * 1000.0).round();
    #[expect(clippy::cast_possible_truncation, reason = "the range is checked")]
    (scaled.is_finite() && scaled.abs() < 1e15).then_some(scaled as i64)
}
