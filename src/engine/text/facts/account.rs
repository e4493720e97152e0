//! The account: who is in it, who is locked out, what the notice says, what was used and fixed.

use super::Read;
use super::rule::{NO, Rule, YES};

const BANNED: &str = "封号|被封|封了|封禁|限制登录|banned|blocked|suspended|permanently|停用|注册|ban|restricted|处罚";
const INTRUSION: &str = "盗|被登|登了去|别人登|在别的手机|别的手机上登|人登了|hacked|stolen|someone|挤下线|踢出来|踢下来|六位数|验证码|借钱|借五千|要钱|\
    intruder|set a pin|login elsewhere|怪视频|顶下来|给好友|taken over|黑客";

/// Rules about the account and the penalty.
pub(super) const RULES: &[Rule] = &[
    Rule::new("intruder-active", NO, "不是被盗|没被盗|不是盗号|no one hacked|not hacked|was not hacked|no one else is in|没人动过|不是被人盗").unless("是不是被"),
    Rule::new("intruder-active", YES, "给我~发要钱|给我好友发|给我朋友发|给我客户发|给我同学发|给我老同学|骗我同学|骗我朋友|骗我亲戚|在群里~借|用我~账号~问|用我账号|用我微信|用我的号|拿我号|\
        拿我的号|拿我微信|挨个借|我在~借钱|在我朋友圈发|在我朋友圈|别的手机上登录|在别的手机登录|在别处登录|对方还online|收到\"我\"|\"我\"在家族|\
        \"我\"在群|\"我\"问|不停问人借|问我家人|问我朋友借|问我客户|收到~我~传的|收到他发的|我发的借钱|好友说我在借|说我在借钱|说我问|朋友说我~借|kick出|\
        被人登走|让人登了|登了去|被盗客登|正骂我|骂我亲戚|人家登着|别人登着|别人在登|有人在登|正在用我|冒我发|号~在发|someone login|\
        someone is using my|someone else is using|is messaging my|messaging my|messaging all my|\
        asking my friends|asking my contacts|asking everybody|asking everyone|asking all my|\
        is sending links|sending links to|is asking everybody|they set a pin|\
        he is in my account|someone is in my|is in my account|using my account to|\
        password and linked email both changed|changed my password|changed the password and|\
        writing to my contacts from my|posting as me|from my account|login from|使用我的账号").unless("冒充|假号|fake profile|my own account is fine|i changed the password just"),
    Rule::new("locked-out", NO, "自己~照用|自己部机照用|照用到|still login on my|my own account is fine|我还能登|我自己还登着|i am still login|\
        我这边还能用|我的号也没丢|自己个号没事|still have access|can still login").beside("盗|借钱|hacked|sending|account is fine|linked|code"),
    Rule::new("locked-out", YES, "登不上|登不上去|上不去|登不进|进不去|登不返|登不回|登录不到|登录不了|登不了|登录不上|登不到|挤下线|踢下线|踢出来|踢出去|把我踢|顶下线|被踢|收不到~他还在|\
        叫我重新验证|密码怎么输都不对|locked out|cannot get in|cannot get back in|cannot login|locked me out|\
        my own locked account|lost access|no longer login|kicked me out|could not login").beside(INTRUSION).unless("是不是被盗|企业微信|小程序|公众号|vpn|网页版|kicked out but"),
    Rule::new("locked-out", YES, "忘~登不上|i cannot get in|cannot approve anything|locked out of my").unless(BANNED),
    Rule::new("notice-kind", Read::Choice("permanent"), "永久封|永久限制|永久停|永久被封|永久冻结|永久禁|被永封|永封|永久|死刑|permanently ban*|permanently block*|\
        permanently disabled|permanently suspended|permanent ban|permanently closed|\
        permanent block|banned permanently|banned for life|终身封").unless("会不会升级成永久|升级成永久|会不会永久|会变永久|永久删除|变成永久|会永久|能永久|怕永久"),
    Rule::new("notice-kind", Read::Choice("warning"), "预警|收到~警告|警告信|违规警告|警告5|警告3|警告7|警告~整改|警告,|站内信警告|日内调整|日内整改|限期整改|要求整改|逾期将|\
        violation letter~rectify|rectify before|warning letter|got a warning|warning notice|\
        received a warning|warning from the platform|分享警告").unless("没收过|别的警告|最早那封警告|没收到警告|没警告|不是警告|下架|without warning|no warning"),
    Rule::new("notice-kind", Read::Choice("penalty"), "被处罚|处罚通知|收到处罚|被罚|封~天|封半年|限制~天|禁~天|暂停服务|被下架|收回了|被收回|封30|封7天|封15|封停~天|banned for~days|\
        for 30 days|suspended overnight|was suspended|got suspended|capability banned|被停用|停了,说|\
        被封~因为|被限制登录|功能被限制|功能被停|api被封|接口被封|判我|blocked~for 30 days|违规扣|处罚原因|处罚理由").unless("没处罚|没被处罚|not a penalty|被停用,但|外挂|冻结"),
    Rule::new("freeze-kind", Read::Choice("judicial"), "公安~冻|有权机关冻结|被有权机关|法院冻结|司法冻结|公安冻结|警察~冻结|法院~冻|frozen by the police|police froze|\
        court froze|frozen by a court|court order|经侦~冻").unless("不是公安|不是法院|是平台还是|还是法院|还是公安"),
    Rule::new("freeze-kind", Read::Choice("risk-control"), "风控|风险控制|交易异常|risk control|risk-control").beside("冻|限制|frozen|freeze|limited|blocked").unless("是风控还是|风控还是"),
    Rule::new("balance-inside", YES, "零钱里~还|零钱里~有|零钱里还剩|零钱还在|零钱里~万|零钱里~千|零钱里~块|零钱通那|零钱通里|零钱通还|里面~没来得及|里面还有~钱|里面有~钱|里面~块没|\
        余额~没取|把零钱提|零钱提出来|钱还在里面|钱在里面|钱包里还有|还有balance|零钱取不出|里面的钱|号里还有~钱|号里有~钱|里头还有~块|里头~千|余额还有|\
        账户里还有|stuck in the wallet|stuck in my wallet|money inside|money in the wallet|\
        still in the wallet|in my wallet|balance inside|money in my 微信|yuan inside|money stuck|\
        still has~yuan|still in my balance").unless("没余额|里面没钱|没钱在|no money inside|wallet is empty"),
    Rule::new("used-unofficial-client", NO, "没用过外挂|没用外挂|没用过插件|没用过改版|没装过|没用任何外挂|没用过第三方|没开外挂|从没用过外挂|没用过任何|never used a mod*|\
        never used any mod*|no mods|not used any third party|never used gb*|\
        only ever used the official|official app only|没用什么外挂|一直用官方|都是官方"),
    Rule::new("used-unofficial-client", YES, "用了~外挂|用了~scrm|用了~脚本|用了~插件|用了~软件群发|用了个~脚本|用了个~软件|装了~非官方|装了~改版|装了个改版|装了非官方|装了个自动|装了~外挂|\
        装了~插件|用过外挂|用外挂|自己写~hook|自己写的~脚本|开了~外挂|用改版|用了改版|下了~改版|用了~抢红包|用模拟器|用了模拟器|用了多开|用群发软件|用了群控|\
        用了~机器人|gbwhatsapp~ban*|used gb*|using gb*|gb whatsapp|gbwhatsapp|modded~apk|\
        unofficial library|used a mod*|using a mod*|installed a mod*|used an unofficial|\
        used a bot|used a script|auto reply tool|whatsapp plus|用了第三方|使用第三方scrm|使用了第三方软件|\
        python bot").unless("说我用|判我用|怀疑我用"),
    Rule::new("fix-done", YES, "已整改|整改完|已经整改|改完了|我们改完|已改完|已经改了|已改|都改了|改好了|已经改成|已经删了|已经删|我已经删|页面都删了|已经卸|已卸载|卸载了|脚本已停|已停用|\
        已经停了|已下线|按钮上周就拆|已经拆了|已发布|已经发布|接上了|新版也过审|已经上线|换返官方|换回官方|整改前后|删了那|线上早就|we removed|\
        we have removed|have removed|removed it|already removed|a page we removed|we fixed|\
        already fixed|have fixed|uninstalled|we have cleaned|cleaned up|shipped|have deleted the|\
        took it down|was removed before|已清理|清理完|已处理完").unless("要整改完|前整改完|整改完成以后|整改完之后|改完以后|点\"已整改\"|还没改|没改完|改到一半|still in review|把我删|已被处罚"),
    Rule::new("code-review-passed", YES, "过审了|审核通过并发布|新版已上线|新版也过审|新版本已发布|已发布上线|已过审").unless("没过审|未过审"),
    Rule::new("vpn-on", YES, "开着vpn|挂着vpn|开了vpn|挂了梯子|挂着梯子|vpn is on|vpn on|my vpn on|using a vpn|with a vpn"),
    Rule::new("threatened", YES, "不给~发|要~不给|不给钱|威胁我|威胁要|威胁说|敲诈|勒索|要挟|还在要|发给我~通讯录|发给我家人|发给我老婆|发我通讯录|send给我|pay or|unless i|\
        or my|or else|blackmail*|threaten*|or he will|or they will|he'll post|will post them|\
        post them to|send them to my|says he'll|extort*").beside(SEXUAL).unless("没威胁"),
    Rule::new("intimate-images", YES, SEXUAL).beside("发|录|send|sent|post|pay|要|截图|screenshots|威胁|leak|share|传|have|has|有").unless("拍卖裸|裸辞|裸机|裸钻"),
];

const SEXUAL: &str = "裸聊|裸照|裸体|裸|私密视频|没穿衣|没着衫|不雅|床照|脱光|脱衣|性爱|露点|nude|undressed|intimate|explicit|topless|\
    sex video|sexual|sextortion|masturbat*|without clothes|i sent pictures|private pictures|\
    private photos|没衫|没着衣";
