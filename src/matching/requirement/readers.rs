//! Readers of one condition each: experience, licences, certificates, levels, sex, skills.

use super::{
    Kind, certificate,
    words::{is_mark, longest},
};
use crate::{domain::person::Sex, text::numerals::number};

/// `3年以上经验`, `C1两年` (what follows the licence), `从业满3年`, `一年以上工作经验`.
pub(super) fn experience(rest: &[char]) -> Option<(Kind, usize)> {
    let before = longest(
        rest,
        [
            "具有",
            "具备",
            "有",
            "须有",
            "满",
            "从业满",
            "从业",
            "工作满",
            "经验",
            "驾龄",
            "至少",
        ]
        .into_iter()
        .map(|w| (w, ())),
    )
    .map_or(0, |(n, ())| n);
    let (years, length) = number(&rest[before..])?;
    let mut at = before + length;
    at += longest(&rest[at..], [("-", ()), ("至", ()), ("到", ())].into_iter())
        .and_then(|(mark, ())| Some(mark + number(&rest[at + mark..])?.1))
        .unwrap_or(0);
    if rest.get(at) != Some(&'年') || years > 40 {
        return None;
    }
    at += 1;
    // 两年一次 and 签两年合同 are no experience.
    let behind = [
        "及以上",
        "或以上",
        "以上",
        "+",
        "工作经验",
        "工作经历",
        "相关工作经验",
        "相关经验",
        "从业经验",
        "操作经验",
        "驾龄",
        "经验",
        "经历",
        "以上工作经验",
        "起",
        "左右",
    ];
    let mut said = before > 0;
    while let Some((more, ())) = longest(&rest[at..], behind.iter().map(|w| (*w, ()))) {
        at += more;
        said = true;
    }
    // What it is experience of: up to the next mark, where it ends in the word.
    let word = rest[at..]
        .iter()
        .take_while(|c| !is_mark(**c) && **c != '或');
    let tail: String = word.collect();
    if let Some(end) = tail.find("经验").or_else(|| tail.find("经历")) {
        at += tail[..end].chars().count() + 2;
        said = true;
    }
    let ends = rest.get(at).is_none_or(|c| is_mark(*c));
    (said || ends).then(|| (Kind::Experience(u8::try_from(years).ok()), at))
}

/// A class of driving licence that stands alone: `C1`, `A1或A3`.
pub(super) fn licence(rest: &[char]) -> Option<(Kind, usize)> {
    let start = longest(
        rest,
        ["持", "有", "须持", "须有", "持有"]
            .into_iter()
            .map(|w| (w, ())),
    )
    .map_or(0, |(n, ())| n);
    let head: String = rest[start..].iter().take(3).collect();
    let class = certificate::licence(&head).filter(|(letter, _)| head.starts_with(*letter))?;
    let mut at = start + 2;
    at += longest(
        &rest[at..],
        ["驾驶证", "驾照", "证", "照", "牌"]
            .into_iter()
            .map(|w| (w, ())),
    )
    .map_or(0, |(n, ())| n);
    Some((Kind::Certificate(format!("{}{}", class.0, class.1)), at))
}

/// Most characters between the start of a certificate's words and 证.
const LONGEST_CERTIFICATE: usize = 18;

/// A certificate: from a verb or the start of a word to its 证.
pub(super) fn certificate_words(rest: &[char]) -> Option<(Kind, usize)> {
    if matches!(rest.first(), Some('无')) {
        return None;
    }
    let word = rest
        .iter()
        .take(LONGEST_CERTIFICATE)
        .take_while(|c| !is_mark(**c) || **c == '/')
        .count();
    let mut at = (0..word).find(|at| {
        rest[*at] == '证' && rest.get(at + 1) != Some(&'明') && (*at == 0 || rest[at - 1] != '保')
    })? + 1;
    if rest[..at].contains(&'或') {
        return None;
    }
    at += longest(&rest[at..], [("书", ()), ("件", ())].into_iter()).map_or(0, |(n, ())| n);
    // 特种作业操作证（低压电工）, 消防设施操作员证（中级）: the bracket says which.
    if rest.get(at) == Some(&'(')
        && let Some(close) = rest[at..].iter().take(12).position(|c| *c == ')')
        && !rest[at..at + close].iter().any(char::is_ascii_digit)
        && !rest[at..at + close]
            .iter()
            .collect::<String>()
            .contains("优先")
    {
        at += close + 1;
    }
    // 登高须有高处作业证: the certificate begins at its own verb.
    if rest[1..at].iter().any(|c| matches!(c, '须' | '凭')) && rest[0] != '须' && rest[0] != '必'
    {
        return None;
    }
    let words: String = rest[..at].iter().collect();
    let named = words
        .trim_start_matches(['须', '需', '必'])
        .trim_start_matches(['持', '有', '凭', '具', '备', '取', '得', '考', '带', '已']);
    if certificate::is_paper(named) {
        return Some((Kind::Paper, at));
    }
    let core = certificate::core(named);
    if let Some(rank) = certificate::level(named) {
        return Some((Kind::Level { rank, of: core }, at));
    }
    if core.is_empty() {
        // 持证: of the trade itself. 证件 alone, 持证者享受补贴 ask for nothing.
        let verb = rest[0] != '证' && rest.get(at) != Some(&'者');
        return verb.then(|| (Kind::Certificate(String::new()), at));
    }
    Some((Kind::Certificate(core), at))
}

/// A level without 证: `养老护理员四级`, `五级以上`, `中级工及以上`.
pub(super) fn level(rest: &[char]) -> Option<(Kind, usize)> {
    let word: Vec<char> = rest
        .iter()
        .take(16)
        .copied()
        .take_while(|c| !is_mark(*c))
        .collect();
    let names = [
        "五级",
        "四级",
        "三级",
        "二级",
        "一级",
        "初级工",
        "中级工",
        "高级工",
    ];
    let (from, length) = (0..word.len()).find_map(|at| {
        longest(&word[at..], names.into_iter().map(|n| (n, ()))).map(|(n, ())| (at, n))
    })?;
    if word[..from].contains(&'或') {
        return None;
    }
    let mut at = from + length;
    if rest.get(at) == Some(&'(')
        && let Some(close) = rest[at..].iter().take(8).position(|c| *c == ')')
        && certificate::level(&rest[at..at + close].iter().collect::<String>()).is_some()
    {
        at += close + 1;
    }
    let behind = ["及以上", "或以上", "以上", "证书", "证", "技能等级", "水平"];
    while let Some((more, ())) = longest(&rest[at..], behind.iter().map(|w| (*w, ()))) {
        at += more;
    }
    // 四级以上钳工证: the trade follows.
    let tail: String = rest[at..]
        .iter()
        .take_while(|c| !is_mark(**c) && **c != '或')
        .collect();
    if tail.ends_with('证') && tail.chars().count() <= 8 {
        at += tail.chars().count();
    }
    let words: String = rest[..at].iter().collect();
    let of = certificate::core(words.trim_start_matches(['须', '需', '必', '已', '持', '有']));
    certificate::level(&words).map(|rank| (Kind::Level { rank, of }, at))
}

/// One sex, where the word stands alone: `女`, `限男`, `女性`, `男，50-60岁`.
pub(super) fn sex(chars: &[char], at: usize) -> Option<(Kind, usize)> {
    let rest = &chars[at..];
    let start = longest(
        rest,
        ["仅限", "只招", "限", "招", "要"]
            .into_iter()
            .map(|w| (w, ())),
    )
    .map_or(0, |(n, ())| n);
    let names = [
        ("男性", Sex::Male),
        ("男士", Sex::Male),
        ("男工", Sex::Male),
        ("男", Sex::Male),
        ("女性", Sex::Female),
        ("女士", Sex::Female),
        ("女工", Sex::Female),
        ("妇女", Sex::Female),
        ("女", Sex::Female),
    ];
    let (length, sex) = longest(&rest[start..], names.into_iter())?;
    let end = start + length;
    let bounded = rest.get(end).is_none_or(|c| {
        is_mark(*c) || c.is_ascii_digit() || matches!(c, '优' | '的' | '一' | '名')
    });
    bounded.then_some((Kind::Sex(sex), end))
}

/// What somebody can do or has about them, up to the next mark.
pub(super) fn skill(rest: &[char]) -> Option<(Kind, usize)> {
    const STARTS: [char; 12] = [
        '会', '懂', '能', '肯', '识', '熟', '爱', '讲', '愿', '有', '自', '善',
    ];
    // 会计 is a trade.
    if !STARTS.contains(rest.first()?) || rest.starts_with(&['会', '计']) {
        return None;
    }
    let word: Vec<char> = rest.iter().copied().take_while(|c| !is_mark(*c)).collect();
    let text: String = word.iter().collect();
    // What it is preferred for is said by the next word.
    let cut = ["优先", "更好", "最好", "或", "的"]
        .iter()
        .filter_map(|w| text.find(w))
        .min()
        .unwrap_or(text.len());
    let length = text[..cut].chars().count();
    (length >= 2).then_some((Kind::Skill, length))
}
