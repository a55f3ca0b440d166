//! The fixed words of clerks' texts, and the ones that only join others.

use super::{Flaw, Kind};
use crate::domain::group::Group;
use crate::text::Lang;
use std::sync::OnceLock;

/// Marks between words.
pub(super) fn is_mark(c: char) -> bool {
    !c.is_alphanumeric() || c == '\u{3000}'
}

/// Marks between statements: what is said of one statement does not reach over them.
pub(super) fn is_stop(c: char) -> bool {
    matches!(
        c,
        ',' | ';' | '。' | '!' | '?' | '\n' | '(' | ')' | '[' | ']'
    )
}

/// Words that say that a statement only orders.
pub(super) const PREFER: [&str; 14] = [
    "优先",
    "优先考虑",
    "更好",
    "最好",
    "更佳",
    "为佳",
    "佳",
    "加分",
    "者先",
    "欢迎",
    "亦可",
    "也可",
    "亦得",
    "有则",
];

/// Words that make a statement a gate wherever it stands.
pub(super) const MUST: [&str; 8] = ["必须", "须", "限", "仅", "只招", "只收", "需持", "不得"];

/// Joins and fills; on their own they state nothing. Longer ones first.
pub(super) const FILL: [&str; 74] = [
    "优先考虑",
    "优先录用",
    "同等条件下",
    "的人员",
    "等人员",
    "人员",
    "劳动者",
    "要求",
    "条件",
    "对象",
    "优先",
    "必须",
    "即可",
    "均可",
    "亦可",
    "也可",
    "可报",
    "可以",
    "可",
    "以上",
    "或者",
    "年龄",
    "文化程度",
    "文化",
    "学历",
    "程度",
    "水平",
    "毕业",
    "更好",
    "最好",
    "更佳",
    "为佳",
    "欢迎",
    "应聘",
    "报名",
    "报考",
    "参加",
    "招收",
    "面向",
    "仅限",
    "只招",
    "只收",
    "都要",
    "都得",
    "都可",
    "须",
    "需",
    "要",
    "有",
    "持",
    "具有",
    "具备",
    "者",
    "的",
    "及",
    "和",
    "与",
    "或",
    "等",
    "且",
    "并",
    "限",
    "仅",
    "凭",
    "招",
    "岁",
    "周岁",
    "为",
    "均",
    "佳",
    "符合",
    "以及",
    "之一",
    "名",
];

/// Fixed words and what they state. Longer ones first where one begins another.
fn fixed() -> &'static [(&'static str, Kind)] {
    static WORDS: OnceLock<Vec<(&'static str, Kind)>> = OnceLock::new();
    WORDS.get_or_init(|| {
        let mut all: Vec<(&'static str, Kind)> = Vec::new();
        let mut add = |kind: &Kind, words: &'static str| {
            all.extend(words.split_whitespace().map(|w| (w, kind.clone())));
        };
        add(
            &Kind::NoLimit,
            "男女不限 男女均可 男女都要 男女都可 男女都得 不限男女 性别不限 男女 学历不限 \
                不限学历 学历唔限 文化不限 文化程度不限 年龄不限 不限年龄 经验不限 不限经验 \
                专业不限 户籍不限 零基础可报 零基础可 零基础亦可 零基础 无基础 生手可学 生手可 \
                生手也可 生手 新手可 新手 无经验可 无经验亦可 无经验可学 无需经验 不需经验 \
                可学徒 可培训 包教包会 以前冇开过都得 无证可先上岗后送培 无证可先上岗 无要求 \
                无特殊要求 不限 唔限 社会人员 社会青年 社会各界 城乡劳动者 均可报名 人人可报 \
                有意者 不设门槛 无门槛",
        );
        add(
            &Kind::Health,
            "身体健康 身体好 身体素质好 健康 无妨碍作业疾病 无职业禁忌 无传染病 无恐高症 \
                无恐高 不恐高 唔恐高 无高血压 高血压 无心脏病 心脏病 视力正常 视力良好 视力好 \
                眼好 不近视 两眼视力0.7以上 辨色力好 辨色力正常 无色盲色弱 无色盲 色盲不可 \
                色弱不可 听力正常 听力好 双手健全 四肢健全 五官端正 生活能自理 生活自理 无纹身 \
                体能测试 精神面貌好 无不良嗜好",
        );
        add(
            &Kind::Paper,
            "健康证 体检表 体检合格 体检 无犯罪记录 无犯罪 无违法犯罪记录 政审 单位申报 单位盖章推荐 \
                单位盖章 单位推荐 单位统一报名",
        );
        add(
            &Kind::Skill,
            "普通话标准 普通话流利 普通话好 普通话或粤语 普通话 粤语优先 粤语 白话 讲粤语 \
                打字快 识字 能吃苦 吃苦耐劳 诚实 诚实细心 细心 勤快 责任心 有责任心 有爱心 \
                爱心 耐心 形象好 形象气质佳 沟通能力 服从安排 自备电动车 自备车 自带工具 \
                自带智能手机 excel office erp 办公软件 英语一般 英语",
        );
        add(
            &Kind::Experience(None),
            "有相关经验 有工作经验 有经验者 有经验 相关工作经历 相关经验 经验丰富 熟练工 熟练 \
                熟手 经验者 从业经验 工作经验 经验",
        );
        add(
            &Kind::Residence,
            "本村户籍 本镇户籍 本市户籍 本地户籍 本地户口 本地人 本市户口 本省户籍 本村村民 \
                本地村民 本村 本镇 粤北户籍 附近居住 住附近",
        );
        add(
            &Kind::Board,
            "包食宿 包吃住 包食住 包吃包住 包食 包吃 包住 包中餐 包午餐 提供食宿 提供住宿 \
                有宿舍 工作餐 包工作餐",
        );
        add(
            &Kind::Shift { night: true },
            "须值夜 值夜 两班倒 三班倒 两班 三班 倒班 能倒班 须倒班 轮班 夜班 晚班 凌晨班 \
                固定夜班 24小时轮班 能上夜班 能熬夜 上夜班 通宵",
        );
        add(
            &Kind::Shift { night: false },
            "长白班 白班 正常班 坐班 早班 早晚班 单休 双休 周末双休 做六休一 长白班单休 \
                不上夜班 无夜班 不夜班 未成年人不排夜班",
        );
        add(
            &Kind::Hazard,
            "粉尘岗位 粉尘 高温 有机溶剂 有毒有害 有毒 噪音岗位 噪音 湿热环境 高处作业 \
                高空作业 登高 高空 井下 喷漆 喷油 打磨 抛光 打砂 爆破 烟花爆竹 涉氨 放射 \
                铅作业",
        );
        add(
            &Kind::Full,
            "已招满 已满员 名额已满 招满停招 停止招聘 停招 暂停招聘 本期已满 已开班不再招 已招够 已报满 \
                报名截止",
        );
        add(
            &Kind::Flaw(Flaw::Deposit),
            "须交押金 交押金 押金 须先交保证金 先交保证金 保证金 押身份证 扣押身份证 \
                培训费自理 交培训费 服装费自理 报名费",
        );
        add(
            &Kind::Flaw(Flaw::Hepatitis),
            "不招乙肝携带者 不招乙肝 无乙肝 乙肝勿扰",
        );
        add(
            &Kind::Flaw(Flaw::Marriage),
            "已婚已育优先 已婚已育 未婚未育 未婚 已婚 已育 三年内不生育",
        );
        add(
            &Kind::Flaw(Flaw::Origin),
            "外省人勿扰 外地人勿扰 不招外省 不招外地人 限本省人",
        );
        add(
            &Kind::Flaw(Flaw::Disability),
            "不招残疾人 不收残疾人 残疾人勿扰 谢绝残疾人 残疾勿扰",
        );
        all.sort_by_key(|(w, _)| std::cmp::Reverse(w.chars().count()));
        all
    })
}

/// The longest of some words at the start of `chars`.
pub(super) fn longest<'a, T>(
    chars: &[char],
    words: impl Iterator<Item = (&'a str, T)>,
) -> Option<(usize, T)> {
    let begins = |word: &str| {
        let mut length = 0;
        for c in word.chars() {
            if chars.get(length) != Some(&c) {
                return None;
            }
            length += 1;
        }
        (length > 0).then_some(length)
    };
    let mut best: Option<(usize, T)> = None;
    for (word, value) in words {
        if let Some(length) = begins(word)
            && best.as_ref().is_none_or(|(known, _)| length > *known)
        {
            best = Some((length, value));
        }
    }
    best
}

/// A fixed word at the start of `chars`.
pub(super) fn fixed_word(chars: &[char]) -> Option<(Kind, usize)> {
    let (length, kind) = longest(chars, fixed().iter().map(|(w, k)| (*w, k)))?;
    Some((kind.clone(), length))
}

/// Everyday words for groups beside the documents' terms.
const GROUP_WORDS: [(&str, Group); 32] = [
    ("退伍军人", Group::Veteran),
    ("退伍兵", Group::Veteran),
    ("退役士兵", Group::VeteranSelfEmployed),
    ("自主就业", Group::VeteranSelfEmployed),
    ("持退役证", Group::Veteran),
    ("持退伍证", Group::Veteran),
    ("退役证", Group::Veteran),
    ("退伍证", Group::Veteran),
    ("低保户", Group::LowIncome),
    ("低保家庭", Group::LowIncome),
    ("低保", Group::LowIncome),
    ("贫困户", Group::RegisteredPoor),
    ("建档立卡家庭", Group::RegisteredPoorHousehold),
    ("建档立卡残疾人", Group::DisabledPoor),
    ("建档立卡", Group::RegisteredPoor),
    ("脱贫户", Group::OutOfPoverty),
    ("脱贫劳动力", Group::OutOfPoverty),
    ("4050", Group::Age4050),
    ("就业困难", Group::HardToEmploy),
    ("登记失业人员", Group::RegisteredUnemployed),
    ("登记失业", Group::RegisteredUnemployed),
    ("失业青年", Group::Unemployed),
    ("失业", Group::Unemployed),
    ("转岗职工", Group::TransferredWorker),
    ("大学生", Group::Graduate),
    ("应届毕业生", Group::Graduate),
    ("城乡未继续升学初高中毕业生", Group::YouthNotInSchool),
    ("未升学初高中毕业生", Group::YouthNotInSchool),
    ("返乡创业人员", Group::ReturnedYoungFounder),
    ("农村劳动者", Group::RuralLabour),
    ("进城务工人员", Group::MigrantWorker),
    ("家政从业人员", Group::DomesticWorker),
];

/// A group at the start of `chars`.
pub(super) fn group(chars: &[char]) -> Option<(Kind, usize)> {
    let terms = Group::ALL
        .iter()
        .filter(|g| !matches!(g, Group::Public | Group::Blind | Group::Disabled))
        .map(|g| (g.label(Lang::Zh), *g));
    let (length, group) = longest(chars, terms.chain(GROUP_WORDS))?;
    Some((Kind::Group(group), length))
}
