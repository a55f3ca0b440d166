//! Contacts as clerks write them and as our own JSON brings them back.

use super::*;
use crate::domain::ids::{CourseId, uuid_v7};
use crate::exchange::{
    report::{Reason, RowOutcome},
    sheet::Encoding,
    source,
};

fn outcomes<R>(import: &Import<R>) -> Vec<RowOutcome> {
    import.report.details.iter().map(|d| d.outcome).collect()
}

struct Desk {
    now: DateTime<FixedOffset>,
}

fn somebody() -> PersonId {
    PersonId(uuid_v7(1, [1; 10]))
}

impl Register for Desk {
    fn person(&self, key: PersonKey<'_>) -> Option<PersonId> {
        let id = IdNumber::from_body("44990119900101996").unwrap();
        let is_known = match key {
            PersonKey::Reference(reference) => reference == "P000001",
            PersonKey::IdNumber(number) => number == id,
        };
        is_known.then(somebody)
    }

    fn operator(&self, name: &str) -> Option<OperatorId> {
        (name == "陈明").then(|| OperatorId(uuid_v7(2, [2; 10])))
    }

    fn offer(&self, kind: OfferKind, reference: &str, title: &str) -> Option<OfferId> {
        let course = OfferId::Course(CourseId(uuid_v7(3, [3; 10])));
        ((kind, reference, title) == (OfferKind::Courses, "K01", "电工")).then_some(course)
    }

    fn latest(&self) -> DateTime<FixedOffset> {
        self.now
    }

    fn is_future(&self, at: DateTime<FixedOffset>) -> bool {
        at > self.now
    }
}

fn contacts_of(file: &str, known: &KnownRecords<ContactRow>) -> Import<ContactRow> {
    let source = source::open(file.as_bytes(), "f", Encoding::Auto).unwrap();
    let now = "2026-11-21T10:00:00+08:00".parse().unwrap();
    read(&source, known, &Desk { now })
}

fn warned<R>(import: &Import<R>) -> Vec<String> {
    let rows = import.report.details.iter();
    rows.flat_map(|d| &d.warnings)
        .map(|w| format!("{} {}", w.kind.code(), w.cell.column))
        .collect()
}

#[test]
fn contacts_name_their_person_by_reference_or_id_number() {
    use RowOutcome::{Accepted, Duplicate, Fixed, Rejected, Skipped};
    let id = IdNumber::from_body("44990119900101996").unwrap();
    let csv = format!(
        "\
编号,求职者,企业,时间,经办人,方式,接谈人,地点,事由,结果,原因,内容,下次联系\n\
L1,P000001,,2026-11-20 09:30,陈明,去电,本人,,岗位推荐;跟踪回访,4,1,家里有老人,2026-11-27\n\
L2,{id},,2026/11/20 10:00,陈明,2,1,,1、闲聊,约时间再联系,,,2026年11月30日\n\
L3,,好电器,2026-11-20 11:00,陈明,call_out,,,,told,,=招工,\n\
L1,P000001,,2026-11-20 09:30,陈明,去电,,,,told,,,\n\
,P999999,,2026-11-20 09:30,陈明,去电,,,,told,,,\n\
,P000001,,昨天,陈明,去电,,,,told,,,\n\
,P000001,,2026-11-20,陈明,喊话,,,,told,,,\n\
,P000001,,2026-11-20,陈明,去电,,,,很好,,,\n"
    );
    let import = contacts_of(&csv, &KnownRecords::default());
    assert_eq!(
        outcomes(&import),
        [
            Skipped, Accepted, Fixed, Fixed, Duplicate, Rejected, Rejected, Rejected, Rejected
        ]
    );
    let reasons: Vec<Reason> = import.rejects.iter().map(|r| r.reason).collect();
    assert_eq!(
        reasons,
        [
            Reason::PersonUnknown,
            Reason::TimeInvalid,
            Reason::ChannelInvalid,
            Reason::OutcomeInvalid
        ]
    );
    let first = &import.records[0].1;
    assert_eq!(first.at.to_rfc3339(), "2026-11-20T09:30:00+08:00");
    assert_eq!(first.purposes, [Purpose::Vacancy, Purpose::FollowUp]);
    assert_eq!(
        (first.channel, first.party, first.outcome, first.reason),
        (
            Channel::CallOut,
            Some(Party::Themself),
            Outcome::Declined,
            Some(WhyNot::Family)
        )
    );
    let second = &import.records[1].1;
    assert_eq!(second.person, first.person);
    assert_eq!(second.purposes, [Purpose::Survey]);
    assert_eq!(second.note, "［原表］事由：闲聊");
    let third = &import.records[2].1;
    assert_eq!((third.person, third.enterprise.as_str()), (None, "好电器"));

    let closed =
        "时间,方式,结果,状态\n2026-11-20 09:30,去电,told,已作废\n2026-11-20 09:30,去电,told,有效\n";
    let closed = contacts_of(closed, &KnownRecords::default());
    let states: Vec<_> = closed.records.iter().map(|(_, row)| row.state).collect();
    assert_eq!(
        states,
        [Some(ContactState::Cancelled)],
        "one contact, twice in the file"
    );

    let mut known = KnownRecords::default();
    for (_, row) in &import.records {
        known.insert(&row.reference, row.key(), row.clone());
    }
    assert!(contacts_of(&csv, &known).records.is_empty());
}

#[test]
fn no_cell_of_a_contact_vanishes() {
    let csv = "\
求职者,时间,经办人,方式,接谈人,事由,结果,原因,内容,下次联系,满意度\n\
P000001,2026-11-20 09:30,老王,去电,村干部,岗位、唠嗑,暂无意愿,嫌累,谈了\n很久,改天,好\n\
P000001,2026-11-20 10:30,陈明,去电,隔壁,,告知,,,下周一,\n";
    // The line break stands inside a quoted cell.
    let csv = csv.replace("谈了\n很久", "\"谈了\n很久\"");
    let import = contacts_of(&csv, &KnownRecords::default());
    assert_eq!(
        warned(&import),
        [
            "unread purpose",
            "unread reason",
            "unread next_due",
            "operator_unknown operator",
            "unread party"
        ]
    );
    let first = &import.records[0].1;
    assert_eq!(
        first.note,
        "谈了\n很久\n［原表］事由：唠嗑；原因：嫌累；下次联系：改天；经办人：老王；满意度：好"
    );
    assert_eq!(first.purposes, [Purpose::Vacancy]);
    assert_eq!(first.party, Some(Party::VillageCadre));
    assert_eq!(first.operator, None);
    let second = &import.records[1].1;
    assert_eq!(
        second.next_due,
        "2026-11-23".parse().ok(),
        "from the day of the contact"
    );

    let mut known = KnownRecords::default();
    for (row, record) in &import.records {
        known.insert(&format!("C-{row}"), record.key(), record.clone());
    }
    let again = contacts_of(&csv, &known);
    assert_eq!(again.report.duplicates, 2);
    assert!(again.report.details.iter().all(|d| d.differs.is_empty()));
}

#[test]
fn a_contact_is_never_in_the_future_and_a_day_has_no_hour() {
    let csv = "\
求职者,时间,方式,结果\n\
P000001,2026-11-21 10:01,去电,告知\n\
P000001,2026-11-22,去电,告知\n\
P000001,2026-11-21,去电,告知\n\
P000001,2026-11-20,去电,告知\n\
P000001,2026-11-19 下午,微信,告知\n";
    let import = contacts_of(csv, &KnownRecords::default());
    let reasons: Vec<Reason> = import.rejects.iter().map(|r| r.reason).collect();
    assert_eq!(reasons, [Reason::TimeFuture, Reason::TimeFuture]);
    let times: Vec<String> = import
        .records
        .iter()
        .map(|(_, row)| row.at.to_rfc3339())
        .collect();
    assert_eq!(
        times,
        [
            "2026-11-21T00:00:00+08:00",
            "2026-11-20T00:00:00+08:00",
            "2026-11-19T00:00:00+08:00"
        ]
    );
    assert_eq!(warned(&import), ["unread at"]);
    // An hour later the same file says nothing new.
    let mut known = KnownRecords::default();
    for (row, record) in &import.records {
        known.insert(&format!("C-{row}"), record.key(), record.clone());
        known.insert_key(&format!("C-{row}"), record.day_key());
    }
    assert!(contacts_of(csv, &known).records.is_empty());
}

#[test]
fn a_contact_with_an_identity_is_that_contact() {
    let id = |n: u64| uuid_v7(n, [9; 10]).to_string();
    let one = |n: u64, reference: &str, more: &str| {
        format!(
            r#"{{"id":"{}","ref":"{reference}","person":"P000001","at":"2026-11-20T09:30:00+08:00","channel":"call_out","outcome":"told","note":"-"{more}}}"#,
            id(n)
        )
    };
    let offered = r#","recommended":[{"kind":"course","ref":"K01","title":"电工","by":"甲","response":"willing"},{"kind":"vacancy","ref":"V1","title":"普工","by":"乙厂","response":"willing"}]"#;
    let json = format!(
        "[{},{},{}]",
        one(1, "C-1", offered),
        one(2, "C-2", r#","state":"corrected","state_reason":"记错""#),
        one(3, "C-2", "")
    );
    let import = contacts_of(&json, &KnownRecords::default());
    assert_eq!(import.report.accepted, 3, "alike, but each its own");
    assert_eq!(
        warned(&import),
        ["offer_unknown recommended", "reference_taken ref"]
    );
    let rows: Vec<&ContactRow> = import.records.iter().map(|(_, row)| row).collect();
    assert_eq!(rows[0].recommended.len(), 1);
    assert_eq!(rows[0].note, "-\n［原表］推荐：乙厂 普工 willing");
    assert_eq!(rows[1].state_reason, "记错");
    assert_eq!(
        (rows[1].reference.as_str(), rows[2].reference.as_str()),
        ("C-2", "")
    );

    let mut known = KnownRecords::default();
    known.insert_id("C-1", id(1), false);
    known.insert_id("C-2", id(2), true);
    known.insert_id("C-7", id(3), true);
    let again = contacts_of(&json, &known);
    assert_eq!(
        outcomes(&again),
        [
            RowOutcome::Duplicate,
            RowOutcome::Duplicate,
            RowOutcome::Accepted
        ],
        "what was taken back here can be brought again as valid"
    );
}
