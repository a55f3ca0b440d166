//! How characters are read, and which readings sound alike at a Guangdong counter.
//!
//! Absent on purpose: tones (nobody types them) and words (a name is no word).

use crate::text::fold::{half_width, is_invisible};
use std::collections::{BTreeSet, HashMap};
use unicode_normalization::UnicodeNormalization;

/// A toneless syllable, as an index into [`Lexicon::syllable`]; the order is that of the letters.
/// 0 is "no reading known".
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

/// How a surname of one or two characters is read.
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
    /// How many habits lie between them.
    pub changes: u8,
}

/// A way to type a syllable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spelling {
    /// The letters.
    pub letters: Box<str>,
    /// What they mean.
    pub syllable: Syllable,
    /// True where another syllable has these letters by right (`lu` for 吕).
    pub borrowed: bool,
}

/// A value a character; most characters have none.
#[derive(Debug, Default)]
struct CharMap<T> {
    pages: Vec<Option<Box<[T; 256]>>>,
}

impl<T: Copy + Default> CharMap<T> {
    fn set(&mut self, c: char, value: T) {
        let (page, at) = (c as usize >> 8, c as usize & 255);
        if self.pages.len() <= page {
            self.pages.resize_with(page + 1, || None);
        }
        self.pages[page].get_or_insert_with(|| Box::new([T::default(); 256]))[at] = value;
    }

    fn get(&self, c: char) -> T {
        let page = self.pages.get(c as usize >> 8).and_then(Option::as_ref);
        page.map_or_else(T::default, |page| page[c as usize & 255])
    }
}

/// The parsed tables.
#[derive(Debug, Default)]
pub struct Lexicon {
    syllables: Vec<Box<str>>,
    ids: HashMap<Box<str>, Syllable>,
    /// Which of `lists` holds a character's readings; 0 is none.
    readings: CharMap<u16>,
    lists: Vec<Box<[Syllable]>>,
    surnames: HashMap<[char; 2], Surname>,
    /// Whether a character alone is in `surnames` (1), or begins one of two characters (2).
    heads: CharMap<u8>,
    simplified: CharMap<char>,
    near: Vec<Vec<Near>>,
    spellings: Vec<Spelling>,
    alike: HashMap<char, Vec<char>>,
}

impl Lexicon {
    /// Reads the tables; a line that is not of its table's shape is passed over (the seed's own checks
    /// name it).
    pub fn parse(sources: LexiconSources<'_>) -> Self {
        let mut lexicon = Self::default();
        lexicon.number_syllables(&sources);
        lexicon.lists.push(Box::default());
        for c in 'a'..='z' {
            let own = lexicon.find(c.encode_utf8(&mut [0; 4]));
            lexicon.set_readings(c, own.into_iter().collect());
        }
        for (c, pinyin) in readings(sources.hanzi_pinyin) {
            let readings = pinyin.iter().filter_map(|p| lexicon.find(p)).collect();
            lexicon.set_readings(c, readings);
        }
        for (surname, usual, others) in surnames(sources.surname_readings) {
            let chars: Vec<char> = surname.chars().collect();
            let key = match chars[..] {
                [one] => [one, '\0'],
                [one, two] => [one, two],
                _ => continue,
            };
            let find = |p: &Vec<String>| p.iter().filter_map(|p| lexicon.find(p)).collect();
            let read = Surname {
                usual: find(&usual),
                others: others.iter().map(find).collect(),
            };
            if read.usual.len() == chars.len() {
                let flag = u8::try_from(chars.len()).unwrap_or(0);
                lexicon.heads.set(key[0], lexicon.heads.get(key[0]) | flag);
                lexicon.surnames.insert(key, read);
            }
        }
        for line in sources.traditional_simplified.lines().skip(1) {
            let mut fields = line.split('\t').map(one_char);
            if let (Some(Some(from)), Some(Some(to))) = (fields.next(), fields.next()) {
                lexicon.simplified.set(from, to);
            }
        }
        lexicon.near =
            super::pinyin::near_table(&lexicon.syllables, &lexicon.ids, sources.fuzzy_pinyin);
        lexicon
    }

    /// Takes in `look-alikes.tsv`: on each line characters that are taken for one another.
    #[must_use]
    pub fn with_look_alikes(mut self, table: &str) -> Self {
        for line in table.lines().skip(1) {
            let chars: Vec<char> = line.split('\t').next().unwrap_or("").chars().collect();
            for c in &chars {
                // Two forms of one character that are told apart on cards (峰 and 峯) stay apart.
                if chars.contains(&self.simplify(*c)) {
                    self.simplified.set(*c, *c);
                }
                let others = chars.iter().copied().filter(|o| o != c);
                self.alike.entry(*c).or_default().extend(others);
            }
        }
        self
    }

    /// Gives every syllable of the tables a number in the order of the letters.
    fn number_syllables(&mut self, sources: &LexiconSources<'_>) {
        let mut all: BTreeSet<String> = ('a'..='z').map(String::from).collect();
        all.extend(readings(sources.hanzi_pinyin).flat_map(|(_, p)| p));
        for (_, usual, others) in surnames(sources.surname_readings) {
            all.extend(usual);
            all.extend(others.into_iter().flatten());
        }
        all.remove("");
        // As some say a syllable it may be none of the language (zuang for zhuang), but it is typed.
        let said: Vec<String> = all
            .iter()
            .flat_map(|s| super::pinyin::said(s, sources.fuzzy_pinyin))
            .collect();
        all.extend(said);
        self.syllables.push("".into());
        self.syllables.extend(all.into_iter().map(Into::into));
        for (id, letters) in (0..Syllable::MAX).zip(&self.syllables) {
            self.ids.insert(letters.clone(), id);
            if id == NO_READING {
                continue;
            }
            let spelling = |letters: &str, borrowed| Spelling {
                letters: letters.into(),
                syllable: id,
                borrowed,
            };
            self.spellings.push(spelling(letters, false));
            if letters.len() > 1 && letters.contains('v') {
                // ü is also typed u, and yu as in a passport.
                self.spellings
                    .push(spelling(&letters.replace('v', "u"), true));
                self.spellings
                    .push(spelling(&letters.replace('v', "yu"), false));
            }
        }
        self.spellings.sort_by(|a, b| a.letters.cmp(&b.letters));
    }

    fn set_readings(&mut self, c: char, readings: Box<[Syllable]>) {
        if let Ok(at) = u16::try_from(self.lists.len()) {
            self.lists.push(readings);
            self.readings.set(c, at);
        }
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

    /// The ways to type the syllables that begin with a letter, in the order of the letters.
    pub fn spellings(&self, first: u8) -> &[Spelling] {
        let from = self
            .spellings
            .partition_point(|s| s.letters.as_bytes()[0] < first);
        let to = self
            .spellings
            .partition_point(|s| s.letters.as_bytes()[0] <= first);
        &self.spellings[from..to]
    }

    /// Syllables that sound near this one, nearest first.
    pub fn near(&self, id: Syllable) -> &[Near] {
        self.near.get(usize::from(id)).map_or(&[], |n| n)
    }

    /// Characters that are taken for this one by their looks.
    pub fn look_alikes(&self, c: char) -> &[char] {
        self.alike.get(&c).map_or(&[], |a| a)
    }

    /// All readings of a character, the most usual first.
    pub fn readings(&self, c: char) -> &[Syllable] {
        let own = self.readings.get(c);
        let at = if own == 0 {
            self.readings.get(self.simplify(c))
        } else {
            own
        };
        self.lists.get(usize::from(at)).map_or(&[], |r| r)
    }

    /// Every reading of a character, as a surname or in one too.
    pub fn all_readings(&self, c: char) -> Vec<Syllable> {
        let mut all = self.readings(c).to_vec();
        if self.heads.get(c) & 1 != 0
            && let Some(surname) = self.surnames.get(&[c, '\0'])
        {
            all.extend(surname.others.iter().chain([&surname.usual]).flatten());
        }
        for (pair, surname) in &self.surnames {
            if let Some(at) = pair
                .iter()
                .position(|p| *p == c)
                .filter(|_| pair[1] != '\0')
            {
                let heads = surname.others.iter().chain([&surname.usual]);
                all.extend(heads.filter_map(|h| h.get(at)));
            }
        }
        all.retain(|s| *s != NO_READING);
        all
    }

    /// The simplified form of a character, else itself.
    pub fn simplify(&self, c: char) -> char {
        match self.simplified.get(c) {
            '\0' => c,
            simple => simple,
        }
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

    /// How a word is read, one syllable a character (marks have no reading).
    pub fn read_word(&self, folded: &[char]) -> Vec<Syllable> {
        folded
            .iter()
            .map(|c| self.readings(*c).first().copied().unwrap_or(NO_READING))
            .collect()
    }

    /// How a folded name is read: the surname by its own table, compound ones as a whole.
    pub fn read_name(&self, folded: &[char]) -> Vec<Syllable> {
        let mut usual = self.read_word(folded);
        if let Some(surname) = self.surname(folded) {
            usual[..surname.usual.len()].copy_from_slice(&surname.usual);
        }
        usual
    }

    fn surname(&self, folded: &[char]) -> Option<&Surname> {
        let first = *folded.first()?;
        let heads = self.heads.get(first);
        let two = (heads & 2 != 0)
            .then(|| self.surnames.get(&[first, *folded.get(1)?]))
            .flatten();
        two.or_else(|| {
            (heads & 1 != 0)
                .then(|| self.surnames.get(&[first, '\0']))
                .flatten()
        })
    }
}

/// The rows of `hanzi-pinyin.tsv`.
fn readings(table: &str) -> impl Iterator<Item = (char, Vec<String>)> + '_ {
    table.lines().skip(1).filter_map(|line| {
        let mut fields = line.split('\t');
        let c = fields.next().and_then(one_char)?;
        let all = fields.next()?.split(',').filter(|p| !p.is_empty());
        Some((c, all.map(str::to_owned).collect()))
    })
}

/// A surname with its syllables and its other readings.
type SurnameRow<'a> = (&'a str, Vec<String>, Vec<Vec<String>>);

/// The rows of `surname-readings.tsv`.
fn surnames(table: &str) -> impl Iterator<Item = SurnameRow<'_>> {
    table.lines().skip(1).filter_map(|line| {
        let fields: Vec<&str> = line.split('\t').collect();
        let [surname, _, toned, others, ..] = fields[..] else {
            return None;
        };
        let length = surname.chars().count().max(1);
        let read = |text: &str| -> Vec<Vec<String>> {
            let all: Vec<String> = text.split_whitespace().map(without_tones).collect();
            all.chunks_exact(length).map(<[_]>::to_vec).collect()
        };
        Some((surname, read(toned).into_iter().next()?, read(others)))
    })
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
