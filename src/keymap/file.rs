//! One key file: TOML to sections of `action = [keys]`, every problem with its line.

use super::{
    Key,
    layers::Chord,
    problem::{Problem, What},
};
use toml::de::{DeTable, DeValue};

/// A key file's name and text. Reading it from disk is the caller's work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// File name, for problems.
    pub name: String,
    /// Text.
    pub text: String,
}

impl Source {
    /// A source.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            text: text.into(),
        }
    }
}

/// One line `action = [keys]` of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) section: String,
    pub(super) section_line: usize,
    pub(super) action: String,
    pub(super) line: usize,
    /// Chords that could be read, each with its line.
    pub(super) chords: Vec<(Chord, usize)>,
}

/// A key file larger than this is no key file.
const MAX_BYTES: usize = 256 * 1024;

/// Reads what is valid, reports what is not.
pub(super) fn read(source: &Source) -> (Vec<Entry>, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut report = |offset: usize, what: What| {
        problems.push(Problem {
            file: source.name.clone(),
            line: line_of(&source.text, offset),
            what,
        });
    };
    let mut entries = Vec::new();
    if source.text.len() > MAX_BYTES {
        report(0, What::Syntax("> 256 KB".to_owned()));
        return (entries, problems);
    }
    let (root, errors) = DeTable::parse_recoverable(&source.text);
    for error in errors {
        let offset = error.span().map_or(0, |span| span.start);
        report(offset, What::Syntax(error.message().to_owned()));
    }
    for (section, body) in root.get_ref() {
        let section_name = section.get_ref().to_string();
        let DeValue::Table(body) = body.get_ref() else {
            report(section.span().start, What::NotAList(section_name));
            continue;
        };
        for (action, value) in body {
            let name = action.get_ref().to_string();
            let DeValue::Array(keys) = value.get_ref() else {
                report(action.span().start, What::NotAList(name));
                continue;
            };
            let mut chords = Vec::new();
            for key in keys {
                let at = key.span().start;
                match key.get_ref() {
                    DeValue::String(text) => match parse_chord(text) {
                        Ok(chord) => chords.push((chord, line_of(&source.text, at))),
                        Err(what) => report(at, what),
                    },
                    _ => report(at, What::NotAList(name.clone())),
                }
            }
            entries.push(Entry {
                section: section_name.clone(),
                section_line: line_of(&source.text, section.span().start),
                action: name,
                line: line_of(&source.text, action.span().start),
                chords,
            });
        }
    }
    entries.sort_by_key(|entry| entry.line);
    problems.sort_by_key(|problem| problem.line);
    (entries, problems)
}

/// One key, or two in a row with a space between.
fn parse_chord(text: &str) -> Result<Chord, What> {
    let keys: Vec<&str> = text.split_whitespace().collect();
    if keys.is_empty() || keys.len() > 2 {
        return Err(What::BadChord(text.chars().take(40).collect()));
    }
    keys.iter()
        .map(|key| {
            Key::parse(key).map_err(|fault| What::BadKey(key.chars().take(40).collect(), fault))
        })
        .collect::<Result<Vec<Key>, What>>()
        .map(Chord)
}

fn line_of(text: &str, offset: usize) -> usize {
    let end = offset.min(text.len());
    1 + text.as_bytes()[..end]
        .iter()
        .filter(|b| **b == b'\n')
        .count()
}
