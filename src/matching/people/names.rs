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
use std::collections::HashMap;

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
    texts: Texts,
    rows: Lists<Row>,
    sequences: Lists<Syllable>,
    sequence_names: Lists<u32>,
    pinyin: Texts,
    /// Sequences are sorted by pinyin; those of one first letter stand together.
    letters: Vec<u32>,
    chars: HashMap<char, Vec<u32>>,
}

impl Names {
    pub(super) fn build(lexicon: &Lexicon, columns: &Columns) -> Self {
        let mut names = Self::default();
        let mut ids: HashMap<&str, u32> = HashMap::new();
        let mut of_row = Vec::with_capacity(columns.len());
        for row in 0..columns.len() as Row {
            let text = columns.names.get(row);
            let next = names.texts.len() as u32;
            let id = *ids.entry(text).or_insert(next);
            if id == next {
                names.texts.push(text);
            }
            of_row.push(id);
        }
        drop(ids);
        names.rows = Lists::of(names.texts.len(), of_row.iter().copied().zip(0..));

        let mut sequences: HashMap<Vec<Syllable>, Vec<u32>> = HashMap::new();
        for name in 0..names.texts.len() as u32 {
            let (chars, _) = readable(names.texts.get(name));
            let reading = lexicon.read_name(&chars);
            for (at, c) in chars.iter().enumerate() {
                if !chars[..at].contains(c) {
                    names.chars.entry(*c).or_default().push(name);
                }
            }
            sequences.entry(reading.usual).or_default().push(name);
            for other in reading.others {
                sequences.entry(other).or_default().push(name | OTHER);
            }
        }
        let spelled = |sequence: &[Syllable]| -> String {
            sequence.iter().map(|s| lexicon.syllable(*s)).collect()
        };
        let mut sorted: Vec<(String, Vec<Syllable>, Vec<u32>)> = sequences
            .into_iter()
            .map(|(sequence, of)| (spelled(&sequence), sequence, of))
            .collect();
        sorted.sort_unstable();
        for (pinyin, ..) in &sorted {
            names.pinyin.push(pinyin);
        }
        names.letters = (b'a'..=b'z' + 1)
            .map(|letter| {
                sorted.partition_point(|(p, ..)| p.as_bytes().first().is_none_or(|b| *b < letter))
                    as u32
            })
            .collect();
        let pairs = |sorted: &[(String, Vec<Syllable>, Vec<u32>)]| sorted.len();
        let count = pairs(&sorted);
        names.sequences = Lists::of(
            count,
            (0u32..)
                .zip(&sorted)
                .flat_map(|(at, (_, s, _))| s.iter().map(move |s| (at, *s))),
        );
        names.sequence_names = Lists::of(
            count,
            (0u32..)
                .zip(&sorted)
                .flat_map(|(at, (.., n))| n.iter().map(move |n| (at, *n))),
        );
        names
    }

    /// The rows that bear a name.
    pub(super) fn rows(&self, name: u32) -> &[Row] {
        self.rows.get(name)
    }

    /// A name, folded.
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
        for name in rarest.unwrap_or(&[]) {
            let (chars, _) = readable(self.texts.get(*name));
            if let Some(found) = sound::find_in_name_chars(&chars, word) {
                hit(*name, found.rank);
            }
        }
        if depth == Depth::Plain || word.len() < 2 {
            return;
        }
        let sounds = sound::sounds_of(lexicon, word, depth > Depth::SameSound);
        for sequence in 0..self.sequences.keys() {
            if let Some(found) = sound::find_sounds(self.sequences.get(sequence), &sounds)
                && within(found.rank, depth)
            {
                self.each_name(sequence, found.rank, hit);
            }
        }
        if depth == Depth::Slip {
            let mut names: Vec<u32> = word.iter().flat_map(of).copied().collect();
            names.sort_unstable();
            names.dedup();
            for name in names {
                let (chars, _) = readable(self.texts.get(name));
                if is_one_character_off(&chars, word) {
                    hit(name, sound::SLIP);
                }
            }
        }
    }

    fn find_letters(
        &self,
        lexicon: &Lexicon,
        letters: &[u8],
        depth: Depth,
        hit: &mut impl FnMut(u32, u8),
    ) {
        let Some(first) = letters.first().filter(|b| b.is_ascii_lowercase()) else {
            return;
        };
        let bucket = usize::from(first - b'a');
        let start = self.letters[bucket]..self.letters[bucket + 1];
        // A single letter is only looked for at the beginning.
        let all = if letters.len() < 2 {
            start
        } else {
            0..self.sequences.keys()
        };
        for sequence in all {
            if let Some(found) = sound::find_in_name(lexicon, self.sequences.get(sequence), letters)
            {
                self.each_name(sequence, found.rank, hit);
            }
        }
        if depth > Depth::SameSound && letters.len() >= 2 {
            for sequence in 0..self.sequences.keys() {
                let syllables = self.sequences.get(sequence);
                if let Some(found) = sound::find_near_letters(lexicon, syllables, letters)
                    && within(found.rank, depth)
                {
                    self.each_name(sequence, found.rank, hit);
                }
            }
        }
        if depth == Depth::Slip && letters.len() >= SHORTEST_SLIP {
            let plain = without_marks(letters);
            for sequence in 0..self.sequences.keys() {
                if sound::is_one_slip(&plain, self.pinyin.get(sequence).as_bytes()) {
                    self.each_name(sequence, sound::SLIP, hit);
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

    /// Names that share a character with the scrap, or its first letter: where the nearest are looked for.
    pub(super) fn around(&self, word: &Word) -> Vec<(u32, String)> {
        let mut names: Vec<u32> = match word {
            Word::Han(chars) => chars
                .iter()
                .filter_map(|c| self.chars.get(c))
                .flatten()
                .copied()
                .collect(),
            Word::Latin(letters) => {
                let bucket = letters
                    .first()
                    .map_or(0, |b| usize::from(b.saturating_sub(b'a')).min(25));
                let sequences = self.letters[bucket]..self.letters[bucket + 1];
                return sequences
                    .flat_map(|s| {
                        let own = self
                            .sequence_names
                            .get(s)
                            .iter()
                            .filter(|n| *n & OTHER == 0);
                        own.map(move |n| (*n, self.pinyin.get(s).to_owned()))
                    })
                    .collect();
            }
            _ => Vec::new(),
        };
        names.sort_unstable();
        names.dedup();
        names
            .into_iter()
            .map(|n| (n, self.text(n).to_owned()))
            .collect()
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
