//! The signs in which names, places and wishes are written: a character as it is read there.
//!
//! Signs are numbered in the order of their letters, so that those of one sound, and those of one
//! first letter, stand together.

use super::{lists::Lists, stored::stored};
use crate::matching::lexicon::{Lexicon, Syllable};
use std::collections::HashMap;

/// A sign's number; 0 is the end of a text.
pub(super) type Code = u16;

/// The signs that a segment knows.
#[derive(Debug, Default)]
pub(super) struct Signs {
    /// By code − 1.
    signs: Vec<(Syllable, char)>,
    by_char: Vec<(char, Code)>,
    /// Codes by a reading that is not their own.
    other: Lists<Code>,
    /// By syllable: its first code, and after the last the end.
    bounds: Vec<Code>,
}

stored! { Signs { signs, by_char, other, bounds } }

/// Signs are counted with two bytes; no register holds so many different characters.
const MOST: usize = Code::MAX as usize - 2;

impl Signs {
    /// Numbers the signs; those beyond the last number share none and are not found by characters.
    pub(super) fn of(lexicon: &Lexicon, mut signs: Vec<(Syllable, char)>) -> Self {
        signs.sort_unstable();
        signs.truncate(MOST);
        let coded = || (1..Code::MAX).zip(&signs);
        let mut by_char: Vec<(char, Code)> = coded().map(|(code, (_, c))| (*c, code)).collect();
        by_char.sort_unstable();
        let mut readings: HashMap<char, Vec<Syllable>> = HashMap::new();
        let mut other: Vec<(u32, Code)> = Vec::new();
        for (code, (own, c)) in coded() {
            let all = readings
                .entry(*c)
                .or_insert_with(|| lexicon.all_readings(*c));
            let mut others: Vec<Syllable> = all.iter().copied().filter(|s| s != own).collect();
            others.sort_unstable();
            others.dedup();
            other.extend(others.into_iter().map(|s| (u32::from(s), code)));
        }
        let first = |syllable: usize| {
            let at = signs.partition_point(|(own, _)| usize::from(*own) < syllable);
            Code::try_from(at + 1).unwrap_or(Code::MAX)
        };
        Self {
            other: Lists::of(lexicon.syllable_count(), other.iter().copied()),
            bounds: (0..=lexicon.syllable_count()).map(first).collect(),
            by_char,
            signs,
        }
    }

    /// The code of a sign.
    pub(super) fn code(&self, sign: (Syllable, char)) -> Option<Code> {
        let at = self.signs.binary_search(&sign).ok()?;
        Code::try_from(at + 1).ok()
    }

    /// The sign of a code.
    pub(super) fn sign(&self, code: Code) -> (Syllable, char) {
        usize::from(code)
            .checked_sub(1)
            .and_then(|at| self.signs.get(at))
            .copied()
            .unwrap_or_default()
    }

    /// Every code is below.
    pub(super) fn end(&self) -> Code {
        Code::try_from(self.signs.len() + 1).unwrap_or(Code::MAX)
    }

    /// The codes of a syllable, as a half-open range.
    pub(super) fn of_syllable(&self, syllable: Syllable) -> (Code, Code) {
        let bound = |at: usize| self.bounds.get(at).copied().unwrap_or(0);
        let at = usize::from(syllable);
        (bound(at), bound(at + 1))
    }

    /// The codes whose sound begins with a letter.
    pub(super) fn of_letter(&self, lexicon: &Lexicon, letter: char) -> std::ops::Range<Code> {
        let point = |end: bool| {
            let at = self.signs.partition_point(|(s, _)| {
                let first = lexicon.syllable(*s).chars().next();
                first.is_none_or(|c| c < letter || end && c == letter)
            });
            Code::try_from(at + 1).unwrap_or(Code::MAX)
        };
        point(false)..point(true)
    }

    /// The codes of a character, one a reading in use.
    pub(super) fn of_char(&self, c: char) -> impl Iterator<Item = Code> + '_ {
        let from = self.by_char.partition_point(|(own, _)| *own < c);
        self.by_char[from..]
            .iter()
            .take_while(move |(own, _)| *own == c)
            .map(|(_, code)| *code)
    }

    /// The codes that are also read so.
    pub(super) fn also_read(&self, syllable: Syllable) -> &[Code] {
        self.other.get(u32::from(syllable))
    }
}
