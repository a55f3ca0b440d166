//! One slip of the fingers in typed letters: a letter wrong, missing, too many, or two exchanged.
//!
//! The letters of a name are fed to a table of edits of which only the three cells round the diagonal
//! can stay within one slip; a branch of names is left as soon as all three have gone beyond.

use super::{
    lot::Lot,
    names::Names,
    rank,
    signs::{Code, Signs},
};
use crate::matching::lexicon::{Lexicon, Syllable};

/// A slip is looked for in scraps of so many letters.
pub(super) const SHORTEST: usize = 5;

/// Beyond one slip.
const FAR: u8 = 2;

/// The table after some letters of a name: cell `k` is the fewest slips between them and the first
/// `letters - 1 + k` typed ones.
#[derive(Debug, Clone, Copy)]
struct Edits {
    letters: usize,
    now: [u8; 3],
    before: [u8; 3],
    last: u8,
}

impl Edits {
    fn new() -> Self {
        Self {
            letters: 0,
            now: [FAR, 0, 1],
            before: [FAR; 3],
            last: 0,
        }
    }

    fn feed(self, typed: &[u8], letter: u8) -> Self {
        let at = self.letters + 1;
        let mut next = [FAR; 3];
        for k in 0..3 {
            // Typed letters that this cell stands for.
            let Some(j) = (at + k).checked_sub(1).filter(|j| *j <= typed.len()) else {
                continue;
            };
            let mut best = FAR;
            if j > 0 {
                let same = typed[j - 1] == letter;
                best = best.min(self.now[k] + u8::from(!same));
                if k > 0 {
                    best = best.min(next[k - 1] + 1);
                }
                if j > 1 && at > 1 && typed[j - 1] == self.last && typed[j - 2] == letter {
                    best = best.min(self.before[k] + 1);
                }
            }
            if k < 2 {
                best = best.min(self.now[k + 1] + 1);
            }
            next[k] = best.min(FAR);
        }
        Self {
            letters: at,
            now: next,
            before: self.now,
            last: letter,
        }
    }

    fn is_lost(self) -> bool {
        self.now.iter().all(|n| *n >= FAR)
    }

    /// Whether all that was typed is used up within one slip.
    fn holds_all(self, typed: &[u8]) -> bool {
        (0..3).any(|k| self.letters + k == typed.len() + 1 && self.now[k] < FAR)
    }
}

enum Fed {
    Lost,
    Found,
    Open(Edits),
}

fn feed(mut edits: Edits, typed: &[u8], syllable: &str) -> Fed {
    for letter in syllable.bytes() {
        edits = edits.feed(typed, letter);
        if edits.holds_all(typed) {
            return Fed::Found;
        }
        if edits.is_lost() {
            return Fed::Lost;
        }
    }
    if syllable.is_empty() {
        Fed::Lost
    } else {
        Fed::Open(edits)
    }
}

/// The letters of a scrap, if a slip may be looked for in it.
pub(super) fn letters(word: &[char]) -> Option<Vec<u8>> {
    let letters: Option<Vec<u8>> = word
        .iter()
        .filter(|c| **c != '\'')
        .map(|c| u8::try_from(*c).ok().filter(u8::is_ascii_lowercase))
        .collect();
    letters.filter(|l| (SHORTEST..=64).contains(&l.len()))
}

/// The names whose beginning is one slip away.
pub(super) fn find<'a>(
    names: &'a Names,
    signs: &Signs,
    lexicon: &Lexicon,
    typed: &[u8],
    lot: &mut Lot<'a>,
) {
    let mut last = Cached::default();
    for first in names.firsts() {
        let pairs = names.pairs(first);
        if pairs.is_empty() {
            continue;
        }
        match last.feed(Edits::new(), typed, signs, lexicon, first) {
            Fed::Lost => {}
            Fed::Found => lot.loosen(rank::SLIP, names.rows(names.names(pairs))),
            Fed::Open(edits) => {
                let mut last = Cached::default();
                for pair in pairs {
                    let found = names.names(pair..pair + 1);
                    match last.feed(*edits, typed, signs, lexicon, names.second(pair)) {
                        Fed::Lost => {}
                        Fed::Found => lot.loosen(rank::SLIP, names.rows(found)),
                        Fed::Open(edits) => {
                            for name in found {
                                let codes = names.codes(name);
                                if goes_on(*edits, typed, signs, lexicon, &codes.as_slice()[2..]) {
                                    lot.loosen(rank::SLIP, names.rows(name..name + 1));
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Whether a name's beginning is one slip away.
pub(super) fn is_in(signs: &Signs, lexicon: &Lexicon, codes: &[Code], typed: &[u8]) -> bool {
    goes_on(Edits::new(), typed, signs, lexicon, codes)
}

fn goes_on(
    mut edits: Edits,
    typed: &[u8],
    signs: &Signs,
    lexicon: &Lexicon,
    codes: &[Code],
) -> bool {
    for code in codes {
        match feed(edits, typed, lexicon.syllable(signs.sign(*code).0)) {
            Fed::Lost => return false,
            Fed::Found => return true,
            Fed::Open(next) => edits = next,
        }
    }
    false
}

/// Neighbouring signs share their sound: the last answer is kept.
struct Cached {
    syllable: Option<Syllable>,
    fed: Fed,
}

impl Default for Cached {
    fn default() -> Self {
        Self {
            syllable: None,
            fed: Fed::Lost,
        }
    }
}

impl Cached {
    fn feed(
        &mut self,
        edits: Edits,
        typed: &[u8],
        signs: &Signs,
        lexicon: &Lexicon,
        code: Code,
    ) -> &Fed {
        let (syllable, _) = signs.sign(code);
        if self.syllable != Some(syllable) {
            self.syllable = Some(syllable);
            self.fed = feed(edits, typed, lexicon.syllable(syllable));
        }
        &self.fed
    }
}
