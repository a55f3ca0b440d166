//! Kinds are told apart, text becomes values, flaws are named, a line picks entries.

use super::{
    Entry, Filter, Flaw, Holds, Kind, Link, Listed, Unread, Value, kinds, kinds::*, terms,
};
use crate::domain::ids::{EntryId, uuid_v7};
use crate::text::Lang;
use chrono::NaiveDate;
use std::collections::BTreeSet;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn entry(kind: &'static Kind) -> Entry {
    Entry::blank(kind, EntryId(uuid_v7(0, [0; 10])))
}

#[test]
fn names_are_told_apart_and_links_lead_to_kinds() {
    let mut codes = BTreeSet::new();
    let mut letters = BTreeSet::new();
    for (at, kind) in kinds::ALL.iter().enumerate() {
        assert!(codes.insert(kind.code), "{}", kind.code);
        assert!(letters.insert(kind.letter), "{}", kind.letter);
        assert_eq!(Kind::named(kind.zh), Some(*kind));
        // What files call the reference and the identity can be no field.
        let mut names = BTreeSet::from(["编号", "ref", "reference", "id"]);
        for field in kind.fields {
            for name in [field.name, field.zh, field.en] {
                assert!(names.insert(name), "{}.{name}", kind.code);
            }
            if let Holds::Link(Link::Entry(code)) = field.holds {
                let earlier = kinds::ALL[..at].iter().any(|k| k.code == code);
                assert!(earlier, "{}.{} leads to {code}", kind.code, field.name);
            }
        }
    }
}

#[test]
fn text_becomes_a_value_at_the_door_or_says_what_is_wrong() {
    let today = day("2026-11-22");
    let read = |holds: Holds, text: &str| holds.read(text, today);
    assert_eq!(read(Holds::Date, " "), Ok(None));
    assert_eq!(
        read(Holds::Date, "2026。11。3"),
        Ok(Some(Value::Date(day("2026-11-03"))))
    );
    assert_eq!(read(Holds::Date, "今天"), Ok(Some(Value::Date(today))));
    assert_eq!(read(Holds::Date, "昨儿"), Err(Unread::Date));
    assert_eq!(read(Holds::Flag, "√"), Ok(Some(Value::Flag(true))));
    assert_eq!(read(Holds::Flag, "０"), Ok(Some(Value::Flag(false))));
    assert_eq!(read(Holds::Yuan, "4,200元"), Ok(Some(Value::Number(4200))));
    assert_eq!(read(Holds::Yuan, "-1"), Err(Unread::Number(0, 100_000_000)));
    let level = Holds::One(terms::SkillLevel::TERMS);
    assert_eq!(
        read(level, "4").unwrap().unwrap().words(Lang::Zh),
        "中级工(四级)"
    );
    assert_eq!(
        read(level, "四级").unwrap().unwrap().words(Lang::En),
        "Intermediate (level 4)"
    );
    let hazards = Holds::Many(terms::Hazard::TERMS);
    assert_eq!(
        read(hazards, "13").unwrap().unwrap().words(Lang::Zh),
        "化工、金属冶炼"
    );
    assert_eq!(
        read(hazards, "化工，有限空间")
            .unwrap()
            .unwrap()
            .words(Lang::Zh),
        "化工、有限空间"
    );
    assert!(read(hazards, "化工，不详").is_err());
}

#[test]
fn what_is_missing_or_contradictory_is_named() {
    let mut class = entry(&class::KIND);
    assert_eq!(
        class.flaws(),
        [Flaw::Missing(class::TITLE), Flaw::Missing(class::STAGE)]
    );
    let stage = |text| {
        Holds::One(terms::ClassStage::TERMS)
            .read(text, day("2026-01-01"))
            .unwrap()
    };
    class.set(
        class::TITLE,
        Some(Value::Text("中式烹调师四级班".to_owned())),
    );
    class.set(class::STAGE, stage("已开班"));
    assert_eq!(class.flaws(), [Flaw::Missing(class::OPENS_ON)]);
    class.set(class::OPENS_ON, Some(Value::Date(day("2026-12-01"))));
    class.set(class::CLOSES_ON, Some(Value::Date(day("2026-11-30"))));
    class.set(class::SEATS, Some(Value::Number(30)));
    class.set(class::VETERAN_SEATS, Some(Value::Number(31)));
    assert_eq!(
        class.flaws(),
        [
            Flaw::OutOfOrder(class::OPENS_ON, class::CLOSES_ON),
            Flaw::TooMany(class::VETERAN_SEATS, class::SEATS)
        ]
    );
    let words: Vec<_> = class
        .flaws()
        .iter()
        .map(|f| f.words(class.kind, Lang::Zh))
        .collect();
    assert_eq!(
        words,
        ["“开班日期”晚于“结业日期”", "“退役军人名额”大于“名额”"]
    );
}

#[test]
fn a_field_takes_only_what_it_holds() {
    let mut person = entry(&certificate::KIND);
    person.set(certificate::LEVEL, Some(Value::Number(4)));
    assert_eq!(person.get(certificate::LEVEL), None);
    person.set(certificate::ISSUED_ON, Some(Value::Date(day("2026-01-01"))));
    assert_eq!(person.date(certificate::ISSUED_ON), Some(day("2026-01-01")));
}

#[test]
fn levels_compare_by_rank_and_not_by_number() {
    use terms::SkillLevel::{Five, Four, One};
    assert!(One.rank() > Four.rank() && Four.rank() > Five.rank());
}

#[test]
fn a_line_picks_entries_by_words_fields_and_bounds() {
    let today = day("2026-11-22");
    let class_of = |title: &str, stage: &str, opens: &str, seats: &str| {
        let mut class = entry(&class::KIND);
        for (slot, text) in [
            (class::TITLE, title),
            (class::STAGE, stage),
            (class::OPENS_ON, opens),
            (class::SEATS, seats),
        ] {
            class.set(slot, class.kind[slot].holds.read(text, today).unwrap());
        }
        Listed {
            entry: class,
            linked: Vec::new(),
        }
    };
    let one = class_of("叉车班", "已开班", "2026-12-01", "30");
    let other = class_of("月嫂班", "已批准", "", "20");
    let picked = |line: &str| {
        let filter = Filter::parse(&class::KIND, line).unwrap();
        (filter.picks(&one), filter.picks(&other))
    };
    assert_eq!(picked(""), (true, true));
    assert_eq!(picked("叉车"), (true, false));
    assert_eq!(picked("阶段:已开班"), (true, false));
    assert_eq!(picked("!stage:opened"), (false, true));
    assert_eq!(picked("开班日期>2026-01-01"), (true, false));
    assert_eq!(picked("开班日期:"), (false, true), "not known");
    assert_eq!(picked("名额＜30"), (false, true));
    assert!(Filter::parse(&class::KIND, "颜色:红").is_err());
    assert!(Filter::parse(&class::KIND, "名额>多").is_err());
}
