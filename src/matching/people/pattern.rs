//! A typed scrap of characters and letters as a pattern over signs: which signs each of its places
//! may stand for, and what that costs.
//!
//! One set of steps serves the dictionaries and the single text, so that both give the same answer.

use super::{
    place::Place,
    rank::{Depth, Path, allows, step},
    signs::{Code, Signs},
};
use crate::domain::hit::HitBy;
use crate::matching::lexicon::{Lexicon, Syllable};

/// One step: signs `lo..hi` bring the pattern from its place to `next`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Step {
    pub(super) next: u8,
    pub(super) cost: u8,
    /// Ways in which a sign differs from what was typed.
    pub(super) changes: u8,
    pub(super) lo: Code,
    pub(super) hi: Code,
    pub(super) letters: bool,
}

/// The pattern, held against the signs of one segment.
#[derive(Debug, Default)]
pub(super) struct Pattern {
    places: Vec<Place>,
    weight: usize,
    letters: usize,
}

/// Where and how a pattern was found in one text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) rank: u8,
    pub(super) by: HitBy,
    pub(super) from: usize,
    pub(super) to: usize,
}

/// Longer scraps are no name and no place.
const LONGEST: usize = 64;

impl Pattern {
    pub(super) fn new(lexicon: &Lexicon, signs: &Signs, word: &[char], depth: Depth) -> Self {
        let letters = word.iter().filter(|c| c.is_ascii_lowercase()).count();
        let chars = word.iter().filter(|c| !c.is_ascii()).count();
        if word.len() > LONGEST || word.iter().any(char::is_ascii_digit) {
            return Self::default();
        }
        let mut pattern = Self {
            places: Vec::new(),
            weight: chars * 2 + letters,
            letters,
        };
        // Tolerance needs something to go by.
        let depth = if pattern.weight < 3 {
            Depth::Plain
        } else {
            depth
        };
        let mut places: Vec<Vec<Step>> = Vec::with_capacity(word.len());
        for at in 0..word.len() {
            let mut steps = match word[at] {
                c if c.is_ascii_lowercase() => letter_steps(lexicon, signs, word, at, depth),
                '\'' => Vec::new(),
                c => char_steps(lexicon, signs, c, after(word, at + 1), depth),
            };
            steps.retain(|s| s.lo < s.hi && allows(depth, s.cost));
            steps.sort_unstable();
            join(&mut steps);
            places.push(steps);
        }
        // A step to a place that none leaves leads nowhere.
        for at in (0..word.len()).rev() {
            let mut steps = std::mem::take(&mut places[at]);
            steps.retain(|s| {
                places
                    .get(usize::from(s.next))
                    .is_none_or(|p| !p.is_empty())
            });
            places[at] = steps;
        }
        pattern.places.extend(places.into_iter().map(Place::new));
        pattern
    }

    /// Twice the characters, and the letters.
    pub(super) fn weight(&self) -> usize {
        self.weight
    }

    pub(super) fn has_letters(&self) -> bool {
        self.letters > 0
    }

    /// Whether it may begin inside a name.
    pub(super) fn may_be_inside(&self) -> bool {
        self.weight >= 2
    }

    pub(super) fn steps(&self, at: u8) -> &[Step] {
        self.places
            .get(usize::from(at))
            .map_or(&[], |place| &place.steps)
    }

    /// The steps of a place that take a sign.
    #[inline]
    pub(super) fn steps_of(&self, at: u8, code: Code) -> impl Iterator<Item = &Step> {
        let place = self.places.get(usize::from(at));
        let steps = place.map_or(&[][..], |place| place.of(code));
        steps.iter().filter(move |s| s.lo <= code && code < s.hi)
    }

    pub(super) fn ends_at(&self, at: u8) -> bool {
        usize::from(at) >= self.places.len()
    }

    /// Whether a path may be taken inside a name.
    pub(super) fn fits_inside(&self, path: Path) -> bool {
        !path.is_cut() && (path.worst() <= step::INITIAL || self.weight >= 4)
    }

    /// The best way to find it in a name.
    pub(super) fn in_name(&self, codes: &[Code]) -> Option<Found> {
        let starts = if self.may_be_inside() { codes.len() } else { 1 };
        let all = (0..starts).filter_map(|from| {
            let mut best: Option<Found> = None;
            self.walk(codes, from, 0, Path::default(), &mut |to, path| {
                let (inside, ends) = (from > 0, to == codes.len());
                if inside && !self.fits_inside(path) || path.is_too_faint(inside, ends) {
                    return;
                }
                let rank = path.rank(inside, ends);
                if best.is_none_or(|b| rank < b.rank) {
                    let by = path.by(inside, ends);
                    best = Some(Found { rank, by, from, to });
                }
            });
            best
        });
        all.min_by_key(|found| found.rank)
    }

    /// The best way to find it in a place or a wish.
    pub(super) fn in_term(&self, codes: &[Code]) -> Option<Found> {
        let all = (0..codes.len()).filter_map(|from| {
            let mut best: Option<Found> = None;
            self.walk(codes, from, 0, Path::default(), &mut |to, path| {
                let (inside, ends) = (from > 0, to == codes.len());
                if !self.fits_term(inside, path) {
                    return;
                }
                let rank = path.rank_in_term(inside);
                if best.is_none_or(|b| rank < b.rank) {
                    let by = path.by(inside, ends && !inside);
                    best = Some(Found { rank, by, from, to });
                }
            });
            best
        });
        all.min_by_key(|found| found.rank)
    }

    /// Whether a path may be taken in a place or a wish.
    pub(super) fn fits_term(&self, inside: bool, path: Path) -> bool {
        let long_enough = if inside && self.letters > 0 { 3 } else { 2 };
        self.weight >= long_enough
            && !path.is_cut()
            && (path.worst() <= step::INITIAL
                || path.worst() < step::FAINT && !inside && self.weight >= 4)
    }

    /// Every way to take the pattern from a place on along the signs from one on.
    pub(super) fn walk(
        &self,
        codes: &[Code],
        at: usize,
        place: u8,
        path: Path,
        found: &mut impl FnMut(usize, Path),
    ) {
        let Some(code) = codes.get(at) else {
            return;
        };
        for s in self.steps_of(place, *code) {
            let path = path.then(s);
            if self.ends_at(s.next) {
                found(at + 1, path);
            } else {
                self.walk(codes, at + 1, s.next, path, found);
            }
        }
    }
}

/// The place after marks; places fit one byte.
fn after(word: &[char], at: usize) -> u8 {
    let marks = word[at.min(word.len())..]
        .iter()
        .take_while(|c| **c == '\'');
    u8::try_from(at + marks.count()).unwrap_or(u8::MAX)
}

/// Steps that differ only in neighbouring signs become one.
fn join(steps: &mut Vec<Step>) {
    let mut kept: Vec<Step> = Vec::with_capacity(steps.len());
    for s in steps.drain(..) {
        match kept.last_mut() {
            Some(last)
                if (last.next, last.cost, last.changes) == (s.next, s.cost, s.changes)
                    && s.lo <= last.hi =>
            {
                last.hi = last.hi.max(s.hi);
            }
            _ => kept.push(s),
        }
    }
    *steps = kept;
}

fn char_steps(lexicon: &Lexicon, signs: &Signs, c: char, next: u8, depth: Depth) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut add = |(lo, hi), cost, changes| {
        steps.push(Step {
            next,
            cost,
            changes,
            lo,
            hi,
            letters: false,
        });
    };
    for code in signs.of_char(c) {
        add((code, code + 1), step::FULL, 0);
    }
    if depth == Depth::Plain {
        return steps;
    }
    for alike in lexicon.look_alikes(c) {
        for code in signs.of_char(*alike) {
            add((code, code + 1), step::ALIKE, 1);
        }
    }
    for reading in lexicon.all_readings(c) {
        add(signs.of_syllable(reading), step::SOUND, 1);
        for near in lexicon.near(reading) {
            let cost = step::NEAR + near.distance;
            add(signs.of_syllable(near.syllable), cost, near.changes);
        }
    }
    steps
}

fn letter_steps(
    lexicon: &Lexicon,
    signs: &Signs,
    word: &[char],
    at: usize,
    depth: Depth,
) -> Vec<Step> {
    let run: Vec<u8> = word[at..]
        .iter()
        .map_while(|c| u8::try_from(*c).ok().filter(u8::is_ascii_lowercase))
        .collect();
    let last = at + run.len() == word.len();
    let mut steps = Vec::new();
    let mut add = |(lo, hi), taken: usize, cost: u8, changes| {
        let next = after(word, at + taken);
        steps.push(Step {
            next,
            cost,
            changes,
            lo,
            hi,
            letters: true,
        });
    };
    let mut sounds: Vec<(Syllable, usize)> = Vec::new();
    let mut heads: Vec<Syllable> = Vec::new();
    for spelling in lexicon.spellings(run[0]) {
        let letters = spelling.letters.as_bytes();
        let common = letters.iter().zip(&run).take_while(|(a, b)| a == b).count();
        let codes = signs.of_syllable(spelling.syllable);
        let borrowed = |cost: u8| {
            if spelling.borrowed && common > 1 {
                cost.max(step::BORROWED)
            } else {
                cost
            }
        };
        let mut taken_whole = None;
        if common == letters.len() {
            add(codes, common, borrowed(step::FULL), 0);
            taken_whole = Some(common);
        } else if common == run.len() && last {
            add(codes, common, borrowed(step::PART), 0);
            taken_whole = Some(common);
        }
        for taken in 1..=common {
            if Some(taken) != taken_whole && !(last && taken == run.len()) {
                let cost = if taken == 1 { step::INITIAL } else { step::CUT };
                add(codes, taken, borrowed(cost), 0);
            }
        }
        sounds.extend(taken_whole.map(|taken| (spelling.syllable, taken)));
        heads.push(spelling.syllable);
    }
    if depth == Depth::Plain {
        return steps;
    }
    for syllable in heads {
        for code in signs.also_read(syllable) {
            add((*code, *code + 1), 1, step::OTHER, 1);
        }
    }
    for (syllable, taken) in sounds {
        for code in signs.also_read(syllable) {
            add((*code, *code + 1), taken, step::OTHER, 1);
        }
        for near in lexicon.near(syllable) {
            let cost = step::NEAR + near.distance;
            add(signs.of_syllable(near.syllable), taken, cost, near.changes);
        }
    }
    steps
}
