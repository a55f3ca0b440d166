//! How an offer and a person stand to each other: three values, and every reason for them.

use super::{ids::PersonId, labels::labels, offer::OfferId};

labels! {
    /// The three values. A missing fact is *not known*, never agreement or refusal.
    pub enum Verdict {
        Met = "met", ' ', "符合", "Met";
        Failed = "failed", ' ', "不符合", "Not met";
        Unknown = "unknown", ' ', "待核", "Not known";
    }
}

labels! {
    /// Whether an offer may be made. Only `yes` is an offer.
    pub enum FitLevel {
        Yes = "yes", ' ', "可推荐", "Fits";
        Unknown = "unknown", ' ', "待核", "Not known";
        No = "no", ' ', "不符合", "Does not fit";
    }
}

/// A rule and the clause of the document it stands on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleRef {
    /// Id, such as `R-002-08-01`.
    pub rule: String,
    /// Document number and clause.
    pub clause: String,
}

/// One reason. The words are made in one language when the reason is made, because they quote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FitReason {
    /// Met, failed or not known.
    pub verdict: Verdict,
    /// What was held against what, in one short phrase.
    pub what: String,
    /// The words or the field it rests on.
    pub because: String,
    /// The rule it stands on, if one.
    pub rule: Option<RuleRef>,
    /// For *not known*: the question that would settle it.
    pub ask: Option<String>,
    /// A soft reason (preference, or a word that does not lower a fit below yes) orders, it does not gate.
    pub soft: bool,
    /// It speaks of disability, poverty, health or the like: a list of people shows one neutral mark
    /// for it, only the person's own screen shows the words.
    pub sensitive: bool,
}

/// How one offer stands to one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fit {
    /// May it be offered?
    pub level: FitLevel,
    /// Order among equals; higher is better. Not shown: no bare numbers on screen.
    pub score: i32,
    /// Every reason, gates first.
    pub reasons: Vec<FitReason>,
    /// Words of the text that nobody read (*not checked*).
    pub not_checked: Vec<String>,
}

/// A course or vacancy held against a person, with what a list shows of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfferFit {
    /// Which.
    pub offer: OfferId,
    /// Reference (编号).
    pub reference: String,
    /// Title.
    pub title: String,
    /// Training body or employer.
    pub by: String,
    /// Place, as written.
    pub place: String,
    /// Pay of a vacancy, or opening day of a course, as written.
    pub terms: String,
    /// How it fits.
    pub fit: Fit,
}

/// A person held against a course or vacancy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonFit {
    /// Which person.
    pub person: PersonId,
    /// How it fits.
    pub fit: Fit,
}
