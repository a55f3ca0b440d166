//! The days of last contacts beside the people in memory, for `未联系>30`.
//!
//! A question that asks for them first takes in what the journal says of contacts since the last one.

use super::Office;
use crate::domain::{failure::Failure, filter::is_sign};
use std::sync::PoisonError;

impl Office {
    /// Brings them up to date where a text may ask for them.
    pub(super) fn refresh_contacts_for(&self, text: &str) -> Result<(), Failure> {
        if text.contains(is_sign) {
            self.refresh_contacts()?;
        }
        Ok(())
    }

    /// Brings them up to date.
    pub(super) fn refresh_contacts(&self) -> Result<(), Failure> {
        let upto = self.memory.contacts.lock();
        let mut upto = upto.unwrap_or_else(PoisonError::into_inner);
        // People who were laid out anew know nothing of contacts.
        let told = self.with_people(|index| index.knows_contacts())?;
        let last = self.reader().last_contacts(upto.filter(|_| told))?;
        if last.whole || !last.days.is_empty() {
            self.add_to_people(|index| {
                if last.whole {
                    let days = last.days.iter();
                    let days = days.filter_map(|(person, day)| Some((*person, (*day)?)));
                    index.set_contacts(days);
                } else {
                    for (person, day) in &last.days {
                        index.set_contact(*person, *day);
                    }
                }
            });
        }
        *upto = Some(last.upto);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::{
        Office,
        tests::{FIRST, SECOND, contact, found, moment, office, roster},
    };
    use crate::{
        domain::ids::{ContactId, PersonId},
        text::Lang,
    };
    use chrono::Duration;

    fn person(office: &Office, name: &str) -> PersonId {
        office.search(name, 1, &moment()).unwrap().found[0].0.person
    }

    fn log(office: &Office, person: PersonId, days: i64) -> ContactId {
        let mut record = contact(person);
        record.at -= Duration::days(days);
        let id = office.new_contact_id(&moment()).unwrap();
        let logged = office.log_contact(&moment(), id, &record, None, None);
        logged.unwrap().id
    }

    #[test]
    fn each_change_of_a_contact_is_seen_by_the_next_question() {
        let folder = tempfile::tempdir().unwrap();
        let office = office();
        let people = roster(folder.path(), &[FIRST, SECOND]);
        office.import(&people, false, &moment()).unwrap();
        assert_eq!(found(&office, "未联系>30"), 2);
        let first = person(&office, "李明朗");
        let old = log(&office, first, 40);
        assert_eq!(found(&office, "联系>30"), 1);
        let new = log(&office, first, 3);
        assert_eq!(
            (found(&office, "未联系>30"), found(&office, "联系<7")),
            (1, 1)
        );
        office.cancel_contact(&moment(), new, "记错人").unwrap();
        assert_eq!(
            (found(&office, "联系>30"), found(&office, "联系<7")),
            (1, 0)
        );
        office.undo(&moment()).unwrap();
        assert_eq!(found(&office, "联系<7"), 1, "the cancelling is taken back");
        office.redo(&moment()).unwrap();
        assert_eq!(found(&office, "联系<7"), 0);
        // A correction may say that it was somebody else.
        let second = person(&office, "陈秀英");
        let id = office.new_contact_id(&moment()).unwrap();
        let record = contact(second);
        office
            .correct_contact(&moment(), id, old, &record, "认错人")
            .unwrap();
        assert_eq!(found(&office, "陈秀英 联系<7"), 1);
        assert_eq!(found(&office, "李明朗 未联系:从未"), 1);
    }

    #[test]
    fn a_contact_of_another_window_is_seen_after_a_look_around() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("o.db");
        let here = Office::create(&path, Some("梁敏"), Lang::Zh, &moment()).unwrap();
        let people = roster(folder.path(), &[FIRST]);
        here.import(&people, false, &moment()).unwrap();
        assert_eq!(found(&here, "未联系>30"), 1);
        let there = Office::open(&path, None, Lang::Zh).unwrap();
        log(&there, person(&there, "李明朗"), 0);
        assert!(here.look_around().unwrap());
        assert_eq!(found(&here, "未联系>30"), 0);
    }
}
