//! What was typed and what stands there, where the two differ: `n` for `l`, 章 for 张.
//!
//! Only for rows that are shown; the way of the pattern through the signs is gone a second time.

use super::{
    pattern::{Pattern, Step},
    rank::step,
    signs::{Code, Signs},
};
use crate::matching::{
    lexicon::{Lexicon, Syllable},
    pinyin,
};

/// A step with the place and the sign at which it was taken.
type Taken = (u8, Step, Code);

/// The pair that differs most between a typed word and the signs in which it was found.
pub(super) fn pair(
    lexicon: &Lexicon,
    signs: &Signs,
    (pattern, word): (&Pattern, &[char]),
    codes: &[Code],
) -> Option<(String, String)> {
    let way = best_way(pattern, codes, 0)?;
    let (place, taken, code) = way.into_iter().max_by_key(|(_, taken, _)| taken.cost)?;
    let (syllable, sign) = signs.sign(code);
    let typed: String = word
        .get(usize::from(place)..usize::from(taken.next).min(word.len()))?
        .iter()
        .filter(|c| **c != '\'')
        .collect();
    match taken.cost {
        cost if cost < step::OTHER => None,
        step::OTHER | step::ALIKE | step::SOUND => Some((typed, sign.to_string())),
        _ => {
            let said = lexicon.syllable(syllable);
            let typed = match typed.chars().next().filter(|c| !c.is_ascii()) {
                Some(c) => lexicon.syllable(nearest(lexicon, c, syllable)?).to_owned(),
                None => typed,
            };
            Some(differing(&typed, said))
        }
    }
}

/// The cheapest way through all signs.
fn best_way(pattern: &Pattern, codes: &[Code], place: u8) -> Option<Vec<Taken>> {
    let (code, rest) = codes.split_first()?;
    let steps = pattern.steps(place).iter();
    let ways = steps
        .filter(|s| s.lo <= *code && *code < s.hi)
        .filter_map(|s| {
            let mut way = match (pattern.ends_at(s.next), rest.is_empty()) {
                (true, true) => Vec::new(),
                (false, false) => best_way(pattern, rest, s.next)?,
                _ => return None,
            };
            way.push((place, *s, *code));
            Some(way)
        });
    ways.min_by_key(|way| {
        let dearest = way.iter().map(|(_, s, _)| s.cost).max();
        (
            dearest,
            way.iter().map(|(_, s, _)| u32::from(s.cost)).sum::<u32>(),
        )
    })
}

/// The reading of a character that sounds nearest to a syllable.
fn nearest(lexicon: &Lexicon, c: char, syllable: Syllable) -> Option<Syllable> {
    let distance = |reading: Syllable| {
        let near = lexicon.near(reading).iter();
        near.filter(|n| n.syllable == syllable)
            .map(|n| n.distance)
            .min()
    };
    let readings = lexicon.all_readings(c).into_iter();
    readings
        .filter_map(|r| Some((distance(r)?, r)))
        .min()
        .map(|(_, r)| r)
}

/// The parts in which two syllables differ: the initials, the finals, or both as a whole.
fn differing(typed: &str, said: &str) -> (String, String) {
    let (a, b) = (pinyin::split(typed), pinyin::split(said));
    let (one, other) = if a.1 == b.1 && !a.0.is_empty() && !b.0.is_empty() {
        (a.0, b.0)
    } else if a.0 == b.0 {
        (a.1, b.1)
    } else {
        (typed, said)
    };
    (one.to_owned(), other.to_owned())
}
