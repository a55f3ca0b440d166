//! Schooling as clerks write it: `初中以上`, `高中或中专`, `中专（机电）以上`, `大专+`.

use super::{Kind, words::longest};
use crate::domain::person::Schooling;

/// Schoolings, as people name them.
const SCHOOLING: [(&str, Schooling); 22] = [
    ("文盲", Schooling::None),
    ("小学", Schooling::Primary),
    ("初中", Schooling::Junior),
    ("九年义务教育", Schooling::Junior),
    ("高中", Schooling::Senior),
    ("中专", Schooling::Vocational),
    ("中技", Schooling::Vocational),
    ("中职", Schooling::Vocational),
    ("技校", Schooling::Vocational),
    ("职高", Schooling::Vocational),
    ("中等职业", Schooling::Vocational),
    ("技工院校", Schooling::Vocational),
    ("大专", Schooling::College),
    ("专科", Schooling::College),
    ("高职", Schooling::College),
    ("高技", Schooling::College),
    ("本科", Schooling::Bachelor),
    ("学士", Schooling::Bachelor),
    ("大学", Schooling::Bachelor),
    ("研究生", Schooling::Master),
    ("硕士", Schooling::Master),
    ("博士", Schooling::Master),
];

/// What joins schoolings and what follows them. Longer ones first.
const AFTER_SCHOOLING: [&str; 26] = [
    "或同等学历",
    "或相当于高中",
    "相当于高中",
    "及同等学历",
    "同等学历",
    "或以上学历",
    "及以上学历",
    "及以上文化程度",
    "及以上文化",
    "以上文化程度",
    "以上文化",
    "以上学历",
    "或以上",
    "及以上",
    "以上",
    "文化程度",
    "文化",
    "学历",
    "程度",
    "毕业证",
    "毕业生",
    "毕业",
    "水平",
    "在读",
    "+",
    "起",
];

/// A schooling at the start of `chars`: the lowest of several (初中或高中), with a subject in brackets.
pub(super) fn schooling(chars: &[char]) -> Option<(Kind, usize)> {
    let start = longest(
        chars,
        [
            ("学历", ()),
            ("文化", ()),
            ("文化程度", ()),
            ("须", ()),
            ("持", ()),
        ]
        .into_iter(),
    )
    .map_or(0, |(n, ())| n);
    let (length, mut least) = longest(&chars[start..], SCHOOLING.into_iter())?;
    let mut at = start + length;
    let mut major = false;
    loop {
        if let Some(close) = chars
            .get(at)
            .filter(|c| **c == '(')
            .and_then(|_| chars[at..].iter().take(14).position(|c| *c == ')'))
        {
            let inside: String = chars[at + 1..at + close].iter().collect();
            // 大专（高职） names a kind of school, 中专（机电） a subject.
            let school = SCHOOLING.iter().any(|(word, _)| inside.contains(word));
            let other = inside.chars().any(|c| c.is_ascii_digit()) || inside.contains("优先");
            if other {
                break;
            }
            major |= !school;
            at += close + 1;
            continue;
        }
        let joined = longest(
            &chars[at..],
            [
                ("、", ()),
                ("/", ()),
                ("或者", ()),
                ("或", ()),
                ("及", ()),
                ("和", ()),
                ("·", ()),
            ]
            .into_iter(),
        );
        if let Some((join, ())) = joined
            && let Some((more, other)) = longest(&chars[at + join..], SCHOOLING.into_iter())
        {
            if other.rank() < least.rank() {
                least = other;
            }
            at += join + more;
            continue;
        }
        match longest(&chars[at..], AFTER_SCHOOLING.iter().map(|w| (*w, ()))) {
            Some((more, ())) => at += more,
            None => break,
        }
    }
    Some((Kind::Schooling { least, major }, at))
}
