//! Money: whether it is gone, how much, how long ago, and whether it still leaves.

use core::ops::Range;

use super::super::page::Page;
use super::super::phrases::{self, List};
use super::amounts::{self, Amount};
use super::rule::{NO, YES};
use super::{Read, Reading, times};

/// How far behind the words for a loss its amount may begin, in characters.
const BEHIND: usize = 12;

/// What the text says about money.
pub(super) fn read(page: &Page<'_>) -> Vec<Reading> {
    let mut facts = Vec::new();
    let amounts = amounts::read(page);
    let lost = lost(page, &amounts).filter(|_| page.stated(page.list(phrases::BACK)).is_none());
    let kept = page
        .first(page.list(phrases::KEPT))
        .filter(|_| lost.is_none() || !page.has(page.list(phrases::TAKEN)));
    if let Some(range) = kept {
        facts.push(Reading::new("money-lost", NO, page.span(range)));
    } else if let Some(range) = lost {
        facts.push(Reading::new("money-lost", YES, page.span(range.clone())));
        if let Some(amount) = lost_amount(page, &amounts) {
            let value = Read::Count(amount.thousandths);
            facts.push(Reading {
                fact: "amount-lost",
                value,
                span: page.span(amount.range.clone()),
                currency: amount.currency,
            });
        }
        // The day a business closed is not the day it was paid.
        let is_closing = page.every(page.list(phrases::CLOSED)).any(|closed| closed == range);
        let when = || times::hours_ago(page).or_else(|| times::named(page, &range));
        if let Some((hours, range)) = (!is_closing).then(when).flatten() {
            let value = Read::Count(hours);
            facts.push(Reading::new("hours-since-loss", value, page.span(range)));
        }
    }
    super::rule::apply(phrases::LOSS, page, &mut facts);
    let spending =
        child(page).and_then(|child| page.stated(page.list(phrases::SPENDING)).map(|_| child));
    if let Some(range) = spending {
        facts.push(Reading::new("payer-is-minor", YES, page.span(range)));
    }
    facts
}

/// The words that say that money is gone.
fn lost(page: &Page<'_>, amounts: &[Amount]) -> Option<Range<usize>> {
    let near_amount = |range: &Range<usize>| {
        let reach = if page.chars.get(range.start).is_some_and(char::is_ascii) { 40 } else { 12 };
        amounts.iter().filter(|amount| amount.thousandths >= 10_000).any(|amount| {
            amount.range.start < range.end + reach && range.start < amount.range.end + reach
        })
    };
    if let Some(range) = page.stated(page.list(phrases::TAKEN)) {
        return Some(range);
    }
    let paid = page.stated(page.list(phrases::PAID));
    let cheated =
        page.stated(page.list(phrases::CHEAT)).is_some() && !page.has(page.list(phrases::HELD));
    if let Some(range) = paid.filter(|_| cheated) {
        // "Pay 100 first, then you get it back" has not been paid.
        let is_asked =
            |range: &Range<usize>| page.before(page.list(phrases::ASKED), range.start, 3);
        let mut payments = page.every(page.list(phrases::PAID)).filter(|range| !is_asked(range));
        let some = payments.find(|range| near_amount(range));
        let whole = page.first(page.list(phrases::WHOLE));
        if let Some(range) = some.or(whole) {
            return Some(range);
        }
        // A deposit named as such was paid when the other side has vanished.
        let deposit = page.list(phrases::DEPOSIT);
        if amounts.iter().any(|amount| page.after(deposit, amount.range.end, 3)) {
            return Some(range);
        }
    }
    let pair = |first: List, second: List| {
        page.stated(page.list(first)).filter(|_| page.stated(page.list(second)).is_some())
    };
    pair(phrases::WRONG, phrases::ACCEPTED)
        .or_else(|| pair(phrases::CLOSED, phrases::INSIDE))
        .or_else(|| {
            let spent = page.every(page.list(phrases::SPENDING)).find(|range| near_amount(range));
            child(page).and(spent)
        })
        .or_else(|| {
            let sent = page.stated(page.list(phrases::HANDED));
            sent.filter(|range| near_amount(range))
        })
        .or_else(|| {
            let is_gone = |amount: &&Amount| {
                let start = amount.range.start;
                amount.money
                    && page.before(page.list(phrases::ROBBED), start, BEHIND)
                    && !page.negated(start)
            };
            amounts.iter().find(is_gone).map(|amount| amount.range.clone())
        })
}

/// The words that say that a child is meant.
fn child(page: &Page<'_>) -> Option<Range<usize>> {
    page.stated(page.list(phrases::CHILD)).filter(|_| !page.has(page.list(phrases::GIVEN)))
}

/// The amount that was lost, when exactly one amount can be it.
fn lost_amount<'a>(page: &Page<'_>, amounts: &'a [Amount]) -> Option<&'a Amount> {
    let total = amounts.iter().find(|amount| {
        page.before(page.list(phrases::TOTAL), amount.range.start, 8) && plausible(page, amount)
    });
    if total.is_some() {
        return total;
    }
    let candidates: Vec<&Amount> = amounts
        .iter()
        .filter(|amount| {
            plausible(page, amount)
                && !page.before(page.list(phrases::DEMAND), amount.range.start, 5)
        })
        .collect();
    if let [first, rest @ ..] = candidates.as_slice()
        && rest.iter().all(|amount| amount.thousandths == first.thousandths)
    {
        return Some(first);
    }
    // "He had me pay 50,000, and I did."
    let mut asked = amounts.iter().filter(|amount| plausible(page, amount));
    if let (Some(only), None, true) =
        (asked.next(), asked.next(), page.has(page.list(phrases::DONE)))
    {
        return Some(only);
    }
    let mut said = candidates
        .into_iter()
        .filter(|amount| page.before(page.list(phrases::PAYING), amount.range.start, 6));
    said.next().filter(|_| said.next().is_none())
}

/// Whether a number is money at all: it says so, or paying stands right beside it.
fn plausible(page: &Page<'_>, amount: &Amount) -> bool {
    let large = amount.thousandths >= 10_000;
    let beside = page.before(page.list(phrases::PAYING), amount.range.start, 5)
        || page.after(page.list(phrases::GONE), amount.range.end, 4);
    large && (amount.money || beside)
}
