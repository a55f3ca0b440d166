//! From words to people: lists of rows a word, joined, ordered, explained.

use super::{
    Answer, Hit, Index, SearchContext,
    asked::Asked,
    columns::Row,
    filters::Filters,
    meant::{Meant, Rows},
    rank::Depth,
    segment::Segment,
};
use crate::domain::{hit::HitMatch, ids::PersonId};
use crate::matching::query::{Query, Word};
use std::collections::{HashMap, HashSet};

/// A search goes deeper only while fewer people than this are meant.
const DEPTHS: [(Depth, usize); 5] = [
    (Depth::Plain, usize::MAX),
    (Depth::SameSound, 50),
    (Depth::NearSound(2), 10),
    (Depth::NearSound(3), 1),
    (Depth::Slip, 1),
];

/// What one search is about.
pub(super) struct Search<'s> {
    pub(super) index: &'s Index,
    pub(super) query: &'s Query,
    pub(super) filters: &'s Filters,
    pub(super) depth: Depth,
    pub(super) limit: usize,
    /// People opened lately: how long ago.
    pub(super) recent: &'s HashMap<PersonId, usize>,
}

impl Index {
    /// The people whom the words mean, best first; an empty text means nobody.
    pub fn search(&self, text: &str, limit: usize, context: &SearchContext<'_>) -> Answer {
        let query = Query::parse(&self.lexicon, text, context.today);
        let filters = Filters::of(self, &query, context);
        let problems = filters.problems.clone();
        if query.is_empty() {
            return Answer {
                problems,
                ..Answer::default()
            };
        }
        let recent = context
            .recent
            .iter()
            .enumerate()
            .rev()
            .map(|(at, id)| (*id, at));
        let recent = recent.collect();
        let answer = match self.settle(&query, &filters, limit, &recent) {
            Some((search, looked)) => search.answer(looked),
            None if filters.is_empty() => self.nearest(&query, limit),
            None => Answer::default(),
        };
        Answer { problems, ..answer }
    }

    /// The depth that finds enough, with whom it finds; none where nobody is meant.
    pub(super) fn settle<'s>(
        &'s self,
        query: &'s Query,
        filters: &'s Filters,
        limit: usize,
        recent: &'s HashMap<PersonId, usize>,
    ) -> Option<(Search<'s>, Vec<Looked>)> {
        let left: Vec<Option<Rows>> = self
            .segments
            .iter()
            .map(|s| (!filters.is_empty()).then(|| filters.rows(self, s)))
            .collect();
        let mut last: Option<(Search<'s>, Vec<Looked>)> = None;
        let mut total = 0;
        for (depth, until) in DEPTHS {
            if total >= until || !reaches(query, depth) {
                continue;
            }
            let search = Search {
                index: self,
                query,
                filters,
                depth,
                limit,
                recent,
            };
            let segments = self.segments.iter().zip(&left);
            let meant: Vec<Looked> = segments
                .map(|(s, left)| search.meant(s, left.as_ref()))
                .collect();
            total = meant.iter().map(|(_, m)| m.total).sum();
            last = Some((search, meant));
        }
        last.filter(|_| total > 0)
    }
}

/// The words as one segment was asked for them, and what it said.
pub(super) type Looked = (Vec<Vec<Asked>>, Meant);

/// A row in the order of an answer: rank, how long ago it was opened, segment, row.
type Placed = (u16, usize, usize, Row);

impl Search<'_> {
    /// The best of all segments in their order: rank, then opened lately, then reference.
    fn answer(&self, looked: Vec<Looked>) -> Answer {
        let index = self.index;
        let total = looked.iter().map(|(_, meant)| meant.total).sum();
        let about = looked.iter().any(|(_, meant)| meant.about);
        // A row may stand once for each reading.
        let kept = self.limit.saturating_mul(self.query.readings.len().max(1));
        let mut best: Vec<Placed> = Vec::new();
        let mut asked: Vec<Vec<Vec<Asked>>> = Vec::new();
        for (at, (words, meant)) in looked.into_iter().enumerate() {
            let segment = &index.segments[at];
            let lately = |row: Row| {
                if self.recent.is_empty() {
                    return usize::MAX;
                }
                let ago = self.recent.get(&segment.columns.ids[row as usize]);
                ago.copied().unwrap_or(usize::MAX)
            };
            let rows = meant.rows.into_iter();
            let mut rows: Vec<Placed> = rows
                .map(|(rank, row)| (rank, lately(row), at, row))
                .collect();
            if kept > 0 && rows.len() > kept {
                rows.select_nth_unstable(kept - 1);
                rows.truncate(kept);
            }
            best.extend(rows);
            asked.push(words);
        }
        let key = |(rank, lately, at, row): &Placed| {
            let columns = &index.segments[*at].columns;
            let reference = columns.references.get(*row);
            (*rank, *lately, reference, columns.ids[*row as usize])
        };
        // The rows of one segment stand in the order of their references.
        if best.iter().all(|(_, _, at, _)| *at == best[0].2) {
            best.sort_unstable();
        } else {
            best.sort_unstable_by(|a, b| key(a).cmp(&key(b)));
        }
        let mut shown: HashSet<(usize, Row)> = HashSet::new();
        best.retain(|(_, _, at, row)| shown.len() < self.limit && shown.insert((*at, *row)));
        let hits = best
            .into_iter()
            .filter_map(|(rank, _, at, row)| {
                self.explain(&asked[at], &index.segments[at], rank, row)
            })
            .collect();
        Answer {
            total,
            about,
            hits,
            ..Answer::default()
        }
    }

    fn explain(
        &self,
        readings: &[Vec<Asked>],
        segment: &Segment,
        rank: u16,
        row: Row,
    ) -> Option<Hit> {
        let by_filters = self.filters.shown(self.index, segment, row);
        if self.query.readings.is_empty() {
            return Some(hit(segment, rank, row, by_filters.collect()));
        }
        let mut matched: Vec<HitMatch> = readings.iter().find_map(|words| {
            let all: Vec<&Asked> = words.iter().collect();
            if self.sum(segment, &all, row) != Some(rank) {
                return None;
            }
            let reasons = words.iter().filter(|word| !word.not).filter_map(|word| {
                let reason = word.reason(self.index, segment, row)?;
                Some(word.shown(&self.index.lexicon, segment, row, reason))
            });
            Some(reasons.collect())
        })?;
        matched.extend(by_filters);
        Some(hit(segment, rank, row, matched))
    }
}

fn hit(segment: &Segment, rank: u16, row: Row, matched: Vec<HitMatch>) -> Hit {
    Hit {
        person: segment.columns.ids[row as usize],
        score: 10_000 - i32::from(rank) * 100,
        matched,
    }
}

/// Whether a depth can find more for this query than the one before.
fn reaches(query: &Query, depth: Depth) -> bool {
    let any = |test: fn(&Word) -> bool| query.readings.iter().flatten().any(|w| test(&w.word));
    match depth {
        Depth::Plain => true,
        Depth::SameSound => any(|w| matches!(w, Word::Text(_) | Word::Digits(_))),
        Depth::NearSound(_) => any(|w| matches!(w, Word::Text(_))),
        Depth::Slip => any(|w| matches!(w, Word::Text(_) | Word::Digits(_))),
    }
}
