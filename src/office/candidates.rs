//! Whether somebody was seen before, asked before a new record is made.

#[cfg(test)]
mod tests;

use super::{Moment, Office, knowledge, rights::Deed};
use crate::{
    domain::{
        candidate::{Candidate, Ground},
        failure::Failure,
        ids::PersonId,
        person::PersonRecord,
    },
    matching::lexicon::{Lexicon, NO_READING, Syllable},
    store::AlikeBy,
};
use std::collections::HashMap;

/// Shown at once; more would not be read.
const MOST: usize = 12;

impl Office {
    /// Who on the register may be this person, the strongest ground first. `except` is the record
    /// itself where it is on the register already. Two valid id numbers that differ are two people.
    ///
    /// # Errors
    /// Rights; what the store says.
    pub fn candidates(
        &self,
        record: &PersonRecord,
        except: Option<PersonId>,
        moment: &Moment,
    ) -> Result<Vec<Candidate>, Failure> {
        self.require(Deed::Search)?;
        let lexicon = knowledge::lexicon();
        let wanted = Sound::of(&lexicon, &record.name);
        let mut grounds: HashMap<PersonId, Vec<Ground>> = HashMap::new();
        self.reader().for_each_alike(record, |id, name, by| {
            if Some(id) == except {
                return;
            }
            let ground = match by {
                AlikeBy::Id => Some(Ground::SameId),
                AlikeBy::IdBody => Some(Ground::NearId),
                AlikeBy::DoubtfulId => Some(Ground::SameDoubtfulId),
                AlikeBy::Birth | AlikeBy::Year | AlikeBy::Town | AlikeBy::Phone => {
                    by_name(by, wanted.likeness(&lexicon, name))
                }
            };
            if let Some(ground) = ground {
                grounds.entry(id).or_default().push(ground);
            }
        })?;
        let mut found = Vec::with_capacity(grounds.len());
        for (id, grounds) in grounds {
            found.push((strongest(grounds), id));
        }
        found.sort();
        let mut candidates = Vec::new();
        for (grounds, id) in found {
            if candidates.len() == MOST {
                break;
            }
            let Some(person) = self.reader().person(id)? else {
                continue;
            };
            let numbers = (record.id_number, person.record.id_number);
            if matches!(numbers, (Some(one), Some(other)) if one != other)
                && !grounds.iter().all(|g| g.is_hint())
            {
                continue;
            }
            let Some(summary) = self.reader().summaries(&[id], moment.today)?.pop() else {
                continue;
            };
            candidates.push(Candidate {
                person,
                summary,
                grounds,
            });
        }
        Ok(candidates)
    }
}

/// How alike two names are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Likeness {
    Same,
    Sound,
    Other,
}

/// A name with how it is read, so that it is read once and not for everybody it is held against.
struct Sound {
    chars: Vec<char>,
    read: Vec<Syllable>,
}

impl Sound {
    fn of(lexicon: &Lexicon, name: &str) -> Self {
        let chars: Vec<char> = lexicon
            .fold(name)
            .chars()
            .filter(|c| c.is_alphanumeric())
            .collect();
        let read = lexicon.read_name(&chars);
        Self { chars, read }
    }

    fn likeness(&self, lexicon: &Lexicon, name: &str) -> Likeness {
        // Most names differ in length or in their first sound; what is left is read whole.
        let other = Self::of(lexicon, name);
        if self.chars.is_empty() || self.chars.len() != other.chars.len() {
            return Likeness::Other;
        }
        if self.chars == other.chars {
            return Likeness::Same;
        }
        let alike = |at: usize| {
            self.chars[at] == other.chars[at]
                || (self.read[at] != NO_READING && self.read[at] == other.read[at])
        };
        if (0..self.chars.len()).all(alike) {
            Likeness::Sound
        } else {
            Likeness::Other
        }
    }
}

/// The ground that a name gives together with something else; a phone alone is a hint.
fn by_name(by: AlikeBy, likeness: Likeness) -> Option<Ground> {
    Some(match (by, likeness) {
        (AlikeBy::Birth, Likeness::Same) => Ground::NameAndBirth,
        (AlikeBy::Birth, Likeness::Sound) => Ground::SoundAndBirth,
        (AlikeBy::Year, Likeness::Same | Likeness::Sound) => Ground::SoundAndYear,
        (AlikeBy::Town, Likeness::Same | Likeness::Sound) => Ground::SoundAndTown,
        (AlikeBy::Phone, Likeness::Same | Likeness::Sound) => Ground::NameAndPhone,
        (AlikeBy::Phone, Likeness::Other) => Ground::Phone,
        _ => return None,
    })
}

/// Each ground once, the strongest first, without those that follow from a stronger one.
fn strongest(mut grounds: Vec<Ground>) -> Vec<Ground> {
    grounds.sort_unstable();
    grounds.dedup();
    let has = |ground| grounds.contains(&ground);
    let (same_id, birth) = (
        has(Ground::SameId),
        has(Ground::NameAndBirth) || has(Ground::SoundAndBirth),
    );
    grounds.retain(|ground| match ground {
        Ground::NearId => !same_id,
        Ground::SoundAndYear => !birth,
        _ => true,
    });
    grounds
}
