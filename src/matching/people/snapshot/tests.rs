//! What is read back answers as what was written.

use super::*;
use crate::domain::{
    group::{Group, Membership},
    id_number::IdNumber,
    ids::{PersonId, uuid_v7},
    person::PersonRecord,
    phone::Phone,
};
use crate::matching::{people::SearchContext, testing::lexicon};

fn id(n: u8) -> PersonId {
    PersonId(uuid_v7(1, [n; 10]))
}

fn person(n: u8, name: &str) -> PersonRecord {
    let number = IdNumber::from_body(&format!("449901199003{:02}{n:03}", n % 28 + 1)).unwrap();
    PersonRecord {
        reference: format!("P{n:03}"),
        name: name.to_owned(),
        birth_date: Some(number.birth_date()),
        id_number: Some(number),
        phone: Phone::parse(&format!("169{n:04}5678")),
        phone2: n
            .is_multiple_of(3)
            .then(|| Phone::parse(&format!("1681234{n:04}")))
            .flatten(),
        town: "石岐街道".to_owned(),
        village: format!("明华{n}村"),
        wishes: "开叉车、月嫂".to_owned(),
        certs: vec!["叉车证".to_owned()],
        groups: vec![Membership::undated(Group::RuralLabour)],
        ..PersonRecord::default()
    }
}

const NAMES: [&str; 6] = [
    "陈志强",
    "欧阳小明",
    "阿卜杜拉·买买提江",
    "张伟",
    "张 伟",
    "𠮷田花",
];

/// People in every segment, some changed, some gone.
fn index() -> Index {
    let people = (0..120).map(|n| (id(n), person(n, NAMES[usize::from(n) % NAMES.len()])));
    let mut index = Index::build(lexicon(), people);
    let changed: Vec<PersonRecord> = (20..100).map(|n| person(n, "冼丽")).collect();
    let changed: Vec<_> = (20..).map(id).zip(&changed).collect();
    index.take_in(&changed);
    index.upsert(id(3), &person(3, "林小燕"));
    index.remove(id(4));
    index
}

fn written(index: &Index) -> Vec<Vec<u8>> {
    let part = |at| {
        let mut bytes = Vec::new();
        index.write_part(at, &mut bytes).unwrap();
        bytes
    };
    (0..Index::PARTS).map(part).collect()
}

fn read(parts: &[Vec<u8>]) -> io::Result<Vec<Part>> {
    let part = |(at, bytes): (usize, &Vec<u8>)| {
        Index::read_part(at, &mut bytes.as_slice(), bytes.len() as u64)
    };
    parts.iter().enumerate().map(part).collect()
}

#[test]
fn what_is_read_back_answers_as_what_was_written() {
    let index = index();
    let bytes = written(&index);
    let again = Index::from_parts(lexicon(), None, read(&bytes).unwrap()).unwrap();
    assert_eq!((again.len(), again.bytes()), (index.len(), index.bytes()));
    assert_eq!(written(&again), bytes);
    let context = SearchContext {
        today: "2026-06-01".parse().unwrap(),
        recent: &[],
        me: "",
    };
    for query in [
        "陈",
        "zq",
        "oyxm",
        "买买提",
        "张伟",
        "冼",
        "洗丽",
        "lxy",
        "168",
        "5678",
        "19900304",
        "石岐",
        "月嫂",
        "叉车 张",
        "zhagnwei",
        "组:农村",
        "没有",
    ] {
        let answer = index.search(query, 200, &context);
        assert_eq!(again.search(query, 200, &context), answer, "{query}");
    }
}

#[test]
fn it_takes_in_what_comes_later() {
    let mut here = index();
    let parts = read(&written(&here)).unwrap();
    let mut there = Index::from_parts(lexicon(), None, parts).unwrap();
    for index in [&mut here, &mut there] {
        index.upsert(id(7), &person(7, "新来"));
        index.remove(id(21));
    }
    assert_eq!(written(&here), written(&there));
}

#[test]
fn bytes_that_are_no_part_are_refused_without_taking_memory() {
    let bytes = written(&index());
    for (at, whole) in bytes.iter().enumerate() {
        for length in (0..whole.len()).step_by(whole.len() / 40 + 1) {
            let cut = &whole[..length];
            assert!(Index::read_part(at, &mut &*cut, length as u64).is_err());
            // A file that is shorter than it says.
            let long = whole.len() as u64;
            assert!(Index::read_part(at, &mut &*cut, long).is_err());
        }
        let mut more = whole.clone();
        more.push(0);
        assert!(Index::read_part(at, &mut more.as_slice(), more.len() as u64).is_err());
        let mut huge = whole.clone();
        huge[..8].copy_from_slice(&u64::MAX.to_le_bytes());
        assert!(Index::read_part(at, &mut huge.as_slice(), huge.len() as u64).is_err());
    }
}

#[test]
fn an_index_with_a_part_missing_or_twice_is_none() {
    let bytes = written(&index());
    let mut parts = read(&bytes).unwrap();
    parts.pop();
    assert!(Index::from_parts(lexicon(), None, parts).is_none());
    let mut parts = read(&bytes).unwrap();
    parts[0].at = 1;
    assert!(Index::from_parts(lexicon(), None, parts).is_none());
}
