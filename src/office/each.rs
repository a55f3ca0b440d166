//! Many people looked for at once: a pasted column of names, id numbers or phones, one line an entry.

use super::{Moment, Office, rights::Deed};
use crate::{
    domain::{
        failure::Failure,
        hit::{Hit, HitBy, HitMatch},
        id_number::IdNumber,
        person::PersonSummary,
        phone::Phone,
    },
    matching::people::{Answer, SearchContext},
    text::fold::{fold_width, is_han},
};

/// Whom one entry means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meant {
    /// One person, and why.
    One(Box<PersonSummary>, Vec<HitMatch>),
    /// Several; the text finds them in the box.
    Several {
        /// How many.
        people: usize,
        /// True where they were not counted person by person.
        about: bool,
        /// What finds them.
        text: String,
    },
    /// Nobody.
    Nobody,
}

/// Enough to count namesakes.
const NAMESAKES: usize = 200;

impl Office {
    /// Whom each entry means; a line of a sheet is read by its id number, its phone, or its name.
    ///
    /// # Errors
    /// Rights; what the store says.
    pub fn search_each(&self, entries: &[String], moment: &Moment) -> Result<Vec<Meant>, Failure> {
        self.require(Deed::Search)?;
        let answers = self.with_people(|index| {
            let context = SearchContext {
                today: moment.today,
                recent: &[],
                me: &self.operator().name,
            };
            let look = |text: &String| (text.clone(), index.search(text, NAMESAKES, &context));
            let best = |entry: &String| {
                let tries: Vec<(String, Answer)> = keys(entry).iter().map(look).collect();
                let exact = tries
                    .iter()
                    .position(|(_, a)| a.hits.first().is_some_and(is_exact));
                let any = || tries.iter().position(|(_, a)| a.total > 0);
                let at = exact.or_else(any)?;
                tries.into_iter().nth(at)
            };
            entries.iter().map(best).collect::<Vec<_>>()
        })?;
        let store = self.reader();
        answers
            .into_iter()
            .map(|answer| {
                let Some((text, answer)) = answer else {
                    return Ok(Meant::Nobody);
                };
                let exact = answer.hits.iter().take_while(|hit| is_exact(hit)).count();
                let people = if exact > 0 { exact } else { answer.total };
                if people > 1 {
                    return Ok(Meant::Several {
                        people,
                        about: exact == 0 && answer.about || exact == NAMESAKES,
                        text,
                    });
                }
                let Some(hit) = answer.hits.into_iter().next() else {
                    return Ok(Meant::Nobody);
                };
                let line = store.summaries(&[hit.person], moment.today)?.pop();
                Ok(line.map_or(Meant::Nobody, |line| {
                    Meant::One(Box::new(line), hit.matched)
                }))
            })
            .collect()
    }
}

fn is_exact(hit: &Hit) -> bool {
    !hit.matched.is_empty() && hit.matched.iter().all(|m| m.by == HitBy::Exact)
}

/// What to look for in a line: a number says it all; else the line, then the names in it.
fn keys(entry: &str) -> Vec<String> {
    let folded = fold_width(entry);
    let cells = || folded.split(['\t', ',', ';', ' ', '/', '|']);
    let is_id = |cell: &&str| IdNumber::parse(cell).is_ok();
    let is_phone = |cell: &&str| cell.len() >= 11 && Phone::parse(cell).is_some();
    if let Some(number) = cells().find(is_id).or_else(|| cells().find(is_phone)) {
        return vec![number.to_owned()];
    }
    let mut keys = vec![entry.trim().to_owned()];
    let is_name = |cell: &&str| cell.chars().filter(|c| is_han(*c)).count() >= 2;
    let names = cells().filter(is_name).map(str::to_owned);
    keys.extend(names.filter(|name| *name != folded.trim()).take(MOST_NAMES));
    keys
}

/// Cells of a line that are tried as a name.
const MOST_NAMES: usize = 4;

#[cfg(test)]
mod tests {
    use super::super::tests::{FIRST, SECOND, moment, office, roster};
    use super::*;

    #[test]
    fn each_line_is_read_by_what_says_most() {
        let folder = tempfile::tempdir().unwrap();
        let office = office();
        let twin = ("李明朗", "44990119900307002");
        let people = roster(folder.path(), &[FIRST, SECOND, twin]);
        office.import(&people, false, &moment()).unwrap();
        let id = IdNumber::from_body(SECOND.1).unwrap().to_string();
        let lines = [
            SECOND.0.to_owned(),
            id.clone(),
            format!("7\t李明朗\t{id}\t石岐"),
            "3\t陈秀英\t女\t石岐街道".to_owned(),
            format!("４４９９０１{}", &id[6..]),
            FIRST.0.to_owned(),
            "查无此人".to_owned(),
            "陈秀瑛".to_owned(),
            "449901199003079999".to_owned(),
            "\u{1b}[2J".to_owned(),
        ];
        let meant = office.search_each(&lines, &moment()).unwrap();
        let one = |at: usize| match &meant[at] {
            Meant::One(line, matched) => (line.name.as_str(), matched[0].by),
            other => panic!("{at}: {other:?}"),
        };
        for (at, line) in lines.iter().enumerate().take(5) {
            assert_eq!(one(at), (SECOND.0, HitBy::Exact), "{line}");
        }
        assert_eq!(
            meant[5],
            Meant::Several {
                people: 2,
                about: false,
                text: FIRST.0.to_owned()
            }
        );
        assert_eq!(meant[6], Meant::Nobody);
        assert_eq!(one(7), (SECOND.0, HitBy::SameSound));
        assert_eq!((&meant[8], &meant[9]), (&Meant::Nobody, &Meant::Nobody));
    }
}
