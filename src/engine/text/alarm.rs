//! Whether help must be shown before anything else.
//!
//! The learnt score decides most texts. Beside it stand phrases that always
//! raise the alarm and phrases that calm it: a missed emergency costs more
//! than a block shown in vain.

use core::ops::Range;

use super::clauses;
use super::facts::{Read, Reading};
use super::fixed;
use super::model::{Model, Scores};
use super::normalize::Normal;
use super::page::Page;

/// Whoever writes one of these needs help first, whatever else the text says.
const ALWAYS: &str = "还在扣|一直在扣|正在转走|刚被骗|刚刚被骗|钱刚转|刚转了~骗|刚转~拉黑|还没挂|正跟骗子|正在跟骗子|跟骗子视频|共享屏幕|屏幕共享|远程控制|遥控app|验证码给了|\
    验证码报给|验证码告诉|被裸聊|裸聊~通讯录|裸照~威胁|不给钱就发|发我通讯录|发给我通讯录|被敲诈|被勒索|手机刚被偷|手机刚被抢|钱正|正在被转|\
    被人盗了|号被盗|微信被盗|whatsapp被盗|被盗用了|安全账户|盗刷|still being charged|keeps charging my|\
    still on the phone with|remote control app|gave him the code|gave them the code|\
    i was scammed|i got scammed|i have been scammed|blackmail*|sextortion|nude~post|send my nude*|just got scammed|just been scammed|whatsapp was hacked|微信 was hacked|got hacked|\
    been hacked|phone was just stolen|phone just got stolen|shared my screen|draining my|\
    digital arrest";
/// What the phrases above do not mean when one of these stands beside them.
const CALM: &str = "没被盗|不是被盗|怎么防|怕被|担心被|会不会被|避免|去年|前年|上年|旧年|年前|半年前|几年前|两年前|三年前|上个月|几个月前|个月前|上周|小时候|曾经|\
    已经追回|已追回|钱追回|已经退|退回了|退回来|原路退|已拿回|拿回来了|已解决|已经解决|找回来了|已找回|已经找回|现在没事|没事了|\
    没损失|一分没|一分钱没|没给|没告诉|没理|没信|没转|没付|没交|没投|没掏|没打钱|没填|没点|没中招|没被骗|没人中招|没人转|没人损失|\
    挂断了|挂掉|挂了电话|撂了|识破|戳破|核实了|是不是骗|好奇|听说|新闻|报纸|教学|last year|years ago|year ago|months ago|weeks ago|last month|\
    last fall|last autumn|last winter|last christmas|last spring|last summer|got it back|already got|recovered|refunded|gave back|resolved|sorted|\
    all good|all square|not hacked|no one hacked|was not hacked|how to avoid|how do i prevent|prevent|did not give|did not share|did not click|did not pay|\
    have not paid|have not sent|not paid|not sent|never paid|never sent|no loss|nothing lost|lost nothing|how can i tell|how do i tell|how do you tell|\
    is it real|is that real|is this real|is it a scam|is this a scam|curious|wiped it|\
    paid nothing|paid no one|gave nothing|put the phone down|rang off|hung up|no one had paid|no one paid|same evening|in 2017|in 2018|in 2019|in 2020|in 2021|in 2022|in 2023|\
    没搭理|没人付|没付过|早拿回|早就拿回|早不追";
/// From this score on nothing calms the learnt alarm.
const LOUD: u16 = 900;

/// The verdict and what it rests on.
pub(super) struct Alarm {
    /// Whether help must be shown at once.
    pub(super) raised: bool,
    /// The score behind it, in permille.
    pub(super) score: u16,
    /// The bytes that raised it.
    pub(super) spans: Vec<Range<usize>>,
}

/// Judges how urgent a text is.
pub(super) fn judge(
    model: &Model,
    text: &Normal,
    page: &Page<'_>,
    scores: &Scores,
    facts: &[Reading],
) -> Alarm {
    // Of words that are hardly known only the phrases tell.
    let score = if scores.is_thin { 0 } else { fixed::chance(scores.alarm) };
    let calmed = page.has(CALM);
    let named = page.stated(ALWAYS).map(|range| page.span(range));
    let named = named.or_else(|| stated(facts)).filter(|_| !calmed);
    // Past losses and warded-off attempts must be twice as convincing.
    let at = model.weights.alarm_at;
    let bar = if calmed { at.saturating_mul(2).min(LOUD) } else { at };
    let is_named = named.is_some();
    let raised = score >= bar || is_named;
    let spans = if raised { named.or_else(|| clauses::loudest(model, text)) } else { None };
    let score = if is_named { score.max(LOUD) } else { score };
    Alarm { raised, score, spans: spans.into_iter().collect() }
}

/// Facts that are an emergency in themselves.
fn stated(facts: &[Reading]) -> Option<Range<usize>> {
    let is = |fact: &str| facts.iter().find(|r| r.fact == fact && r.value == Read::Flag(true));
    let threat = is("threatened").and_then(|_| is("intimate-images"));
    let reading = is("money-moving-now").or_else(|| is("intruder-active")).or(threat)?;
    Some(reading.span.clone())
}

/// Every list of phrases above, for the test that they are written as they are read.
#[cfg(test)]
pub(super) const LISTS: [&str; 2] = [ALWAYS, CALM];
