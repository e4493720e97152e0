//! Facts, amounts and places, each with the words that state it.

use recourse::engine::text::{Read, understand};

use super::{check_sound, model};

#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn facts_are_read_with_their_words() {
    let model = model();
    let yes = Read::Flag(true);
    let no = Read::Flag(false);
    let table: [(&str, &str, Option<Read>); 56] = [
        ("被骗了，刚转了两万，没报警", "money-lost", Some(yes)),
        ("被骗了，刚转了两万，没报警", "amount-lost", Some(Read::Count(20_000_000))),
        ("被骗了，刚转了两万，没报警", "reported-to-police", Some(no)),
        ("报警了，警察说等通知", "reported-to-police", Some(yes)),
        ("要不要报警", "reported-to-police", None),
        ("被骗两千八", "amount-lost", Some(Read::Count(2_800_000))),
        ("被骗1万2", "amount-lost", Some(Read::Count(12_000_000))),
        ("被骗三十多万", "amount-lost", Some(Read::Count(300_000_000))),
        ("Transferred RM8,500 to a fake agent", "amount-lost", Some(Read::Count(8_500_000))),
        ("I was scammed out of $900", "amount-lost", Some(Read::Count(900_000))),
        ("scammed, paid 3k to a fake shop", "amount-lost", Some(Read::Count(3_000_000))),
        ("半小时前被骗走五千", "hours-since-loss", Some(Read::Count(500))),
        ("二十分钟前刚转了五千给骗子", "hours-since-loss", Some(Read::Count(333))),
        ("scammed out of $900 two days ago", "hours-since-loss", Some(Read::Count(48_000))),
        ("他让我转五千，我没转", "money-lost", Some(no)),
        ("骗子要钱，我没给钱", "money-lost", Some(no)),
        ("scammer asked, I did not pay", "money-lost", Some(no)),
        ("被盗刷的钱已经退给我了", "money-lost", None),
        ("差一点就付了，没损失", "money-lost", Some(no)),
        ("卡里的钱一直在被扣", "money-moving-now", Some(yes)),
        ("女儿玩游戏充了三千块", "payer-is-minor", Some(yes)),
        ("我朋友玩游戏充了三千块", "payer-is-minor", None),
        ("微信被永久封号", "notice-kind", Some(Read::Choice("permanent"))),
        ("会不会升级成永久", "notice-kind", None),
        ("收到违规警告，三天内整改", "notice-kind", Some(Read::Choice("warning"))),
        ("小程序被处罚了", "notice-kind", Some(Read::Choice("penalty"))),
        ("申诉两次都被驳回", "appeals-used", Some(Read::Count(2_000))),
        ("平台说可申诉两次，一次也没用", "appeals-used", None),
        ("零钱被公安冻结了", "freeze-kind", Some(Read::Choice("judicial"))),
        ("永久封号了，零钱里还有一万二", "balance-inside", Some(yes)),
        ("没用过外挂，被封了", "used-unofficial-client", Some(no)),
        ("用了GBWhatsApp被封", "used-unofficial-client", Some(yes)),
        ("问题都改好了", "fix-done", Some(yes)),
        ("还没改完，改好了再申诉", "fix-done", None),
        ("商家不退钱", "contacted-merchant", Some(yes)),
        ("裸聊被录了，不给钱就发给我家人", "threatened", Some(yes)),
        ("裸聊被录了，不给钱就发给我家人", "intimate-images", Some(yes)),
        ("零钱正在一笔笔被转出去", "money-moving-now", Some(yes)),
        ("有人正在用我的号转钱", "money-moving-now", Some(yes)),
        ("my card keeps getting charged", "money-moving-now", Some(yes)),
        ("昨天被骗走五千", "hours-since-loss", Some(Read::Count(24_000))),
        ("前天转了两万给骗子", "hours-since-loss", Some(Read::Count(48_000))),
        ("I was scammed out of $900 last night", "hours-since-loss", Some(Read::Count(12_000))),
        ("scammed out of $900 an hour ago", "hours-since-loss", Some(Read::Count(1_000))),
        ("被骗走五千，昨天才发现", "hours-since-loss", None),
        ("申诉两次都被驳回", "last-appeal", Some(Read::Choice("rejected"))),
        ("second appeal was rejected", "last-appeal", Some(Read::Choice("rejected"))),
        ("second appeal was rejected", "appeals-used", Some(Read::Count(2_000))),
        ("申诉交上去了，还在审核中", "last-appeal", Some(Read::Choice("pending"))),
        ("申诉要是被驳回怎么办", "last-appeal", None),
        ("被骗了，转了三千港币", "amount-lost", Some(Read::Count(3_000_000))),
        ("Scammed, I sent ₹45,000", "amount-lost", Some(Read::Count(45_000_000))),
        ("scammed, paid £250 to a fake shop", "amount-lost", Some(Read::Count(250_000))),
        ("He scammed me into sending 3000 yuan", "amount-lost", Some(Read::Count(3_000_000))),
        ("A fake agent, I ended up sending 3000 yuan", "money-lost", Some(yes)),
        ("A fake agent asked about sending 3000 yuan", "money-lost", None),
    ];
    for (text, fact, wanted) in table {
        let read = understand(&model, text);
        check_sound(text, &read);
        let got =
            read.facts.iter().find(|reading| reading.fact == fact).map(|reading| reading.value);
        assert_eq!(got, wanted, "{fact} in {text}");
    }
}

#[test]
fn currencies_are_told_where_the_words_leave_no_doubt() {
    let model = model();
    let table = [
        ("Transferred RM8,500 to a fake agent", Some("MYR")),
        ("被骗了，转了三千港币", Some("HKD")),
        ("被騙咗，轉咗HK$3,000畀個騙子", Some("HKD")),
        ("scammed, paid £250 to a fake shop", Some("GBP")),
        ("Scammed, I sent ₹45,000", Some("INR")),
        ("Scammed, I sent S$450", Some("SGD")),
        ("I was scammed out of 900 USD", Some("USD")),
        ("被骗两千块", None),
        ("I was scammed out of $900", None),
    ];
    for (text, wanted) in table {
        let read = understand(&model, text);
        let amount = read.facts.iter().find(|reading| reading.fact == "amount-lost");
        assert_eq!(amount.expect(text).currency, wanted, "{text}");
    }
}

#[test]
fn evidence_is_the_persons_own_words() {
    let model = model();
    let text = "唉，被騙咗，啱啱過咗數ＲＭ８５００畀個假中介，喺吉隆坡";
    let read = understand(&model, text);
    let span = |fact: &str| {
        read.facts.iter().find(|r| r.fact == fact).and_then(|r| text.get(r.span.clone()))
    };
    assert_eq!(span("amount-lost"), Some("ＲＭ８５００"));
    let (code, place) = read.region.clone().expect("a region");
    assert_eq!((code, text.get(place)), ("MY", Some("吉隆坡")));
}

#[test]
fn places_settle_the_region() {
    let model = model();
    let table = [
        ("我在香港，微信被盗", Some("HK")),
        ("人喺澳門，WhatsApp俾人封咗", Some("MO")),
        ("I live in Dublin and my account is banned", Some("EU")),
        ("my UPI payment is pending", Some("IN")),
        ("从悉尼飞回来，付不了款", None),
        ("my canadian card is declined", None),
        ("微信被盗了", None),
        ("I saw 997 posts and 165 replies", None),
    ];
    for (text, wanted) in table {
        let read = understand(&model, text);
        assert_eq!(read.region.map(|(code, _)| code), wanted, "{text}");
    }
}
