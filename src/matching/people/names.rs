//! The distinct names and the distinct syllable sequences behind them: a query is held against these.
//!
//! Absent on purpose: rows that came after the last layout; they are tested one by one (`answer`).

use super::{
    columns::{Columns, Row, Texts, readable},
    lists::Lists,
    sound::{self, Found},
};
use crate::domain::hit::HitBy;
use crate::matching::{
    lexicon::{Lexicon, NameReading, Syllable},
    query::Word,
};
use std::{collections::HashMap, ops::Range};

/// How far a search goes; each includes those before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Depth {
    /// As typed.
    Plain,
    /// Other characters of the same sound.
    SameSound,
    /// Near sounds up to a distance.
    NearSound(u8),
    /// One slip.
    Slip,
}

/// Marks a name that has the sequence as another reading only.
const OTHER: u32 = 1 << 31;

/// The dictionary.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// Distinct names, readable characters only.
    texts: Texts,
    rows: Lists<Row>,
    /// Distinct sequences; those with one first syllable stand together.
    sequences: Lists<Syllable>,
    sequence_names: Lists<u32>,
    pinyin: Texts,
    /// By syllable: the sequences that begin with it.
    first: Vec<Range<u32>>,
    /// By syllable: the sequences that hold it further on.
    inner: Lists<u32>,
    /// By first letters of two neighbouring syllables: sequences that begin so, and that go on so.
    first_pairs: Lists<u32>,
    inner_pairs: Lists<u32>,
    chars: HashMap<char, Vec<u32>>,
}

/// Letters in an alphabet.
const LETTERS: u32 = 26;

fn letter(b: Option<&u8>) -> Option<u32> {
    b.filter(|b| b.is_ascii_lowercase())
        .map(|b| u32::from(b - b'a'))
}

fn pair(a: Option<&u8>, b: Option<&u8>) -> Option<u32> {
    Some(letter(a)? * LETTERS + letter(b)?)
}

impl Names {
    pub(super) fn build(lexicon: &Lexicon, columns: &Columns) -> Self {
        let mut names = Self::default();
        let mut ids: HashMap<&str, u32> = HashMap::new();
        let mut of_row = Vec::with_capacity(columns.len());
        let mut sequences: HashMap<Vec<Syllable>, Vec<u32>> = HashMap::new();
        for row in 0..columns.len() as Row {
            let text = columns.names.get(row);
            let next = names.texts.len() as u32;
            let name = *ids.entry(text).or_insert(next);
            of_row.push(name);
            if name != next {
                continue;
            }
            let (chars, _) = readable(text);
            names.texts.push(&chars.iter().collect::<String>());
            for (at, c) in chars.iter().enumerate() {
                if !chars[..at].contains(c) {
                    names.chars.entry(*c).or_default().push(name);
                }
            }
            let reading = lexicon.read_name(&chars);
            sequences.entry(reading.usual).or_default().push(name);
            for other in reading.others {
                sequences.entry(other).or_default().push(name | OTHER);
            }
        }
        drop(ids);
        names.rows = Lists::of(names.texts.len(), of_row.iter().copied().zip(0..));
        let mut sorted: Vec<(Vec<Syllable>, Vec<u32>)> = sequences.into_iter().collect();
        sorted.sort_unstable();
        names.lay_out(lexicon, &sorted);
        names
    }

    fn lay_out(&mut self, lexicon: &Lexicon, sorted: &[(Vec<Syllable>, Vec<u32>)]) {
        let numbered = || (0u32..).zip(sorted);
        let count = sorted.len();
        self.sequences = Lists::of(
            count,
            numbered().flat_map(|(at, (s, _))| s.iter().map(move |s| (at, *s))),
        );
        self.sequence_names = Lists::of(
            count,
            numbered().flat_map(|(at, (_, n))| n.iter().map(move |n| (at, *n))),
        );
        for (sequence, _) in sorted {
            let spelled: String = sequence.iter().map(|s| lexicon.syllable(*s)).collect();
            self.pinyin.push(&spelled);
        }
        self.first = (0..lexicon.syllable_count())
            .map(|syllable| {
                let cut = |n: usize| {
                    sorted.partition_point(|(s, _)| {
                        s.first().is_some_and(|f| usize::from(*f) < n) || s.is_empty()
                    })
                };
                cut(syllable) as u32..cut(syllable + 1) as u32
            })
            .collect();
        self.inner = Lists::of(
            lexicon.syllable_count(),
            numbered().flat_map(|(at, (s, _))| s.iter().skip(1).map(move |s| (u32::from(*s), at))),
        );
        let initial = |s: &Syllable| lexicon.syllable(*s).as_bytes().first();
        let pairs = |from: usize, most: usize| {
            numbered().flat_map(move |(at, (s, _))| {
                let windows = s.get(from..).unwrap_or(&[]).windows(2).take(most);
                windows.filter_map(move |w| Some((pair(initial(&w[0]), initial(&w[1]))?, at)))
            })
        };
        let keys = (LETTERS * LETTERS) as usize;
        self.first_pairs = Lists::of(keys, pairs(0, 1));
        self.inner_pairs = Lists::of(keys, pairs(1, usize::MAX));
    }

    /// The rows that bear a name.
    pub(super) fn rows(&self, name: u32) -> &[Row] {
        self.rows.get(name)
    }

    /// A name, folded, readable characters only.
    pub(super) fn text(&self, name: u32) -> &str {
        self.texts.get(name)
    }

    /// Calls `hit` for every name in which the word is found, perhaps more than once, with the rank.
    pub(super) fn find(
        &self,
        lexicon: &Lexicon,
        word: &Word,
        depth: Depth,
        mut hit: impl FnMut(u32, u8),
    ) {
        match word {
            Word::Han(word) => self.find_chars(lexicon, word, depth, &mut hit),
            Word::Latin(letters) => self.find_letters(lexicon, letters, depth, &mut hit),
            _ => {}
        }
    }

    fn find_chars(
        &self,
        lexicon: &Lexicon,
        word: &[char],
        depth: Depth,
        hit: &mut impl FnMut(u32, u8),
    ) {
        let of = |c: &char| self.chars.get(c).map_or(&[][..], |n| n);
        let rarest = word.iter().map(of).min_by_key(|names| names.len());
        let typed: String = word.iter().collect();
        for name in rarest.unwrap_or(&[]) {
            let text = self.text(*name);
            if text == typed {
                hit(*name, sound::EXACT);
            } else if text.starts_with(&typed) {
                hit(*name, sound::PREFIX);
            } else if word.len() == 1 || text.contains(&typed) {
                hit(*name, sound::INFIX);
            }
        }
        if depth == Depth::Plain || word.len() < 2 {
            return;
        }
        let sounds = sound::sounds_of(lexicon, word, depth > Depth::SameSound);
        for (syllable, _) in sounds.first().into_iter().flatten() {
            for sequence in self.holding(*syllable) {
                if let Some(found) = sound::find_sounds(self.sequences.get(sequence), &sounds)
                    && within(found.rank, depth)
                {
                    self.each_name(sequence, found.rank, hit);
                }
            }
        }
        if depth == Depth::Slip {
            let mut names: Vec<u32> = word.iter().flat_map(of).copied().collect();
            names.sort_unstable();
            names.dedup();
            for name in names {
                let chars: Vec<char> = self.text(name).chars().collect();
                if is_one_character_off(&chars, word) {
                    hit(name, sound::SLIP);
                }
            }
        }
    }

    /// Sequences that hold a syllable anywhere.
    fn holding(&self, syllable: Syllable) -> impl Iterator<Item = u32> {
        let first = self.first.get(usize::from(syllable)).cloned();
        let inner = self.inner.get(u32::from(syllable)).iter().copied();
        first.into_iter().flatten().chain(inner)
    }

    fn find_letters(
        &self,
        lexicon: &Lexicon,
        letters: &[u8],
        depth: Depth,
        hit: &mut impl FnMut(u32, u8),
    ) {
        let plain = without_marks(letters);
        let mut look = |sequence: u32| {
            if let Some(found) = sound::find_in_name(lexicon, self.sequences.get(sequence), letters)
            {
                self.each_name(sequence, found.rank, hit);
            }
        };
        // Either the second letter belongs to the first syllable, or it begins the second one.
        for (syllable, range) in (0..).zip(&self.first) {
            if sound::may_begin(lexicon.syllable(syllable).as_bytes(), letters) {
                range.clone().for_each(&mut look);
            }
            if letters.len() >= 2 && sound::consumes(lexicon, syllable, letters) {
                self.inner
                    .get(u32::from(syllable))
                    .iter()
                    .copied()
                    .for_each(&mut look);
            }
        }
        if let Some(pair) = pair(plain.first(), plain.get(1)) {
            let both = [self.first_pairs.get(pair), self.inner_pairs.get(pair)];
            both.into_iter().flatten().copied().for_each(&mut look);
        }
        if depth > Depth::SameSound && letters.len() >= 2 {
            for (syllable, range) in (0..).zip(&self.first) {
                if !sound::nearly_consumes(lexicon, syllable, letters) {
                    continue;
                }
                for sequence in range.clone() {
                    let syllables = self.sequences.get(sequence);
                    if let Some(found) = sound::find_near_letters(lexicon, syllables, letters)
                        && within(found.rank, depth)
                    {
                        self.each_name(sequence, found.rank, hit);
                    }
                }
            }
        }
        if depth == Depth::Slip && letters.len() >= SHORTEST_SLIP {
            for (syllable, range) in (0..).zip(&self.first) {
                if !plain[..2].contains(lexicon.syllable(syllable).as_bytes().first().unwrap_or(&0))
                {
                    continue;
                }
                for sequence in range.clone() {
                    if sound::is_one_slip(&plain, self.pinyin.get(sequence).as_bytes()) {
                        self.each_name(sequence, sound::SLIP, hit);
                    }
                }
            }
        }
    }

    fn each_name(&self, sequence: u32, rank: u8, hit: &mut impl FnMut(u32, u8)) {
        for name in self.sequence_names.get(sequence) {
            let further = if name & OTHER == 0 {
                0
            } else {
                sound::OTHER_READING
            };
            hit(name & !OTHER, rank.saturating_add(further));
        }
    }

    /// At most `most` names that share a character with the scrap, or its first letter: where the nearest
    /// are looked for.
    pub(super) fn around(&self, lexicon: &Lexicon, word: &Word, most: usize) -> Vec<(u32, &str)> {
        match word {
            Word::Han(chars) => {
                let holding = chars.iter().filter_map(|c| self.chars.get(c));
                let mut names: Vec<u32> = holding.flatten().copied().collect();
                names.sort_unstable();
                names.dedup();
                names.truncate(most);
                names.into_iter().map(|n| (n, self.text(n))).collect()
            }
            Word::Latin(letters) => {
                let begins =
                    |s: &Syllable| lexicon.syllable(*s).as_bytes().first() == letters.first();
                let ranges = (0..)
                    .zip(&self.first)
                    .filter(|(s, _)| begins(s))
                    .map(|(_, r)| r.clone());
                let own = |s: u32| {
                    self.sequence_names
                        .get(s)
                        .iter()
                        .filter(|n| *n & OTHER == 0)
                        .map(move |n| (*n, self.pinyin.get(s)))
                };
                ranges.flatten().flat_map(own).take(most).collect()
            }
            _ => Vec::new(),
        }
    }
}

/// A slip is looked for in scraps of so many letters.
const SHORTEST_SLIP: usize = 4;

fn without_marks(letters: &[u8]) -> Vec<u8> {
    letters.iter().copied().filter(|b| *b != b'\'').collect()
}

/// Whether a depth reaches so far as a rank's nearness.
fn within(rank: u8, depth: Depth) -> bool {
    match depth {
        Depth::Plain => rank < sound::SAME_SOUND,
        Depth::SameSound => rank <= sound::SAME_SOUND,
        Depth::NearSound(distance) => rank <= sound::FUZZY_SOUND + distance,
        Depth::Slip => true,
    }
}

/// Three and more characters of which one is another, or two neighbours stand the other way round.
fn is_one_character_off(name: &[char], word: &[char]) -> bool {
    if name.len() != word.len() || word.len() < 3 {
        return false;
    }
    let off: Vec<usize> = (0..word.len()).filter(|i| word[*i] != name[*i]).collect();
    match off[..] {
        [_] => true,
        [a, b] => b == a + 1 && word[a] == name[b] && word[b] == name[a],
        _ => false,
    }
}

/// A word held against one name: the same answers as [`Names::find`], with the place for highlighting.
pub(super) fn find_in_one(
    lexicon: &Lexicon,
    chars: &[char],
    reading: &NameReading,
    word: &Word,
    depth: Depth,
) -> Option<Found> {
    let mut all: Vec<Found> = Vec::new();
    let slip = Found {
        rank: sound::SLIP,
        by: HitBy::Typo,
        from: 0,
        to: chars.len(),
    };
    match word {
        Word::Han(word) => {
            all.extend(sound::find_in_name_chars(chars, word));
            if depth > Depth::Plain && word.len() >= 2 {
                let sounds = sound::sounds_of(lexicon, word, depth > Depth::SameSound);
                each_reading(reading, &mut all, |s| {
                    sound::find_sounds(s, &sounds).filter(|f| within(f.rank, depth))
                });
                if depth == Depth::Slip && is_one_character_off(chars, word) {
                    all.push(slip);
                }
            }
        }
        Word::Latin(letters) => {
            each_reading(reading, &mut all, |s| {
                sound::find_in_name(lexicon, s, letters)
            });
            if depth > Depth::SameSound && letters.len() >= 2 {
                each_reading(reading, &mut all, |s| {
                    sound::find_near_letters(lexicon, s, letters).filter(|f| within(f.rank, depth))
                });
            }
            if depth == Depth::Slip && letters.len() >= SHORTEST_SLIP {
                let plain = without_marks(letters);
                each_reading(reading, &mut all, |s| {
                    let pinyin: String = s.iter().map(|s| lexicon.syllable(*s)).collect();
                    sound::is_one_slip(&plain, pinyin.as_bytes()).then_some(slip)
                });
            }
        }
        _ => {}
    }
    all.into_iter().min_by_key(|found| found.rank)
}

fn each_reading(
    reading: &NameReading,
    all: &mut Vec<Found>,
    find: impl Fn(&[Syllable]) -> Option<Found>,
) {
    all.extend(find(&reading.usual));
    all.extend(
        reading
            .others
            .iter()
            .filter_map(|s| find(s))
            .map(|found| Found {
                rank: found.rank.saturating_add(sound::OTHER_READING),
                by: if found.rank < sound::SAME_SOUND {
                    HitBy::OtherReading
                } else {
                    found.by
                },
                ..found
            }),
    );
}
