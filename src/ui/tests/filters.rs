//! Filters in the box: values offered with counts, what is wrong said, and why somebody was found.

use super::{by_initials, is_search, results, started};
use crate::{
    domain::{
        filter::{Facet, FacetValue, FilterField, FilterProblem},
        group::Group,
        hit::{HitBy, HitField},
    },
    effect::{Ask, Found, Reply},
    text::Lang,
    ui::testing::{Probe, fixtures::found},
};

fn is_facets(ask: &Ask) -> bool {
    matches!(ask, Ask::Facets { .. })
}

fn facets(typed: &str, groups: &[(Group, usize)]) -> Reply {
    let facet = |(group, people): &(Group, usize)| Facet {
        value: FacetValue::Group(*group),
        people: *people,
    };
    Reply::Facets {
        field: FilterField::Group,
        typed: typed.to_owned(),
        facets: groups.iter().map(facet).collect(),
    }
}

const GROUPS: [(Group, usize); 3] = [
    (Group::RuralLabour, 120),
    (Group::RegisteredUnemployed, 45),
    (Group::YouthNotInSchool, 1),
];

fn searched(probe: &Probe) -> &str {
    match probe.asked(is_search) {
        Some(Ask::Search { text, .. }) => text,
        _ => "",
    }
}

/// `李 组:` typed, its results and its values answered.
fn offered(lang: Lang) -> Probe {
    let mut probe = Probe::new(lang, (80, 24));
    probe.keys("李 组：");
    probe.answer(
        is_search,
        results("李 组：", vec![by_initials(1), by_initials(2)]),
    );
    assert_eq!(
        probe.asked(is_facets),
        Some(&Ask::Facets {
            rest: "李".to_owned(),
            field: FilterField::Group,
            typed: String::new(),
        })
    );
    probe.answer(is_facets, facets("", &GROUPS));
    probe
}

#[test]
fn values_stand_under_the_box_with_their_counts_and_tab_fills_in() {
    let mut probe = offered(Lang::Zh);
    let picture = probe.dump();
    for words in [
        "组 可选",
        "农村劳动力 120 人",
        "登记失业   45 人",
        "两后生     1 人",
        "李明朗",
    ] {
        let squeezed = picture.split_whitespace().collect::<Vec<_>>().join(" ");
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(squeezed.contains(&words), "{words}\n{picture}");
    }
    probe.keys("<tab>");
    assert_eq!(searched(&probe), "李 组：:农村劳动力".replace("：:", ":"));
    // Nothing is offered any more, so that the arrow goes to the people.
    probe.answer(is_search, results("", vec![by_initials(1)]));
    assert!(!probe.dump().contains("可选"), "{}", probe.dump());
}

#[test]
fn the_arrow_chooses_a_value_and_leaves_by_either_end() {
    let mut probe = offered(Lang::Zh);
    probe.keys("<down><down><enter>");
    assert_eq!(searched(&probe), "李 组:登记失业");
    let mut probe = offered(Lang::Zh);
    // Past the last value stand the people.
    probe.keys("<down><down><down><down><enter>");
    assert!(
        probe
            .asked(|ask| matches!(ask, Ask::OpenPerson(_)))
            .is_some()
    );
    // Escape goes back to the box and no further.
    let mut probe = offered(Lang::Zh);
    probe.keys("<down><esc>");
    assert!(probe.dump().contains("可选"));
    // Enter without a choice opens the first person, as always.
    let mut probe = offered(Lang::Zh);
    probe.keys("<enter>");
    assert!(
        probe
            .asked(|ask| matches!(ask, Ask::OpenPerson(_)))
            .is_some()
    );
}

#[test]
fn typing_goes_on_while_values_are_offered() {
    let mut probe = offered(Lang::Zh);
    probe.keys("<down>两");
    assert_eq!(searched(&probe), "李 组：两");
    // An answer to what is no longer typed is dropped.
    probe.keys("后");
    probe.answer(is_search, results("李 组：两后", vec![by_initials(1)]));
    probe.answer(
        |ask| matches!(ask, Ask::Facets { typed, .. } if typed == "两后"),
        facets("两后", &GROUPS[2..]),
    );
    assert!(probe.dump().contains("1 人"));
    probe.keys("<tab>");
    assert_eq!(searched(&probe), "李 组:两后生");
}

#[test]
fn one_word_stands_in_the_box_in_english_too() {
    let mut probe = offered(Lang::En);
    let picture = probe.dump();
    assert!(picture.contains("Group: Tab fills in"), "{picture}");
    assert!(
        picture.contains("Rural labour") && picture.contains("1 person"),
        "{picture}"
    );
    probe.keys("<down><down><down><tab>");
    assert_eq!(searched(&probe), "李 组:lianghousheng");
}

#[test]
fn results_do_not_wait_for_the_counts_nor_counts_for_results() {
    let mut probe = started();
    probe.keys("组:");
    // With a filter alone and no value, the people opened last stay.
    probe.answer(
        |ask| *ask == Ask::Recent,
        Reply::Recent(vec![by_initials(1).summary]),
    );
    assert!(probe.dump().contains("李明朗"));
    probe.keys("两");
    probe.answer(is_search, results("组:两", vec![by_initials(2)]));
    assert!(probe.dump().contains("李敏丽"), "{}", probe.dump());
}

fn with_problem(problem: FilterProblem, found: Vec<Found>) -> Probe {
    let mut probe = started();
    probe.keys("x");
    probe.answer(
        is_search,
        Reply::Found {
            text: "x".to_owned(),
            total: found.len(),
            found,
            nearest: false,
            about: false,
            loading: false,
            problems: vec![problem],
        },
    );
    probe
}

#[test]
fn what_is_no_filter_is_said_in_the_line_under_the_box() {
    let name = "色".to_owned();
    let picture = with_problem(FilterProblem::NoSuchName { name }, vec![by_initials(1)]).dump();
    let line = picture.lines().nth(2).unwrap();
    assert!(line.contains("没有“色:”这种筛选"), "{picture}");
    let value = "火星人".to_owned();
    let field = FilterField::Group;
    let picture = with_problem(FilterProblem::NoSuchValue { field, value }, Vec::new()).dump();
    assert!(
        picture.lines().nth(2).unwrap().contains("组：没有“火星人”"),
        "{picture}"
    );
    let field = FilterField::NotContacted;
    let value = "\u{1b}[2J".repeat(20);
    let picture = with_problem(FilterProblem::NotANumber { field, value }, Vec::new()).dump();
    assert!(
        picture
            .lines()
            .nth(2)
            .unwrap()
            .contains("写天数：未联系>30"),
        "{picture}"
    );
}

#[test]
fn a_total_that_was_not_counted_says_so() {
    for (lang, about, words) in [
        (Lang::Zh, true, "找到 约 5000 人"),
        (Lang::Zh, false, "找到 5000 人"),
        (Lang::En, true, "about 5000 people"),
    ] {
        let mut probe = Probe::new(lang, (80, 24));
        probe.keys("l");
        probe.answer(
            is_search,
            Reply::Found {
                text: "l".to_owned(),
                total: 5000,
                found: vec![by_initials(1)],
                nearest: false,
                about,
                loading: false,
                problems: Vec::new(),
            },
        );
        assert!(probe.dump().contains(words), "{}", probe.dump());
    }
}

#[test]
fn a_surprising_hit_explains_itself() {
    let pair = |a: &str, b: &str| Some((a.to_owned(), b.to_owned()));
    for (field, by, heard, zh, en) in [
        (
            HitField::Name,
            HitBy::FuzzySound,
            pair("n", "l"),
            "模糊音 n/l",
            "near n/l",
        ),
        (
            HitField::Name,
            HitBy::SameSound,
            pair("章", "张"),
            "同音 章/张",
            "same sound",
        ),
        (
            HitField::Name,
            HitBy::LookAlike,
            pair("洗", "冼"),
            "形近 洗/冼",
            "look-alike",
        ),
        (
            HitField::Name,
            HitBy::OtherReading,
            pair("qu", "区"),
            "另读 qu/区",
            "also read",
        ),
        (
            HitField::Name,
            HitBy::Initials,
            None,
            "拼音首字母",
            "Initials",
        ),
        (HitField::Name, HitBy::Typo, None, "差一字", "One slip"),
        (HitField::Name, HitBy::Fuzzy, None, "近似", "Approximate"),
        (HitField::IdNumber, HitBy::Tail, None, "证号尾号", "Id tail"),
        (
            HitField::IdNumber,
            HitBy::Typo,
            None,
            "证号差一位",
            "Id, one digit",
        ),
        (HitField::Phone, HitBy::Tail, None, "电话尾号", "Phone tail"),
        (
            HitField::Wishes,
            HitBy::SameWork,
            None,
            "同工种",
            "same work",
        ),
        (
            HitField::Town,
            HitBy::SameSound,
            pair("西", "溪"),
            "镇街 同音 西/溪",
            "Town",
        ),
    ] {
        let hit = || {
            let mut one = found(1, field, by, vec![]);
            one.hit.matched[0].heard = heard.clone();
            one
        };
        for (lang, words) in [(Lang::Zh, zh), (Lang::En, en)] {
            let mut probe = Probe::new(lang, (120, 36));
            probe.keys("x");
            probe.answer(is_search, results("x", vec![hit()]));
            let picture = probe.dump();
            assert!(picture.contains(words), "{words}\n{picture}");
            // The ground in full, on asking.
            probe.keys("<ctrl-e>");
            if let Some((typed, written)) = &heard {
                let picture = probe.dump();
                assert!(
                    picture.contains(typed) && picture.contains(written),
                    "{picture}"
                );
            }
        }
    }
}

#[test]
fn highlights_stand_on_the_very_characters() {
    for (name, span, marked) in [
        ("李明朗", (1, 2), "明"),
        // A character outside the first plane, and a dot of one cell before wide ones.
        ("\u{2b5e7}志\u{20bb7}强", (1, 3), "志\u{20bb7}"),
        ("买买提·艾力", (4, 6), "艾力"),
        ("A李B明", (2, 4), "B明"),
    ] {
        let mut one = found(1, HitField::Name, HitBy::Infix, vec![span]);
        one.summary.name = name.to_owned();
        let mut probe = started();
        probe.keys("x");
        probe.answer(is_search, results("x", vec![one, by_initials(2)]));
        // The second row is selected, so that the first shows its own colours.
        probe.keys("<down><down>");
        let (buffer, _) = probe.draw();
        let style = probe.model.theme.found;
        let row = (0..24).find(|y| {
            let line: String = (0..80).map(|x| buffer[(x, *y)].symbol()).collect();
            line.contains(name.chars().next().unwrap())
        });
        let row = row.unwrap();
        let found: String = (2..14)
            .filter(|x| {
                let cell = &buffer[(*x, row)];
                let is = cell.style();
                !cell.symbol().trim().is_empty()
                    && (style.fg.is_none() || is.fg == style.fg)
                    && is.add_modifier.contains(style.add_modifier)
            })
            .map(|x| buffer[(x, row)].symbol())
            .collect();
        assert_eq!(found, marked, "{name}");
    }
}
