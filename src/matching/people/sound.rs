//! Letters held against syllables: full pinyin, initials, every syllable cut short at will, near sounds, one slip.
//!
//! Ranks are the order of trust; lower is better. The whole list stands here, so that names, places
//! and numbers are ordered alike.

use crate::domain::hit::HitBy;
use crate::matching::lexicon::{Lexicon, NO_READING, Syllable};

/// The whole field, character by character.
pub(super) const EXACT: u8 = 1;
/// The whole name in full pinyin.
pub(super) const WHOLE_PINYIN: u8 = 2;
/// The beginning of the name, or four and more characters of the end of a number.
pub(super) const PREFIX: u8 = 3;
/// The beginning in pinyin, or all initials.
pub(super) const PINYIN_PREFIX: u8 = 4;
/// The beginning by initials.
pub(super) const INITIALS_PREFIX: u8 = 5;
/// The beginning, syllables cut short at will.
pub(super) const MIXED: u8 = 6;
/// The beginning of a number, a birth date, a short tail.
pub(super) const NUMBER: u8 = 7;
/// Inside the name.
pub(super) const INFIX: u8 = 8;
/// Inside the name, by letters; a group.
pub(super) const PINYIN_INFIX: u8 = 9;
/// By another reading; further by the rank it would have had.
pub(super) const OTHER_READING: u8 = 10;
/// Other characters of the same sound.
pub(super) const SAME_SOUND: u8 = 24;
/// Near sounds; 1 to 3 further by their distance.
pub(super) const FUZZY_SOUND: u8 = 25;
/// One slip.
pub(super) const SLIP: u8 = 30;

/// Where and how a word was found among syllables or characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) rank: u8,
    pub(super) by: HitBy,
    pub(super) from: usize,
    pub(super) to: usize,
}

/// Where `part` stands in `chars`.
pub(super) fn find_chars(chars: &[char], part: &[char]) -> Option<usize> {
    chars.windows(part.len().max(1)).position(|w| w == part)
}

/// Characters of a name: whole, at the beginning, inside.
pub(super) fn find_in_name_chars(name: &[char], word: &[char]) -> Option<Found> {
    let from = find_chars(name, word)?;
    let to = from + word.len();
    let (rank, by) = match from {
        0 if to == name.len() => (EXACT, HitBy::Exact),
        0 => (PREFIX, HitBy::Prefix),
        _ => (INFIX, HitBy::Infix),
    };
    Some(Found { rank, by, from, to })
}

/// Letters held against a name.
pub(super) fn find_in_name(
    lexicon: &Lexicon,
    syllables: &[Syllable],
    letters: &[u8],
) -> Option<Found> {
    if let Some(end) = full(lexicon, syllables, letters) {
        let whole = end.complete && end.at == syllables.len();
        return Some(Found {
            rank: if whole { WHOLE_PINYIN } else { PINYIN_PREFIX },
            by: HitBy::Pinyin,
            from: 0,
            to: end.at,
        });
    }
    if let Some(end) = initials(lexicon, syllables, letters) {
        let whole = end == syllables.len();
        return Some(Found {
            rank: if whole {
                PINYIN_PREFIX
            } else {
                INITIALS_PREFIX
            },
            by: HitBy::Initials,
            from: 0,
            to: end,
        });
    }
    if let Some(end) = mixed(lexicon, syllables, letters) {
        return Some(Found {
            rank: MIXED,
            by: HitBy::Pinyin,
            from: 0,
            to: end,
        });
    }
    // One letter inside a name says nothing.
    if letters.len() < 2 {
        return None;
    }
    inside(lexicon, syllables, letters, PINYIN_INFIX)
}

fn inside(lexicon: &Lexicon, syllables: &[Syllable], letters: &[u8], rank: u8) -> Option<Found> {
    (1..syllables.len()).find_map(|from| {
        let rest = &syllables[from..];
        let (end, by) = full(lexicon, rest, letters)
            .map(|end| (end.at, HitBy::Pinyin))
            .or_else(|| initials(lexicon, rest, letters).map(|end| (end, HitBy::Initials)))?;
        Some(Found {
            rank,
            by,
            from,
            to: from + end,
        })
    })
}

/// Letters held against a place or a wish.
pub(super) fn find_in_term(
    lexicon: &Lexicon,
    syllables: &[Syllable],
    letters: &[u8],
) -> Option<Found> {
    if let Some(end) = full(lexicon, syllables, letters) {
        return Some(Found {
            rank: PINYIN_PREFIX,
            by: HitBy::Pinyin,
            from: 0,
            to: end.at,
        });
    }
    if let Some(end) = initials(lexicon, syllables, letters) {
        return Some(Found {
            rank: INITIALS_PREFIX,
            by: HitBy::Initials,
            from: 0,
            to: end,
        });
    }
    if letters.len() < 3 {
        return None;
    }
    inside(lexicon, syllables, letters, PINYIN_INFIX)
}

/// The end of a run of full syllables.
pub(super) struct End {
    at: usize,
    complete: bool,
}

/// Letters as full syllables from the first one on; the last may be cut short.
pub(super) fn full(lexicon: &Lexicon, syllables: &[Syllable], letters: &[u8]) -> Option<End> {
    let mut rest = letters;
    for (at, syllable) in syllables.iter().enumerate() {
        if let Some([b'\'', after @ ..]) = (at > 0).then_some(rest) {
            rest = after;
        }
        let spelled = lexicon.syllable(*syllable).as_bytes();
        match consume(spelled, rest)? {
            Step::All([]) => {
                return Some(End {
                    at: at + 1,
                    complete: true,
                });
            }
            Step::All(after) => rest = after,
            Step::Part => {
                return Some(End {
                    at: at + 1,
                    complete: false,
                });
            }
        }
    }
    None
}

enum Step<'a> {
    All(&'a [u8]),
    Part,
}

/// Takes one syllable off the letters, in any of its spellings (`lv`, `lu`, `lyu`).
fn consume<'a>(spelled: &[u8], letters: &'a [u8]) -> Option<Step<'a>> {
    if spelled.is_empty() {
        return None;
    }
    if let Some(after) = letters.strip_prefix(spelled) {
        return Some(Step::All(after));
    }
    if spelled.starts_with(letters) {
        return Some(Step::Part);
    }
    let at = spelled.iter().position(|b| *b == b'v')?;
    [&b"u"[..], b"yu"].into_iter().find_map(|u| {
        let other = [&spelled[..at], u, &spelled[at + 1..]].concat();
        if let Some(after) = letters.strip_prefix(&other[..]) {
            Some(Step::All(after))
        } else {
            other.starts_with(letters).then_some(Step::Part)
        }
    })
}

/// Whether letters may begin with this syllable, in full or cut short: its first letter fits and the
/// second, where it does not begin another syllable, too.
pub(super) fn may_begin(spelled: &[u8], letters: &[u8]) -> bool {
    match (spelled, letters) {
        ([a, ..], [b]) => a == b,
        ([a, second, ..], [b, next, ..]) => {
            let umlaut = *second == b'v' && matches!(next, b'u' | b'y');
            a == b && (second == next || umlaut)
        }
        _ => false,
    }
}

/// Whether letters begin with this whole syllable, or are its beginning.
pub(super) fn consumes(lexicon: &Lexicon, syllable: Syllable, letters: &[u8]) -> bool {
    consume(lexicon.syllable(syllable).as_bytes(), letters).is_some()
}

/// As [`consumes`], for the syllable or one that sounds near it.
pub(super) fn nearly_consumes(lexicon: &Lexicon, syllable: Syllable, letters: &[u8]) -> bool {
    let near = lexicon.near(syllable).iter().map(|n| n.syllable);
    near.chain([syllable])
        .any(|s| consumes(lexicon, s, letters))
}

/// One letter a syllable.
fn initials(lexicon: &Lexicon, syllables: &[Syllable], letters: &[u8]) -> Option<usize> {
    let letters = letters.iter().filter(|b| **b != b'\'');
    let mut at = 0;
    for letter in letters {
        let syllable = lexicon.syllable(*syllables.get(at)?);
        if syllable.as_bytes().first() != Some(letter) {
            return None;
        }
        at += 1;
    }
    Some(at)
}

/// Every syllable cut short at will: `chenzq`, `zhiqi`, `lixm`.
fn mixed(lexicon: &Lexicon, syllables: &[Syllable], letters: &[u8]) -> Option<usize> {
    if letters.is_empty() {
        return Some(0);
    }
    let (first, rest) = syllables.split_first()?;
    let spelled = lexicon.syllable(*first).as_bytes();
    let common = spelled
        .iter()
        .zip(letters)
        .take_while(|(a, b)| a == b)
        .count();
    (1..=common).rev().find_map(|taken| {
        let after = &letters[taken..];
        let after = after.strip_prefix(b"'").unwrap_or(after);
        mixed(lexicon, rest, after).map(|end| end + 1)
    })
}

/// What each syllable of a scrap may stand for: the syllables and how far each is from what was typed.
pub(super) type Sounds = Vec<Vec<(Syllable, u8)>>;

/// Characters as sounds: every reading of each; with `near` the neighbours too.
pub(super) fn sounds_of(lexicon: &Lexicon, word: &[char], near: bool) -> Sounds {
    let name = lexicon.read_name(word);
    let whole = |at: usize| {
        std::iter::once(&name.usual)
            .chain(&name.others)
            .filter_map(move |r| r.get(at).copied())
    };
    word.iter()
        .enumerate()
        .map(|(at, c)| {
            let own = lexicon.readings(*c).iter().copied().chain(whole(at));
            let mut list: Vec<(Syllable, u8)> = Vec::new();
            for syllable in own.filter(|s| *s != NO_READING) {
                add(&mut list, syllable, 0);
                if near {
                    for n in lexicon.near(syllable) {
                        add(&mut list, n.syllable, n.distance);
                    }
                }
            }
            list
        })
        .collect()
}

fn add(list: &mut Vec<(Syllable, u8)>, syllable: Syllable, distance: u8) {
    match list.iter_mut().find(|(s, _)| *s == syllable) {
        Some((_, known)) => *known = (*known).min(distance),
        None => list.push((syllable, distance)),
    }
}

/// Sounds held against a name, from its first syllable on, or (two and more) inside it.
pub(super) fn find_sounds(syllables: &[Syllable], sounds: &Sounds) -> Option<Found> {
    if sounds.len() < 2 || sounds.len() > syllables.len() {
        return None;
    }
    (0..=syllables.len() - sounds.len()).find_map(|from| {
        let mut farthest = 0;
        for (syllable, may) in syllables[from..].iter().zip(sounds) {
            let (_, distance) = may.iter().find(|(s, _)| s == syllable)?;
            farthest = farthest.max(*distance);
        }
        let (rank, by) = match farthest {
            0 => (SAME_SOUND, HitBy::SameSound),
            d => (FUZZY_SOUND + d, HitBy::FuzzySound),
        };
        Some(Found {
            rank,
            by,
            from,
            to: from + sounds.len(),
        })
    })
}

/// Letters as near sounds of the name from its first syllable on.
pub(super) fn find_near_letters(
    lexicon: &Lexicon,
    syllables: &[Syllable],
    letters: &[u8],
) -> Option<Found> {
    let (to, distance) = near_letters(lexicon, syllables, letters)?;
    Some(Found {
        rank: FUZZY_SOUND + distance,
        by: HitBy::FuzzySound,
        from: 0,
        to,
    })
}

fn near_letters(lexicon: &Lexicon, syllables: &[Syllable], letters: &[u8]) -> Option<(usize, u8)> {
    let letters = letters.strip_prefix(b"'").unwrap_or(letters);
    if letters.is_empty() {
        return Some((0, 0));
    }
    let (first, rest) = syllables.split_first()?;
    let own = std::iter::once((*first, 0));
    let near = lexicon
        .near(*first)
        .iter()
        .map(|n| (n.syllable, n.distance));
    own.chain(near)
        .filter_map(|(syllable, distance)| {
            match consume(lexicon.syllable(syllable).as_bytes(), letters)? {
                Step::Part => Some((1, distance)),
                Step::All(after) => {
                    let (end, further) = near_letters(lexicon, rest, after)?;
                    Some((end + 1, distance.max(further)))
                }
            }
        })
        .min_by_key(|(_, distance)| *distance)
}

/// Whether `typed` is a beginning of `right` but for one slip: a letter wrong, missing, too many, or
/// two exchanged.
pub(super) fn is_one_slip(typed: &[u8], right: &[u8]) -> bool {
    // The first letter is right, or stands second: what begins otherwise is another name.
    if right.is_empty() || !typed.iter().take(2).any(|b| *b == right[0]) {
        return false;
    }
    let same = typed.iter().zip(right).take_while(|(a, b)| a == b).count();
    let (t, r) = (&typed[same..], &right[same..]);
    if t.is_empty() {
        return false;
    }
    let begins = |rest: &[u8], of: Option<&[u8]>| of.is_some_and(|of| of.starts_with(rest));
    let swapped = t.len() >= 2 && r.len() >= 2 && t[0] == r[1] && t[1] == r[0];
    begins(&t[1..], r.get(1..))
        || begins(&t[1..], Some(r))
        || begins(t, r.get(1..))
        || (swapped && begins(&t[2..], r.get(2..)))
}
