//! Nobody is meant: the names that come nearest, by `fuzzy-matcher`, marked as such.

use super::{Answer, Hit, Index};
use crate::domain::hit::{HitBy, HitField, HitMatch};
use crate::matching::query::{Query, Word};
use fuzzy_matcher::{FuzzyMatcher, skim::SkimMatcherV2};

/// Names looked at; more take longer than a key press.
const MOST_NAMES: usize = 2_000;
/// Nearest names shown.
const MOST_SHOWN: usize = 10;

impl Index {
    /// The nearest names to a query of one name-like word, or nobody.
    pub(super) fn nearest(&self, query: &Query, limit: usize) -> Answer {
        let name_like = |w: &&Word| {
            matches!(w, Word::Han(c) if c.len() >= 2) || matches!(w, Word::Latin(l) if l.len() >= 3)
        };
        let Some(word) = query.readings.first().and_then(|words| match &words[..] {
            [one] => Some(one).filter(name_like),
            _ => None,
        }) else {
            return Answer::default();
        };
        let pattern: String = match word {
            Word::Han(chars) => chars.iter().collect(),
            Word::Latin(letters) => String::from_utf8_lossy(letters).replace('\'', ""),
            _ => return Answer::default(),
        };
        let matcher = SkimMatcherV2::default();
        let mut scored: Vec<(i64, u32)> = self
            .names
            .around(&self.lexicon, word, MOST_NAMES)
            .into_iter()
            .filter_map(|(name, key)| Some((likeness(&matcher, key, &pattern)?, name)))
            .collect();
        scored.sort_unstable_by_key(|(score, name)| (-score, *name));
        let living = |row: &&u32| self.columns.alive[**row as usize];
        let rows = scored.into_iter().flat_map(|(score, name)| {
            self.names
                .rows(name)
                .iter()
                .filter(living)
                .map(move |r| (score, *r))
        });
        let hits: Vec<Hit> = rows
            .take(limit.min(MOST_SHOWN))
            .map(|(score, row)| Hit {
                person: self.columns.ids[row as usize],
                score: i32::try_from(score.clamp(0, 1000)).unwrap_or(0),
                matched: vec![HitMatch {
                    field: HitField::Name,
                    by: HitBy::Fuzzy,
                    spans: Vec::new(),
                }],
            })
            .collect();
        Answer {
            total: 0,
            nearest: !hits.is_empty(),
            hits,
        }
    }
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
