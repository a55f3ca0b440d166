//! A membership as one line that a clerk types and reads: `2025-09-01至2027-08-31 学校名单 认定2025-08-30`.
//!
//! Absent on purpose: the group itself, which stands before the line.

use super::{EvidenceKind, GroupSource, Membership};
use crate::{domain::dates, text::Lang};
use chrono::NaiveDate;

/// What can't be read in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LineProblem {
    /// It looks like a day and is none.
    Day(String),
    /// The last day lies before the first.
    Order,
}

/// Between two days.
const TO: [char; 4] = ['至', '到', '~', '～'];
const RECOGNISED: &str = "认定";
const VERIFIED: &str = "已核";
/// Before the ground; may be left out.
const GROUND: &str = "依据";

impl Membership {
    /// The line; empty where nothing but the group is known.
    pub fn line(&self) -> String {
        let mut parts = Vec::new();
        match (self.from, self.to) {
            (Some(from), Some(to)) => parts.push(format!("{from}至{to}")),
            (Some(from), None) => parts.push(format!("{from}起")),
            (None, Some(to)) => parts.push(format!("至{to}")),
            (None, None) => {}
        }
        parts.extend(
            self.evidence
                .as_ref()
                .map(|ground| format!("{GROUND} {ground}")),
        );
        parts.extend(self.source.map(|source| source.label(Lang::Zh).to_owned()));
        parts.extend(self.recognised_on.map(|day| format!("{RECOGNISED}{day}")));
        if self.verified {
            parts.push(VERIFIED.to_owned());
        }
        parts.join(" ")
    }

    /// The membership of the same group as a line says it. The kind of the ground follows from its
    /// words where those are new.
    ///
    /// # Errors
    /// [`LineProblem`] where a day can't be read or the days run backwards.
    pub fn with_line(&self, text: &str) -> Result<Self, LineProblem> {
        let mut read = Self::undated(self.group);
        let mut ground: Vec<&str> = Vec::new();
        for word in text.split_whitespace() {
            if read.take_days(word)? {
                continue;
            }
            if let Some(day) = word.strip_prefix(RECOGNISED).filter(|day| !day.is_empty()) {
                let unread = || LineProblem::Day(word.to_owned());
                read.recognised_on = Some(dates::parse_date(day).ok_or_else(unread)?);
            } else if word == VERIFIED || word.eq_ignore_ascii_case("verified") {
                read.verified = true;
            } else if let Some(source) = GroupSource::parse(word) {
                read.source = Some(source);
            } else if word != GROUND {
                ground.push(word);
            }
        }
        if let (Some(from), Some(to)) = (read.from, read.to)
            && to < from
        {
            return Err(LineProblem::Order);
        }
        let ground = ground.join(" ");
        let ground = ground.strip_prefix(GROUND).unwrap_or(&ground).to_owned();
        read.evidence = Some(ground).filter(|ground| !ground.is_empty());
        read.evidence_kind = if read.evidence == self.evidence {
            self.evidence_kind
        } else {
            read.evidence.as_deref().map(kind_of)
        };
        Ok(read)
    }

    /// Takes a word of days; false where it is none.
    fn take_days(&mut self, word: &str) -> Result<bool, LineProblem> {
        let unread = || LineProblem::Day(word.to_owned());
        let day = |text: &str| dates::parse_date(text).ok_or_else(unread);
        if let Some((from, to)) = word.split_once(TO) {
            if !(from.is_empty() || looks_like_a_day(from)) || !looks_like_a_day(to) {
                return Ok(false);
            }
            if !from.is_empty() {
                self.from = Some(day(from)?);
            }
            self.to = Some(day(to)?);
            return Ok(true);
        }
        let bare = word.strip_suffix('起').unwrap_or(word);
        let bare = bare.strip_prefix('自').unwrap_or(bare);
        if !looks_like_a_day(bare) {
            return Ok(false);
        }
        let day: NaiveDate = day(bare)?;
        if self.from.is_none() {
            self.from = Some(day);
        } else {
            self.to = Some(day);
        }
        Ok(true)
    }
}

/// Four digits of a year and a sign after them.
fn looks_like_a_day(word: &str) -> bool {
    let folded = crate::text::fold::fold_width(word);
    let mut chars = folded.chars();
    let year = chars.by_ref().take(4).filter(char::is_ascii_digit).count() == 4;
    year && chars.next().is_some_and(|c| "-./年".contains(c))
}

fn kind_of(ground: &str) -> EvidenceKind {
    let has = |words: &[&str]| words.iter().any(|word| ground.contains(word));
    if has(&["名单", "台账", "花名册"]) {
        EvidenceKind::List
    } else if has(&["声明", "承诺", "自述"]) {
        EvidenceKind::Declaration
    } else if has(&["证明", "介绍信"]) {
        EvidenceKind::Letter
    } else if has(&["证"]) {
        EvidenceKind::Certificate
    } else {
        EvidenceKind::Other
    }
}

#[cfg(test)]
mod tests {
    use super::super::Group;
    use super::*;
    use proptest::prelude::*;

    fn base() -> Membership {
        Membership::undated(Group::YouthNotInSchool)
    }

    #[test]
    fn a_line_as_clerks_type_it() {
        let day = |text: &str| Some(text.parse::<NaiveDate>().unwrap());
        let read = base()
            .with_line("2025.9.1至2027-08-31 初中毕业证 学校 认定2025-08-30 已核")
            .unwrap();
        assert_eq!((read.from, read.to), (day("2025-09-01"), day("2027-08-31")));
        assert_eq!(read.evidence.as_deref(), Some("初中毕业证"));
        assert_eq!(read.evidence_kind, Some(EvidenceKind::Certificate));
        assert_eq!(read.source, Some(GroupSource::School));
        assert_eq!(read.recognised_on, day("2025-08-30"));
        assert!(read.verified);
        assert_eq!(
            base().with_line("至2026-12-31").unwrap().to,
            day("2026-12-31")
        );
        assert_eq!(
            base().with_line("2026年1月5日起").unwrap().from,
            day("2026-01-05")
        );
        let both = base().with_line("2025-01-01 2025-12-31").unwrap();
        assert_eq!((both.from, both.to), (day("2025-01-01"), day("2025-12-31")));
        assert_eq!(base().with_line("").unwrap(), base());
    }

    #[test]
    fn days_that_are_none_and_days_that_run_backwards_are_said() {
        assert_eq!(
            base().with_line("2025-02-30"),
            Err(LineProblem::Day("2025-02-30".to_owned()))
        );
        assert_eq!(
            base().with_line("2026-01-02至2026-01-01"),
            Err(LineProblem::Order)
        );
        // A number of a certificate is no day.
        let read = base().with_line("粤中职2025-118号").unwrap();
        assert_eq!(read.evidence.as_deref(), Some("粤中职2025-118号"));
    }

    proptest! {
        #[test]
        fn a_line_that_was_written_reads_as_itself(
            from in proptest::option::of(0i32..20_000), length in proptest::option::of(0i32..4_000),
            ground in proptest::option::of("[一-龥]{2,6}"), source in proptest::option::of(0usize..6),
            verified in any::<bool>(),
        ) {
            let day = |n: i32| NaiveDate::from_num_days_from_ce_opt(730_000 + n).unwrap();
            let ground = ground.filter(|g| GroupSource::parse(g).is_none() && !g.starts_with(GROUND)
                && !g.starts_with(RECOGNISED) && !g.contains(TO) && g != VERIFIED);
            let written = Membership {
                from: from.map(day),
                to: length.map(|n| day(from.unwrap_or(0) + n)),
                evidence_kind: ground.as_deref().map(kind_of),
                evidence: ground,
                source: source.map(|at| GroupSource::ALL[at]),
                verified,
                ..base()
            };
            prop_assert_eq!(base().with_line(&written.line()), Ok(written));
        }
    }
}
