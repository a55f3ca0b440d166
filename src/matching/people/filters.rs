//! Filters held against the columns: which rows of a segment satisfy all of them.
//!
//! A filter asks one column of numbers, or the lists of some terms, so that a million people cost a
//! few passes over a few megabytes. Absent on purpose: ranking; a filter holds or does not.

use super::{
    Index, SearchContext,
    asked::Asked,
    closed::{self, Named},
    columns::{Row, contact_day},
    meant::Rows,
    rank::{self, Depth},
    scope::term_kinds,
    segment::Segment,
    terms::TermRanks,
};
use crate::domain::{
    filter::{FilterField, FilterProblem},
    hit::{HitBy, HitField, HitMatch},
};
use crate::matching::query::{Filter, FilterValue, Query, Scope, Scoped, Word};

/// How far the words of a filter are heard: it says one thing, so the first depth that finds a value
/// is the last.
const DEPTHS: [Depth; 3] = [Depth::Plain, Depth::SameSound, Depth::NearSound(2)];

/// Words for whoever works now.
const MYSELF: [&str; 3] = ["我", "wo", "me"];

impl Rows {
    pub(super) fn living(segment: &Segment) -> Self {
        let mut rows = segment.living_rows().to_vec();
        // Bits beyond the last row stand for nobody.
        if let Some(last) = rows
            .last_mut()
            .filter(|_| !segment.rows().is_multiple_of(64))
        {
            *last &= (1 << (segment.rows() % 64)) - 1;
        }
        Self(rows)
    }

    /// The rows for which a column holds.
    fn holding<T>(column: &[T], holds: impl Fn(&T) -> bool) -> Self {
        let word = |rows: &[T]| {
            let bits = rows.iter().zip(0..);
            bits.fold(0, |word, (value, at)| word | u64::from(holds(value)) << at)
        };
        Self(column.chunks(64).map(word).collect())
    }

    /// The rows of some lists.
    fn listed<'a>(lists: impl Iterator<Item = &'a [Row]>, segment: &Segment) -> Self {
        let mut rows = Self::none(segment.rows());
        for row in lists.flatten() {
            rows.put(*row);
        }
        rows
    }

    /// Keeps the rows that are in another set, or those that are not.
    fn keep(&mut self, other: &Self, inside: bool) {
        let flip = if inside { 0 } else { u64::MAX };
        for (word, of) in self.0.iter_mut().zip(&other.0) {
            *word &= of ^ flip;
        }
    }

    pub(super) fn count(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// The rows in their order.
    pub(super) fn iter(&self) -> impl Iterator<Item = Row> + '_ {
        (0..).zip(&self.0).flat_map(|(at, word)| {
            let mut left = *word;
            std::iter::from_fn(move || {
                let bit = left.trailing_zeros();
                (left != 0).then(|| {
                    left &= left - 1;
                    at * 64 + bit
                })
            })
        })
    }
}

/// What one filter asks of the columns.
enum Test {
    Groups(u64),
    Statuses(u16),
    Born(u32, u32),
    /// Numbers of the first and the last day of contact, and whether none at all holds too.
    Contacted(u16, u16, bool),
    Worker(String),
    Terms(Words),
    Nobody,
}

/// A typed word held against terms.
pub(super) struct Words {
    scoped: Scoped,
    depth: Depth,
    /// Letters and digits as they stand, where the word has digits or is one letter.
    literal: Option<String>,
}

impl Words {
    fn asked(&self, index: &Index, segment: &Segment) -> Asked {
        let mut asked = Asked::new(index, segment, &self.scoped, self.depth);
        asked.go_far(index, segment);
        asked
    }

    /// The terms of a segment that are meant.
    pub(super) fn terms(&self, index: &Index, segment: &Segment) -> TermRanks {
        let Some(literal) = &self.literal else {
            return self.asked(index, segment).terms;
        };
        let mut ranks = TermRanks::default();
        let kinds = term_kinds(self.scoped.scope);
        for term in (0..).take(segment.terms.len()) {
            if segment.terms.kind(term).bit() & kinds == 0 {
                continue;
            }
            let codes = segment.terms.codes(term);
            let means = if literal.len() == 1 {
                let first = codes.first().map(|code| segment.signs.sign(*code).0);
                first.is_some_and(|s| index.lexicon.syllable(s).starts_with(literal.as_str()))
            } else {
                segment.text(codes).contains(literal.as_str())
            };
            if means {
                ranks.add(segment.terms.len(), term, rank::FAR);
            }
        }
        ranks
    }

    fn rows(&self, index: &Index, segment: &Segment) -> Rows {
        let mut rows = Rows::none(segment.rows());
        for term in self.terms(index, segment).found {
            if segment.terms.kind(term).is_place() {
                for place in segment.term_places.get(term) {
                    for row in segment.place_rows.get(*place) {
                        rows.put(*row);
                    }
                }
            }
            for row in segment.word_rows.get(term) {
                rows.put(*row);
            }
        }
        rows
    }

    fn shown(&self, index: &Index, segment: &Segment, row: Row) -> Option<HitMatch> {
        if self.literal.is_none() {
            let asked = self.asked(index, segment);
            let reason = asked.reason(index, segment, row)?;
            return Some(asked.shown(&index.lexicon, segment, row, reason));
        }
        let field = match self.scoped.scope {
            Scope::Cert => HitField::Certs,
            Scope::Wish => HitField::Wishes,
            Scope::Village => HitField::Village,
            _ => HitField::Town,
        };
        Some(found_in(field))
    }
}

fn found_in(field: HitField) -> HitMatch {
    HitMatch {
        field,
        by: HitBy::Infix,
        spans: Vec::new(),
        heard: None,
    }
}

/// The fields whose values are words of the records.
pub(super) fn scope_of(field: FilterField) -> Option<Scope> {
    match field {
        FilterField::Town => Some(Scope::Town),
        FilterField::Village => Some(Scope::Village),
        FilterField::Place => Some(Scope::Place),
        FilterField::Cert => Some(Scope::Cert),
        FilterField::Wish => Some(Scope::Wish),
        _ => None,
    }
}

/// The filters of a query, each with what it asks; what could not be understood stands beside them.
pub(super) struct Filters {
    tests: Vec<(FilterField, Test, bool)>,
    pub(super) problems: Vec<FilterProblem>,
}

impl Filters {
    /// Reads the filters of a query for an index on a day.
    pub(super) fn of(index: &Index, query: &Query, context: &SearchContext<'_>) -> Self {
        let mut problems = query.problems.clone();
        let tests = query.filters.iter().map(|filter| {
            let test = test(index, filter, context).unwrap_or_else(|problem| {
                problems.push(problem);
                Test::Nobody
            });
            (filter.field, test, filter.not)
        });
        Self {
            tests: tests.collect(),
            problems,
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.tests.is_empty()
    }

    /// The living rows of a segment that satisfy all of them.
    pub(super) fn rows(&self, index: &Index, segment: &Segment) -> Rows {
        let mut rows = Rows::living(segment);
        for (_, test, not) in &self.tests {
            rows.keep(&test.rows(index, segment), !not);
        }
        rows
    }

    /// What each of them rests on in a row.
    pub(super) fn shown<'a>(
        &'a self,
        index: &'a Index,
        segment: &'a Segment,
        row: Row,
    ) -> impl Iterator<Item = HitMatch> + 'a {
        let tests = self.tests.iter().filter(|(_, _, not)| !not);
        tests.filter_map(move |(field, test, _)| match (test, field) {
            (Test::Terms(words), _) => words.shown(index, segment, row),
            (_, FilterField::Group) => Some(found_in(HitField::Group)),
            (_, FilterField::Status) => Some(found_in(HitField::Status)),
            (_, FilterField::Age) => Some(found_in(HitField::BirthDate)),
            (_, FilterField::Worker) => Some(found_in(HitField::Worker)),
            _ => Some(found_in(HitField::LastContact)),
        })
    }
}

impl Test {
    fn rows(&self, index: &Index, segment: &Segment) -> Rows {
        let columns = &segment.columns;
        match self {
            Self::Groups(bits) => {
                let sets = (0u32..).zip(columns.group_sets());
                let meant = sets.filter(|(_, set)| *set & bits != 0);
                Rows::listed(meant.map(|(n, _)| segment.group_rows.get(n)), segment)
            }
            Self::Statuses(bits) => Rows::holding(&columns.statuses, |s| bits >> s & 1 != 0),
            // A birth date that is not known counts neither way.
            Self::Born(first, last) => {
                let born = segment.numbers.born_between(columns, *first, *last);
                Rows::listed(std::iter::once(born), segment)
            }
            Self::Contacted(first, last, never) => {
                Rows::holding(&columns.contacted, |day| match day {
                    0 => *never,
                    day => (first..=last).contains(&day),
                })
            }
            Self::Worker(typed) => {
                let (of_rows, names) = columns.worker_numbers();
                let meant: Vec<bool> = names.iter().map(|n| is_worker(index, n, typed)).collect();
                Rows::holding(of_rows, |n| meant[usize::from(*n)])
            }
            Self::Terms(words) => words.rows(index, segment),
            Self::Nobody => Rows::none(segment.rows()),
        }
    }
}

fn is_worker(index: &Index, name: &str, typed: &str) -> bool {
    !name.is_empty() && closed::named(&index.lexicon, [name], typed) > Named::No
}

fn test(
    index: &Index,
    filter: &Filter,
    context: &SearchContext<'_>,
) -> Result<Test, FilterProblem> {
    let word = match &filter.value {
        FilterValue::Born(first, last) => return Ok(Test::Born(*first, *last)),
        FilterValue::Ago { from, to, never } => {
            let (first, last) = days(contact_day(context.today), *from, *to);
            return Ok(Test::Contacted(first, last, *never));
        }
        FilterValue::Word(word) => word,
    };
    let lexicon = &index.lexicon;
    let found = match filter.field {
        FilterField::Group => match closed::bits_within(&closed::groups(lexicon, word)) {
            0 => None,
            bits => Some(Test::Groups(bits)),
        },
        FilterField::Status => match closed::statuses(lexicon, word) {
            0 => None,
            bits => Some(Test::Statuses(bits)),
        },
        FilterField::Worker => {
            let typed = if MYSELF.contains(&word.as_str()) {
                lexicon.fold(context.me)
            } else {
                word.clone()
            };
            let known = |s: &Segment| {
                let (_, names) = s.columns.worker_numbers();
                names.iter().any(|name| is_worker(index, name, &typed))
            };
            let any = index.segments.iter().any(known);
            any.then_some(Test::Worker(typed))
        }
        field => scope_of(field)
            .and_then(|scope| words(index, scope, word))
            .map(Test::Terms),
    };
    found.ok_or_else(|| FilterProblem::NoSuchValue {
        field: filter.field,
        value: word.clone(),
    })
}

/// The numbers of the first and last day that lie `from` to `to` days back; a day to come counts as
/// today.
fn days(today: u16, from: u32, to: u32) -> (u16, u16) {
    if from == u32::MAX {
        // No day at all.
        return (u16::MAX, 0);
    }
    let back = |days: u32| u32::from(today).saturating_sub(days).max(1);
    let last = if from == 0 {
        u32::from(u16::MAX)
    } else if from >= u32::from(today) {
        0
    } else {
        back(from)
    };
    let number = |n: u32| u16::try_from(n).unwrap_or(u16::MAX);
    (number(back(to)), number(last))
}

/// A word held against the terms of a scope, at the first depth at which it is any of them.
pub(super) fn words(index: &Index, scope: Scope, typed: &str) -> Option<Words> {
    let plain: String = typed.chars().filter(|c| c.is_alphanumeric()).collect();
    let letters = plain.is_ascii();
    let as_it_stands = plain.chars().any(|c| c.is_ascii_digit()) || letters && plain.len() == 1;
    let mut words = Words {
        scoped: Scoped {
            word: Word::Text(plain.chars().collect()),
            scope,
            not: false,
        },
        depth: Depth::Plain,
        literal: as_it_stands.then_some(plain),
    };
    for depth in DEPTHS {
        words.depth = depth;
        let finds = |s: &Segment| !words.terms(index, s).found.is_empty();
        if index.segments.iter().any(finds) {
            return Some(words);
        }
        if words.literal.is_some() {
            break;
        }
    }
    None
}

#[cfg(test)]
mod tests;
