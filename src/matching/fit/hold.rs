//! One condition held against one person: met, failed, or not known with the question that would settle it.

use super::{
    facts::{Facts, Health},
    subject::Subject,
};
use crate::domain::{
    fit::Verdict,
    group::Group,
    offer::OfferKind,
    person::{DisabilityKind, Sex},
};
use crate::matching::requirement::{
    Condition, Flaw, Kind, Part, Strength,
    certificate::{self, Standing},
};
use chrono::NaiveDate;

/// What settles an open question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Question {
    None,
    BirthDate,
    Relaxed,
    Sex,
    Schooling,
    Major,
    Certificate,
    WhichCertificate,
    Level,
    Experience,
    Skill,
    Health,
    Paper,
    Group,
    GroupKind,
    Disability,
    DisabilityLevel,
    Residence,
    Employer,
    Join,
    Opening,
    Wish,
    Place,
    Status,
}

/// The field that a verdict rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Basis {
    None,
    Age(i32),
    Sex,
    Schooling,
    Certificate(usize),
    Certificates,
    Groups,
    Disability,
    Health,
}

/// A verdict before its words are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Held {
    pub(super) verdict: Verdict,
    pub(super) soft: bool,
    pub(super) basis: Basis,
    pub(super) question: Question,
}

impl Held {
    fn met(basis: Basis) -> Self {
        Self {
            verdict: Verdict::Met,
            soft: false,
            basis,
            question: Question::None,
        }
    }

    fn failed(basis: Basis) -> Self {
        Self {
            verdict: Verdict::Failed,
            ..Self::met(basis)
        }
    }

    fn unknown(basis: Basis, question: Question) -> Self {
        Self {
            verdict: Verdict::Unknown,
            question,
            ..Self::met(basis)
        }
    }

    fn soft(self) -> Self {
        Self { soft: true, ..self }
    }
}

/// Holds a condition against the facts; `None` where it does not bear on this person.
pub(super) fn hold(
    condition: &Condition,
    subject: &Subject,
    facts: &Facts,
    today: NaiveDate,
) -> Option<Held> {
    let held = match &condition.kind {
        Kind::Age { sex, min, max } => age(subject, facts, today, *sex, *min, *max)?,
        Kind::Sex(sex) => one_sex(subject, facts, *sex),
        Kind::Schooling { least, major } => match facts.schooling {
            None => Held::unknown(Basis::Schooling, Question::Schooling),
            Some(has) if has.rank() < least.rank() => Held::failed(Basis::Schooling),
            // A subject is asked for: 高中 has none, the others' is not on record.
            Some(crate::domain::person::Schooling::Senior) if *major => {
                Held::failed(Basis::Schooling)
            }
            Some(_) if *major => Held::unknown(Basis::Schooling, Question::Major),
            Some(_) => Held::met(Basis::Schooling),
        },
        Kind::Certificate(core) => held_certificate(core, subject, facts),
        Kind::Level { rank, of } => held_level(*rank, of, subject, facts),
        Kind::Experience(_) => Held::unknown(Basis::None, Question::Experience).soft(),
        Kind::Skill => skill(&condition.words, facts),
        Kind::Health => health(&condition.words, facts),
        Kind::Paper => {
            let at = facts
                .certificates
                .iter()
                .position(|c| certificate::is_paper(c) && shares(&condition.words, c));
            match at {
                Some(at) => Held::met(Basis::Certificate(at)).soft(),
                None => Held::unknown(Basis::None, Question::Paper).soft(),
            }
        }
        Kind::Group(group) => held_group(*group, subject, facts, today),
        Kind::Disability {
            kinds,
            levels,
            only,
        } => {
            let for_them = *only
                || condition.either.is_some()
                || subject.kind == OfferKind::Courses
                    && matches!(condition.part, Part::Target | Part::Condition | Part::Title);
            if !for_them {
                return None;
            }
            disabled(kinds, *levels, facts)
        }
        Kind::Residence => Held::unknown(Basis::None, Question::Residence).soft(),
        Kind::NoLimit => Held::met(Basis::None).soft(),
        Kind::Full => Held::failed(Basis::None),
        Kind::Flaw(flaw) => match flaw {
            Flaw::Deposit if subject.kind == OfferKind::Vacancies => {
                Held::unknown(Basis::None, Question::Employer)
            }
            Flaw::Disability if facts.disability.is_some() => Held::failed(Basis::Disability),
            _ => Held::failed(Basis::None).soft(),
        },
        Kind::AgeRelaxed(_) | Kind::Shift { .. } | Kind::Board | Kind::Hazard => return None,
    };
    Some(if condition.strength == Strength::Prefer {
        held.soft()
    } else {
        held
    })
}

fn age(
    subject: &Subject,
    facts: &Facts,
    today: NaiveDate,
    sex: Option<Sex>,
    min: Option<u8>,
    max: Option<u8>,
) -> Option<Held> {
    if let Some(sex) = sex {
        match facts.sex {
            None => return Some(Held::unknown(Basis::Sex, Question::Sex)),
            Some(own) if own != sex => return None,
            Some(_) => {}
        }
    }
    let Some(years) = facts.age(today) else {
        return Some(Held::unknown(Basis::None, Question::BirthDate));
    };
    let basis = Basis::Age(years);
    if min.is_some_and(|min| years < i32::from(min)) {
        return Some(Held::failed(basis));
    }
    if max.is_some_and(|max| years > i32::from(max)) {
        let relaxed = subject
            .requirement
            .conditions
            .iter()
            .any(|c| matches!(c.kind, Kind::AgeRelaxed(n) if years <= i32::from(n)));
        return Some(if relaxed {
            Held::unknown(basis, Question::Relaxed)
        } else {
            Held::failed(basis)
        });
    }
    Some(Held::met(basis))
}

/// Work at which the law itself keeps women out (女职工劳动保护特别规定 附录).
const MEN_BY_LAW: [&str; 2] = ["井下", "矿山"];

fn one_sex(subject: &Subject, facts: &Facts, sex: Sex) -> Held {
    let held = match facts.sex {
        None => Held::unknown(Basis::Sex, Question::Sex),
        Some(own) if own == sex => Held::met(Basis::Sex),
        Some(_) => Held::failed(Basis::Sex),
    };
    let lawful = subject.kind == OfferKind::Courses
        || sex == Sex::Male && MEN_BY_LAW.iter().any(|w| subject.title.contains(w));
    if lawful { held } else { held.soft() }
}

fn held_certificate(core: &str, subject: &Subject, facts: &Facts) -> Held {
    let asked = if core.is_empty() {
        subject.title_core.as_str()
    } else {
        core
    };
    let mut may_be = None;
    for (at, have) in facts.certificates.iter().enumerate() {
        match certificate::stands(have, asked) {
            Standing::Meets => return Held::met(Basis::Certificate(at)),
            Standing::MayBe => may_be = Some(at),
            Standing::Other => {}
        }
    }
    match may_be {
        Some(at) => Held::unknown(Basis::Certificate(at), Question::WhichCertificate),
        None if facts.certificates_asked && !core.is_empty() => Held::failed(Basis::Certificates),
        None => Held::unknown(Basis::Certificates, Question::Certificate),
    }
}

fn held_level(rank: u8, of: &str, subject: &Subject, facts: &Facts) -> Held {
    let trade = if of.is_empty() {
        subject.title_core.as_str()
    } else {
        of
    };
    let mut best: Option<(Option<u8>, usize)> = None;
    for (at, have) in facts.certificates.iter().enumerate() {
        if shares(trade, &certificate::core(have)) {
            let level = certificate::level(have);
            if best.is_none_or(|(known, _)| level > known) {
                best = Some((level, at));
            }
        }
    }
    match best {
        Some((Some(level), at)) if level >= rank => Held::met(Basis::Certificate(at)),
        Some((Some(_), at)) => Held::failed(Basis::Certificate(at)),
        Some((None, at)) => Held::unknown(Basis::Certificate(at), Question::Level),
        None if facts.certificates_asked => Held::failed(Basis::Certificates),
        None => Held::unknown(Basis::Certificates, Question::Certificate),
    }
}

/// Whether two words have two neighbouring characters in common.
fn shares(a: &str, b: &str) -> bool {
    let a: Vec<char> = a.chars().collect();
    let b: Vec<char> = b.chars().collect();
    a.windows(2)
        .any(|pair| b.windows(2).any(|other| other == pair))
        || (a == b && !a.is_empty())
}

fn kind_is(facts: &Facts, kinds: &[DisabilityKind]) -> bool {
    facts
        .disability
        .and_then(|d| d.kind)
        .is_some_and(|k| kinds.contains(&k))
}

/// Words of skill that a recorded disability contradicts.
fn skill(words: &str, facts: &Facts) -> Held {
    let spoken = ["普通话", "粤语", "白话", "英语"]
        .iter()
        .any(|w| words.contains(w));
    if spoken && kind_is(facts, &[DisabilityKind::Hearing, DisabilityKind::Speech]) {
        return Held::failed(Basis::Disability);
    }
    Held::unknown(Basis::None, Question::Skill).soft()
}

fn health(words: &str, facts: &Facts) -> Held {
    let against: &[DisabilityKind] = if ["视", "眼", "色"].iter().any(|w| words.contains(w)) {
        &[DisabilityKind::Sight]
    } else if words.contains('听') {
        &[DisabilityKind::Hearing]
    } else if ["肢", "双手"].iter().any(|w| words.contains(w)) {
        &[DisabilityKind::Physical]
    } else {
        &[]
    };
    let general = words.contains("健康") || words.contains("身体");
    if kind_is(facts, against) {
        // 双手健全 asks for hands; which limb is meant is not on record.
        return if words.contains('肢') || words.contains("双手") {
            Held::unknown(Basis::Disability, Question::Health)
        } else {
            Held::failed(Basis::Disability)
        };
    }
    match facts.health {
        Health::Poor if general => Held::failed(Basis::Health),
        Health::Good if general => Held::met(Basis::Health).soft(),
        _ => Held::unknown(Basis::Health, Question::Health).soft(),
    }
}

fn held_group(group: Group, subject: &Subject, facts: &Facts, today: NaiveDate) -> Held {
    let valid = |wanted: Group| {
        facts
            .groups
            .iter()
            .any(|m| m.group.is_within(wanted) && m.is_valid_on(today))
    };
    if valid(group) {
        return Held::met(Basis::Groups);
    }
    if group == Group::VeteranSelfEmployed
        && facts
            .groups
            .iter()
            .any(|m| m.group == Group::Veteran && m.is_valid_on(today))
    {
        return Held {
            question: Question::GroupKind,
            ..Held::met(Basis::Groups)
        };
    }
    if group == Group::HardToEmploy && facts.disability.is_some() {
        return Held::met(Basis::Disability);
    }
    let ended = facts.groups.iter().any(|m| m.group.is_within(group));
    // Words of a target that nobody read may name this very person.
    let others_named = subject.target_unread;
    if ended {
        Held::failed(Basis::Groups)
    } else if facts.groups.is_empty() || others_named {
        Held::unknown(Basis::Groups, Question::Group)
    } else {
        Held::failed(Basis::Groups)
    }
}

fn disabled(kinds: &[DisabilityKind], levels: Option<(u8, u8)>, facts: &Facts) -> Held {
    let Some(disability) = facts.disability else {
        return Held::unknown(Basis::None, Question::Disability);
    };
    let kind = match disability.kind {
        _ if kinds.is_empty() => Verdict::Met,
        Some(own) if kinds.contains(&own) => Verdict::Met,
        Some(DisabilityKind::Multiple) | None => Verdict::Unknown,
        Some(_) => Verdict::Failed,
    };
    let level = match (levels, disability.level) {
        (None, _) => Verdict::Met,
        (Some(_), None) => Verdict::Unknown,
        (Some((grave, light)), Some(own)) if (grave..=light).contains(&own) => Verdict::Met,
        (Some(_), Some(_)) => Verdict::Failed,
    };
    match (kind, level) {
        (Verdict::Failed, _) | (_, Verdict::Failed) => Held::failed(Basis::Disability),
        (Verdict::Met, Verdict::Met) => Held::met(Basis::Disability),
        _ => Held::unknown(Basis::Disability, Question::DisabilityLevel),
    }
}

/// Whether a vacancy names the kind and level of a disability: `None` where it names none that may be
/// this one.
pub(super) fn named(subject: &Subject, facts: &Facts) -> Option<Held> {
    let disability = subject
        .requirement
        .conditions
        .iter()
        .filter_map(|c| match &c.kind {
            Kind::Disability { kinds, levels, .. } => Some(disabled(kinds, *levels, facts)),
            _ => None,
        });
    // The best of what is named; a kind that is not named is not known, never refused.
    let best = disability.min_by_key(|h| match h.verdict {
        Verdict::Met => 0,
        Verdict::Unknown => 1,
        Verdict::Failed => 2,
    })?;
    (best.verdict != Verdict::Failed).then_some(best)
}
