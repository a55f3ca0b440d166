//! Which syllables sound alike (模糊音), worked out from the table of pairs.
//!
//! Absent on purpose: which people that finds; `people` asks for the neighbours of a syllable.

use super::lexicon::{Near, Syllable};
use std::collections::HashMap;

/// One row of the table.
struct Pair<'a> {
    level: &'a str,
    a: &'a str,
    b: &'a str,
    strength: u8,
}

/// The neighbours of every syllable, nearest first.
pub(super) fn near_table(
    syllables: &[Box<str>],
    ids: &HashMap<Box<str>, Syllable>,
    table: &str,
) -> Vec<Vec<Near>> {
    let pairs: Vec<Pair<'_>> = table.lines().skip(1).filter_map(pair).collect();
    let mut one_step: Vec<Vec<Near>> = vec![Vec::new(); syllables.len()];
    for (from, letters) in syllables.iter().enumerate() {
        let Ok(id) = Syllable::try_from(from) else {
            break;
        };
        for pair in &pairs {
            for (a, b) in [(pair.a, pair.b), (pair.b, pair.a)] {
                for other in changed(letters, pair.level, a, b) {
                    if let Some(&to) = ids.get(other.as_str()).filter(|to| **to != id) {
                        let distance = pair.strength;
                        add(&mut one_step[from], to, distance, 1);
                        add(&mut one_step[usize::from(to)], id, distance, 1);
                    }
                }
            }
        }
    }
    // Two habits of one speaker meet in one syllable (zhang → zan): two strong ones are still near.
    let mut table = one_step.clone();
    for (from, near) in one_step.iter().enumerate() {
        for first in near.iter().filter(|n| n.distance <= 2) {
            for second in &one_step[usize::from(first.syllable)] {
                if usize::from(second.syllable) != from && first.distance + second.distance <= 3 {
                    add(
                        &mut table[from],
                        second.syllable,
                        first.distance + second.distance,
                        2,
                    );
                }
            }
        }
        table[from].sort_by_key(|n| (n.distance, n.syllable));
    }
    table
}

/// How a syllable is said by those who mix up the strongest pairs.
pub(super) fn said(syllable: &str, table: &str) -> Vec<String> {
    let pairs = table.lines().skip(1).filter_map(pair);
    let strong = pairs.filter(|pair| pair.strength <= 2 && pair.a != "v" && pair.level != "整音节");
    strong
        .flat_map(|pair| {
            let mut both = changed(syllable, pair.level, pair.a, pair.b);
            both.extend(changed(syllable, pair.level, pair.b, pair.a));
            both
        })
        .filter(|said| said.len() > 1)
        .collect()
}

fn pair(line: &str) -> Option<Pair<'_>> {
    let fields: Vec<&str> = line.split('\t').collect();
    let [level, a, b, _, strength] = fields[..] else {
        return None;
    };
    let strength = match strength {
        "高" => 1,
        "中" => 2,
        _ => 3,
    };
    Some(Pair {
        level,
        a,
        b,
        strength,
    })
}

fn add(list: &mut Vec<Near>, syllable: Syllable, distance: u8, changes: u8) {
    let near = Near {
        syllable,
        distance,
        changes,
    };
    match list.iter_mut().find(|n| n.syllable == syllable) {
        Some(known) if (distance, changes) < (known.distance, known.changes) => *known = near,
        Some(_) => {}
        None => list.push(near),
    }
}

/// `zhang` → (`zh`, `ang`); `an` → (``, `an`). `y` and `w` count as initials, as people type them.
pub(super) fn split(syllable: &str) -> (&str, &str) {
    let length = match syllable.as_bytes() {
        [b'z' | b'c' | b's', b'h', ..] => 2,
        [first, ..] if !b"aeiouv".contains(first) => 1,
        _ => 0,
    };
    syllable.split_at(length)
}

/// The spellings that a syllable takes when part `a` becomes `b`.
fn changed(syllable: &str, level: &str, a: &str, b: &str) -> Vec<String> {
    let (initial, rest) = split(syllable);
    match level {
        "声母" if initial == a => {
            let mut out = vec![format!("{b}{rest}")];
            // Glides go with the initial: huang/wang, hui/fei, xiao/shao, hun/wen.
            if let Some(core) = rest
                .strip_prefix(['u', 'i'])
                .filter(|core| !core.is_empty())
            {
                let core = match (rest, core) {
                    ("ui", _) => "ei",
                    ("un", _) => "en",
                    (_, core) => core,
                };
                out.push(format!("{b}{core}"));
            }
            out
        }
        "韵母" if rest == a => vec![format!("{initial}{b}")],
        "整音节" if syllable == a => vec![b.to_owned()],
        _ => Vec::new(),
    }
}
