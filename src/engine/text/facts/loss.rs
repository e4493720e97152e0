//! Money: whether it is gone, how much, how long ago, and whether it still leaves.

use core::ops::Range;

use super::super::page::Page;
use super::amounts::{self, Amount};
use super::rule::{NO, Rule, YES};
use super::{Read, Reading, times};

/// Money that was about to go, but did not.
const KEPT: &str = "我没转|没转账|没转给|没给钱|没付|没打钱|没损失|没被骗到|没被骗|没蚀钱|不蚀钱|我没信|没骗到|钱没少|没丢钱|没出钱|没亏|没给他钱|没搭理|没理过他|没交钱|没汇|\
    没让他骗|没中招|did not send any|did not send money|did not send him|did not pay|did not lose|\
    no money lost|nothing lost|lost nothing|have not paid|have not sent|did not click|\
    nothing gone|no money gone|never paid him|never sent money|did not fall for|\
    without losing|no loss|have not lost|did not transfer|not lost any";
/// Money that came back: neither lost nor kept.
const BACK: &str = "已经赔|赔给我了|已退|退回来了|已追回|已经追回|追回来了|已经退给|退给我了|已拿回|拿回来了|全额退了|退了款|refunded me|already refunded|\
    got it back|got my money back|money came back|was refunded|been refunded|\
    returned the money";
/// Words that say outright that money was taken.
const TAKEN: &str = "被骗~块|被骗~千|被骗~万|被骗~百|被骗~钱|骗走|骗了我~千|骗了我~万|骗了我~块|骗了我~百|骗去|被盗刷|盗刷了|被刷~块|被刷~千|被刷~万|被刷~百|刷走|\
    刷掉|被转走|转走了|钱没了|没了~千|没了~万|没了~块|扣了我|扣我~块|扣我~百|扣我~千|突然扣|被扣了|被扣~块|被扣~百|被扣~千|扣了~块|扣了~笔|扣了~次|\
    扣了一年|一直在被扣|在被扣|一直被扣|自动扣款|扣走|被偷~钱|进他口袋|进了别人|往别人那|没到我账|钱一分没到|scammed out of|\
    scammed~out of|lost~euro*|lost~dollar*|lost~$|lost~yuan|lost~rm|lost~£|lost~rupee*|\
    stolen~from my|was debited|got debited|debit ho gaya|was charged|charged me|\
    been charged|charged twice|money is gone|money gone|took my money|took the money|\
    money taken|payments i never made|drained|took payment|lost my savings|lost~savings|\
    lost all my|被骗|骗了~万|骗了~千|卡里空";
/// Paying, as something already done.
const PAID: &str = "转了|转给|转账了|转账给|转过去|转账过去|刚转|已经转|又转|付了|刚付|给了|交了|交|刚交|充了|垫了|垫付了|汇了|打了|打给|投了|充|v他|v了|给他|转账|\
    用银行|花了|刷了|付|扫了|转出|买了|sent|paid|transferred|wired|i pay|deposited|put in|bought|invested|\
    spent|gave|after sending|after paying|after transferring|into sending|into paying|into transferring|\
    ended up sending|ended up paying|by sending|scammed sending|for sending";
/// Signs that the one paid was a cheat or is gone.
const CHEAT: &str = "骗|假|拉黑|把我删|删了我|删除我|不回|失联|关机|退群|block了我|即刻退群|没人回|没人理|不见人|没了消息|跑路|刷单|操作失误|任务没满|再补|保证金|解冻金|\
    裸照|裸聊|威胁|黑客|越想越|联系不上|打不开了|安全账户|被盗|盗了|冒充|扮我|越想越不对|中招|提不出|不能提|提出来又|没回音|诈骗|空号|scam*|fake|\
    blocked me|deleted me|vanished|disappeared|gone|silence|no reply|fraud*|cheat*|\
    pretending|hacked|conned|tricked|bar of soap|excuses|block我|人没了";
/// A payment that went to the wrong person and was taken.
const WRONG: &str = "转错|过错数|错转|手滑|转账错|转账给了|转给了|转账第二个|wrong contact|wrong person|wrong account|错账";
const ACCEPTED: &str = "他当场就收|收了款|就收了|他收了|对方收了|已经收了|收了不|不肯还|不还|被收了|秒收|领了|已收款|accepted it|accepted the|\
    already accepted|she accepted|he accepted";
/// A business that is gone, and money still with it.
const CLOSED: &str =
    "跑了|跑路|搬空|关门|倒闭|封条|拆成|执笠|人去楼空|closed down|went bust|shut down";
const INSIDE: &str =
    "卡里~剩|卡里~有|里余|余~元|充~送|还剩|剩~次|课时费|充了|充值了|prepaid|办了~卡|储值";
/// A child who spent.
const CHILD: &str = "孩子|儿子|女儿|孙子|孙女|我孩子|小学生|弟弟|妹妹|个女得|my son|my daughter|my kid|my child|year old|-year-old|\
    my boy|my girl|daughter|grandson|granddaughter|my niece|my nephew|外甥|侄子";
const SPENDING: &str = "充了|充钱|充值|充游戏|充掉|乱充|偷充|充皮肤|刷了|刷掉|刷礼物|刷我|打赏|花了|花掉|买皮肤|买游戏|买装备|买了~块|买了~百|买了~千|买了~万|送礼物|\
    充个不停|spent|top up了|topped up|has bought|bought|tipped";

/// Rules about money still leaving.
pub(super) const RULES: &[Rule] = &[Rule::new(
    "money-moving-now",
    YES,
    "还在扣|一直在扣|一直在被扣|不停扣|不断扣|还在转|正在扣|正在转走|一笔一笔往|一条接一条|一笔接一笔|还在被刷|还在刷|还在往外|正一笔|不停地扣|一直扣|\
        still being charged|still being taken|keeps charging|still leaving|money is leaving|\
        still going out|being charged right now|keeps taking|still draining|\
        draining~wallet|draining~account|draining~balance|draining~bank|draining~card|\
        draining~money|emptying~wallet|emptying~account|正在被转走|正在被盗刷|正在一笔|一笔笔被|一笔笔往|一笔一笔被|\
        一笔笔转|一笔笔扣|正在用我~转账|正在往外转|还在往外|还在转账|钱正在|正在转我|\
        being transferred out|transferring my money|is still taking|money is going out|money keeps|\
        keep getting charged|keeps getting charged|keep charging|one after another~gone|\
        transactions keep|charges keep|payments keep|another charge just|taking money right now",
)];

/// What the text says about money.
pub(super) fn read(page: &Page<'_>) -> Vec<Reading> {
    let mut facts = Vec::new();
    let amounts = amounts::read(page);
    let lost = lost(page, &amounts).filter(|_| page.stated(BACK).is_none());
    let kept = page.first(KEPT).filter(|_| lost.is_none() || !page.has(TAKEN));
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
        if let Some((hours, range)) = times::hours_ago(page).or_else(|| times::named(page, &range))
        {
            let value = Read::Count(hours);
            facts.push(Reading::new("hours-since-loss", value, page.span(range)));
        }
    }
    super::rule::apply(RULES, page, &mut facts);
    let spending = child(page).and_then(|child| page.stated(SPENDING).map(|_| child));
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
    if let Some(range) = page.stated(TAKEN) {
        return Some(range);
    }
    let paid = page.stated(PAID);
    let cheated = page.stated(CHEAT).is_some() && !page.has("冻结|冻了|给冻|frozen");
    if let Some(range) = paid.filter(|_| cheated) {
        let some = page.every(PAID).find(|range| near_amount(range));
        let whole = page.first("钱都转|钱~都转|把钱转|sent a pix|都转");
        if let Some(range) = some.or(whole) {
            return Some(range);
        }
        // A deposit named as such was paid when the other side has vanished.
        if amounts.iter().any(|amount| page.after("定金|押金|deposit", amount.range.end, 3)) {
            return Some(range);
        }
    }
    let pair =
        |first: &str, second: &str| page.stated(first).filter(|_| page.stated(second).is_some());
    pair(WRONG, ACCEPTED)
        .or_else(|| pair(CLOSED, INSIDE))
        .or_else(|| {
            let spent = page.every(SPENDING).find(|range| near_amount(range));
            child(page).and(spent)
        })
        .or_else(|| {
            let sent = page.stated("转给了|转账给了");
            sent.filter(|range| near_amount(range))
        })
}

/// The words that say that a child is meant.
fn child(page: &Page<'_>) -> Option<Range<usize>> {
    page.stated(CHILD).filter(|_| !page.has("我儿子给我转|孩子给我转"))
}

/// Asked for, promised, or left: not lost.
const DEMAND: &str = "给了我|给我|余额|额度|原价|运费|要我|要你|先要|要再|再转|再补|再充|再交|先交|返我|返|退了|退|提现|限额|赔|奖|送|让我|月薪|工资|罚|fee|\
    wants|want|asking for|ask for|asks for|another|more|bonus|earn|salary|each|每笔|每次|per|\
    unless i send|demand*|还要|又要|好评|只要";
/// Said of what was lost.
const LOSS: &str = "转了|转给|刚转|转账|付了|给了|交了|刚交|先交|充了|充|垫了|汇了|打了|投了|骗了|被骗|骗走|扣了|扣我|被扣|花了|刷了|刷掉|刷走|没了|少了|转走|买了|共|\
    一共|总共|加起来|加一块|付|里余|v他|前后|sent|paid|transferred|wired|lost|charged|debited|spent|out of|\
    sending|paying|transferring|total|deposited|took|for";
const TOTAL: &str = "共|一共|总共|加起来|加一块|合计|总计|前前后后|前后|total|altogether|in all|成";

/// The amount that was lost, when exactly one amount can be it.
fn lost_amount<'a>(page: &Page<'_>, amounts: &'a [Amount]) -> Option<&'a Amount> {
    let total = amounts
        .iter()
        .find(|amount| page.before(TOTAL, amount.range.start, 8) && plausible(page, amount));
    if total.is_some() {
        return total;
    }
    let candidates: Vec<&Amount> = amounts
        .iter()
        .filter(|amount| plausible(page, amount) && !page.before(DEMAND, amount.range.start, 5))
        .collect();
    if let [first, rest @ ..] = candidates.as_slice()
        && rest.iter().all(|amount| amount.thousandths == first.thousandths)
    {
        return Some(first);
    }
    // "He had me pay 50,000, and I did."
    let mut asked = amounts.iter().filter(|amount| plausible(page, amount));
    if let (Some(only), None, true) = (asked.next(), asked.next(), page.has(DONE)) {
        return Some(only);
    }
    let mut said = candidates.into_iter().filter(|amount| page.before(LOSS, amount.range.start, 6));
    said.next().filter(|_| said.next().is_none())
}

/// What was asked for has been paid.
const DONE: &str =
    "已经转|转过去了|转账过去|刚转|so i sent|sent it|and i sent|i paid|付过去了|打过去了";

/// Whether a number is money at all: it says so, or paying stands right beside it.
fn plausible(page: &Page<'_>, amount: &Amount) -> bool {
    let large = amount.thousandths >= 10_000;
    let beside = page.before(LOSS, amount.range.start, 5)
        || page.after(
            "定金|押金|预付|解冻金|保证金|被骗|打水漂|没了|to|on|被收",
            amount.range.end,
            4,
        );
    large && (amount.money || beside)
}

/// Every list of phrases above, for the test that they are written as they are read.
#[cfg(test)]
pub(super) const LISTS: &[&str] = &[
    KEPT, BACK, TAKEN, PAID, CHEAT, WRONG, ACCEPTED, CLOSED, INSIDE, CHILD, SPENDING, DEMAND, LOSS,
    TOTAL, DONE,
];
