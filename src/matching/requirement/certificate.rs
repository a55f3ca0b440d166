//! Certificates, licences and levels of skill, by the words that name them.
//!
//! Used on both sides: on what an offer asks and on what a person has written down.

use crate::text::fold::half_width;
use chrono::NaiveDate;

/// Words that every certificate has and that name none. Longer ones first.
const GENERAL: [&str; 34] = [
    "职业技能等级",
    "职业资格等级",
    "专项职业能力",
    "职业资格",
    "职业技能",
    "特种作业",
    "特种设备",
    "相关证件",
    "相关专业",
    "相关",
    "操作",
    "资格",
    "上岗",
    "从业",
    "专项",
    "合格",
    "等级",
    "证书",
    "证件",
    "执照",
    "驾驶证",
    "驾照",
    "作业",
    "人员",
    "有效",
    "及以上",
    "或以上",
    "以上",
    "一种",
    "本",
    "员",
    "证",
    "照",
    "者",
];

/// Other names of one thing.
const SAME: [(&str, &str); 10] = [
    ("n1", "叉车"),
    ("月嫂", "母婴护理"),
    ("登高", "高处"),
    ("高空", "高处"),
    ("焊接", "焊"),
    ("熔化焊接与热切割", "焊"),
    ("电焊", "焊"),
    ("焊工", "焊"),
    ("幼师", "幼儿教师"),
    ("司机", ""),
];

/// The words that name a certificate: folded, without the general ones.
pub(crate) fn core(words: &str) -> String {
    let mut text = lower(words);
    for grade in ["(初级)", "(中级)", "(高级)"] {
        text = text.replace(grade, "");
    }
    text.retain(|c| c.is_alphanumeric() || c == '/');
    for word in [
        "一级",
        "二级",
        "三级",
        "四级",
        "五级",
        "初级工",
        "中级工",
        "高级工",
        "高级技师",
        "技师",
    ] {
        text = text.replace(word, "");
    }
    for (from, to) in SAME {
        text = text.replace(from, to);
    }
    for word in GENERAL {
        text = text.replace(word, "");
    }
    text
}

/// How a certificate that somebody has stands to one that is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// It is the one, or includes it.
    Meets,
    /// It may be: the same trade, named less closely.
    MayBe,
    /// Another one.
    Other,
}

/// Holds a certificate on record against the core of one that is asked for (`低压/高压电工`: one of
/// several).
pub(crate) fn stands(have: &str, asked: &str) -> Standing {
    let each = asked.split('/').filter(|part| !part.is_empty());
    let standings: Vec<Standing> = each.map(|part| stands_to(have, part)).collect();
    for best in [Standing::Meets, Standing::MayBe] {
        if standings.contains(&best) {
            return best;
        }
    }
    Standing::Other
}

fn stands_to(have: &str, asked: &str) -> Standing {
    let have_core = core(have);
    if let (Some(class), Some(need)) = (licence(&lower(have)), licence(asked)) {
        return if includes(class, need) {
            Standing::Meets
        } else {
            Standing::Other
        };
    }
    if have_core.is_empty() || asked.is_empty() {
        return Standing::Other;
    }
    if have_core.contains(asked) {
        Standing::Meets
    } else if have_core.chars().count() >= 2 && asked.contains(&have_core)
        || have_core.chars().count() == 1 && asked.starts_with(&have_core)
    {
        Standing::MayBe
    } else {
        Standing::Other
    }
}

/// Characters of which a certificate has at least one if it is the one that `core` names, in the ways
/// in which both are written.
pub(crate) fn marks(core: &str) -> Vec<char> {
    let others = SAME
        .iter()
        .filter(|(_, to)| !to.is_empty() && core.contains(to));
    let mut marks: Vec<char> = others
        .flat_map(|(from, _)| from.chars())
        .chain(core.chars().filter(|c| *c != '/'))
        .collect();
    let upper: Vec<char> = marks.iter().map(char::to_ascii_uppercase).collect();
    // A licence of a higher class has the lower one's letter or another.
    if licence(core).is_some() {
        marks.extend(('A'..='C').chain('a'..='c'));
    }
    marks.extend(upper);
    marks
}

/// Whether the words say that a certificate has run out: 已过期, or a day behind `today`.
pub(crate) fn has_ended(words: &str, today: NaiveDate) -> bool {
    if ["过期", "失效", "注销", "吊销"]
        .iter()
        .any(|w| words.contains(w))
    {
        return true;
    }
    if !["到期", "复审", "有效", "至", "止"]
        .iter()
        .any(|w| words.contains(w))
    {
        return false;
    }
    let folded = lower(words);
    let numbers: Vec<&str> = folded
        .split(|c: char| !c.is_ascii_digit())
        .filter(|n| !n.is_empty())
        .collect();
    let year = numbers.iter().rposition(|n| n.len() == 4);
    let Some(year) = year else { return false };
    let number = |at: usize| numbers.get(at).and_then(|n| n.parse::<u32>().ok());
    let Some(of) = numbers[year].parse::<i32>().ok() else {
        return false;
    };
    // A month without a day, or a year alone, runs to its end.
    let last = match (number(year + 1), number(year + 2)) {
        (Some(month @ 1..=12), Some(day)) => NaiveDate::from_ymd_opt(of, month, day),
        (Some(month @ 1..=12), None) => NaiveDate::from_ymd_opt(of, month, 1)
            .map(|first| crate::domain::dates::months_after(first, 1))
            .and_then(|next| next.pred_opt()),
        _ => NaiveDate::from_ymd_opt(of, 12, 31),
    };
    last.is_some_and(|last| last < today)
}

fn lower(text: &str) -> String {
    text.chars()
        .map(half_width)
        .collect::<String>()
        .to_lowercase()
}

/// The class of a driving licence in a text, `c1`.
pub(crate) fn licence(text: &str) -> Option<(char, char)> {
    let chars: Vec<char> = text.chars().collect();
    chars.windows(2).enumerate().find_map(|(at, pair)| {
        let letter = pair[0].to_ascii_lowercase();
        let class = matches!(letter, 'a'..='c') && matches!(pair[1], '1'..='3');
        let alone = at
            .checked_sub(1)
            .and_then(|b| chars.get(b))
            .is_none_or(|c| !c.is_ascii_alphanumeric())
            && chars.get(at + 2).is_none_or(|c| !c.is_ascii_alphanumeric());
        (class && alone).then_some((letter, pair[1]))
    })
}

/// Which classes a class of licence includes (机动车驾驶证申领和使用规定, 附件 准驾车型).
fn includes(have: (char, char), need: (char, char)) -> bool {
    let covers: &[(char, char)] = match have {
        ('a', '1') => &[
            ('a', '3'),
            ('b', '1'),
            ('b', '2'),
            ('c', '1'),
            ('c', '2'),
            ('c', '3'),
        ],
        ('a', '2') => &[('b', '1'), ('b', '2'), ('c', '1'), ('c', '2'), ('c', '3')],
        ('a', '3') | ('b', '1' | '2') => &[('c', '1'), ('c', '2'), ('c', '3')],
        ('c', '1') => &[('c', '2'), ('c', '3')],
        _ => &[],
    };
    have == need || covers.contains(&need)
}

/// The level of skill that words name: 1 初级工/五级 … 5 高级技师/一级.
pub(crate) fn level(words: &str) -> Option<u8> {
    let named = [
        ("高级技师", 5),
        ("技师", 4),
        ("高级工", 3),
        ("中级工", 2),
        ("初级工", 1),
        ("一级", 5),
        ("二级", 4),
        ("三级", 3),
        ("四级", 2),
        ("五级", 1),
        ("1级", 5),
        ("2级", 4),
        ("3级", 3),
        ("4级", 2),
        ("5级", 1),
    ];
    let text = lower(words);
    // 技师 is also the end of a trade's name (SPA技师), so that a stated number counts first.
    let stated = named[5..]
        .iter()
        .chain(&named[..5])
        .find(|(word, _)| text.contains(word));
    let bracket = [("中级", 2), ("初级", 1), ("高级", 3)];
    let graded = bracket
        .iter()
        .find(|(word, _)| text.ends_with(word) || text.contains(&format!("({word})")));
    stated.or(graded).map(|(_, rank)| *rank)
}

/// Papers that anybody gets in a few days, and proofs: a question, never a gate.
const PAPERS: [&str; 14] = [
    "健康证",
    "体检",
    "身份证",
    "毕业证",
    "学生证",
    "工作证",
    "户口",
    "居住证",
    "证明",
    "推荐表",
    "照片",
    "介绍信",
    "原证",
    "学历证",
];

/// Whether words name such a paper.
pub(crate) fn is_paper(words: &str) -> bool {
    PAPERS.iter().any(|p| words.contains(p))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_somebody_has_against_what_is_asked() {
        for (have, asked, standing) in [
            ("叉车证", "叉车证", Standing::Meets),
            ("N1叉车司机证", "叉车证", Standing::Meets),
            ("特种设备作业人员证（N1）", "叉车证", Standing::Meets),
            ("低压电工操作证", "电工证", Standing::Meets),
            ("电工证", "低压电工证", Standing::MayBe),
            ("焊工证", "焊接操作证", Standing::Meets),
            ("B2", "C1", Standing::Meets),
            ("C1驾驶证", "B2证", Standing::Other),
            ("A1", "A3", Standing::Meets),
            ("低压电工操作证", "低压/高压电工操作证", Standing::Meets),
            ("健康证", "叉车证", Standing::Other),
            ("养老护理员五级", "养老护理员证", Standing::Meets),
            ("Q2证", "叉车证", Standing::Other),
        ] {
            let core = core(asked);
            assert_eq!(stands(have, &core), standing, "{have} for {asked} ({core})");
        }
    }

    #[test]
    fn a_certificate_that_has_run_out_says_so() {
        let today = NaiveDate::from_ymd_opt(2026, 6, 1).unwrap();
        for (words, ended) in [
            ("叉车证N1（2026-05-31到期）", true),
            ("叉车证N1（2026-06-01到期）", false),
            ("叉车证N1（2026年5月到期）", true),
            ("叉车证N1（2026年6月到期）", false),
            ("低压电工作业操作证（2027.9.1复审）", false),
            ("有效期至2025年", true),
            ("电工证（已过期）", true),
            ("叉车证（2019年发）", false),
            ("N1叉车证", false),
        ] {
            assert_eq!(has_ended(words, today), ended, "{words}");
        }
    }

    #[test]
    fn levels() {
        for (words, rank) in [
            ("养老护理员五级", Some(1)),
            ("四级/中级工", Some(2)),
            ("高级工", Some(3)),
            ("高级技师", Some(5)),
            ("消防设施操作员证（中级）", Some(2)),
            ("中级会计", None),
            ("叉车证", None),
        ] {
            assert_eq!(level(words), rank, "{words}");
        }
    }
}
