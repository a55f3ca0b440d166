//! A clerk's text (`45岁以下，有叉车证`, `底薪3700+计件，综合5500-6500`, `零基础可报`) → conditions.
//!
//! Every character ends in a condition, among the unread words, or as a separator: nothing is dropped in
//! silence. A limit is a gate where it is stated as one; …优先 never is.
//!
//! Absent on purpose: whether somebody meets a condition (`fit`).

mod age;
pub(super) mod certificate;
mod disability;
pub mod pay;
mod readers;
mod scan;
mod schooling;
mod words;

#[cfg(test)]
mod tests;

use crate::domain::{
    group::Group,
    person::{DisabilityKind, Schooling, Sex},
};

/// The column a text stands in; it decides how strongly a bare statement is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Title: names the work, its dangers, and sometimes whom it is for.
    Title,
    /// 招生对象.
    Target,
    /// 条件 of a course.
    Condition,
    /// 要求 of a vacancy.
    Requirement,
    /// 备注.
    Remark,
    /// 福利, 费用, 薪资: only what bears on fitness is taken from them.
    Benefit,
}

/// How strongly a condition is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strength {
    /// A gate.
    Must,
    /// …优先: orders, never gates.
    Prefer,
    /// A soft word: shown as a question, does not lower a fit.
    Soft,
}

/// An unlawful or suspicious demand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    /// Money or papers taken from the applicant.
    Deposit,
    /// Carriers of hepatitis B kept out.
    Hepatitis,
    /// Marriage or children asked for.
    Marriage,
    /// People of other provinces kept out.
    Origin,
    /// Disabled people kept out.
    Disability,
    /// Younger than sixteen taken.
    ChildLabour,
}

/// What a condition states.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// Completed years, both ends inclusive; of one sex only where it says so.
    Age {
        /// Whom it binds.
        sex: Option<Sex>,
        /// Youngest.
        min: Option<u8>,
        /// Oldest.
        max: Option<u8>,
    },
    /// The upper age may be stretched to this.
    AgeRelaxed(u8),
    /// One sex only.
    Sex(Sex),
    /// At least this schooling; `major`: of a stated subject, which 高中 alone does not meet.
    Schooling {
        /// The lowest that is enough.
        least: Schooling,
        /// A subject is named.
        major: bool,
    },
    /// A certificate; the words that name it, without the general ones.
    Certificate(String),
    /// A papers-in-order certificate or proof that is got easily: health certificate, identity card.
    Paper,
    /// A level of skill: 1 初级工/五级 … 5 高级技师/一级, of the trade in the words (may be empty).
    Level {
        /// Rank.
        rank: u8,
        /// Trade.
        of: String,
    },
    /// Experience, perhaps of so many years.
    Experience(Option<u8>),
    /// Membership in a group.
    Group(Group),
    /// Open to these kinds of disability (empty: any); levels inclusive, 1 the gravest. `only`: for nobody else.
    Disability {
        /// Kinds.
        kinds: Vec<DisabilityKind>,
        /// Gravest and lightest level named.
        levels: Option<(u8, u8)>,
        /// For disabled people only.
        only: bool,
    },
    /// Health, sight, hearing, colour vision, as the words say.
    Health,
    /// Skills, character, tools.
    Skill,
    /// Residence registered in some place.
    Residence,
    /// Shifts; `night`: by night too.
    Shift {
        /// By night too.
        night: bool,
    },
    /// Board or lodging.
    Board,
    /// Dust, height, heat, welding and the like.
    Hazard,
    /// Nobody more is taken.
    Full,
    /// Plainly no limit.
    NoLimit,
    /// An unlawful or suspicious demand.
    Flaw(Flaw),
}

/// One condition and the words it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// What it states.
    pub kind: Kind,
    /// How strongly.
    pub strength: Strength,
    /// The words.
    pub words: String,
    /// Where they stand in the text, in characters.
    pub span: (usize, usize),
    /// Conditions of one number are alternatives (…或…): one is enough.
    pub either: Option<u16>,
    /// The column.
    pub part: Part,
}

/// A text, read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Requirement {
    /// What was understood.
    pub conditions: Vec<Condition>,
    /// What was not, where it stands in its text.
    pub unread: Vec<(String, (usize, usize))>,
}

/// Reads one column of an offer.
pub fn read(text: &str, part: Part) -> Requirement {
    scan::scan(text, part)
}

impl Requirement {
    /// Takes in what another column states.
    pub fn extend(&mut self, other: Self) {
        let next = self
            .conditions
            .iter()
            .filter_map(|c| c.either)
            .max()
            .map_or(0, |n| n.saturating_add(1));
        self.conditions
            .extend(other.conditions.into_iter().map(|c| Condition {
                either: c.either.map(|n| n.saturating_add(next)),
                ..c
            }));
        self.unread.extend(other.unread);
    }
}
