//! Everything of an offer held against one person, in one walk.
//!
//! The walk hands each finding to a [`Sink`]: counting who fits among all people makes no words, showing
//! one fit does, and both see the same findings.

use super::{
    facts::Facts,
    hold::{Basis, Held, Question, hold, named},
    relation::Relation,
    subject::{Day, Subject, is_ahead},
};
use crate::domain::{
    fit::{FitLevel, Verdict},
    offer::OfferKind,
    person::{PersonState, Wish, WorkStatus},
};
use crate::matching::{
    places::{Nearness, nearness},
    requirement::{Condition, Strength},
};
use chrono::NaiveDate;

/// What a finding is about, beside the conditions of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Matter {
    /// The record's state.
    State,
    /// The record says that the person can't work.
    Unable,
    /// Sixteen years (R-GEN-02).
    MinimumAge,
    /// Dangerous or night work (R-GEN-03).
    Minor,
    /// Special operations (R-GEN-04).
    SpecialOperation,
    /// Vacancy closed.
    Closed,
    /// Course begun.
    Begun,
    /// The person holds what the course leads to.
    HeldAlready,
    /// Opening day not known.
    Opening,
    /// Nobody needed.
    NobodyNeeded,
    /// The offer does not name the person's disability.
    NotNamed,
    /// The work plainly excludes the person's disability.
    Excluded,
    /// The offer names the person's disability.
    Named,
    /// Wish and work.
    Wish(Relation),
    /// No wish on record.
    NoWish,
    /// Hardly anything on record.
    Empty,
    /// Training wish on record.
    TrainingWish,
    /// Place.
    Place(Option<Nearness>),
    /// Pay against the expectation.
    Pay,
    /// At school or in the army.
    InSchool,
}

/// One finding.
pub(super) enum Finding<'a> {
    /// A condition of the text.
    Condition(&'a Condition, Held),
    /// Several of which one is enough.
    Either(&'a [&'a Condition], Held),
    /// Something else.
    Matter(Matter, Held),
}

/// Where findings go.
pub(super) trait Sink {
    /// Takes one.
    fn take(&mut self, finding: &Finding<'_>);
}

/// Level and order, without words.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tally {
    pub(super) level: FitLevel,
    pub(super) score: i32,
}

impl Default for Tally {
    fn default() -> Self {
        Self {
            level: FitLevel::Yes,
            score: 500,
        }
    }
}

impl Sink for Tally {
    fn take(&mut self, finding: &Finding<'_>) {
        let (held, weight) = match finding {
            Finding::Condition(c, held) => (
                held,
                if c.strength == Strength::Prefer {
                    40
                } else {
                    6
                },
            ),
            Finding::Either(_, held) => (held, 6),
            Finding::Matter(matter, held) => (held, matter_weight(*matter)),
        };
        match held.verdict {
            Verdict::Met => self.score += weight,
            Verdict::Failed => self.score -= weight,
            Verdict::Unknown => self.score -= weight / 4 + 1,
        }
        if !held.soft {
            self.level = match (self.level, held.verdict) {
                (FitLevel::No, _) | (_, Verdict::Failed) => FitLevel::No,
                (_, Verdict::Unknown) => FitLevel::Unknown,
                (level, Verdict::Met) => level,
            };
        }
    }
}

fn matter_weight(matter: Matter) -> i32 {
    match matter {
        Matter::Wish(Relation::Same) => 300,
        Matter::Wish(Relation::Occupation) => 220,
        Matter::Wish(Relation::Field) => 120,
        Matter::Wish(Relation::Refused) => 400,
        Matter::Place(Some(Nearness::Town)) => 60,
        Matter::Place(Some(Nearness::County)) => 40,
        Matter::Place(Some(Nearness::City)) => 25,
        Matter::Place(Some(Nearness::Far)) => 80,
        // Who does not want to learn stands behind whoever does, whatever the work.
        Matter::TrainingWish => 200,
        Matter::Named => 50,
        Matter::Pay => 20,
        _ => 4,
    }
}

fn held(verdict: Verdict, soft: bool, question: Question) -> Held {
    Held {
        verdict,
        soft,
        basis: Basis::None,
        question,
    }
}

/// Walks over everything that bears on the person.
pub(super) fn walk(
    subject: &Subject,
    facts: &Facts,
    relation: Relation,
    today: NaiveDate,
    sink: &mut impl Sink,
) {
    let mut say = |matter: Matter, finding: Held| sink.take(&Finding::Matter(matter, finding));
    let no = held(Verdict::Failed, false, Question::None);
    let ask = |question| held(Verdict::Unknown, false, question);
    let post = subject.kind == OfferKind::Vacancies;
    if matches!(
        facts.state,
        PersonState::Dead | PersonState::Merged | PersonState::MovedAway
    ) {
        say(Matter::State, no);
    }
    if post && facts.unable {
        say(Matter::Unable, no);
    }
    if post && facts.status == Some(WorkStatus::InSchool) {
        say(
            Matter::InSchool,
            held(Verdict::Unknown, true, Question::Status),
        );
    }
    availability(subject, today, &mut say);
    let age = facts.age(today);
    let of_age = |verdict| Held {
        basis: age.map_or(Basis::None, Basis::Age),
        ..held(verdict, false, Question::None)
    };
    if post {
        match age {
            None => say(Matter::MinimumAge, ask(Question::BirthDate)),
            Some(years) if years < MINIMUM_AGE => say(Matter::MinimumAge, of_age(Verdict::Failed)),
            Some(years) if years < ADULT && subject.not_for_minors.is_some() => {
                say(Matter::Minor, of_age(Verdict::Failed));
            }
            Some(_) => {}
        }
        if facts.disability.is_some() {
            let excluded = facts
                .disability
                .and_then(|d| d.kind)
                .is_some_and(|k| subject.excludes.contains(&k));
            match named(subject, facts) {
                Some(found) => say(Matter::Named, found),
                None if excluded => say(Matter::Excluded, no),
                None => say(Matter::NotNamed, ask(Question::Employer)),
            }
        }
    } else if subject.special_operation {
        match age {
            None => say(Matter::SpecialOperation, ask(Question::BirthDate)),
            Some(years) if years < ADULT => say(Matter::SpecialOperation, of_age(Verdict::Failed)),
            Some(_) => {}
        }
    }
    let held_already = subject.outcome.as_ref().and_then(|o| o.held(facts, today));
    if let Some(at) = held_already {
        let found = Held {
            basis: Basis::Certificate(at),
            ..no
        };
        say(Matter::HeldAlready, found);
    }
    let conditions = &subject.requirement.conditions;
    for (at, condition) in conditions.iter().enumerate() {
        match condition.either {
            None => {
                if let Some(held) = hold(condition, subject, facts, today) {
                    sink.take(&Finding::Condition(condition, held));
                }
            }
            Some(number) if conditions[..at].iter().all(|c| c.either != Some(number)) => {
                either(number, subject, facts, today, sink);
            }
            Some(_) => {}
        }
    }
    wishes(subject, facts, relation, sink);
}

/// R-GEN-02: nobody younger works.
const MINIMUM_AGE: i32 = 16;
/// R-GEN-03, R-GEN-04.
const ADULT: i32 = 18;

fn availability(subject: &Subject, today: NaiveDate, say: &mut impl FnMut(Matter, Held)) {
    let no = held(Verdict::Failed, false, Question::None);
    if subject.nobody_needed {
        say(Matter::NobodyNeeded, no);
    }
    match subject.day {
        Day::On { day, late } if day < today => match (subject.kind, late) {
            (OfferKind::Vacancies, _) => say(Matter::Closed, no),
            (OfferKind::Courses, true) => {
                say(Matter::Begun, held(Verdict::Unknown, false, Question::Join));
            }
            (OfferKind::Courses, false) => say(Matter::Begun, no),
        },
        // Behind us by the nearest reading: perhaps begun, perhaps next year's.
        Day::Yearless(month, day) if !is_ahead(month, day, today) => {
            say(
                Matter::Begun,
                held(Verdict::Unknown, false, Question::Opening),
            );
        }
        Day::Open | Day::None if subject.kind == OfferKind::Courses => {
            say(
                Matter::Opening,
                held(Verdict::Unknown, true, Question::Opening),
            );
        }
        _ => {}
    }
}

/// Of alternatives the best counts; a soft one that is open keeps the whole open.
fn either(number: u16, subject: &Subject, facts: &Facts, today: NaiveDate, sink: &mut impl Sink) {
    let members: Vec<&Condition> = subject
        .requirement
        .conditions
        .iter()
        .filter(|c| c.either == Some(number))
        .collect();
    let mut best: Option<Held> = None;
    let rank = |h: &Held| match h.verdict {
        Verdict::Met => 0,
        Verdict::Unknown => 1,
        Verdict::Failed => 2,
    };
    let mut soft = true;
    for condition in &members {
        if let Some(held) = hold(condition, subject, facts, today) {
            soft &= held.soft;
            if best.is_none_or(|known| rank(&held) < rank(&known)) {
                best = Some(held);
            }
        }
    }
    if let Some(best) = best {
        sink.take(&Finding::Either(&members, Held { soft, ..best }));
    }
}

fn wishes(subject: &Subject, facts: &Facts, relation: Relation, sink: &mut impl Sink) {
    let mut say = |matter: Matter, finding: Held| sink.take(&Finding::Matter(matter, finding));
    let soft = |verdict, question| held(verdict, true, question);
    if facts.empty {
        say(Matter::Empty, held(Verdict::Unknown, false, Question::Wish));
    } else if !facts.wish_known {
        say(Matter::NoWish, soft(Verdict::Unknown, Question::Wish));
    } else {
        let verdict = if relation >= Relation::Field {
            Verdict::Met
        } else {
            Verdict::Failed
        };
        say(Matter::Wish(relation), soft(verdict, Question::None));
    }
    if subject.kind == OfferKind::Courses {
        match facts.training_wish {
            Some(Wish::Yes) => say(Matter::TrainingWish, soft(Verdict::Met, Question::None)),
            Some(Wish::No) => say(Matter::TrainingWish, soft(Verdict::Failed, Question::None)),
            Some(Wish::NotAsked) | None => {}
        }
    }
    let near = nearness(facts.home, subject.place);
    let verdict = match near {
        None => Verdict::Unknown,
        Some(Nearness::Far) => Verdict::Failed,
        Some(_) => Verdict::Met,
    };
    if near.is_some() || facts.home.city.is_none() {
        let question = match near {
            None => Question::Place,
            Some(_) => Question::None,
        };
        say(Matter::Place(near), soft(verdict, question));
    }
    if let (Some(pay), Some(expected)) = (subject.pay, facts.expected) {
        let verdict = if pay.high >= expected {
            Verdict::Met
        } else {
            Verdict::Failed
        };
        say(Matter::Pay, soft(verdict, Question::None));
    }
}
