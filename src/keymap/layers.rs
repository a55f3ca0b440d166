//! The key sets laid over each other: the complete default, the chosen set, the clerk's own file.

use super::{
    Key, KeyNames, Source, file,
    problem::{Problem, What, nearest},
};
use std::{collections::BTreeMap, fmt};

/// One key, or two pressed one after the other.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Chord(pub Vec<Key>);

impl Chord {
    /// As keyboards and help write it: `Ctrl+G 3`.
    pub fn shown(&self, names: KeyNames) -> String {
        let keys: Vec<String> = self.0.iter().map(|key| key.shown(names)).collect();
        keys.join(" ")
    }
}

/// As a key file writes it.
impl fmt::Display for Chord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, key) in self.0.iter().enumerate() {
            write!(f, "{}{key}", if i == 0 { "" } else { " " })?;
        }
        Ok(())
    }
}

/// A section of the key files: a screen, `common`, or `global`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Name.
    pub name: &'static str,
    /// Its actions.
    pub actions: Vec<&'static str>,
    /// True where text or digits are typed, so that lone characters can't be commands.
    pub typing: bool,
}

/// Every section and action that there is; made by the screens' registry.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Catalogue {
    /// Sections; `GLOBAL` and `COMMON` are among them.
    pub sections: Vec<Section>,
    /// Global actions that are never without a key, and the key that they fall back to.
    pub safe: Vec<(&'static str, Key)>,
}

/// Name of the section that holds on every screen.
pub(crate) const GLOBAL: &str = "global";
/// Name of the section of moves that screens share.
pub(crate) const COMMON: &str = "common";

/// Which keys run which action. Made of what was valid.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Keymap {
    /// (section, action) to its keys, in the order of the file.
    keys: BTreeMap<(String, String), Vec<Chord>>,
}

impl Keymap {
    /// Lays the sources over each other: a later one replaces the keys of the actions that it
    /// lists. All problems come back together; what is valid holds.
    pub fn load(catalogue: &Catalogue, sources: &[Source]) -> (Self, Vec<Problem>) {
        let mut map = Self::default();
        let mut problems = Vec::new();
        for source in sources {
            let (entries, mut found) = file::read(source);
            let mut layer: Vec<Checked> = Vec::new();
            for entry in entries {
                let mut report = |(line, what)| {
                    found.push(Problem {
                        file: source.name.clone(),
                        line,
                        what,
                    });
                };
                match check(catalogue, entry) {
                    Ok((checked, faults)) => {
                        faults.into_iter().for_each(&mut report);
                        map.keys
                            .remove(&(checked.section.clone(), checked.action.clone()));
                        layer.push(checked);
                    }
                    Err(fault) => report(fault),
                }
            }
            for checked in layer {
                for (chord, line) in checked.chords {
                    if let Err(by) = map.bind(&checked.section, &checked.action, chord.clone()) {
                        found.push(Problem {
                            file: source.name.clone(),
                            line,
                            what: What::Taken(chord.to_string(), by),
                        });
                    }
                }
            }
            found.sort_by_key(|problem| problem.line);
            problems.append(&mut found);
            map.keep_safe(catalogue, source, &mut problems);
        }
        (map, problems)
    }

    /// Binds one chord; on a clash says who has it. A screen's own key may take the place of a
    /// common one (Enter means what the screen says), never of a global one.
    fn bind(&mut self, section: &str, action: &str, chord: Chord) -> Result<(), String> {
        let rival = self
            .keys
            .iter()
            .filter(|((s, a), _)| {
                let same_reach = s == section || s == GLOBAL || section == GLOBAL;
                same_reach && !(s == section && a == action)
            })
            .find(|(_, chords)| chords.iter().any(|other| overlaps(other, &chord)));
        if let Some(((s, a), _)) = rival {
            return Err(format!("{s}.{a}"));
        }
        let chords = self
            .keys
            .entry((section.to_owned(), action.to_owned()))
            .or_default();
        if !chords.contains(&chord) {
            chords.push(chord);
        }
        Ok(())
    }

    fn keep_safe(&mut self, catalogue: &Catalogue, source: &Source, problems: &mut Vec<Problem>) {
        for (action, key) in &catalogue.safe {
            if self.chords(GLOBAL, action).is_empty() {
                for chords in self.keys.values_mut() {
                    chords.retain(|chord| chord.0.first() != Some(key));
                }
                self.keys.insert(
                    (GLOBAL.to_owned(), (*action).to_owned()),
                    vec![Chord(vec![*key])],
                );
                problems.push(Problem {
                    file: source.name.clone(),
                    line: 0,
                    what: What::SafeKept((*action).to_owned(), key.to_string()),
                });
            }
        }
    }

    /// The keys of an action.
    pub fn chords(&self, section: &str, action: &str) -> &[Chord] {
        self.keys
            .get(&(section.to_owned(), action.to_owned()))
            .map_or(&[], Vec::as_slice)
    }

    /// The keys of an action as help shows them, joined by ` / `; empty where it has none.
    pub fn shown(&self, section: &str, action: &str, names: KeyNames) -> String {
        let keys: Vec<String> = self
            .chords(section, action)
            .iter()
            .map(|chord| chord.shown(names))
            .collect();
        keys.join(" / ")
    }

    /// The first key of an action as hints show it.
    pub fn first(&self, section: &str, action: &str, names: KeyNames) -> Option<String> {
        let chord = self.chords(section, action).first()?;
        Some(chord.shown(names))
    }

    /// Every binding: section, action, chord.
    pub fn bindings(&self) -> impl Iterator<Item = (&str, &str, &Chord)> {
        self.keys.iter().flat_map(|((section, action), chords)| {
            chords
                .iter()
                .map(move |chord| (section.as_str(), action.as_str(), chord))
        })
    }
}

/// An entry whose section and action exist, with the chords that may be bound, each with its line.
struct Checked {
    section: String,
    action: String,
    chords: Vec<(Chord, usize)>,
}

/// What is wrong, and in which line.
type Fault = (usize, What);

fn check(catalogue: &Catalogue, entry: file::Entry) -> Result<(Checked, Vec<Fault>), Fault> {
    let Some(section) = catalogue
        .sections
        .iter()
        .find(|section| section.name == entry.section)
    else {
        let near = nearest(&entry.section, catalogue.sections.iter().map(|s| s.name));
        return Err((entry.section_line, What::NoSection(entry.section, near)));
    };
    // A screen's section may give more keys to a shared move (`down = ["j"]`) for that screen alone.
    let shared: &[&str] = match section.name {
        GLOBAL | COMMON => &[],
        _ => catalogue
            .sections
            .iter()
            .find(|s| s.name == COMMON)
            .map_or(&[], |s| s.actions.as_slice()),
    };
    let mut valid = section.actions.iter().chain(shared);
    if !valid.clone().any(|action| *action == entry.action) {
        let near = nearest(&entry.action, valid.by_ref().copied());
        return Err((entry.line, What::NoAction(entry.action, near)));
    }
    let (lone, chords): (Vec<_>, Vec<_>) = entry.chords.into_iter().partition(|(chord, _)| {
        section.typing && chord.0.first().is_some_and(|key| key.is_lone_character())
    });
    let faults = lone
        .into_iter()
        .map(|(chord, line)| (line, What::LoneCharacter(chord.to_string())))
        .collect();
    let checked = Checked {
        section: entry.section,
        action: entry.action,
        chords,
    };
    Ok((checked, faults))
}

/// True where one is the other or its beginning: then one of them could never be pressed.
fn overlaps(a: &Chord, b: &Chord) -> bool {
    a.0.starts_with(&b.0) || b.0.starts_with(&a.0)
}
