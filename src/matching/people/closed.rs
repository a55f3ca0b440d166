//! Values of closed lists as people type them after a filter's name: terms, pinyin, initials, codes,
//! English.
//!
//! Absent on purpose: words without a filter (`scope`); there an abbreviation would mean too many.

use super::{columns::group_bit, scope::GROUP_WORDS};
use crate::domain::{group::Group, person::WorkStatus};
use crate::matching::lexicon::Lexicon;
use crate::text::Lang;

/// Words for all groups that are shown as one neutral mark.
const PRIORITY: [&str; 4] = ["重点", "zd", "zhongdian", "priority"];
/// Words for an employment state that is not known.
const NOT_KNOWN: [&str; 5] = ["未知", "待核", "wz", "dh", "unknown"];

/// How well a typed word names one of a value's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Named {
    /// Not at all.
    No,
    /// As a part.
    Part,
    /// Whole.
    Whole,
}

/// How well `typed` (folded) names a value by one of its words.
pub(super) fn named<'a>(
    lexicon: &Lexicon,
    words: impl IntoIterator<Item = &'a str>,
    typed: &str,
) -> Named {
    let best = words.into_iter().map(|word| {
        let word = lexicon.fold(word);
        if word == typed {
            return Named::Whole;
        }
        if !typed.is_ascii() {
            return part(word.contains(typed));
        }
        let (initials, full) = sounds(lexicon, &word);
        if typed == initials || typed == full {
            return Named::Whole;
        }
        let begins = |text: &str| text.starts_with(typed);
        let word_begins = word.split(|c: char| !c.is_alphanumeric()).any(begins);
        part(begins(&initials) || begins(&full) || begins(&word) || word_begins)
    });
    best.max().unwrap_or(Named::No)
}

fn part(is: bool) -> Named {
    if is { Named::Part } else { Named::No }
}

/// First letters and full pinyin of the characters of a word; letters and digits stand for themselves.
fn sounds(lexicon: &Lexicon, word: &str) -> (String, String) {
    let chars: Vec<char> = word.chars().filter(|c| c.is_alphanumeric()).collect();
    let (mut initials, mut full) = (String::new(), String::new());
    for (c, syllable) in chars.iter().zip(lexicon.read_name(&chars)) {
        if c.is_ascii() {
            initials.push(*c);
            full.push(*c);
        } else {
            let letters = lexicon.syllable(syllable);
            initials.extend(letters.chars().next());
            full.push_str(letters);
        }
    }
    (initials, full)
}

/// The values that are named whole, or else those named in part.
fn best<T: Copy>(all: impl Iterator<Item = (T, Named)>) -> Vec<T> {
    let all: Vec<(T, Named)> = all.collect();
    let most = all.iter().map(|(_, n)| *n).max().unwrap_or(Named::No);
    let good = all.into_iter().filter(|(_, n)| *n == most);
    good.filter(|_| most > Named::No).map(|(v, _)| v).collect()
}

/// The groups that a typed word names, without the narrower ones within them.
pub(super) fn groups(lexicon: &Lexicon, typed: &str) -> Vec<Group> {
    if PRIORITY.contains(&typed) {
        return sensitive().collect();
    }
    best(Group::ALL.iter().map(|group| {
        let own = [
            group.label(Lang::Zh),
            group.short_zh(),
            group.label(Lang::En),
            group.code(),
        ];
        let others = GROUP_WORDS.iter().filter(|(_, of)| of == group);
        let words = own.into_iter().chain(others.map(|(word, _)| *word));
        (*group, named(lexicon, words, typed))
    }))
}

/// The groups that lists show as one neutral mark.
pub(super) fn sensitive() -> impl Iterator<Item = Group> {
    Group::ALL.iter().copied().filter(|g| g.is_sensitive())
}

/// The bits of groups and of the narrower ones within them.
pub(super) fn bits_within(wide: &[Group]) -> u64 {
    let within = Group::ALL
        .iter()
        .filter(|g| wide.iter().any(|wide| g.is_within(*wide)));
    within.fold(0, |bits, g| bits | group_bit(*g))
}

/// The employment states that a typed word names, as bits by their digit; bit 0 is *not known*.
pub(super) fn statuses(lexicon: &Lexicon, typed: &str) -> u16 {
    if NOT_KNOWN.contains(&typed) {
        return 1;
    }
    let named = best(WorkStatus::ALL.iter().map(|status| {
        let words = [
            status.label(Lang::Zh),
            status.label(Lang::En),
            status.code(),
        ];
        let digit = status.digit().is_some_and(|d| typed == d.to_string());
        let how = if digit {
            Named::Whole
        } else {
            named(lexicon, words, typed)
        };
        (*status, how)
    }));
    named
        .into_iter()
        .fold(0, |bits, status| bits | 1 << status_number(status))
}

/// The number by which a column holds an employment state.
pub(super) fn status_number(status: WorkStatus) -> u8 {
    let digit = status.digit().and_then(|d| d.to_digit(10)).unwrap_or(0);
    digit as u8
}
