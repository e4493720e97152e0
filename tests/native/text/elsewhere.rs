//! Facts as businesses and people outside mainland China state them.

use recourse::engine::text::{Read, understand};

use super::{check_sound, model};

#[test]
fn facts_are_read_as_businesses_and_people_elsewhere_state_them() {
    let model = model();
    let yes = Read::Flag(true);
    let no = Read::Flag(false);
    let kind = Read::Choice;
    let table: [(&str, &str, Option<Read>); 32] = [
        ("小程式收到違規通知，不知道是警告還是處罰", "notice-kind", None),
        ("got a letter, is it a warning or a penalty", "notice-kind", None),
        ("第一封警告信里又看到申诉按钮", "notice-kind", None),
        ("WhatsApp 解封一天又被封", "notice-kind", None),
        ("銀行戶口少咗兩萬", "money-lost", Some(yes)),
        ("18,000 rupees went out via UPI", "money-lost", Some(yes)),
        ("payment failed but money debited", "money-lost", Some(yes)),
        ("upi pin not setting, no money deducted", "money-lost", Some(no)),
        ("手機掉了，沒有錢被轉走", "money-lost", Some(no)),
        ("轉咗八萬港紙去一個戶口，個admin封鎖咗我", "money-lost", Some(yes)),
        ("recorded me naked, I already paid 500", "money-lost", Some(yes)),
        ("被騙三十萬，已經打165報案", "reported-to-police", Some(yes)),
        ("lost it last month, police report done", "reported-to-police", Some(yes)),
        ("WhatsApp 登入要一組她沒設過的六位數PIN", "pin-unknown", Some(kind("never-set"))),
        ("WhatsApp asks for a PIN I never created", "pin-unknown", Some(kind("never-set"))),
        ("忘記WhatsApp兩步驗證的PIN", "pin-unknown", Some(kind("forgot"))),
        ("forgot my UPI PIN", "pin-unknown", None),
        ("一直威脅要來找我", "threatened", Some(yes)),
        ("he threatened to come to my house", "threatened", Some(yes)),
        ("他没威胁我", "threatened", None),
        ("申訴交咗五日未有結果", "last-appeal", Some(kind("pending"))),
        ("number is banned, review is pending", "last-appeal", Some(kind("pending"))),
        ("code review pending for nine days", "last-appeal", None),
        ("WhatsApp 被封，請求審查被拒絕了", "last-appeal", Some(kind("rejected"))),
        ("WhatsApp接口是通过服务商开通的", "uses-provider", Some(yes)),
        ("WABA set up without any provider", "uses-provider", Some(no)),
        ("接口被停用，整改已经做完", "fix-done", Some(yes)),
        ("收到警告，新版在审核", "code-review-passed", Some(no)),
        ("收到警告，新版在审核", "fix-needs-code-review", Some(yes)),
        ("提审的新版在审核", "code-review-passed", None),
        (
            "scammed out of 2 lakh rupees 40 minutes back",
            "hours-since-loss",
            Some(Read::Count(666)),
        ),
        ("半個鐘頭前俾人騙走五千", "hours-since-loss", Some(Read::Count(500))),
    ];
    let mut wrong = Vec::new();
    for (text, fact, wanted) in table {
        let read = understand(&model, text);
        check_sound(text, &read);
        let got =
            read.facts.iter().find(|reading| reading.fact == fact).map(|reading| reading.value);
        if got != wanted {
            wrong.push(format!("{fact} in {text}: {got:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
