//! Who may be the same person, and on what ground; what an edit, a merge and a death do to the rest.

use super::*;
use crate::{
    domain::{
        id_number::{DoubtfulId, IdNumber},
        person::PersonState,
        phone::Phone,
    },
    office::tests::{found, moment, office},
};
use uuid::Uuid;

fn record(name: &str, body: Option<&str>) -> PersonRecord {
    let id_number = body.map(|body| IdNumber::from_body(body).unwrap());
    PersonRecord {
        name: name.to_owned(),
        id_number,
        birth_date: id_number.map(|n| n.birth_date()),
        ..PersonRecord::default()
    }
}

fn register(office: &Office, n: u128, record: &PersonRecord) -> PersonId {
    let id = PersonId(Uuid::from_u128(n));
    office
        .register_person(&moment(), id, record, None)
        .unwrap()
        .id
}

/// Name and grounds of everybody who may be the person.
fn asked(office: &Office, record: &PersonRecord) -> Vec<(String, Vec<Ground>)> {
    let found = office.candidates(record, None, &moment()).unwrap();
    found
        .into_iter()
        .map(|c| (c.person.record.name, c.grounds))
        .collect()
}

fn with(name: &str, grounds: &[Ground]) -> Vec<(String, Vec<Ground>)> {
    vec![(name.to_owned(), grounds.to_vec())]
}

#[test]
fn a_number_with_fifteen_and_with_eighteen_digits_is_one_person() {
    let office = office();
    register(&office, 1, &record("李明朗", Some("44990119900307001")));
    let short = IdNumber::from_15("449901900307001").unwrap();
    let typed = PersonRecord {
        id_number: Some(short),
        ..record("黎明朗", None)
    };
    assert_eq!(asked(&office, &typed), with("李明朗", &[Ground::SameId]));
    // A slip in the last character is seen as well.
    let slip = PersonRecord {
        doubtful_id: DoubtfulId::parse("44990119900307001A"),
        ..record("李明朗", None)
    };
    assert_eq!(asked(&office, &slip), with("李明朗", &[Ground::NearId]));
}

#[test]
fn never_on_a_name_alone() {
    let office = office();
    let there = PersonRecord {
        town: "石岐街道".to_owned(),
        birth_date: "1990-03-07".parse().ok(),
        ..record("李明朗", None)
    };
    register(&office, 1, &there);
    assert_eq!(asked(&office, &record("李明朗", None)), []);
    let born = |day: &str| PersonRecord {
        birth_date: day.parse().ok(),
        ..record("黎明朗", None)
    };
    assert_eq!(
        asked(&office, &born("1990-03-07")),
        with("李明朗", &[Ground::SoundAndBirth])
    );
    assert_eq!(
        asked(&office, &born("1990-12-31")),
        with("李明朗", &[Ground::SoundAndYear])
    );
    assert_eq!(asked(&office, &born("1991-01-01")), []);
    let same = PersonRecord {
        birth_date: "1990-03-07".parse().ok(),
        ..record("李明朗", None)
    };
    assert_eq!(
        asked(&office, &same),
        with("李明朗", &[Ground::NameAndBirth])
    );
    let near = PersonRecord {
        town: "石岐街道".to_owned(),
        ..record("黎铭朗", None)
    };
    assert_eq!(
        asked(&office, &near),
        with("李明朗", &[Ground::SoundAndTown])
    );
}

#[test]
fn a_phone_alone_is_a_hint_and_two_valid_numbers_are_two_people() {
    let office = office();
    let mother = PersonRecord {
        phone: Phone::parse("16912345678"),
        ..record("李梅", Some("44990119700307002"))
    };
    register(&office, 1, &mother);
    let child = PersonRecord {
        phone2: Phone::parse("16912345678"),
        ..record("王小明", Some("44990120080307001"))
    };
    assert_eq!(asked(&office, &child), with("李梅", &[Ground::Phone]));
    let found = office.candidates(&child, None, &moment()).unwrap();
    assert!(!found[0].asks(), "a hint asks for no answer");
    // Somebody of the same name and birth date, with another number.
    let twin = record("李梅", Some("44990119700307004"));
    assert_eq!(asked(&office, &twin), []);
    // At the fair: name and phone, no number yet.
    let fair = PersonRecord {
        phone: Phone::parse("16912345678"),
        ..record("李玫", None)
    };
    assert_eq!(asked(&office, &fair), with("李梅", &[Ground::NameAndPhone]));
}

#[test]
fn characters_without_a_reading_are_alike_only_where_they_are_the_same() {
    let office = office();
    let there = PersonRecord {
        town: "石岐街道".to_owned(),
        ..record("王\u{2cd3f}", None)
    };
    register(&office, 1, &there);
    let other = PersonRecord {
        name: "王\u{2a6a5}".to_owned(),
        ..there.clone()
    };
    assert_eq!(asked(&office, &other), []);
    assert_eq!(
        asked(&office, &there),
        with("王\u{2cd3f}", &[Ground::SoundAndTown])
    );
}

#[test]
fn a_number_decides_the_state_and_the_name_is_tidied() {
    let office = office();
    let id = register(&office, 1, &record("阿依古丽．买买提", None));
    let person = office.open_person(id, &moment()).unwrap().person;
    assert_eq!(person.record.name, "阿依古丽·买买提");
    assert_eq!(person.record.state, Some(PersonState::IdPending));
    assert_eq!(person.record.reg_date, Some(moment().today));
    let known = PersonRecord {
        id_number: IdNumber::from_body("44990120080307002").ok(),
        ..person.record.clone()
    };
    let edited = office
        .edit_person(&moment(), id, &person.record, &known, None)
        .unwrap();
    assert_eq!(edited.record.state, None);
    assert_eq!(found(&office, "aygl"), 1);
    let refused = office.register_person(
        &moment(),
        PersonId(Uuid::from_u128(2)),
        &record("李", None),
        None,
    );
    assert_eq!(refused, Err(Failure::NameNeeded {}));
}

#[test]
fn the_dead_are_shown_and_offered_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("demo.db");
    let office = Office::demo(&path, 200, None, crate::text::Lang::Zh, &moment(), |_| ()).unwrap();
    let id = office.search("李明朗", 1, &moment()).unwrap().found[0].1.id;
    assert!(
        !office
            .offers_for(id, &moment(), 5, false)
            .unwrap()
            .vacancies
            .is_empty()
    );
    let due = |office: &Office| {
        office
            .today(&moment())
            .unwrap()
            .due
            .iter()
            .filter(|(p, ..)| p.id == id)
            .count()
    };
    assert_eq!(due(&office), 1);
    let was = office.open_person(id, &moment()).unwrap().person.record;
    let now = PersonRecord {
        state: Some(PersonState::Dead),
        state_since: Some(moment().today),
        state_reason: "家属告知".to_owned(),
        ..was.clone()
    };
    office.edit_person(&moment(), id, &was, &now, None).unwrap();
    assert!(
        office
            .offers_for(id, &moment(), 5, true)
            .unwrap()
            .vacancies
            .is_empty()
    );
    assert_eq!(due(&office), 0);
    let line = &office.search("李明朗", 1, &moment()).unwrap().found[0].1;
    assert_eq!(line.state, PersonState::Dead);
    office.undo(&moment()).unwrap();
    assert_eq!(due(&office), 1);
}

#[test]
fn merged_records_are_one_person_for_search_contacts_and_both_references() {
    let office = office();
    let one = PersonRecord {
        wishes: "电工".to_owned(),
        ..record("李明朗", Some("44990119900307001"))
    };
    let keep = register(&office, 1, &one);
    let two = PersonRecord {
        phone: Phone::parse("16912345678"),
        wishes: "保安".to_owned(),
        ..record("黎明朗", None)
    };
    let gone = register(&office, 2, &two);
    let merged = office.merge_people(&moment(), keep, gone, &[]).unwrap();
    assert_eq!(merged.record.wishes, "电工");
    assert_eq!(merged.record.phone, two.phone);
    assert_eq!(merged.record.former_refs, ["P000002"]);
    assert_eq!((found(&office, "李明朗"), found(&office, "黎明朗")), (1, 1));
    assert_eq!(office.find_person("P000002").unwrap(), keep);
    // Whoever has the other record open still reaches the one that counts.
    assert_eq!(office.open_person(gone, &moment()).unwrap().person.id, keep);
    office.undo(&moment()).unwrap();
    assert_eq!(office.find_person("P000002").unwrap(), gone);
    let taken = office
        .merge_people(
            &moment(),
            keep,
            gone,
            &[crate::domain::person::PersonField::Wishes],
        )
        .unwrap();
    assert_eq!(taken.record.wishes, "保安");
}
