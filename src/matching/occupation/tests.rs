//! Wishes as people say them.

use crate::matching::testing::occupations;
use proptest::prelude::*;

fn titles(wish: &str) -> Vec<String> {
    let understood = occupations().understand(wish, 10);
    understood.into_iter().map(|u| u.title).collect()
}

#[test]
fn wishes_as_people_say_them() {
    for (wish, title) in [
        ("月嫂", "家政服务员"),
        ("陪月", "家政服务员"),
        ("想学月嫂", "家政服务员"),
        ("开叉车", "起重装卸机械操作工"),
        ("想学开叉车", "起重装卸机械操作工"),
        ("叉車司機", "起重装卸机械操作工"),
        ("想揾份保安工作", "保安员"),
        ("希望从事保洁方面的工作", "保洁员"),
        ("做咖啡", "咖啡师"),
        ("yuesao", "家政服务员"),
        ("月嫂师", "家政服务员"),
        ("保安元", "保安员"),
        ("汽车维修", "汽车维修工"),
        ("想做QC", "质检员"),
        ("ＱＣ", "质检员"),
    ] {
        assert_eq!(
            titles(wish).first().map(String::as_str),
            Some(title),
            "{wish}: {:?}",
            titles(wish)
        );
    }
}

#[test]
fn several_wishes_and_what_is_not_wished_for() {
    assert_eq!(
        titles("月嫂、开叉车")[..2],
        ["家政服务员", "起重装卸机械操作工"]
    );
    assert_eq!(titles("保安，月嫂")[..2], ["保安员", "家政服务员"]);
    for wish in [
        "保洁，不想做保安",
        "唔想做保安，保洁",
        "保洁，保安没做过",
        "除了保安都行，保洁",
    ] {
        let titles = titles(wish);
        assert!(titles.contains(&"保洁员".to_owned()), "{wish}: {titles:?}");
        assert!(!titles.contains(&"保安员".to_owned()), "{wish}: {titles:?}");
    }
    assert!(titles("除了保安都行").is_empty());
    assert!(
        titles("不想做保安、保洁").is_empty(),
        "a refusal reaches over 、"
    );
    let wants = occupations().read("不想做保安、想做保洁");
    assert_eq!(wants.wanted[0].title, "保洁员");
    assert_eq!(wants.refused[0].title, "保安员");
    let broad = occupations().read("不想进厂");
    assert!(
        broad.wanted.is_empty() && broad.fields[0].refused,
        "{broad:?}"
    );
    assert_eq!(occupations().read("甲乙丙丁戊").unread, ["甲乙丙丁戊"]);
}

#[test]
fn the_words_that_it_rests_on_are_named() {
    let understood = &occupations().understand("想学月嫂", 1)[0];
    assert_eq!(
        (understood.by.as_str(), understood.worktype.as_str()),
        ("月嫂", "母婴护理员")
    );
    assert_eq!(understood.code, "4-10-01-06");
    assert!(understood.score <= 1000);
}

proptest! {
    #[test]
    fn any_wish_is_answered(wish in "\\PC{0,30}") {
        let _ = occupations().read(&wish);
    }
}
