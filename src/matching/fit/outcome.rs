//! What a course leads to (考、取、发…证, 五级), told from what it asks for.
//!
//! Absent on purpose: whether somebody would like to learn it again. Who holds the certificate is told
//! so and led to other courses first.

use super::facts::Facts;
use crate::domain::offer::CourseRecord;
use crate::matching::requirement::{
    Condition, Kind, Part,
    certificate::{self, Standing},
};
use chrono::NaiveDate;

/// The certificates that a course leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Outcome {
    /// The words that name them; all have to be held for nothing new to come.
    cores: Vec<String>,
    /// Characters without which no certificate can be one of them: most people have another one, and
    /// all people are held against a course.
    marks: Vec<char>,
    /// The level, where it is one of skill.
    rank: Option<u8>,
}

/// Words of a course that renews what somebody has.
const RENEWS: [&str; 7] = ["复审", "再培训", "继续教育", "回炉", "换证", "年审", "复训"];

/// Levels and titles that say that a certificate comes of it, though they name no level of skill.
const CERTIFIES: [&str; 9] = [
    "操作证",
    "合格证",
    "上岗证",
    "资格证",
    "专项",
    "取证",
    "考证",
    "拿证",
    "作业证",
];

/// Words of a title that say that it is a course. Longer ones first.
const COURSE: [&str; 20] = [
    "取证班",
    "考证班",
    "技能等级班",
    "等级班",
    "提升班",
    "精品班",
    "速成班",
    "培训班",
    "周末班",
    "晚班",
    "取证",
    "考证",
    "拿证",
    "初训",
    "速成",
    "提升",
    "培训",
    "训练",
    "课程",
    "班",
];

/// Verbs of what comes of a course, and words that ask for what must be there before.
const COMES: [char; 5] = ['考', '取', '颁', '发', '领'];
const ASKS: [char; 6] = ['须', '需', '必', '持', '凭', '已'];

/// Whether a condition of a course states what comes of it (`考叉车证`, `结业颁专项证`).
pub(super) fn comes_of_it(condition: &Condition) -> bool {
    matches!(condition.part, Part::Remark)
        && matches!(condition.kind, Kind::Certificate(_) | Kind::Level { .. })
        && condition.words.contains(COMES)
        && !condition.words.contains(ASKS)
}

impl Outcome {
    /// What a course leads to; `remarked`: its remark says that a certificate comes of it.
    pub(super) fn of(course: &CourseRecord, remarked: bool) -> Option<Self> {
        let named = [course.title.as_str(), course.level.as_str()];
        if named.iter().any(|t| RENEWS.iter().any(|w| t.contains(w))) {
            return None;
        }
        let codes: Vec<String> = named.iter().flat_map(|text| codes(text)).collect();
        if !codes.is_empty() {
            let mut cores: Vec<String> = codes.iter().map(|c| certificate::core(c)).collect();
            cores.sort_unstable();
            cores.dedup();
            return Some(Self::new(cores, None));
        }
        let certifies = |text: &&str| CERTIFIES.iter().any(|w| text.contains(w));
        let rank = certificate::level(&course.level).or_else(|| certificate::level(&course.title));
        // 上岗证 is had with or without a level.
        let rank = rank.filter(|_| !course.title.contains("上岗证"));
        if rank.is_none() && !remarked && !named.iter().any(certifies) {
            return None;
        }
        let mut plain = course
            .title
            .split(['（', '(', '【'])
            .next()
            .unwrap_or_default()
            .replace(['·', '・'], "/");
        for word in COURSE {
            plain = plain.replace(word, "");
        }
        let core = certificate::core(&plain);
        (core.chars().any(|c| c != '/')).then(|| Self::new(vec![core], rank))
    }

    fn new(cores: Vec<String>, rank: Option<u8>) -> Self {
        let marks = cores.iter().flat_map(|core| certificate::marks(core));
        Self {
            marks: marks.collect(),
            cores,
            rank,
        }
    }

    /// The certificate on record by which the person has what the course leads to: every one of
    /// them, of the same level or a higher one, and in force.
    pub(super) fn held(&self, facts: &Facts, today: NaiveDate) -> Option<usize> {
        let mut by = None;
        for core in &self.cores {
            let mut certificates = facts.certificates.iter();
            by = Some(certificates.position(|have| {
                have.chars().any(|c| self.marks.contains(&c))
                    && certificate::stands(have, core) == Standing::Meets
                    && self
                        .rank
                        .is_none_or(|rank| certificate::level(have) >= Some(rank))
                    && !certificate::has_ended(have, today)
            })?);
        }
        by
    }
}

/// Codes of operators' certificates and classes of driving licences: `N1`, `Q2`, `B2`.
fn codes(text: &str) -> Vec<String> {
    let chars: Vec<char> = text
        .chars()
        .map(crate::text::fold::half_width)
        .map(|c| c.to_ascii_uppercase())
        .collect();
    let joined = |at: Option<usize>| {
        at.and_then(|at| chars.get(at))
            .is_some_and(char::is_ascii_alphanumeric)
    };
    let code = |(at, pair): (usize, &[char])| match pair {
        [letter @ 'A'..='Z', digit @ '1'..='9']
            if !joined(at.checked_sub(1)) && !joined(Some(at + 2)) =>
        {
            Some(format!("{letter}{digit}"))
        }
        _ => None,
    };
    chars.windows(2).enumerate().filter_map(code).collect()
}
