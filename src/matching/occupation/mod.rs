//! A wish as people say it (陪月, 想学开叉车, 除了保安都行) → occupations of the 2022 classification.
//!
//! Absent on purpose: what a vacancy asks (`requirement`), and grades of wishing: a word is wished for,
//! or said not to be.

mod clauses;
mod like;

#[cfg(test)]
mod tests;

use super::lexicon::Lexicon;
use clauses::{Clause, clauses, trimmings};
use std::{collections::HashMap, sync::Arc};

/// The tables, as tab-separated text with one header line each.
#[derive(Debug, Clone, Copy)]
pub struct OccupationSources<'a> {
    /// `occupations.tsv`.
    pub occupations: &'a str,
    /// `occupation-aliases.tsv`: what people say at the counter.
    pub aliases: &'a str,
    /// `occupation-aliases-jobads.tsv`: titles of advertisements, of less weight.
    pub jobads: &'a str,
}

/// An occupation that a wish was understood as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Understood {
    /// Code of the classification, `4-10-01-06`.
    pub code: String,
    /// Its title.
    pub title: String,
    /// The usual name inside the occupation (母婴护理员), or empty.
    pub worktype: String,
    /// Order; higher is better, at most 1000.
    pub score: i32,
    /// The alias or words it rests on.
    pub by: String,
}

/// A wish, read: what is wished for and what is said not to be.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wants {
    /// Wished for, best first.
    pub wanted: Vec<Understood>,
    /// Said not to be wished for.
    pub refused: Vec<Understood>,
    /// Whole fields of work (进厂), wished for or not.
    pub fields: Vec<Field>,
    /// Words that nobody understood.
    pub unread: Vec<String>,
}

/// A field of work named by one broad word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Codes of its occupations begin so.
    pub prefix: &'static str,
    /// The word.
    pub by: String,
    /// Said not to be wished for.
    pub refused: bool,
}

/// Broad words and where the occupations they mean begin.
const FIELDS: [(&str, &str); 14] = [
    ("进厂", "6-"),
    ("入厂", "6-"),
    ("工厂", "6-"),
    ("普工", "6-"),
    ("厂工", "6-"),
    ("流水线", "6-"),
    ("生产线", "6-"),
    ("家政", "4-10-01"),
    ("餐饮", "4-03-02"),
    ("物流", "4-02"),
    ("物业", "4-06-01"),
    ("销售", "4-01"),
    ("建筑", "6-29"),
    ("农业", "5-"),
];

/// One word for an occupation.
#[derive(Debug)]
struct Alias {
    text: String,
    folded: Vec<char>,
    pinyin: String,
    code: u32,
    worktype: String,
    weight: i32,
}

/// The classification and the words that people use for it.
#[derive(Debug)]
pub struct Occupations {
    lexicon: Arc<Lexicon>,
    codes: Vec<(String, String)>,
    aliases: Vec<Alias>,
    by_text: HashMap<Vec<char>, Vec<u32>>,
    by_char: HashMap<char, Vec<u32>>,
    longest: usize,
}

/// Weights: counter words, then the book's titles, then advertisements.
const COUNTER: i32 = 1000;
const TITLE: i32 = 980;
const ADVERTISED: i32 = 850;
/// From this score on words name an occupation and not only a field of work.
const PLAIN: i32 = 900;
/// What an alias that may mean another job loses.
const AMBIGUOUS: i32 = 100;
/// Likenesses below this share of a perfect one are chance.
const LEAST_LIKENESS: usize = 60;

impl Occupations {
    /// Reads the tables; a line that is not of its table's shape is passed over.
    pub fn parse(sources: OccupationSources<'_>, lexicon: Arc<Lexicon>) -> Self {
        let mut all = Self {
            lexicon,
            codes: Vec::new(),
            aliases: Vec::new(),
            by_text: HashMap::new(),
            by_char: HashMap::new(),
            longest: 0,
        };
        let mut ids: HashMap<&str, u32> = HashMap::new();
        for line in sources.occupations.lines().skip(1) {
            let fields: Vec<&str> = line.split('\t').collect();
            if let [code, title, "细类", ..] = fields[..] {
                ids.insert(code, u32::try_from(all.codes.len()).unwrap_or(0));
                all.codes.push((code.to_owned(), title.to_owned()));
            }
        }
        for line in sources.aliases.lines().skip(1) {
            let fields: Vec<&str> = line.split('\t').collect();
            if let [alias, _, code, worktype, _, note] = fields[..]
                && let Some(id) = ids.get(code)
            {
                let less = if note.contains("歧义") {
                    AMBIGUOUS
                } else {
                    0
                };
                all.add(alias, *id, worktype, COUNTER - less);
                if !worktype.is_empty() {
                    all.add(worktype, *id, worktype, COUNTER);
                }
            }
        }
        for at in 0..all.codes.len() {
            let title = all.codes[at].1.clone();
            all.add(&title, u32::try_from(at).unwrap_or(0), "", TITLE);
        }
        for line in sources.jobads.lines().skip(1) {
            let fields: Vec<&str> = line.split('\t').collect();
            if let [alias, _, code] = fields[..]
                && let Some(id) = ids.get(code)
            {
                for part in alias.split(['/', '／']).filter(|p| p.chars().count() >= 2) {
                    all.add(part, *id, "", ADVERTISED);
                }
            }
        }
        all
    }

    fn add(&mut self, text: &str, code: u32, worktype: &str, weight: i32) {
        let folded: Vec<char> = key(&self.lexicon, text);
        if folded.is_empty() {
            return;
        }
        let known = self.by_text.get(&folded).map_or(&[][..], |n| n);
        let repeats = known.iter().any(|n| {
            let a = &self.aliases[*n as usize];
            a.code == code || a.weight >= COUNTER - AMBIGUOUS && weight < COUNTER - AMBIGUOUS
        });
        if repeats {
            return;
        }
        let id = u32::try_from(self.aliases.len()).unwrap_or(0);
        let syllables = self.lexicon.read_word(&folded);
        let pinyin = syllables
            .iter()
            .map(|s| self.lexicon.syllable(*s))
            .collect();
        self.longest = self.longest.max(folded.len());
        for (at, c) in folded.iter().enumerate() {
            if !folded[..at].contains(c) {
                self.by_char.entry(*c).or_default().push(id);
            }
        }
        self.by_text.entry(folded.clone()).or_default().push(id);
        self.aliases.push(Alias {
            text: text.to_owned(),
            folded,
            pinyin,
            code,
            worktype: worktype.to_owned(),
            weight,
        });
    }

    /// The occupations that a wish means, best first; what is said not to be wished for is left out.
    pub fn understand(&self, wish: &str, limit: usize) -> Vec<Understood> {
        let mut wanted = self.read(wish).wanted;
        wanted.truncate(limit);
        wanted
    }

    /// The code of the occupation that a word as a whole is a name of: [`Self::understand`] for a key press.
    pub fn named(&self, word: &str) -> Option<&str> {
        let known = self.by_text.get(&key(&self.lexicon, word))?;
        let aliases = known.iter().map(|id| &self.aliases[*id as usize]);
        let best = aliases.min_by_key(|a| std::cmp::Reverse(a.weight))?;
        let (code, title) = &self.codes[best.code as usize];
        let is_field = best.weight < PLAIN && FIELDS.iter().any(|(field, _)| word.contains(field));
        (!is_field && (best.text == word || title == word)).then_some(code)
    }

    /// Reads a wish of several parts: `月嫂、想学收银，唔想入厂`.
    pub fn read(&self, wish: &str) -> Wants {
        let mut wants = Wants::default();
        for (at, Clause { text, refused }) in clauses(wish).into_iter().enumerate() {
            let mut found = self.clause(&text);
            if let Some((word, prefix)) = FIELDS.iter().find(|(word, _)| text.contains(word))
                && found.iter().all(|f| f.score < PLAIN)
            {
                wants.fields.push(Field {
                    prefix,
                    by: (*word).to_owned(),
                    refused,
                });
                continue;
            }
            if found.is_empty() {
                wants.unread.push(text);
                continue;
            }
            for one in &mut found {
                // What is said first is wished for most.
                one.score -= i32::try_from(at.min(20)).unwrap_or(0) * 3;
            }
            if refused {
                wants.refused.extend(found);
            } else {
                wants.wanted.extend(found);
            }
        }
        wants.wanted.retain(|w| {
            !wants
                .refused
                .iter()
                .any(|r| r.code == w.code && r.worktype == w.worktype)
        });
        wants.wanted = best_of_each(std::mem::take(&mut wants.wanted));
        wants.refused = best_of_each(std::mem::take(&mut wants.refused));
        wants
    }

    fn clause(&self, text: &str) -> Vec<Understood> {
        let folded = key(&self.lexicon, text);
        if folded.is_empty() {
            return Vec::new();
        }
        for (less, form) in trimmings(&folded).into_iter().enumerate() {
            let less = i32::try_from(less).unwrap_or(0) * 5;
            if let Some(ids) = self.by_text.get(&form) {
                return ids
                    .iter()
                    .map(|id| self.understood(*id, 1000, less))
                    .collect();
            }
        }
        let inside = self.inside(&folded);
        if !inside.is_empty() {
            return inside;
        }
        let core = trimmings(&folded).pop().unwrap_or_default();
        let around = self.around(&core);
        if !around.is_empty() {
            return around;
        }
        self.nearly(&core)
    }

    fn understood(&self, id: u32, score: i32, less: i32) -> Understood {
        self.of(&self.aliases[id as usize], score - less)
    }

    fn of(&self, alias: &Alias, score: i32) -> Understood {
        let (code, title) = &self.codes[alias.code as usize];
        Understood {
            code: code.clone(),
            title: title.clone(),
            worktype: alias.worktype.clone(),
            score: score * alias.weight / 1000,
            by: alias.text.clone(),
        }
    }
}

/// Occupations shown for words that are only a part of an alias.
const MOST_AROUND: usize = 5;

/// A text as aliases are compared: folded, without marks and spaces.
fn key(lexicon: &Lexicon, text: &str) -> Vec<char> {
    let folded = lexicon.fold(text);
    folded.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn contains(whole: &[char], part: &[char]) -> bool {
    whole.windows(part.len()).any(|w| w == part)
}

fn best_of_each(mut list: Vec<Understood>) -> Vec<Understood> {
    list.sort_by_key(|one| std::cmp::Reverse(one.score));
    let mut kept: Vec<Understood> = Vec::new();
    for one in list {
        if !kept
            .iter()
            .any(|k| k.code == one.code && k.worktype == one.worktype)
        {
            kept.push(one);
        }
    }
    kept
}
