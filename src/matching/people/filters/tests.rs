//! Filters against a slow reading of the records, their values as typed, and what is heard.

use super::super::{tests::id, *};
use crate::domain::{
    dates::days_after,
    filter::{Facet, FacetValue, FilterField, FilterProblem},
    group::{Group, Membership},
    hit::{HitBy, HitField},
    person::WorkStatus,
    written::Written,
};
use crate::matching::testing::{lexicon, occupations};
use proptest::prelude::*;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 6, 1).unwrap()
}

fn context() -> SearchContext<'static> {
    SearchContext {
        today: today(),
        recent: &[],
        me: "陈婉仪",
    }
}

/// Name, group, status, town, age, certificate, worker, days since the last contact.
type Line = (
    &'static str,
    Option<Group>,
    Option<WorkStatus>,
    &'static str,
    u32,
    &'static str,
    &'static str,
    Option<u64>,
);

const PEOPLE: [Line; 7] = [
    (
        "李明朗",
        Some(Group::YouthNotInSchool),
        Some(WorkStatus::RegisteredUnemployed),
        "石岐街道",
        17,
        "N1叉车证",
        "陈婉仪",
        Some(3),
    ),
    (
        "李小红",
        Some(Group::RegisteredUnemployed),
        Some(WorkStatus::RegisteredUnemployed),
        "石岐街道",
        30,
        "",
        "陈婉仪",
        Some(31),
    ),
    (
        "张伟",
        Some(Group::Disabled),
        Some(WorkStatus::ALL[0]),
        "小榄镇",
        45,
        "育婴员证",
        "梁国栋",
        None,
    ),
    (
        "张卫东",
        Some(Group::Blind),
        None,
        "小榄镇",
        50,
        "",
        "",
        Some(30),
    ),
    (
        "王芳",
        Some(Group::VeteranStudent),
        None,
        "沙溪镇",
        24,
        "叉车司机证",
        "",
        None,
    ),
    ("黄志强", None, None, "", 25, "", "", Some(400)),
    (
        "刘芳",
        Some(Group::RuralLabour),
        Some(WorkStatus::ALL[1]),
        "东区街道",
        16,
        "",
        "梁国栋",
        Some(0),
    ),
];

fn record(line: &Line) -> PersonRecord {
    let (name, group, status, town, age, cert, worker, _) = line;
    PersonRecord {
        reference: (*name).to_owned(),
        name: (*name).to_owned(),
        groups: group.iter().map(|g| Membership::undated(*g)).collect(),
        work_status: status.map_or_else(Written::default, |s| Written::read("", s)),
        town: (*town).to_owned(),
        birth_date: NaiveDate::from_ymd_opt(2026 - i32::try_from(*age).unwrap(), 6, 1),
        certs: vec![(*cert).to_owned()],
        worker: (*worker).to_owned(),
        ..PersonRecord::default()
    }
}

fn contacts() -> impl Iterator<Item = (PersonId, NaiveDate)> {
    PEOPLE.iter().enumerate().filter_map(|(n, line)| {
        let back = i64::try_from(line.7?).unwrap();
        Some((id(n), today() - chrono::Duration::days(back)))
    })
}

fn people() -> Index {
    let records = PEOPLE
        .iter()
        .enumerate()
        .map(|(n, line)| (id(n), record(line)));
    let mut index = Index::build_with(lexicon(), Some(occupations()), records);
    index.set_contacts(contacts());
    index
}

/// The names found, in the order of the table.
fn found(index: &Index, text: &str) -> Vec<&'static str> {
    let answer = index.search(text, 50, &context());
    assert_eq!(answer.problems, [], "{text}");
    assert!(!answer.about && (answer.nearest || answer.total == answer.hits.len()));
    if answer.nearest {
        return Vec::new();
    }
    let of = |n: &usize| answer.hits.iter().any(|hit| hit.person == id(*n));
    (0..PEOPLE.len()).filter(of).map(|n| PEOPLE[n].0).collect()
}

#[test]
fn a_filter_is_typed_in_many_ways() {
    let index = people();
    for (meant, ways) in [
        (
            &["李明朗"][..],
            &[
                "组:两后生",
                "组：两后生",
                "zu:lhs",
                "z:lhs",
                "ZU：LHS",
                "zu:lianghou",
                "类别:两后",
                "group:lianghousheng",
                "group:school",
                "Z:兩后生",
            ][..],
        ),
        (
            &["张伟", "张卫东"],
            &[
                "组:残疾",
                "zu:cjr",
                "group:disabled",
                "zhen:xiaolan",
                "镇:小榄",
                "镇:小",
                "town:xl",
            ],
        ),
        (&["张伟", "张卫东"], &["组:重点", "zu:zd", "group:priority"]),
        (
            &["王芳"],
            &[
                "组:退役军人",
                "组:退伍军人",
                "zu:tyjr",
                "年龄:24",
                "年龄：２４岁",
                "age:24",
            ],
        ),
        (
            &["李明朗", "李小红"],
            &[
                "状态:登记失业",
                "zt:djsy",
                "status:registered_unemployed",
                "镇:石岐",
                "zj:shiqi",
                "责任人:我",
                "zrr:cwy",
                "worker:me",
            ],
        ),
        (&["李明朗", "王芳"], &["证:叉车", "zs:chache", "证:叉車"]),
        (&["李明朗"], &["证:N1", "证:ｎ１叉车"]),
        (
            &["张伟", "刘芳"],
            &["责任人:梁国栋", "责任人:国栋", "zrr:lgd"],
        ),
        (
            &["李明朗", "王芳", "刘芳"],
            &[
                "年龄:16-24",
                "age:16-24",
                "nl:16-24岁",
                "年龄<25",
                "年龄＜２５",
                "年龄<=24",
                "年龄《25",
            ],
        ),
        (
            &["张卫东"],
            &["年龄>45", "年龄＞45", "age>=46", "年龄:46-99"],
        ),
        (
            &["李小红", "张伟", "王芳", "黄志强"],
            &[
                "未联系>30",
                "未联系＞30",
                "wlx>30天",
                "uncontacted>30",
                "未联系:31",
                "未联系》３０",
            ],
        ),
        (
            &["李小红", "张伟", "张卫东", "王芳", "黄志强"],
            &["未联系>=30", "未联系:30"],
        ),
        (&["李小红", "黄志强"], &["联系>30", "lx>30"]),
        (
            &["李明朗", "刘芳"],
            &["未联系<7", "联系<7", "contact<7", "!未联系>6"],
        ),
        (&["张卫东"], &["联系:7-30", "未联系:7-30"]),
        (
            &["张伟", "王芳"],
            &["未联系:从未", "联系:无", "uncontacted:never"],
        ),
        (
            &["张卫东", "王芳", "黄志强"],
            &["状态:未知", "status:unknown"],
        ),
        (&["张伟", "张卫东"], &["姓名:张", "xm:zhang"]),
    ] {
        for text in ways {
            assert_eq!(found(&index, text), meant, "{text}");
        }
    }
}

#[test]
fn filters_are_joined_with_scraps_and_with_not() {
    let index = people();
    for (text, meant) in [
        ("李 镇:石岐 !组:两后生", &["李小红"][..]),
        ("镇:石岐 年龄<18 li", &["李明朗"]),
        ("!镇:石岐 zhang", &["张伟", "张卫东"]),
        ("组:!两后生 镇:石岐", &["李小红"]),
        ("！组：残疾 年龄>24", &["李小红", "黄志强"]),
        ("!李 年龄<30", &["王芳", "黄志强", "刘芳"]),
        ("芳 未联系>30", &["王芳"]),
        ("!姓名:张 未联系:从未", &["王芳"]),
        ("张 镇:石岐", &[]),
        // Still being typed: it narrows nothing yet.
        ("张 组:", &["张伟", "张卫东"]),
        ("张 !", &["张伟", "张卫东"]),
        ("张 年龄>", &["张伟", "张卫东"]),
    ] {
        assert_eq!(found(&index, text), meant, "{text}");
    }
}

#[test]
fn what_is_no_filter_and_what_is_no_value_is_said() {
    let index = people();
    let problems = |text: &str| index.search(text, 50, &context()).problems;
    let no_value = |field, value: &str| FilterProblem::NoSuchValue {
        field,
        value: value.to_owned(),
    };
    for (text, problem) in [
        ("组:火星人", no_value(FilterField::Group, "火星人")),
        ("状态:飞", no_value(FilterField::Status, "飞")),
        ("镇:火星镇", no_value(FilterField::Town, "火星镇")),
        ("证:9", no_value(FilterField::Cert, "9")),
        ("责任人:火星人", no_value(FilterField::Worker, "火星人")),
        (
            "年龄:abc",
            FilterProblem::NotANumber {
                field: FilterField::Age,
                value: "abc".to_owned(),
            },
        ),
        (
            "未联系>很久",
            FilterProblem::NotANumber {
                field: FilterField::NotContacted,
                value: "很久".to_owned(),
            },
        ),
        (
            "色:红",
            FilterProblem::NoSuchName {
                name: "色".to_owned(),
            },
        ),
    ] {
        assert_eq!(problems(text), [problem], "{text}");
    }
    assert_eq!(problems("12:30 镇:石岐 组: 张"), []);
    // A value that nobody has finds nobody; a name that is no filter is looked for as words.
    assert_eq!(index.search("张 组:火星人", 50, &context()).total, 0);
    assert_eq!(index.search("色:张伟", 50, &context()).total, 0);
}

#[test]
fn what_was_told_of_contacts_moves_with_the_person() {
    let mut index = people();
    assert!(index.knows_contacts());
    let changed = PersonRecord {
        village: "大信村".to_owned(),
        ..record(&PEOPLE[1])
    };
    index.upsert(id(1), &changed);
    assert_eq!(found(&index, "村:大信 未联系>30"), ["李小红"]);
    index.set_contact(id(1), Some(today()));
    assert!(found(&index, "村:大信 未联系>30").is_empty());
    assert_eq!(found(&index, "村:大信 联系<1"), ["李小红"]);
    // Other records come and lay the segment out anew.
    for n in 10..90 {
        index.upsert(
            id(n),
            &PersonRecord {
                reference: format!("{n}"),
                name: "陈".into(),
                ..PersonRecord::default()
            },
        );
    }
    assert_eq!(found(&index, "村:大信 联系<1"), ["李小红"]);
    index.set_contact(id(1), None);
    assert_eq!(found(&index, "村:大信 未联系:从未"), ["李小红"]);
    // A contact of a day to come counts as today's.
    index.set_contact(id(1), Some(days_after(today(), 2)));
    assert_eq!(found(&index, "村:大信 联系<1"), ["李小红"]);
}

fn facets(index: &Index, rest: &str, field: FilterField, typed: &str) -> Vec<(FacetValue, usize)> {
    let all = index.facets(rest, (field, typed), 20, &context());
    all.into_iter()
        .map(|Facet { value, people }| (value, people))
        .collect()
}

#[test]
fn facets_count_those_whom_the_rest_means() {
    let index = people();
    let word = |text: &str| FacetValue::Word(text.to_owned());
    assert_eq!(
        facets(&index, "", FilterField::Town, ""),
        [
            (word("小榄镇"), 2),
            (word("石岐街道"), 2),
            (word("东区街道"), 1),
            (word("沙溪镇"), 1)
        ]
    );
    assert_eq!(
        facets(&index, "zhang", FilterField::Town, ""),
        [(word("小榄镇"), 2)]
    );
    assert_eq!(
        facets(&index, "", FilterField::Town, "sq"),
        [(word("石岐街道"), 2)]
    );
    assert_eq!(
        facets(&index, "年龄>20", FilterField::Worker, ""),
        [(word("梁国栋"), 1), (word("陈婉仪"), 1)]
    );
    // Sensitive groups are one neutral mark until somebody begins to type their name.
    let groups = facets(&index, "", FilterField::Group, "");
    assert!(groups.contains(&(FacetValue::Priority, 2)), "{groups:?}");
    assert!(
        groups.contains(&(FacetValue::Group(Group::Veteran), 1)),
        "a narrower group counts: {groups:?}"
    );
    assert!(
        !groups
            .iter()
            .any(|(value, _)| *value == FacetValue::Group(Group::Disabled))
    );
    assert!(
        facets(&index, "", FilterField::Group, "can")
            .contains(&(FacetValue::Group(Group::Disabled), 2))
    );
    assert_eq!(
        facets(&index, "", FilterField::Age, ""),
        [
            (FacetValue::Ages(16, 24), 3),
            (FacetValue::Ages(25, 34), 2),
            (FacetValue::Ages(45, 54), 2)
        ]
    );
    assert_eq!(
        facets(&index, "", FilterField::NotContacted, ""),
        [
            (FacetValue::Longer(30), 4),
            (FacetValue::Longer(90), 3),
            (FacetValue::Longer(180), 3),
            (FacetValue::Longer(365), 3),
            (FacetValue::Never, 2)
        ]
    );
    assert_eq!(
        facets(&index, "", FilterField::Contacted, "")[0],
        (FacetValue::Within(7), 2)
    );
    assert_eq!(
        facets(&index, "镇:石岐", FilterField::Status, ""),
        [(FacetValue::Status(WorkStatus::RegisteredUnemployed), 2)]
    );
    assert_eq!(facets(&index, "火星", FilterField::Town, ""), []);
}

#[test]
fn what_was_heard_stands_beside_what_is_written() {
    let index = people();
    let heard = |text: &str| {
        let answer = index.search(text, 50, &context());
        let first = answer.hits[0].matched[0].clone();
        (first.by, first.heard)
    };
    let pair = |a: &str, b: &str| Some((a.to_owned(), b.to_owned()));
    for (typed, by, expected) in [
        ("niufang", HitBy::FuzzySound, pair("n", "l")),
        ("牛芳", HitBy::FuzzySound, pair("n", "l")),
        ("zangweidong", HitBy::FuzzySound, pair("z", "zh")),
        ("wangzhiqiang", HitBy::FuzzySound, pair("wang", "huang")),
        ("张伟东", HitBy::SameSound, pair("伟", "卫")),
        ("张伟", HitBy::Exact, None),
        ("zhangweidong", HitBy::Pinyin, None),
        ("limingnang", HitBy::FuzzySound, pair("n", "l")),
    ] {
        assert_eq!(heard(typed), (by, expected), "{typed}");
    }
    let answer = index.search("镇:沙西", 50, &context());
    let found = &answer.hits[0].matched[0];
    assert_eq!(
        (found.field, found.by, &found.heard),
        (HitField::Town, HitBy::SameSound, &pair("西", "溪"))
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn filters_leave_exactly_those_for_whom_they_hold(
        group in 0usize..6, low in 15u32..40, span in 0u32..40, ago in 0u32..450, nots in any::<[bool; 4]>(), typed in "(李|张|zhang|f|)",
    ) {
        let index = people();
        let groups = [Group::YouthNotInSchool, Group::Disabled, Group::Veteran, Group::Unemployed, Group::RuralLabour, Group::Graduate];
        let wide = groups[group];
        let not = |at: usize| if nots[at] { "!" } else { "" };
        let text = format!(
            "{typed} {}组:{} {}年龄:{low}-{} {}未联系>{ago} {}镇:石岐",
            not(0), wide.code(), not(1), low + span, not(2), not(3),
        );
        let holds = |line: &Line| {
            let (_, own, _, town, age, _, _, days) = line;
            let tests = [
                own.is_some_and(|own| own.is_within(wide)),
                (low..=low + span).contains(age),
                days.is_none_or(|days| days > u64::from(ago)),
                *town == "石岐街道",
            ];
            tests.iter().zip(nots).all(|(test, not)| *test != not)
        };
        let by_words = |line: &Line| typed.is_empty() || found(&index, &typed).contains(&line.0);
        let expected: Vec<&str> = PEOPLE.iter().filter(|l| holds(l) && by_words(l)).map(|l| l.0).collect();
        let answer = index.search(&text, 50, &context());
        if !expected.is_empty() {
            prop_assert_eq!(found(&index, &text), expected, "{}", text);
        } else {
            prop_assert!(answer.total == 0 || !typed.is_empty(), "{}", text);
        }
    }

    #[test]
    fn any_filter_is_answered(text in "(组|镇|年龄|未联系|证|责任人|!|zu|xx)?[:：><＞!]{0,2}\\PC{0,8}( |　)?(组|村|年龄|联系)?[:<>]?\\PC{0,8}") {
        let index = people();
        let answer = index.search(&text, 5, &context());
        prop_assert!(answer.hits.len() <= 5);
        index.facets("", (FilterField::Town, &text), 5, &context());
    }
}
