//! Facts, amounts and places, each with the words that state it.

use recourse::engine::case::{Case, Value};
use recourse::engine::heard::hear;
use recourse::engine::text::{Read, understand};

use super::{check_sound, model};
use crate::cases::core;

#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn facts_are_read_with_their_words() {
    let model = model();
    let yes = Read::Flag(true);
    let no = Read::Flag(false);
    let table: [(&str, &str, Option<Read>); 126] = [
        ("被骗了，刚转了两万，没报警", "money-lost", Some(yes)),
        ("被骗了，刚转了两万，没报警", "amount-lost", Some(Read::Count(20_000_000))),
        ("被骗了，刚转了两万，没报警", "reported-to-police", Some(no)),
        ("报警了，警察说等通知", "reported-to-police", Some(yes)),
        ("要不要报警", "reported-to-police", None),
        ("被骗两千八", "amount-lost", Some(Read::Count(2_800_000))),
        ("被骗1万2", "amount-lost", Some(Read::Count(12_000_000))),
        ("骗了我２０００元", "amount-lost", Some(Read::Count(2_000_000))),
        ("他骗我一千五", "amount-lost", Some(Read::Count(1_500_000))),
        ("他没骗我一千五", "money-lost", None),
        ("lost €200 yesterday", "amount-lost", Some(Read::Count(200_000))),
        ("lost 5k to a fake shop", "amount-lost", Some(Read::Count(5_000_000))),
        ("lost 5000 followers", "money-lost", None),
        ("lost five thousand followers", "money-lost", None),
        ("lost 5k followers", "money-lost", None),
        ("lost two thousand five hundred dollars", "amount-lost", Some(Read::Count(2_500_000))),
        ("Lost Twenty-Five grand to a fake broker", "amount-lost", Some(Read::Count(25_000_000))),
        ("scammed out of a hundred and twenty pounds", "amount-lost", Some(Read::Count(120_000))),
        ("scammed, I paid fifteen hundred", "amount-lost", Some(Read::Count(1_500_000))),
        ("they stole three lakh rupees from me", "amount-lost", Some(Read::Count(300_000_000))),
        ("I have told them a million times, I was scammed", "amount-lost", None),
        ("scammed, I paid one two three", "amount-lost", None),
        ("scammed, paid ten minutes ago", "amount-lost", None),
        ("scammed, paid for thirty chairs", "amount-lost", None),
        ("scammed, sent five hundred and a photo", "amount-lost", Some(Read::Count(500_000))),
        ("they stole $400 from me", "amount-lost", Some(Read::Count(400_000))),
        ("a man on WhatsApp took 3000 from me", "amount-lost", Some(Read::Count(3_000_000))),
        ("a man on WhatsApp took it from me", "money-lost", None),
        ("被骗三十多万", "amount-lost", Some(Read::Count(300_000_000))),
        ("Transferred RM8,500 to a fake agent", "amount-lost", Some(Read::Count(8_500_000))),
        ("I was scammed out of $900", "amount-lost", Some(Read::Count(900_000))),
        ("scammed, paid 3k to a fake shop", "amount-lost", Some(Read::Count(3_000_000))),
        ("半小时前被骗走五千", "hours-since-loss", Some(Read::Count(500))),
        ("二十分钟前刚转了五千给骗子", "hours-since-loss", Some(Read::Count(333))),
        ("scammed out of $900 two days ago", "hours-since-loss", Some(Read::Count(48_000))),
        ("scammed out of $900 seven hours ago", "hours-since-loss", Some(Read::Count(7_000))),
        ("scammed out of $900 forty-five minutes ago", "hours-since-loss", Some(Read::Count(750))),
        ("scammed out of $900 half a day ago", "hours-since-loss", Some(Read::Count(12_000))),
        ("scammed out of $900 a couple of hours ago", "hours-since-loss", Some(Read::Count(2_000))),
        ("scammed out of $900 a million years ago", "hours-since-loss", None),
        ("被骗走五百三天前", "hours-since-loss", Some(Read::Count(72_000))),
        ("三四天前被骗走五千", "hours-since-loss", None),
        ("被骗走九亿亿亿亿", "amount-lost", Some(Read::Count(i64::MAX))),
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
        ("RM2,000 went out from her Maybank card half an hour ago", "money-lost", Some(yes)),
        (
            "I sent RM500 for a part time job ten minutes ago",
            "hours-since-loss",
            Some(Read::Count(166)),
        ),
        ("刚把两万转到他们说的安全账户", "money-lost", Some(yes)),
        ("刚才银行卡被转走3200", "money-moving-now", Some(yes)),
        ("去年银行卡被转走3200", "money-moving-now", None),
        ("健身房办了5000的卡，还剩三千，昨天关门了", "hours-since-loss", None),
        ("没有别人在用我的号，就是登不上", "intruder-active", Some(no)),
        ("新机主登录后把我挤下来了", "intruder-active", Some(yes)),
        ("They got into my WeChat", "intruder-active", Some(yes)),
        ("啲朋友話收到我叫佢哋買點數卡嘅訊息", "intruder-active", Some(yes)),
        (
            "Somebody opened a WeChat account with my photos and is messaging my family",
            "intruder-active",
            None,
        ),
        ("微信被别人登录了，绑了工行卡", "card-linked", Some(yes)),
        ("绑了工行卡还是付不了款", "card-linked", None),
        ("以前綁的門號停話，收不到簡訊", "gets-sms", Some(no)),
        ("忘了密码，验证码收得到", "gets-sms", Some(yes)),
        ("我已經講咗驗證碼俾佢", "secret-shared", Some(yes)),
        ("他要验证码，我没给", "secret-shared", None),
        ("他拿我的裸照威胁我，我16岁", "victim-is-minor", Some(yes)),
        ("He has my nudes and says he'll post them, I am 15", "victim-is-minor", Some(yes)),
        ("我16岁，微信被封了", "victim-is-minor", None),
        ("微信小店商家5天前拒绝了我的退款申请", "weixin-shop", Some(yes)),
        ("微信小店商家5天前拒绝了我的退款申请", "merchant-answer", Some(Read::Choice("refused"))),
        ("The seller refuses to refund me", "merchant-answer", Some(Read::Choice("refused"))),
        ("买家投诉说商家不退款", "merchant-answer", None),
        ("平台客服拒绝退款", "platform-answer", Some(Read::Choice("refused"))),
        ("转错账给了陌生人800块，他已经收款", "transfer-accepted", Some(yes)),
        ("去派出所报了案", "reported-to-police", Some(yes)),
        ("他让我开会议，我已经开了共享", "secret-shared", Some(yes)),
        ("商家说要先付100保证金才退款", "money-lost", None),
        ("骗子让我先付2万保证金，我付了", "money-lost", Some(yes)),
        ("手机被偷，微信里有钱", "money-lost", None),
        ("A fake officer made me transfer CAD 15,000", "money-lost", Some(yes)),
        ("申訴被駁回，裡面仲有四千蚊", "balance-inside", Some(yes)),
        ("照扣我信用卡", "paid-by-card", Some(yes)),
        ("用信用卡付不了款", "paid-by-card", None),
        ("個仔用我 WeChat Pay 買咗嘢", "intruder-active", None),
        ("儿子偷偷拿我微信买皮肤", "intruder-active", None),
        ("有人用我微信问我家人借钱", "intruder-active", Some(yes)),
        ("scammed, sent 500 aud", "amount-lost", Some(Read::Count(500_000))),
        ("scammed, sent 500£", "amount-lost", Some(Read::Count(500_000))),
        ("叫我先交三千，骗子", "money-lost", None),
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
        ("被骗了，转了三千港元", Some("HKD")),
        ("scammed, sent 500£", Some("GBP")),
        ("scammed out of 900 bucks", None),
        ("被骗两千块", None),
        ("I was scammed out of $900", None),
    ];
    for (text, wanted) in table {
        let read = understand(&model, text);
        let amount = read.facts.iter().find(|reading| reading.fact == "amount-lost");
        assert_eq!(amount.expect(text).currency, wanted, "{text}");
    }
}

/// The records count in yuan; nothing is converted, and no place is guessed.
#[test]
fn a_case_is_told_of_yuan_alone() {
    let (core, model) = (core(), model());
    let [amount, gone] = ["amount-lost", "money-lost"].map(|id| core.fact_named(id).expect(id));
    for (text, is_told) in [
        ("被骗两千块", true),
        ("He scammed me into sending 3000 yuan", true),
        ("Transferred RM8,500 to a fake agent", false),
        ("I was scammed out of $900", false),
        ("被騙咗，過咗兩萬蚊畀佢", false),
    ] {
        let mut case = Case::default();
        hear(core, &model, text).tell(&mut case);
        assert_eq!(case.value(amount).is_some(), is_told, "{text}");
        assert_eq!(case.value(gone), Some(Value::Flag(true)), "{text}");
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
        // The word is said everywhere, and is not Hong Kong's own.
        ("被骗了，警察说没办法", None),
        ("我喺香港俾人呃咗三萬", Some("HK")),
        ("前天晚上在澳门被人换了收款码", Some("MO")),
        ("我是香港人，微信被盗", None),
        ("骗子说他在香港", None),
        ("接到自称上海公安的电话", None),
        ("自称上海公安的人骗我转账，我在悉尼读书", Some("AU")),
        ("The scammer said he lives in London", None),
        ("Frozen by a court in Hangzhou, I live in Singapore", Some("SG")),
        ("A fake shop took HK$3,000", Some("HK")),
        ("我在东京，微信被封", Some("OTHER")),
        ("I saw 997 posts and 165 replies", None),
        ("派出所说不立案", Some("CN")),
        // In Taiwan they are called so too.
        ("派出所說不立案", None),
        ("派出所說不立案，我在台北", Some("TW")),
    ];
    for (text, wanted) in table {
        let read = understand(&model, text);
        assert_eq!(read.region.map(|(code, _)| code), wanted, "{text}");
    }
}
