//! From words to people: lists of rows a word, joined, ordered, explained.

use super::{
    Answer, Hit, Index, SearchContext,
    columns::Row,
    names::{Depth, find_in_one},
    numbers,
    order::group_bits,
    sound,
    terms::TermHit,
};
use crate::domain::hit::{HitBy, HitField, HitMatch};
use crate::matching::query::{DatePart, Query, Word};
use std::collections::HashMap;

/// A search goes deeper only while fewer people than this are meant.
const DEPTHS: [(Depth, usize); 5] = [
    (Depth::Plain, usize::MAX),
    (Depth::SameSound, 50),
    (Depth::NearSound(2), 10),
    (Depth::NearSound(3), 1),
    (Depth::Slip, 1),
];

/// A word with what the dictionaries say of it.
struct Asked {
    word: Word,
    terms: HashMap<u32, TermHit>,
    groups: u64,
    /// As it may stand in a reference.
    reference: String,
}

/// What no row has.
const NONE: u16 = u16::MAX;

impl Index {
    /// The people whom the words mean, best first; an empty text means nobody.
    pub fn search(&self, text: &str, limit: usize, context: &SearchContext<'_>) -> Answer {
        let query = Query::parse(&self.lexicon, text);
        if query.is_empty() {
            return Answer::default();
        }
        let readings: Vec<Vec<Asked>> = query
            .readings
            .iter()
            .map(|words| words.iter().map(|word| self.ask(word)).collect())
            .collect();
        let mut found: Vec<(u16, Row)> = Vec::new();
        let mut reached = Depth::Plain;
        for (depth, until) in DEPTHS {
            if found.len() >= until || !reaches(&query, depth) {
                continue;
            }
            found = self.meant(&readings, depth);
            reached = depth;
        }
        if found.is_empty() {
            return self.nearest(&query, limit);
        }
        let total = found.len();
        let best = self.best(found, limit, context);
        let hits = best
            .into_iter()
            .filter_map(|(rank, row)| self.explain(&readings, rank, row, reached))
            .collect();
        Answer {
            total,
            hits,
            nearest: false,
        }
    }

    fn ask(&self, word: &Word) -> Asked {
        let groups = match word {
            Word::Han(chars) if chars.len() >= 2 => group_bits(&chars.iter().collect::<String>()),
            _ => 0,
        };
        let reference = match word {
            Word::Latin(letters) => String::from_utf8_lossy(letters).replace('\'', ""),
            Word::Digits(text) | Word::Reference(text) => text.clone(),
            _ => String::new(),
        };
        Asked {
            terms: self.terms.find(&self.lexicon, word).into_iter().collect(),
            groups,
            word: word.clone(),
            reference: reference.chars().filter(|c| c.is_alphanumeric()).collect(),
        }
    }

    /// Every person meant by at least one reading, with the sum of the ranks of its words.
    fn meant(&self, readings: &[Vec<Asked>], depth: Depth) -> Vec<(u16, Row)> {
        let mut best: Vec<u16> = vec![NONE; self.columns.len()];
        let mut rows: Vec<Row> = Vec::new();
        let mut add = |row: Row, rank: u16| {
            let known = &mut best[row as usize];
            if *known == NONE {
                rows.push(row);
            }
            *known = (*known).min(rank);
        };
        for words in readings {
            let mut lists: Vec<(Vec<Row>, Vec<u8>)> =
                words.iter().map(|word| self.rows_of(word, depth)).collect();
            lists.sort_by_key(|(rows, _)| rows.len());
            let Some(((fewest, ranks), others)) = lists.split_first() else {
                continue;
            };
            for row in fewest {
                let at = *row as usize;
                let mut sum = u16::from(ranks[at]);
                let all = others.iter().all(|(_, ranks)| {
                    sum += u16::from(ranks[at]);
                    ranks[at] != u8::MAX
                });
                if all {
                    add(*row, sum);
                }
            }
            for row in self.laid_out..self.columns.len() as Row {
                if !self.columns.alive[row as usize] {
                    continue;
                }
                let ranks = words.iter().map(|word| self.test(row, word, depth));
                if let Some(sum) = ranks.map(|m| m.map(|(r, _)| u16::from(r))).sum() {
                    add(row, sum);
                }
            }
        }
        rows.into_iter()
            .map(|row| (best[row as usize], row))
            .collect()
    }

    /// The laid-out rows in which one word is found, and the rank of each row (255: not found).
    fn rows_of(&self, asked: &Asked, depth: Depth) -> (Vec<Row>, Vec<u8>) {
        let mut ranks = vec![u8::MAX; self.laid_out as usize];
        let mut rows: Vec<Row> = Vec::new();
        let alive = &self.columns.alive;
        let mut add = |row: Row, rank: u8| {
            let known = &mut ranks[row as usize];
            if *known == u8::MAX && alive[row as usize] {
                rows.push(row);
            }
            *known = (*known).min(rank);
        };
        self.names
            .find(&self.lexicon, &asked.word, depth, |name, rank| {
                for row in self.names.rows(name) {
                    add(*row, rank);
                }
            });
        for (term, hit) in &asked.terms {
            for row in self.term_rows.get(*term) {
                add(*row, hit.rank);
            }
        }
        if asked.groups != 0 {
            for row in 0..self.laid_out {
                if self.columns.groups[row as usize] & asked.groups != 0 {
                    add(row, sound::PINYIN_INFIX);
                }
            }
        }
        if asked.reference.len() >= SHORTEST_REFERENCE {
            let (from, to) = self.reference_range(&asked.reference);
            for row in from..to {
                add(row, self.reference_rank(row, &asked.reference));
            }
        }
        match &asked.word {
            Word::Digits(digits) => {
                self.numbers
                    .find(&self.columns, digits, depth, |row, rank| {
                        if row < self.laid_out {
                            add(row, rank);
                        }
                    });
            }
            Word::Date(date) => {
                for row in 0..self.laid_out {
                    if date.holds(self.columns.births[row as usize]) {
                        add(row, sound::NUMBER);
                    }
                }
            }
            _ => {}
        }
        (rows, ranks)
    }

    /// One word held against one row: the same answers as [`Self::rows_of`], and the reason.
    fn test(&self, row: Row, asked: &Asked, depth: Depth) -> Option<(u8, HitMatch)> {
        let mut all: Vec<(u8, HitMatch)> = Vec::new();
        let mut add = |rank: u8, field: HitField, by: HitBy, spans: Vec<(usize, usize)>| {
            all.push((rank, HitMatch { field, by, spans }));
        };
        let (chars, places) = self.columns.name_chars(row);
        let reading = self.lexicon.read_name(&chars);
        if let Some(found) = find_in_one(&self.lexicon, &chars, &reading, &asked.word, depth) {
            let from = places.get(found.from).copied().unwrap_or(0);
            let to = found.to.checked_sub(1).and_then(|last| places.get(last));
            let spans = to.map(|to| (from, to + 1)).into_iter().collect();
            add(found.rank, HitField::Name, found.by, spans);
        }
        for term in self.columns.terms_of(row) {
            if let Some(hit) = asked.terms.get(&term.term) {
                let at = usize::from(term.at);
                let span = (at + usize::from(hit.from), at + usize::from(hit.to));
                add(
                    hit.rank,
                    self.terms.kind(term.term).field(),
                    hit.by,
                    vec![span],
                );
            }
        }
        if self.columns.groups[row as usize] & asked.groups != 0 {
            add(
                sound::PINYIN_INFIX,
                HitField::Group,
                HitBy::Infix,
                Vec::new(),
            );
        }
        let reference = self.columns.references.get(row);
        if asked.reference.len() >= SHORTEST_REFERENCE && reference.starts_with(&asked.reference) {
            let rank = self.reference_rank(row, &asked.reference);
            let by = if rank == sound::EXACT {
                HitBy::Exact
            } else {
                HitBy::Prefix
            };
            add(
                rank,
                HitField::Reference,
                by,
                vec![(0, asked.reference.chars().count())],
            );
        }
        match &asked.word {
            Word::Digits(digits) => {
                if let Some(hit) = numbers::find_in_row(&self.columns, row, digits, depth) {
                    let spans = if hit.to > hit.from {
                        vec![(hit.from, hit.to)]
                    } else {
                        Vec::new()
                    };
                    add(hit.rank, hit.field, hit.by, spans);
                }
            }
            Word::Date(date) if date.holds(self.columns.births[row as usize]) => {
                let whole = matches!(
                    date,
                    DatePart {
                        year: Some(_),
                        month: Some(_),
                        day: Some(_)
                    }
                );
                let by = if whole { HitBy::Exact } else { HitBy::Infix };
                add(sound::NUMBER, HitField::BirthDate, by, Vec::new());
            }
            _ => {}
        }
        all.into_iter().min_by_key(|(rank, _)| *rank)
    }

    /// The best rows in their order: rank, then opened lately, then reference.
    fn best(
        &self,
        mut found: Vec<(u16, Row)>,
        limit: usize,
        context: &SearchContext<'_>,
    ) -> Vec<(u16, Row)> {
        let recent: HashMap<Row, usize> = context
            .recent
            .iter()
            .enumerate()
            .rev()
            .filter_map(|(at, id)| Some((*self.rows.get(id)?, at)))
            .collect();
        let key = |(rank, row): &(u16, Row)| {
            let lately = if recent.is_empty() {
                usize::MAX
            } else {
                recent.get(row).copied().unwrap_or(usize::MAX)
            };
            (*rank, lately, self.place(*row))
        };
        if limit == 0 {
            return Vec::new();
        }
        if found.len() > limit {
            found.select_nth_unstable_by_key(limit - 1, key);
            found.truncate(limit);
        }
        found.sort_unstable_by_key(key);
        found
    }

    fn explain(&self, readings: &[Vec<Asked>], rank: u16, row: Row, depth: Depth) -> Option<Hit> {
        let matched = readings.iter().find_map(|words| {
            let found: Option<Vec<(u8, HitMatch)>> = words
                .iter()
                .map(|word| self.test(row, word, depth))
                .collect();
            let found = found?;
            let sum: u16 = found.iter().map(|(r, _)| u16::from(*r)).sum();
            (sum == rank).then(|| found.into_iter().map(|(_, m)| m).collect())
        })?;
        Some(Hit {
            person: self.columns.ids[row as usize],
            score: 10_000 - i32::from(rank) * 100,
            matched,
        })
    }
}

/// Fewer letters and digits say nothing of a reference.
const SHORTEST_REFERENCE: usize = 2;

/// Whether a depth can find more for this query than the one before.
fn reaches(query: &Query, depth: Depth) -> bool {
    let any = |test: fn(&Word) -> bool| query.readings.iter().flatten().any(test);
    match depth {
        Depth::Plain => true,
        Depth::SameSound => any(|w| matches!(w, Word::Han(_))),
        Depth::NearSound(_) => any(|w| matches!(w, Word::Han(_) | Word::Latin(_))),
        Depth::Slip => any(|w| !matches!(w, Word::Date(_) | Word::Reference(_))),
    }
}
