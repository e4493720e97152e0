//! Danger to the person who writes is heard in every spelling; manners of
//! speaking, and what is denied, are not.

use recourse::engine::heard::hear;
use recourse::engine::text::crisis::{Danger, Phrases, danger};

use super::model;
use crate::cases::core;

fn heard(text: &str) -> Option<Danger> {
    let crisis = &core().crisis;
    let phrases =
        Phrases { own_hand: &crisis.own_hand, others: &crisis.others, idioms: &crisis.idioms };
    danger(&model(), text, phrases)
}

#[track_caller]
fn check(wanted: Option<Danger>, texts: &[&str]) {
    let wrong: Vec<&&str> = texts.iter().filter(|text| heard(text) != wanted).collect();
    assert!(wrong.is_empty(), "should be heard as {wanted:?}: {wrong:#?}");
}

#[test]
fn who_speaks_of_their_life_alone_is_told_nothing_of_money() {
    let urgent = |text| hear(core(), &model(), text).emergency;
    assert!(!urgent("我不想活了"));
    assert!(!urgent("I want to kill myself"));
    assert!(urgent("钱全被骗走了，我不想活了"));
    assert!(urgent("he has my nudes and wants money, I want to kill myself"));
}

#[test]
fn danger_from_the_own_hand_is_heard() {
    check(
        Some(Danger::OwnHand),
        &[
            "钱全没了，我不想活了",
            "錢全沒了，我不想活了",
            "被骗光了，真的想死",
            "我想自杀",
            "我想自殺",
            "我要輕生",
            "活着没意思，遗书都写好了",
            "我活不下去了",
            "还不如死了算了",
            "好想从楼上跳楼",
            "想鼠了，号没了",
            "我要紫砂了",
            "死的心都有了",
            "唔想做人",
            "I want to die",
            "i wanna die, all my savings are gone",
            "I'm going to kill myself",
            "kms if I can't get it back",
            "I don't want to live anymore",
            "I dont want to live any more",
            "there is no reason to live",
            "feeling suicidal after this scam",
            "I might end my life",
            "I keep cutting myself",
            "I will unalive myself",
        ],
    );
}

#[test]
fn danger_from_others_is_heard() {
    check(
        Some(Danger::Others),
        &[
            "我老公家暴，还把我微信登走了",
            "他打了我，抢走手机",
            "他要杀我",
            "對方說要弄死我",
            "他拿刀逼我转账",
            "我被绑架了",
            "被关起来逼着骗人",
            "他扣了我的护照",
            "he threatened to kill me",
            "my husband hits me and took my phone",
            "I was kidnapped",
            "they are holding me here and won't let me leave",
            "domestic violence, he reads my WhatsApp",
        ],
    );
}

#[test]
fn manners_of_speaking_are_not_danger() {
    check(
        None,
        &[
            "",
            "笑死我了",
            "气死了，钱退不回来",
            "累死我了",
            "急死了急死了",
            "想死你了",
            "手机死机了",
            "我的号被封死了",
            "卡死了打不开",
            "死活登不上",
            "跳楼价买的东西不退款",
            "买了一把紫砂壶，卖家不退款",
            "自杀式营销的小程序",
            "客服打了我电话",
            "他一直打我电话要验证码",
            "打死我也不信是真客服",
            "道德绑架我退款",
            "不让我走退款流程",
            "老板会杀了我",
            "钱扣着我取不出来",
            "killing it with my new shop",
            "dead phone, can't get the code",
            "my phone died",
            "this app is killing me",
            "my battery is dead",
            "killing myself laughing at this",
            "they hit me with a fee",
            "hit me up on WhatsApp",
            "deadline for the appeal",
            "my account was killed",
            "beats me why it was banned",
            "drop dead gorgeous filter does not work",
        ],
    );
}

#[test]
fn what_is_denied_is_not_danger() {
    check(
        None,
        &[
            "我没有想自杀，只想要回钱",
            "我不会自杀的",
            "他没打了我",
            "I am not suicidal, just angry",
            "I do not want to die, I want my money back",
            "he never threatened to kill me",
        ],
    );
}

#[test]
fn phrases_stand_in_the_spelling_texts_are_folded_into() {
    let model = model();
    let crisis = &core().crisis;
    let lists = [&crisis.own_hand, &crisis.others, &crisis.idioms];
    let phrases: Vec<&str> = lists.into_iter().flat_map(|list| list.split('|')).collect();
    let mut changed = Vec::new();
    for (at, phrase) in phrases.iter().enumerate() {
        let plain = phrase.trim_end_matches('*');
        let read: String = model.normalize(plain).chars.into_iter().collect();
        if read != plain {
            changed.push(format!("{plain} is read {read}"));
        }
        if phrases[..at].contains(phrase) {
            changed.push(format!("{phrase} stands twice"));
        }
    }
    assert!(changed.is_empty(), "{changed:#?}");
}
