//! From left to right over a text: what is read becomes a condition, what joins a separator, the rest stays unread.

use super::{
    Condition, Kind, Part, Requirement, Strength, age, disability,
    readers::{certificate_words, experience, level, licence, sex, skill},
    schooling,
    words::{self, FILL, MUST, PREFER, is_mark, is_stop, longest},
};
use crate::text::fold::half_width;

/// What became of a run of characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Run {
    Condition,
    Unread,
    Between,
}

/// Reads a text; see [`super::read`].
pub(super) fn scan(text: &str, part: Part) -> Requirement {
    runs(text, part).0
}

/// As [`scan`], with every character's fate, in order and without gaps.
pub(super) fn runs(text: &str, part: Part) -> (Requirement, Vec<(usize, usize, Run)>) {
    let original: Vec<char> = text.chars().collect();
    let chars: Vec<char> = original.iter().map(|c| fold(*c)).collect();
    let mut read = Requirement::default();
    let mut fates: Vec<(usize, usize, Run)> = Vec::new();
    let mut at = 0;
    let mut unread: Option<usize> = None;
    while at < chars.len() {
        let opens = at == 0 || is_mark(chars[at - 1]) || unread.is_none();
        let (length, fate) = match condition(&chars, at, opens, part) {
            Some((kind, length)) => {
                close(&original, &mut unread, at, &mut read, &mut fates);
                let strength = strength(&chars, at, at + length, &kind, part);
                read.conditions.push(Condition {
                    kind,
                    strength,
                    words: original[at..at + length].iter().collect(),
                    span: (at, at + length),
                    either: None,
                    part,
                });
                (length, Run::Condition)
            }
            // 身高1.7, 21:00: a mark inside a figure parts nothing.
            None if unread.is_some() && in_figure(&chars, at) => {
                at += 1;
                continue;
            }
            None if is_mark(chars[at]) => {
                close(&original, &mut unread, at, &mut read, &mut fates);
                (1, Run::Between)
            }
            None => match filling(&chars, at, opens) {
                Some(length) => {
                    close(&original, &mut unread, at, &mut read, &mut fates);
                    (length, Run::Between)
                }
                None => {
                    unread.get_or_insert(at);
                    at += 1;
                    continue;
                }
            },
        };
        fates.push((at, at + length, fate));
        at += length;
    }
    close(&original, &mut unread, at, &mut read, &mut fates);
    join(&chars, &mut read, part);
    (read, fates)
}

fn in_figure(chars: &[char], at: usize) -> bool {
    let digit = |c: Option<&char>| c.is_some_and(char::is_ascii_digit);
    matches!(chars[at], '.' | ':' | '-' | '/')
        && at > 0
        && digit(chars.get(at - 1))
        && digit(chars.get(at + 1))
}

fn fold(c: char) -> char {
    match c {
        // Full stops end statements, the enumeration comma joins words.
        '。' | '、' => c,
        '＋' => '+',
        c => half_width(c).to_ascii_lowercase(),
    }
}

fn close(
    original: &[char],
    unread: &mut Option<usize>,
    at: usize,
    read: &mut Requirement,
    fates: &mut Vec<(usize, usize, Run)>,
) {
    if let Some(from) = unread.take() {
        let words: String = original[from..at].iter().collect();
        read.unread.push((words, (from, at)));
        fates.push((from, at, Run::Unread));
    }
}

/// A joining word. Inside an unread run it only counts where it closes the run.
fn filling(chars: &[char], at: usize, opens: bool) -> Option<usize> {
    let (length, ()) = longest(&chars[at..], FILL.iter().map(|w| (*w, ())))?;
    let ends = chars.get(at + length).is_none_or(|c| is_mark(*c));
    (opens || ends && length >= 2).then_some(length)
}

/// A condition at `at`. `opens`: nothing unread stands right before it.
fn condition(chars: &[char], at: usize, opens: bool, part: Part) -> Option<(Kind, usize)> {
    let rest = &chars[at..];
    let fixed = words::fixed_word(rest);
    if part == Part::Title {
        let danger = fixed.filter(|(kind, _)| {
            matches!(
                kind,
                Kind::Hazard | Kind::Shift { night: true } | Kind::Full
            )
        });
        return danger.or_else(|| disability::disability(rest));
    }
    if part == Part::Benefit {
        return fixed.filter(|(kind, _)| {
            matches!(
                kind,
                Kind::Flaw(_) | Kind::Full | Kind::Board | Kind::Shift { .. }
            )
        });
    }
    // A demand opens anew after words that nobody read: 按当地规定须有健康证.
    let demands = ["须持", "须有", "必须", "须具", "持有"]
        .into_iter()
        .map(|w| (w, ()));
    let opens = opens || longest(rest, demands).is_some();
    let after_digit = at > 0 && chars[at - 1].is_ascii_digit();
    let by_sex = matches!(rest.first(), Some('男' | '女'));
    if (!after_digit || by_sex)
        && let Some(found) = age::age(rest)
    {
        return Some(found);
    }
    if opens
        && !(after_digit && rest[0].is_ascii_digit())
        && let Some(found) = experience(rest)
    {
        return Some(found);
    }
    // The longest reading wins, among equals the later one: 视力残疾 over 视力, 退役证 as the group.
    let mut all: Vec<(Kind, usize)> = Vec::new();
    if opens {
        all.extend(licence(rest));
        all.extend(certificate_words(rest));
        all.extend(level(rest));
        all.extend(sex(chars, at));
    }
    all.extend(schooling::schooling(rest));
    all.extend(fixed);
    all.extend(words::group(rest));
    all.extend(disability::disability(rest));
    let longest = all.into_iter().max_by_key(|(_, length)| *length);
    longest.or_else(|| if opens { skill(rest) } else { None })
}

fn strength(chars: &[char], from: usize, to: usize, kind: &Kind, part: Part) -> Strength {
    let start = chars[..from]
        .iter()
        .rposition(|c| is_stop(*c))
        .map_or(0, |p| p + 1);
    let end = chars[to..]
        .iter()
        .position(|c| is_stop(*c))
        .map_or(chars.len(), |p| p + to);
    let clause: String = chars[start..end].iter().collect();
    if matches!(
        kind,
        Kind::Full
            | Kind::Flaw(_)
            | Kind::Hazard
            | Kind::NoLimit
            | Kind::Shift { .. }
            | Kind::Board
    ) {
        return Strength::Must;
    }
    if PREFER.iter().any(|w| clause.contains(w)) && !matches!(kind, Kind::Disability { .. }) {
        return Strength::Prefer;
    }
    match kind {
        Kind::Health | Kind::Skill | Kind::Experience(_) | Kind::Paper => Strength::Soft,
        Kind::Disability { .. } => Strength::Must,
        _ if part == Part::Remark && !MUST.iter().any(|w| clause.contains(w)) => Strength::Prefer,
        _ => Strength::Must,
    }
}

/// Conditions with 或 between them, and nothing unread, are alternatives; so are groups in a row.
fn join(chars: &[char], read: &mut Requirement, part: Part) {
    let group = |kind: &Kind| matches!(kind, Kind::Group(_) | Kind::Disability { only: false, .. });
    let mut next = 0;
    for at in 1..read.conditions.len() {
        let (before, rest) = read.conditions.split_at_mut(at);
        let (Some(a), Some(b)) = (before.last_mut(), rest.first_mut()) else {
            continue;
        };
        let between = &chars[a.span.1..b.span.0];
        let or = between.contains(&'或') && between.len() <= 4 && !between.contains(&',');
        let row = |c: &char| is_mark(*c) && (part == Part::Target || !is_stop(*c));
        let open = |kind: &Kind| group(kind) || part == Part::Target && *kind == Kind::NoLimit;
        let same = a.strength == b.strength && between.iter().all(row);
        let listed = same && open(&a.kind) && open(&b.kind);
        if or || between == ['/'] || listed {
            let number = *a.either.get_or_insert_with(|| {
                next += 1;
                next - 1
            });
            b.either = Some(number);
        }
    }
}
