//! Registering and editing: what is written, what is refused, what comes back.

use super::*;
use crate::domain::{
    division::DivisionCode,
    draft::Draft,
    group::{EvidenceKind, GroupSource},
    id_number::DoubtfulId,
    ids::DraftId,
    person::{
        ContactInstructions, HukouKind, PersonField, PersonState, RemoteNeed, RetireCategory,
        SchoolingState, SkillLevel, SubsidyStanding, Told,
    },
};
use uuid::Uuid;

pub(super) fn person(n: u128) -> PersonId {
    PersonId(Uuid::from_u128(n))
}

/// A record with something in every field.
fn full(name: &str, sequence: u32) -> PersonRecord {
    PersonRecord {
        groups: vec![Membership {
            group: Group::YouthNotInSchool,
            from: Some(day("2025-07-01")),
            to: Some(day("2027-06-30")),
            evidence: Some("初中毕业证".to_owned()),
            evidence_kind: Some(EvidenceKind::Certificate),
            recognised_on: Some(day("2025-08-01")),
            source: Some(GroupSource::School),
            verified: true,
        }],
        id_seen_on: Some(day("2026-11-20")),
        hukou_kind: Some(HukouKind::Rural),
        hukou_division: DivisionCode::parse("442000"),
        home_division: DivisionCode::parse("442000001"),
        hamlet: "上基".to_owned(),
        schooling_state: Some(SchoolingState::Graduated),
        graduated_on: Some(day("2025-07-01")),
        grad_school: "岐江中学".to_owned(),
        in_school: Some(false),
        family_note: "与祖母同住".to_owned(),
        unemployed_since: Some(day("2026-01-31")),
        urban_unemp_reg: Some(true),
        retire_category: Some(RetireCategory::WomenWorkers),
        skill_level: Some(SkillLevel::Five),
        skills: "电脑打字".to_owned(),
        high_craft: Some(false),
        remote_needs: vec![RemoteNeed::Scattered, RemoteNeed::Remote],
        subsidy: SubsidyStanding {
            eligible: Some(true),
            ground: "首次取证".to_owned(),
            judged_on: Some(day("2026-11-01")),
        },
        instructions: ContactInstructions {
            keep_from_family: true,
            do_not_contact: false,
            hours: "晚上7点后".to_owned(),
        },
        consent_on: Some(day("2026-11-20")),
        state_reason: "更正".to_owned(),
        former_refs: vec!["旧-7".to_owned()],
        ..invented(name, sequence)
    }
}

pub(super) fn unnumbered(name: &str) -> PersonRecord {
    PersonRecord {
        id_number: None,
        birth_date: None,
        sex: None,
        state: Some(PersonState::IdPending),
        ..invented(name, 997)
    }
}

#[test]
fn every_field_is_written_and_read_back() {
    let mut office = Office::new();
    let act = office.act("2026-11-21T09:31:00+08:00");
    let wanted = full("王小明", 996);
    let there = office
        .store
        .register_person(&act, person(1), &wanted, None)
        .unwrap();
    assert_eq!(there.record.reference, "P000003");
    let wanted = PersonRecord {
        reference: "P000003".to_owned(),
        ..wanted
    };
    assert_eq!(there.record, wanted);
    let doubtful = PersonRecord {
        doubtful_id: DoubtfulId::parse("449901199001019999"),
        state: Some(PersonState::Unverified),
        ..unnumbered("林阿妹")
    };
    let second = office
        .store
        .register_person(&act, person(2), &doubtful, None)
        .unwrap();
    assert_eq!(second.record.doubtful_id, doubtful.doubtful_id);
    assert!(office.store.check(true).unwrap().is_empty());
}

#[test]
fn a_repeated_save_is_one_person_and_a_number_stands_once() {
    let mut office = Office::new();
    let act = office.act("2026-11-21T09:31:00+08:00");
    let record = full("王小明", 996);
    let store = &mut office.store;
    store
        .register_person(&act, person(1), &record, None)
        .unwrap();
    store
        .register_person(&act, person(1), &record, None)
        .unwrap();
    assert_eq!(store.counts().unwrap().people, 3);
    let other = PersonRecord {
        wishes: "保安".to_owned(),
        ..record.clone()
    };
    assert!(matches!(
        store.register_person(&act, person(1), &other, None),
        Err(Failure::PersonIdTaken { .. })
    ));
    assert_eq!(
        store.register_person(&act, person(2), &record, None),
        Err(Failure::IdNumberTaken {
            reference: "P000003".to_owned()
        })
    );
}

#[test]
fn registering_is_taken_back_with_its_form_and_done_again() {
    let mut office = Office::new();
    let act = office.act("2026-11-21T09:31:00+08:00");
    let draft = Draft {
        id: DraftId(Uuid::from_u128(8)),
        form: "register".to_owned(),
        person: None,
        title: "新登记 王小明".to_owned(),
        fields: vec![("name".to_owned(), "王小明".to_owned())],
        saved_at: act.at,
    };
    office.store.keep_draft(&act, &draft).unwrap();
    let record = full("王小明", 996);
    office
        .store
        .register_person(&act, person(1), &record, Some(draft.id))
        .unwrap();
    assert!(office.store.drafts(office.operator).unwrap().is_empty());
    let done = office.store.state_digest().unwrap();
    let reverted = office.store.undo(&act).unwrap();
    assert!(reverted.name.starts_with("王小明("), "{}", reverted.name);
    assert_eq!(office.store.person(person(1)).unwrap(), None);
    assert_eq!(
        office.store.drafts(office.operator).unwrap(),
        std::slice::from_ref(&draft)
    );
    // The form that came back still carries the identity of what went.
    let again = office
        .store
        .register_person(&act, person(1), &record, Some(draft.id))
        .unwrap();
    assert_ne!(again.id, person(1));
    office.store.undo(&act).unwrap();
    assert!(office.store.redo(&act).is_ok());
    assert_ne!(office.store.state_digest().unwrap(), done);
    assert!(office.store.check(true).unwrap().is_empty());
}

#[test]
fn somebody_who_was_spoken_with_is_not_taken_back() {
    let mut office = Office::new();
    let act = office.act("2026-11-21T09:31:00+08:00");
    let record = full("王小明", 996);
    office
        .store
        .register_person(&act, person(1), &record, None)
        .unwrap();
    office.people.push(person(1));
    office.log(1, 2, "2026-11-21T09:30:00+08:00");
    // The contact goes first; then the person can.
    office.store.undo(&act).unwrap();
    office.store.undo(&act).unwrap();
    assert_eq!(office.store.person(person(1)).unwrap(), None);
}

#[test]
fn an_edit_writes_what_differs_and_respects_another_hand() {
    let mut office = Office::new();
    let act = office.act("2026-11-21T09:31:00+08:00");
    let id = office.people[0];
    let seen = office.store.person(id).unwrap().unwrap().record;
    let phone = PersonRecord {
        phone: Phone::parse("16900000001"),
        ..seen.clone()
    };
    office
        .store
        .edit_person(&act, id, &seen, &phone, None)
        .unwrap();
    // Somebody who saw the record before changes another field: both stand.
    let wish = PersonRecord {
        wishes: "保安".to_owned(),
        ..seen.clone()
    };
    let now = office
        .store
        .edit_person(&act, id, &seen, &wish, None)
        .unwrap();
    assert_eq!(now.record.phone, phone.phone);
    assert_eq!(now.record.wishes, "保安");
    // The same field is refused, in the name of the field.
    let other = PersonRecord {
        phone: Phone::parse("16900000002"),
        ..seen.clone()
    };
    assert_eq!(
        office.store.edit_person(&act, id, &seen, &other, None),
        Err(Failure::EditConflict {
            field: "phone".to_owned()
        })
    );
    let head = office.store.head().unwrap().seq;
    office
        .store
        .edit_person(&act, id, &seen, &seen, None)
        .unwrap();
    assert_eq!(
        office.store.head().unwrap().seq,
        head,
        "nothing differs, nothing is written"
    );
    office.store.undo(&act).unwrap();
    office.store.undo(&act).unwrap();
    assert_eq!(office.store.person(id).unwrap().unwrap().record, seen);
    assert!(office.store.check(true).unwrap().is_empty());
}

#[test]
fn the_history_tells_each_field_before_and_after() {
    let mut office = Office::new();
    let act = office.act("2026-11-21T09:31:00+08:00");
    let id = office.people[0];
    let seen = office.store.person(id).unwrap().unwrap().record;
    let mut ended = seen.clone();
    ended.groups[0].to = Some(day("2026-12-31"));
    ended.wishes = "保安".to_owned();
    office
        .store
        .edit_person(&act, id, &seen, &ended, None)
        .unwrap();
    let mut again = ended.clone();
    again.groups[0].to = Some(day("2027-12-31"));
    office
        .store
        .edit_person(&act, id, &ended, &again, None)
        .unwrap();
    let mut left = again.clone();
    left.groups.clear();
    office
        .store
        .edit_person(&act, id, &again, &left, None)
        .unwrap();
    office.store.undo(&act).unwrap();

    let history = office.store.history_of(id).unwrap();
    let kinds: Vec<EntryKind> = history.iter().map(|entry| entry.kind).collect();
    assert_eq!(
        kinds,
        [
            EntryKind::Undo,
            EntryKind::Edit,
            EntryKind::Edit,
            EntryKind::Edit,
            EntryKind::Import
        ]
    );
    let to = |to: Option<&str>| {
        let mut membership = seen.groups[0].clone();
        membership.to = to.map(day);
        Told::Group(membership)
    };
    let group = |at: usize| {
        let found = history[at]
            .changes
            .iter()
            .find(|c| c.field == PersonField::Groups);
        found.map(|c| (c.was.clone(), c.now.clone())).unwrap()
    };
    assert_eq!(group(0), (Told::Nothing, to(Some("2027-12-31"))));
    assert_eq!(group(1), (to(Some("2027-12-31")), Told::Nothing));
    assert_eq!(group(2), (to(Some("2026-12-31")), to(Some("2027-12-31"))));
    assert_eq!(group(3), (to(None), to(Some("2026-12-31"))));
    let wish = &history[3].changes[0];
    let text = |text: &str| Told::Text(text.to_owned());
    assert!(
        history[3]
            .changes
            .iter()
            .any(|c| c.field == PersonField::Wishes
                && c.was == text("开叉车")
                && c.now == text("保安")),
        "{wish:?}"
    );
    assert_eq!(history[0].operator, "林经办");
}
