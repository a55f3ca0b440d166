//! People found, one habit of typing after the other.

use super::*;
use crate::domain::{
    group::{Group, Membership},
    hit::{HitBy, HitField},
    id_number::IdNumber,
    ids::uuid_v7,
    phone::Phone,
};
use crate::matching::testing::lexicon;
use proptest::prelude::*;

pub(super) fn id(n: usize) -> PersonId {
    PersonId(uuid_v7(n as u64, [0; 10]))
}

/// People of these names, references P1, P2, …
fn index(names: &[&str]) -> Index {
    let people = names.iter().enumerate().map(|(n, name)| {
        let record = PersonRecord {
            reference: format!("P{:03}", n + 1),
            name: (*name).to_owned(),
            ..PersonRecord::default()
        };
        (id(n), record)
    });
    Index::build(lexicon(), people)
}

fn context() -> SearchContext<'static> {
    SearchContext {
        today: NaiveDate::from_ymd_opt(2026, 6, 1).unwrap(),
        recent: &[],
        me: "",
    }
}

/// Positions found, best first.
fn found(index: &Index, text: &str) -> Vec<usize> {
    let answer = index.search(text, 50, &context());
    let at = |hit: &Hit| (0..1000).find(|n| id(*n) == hit.person).unwrap();
    if answer.nearest {
        return Vec::new();
    }
    answer.hits.iter().map(at).collect()
}

fn first(index: &Index, text: &str) -> (HitField, HitBy, Vec<(usize, usize)>) {
    let answer = index.search(text, 50, &context());
    let matched = answer.hits[0].matched[0].clone();
    (matched.field, matched.by, matched.spans)
}

#[test]
fn names_are_found_however_they_are_typed() {
    let people = index(&[
        "张伟",
        "张伟民",
        "章薇",
        "李张伟",
        "吕小明",
        "欧阳娜娜",
        "区志强",
        "曾庆红",
        "陈志强",
    ]);
    assert_eq!(found(&people, "张伟")[..3], [0, 1, 3]);
    assert_eq!(found(&people, "張偉")[..3], [0, 1, 3]);
    assert_eq!(found(&people, "zhangwei")[..4], [0, 2, 1, 3]);
    assert_eq!(found(&people, "ZHANG　WEI")[..4], [0, 2, 1, 3]);
    assert_eq!(found(&people, "zw")[..3], [0, 2, 1]);
    assert_eq!(
        found(&people, "zhangw")[..3],
        [0, 2, 1],
        "whole names first"
    );
    for typed in [
        "lvxiaoming",
        "luxiaoming",
        "lyuxiaoming",
        "lüxm",
        "lxm",
        "lvxm",
        "lv'xiao'ming",
    ] {
        assert_eq!(found(&people, typed), [4], "{typed}");
    }
    for typed in ["ouyang", "oynn", "欧阳", "ouyangnn"] {
        assert_eq!(found(&people, typed), [5], "{typed}");
    }
    assert_eq!(found(&people, "ouzhiqiang"), [6]);
    assert_eq!(found(&people, "quzhiqiang"), [6]);
    assert_eq!(first(&people, "quzhiqiang").1, HitBy::OtherReading);
    assert_eq!(found(&people, "zqh"), [7], "曾 is zeng");
    assert_eq!(found(&people, "cengqinghong"), [7]);
    assert_eq!(found(&people, "陈zq"), [8]);
    assert_eq!(found(&people, "chenzq"), [8]);
}

#[test]
fn the_place_to_highlight_is_that_of_the_shown_name() {
    let people = index(&["买买提·艾力", "陈志强"]);
    assert_eq!(
        first(&people, "艾力"),
        (HitField::Name, HitBy::Infix, vec![(4, 6)])
    );
    assert_eq!(
        first(&people, "买买提艾力"),
        (HitField::Name, HitBy::Exact, vec![(0, 6)])
    );
    assert_eq!(first(&people, "买买提·艾力").1, HitBy::Exact);
    assert_eq!(
        first(&people, "志强"),
        (HitField::Name, HitBy::Infix, vec![(1, 3)])
    );
    assert_eq!(
        first(&people, "chenzh"),
        (HitField::Name, HitBy::Pinyin, vec![(0, 2)])
    );
    assert_eq!(
        first(&people, "cz"),
        (HitField::Name, HitBy::Initials, vec![(0, 2)])
    );
}

#[test]
fn what_was_misheard_or_mistyped_is_found_after_what_was_meant() {
    let people = index(&["陈志强", "陈志墙", "黄小红", "王小红", "刘芳", "张卫东"]);
    assert_eq!(found(&people, "陈志强")[..2], [0, 1]);
    assert_eq!(first(&people, "陈至强").1, HitBy::SameSound);
    for (typed, meant, by) in [
        ("niufang", 4, HitBy::FuzzySound),
        ("zangweidong", 5, HitBy::FuzzySound),
        ("zhagnweidong", 5, HitBy::Typo),
        ("zhanhweidong", 5, HitBy::Typo),
        ("牛芳", 4, HitBy::FuzzySound),
        ("张伟东", 5, HitBy::SameSound),
    ] {
        assert_eq!(found(&people, typed), [meant], "{typed}");
        assert_eq!(first(&people, typed).1, by, "{typed}");
    }
    let both = found(&people, "wangxiaohong");
    assert_eq!(
        both,
        [3, 2],
        "黄 and 王 sound alike; what was typed stands first"
    );
}

fn one() -> Index {
    let id_number = IdNumber::from_body("44990119960229997").unwrap();
    let record = PersonRecord {
        reference: "GD-2024-0001".into(),
        name: "李明朗".into(),
        id_number: Some(id_number),
        birth_date: Some(id_number.birth_date()),
        phone: Phone::parse("16912345678"),
        phone2: Phone::parse("076088881234"),
        town: "石岐街道".into(),
        village: "大信村".into(),
        wishes: "月嫂、开叉车".into(),
        groups: vec![Membership::undated(Group::YouthNotInSchool)],
        ..PersonRecord::default()
    };
    Index::build(lexicon(), [(id(0), record)].into_iter())
}

#[test]
fn numbers_dates_places_wishes_groups() {
    let people = one();
    let number = IdNumber::from_body("44990119960229997")
        .unwrap()
        .to_string();
    let tail = number[14..].to_owned();
    for (typed, field) in [
        (number.as_str(), HitField::IdNumber),
        ("449901960229997", HitField::IdNumber),
        (&number[..17], HitField::IdNumber),
        ("449901 1996 0229", HitField::IdNumber),
        ("449901", HitField::IdNumber),
        (tail.as_str(), HitField::IdNumber),
        ("尾号5678", HitField::Phone),
        ("5678", HitField::Phone),
        ("169-1234-5678", HitField::Phone),
        ("+8616912345678", HitField::Phone),
        ("0760-8888", HitField::Phone),
        ("1234", HitField::Phone),
        ("19960229", HitField::BirthDate),
        ("960229", HitField::BirthDate),
        ("1996.2.29", HitField::BirthDate),
        ("1996年2月", HitField::BirthDate),
        ("石岐", HitField::Town),
        ("shiqi", HitField::Town),
        ("大信", HitField::Village),
        ("daxin", HitField::Village),
        ("叉车", HitField::Wishes),
        ("yuesao", HitField::Wishes),
        ("两后生", HitField::Group),
        ("GD-2024-0001", HitField::Reference),
        ("gd2024", HitField::Reference),
    ] {
        assert_eq!(found(&people, typed), [0], "{typed}");
        assert_eq!(first(&people, typed).0, field, "{typed}");
    }
    assert_eq!(first(&people, "叉车").2, [(4, 6)]);
    assert_eq!(first(&people, "5678").2, [(7, 11)]);
    assert_eq!(first(&people, &tail).2, [(14, 18)]);
    for all in ["li 石岐", "limingl 5678", "李 月嫂 大信", "mingl5678"] {
        assert_eq!(found(&people, all), [0], "{all}");
    }
    for none in ["li 沙溪", "王", "5679", "李 9999", "1997年"] {
        assert!(found(&people, none).is_empty(), "{none}");
    }
}

#[test]
fn one_wrong_digit_still_finds() {
    let people = one();
    let number = IdNumber::from_body("44990119960229997")
        .unwrap()
        .to_string();
    let wrong = number.replacen("1996", "1986", 1);
    let missing = format!("{}{}", &number[..8], &number[9..]);
    let exchanged = number.replacen("4499", "4949", 1);
    for typed in [
        wrong.as_str(),
        &exchanged,
        &missing,
        "16912345878",
        "1691235678",
    ] {
        assert_eq!(found(&people, typed), [0], "{typed}");
        assert_eq!(first(&people, typed).1, HitBy::Typo, "{typed}");
    }
}

#[test]
fn namesakes_stand_recent_first_then_by_reference() {
    let people = index(&["陈伟", "陈伟", "陈伟"]);
    let recent = [id(2)];
    let context = SearchContext {
        recent: &recent,
        ..context()
    };
    let answer = people.search("陈伟", 2, &context);
    let order: Vec<PersonId> = answer.hits.iter().map(|h| h.person).collect();
    assert_eq!((order, answer.total), (vec![id(2), id(0)], 3));
}

#[test]
fn nobody_meant_shows_the_nearest_and_says_so() {
    let people = index(&["陈志强", "黎国栋"]);
    let answer = people.search("陈大志强", 50, &context());
    assert!(answer.nearest && answer.total == 0);
    assert_eq!(answer.hits[0].person, id(0));
    assert_eq!(answer.hits[0].matched[0].by, HitBy::Fuzzy);
    let one_off = people.search("陈志国", 50, &context());
    assert!(one_off.nearest, "another character is another person");
    assert_eq!(people.search("", 50, &context()), Answer::default());
    assert_eq!(people.search("xqzvkjw", 50, &context()), Answer::default());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_text_is_answered(text in "\\PC{0,24}", digits in "[0-9xX -]{0,22}") {
        let people = one();
        for text in [text, digits] {
            let answer = people.search(&text, 5, &context());
            prop_assert!(answer.hits.len() <= 5);
        }
    }
}

#[test]
fn lists_and_single_rows_give_the_same_answers() {
    let people = index(&[
        "杨世荣",
        "杨三",
        "羊尚",
        "欧阳世荣",
        "欧阳淑",
        "张阳帅",
        "阳石",
        "买买提·艾力",
        "尉迟恭",
        "万俟宇",
        "吕晓芳",
        "陆晓芳",
        "单雄信",
        "解乐",
        "陈",
        "林天地人和",
        "李安安",
        "连安",
    ]);
    let queries = [
        "yangs",
        "ys",
        "yang",
        "ouyangs",
        "o",
        "maimaiti",
        "mmt",
        "aili",
        "yuchi",
        "weichi",
        "lxf",
        "luxiaofang",
        "dan",
        "lian",
        "liana",
        "lianan",
        "chen",
        "cheng",
        "tiandi",
        "renhe",
        "tdr",
        "阳",
        "阳世",
        "杨世",
        "艾力",
        "天地",
        "shirong",
        "sirong",
        "yangsirong",
        "yangsironh",
    ];
    let segment = &people.segments[CAPACITIES.len()];
    for query in queries {
        let parsed = super::super::query::Query::parse(&people.lexicon, query, context().today);
        for word in parsed.readings.iter().flatten() {
            for depth in [
                rank::Depth::Plain,
                rank::Depth::SameSound,
                rank::Depth::NearSound(3),
                rank::Depth::Slip,
            ] {
                let mut asked = asked::Asked::new(&people, segment, word, depth);
                asked.go_far(&people, segment);
                let lot = asked.rows(&people, segment);
                let mut listed = vec![None; segment.rows() as usize];
                for (rank, part) in &lot.parts {
                    part.each(segment.rows(), |row| {
                        let known = listed[row as usize].get_or_insert(*rank);
                        *known = (*known).min(*rank);
                    });
                }
                for row in 0..segment.rows() {
                    let single = asked.reason(&people, segment, row).map(|r| r.rank);
                    assert_eq!(
                        listed[row as usize],
                        single,
                        "{query} {depth:?} {}",
                        segment.name(row)
                    );
                }
            }
        }
    }
}
