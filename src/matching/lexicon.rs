//! How characters are read, and which readings sound alike at a Guangdong counter.
//!
//! Absent on purpose: tones (nobody types them) and words (a name is no word).

use crate::text::fold::{half_width, is_invisible};
use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization;

/// A toneless syllable, as an index into [`Lexicon::syllable`]. 0 is "no reading known".
pub type Syllable = u16;

/// The reading that nothing typed can match.
pub const NO_READING: Syllable = 0;

/// The tables, as tab-separated text with one header line each.
#[derive(Debug, Clone, Copy)]
pub struct LexiconSources<'a> {
    /// `hanzi-pinyin.tsv`: char, readings with the most usual first.
    pub hanzi_pinyin: &'a str,
    /// `surname-readings.tsv`: surname, its reading, other readings.
    pub surname_readings: &'a str,
    /// `traditional-simplified.tsv`.
    pub traditional_simplified: &'a str,
    /// `fuzzy-pinyin.tsv`: pairs that sound alike, with a strength.
    pub fuzzy_pinyin: &'a str,
}

/// How a surname is read.
#[derive(Debug, Clone)]
struct Surname {
    usual: Vec<Syllable>,
    others: Vec<Vec<Syllable>>,
}

/// A syllable that sounds near another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Near {
    /// Which.
    pub syllable: Syllable,
    /// 1 is nearest, 3 farthest.
    pub distance: u8,
}

/// All readings of one name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameReading {
    /// One syllable a character that is read, surnames by the surname table.
    pub usual: Vec<Syllable>,
    /// Whole readings that differ from the usual one, at most `OTHER_READINGS`.
    pub others: Vec<Vec<Syllable>>,
}

/// Readings of one name beyond the usual one that are kept.
const OTHER_READINGS: usize = 4;

/// The parsed tables.
#[derive(Debug, Default)]
pub struct Lexicon {
    syllables: Vec<Box<str>>,
    ids: HashMap<Box<str>, Syllable>,
    readings: HashMap<char, Vec<Syllable>>,
    surnames: HashMap<Box<str>, Surname>,
    simplified: HashMap<char, char>,
    near: Vec<Vec<Near>>,
}

impl Lexicon {
    /// Reads the tables; a line that is not of its table's shape is passed over (the seed's own checks
    /// name it).
    pub fn parse(sources: LexiconSources<'_>) -> Self {
        let mut lexicon = Self::default();
        lexicon.intern("");
        for line in sources.hanzi_pinyin.lines().skip(1) {
            let mut fields = line.split('\t');
            if let (Some(c), Some(pinyin)) = (fields.next().and_then(one_char), fields.next()) {
                let readings = pinyin
                    .split(',')
                    .filter(|p| !p.is_empty())
                    .map(|p| lexicon.intern(p))
                    .collect();
                lexicon.readings.insert(c, readings);
            }
        }
        for line in sources.surname_readings.lines().skip(1) {
            let fields: Vec<&str> = line.split('\t').collect();
            if let [surname, _, toned, others, ..] = fields[..] {
                let length = surname.chars().count();
                let mut read = |text: &str| -> Vec<Vec<Syllable>> {
                    let all: Vec<Syllable> = text
                        .split_whitespace()
                        .map(|t| lexicon.intern(&without_tones(t)))
                        .collect();
                    all.chunks_exact(length.max(1)).map(<[_]>::to_vec).collect()
                };
                let usual = read(toned).into_iter().next();
                let others = read(others);
                if let Some(usual) = usual {
                    lexicon
                        .surnames
                        .insert(surname.into(), Surname { usual, others });
                }
            }
        }
        for line in sources.traditional_simplified.lines().skip(1) {
            let mut fields = line.split('\t').map(one_char);
            if let (Some(Some(from)), Some(Some(to))) = (fields.next(), fields.next()) {
                lexicon.simplified.insert(from, to);
            }
        }
        lexicon.near =
            super::pinyin::near_table(&lexicon.syllables, &lexicon.ids, sources.fuzzy_pinyin);
        lexicon
    }

    fn intern(&mut self, syllable: &str) -> Syllable {
        if let Some(id) = self.ids.get(syllable) {
            return *id;
        }
        let Ok(id) = Syllable::try_from(self.syllables.len()) else {
            return NO_READING;
        };
        self.syllables.push(syllable.into());
        self.ids.insert(syllable.into(), id);
        id
    }

    /// The letters of a syllable (`v` for ü).
    pub fn syllable(&self, id: Syllable) -> &str {
        self.syllables.get(usize::from(id)).map_or("", |s| s)
    }

    /// How many syllables there are; every id is below.
    pub fn syllable_count(&self) -> usize {
        self.syllables.len()
    }

    /// The id of a syllable written in full.
    pub fn find(&self, letters: &str) -> Option<Syllable> {
        self.ids
            .get(letters)
            .copied()
            .filter(|id| *id != NO_READING)
    }

    /// Syllables that sound near this one, nearest first.
    pub fn near(&self, id: Syllable) -> &[Near] {
        self.near.get(usize::from(id)).map_or(&[], |n| n)
    }

    /// All readings of a character, the most usual first.
    pub fn readings(&self, c: char) -> &[Syllable] {
        let simple = self.simplify(c);
        self.readings
            .get(&c)
            .or_else(|| self.readings.get(&simple))
            .map_or(&[], |r| r)
    }

    /// The simplified form of a character, else itself.
    pub fn simplify(&self, c: char) -> char {
        self.simplified.get(&c).copied().unwrap_or(c)
    }

    /// One character as search compares it: half-width, lower case, simplified.
    pub fn fold_char(&self, c: char) -> char {
        let c = half_width(c);
        if c.is_ascii() {
            c.to_ascii_lowercase()
        } else {
            self.simplify(c)
        }
    }

    /// A text as search compares it: half-width, lower case, simplified, nothing invisible.
    pub fn fold(&self, text: &str) -> String {
        text.chars()
            .filter(|c| !is_invisible(*c))
            .map(|c| self.fold_char(c))
            .collect()
    }

    /// How a word is read, one syllable a character (letters and marks have no reading).
    pub fn read_word(&self, folded: &[char]) -> Vec<Syllable> {
        folded
            .iter()
            .map(|c| self.readings(*c).first().copied().unwrap_or(NO_READING))
            .collect()
    }

    /// How a folded name is read: the surname by its own table, compound ones as a whole.
    pub fn read_name(&self, folded: &[char]) -> NameReading {
        let mut usual = self.read_word(folded);
        let mut others: Vec<Vec<Syllable>> = Vec::new();
        let surname = [2, 1].into_iter().find_map(|length| {
            let head: String = folded.get(..length)?.iter().collect();
            self.surnames.get(head.as_str()).map(|s| (length, s))
        });
        let given = surname.map_or(1, |(length, _)| length);
        if let Some((length, surname)) = surname {
            let plain = usual[..length].to_vec();
            usual[..length].copy_from_slice(&surname.usual);
            for head in surname.others.iter().chain([&plain]) {
                let mut other = usual.clone();
                other[..length].copy_from_slice(head);
                others.push(other);
            }
        }
        for (at, c) in folded.iter().enumerate() {
            if at < given && surname.is_some() {
                continue;
            }
            for reading in self.readings(*c).iter().skip(1) {
                let mut other = usual.clone();
                other[at] = *reading;
                others.push(other);
            }
        }
        let mut kept: Vec<Vec<Syllable>> = Vec::new();
        for other in others {
            if other != usual && !kept.contains(&other) && kept.len() < OTHER_READINGS {
                kept.push(other);
            }
        }
        NameReading {
            usual,
            others: kept,
        }
    }
}

fn one_char(text: &str) -> Option<char> {
    let mut chars = text.chars();
    chars.next().filter(|_| chars.next().is_none())
}

/// `lǜ` → `lv`, `wèi` → `wei`.
fn without_tones(toned: &str) -> String {
    let mut out = String::new();
    for c in toned.nfd() {
        match c {
            '\u{308}' if out.ends_with('u') => {
                out.pop();
                out.push('v');
            }
            c if c.is_ascii_alphabetic() => out.push(c.to_ascii_lowercase()),
            _ => {}
        }
    }
    out
}
