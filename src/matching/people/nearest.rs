//! Nobody is meant: the names that come nearest, by `fuzzy-matcher`, marked as such.

use super::{Answer, Hit, Index, columns::Row, segment::Segment};
use crate::domain::hit::{HitBy, HitField, HitMatch};
use crate::matching::{
    lexicon::Lexicon,
    query::{Query, Word},
};
use fuzzy_matcher::{FuzzyMatcher, skim::SkimMatcherV2};

/// Rows looked at; more take longer than a key press.
const MOST_ROWS: usize = 4_000;
/// Nearest names shown.
const MOST_SHOWN: usize = 10;

impl Index {
    /// The nearest names to a query of one name-like word, or nobody.
    pub(super) fn nearest(&self, query: &Query, limit: usize) -> Answer {
        let word = query.readings.first().and_then(|words| match &words[..] {
            [one] if !one.not => match &one.word {
                Word::Text(chars) => Some(chars),
                _ => None,
            },
            _ => None,
        });
        let pattern: String = word.into_iter().flatten().filter(|c| **c != '\'').collect();
        let letters = pattern.is_ascii();
        if pattern.chars().count() < if letters { 3 } else { 2 } || pattern.len() > 64 {
            return Answer::default();
        }
        let matcher = SkimMatcherV2::default();
        let mut scored: Vec<(i64, &str, usize, Row)> = Vec::new();
        for (at, segment) in self.segments.iter().enumerate() {
            for row in around(&self.lexicon, segment, &pattern) {
                let name = self.key(segment, row, letters);
                if let Some(score) = likeness(&matcher, &name, &pattern) {
                    scored.push((-score, segment.columns.references.get(row), at, row));
                }
            }
        }
        scored.sort_unstable();
        let hits: Vec<Hit> = scored
            .into_iter()
            .take(limit.min(MOST_SHOWN))
            .map(|(score, _, at, row)| Hit {
                person: self.segments[at].columns.ids[row as usize],
                score: i32::try_from((-score).clamp(0, 1000)).unwrap_or(0),
                matched: vec![HitMatch {
                    field: HitField::Name,
                    by: HitBy::Fuzzy,
                    spans: Vec::new(),
                    heard: None,
                }],
            })
            .collect();
        Answer {
            nearest: !hits.is_empty(),
            hits,
            ..Answer::default()
        }
    }

    /// A name as it is compared: its letters, or its characters.
    fn key(&self, segment: &Segment, row: Row, letters: bool) -> String {
        let codes = segment.names.of(row);
        let signs = codes
            .as_slice()
            .iter()
            .map(|code| segment.signs.sign(*code));
        if letters {
            signs
                .map(|(syllable, _)| self.lexicon.syllable(syllable))
                .collect()
        } else {
            signs.map(|(_, c)| c).collect()
        }
    }
}

/// Rows whose name shares a character with the scrap, or its first letter.
fn around(lexicon: &Lexicon, segment: &Segment, pattern: &str) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let names = &segment.names;
    if let Some(first) = pattern.chars().next().filter(char::is_ascii) {
        rows.extend(
            names
                .beginning_with(segment.signs.of_letter(lexicon, first))
                .take(MOST_ROWS),
        );
    } else {
        let codes = pattern.chars().flat_map(|c| segment.signs.of_char(c));
        for code in codes {
            let most = MOST_ROWS.saturating_sub(rows.len());
            rows.extend(names.with_sign(code).take(most));
        }
    }
    rows.retain(|row| segment.is_alive(*row));
    rows.sort_unstable();
    rows.dedup();
    rows
}

/// How like a name and a scrap are: one holds the other with gaps, or half of the scrap and more stands
/// in the name in its order.
fn likeness(matcher: &SkimMatcherV2, name: &str, scrap: &str) -> Option<i64> {
    let gaps = matcher
        .fuzzy_match(name, scrap)
        .or_else(|| matcher.fuzzy_match(scrap, name));
    if let Some(score) = gaps {
        return Some(500 + score);
    }
    let (a, b): (Vec<char>, Vec<char>) = (name.chars().collect(), scrap.chars().collect());
    let common = longest_common(&a, &b);
    let share = common * 1000 / a.len().max(b.len()).max(1);
    (common >= 2 && share >= 500).then(|| i64::try_from(share / 2).unwrap_or(0))
}

/// Length of the longest common subsequence.
fn longest_common(a: &[char], b: &[char]) -> usize {
    let mut row = vec![0; b.len() + 1];
    for x in a {
        let mut diagonal = 0;
        for (at, y) in b.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if x == y {
                diagonal + 1
            } else {
                above.max(row[at])
            };
            diagonal = above;
        }
    }
    row[b.len()]
}
