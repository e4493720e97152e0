//! Who has been asked already: the platform, the merchant, the police; and what came of it.

use super::Read;
use super::rule::{NO, Rule, YES};

/// Signs that "customer service" means the merchant's own.
const BUYING: &str =
    "小程序|买的|下单|订的|订单|店家|网店|买了|团购|退票|bought|seller|ordered|the shop|游戏那边";
const OPERATOR: &str = "商户号|提审|审核|收款|处罚|下架|申诉|服务商|代运营|结算|后台|封|我们小程序|公司|merchant here|our|we |mp后台";

/// Rules about complaints already made.
pub(super) const RULES: &[Rule] = &[
    Rule::new("reported-to-police", NO, "没报警|还没报警|未报警|没去报警|还没去报警|没敢报警|不敢报警|没报过警|have not reported|not reported to the police|\
        have not called the police|did not report|not gone to the police|no police report|\
        have not gone to the police"),
    Rule::new("reported-to-police", YES, "报警了|已报警|已经报警|报过警|报了警|去了派出所|去派出所,|派出所~不立案|警察~不立案|立案了|已立案|警察说|派出所说|去警察,|报了警察|\
        police already took|filed a police report|made a police report|reported to the police|\
        reported it to the police|police report filed|told the police|police took a report|\
        went to the police|lodged a police report|已落口供|落了口供").unless("要不要报警|报警了有用吗|报警有用吗"),
    Rule::new("contacted-merchant", YES, "商家~不退|商家~不认|商家~不肯|商家~不给|商家~不理|商家~拒|商家说|商家要|商家让|商家不|被商家拒|商家拖|卖家~不退|卖家~不认|卖家~不肯|卖家~不给|\
        卖家~不理|卖家说|卖家拒|卖家让|店家说|店家不|店家~不退|店家~不认|店家~不肯|店家~不给|店家~不理|店家拒|店主说|老板电话空号|老板说|老板不认|老板~不退|\
        前台说|答应退款|售后~拒|售后说|跟商家|联系商家|联系过商家|找过商家|找商家|问商家|再问就说|找老板|给他打电话~不退|seller~refus*|\
        seller said|seller says|seller will not|seller does not|shop refuses|\
        the shop will not refund|merchant refus*|merchant said|merchant says|merchant will not|\
        contacted the merchant|asked the merchant|contacted the seller|messaged the seller|\
        emailed the seller|messaged their|they read my messages|with them in writing|\
        asked the shop|operator says|their support|their customer service").unless("我是商家|没找商家|没联系商家|我们商家"),
    Rule::new("contacted-merchant", YES, "客服说|客服让|客服不|找客服|在线客服|问客服|客服拒|客服一直|联系客服").beside(BUYING).unless(OPERATOR),
    Rule::new("appeals-used", Read::Count(0), "先别点申诉|还没申诉|没申诉过|还未申诉|先别点对吧|not appealed yet|have not appealed")
        .beside("申诉|appeal*"),
    Rule::new("appeals-used", Read::Count(3_000), "申诉三次|申诉三回|申诉了三次|申诉过三次|申诉成功三回|三次申诉|申诉了3次|申诉3次|3次申诉|all three appeals|three appeals|\
        appealed three times")
        .unless("第三次申诉|qq|抖音|淘宝"),
    Rule::new("appeals-used", Read::Count(2_000), "两次申诉|申诉两次|申诉了两次|申诉了2次|申诉2次|2次申诉|二次申诉~驳|两次~驳|第一次申诉~第二次|两回申诉|申诉两回|both appeals|\
        two appeals|appealed twice|two rejected appeals|第二次申诉~驳|第二次也驳|第二次我们补|第二次申诉~没过|\
        第二次申诉~不通过|second appeal~reject*|second appeal~denied|second appeal~refused|\
        second appeal failed|appealed two times|appealed 2 times|2 appeals").unless("抖音|淘宝|qq|头条|可申诉两次|可以申诉|能申诉两次|一次也|还没用|最多|只能申诉"),
    Rule::new("appeals-used", Read::Count(1_000), "申诉了一次|申诉过一次|第一次申诉~驳|first appeal~reject*|appealed once|one appeal rejected")
        .unless("就一次|只能申诉一次|只有一次|一次机会|第二次|次数已用完|没次数"),
    Rule::new("last-appeal", Read::Choice("rejected"), "申诉~驳|申诉~不通过|申诉~没过|申诉~没通过|申诉~未通过|申诉失败|申诉~被拒|申诉~拒了|申诉~维持|驳回~申诉|\
        appeal~reject*|appeal~denied|appeal~refused|appeal~turned down|appeal~declined|appeal~failed|\
        rejected~appeal|denied~appeal|appealed~reject*|appealed~denied|rejected appeals|两次都被驳|两次都驳|\
        appeals rejected|review was denied|review was rejected").unless("怕被驳|会不会被驳|如果驳回|如果被驳|驳回怎么办|驳回了怎么办|又申诉|再申诉了|if~rejected|appealed again|申诉成功"),
    Rule::new("last-appeal", Read::Choice("pending"), "申诉~还在审|申诉~审核中|申诉~没回音|申诉~没消息|申诉~没结果|申诉~没回复|申诉~在等|申诉中|申诉~石沉大海|appeal~pending|\
        appeal~in review|appeal~no reply|appeal~no answer|appeal~no response|waiting for my appeal|appeal~not heard")
        .unless("驳|不通过|没过|reject*|denied"),
    Rule::new("contacted-platform", YES, "微信客服|腾讯客服|平台客服|电话客服|平台~回|平台~答复|平台不受理|点过投诉|投诉过|跟腾讯|腾讯~维持|来回工单|提了工单|工单|打电话说是|要求覆核|点了复核|\
        按了~覆核|按了要求|申请了复核|support is giving|support says|support said|asked support|\
        contacted support|emailed support|emails to support|wrote to support|meta chat says|\
        support confirmed|pressed request|pressed review|requested a review|requested review|\
        i pressed review|review finished|asked for review|asked for a review|review came back|\
        closed my ticket|my ticket|asked 微信 to|the bot just loops|微信 tells me|support never|\
        submitted a review").unless("\"微信客服\"|会议软件|保证金才|自称微信客服|自称客服|自称腾讯|冒充客服|假客服|话是腾讯客服|自称官方|customer service caller|\
        customer service' caller|小程序买|游戏那边客服|复核在哪|whatsapp自称"),
    Rule::new("contacted-platform", YES, "客服说|客服让|客服复制|客服~回复|客服~自动回复|机器人客服|客服问|问了客服|问过客服|打了客服|打客服|客服解不了|客服只|客服一直|客服净|在线客服|那客服|\
        客服态度|客服回|跟客服|找了客服|客服都|智能客服").unless("小程序里|小程序买|下单|订单|订的|买的|会议|共享|保障|理赔|验证码|游戏那边|冒充|自称|假客服|小程序客服|里面的客服|骗|找客服不"),
    Rule::new("platform-answer", Read::Choice("refused"), "维持原判|维持停用|维持封|未发现违规|回复未违规|upheld the ban|review was denied|review was rejected"),
    Rule::new("transfer-accepted", NO, "还没点收款|没点收款|还没收款|他还没收|对方还没收|not accepted yet|has not accepted|未收款"),
    Rule::new("transfer-accepted", YES, "他当场就收|他收了款|对方收了|对方已收|他收了不|秒收了|she accepted|he accepted|already accepted")
        .beside("转错|错|手滑|wrong|转给"),
    Rule::new("secret-shared", YES, "验证码报给|验证码给了|验证码告诉|验证码念|把验证码~给|填了验证码|验证码~填了|六位数~给|六个数字念给|共享了屏幕|开了屏幕共享|装了~遥控|\
        gave him the code|gave them the code|read him the code|read the code|shared my screen|\
        told him the code|gave the code|forward a code|install a remote").unless("没给|没告诉|没填"),
    Rule::new("gets-sms", NO, "收不到短信|收不到验证码|验证码收不到|不能收短信|号码停机|卡已经注销|code never comes|no sms").beside("旧号|老号|停机|old number|注销"),
    Rule::new("paid-by-card", YES, "信用卡付|paid by credit card|paid by card|paid with my card|信用卡转|用信用卡"),
];
