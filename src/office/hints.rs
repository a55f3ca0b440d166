//! What a half-filled form is told while somebody types: place of issue, towns, villages, and what a
//! wish was understood as.

use super::{Office, knowledge, offers::understand_wish, rights::Deed};
use crate::{
    domain::{
        failure::Failure,
        hint::{HintQuery, Hints, PlaceHint},
    },
    matching::completion,
    seed::{
        origins,
        places::{self, Level, Place},
    },
};

/// Towns and villages offered at once: as many as digits can pick.
const OFFERED: usize = 9;
/// Occupations shown.
const OCCUPATIONS: usize = 3;

impl Office {
    /// What is known of what stands in the fields.
    ///
    /// # Errors
    /// Rights; what the store says.
    pub fn hints(&self, query: &HintQuery) -> Result<Hints, Failure> {
        self.require(Deed::Search)?;
        Ok(Hints {
            origin: origins::full_name(&query.origin, query.birth_year).map(str::to_owned),
            towns: self.towns(&query.town)?,
            villages: self.villages(&query.town, &query.village)?,
            understood: understand_wish(&query.wishes, OCCUPATIONS)
                .into_iter()
                .map(|u| {
                    let usual = if u.worktype.is_empty() {
                        u.title
                    } else {
                        u.worktype
                    };
                    format!("{usual}（{}）", u.by)
                })
                .collect(),
            query: query.clone(),
        })
    }

    /// Those where people on the register live come first.
    fn towns(&self, typed: &str) -> Result<Vec<PlaceHint>, Failure> {
        let lexicon = knowledge::lexicon();
        let mut found = Vec::new();
        for place in places::all().iter().filter(|p| p.level == Level::Town) {
            let Some(rank) = completion::rank(&lexicon, typed, place.name) else {
                continue;
            };
            found.push((rank, place));
        }
        let reader = self.reader();
        let mut ordered = Vec::with_capacity(found.len());
        for (rank, place) in found {
            ordered.push(((!reader.is_town_known(place.name)?, rank), place));
        }
        ordered.sort_by_key(|(order, _)| *order);
        Ok(ordered
            .into_iter()
            .take(OFFERED)
            .map(|(_, place)| hint(place))
            .collect())
    }

    fn villages(&self, town: &str, typed: &str) -> Result<Vec<String>, Failure> {
        if town.is_empty() || typed.is_empty() {
            return Ok(Vec::new());
        }
        let lexicon = knowledge::lexicon();
        let known = self.reader().known_villages(town)?;
        let mut found: Vec<(u8, String)> = known
            .into_iter()
            .filter_map(|name| Some((completion::rank(&lexicon, typed, &name)?, name)))
            .collect();
        found.sort();
        Ok(found
            .into_iter()
            .take(OFFERED)
            .map(|(_, name)| name)
            .collect())
    }
}

fn hint(place: &Place) -> PlaceHint {
    let above = |level| {
        places::within(place, level)
            .map_or("", |p| p.name)
            .to_owned()
    };
    PlaceHint {
        name: place.name.to_owned(),
        city: above(Level::City),
        county: above(Level::County),
        code: place.code.to_owned(),
    }
}
