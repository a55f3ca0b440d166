//! The distinct words of places and wishes: a query is held against these, not against people.

use super::sound;
use crate::domain::hit::{HitBy, HitField};
use crate::matching::{
    lexicon::{Lexicon, Syllable},
    query::Word,
};
use std::collections::HashMap;

/// The field a term comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum TermKind {
    Town,
    Village,
    Wish,
}

impl TermKind {
    pub(super) fn field(self) -> HitField {
        match self {
            Self::Town => HitField::Town,
            Self::Village => HitField::Village,
            Self::Wish => HitField::Wishes,
        }
    }
}

#[derive(Debug)]
struct Term {
    kind: TermKind,
    chars: Box<[char]>,
    syllables: Box<[Syllable]>,
}

/// How a word was found in a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TermHit {
    pub(super) rank: u8,
    pub(super) by: HitBy,
    pub(super) from: u16,
    pub(super) to: u16,
}

/// The terms; numbers are given in the order of arrival and never change.
#[derive(Debug, Default)]
pub(super) struct Terms {
    terms: Vec<Term>,
    /// A term's characters and first letters as bits: a word whose bits are not all there is not in it.
    masks: Vec<u64>,
    ids: HashMap<(TermKind, Box<str>), u32>,
}

impl Terms {
    pub(super) fn intern(&mut self, lexicon: &Lexicon, kind: TermKind, folded: &str) -> u32 {
        let key = (kind, folded.into());
        if let Some(id) = self.ids.get(&key) {
            return *id;
        }
        let id = u32::try_from(self.terms.len()).unwrap_or(u32::MAX);
        let chars: Box<[char]> = folded.chars().collect();
        let syllables: Box<[Syllable]> = lexicon.read_word(&chars).into();
        let initial = |s: &Syllable| lexicon.syllable(*s).bytes().next();
        let letters = syllables
            .iter()
            .filter_map(initial)
            .fold(0, |m, b| m | letter_bit(b));
        self.masks
            .push(chars.iter().fold(letters, |m, c| m | char_bit(*c)));
        self.terms.push(Term {
            kind,
            chars,
            syllables,
        });
        self.ids.insert(key, id);
        id
    }

    pub(super) fn len(&self) -> usize {
        self.terms.len()
    }

    pub(super) fn kind(&self, id: u32) -> TermKind {
        self.terms
            .get(id as usize)
            .map_or(TermKind::Wish, |t| t.kind)
    }

    /// Every term in which the word is found. Letters must be two or more and begin a syllable.
    pub(super) fn find(&self, lexicon: &Lexicon, word: &Word) -> Vec<(u32, TermHit)> {
        let find = |term: &Term| match word {
            Word::Han(chars) => sound::find_chars(&term.chars, chars).map(|from| TermHit {
                rank: if from == 0 { 8 } else { 9 },
                by: match from {
                    0 if chars.len() == term.chars.len() => HitBy::Exact,
                    0 => HitBy::Prefix,
                    _ => HitBy::Infix,
                },
                from: short(from),
                to: short(from + chars.len()),
            }),
            Word::Latin(letters) if letters.len() >= 2 => {
                sound::find_in_term(lexicon, &term.syllables, letters).map(|found| TermHit {
                    rank: found.rank.saturating_add(5).clamp(8, 10),
                    by: found.by,
                    from: short(found.from),
                    to: short(found.to),
                })
            }
            _ => None,
        };
        let asked = match word {
            Word::Han(chars) => chars.iter().fold(0, |m, c| m | char_bit(*c)),
            Word::Latin(letters) => letters.first().map_or(0, |b| letter_bit(*b)),
            _ => return Vec::new(),
        };
        let numbered = (0u32..).zip(self.masks.iter().zip(&self.terms));
        numbered
            .filter(|(_, (mask, _))| *mask & asked == asked)
            .filter_map(|(id, (_, term))| Some((id, find(term)?)))
            .collect()
    }
}

/// Letters take the lower bits, characters share the rest.
fn letter_bit(b: u8) -> u64 {
    1 << (b.wrapping_sub(b'a') % 26)
}

fn char_bit(c: char) -> u64 {
    1 << (26 + u32::from(c) % 38)
}

fn short(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}
