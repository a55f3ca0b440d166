//! From words to people: lists of rows a word, joined, ordered, explained.

use super::{
    Answer, Hit, Index, SearchContext, asked::Asked, columns::Row, meant::Meant, rank::Depth,
    segment::Segment,
};
use crate::matching::query::{Query, Word};
use std::collections::HashMap;

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
    pub(super) depth: Depth,
    pub(super) limit: usize,
    /// People opened lately: how long ago.
    pub(super) recent: &'s HashMap<crate::domain::ids::PersonId, usize>,
}

impl Index {
    /// The people whom the words mean, best first; an empty text means nobody.
    pub fn search(&self, text: &str, limit: usize, context: &SearchContext<'_>) -> Answer {
        let query = Query::parse(&self.lexicon, text, context.today);
        if query.is_empty() {
            return Answer::default();
        }
        let recent = context
            .recent
            .iter()
            .enumerate()
            .rev()
            .map(|(at, id)| (*id, at));
        let recent = recent.collect();
        let mut total = 0;
        let mut last: Option<(Search<'_>, Vec<Meant>)> = None;
        for (depth, until) in DEPTHS {
            if total >= until || !reaches(&query, depth) {
                continue;
            }
            let search = Search {
                index: self,
                query: &query,
                depth,
                limit,
                recent: &recent,
            };
            let meant: Vec<Meant> = self.segments.iter().map(|s| search.meant(s)).collect();
            total = meant.iter().map(|m| m.total).sum();
            last = Some((search, meant));
        }
        match last {
            Some((search, meant)) if total > 0 => search.answer(meant, total),
            _ => self.nearest(&query, limit),
        }
    }
}

impl Search<'_> {
    /// The best of all segments in their order: rank, then opened lately, then reference.
    fn answer(&self, meant: Vec<Meant>, total: usize) -> Answer {
        let index = self.index;
        let about = meant.iter().any(|m| m.about);
        let mut best: Vec<(u16, usize, usize, Row)> = Vec::new();
        for (at, one) in meant.into_iter().enumerate() {
            let segment = &index.segments[at];
            let mut rows: Vec<(u16, usize, Row)> = if self.recent.is_empty() {
                one.rows
                    .into_iter()
                    .map(|(rank, row)| (rank, usize::MAX, row))
                    .collect()
            } else {
                let lately = |row: Row| self.recent.get(&segment.columns.ids[row as usize]);
                let rows = one.rows.into_iter();
                rows.map(|(rank, row)| (rank, lately(row).copied().unwrap_or(usize::MAX), row))
                    .collect()
            };
            if self.limit > 0 && rows.len() > self.limit {
                rows.select_nth_unstable(self.limit - 1);
                rows.truncate(self.limit);
            }
            best.extend(
                rows.into_iter()
                    .map(|(rank, lately, row)| (rank, lately, at, row)),
            );
        }
        let key = |(rank, lately, at, row): &(u16, usize, usize, Row)| {
            let columns = &index.segments[*at].columns;
            let reference = columns.references.get(*row);
            (*rank, *lately, reference, columns.ids[*row as usize])
        };
        best.sort_unstable_by(|a, b| key(a).cmp(&key(b)));
        best.truncate(self.limit);
        let asked: Vec<Vec<Vec<Asked>>> = index
            .segments
            .iter()
            .enumerate()
            .map(|(at, segment)| {
                if !best.iter().any(|(_, _, of, _)| *of == at) {
                    return Vec::new();
                }
                let asked = |word| Asked::new(index, segment, word, self.depth, true);
                let readings = self.query.readings.iter();
                readings
                    .map(|words| words.iter().map(asked).collect())
                    .collect()
            })
            .collect();
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
            nearest: false,
        }
    }

    fn explain(
        &self,
        readings: &[Vec<Asked>],
        segment: &Segment,
        rank: u16,
        row: Row,
    ) -> Option<Hit> {
        let matched = readings.iter().find_map(|words| {
            let all: Vec<&Asked> = words.iter().collect();
            if self.sum(segment, &all, row) != Some(rank) {
                return None;
            }
            let reasons = words.iter().filter(|word| !word.not).filter_map(|word| {
                let reason = word.reason(self.index, segment, row)?;
                Some(word.shown(segment, row, reason))
            });
            Some(reasons.collect())
        })?;
        Some(Hit {
            person: segment.columns.ids[row as usize],
            score: 10_000 - i32::from(rank) * 100,
            matched,
        })
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
