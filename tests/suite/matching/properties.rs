//! What always holds: an index that grew is as one laid out anew, who is found satisfies what was typed
//! and who satisfies it is found, by a slow reading of each record; and any text is answered.

use super::invented::{Dice, People, lexicon, today};
use super::reference::Reference;
use proptest::prelude::*;
use std::{
    collections::BTreeMap,
    sync::{Arc, OnceLock},
};
use zhipei::domain::{hit::HitField, ids::PersonId, person::PersonRecord};
use zhipei::matching::{
    lexicon::Lexicon,
    people::{Answer, Index, SearchContext},
    query::Query,
};

fn words() -> Arc<Lexicon> {
    static LEXICON: OnceLock<Arc<Lexicon>> = OnceLock::new();
    Arc::clone(LEXICON.get_or_init(lexicon))
}

fn context() -> SearchContext<'static> {
    SearchContext {
        today: today(),
        recent: &[],
        me: "",
    }
}

/// A thousand people, laid out once.
fn office() -> &'static (Vec<(PersonId, PersonRecord)>, Index) {
    static OFFICE: OnceLock<(Vec<(PersonId, PersonRecord)>, Index)> = OnceLock::new();
    OFFICE.get_or_init(|| {
        let people: Vec<_> = People::new(23).take(1_000).collect();
        let index = Index::build(words(), people.iter().cloned());
        (people, index)
    })
}

fn find(index: &Index, text: &str) -> Answer {
    index.search(text, usize::MAX, &context())
}

/// What somebody might type of a person: a part of a field, cut anywhere.
fn scrap(person: &PersonRecord, dice: &mut Dice) -> String {
    let chars: Vec<char> = person.name.chars().collect();
    let lexicon = words();
    let syllables = lexicon.read_name(&chars);
    let sounds: Vec<&str> = syllables.iter().map(|s| lexicon.syllable(*s)).collect();
    let initials: String = sounds.iter().filter_map(|s| s.chars().next()).collect();
    let id = person.id_number.map_or(String::new(), |n| n.to_string());
    let phone = person.phone.as_ref().map_or("", |p| p.as_str()).to_owned();
    let texts = [
        person.name.clone(),
        sounds.concat(),
        initials.clone(),
        format!("{}{}", sounds[0], initials.get(1..).unwrap_or("")),
        id.to_lowercase(),
        phone,
        person.town.clone(),
        person.wishes.split('、').next().unwrap_or("").to_owned(),
    ];
    let text: Vec<char> = texts[dice.below(texts.len())].chars().collect();
    let (from, length) = match dice.below(3) {
        0 => (0, text.len()),
        1 => (0, 1 + dice.below(text.len().max(1))),
        _ => (dice.below(text.len().max(1)), 1 + dice.below(6)),
    };
    text.iter().skip(from).take(length).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn an_index_that_grew_is_as_one_laid_out_anew(
        changes in prop::collection::vec((0usize..160, 0u64..4), 0..120),
        seed in any::<u64>(),
    ) {
        let first: Vec<_> = People::new(1).take(100).collect();
        let versions: Vec<Vec<_>> = (2..6).map(|n| People::new(n).take(160).collect()).collect();
        let mut grown = Index::build(words(), first.iter().cloned());
        let mut people: BTreeMap<PersonId, PersonRecord> = first.into_iter().collect();
        for (who, how) in changes {
            let (id, record) = &versions[how as usize][who];
            if how == 0 {
                people.remove(id);
                grown.remove(*id);
            } else {
                people.insert(*id, record.clone());
                grown.upsert(*id, record);
            }
        }
        let anew = Index::build(words(), people.clone().into_iter());
        prop_assert_eq!(grown.len(), anew.len());
        let mut dice = Dice(seed);
        let records: Vec<&PersonRecord> = people.values().collect();
        for _ in 0..12 {
            let mut typed = scrap(records[dice.below(records.len())], &mut dice);
            if dice.below(3) == 0 {
                typed = format!("{typed} {}", scrap(records[dice.below(records.len())], &mut dice));
            }
            prop_assert_eq!(find(&grown, &typed), find(&anew, &typed), "{}", typed);
            let few = |index: &Index| index.search(&typed, 5, &context());
            prop_assert_eq!(few(&grown), few(&anew), "five of {}", typed);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn who_satisfies_is_found_and_who_is_found_satisfies(seed in any::<u64>()) {
        let (people, index) = office();
        let lexicon = words();
        let mut dice = Dice(seed);
        let typed = scrap(&dice.pick(people).1, &mut dice);
        let answer = find(index, &typed);
        let reference = Reference::new(&lexicon, &typed);
        let hits: BTreeMap<PersonId, _> = answer.hits.iter().map(|h| (h.person, h)).collect();
        prop_assert_eq!(hits.len(), answer.hits.len(), "somebody stands twice for {}", typed);
        prop_assert!(answer.nearest || answer.total == hits.len());
        for (id, person) in people {
            let hit = hits.get(id).filter(|_| !answer.nearest);
            if reference.surely_means(person) {
                prop_assert!(hit.is_some(), "{:?} loses {:?}", typed, person);
            }
            if let Some(hit) = hit {
                let closed = hit.matched.iter().any(|m| {
                    matches!(m.field, HitField::Group | HitField::Reference)
                });
                prop_assert!(
                    closed || reference.may_mean(person),
                    "{:?} finds {:?} by {:?}", typed, person, hit.matched
                );
            }
        }
    }

    #[test]
    fn two_words_mean_those_whom_both_mean(seed in any::<u64>()) {
        let (people, index) = office();
        let mut dice = Dice(seed);
        let person = &dice.pick(people).1;
        let (one, two) = (scrap(person, &mut dice), scrap(person, &mut dice));
        // Words of one script are a scrap together as well; a date or a tail has its own meaning.
        prop_assume!(one.is_ascii() != two.is_ascii());
        let of_both = find(index, &format!("{one} {two}"));
        let lexicon = words();
        let references = [&one, &two].map(|text| Reference::new(&lexicon, text));
        for (id, person) in people {
            if references.iter().all(|r| r.surely_means(person)) {
                prop_assert!(
                    of_both.hits.iter().any(|h| h.person == *id),
                    "{:?} {:?} loses {:?}", one, two, person
                );
            }
        }
    }

    #[test]
    fn any_text_is_answered(text in any::<String>(), often in 1usize..400) {
        let (_, index) = office();
        for typed in [text.clone(), text.repeat(often)] {
            let answer = index.search(&typed, 50, &context());
            prop_assert!(answer.hits.len() <= 50);
        }
    }
}

#[test]
fn pasted_by_mistake_is_cut_and_answered() {
    let (people, index) = office();
    let someone = &people[7].1;
    let long: Vec<String> = vec![
        "张".repeat(10_000),
        "z".repeat(10_000),
        "zhang ".repeat(10_000),
        "1".repeat(10_000),
        "4499 ".repeat(10_000),
        "组:".repeat(10_000),
        "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}".repeat(10_000),
        "\u{5e9}\u{5dc}\u{5d5}\u{5dd} ".repeat(10_000),
        "\u{0}\u{7}\u{1b}[2J\r\n\t".repeat(10_000),
        "\u{200b}\u{200f}\u{202e}\u{feff}".repeat(10_000),
        "a\u{301}".repeat(10_000),
        format!("{} ", someone.name).repeat(100_000),
    ];
    assert!(long.iter().any(|text| text.len() >= 1_000_000));
    for text in &long {
        let query = Query::parse(&words(), text, today());
        let words: usize = query.readings.iter().map(Vec::len).sum();
        assert!(words <= 4 * 12, "what is asked does not grow with the text");
        assert!(index.search(text, 50, &context()).hits.len() <= 50);
    }
}

#[test]
fn what_nobody_sees_changes_nothing() {
    let (people, index) = office();
    let name = &people[7].1.name;
    let plain = find(index, name);
    assert!(plain.hits.iter().any(|h| h.person == people[7].0));
    for typed in [
        format!("\u{feff}{name}"),
        format!("{name}\u{200b}\u{200d}"),
        format!("\u{202e}{name}\u{202c}"),
        format!(" {name}\r\n"),
        format!("\u{3000}{name}\t"),
    ] {
        assert_eq!(find(index, &typed), plain, "{typed:?}");
    }
    for nobody in [
        "\u{1f600}",
        "\u{5e9}\u{5dc}\u{5d5}\u{5dd}",
        "\u{1b}",
        "\u{0}",
        "'",
        "!",
        "::",
    ] {
        assert_eq!(find(index, nobody).total, 0, "{nobody:?}");
    }
}
