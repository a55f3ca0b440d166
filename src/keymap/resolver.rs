//! From key presses to actions, with the first key of a chord kept until the second comes.

use super::{Chord, Code, Key, Keymap, layers::COMMON};

/// What a key press means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resolved {
    /// Run this action of this section.
    Run {
        /// Section that owns the action.
        section: String,
        /// Action.
        action: String,
    },
    /// The first key of a chord: show what may follow.
    Pending,
    /// A chord was begun and not finished; the key is used up.
    Cancelled,
    /// No action has it.
    Unbound,
}

/// Keeps the first key of a chord.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Resolver {
    pending: Option<Key>,
}

impl Resolver {
    /// The begun chord, if one.
    pub fn pending(&self) -> Option<Key> {
        self.pending
    }

    /// Forgets a begun chord.
    pub fn reset(&mut self) {
        self.pending = None;
    }

    /// Looks a key up in these sections, nearest first. `actions_of` says whether a section owns an
    /// action itself; a shared move bound in a screen's section belongs to `common`.
    pub fn press(
        &mut self,
        map: &Keymap,
        sections: &[&str],
        key: Key,
        owns: impl Fn(&str, &str) -> bool,
    ) -> Resolved {
        let key = key.folded();
        if let Some(first) = self.pending.take() {
            if key.code == Code::Esc {
                return Resolved::Cancelled;
            }
            let chord = Chord(vec![first, key]);
            return find(map, sections, &chord, &owns).unwrap_or(Resolved::Cancelled);
        }
        if let Some(run) = find(map, sections, &Chord(vec![key]), &owns) {
            return run;
        }
        let begins = map.bindings().any(|(section, _, chord)| {
            sections.contains(&section) && chord.0.len() == 2 && chord.0[0] == key
        });
        if begins {
            self.pending = Some(key);
            return Resolved::Pending;
        }
        Resolved::Unbound
    }

    /// What may follow the begun chord: second key, section, action.
    pub fn choices<'a>(&self, map: &'a Keymap, sections: &[&str]) -> Vec<(Key, &'a str, &'a str)> {
        let Some(first) = self.pending else {
            return Vec::new();
        };
        let mut choices: Vec<_> = map
            .bindings()
            .filter(|(section, _, chord)| {
                sections.contains(section) && chord.0.len() == 2 && chord.0[0] == first
            })
            .map(|(section, action, chord)| (chord.0[1], section, action))
            .collect();
        choices.sort_by_key(|(key, _, _)| *key);
        choices
    }
}

fn find(
    map: &Keymap,
    sections: &[&str],
    chord: &Chord,
    owns: &impl Fn(&str, &str) -> bool,
) -> Option<Resolved> {
    sections.iter().find_map(|wanted| {
        map.bindings()
            .find(|(section, _, c)| section == wanted && *c == chord)
            .map(|(section, action, _)| Resolved::Run {
                section: if owns(section, action) {
                    section.to_owned()
                } else {
                    COMMON.to_owned()
                },
                action: action.to_owned(),
            })
    })
}
