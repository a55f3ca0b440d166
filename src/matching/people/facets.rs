//! The values that a filter may take, each with how many of those have it whom the rest of the box
//! means.
//!
//! Absent on purpose: words for them (`office`), and the order in which they are asked for.

use super::{
    Index, SearchContext, closed,
    columns::contact_day,
    filters::{Filters, scope_of, words},
    meant::Rows,
    scope::term_kinds,
    segment::{NO_TERM, Segment},
};
use crate::domain::{
    dates,
    filter::{Facet, FacetValue, FilterField},
    group::Group,
    person::WorkStatus,
};
use crate::matching::query::Query;
use chrono::NaiveDate;
use std::collections::HashMap;

/// Years of age that are counted together.
const AGES: [(u32, u32); 6] = [(16, 24), (25, 34), (35, 44), (45, 54), (55, 64), (65, 150)];
/// Days without a contact that are worth a look.
const LONGER: [u32; 4] = [30, 90, 180, 365];
/// Days within which somebody was spoken with.
const WITHIN: [u32; 3] = [7, 30, 90];

type Counts = HashMap<FacetValue, usize>;

impl Index {
    /// The values of a field among those whom `rest` means (everybody where it is empty), most people
    /// first; only those that `typed` names, if anything is.
    pub fn facets(
        &self,
        rest: &str,
        (field, typed): (FilterField, &str),
        most: usize,
        context: &SearchContext<'_>,
    ) -> Vec<Facet> {
        let typed = self.lexicon.fold(typed.trim());
        if field.is_number() && !typed.is_empty() {
            return Vec::new();
        }
        let mut counts = Counts::new();
        for (segment, rows) in self.segments.iter().zip(self.all_meant(rest, context)) {
            self.count(segment, &rows, (field, &typed), context.today, &mut counts);
        }
        let mut facets: Vec<Facet> = counts
            .into_iter()
            .filter(|(_, people)| *people > 0)
            .map(|(value, people)| Facet { value, people })
            .collect();
        facets.sort_by(|a, b| {
            let by_count = b.people.cmp(&a.people).then_with(|| text(a).cmp(text(b)));
            number(a).cmp(&number(b)).then(by_count)
        });
        facets.truncate(most);
        facets
    }

    /// Everybody whom a text means, by segment.
    fn all_meant(&self, text: &str, context: &SearchContext<'_>) -> Vec<Rows> {
        let query = Query::parse(&self.lexicon, text, context.today);
        if query.is_empty() {
            return self.segments.iter().map(Rows::living).collect();
        }
        let filters = Filters::of(self, &query, context);
        if query.readings.is_empty() {
            let left = self.segments.iter().map(|s| filters.rows(self, s));
            return left.collect();
        }
        let recent = HashMap::new();
        let mut sets: Vec<Rows> = self.segments.iter().map(|s| Rows::none(s.rows())).collect();
        if let Some((_, meant)) = self.settle(&query, &filters, usize::MAX, &recent) {
            for (set, (_, meant)) in sets.iter_mut().zip(meant) {
                for (_, row) in meant.rows {
                    set.put(row);
                }
            }
        }
        sets
    }

    fn count(
        &self,
        segment: &Segment,
        rows: &Rows,
        (field, typed): (FilterField, &str),
        today: NaiveDate,
        counts: &mut Counts,
    ) {
        let columns = &segment.columns;
        let mut add = |value: FacetValue, people: usize| {
            *counts.entry(value).or_default() += people;
        };
        match field {
            FilterField::Group => {
                let (of_rows, sets) = columns.group_numbers();
                let of_sets =
                    histogram(sets.len(), rows.iter().map(|r| of_rows[r as usize].into()));
                for (value, bits) in self.groups_offered(typed) {
                    let with = sets
                        .iter()
                        .zip(&of_sets)
                        .filter(|(set, _)| *set & bits != 0);
                    add(value, with.map(|(_, people)| people).sum());
                }
            }
            FilterField::Status => {
                let named = closed::statuses(&self.lexicon, typed);
                let of = histogram(16, rows.iter().map(|r| columns.statuses[r as usize].into()));
                for status in WorkStatus::ALL {
                    let number = closed::status_number(*status);
                    if typed.is_empty() || named >> number & 1 != 0 {
                        add(FacetValue::Status(*status), of[usize::from(number)]);
                    }
                }
            }
            FilterField::Age => {
                let dates = columns.dates();
                let of = histogram(
                    dates.len() + 1,
                    rows.iter().map(|r| columns.birth_number(r) as usize),
                );
                for (date, people) in dates.iter().zip(&of[1..]) {
                    let age = day(*date).map(|birth| dates::age_on(birth, today));
                    let age = age.and_then(|age| u32::try_from(age).ok());
                    let within = |(low, high): &&(u32, u32)| {
                        age.is_some_and(|a| (*low..=*high).contains(&a))
                    };
                    if let Some((low, high)) = AGES.iter().find(within) {
                        add(FacetValue::Ages(*low, *high), *people);
                    }
                }
            }
            FilterField::NotContacted | FilterField::Contacted => {
                let today = contact_day(today);
                for row in rows.iter() {
                    let day = columns.contacted[row as usize];
                    let ago = u32::from(today.saturating_sub(day));
                    if field == FilterField::NotContacted {
                        if day == 0 {
                            add(FacetValue::Never, 1);
                        }
                        for days in LONGER.iter().filter(|days| day == 0 || ago > **days) {
                            add(FacetValue::Longer(*days), 1);
                        }
                    } else if day != 0 {
                        for days in WITHIN.iter().filter(|days| ago < **days) {
                            add(FacetValue::Within(*days), 1);
                        }
                    }
                }
            }
            FilterField::Worker => {
                let (of_rows, names) = columns.worker_numbers();
                let of = histogram(names.len(), rows.iter().map(|r| of_rows[r as usize].into()));
                for (name, people) in names.iter().zip(of) {
                    let named = closed::named(&self.lexicon, [name.as_str()], typed);
                    if !name.is_empty() && (typed.is_empty() || named > closed::Named::No) {
                        add(FacetValue::Word(name.clone()), people);
                    }
                }
            }
            FilterField::Name => {}
            _ => {
                for (term, people) in self.terms_counted(segment, rows, field, typed) {
                    let text = segment.text(segment.terms.codes(term));
                    add(FacetValue::Word(text), people);
                }
            }
        }
    }

    /// The groups to offer. One that a half-public screen shows as a neutral mark is named only to
    /// whoever began to type its name.
    fn groups_offered(&self, typed: &str) -> Vec<(FacetValue, u64)> {
        let one = |group: &Group| (FacetValue::Group(*group), closed::bits_within(&[*group]));
        if !typed.is_empty() {
            let named = closed::groups(&self.lexicon, typed);
            return named.iter().map(one).collect();
        }
        let sensitive: Vec<Group> = closed::sensitive().collect();
        let plain = Group::ALL.iter().filter(|g| !g.is_sensitive()).map(one);
        let priority = (FacetValue::Priority, closed::bits_within(&sensitive));
        plain.chain([priority]).collect()
    }

    /// Terms of a field, each with how many of the rows have it.
    fn terms_counted(
        &self,
        segment: &Segment,
        rows: &Rows,
        field: FilterField,
        typed: &str,
    ) -> Vec<(u32, usize)> {
        let Some(scope) = scope_of(field) else {
            return Vec::new();
        };
        let named = if typed.is_empty() {
            None
        } else {
            match words(self, scope, typed) {
                Some(words) => Some(words.terms(self, segment)),
                None => return Vec::new(),
            }
        };
        let kinds = term_kinds(scope);
        let mut of = vec![0; segment.terms.len()];
        let of_places = histogram(
            segment.places.len(),
            rows.iter()
                .map(|r| segment.columns.places[r as usize] as usize),
        );
        for (terms, people) in segment.places.iter().zip(of_places) {
            for term in terms.iter().filter(|term| **term != NO_TERM) {
                of[*term as usize] += people;
            }
        }
        for row in rows.iter() {
            let words = segment.columns.words_of(row);
            for (at, word) in words.iter().enumerate() {
                let twice = words[..at].iter().any(|w| w.term() == word.term());
                of[word.term() as usize] += usize::from(!twice);
            }
        }
        let terms = (0..).zip(of);
        terms
            .filter(|(term, people)| {
                let named = named
                    .as_ref()
                    .is_none_or(|n| n.rank(*term) != super::rank::NONE);
                *people > 0 && named && segment.terms.kind(*term).bit() & kinds != 0
            })
            .collect()
    }
}

/// How often each number comes.
fn histogram(numbers: usize, of: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut counts = vec![0; numbers];
    of.for_each(|number| counts[number] += 1);
    counts
}

/// The day of `yyyymmdd`.
fn day(number: u32) -> Option<NaiveDate> {
    let year = i32::try_from(number / 10_000).ok()?;
    NaiveDate::from_ymd_opt(year, number / 100 % 100, number % 100)
}

/// Numbers stand in their own order, before all words.
fn number(facet: &Facet) -> u32 {
    match facet.value {
        FacetValue::Ages(low, _) => low,
        FacetValue::Longer(days) | FacetValue::Within(days) => days,
        FacetValue::Never => u32::MAX - 1,
        _ => u32::MAX,
    }
}

fn text(facet: &Facet) -> &str {
    match &facet.value {
        FacetValue::Word(word) => word,
        FacetValue::Group(group) => group.code(),
        _ => "",
    }
}
