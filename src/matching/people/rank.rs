//! The order of trust: exact before prefix before tolerant. Lower is better.
//!
//! The whole list stands here, so that names, places and numbers are ordered alike.

use super::pattern::Step;
use crate::domain::hit::HitBy;

/// The whole field, character by character.
pub(super) const EXACT: u8 = 1;
/// The whole name in full pinyin.
pub(super) const WHOLE_PINYIN: u8 = 2;
/// The beginning of the name, or four and more characters of the end of a number.
pub(super) const PREFIX: u8 = 3;
/// The whole name in pinyin but for the end of its last syllable.
pub(super) const PART_OF_WHOLE: u8 = 4;
/// The beginning in pinyin.
pub(super) const PINYIN_PREFIX: u8 = 5;
/// All initials.
pub(super) const INITIALS: u8 = 6;
/// The beginning by initials.
pub(super) const INITIALS_PREFIX: u8 = 7;
/// The beginning, syllables cut short at will.
pub(super) const MIXED: u8 = 8;
/// The beginning of a number, a birth date, a short tail.
pub(super) const NUMBER: u8 = 9;
/// Inside the name; the beginning of a place or wish.
pub(super) const INFIX: u8 = 10;
/// Inside by letters; a group; the same work by another word.
pub(super) const FAR: u8 = 11;
/// The first rank of what was not typed as it is written.
pub(super) const TOLERANT: u8 = 12;
/// Ranks that one way of tolerance takes up.
const WIDTH: u8 = 6;
/// The middle of a phone number.
pub(super) const NUMBER_INFIX: u8 = SLIP;
/// One slip.
pub(super) const SLIP: u8 = TOLERANT + WIDTH * 6;
/// Not found.
pub(super) const NONE: u8 = u8::MAX;

/// What one step of a pattern costs, in the order of trust.
pub(super) mod step {
    /// The character itself, or the whole syllable.
    pub(crate) const FULL: u8 = 0;
    /// The last syllable, not yet typed to its end.
    pub(crate) const PART: u8 = 1;
    /// u for ü.
    pub(crate) const BORROWED: u8 = 2;
    /// The first letter.
    pub(crate) const INITIAL: u8 = 3;
    /// A syllable cut short.
    pub(crate) const CUT: u8 = 4;
    /// Another reading of the character.
    pub(crate) const OTHER: u8 = 5;
    /// A character that looks alike.
    pub(crate) const ALIKE: u8 = 6;
    /// Another character of the same sound.
    pub(crate) const SOUND: u8 = 7;
    /// A near sound; 1 to 3 further by its distance.
    pub(crate) const NEAR: u8 = 7;
    /// A sound at the farthest distance.
    pub(crate) const FAINT: u8 = NEAR + 3;
}

/// How far a search goes; each depth includes those before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Depth {
    /// As typed.
    Plain,
    /// Other readings, look-alikes, other characters of the same sound.
    SameSound,
    /// Near sounds up to a distance.
    NearSound(u8),
    /// One slip.
    Slip,
}

/// The steps taken so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Path {
    worst: u8,
    tolerant: u8,
    part: bool,
    cut: bool,
    letters: bool,
}

impl Path {
    /// One step further.
    pub(super) fn then(mut self, step: &Step) -> Self {
        self.worst = self.worst.max(step.cost);
        self.tolerant = self.tolerant.saturating_add(step.changes);
        self.part |= step.cost == step::PART;
        self.cut |= step.cost == step::CUT;
        self.letters |= step.letters;
        self
    }

    /// The dearest step.
    pub(super) fn worst(self) -> u8 {
        self.worst
    }

    /// Whether it matters that the name ends where the pattern ends.
    pub(super) fn asks_for_the_end(self) -> bool {
        self.worst != step::CUT
    }

    /// Whether it says too little: a faint likeness of sound counts for a whole name only, and
    /// syllables cut short at the beginning only, as they are written.
    pub(super) fn is_too_faint(self, inside: bool, ends: bool) -> bool {
        let faint = self.worst == step::FAINT && (inside || !ends || self.part);
        faint || self.cut && (inside || self.worst >= step::OTHER)
    }

    /// Whether a syllable is cut short.
    pub(super) fn is_cut(self) -> bool {
        self.cut
    }

    /// The rank in a name, where the pattern begins inside of it or not, and ends with it or not.
    pub(super) fn rank(self, inside: bool, ends: bool) -> u8 {
        let whole = ends && !self.part;
        if self.worst >= step::OTHER {
            let end = if inside { 2 } else { u8::from(!whole) };
            let more = if self.tolerant > 1 { 3 } else { 0 };
            return TOLERANT + WIDTH * (self.worst - step::OTHER) + end + more;
        }
        if inside {
            return if self.letters { FAR } else { INFIX };
        }
        match self.worst {
            step::FULL | step::PART => match (whole, self.letters) {
                (true, false) => EXACT,
                (true, true) => WHOLE_PINYIN,
                (false, false) => PREFIX,
                (false, true) if ends => PART_OF_WHOLE,
                (false, true) => PINYIN_PREFIX,
            },
            step::BORROWED if whole => PREFIX,
            step::INITIAL if ends => INITIALS,
            step::BORROWED | step::INITIAL => INITIALS_PREFIX,
            _ => MIXED,
        }
    }

    /// The rank in a place or a wish.
    pub(super) fn rank_in_term(self, inside: bool) -> u8 {
        if self.worst >= step::OTHER {
            self.rank(inside, false).max(self.rank(true, false))
        } else if inside || self.letters {
            FAR
        } else {
            INFIX
        }
    }

    /// The reason to show.
    pub(super) fn by(self, inside: bool, ends: bool) -> HitBy {
        match self.worst {
            step::OTHER => HitBy::OtherReading,
            step::ALIKE => HitBy::LookAlike,
            step::SOUND => HitBy::SameSound,
            w if w > step::SOUND => HitBy::FuzzySound,
            step::INITIAL if self.all_initials() => HitBy::Initials,
            _ if self.letters => HitBy::Pinyin,
            _ if inside => HitBy::Infix,
            _ if ends => HitBy::Exact,
            _ => HitBy::Prefix,
        }
    }

    fn all_initials(self) -> bool {
        self.worst == step::INITIAL
    }
}

/// Whether a depth takes a step of this cost.
pub(super) fn allows(depth: Depth, cost: u8) -> bool {
    match depth {
        Depth::Plain => cost < step::OTHER,
        Depth::SameSound => cost <= step::SOUND,
        Depth::NearSound(distance) => cost <= step::NEAR + distance,
        Depth::Slip => true,
    }
}
