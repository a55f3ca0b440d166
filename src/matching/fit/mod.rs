//! An offer held against a person: three values, every reason, the question that would settle it.
//!
//! A missing fact is *not known*: it is neither agreement nor refusal. Soft words and preferences order, they never
//! gate. Absent on purpose: which offers or people are worth looking at (`offers`).

mod facts;
mod hold;
mod judge;
mod outcome;
mod relation;
mod subject;
mod words;

#[cfg(test)]
mod tests;

use crate::domain::fit::{Fit, FitLevel, FitReason, Verdict};
use crate::text::Lang;
use chrono::NaiveDate;
pub use facts::{Disability, Facts, Health};
use judge::{Finding, Sink, Tally, walk};
pub use relation::Relation;
pub use subject::{Day, Subject};

/// How an offer fits and where it stands among others, without words: the same findings as [`fit`].
pub fn level(
    subject: &Subject,
    facts: &Facts,
    relation: Relation,
    today: NaiveDate,
) -> (FitLevel, i32) {
    let mut tally = Tally::default();
    walk(subject, facts, relation, today, &mut tally);
    (tally.level, tally.score)
}

/// How an offer fits, with every reason in words.
pub fn fit(
    subject: &Subject,
    facts: &Facts,
    relation: Relation,
    today: NaiveDate,
    lang: Lang,
) -> Fit {
    let mut full = Full {
        tally: Tally::default(),
        reasons: Vec::new(),
        subject,
        facts,
        lang,
    };
    walk(subject, facts, relation, today, &mut full);
    let mut reasons = full.reasons;
    reasons.sort_by_key(|r| {
        let verdict = match r.verdict {
            Verdict::Failed => 0,
            Verdict::Unknown => 1,
            Verdict::Met => 2,
        };
        (r.soft, verdict)
    });
    Fit {
        level: full.tally.level,
        score: full.tally.score,
        reasons,
        not_checked: subject
            .requirement
            .unread
            .iter()
            .map(|(words, _)| words.clone())
            .collect(),
    }
}

struct Full<'a> {
    tally: Tally,
    reasons: Vec<FitReason>,
    subject: &'a Subject,
    facts: &'a Facts,
    lang: Lang,
}

impl Sink for Full<'_> {
    fn take(&mut self, finding: &Finding<'_>) {
        self.tally.take(finding);
        self.reasons
            .push(words::reason(finding, self.subject, self.facts, self.lang));
    }
}
