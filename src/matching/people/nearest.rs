//! Nobody is meant: the names that come nearest, by `fuzzy-matcher`, marked as such.

use super::{
    Answer, Hit, Index,
    columns::Row,
    segment::Segment,
    signs::{Code, Signs},
};
use crate::domain::hit::{HitBy, HitField, HitMatch};
use crate::matching::{
    lexicon::{Lexicon, Syllable},
    query::{Query, Word},
};
use fuzzy_matcher::{FuzzyMatcher, skim::SkimMatcherV2};

/// Names looked at; more take longer than a key press.
const MOST_NAMES: usize = 100_000;
/// Rows looked at for their names; a name is farther away there.
const MOST_ROWS: usize = 4_000;
/// Nearest names shown.
const MOST_SHOWN: usize = 10;
/// A name that holds the scrap with gaps, or the other way round, is nearer than any other.
const HELD: i64 = 500;

/// A name of a segment, with how near it is.
type Near = (i64, usize, u32);

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
        let scrap: String = word.into_iter().flatten().filter(|c| **c != '\'').collect();
        let letters = scrap.is_ascii();
        if scrap.chars().count() < if letters { 3 } else { 2 } || scrap.len() > 64 {
            return Answer::default();
        }
        let shown = limit.min(MOST_SHOWN);
        let matcher = SkimMatcherV2::default();
        let mut near: Vec<Near> = Vec::new();
        for (at, segment) in self.segments.iter().enumerate() {
            let like = Like::new(&self.lexicon, segment, &scrap, letters);
            // A name that only struck rows have is nobody's.
            let lives = |name: u32| {
                let rows = segment.names.rows(name..name + 1);
                rows.iter().any(|row| segment.is_alive(*row))
            };
            let add = |name: u32, common: Common| {
                let score = like.score(&matcher, name, common);
                near.extend(score.filter(|_| lives(name)).map(|n| (n, at, name)));
            };
            if letters {
                like.names_by_letter(add);
            } else {
                like.names_by_sign(add);
            }
        }
        near.sort_unstable_by(|a, b| b.cmp(a));
        // Who is last is decided among all that are equally near.
        let last = near.get(shown.saturating_sub(1)).map_or(0, |n| n.0);
        near.retain(|n| n.0 >= last);
        let mut rows: Vec<(i64, &str, usize, Row)> = Vec::new();
        for (score, at, name) in near {
            let segment = &self.segments[at];
            let own = segment.names.rows(name..name + 1).iter();
            let alive = own.filter(|row| segment.is_alive(**row));
            rows.extend(alive.map(|row| (-score, segment.columns.references.get(*row), at, *row)));
        }
        rows.sort_unstable();
        let hits: Vec<Hit> = rows
            .into_iter()
            .take(shown)
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
}

/// The longest common subsequence of the scrap and a text that grows: a bit a character of the scrap.
#[derive(Debug, Clone, Copy)]
struct Common {
    open: u64,
    /// Characters of the text.
    length: usize,
}

impl Common {
    fn new() -> Self {
        Self {
            open: u64::MAX,
            length: 0,
        }
    }

    fn then(self, places: u64) -> Self {
        let met = self.open & places;
        Self {
            open: self.open.wrapping_add(met) | (self.open - met),
            length: self.length + 1,
        }
    }
}

/// A scrap held against the names of a segment.
struct Like<'l> {
    lexicon: &'l Lexicon,
    segment: &'l Segment,
    scrap: &'l str,
    letters: bool,
    /// The characters of the scrap, each with the places where it stands.
    places: Vec<(char, u64)>,
    length: usize,
    /// By syllable: where its letters begin in `sounds`, which has the places of each.
    starts: Vec<u32>,
    sounds: Vec<u64>,
}

impl<'l> Like<'l> {
    fn new(lexicon: &'l Lexicon, segment: &'l Segment, scrap: &'l str, letters: bool) -> Self {
        let mut places: Vec<(char, u64)> = Vec::new();
        for (at, c) in scrap.chars().enumerate() {
            match places.iter_mut().find(|(own, _)| *own == c) {
                Some((_, bits)) => *bits |= 1 << at,
                None => places.push((c, 1 << at)),
            }
        }
        let mut like = Self {
            lexicon,
            segment,
            scrap,
            letters,
            places,
            length: scrap.chars().count(),
            starts: Vec::new(),
            sounds: Vec::new(),
        };
        for syllable in 0..if letters { lexicon.syllable_count() } else { 0 } {
            like.starts.push(like.sounds.len() as u32);
            let letters = lexicon.syllable(syllable as Syllable).chars();
            let places = letters.map(|c| like.places_of(c)).collect::<Vec<u64>>();
            like.sounds.extend(places);
        }
        like.starts.push(like.sounds.len() as u32);
        like
    }

    fn signs(&self) -> &Signs {
        &self.segment.signs
    }

    fn places_of(&self, c: char) -> u64 {
        let found = self.places.iter().find(|(own, _)| *own == c);
        found.map_or(0, |(_, bits)| *bits)
    }

    /// One sign of a name further.
    fn sign(&self, common: Common, code: Code) -> Common {
        let (syllable, c) = self.signs().sign(code);
        if !self.letters {
            return common.then(self.places_of(c));
        }
        let at = usize::from(syllable);
        let letters = &self.sounds[self.starts[at] as usize..self.starts[at + 1] as usize];
        letters
            .iter()
            .fold(common, |common, places| common.then(*places))
    }

    /// The names that begin with the first letter of the scrap.
    fn names_by_letter(&self, mut add: impl FnMut(u32, Common)) {
        let names = &self.segment.names;
        let mut left = MOST_NAMES;
        let Some(letter) = self.scrap.chars().next() else {
            return;
        };
        for first in self.signs().of_letter(self.lexicon, letter) {
            let begun = self.sign(Common::new(), first);
            for pair in names.pairs(first) {
                let own = names.names(pair..pair + 1);
                if own.len() > left {
                    return;
                }
                left -= own.len();
                let begun = match names.second(pair) {
                    0 => begun,
                    second => self.sign(begun, second),
                };
                for name in own {
                    let common = match names.third(name) {
                        None => {
                            let codes = names.codes(name);
                            let rest = codes.as_slice().iter().skip(2);
                            rest.fold(begun, |c, code| self.sign(c, *code))
                        }
                        Some(0) => begun,
                        Some(third) => self.sign(begun, third),
                    };
                    add(name, common);
                }
            }
        }
    }

    /// The names that share a character with the scrap.
    fn names_by_sign(&self, mut add: impl FnMut(u32, Common)) {
        let names = &self.segment.names;
        let codes = self.scrap.chars().flat_map(|c| self.signs().of_char(c));
        let rows = codes.flat_map(|code| names.with_sign(code));
        let mut own: Vec<u32> = rows.take(MOST_ROWS).map(|row| names.number(row)).collect();
        own.sort_unstable();
        own.dedup();
        for name in own {
            let codes = names.codes(name);
            let signs = codes.as_slice().iter();
            add(
                name,
                signs.fold(Common::new(), |c, code| self.sign(c, *code)),
            );
        }
    }

    /// How like: one holds the other with gaps, or half of the scrap and more stands in the name in its
    /// order.
    fn score(&self, matcher: &SkimMatcherV2, name: u32, common: Common) -> Option<i64> {
        let all = u64::MAX >> (64 - self.length);
        let same = (!common.open & all).count_ones() as usize;
        if same == self.length.min(common.length) {
            let text = self.text(name);
            let gaps = matcher
                .fuzzy_match(&text, self.scrap)
                .or_else(|| matcher.fuzzy_match(self.scrap, &text));
            return gaps.map(|score| HELD + score);
        }
        let longer = common.length.max(self.length);
        (same >= 2 && same * 2 >= longer).then(|| (same * 500 / longer) as i64)
    }

    /// A name as it is compared: its letters, or its characters.
    fn text(&self, name: u32) -> String {
        let codes = self.segment.names.codes(name);
        let signs = codes.as_slice().iter().map(|code| self.signs().sign(*code));
        if self.letters {
            signs
                .map(|(syllable, _)| self.lexicon.syllable(syllable))
                .collect()
        } else {
            signs.map(|(_, c)| c).collect()
        }
    }
}
