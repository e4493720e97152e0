//! Where the person is, read from places and institutions.

use core::ops::Range;

use super::page::Page;

/// Places and institutions, by region.
const PLACES: &[(&str, &str)] = &[
    (
        "CN",
        "北京|上海|广州|深圳|杭州|南京|成都|重庆|武汉|西安|天津|苏州|长沙|郑州|青岛|大连|沈阳|哈尔滨|昆明|厦门|福州|合肥|济南|义乌|东莞|佛山|宁波|无锡|贵阳|\
        南宁|太原|兰州|石家庄|温州|珠海|河南|河北|山东|四川|湖南|湖北|江苏|浙江|福建|安徽|江西|云南|贵州|甘肃|新疆|内蒙|辽宁|吉林|黑龙江|山西|陕西|广西|\
        海南|12315|12345|12381|12377|96110|工信部|商务局|市监局|市场监管局|国家反诈|派出所|外省公安|人在大陆|人在国内|大陆境内|beijing|\
        shanghai|shenzhen|guangzhou|hangzhou|chengdu|chongqing|xi'an|wuhan|nanjing|suzhou|\
        mainland china|miit|qingdao|kunming|xiamen",
    ),
    (
        "HK",
        "香港|九龙|旺角|观塘|铜锣湾|新界|沙田|荃湾|屯门|元朗|深水埗|中环|尖沙咀|hong kong|hk|hongkong|港币|hk$|hkd|18222|消委会|警察|\
        私隐专员|kowloon|金管局|将军澳|天水围|大埔|微信支付 hk|支付hk",
    ),
    ("MO", "澳门|macau|macao|氹仔|mop|葡币"),
    (
        "TW",
        "台湾|台北|台中|高雄|新北|桃园|台南|新竹|基隆|嘉义|屏东|花莲|宜兰|taiwan|taipei|kaohsiung|taichung|打165|给165|165报警|\
        反诈165|新台币|台币|nt$|ntd|消保官|台胞",
    ),
    ("SG", "新加坡|singapore|狮城|坡币|新币|sgd|call 1799|打1799|裕廊|宏茂桥|posb|paynow|s$"),
    (
        "MY",
        "马来西亚|吉隆坡|槟城|新山|怡保|柔佛|沙巴|砂拉越|马币|令吉|大马|malaysia|malaysian number|kuala lumpur|penang|\
        johor|ipoh|rm|myr|call 997|打997|nsrc|maybank|kl|kuching|bukit aman|touch n go|马六甲",
    ),
    ("BN", "文莱|brunei|bandar seri"),
    ("TH", "泰国|曼谷|清迈|普吉|芭提雅|thailand|bangkok|chiang mai|phuket|baht|thb|pattaya"),
    ("PH", "菲律宾|马尼拉|宿务|philippines|manila|cebu|quezon|davao|gcash|pesos"),
    ("ID", "印尼|印度尼西亚|雅加达|巴厘|indonesia|jakarta|bali|surabaya|rupiah|idr|bandung|medan"),
    (
        "US",
        "美国|纽约|洛杉矶|加州|旧金山|西雅图|波士顿|芝加哥|new york|los angeles|california|texas|chicago|boston|\
        seattle|ohio|florida|san francisco|united states|usa|the us|the states|ftc|ic3|zelle|\
        venmo|atlanta|houston|brooklyn|new jersey|michigan|arizona|in the usa",
    ),
    (
        "UK",
        "英国|伦敦|曼城|曼彻斯特|伯明翰|london|manchester|england|scotland|wales|uk|britain|action fraud|\
        birmingham|leeds|glasgow|ofcom|monzo|barclays|edinburgh|my uk number",
    ),
    (
        "EU",
        "欧盟|德国|法国|西班牙|意大利|荷兰|爱尔兰|比利时|葡萄牙|瑞典|丹麦|波兰|奥地利|希腊|芬兰|巴黎|柏林|慕尼黑|巴塞罗那|马德里|米兰|罗马|阿姆斯特丹|法兰克福|\
        汉堡|germany|france|spain|italy|netherlands|ireland|belgium|portugal|sweden|denmark|\
        poland|austria|greece|finland|paris|berlin|munich|madrid|barcelona|valencia|rome|milan|\
        amsterdam|dublin|cork|lisbon|vienna|prague|brussels|hamburg|gdpr|european union|eu|\
        dutch exchange|spanish bank|german bank|french bank|dsa|czech|hungary|budapest|romania|\
        warsaw|stockholm|copenhagen|helsinki|i am dutch|italian bank|sepa|lyon|naples",
    ),
    (
        "IN",
        "印度|孟买|新德里|班加罗尔|india|mumbai|delhi|bangalore|bengaluru|pune|chennai|hyderabad|kolkata|\
        upi|rupees|rs|lakh|npci|call 1930|ahmedabad|jaipur|lucknow|kerala|punjab|gujarat|\
        phonepe|paytm|sbi|hdfc|noida|gurgaon|inr|₹|rbi|karo|bhai",
    ),
    (
        "BR",
        "巴西|圣保罗|里约|brazil|brasil|sao paulo|rio|rio de janeiro|pix|reais|r$|brasilia|procon|\
        nubank|recife",
    ),
    (
        "AU",
        "澳洲|澳大利亚|悉尼|墨尔本|布里斯班|珀斯|australia|sydney|melbourne|brisbane|perth|adelaide|scamwatch|\
        canberra|commbank|queensland",
    ),
    (
        "CA",
        "加拿大|多伦多|温哥华|蒙特利尔|卡尔加里|canada|toronto|vancouver|montreal|calgary|ottawa|interac|ontario",
    ),
    ("AE", "迪拜|阿联酋|阿布扎比|dubai|abu dhabi|uae|emirates|sharjah|dirhams|aed"),
];
/// "The place of the person" rather than of something else.
const HERE: &str = "在|人在|住|住在|in|from|live in|living in|at|on the beach in|based in";
/// A place left behind, or a thing that merely carries its name.
const AWAY: &str = "made in|left|looked from|从|飞|去|回|到|leaving|back from|flew from|trip to|to|visit|visited|\
    going to";
/// What follows a name that says nothing about where the person is.
const THING: &str = "回来|飞回|天气|明天|card|卡|visa|mastercard|代购|customers|客户|客人|朋友|同事|supplier|供应商|证|手机卡|号码|sim|\
    phone number|citizen|passport|time|trademark|新闻|那场|设计师|交换生|人|博主|品牌|商户|老板|的孙子|的儿子|的女儿|\
    的朋友|的亲戚|的客户|的哥|的姐|的号|的同学|的舅|的弟|的妹|brand|dealer|攻略|news|trip|游戏";

/// The region a text settles, with the words that settle it.
pub(super) fn read(page: &Page<'_>) -> Option<(&'static str, Range<usize>)> {
    let mut best: Option<(u8, &'static str, Range<usize>)> = None;
    let mut tied = false;
    for &(code, places) in PLACES {
        let found = page.every(places).filter_map(|range| {
            let weight = weight(page, &range);
            (weight > 0).then_some((weight, code, range))
        });
        let Some(found) =
            found.max_by_key(|(weight, _, range)| (*weight, core::cmp::Reverse(range.start)))
        else {
            continue;
        };
        match &best {
            Some((weight, ..)) if *weight > found.0 => {}
            Some((weight, ..)) if *weight == found.0 => tied = true,
            Some(_) | None => {
                best = Some(found);
                tied = false;
            }
        }
    }
    let (_, code, range) = best.filter(|_| !tied)?;
    Some((code, page.span(range)))
}

/// How well a name settles where the person is; nought when it does not.
fn weight(page: &Page<'_>, range: &Range<usize>) -> u8 {
    if page.after(THING, range.end, 2) || page.at(THING, range.end + 1).is_some() {
        return 0;
    }
    let before = range.start;
    let here = page.before(HERE, before, 5) && !page.before("不在|not in", before, 6);
    if here {
        return 3;
    }
    if page.before(AWAY, before, 4) { 0 } else { 2 }
}

/// Every list of phrases above, for the test that they are written as they are read.
#[cfg(test)]
pub(super) fn lists() -> impl Iterator<Item = &'static str> {
    PLACES.iter().map(|&(_, places)| places).chain([HERE, AWAY, THING])
}
